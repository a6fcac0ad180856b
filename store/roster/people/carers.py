"""Read who the parents of a child on a row are, with the number and address of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from store.domain.people import Carer, Pupil
from store.domain.role_words import role_behind, tells_a_role, whole_role, without_role
from store.domain.text import fold, those
from store.roster.blanks import says_nobody, says_the_same, without_nobody
from store.roster.cells import (
    ADDRESS,
    is_phone,
    reached_by,
    read_phone,
    says_none,
    stand_in_each_others_place,
    without_contacts,
)
from store.roster.columns import Columns
from store.roster.header_words import (
    Field,
    meaning_of,
    parent_said,
    says_interpreter,
    says_nothing,
    says_parent,
)
from store.roster.names import (
    BEHIND,
    agree,
    balanced,
    company,
    comparable,
    has_capitals,
    is_a_name,
    is_all_infix,
    is_first_name_of,
    listed,
    split_name,
    spoken,
    without_only,
    without_preface,
    words,
)
from store.roster.people.notes import RowNotes
from store.roster.problems import Doubt, DoubtCode, ProblemCode
from store.roster.said.called_off import says_only_that
from store.roster.shared_cell.labelled import by_label, has_labels, with_roles_behind
from store.roster.sheets.table import TableRow

_BETWEEN_ROLES = re.compile(r"[,;/&+|\n]|\s(?:en|and)\s", re.IGNORECASE)
_BETWEEN_ADDRESSES = re.compile(r"[;,\s]+")
SHORTEST_ASIDE = 2
"""Letters that may as well be those of a name, or of a man and a woman."""
_ALONE = those("alleen enkel alone only just")
_ANYBODY = those("guardian guardians")
"""What stands over whoever brings a child up, also where no other word does."""
_BOTH = those("beiden beide allebei samen both together")
_DASHED = re.compile(r"([^()]*[^\W\d_]\.?)\s+[-–—]\s+([^()]+)")
"""A name, and what stands behind a dash."""
_ROLE_TO = re.compile(r"(.*\S)\s*\((\S+) (?:van|of) ([^()]+)\)")
_UNNAMED = those("anoniem anonymous")
"""What a form has for the address of somebody who did not sign in."""
LONGEST_NUMBER = 25
"""Letters of a number with the signs in it; what is longer is none that anybody could dial."""


class CarersReader:
    """The carers on the rows of one sheet."""

    def __init__(self, columns: Columns, notes: RowNotes) -> None:
        self._columns = columns
        self._notes = notes
        self._with_capitals = False
        self._small: dict[str, tuple[TableRow, int]] = {}
        self._beside: dict[int, dict[str, None]] = {}
        self._roles_above = {n: role for n in columns.carers if (role := _role_above(columns, n))}

    def read(self, row: TableRow, pupil: Pupil, beside: str = "") -> tuple[Pupil, tuple[int, ...]]:
        """Return a pupil with the carers a row names too, and which of the pupil's carers those are.

        A carer may stand `beside` the pupil, where no column is of carers.
        """
        if beside:
            return _with_people(pupil, listed(with_roles_behind(beside), pupil.last_name))
        known, found = list(pupil.carers), list[int]()
        apart = {field: self._apart(row, field) for field in (Field.PHONE, Field.EMAIL)}
        for n in self._columns.carers:
            for carer in self._with_role_above(n, [*self._listed_carers(row, n, pupil, apart)]):
                same = place_of(carer, known, found)
                if same is None and (same := _twice(carer, known, found)) is not None:
                    value = f"{carer.name} = {known[same].name}"
                    self._notes.problem(ProblemCode.ONE_PARENT, row, Field.CARER, n, value=value)
                if same is None:
                    same = len(known)
                    known.append(replace(carer, id=f"{pupil.id}.{same}"))
                else:
                    known[same] = self._carer_completed(known[same], carer, row, n)
                found += [same] if same not in found else []
        carers = self._by_address(row, _each_their_own(known, found), found)
        for carer in (carers[each] for each in found):
            if carer.email.count("@") > 1:
                self._notes.problem(ProblemCode.MAIL_UNLIKELY, row, Field.EMAIL, 1, value=carer.email)
        asks = any(map(says_interpreter, self._beside.get(row.number, {})))
        return replace(pupil, carers=carers, interpreter=pupil.interpreter or asks), tuple(found)

    def _by_address(self, row: TableRow, carers: tuple[Carer, ...], here: Sequence[int]) -> tuple[Carer, ...]:
        """Return the carers with the only address of a row given to whom it names, which is told.

        The only number beside it goes along.
        """
        email, phone = (self._of_nobody(row, each) for each in (Field.EMAIL, Field.PHONE))
        given = [at for at in here if email and carers[at].email == email]
        who = words(email.partition("@")[0])
        named = [at for at in here if not {*words(spoken(carers[at].name))[:1]}.isdisjoint(who)]
        if len(given) != 1 or len(named) != 1 or given == named or carers[named[0]].email:
            return carers
        one, other = carers[given[0]], carers[named[0]]
        along = bool(phone) and bool(one.phone) and not other.phone
        value = f"{email} = {other.name}"
        self._notes.problem(ProblemCode.BY_ADDRESS, row, Field.EMAIL, self._columns.carers[0], value=value)
        after = list(carers)
        after[given[0]] = replace(one, email="", phone="" if along else one.phone)
        after[named[0]] = replace(other, email=email, phone=one.phone if along else other.phone)
        return tuple(after)

    def _of_nobody(self, row: TableRow, field: Field) -> str:
        """Return what a row has in the only column of numbers or addresses, where its header names nobody."""
        columns = [each for each in self._columns.all if each.field is field]
        if len(columns) != 1 or meaning_of(columns[0].header).carer:
            return ""
        return self._columns.line(row, field, columns[0].carer)

    def met(self, row: TableRow, pupil: Pupil, listed_here: tuple[int, ...]) -> tuple[tuple[int, ...], str]:
        """Return with which of the carers of a row the talk is, and what its column says that names none."""
        said = self._columns.line(row, Field.WITH)
        parent, known = parent_said(said), pupil.carers
        of_role = {
            comparable(name)
            for column in self._columns.all
            if column.field is Field.CARER and parent and parent_said(column.header) == parent
            for name in listed(row.cells[column.at] if column.at < len(row.cells) else "")
        }
        met = tuple(
            at
            for at in listed_here
            if comparable(bare := without_role(known[at].name)) in of_role
            or (parent and parent_said(role_behind(known[at].name)) == parent)
            or (said and comparable(said) in {comparable(bare), comparable(bare.split()[0])})
        )
        if parent and not met and len(listed_here) > 1:
            self._notes.problem(ProblemCode.WHICH_PARENT, row, Field.WITH, value=said)
        beside = self._beside.get(row.number, {})
        if fold(said) in _BOTH and len(listed_here) > 1:
            said = ""
        if met and not _says_more(said, (known[at].name for at in met)):
            said = ""
        return met or listed_here, "; ".join(filter(None, (said, *beside)))

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
        written = self._somebody(row, n, with_roles_behind(self._written(row, n)))
        listed_first = "," in columns.cell(row, Field.NAME)
        if reached := reached_by("\n".join(people := _between_bars(written))):
            shared = _with_shared_names([each.name for each in reached], written, pupil)
            named = self._with_roles(row, n, shared)
            reached = [each._replace(name=name) for each, name in zip(reached, named, strict=True)]
            for each in reached:
                email = each.email or (columns.line(row, Field.EMAIL, n) if len(reached) == 1 else "")
                phone = each.phone or (columns.line(row, Field.PHONE, n) if len(reached) == 1 else "")
                name = spoken(each.name, pupil.last_name, listed_first=listed_first)
                if carer := self._carer(row, n, pupil, name, phone, email):
                    yield carer
            return
        no_carers = {comparable(pupil.full_name), comparable(columns.line(row, Field.TEACHER))}
        names = [
            name
            for part in people
            for each in _by_role(part) or listed(part, pupil.last_name)
            if comparable(name := spoken(" ".join(each.split()), pupil.last_name, listed_first=listed_first))
            not in no_carers
        ]
        names = self._with_roles(row, n, names) or [""]
        numbers = " / ".join(dict.fromkeys(columns.cells(row, Field.PHONE, n)))
        numbers = apart[Field.PHONE].get(n, numbers)
        phones = self._shared(row, Field.PHONE, n, numbers, names)
        address, *others = columns.cells(row, Field.EMAIL, n) or [""]
        address = apart[Field.EMAIL].get(n, address)
        emails = self._shared(row, Field.EMAIL, n, address, names)
        for other in others:
            if other != address:
                self._notes.problem(ProblemCode.SECOND_ADDRESS, row, Field.EMAIL, n, value=other)
        for name, phone, email in zip(names, phones, emails, strict=True):
            if carer := self._carer(row, n, pupil, name, phone, email):
                yield carer

    def _with_role_above(self, n: int, carers: list[Carer]) -> list[Carer]:
        """Return who alone stands below "Moeder" or "Naam stiefvader" with that behind the name."""
        if not (role := self._roles_above.get(n)) or len(carers) != 1:
            return carers
        name = carers[0].name
        alone = is_a_name(name) and has_capitals(name) and not tells_a_role(name.partition(" ")[0])
        return [replace(carers[0], name=f"{name} ({role})")] if alone and "(" not in name else carers

    def _written(self, row: TableRow, n: int) -> str:
        """Return who stands in the column of a carer, or in those for the parts of the name."""
        parts = (Field.CARER_FIRST, Field.CARER_INFIX, Field.CARER_LAST)
        written = self._columns.cell(row, Field.CARER, n)
        said = [self._columns.line(row, each, n) for each in parts]
        if said[2] and says_nobody(said[2]) and (not said[0] or says_nobody(said[0])):
            said = ["", "", said[2]]
        if not written or (said[0] and comparable(said[0]) not in comparable(written)):
            written = " ".join(filter(None, (*said[:2], said[2] or written)))
        relation = self._columns.line(row, Field.RELATION, n)
        return without_only(written) or (relation if all(map(tells_a_role, _roles(relation))) else "")

    def _with_roles(self, row: TableRow, n: int, names: Sequence[str]) -> list[str]:
        """Return people with what they are to the child behind their names, or tell that they are not."""
        relation = self._columns.line(row, Field.RELATION, n)
        roles = _roles(relation)
        people = [name for name in names if any(map(str.isalpha, name)) and "@" not in name]
        said = [role for role in roles if not whole_role(fold(role))]
        if not said:
            return list(names)
        if len(roles) != len(names) or len(people) < len(names) or not all(map(tells_a_role, said)):
            if comparable(relation) not in {comparable(name) for name in names}:
                self._notes.problem(
                    ProblemCode.RELATION_LEFT, row, Field.RELATION, n, value=relation, once=True
                )
            return list(names)
        return [
            name
            if role not in said
            or parent_said(name)
            or tells_a_role(name.partition(" ")[0])
            or name.endswith(")")
            else f"{name} ({role})"
            for name, role in zip(names, roles, strict=True)
        ]

    def _somebody(self, row: TableRow, n: int, written: str) -> str:
        """Return the people in a cell without what stands for nobody; a word that says more is told."""
        people, nobody = without_nobody(written) if written else ("", "")
        if (any(map(str.isalpha, nobody)) or nobody in {"†", "✝"}) and not says_none(nobody):
            self._notes.problem(ProblemCode.NOBODY, row, Field.CARER, n, value=" ".join(nobody.split()))
        return people

    def _labelled(self, row: TableRow, field: Field, n: int, written: str, names: list[str]) -> list[str]:
        """Return what is of each of some people where it says whose; it is asked where that is unclear."""
        if (shared := by_label(written, names)) is None:
            return []
        if not shared.sure:
            taken = ", ".join(
                " ".join(filter(None, each)) for each in zip(names, shared.numbers, strict=True)
            )
            column, value = self._columns.header(field, n), " ".join(written.split())
            if (
                doubt := Doubt(DoubtCode.WHOSE_NUMBER, row.number, column, value, taken)
            ) not in self._notes.doubts:
                self._notes.ask(doubt)
        return shared.numbers

    def _shared(self, row: TableRow, field: Field, n: int, written: str, names: list[str]) -> list[str]:
        """Return what each of some people in one cell has of another cell; the first has all of one."""
        if labelled := self._labelled(row, field, n, written, names):
            return labelled
        count = len(names)
        if count == 1:
            return [" ".join(_NO_NUMBER.sub("", written).split())]
        between = r"\n|\s*/\s*|;|,|\s\+\s|\s+(?:en|and)\s+" + (r"|\s+" if field is Field.EMAIL else "")
        # "0470/00.20.03" is one number
        alone = field is Field.PHONE and is_phone(written) and len(written) <= LONGEST_NUMBER // 2 + 3
        parts = [written] if alone else re.split(between, written)
        parts = [part.strip() for part in parts if part and part.strip()]
        if len(parts) == count:
            return parts
        return [" ".join(written.split()), *[""] * (count - 1)]

    def _carer(self, row: TableRow, n: int, pupil: Pupil, name: str, phone: str, email: str) -> Carer | None:
        if says_only_that(name) or fold(name) in _ALONE:
            self._notes.problem(ProblemCode.NOBODY, row, Field.CARER, n, value=name)
            name = ""
        if says_the_same(name):
            # within a cell there is nothing above that it stands for
            self._notes.problem(ProblemCode.NOBODY, row, Field.CARER, n, value=name)
            name = ""
        name = "" if says_nobody(name) else self._alone(row, n, balanced(name), pupil)
        if (is_phone(name) and len(name) <= LONGEST_NUMBER) or ADDRESS.fullmatch(name):
            phone, email = (phone, email or name) if "@" in name else (phone or name, email)
            name = ""
        if email and _is_the_pupils(email, pupil):
            self._notes.problem(ProblemCode.PUPILS_OWN, row, Field.EMAIL, n, value=email, once=True)
            email = ""
        if says_none(email) or fold(email) in _UNNAMED:
            email = ""
        if stand_in_each_others_place(phone, email):
            phone, email = email, phone
            self._notes.problem(
                ProblemCode.SWAPPED, row, Field.PHONE, n, value=" ".join(filter(None, (email, phone)))
            )
        phone = self._phone(row, n, phone)
        if not (name or phone or email):
            return None
        if not name:
            field = Field.PHONE if phone else Field.EMAIL
            self._notes.problem(ProblemCode.CARER_WITHOUT_NAME, row, field, n, value=phone or email)
        if email and "@" not in email:
            self._notes.problem(ProblemCode.MAIL_UNLIKELY, row, Field.EMAIL, n, value=email)
        self._notes.letters(row, name)
        self._look_like_a_name(row, n, name)
        return Carer(id="", name=name or phone or email, email=email, phone=phone)

    def _alone(self, row: TableRow, n: int, name: str, pupil: Pupil) -> str:
        """Return a name without what is said beside it, which goes along with the talk, and is told.

        "Eva Smit (vader komt niet)", "Ans Kok + tolk"; "de ouders van Abel" is nobody's name.
        """
        if without_preface(name) != name and comparable(without_preface(name)) in {
            comparable(pupil.first_name),
            comparable(pupil.full_name),
        }:
            self._notes.problem(ProblemCode.NOBODY, row, Field.CARER, n, value=name)
            return ""
        if says_interpreter(name):
            # who interprets is no parent
            self._go_along(row, n, name)
            return ""
        name = _with_bare_role(name, pupil)
        if not any(self._columns.cell(row, each) for each in (Field.DATE, Field.TIME)):
            # without a talk there is no other place for it
            return name
        bare, along = company(name)
        if not along and (found := _dashed(name)) and _says_something(found[2]):
            bare, along = found[1], found[2]
        if not along and (found := BEHIND.fullmatch(name)) and _says_something(found[2]):
            bare, along = found[1], found[2]
        if along:
            self._go_along(row, n, along)
        return bare

    def _go_along(self, row: TableRow, n: int, said: str) -> None:
        """Let what stands beside a name go along with the talk, and tell it."""
        self._beside.setdefault(row.number, {})[said] = None
        self._notes.problem(ProblemCode.NAME_REMARK, row, Field.CARER, n, value=said)

    def _look_like_a_name(self, row: TableRow, n: int, name: str) -> None:
        """Keep in mind whether parents are written with capitals, and who is not: "zelfde adres"."""
        said = [word for word in words(name) if not says_parent(word)]
        if name != name.lower():
            self._with_capitals = True
        elif len(said) > 1 and said[0].isalpha() and "@" not in name:
            self._small.setdefault(name, (row, n))

    def ask(self) -> None:
        """Ask of what stands in the place of parents in small letters, where others have capitals."""
        for name, (row, n) in self._small.items() if self._with_capitals else ():
            column = self._columns.header(Field.CARER, n)
            self._notes.ask(Doubt(DoubtCode.A_PARENT, row.number, column, name))

    def _phone(self, row: TableRow, n: int, written: str) -> str:
        """Return a number as it was before a spreadsheet took its 0 away; what lost digits is told."""
        if (phone := read_phone(written)) is None:
            self._notes.problem(ProblemCode.PHONE_LOST, row, Field.PHONE, n, value=written)
            return ""
        if phone.short:
            self._notes.problem(ProblemCode.PHONE_SHORT, row, Field.PHONE, n, value=phone.number, once=True)
        if phone.restored:
            # 06, another area or another country
            kind, said = phone.number[:2], phone.number
            self._notes.problem(
                ProblemCode.PHONE_RESTORED, row, Field.PHONE, n, value=said, once=True, kind=kind
            )
        return phone.number

    def _carer_completed(self, known: Carer, again: Carer, row: TableRow, n: int) -> Carer:
        for field, one, other in (
            (Field.PHONE, known.phone, again.phone),
            (Field.EMAIL, known.email, again.email),
        ):
            if not agree(one, other):
                self._notes.problem(ProblemCode.DIFFERS, row, field, n, value=other)
        fuller = is_first_name_of(known.name, again.name) or without_role(again.name) == known.name
        name = again.name if fuller else known.name
        return replace(known, name=name, email=known.email or again.email, phone=known.phone or again.phone)


def _role_above(columns: Columns, n: int) -> str:
    """Return what a carer is to the child by the header over the name; empty where it says none, or more."""
    said = words(columns.header(Field.CARER, n) or columns.header(Field.CARER_LAST, n))
    roles = [word for word in said if tells_a_role(word) and word not in _ANYBODY]
    return roles[0] if len(roles) == 1 else ""


def _with_people(pupil: Pupil, names: Iterable[str]) -> tuple[Pupil, tuple[int, ...]]:
    """Return a pupil with these carers too, and which of the pupil's carers they are."""
    known, here = list(pupil.carers), list[int]()
    for name in names:
        carer = Carer(id=f"{pupil.id}.{len(known)}", name=name)
        same = place_of(carer, known, here)
        here.append(len(known) if same is None else same)
        known += [carer] if same is None else []
    return replace(pupil, carers=tuple(known)), tuple(here)


def _with_shared_names(names: Sequence[str], written: str, pupil: Pupil) -> Sequence[str]:
    """Return people with the last name they share, as without a number: "Marta & Adam Bos 06-…"."""
    whole = listed(without_contacts(written), pupil.last_name)
    if len(whole) != len(names):
        return names
    known = {word for name in names for word in words(name)}
    pairs = [(name, each, {*words(name)}, {*words(each)}) for name, each in zip(names, whole, strict=True)]
    shared = all(said <= more <= known for _, _, said, more in pairs)
    return [each if said < more else name for name, each, said, more in pairs] if shared else names


def _roles(relation: str) -> list[str]:
    """Return what some people are to a child, one by one: "moeder en stiefvader"."""
    parts = (part.strip(" .()") for part in _BETWEEN_ROLES.split(relation))
    return [part.lower() for part in parts if part]


def _by_role(written: str) -> list[str]:
    """Return people who are each said to be somebody to the child: "vader/moeder", "mama en oma Riet"."""
    roles = [part.strip() for part in _BETWEEN_ROLES.split(written) if part.strip()]
    told = len(roles) > 1 and all(tells_a_role(each.split()[0]) or tells_a_role(each) for each in roles)
    return roles if told else []


def _dashed(name: str) -> re.Match[str] | None:
    """Return somebody, and what stands behind a dash; a text that only has dashes is left as it is."""
    found = _DASHED.fullmatch(name)
    return found if found and has_capitals(found[1]) else None


def _with_bare_role(name: str, pupil: Pupil) -> str:
    """Return somebody with the role in brackets: "Kim Wit - moeder", "Kim Wit (moeder van Abel)"."""
    if (found := _dashed(name)) and tells_a_role(found[2]):
        return f"{found[1]} ({found[2]})"
    found = _ROLE_TO.fullmatch(name)
    own = found and comparable(found[3]) in {comparable(pupil.first_name), comparable(pupil.full_name)}
    return f"{found[1]} ({found[2]})" if found and own and tells_a_role(found[2]) else name


def _says_something(aside: str) -> bool:
    """Return whether what stands in brackets behind a parent is no name and no role: "vader komt niet"."""
    said = [word for word in words(aside) if not says_parent(word)]
    small = aside == aside.lower() and not (is_all_infix(aside) or any(map(str.isdigit, aside)))
    of_this_one = tells_a_role(aside.partition(",")[0]) or says_nobody(aside)
    return small and bool(said) and len(aside) > SHORTEST_ASIDE and not of_this_one


def _says_more(said: str, names: Iterable[str]) -> bool:
    """Return whether a text says more than which parents these are: "vader en oma"."""
    known = {word for name in names for word in words(name)} | _ALONE
    return any(word not in known and not (says_parent(word) or says_nothing(word)) for word in words(said))


def _between_bars(written: str) -> list[str]:
    """Return the people that bars stand between, or their addresses; all of it where it is no list."""
    addresses = [part for part in _BETWEEN_ADDRESSES.split(written.strip()) if part]
    if len(addresses) > 1 and all(map(ADDRESS.fullmatch, addresses)):
        return addresses
    parts = written.split(" | ")
    return parts if all(map(is_a_name, parts)) else [written]


def place_of(carer: Carer, known: Sequence[Carer], here: Collection[int]) -> int | None:
    """Return which of the known carers one is: by name, or by a first name that only one has.

    Who is named `here`, on the same row, is somebody else.
    """
    name = _in_order(without_role(carer.name))
    same = [at for at, each in enumerate(known) if _in_order(without_role(each.name)) == name]
    short = [
        at
        for at, each in enumerate(known)
        if at not in here
        and (is_first_name_of(carer.name, each.name) or is_first_name_of(each.name, carer.name))
    ]
    return same[0] if same else short[0] if len(short) == 1 else None


def _twice(carer: Carer, known: Sequence[Carer], here: Collection[int]) -> int | None:
    """Return which parent of the same row one is again by a first name alone, with no other number."""
    same = [
        at
        for at in here
        if (is_first_name_of(carer.name, known[at].name) or is_first_name_of(known[at].name, carer.name))
        and agree(carer.phone, known[at].phone)
        and agree(carer.email, known[at].email)
    ]
    return same[0] if len(same) == 1 else None


def _in_order(name: str) -> str:
    """Return a name to compare: "Haddad, Nour" is Nour Haddad."""
    return comparable(" ".join(split_name(name)) if "," in name else name)


_NO_NUMBER = re.compile(r"(?:^|(?<=\d))\s*[/;]\s*[-–?]+\s*$|^\s*[-–?]+\s*[/;]\s*")
"""What stands in a cell of numbers for whoever has none: "- / 06-…"."""


def _each_their_own(carers: Sequence[Carer], row: Sequence[int]) -> tuple[Carer, ...]:
    """Return the carers with an address each, where one cell has as many as a row has carers."""
    emails = [carers[at].email for at in row]
    addresses = re.split(r"[;,/\s]+", emails[0]) if emails else []
    if len(addresses) < 2 or len(addresses) != len(row) or any(emails[1:]):
        return tuple(carers)
    own = dict(zip(row, addresses, strict=True))
    return tuple(replace(each, email=own.get(at, each.email)) for at, each in enumerate(carers))


def _is_the_pupils(email: str, pupil: Pupil) -> bool:
    """Return whether an address is the pupil's own, by the number in it or by what it is at."""
    who, _, where = email.casefold().partition("@")
    if len(pupil.number) > 2 and pupil.number.casefold() in who:
        return True
    return any(each in where for each in ("leerling", "student", "pupil"))
