"""Match the pupils and carers of a roster with those of the class list (DESIGN §7)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from store.domain.people import Carer, Pupil
from store.roster.class_list import agree, same_name
from store.roster.columns import Field
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
    """The class list with the pupils of the roster in it.

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
    """Which known pupil each pupil of the roster is; a known pupil is never two of them."""
    matches: dict[int, Pupil] = {}
    free = {pupil.id: pupil for pupil in known}

    def match(at: int, pupil: Pupil | None) -> None:
        if pupil is not None:
            matches[at] = free.pop(pupil.id)

    numbered = {pupil.number: pupil for pupil in known if pupil.number}
    for at, pupil in enumerate(listed):
        found = numbered.get(pupil.number)
        match(at, found if found and found.id in free else None)
    for strict in (True, False):
        named: defaultdict[str, list[Pupil]] = defaultdict(list)
        for pupil in free.values():
            named[comparable(pupil.full_name)].append(pupil)
        names = Counter(comparable(pupil.full_name) for at, pupil in enumerate(listed) if at not in matches)
        for at, pupil in enumerate(listed):
            if at in matches:
                continue
            name = comparable(pupil.full_name)
            candidates = [each for each in named[name] if each.id in free and _may_be(each, pupil)]
            if strict:
                candidates = [each for each in candidates if agree(each.birth_date, pupil.birth_date)]
            elif len(named[name]) > 1 or names[name] > 1:
                continue
            match(at, next(iter(candidates), None))
    look_alikes = _LookAlikes(free.values())
    for at, pupil in enumerate(listed):
        for other in look_alikes.of(pupil) if at not in matches else ():
            if other.id in free and asked(Near(pupil.full_name, other.full_name)):
                match(at, other)
                break
    return matches


def _may_be(one: Pupil, other: Pupil) -> bool:
    return agree(one.number, other.number) and agree(comparable(one.group), comparable(other.group))


class _LookAlikes:
    """Finds pupils with a name that is nearly the same, without comparing everybody with everybody."""

    def __init__(self, pupils: Iterable[Pupil]) -> None:
        self._shelves: defaultdict[str, list[Pupil]] = defaultdict(list)
        for pupil in pupils:
            for shelf in self._places(pupil):
                self._shelves[shelf].append(pupil)

    def of(self, pupil: Pupil) -> Iterator[Pupil]:
        """Those with one part of the name the same and the other alike, or the parts swapped."""
        seen: set[str] = set()
        for shelf in self._places(pupil):
            for other in self._shelves.get(shelf, ()):
                if other.id not in seen and self._alike(pupil, other):
                    seen.add(other.id)
                    yield other

    @staticmethod
    def _places(pupil: Pupil) -> set[str]:
        first, last = comparable(pupil.first_name), comparable(pupil.last_name)
        parts = {f"first {first}": first, f"last {last}": last}
        return {shelf for shelf, part in parts.items() if part} | {" ".join(sorted((first, last)))}

    @staticmethod
    def _alike(one: Pupil, other: Pupil) -> bool:
        return (
            same_name(one, other)
            or (alike(one.first_name, other.first_name) and alike(one.last_name, other.last_name))
            or comparable(one.first_name + one.last_name) == comparable(other.last_name + other.first_name)
        )


def _laid_over(known: Pupil, listed: Pupil, fields: frozenset[Field]) -> Pupil:
    """A known pupil with what the file says laid over it."""
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
    """The pupil's carers with the listed ones among them, and the ids of the listed ones."""
    carers = {carer.id: carer for carer in pupil.carers}
    free = dict(carers)
    ids: list[str | None] = []
    for each in listed:
        found = next(
            (carer for carer in free.values() if comparable(carer.name) == comparable(each.name)), None
        )
        ids.append(found.id if found else None)
        if found:
            del free[found.id]
    for at, each in enumerate(listed):
        if ids[at] is None:
            found = next(
                (
                    carer
                    for carer in free.values()
                    if alike(carer.name, each.name) and asked(Near(each.name, carer.name, pupil.full_name))
                ),
                None,
            )
            ids[at] = free.pop(found.id).id if found else new_id()
    certain = tuple(each or "" for each in ids)
    for carer_id, each in zip(certain, listed, strict=True):
        before = carers.get(carer_id, each)
        carers[carer_id] = replace(
            each, id=carer_id, email=each.email or before.email, phone=each.phone or before.phone
        )
    return tuple(carers.values()), certain
