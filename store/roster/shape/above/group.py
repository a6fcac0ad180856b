"""The group that a whole sheet is of: "Groep: 3" above the list, or "3A" as the name of the sheet."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import replace

from store.roster.columns import MOST_HEADER_ROWS, Column
from store.roster.header_words import Field
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.layout import Layout, is_of_the_school
from store.roster.sheets.table import Table, TableRow

_GROUP = r"(?:[a-z]{0,3}\d[a-z]?\d?)"
_NAMED = (
    rf"(?i)\b(?:groep|klas|group|class|klasse)\s*:?\s*({_GROUP}(?:/{_GROUP})?)(?![\w/])"
    r"(?!\s*(?:-|–|&|\+|,|en\b|and\b|t/m|tot\b)\s*\w{0,6}\s*\d)"
)
_HEADING = (
    rf"(?i)(?:groep|klas|group|class|klasse)\s*:?\s*({_GROUP}(?:/{_GROUP})?)\s*[:.-]?"
    r"(?:\s*[-–—:,(|]\s*([^\W\d_].*?)\)?)?"
)
_SHEET = r"(?i)[1-8][a-z](?:/[1-8]?[a-z])?"


def names_a_group(text: str) -> bool:
    """Return whether a text says which group, perhaps with whose it is: "3A", "Groep 3 (Els)"."""
    return bool(re.fullmatch(_SHEET, text.strip()) or re.search(_NAMED, text))


def with_group(layout: Layout, table: Table) -> Layout:
    """Return a sheet with the group that stands above it, or is its name, where no column has any."""
    if Field.GROUP in layout.columns.fields:
        return layout
    if headed := _headed(layout, table):
        return headed
    above = [row for row in table.rows[:MOST_HEADER_ROWS] if _is_above(row, layout)]
    found = {group: row for row in reversed(above) for group in re.findall(_NAMED, " ".join(row.filled))}
    if not found:
        name = table.sheet.strip()
        named = [name] if re.fullmatch(_SHEET, name) else re.findall(_NAMED, name)
        found = dict.fromkeys(named, table.rows[0])
    if len(found) != 1:
        return layout
    group, row = found.popitem()
    told = RosterProblem(ProblemCode.GROUP_ABOVE, row.number, value=group)
    return layout._replace(group=group, problems=(*layout.problems, told))


def _headed(layout: Layout, table: Table) -> Layout | None:
    """Return a list with the group above some of its rows, and whose it is; None where no such line is."""
    headers = layout.columns.row
    lines = {
        row.number: (found[1], found[2] or "")
        for row in table.rows
        if len(set(row.filled)) == 1 and (found := re.fullmatch(_HEADING, row.filled[0].strip()))
        if not found[2] or is_of_the_school(found[2])
    }
    below = [number for number in lines if number > headers]
    repeated = len(set(lines.values())) == 1 and len(below) < len(lines)
    if layout.kind != "list" or not headers or not below or repeated:
        return None
    at = len(layout.columns.all)
    added = [Column(at, "", Field.GROUP)]
    if any(teacher for _, teacher in lines.values()) and Field.TEACHER not in layout.columns.fields:
        added.append(Column(at + 1, "", Field.TEACHER))
    rows = []
    for row in layout.rows:
        number = next((number for number in sorted(lines, reverse=True) if number < row.number), 0)
        said = lines.get(number, ("", ""))[: len(added)]
        rows.append(row._replace(cells=(*row.cells[:at], *[""] * (at - len(row.cells)), *said)))
    return layout._replace(
        columns=replace(layout.columns, all=(*layout.columns.all, *added)),
        rows=tuple(rows),
        problems=tuple(each for each in layout.problems if not _is_a_heading(each, lines)),
    )


def _is_a_heading(problem: RosterProblem, lines: Container[int]) -> bool:
    return problem.code is ProblemCode.NO_PUPIL and problem.row in lines


def _is_above(row: TableRow, layout: Layout) -> bool:
    """Return whether a row stands above the headers; of a grid, whether it is a line by itself."""
    headers = layout.columns.row
    return row.number < headers if headers else len(row.filled) == 1
