"""Several days and times beside each other on one row, numbered: wishes for one talk, or talks each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from store.roster.columns import MOST_HEADER_ROWS
from store.roster.header_words import PUPIL_NAMES, Field, meaning_of
from store.roster.names import words
from store.roster.problems import Doubt, DoubtCode
from store.roster.sheets.table import Table, TableRow

_OF_A_TALK = {Field.DATE: "Datum", Field.TIME: "Tijd", Field.END: "Eindtijd"}
"""The columns that a talk can have by a number, and what they are called once they have a row each."""
LEAST = 2


def with_talks_numbered(table: Table, turned: Collection[str] = ()) -> Table:
    """Return a sheet that asks about "Datum 1; Tijd 1; Datum 2; Tijd 2", or if `turned` a row for each.

    As wishes none of them is planned.
    """
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        sets = _numbered(row)
        if len(sets) < LEAST or PUPIL_NAMES.isdisjoint(meaning_of(cell).field for cell in row.cells):
            continue
        first, second = ([row.cells[at] for at in each.values()] for each in list(sets.values())[:2])
        if first[0] in turned:
            return table._replace(rows=tuple(_apart(table, row, sets)))
        asked = Doubt(DoubtCode.SEVERAL_TIMES, row.number, "", first[0], first[0], second[0])
        return table._replace(doubts=(*table.doubts, asked))
    return table


def _numbered(row: TableRow) -> dict[str, dict[Field, int]]:
    """Return the columns with a day and a time of each number, in their order."""
    found: dict[str, dict[Field, int]] = {}
    for at, cell in enumerate(row.cells):
        said = words(cell)
        digits = [word for word in said if word.isdigit()]
        field = meaning_of(" ".join(word for word in said if not word.isdigit())).field
        if len(digits) == 1 and field in _OF_A_TALK:
            found.setdefault(digits[0], {}).setdefault(field, at)
    return {number: each for number, each in found.items() if {Field.DATE, Field.TIME} <= {*each}}


def _apart(table: Table, headers: TableRow, sets: Mapping[str, Mapping[Field, int]]) -> Iterator[TableRow]:
    """Yield the rows once for each talk that they have, which stands behind all other columns."""
    width = max(len(row.cells) for row in table.rows)
    left = {at for each in sets.values() for at in each.values()}
    fields = [each for each in _OF_A_TALK if any(each in columns for columns in sets.values())]

    for row in table.rows:
        if row.number < headers.number or row.empty:
            yield row
        elif row is headers:
            yield row.with_behind(left, width, [_OF_A_TALK[each] for each in fields])
        else:
            talks = [[row.cell(each.get(field, -1)) for field in fields] for each in sets.values()]
            for talk in [each for each in talks if any(each)] or [[""] * len(fields)]:
                yield row.with_behind(left, width, talk)
