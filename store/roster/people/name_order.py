"""Tell whether the last name stands first, as "van den Berg Sofie" shows, or the name of a parent."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.roster.asides import call_name
from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.names import (
    NameParts,
    comparable,
    listed,
    opens_with_infix,
    several,
    split_name,
    spoken,
    without_preface,
)
from store.roster.people.notes import RowNotes
from store.roster.problems import Doubt, DoubtCode
from store.roster.sheets.table import TableRow

LEAST = 2
"""Names that show the order of all others."""


class NameOrder:
    """The order of the names in one column, where no comma tells it.

    `turned` are the names of which somebody said that the other order is meant, which goes for all of them.
    """

    def __init__(
        self,
        columns: Columns,
        notes: RowNotes,
        rows: Sequence[TableRow],
        *,
        headed: bool,
        turned: Collection[str],
    ) -> None:
        self._columns = columns
        self._notes = notes
        self._headed = headed
        names = [
            (row, name)
            for row in rows
            if "," not in (name := call_name(without_preface(columns.line(row, Field.NAME)))[0])
            and len(several(name)) == 1
        ]
        opened = sum(_last_is_ahead(name) for _, name in names)
        within = sum(bool(split_name(name).infix) for _, name in names) - opened
        by_parents = sum(self._shown_by_parents(name, row) for row, name in names) if not headed else 0
        self._unsure = opened > within or by_parents > 0
        self.last_first = headed or (opened > within and opened >= LEAST) or by_parents >= LEAST
        self._flipped = any(name in turned for _, name in names)
        self._shown: list[tuple[TableRow, str, NameParts, NameParts]] = []
        self._either: list[tuple[TableRow, str, NameParts, NameParts]] = []

    def doubt(self) -> None:
        """Keep in mind that others have their last name first."""
        self._unsure = True

    def read(self, whole: str, row: TableRow) -> NameParts:
        """Return a name of which a parent's may show that the last name comes first: "Berg van den Sofie"."""
        name = split_name(whole, last_first=self.last_first)
        if self._headed or "," in whole or not name.last:
            return name
        if _last_is_ahead(whole):
            other = NameParts(f"{name.infix} {name.last}", "", name.first)
            if whole.split()[0].islower() or len(name.infix.split()) > 1:
                return name
            return self._one_of(self._shown, row, whole, name, other)
        other = _other(whole, name, last_first=self.last_first)
        lasts = self._last_names_beside(name, row)
        if comparable(f"{name.infix} {name.last}") in lasts:
            return name
        if name.infix and comparable(f"{other.infix} {other.last}") in lasts:
            self.doubt()
            return other
        return name if name == other else self._one_of(self._either, row, whole, name, other)

    def _shown_by_parents(self, name: str, row: TableRow) -> bool:
        """Return whether a parent has what stands ahead in a name for a last name, and not what is behind."""
        first, infix, last = split_name(name)
        lasts = self._last_names_beside(NameParts(first, infix, last), row) if last and not infix else set()
        return comparable(first) in lasts and comparable(last) not in lasts

    def _one_of(
        self,
        kept: list[tuple[TableRow, str, NameParts, NameParts]],
        row: TableRow,
        whole: str,
        taken: NameParts,
        other: NameParts,
    ) -> NameParts:
        kept.append((row, whole, taken, other))
        return other if self._flipped else taken

    def _last_names_beside(self, name: NameParts, row: TableRow) -> set[str]:
        """Return the last names of the parents on a row in which a part of a child's name is."""
        cells = (
            row.cells[column.at]
            for column in self._columns.all
            if column.field is Field.CARER and column.at < len(row.cells)
        )
        return {
            comparable(f"{parts.infix} {parts.last}")
            for cell in cells
            if name.first in cell or name.last in cell
            for each in listed(cell)
            if (parts := split_name(spoken(each))).last
        }

    def ask(self) -> None:
        """Ask once which name comes first, where another row of the same list has the last name there."""
        asked = self._either if self._unsure else []
        if not asked and len(self._shown) == 1:
            # one by itself may be anything: "El Mahdi Bouzid"
            asked = self._shown
        if asked and not self._flipped:
            row, whole, *names = asked[0]
            taken, other = (" ".join(filter(None, name)) for name in names)
            column = self._columns.header(Field.NAME)
            self._notes.ask(
                Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other, len(asked))
            )


def _last_is_ahead(name: str) -> bool:
    """Return whether a name opens with an infix, and has a word behind the one that goes with it."""
    loud = any(part.isupper() and len(part) > 1 for part in name.split())
    return opens_with_infix(name) and not loud and bool(split_name(name).last)


def _other(whole: str, name: NameParts, *, last_first: bool) -> NameParts:
    """Return a name in the other order than it was read in."""
    if name.infix and not last_first:
        return NameParts(name.last, name.infix, name.first)
    return split_name(whole, last_first=not last_first)
