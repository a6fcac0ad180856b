"""Make pupils and their carers of rows: who is one and the same, and who never is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from store.domain.people import Carer, Pupil
from store.domain.role_words import role_behind, without_role
from store.roster.cells import Interpreted, is_date, read_group, read_interpreters, said_beside_no
from store.roster.columns import CARER_NAMES, Columns
from store.roster.dates import DateReader
from store.roster.header_words import PUPIL_NAMES, Field
from store.roster.names import (
    NameParts,
    agree,
    alike,
    bare_number,
    comparable,
    in_small_letters,
    is_in_capitals,
    is_infix,
    same_name,
    words,
)
from store.roster.people.carers import CarersReader
from store.roster.people.children import ChildrenReader
from store.roster.people.name_order import LEAST, last_name_ahead, last_name_behind, turned_round
from store.roster.people.notes import RowNotes
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.shape.layout import Layout
from store.roster.shared_cell.labelled import parent_behind
from store.roster.sheets.table import TableRow

OLDEST = 1900
_OF_A_NAME = PUPIL_NAMES | {Field.INFIX, Field.GROUP, Field.TEACHER}
MOST_OTHERS = 4
"""Parents for each one who shows that the last name stands first; others have another name than the child."""
_GROUPS_APART = re.compile(r"\s*[&+;,]\s*|\s+(?:en|and)\s+")
_BETWEEN = r"(?i)\s*[,;&+\n]\s*|\s+(?:/|en|and)\s+"
"""What stands between what children on one row have each; a slash alone may be within a date."""
MOST_NAMESAKES = 2
"""Pairs of children of one name in a class: where there seem to be more, each parent has a row."""


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


class ClassListReader:
    """The pupils and people that are known halfway through the rows of all sheets.

    A pupil on several rows is one pupil: by number, else by name and group as long as number and date
    of birth don't contradict it. A number with and without zeros ahead is one, and so are two of one name
    with other parents at another time, unless they are among those `turned`. Carers of one pupil are the
    same by name; phone and mail say nothing.
    """

    def __init__(self, turned: Collection[str] = ()) -> None:
        self.turned = turned
        self.pupils: list[Pupil] = []
        self.moments: defaultdict[int, set[str]] = defaultdict(set)
        """When the talks of each pupil are, as written."""
        self.first_row: dict[int, int] = {}
        """The row that each pupil is on first."""
        self.interpreted: set[int] = set()
        """The pupils of whom a row says whether there is an interpreter, be it by an empty cell."""
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
        self._people: list[Person] = []
        self._namesakes: list[Doubt] = []
        self._notes = RowNotes(layout.columns)
        self._children = ChildrenReader(layout, self._notes, last_first=last_first, turned=known.turned)
        self._carers = CarersReader(layout.columns, self._notes)

    def read(self) -> SheetPeople:
        already = len(self._known.pupils)
        for row in self._rows:
            self._read(row)
        self._turn_carers(already)
        self._calm(already)
        self._children.ask()
        self._carers.ask()
        if len(self._namesakes) <= MOST_NAMESAKES:
            for doubt in self._namesakes:
                self._notes.ask(doubt)
        return SheetPeople(tuple(self._people), tuple(self._notes.problems), tuple(self._notes.doubts))

    def _turn_carers(self, already: int) -> None:
        """Put the first name of parents first, where those called as their child is have it behind that."""
        pupils = self._known.pupils[already:]
        named = [(carer.name, pupil) for pupil in pupils for carer in pupil.carers]
        first = next((each for each in named if last_name_ahead(*each)), None)
        ahead = sum(last_name_ahead(name, pupil) for name, pupil in named)
        behind = sum(last_name_behind(name, pupil) for name, pupil in named)
        few = ahead < LEAST or ahead <= behind * LEAST or ahead * MOST_OTHERS < len(named)
        if first is None or few:
            return
        self._known.pupils[already:] = [
            replace(
                pupil,
                carers=tuple(replace(each, name=turned_round(each.name, pupil)) for each in pupil.carers),
            )
            for pupil in pupils
        ]
        self._notes.problem(
            ProblemCode.CARERS_TURNED, self._rows[0], value=f"{first[0]} = {turned_round(*first)}"
        )

    def _calm(self, already: int) -> None:
        """Write names as names are, where a whole list has them in capitals; one name proves nothing."""
        pupils = self._known.pupils[already:]
        families = [f"{each.full_name} {_names(each.carers)}" for each in pupils]
        told = ""
        if _all_in_capitals(pupil.last_name for pupil in pupils):
            pupils = [
                replace(
                    pupil,
                    infix=_infix_in_small_letters(pupil.infix),
                    last_name=in_small_letters(pupil.last_name, family),
                )
                for pupil, family in zip(pupils, families, strict=True)
            ]
            told = pupils[0].full_name
        if _all_in_capitals(pupil.first_name for pupil in pupils):
            pupils = [
                replace(pupil, first_name=in_small_letters(pupil.first_name, family))
                for pupil, family in zip(pupils, families, strict=True)
            ]
            told = pupils[0].full_name
        carers = [without_role(carer.name) for pupil in pupils for carer in pupil.carers]
        calm = _in_small_letters if _all_in_capitals(carers) else _last_in_small
        if told or calm is _in_small_letters:
            told = told or in_small_letters(carers[0])
            pupils = [
                replace(pupil, carers=tuple(calm(carer, family) for carer in pupil.carers))
                for pupil, family in zip(pupils, families, strict=True)
            ]
        self._known.pupils[already:] = pupils
        if told and self._rows:
            self._notes.problem(ProblemCode.CAPITALS, self._rows[0], value=told)

    def _read(self, row: TableRow) -> None:
        names, remark = self._children.read(row)
        if not names:
            value = " ".join(" ".join(row.filled).split())
            self._notes.problem(ProblemCode.NO_NAME, row, value=value)
            return
        beside = self._children.beside
        owns = self._own(row, len(names))
        groups = self._groups(row, len(names))
        children = [
            self._child(row, name, group or own_group, beside, own)
            for (name, group), own_group, own in zip(names, groups, owns, strict=True)
        ]
        first, *others = children
        carers, said = self._carers.met(row, self._known.pupils[first.pupil], first.carers)
        remark = "; ".join(filter(None, (said, remark)))
        self._people.append(Person(row, first.pupil, carers, tuple(others), remark))

    def _own(self, row: TableRow, count: int) -> list[dict[Field, str]]:
        """Return what each child on a row has of its own; what is of nobody in particular is told."""
        owns: list[dict[Field, str]] = [{} for _ in range(count)]
        for field in (Field.NUMBER, Field.BIRTH_DATE, Field.SINCE):
            written = self._columns.line(row, field)
            cell = self._columns.cell(row, field)
            parts = [written] if count == 1 else [part for part in re.split(_BETWEEN, cell) if part]
            if len(parts) == count:
                for own, part in zip(owns, parts, strict=True):
                    own[field] = part
            elif written:
                self._notes.problem(ProblemCode.OF_MORE_CHILDREN, row, field, value=written)
        return owns

    def _groups(self, row: TableRow, count: int) -> list[str]:
        """Return the group of each child, where their cell has as many: "6A & 4B"; "4/5" is one."""
        parts = _GROUPS_APART.split(self._columns.line(row, Field.GROUP))
        return parts if len(parts) == count > 1 and all(parts) else [""] * count

    def _child(
        self, row: TableRow, name: NameParts, group: str, beside: str, own: Mapping[Field, str]
    ) -> Child:
        known = self._known
        pupil = self._pupil(row, name, group, own)
        at = self._find(pupil, row)
        if at is None:
            at = known.add(pupil)
            known.first_row[at] = row.number
        else:
            known.pupils[at] = self._completed(known.pupils[at], pupil, row)
        known.number(at, pupil.number)
        known.moments[at].add(self._moment(row))
        if Field.INTERPRETER in self._columns.fields and not self._interpreted(row).unknown:
            known.interpreted.add(at)
        known.pupils[at], carers = self._carers.read(row, known.pupils[at], beside)
        return Child(at, carers)

    def _pupil(self, row: TableRow, name: NameParts, group: str, own: Mapping[Field, str]) -> Pupil:
        """Return the pupil as the row has it, with what is its own."""
        get = self._line(row)
        born = self._date(row, Field.BIRTH_DATE, own, ProblemCode.BIRTH_UNREADABLE)
        since = self._date(row, Field.SINCE, own, ProblemCode.SINCE_UNREADABLE)
        answers = self._columns.cells(row, Field.INTERPRETER)
        interpreter = self._interpreted(row)
        language = get(Field.HOME_LANGUAGE) or interpreter.language
        if interpreter.unknown:
            value = " ".join(", ".join(answers).split())
            self._notes.problem(ProblemCode.ANSWER_UNKNOWN, row, Field.INTERPRETER, value=value)
        elif interpreter.needed is False and (value := next(filter(None, map(said_beside_no, answers)), "")):
            value = " ".join(value.split())
            self._notes.problem(ProblemCode.ANSWER_CUT, row, Field.INTERPRETER, value=value)
        if interpreter.needed is None or not {*words(interpreter.language)} <= {*words(language)}:
            value = " ".join(", ".join(answers).split())
            self._notes.problem(ProblemCode.ANSWER_UNCLEAR, row, Field.INTERPRETER, value=value)
        return Pupil(
            id="",
            first_name=name.first,
            infix=name.infix,
            last_name=name.last,
            number=own.get(Field.NUMBER, ""),
            group=self._group(row, group or get(Field.GROUP) or self._group_above),
            birth_date=born,
            since=since,
            home_language=language,
            interpreter=interpreter.needed is not False,
        )

    def _interpreted(self, row: TableRow) -> Interpreted:
        language = self._columns.line(row, Field.HOME_LANGUAGE)
        return read_interpreters(self._columns.cells(row, Field.INTERPRETER), language)

    def _date(
        self, row: TableRow, field: Field, own: Mapping[Field, str], unreadable: ProblemCode
    ) -> date | None:
        """Return the day in a column; none that can't be, which is told."""
        if not (written := own.get(field, "")):
            return None
        found = self._births.read(written)
        if found and found.day.year >= OLDEST:
            if found.turned:
                self._notes.problem(ProblemCode.DATE_TURNED, row, field, value=written)
            return found.day
        self._notes.problem(unreadable, row, field, value=written)
        return None

    def _group(self, row: TableRow, written: str) -> str:
        group, restored = read_group(written)
        if restored:
            self._notes.problem(ProblemCode.GROUP_RESTORED, row, Field.GROUP, value=group, once=True)
        elif is_date(group):
            self._notes.problem(ProblemCode.GROUP_UNLIKELY, row, Field.GROUP, value=written)
            return ""
        return group

    def _find(self, pupil: Pupil, row: TableRow) -> int | None:
        """Return the pupil of an earlier row that this is."""
        pupils = self._known.pupils
        at = self._known.place_of(pupil)
        if at is not None:
            if _may_be(pupils[at], pupil):
                return at
            self._notes.problem(ProblemCode.NUMBER_TAKEN, row, Field.NUMBER, value=pupil.number)
        return next(
            (
                at
                for at in self._known.namesakes(pupil)
                if agree(pupils[at].birth_date, pupil.birth_date)
                and agree(comparable(pupils[at].group), comparable(pupil.group))
                and self._has_that_number(pupils[at], pupil, row)
                and self._has_those_parents(at, pupil, row)
                and self._is_named_again(at, pupil, row)
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
        self._notes.ask(Doubt(DoubtCode.ONE_CHILD, row.number, column, other, other=one))
        return True

    def _has_those_parents(self, at: int, again: Pupil, row: TableRow) -> bool:
        """Return whether two of one name are one child; asked where they have no parent in common.

        Parents on rows of their own for one and the same talk are those of one child; so are those of a list
        without talks where more children have such rows.
        """
        known = self._known.pupils[at]
        if known.birth_date and known.birth_date == again.birth_date:
            return True
        carers = self._carers.read(row, again)[0].carers
        moment = self._moment(row)
        if not (known.carers and carers) or (moment and moment in self._known.moments[at]):
            return True
        if any(may_be_one_parent(one, other) for one in known.carers for other in carers):
            return True
        ours, theirs = ({parent_behind(each.name) for each in those} for those in (known.carers, carers))
        if "" not in ours | theirs and ours.isdisjoint(theirs):
            # a mother at one time and a father at another
            return True
        if _have_other_roles(known.carers, carers):
            return True
        one, other = (f"{known.full_name} ({_names(each)})" for each in (known.carers, carers))
        if other in self._known.turned:
            return False
        names = tuple(carer.name for carer in (*known.carers, *carers))
        doubt = Doubt(
            DoubtCode.ONE_CHILD, row.number, value=other, taken=known.full_name, other=one, others=names
        )
        if moment:
            self._notes.ask(doubt)
        else:
            self._namesakes.append(doubt)
        return True

    def _is_named_again(self, at: int, again: Pupil, row: TableRow) -> bool:
        """Return whether two rows of one name are one child; asked where they say nothing but that name."""
        others = (each.at for each in self._columns.all if each.field and each.field not in _OF_A_NAME)
        if any(row.cells[at] for at in others if at < len(row.cells)):
            return True
        one, other = (f"{again.full_name} ({number})" for number in (self._known.first_row[at], row.number))
        if other in self._known.turned:
            return False
        self._notes.ask(Doubt(DoubtCode.ONE_CHILD, row.number, value=other, other=one))
        return True

    def _moment(self, row: TableRow) -> str:
        return " ".join(filter(None, map(self._line(row), (Field.DATE, Field.TIME))))

    def _completed(self, known: Pupil, again: Pupil, row: TableRow) -> Pupil:
        """Complete what earlier rows say of a pupil from this one; a contradiction is told."""
        for field in (Field.GROUP, Field.BIRTH_DATE, Field.HOME_LANGUAGE):
            one, other = getattr(known, field), getattr(again, field)
            if not agree(one, other):
                self._notes.problem(ProblemCode.DIFFERS, row, field, value=str(other))
        return replace(
            known,
            number=max(known.number, again.number, key=len),
            group=known.group or again.group,
            birth_date=known.birth_date or again.birth_date,
            since=known.since or again.since,
            home_language=known.home_language or again.home_language,
            interpreter=known.interpreter or again.interpreter,
        )

    def _line(self, row: TableRow) -> Callable[[Field], str]:
        """Return how to get a cell of this row as one line."""
        return lambda field: self._columns.line(row, field)


def names_carers(columns: Columns) -> bool:
    """Return whether the file says with which carers a talk is at all."""
    return bool(columns.fields & (CARER_NAMES | {Field.RELATION}))


def _names(carers: Iterable[Carer]) -> str:
    return ", ".join(carer.name for carer in carers)


def may_be_one_parent(one: Carer, other: Carer) -> bool:
    """Return whether two parents on rows of one name show that these are of one child."""
    return (
        alike(*map(without_role, (one.name, other.name)))
        or bool(one.phone and one.phone == other.phone)
        or bool(one.email and one.email == other.email)
    )


def _have_other_roles(one: Iterable[Carer], other: Iterable[Carer]) -> bool:
    """Return whether all of these are something else to the child than all of those: mother and father."""
    roles, others = ({role_behind(carer.name) for carer in each} for each in (one, other))
    return roles.isdisjoint(others) and "" not in roles | others


def _all_in_capitals(names: Iterable[str]) -> bool:
    written = list(filter(None, names))
    return len(written) > 1 and all(map(is_in_capitals, written))


def _infix_in_small_letters(infix: str) -> str:
    """Return an infix in small letters, also "V.D."; it is only one before another word."""
    return infix.casefold() if is_infix(infix.casefold()) else in_small_letters(f"{infix} X")[:-2]


def _in_small_letters(carer: Carer, family: str) -> Carer:
    return replace(carer, name=in_small_letters(carer.name, family))


def _last_in_small(carer: Carer, family: str) -> Carer:
    """Return somebody with the last name in small letters, where only that is in capitals: "Joke KOK"."""
    first, _, last = carer.name.partition(" ")
    loud = is_in_capitals(without_role(carer.name).partition(" ")[2]) and not is_in_capitals(first)
    return replace(carer, name=f"{first} {in_small_letters(last, family)}") if loud else carer


def _may_be(one: Pupil, other: Pupil) -> bool:
    """Return whether two rows with the same number can be of one pupil: part of the name is alike."""
    return (
        same_name(one, other)
        or alike(one.first_name, other.first_name)
        or bool(one.last_name and alike(one.last_name, other.last_name))
    )
