"""Talks within sentences: "Op dinsdag 15 september verwachten we: 14.00 Pim de Boer en 14.20 Aya Kok"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.roster.columns import Column, Columns
from store.roster.dates import DateReader, FoundDate
from store.roster.header_words import Field
from store.roster.names import is_infix, without_preface
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.in_a_letter import NUMBERED_AHEAD
from store.roster.shape.layout import LONGEST_DATE, is_free, is_pause
from store.roster.sheets.table import Table, TableRow
from store.roster.times import PART_OF_DAY, SAID, read_time

FEWEST = 2
"""Talks that make a text a timetable."""
_CLOCK = r"\d\d?[:.hu]\d\d"
_TIME = re.compile(
    rf"(?<![\w/.-]){_CLOCK}(?:\s*(?:-|–|—|tot)\s*{_CLOCK})?(?:\s*(?:uur|u\b|h\b))?(?![\d/]){PART_OF_DAY}"
    rf"|(?<![\w/.-])\d\d?(?:\s?uur|[uh])\b{PART_OF_DAY}"
    rf"|(?<![\w/.-]){SAID}",
    re.IGNORECASE,
)
_SIGN = re.compile(r"(?<=\S)([:;,|])(?=\s|$)")
_STAMP = re.compile(r"\[?[^\]]*\d\d?:\d\d\]")
"""When a message in a chat was sent, which no talk is at."""
_SUBJECT = re.compile(r"(?:onderwerp|subject|betreft)\s*:", re.IGNORECASE)
_MAIL_HEADER = re.compile(r"[^\W\d_]{2,12}\s*:")
"""A label that a mail begins with: who from, to whom, when."""
_WROTE = re.compile(r"\b(?:schreef|wrote|heeft .+ geschreven)\b.*:\s*$", re.IGNORECASE)
_BESIDE_A_NAME = re.compile(r"\([^()]+\)|(?:[-–=]*>|→|⇒)\s*[^\W\d_][^\d,;:]*")
"""Who or what stands in brackets behind a name, or comes for it behind an arrow."""
_AROUND = " \t,;:.-–—|•*"
SHORT = 3
"""Letters of a weekday that is cut short."""
_AHEAD = frozenset({"op", "on"})
"""Words ahead of a day."""
_JOINS = re.compile(r"(?:^|\s)(?:en|and|om|op|komt|komen|is|met|voor|van|uur)$", re.IGNORECASE)
_LEADS = re.compile(r"(?:met|voor|komt|komen|is|verwachten we|van(?=\s[A-Z][^,]*$))\s+(?=[^\W\d_])")
_COLUMNS = Columns(
    0,
    (
        Column(0, "", Field.DATE),
        Column(1, "", Field.TIME),
        Column(2, "", Field.NAME),
        Column(3, "", Field.REMARK),
    ),
)


class _Line(NamedTuple):
    """A line: its days with the place of each, its times, and the text without the days."""

    row: TableRow
    text: str
    days: tuple[tuple[int, str], ...]
    times: tuple[re.Match[str], ...]


def talks_in_sentences(table: Table, dates: DateReader) -> tuple[Table, Columns] | None:
    """Return a row for each time with a name beside it and a day in the text; None where there are too few.

    A day is that of the times behind it, or of all in its line. Lines without a talk are told.
    """
    if not table.encoding or any(_STAMP.match(cell) for row in table.rows for cell in row.filled[:1]):
        return None
    if any(len(row.filled) > 2 and read_time(row.filled[0]) for row in table.rows):
        # times in cells of their own are of a table
        return None
    mail = _of_the_mail(table)
    told = [RosterProblem(ProblemCode.NO_PUPIL, row.number, value=" ".join(row.filled)) for row in mail]
    lines = [_line(row, table.delimiter, dates) for row in table.rows if not row.empty and row not in mail]
    timed = [line for line in lines if line.times]
    ahead = sum(bool(_name_ahead(line, 0)) for line in timed)
    behind = sum(not _ends_there(line) and bool(_name_behind(line, len(line.times) - 1)[0]) for line in timed)
    rows: list[TableRow] = []
    problems = told
    day = ""
    for line in lines:
        found = list(_talks(line, day, names_ahead=ahead > behind))
        rows += [line.row._replace(cells=cells) for cells in found]
        if len(found) < max(len(line.times), bool(line.text.strip(_AROUND))):
            value = " ".join(" ".join(line.row.filled).split())
            problems.append(RosterProblem(ProblemCode.NO_PUPIL, line.row.number, value=value))
        if line.days:
            # a line with more days and no talk says nothing of which one is meant
            alone = len({said for _, said in line.days}) == 1
            day = line.days[-1][1] if found or alone else ""
    dated = sum(bool(row.cells[0]) for row in rows)
    if len(rows) < FEWEST or dated < len(rows):
        return None
    return table._replace(rows=tuple(rows), problems=(*table.problems, *problems)), _COLUMNS


def _of_the_mail(table: Table) -> list[TableRow]:
    """Return the lines a mail program put above a mail, and what it answers: these times are no talk's."""
    rows = [row for row in table.rows if not row.empty]
    said = [row.filled[0] for row in rows]
    subject = next((at for at, text in enumerate(said) if _SUBJECT.match(text)), -1)
    ahead = [row for row, text in zip(rows[: subject + 1], said, strict=False) if _MAIL_HEADER.match(text)]
    quoted = [
        row for row, text in zip(rows, said, strict=True) if text.startswith(">") or _WROTE.search(text)
    ]
    return [*ahead, *quoted]


def _ends_there(line: _Line) -> bool:
    """Return whether a sentence ends with the last time of a line."""
    return line.text[line.times[-1].end() :].lstrip().startswith(".")


def _line(row: TableRow, delimiter: str, dates: DateReader) -> _Line:
    """Return a line with the days in it taken out."""
    text = NUMBERED_AHEAD.sub("", f"{delimiter.strip()} ".join(row.filled))
    parts = _SIGN.sub(r" \1", text).split()
    kept: list[str] = []
    days: list[tuple[int, str]] = []
    at = 0
    while at < len(parts):
        length, day = _day_at(parts, at, dates)
        if length:
            days.append((len(" ".join(kept)), day))
            at += length
        else:
            kept.append(parts[at])
            at += 1
    bare = " ".join(kept)
    return _Line(row, bare, tuple(days), tuple(each for each in _TIME.finditer(bare) if read_time(each[0])))


def _day_at(parts: Sequence[str], at: int, dates: DateReader) -> tuple[int, str]:
    """Return how many words are a day, and the day; 0 where there is none."""
    part = parts[at : at + LONGEST_DATE]
    found = dates.read(" ".join(part))
    length = max(1, len(part) - len(found.rest.split())) if found else 0
    if found is None:
        # "(di 15 sep)": nothing may stand behind a date without a year
        shorter = ((size, dates.read(" ".join(part[:size]).strip("()"))) for size in (4, 3, 2, 1))
        length, found = next(((size, each) for size, each in shorter if each and not each.rest), (0, None))
    if found is None or not _is_a_day(found, parts, at, length):
        return 0, ""
    return length, " ".join(part[:length]).strip("()") if found.alone else found.day.isoformat()


def _is_a_day(found: FoundDate, parts: Sequence[str], at: int, length: int) -> bool:
    """Return whether a date is meant as one: "we" is a word, unless it comes first and a time behind it."""
    if found.alone:
        return len(parts[at].strip("().")) > SHORT or (not at and bool(_TIME.match(" ".join(parts[1:2]))))
    written = " ".join(parts[at : at + length])
    return found.certain or bool(re.search(r"[/-]|\d\s+[^\W\d_]{3}", written))


def _talks(line: _Line, day: str, *, names_ahead: bool) -> Iterator[tuple[str, ...]]:
    """Yield day, time, name and remark of each time that has a name beside it."""
    for at, time in enumerate(line.times):
        name, remark = (_name_ahead(line, at), "") if names_ahead else _name_behind(line, at)
        if names_ahead and time is line.times[-1]:
            remark = line.text[time.end() :].strip(_AROUND)
        if name:
            yield _day_of(line, at, day), time[0], name, remark


def _day_of(line: _Line, at: int, day: str) -> str:
    """Return the day of a time: the last one ahead of it, its own behind it, else that of the lines above."""
    days = [said for _, said in line.days]
    before = [said for place, said in line.days if place <= line.times[at].start()]
    first = line.times[0].start()
    if len(days) == len(line.times) and all(place > first for place, _ in line.days):
        return days[at]
    return before[-1] if before else days[0] if days else day


def _name_behind(line: _Line, at: int) -> tuple[str, str]:
    """Return the name behind a time, and what stands behind that."""
    end = line.times[at + 1].start() if at + 1 < len(line.times) else len(line.text)
    text = line.text[line.times[at].end() : end].strip(_AROUND)
    while found := _JOINS.search(text):
        text = text[: found.start()].strip(_AROUND)
    text = without_preface(text)
    if lead := _LEADS.match(text):
        text = text[lead.end() :]
    if is_pause(text) or is_free(text):
        return text, ""
    name = _run(text.split())
    remark = " ".join(text.split()[len(name) :]).strip(_AROUND)
    if not name:
        return "", ""
    # what that is, is told where names are read
    aside = _BESIDE_A_NAME.match(remark)
    remark = remark[aside.end() :].strip(_AROUND) if aside else remark
    said = filter(None, (" ".join(name).strip(_AROUND), aside[0] if aside else ""))
    return " ".join(said).replace(" ,", ","), remark


def _name_ahead(line: _Line, at: int) -> str:
    """Return the name ahead of a time."""
    start = line.times[at - 1].end() if at else 0
    parts = line.text[start : line.times[at].start()].strip(_AROUND).split()
    while parts and not parts[-1][:1].isupper():
        parts.pop()
    name = _run(parts[::-1], backwards=True)
    return " ".join(name[::-1])


def _run(parts: Sequence[str], *, backwards: bool = False) -> list[str]:
    """Return the words of a name that a text begins with: with capitals, or infixes between these."""
    kept: list[str] = []
    for part in parts:
        if part == "," and kept and not backwards:
            kept.append(part)
            continue
        if not (part[:1].isupper() or is_infix(part)):
            break
        kept.append(part)
    while kept and not kept[-1][:1].isupper():
        kept.pop()
    return kept if any(part[:1].isupper() and not is_infix(part.casefold()) for part in kept) else []
