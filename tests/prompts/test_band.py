"""How old a pupil is, for choosing questions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.deck import Band
from prompts.draw import band_of

TALK = date(2026, 8, 25)


@pytest.mark.parametrize(
    "group",
    [
        "1",
        "3",
        "4",
        "groep 3",
        "Groep 4b",
        "GROEP 1/2",
        "1-2",
        "3a/4a",
        "gr. 2",
        "gr3",
        "group 4",
        " groep 3 ",
        "3 A",
    ],
)
def test_groups_one_to_four_are_younger(group: str) -> None:
    assert band_of(group, None, TALK) is Band.YOUNGER


@pytest.mark.parametrize("group", ["5", "8", "groep 5", "Groep 7b", "7/8", "5+6", "6 & 7", "5/6/7"])
def test_groups_five_to_eight_are_older(group: str) -> None:
    assert band_of(group, None, TALK) is Band.OLDER


@pytest.mark.parametrize(
    "group", ["havo 4", "4havo", "VWO 2", "vmbo-t 3", "mbo 1", "brugklas 1b", "Gymnasium 2"]
)
def test_beyond_primary_school_everyone_is_older(group: str) -> None:
    assert band_of(group, None, TALK) is Band.OLDER


@pytest.mark.parametrize("group", ["Peuters", "kleuters A", "de kleutergroep"])
def test_toddlers_are_younger(group: str) -> None:
    assert band_of(group, None, TALK) is Band.YOUNGER


@pytest.mark.parametrize(
    "group", ["", "4/5", "groep 3/4/5", "Vlinders", "Rimboe", "h4", "12", "9", "lokaal 3"]
)
def test_a_group_that_does_not_tell_leaves_the_age_open(group: str) -> None:
    assert band_of(group, None, TALK) is None


def test_the_birth_date_decides_in_a_combined_group() -> None:
    assert band_of("4/5", date(2019, 1, 10), TALK) is Band.YOUNGER
    assert band_of("4/5", date(2018, 12, 10), TALK) is Band.OLDER


def test_the_birth_date_says_more_than_the_group() -> None:
    assert band_of("1b", date(2014, 3, 2), TALK) is Band.OLDER


@given(st.dates(date(2010, 1, 1), date(2024, 12, 31)))
def test_nobody_changes_in_the_course_of_a_school_year(born: date) -> None:
    assert band_of("", born, date(2026, 8, 1)) is band_of("", born, date(2027, 7, 31))


@given(st.text(), st.none() | st.dates(), st.dates())
def test_whatever_a_school_calls_its_groups_is_taken(group: str, born: date | None, on: date) -> None:
    assert band_of(group, born, on) in (None, *Band)
