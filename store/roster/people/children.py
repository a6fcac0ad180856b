"""Read which children a row is about: the name of each, the group beside it, and what else stands there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator

from store.domain.role_words import role_behind, tells_a_role
from store.roster.asides import (
    around_call_name,
    call_name,
    may_be_a_child,
    one_for_another,
    two_beside_a_dash,
    without_aside,
)
from store.roster.blanks import says_nobody
from store.roster.cells import says_where
from store.roster.header_words import Field, is_understood, says_family, says_nothing, says_with_parent
from store.roster.names import (
    BEHIND,
    NameParts,
    company,
    comparable,
    has_and,
    has_capitals,
    infix_ahead,
    infix_behind,
    is_a_name,
    is_infix,
    may_be_one,
    opens_with_infix,
    people_behind,
    several,
    somebody_behind,
    split_name,
    without_only,
    without_preface,
    words,
)
from store.roster.people.name_order import NameOrder
from store.roster.people.notes import RowNotes
from store.roster.problems import Doubt, DoubtCode, ProblemCode
from store.roster.shape.layout import Layout
from store.roster.shared_cell.by_comma import Children, children_by_comma, comma_habit, first_names
from store.roster.shared_cell.labelled import with_roles_behind
from store.roster.sheets.table import TableRow

MOST_IN_BRACKETS = 0.8
"""The part of the rows that must name a child behind a parent, for a whole column to be read so."""
_FAMILY = r"(?i)(?:fam(?:ilie|ily)?\b\.?|gezin)\s+"
_GROUP_BESIDE = re.compile(
    r"(?:groep|groupe?|klas|gr\.?)?\s*([1-8](?:\s?[a-z]?(?:/[1-8])?|(?-i:[A-Z]{2,5}\d{0,2})))",
    re.IGNORECASE,
)
"""What stands with a name and is the child's group: "Milan Mos (5)", "Aya Kok - 3A"."""


_RELATED_TO = re.compile(r"([^,()]+?)\s*[,(–-]\s*(\w+) (?:van|of) ([^(),]+)\)?")
"""Somebody, and whose mother or other relative that is."""


class ChildrenReader:
    """The children on the rows of one sheet, and what is unsure of them in all its rows."""

    def __init__(
        self, layout: Layout, notes: RowNotes, *, last_first: bool, turned: Collection[str] = ()
    ) -> None:
        self._columns = layout.columns
        self._rows = layout.rows
        self._timed = bool({Field.DATE, Field.TIME} & layout.columns.fields)
        self._poll = layout.kind == "poll"
        self._with_parent = says_with_parent(self._columns.header(Field.NAME))
        self._one_child = layout.one_child
        self._notes = notes
        self._turned = turned
        named = self._columns.find(Field.NAME)
        cells = [row.cells[named.at] for row in self._rows if named and named.at < len(row.cells)]
        self._commas = comma_habit(self._columns.header(Field.NAME), cells)
        self._order = NameOrder(
            self._columns,
            notes,
            self._rows,
            headed=last_first,
            commas=self._commas.last_first,
            turned=turned,
        )
        self._signed: list[tuple[TableRow, str]] = []
        self._dashed: defaultdict[bool, list[tuple[TableRow, str, str, str]]] = defaultdict(list)
        dashed = (cell for cell in map(" ".join, map(str.split, cells)) if cell in turned)
        self._dashed_turned = {self._is_double(two) for cell in dashed if (two := two_beside_a_dash(cell))}
        self._maybe_children: list[tuple[TableRow, str, NameParts, str]] = []
        self.beside = ""
        self._pairs: list[tuple[TableRow, str, str, str]] = []
        self._of_parents = any(_with_parents(cell) or people_behind(cell) for cell in cells)
        self._brackets_turned = any(cell in turned and _parent_and_child(cell) for cell in cells)

    def read(self, row: TableRow) -> tuple[list[tuple[NameParts, str]], str]:
        """Return the names of the children a row is about with the group beside each, and what else is.

        Who stands in brackets behind one, and may be the parent, is `beside` until the next row.
        """
        columns = self._columns
        first, infix, last, whole = (
            columns.line(row, each) if each is not Field.NAME else columns.cell(row, each)
            for each in (Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME, Field.NAME)
        )
        remarks: list[str] = []
        self.beside = ""
        first, whole = (_alone(_of_relative(text, remarks), remarks) for text in (first, whole))
        self._take_parents(remarks)
        last = self._of_the_family(row, last)
        written, asked = whole, False
        if not (first or last):
            written = self._child_of_two(row, whole, remarks)
            whole, asked = self._without_parents(written, remarks)
        said = " ".join(f"{first} {infix} {last} {whole}".split())
        if not _names_somebody(said) and not any(map(_names_somebody, several(said))):
            return [], ""
        in_parts = not whole or (first and last)
        children = self._by_first(first, last) if in_parts else self._children(without_preface(whole), last)
        found = list(self._named(row, children, (first, infix, last), in_parts=bool(in_parts)))
        named = [(name, self._group_in(aside, alone=len(found) == 1)) for name, aside in found if any(name)]
        remarks += [each for _, aside in found for each in aside]
        for remark in remarks:
            self._notes.problem(ProblemCode.NAME_REMARK, row, value=remark)
        if self.beside and named and asked:
            self._pairs.append((row, written, " ".join(filter(None, named[0][0])), self.beside))
        elif named and not self.beside:
            field = Field.FIRST_NAME if in_parts else Field.NAME
            self._of_call_names(row, field, first if in_parts else whole, named[0][0])
        if named and not children.sure:
            self._unsure_of_children(row, first if in_parts else whole, children)
        for name, _ in named:
            self._notes.letters(row, " ".join(name))
        return named, "; ".join(remarks)

    def _without_parents(self, whole: str, remarks: list[str]) -> tuple[str, bool]:
        """Return the child without who stands behind in brackets, and whether it is asked who is who."""
        sides = whole.split(" / ")
        if self._with_parent and len(sides) == len(list(filter(is_a_name, sides))) == 2:
            self.beside = sides[1]
            return sides[0], False
        if not self._columns.carers and (told := self._with_parents(whole)):
            child, self.beside, said = told
            remarks += filter(None, (said,))
            return child, False
        if not (pair := _parent_and_child(whole)):
            return whole, False
        # in a poll parents sign, and "mama van" says it; in a list they stand behind the child
        turned = self._poll or comparable(without_preface(whole)) != comparable(whole)
        child, other = reversed(pair) if turned is not self._brackets_turned else pair
        if self._columns.carers:
            remarks.append(other)
        else:
            self.beside = other
        return child, True

    def _take_parents(self, asides: list[str]) -> None:
        """Take who is said to be a parent, of what stands behind a name, for who is beside the child."""
        if not self._columns.carers:
            roles = (each for each in asides if with_roles_behind(each) != each or role_behind(each))
            self.beside = next(roles, "")
            asides[:] = [each for each in asides if each != self.beside]

    def _with_parents(self, whole: str) -> tuple[str, str, str] | None:
        """Return a child, the parents behind and what is said of these, by one name where others are such."""
        if found := _with_parents(whole):
            return found
        single = may_be_a_child(without_preface(whole)) if self._of_parents else None
        return (*single, "") if single else None

    def _child_of_two(self, row: TableRow, whole: str, remarks: list[str]) -> str:
        """Return a name without who stands behind a dash, perhaps a parent, which is asked once.

        One word behind more, or a list without talks, makes a double name likelier: "Sofie van Dijk - Bos".
        """
        if instead := one_for_another(whole):
            return self._instead(row, whole, *instead)
        if not (two := two_beside_a_dash(whole)):
            return whole
        joined = "-".join(two)
        if any(map(opens_with_infix, two)):
            return joined
        both = (joined, two[0]) if (double := self._is_double(two)) else two
        self._dashed[double].append((row, whole, *both))
        child = both[1] if double in self._dashed_turned else both[0]
        remarks += [other for other in two if joined != child != other]
        return child

    def _instead(self, row: TableRow, whole: str, taken: str, other: str) -> str:
        """Return who takes the place of another in a cell, which is asked; the other where that was said."""
        if whole in self._turned:
            return other
        column = self._columns.header(Field.NAME)
        self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other))
        return taken

    def _is_double(self, two: tuple[str, str]) -> bool:
        return len(two[1].split()) == 1 < len(two[0].split()) or not self._timed

    def _named(
        self, row: TableRow, children: Children, written: tuple[str, str, str], *, in_parts: bool
    ) -> Iterator[tuple[NameParts, list[str]]]:
        """Yield the name of each child, also of brothers and sisters, and what is beside it."""
        first, infix, last = written
        name = NameParts("", infix, last)
        for each in children.names:
            aside: list[str] = []
            if in_parts:
                name = _in_columns(_called(without_preface(each), aside, alone=bool(last)), infix, last)
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
        last = re.sub(_FAMILY, "", last)
        self._notes.problem(ProblemCode.FAMILY_TAKEN, row, Field.LAST_NAME, value=last, once=True)
        return last

    def _by_first(self, first: str, last: str) -> Children:
        """Return the children in a cell of first names; one where each row is of one child."""
        return Children((first,), sure=True) if self._one_child else first_names(first, last)

    def _children(self, whole: str, last: str) -> Children:
        """Return the children in one cell, each by name; where a column has the last name, no cell does."""
        if last and "," in whole and has_and(whole):
            names = several(f"{whole} {last}")
            return Children(names, sure=True)
        if self._commas.pairs and whole in self._turned:
            # it was asked, and they are two
            found = children_by_comma(whole, self._commas._replace(pairs=False))
            return found._replace(sure=True) if found else Children((whole,), sure=True)
        found = children_by_comma(whole, self._commas)
        return found or Children(several(whole), sure=not may_be_one(whole))

    def _whole(
        self, row: TableRow, whole: str, remarks: list[str], first: str = "", infix: str = "", last: str = ""
    ) -> NameParts:
        """Return a name that stands whole in one column, with what other columns say of it."""
        written = without_preface(" ".join(whole.split()))
        whole = " ".join(_called(written, remarks, last_first=self._order.last_first).split())
        if last and not infix and (turned := infix_behind(whole)):
            return NameParts(turned[1], turned[0], last)
        of_family = says_family(self._columns.header(Field.LAST_NAME))
        if last and not _has_last_name(whole, last) and not (of_family and _has_part_of_it(whole, last)):
            name = NameParts(whole, *(infix_ahead(last) if not infix else (infix, last)))
            if " " in whole and of_family:
                # a name of more words may have a last name of its own beside the family's
                return self._either(row, Field.LAST_NAME, whole, (name, split_name(whole)))
            return name
        if not first or first.split()[0] in whole.split():
            return self._where_last_ends(row, written, self._order.read(whole, row))
        if turned := infix_behind(whole.replace(",", "", 1)):
            # "Laan, van der" beside a call name
            return NameParts(first, *turned)
        if "," in whole:
            # "Bensaïd, A." beside a call name: the letters are those of the whole name
            return split_name(whole)._replace(first=first)
        parts = split_name(whole)
        if is_infix(parts.first.rpartition("-")[2]):
            # "Bos-de Vries" is one last name
            return NameParts(first, "", whole)
        if not parts.last or not parts.first or infix or opens_with_infix(whole):
            return NameParts(first, *(infix_ahead(whole) if not infix else (infix, whole)))
        both = parts._replace(first=first), NameParts(first, "", whole)
        if not parts.infix:
            # "Mohammed Kaya" beside "Mo" begins as it does; "Kok Haddad" beside "Aya" is a last name
            both = both if comparable(parts.first)[:1] == comparable(first)[:1] else both[::-1]
            return self._either(row, Field.NAME, whole, both)
        return both[0]

    def _where_last_ends(self, row: TableRow, written: str, name: NameParts) -> NameParts:
        """Return a name with the last name first, which is asked where that may be of more than one word."""
        bare, called, _ = call_name(written)
        said = bare.split()
        if not self._order.last_first or "," in bare or len(said) < 3 or name.infix:
            return name
        other = NameParts(called or " ".join(said[2:]), "", " ".join(said[:2]))
        return self._either(row, Field.NAME, written, (name, other))

    def _either(
        self, row: TableRow, field: Field, whole: str, both: tuple[NameParts, NameParts]
    ) -> NameParts:
        """Return the first of two ways to read a name, which is asked; the other where that was said."""
        if whole in self._turned or both[0] == both[1]:
            return both[1]
        taken, other = (" ".join(filter(None, each)) for each in both)
        column = self._columns.header(field)
        self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other))
        return both[0]

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

    def _of_call_names(self, row: TableRow, field: Field, written: str, name: NameParts) -> None:
        """Keep in mind whose child a name in brackets may be; else tell that the child is called so."""
        bare = " ".join(without_preface(written).split())
        around = None if self._order.last_first else around_call_name(bare, name.first)
        if around and len(around[0].split()) > 1:
            self._notes.problem(ProblemCode.CALLED, row, field, value=bare, once=True)
            return
        if "(" not in written:
            self._signed.append((row, written))
            return
        pair = may_be_a_child(bare, last_first=self._order.last_first) if field is Field.NAME else None
        if pair:
            self._maybe_children.append((row, written, name, pair[0]))
        elif call_name(bare)[1] == name.first and f"({name.first})" in bare:
            self._notes.problem(ProblemCode.CALLED, row, field, value=bare, once=True)

    def _unsure_of_children(self, row: TableRow, written: str, children: Children) -> None:
        """Ask whether there are more children in a cell."""
        value = " ".join(written.split())
        if len(children.names) == 1:
            last, _, first = (part.strip() for part in value.partition(","))
            column, both = self._columns.header(Field.NAME), (f"{first} {last}", f"{last} + {first}")
            self._notes.ask(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, value, *both))
            return
        taken = ("; " if any("," in each for each in children.names) else ", ").join(children.names)
        column = self._columns.header(Field.NAME) or self._columns.header(Field.FIRST_NAME)
        self._notes.ask(Doubt(DoubtCode.MORE_CHILDREN, row.number, column, value, taken))

    def ask(self) -> None:
        """Ask what is unsure of the names in all rows, once each."""
        self._ask_of_brackets()
        self._order.ask()
        for double, dashed in self._dashed.items():
            row, whole, taken, other = dashed[0]
            column, count = self._columns.header(Field.NAME), len(dashed)
            if double not in self._dashed_turned:
                doubt = Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other, count)
                self._notes.ask(doubt)

    def _ask_of_brackets(self) -> None:
        """Ask once who is the child and who the parent, where one of two is in brackets."""
        column = self._columns.header(Field.NAME)
        if self._pairs and not self._brackets_turned:
            row, whole, child, parent = self._pairs[0]
            count = len(self._pairs)
            self._notes.ask(Doubt(DoubtCode.IN_BRACKETS, row.number, column, whole, child, parent, count))
        if self._poll and self._signed and (self._pairs or self._maybe_children):
            # who signs without a child behind may be a parent as well
            row, whole = self._signed[0]
            count = len(self._signed)
            self._notes.ask(Doubt(DoubtCode.CALL_NAME, row.number, column, whole, whole, whole, count))
        self._ask_of_call_names()

    def _ask_of_call_names(self) -> None:
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


def _parent_and_child(text: str) -> tuple[str, str] | None:
    """Return two people, of whom one stands in brackets behind the other; a room or a remark is nobody.

    In brackets may be more: "Milan Mos (Joke en Hans)".
    """
    text = without_preface(text)
    if not (pair := somebody_behind(text) or people_behind(text)):
        return None
    said = (word for word in words(pair[1]) if not (is_infix(word) or says_nothing(word)))
    return None if says_where(pair[1]) or any(map(is_understood, said)) else pair


def _of_relative(text: str, remarks: list[str]) -> str:
    """Return the child that a relative is named with, who is kept apart: "Anja Bos, moeder van Jort Mus"."""
    found = _RELATED_TO.fullmatch(" ".join(text.split()))
    if not found or not tells_a_role(found[2]) or not all(map(has_capitals, (found[1], found[3]))):
        return text
    remarks.append(f"{found[1]} ({found[2]})")
    return found[3]


def _with_parents(text: str) -> tuple[str, str, str] | None:
    """Return a child, the parents behind of whom that is said, and what more is: "Abel (mama Els, later)"."""
    if not (found := BEHIND.fullmatch(" ".join(text.split()))):
        return None
    people, _, said = (part.strip() for part in found[2].partition(","))
    if not said[:1].islower() or opens_with_infix(said):
        people, said = found[2], ""
    bare = without_only(people)
    alone = bare != people and is_a_name(bare) and has_capitals(bare)
    sure = alone or with_roles_behind(bare) != bare or (said and people_behind(f"{found[1]} ({bare})"))
    return (found[1], bare, said) if sure else None


def _has_last_name(whole: str, last: str) -> bool:
    """Return whether a name already ends in the last name of another column, or begins with it."""
    parts = split_name(whole)
    return bool(parts.last) and comparable(last) in {
        comparable(f"{parts.infix} {parts.last}"),
        comparable(parts.last),
    }


def _has_part_of_it(whole: str, family: str) -> bool:
    """Return whether a name ends in one of the two last names of a family: "Bo Wolf" in "Wolf-Smit"."""
    return any(_has_last_name(whole, each.strip()) for each in re.split("[-–/]", family))


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
    bare, aside = without_aside(text)
    if not _GROUP_BESIDE.fullmatch(aside):
        text = bare
        remarks += filter(None, (aside,))
    names, others = company(without_preface(text))
    remarks += filter(None, (others,))
    return names if others else text


def _names_somebody(text: str) -> bool:
    """Return whether there is a name in a cell, beside a number or a remark."""
    return is_a_name(without_preface(_called(without_preface(text), [])))


def _called(text: str, remarks: list[str], *, alone: bool = False, last_first: bool = False) -> str:
    """Return a name with the call name in it first, if one is given; other remarks are kept apart.

    First names `alone` give way to it whole.
    """
    rest, called, remark = call_name(text)
    if remark:
        remarks.append(remark)
    if called and not (alone or last_first) and (around := around_call_name(text, called)):
        return f"{around[1]}, {called}"
    if not called or comparable(called) in {comparable(each) for each in rest.split()}:
        return rest
    if alone:
        return called
    parts = split_name(rest, last_first=last_first)
    if not parts.last and opens_with_infix(rest):
        return f"{rest}, {called}"
    if not parts.last:
        behind = split_name(called)
        # "Mo (Mohammed Kaya)": the whole name stands behind the call name
        return " ".join(filter(None, (rest, behind.infix, behind.last))) if behind.last else called
    return f"{parts.infix} {parts.last}, {called}".strip() if parts.infix else f"{parts.last}, {called}"
