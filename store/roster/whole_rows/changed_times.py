"""What was changed, in a column of its own beside what was agreed before: "Oude tijd", "Nieuwe tijd"."""

from __future__ import annotations

from store.domain.text import those
from store.roster.columns import MOST_HEADER_ROWS
from store.roster.header_words import Field, meaning_of
from store.roster.names import words
from store.roster.sheets.table import Table, TableRow

_OLD = those("oude oud eerdere vorige oorspronkelijke old previous original")
_NEW = those("nieuwe nieuw gewijzigde new changed")
_OF_A_TALK = frozenset({Field.DATE, Field.TIME, Field.END, Field.PLACE})


def with_what_was_changed(table: Table) -> Table:
    """Return the sheet with what is new in the place of what was, where a row has any."""
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        old, new = ({_without(cell, said): at for at, cell in enumerate(row.cells)} for said in (_OLD, _NEW))
        pairs = {
            old[header]: new[header]
            for header in old
            if header and header in new and meaning_of(header).field in _OF_A_TALK
        }
        if pairs:
            headers = {old[header]: header for header in old if old[header] in pairs}
            return table._replace(rows=tuple(_changed(each, row, pairs, headers) for each in table.rows))
    return table


def _without(header: str, said: frozenset[str]) -> str:
    """Return a header without the word that says whether it is old or new; empty where none does."""
    found = words(header)
    return "" if said.isdisjoint(found) else " ".join(word for word in found if word not in said)


def _changed(row: TableRow, header: TableRow, pairs: dict[int, int], headers: dict[int, str]) -> TableRow:
    if row.number < header.number:
        return row
    cells = list(row.cells)
    for was, now in pairs.items():
        if now < len(cells):
            cells[was] = headers[was] if row is header else cells[now] or cells[was]
            cells[now] = ""
    return row._replace(cells=tuple(cells))
