"""Take out what programs leave where a cell is empty: the 0 of a reference to nothing, NULL, NaN."""

from __future__ import annotations

import re

from store.roster.header_words import Field, meaning_of
from store.roster.sheets.table import Table

_EMPTY = re.compile(r"0(?:[.,]0+)?|NULL|null|[(<](?:NULL|null)[)>]|NaN|nan|undefined")
"""With one capital it is a name."""


def is_empty_value(cell: str) -> bool:
    """Return whether a program may have left this where nothing is."""
    return bool(_EMPTY.fullmatch(cell))


def without_empty_values(table: Table) -> Table:
    """Return the sheet without them; the youngest may all be in group 0, and beside a 1 it says no."""
    places = {at for row in table.rows for at, cell in enumerate(row.cells) if is_empty_value(cell)}
    places -= {at for at in places if _is_of_one_group(table, at) or _is_of_answers(table, at)}
    if not places:
        return table
    rows = tuple(
        row._replace(
            cells=tuple(
                "" if at in places and is_empty_value(cell) else cell for at, cell in enumerate(row.cells)
            )
        )
        for row in table.rows
    )
    return table._replace(rows=rows)


def _is_of_answers(table: Table, at: int) -> bool:
    """Return whether a column has nothing but 1 and 0 below its header."""
    cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
    return "1" in cells and sum(cell not in {"0", "1"} for cell in cells) == 1


def _is_of_one_group(table: Table, at: int) -> bool:
    """Return whether a column is of groups, with nothing but these below its header."""
    cells = [row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at]]
    headers = [cell for cell in cells if not is_empty_value(cell)]
    return len(headers) == 1 and meaning_of(headers[0]).field is Field.GROUP
