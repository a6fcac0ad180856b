from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.document import Bar, Bars, Heading, Item, Items, Paragraph
from store.export.plain import bar, plain_lines, plain_text
from tests.export.hostile import HOSTILE, STEERING


@pytest.mark.parametrize("text", [each for each in HOSTILE if "\n" not in each])
def test_hostile_text_stands_in_it_literally(text: str) -> None:
    assert plain_lines((Items((Item(text, (text,)),)),)) == (f"· {text}".rstrip(), f"  · {text}".rstrip())


@given(st.text())
def test_nothing_in_it_steers_a_terminal(text: str) -> None:
    written = plain_text((Heading(text, 1), Paragraph(text), Items((Item(text, (text,)),))))
    controls = {each for each in written if unicodedata.category(each) in {"Cc", "Cs"}}
    assert controls <= {"\n"}
    assert not set(written) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_the_letters_of_a_steering_text_stay() -> None:
    assert "rood" in plain_text((Paragraph(STEERING),))
    assert "omgekeerd" in plain_text((Paragraph(STEERING),))


def test_all_lines_of_a_note_are_kept_under_its_point() -> None:
    lines = plain_lines((Items((Item("een\ntwee", ("drie\nvier",)),)),))
    assert lines == ("· een", "  twee", "  · drie", "    vier")


def test_headings_stand_apart() -> None:
    lines = plain_lines(
        (Heading("Titel", 1), Paragraph("a"), Heading("Deel"), Paragraph("b"), Heading("c", 3))
    )
    assert lines == ("Titel", "=====", "a", "", "Deel", "----", "b", "", "c")
    assert plain_lines((Heading("lang " * 40, 1),))[1] == "=" * 48


def test_bars_are_as_long_as_their_number_and_never_too_long() -> None:
    lines = plain_lines((Bars((Bar("week 5", "3", coming=3), Bar("week 22", "2", done=1, perhaps=1))),))
    assert lines == ("week 5   ███ 3", "week 22  ▒░ 2")
    assert len(bar(Bar("", "", coming=400), 400)) == 40
    assert len(bar(Bar("", "", coming=1), 400)) == 1
