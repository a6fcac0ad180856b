"""Talks in a grid: times by days, days by times, times by teachers, or a poll of who comes when."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from store.roster.choices import EVERY_TEACHER, NO_CHOICES, Choices
from store.roster.columns import Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field, meaning_of
from store.roster.names import is_a_name
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.said.day_named import without_made
from store.roster.shape.above.group import names_a_group
from store.roster.shape.layout import (
    Layout,
    Pause,
    date_within,
    day_of_sheet,
    is_free,
    is_pause,
    is_total,
    whole_date,
)
from store.roster.shape.poll import Head, read_poll
from store.roster.shape.teachers import teacher_named
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

COLUMNS = Columns(
    0,
    (
        Column(0, "Datum", Field.DATE),
        Column(1, "Tijd", Field.TIME),
        Column(2, "Leerling", Field.NAME),
        Column(3, "Leerkracht", Field.TEACHER),
        Column(4, "Opmerking", Field.REMARK),
    ),
)
"""The columns that the talks of a grid get."""
GROUP = Column(len(COLUMNS.all), "Groep", Field.GROUP)
"""That of a grid with groups between its rows."""
MOST_ROWS_ABOVE = 15
_NUMBERED_GROUP = re.compile(r"\d{1,2}(?:\s?/\s?\d{1,2})?")
"""Groups that a school numbers, also two that are one: "63/64"."""
_WITH_TEACHER = re.compile(r"([^(]*\d[^(]*?)\s*(?:\(|\s[-–:|]\s+)([^\W\d_][^()]*)\)?")


@dataclass(slots=True)
class _Found:
    """The talks and other things found in a grid."""

    rows: list[TableRow] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    problems: list[RosterProblem] = field(default_factory=list)
    free: list[Pause] = field(default_factory=list)


def read_grid(
    table: Table, dates: DateReader, choices: Choices = NO_CHOICES, *, teachers: bool = False
) -> Layout | None:
    """Return the talks of a grid; None when the sheet is none.

    Of a grid by teachers, which without days above them only counts when `teachers` may be meant, the
    teacher that was chosen is read; without one, the first, and it is asked.
    """
    rows = [row for row in table.rows if not row.empty]
    sheet = day_of_sheet(table.sheet, dates)
    said = " ".join(without_made(cell, dates) for row in rows for cell in row.filled)
    around = date_within(said, dates) or (sheet.day.isoformat() if sheet else "")
    above = rows[:MOST_ROWS_ABOVE]
    for at, row in enumerate(above):
        days = _day_heads(above[at - 1], above[: at - 1], dates) if at else {}
        if days and (found := _by_teacher(table, row, rows[at + 1 :], dates, around, choices, days)):
            return found
    for at, row in enumerate(above):
        for heads in (_day_heads(row, above[:at], dates), _time_heads(row, above[:at], dates)):
            if len(heads) > 1 and (found := _read(table, heads, rows[at + 1 :], dates, around, choices)):
                return found
    for at, row in enumerate(above if teachers else ()):
        day = _heading(above[:at], dates) or around
        if found := _by_teacher(table, row, rows[at + 1 :], dates, day, choices, {}):
            return found
    return None


def _heading(above: Sequence[TableRow], dates: DateReader) -> str:
    """Return the day that stands by itself right above, where lists of more days stand below each other."""
    return whole_date(above[-1].filled[0], dates) if above and len(above[-1].filled) == 1 else ""


def _day_heads(row: TableRow, above: Sequence[TableRow], dates: DateReader) -> dict[int, Head]:
    """Return the columns of a row of days; the month may stand above them."""
    heads: dict[int, Head] = {}
    over = _carried(above[-1]) if above else {}
    for at, cell in enumerate(row.cells):
        if at and cell:
            text = " ".join(cell.split())
            day = whole_date(text, dates) or (at in over and whole_date(f"{text} {over[at]}", dates)) or ""
            if not day and at:
                found = dates.read(text)
                if found and read_time(found.rest):
                    heads[at] = Head(text, found.day.isoformat(), found.rest)
                continue
            heads[at] = Head(text, day)
    return heads


def _time_heads(row: TableRow, above: Sequence[TableRow], dates: DateReader) -> dict[int, Head]:
    """Return the columns of a row of times; the days may stand above them, each over several."""
    times = {at: cell for at, cell in enumerate(row.cells) if at and cell and read_time(cell)}
    if len(times) < 2 or len(times) < len([cell for cell in row.cells[1:] if cell]):
        return {}
    days: Mapping[int, str] = {}
    for at in range(len(above) - 1, -1, -1):
        found = _day_heads(above[at], above[:at], dates)
        if found:
            days = _carried_days(found, max(times) + 1)
            break
    return {at: Head(" ".join(cell.split()), days.get(at, ""), cell) for at, cell in times.items()}


def _carried(row: TableRow) -> dict[int, str]:
    """Return what stands above each column, where a cell goes on until the next one."""
    found: dict[int, str] = {}
    over = ""
    for at in range(64):
        over = (row.cells[at] if at < len(row.cells) else "") or over
        found[at] = over
    return found


def _carried_days(heads: Mapping[int, Head], width: int) -> dict[int, str]:
    found: dict[int, str] = {}
    over = ""
    for at in range(width):
        over = heads[at].day if at in heads else over
        found[at] = over
    return found


def _read(
    table: Table,
    heads: Mapping[int, Head],
    below: Sequence[TableRow],
    dates: DateReader,
    around: str,
    choices: Choices,
) -> Layout | None:
    """Return the talks below these heads, by what stands in the first column: times, days or names."""
    first = [row.cells[0] for row in below if row.cells and row.cells[0] and not _headed(row)]
    if not first:
        return None
    timed = all(head.time for head in heads.values())
    by_time = sum(1 for cell in first if read_time(cell))
    by_day = sum(1 for cell in first if whole_date(cell, dates))
    found = _Found()
    doubts: tuple[Doubt, ...] = ()
    if not timed and by_time * 2 > len(first):
        found.problems += _without_a_head(heads, below, 0)
        _cells(table, heads, below, found, lambda head, cell: (head.day, cell))
    elif timed and by_day * 2 > len(first):
        _cells(table, heads, below, found, lambda head, cell: (whole_date(cell, dates), head.time))
    elif not timed and not by_time and _hold_times(heads, below):
        found.problems += _without_a_head(heads, below, 0)
        _times_by_name(heads, below, found)
    elif timed:
        doubts = read_poll(heads, below, found.rows, around, choices)
    if not any(row.cells[1] for row in found.rows):
        return None
    return _layout(table, found, "poll" if timed and not by_day else "days", doubts)


def _hold_times(heads: Collection[int], below: Sequence[TableRow]) -> bool:
    """Return whether the cells below days are times, beside names."""
    rows = [row for row in below if row.cells and is_a_name(row.cells[0])]
    cells = [cell for row in rows for at in heads if (cell := row.cell(at))]
    return len(cells) > 1 and sum(1 for cell in cells if read_time(cell)) * 2 > len(cells)


def _times_by_name(heads: Mapping[int, Head], below: Sequence[TableRow], found: _Found) -> None:
    """Take every time beside a name as a talk on the day above it; what is no time is told.

    Who has no time is a pupil without a talk.
    """
    for row in below:
        name = row.cell(0)
        if is_a_name(name) and not any(row.cell(at) for at in heads):
            found.rows.append(TableRow(row.number, ("", "", name, "", "", "")))
        for at, head in heads.items():
            cell = row.cell(at)
            if name and cell and read_time(cell):
                _put(found, row.number, head, head.day, cell, name)
            elif cell:
                found.problems.append(RosterProblem(ProblemCode.NO_PUPIL, row.number, head.text, cell))


def _without_a_head(heads: Collection[int], below: Sequence[TableRow], times: int) -> Iterator[RosterProblem]:
    """Yield the columns beside the times that hold something and have no day or teacher above them."""
    for at in range(times + 1, max((len(row.cells) for row in below), default=0)):
        row = next((row for row in below if at not in heads and row.cell(at) and row.cell(times)), None)
        if row:
            yield RosterProblem(ProblemCode.NO_DAY, row.number, value=row.cells[at])


def _by_teacher(
    table: Table,
    row: TableRow,
    below: Sequence[TableRow],
    dates: DateReader,
    around: str,
    choices: Choices,
    days: Mapping[int, Head],
) -> Layout | None:
    """Return the talks of one teacher below a row with a time, perhaps a date, and teachers.

    The `days` may stand above these, each over several.
    """
    over = _carried_days(days, len(row.cells)) if days else {}
    places = _places(row, dates)
    heads = {
        at: Head(" ".join(cell.split()), over.get(at, ""))
        for at, cell in enumerate(row.cells)
        if cell and at not in places.values() and _is_somebodys(cell)
    }
    names = list(dict.fromkeys(head.text for head in heads.values()))
    if Field.TIME not in places or len(names) < 2:
        return None
    times = list(filter(None, (each.cell(places[Field.TIME]) for each in below)))
    if sum(1 for cell in times if read_time(cell)) * 2 <= len(times):
        return None
    chosen = choices.teacher in {*names, EVERY_TEACHER}
    wanted = choices.teacher if chosen else names[0]
    kept = {at: head for at, head in heads.items() if wanted in {head.text, EVERY_TEACHER}}
    beside = {*heads, places.get(Field.DATE, 0)}
    found = _Found(problems=[*_without_a_head(beside, below, places[Field.TIME])])
    for each, day in _with_days(below, places.get(Field.DATE, -1), dates, around):
        time = each.cell(places[Field.TIME])
        if all(each.cell(at) in {"", row.cells[at]} for at in heads):
            # the same heads come back above the next day
            continue
        for at, head in kept.items():
            teacher, group = _whose(head.text)
            if cell := each.cell(at):
                whose = head._replace(teacher=teacher)
                _put(found, each.number, whose, head.day or day, time, cell, group)
    doubt = _which(row, wanted, names)._replace(answered=chosen)
    return _layout(table, found, "teachers", (doubt,)) if found.rows else None


def _with_days(
    below: Sequence[TableRow], at: int, dates: DateReader, day: str
) -> Iterator[tuple[TableRow, str]]:
    """Yield the rows with the day of each: in a column, or by itself above them."""
    for row in below:
        if written := row.cell(at):
            day = written
        elif len(row.filled) == 1 and (heading := whole_date(row.filled[0], dates)):
            day = heading
            continue
        yield row, day


def _is_somebodys(head: str) -> bool:
    """Return whether a head names a teacher, or the group that is one's."""
    return _is_a_group(head) or (meaning_of(head).field is None and is_a_name(head))


def _whose(head: str) -> tuple[str, str]:
    """Return the teacher and the group that a head names: either of these, or "Groep 3 (Els)"."""
    if not _is_a_group(head):
        return head, ""
    found = _WITH_TEACHER.fullmatch(head)
    return (found[2], found[1]) if found and is_a_name(found[2]) else ("", head)


def _is_a_group(head: str) -> bool:
    return names_a_group(head) or bool(_NUMBERED_GROUP.fullmatch(head.strip()))


def _places(row: TableRow, dates: DateReader) -> dict[Field, int]:
    """Return which columns beside those of teachers hold what; above times may be nothing, or a day."""
    fields = {at: meaning_of(cell).field for at, cell in enumerate(row.cells)}
    places = {found: at for at, found in fields.items() if found and not names_a_group(row.cells[at])}
    if row.cells and (not row.cells[0] or whole_date(row.cells[0], dates)):
        places.setdefault(Field.TIME, 0)
    return places


def _which(row: TableRow, wanted: str, names: Sequence[str]) -> Doubt:
    """Return the question of which teacher the talks are to be read."""
    others = tuple(names)
    return Doubt(DoubtCode.WHICH_TEACHER, row.number, "", wanted, wanted, names[1], others=others)


def _cells(
    table: Table,
    heads: Mapping[int, Head],
    below: Sequence[TableRow],
    found: _Found,
    when: Callable[[Head, str], tuple[str, str]],
) -> None:
    """Take every filled cell of a grid as a talk."""
    until = merged_until(table, below)
    teacher = group = ""
    for row in below:
        label = row.cells[0] if row.cells else ""
        if named := _headed(row):
            teacher, group = _whose(named) if _is_a_group(named) else (named, group)
            continue
        for at, head in heads.items():
            if at >= len(row.cells) or not row.cells[at] or not label:
                continue
            day, time = when(head, label)
            if is_total(label) or not time:
                continue
            if end := until.get((row.number, at)):
                time = f"{time.partition('-')[0].strip()}-{end}"
            whose = head._replace(teacher=head.teacher or teacher)
            _put(found, row.number, whose, day, time, row.cells[at], group)


def _headed(row: TableRow) -> str:
    """Return the teacher, or the group that is one's, of the rows below one that names nothing else."""
    label = " ".join(row.cells[0].split()) if row.cells and len(row.filled) == 1 else ""
    return label if label and names_a_group(label) else teacher_named(label)


def merged_until(table: Table, below: Sequence[TableRow]) -> dict[tuple[int, int], str]:
    """Return when the talk in a cell over several rows ends: where the next row begins."""
    labels = {row.number: row.cells[0] for row in below if row.cells}
    found = {}
    for area in table.merged:
        last = read_time(labels.get(area.bottom + 1, ""))
        after = read_time(labels.get(area.bottom + 2, ""))
        end = (last and last.end) or (after and after.start)
        if area.bottom > area.top and area.left and end:
            found[area.top + 1, area.left] = f"{end:%H:%M}"
    return found


def _put(found: _Found, number: int, head: Head, day: str, time: str, text: str, group: str = "") -> None:
    """Put a talk, or what stands in the place of one, where it belongs."""
    name, _, remark = text.partition("\n")
    if is_pause(text):
        found.pauses.append(Pause(number, day, time, " ".join(text.split())))
    elif is_free(text):
        found.free.append(Pause(number, day, time, " ".join(text.split())))
    elif is_total(text):
        found.problems.append(RosterProblem(ProblemCode.NO_PUPIL, number, head.text, text))
    else:
        cells = (day, time, name.strip(), head.teacher, " ".join(remark.split()), group)
        found.rows.append(TableRow(number, cells, head.text))


def _layout(table: Table, found: _Found, kind: str, doubts: tuple[Doubt, ...] = ()) -> Layout:
    grouped = any(row.cells[-1] for row in found.rows) and kind != "poll"
    return Layout(
        columns=Columns(0, (*COLUMNS.all, GROUP)) if grouped else COLUMNS,
        rows=tuple(found.rows),
        problems=(*table.problems, *found.problems),
        doubts=doubts,
        pauses=tuple(found.pauses),
        free=tuple(found.free),
        sheet=table.sheet,
        kind=kind,
    )
