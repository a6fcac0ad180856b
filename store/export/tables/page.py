"""Tables as one page for a browser: whole in itself, to be printed, without scripts."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from store.export.tables.table import Cell, Table, cell_text, cell_words
from store.language import Translator

PAGE = Path(__file__).parent / "page.html"
NUMBER = ' class="number"'


def page_bytes(title: str, intro: str, tables: Sequence[Table], t: Translator) -> bytes:
    """Fill the page; every text on it is text."""
    filled = Template(PAGE.read_text("utf-8")).substitute(
        language=t.language,
        title=escape(cell_text(title)),
        intro=escape(cell_text(intro)),
        tables="\n".join(_section(table, t) for table in tables),
    )
    return filled.encode()


def _section(table: Table, t: Translator) -> str:
    head = f"<h2>{escape(table.title)}</h2>"
    if not table.rows:
        return f"<section>{head}<p>{escape(t('nothing'))}</p></section>"
    numbers = [all(isinstance(row[at], int) for row in table.rows) for at in range(len(table.columns))]
    columns = "".join(
        f'<th scope="col"{NUMBER * number}>{escape(cell_text(each))}</th>'
        for each, number in zip(table.columns, numbers, strict=True)
    )
    cells = (
        "".join(_cell(each, t, number=number) for each, number in zip(row, numbers, strict=True))
        for row in table.rows
    )
    rows = "\n".join(f"<tr>{each}</tr>" for each in cells)
    note = f"<p>{escape(table.note)}</p>" if table.note else ""
    body = f"<thead><tr>{columns}</tr></thead><tbody>{rows}</tbody>"
    return f"<section>{head}<table>{body}</table>{note}</section>"


def _cell(cell: Cell, t: Translator, *, number: bool) -> str:
    """A cell; what stands in a column of numbers is under its title, on the right."""
    return f"<td{NUMBER * number}>{escape(cell_words(cell, t))}</td>"
