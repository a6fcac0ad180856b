"""Holidays from the public calendar: school holidays by region, public and optional ones by name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

from store.domain.school_year import Holiday, SchoolYear, assumed_year, first_day, first_year

REGIONS = ("Noord", "Midden", "Zuid")
SUMMER = "Zomervakantie"
WITHOUT_HOLIDAYS = range(7, 12)
"""Months, from July, in which no public holiday ever is."""
WITHOUT_SCHOOL_HOLIDAYS = frozenset({7, 8, 9, 11})
"""Months in which no school holiday begins, or only summer is on."""
_DAY = timedelta(days=1)


class UnknownRegionError(Exception):
    """School holidays differ by region; without one of `REGIONS` there are none to give."""

    def __init__(self, region: str) -> None:
        super().__init__(region)
        self.region = region


class UnknownYearError(Exception):
    """The public calendar does not know the holidays of this year (yet)."""

    def __init__(self, year: int) -> None:
        super().__init__(str(year))
        self.year = year


def school_holidays(region: str, first_year: int) -> tuple[Holiday, ...]:
    """Return the school holidays of the year from August of `first_year`, both summers included.

    Raises:
        UnknownRegionError: the region is not one of `REGIONS`.
        UnknownYearError: the government has not set the dates of that year, or the calendar has not got them.
    """
    if region not in REGIONS:
        raise UnknownRegionError(region)
    import holidays

    years = [first_year, first_year + 1, first_year + 2]
    days = holidays.country_holidays("NL", subdiv=region, categories=("school",), years=years, language="nl")
    found = _periods((day, name) for day, name in sorted(days.items()))
    begin, end = date(first_year, 6, 1), date(first_year + 1, 9, 15)
    in_year = tuple(each for each in found if each.last >= begin and each.first <= end)
    for needed in (first_year, first_year + 1):
        if not any(each.name == SUMMER and each.first.year == needed for each in in_year):
            raise UnknownYearError(needed)
    return in_year


def public_holidays_on(days: Collection[date]) -> tuple[Holiday, ...]:
    """Return the public and optional holidays on any of these days."""
    # looking them up takes long, for months that have none
    years = sorted({first_year(day) for day in days if day.month not in WITHOUT_HOLIDAYS})
    found = (each for year in years for each in public_holidays(year))
    return tuple(each for each in found if any(day in each for day in days))


def holidays_somewhere_on(days: Collection[date]) -> tuple[Holiday, ...]:
    """Return the school holidays that any region has on these days, each by day and with its regions.

    The last days of summer are days for talks, so that none counts then.
    """
    found: list[Holiday] = []
    asked = sorted(day for day in days if day.month not in WITHOUT_SCHOOL_HOLIDAYS)
    for year in sorted({first_year(day) for day in asked}):
        with suppress(UnknownYearError):
            regions = {region: school_holidays(region, year) for region in REGIONS}
            found += filter(None, (_somewhere_on(day, regions) for day in asked if first_year(day) == year))
    return tuple(found)


def _somewhere_on(day: date, regions: Mapping[str, Sequence[Holiday]]) -> Holiday | None:
    there = {region: each.name for region, those in regions.items() for each in those if day in each}
    if not there:
        return None
    name = next(iter(there.values()))
    named = name if len(there) == len(regions) else f"{name} ({', '.join(there)})"
    return Holiday(name=named, first=day, last=day)


def public_holidays(first_year: int) -> tuple[Holiday, ...]:
    """Return public and optional holidays from August of `first_year` up to the next, in Dutch."""
    import holidays

    days = holidays.country_holidays(
        "NL", categories=("public", "optional"), years=[first_year, first_year + 1], language="nl"
    )
    return tuple(
        Holiday(name=each, first=day, last=day)
        for day, names in sorted(days.items())
        if first_day(first_year) <= day < first_day(first_year + 1)
        for each in str(names).split("; ")
    )


def school_year(region: str, first_year: int) -> SchoolYear:
    """Return the school year of a region: from the Monday after one summer to the Friday before the next.

    Raises:
        UnknownRegionError: the region is not one of `REGIONS`.
        UnknownYearError: the public calendar does not know that year.
    """
    found = school_holidays(region, first_year)
    before, after = (
        next(each for each in found if each.name == SUMMER and each.first.year == year)
        for year in (first_year, first_year + 1)
    )
    start, end = before.last + _DAY, after.first - _DAY
    start += (7 - start.weekday()) % 7 * _DAY
    end -= max(0, end.weekday() - 4) * _DAY
    return SchoolYear(
        start=start,
        end=end,
        region=region,
        holidays=tuple(each for each in found if each.last >= start),
        public_holidays=public_holidays(first_year),
    )


def filled(year: SchoolYear, *, public: bool, school: bool) -> SchoolYear:
    """Return a school year with what the public calendar knows in place of what was left out.

    Raises:
        UnknownYearError: the public calendar does not know that year.
    """
    first_year = year.start.year if year.start.month >= 6 else year.start.year - 1
    if public:
        year = replace(year, public_holidays=public_holidays(first_year))
    if school:
        found = school_holidays(year.region, first_year)
        year = replace(year, holidays=tuple(each for each in found if each.last >= year.start))
    return year


def default_year(day: date) -> SchoolYear:
    """Assume a school year, with its public holidays; without school holidays and reports."""
    return filled(assumed_year(day), public=True, school=False)


def _periods(days: Iterable[tuple[date, str]]) -> tuple[Holiday, ...]:
    """Join days of the same name that follow each other to periods."""
    found: list[tuple[str, date, date]] = []
    for day, name in days:
        if found and found[-1][0] == name and day - found[-1][2] == _DAY:
            found[-1] = (name, found[-1][1], day)
        else:
            found.append((name, day, day))
    return tuple(Holiday(name=name, first=first, last=last) for name, first, last in found)
