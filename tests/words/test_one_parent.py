"""A talk with one parent is not asked about several, nor one without parents as if they sat there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from store.domain.people import Presence
from store.domain.plan import ContactMoment
from store.domain.school import School
from store.language import Translator
from store.planline.reading import Assumption, Part, Reading
from tests.screens.classroom import family
from tui.desk.talk.closing_cursor import Cursor
from tui.words.closing import meeting_words, standing_words
from tui.words.reading import reading_words


@pytest.mark.parametrize(
    ("carers", "starts", "there"),
    [
        (
            ("Mark Bosman",),
            "Wie begint? Bijvoorbeeld Mark, leerkracht of kind",
            "met Mark Bosman en leerkracht",
        ),
        (
            ("Mark Bosman", "Eline Kuipers"),
            "Bijvoorbeeld ouders, leerkracht of kind",
            "met ouders en leerkracht",
        ),
        (("06-00001000",), "Bijvoorbeeld ouder, leerkracht of kind", "met ouder en leerkracht"),
    ],
)
def test_who_starts_and_what_is_assumed_name_the_one_parent(
    carers: tuple[str, ...], starts: str, there: str
) -> None:
    talk, t = family("Liv Bosman", *carers, at="13:00"), Translator("nl")
    assert starts in standing_words(Cursor(part=Part.INITIATIVE), talk, t)
    read = Reading(
        "bellen", (ContactMoment(id="m", text="bellen"),), assumed=(Assumption("parents_and_teacher"),)
    )
    assert there in repr(reading_words(read, talk, School(), t))


def test_of_parents_who_are_not_at_the_table_it_is_asked_what_they_would_want() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator("nl")
    noon = datetime(2026, 8, 25, 11, tzinfo=UTC)
    assert meeting_words(talk.begin(noon, talk.invited), t).startswith("Samen met andere ouders")
    for here in (Presence(), Presence(others=("oma Riet",))):
        assert meeting_words(talk.begin(noon, here), t).startswith("Willen de ouders")
    assert meeting_words(family("Liv Bosman", at="13:00"), t).startswith("Willen de ouders")
