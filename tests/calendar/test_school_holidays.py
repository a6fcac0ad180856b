"""Holidays from the public calendar, and what it does not know."""

from datetime import date

import pytest

from store.calendar.school_holidays import (
    REGIONS,
    UnknownRegionError,
    UnknownYearError,
    default_year,
    public_holidays,
    school_holidays,
    school_year,
)
from store.calendar.year_file import UnusableCalendarError, parsed


@pytest.mark.parametrize("region", REGIONS)
def test_every_region_has_its_five_holidays(region: str) -> None:
    names = [each.name for each in school_year(region, 2026).holidays]
    assert names == ["Herfstvakantie", "Kerstvakantie", "Voorjaarsvakantie", "Meivakantie", "Zomervakantie"]


def test_regions_differ() -> None:
    assert len({school_year(region, 2026).holidays for region in REGIONS}) == 3


def test_a_holiday_is_one_period_over_new_year() -> None:
    christmas = next(each for each in school_holidays("Midden", 2026) if each.name == "Kerstvakantie")
    assert (christmas.first, christmas.last) == (date(2026, 12, 19), date(2027, 1, 3))


def test_a_school_year_runs_from_a_monday_to_a_friday() -> None:
    for region in REGIONS:
        for first in range(2025, 2030):
            year = school_year(region, first)
            assert (year.start.weekday(), year.end.weekday()) == (0, 4)
            assert year.is_school_day(year.start)
            assert year.is_school_day(year.end)


def test_without_a_region_there_is_nothing_to_give() -> None:
    for region in ("", "Oost", "noord"):
        with pytest.raises(UnknownRegionError):
            school_holidays(region, 2026)


def test_a_year_that_is_not_set_yet_is_told() -> None:
    with pytest.raises(UnknownYearError) as caught:
        school_year("Noord", 2030)
    assert caught.value.year == 2031
    with pytest.raises(UnusableCalendarError) as told:
        parsed({"start": date(2031, 9, 1), "end": date(2032, 7, 2), "region": "Noord"})
    assert told.value.problems[0].code == "year_unknown"


def test_public_holidays_are_those_of_the_school_year() -> None:
    found = public_holidays(2026)
    assert (found[0].name, found[-1].name) == ("Eerste kerstdag", "Tweede pinksterdag")


def test_the_year_nobody_told_us_about_has_public_holidays_only() -> None:
    year = default_year(date(2026, 8, 25))
    assert year.start == date(2026, 8, 24)
    assert year.holidays == ()
    assert year.reports == ()
    assert year.public_holidays
