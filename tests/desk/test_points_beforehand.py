"""A mail that was pasted: what is around its points is told apart, and no point is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.planline.reading import Names
from tui.desk.kinds.points_beforehand import pasted

NAMES = Names(
    pupil=("Marinka de Groot", "Marinka"),
    carers=("Anja de Groot", "Anja", "Peter de Groot", "Peter"),
    teacher=("juf Els",),
)


@pytest.mark.parametrize(
    ("mail", "points"),
    [
        ("Beste juf Els,||slaapt slecht|naast Lotte?||Groetjes, Anja", "slaapt slecht|naast Lotte?"),
        ("Hoi Els||slaapt slecht||Met vriendelijke groet,|Anja en Peter|06-12345678", "slaapt slecht"),
        ("Dag juf,|slaapt slecht|Groetjes Anja", "slaapt slecht"),
        ("Goedemorgen!||- zwemmen|- lezen||Vriendelijke groet|Anja (moeder)", "zwemmen|lezen"),
        ("Hallo juf Els,|zwemmen||Groet,|Sofie", "zwemmen"),
        ("Dear juf Els,|sleeps badly||Kind regards,|Anja|anja@example.org", "sleeps badly"),
        ("zwemmen|-- |Anja de Groot|Bakkerij De Groot, altijd vers", "zwemmen"),
        # the mail that is answered, above or below; and one that was passed on whole
        ("slaapt slecht||Op di schreef Els:|> Beste ouders,|> wat brengt u in?", "slaapt slecht"),
        ("> wat brengt u in?|zwemmen|> en Marinka?|lezen", "zwemmen|lezen"),
        ("Anja schreef:|> Beste juf Els,|>|> zwemmen|> lezen|>|> Groetjes, Anja", "zwemmen|lezen"),
        # what looks a little like it, and is a point
        ("zwemmen,|voetbal,|lezen", "zwemmen,|voetbal,|lezen"),
        ("slaapt slecht|Anja belt liever", "slaapt slecht|Anja belt liever"),
        ("slaapt slecht|bel Anja", "slaapt slecht|bel Anja"),
        ("Els is streng|slapen", "Els is streng|slapen"),
        ("Slapen||lezen||Zwemmen", "Slapen|lezen|Zwemmen"),
        ("- naast Marinka|- Anja", "naast Marinka|Anja"),
        ("nieuw adres:|anja@example.org", "nieuw adres:|anja@example.org"),
        ("wat kost het?|wie helpt, Peter?", "wat kost het?|wie helpt, Peter?"),
        ("Beste juf Els,|Groetjes, Anja", "Beste juf Els,|Groetjes, Anja"),
        ("Groetjes, Anja", "Groetjes, Anja"),
    ],
)  # fmt: skip
def test_to_whom_and_from_whom_a_mail_is_and_what_it_answers_is_no_point(mail: str, points: str) -> None:
    found = pasted(mail.replace("|", "\n"), NAMES)
    assert "|".join(found.points) == points
    assert len(found.left_out) <= mail.count("|") + 1 - len(found.points)


LINES = st.sampled_from(
    ["Beste juf Els,", "Anja", "Groetjes,", "> ja", "", "- lezen", "slaapt slecht", "--", "x:", "06-12345678"]
)


@given(st.lists(st.one_of(LINES, st.text(max_size=12).filter(str.isprintable)), max_size=9))
def test_every_line_is_a_point_or_told_to_be_none(lines: list[str]) -> None:
    found = pasted("\n".join(lines), NAMES)
    assert bool(found.points) is bool(found.whole)
    told = " ".join((*found.points, *found.left_out))
    assert [each for each in found.whole if each.lstrip("> ") not in told] == []
