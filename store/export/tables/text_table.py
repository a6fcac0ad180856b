"""Tables as text for a terminal, in columns."""

from __future__ import annotations

from collections.abc import Iterable

from store.export.tables.table import Cell, Table, cell_text, cell_words
from store.language import Translator

GAP = "  "


def tables_text(tables: Iterable[Table], t: Translator) -> str:
    """Write tables one under the other, each with its title; of an empty one it is said that it is."""
    return "\n\n".join("\n".join(_lines(table, t)) for table in tables)


def _lines(table: Table, t: Translator) -> list[str]:
    title = [table.title, "-" * len(table.title)]
    if not table.rows:
        return [*title, t("nothing")]
    rows = [list(map(cell_text, table.columns))]
    rows += [[cell_words(cell, t) for cell in row] for row in table.rows]
    # a column in which nothing stands would only take room
    kept = [at for at in range(len(table.columns)) if any(row[at] for row in rows[1:])]
    widths = {at: max(len(row[at]) for row in rows) for at in kept}
    numbers = {at for at in kept if _is_number(row[at] for row in table.rows)}
    lines = [
        GAP.join(
            row[at].rjust(widths[at]) if at in numbers else row[at].ljust(widths[at]) for at in kept
        ).rstrip()
        for row in rows
    ]
    return [*title, *lines, *([table.note] if table.note else [])]


def _is_number(cells: Iterable[Cell]) -> bool:
    return all(isinstance(cell, int) for cell in cells)
