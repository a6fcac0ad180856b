"""Whose talks a list has, where it names more than one teacher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from store.domain.timetable.whose import may_be_one_teacher
from store.roster.choices import EVERY_TEACHER
from store.roster.columns import Column, Columns
from store.roster.header_words import PUPIL_NAMES, Field, is_understood, meaning_of
from store.roster.names import has_capitals, is_a_name, words
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.shape.layout import Layout, is_of_the_school
from store.roster.sheets.table import Table, TableRow

ADDRESSED = (
    r"(?i)(?:mr|mrs|ms|miss|mx|dhr|mevr|mw|mevrouw|meneer|mijnheer|frau|herr|mme|monsieur|madame)\b\.?\s+"
    r"(?=[^\W\d_])"
)
"""How somebody who works there is addressed."""
_GROUP = r"(?i)\d{1,2}\s?-?[a-z]{1,2}|[a-z]{1,2}\s?-?\d{1,2}|k(?:indergarten)?"
"""A class as homerooms are called: "4W", "K"."""
_CALLED = r"(?i)(?:juf|juffrouw|meester|miss)\s+(?=[^\W\d_])"
_BY_ROLE = r"(?i)(?:leerkracht(?:en)?|leraar|lerares|docent|mentor|teacher)s?\s*:?\s+([^\W\d_].*)"
_WITHIN = r"\b(?:[jJ]uf|[jJ]uffrouw|[mM]eester)\s+[A-Z][^\W\d_]+"
_WITH_TEACHERS = frozenset({"list", "days"})
MOST_WORDS = 4
"""Words of a teacher's name; more of them are a sentence."""
_BETWEEN = re.compile(r"\s*(?:[/&+\n]|\s(?:en|and)\s)\s*")
_BESIDE = r"(.+?)\s*(?:\(([^()]+)\)|\s[-–|/@]\s+([^()]+))"
"""A name, and what stands behind it in brackets or behind a sign."""


def teacher_named(text: str) -> str:
    """Return who teaches, where a text names that and nothing else: "juf Els", "Leerkracht: Els de Boer"."""
    found = re.fullmatch(_BY_ROLE, text)
    first, *others = _BETWEEN.split(found[1] if found else text)
    if not (found or re.match(_CALLED, first)):
        return ""
    named = [re.sub(_CALLED, "", each) for each in (first, *others)]
    plain = all(is_a_name(each) and has_capitals(each) and each[:1].isalpha() for each in named)
    short = all(len(each.split()) <= MOST_WORDS for each in named)
    known = any(is_understood(each) for each in named)
    return (found[1] if found else text) if plain and short and not known else ""


def teacher_within(text: str) -> str:
    """Return the only teacher that a title names: "Startgesprekken groep 5 juf Els"."""
    found = {each[0] for each in re.finditer(_WITHIN, text)}
    return found.pop() if len(found) == 1 else ""


def with_teachers(table: Table, columns: Columns) -> Columns:
    """Return the columns with the teacher or the group for what is called a room and has these in it."""
    column = columns.find(Field.PLACE)
    if column is None:
        return columns
    rows = (row for row in table.rows if row.number > columns.row and column.at < len(row.cells))
    cells = [row.cells[column.at] for row in rows if row.cells[column.at]]
    of_a_class = "homeroom" in "".join(words(column.header))
    people = sum(
        bool(re.match(ADDRESSED, cell)) or is_of_the_school(cell) or (of_a_class and _is_whole_name(cell))
        for cell in cells
    )
    groups = of_a_class and bool(cells) and all(re.fullmatch(_GROUP, cell) for cell in cells)
    if people * 2 <= len(cells) and not groups:
        return columns
    kind = Field.GROUP if groups else Field.TEACHER
    field = None if kind in columns.fields else kind
    taken = {column.at: column._replace(field=field)}
    room = next((each for each in columns.all if each.duplicate and _is_a_room(each.header)), None)
    if room:
        taken[room.at] = room._replace(field=Field.PLACE, duplicate=False)
    return replace(columns, all=tuple(taken.get(each.at, each) for each in columns.all))


def _is_a_room(header: str) -> bool:
    return meaning_of(header).field is Field.PLACE


def _is_whole_name(cell: str) -> bool:
    return len(cell.split()) > 1 and is_a_name(cell) and has_capitals(cell)


def of_one_teacher(layouts: Sequence[Layout], chosen: str) -> tuple[list[Layout], tuple[Doubt, ...]]:
    """Return the sheets with the rows of the teacher who was chosen, or all of them, and whose they may be.

    Who has no teacher in the row, or more than one, is everybody's.
    """
    layouts = [_of_the_sheet(_of_each_name(layout)) for layout in layouts]
    named = [(layout, _teachers(layout)) for layout in layouts]
    called = _called(each for _, rows in named for teachers in rows for each in teachers)
    whose = [[frozenset(called[each] for each in teachers) for teachers in rows] for _, rows in named]
    if len({teachers for rows in whose for teachers in rows if teachers}) < 2:
        return _of_one_group(layouts, chosen)
    others = tuple(dict.fromkeys(called.values()))
    own = [each for each in others if may_be_one_teacher(each, chosen)]
    taken = chosen if chosen in others else own[0] if len(own) == 1 else EVERY_TEACHER
    row = next(layout.rows[0].number for layout, rows in named if any(rows))
    column = next(layout.columns.header(Field.TEACHER) for layout, rows in named if any(rows))
    answered = taken != EVERY_TEACHER or chosen == EVERY_TEACHER
    doubt = Doubt(DoubtCode.WHOSE_TALKS, row, column, taken=taken, others=others, answered=answered)
    if taken != EVERY_TEACHER:
        layouts = [_only(layout, rows, taken) for layout, rows in zip(layouts, whose, strict=True)]
    return list(layouts), (doubt,)


def _of_each_name(layout: Layout) -> Layout:
    """Return a sheet with the teacher who stands beside a name, "Bo Vos (juf Els)", where no cell has any."""
    named = layout.columns.find(Field.NAME)
    if named is None or layout.kind not in _WITH_TEACHERS:
        return layout
    found = [_beside_the_name(row, layout.columns, named.at) for row in layout.rows]
    if not any(teacher for _, teacher in found):
        return layout
    layout = layout if Field.TEACHER in layout.columns.fields else _with_teacher(layout, "")
    column = layout.columns.find(Field.TEACHER)
    rows = [
        _with_cells(row, {named.at: name, column.at: teacher}) if column and teacher else row
        for row, (name, teacher) in zip(layout.rows, found, strict=True)
    ]
    return layout._replace(rows=tuple(rows))


def _beside_the_name(row: TableRow, columns: Columns, at: int) -> tuple[str, str]:
    """Return a name and the teacher beside it; none where the row names one elsewhere."""
    cell = row.cells[at] if at < len(row.cells) else ""
    found = re.fullmatch(_BESIDE, cell)
    teacher = teacher_named(found[2] or found[3]) if found else ""
    return (found[1], teacher) if found and not columns.cell(row, Field.TEACHER) else (cell, "")


def _with_cells(row: TableRow, cells: Mapping[int, str]) -> TableRow:
    padded = [*row.cells, *[""] * (max(cells) + 1 - len(row.cells))]
    return row._replace(cells=tuple(cells.get(at, cell) for at, cell in enumerate(padded)))


def _of_the_sheet(layout: Layout) -> Layout:
    """Return a list with the teacher after whom its sheet is named, where no column has any."""
    if not is_of_the_school(layout.sheet) or layout.kind != "list" or Field.TEACHER in layout.columns.fields:
        return layout
    return _with_teacher(layout, layout.sheet)


def _with_teacher(layout: Layout, teacher: str) -> Layout:
    """Return a list with a column more, that has this teacher in each row."""
    at = max([len(layout.columns.all), *(len(row.cells) for row in layout.rows)])
    column = Column(at, "", Field.TEACHER)
    rows = (row._replace(cells=(*row.cells, *[""] * (at - len(row.cells)), teacher)) for row in layout.rows)
    return layout._replace(
        columns=replace(layout.columns, all=(*layout.columns.all, column)), rows=tuple(rows)
    )


def _of_one_group(layouts: Sequence[Layout], chosen: str) -> tuple[list[Layout], tuple[Doubt, ...]]:
    """Return the sheets with the rows of the group that was chosen, or all of them, and which there are.

    Nobody sits with two groups at once: only where talks of one are at the times of another it is asked.
    """
    whose = [[_group(layout, row) for row in layout.rows] for layout in layouts]
    moments: dict[str, set[str]] = {}
    for layout, groups in zip(layouts, whose, strict=True):
        for row, group in zip(layout.rows, groups, strict=True):
            if group and layout.columns.line(row, Field.TIME):
                moment = (layout.columns.line(row, each) for each in (Field.DATE, Field.TIME))
                moments.setdefault(group, set()).add(" ".join(moment))
    if not any(_at_once(one, other) for one, other in combinations(moments.values(), 2)):
        return list(layouts), ()
    others = tuple(moments)
    taken = chosen if chosen in others else EVERY_TEACHER
    answered = taken != EVERY_TEACHER or chosen == EVERY_TEACHER
    first = next(layout for layout in layouts if layout.rows)
    doubt = Doubt(DoubtCode.WHOSE_TALKS, first.rows[0].number, taken=taken, others=others, answered=answered)
    if taken != EVERY_TEACHER:
        of_each = [[frozenset(filter(None, (group,))) for group in groups] for groups in whose]
        layouts = [_only(layout, rows, taken) for layout, rows in zip(layouts, of_each, strict=True)]
    return list(layouts), (doubt,)


def _group(layout: Layout, row: TableRow) -> str:
    return layout.columns.line(row, Field.GROUP) or layout.group or layout.sheet


def _at_once(one: set[str], other: set[str]) -> bool:
    """Return whether most talks of the smaller of two groups are at the times of the other's."""
    return len(one & other) * 2 > min(len(one), len(other))


def _called(names: Iterable[str]) -> dict[str, str]:
    """Return what each teacher is called at most by the names there are: "Els" as the only "juf Els"."""
    found = dict.fromkeys(names)
    longest: list[str] = []
    called: dict[str, str] = {}
    for name in sorted(found, key=len, reverse=True):
        same = [each for each in longest if may_be_one_teacher(each, name)]
        called[name] = same[0] if len(same) == 1 else name
        if len(same) != 1:
            longest.append(name)
    return {name: called[name] for name in found}


def _only(layout: Layout, whose: Sequence[frozenset[str]], teacher: str) -> Layout:
    """Return a sheet with the rows of one teacher; the others are told by name."""
    kept, problems = [], []
    for row, teachers in zip(layout.rows, whose, strict=True):
        if not teachers or teacher in teachers:
            kept.append(row)
            continue
        named = (layout.columns.line(row, field) for field in Field if field in PUPIL_NAMES)
        pupil, column = " ".join(filter(None, named)), layout.columns.header(Field.TEACHER)
        problems.append(RosterProblem(ProblemCode.OTHER_TEACHER, row.number, column, pupil))
    return layout._replace(rows=tuple(kept), problems=(*layout.problems, *problems))


def _teachers(layout: Layout) -> list[tuple[str, ...]]:
    """Return the teachers in each row of a list or a grid with talks; of a grid by teachers it was asked."""
    if layout.kind not in _WITH_TEACHERS or not layout.columns.fields & {Field.DATE, Field.TIME}:
        return [() for _ in layout.rows]
    cells = (layout.columns.line(row, Field.TEACHER) for row in layout.rows)
    return [tuple(filter(None, _BETWEEN.split(cell))) for cell in cells]
