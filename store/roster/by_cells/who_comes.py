"""Columns that say of each parent who comes, and of somebody who comes instead: "Vader komt: opa Piet"."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.role_words import tells_a_role
from store.roster.cells import read_answer
from store.roster.columns import Column, Columns
from store.roster.header_words import Field, parent_coming
from store.roster.names import comparable, has_capitals, is_a_name
from store.roster.sheets.table import Table, TableRow


def with_who_comes(table: Table, columns: Columns) -> tuple[Table, Columns]:
    """Return a list with a column for whom each talk is with, and a remark where another comes for a parent.

    Where no parent comes the row is left as it is: that may mean that the talk was called off.
    """
    asked = [each for each in columns.all if not each.field and parent_coming(each.header)]
    if not asked or Field.WITH in columns.fields:
        return table, columns
    width = max(len(row.cells) for row in table.rows)
    refused = False
    rows = []
    for row in table.rows:
        answers = [_answer(row, each) for each in asked] if row.number > columns.row else []
        refused |= bool(answers) and not any(answers) and any(_at(row, each) for each in asked)
        rows.append(_told(row, asked, answers, width) if any(answers) else row)
    taken = Field.REMARK if not refused else None
    kept = (each._replace(field=taken) if each in asked else each for each in columns.all)
    gap = (Column(at, "") for at in range(len(columns.all), width))
    more = (Column(width, "", Field.WITH), Column(width + 1, "", Field.REMARK))
    return table._replace(rows=tuple(rows)), Columns(columns.row, (*kept, *gap, *more))


def _answer(row: TableRow, column: Column) -> str:
    """Return who comes by what a parent's column says: the word for that parent, or what is written."""
    said = _at(row, column)
    others = {comparable(cell) for at, cell in enumerate(row.cells) if cell and at != column.at}
    if not said or read_answer(said) is False:
        return ""
    return _word(column) if read_answer(said) or comparable(said) in others else said


def _word(column: Column) -> str:
    """Return the word for a parent in a header: "Vader"."""
    return next(word for word in column.header.split() if parent_coming(f"{word} komt"))


def _told(row: TableRow, asked: Sequence[Column], answers: Sequence[str], width: int) -> TableRow:
    """Return a row with the only parent who comes behind it, and what else is said below the headers."""
    cells = [*row.cells, *[""] * (width - len(row.cells))]
    comes, stays = list[str](), 0
    remarks: list[str] = []
    for column, answer in zip(asked, answers, strict=True):
        remark = answer not in {"", _word(column)}
        instead = remark and _is_somebody(answer)
        remarks += [f"{column.header}: {answer}"] if remark else []
        comes += [_word(column)] if answer and not instead else []
        stays += instead or (not answer and bool(_at(row, column)))
        cells[column.at] = ""
    with_whom = comes[0] if len(comes) == 1 and len(comes) + stays == len(asked) else ""
    return row._replace(cells=(*cells, with_whom if stays else "", "; ".join(remarks)))


def _is_somebody(said: str) -> bool:
    """Return whether a text names who comes, and says no more: "opa Piet", "Eva Smit", "tante"."""
    return is_a_name(said) and (has_capitals(said) or tells_a_role(said.split()[0]))


def _at(row: TableRow, column: Column) -> str:
    return " ".join(row.cell(column.at).split())
