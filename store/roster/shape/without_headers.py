"""A list that nobody put headers above: what its columns hold is guessed by what is in them, and asked."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from store.roster.columns import CONTACTS, Column, Columns
from store.roster.dates import DateReader
from store.roster.header_words import PUPIL_NAMES, Field, says_parent
from store.roster.names import is_a_name, opens_with_infix, several, without_preface, words
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.shape.content import MOST, field_of
from store.roster.shape.in_a_letter import NUMBERED_AHEAD, TIME_AHEAD, timetable_in
from store.roster.shape.in_sentences import talks_in_sentences
from store.roster.shape.layout import date_within, is_free, is_pause, whole_date
from store.roster.shape.weeks.by_week import are_weekdays
from store.roster.sheets.table import Table, TableRow
from store.roster.times import PART_OF_DAY, SAID, WHOLE_HOUR_SAID, read_time

_TIME_BEHIND = re.compile(
    r"(.+?)[\s:;,–—-]+(?:om\s+)?(\d\d?[:.hu]\d\d(?:\s*(?:-|–|—|tot)\s*\d\d?[:.hu]\d\d)?(?:\s*(?:uur|u\b|h\b))?"
    rf"{PART_OF_DAY}|{SAID}|{WHOLE_HOUR_SAID})",
    re.I | re.S,
)
MOST_GREETINGS = 2
"""Lines that open a mail, or close it."""
LEAST_BELOW = 2
"""Rows with a time that show a first one without to be headers."""
_OF_PEOPLE = CONTACTS | {Field.BIRTH_DATE, Field.GROUP, Field.INFIX}
"""What only a list of people has in a column."""


def shape_of(table: Table, dates: DateReader) -> str:
    """Return what kind of thing is in each column, by which a list without headers is known again."""
    table = _apart(table, dates)
    rows = [row for row in table.rows if not row.empty and not _is_heading(row, dates)]
    width = max((len(row.cells) for row in rows), default=0)
    return "|".join(column.name or "" for column in _guessed(rows, width, dates))


def told_in_sentences(table: Table, dates: DateReader) -> tuple[Table, Columns, Doubt] | None:
    """Return the talks that are within sentences, their columns, and the question about these."""
    found = talks_in_sentences(table, dates)
    return (*found, _asked(found[0].rows, found[1].all)) if found else None


def guess_columns(table: Table, dates: DateReader) -> tuple[Table, Columns, Doubt] | None:
    """Return the sheet, its columns as guessed, and the question about that; None when it is no list."""
    table = _without_greetings(table)
    apart = _apart(table, dates)
    if apart is table and (found := timetable_in(table, dates)):
        return *found, _asked(found[0].rows, found[1].all)
    table = apart
    rows = [row for row in table.rows if len(row.filled) > 1 or not _is_heading(row, dates)]
    rows = [row for row in rows if not row.empty]
    table, rows = _without_strange_headers(table, rows, dates)
    width = max((len(row.cells) for row in rows), default=0)
    in_cells = [row for row in rows if len(row.filled) > 1]
    # lines of text above and below the cells say nothing of what is in these
    columns = list(_guessed(in_cells if len(in_cells) > 1 else rows, width, dates))
    names = [column.at for column in columns if column.field is Field.NAME]
    if not names or not rows:
        return None
    known = {column.field for column in columns}
    if not known & {Field.DATE, Field.TIME} and (
        len(rows) < 2 or (len(names) > 2 and not known & _OF_PEOPLE)
    ):
        return None
    columns = list(_with_contacts(_people_told_apart(rows, columns, names)))
    columns = _with_remarks(rows, columns)
    table = _without_blocks(_without_lines(table, columns, dates), columns, dates)
    rows = [row for row in rows if row in table.rows]
    return table, Columns(0, tuple(columns)), _asked(rows, columns)


def _without_strange_headers(
    table: Table, rows: list[TableRow], dates: DateReader
) -> tuple[Table, list[TableRow]]:
    """Return the sheet, and its rows, without a first one nobody knows: only that has no time."""

    def timed(row: TableRow) -> bool:
        return any(read_time(cell) or dates.read(cell) for cell in row.filled)

    if len(rows) <= LEAST_BELOW or len(rows[0].filled) < 2 or timed(rows[0]) or not all(map(timed, rows[1:])):
        return table, rows
    told = RosterProblem(ProblemCode.NO_PUPIL, rows[0].number, value=", ".join(rows[0].filled))
    kept = tuple(row for row in table.rows if row is not rows[0])
    return table._replace(rows=kept, problems=(*table.problems, told)), rows[1:]


def _asked(rows: Sequence[TableRow], columns: Iterable[Column]) -> Doubt:
    """Return the question whether the columns hold what they seem to."""
    fields = tuple(each.name or "" for each in columns)
    return Doubt(DoubtCode.NO_HEADERS, rows[0].number, value=" ".join(rows[0].filled), others=fields)


def _without_greetings(table: Table) -> Table:
    """Return lines of names without those that open and close the mail they came in, which are told."""
    filled = [row for row in table.rows if not row.empty]
    if len(filled) < MOST_GREETINGS * 2 or any(len(row.filled) > 1 for row in filled):
        return table
    lines = [row.filled[0] for row in filled]
    begin = max((at + 1 for at in range(MOST_GREETINGS) if lines[at].endswith((",", ":"))), default=0)
    last = range(len(lines) - MOST_GREETINGS, len(lines))
    apart = begin > 0 or filled[-2].number + 1 < filled[-1].number
    apart = apart and not any("," in line for line in lines[begin:-1])
    end = next((at for at in last if lines[at].endswith(",") or (apart and "," in lines[at])), len(lines))
    out = [*filled[:begin], *filled[end:]]
    told = (RosterProblem(ProblemCode.NO_PUPIL, row.number, value=row.filled[0]) for row in out)
    kept = tuple(row for row in table.rows if row not in out)
    return table._replace(rows=kept, problems=(*table.problems, *told))


def _apart(table: Table, dates: DateReader) -> Table:
    """Return lines such as "13:00 Milan van der Laan", or a time above each name, as a time and a name."""
    filled = [row for row in table.rows if not row.empty and not _is_heading(row, dates)]
    if any(len(row.filled) > 1 for row in filled):
        return table
    if below := _below_times(filled):
        return table._replace(rows=tuple(below.get(row.number, row) for row in table.rows))
    split = {row.number: found for row in filled if (found := _split(row.filled[0]))}
    if not split or len(split) < len(filled) * MOST:
        return table
    rows = tuple(row._replace(cells=split[row.number]) if row.number in split else row for row in table.rows)
    return table._replace(rows=rows)


def _below_times(filled: list[TableRow]) -> dict[int, TableRow]:
    """Return the rows of which a line with a time and the line below it are made, by their numbers.

    Who is named in a line more stands beside the child.
    """
    timed = [at for at, row in enumerate(filled) if read_time(row.filled[0])]
    ends = [*timed[1:], len(filled)] if timed else []
    pairs = [(at, at + 1) for at, end in zip(timed, ends, strict=True) if end > at + 1]
    if len(timed) < 2 or len(pairs) < len(timed) * MOST:
        return {}
    made: dict[int, TableRow] = {}
    for (time, name), end in zip(
        pairs, [end for at, end in zip(timed, ends, strict=True) if end > at + 1], strict=True
    ):
        cells = [filled[time].filled[0], without_preface(filled[name].filled[0])]
        taken = [name]
        if end == name + 2 and is_a_name(filled[name + 1].filled[0]):
            cells.append(filled[name + 1].filled[0])
            taken.append(name + 1)
        made[filled[time].number] = filled[time]._replace(cells=tuple(cells))
        made |= {filled[at].number: filled[at]._replace(cells=()) for at in taken}
    return made


def _split(line: str) -> tuple[str, str] | None:
    if is_pause(line):
        return "", line
    line = NUMBERED_AHEAD.sub("", line)
    if found := TIME_AHEAD.fullmatch(line):
        return found[1], found[2].strip()
    if found := _TIME_BEHIND.fullmatch(line):
        return found[2], found[1].strip()
    return None


def _guessed(rows: list[TableRow], width: int, dates: DateReader) -> Iterator[Column]:
    """Yield each column with the field that most of its cells are."""
    seen: set[Field] = set()
    columns = [
        [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]] for at in range(width)
    ]
    fields = [field_of(cells, dates) for cells in columns]
    dated = [at for at, field in enumerate(fields) if field is Field.DATE]
    # a weekday says nothing more beside a date of its own
    weekdays = {at for at in dated if are_weekdays(columns[at])}
    for at, field in enumerate(fields):
        if at in weekdays and len(weekdays) < len(dated):
            field = None
        if field not in {Field.NAME, *CONTACTS} and field in seen:
            field = Field.END if field is Field.TIME and Field.END not in seen else None
        if field:
            seen.add(field)
        yield Column(at, "", field)


def _people_told_apart(rows: list[TableRow], columns: Iterable[Column], names: list[int]) -> list[Column]:
    """Return the columns with each name given to who it must be of: the child first, then the parents.

    A child's name may be in two columns; whoever comes behind it is named in one.
    """
    whole = [at for at in names if _are_whole_names(rows, at)]
    if len(names) == 1 or names[0] in whole or _are_parents(rows, names[1]):
        children = {names[0]: Field.NAME}
    else:
        parts = (Field.FIRST_NAME, Field.LAST_NAME)
        ahead = _have_infixes(rows, names[0]) and not _have_infixes(rows, names[1])
        children = dict(zip(names, parts[::-1] if ahead else parts, strict=False))
    others = [at for at in names if at not in children and not _all_the_same(rows, at)]
    teacher = next((at for at in others if _come_back(rows, at)), None)
    carers = [at for at in others if at != teacher and (at in whole or Field.NAME in children.values())]
    numbers = {at: nth for nth, at in enumerate(carers, 1)}
    known = {**children, **dict.fromkeys(carers, Field.CARER)}
    known |= {teacher: Field.TEACHER} if teacher is not None else {}
    return [
        each._replace(field=known.get(each.at), carer=numbers.get(each.at, 0))
        if each.field is Field.NAME
        else each
        for each in columns
    ]


def _with_contacts(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield the columns with each number and address given to a parent.

    That is the one named before it; where all are behind the last parent, the first has the first.
    """
    carers = [each.at for each in columns if each.carer]
    first = next((each.at for each in columns if each.field in CONTACTS), 0)
    given: Counter[tuple[Field | None, int]] = Counter()
    for each in columns:
        if each.field in CONTACTS:
            before = sum(at < each.at for at in carers) if carers and first < carers[-1] else 1
            free = (nth for nth in range(max(before, 1), len(carers) + 1) if not given[each.field, nth])
            carer = next(free, 0)
            each = each._replace(carer=carer) if carer else each._replace(field=None, whose=True)
            given[each.field, carer] += 1
        yield each


def _without_lines(table: Table, columns: Sequence[Column], dates: DateReader) -> Table:
    """Return the sheet without the lines of text above and below its cells, which are told."""
    first = min(each.at for each in columns if each.field in PUPIL_NAMES)
    lines = [
        row
        for row in table.rows
        if len(row.filled) == 1
        and first
        and any(row.cells[:first])
        and not (date_within(row.filled[0], dates) or read_time(row.filled[0]) or is_pause(row.filled[0]))
    ]
    told = (RosterProblem(ProblemCode.NO_PUPIL, row.number, value=row.filled[0]) for row in lines)
    kept = tuple(row for row in table.rows if row not in lines)
    return table._replace(rows=kept, problems=(*table.problems, *told))


def _without_blocks(table: Table, columns: Sequence[Column], dates: DateReader) -> Table:
    """Return the sheet without the few rows above its first blank one and below its last that have no time.

    Where all others have one these open and close a mail, which is told.
    """
    when = [each.at for each in columns if each.field in {Field.DATE, Field.TIME}]
    blocks = [list(rows) for empty, rows in groupby(table.rows, lambda row: row.empty) if not empty]
    if not when or len(blocks) < MOST_GREETINGS:
        return table

    def timed(row: TableRow) -> bool:
        cells = (row.cells[at] for at in when if at < len(row.cells))
        heading = len(row.filled) == 1 and date_within(row.filled[0], dates)
        return any(read_time(cell) or dates.read(cell) for cell in cells) or bool(heading)

    # who stands alone in a row without a comma, or of more columns, is a pupil without a talk
    most = len(columns) > MOST_GREETINGS
    ends = [
        each
        for each in (blocks[0], blocks[-1])
        if len(each) <= MOST_GREETINGS and not any(map(timed, each))
        if all(len(row.cells) > 1 and not (most and len(row.cells) == len(columns)) for row in each)
    ]
    out = [row for each in ends for row in each]
    if not out or not all(timed(row) for row in table.rows if not row.empty and row not in out):
        return table
    told = (RosterProblem(ProblemCode.NO_PUPIL, row.number, value=", ".join(row.filled)) for row in out)
    kept = tuple(row for row in table.rows if row not in out)
    return table._replace(rows=kept, problems=(*table.problems, *told))


def _with_remarks(rows: list[TableRow], columns: Sequence[Column]) -> list[Column]:
    """Return the columns with those of words behind the names as what was remarked of a talk."""
    names = [each.at for each in columns if each.field in PUPIL_NAMES]
    said = {
        each.at
        for each in columns
        if not (each.field or each.whose) and each.at > names[-1] and not _all_the_same(rows, each.at)
        if not are_weekdays([row.cells[each.at] for row in rows if row.cells[each.at : each.at + 1]])
        if any(map(str.isalpha, "".join(row.cells[each.at] for row in rows if each.at < len(row.cells))))
    }
    return [each._replace(field=Field.REMARK) if each.at in said else each for each in columns]


def _are_whole_names(rows: list[TableRow], at: int) -> bool:
    """Return whether a column has first and last names in one: then a second one is of who comes along."""
    cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    cells = [cell for cell in cells if not (is_pause(cell) or is_free(cell))]
    return sum(len(without_preface(cell).split()) > 1 for cell in cells) >= len(cells) * MOST


def _are_parents(rows: list[TableRow], at: int) -> bool:
    """Return whether a column of names has more than one person in a cell, or says that one is a parent."""
    cells = [row.cell(at) for row in rows]
    return any(len(several(cell)) > 1 or any(map(says_parent, words(cell))) for cell in cells)


def _have_infixes(rows: list[TableRow], at: int) -> bool:
    """Return whether a column has last names, some of which begin with an infix."""
    return any(opens_with_infix(cell) for row in rows if (cell := row.cell(at)))


def _come_back(rows: list[TableRow], at: int) -> bool:
    """Return whether a column has a few names that come back, as that of the teachers does."""
    cells = [cell for row in rows if (cell := row.cell(at))]
    return len(cells) > 2 and len(set(cells)) * 2 <= len(cells)


def _all_the_same(rows: list[TableRow], at: int) -> bool:
    """Return whether a column says one and the same in all rows."""
    cells = [row.cells[at] for row in rows if at < len(row.cells)]
    return len(cells) > 2 and len(set(cells)) == 1


def _is_heading(row: TableRow, dates: DateReader) -> bool:
    return len(row.filled) == 1 and bool(whole_date(row.filled[0], dates))
