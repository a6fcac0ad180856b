"""What stands once above a whole list: "Leerkracht: Els de Boer", "Lokaal: 12", "Duur: 15 minuten"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from store.roster.columns import Column, Columns
from store.roster.header_words import Field, is_understood, meaning_of
from store.roster.names import is_a_name
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.layout import Layout
from store.roster.shape.teachers import teacher_named, teacher_within
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_minutes, read_time

_OF_ALL = (Field.TEACHER, Field.PLACE, Field.MINUTES, Field.KIND)
"""What may be the same for all talks."""
_TOLD = frozenset({*_OF_ALL, Field.REMARK, Field.INTERPRETER, Field.WITH, Field.PARENT_POINTS})
"""What is told where it is not kept."""
_LABEL = r"(?s)([^:]+):\s*(.*)"
_LENGTH = r"(?i)\b(?:gesprek\w*|talks?)\s+(?:van|duren|duurt|à|of|last)\s+(\d\d?\s*min\w*)"


class _Said(NamedTuple):
    field: Field
    value: str
    row: int
    written: str


def with_said_above(layout: Layout, table: Table) -> Layout:
    """Return a sheet with what stands above it, or above some of its rows, for all of these; it is told."""
    talks = bool(layout.columns.fields & {Field.DATE, Field.TIME})
    layout = _below_teachers(layout, table) if talks else layout
    first = layout.columns.row or min((row.number for row in layout.rows), default=0)
    said = list(_said([row for row in table.rows if row.number < first], talks=talks))
    kept: dict[Field, str] = {}
    problems: list[RosterProblem] = []
    known = {each.row for each in layout.problems if each.code is ProblemCode.NO_PUPIL}
    for field, value, row, written in said:
        alone = len({each.value for each in said if each.field is field}) == 1
        taken = talks and alone and field in _OF_ALL and _has_room(layout, field)
        kept |= {field: value} if taken else {}
        code = ProblemCode.ABOVE if taken else ProblemCode.ABOVE_LEFT
        if taken or (not _is_said(layout, field) and row not in known):
            problems.append(RosterProblem(code, row, value=written))
    layout = _with(layout, [kept] * len(layout.rows))
    used = {each.row for each in problems if each.code is ProblemCode.ABOVE}
    others = [
        each for each in layout.problems if not (each.code is ProblemCode.NO_PUPIL and each.row in used)
    ]
    return layout._replace(problems=(*others, *dict.fromkeys(problems)))


def _said(above: Sequence[TableRow], *, talks: bool) -> Iterator[_Said]:
    """Yield what lines above a list say of all of it: below a label, or as a title with a teacher in it."""
    for row in above:
        labelled = list(_labelled(row))
        yield from labelled
        text = " ".join(" ".join(row.filled).split())
        if talks and not labelled and len(set(row.filled)) == 1:
            if teacher := teacher_named(text) or teacher_within(text):
                yield _Said(Field.TEACHER, teacher, row.number, teacher)
            if length := re.search(_LENGTH, text):
                yield _Said(Field.MINUTES, length[1], row.number, length[1])


def _labelled(row: TableRow) -> Iterator[_Said]:
    """Yield what stands behind a label in the same cell, or in the one beside it: "Leerkracht | Els"."""
    filled = [" ".join(cell.split()) for cell in row.filled]
    for cell, after in pairwise([*filled, ""]):
        found = re.fullmatch(_LABEL, cell)
        label, value = (found[1], found[2] or after) if found else (cell, after)
        field = meaning_of(label).field if is_understood(label) else None
        if found is None and len(filled) != 2 and (len(filled) % 2 or " " not in value):
            continue
        header = is_understood(value.rstrip(":")) or re.fullmatch(_LABEL, value)
        if field in _TOLD and not header and _may_be(field, value):
            yield _Said(field, value, row.number, f"{label.strip()}: {value}")


def _may_be(field: Field, value: str) -> bool:
    if field is Field.TEACHER or not value:
        return is_a_name(value)
    return field is not Field.MINUTES or read_minutes(value) is not None


def _is_said(layout: Layout, field: Field) -> bool:
    """Return whether the rows say this; a grid has columns for what it may have none of."""
    if layout.columns.row:
        return field in layout.columns.fields
    return any(layout.columns.cell(row, field) for row in layout.rows)


def _has_room(layout: Layout, field: Field) -> bool:
    """Return whether no row says otherwise: a length may be in the times themselves."""
    if field is not Field.MINUTES:
        return not _is_said(layout, field)
    spans = (read_time(layout.columns.cell(row, Field.TIME)) for row in layout.rows)
    timed = {Field.MINUTES, Field.END} & layout.columns.fields
    return not timed and not any(span and span.end for span in spans)


def _below_teachers(layout: Layout, table: Table) -> Layout:
    """Return a list with the teacher above each part of its rows: "Meester Tom", by itself on a row."""
    if layout.kind != "list" or not layout.columns.row or Field.TEACHER in layout.columns.fields:
        return layout
    lines = {
        row.number: teacher
        for row in table.rows
        if len(set(row.filled)) == 1 and (teacher := teacher_named(" ".join(row.filled[0].split())))
    }
    below = {number for number in lines if number > layout.columns.row}
    if not below:
        return layout
    rows = tuple(row for row in layout.rows if row.number not in below)
    whose = [
        next((lines[number] for number in sorted(lines, reverse=True) if number < row.number), "")
        for row in rows
    ]
    if not all(whose):
        # between rows that stand below nobody it may as well be a footer
        return layout
    told = tuple(
        each for each in layout.problems if not (each.code is ProblemCode.NO_PUPIL and each.row in below)
    )
    return _with(
        layout._replace(rows=rows, problems=told),
        [{Field.TEACHER: teacher} for teacher in whose],
    )


def _with(layout: Layout, said: Sequence[Mapping[Field, str]]) -> Layout:
    """Return a list with a column more for each of these fields, and what each row has in them."""
    fields = list(dict.fromkeys(field for each in said for field in each))
    at = max([len(layout.columns.all), *(len(row.cells) for row in layout.rows)])
    added = [Column(at + nth, "", field) for nth, field in enumerate(fields)]
    rows = (
        row._replace(
            cells=(*row.cells, *[""] * (at - len(row.cells)), *(each.get(field, "") for field in fields))
        )
        for row, each in zip(layout.rows, said, strict=True)
    )
    columns = Columns(layout.columns.row, (*layout.columns.all, *added))
    return layout._replace(columns=columns, rows=tuple(rows)) if fields else layout
