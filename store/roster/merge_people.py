"""Match the pupils and carers of a roster with those of the class list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.domain.people import Carer, Pupil
from store.roster.class_list import agree, same_name
from store.roster.header_words import Field
from store.roster.names import alike, comparable
from store.roster.roster import Roster


@dataclass(frozen=True, slots=True)
class Near:
    """Somebody in the file who may be somebody known, written otherwise.

    `new` and `known` are names. When they are carers, `pupil` is the name of their pupil, else it is empty.
    """

    new: str
    known: str
    pupil: str = ""


Same = Callable[[Near], bool]
"""Asks whether two who look alike are the same."""


@dataclass(frozen=True, slots=True)
class People:
    """The class list after merging.

    `ids` and `carer_ids` say who the pupils of the roster, and their carers, are in it. `near` are those
    that look alike and were not called the same.
    """

    pupils: tuple[Pupil, ...]
    ids: tuple[str, ...]
    carer_ids: tuple[tuple[str, ...], ...]
    new: int
    updated: int
    unchanged: int
    gone: tuple[Pupil, ...]
    near: tuple[Near, ...]


def merge_people(roster: Roster, known: Sequence[Pupil], new_id: Callable[[], str], same: Same) -> People:
    """Return the class list with the pupils of the roster in it.

    They match by number, else by name and group. Who only looks alike is one only when `same` says so.
    What the file does not say, or leaves empty, stays as it was; nobody is removed.
    """
    near: list[Near] = []

    def asked(question: Near) -> bool:
        if same(question):
            return True
        near.append(question)
        return False

    matches = _matches(roster.pupils, known, asked)
    merged = {pupil.id: pupil for pupil in known}
    ids: list[str] = []
    carer_ids: list[tuple[str, ...]] = []
    for at, pupil in enumerate(roster.pupils):
        match = matches.get(at)
        before = replace(pupil, id=new_id(), carers=()) if match is None else match
        carers, theirs = _carers(before, pupil.carers, new_id, asked)
        merged[before.id] = replace(_laid_over(before, pupil, roster.fields), carers=carers)
        ids.append(before.id)
        carer_ids.append(theirs)
    updated = sum(1 for pupil in matches.values() if merged[pupil.id] != pupil)
    found = {pupil.id for pupil in matches.values()}
    groups = {comparable(pupil.group) for pupil in roster.pupils}
    gone = (pupil for pupil in known if pupil.id not in found and {"", comparable(pupil.group)} & groups)
    return People(
        pupils=tuple(merged.values()),
        ids=tuple(ids),
        carer_ids=tuple(carer_ids),
        new=len(roster.pupils) - len(matches),
        updated=updated,
        unchanged=len(matches) - updated,
        gone=tuple(gone),
        near=tuple(near),
    )


def _matches(listed: Sequence[Pupil], known: Sequence[Pupil], asked: Same) -> dict[int, Pupil]:
    """Return which known pupil each pupil of the roster is, by place in the roster."""
    matching = _Matching(listed, known)
    matching.by_number()
    matching.by_name_and_birth_date()
    matching.by_name_alone()
    matching.by_likeness(asked)
    return matching.found


class _Matching:
    """The known pupils that were found so far; a known pupil is never two of the roster."""

    def __init__(self, listed: Sequence[Pupil], known: Sequence[Pupil]) -> None:
        self.found: dict[int, Pupil] = {}
        self._listed = listed
        self._free = {pupil.id: pupil for pupil in known}

    def by_number(self) -> None:
        """Match who has the same number."""
        numbered = {pupil.number: pupil for pupil in self._free.values() if pupil.number}
        for at, pupil in self._unmatched():
            found = numbered.get(pupil.number)
            if found is not None and found.id in self._free:
                self._match(at, found)

    def by_name_and_birth_date(self) -> None:
        """Match who is called the same, as long as number, group and date of birth do not contradict it."""
        named = self._free_by_name()
        for at, pupil in self._unmatched():
            for known in self._candidates(pupil, named):
                if agree(known.birth_date, pupil.birth_date):
                    self._match(at, known)
                    break

    def by_name_alone(self) -> None:
        """Match who is called the same in spite of another date of birth, where a name is nobody else's."""
        named = self._free_by_name()
        listed = Counter(comparable(pupil.full_name) for _, pupil in self._unmatched())
        for at, pupil in self._unmatched():
            name = comparable(pupil.full_name)
            if len(named[name]) == listed[name] == 1:
                for known in self._candidates(pupil, named):
                    self._match(at, known)

    def by_likeness(self, asked: Same) -> None:
        """Match who only looks alike when `asked` says so."""
        look_alikes = _LookAlikes(self._free.values())
        for at, pupil in self._unmatched():
            for known in look_alikes.of(pupil):
                if known.id in self._free and asked(Near(pupil.full_name, known.full_name)):
                    self._match(at, known)
                    break

    def _match(self, at: int, known: Pupil) -> None:
        self.found[at] = self._free.pop(known.id)

    def _unmatched(self) -> Iterator[tuple[int, Pupil]]:
        return ((at, pupil) for at, pupil in enumerate(self._listed) if at not in self.found)

    def _free_by_name(self) -> defaultdict[str, list[Pupil]]:
        named: defaultdict[str, list[Pupil]] = defaultdict(list)
        for pupil in self._free.values():
            named[comparable(pupil.full_name)].append(pupil)
        return named

    def _candidates(self, pupil: Pupil, named: defaultdict[str, list[Pupil]]) -> list[Pupil]:
        """Return who is still free, is called the same, and has no other number or group."""
        return [
            each
            for each in named[comparable(pupil.full_name)]
            if each.id in self._free
            and agree(each.number, pupil.number)
            and agree(comparable(each.group), comparable(pupil.group))
            and _may_be_one(each, pupil)
        ]


def _may_be_one(known: Pupil, listed: Pupil) -> bool:
    """Say whether two of one name may be taken for one unasked: not when all their parents are others."""
    if not (known.carers and listed.carers) or (known.number and known.number == listed.number):
        return True
    if known.birth_date and known.birth_date == listed.birth_date:
        return True
    return any(alike(one.name, other.name) for one in known.carers for other in listed.carers)


class _LookAlikes:
    """Pupils by the parts of their names, to find look-alikes without comparing everybody with everybody."""

    def __init__(self, pupils: Iterable[Pupil]) -> None:
        self._shelves: defaultdict[str, list[Pupil]] = defaultdict(list)
        for pupil in pupils:
            for shelf in self._places(pupil):
                self._shelves[shelf].append(pupil)

    def of(self, pupil: Pupil) -> Iterator[Pupil]:
        """Yield those with one part of the name the same and the other alike, or the parts swapped."""
        seen: set[str] = set()
        for shelf in self._places(pupil):
            for other in self._shelves.get(shelf, ()):
                if other.id not in seen and self._alike(pupil, other):
                    seen.add(other.id)
                    yield other

    @staticmethod
    def _places(pupil: Pupil) -> tuple[str, ...]:
        """Return the shelves of a pupil, always in this order: people are asked about in it."""
        first, last = comparable(pupil.first_name), comparable(pupil.last_name)
        parts = {f"first {first}": first, f"last {last}": last}
        return (*(shelf for shelf, part in parts.items() if part), " ".join(sorted((first, last))))

    @staticmethod
    def _alike(one: Pupil, other: Pupil) -> bool:
        return (
            same_name(one, other)
            or (alike(one.first_name, other.first_name) and alike(one.last_name, other.last_name))
            or comparable(one.first_name + one.last_name) == comparable(other.last_name + other.first_name)
        )


def _laid_over(known: Pupil, listed: Pupil, fields: frozenset[Field]) -> Pupil:
    """Return a known pupil with what the file says laid over it."""
    if not (same_name(known, listed) and Field.NAME in fields):
        # A whole name is taken apart by guessing: what is known of the same name is better.
        known = replace(known, first_name=listed.first_name, infix=listed.infix, last_name=listed.last_name)
    return replace(
        known,
        number=listed.number or known.number,
        group=listed.group or known.group,
        birth_date=listed.birth_date or known.birth_date,
        home_language=listed.home_language or known.home_language,
        interpreter=listed.interpreter if Field.INTERPRETER in fields else known.interpreter,
    )


def _carers(
    pupil: Pupil, listed: Sequence[Carer], new_id: Callable[[], str], asked: Same
) -> tuple[tuple[Carer, ...], tuple[str, ...]]:
    """Return the pupil's carers with the listed ones among them, and the ids of the listed ones."""
    carers = {carer.id: carer for carer in pupil.carers}
    ids: list[str] = []
    for each, known in zip(listed, _known_carers(pupil, listed, asked), strict=True):
        before = known or replace(each, id=new_id())
        carers[before.id] = replace(
            before, name=each.name, email=each.email or before.email, phone=each.phone or before.phone
        )
        ids.append(before.id)
    return tuple(carers.values()), tuple(ids)


def _known_carers(pupil: Pupil, listed: Sequence[Carer], asked: Same) -> list[Carer | None]:
    """Return which of the pupil's carers each listed one is: by name, else by likeness when that is so."""
    free = {carer.id: carer for carer in pupil.carers}
    known: list[Carer | None] = []
    for each in listed:
        name = comparable(each.name)
        found = next((carer for carer in free.values() if comparable(carer.name) == name), None)
        known.append(free.pop(found.id) if found else None)
    for at, each in enumerate(listed):
        if known[at] is None:
            near = (carer for carer in free.values() if alike(carer.name, each.name))
            found = next((c for c in near if asked(Near(each.name, c.name, pupil.full_name))), None)
            known[at] = free.pop(found.id) if found else None
    return known
