"""Names of whoever signed up, beside those of the child: parents, unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from store.roster.by_cells.against_header import with_loose_contacts
from store.roster.columns import CARER_NAMES, Columns
from store.roster.header_words import Field, meaning_of
from store.roster.names import comparable, words
from store.roster.sheets.table import Table

MOST = 0.8
"""The part of the rows on which the first names must differ."""
_OF_A_PARENT = {
    Field.FIRST_NAME: "carer_1_first_name",
    Field.INFIX: "carer_1_infix",
    Field.LAST_NAME: "carer_1_last_name",
}


def with_who_signed_up(table: Table, columns: Columns) -> Columns:
    """Return the columns with the names of two as a child's and a parent's: in parts, and whole ones.

    Those below a header that says so are the child's, else those in parts. A call name may differ from the
    name that a child has in full.
    """
    whole, first = columns.find(Field.NAME), columns.find(Field.FIRST_NAME)
    if (
        whole is None
        or first is None
        or columns.fields & CARER_NAMES
        or Field.LAST_NAME not in columns.fields
        or not meaning_of(first.header).lesser
    ):
        return columns
    rows = [row for row in table.rows if row.number > columns.row]
    pairs = [(columns.line(row, Field.FIRST_NAME), columns.line(row, Field.NAME)) for row in rows]
    if not _differ([pair for pair in pairs if all(pair)]):
        return columns
    if meaning_of(whole.header).bare:
        of_two = all(len(name.split()) > 1 for _, name in pairs if name)
        return with_loose_contacts(columns.as_chosen({whole.at: "carer_1_name"})) if of_two else columns
    taken = {each.at: _OF_A_PARENT[each.field] for each in columns.all if each.field in _OF_A_PARENT}
    return with_loose_contacts(columns.as_chosen(taken))


def _differ(pairs: Sequence[tuple[str, str]]) -> bool:
    """Return whether most first names are in none of the names beside them."""
    others = sum(1 for first, whole in pairs if comparable(first) not in map(comparable, words(whole)))
    return bool(pairs) and others >= len(pairs) * MOST
