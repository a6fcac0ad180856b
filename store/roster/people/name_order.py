"""Tell whether the last name stands first, as "van den Berg Sofie" shows, or the name of a parent."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from store.domain.people import Pupil
from store.roster.asides import call_name, two_beside_a_dash
from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.names import (
    BEHIND,
    CLEAN,
    NameParts,
    comparable,
    is_a_name,
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

_GLUED = r"[DdLl]['’][^\W\d_]{2,}\s"
"""An infix that is one word with the last name: "D'Hooghe Marie". Alone it may be a first name's."""
LEAST = 2
"""Names that show the order of all others."""


class NameOrder:
    """The order of the names in one column, where no comma tells it.

    `turned` are the names of which somebody said that the other order is meant, which goes for all of them.
    Where others have a last name before their `commas`, one without may have it there as well.
    """

    def __init__(
        self,
        columns: Columns,
        notes: RowNotes,
        rows: Sequence[TableRow],
        *,
        headed: bool,
        commas: bool,
        turned: Collection[str],
    ) -> None:
        self._columns = columns
        self._notes = notes
        self._headed = headed
        self._turned = turned
        names = [
            (row, name)
            for row in rows
            if "," not in (name := call_name(without_preface(columns.line(row, Field.NAME)))[0])
            and len(several(name)) == 1
            and not two_beside_a_dash(name)
        ]
        opened = sum(_last_is_ahead(name) for _, name in names)
        opened += sum(bool(re.match(_GLUED, name)) for _, name in names) if opened else 0
        within = sum(bool(split_name(name).infix) for _, name in names) - opened
        by_parents = [] if headed else [name for row, name in names if self._shown_by_parents(name, row)]
        plain = sum(not split_name(name).infix for name in by_parents)
        beside_commas = commas and any(_may_be_turned(name) for _, name in names)
        self._unsure = opened > within or bool(by_parents) or beside_commas
        self.last_first = headed or (opened > within and opened >= LEAST) or plain >= LEAST
        self._flipped = self._unsure and any(name in turned for _, name in names if not _last_is_ahead(name))
        self._shown: list[tuple[TableRow, str, NameParts, NameParts]] = []
        self._either: list[tuple[TableRow, str, NameParts, NameParts]] = []

    def read(self, whole: str, row: TableRow) -> NameParts:
        """Return a name of which a parent's may show that the last name comes first: "Berg van den Sofie"."""
        name = split_name(whole, last_first=self.last_first)
        if not self.last_first and (shared := self._by_a_parent(whole, name, row)):
            return shared
        if self._headed or "," in whole or not name.last:
            return name
        if _last_is_ahead(whole):
            if whole.split()[0].islower() or len(name.infix.split()) > 1:
                return name
            other = NameParts(f"{name.infix} {name.last}", "", name.first)
            self._shown.append((row, whole, name, other))
            return other if whole in self._turned else name
        other = _other(whole, name, last_first=self.last_first)
        lasts = self._last_names_beside(row, name.first, name.last) if name.infix or self._unsure else set()
        if name == other or comparable(f"{name.infix} {name.last}") in lasts:
            return name
        if name.infix and comparable(f"{other.infix} {other.last}") in lasts:
            return other
        self._either.append((row, whole, name, other))
        return other if self._flipped else name

    def _by_a_parent(self, whole: str, name: NameParts, row: TableRow) -> NameParts | None:
        """Return a name of more given names, which ends as a parent's: "Bas Jan Kroon" beside "Mia Kroon".

        Where another parent has what stands ahead of that, both are the last name: "Ana Garcia Lopez".
        """
        said = name.last.split()
        if (
            name.infix
            or "," in whole
            or len(said) < LEAST
            or any(name.last in each for each in self._parents(row))
        ):
            return None
        lasts = self._last_names_beside(row, *said) | self._last_names_alone(row)
        ends = (at for at in range(1, len(said)) if comparable(" ".join(said[at:])) in lasts)
        at = next(ends, 0)
        between = {comparable(" ".join(said[start:at])) for start in range(at)}
        if not at or not between.isdisjoint(lasts):
            return None
        return NameParts(" ".join((name.first, *said[:at])), "", " ".join(said[at:]))

    def _last_names_alone(self, row: TableRow) -> set[str]:
        """Return the last names that stand in columns of their own for parents."""
        columns = (each for each in self._columns.all if each.field is Field.CARER_LAST)
        return {comparable(row.cells[each.at]) for each in columns if each.at < len(row.cells)} - {""}

    def _shown_by_parents(self, name: str, row: TableRow) -> bool:
        """Return whether a parent has what stands ahead in a name for a last name, and not what is behind."""
        parts = split_name(name)
        if not parts.last or not any(parts.first in cell for cell in self._parents(row)):
            return False
        lasts = self._last_names_beside(row, parts.first, parts.last)
        ahead, behind = (comparable(f"{parts.infix} {each}") for each in (parts.first, parts.last))
        return ahead in lasts and behind not in lasts

    def _parents(self, row: TableRow) -> Iterator[str]:
        """Yield the cells of the parents on a row."""
        for column in self._columns.all:
            if column.field is Field.CARER and column.at < len(row.cells):
                yield row.cells[column.at]

    def _last_names_beside(self, row: TableRow, *said: str) -> set[str]:
        """Return the last names of the parents on a row in which one of these parts of a child's name is."""
        return {
            comparable(f"{parts.infix} {parts.last}")
            for cell in self._parents(row)
            if any(part in cell for part in said)
            for each in listed(cell)
            if (parts := split_name(spoken(found[1] if (found := BEHIND.fullmatch(each)) else each))).last
        }

    def ask(self) -> None:
        """Ask once which name comes first, where another row of the same list has the last name there."""
        asked: list[tuple[TableRow, str, NameParts, NameParts]] = []
        if self._unsure and self._either:
            asked = [] if self._flipped else self._either
        elif len(self._shown) == 1:
            # one by itself may be anything: "El Mahdi Bouzid"
            asked = [each for each in self._shown if each[1] not in self._turned]
        if asked:
            row, whole, *names = asked[0]
            taken, other = (" ".join(filter(None, name)) for name in names)
            column = self._columns.header(Field.NAME)
            self._notes.ask(
                Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other, len(asked))
            )


def last_name_ahead(carer: str, pupil: Pupil) -> bool:
    """Return whether a parent has the child's last name, and has it first: "Laan Joke van der"."""
    parts = _words_alone(carer)
    return (
        bool(parts)
        and not last_name_behind(carer, pupil)
        and any(
            comparable(" ".join(parts[: len(last.split())])) == comparable(last)
            for last in _last_names(pupil)
            if len(last.split()) < len(parts)
        )
    )


def last_name_behind(carer: str, pupil: Pupil) -> bool:
    """Return whether a parent has the child's last name, and has it last."""
    said = f" {carer.casefold()}"
    return any(said.endswith(f" {last.casefold()}") for last in _last_names(pupil))


def turned_round(carer: str, pupil: Pupil) -> str:
    """Return a parent's name with the last name first as it is said; what is no name as it is.

    The child's last name is one, of however many words.
    """
    if not CLEAN.fullmatch(carer) or not is_a_name(carer) or len(carer.split()) < LEAST:
        return carer
    bare, aside = (found[1], f" ({found[2]})") if (found := BEHIND.fullmatch(carer)) else (carer, "")
    for last in _last_names(pupil):
        if bare.casefold().startswith(f"{last.casefold()} "):
            return f"{bare[len(last) :].strip()} {bare[: len(last)]}{aside}"
    return " ".join(filter(None, split_name(bare, last_first=True))) + aside


def _words_alone(carer: str) -> list[str]:
    bare = found[1] if (found := BEHIND.fullmatch(carer)) else carer
    alone = "," not in bare and is_a_name(bare) and len(bare.split()) > 1
    return bare.split() if alone else []


def _last_names(pupil: Pupil) -> tuple[str, ...]:
    whole = f"{pupil.infix} {pupil.last_name}".strip()
    return tuple(filter(None, dict.fromkeys((whole, pupil.last_name))))


def _last_is_ahead(name: str) -> bool:
    """Return whether a name opens with an infix, and has a word behind the one that goes with it."""
    loud = not name.isupper() and any(part.isupper() and len(part) > 1 for part in name.split())
    return opens_with_infix(name) and not loud and bool(split_name(name).last)


def _may_be_turned(name: str) -> bool:
    """Return whether one word stands ahead of an infix, which may be a last name: "Berg van den Sofie"."""
    parts = split_name(name)
    return bool(parts.infix) and len(parts.first.split()) == 1


def _other(whole: str, name: NameParts, *, last_first: bool) -> NameParts:
    """Return a name in the other order than it was read in."""
    if name.infix and not last_first:
        return NameParts(name.last, name.infix, name.first)
    return split_name(whole, last_first=not last_first)
