"""What a sheet looks like once every talk is one row below one row of headers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from store.domain.text import fold, those
from store.roster.blanks import NOT_KNOWN
from store.roster.columns import Columns
from store.roster.dates import DateReader, FoundDate
from store.roster.names import MANY_LOST, has_capitals, is_a_name, words
from store.roster.problems import Doubt, RosterProblem
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

_BREAKS = those(
    "pauze pause break lunch lunchpauze koffie koffiepauze thee theepauze eten avondeten eetpauze diner "
    "dinerpauze"
)
_FREE = NOT_KNOWN | those(
    "vrij free leeg open beschikbaar available frei libre vacant "
    "reserve reservetijd reserveplek reserveplaats uitloop uitlooptijd buffer buffertijd marge "
    "speling spare puffer"
)
_SIZES = those(
    "klein kleine groot grote kort korte lang lange eerste tweede short long small big first second"
)
"""What stands before the word for a break."""
_BLOCKED = those(
    "gereserveerd geblokkeerd bezet dicht blocked reserved taken busy booked gesperrt "
    "afwezig absent verhinderd gepland wisseltijd wissel"
)
_SCHOOLS = those(
    "obs cbs kbs rkbs pcb pcbs ods sbo sbs bs gbs ikc kc kindcentrum school scholengroep scholengemeenschap "
    "college lyceum juf juffrouw meester leerkracht leraar docent mentor directeur directie "
    "schoolleider teacher miss"
)
"""Words before the name of a school, or of who teaches there."""
_TOTALS = those(
    "totaal total totalen subtotaal aantal pagina page seite blad einde legenda legend sum som gemiddeld"
)


LONGEST_DATE = 9
"""Words that a date may take, with a weekday ahead of it and blanks around its signs."""
MOST_TITLES = 20
_PART_OF_DAY = re.compile(r"(?<=dag)\s?(?:ochtend|morgen|middag|avond)s?$", re.IGNORECASE)
_A_WEEK = timedelta(days=7)
_END_OF_SPAN = (
    r"(?:(?:ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]*\.?\s+)?"
    r"\d\d?(?:\s*[-/.]\s*\d\d?(?:\s*[-/.]\s*'?(?:\d{4}|\d\d))?|\s+[^\W\d_]{3,}\.?(?:\s+'?(?:\d{4}|\d\d))?)?"
)
_SPAN = (
    rf"(?i)(?<![\w/.-])({_END_OF_SPAN})\s*(?:t/m|tot(?:\s+en\s+met)?|-|–|—|to|until|through|thru|en|and|&)\s*"
    rf"({_END_OF_SPAN})(?![\w/-]|\.\d|:\d)"
)
_BEGINS = (
    r"(?i)(?:\bweek(?:\s+\d\d?)?[:(\s]+(?:van\s+|of\s+|beginning\s+)?|\b(?:vanaf|from|starting)\s+)"
    rf"({_END_OF_SPAN})"
)
_WEEK = re.compile(r"\b(?:week|wk)\.?\s*(?:nr\.?\s*)?(\d\d?)\b(?![-/.:]\d)", re.IGNORECASE)


class Week(NamedTuple):
    """The days that a sheet is about; `sure` where each weekday is one of them."""

    first: date
    last: date
    sure: bool


class Pause(NamedTuple):
    """A row that keeps time free: its time as written, and what it is for."""

    row: int
    day: str
    time: str
    text: str


class Layout(NamedTuple):
    """The rows of one sheet below its headers, one per talk or pupil, and what was seen on the way.

    `free` are the places nobody has taken; `kind` says how the sheet was laid out, `group`
    of which group it is, where it says so for all of its rows together. The rows `beside` another have one
    time with the row above, in one cell. Each row is of `one_child` where the file says so.
    """

    columns: Columns
    rows: tuple[TableRow, ...]
    problems: tuple[RosterProblem, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    pauses: tuple[Pause, ...] = ()
    free: tuple[Pause, ...] = ()
    sheet: str = ""
    kind: str = "list"
    group: str = ""
    beside: frozenset[int] = frozenset()
    one_child: bool = False


def is_last_name_of_somebody(text: str) -> bool:
    """Return whether a cell begins with a word that keeps a time, and is a name: "Vrij, Lotte de"."""
    ahead, _, first = (part.strip() for part in text.partition(","))
    return _says_no_talk(ahead) and _is_a_first_name(first)


def _says_no_talk(text: str) -> bool:
    said = words(text)
    return bool(said) and fold(said[0]) in _BREAKS | _FREE | _BLOCKED | _TOTALS


def _is_a_first_name(text: str) -> bool:
    """Return whether a first name stands behind a comma, with its infix perhaps."""
    named = text[:1].isupper() and is_a_name(text) and has_capitals(text) and not any(map(str.isdigit, text))
    return named and not _says_no_talk(text) and not is_of_the_school(text)


def is_pause(text: str) -> bool:
    """Return whether a cell in the place of a name keeps the time free for a break."""
    said = words(text)
    if not 0 < len(said) <= 3 or is_last_name_of_somebody(text):
        return False
    if fold(said[0]) in _BREAKS:
        return True
    # "kleine pauze"; with a capital it is a last name, unless a word of size is ahead of it
    behind = fold(said[-1]) in _BREAKS and not any(map(str.isdigit, text))
    return behind and (text.split()[-1].islower() or fold(said[0]) in _SIZES)


def is_free(text: str) -> bool:
    """Return whether a cell in the place of a name says that nobody took it."""
    said = words(text)
    if not said:
        # more question marks are a name whose letters were lost
        return bool(text) and not any(map(str.isalnum, text)) and not MANY_LOST.search(text)
    if is_last_name_of_somebody(text):
        return False
    crossed_out = set("".join(said)) == {"x"}
    # "n.v.t.", "n.n.b.": in letters with points
    return crossed_out or (len(said) <= 3 and (said[0] in _FREE or "".join(said) in _FREE))


def is_of_the_school(text: str) -> bool:
    """Return whether a line names a school, or somebody who works there, as titles and footers do."""
    said = words(text)
    return len(said) > 1 and (fold(said[0]) in _SCHOOLS or said[0].endswith("school"))


def is_blocked(text: str) -> bool:
    """Return whether a cell in the place of a name says that nobody can have the time, and not for what."""
    said = words(text)
    return 0 < len(said) <= 2 and said[0] in _BLOCKED and not is_last_name_of_somebody(text)


def is_total(text: str) -> bool:
    """Return whether a row is about the list itself: a total, a page, a date of printing."""
    said = words(text)
    return bool(said) and said[0] in _TOTALS and not is_last_name_of_somebody(text)


def whole_date(text: str, dates: DateReader) -> str:
    """Return the date that a text is and nothing else, as ISO; empty when it is none. "10.10" is a time."""
    if {".", ":"} & set(text) and read_time(text):
        return ""
    found = dates.read(text)
    return found.day.isoformat() if found and not any(map(str.isalnum, found.rest)) else ""


def date_within(text: str, dates: DateReader) -> str:
    """Return the only date that stands somewhere in a text, as ISO: "Ouderavond 25-08-2026"."""
    found = set(days_within(text, dates))
    return found.pop() if len(found) == 1 else ""


def day_of_sheet(sheet: str, dates: DateReader) -> FoundDate | None:
    """Return the day that a sheet is named after: "ma 14 sep", "14-09", "dinsdagmiddag", "Dag 1 (14-9)".

    "5-6" are groups.
    """
    if within := date_within(sheet, dates):
        return FoundDate(date.fromisoformat(within))
    said = _PART_OF_DAY.sub("", " ".join(sheet.split()))
    aside = re.search(r"[(\[](.+)[)\]]", said)
    for text in (said, aside[1] if aside else ""):
        numbers = re.fullmatch(r"(\d)\s*[-/.]\s*(\d)", text)
        groups = numbers is not None and int(numbers[2]) - int(numbers[1]) == 1
        if not groups and whole_date(text, dates):
            return dates.read(text)
    return None


def week_named(table: Table, dates: DateReader) -> Week | None:
    """Return the week that a sheet is about: "Week van 31 augustus 2026", "31 aug t/m 4 sept", its name."""
    alone = (row.filled[0] for row in table.rows if len(row.filled) == 1)
    texts = [*filter(None, (table.sheet, *alone))]
    if spans := {span for text in texts for span in _spans_within(text, dates)}:
        begin, end = min(spans)[0], max(last for _, last in spans)
        return Week(begin, end, sure=end - begin < _A_WEEK)
    begins = (dates.read(found[1]) for text in texts for found in re.finditer(_BEGINS, text))
    first = next((each.day for each in begins if each and not each.rest and not each.alone), None)
    days = [first] if first else sorted({day for text in texts for day in _days_within(text, dates)})
    above = [cell for row in table.rows[:MOST_TITLES] for cell in row.filled]
    weeks = {int(found[1]) for text in (table.sheet, *above) if (found := _WEEK.search(text))}
    if not days and len(weeks) == 1 and dates.today:
        days = [first := monday_of(weeks.pop(), dates.today)]
    if not days or days[-1] - days[0] >= _A_WEEK:
        return None
    # a day that nothing is said of may as well be that of printing
    sure = bool(first) or len(days) > 1 or days[0].weekday() == 0
    return Week(days[0], days[0] + _A_WEEK - timedelta(days=1), sure)


def _spans_within(text: str, dates: DateReader) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of what goes from one to another; the first may have no month or year."""
    for found in re.finditer(_SPAN, text):
        last = dates.read(found[2])
        if last is None or last.rest or last.alone or found[2].isdigit():
            continue
        first = dates._replace(today=last.day).read(found[1])
        if found[1].isdigit():
            before = (last.day - timedelta(days=back) for back in range(31))
            start = next((day for day in before if day.day == int(found[1])), last.day)
        elif first and not first.rest and not first.alone:
            start = first.day
        else:
            continue
        if start <= last.day:
            yield start, last.day


def monday_of(week: int, today: date) -> date:
    """Return the Monday of a week by its number, the one nearest to today."""
    first = date.fromisocalendar(today.year, 1, 1) + timedelta(weeks=week - 1)
    return first if today - first < timedelta(days=183) else first + timedelta(weeks=52)


def days_within(text: str, dates: DateReader) -> list[str]:
    """Return the dates that stand somewhere in a text, as ISO."""
    return [day.isoformat() for day in _days_within(text, dates)]


def _days_within(text: str, dates: DateReader) -> list[date]:
    """Return the dates that stand somewhere in a text and are certain to be meant as such."""
    parts = text.split()
    found: list[date] = []
    at = 0
    while at < len(parts):
        part = parts[at : at + LONGEST_DATE]
        read = dates.read(" ".join(part))
        if read and read.certain:
            found.append(read.day)
            at += max(1, len(part) - len(read.rest.split()))
        else:
            at += 1
    return found
