"""Make pupils and their carers of rows: who is one and the same, and who never is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from store.domain.people import Carer, Pupil
from store.roster.cells import read_answer, read_date
from store.roster.columns import CARER_NAMES, Columns, Field
from store.roster.names import NameParts, alike, comparable, split_name
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.read_table import TableRow

OLDEST = 1900


class Person(NamedTuple):
    """Who a row is about: a pupil, and those of the pupil's carers that this row names, as indexes."""

    row: TableRow
    pupil: int
    carers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClassList:
    """The pupils of a file with all their carers, and who each row is about.

    The ids are only good within this list; merging gives the real ones.
    """

    pupils: tuple[Pupil, ...]
    people: tuple[Person, ...]
    problems: tuple[RosterProblem, ...]


def agree(one: object, other: object) -> bool:
    """Return whether two values can be of the same pupil: they are equal, or one is not known."""
    return not one or not other or one == other


def same_name(one: Pupil, other: Pupil) -> bool:
    """Return whether two pupils are called the same, however it is written."""
    return comparable(one.full_name) == comparable(other.full_name)


def read_class_list(columns: Columns, rows: Iterable[TableRow]) -> ClassList:
    """Return the pupils that the rows below the header name.

    A pupil on several rows is one pupil: by number, else by name and group as long as number and date
    of birth don't contradict it. Carers of one pupil are the same by name; phone and mail say nothing.
    """
    reader = _Reader(columns)
    for row in rows:
        reader.read(row)
    return ClassList(tuple(reader.pupils), tuple(reader.people), tuple(reader.problems))


class _Reader:
    """The pupils and people that are known halfway through the rows."""

    def __init__(self, columns: Columns) -> None:
        self.pupils: list[Pupil] = []
        self.people: list[Person] = []
        self.problems: list[RosterProblem] = []
        self._columns = columns
        self._numbered: dict[str, int] = {}
        self._named: defaultdict[str, list[int]] = defaultdict(list)

    def read(self, row: TableRow) -> None:
        """Take one row in."""
        if row.empty or self._is_header(row):
            return
        for cell in filter(None, row.cells[len(self._columns.all) :]):
            self._problem(ProblemCode.EXTRA_CELL, row, value=cell)
        name = _pupil_name(self._columns, row)
        if not any(name):
            self._problem(ProblemCode.NO_NAME, row, value=" ".join(filter(None, row.cells)))
            return
        pupil = self._pupil(row, name)
        at = self._find(pupil, row)
        if at is None:
            at = len(self.pupils)
            self.pupils.append(replace(pupil, id=str(at)))
            self._named[comparable(pupil.full_name)].append(at)
        else:
            self.pupils[at] = self._completed(self.pupils[at], pupil, row)
        if pupil.number and self.pupils[at].number == pupil.number:
            self._numbered[pupil.number] = at
        self.people.append(Person(row, at, self._carers(at, row)))

    def _is_header(self, row: TableRow) -> bool:
        """Return whether the headers come back here, as they do on every page of some lists."""
        return [" ".join(cell.split()) for cell in row.cells] == [each.header for each in self._columns.all]

    def _pupil(self, row: TableRow, name: NameParts) -> Pupil:
        get = self._line(row)
        born = None
        if written := get(Field.BIRTH_DATE):
            found = read_date(written)
            born = found[0] if found and found[0].year >= OLDEST else None
            if born is None:
                self._problem(ProblemCode.BIRTH_UNREADABLE, row, Field.BIRTH_DATE, value=written)
        interpreter = read_answer(answer := get(Field.INTERPRETER))
        if interpreter is None:
            self._problem(ProblemCode.ANSWER_UNCLEAR, row, Field.INTERPRETER, value=answer)
        return Pupil(
            id="",
            first_name=name.first,
            infix=name.infix,
            last_name=name.last,
            number=get(Field.NUMBER),
            group=get(Field.GROUP),
            birth_date=born,
            home_language=get(Field.HOME_LANGUAGE),
            interpreter=interpreter is not False,
        )

    def _find(self, pupil: Pupil, row: TableRow) -> int | None:
        """Return the pupil of an earlier row that this is."""
        at = self._numbered.get(pupil.number) if pupil.number else None
        if at is not None:
            if _may_be(self.pupils[at], pupil):
                return at
            self._problem(ProblemCode.NUMBER_TAKEN, row, Field.NUMBER, value=pupil.number)
        return next(
            (
                at
                for at in self._named.get(comparable(pupil.full_name), ())
                if agree(self.pupils[at].number, pupil.number)
                and agree(self.pupils[at].birth_date, pupil.birth_date)
                and agree(comparable(self.pupils[at].group), comparable(pupil.group))
            ),
            None,
        )

    def _completed(self, known: Pupil, again: Pupil, row: TableRow) -> Pupil:
        """Complete what earlier rows say of a pupil from this one; a contradiction is told."""
        for field in (Field.GROUP, Field.BIRTH_DATE, Field.HOME_LANGUAGE):
            one, other = getattr(known, field), getattr(again, field)
            if not agree(one, other):
                self._problem(ProblemCode.DIFFERS, row, field, value=str(other))
        return replace(
            known,
            number=known.number or again.number,
            group=known.group or again.group,
            birth_date=known.birth_date or again.birth_date,
            home_language=known.home_language or again.home_language,
            interpreter=known.interpreter or again.interpreter,
        )

    def _carers(self, at: int, row: TableRow) -> tuple[int, ...]:
        """Return the carers a row names, as indexes among those of its pupil, who gets the new ones."""
        found: list[int] = []
        for n in self._columns.carers:
            carer = self._carer(row, n)
            if carer is None:
                continue
            known = self.pupils[at].carers
            same = next(
                (i for i, each in enumerate(known) if comparable(each.name) == comparable(carer.name)), None
            )
            if same is None:
                same = len(known)
                carers = (*known, replace(carer, id=f"{at}.{same}"))
            else:
                carers = (
                    *known[:same],
                    self._carer_completed(known[same], carer, row, n),
                    *known[same + 1 :],
                )
            self.pupils[at] = replace(self.pupils[at], carers=carers)
            found += [same] if same not in found else []
        return tuple(found)

    def _carer(self, row: TableRow, n: int) -> Carer | None:
        get = self._line(row, n)
        phone, email = get(Field.PHONE), get(Field.EMAIL)
        name = get(Field.CARER) or " ".join(
            filter(None, map(get, (Field.CARER_FIRST, Field.CARER_INFIX, Field.CARER_LAST)))
        )
        if not (name or phone or email):
            return None
        if not name:
            field = Field.PHONE if phone else Field.EMAIL
            self._problem(ProblemCode.CARER_WITHOUT_NAME, row, field, n, value=phone or email)
        if email and "@" not in email:
            self._problem(ProblemCode.MAIL_UNLIKELY, row, Field.EMAIL, n, value=email)
        return Carer(id="", name=name or phone or email, email=email, phone=phone)

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
        return lambda field: " ".join(self._columns.cell(row, field, carer).split())

    def _problem(
        self, code: ProblemCode, row: TableRow, field: Field | None = None, carer: int = 0, *, value: str = ""
    ) -> None:
        column = self._columns.header(field, carer) if field else ""
        self.problems.append(RosterProblem(code, row.number, column, value))


def names_carers(columns: Columns) -> bool:
    """Return whether the file says with which carers a talk is at all."""
    return bool(columns.fields & CARER_NAMES)


def _pupil_name(columns: Columns, row: TableRow) -> NameParts:
    """Return the name of a row's pupil, from one column or from three."""

    def get(field: Field) -> str:
        return " ".join(columns.cell(row, field).split())

    first, infix, last, whole = map(get, (Field.FIRST_NAME, Field.INFIX, Field.LAST_NAME, Field.NAME))
    if not whole or (first and last):
        return NameParts(first, infix, last)
    if last:
        return NameParts(whole, infix, last)
    if not first or first.split()[0] in whole.split():
        return split_name(whole)
    return NameParts(first, infix, whole)


def _may_be(one: Pupil, other: Pupil) -> bool:
    """Return whether two rows with the same number can be of one pupil: part of the name is alike."""
    return (
        same_name(one, other)
        or alike(one.first_name, other.first_name)
        or bool(one.last_name and alike(one.last_name, other.last_name))
    )
