"""How old a pupil is, for choosing questions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.year.ages import ANY_AGE, Age, ages_of

TALK = date(2026, 8, 25)
NAMED = {
    Age.TODDLER: ("1", "GROEP 1/2", "1-2", "gr. 2", "Peuters", "kleuters A", "de kleutergroep"),
    Age.GROUPS_3_TO_5: (
        "3",
        "groep 3",
        "Groep 4b",
        "3a/4a",
        "gr3",
        "group 4",
        " groep 3 ",
        "3 A",
        "4/5",
        "5",
    ),
    Age.GROUPS_6_TO_8: ("8", "groep 6", "Groep 7b", "7/8", "6 & 7", "6/7/8"),
    Age.VO: ("havo 4", "4havo", "VWO 2", "vmbo-t 3", "brugklas 1b", "Gymnasium 2", "VO"),
    Age.MBO: ("mbo 1", "mbo-verpleegkunde"),
}


@pytest.mark.parametrize("age", NAMED)
def test_the_name_of_a_group_tells_the_age(age: Age) -> None:
    assert {each: ages_of(each, None, TALK) for each in NAMED[age]} == {each: {age} for each in NAMED[age]}


def test_a_combined_group_may_be_of_several_ages() -> None:
    assert ages_of("2/3", None, TALK) == {Age.TODDLER, Age.GROUPS_3_TO_5}
    assert ages_of("5/6/7", None, TALK) == {Age.GROUPS_3_TO_5, Age.GROUPS_6_TO_8}


@pytest.mark.parametrize("group", ["", "Vlinders", "Rimboe", "h4", "12", "9", "lokaal 3", "voor school"])
def test_a_group_that_does_not_tell_leaves_every_age_open(group: str) -> None:
    assert ages_of(group, None, TALK) == ANY_AGE


def test_the_birth_date_decides_what_the_group_leaves_open() -> None:
    assert ages_of("5/6", date(2018, 1, 10), TALK) == {Age.GROUPS_3_TO_5}
    assert ages_of("5/6", date(2017, 12, 10), TALK) == {Age.GROUPS_6_TO_8}
    assert ages_of("Vlinders", date(2022, 3, 2), TALK) == {Age.TODDLER}


def test_who_does_a_year_again_is_among_the_group() -> None:
    assert ages_of("groep 5", date(2017, 3, 2), TALK) == {Age.GROUPS_3_TO_5}
    assert ages_of("groep 8", date(2014, 3, 2), TALK) == {Age.GROUPS_6_TO_8}
    assert ages_of("mbo 1", date(2011, 3, 2), TALK) == {Age.MBO}


def test_a_birth_date_that_is_far_from_the_group_says_more_than_it() -> None:
    assert ages_of("1b", date(2014, 3, 2), TALK) == {Age.VO}


def test_of_who_is_sixteen_the_group_tells_which_school() -> None:
    born = date(2009, 3, 2)
    assert ages_of("", born, TALK) == {Age.VO, Age.MBO}
    assert ages_of("havo 5", born, TALK) == {Age.VO}


@given(st.dates(date(2006, 1, 1), date(2024, 12, 31)))
def test_nobody_changes_in_the_course_of_a_school_year(born: date) -> None:
    assert ages_of("", born, date(2026, 8, 1)) == ages_of("", born, date(2027, 7, 31))


@given(st.text(), st.none() | st.dates(), st.dates())
def test_whatever_a_school_calls_its_groups_is_taken(group: str, born: date | None, on: date) -> None:
    assert ages_of(group, born, on) > frozenset()
