"""Read which children a row is about: the name of each, the group beside it, and what else stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.roster.blanks import says_nobody
from store.roster.header_words import Field, says_family
from store.roster.names import (
    NameParts,
    call_name,
    company,
    comparable,
    has_and,
    infix_ahead,
    infix_behind,
    is_a_name,
    is_infix,
    listed,
    may_be_a_child,
    may_be_one,
    several,
    somebody_behind,
    split_name,
    spoken,
    without_preface,
)
from store.roster.people.notes import RowNotes
from store.roster.problems import Doubt, DoubtCode, ProblemCode
from store.roster.shape.layout import Layout
from store.roster.shared_cell.by_comma import Children, children_by_comma, comma_habit, first_names
from store.roster.sheets.table import TableRow

MOST_IN_BRACKETS = 0.8
"""The part of the rows that must name a child behind a parent, for a whole column to be read so."""
_FAMILY = re.compile(r"(?:fam(?:ilie|ily)?\b\.?|gezin)\s+", re.IGNORECASE)
_GROUP_BESIDE = re.compile(r"(?:groep|groupe?|klas|gr\.?)?\s*([1-8]\s?[a-z]?(?:/[1-8])?)", re.IGNORECASE)
"""What stands with a name and is the child's group: "Milan Mos (5)", "Aya Kok - 3A"."""


class ChildrenReader:
    """The children on the rows of one sheet, and what is unsure of them in all its rows."""

    def __init__(self, layout: Layout, notes: RowNotes, *, last_first: bool) -> None:
        self._columns = layout.columns
        self._rows = layout.rows
        self._poll = layout.kind == "poll"
        self._notes = notes
        self._last_first = last_first
        named = self._columns.find(Field.NAME)
        cells = (row.cells[named.at] for row in self._rows if named and named.at < len(row.cells))
        self._commas = comma_habit(self._columns.header(Field.NAME), cells)
        self._turned = False
        self._either: list[tuple[TableRow, str, NameParts, NameParts]] = []
        self._signed: list[tuple[TableRow, str]] = []
        self._maybe_children: list[tuple[TableRow, str, NameParts, str]] = []

    def read(self, row: TableRow) -> tuple[list[tuple[NameParts, str]], str]:
        """Return the names of the children a row is about with the group beside each, and what else is."""
        columns = self._columns
        first, infix, last, whole = (
            columns.line(row, each) if each is not Field.NAME else columns.cell(row, each)
            for each in (Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME, Field.NAME)
        )
        remarks: list[str] = []
        first, whole = (_alone(text, remarks) for text in (first, whole))
        last = self._of_the_family(row, last)
        written, pair = whole, None if first or last else somebody_behind(without_preface(whole))
        if pair:
            # in a poll parents sign, and "mama van" says it; in a list they stand behind the child
            turned = self._poll or comparable(without_preface(whole)) != comparable(whole)
            whole, other = reversed(pair) if turned else pair
            remarks.append(other)
        said = " ".join(f"{first} {infix} {last} {whole}".split())
        if not _names_somebody(said) and not any(map(_names_somebody, several(said))):
            return [], ""
        in_parts = not whole or (first and last)
        children = first_names(first, last) if in_parts else self._children(without_preface(whole), last)
        found = list(self._named(row, children, (first, infix, last), in_parts=bool(in_parts)))
        named = [(name, self._group_in(aside, alone=len(found) == 1)) for name, aside in found if any(name)]
        remarks += [each for _, aside in found for each in aside]
        for remark in remarks:
            self._notes.problem(ProblemCode.NAME_REMARK, row, value=remark)
        if pair and named:
            self._maybe_children.append((row, written, named[0][0], pair[0]))
        elif whole and named:
            self._unsure_of_whom(row, whole, named[0][0])
        if named and not children.sure:
            self._unsure_of_children(row, first if in_parts else whole, children)
        for name, _ in named:
            self._notes.letters(row, " ".join(name))
        return named, "; ".join(remarks)

    def _named(
        self, row: TableRow, children: Children, written: tuple[str, str, str], *, in_parts: bool
    ) -> Iterator[tuple[NameParts, list[str]]]:
        """Yield the name of each child, also of brothers and sisters, and what is beside it."""
        first, infix, last = written
        name = NameParts("", infix, last)
        for each in children.names:
            aside: list[str] = []
            if in_parts:
                name = _in_columns(_called(without_preface(each), aside), infix, last)
            else:
                name = self._whole(row, each, aside, first, infix, last)
            yield name, aside
        for n in self._columns.siblings:
            other = self._columns.line(row, Field.SIBLING, n)
            if other and not says_nobody(other):
                aside = []
                # a first name alone beside a whole one has the same last name
                shared = (infix, last) if last or len(other.split()) > 1 else (name.infix, name.last)
                yield self._whole(row, other, aside, "", *shared), aside

    def _of_the_family(self, row: TableRow, last: str) -> str:
        """Return the last name of a row, told where the family is called so."""
        if not last or not says_family(self._columns.header(Field.LAST_NAME)):
            return last
        last = _FAMILY.sub("", last)
        self._notes.problem(ProblemCode.FAMILY_TAKEN, row, Field.LAST_NAME, value=last, once=True)
        return last

    def _ask_of_family(self, row: TableRow, whole: str, last: str) -> None:
        """Ask whether a name of more words has a last name of its own beside the family's."""
        column = self._columns.header(Field.LAST_NAME)
        self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, f"{whole} {last}", whole))

    def _children(self, whole: str, last: str) -> Children:
        """Return the children in one cell, each by name; where a column has the last name, no cell does."""
        if last and "," in whole and has_and(whole):
            names = several(f"{whole} {last}")
            return Children(names, sure=True)
        return children_by_comma(whole, self._commas) or Children(several(whole), sure=not may_be_one(whole))

    def _whole(
        self, row: TableRow, whole: str, remarks: list[str], first: str = "", infix: str = "", last: str = ""
    ) -> NameParts:
        """Return a name that stands whole in one column, with what other columns say of it."""
        whole = " ".join(_called(without_preface(" ".join(whole.split())), remarks).split())
        if last and not infix and (turned := infix_behind(whole)):
            return NameParts(turned[1], turned[0], last)
        if last and not _has_last_name(whole, last):
            if " " in whole and says_family(self._columns.header(Field.LAST_NAME)):
                self._ask_of_family(row, whole, f"{infix} {last}".strip())
            return NameParts(whole, *(infix_ahead(last) if not infix else (infix, last)))
        if not first or first.split()[0] in whole.split():
            return self._in_order(whole, row)
        if "," in whole:
            # "Bensaïd, A." beside a call name: the letters are those of the whole name
            return split_name(whole)._replace(first=first)
        parts = split_name(whole)
        if not parts.last or not parts.first or infix:
            return NameParts(first, *(infix_ahead(whole) if not infix else (infix, whole)))
        both = parts._replace(first=first), NameParts(first, "", whole)
        if not parts.infix:
            # "Mohammed Kaya" beside "Mo" begins as it does; "Kok Haddad" beside "Aya" is a last name
            both = both if comparable(parts.first)[:1] == comparable(first)[:1] else both[::-1]
            taken, other = (" ".join(filter(None, each)) for each in both)
            column = self._columns.header(Field.NAME)
            self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other))
        return both[0]

    def _in_order(self, whole: str, row: TableRow) -> NameParts:
        """Return a name of which a parent's shows that the last name comes first: "Berg van den Sofie"."""
        name = split_name(whole, last_first=self._last_first)
        if self._last_first or "," in whole or not name.infix:
            return name
        if self._commas.last_first and len(name.first.split()) == 1:
            # others have their last name before a comma, and this one may do so without
            self._turned = True
        lasts = {
            comparable(f"{parts.infix} {parts.last}")
            for column in self._columns.all
            if column.field is Field.CARER
            and column.at < len(row.cells)
            and (name.first in row.cells[column.at] or name.last in row.cells[column.at])
            for each in listed(row.cells[column.at])
            if (parts := split_name(spoken(each)))
        }
        other = NameParts(name.last, name.infix, name.first)
        if comparable(f"{name.infix} {name.last}") in lasts:
            return name
        if comparable(f"{name.infix} {name.first}") in lasts:
            self._turned = True
            return other
        self._either.append((row, whole, name, other))
        return name

    def _group_in(self, aside: list[str], *, alone: bool) -> str:
        """Return the child's group, out of what stood with the name."""
        if alone and Field.GROUP in self._columns.fields:
            return ""
        # a bare number may as well be an age, unless the header says that it is a group
        headed = "groep" in self._columns.header(Field.NAME).casefold()
        for each in aside:
            if (found := _GROUP_BESIDE.fullmatch(each)) and (headed or not each.isdigit()):
                aside.remove(each)
                return found[1]
        return ""

    def _unsure_of_whom(self, row: TableRow, whole: str, name: NameParts) -> None:
        """Ask of a child behind who is named, and where the last name ends."""
        if "(" not in whole:
            self._signed.append((row, whole))
        if self._last_first and "," not in whole:
            self._unsure_of_last(row, whole, name)
        if pair := may_be_a_child(" ".join(without_preface(whole).split())):
            self._maybe_children.append((row, whole, name, pair[0]))

    def _unsure_of_children(self, row: TableRow, written: str, children: Children) -> None:
        """Ask whether there are more children in a cell."""
        value = " ".join(written.split())
        taken = ("; " if any("," in each for each in children.names) else ", ").join(children.names)
        column = self._columns.header(Field.NAME) or self._columns.header(Field.FIRST_NAME)
        self._notes.ask(Doubt(DoubtCode.MORE_CHILDREN, row.number, column, value, taken))

    def _unsure_of_last(self, row: TableRow, whole: str, name: NameParts) -> None:
        """Ask where the last name ends when it may be of more than one word."""
        said = whole.split()
        if len(said) > 2 and not name.infix:
            other = f"{' '.join(said[2:])} {' '.join(said[:2])}"
            column = self._columns.header(Field.NAME)
            taken = f"{name.first} {name.last}"
            self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other))

    def ask(self) -> None:
        """Ask what is unsure of the names in all rows, once each."""
        self._ask_of_brackets()
        self._ask_of_order()

    def _ask_of_order(self) -> None:
        """Ask once which name comes first, where another row of the same list has the last name there."""
        if self._turned and self._either:
            row, whole, *names = self._either[0]
            taken, other = (" ".join(filter(None, name)) for name in names)
            column, count = self._columns.header(Field.NAME), len(self._either)
            self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other, count))

    def _ask_of_brackets(self) -> None:
        """Ask once whether names in brackets are what children are called, or children of who is before."""
        if self._maybe_children:
            row, whole, name, parent = self._maybe_children[0]
            column = self._columns.header(Field.NAME)
            taken = " ".join(filter(None, name))
            count = len(self._maybe_children)
            found = self._columns.find(Field.NAME)
            most = count >= len(self._rows) * MOST_IN_BRACKETS and not self._columns.carers
            place = (str(found.at),) if found and most else ()
            self._notes.ask(
                Doubt(DoubtCode.CALL_NAME, row.number, column, whole, taken, parent, count, place)
            )
            if self._poll and self._signed:
                # who signs without a child behind may be a parent as well
                row, whole = self._signed[0]
                count = len(self._signed)
                self._notes.ask(Doubt(DoubtCode.CALL_NAME, row.number, column, whole, whole, whole, count))


def _has_last_name(whole: str, last: str) -> bool:
    """Return whether a name already ends in the last name of another column, or begins with it."""
    parts = split_name(whole)
    return bool(parts.last) and comparable(last) in {
        comparable(f"{parts.infix} {parts.last}"),
        comparable(parts.last),
    }


def _in_columns(first: str, infix: str, last: str) -> NameParts:
    """Return a name in parts; an infix behind the last name goes before it: "Laan, van der", "Vries de"."""
    if not infix:
        infix, last = infix_ahead(last)
    if not infix and (turned := infix_behind(last)):
        return NameParts(first, *turned)
    if not infix and last and (turned := infix_behind(first)):
        return NameParts(turned[1], turned[0], last)
    if not infix and "," in last:
        split = split_name(f"{last}, {first}" if first else last)
        if first and split.first == first and split.infix:
            return split
        name, _, behind = (part.strip() for part in last.partition(","))
        if split_name(f"{behind} x").infix or is_infix(behind.casefold()):
            return NameParts(first, behind, name)
    if first and "," in first and not last:
        return split_name(first)
    return NameParts(first, infix, last)


def _alone(text: str, remarks: list[str]) -> str:
    """Return a name, or names, without who comes along, who is kept apart."""
    names, others = company(without_preface(text))
    if not others:
        return text
    remarks.append(others)
    return names


def _names_somebody(text: str) -> bool:
    """Return whether there is a name in a cell, beside a number or a remark."""
    return is_a_name(without_preface(_called(without_preface(text), [])))


def _called(text: str, remarks: list[str]) -> str:
    """Return a name with the call name in it first, if one is given; other remarks are kept apart."""
    rest, called, remark = call_name(text)
    if remark:
        remarks.append(remark)
    if not called or comparable(called) in {comparable(each) for each in rest.split()}:
        return rest
    parts = split_name(rest)
    if not parts.last:
        behind = split_name(called)
        # "Mo (Mohammed Kaya)": the whole name stands behind the call name
        return " ".join(filter(None, (rest, behind.infix, behind.last))) if behind.last else called
    return f"{parts.infix} {parts.last}, {called}".strip() if parts.infix else f"{parts.last}, {called}"
