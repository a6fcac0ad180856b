"""Make pupils and their carers of rows: who is one and the same, and who never is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from store.domain.people import Carer, Pupil
from store.roster.cells import (
    is_date,
    reached_by,
    read_group,
    read_interpreters,
    read_phone,
    says_none,
    stand_in_each_others_place,
)
from store.roster.columns import CARER_NAMES, Columns
from store.roster.dates import DateReader
from store.roster.header_words import Field, parent_said
from store.roster.names import (
    INFIXES,
    NameParts,
    alike,
    bare_number,
    call_name,
    company,
    comparable,
    in_small_letters,
    infix_behind,
    is_a_name,
    is_in_capitals,
    listed,
    may_be_a_child,
    may_be_one,
    several,
    split_name,
    spoken,
    without_preface,
    words,
)
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.shape.layout import Layout
from store.roster.shared_cell.by_comma import Children, children_by_comma, comma_habit, first_names
from store.roster.shared_cell.labelled import by_label, has_labels, with_roles_behind
from store.roster.sheets.encoding import still_garbled
from store.roster.sheets.table import TableRow

OLDEST = 1900
NEAR = 12
"""Problems back in which the same one may stand."""
MOST_IN_BRACKETS = 0.8
"""The part of the rows that must name a child behind a parent, for a whole column to be read so."""
_GROUP_BESIDE = re.compile(r"(?:groep|groupe?|klas|gr\.?)?\s*([1-8]\s?[a-z]?(?:/[1-8])?)", re.IGNORECASE)
"""What stands with a name and is the child's group: "Milan Mos (5)", "Aya Kok - 3A"."""


class Child(NamedTuple):
    """A child a row is about: a pupil, and those of the pupil's carers that the row names, as indexes."""

    pupil: int
    carers: tuple[int, ...]


class Person(NamedTuple):
    """Who a row is about: a pupil with carers, and the pupil's brothers and sisters on the same row."""

    row: TableRow
    pupil: int
    carers: tuple[int, ...]
    siblings: tuple[Child, ...] = ()
    remark: str = ""


class SheetPeople(NamedTuple):
    """Who the rows of one sheet are about, as places in the class list, and what is wrong or unsure."""

    people: tuple[Person, ...]
    problems: tuple[RosterProblem, ...]
    doubts: tuple[Doubt, ...]


def agree(one: object, other: object) -> bool:
    """Return whether two values can be of the same pupil: they are equal, or one is not known."""
    return not one or not other or one == other


def same_name(one: Pupil, other: Pupil) -> bool:
    """Return whether two pupils are called the same, however it is written."""
    return comparable(one.full_name) == comparable(other.full_name)


class ClassListReader:
    """The pupils and people that are known halfway through the rows of all sheets.

    A pupil on several rows is one pupil: by number, else by name and group as long as number and date
    of birth don't contradict it; but a number with and without zeros ahead is one, unless its name and
    number are among those `turned`. Carers of one pupil are the same by name; phone and mail say nothing.
    """

    def __init__(self, turned: Collection[str] = ()) -> None:
        self.turned = turned
        self.pupils: list[Pupil] = []
        self._numbered: dict[str, int] = {}
        self._named: defaultdict[str, list[int]] = defaultdict(list)

    def read(self, layout: Layout, births: DateReader, *, last_first: bool = False) -> SheetPeople:
        """Return who the rows of a sheet are about; pupils that are new are added."""
        return _SheetReader(self, layout, births, last_first=last_first).read()

    def place_of(self, pupil: Pupil) -> int | None:
        """Return the pupil of an earlier row with this number."""
        return self._numbered.get(pupil.number) if pupil.number else None

    def namesakes(self, pupil: Pupil) -> list[int]:
        """Return the pupils of earlier rows who are called the same."""
        return self._named[comparable(pupil.full_name)]

    def add(self, pupil: Pupil) -> int:
        """Add a pupil, and return the place."""
        at = len(self.pupils)
        self.pupils.append(replace(pupil, id=str(at)))
        self.namesakes(pupil).append(at)
        return at

    def number(self, at: int, number: str) -> None:
        """Remember whose number this is."""
        if number and self.pupils[at].number == number:
            self._numbered[number] = at


class _SheetReader:
    """One sheet while its people are read; it tells what is wrong with them."""

    def __init__(
        self, known: ClassListReader, layout: Layout, births: DateReader, *, last_first: bool
    ) -> None:
        self._known = known
        self._births = births
        self._columns = layout.columns
        self._group_above = layout.group
        self._rows = layout.rows
        self._last_first = last_first
        self._people: list[Person] = []
        self._problems: list[RosterProblem] = []
        self._doubts: list[Doubt] = []
        self._once: set[tuple[ProblemCode, str]] = set()
        named = self._columns.find(Field.NAME)
        cells = (row.cells[named.at] for row in self._rows if named and named.at < len(row.cells))
        self._commas = comma_habit(self._columns.header(Field.NAME), cells)
        self._turned = False
        self._either: list[tuple[TableRow, str, NameParts, NameParts]] = []
        self._maybe_children: list[tuple[TableRow, str, NameParts, str]] = []

    def read(self) -> SheetPeople:
        already = len(self._known.pupils)
        for row in self._rows:
            self._read(row)
        self._calm(already)
        self._ask_of_brackets()
        self._ask_of_order()
        return SheetPeople(tuple(self._people), tuple(self._problems), tuple(self._doubts))

    def _ask_of_order(self) -> None:
        """Ask once which name comes first, where another row of the same list has the last name there."""
        if self._turned and self._either:
            row, whole, *names = self._either[0]
            taken, other = (" ".join(filter(None, name)) for name in names)
            column, count = self._columns.header(Field.NAME), len(self._either)
            self._doubts.append(
                Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other, count)
            )

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
            self._doubts.append(
                Doubt(DoubtCode.CALL_NAME, row.number, column, whole, taken, parent, count, place)
            )

    def _calm(self, already: int) -> None:
        """Write names as names are, where a whole list has them in capitals; one name proves nothing."""
        pupils = self._known.pupils[already:]
        told = ""
        if _all_in_capitals(pupil.last_name for pupil in pupils):
            pupils = [
                replace(
                    pupil,
                    # an infix is only one before another word
                    infix=in_small_letters(f"{pupil.infix} X")[:-2],
                    last_name=in_small_letters(pupil.last_name),
                )
                for pupil in pupils
            ]
            told = pupils[0].full_name
        if _all_in_capitals(pupil.first_name for pupil in pupils):
            pupils = [replace(pupil, first_name=in_small_letters(pupil.first_name)) for pupil in pupils]
            told = pupils[0].full_name
        carers = [carer.name for pupil in pupils for carer in pupil.carers]
        if _all_in_capitals(carers):
            pupils = [replace(pupil, carers=tuple(map(_in_small_letters, pupil.carers))) for pupil in pupils]
            told = told or in_small_letters(carers[0])
        self._known.pupils[already:] = pupils
        if told and self._rows:
            self._problem(ProblemCode.CAPITALS, self._rows[0], value=told)

    def _read(self, row: TableRow) -> None:
        names, remark = self._names(row)
        if not names:
            value = " ".join(" ".join(row.filled).split())
            self._problem(ProblemCode.NO_NAME, row, value=value)
            return
        children = [self._child(row, name, group, alone=len(names) == 1) for name, group in names]
        first, *others = children
        carers, said = self._met(row, first)
        remark = "; ".join(filter(None, (said, remark)))
        self._people.append(Person(row, first.pupil, carers, tuple(others), remark))

    def _met(self, row: TableRow, child: Child) -> tuple[tuple[int, ...], str]:
        """Return with which of the carers of a row the talk is, and what its column says that names none."""
        said = self._columns.line(row, Field.WITH)
        parent, known = parent_said(said), self._known.pupils[child.pupil].carers
        of_role = {
            comparable(name)
            for column in self._columns.all
            if column.field is Field.CARER and parent and parent_said(column.header) == parent
            for name in listed(row.cells[column.at] if column.at < len(row.cells) else "")
        }
        met = tuple(
            at
            for at in child.carers
            if comparable(known[at].name) in of_role
            or (
                said
                and comparable(said) in {comparable(known[at].name), comparable(known[at].name.split()[0])}
            )
        )
        return (met, "") if met else (child.carers, said)

    def _names(self, row: TableRow) -> tuple[list[tuple[NameParts, str]], str]:
        """Return the names of the children a row is about with the group beside each, and what else is."""
        columns = self._columns
        first, infix, last, whole = (
            columns.line(row, each) if each is not Field.NAME else columns.cell(row, each)
            for each in (Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME, Field.NAME)
        )
        remarks: list[str] = []
        found: list[tuple[NameParts, list[str]]] = []
        first, whole = (_alone(text, remarks) for text in (first, whole))
        written = " ".join(f"{first} {infix} {last} {whole}".split())
        if not _names_somebody(written) and not any(map(_names_somebody, several(written))):
            return [], ""
        in_parts = not whole or (first and last)
        children = first_names(first, last) if in_parts else self._children(without_preface(whole))
        for each in children.names:
            aside: list[str] = []
            name = (
                _in_columns(_called(without_preface(each), aside), infix, last)
                if in_parts
                else self._whole(row, each, aside, first, infix, last)
            )
            found.append((name, aside))
        for other in filter(None, (columns.line(row, Field.SIBLING, n) for n in columns.siblings)):
            aside = []
            found.append((self._whole(row, other, aside), aside))
        named = [(name, self._group_in(aside, alone=len(found) == 1)) for name, aside in found if any(name)]
        remarks += [each for _, aside in found for each in aside]
        for remark in remarks:
            self._problem(ProblemCode.NAME_REMARK, row, value=remark)
        if whole and named:
            self._unsure_of_whom(row, whole, named[0][0])
        if named and not children.sure:
            self._unsure_of_children(row, first if in_parts else whole, children)
        for name, _ in named:
            self._letters(row, " ".join(name))
        return named, "; ".join(remarks)

    def _children(self, whole: str) -> Children:
        """Return the children in one cell, each by name."""
        return children_by_comma(whole, self._commas) or Children(several(whole), sure=not may_be_one(whole))

    def _whole(
        self, row: TableRow, whole: str, remarks: list[str], first: str = "", infix: str = "", last: str = ""
    ) -> NameParts:
        """Return a name that stands whole in one column, with what other columns say of it."""
        whole = " ".join(_called(without_preface(" ".join(whole.split())), remarks).split())
        if last:
            return NameParts(whole, infix, last)
        if not first or first.split()[0] in whole.split():
            return self._in_order(whole, row)
        if "," in whole:
            # "Bensaïd, A." beside a call name: the letters are those of the whole name
            return split_name(whole)._replace(first=first)
        return NameParts(first, infix, whole)

    def _in_order(self, whole: str, row: TableRow) -> NameParts:
        """Return a name of which a parent's shows that the last name comes first: "Berg van den Sofie"."""
        name = split_name(whole, last_first=self._last_first)
        if self._last_first or "," in whole or not name.infix:
            return name
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
        if self._last_first and "," not in whole:
            self._unsure_of_last(row, whole, name)
        if pair := may_be_a_child(" ".join(without_preface(whole).split())):
            self._maybe_children.append((row, whole, name, pair[0]))

    def _unsure_of_children(self, row: TableRow, written: str, children: Children) -> None:
        """Ask whether there are more children in a cell."""
        value, taken = " ".join(written.split()), ", ".join(children.names)
        column = self._columns.header(Field.NAME) or self._columns.header(Field.FIRST_NAME)
        self._doubts.append(Doubt(DoubtCode.MORE_CHILDREN, row.number, column, value, taken))

    def _unsure_of_last(self, row: TableRow, whole: str, name: NameParts) -> None:
        """Ask where the last name ends when it may be of more than one word."""
        said = whole.split()
        if len(said) > 2 and not name.infix:
            other = f"{' '.join(said[2:])} {' '.join(said[:2])}"
            column = self._columns.header(Field.NAME)
            taken = f"{name.first} {name.last}"
            self._doubts.append(Doubt(DoubtCode.FIRST_OR_LAST, row.number, column, whole, taken, other))

    def _letters(self, row: TableRow, name: str) -> None:
        """Tell where a letter of a name was lost before the file came here."""
        if "\ufffd" in name or re.search(r"\w\?", name):
            self._problem(ProblemCode.LETTER_LOST, row, value=name.strip())
        if still_garbled(name):
            value = " ".join(name.split())
            self._doubts.append(Doubt(DoubtCode.GARBLED, row.number, value=value, taken=value))

    def _child(self, row: TableRow, name: NameParts, group: str, *, alone: bool) -> Child:
        known = self._known
        pupil = self._pupil(row, name, group, alone=alone)
        at = self._find(pupil, row)
        if at is None:
            at = known.add(pupil)
        else:
            known.pupils[at] = self._completed(known.pupils[at], pupil, row)
        known.number(at, pupil.number)
        return Child(at, self._carers(at, row))

    def _pupil(self, row: TableRow, name: NameParts, group: str, *, alone: bool) -> Pupil:
        """Return the pupil as the row has it; a number or birthday of two children is nobody's."""
        get = self._line(row)
        born = self._date(row, Field.BIRTH_DATE, ProblemCode.BIRTH_UNREADABLE) if alone else None
        since = self._date(row, Field.SINCE, ProblemCode.SINCE_UNREADABLE) if alone else None
        answers = self._columns.cells(row, Field.INTERPRETER)
        interpreter = read_interpreters(answers)
        language = get(Field.HOME_LANGUAGE) or interpreter.language
        if interpreter.needed is None or not {*words(interpreter.language)} <= {*words(language)}:
            value = " ".join(", ".join(answers).split())
            self._problem(ProblemCode.ANSWER_UNCLEAR, row, Field.INTERPRETER, value=value)
        return Pupil(
            id="",
            first_name=name.first,
            infix=name.infix,
            last_name=name.last,
            number=get(Field.NUMBER) if alone else "",
            group=self._group(row, group or get(Field.GROUP) or self._group_above),
            birth_date=born,
            since=since,
            home_language=language,
            interpreter=interpreter.needed is not False,
        )

    def _date(self, row: TableRow, field: Field, unreadable: ProblemCode) -> date | None:
        """Return the day in a column; none that can't be, which is told."""
        if not (written := self._line(row)(field)):
            return None
        found = self._births.read(written)
        if found and found.day.year >= OLDEST:
            return found.day
        self._problem(unreadable, row, field, value=written)
        return None

    def _group(self, row: TableRow, written: str) -> str:
        group, restored = read_group(written)
        if restored:
            self._problem(ProblemCode.GROUP_RESTORED, row, Field.GROUP, value=group, once=True)
        elif is_date(group):
            self._problem(ProblemCode.GROUP_UNLIKELY, row, Field.GROUP, value=written)
            return ""
        return group

    def _find(self, pupil: Pupil, row: TableRow) -> int | None:
        """Return the pupil of an earlier row that this is."""
        pupils = self._known.pupils
        at = self._known.place_of(pupil)
        if at is not None:
            if _may_be(pupils[at], pupil):
                return at
            self._problem(ProblemCode.NUMBER_TAKEN, row, Field.NUMBER, value=pupil.number)
        return next(
            (
                at
                for at in self._known.namesakes(pupil)
                if agree(pupils[at].birth_date, pupil.birth_date)
                and agree(comparable(pupils[at].group), comparable(pupil.group))
                and self._has_that_number(pupils[at], pupil, row)
            ),
            None,
        )

    def _has_that_number(self, known: Pupil, again: Pupil, row: TableRow) -> bool:
        """Return whether two of one name have one number; asked where zeros ahead of it may be lost."""
        if agree(known.number, again.number):
            return True
        one, other = (f"{each.full_name} {each.number}" for each in (known, again))
        if bare_number(known.number) != bare_number(again.number) or other in self._known.turned:
            return False
        column = self._columns.header(Field.NUMBER)
        self._doubts.append(Doubt(DoubtCode.ONE_CHILD, row.number, column, other, other=one))
        return True

    def _completed(self, known: Pupil, again: Pupil, row: TableRow) -> Pupil:
        """Complete what earlier rows say of a pupil from this one; a contradiction is told."""
        for field in (Field.GROUP, Field.BIRTH_DATE, Field.HOME_LANGUAGE):
            one, other = getattr(known, field), getattr(again, field)
            if not agree(one, other):
                self._problem(ProblemCode.DIFFERS, row, field, value=str(other))
        return replace(
            known,
            number=max(known.number, again.number, key=len),
            group=known.group or again.group,
            birth_date=known.birth_date or again.birth_date,
            since=known.since or again.since,
            home_language=known.home_language or again.home_language,
            interpreter=known.interpreter or again.interpreter,
        )

    def _carers(self, at: int, row: TableRow) -> tuple[int, ...]:
        """Return the carers a row names, as indexes among those of its pupil, who gets the new ones."""
        pupils = self._known.pupils
        found: list[int] = []
        apart = {field: self._apart(row, field) for field in (Field.PHONE, Field.EMAIL)}
        for n in self._columns.carers:
            for carer in self._listed_carers(row, n, pupils[at], apart):
                known = pupils[at].carers
                same = next(
                    (i for i, each in enumerate(known) if comparable(each.name) == comparable(carer.name)),
                    None,
                )
                if same is None:
                    same = len(known)
                    carers = (*known, replace(carer, id=f"{at}.{same}"))
                else:
                    again = self._carer_completed(known[same], carer, row, n)
                    carers = (*known[:same], again, *known[same + 1 :])
                pupils[at] = replace(pupils[at], carers=carers)
                found += [same] if same not in found else []
        pupils[at] = replace(pupils[at], carers=_each_their_own(pupils[at].carers, found))
        for carer in (pupils[at].carers[each] for each in found):
            if carer.email.count("@") > 1:
                self._problem(ProblemCode.MAIL_UNLIKELY, row, Field.EMAIL, 1, value=carer.email)
        return tuple(found)

    def _apart(self, row: TableRow, field: Field) -> dict[int, str]:
        """Return what each carer with a column has of a single cell that says whose it all is."""
        columns = self._columns
        filled = [n for n in columns.carers if columns.cells(row, field, n)]
        if len(filled) != 1 or not has_labels(written := columns.cell(row, field, filled[0])):
            return {}
        people = {
            n: f"{columns.header(Field.CARER, n)} {name}"
            for n in columns.carers
            if len(listed(name := columns.line(row, Field.CARER, n))) == 1 and name
        }
        if len(people) < 2:
            return {}
        numbers = self._labelled(row, field, filled[0], written, list(people.values()))
        return dict(zip(people, numbers, strict=True)) if numbers else {}

    def _listed_carers(
        self, row: TableRow, n: int, pupil: Pupil, apart: Mapping[Field, Mapping[int, str]]
    ) -> Iterator[Carer]:
        """Yield the carers in one cell, each with the number and address on the same line, if any."""
        columns = self._columns
        parts = (Field.CARER_FIRST, Field.CARER_INFIX, Field.CARER_LAST)
        written = columns.cell(row, Field.CARER, n)
        said = [columns.line(row, each, n) for each in parts]
        if not written or (said[0] and comparable(said[0]) not in comparable(written)):
            written = " ".join(filter(None, (*said[:2], said[2] or written)))
        written = with_roles_behind(written)
        if reached := reached_by(written):
            for each in reached:
                email = each.email or (columns.line(row, Field.EMAIL, n) if len(reached) == 1 else "")
                phone = each.phone or (columns.line(row, Field.PHONE, n) if len(reached) == 1 else "")
                if carer := self._carer(row, n, pupil, each.name, phone, email):
                    yield carer
            return
        listed_first = "," in columns.cell(row, Field.NAME)
        no_carers = {comparable(pupil.full_name), comparable(columns.line(row, Field.TEACHER))}
        names = [
            name
            for each in listed(written, pupil.last_name)
            if comparable(name := spoken(" ".join(each.split()), pupil.last_name, listed_first=listed_first))
            not in no_carers
        ]
        names = names or [""]
        numbers = " / ".join(dict.fromkeys(columns.cells(row, Field.PHONE, n)))
        numbers = apart[Field.PHONE].get(n, numbers)
        phones = self._shared(row, Field.PHONE, n, numbers, names)
        address, *others = columns.cells(row, Field.EMAIL, n) or [""]
        address = apart[Field.EMAIL].get(n, address)
        emails = self._shared(row, Field.EMAIL, n, address, names)
        for other in others:
            if other != address:
                self._problem(ProblemCode.SECOND_ADDRESS, row, Field.EMAIL, n, value=other)
        for name, phone, email in zip(names, phones, emails, strict=True):
            if carer := self._carer(row, n, pupil, name, phone, email):
                yield carer

    def _labelled(self, row: TableRow, field: Field, n: int, written: str, names: list[str]) -> list[str]:
        """Return what is of each of some people where it says whose; it is asked where that is unclear."""
        if (shared := by_label(written, names)) is None:
            return []
        if not shared.sure:
            taken = ", ".join(
                " ".join(filter(None, each)) for each in zip(names, shared.numbers, strict=True)
            )
            column, value = self._columns.header(field, n), " ".join(written.split())
            if (doubt := Doubt(DoubtCode.WHOSE_NUMBER, row.number, column, value, taken)) not in self._doubts:
                self._doubts.append(doubt)
        return shared.numbers

    def _shared(self, row: TableRow, field: Field, n: int, written: str, names: list[str]) -> list[str]:
        """Return what each of some people in one cell has of another cell; the first has all of one."""
        if labelled := self._labelled(row, field, n, written, names):
            return labelled
        count = len(names)
        if count == 1:
            return [" ".join(written.split())]
        between = r"\n|\s*/\s*|;|,|\s\+\s|\s+(?:en|and)\s+" + (r"|\s+" if field is Field.EMAIL else "")
        parts = [part.strip() for part in re.split(between, written) if part and part.strip()]
        if len(parts) == count:
            return parts
        return [" ".join(written.split()), *[""] * (count - 1)]

    def _carer(self, row: TableRow, n: int, pupil: Pupil, name: str, phone: str, email: str) -> Carer | None:
        if email and _is_the_pupils(email, pupil):
            self._problem(ProblemCode.PUPILS_OWN, row, Field.EMAIL, n, value=email, once=True)
            email = ""
        if says_none(email):
            email = ""
        if stand_in_each_others_place(phone, email):
            phone, email = email, phone
            self._problem(
                ProblemCode.SWAPPED, row, Field.PHONE, n, value=" ".join(filter(None, (email, phone)))
            )
        phone = self._phone(row, n, phone)
        if not (name or phone or email):
            return None
        if not name:
            field = Field.PHONE if phone else Field.EMAIL
            self._problem(ProblemCode.CARER_WITHOUT_NAME, row, field, n, value=phone or email)
        if email and "@" not in email:
            self._problem(ProblemCode.MAIL_UNLIKELY, row, Field.EMAIL, n, value=email)
        self._letters(row, name)
        return Carer(id="", name=name or phone or email, email=email, phone=phone)

    def _phone(self, row: TableRow, n: int, written: str) -> str:
        """Return a number as it was before a spreadsheet took its 0 away; what lost digits is told."""
        if (phone := read_phone(written)) is None:
            self._problem(ProblemCode.PHONE_LOST, row, Field.PHONE, n, value=written)
            return ""
        if phone.short:
            self._problem(ProblemCode.PHONE_SHORT, row, Field.PHONE, n, value=phone.number, once=True)
        if phone.restored:
            self._problem(ProblemCode.PHONE_RESTORED, row, Field.PHONE, n, value=phone.number, once=True)
        return phone.number

    def _carer_completed(self, known: Carer, again: Carer, row: TableRow, n: int) -> Carer:
        for field, one, other in (
            (Field.PHONE, known.phone, again.phone),
            (Field.EMAIL, known.email, again.email),
        ):
            if not agree(one, other):
                self._problem(ProblemCode.DIFFERS, row, field, n, value=other)
        return replace(known, email=known.email or again.email, phone=known.phone or again.phone)

    def _line(self, row: TableRow, carer: int = 0) -> Callable[[Field], str]:
        """Return how to get a cell of this row as one line."""
        return lambda field: self._columns.line(row, field, carer)

    def _problem(
        self,
        code: ProblemCode,
        row: TableRow,
        field: Field | None = None,
        carer: int = 0,
        *,
        value: str = "",
        once: bool = False,
    ) -> None:
        """Tell what is wrong; what is so with a whole column is told `once`, by its first row."""
        column = row.place or (self._columns.header(field, carer) if field else "")
        if once and (code, column) in self._once:
            return
        self._once.add((code, column))
        problem = RosterProblem(code, row.number, column, value)
        if problem not in self._problems[-NEAR:]:
            # a row of brothers and sisters comes by for each of them
            self._problems.append(problem)


def names_carers(columns: Columns) -> bool:
    """Return whether the file says with which carers a talk is at all."""
    return bool(columns.fields & CARER_NAMES)


def _in_columns(first: str, infix: str, last: str) -> NameParts:
    """Return a name in parts; an infix behind the last name goes before it: "Laan, van der", "Vries de"."""
    if not infix and (turned := infix_behind(last)):
        return NameParts(first, *turned)
    if not infix and last and (turned := infix_behind(first)):
        return NameParts(turned[1], turned[0], last)
    if not infix and "," in last:
        split = split_name(f"{last}, {first}" if first else last)
        if first and split.first == first and split.infix:
            return split
        name, _, behind = (part.strip() for part in last.partition(","))
        if split_name(f"{behind} x").infix or behind.casefold() in INFIXES:
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
        return called
    return f"{parts.infix} {parts.last}, {called}".strip() if parts.infix else f"{parts.last}, {called}"


def _all_in_capitals(names: Iterable[str]) -> bool:
    written = list(filter(None, names))
    return len(written) > 1 and all(map(is_in_capitals, written))


def _each_their_own(carers: tuple[Carer, ...], row: Sequence[int]) -> tuple[Carer, ...]:
    """Return the carers with an address each, where one cell has as many as a row has carers."""
    emails = [carers[at].email for at in row]
    addresses = re.split(r"[;,/\s]+", emails[0]) if emails else []
    if len(addresses) < 2 or len(addresses) != len(row) or any(emails[1:]):
        return carers
    own = dict(zip(row, addresses, strict=True))
    return tuple(replace(each, email=own.get(at, each.email)) for at, each in enumerate(carers))


def _in_small_letters(carer: Carer) -> Carer:
    return replace(carer, name=in_small_letters(carer.name))


def _is_the_pupils(email: str, pupil: Pupil) -> bool:
    """Return whether an address is the pupil's own, by the number in it or by what it is at."""
    who, _, where = email.casefold().partition("@")
    if len(pupil.number) > 2 and pupil.number.casefold() in who:
        return True
    return any(each in where for each in ("leerling", "student", "pupil"))


def _may_be(one: Pupil, other: Pupil) -> bool:
    """Return whether two rows with the same number can be of one pupil: part of the name is alike."""
    return (
        same_name(one, other)
        or alike(one.first_name, other.first_name)
        or bool(one.last_name and alike(one.last_name, other.last_name))
    )
