"""Parents who are apart and have columns of their own for when they come: "Tijd moeder", "Tijd vader"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from store.roster.columns import MOST_HEADER_ROWS
from store.roster.header_words import Field, meaning_of, says_parent
from store.roster.names import words
from store.roster.sheets.table import Table, TableRow
from store.roster.titles import says_it_is_a_talk

_OF_A_TALK = {
    Field.DATE: "Datum",
    Field.TIME: "Tijd",
    Field.END: "Eindtijd",
    Field.MINUTES: "Duur",
    Field.PLACE: "Lokaal",
}
"""What each parent may have a column of, and the header of the one that has it of both."""
_WITH = "Gesprek met"
_CLOCK = r"\d[:.hu]\d\d(?!\d)"
_Own = dict[str, dict[Field, int]]


def with_a_row_each(table: Table) -> Table:
    """Return a sheet with a row for the talk of each parent, where two of them have times of their own."""
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        own = _own_columns(row, [each for each in table.rows if each.number > row.number])
        if sum(Field.TIME in each for each in own.values()) > 1:
            return table._replace(rows=tuple(_apart(table, row, own)))
    return table


def _own_columns(row: TableRow, below: Sequence[TableRow]) -> _Own:
    """Return which columns each parent has for a talk, by what the headers call the parent."""
    own: _Own = {}
    ahead, headers = "", [words(header) for header in row.cells]
    if not any(says_parent(word) for said in headers for word in said):
        return own
    for at, header in enumerate(row.cells):
        said = headers[at]
        if ahead and headers.count(said) > 1 and (again := meaning_of(header).field) in _OF_A_TALK:
            # "Moeder, Tijd, Vader, Tijd"
            own.setdefault(ahead, {}).setdefault(again, at)
            continue
        parent = [word for word in said if says_parent(word) or word.isdigit()]
        ahead = " ".join(parent) if any(map(says_parent, parent)) else ahead
        rest = " ".join(word for word in said if word not in parent)
        field = meaning_of(rest).field if parent and any(map(says_parent, parent)) and rest else None
        if field in {None, Field.WITH} and rest and says_it_is_a_talk(rest) and _are_times(below, at):
            field = Field.TIME
        elif meaning_of(header).field:
            continue
        if field in _OF_A_TALK:
            own.setdefault(" ".join(parent), {})[field] = at
    return own


def _are_times(below: Sequence[TableRow], at: int) -> bool:
    """Return whether most cells of a column have a time of day in them."""
    cells = [cell for row in below if (cell := row.cell(at))]
    return sum(bool(re.search(_CLOCK, cell)) for cell in cells) * 2 > len(cells)


def _apart(table: Table, headers: TableRow, own: _Own) -> Iterator[TableRow]:
    """Yield the rows with the columns of each parent brought together behind all others."""
    width = max(len(row.cells) for row in table.rows)
    fields = [each for each in _OF_A_TALK if any(each in columns for columns in own.values())]
    shared = {each: _shared(headers, each) for each in fields}
    left = {at for columns in own.values() for at in columns.values()} | {*shared.values()}
    names = {parent: _column_of(headers, parent) for parent in own}

    for row in table.rows:
        if row.number < headers.number or row.empty:
            yield row
        elif row is headers:
            yield row.with_behind(left, width, [*map(_OF_A_TALK.__getitem__, fields), _WITH])
        else:
            common = [row.cell(shared[each]) for each in fields]
            talks = {parent: _cells(row, columns, fields) for parent, columns in own.items()}
            timed = {parent: each for parent, each in talks.items() if each[fields.index(Field.TIME)]}
            together = len(timed) > 1 and len({tuple(each) for each in timed.values()}) == 1
            for parent, cells in list(timed.items())[: 1 if together else None]:
                filled = [one or other for one, other in zip(cells, common, strict=True)]
                yield row.with_behind(left, width, [*filled, "" if together else _called(row, parent, names)])
            if not timed:
                yield row.with_behind(left, width, [*common, ""])


def _called(row: TableRow, parent: str, names: Mapping[str, int]) -> str:
    """Return how the parent of a talk is called: by name where there is a number, which alone is nobody."""
    numbered = any(map(str.isdigit, parent))
    return (row.cell(names[parent]) if numbered else "") or ("" if parent.isdigit() else parent)


def _column_of(headers: TableRow, parent: str) -> int:
    """Return the column that has the name of this parent, perhaps by a number alone; -1 for none."""
    said = (words(header) for header in headers.cells)
    bare = (" ".join(w for w in each if not (parent.isdigit() and says_parent(w))) for each in said)
    return next((at for at, each in enumerate(bare) if each == parent), -1)


def _shared(headers: TableRow, field: Field) -> int:
    """Return the column that both parents have in common for a field; -1 for none."""
    return next((at for at, cell in enumerate(headers.cells) if meaning_of(cell).field is field), -1)


def _cells(row: TableRow, columns: Mapping[Field, int], fields: Sequence[Field]) -> list[str]:
    return [row.cell(columns.get(each, -1)) for each in fields]
