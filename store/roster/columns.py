"""Find which field each column holds."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import NamedTuple

from store.roster.header_words import PUPIL_NAMES, Field, Meaning, is_understood, meaning_of, says_contact
from store.roster.names import words
from store.roster.sheets.table import TableRow

CARER_NAMES = frozenset({Field.CARER, Field.CARER_FIRST, Field.CARER_INFIX, Field.CARER_LAST})
CONTACTS = frozenset({Field.PHONE, Field.EMAIL})
CARER_FIELDS = CARER_NAMES | CONTACTS | {Field.RELATION}
_MORE_IN_ONE = frozenset({Field.INTERPRETER, Field.REMARK, Field.PARENT_POINTS, Field.PUPIL_POINTS})
"""What more columns may say something of, all of which counts."""
MOST_HEADER_ROWS = 20
"""Rows in which headers are looked for."""
_DATA = re.compile(r"\w@\w|\b\d{4}-\d\d-\d\d\b.*\d:\d")
"""What no header has in it: an address, a date with a time."""
_WHEN = frozenset({Field.DATE, Field.TIME, Field.END, Field.MINUTES})
_WHO_INVITES = ("user", "name")
_OF_A_CARER = {
    Field.FIRST_NAME: Field.CARER_FIRST, Field.INFIX: Field.CARER_INFIX, Field.LAST_NAME: Field.CARER_LAST
}  # fmt: skip


class Column(NamedTuple):
    """A column: its place from 0, its header as written, its field, and of which carer (1, 2, …).

    A `duplicate` says the same as an earlier one; an `also` is filled in where an earlier one is empty;
    `whose` is a phone or mail of nobody knows whom, `pupils` one of the pupil's own;
    `filled_in` is when a form was.
    """

    at: int
    header: str
    field: Field | None = None
    carer: int = 0
    duplicate: bool = False
    also: bool = False
    whose: bool = False
    pupils: bool = False
    filled_in: bool = False
    last_first: bool = False

    @property
    def name(self) -> str | None:
        """The field as it is called outside: "first_name", "carer_2_phone"."""
        if self.field is None:
            return None
        return self.field.replace("carer_", f"carer_{self.carer}_") if self.carer else str(self.field)


@dataclass(frozen=True)
class Columns:
    """The columns of a table, and the row that their headers are in: the last one, where it is two.

    Row 0 is no row: the columns were given, or guessed from what is in them.
    """

    row: int
    all: tuple[Column, ...]

    def find(self, field: Field, carer: int = 0) -> Column | None:
        """Return the column that holds this field."""
        return next(iter(self._by_field.get((field, carer), ())), None)

    def cell(self, row: TableRow, field: Field, carer: int = 0) -> str:
        """Return what a row has in this field; empty where the file or the row has no such cell."""
        cells = row.cells
        for each in self._by_field.get((field, carer), ()):
            if each.at < len(cells) and cells[each.at]:
                return cells[each.at]
        return ""

    def cells(self, row: TableRow, field: Field, carer: int = 0) -> list[str]:
        """Return all that a row has in this field, where more than one column is for it."""
        cells, columns = row.cells, self._by_field.get((field, carer), ())
        return [cells[each.at] for each in columns if each.at < len(cells) and cells[each.at]]

    def line(self, row: TableRow, field: Field, carer: int = 0) -> str:
        """Return the same on one line."""
        return " ".join(self.cell(row, field, carer).split())

    def header(self, field: Field, carer: int = 0) -> str:
        """Return what the file calls this field, empty when it has none."""
        column = self.find(field, carer)
        return column.header if column else ""

    def without(self, *fields: Field) -> Columns:
        """Return the same with the columns of these fields left out."""
        left = (each._replace(field=None) if each.field in fields else each for each in self.all)
        return replace(self, all=tuple(left))

    def read_otherwise(self, column: Column, taken: Column) -> Columns:
        """Return the same with one of the columns taken for another one."""
        return replace(self, all=tuple(taken if each is column else each for each in self.all))

    def as_chosen(self, chosen: Mapping[int, str]) -> Columns:
        """Return the same with the fields that somebody gave to columns, by their place."""
        return replace(self, all=_as_chosen(self.all, chosen))

    @cached_property
    def _by_field(self) -> Mapping[tuple[Field, int], Sequence[Column]]:
        """The columns for each field of each carer: rows are many, and each is asked for its cells often."""
        columns: defaultdict[tuple[Field, int], list[Column]] = defaultdict(list)
        for each in self.all:
            if each.field:
                columns[each.field, each.carer].append(each)
        return columns

    @cached_property
    def fields(self) -> frozenset[Field]:
        """All fields the file has."""
        return frozenset(column.field for column in self.all if column.field)

    @cached_property
    def carers(self) -> tuple[int, ...]:
        """The numbers of the carers the file has columns for."""
        return tuple(sorted({column.carer for column in self.all if column.field in CARER_FIELDS}))

    @cached_property
    def siblings(self) -> tuple[int, ...]:
        """The numbers of the further children that a row has columns for."""
        return tuple(sorted({column.carer for column in self.all if column.field is Field.SIBLING}))

    @property
    def usable(self) -> bool:
        """True when pupils can be read by them."""
        return bool(self.fields & PUPIL_NAMES)

    @property
    def known(self) -> int:
        """How many columns are understood."""
        return sum(1 for column in self.all if column.field)


def find_columns(rows: Iterable[TableRow], chosen: Mapping[int, str] | None = None) -> Columns | None:
    """Return the columns of a table, from the header row: of the first rows the one with most known headers.

    A title above the table is passed over, and headers over headers are read as one. `chosen` are the
    fields somebody gave to columns, by place. None when no row names a pupil's column.
    """
    best: Columns | None = None
    above: TableRow | None = None
    filled = [row for row in rows if not row.empty and not any(map(_DATA.search, row.cells))]
    filled = filled[:MOST_HEADER_ROWS]
    widest = max((len(row.filled) for row in filled), default=0)
    for row in filled:
        for columns in (read_columns(row, chosen), *_over_each_other(above, row, chosen)):
            if columns.usable and (best is None or columns.known > best.known) and _is_understood(row):
                best = columns
        if best and best.known >= widest:
            # no row below can hold more
            break
        above = row
    return best


def _is_understood(row: TableRow) -> bool:
    """Return whether a row has a header at all: what was chosen for columns makes no headers of a row."""
    return any(meaning_of(cell).field for cell in row.filled)


def header_row(rows: Iterable[TableRow]) -> TableRow | None:
    """Return the first row that has more than one header of which each word is known."""
    filled = [row for row in rows if not row.empty][:MOST_HEADER_ROWS]
    return next((row for row in filled if sum(map(_is_known, row.filled)) > 1), None)


def _is_known(header: str) -> bool:
    return is_understood(header) and meaning_of(header).field is not None


def read_columns(row: TableRow, chosen: Mapping[int, str] | None = None) -> Columns:
    """Return the columns that a row of headers stands for.

    A second column for the same field stays unused. Phone and mail without a number belong to the
    carers in the order these are named; where none is, nobody knows whose they are. Where carers have
    such columns by name, those among the pupil's are the pupil's own.
    """
    headers = [" ".join(cell.split()) for cell in row.cells]
    meanings = _in_their_place(_with_who_invites(headers, [meaning_of(header) for header in headers]))
    meanings = _beside_their_parent(headers, _without_contacts(headers, meanings))
    pupils, unsure = _of_no_carer(meanings)
    meanings = _numbered(
        [Meaning(None) if at in pupils | unsure else each for at, each in enumerate(meanings)]
    )
    strong = {(each.field, each.carer) for each in meanings if not each.lesser}
    seen: dict[tuple[Field | None, str], str] = {}
    columns: list[Column] = []
    for at, (header, meaning) in enumerate(zip(headers, meanings, strict=True)):
        place = (meaning.field, meaning.carer)
        # "Opmerking vader" is of the talk, whoever it is about
        carer = _number(meaning.carer) if meaning.field in CARER_FIELDS else 0
        column = Column(at, header, meaning.field, carer, last_first=meaning.last_first)
        if at in pupils | unsure:
            column = Column(at, header, whose=at in unsure, pupils=at in pupils)
        elif meaning.lesser and place in strong:
            column = Column(at, header)
        elif meaning.field and place in seen:
            same = words(header) == words(seen[place])
            also = meaning.field in CONTACTS | _MORE_IN_ONE and not same
            column = column._replace(also=also) if also else Column(at, header, duplicate=True)
        if column.field:
            seen.setdefault(place, header)
        columns.append(column)
    return Columns(row.number, _as_chosen(columns, chosen or {}))


def field_named(name: str) -> tuple[Field, int]:
    """Return the field and the carer that a name as outside stands for: "carer_2_phone".

    Raises:
        ValueError: no field is called so.
    """
    parts = name.split("_")
    if parts[0] == "carer" and len(parts) > 2 and parts[1].isdigit():
        return Field("_".join(["carer", *parts[2:]])), int(parts[1])
    return Field(name), 0


def _as_chosen(columns: Sequence[Column], chosen: Mapping[int, str]) -> tuple[Column, ...]:
    """Return the columns with the fields that somebody gave them."""
    after: list[Column] = []
    given = {field_named(name) for name in chosen.values() if name}
    for column in columns:
        if column.at in chosen:
            field, carer = field_named(chosen[column.at]) if chosen[column.at] else (None, 0)
            after.append(Column(column.at, column.header, field, carer))
        elif column.field and (column.field, column.carer) in given:
            after.append(Column(column.at, column.header))
        else:
            after.append(column)
    return tuple(after)


def _over_each_other(
    above: TableRow | None, row: TableRow, chosen: Mapping[int, str] | None
) -> Iterator[Columns]:
    """Yield the columns of two rows of headers, one over several of the other: "Ouder 1" over "Naam"."""
    if above is None or above.number + 1 != row.number or len(set(above.filled)) < 2:
        # one text is a title, also where it stands over every column
        return
    over = ""
    headers: list[str] = []
    for at, cell in enumerate(row.cells):
        over = (above.cells[at] if at < len(above.cells) else "") or over
        both = f"{over} {cell}".strip() if cell else (above.cells[at] if at < len(above.cells) else "")
        # "Wanneer" over "Dag" and "Tijd": it says less than these do
        own, of_both = meaning_of(cell).field, meaning_of(both).field
        headers.append(cell if own and (of_both is None or {own, of_both} <= _WHEN) else both)
    known = sum(1 for cell in row.filled if meaning_of(cell).field)
    if known * 2 > len(row.filled):
        yield read_columns(TableRow(row.number, tuple(headers)), chosen)


def _in_their_place(meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return the meanings with a bare name given to who it must be of, by the names beside it.

    "Naam" beside "Naam kind" is who filled the form in; first and last name for the second time are a
    parent's.
    """
    given = list(meanings)
    pupils = any(each.field in PUPIL_NAMES and not each.bare for each in given)
    carers = any(each.field in CARER_NAMES for each in given)
    bare = Counter(each.field for each in given if each.bare)
    twice = min(bare[Field.FIRST_NAME], bare[Field.LAST_NAME]) > 1
    seen: set[Field] = set()
    for at, each in enumerate(given):
        if each.field is None or not each.bare or carers:
            continue
        if each.field is Field.NAME and pupils:
            given[at] = Meaning(Field.CARER)
        elif twice and each.field in seen and each.field in _OF_A_CARER:
            given[at] = Meaning(_OF_A_CARER[each.field])
        seen.add(each.field)
    if not any(each.field in CARER_NAMES for each in given):
        # "Wie komt er mee?": where parents have columns of their own, it is with which of them
        numbers = any(each.field in CONTACTS and each.bare for each in given)
        given = [
            Meaning(Field.CARER) if each.field is Field.WITH and (each.lesser or numbers) else each
            for each in given
        ]
    return given


def _with_who_invites(headers: Sequence[str], meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return the meanings with the teacher for whose calendar it is, beside who was invited to it."""
    said = [words(header) for header in headers]
    teacher = any("invitee" in each for each in said) and not any(
        each.field is Field.TEACHER for each in meanings
    )
    return [
        Meaning(Field.TEACHER) if teacher and each == _WHO_INVITES else meaning
        for each, meaning in zip(said, meanings, strict=True)
    ]


def _without_contacts(headers: Sequence[str], meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return the meanings without who is to be reached, where parents have columns of their own."""
    of_contacts = [
        each.field in CARER_NAMES and says_contact(header)
        for header, each in zip(headers, meanings, strict=True)
    ]
    pairs = list(zip(meanings, of_contacts, strict=True))
    others = any(each.field in CARER_NAMES and not contact for each, contact in pairs)
    return [Meaning(None) if contact and others else each for each, contact in pairs]


def _beside_their_parent(headers: Sequence[str], meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return the meanings with each bare phone and mail given to its parent, where others say whose they are.

    That is the parent right ahead of it, who has none yet, else the first: "Ouder 1, Ouder 2, Mobiel,
    Mobiel 2".
    """
    given, ahead = list(meanings), ""
    names = [each.carer if each.field in CARER_NAMES else "" for each in _counted(meanings)]
    parents = list(dict.fromkeys(filter(None, names)))
    _as_counts(given, parents)
    said = [words(header) for header in headers]
    for at, each in enumerate(given):
        ahead = names[at] or (ahead if each.field in CONTACTS else "")
        owned = {other.carer for other in given if other.field is each.field and other.carer}
        if each.field not in CONTACTS or each.carer or not each.bare or each.home or not owned:
            continue
        nth = f"#{parents.index(ahead) + 1}" if ahead else ""
        if ahead and owned.isdisjoint({ahead, nth}):
            given[at] = each._replace(carer=nth)
        elif "1" not in owned and (*said[at], "2") in said and any(names[:at]):
            given[at] = each._replace(carer="#1")
    return given


def _as_counts(given: list[Meaning], parents: Sequence[str]) -> None:
    """Turn the numbers of contacts that no parent bears into places: "Vader, Mobiel 1, Moeder, Mobiel 2"."""
    numbers = {each.carer for each in given if each.field in CONTACTS and each.carer.isdigit()}
    if not numbers.isdisjoint(parents) or any(int(each) > len(parents) for each in numbers):
        return
    for at, each in enumerate(given):
        if each.field in CONTACTS and each.carer in numbers:
            given[at] = each._replace(carer=f"#{each.carer}")


def _of_no_carer(meanings: Sequence[Meaning]) -> tuple[set[int], set[int]]:
    """Return the phones and mails that are the pupil's own, and those of nobody knows whom, by place."""
    loose = {
        at for at, each in enumerate(meanings) if each.field in CONTACTS and each.bare and not each.carer
    }
    named = [at for at, each in enumerate(meanings) if each.field in CARER_NAMES]
    if not named:
        return set(), loose
    owned = {
        each.field
        for at, each in enumerate(meanings)
        if each.field in CONTACTS and at not in loose and not each.home
    }
    loose = {at for at in loose if not meanings[at].home}
    ahead = {at for at in loose if at < named[0]} if owned else set()
    return ahead, {at for at in loose - ahead if meanings[at].field in owned}


def _numbered(meanings: Sequence[Meaning]) -> list[Meaning]:
    """Return the same with every carer's column numbered, in the order the carers are named in."""
    whose = _named_by_place(_counted(meanings))
    numbers = {each.carer: int(each.carer) for each in whose if each.carer.isdigit()}
    for each in whose:
        if each.carer and each.carer not in numbers:
            numbers[each.carer] = next(n for n in count(1) if n not in numbers.values())
    return [
        each._replace(carer=f"?{numbers[each.carer]}" if each.carer[0] == "#" else str(numbers[each.carer]))
        if each.carer
        else each
        for each in whose
    ]


def _number(carer: str) -> int:
    return int(carer.lstrip("?") or 0)


def _counted(meanings: Iterable[Meaning]) -> Iterator[Meaning]:
    """Count the columns of a carer that do not say whose they are, each field by itself: "#1", "#2"."""
    counts: Counter[Field] = Counter()
    for meaning in meanings:
        if meaning.field in CARER_FIELDS and not meaning.carer:
            counts[meaning.field] += 1
            yield meaning._replace(carer=f"#{counts[meaning.field]}")
        else:
            yield meaning


def _named_by_place(meanings: Iterable[Meaning]) -> list[Meaning]:
    """Give the first counted phone and mail to the carer named first, the second to the second.

    Where only one carer is named all of them are that carer's.
    """
    given = list(meanings)
    named = list(dict.fromkeys(each.carer for each in given if each.field in CARER_NAMES))
    whose = {f"#{nth}": carer for nth, carer in enumerate(named, 1)}
    only = named[0] if len(named) == 1 else ""
    return [
        each
        if each.field in CARER_NAMES or not each.carer.startswith("#")
        else each._replace(carer=whose.get(each.carer, only or each.carer))
        for each in given
    ]
