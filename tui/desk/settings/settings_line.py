"""What a line does on a row of the settings that is about the school."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from store.calendar.provinces import in_words, regions_of_places, split_provinces
from store.calendar.school_holidays import REGIONS, UnknownYearError, filled, school_year
from store.domain.people import LONGEST_NAME
from store.domain.school import School
from store.domain.school_year import Holiday, Occasion, Reception, Report, SchoolYear, first_year, year_name
from store.domain.talk import DEFAULT_MINUTES
from store.domain.text import those
from store.language import LANGUAGES
from tui.desk.settings.refusal import RefusedError, SettingRefusal
from tui.desk.settings.settings_rows import LISTS, OF_SCHOOL, Setting, SettingKind
from tui.desk.settings.typed_dates import (
    NoDay,
    NoDayError,
    Typed,
    read_day,
    read_day_and_time,
    read_period,
)
from tui.desk.settings.typed_numbers import MINUTE_WORDS, WEEK_WORDS, number_in
from tui.desk.talk.signs import NO

MINUTES = range(5, 181)
WEEKS = range(1, 41)


class Mind(StrEnum):
    """What to mention of a line that was taken."""

    NO_REGION = "no_region"
    YEAR_UNKNOWN = "year_unknown"
    WAS_READ = "was_read"
    NO_SCHOOL = "no_school"


class NamedDays(NamedTuple):
    """A name with its first and last day: what the rows of every list say."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Changed:
    """The school after a line was taken, where the cursor belongs now, and what to mention."""

    school: School
    row: Setting
    mind: Mind | None = None
    day: date | None = None


def typed(row: Setting, text: str, school: School, day: date) -> Changed:
    """Return the school with this row as typed; `-` empties the row. `day` is any day of the school year.

    Raises:
        RefusedError: the text can't be taken; also every code of `NoDayError`.
    """
    if text == NO:
        return removed(row, school, day)
    match row.kind:
        case SettingKind.TEACHER if len(text) > LONGEST_NAME:
            raise RefusedError(SettingRefusal.NAME)
        case SettingKind.TEACHER:
            return Changed(replace(school, teacher=text), row)
        case SettingKind.REACHED_BY:
            return Changed(replace(school, reached_by=text), row)
        case SettingKind.MINUTES:
            return Changed(
                replace(school, minutes=number_in(text, MINUTES, SettingRefusal.MINUTES, MINUTE_WORDS)), row
            )
        case SettingKind.LANGUAGE:
            return Changed(replace(school, language=_choice(text, _LANGUAGES, SettingRefusal.LANGUAGE)), row)
        case SettingKind.REGION:
            return _in_region(_region(text), row, school, day)
    try:
        return _in_year(row, text, school, day)
    except NoDayError as error:
        raise RefusedError(error.code, day=error.day) from error


def with_reports(reports: Sequence[Report], school: School, day: date) -> Changed:
    """Return the school with these reports, in place of those that had their numbers.

    Raises:
        RefusedError: NoDay.OUTSIDE, one of them is not in the school year.
    """
    year = confirmed_year(school, day)
    for each in reports:
        if not year.start <= each.day <= year.end:
            raise RefusedError(NoDay.OUTSIDE, day=each.day)
    numbers = {each.number for each in reports}
    others = (each for each in year.reports if each.number not in numbers)
    whole = tuple(sorted((*others, *reports), key=lambda each: each.number))
    row = Setting(SettingKind.REPORT, reports[0].number)
    closed = next((each.day for each in reports if not year.is_school_day(each.day)), reports[0].day)
    return _dated(closed, _sound(replace(year, reports=whole)), row, school)


def removed(row: Setting, school: School, day: date) -> Changed:
    """Return the school without what this row says; what needs a value gets the usual one.

    Raises:
        RefusedError: NEEDED, for the first and last school day; NOTHING, where nothing stands.
    """
    year = confirmed_year(school, day)
    match row.kind:
        case SettingKind.TEACHER:
            return Changed(replace(school, teacher=""), row)
        case SettingKind.REACHED_BY:
            return Changed(replace(school, reached_by=""), row)
        case SettingKind.MINUTES:
            return Changed(replace(school, minutes=DEFAULT_MINUTES), row)
        case SettingKind.LANGUAGE:
            return Changed(replace(school, language=""), row)
        case SettingKind.REGION:
            return Changed(replace(school, year=replace(year, region="")), row, Mind.NO_REGION)
        case SettingKind.DEADLINE:
            usual = SchoolYear(start=year.start, end=year.end).deadline_week
            return Changed(replace(school, year=replace(year, deadline_week=usual)), row)
        case SettingKind.REPORT:
            reports = tuple(each for each in year.reports if each.number != row.at)
            return Changed(replace(school, year=replace(year, reports=reports)), row)
        case SettingKind.RECEPTION:
            return Changed(replace(school, year=_with_reception(None, row, year)), row)
        case SettingKind.HOLIDAY | SettingKind.DAY_OFF | SettingKind.OCCASION:
            rest = listed(row.kind, year)
            rest = rest[: row.at] + rest[row.at + 1 :]
            left = row if row.at < len(rest) else Setting(LISTS[row.kind])
            return Changed(replace(school, year=_with(row.kind, year, rest)), left)
        case SettingKind.START | SettingKind.END:
            raise RefusedError(SettingRefusal.NEEDED)
    raise RefusedError(SettingRefusal.NOTHING)


def confirmed_year(school: School, day: date) -> SchoolYear:
    """Return the school year that was given; an assumed one gets its public holidays and counts as given."""
    year = school.year_of(day)
    return filled(year, public=True, school=False) if year.assumed else year


def from_file(year: SchoolYear, school: School, day: date) -> School:
    """Return the school with a school year that was read from a file.

    Raises:
        RefusedError: OTHER_YEAR, the file is about another school year than that of `day`.
    """
    if year_name(year.start) != year_name(day):
        raise RefusedError(SettingRefusal.OTHER_YEAR, day=year.start)
    return replace(school, year=year, zone=year.zone)


# -- what is typed -----------------------------------------------------------------
CALENDAR_WEEK = 33
"""From this number on a week by which start talks are done is one of the calendar: in August, or later."""
_LANGUAGES = {
    **{language: language for language in LANGUAGES},
    **dict.fromkeys(("nederlands", "dutch"), "nl"),
    **dict.fromkeys(("engels", "english"), "en"),
}
_REGIONS = {
    **{region.casefold(): region for region in REGIONS},
    **{region[0].casefold(): region for region in REGIONS},
    **dict(zip(("north", "middle", "south"), REGIONS, strict=True)),
}
_IN_FRONT = those("regio region provincie province gemeente het the in")
_A_PLACE = 3
"""With so many letters a place is named, and no region by its first letter."""


def _choice(text: str, choices: dict[str, str], code: SettingRefusal) -> str:
    if not (found := _begun_with(text.casefold().strip(" .,;!"), choices)):
        raise RefusedError(code)
    return found


def _begun_with(letters: str, choices: dict[str, str]) -> str:
    """The one choice whose words begin with these letters; empty where there is none, or more than one."""
    found = {choice for word, choice in choices.items() if letters and word.startswith(letters)}
    return choices.get(letters) or (found.pop() if len(found) == 1 else "")


def _region(text: str) -> str:
    """The region that is named, or that of a province or place; a province in several asks which place."""
    named = "-".join(word for word in in_words(text).split("-") if word not in _IN_FRONT)
    split = split_provinces()
    found = _begun_with(named, _REGIONS)
    if not found and len(named) >= _A_PLACE:
        found = _begun_with(named, {**regions_of_places(), **split})
    if found in split.values():
        raise RefusedError(SettingRefusal.SPLIT_PROVINCE, text=found)
    if not found:
        raise RefusedError(SettingRefusal.REGION)
    return found


def _deadline_week(text: str, year: SchoolYear, august: int) -> int:
    """The school week that is typed by its number, or by a day: the last one that begins by then.

    A number too high for one by which such talks are done is that of a week in the calendar.
    """
    if (day := _deadline_day(text, august)) is None:
        week = number_in(text, range(WEEKS.start, 53), SettingRefusal.WEEK, WEEK_WORDS)
        if week < CALENDAR_WEEK:
            return week
        day = date.fromisocalendar(august, week, 1)
    weeks = [week for week in WEEKS if replace(year, deadline_week=week).deadline <= day]
    if not weeks or not year.start <= day <= year.end:
        raise RefusedError(NoDay.OUTSIDE, day=day)
    return weeks[-1]


def _deadline_day(text: str, august: int) -> date | None:
    """The day that is typed, also behind a word: before 14 September; None where there is none."""
    try:
        period = read_period(text, august).period
    except NoDayError as error:
        if error.code is not NoDay.UNREAD:
            raise
        return None
    return period[0] if period else None


def _in_region(region: str, row: Setting, school: School, day: date) -> Changed:
    """The school year of a region; reports, own days off and the deadline stay as they were told."""
    year = confirmed_year(school, day)
    try:
        public = school_year(region, first_year(day))
    except UnknownYearError:
        return Changed(replace(school, year=replace(year, region=region)), row, Mind.YEAR_UNKNOWN)
    changed = replace(
        public,
        reports=year.reports,
        days_off=year.days_off,
        occasions=year.occasions,
        receptions=year.receptions,
        deadline_week=year.deadline_week,
        zone=year.zone,
    )
    return Changed(replace(school, year=_sound(changed)), row)


def _in_year(row: Setting, text: str, school: School, day: date) -> Changed:
    year, august = confirmed_year(school, day), first_year(day)
    match row.kind:
        case SettingKind.DEADLINE:
            changed = replace(year, deadline_week=_deadline_week(text, year, august))
            return Changed(replace(school, year=changed), row)
        case SettingKind.START:
            start = read_day(text, august)
            return _dated(start, _sound(replace(year, start=start)), row, school)
        case SettingKind.END:
            end = read_day(text, august)
            return _dated(end, _sound(replace(year, end=end)), row, school)
        case SettingKind.REPORT:
            return with_reports((Report(number=row.at, day=read_day(text, august)),), school, day)
        case SettingKind.RECEPTION:
            day, time = read_day_and_time(text, august)
            if not year.start <= day <= year.end:
                raise RefusedError(NoDay.OUTSIDE, day=day)
            reception = Reception(day=day, time=time, group=row.group)
            return _dated(day, _with_reception(reception, row, year), row, school)
        case SettingKind.HOLIDAY | SettingKind.DAY_OFF | SettingKind.OCCASION:
            return _period(row, text, year, school, august)
        case SettingKind.MORE_HOLIDAYS | SettingKind.MORE_DAYS_OFF | SettingKind.MORE_OCCASIONS:
            kind = next(kind for kind, more in LISTS.items() if more is row.kind)
            one = _whole(_named_days(text, august, "", row.kind))
            return Changed(replace(school, year=_with(kind, year, (*listed(kind, year), one))), row)
    raise RefusedError(SettingRefusal.NOTHING)


def _with_reception(reception: Reception | None, row: Setting, year: SchoolYear) -> SchoolYear:
    """The year with this reception in the place of the one of a row, or without it."""
    others = (each for each in year.receptions if each.group != row.group)
    receptions = (*others, *((reception,) if reception else ()))
    return replace(year, receptions=tuple(sorted(receptions, key=lambda each: each.group)))


def _period(row: Setting, text: str, year: SchoolYear, school: School, august: int) -> Changed:
    """A named day or period typed anew: another name, other days, or both; it may come to stand elsewhere."""
    there = listed(row.kind, year)
    old = there[row.at]
    new = _named_days(text, august, old.name, row.kind)
    first, last = new.period or (old.first, old.last)
    one = NamedDays(new.name or old.name, first, last)
    changed = _with(row.kind, year, (*there[: row.at], one, *there[row.at + 1 :]))
    return Changed(replace(school, year=changed), Setting(row.kind, listed(row.kind, changed).index(one)))


def _named_days(text: str, august: int, known: str, kind: SettingKind) -> Typed:
    """Read a name and its days; what is neither is answered with both."""
    try:
        return read_period(text, august, known, of_school=kind in OF_SCHOOL)
    except NoDayError as error:
        if error.code is not NoDay.UNREAD:
            raise
        raise RefusedError(SettingRefusal.NAME_AND_DAYS) from None


def _whole(typed: Typed) -> NamedDays:
    if not typed.name or typed.period is None:
        raise RefusedError(SettingRefusal.NAME_AND_DAYS)
    return NamedDays(typed.name, *typed.period)


def _dated(day: date, year: SchoolYear, row: Setting, school: School) -> Changed:
    mind = None if year.is_school_day(day) else Mind.NO_SCHOOL
    return Changed(replace(school, year=year), row, mind, day)


def listed(kind: SettingKind, year: SchoolYear) -> tuple[NamedDays, ...]:
    """Return what is in the list that rows of this kind show."""
    match kind:
        case SettingKind.HOLIDAY:
            found: Iterable[Holiday | Occasion] = year.holidays
        case SettingKind.DAY_OFF:
            found = year.days_off
        case _:
            found = year.occasions
    return tuple(NamedDays(each.name, each.first, each.last) for each in found)


def _with(kind: SettingKind, year: SchoolYear, days: Iterable[NamedDays]) -> SchoolYear:
    """The year with these in the list of rows of this kind."""
    found = [each._asdict() for each in sorted(days, key=lambda each: (each.first, each.last))]
    if kind is SettingKind.OCCASION:
        return _sound(replace(year, occasions=tuple(Occasion(**each) for each in found)))
    free = tuple(Holiday(**each) for each in found)
    return replace(year, holidays=free) if kind is SettingKind.HOLIDAY else replace(year, days_off=free)


def _sound(year: SchoolYear) -> SchoolYear:
    """The year, if its file could be read back: it ends after it starts, with everything told inside it."""
    if year.end <= year.start:
        raise RefusedError(SettingRefusal.REVERSED_YEAR)
    for report in year.reports:
        if not year.start <= report.day <= year.end:
            raise RefusedError(SettingRefusal.REPORT_OUTSIDE, number=report.number, day=report.day)
    for reception in year.receptions:
        if not year.start <= reception.day <= year.end:
            raise RefusedError(SettingRefusal.RECEPTION_OUTSIDE, day=reception.day)
    for occasion in year.occasions:
        if occasion.last < year.start or occasion.first > year.end:
            raise RefusedError(SettingRefusal.OCCASION_OUTSIDE, day=occasion.first, text=occasion.name)
    return year
