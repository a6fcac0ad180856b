"""Blocks that stand beside each other on one sheet, each with the same headers, one below the other."""

from __future__ import annotations

from store.roster.header_words import meaning_of
from store.roster.names import words
from store.roster.sheets.table import MergedCells, Table

MOST_ROWS_ABOVE = 20


def blocks(table: Table) -> tuple[Table, ...]:
    """Return the sheet as the blocks it is made of; a sheet that is one block, as it is."""
    for row in [row for row in table.rows if not row.empty][:MOST_ROWS_ABOVE]:
        starts = _starts([words(cell) for cell in row.cells])
        if len(starts) > 1 and sum(1 for cell in row.filled if meaning_of(cell).field) > 1:
            ends = [*starts[1:], max(len(each.cells) for each in table.rows)]
            return tuple(_cut(table, start, end) for start, end in zip(starts, ends, strict=True))
    return (table,)


def _starts(headers: list[tuple[str, ...]]) -> list[int]:
    """Return where blocks with the same headers begin; empty headers between them belong to the left one."""
    if not headers or not any(headers):
        return []
    first = next(at for at, header in enumerate(headers) if header)
    starts = [at for at, header in enumerate(headers) if header == headers[first]]
    said = [
        [header for header in headers[start:end] if header]
        for start, end in zip(starts, [*starts[1:], len(headers)], strict=True)
    ]
    alike = all(each == said[0] for each in said)
    return starts if len(starts) > 1 and alike and len(said[0]) > 1 else []


def _cut(table: Table, start: int, end: int) -> Table:
    """Return some columns of a sheet as one of its own."""
    rows = tuple(row._replace(cells=row.cells[start:end]) for row in table.rows)
    merged = tuple(
        MergedCells(area.top, area.left - start, area.bottom, min(area.right, end - 1) - start)
        for area in table.merged
        if start <= area.left < end
    )
    return table._replace(rows=rows, merged=merged, problems=table.problems if not start else ())
