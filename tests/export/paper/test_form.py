"""The form that parents fill in, on paper: one page, also in the language of the family."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from prompts.form import form
from store.domain.talk import Talk, TalkState
from store.export.formats import EXPORTERS, File, Order
from store.language import FAMILY_LANGUAGES, Translator
from tests.export.families import RANIA, SCHOOL, marinka, school_day, yousef
from tests.export.hostile import HOSTILE
from tests.export.paper.readers import read_pdf
from tests.prompts.form_texts import texts_of

NL = Translator("nl")
NOW = datetime(2026, 8, 20, 10, tzinfo=UTC)
DECK = "oudervertelgesprek"
NAME = " ".join((*HOSTILE[:4], *HOSTILE[22:25], "Ünal Żółw \u202eomgekeerd"))


def of_this_kind(talk: Talk, **changes: str) -> Talk:
    """A planned talk with a form."""
    pupil = replace(talk.pupil, **changes)  # type: ignore[arg-type]
    return replace(talk, deck=DECK, state=TalkState.PLANNED, sittings=(), pupil=pupil)


def printed(*talks: Talk, language: str = "", t: Translator = NL) -> list[File]:
    day = school_day(*talks)
    return list(EXPORTERS["forms"](Order(day, SCHOOL, t, NOW, language=language, forms=form)))


@pytest.mark.share(of=3)
@pytest.mark.parametrize("language", ["-", *FAMILY_LANGUAGES])
def test_the_form_is_one_page_with_every_line_in_both_languages(language: str) -> None:
    (file,) = printed(of_this_kind(marinka()), language=language)
    assert (file.stem, file.fits, file.missing) == ("2026-08-25-1340-formulier", True, "")
    read = read_pdf(file.content)
    own = form("nl", DECK)
    assert own is not None
    text = " ".join(read.text.split())
    # word by word: beside words from right to left a reader gives those of a line in another order
    words = {word for each in texts_of(own) for word in each.replace("{naam}", "Marinka").split()}
    assert [word for word in words if word not in text] == []
    assert "dinsdag 25 augustus 2026 · 13:40" in text
    assert "{" not in text
    assert read.tagged
    assert read.smallest >= 6.3
    if language == "tr":
        assert "Bize Marinka hakkında anlatın" in text
        assert "hayal gücü geniş" in text


def test_a_name_is_literal_on_the_form_and_no_other_name_is_on_it() -> None:
    (file,) = printed(of_this_kind(marinka(), first_name=NAME, home_language="Turks"))
    text = " ".join(read_pdf(file.content).text.split())
    assert " ".join(NAME.replace("\u202e", "").split()) in text
    for carer in marinka().audience:
        assert carer.name not in text
        assert not carer.phone or carer.phone not in text


def test_only_talks_of_this_kind_that_are_still_to_come_have_a_form() -> None:
    assert printed(replace(of_this_kind(marinka()), state=TalkState.CANCELLED), yousef(RANIA)) == []


def test_the_invitation_says_that_a_page_comes_with_it_where_there_is_one() -> None:
    day = school_day(of_this_kind(marinka()))
    (card, *_) = EXPORTERS["invitations"](Order(day, SCHOOL, NL, NOW, forms=form))
    text = " ".join(read_pdf(card.content).text.split())
    assert "Hierbij hoort een blad om er thuis over na te denken." in text
    assert "niets voor te bereiden" not in text
