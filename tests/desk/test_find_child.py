"""A few letters lead to the card of one child, and of one talk where the parents come apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.domain.day import SchoolDay
from store.domain.talk import Talk, TalkState
from tests.screens.classroom import DAY, family
from tui.desk.find_child import Found, find_child

MOTHER = family("Marinka de Groot", "Anja Visser (moeder)", at="14:00")
FATHER = replace(
    family("Marinka de Groot", "Peter de Groot (vader)", at="14:20"),
    pupil=replace(MOTHER.pupil, carers=family("x", "Peter de Groot (vader)", at="14:20").pupil.carers),
)
OTHERS = (
    family("Mar Bakker", "Noor Bakker", at="13:00"),
    family("Mark Jan Smit", "Jan Smit", at="13:20"),
    family("Marijn Smit", "Jan Smit", at="13:40"),
)
FINISHED = replace(MOTHER, state=TalkState.FINISHED)


@pytest.mark.parametrize(
    ("letters", "leads_to"),
    [
        ("mar", OTHERS[0]),
        ("/ mark j", OTHERS[1]),
        ("mari", Found.SEVERAL),
        ("peter", Found.NOBODY),
        ("marinka", Found.TALKS),
        ("marinka de g", Found.TALKS),
        ("marinka p", FATHER),
        ("Marinka Vader", FATHER),
        ("marinka fath", FATHER),
        ("marinka de groot anja vis", MOTHER),
        ("marinka de groot", Found.TALKS),
        ("marinka els", Found.NOBODY),
        ("marij smit", OTHERS[2]),
        ("", Found.NOBODY),
    ],
)
def test_letters_lead_to_one_child_and_the_words_behind_them_to_one_of_its_talks(
    letters: str, leads_to: Talk | Found
) -> None:
    assert find_child(letters, SchoolDay(date=DAY, talks=(*OTHERS, MOTHER, FATHER))) == leads_to


def test_of_two_talks_with_a_child_the_one_that_is_over_is_not_meant() -> None:
    day = SchoolDay(date=DAY, talks=(FINISHED, FATHER))
    assert find_child("marinka", day) == FATHER
    over = replace(FATHER, state=TalkState.CANCELLED)
    assert find_child("marinka", SchoolDay(date=DAY, talks=(FINISHED, over))) == FINISHED
    assert find_child("marinka anja", day) == FINISHED
