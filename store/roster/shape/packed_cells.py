"""Answers to what a booking program asked, packed into one cell or behind it, as columns of their own."""

from __future__ import annotations

import json
import re
from collections.abc import Collection

from store.roster.header_words import PUPIL_NAMES, meaning_of
from store.roster.sheets.table import Table, TableRow

MOST_ROWS_ABOVE = 20
MOST_FIELDS = 30
_QUESTION = re.compile(r"(?:question|vraag)\s*\d*", re.IGNORECASE)
_ANSWER = re.compile(r"(?:response|answer|antwoord)\s*\d*", re.IGNORECASE)
_ORDINAL = re.compile(r"\d{1,2}[.)]\s+(?=\D)")
"""The number of a question on a form, ahead of it."""
LEAST_NUMBERED = 2
LEAST_LABELLED = 2
"""Cells with answers that make a column one of these."""
_BETWEEN = re.compile(r"\s*[;\n]\s*")
_WITH_QUESTION = re.compile(
    rf"(?:{_QUESTION.pattern}|{_ANSWER.pattern})\s*(?:[(\[](?P<inside>.+)[)\]]|[:.–-]\s*(?P<behind>\S.*))",
    re.IGNORECASE | re.DOTALL,
)
"""A header that has the question in it: "Response 1 (Naam van uw kind)", "Vraag 2: Uw naam"."""


def unpacked(table: Table) -> Table:
    """Return the sheet with a column for each answer in cells such as {"Naam kind": "Milan"}.

    Where all cells of a column name a child by a label it is as good: "Naam kind: Milan; Samen: ja".
    """
    table = _answered(table)
    for at in range(max((len(row.cells) for row in table.rows), default=0)):
        held = {row.number: answers for row in table.rows if (answers := _answers(row, at)) is not None}
        if held:
            return _with(table, held)
        if labelled := _labelled(table, at):
            known = all(meaning_of(label).field for answers in labelled.values() for label in answers)
            return _with(_emptied(table, at, labelled) if known else table, labelled)
    return table


def _answered(table: Table) -> Table:
    """Return the sheet with each question, where all rows have the same, as the header of its answers."""
    header = next((row for row in table.rows if len(row.filled) > 1), None)
    if header is None:
        return table
    cells = [_question_in(cell) for cell in header.cells]
    if sum(1 for cell in cells if _ORDINAL.match(cell)) >= LEAST_NUMBERED:
        cells = [_ORDINAL.sub("", cell, count=1) for cell in cells]
    for at in range(1, len(cells)):
        if _QUESTION.fullmatch(cells[at - 1]) and _ANSWER.fullmatch(cells[at]):
            below = (
                row.cells[at - 1] for row in table.rows if row.number > header.number and at <= len(row.cells)
            )
            asked = set(filter(None, below))
            cells[at] = asked.pop() if len(asked) == 1 else cells[at]
    rows = (row._replace(cells=tuple(cells)) if row is header else row for row in table.rows)
    return table._replace(rows=tuple(rows)) if tuple(cells) != header.cells else table


def _question_in(header: str) -> str:
    found = _WITH_QUESTION.fullmatch(header)
    return (found["inside"] or found["behind"]) if found else header


def _answers(row: TableRow, at: int) -> dict[str, str] | None:
    text = row.cells[at] if at < len(row.cells) else ""
    if not (text.startswith("{") and text.endswith("}")):
        return None
    try:
        found = json.loads(text)
    except ValueError:
        return None
    return {str(key): " ".join(str(value).split()) for key, value in list(found.items())[:MOST_FIELDS]}


def _emptied(table: Table, at: int, held: Collection[int]) -> Table:
    """Return the sheet without what is in a column of these rows: all of it stands in others."""
    rows = (
        row._replace(cells=(*row.cells[:at], "", *row.cells[at + 1 :])) if row.number in held else row
        for row in table.rows
    )
    return table._replace(rows=tuple(rows))


def _labelled(table: Table, at: int) -> dict[int, dict[str, str]]:
    """Return the answers behind their labels, by row, where each cell of a column has some with a child."""
    held: dict[int, dict[str, str]] = {}
    for row in table.rows:
        pairs = [part.partition(":") for part in _BETWEEN.split(row.cell(at)) if part]
        if pairs and all(value for _, _, value in pairs):
            answers = {label.strip(): " ".join(value.split()) for label, _, value in pairs[:MOST_FIELDS]}
            if any(_names_a_child(label) for label in answers):
                held[row.number] = answers
    filled = sum(1 for row in table.rows if row.cell(at))
    # the header is no answer
    return held if len(held) >= max(LEAST_LABELLED, filled - 1) else {}


def _names_a_child(label: str) -> bool:
    meaning = meaning_of(label)
    return meaning.field in PUPIL_NAMES and not meaning.bare


def _with(table: Table, held: dict[int, dict[str, str]]) -> Table:
    """Return the rows with the answers behind them, and their names behind the row above the first."""
    labels = list(dict.fromkeys(label for answers in held.values() for label in answers))[:MOST_FIELDS]
    width = max(len(row.cells) for row in table.rows)
    header = max((row.number for row in table.rows if row.number < min(held) and not row.empty), default=0)
    rows = []
    for row in table.rows:
        added = (
            labels if row.number == header else [held.get(row.number, {}).get(each, "") for each in labels]
        )
        rows.append(row._replace(cells=(*row.cells, *[""] * (width - len(row.cells)), *added)))
    return table._replace(rows=tuple(rows))
