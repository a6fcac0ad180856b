"""The address that stands on every row beside the parents' own: that of whoever invited them."""

from __future__ import annotations

import re

from store.roster.cells import ADDRESS
from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.sheets.table import Table, TableRow

LEAST = 3
"""Families of whom nobody can be in all: with fewer it may be a parent of each child."""
_BETWEEN = re.compile(r"[;,\s]+")


def without_who_invites(table: Table, columns: Columns) -> Table:
    """Return the sheet without an address that all rows have beside others, which is told."""
    for column in columns.all:
        if column.field in {Field.CARER, Field.EMAIL, Field.WITH}:
            table = _without_shared(table, columns, column.at, column.header)
    return table


def _without_shared(table: Table, columns: Columns, at: int, header: str) -> Table:
    rows = [row for row in table.rows if row.number > columns.row and row.cell(at)]
    listed = {row.number: [part for part in _BETWEEN.split(row.cell(at)) if part] for row in rows}
    if not all(len(each) > 1 and all(map(ADDRESS.fullmatch, each)) for each in listed.values()):
        return table
    shared = set[str].intersection(*map(set, listed.values())) if listed else set[str]()
    own = {number: [each for each in parts if each not in shared] for number, parts in listed.items()}
    if not shared or len({tuple(each) for each in own.values()}) < LEAST or not all(own.values()):
        return table

    def left(row: TableRow) -> TableRow:
        cells = list(row.cells)
        if row.number in own:
            cells[at] = "; ".join(own[row.number])
        return row._replace(cells=tuple(cells))

    told = RosterProblem(ProblemCode.AT_EVERY_TALK, rows[0].number, header, ", ".join(sorted(shared)))
    return table._replace(rows=tuple(map(left, table.rows)), problems=(*table.problems, told))
