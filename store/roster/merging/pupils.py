"""Find the pupils of a roster among those of the class list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from store.domain.people import Pupil
from store.roster.header_words import Field
from store.roster.merging.carers import may_be_one
from store.roster.merging.likeness import Likeness, Near, Same
from store.roster.names import agree, alike, bare_number, comparable, may_be_short, same_name, short_for

MOST_NAMESAKES = 500
"""A part of a name that more pupils than this have says nothing: no school has them, and comparing takes
the square of them."""


def match_pupils(
    listed: Sequence[Pupil], known: Sequence[Pupil], asked: Same, taken: list[Near]
) -> dict[int, Pupil]:
    """Return which known pupil each pupil of the roster is, by place in the roster.

    Who only looks alike is one when `asked` says so; `taken` gets those in short who can be nobody else.
    """
    matching = _Matching(listed, known)
    matching.by_number()
    matching.by_name_and_birth_date()
    matching.by_name_alone()
    taken += matching.by_first_name()
    matching.by_likeness(asked)
    return matching.found


class _Matching:
    """The known pupils that were found so far; a known pupil is never two of the roster."""

    def __init__(self, listed: Sequence[Pupil], known: Sequence[Pupil]) -> None:
        self.found: dict[int, Pupil] = {}
        self._listed = listed
        self._free = {pupil.id: pupil for pupil in known}

    def by_number(self) -> None:
        """Match who has the same number, zeros ahead of it or not, as long as the first name fits."""
        numbered = self._free_by_number()
        for at, pupil in self._unmatched():
            those = [each for each in numbered[bare_number(pupil.number)] if _first_names_fit(each, pupil)]
            those.sort(key=lambda each: (not same_name(each, pupil), each.number != pupil.number))
            found = next((each for each in those if each.id in self._free), None)
            if pupil.number and found is not None:
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

    def by_first_name(self) -> Iterator[Near]:
        """Match whose name is in short, in the file or here, where it can be one child only; yield those."""
        called: defaultdict[str, list[Pupil]] = defaultdict(list)
        in_short: defaultdict[str, list[Pupil]] = defaultdict(list)
        for pupil in self._free.values():
            called[comparable(pupil.first_name)].append(pupil)
            if may_be_short(pupil):
                in_short[comparable(pupil.first_name)].append(pupil)
        claims: dict[int, list[Pupil]] = {}
        for at, pupil in self._unmatched():
            claims[at] = [
                each
                for each in (called if may_be_short(pupil) else in_short)[comparable(pupil.first_name)]
                if (short_for(pupil, each) or short_for(each, pupil)) and not _contradiction(each, pupil)
            ]
        wanted = Counter(each.id for those in claims.values() for each in those)
        for at, those in claims.items():
            if len(those) == 1 and wanted[those[0].id] == 1:
                self._match(at, those[0])
                listed = self._listed[at]
                yield Near(listed.full_name, those[0].full_name, likeness=Likeness.SHORT)

    def by_likeness(self, asked: Same) -> None:
        """Match who only looks alike, or has the number of somebody else, when `asked` says so."""
        look_alikes, numbered = _LookAlikes(self._free.values()), self._free_by_number()
        for at, pupil in self._unmatched():
            same_number = numbered[bare_number(pupil.number)] if pupil.number else []
            for known in dict.fromkeys((*look_alikes.of(pupil), *same_number)):
                if known.id in self._free and asked(_question(known, pupil)):
                    self._match(at, known)
                    break

    def _match(self, at: int, known: Pupil) -> None:
        self.found[at] = self._free.pop(known.id)

    def _unmatched(self) -> Iterator[tuple[int, Pupil]]:
        return ((at, pupil) for at, pupil in enumerate(self._listed) if at not in self.found)

    def _free_by_number(self) -> defaultdict[str, list[Pupil]]:
        numbered: defaultdict[str, list[Pupil]] = defaultdict(list)
        for pupil in self._free.values():
            if pupil.number:
                numbered[bare_number(pupil.number)].append(pupil)
        return numbered

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
            if each.id in self._free and _contradiction(each, pupil) in {None, Field.BIRTH_DATE}
        ]


def _question(known: Pupil, listed: Pupil) -> Near:
    """Return what to ask about somebody of the file who may be somebody known."""
    near = Near(listed.full_name, known.full_name)
    if same_name(known, listed):
        field = _contradiction(known, listed)
        was, now = (_said(each, field) for each in (known, listed))
        return near._replace(likeness=Likeness.NAMESAKE, field=field, was=was, now=now)
    if short_for(listed, known) or short_for(known, listed):
        return near._replace(likeness=Likeness.SHORT)
    if known.number and bare_number(known.number) == bare_number(listed.number):
        return near._replace(likeness=Likeness.NUMBER, field=Field.NUMBER, now=listed.number)
    return near


def _contradiction(known: Pupil, listed: Pupil) -> Field | None:
    """Return the first thing that two pupils can't both have and be one; None when there is nothing."""
    if not agree(bare_number(known.number), bare_number(listed.number)):
        return Field.NUMBER
    if not agree(comparable(known.group), comparable(listed.group)):
        return Field.GROUP
    if not _may_be_one(known, listed):
        return Field.CARER
    return None if agree(known.birth_date, listed.birth_date) else Field.BIRTH_DATE


def _said(pupil: Pupil, field: Field | None) -> str:
    """Return what is known of a pupil in one field, as it is shown."""
    if field is Field.CARER:
        return ", ".join(carer.name for carer in pupil.carers)
    value = getattr(pupil, field) if field else ""
    return value.isoformat() if isinstance(value, date) else value


def _first_names_fit(known: Pupil, listed: Pupil) -> bool:
    """Say whether two pupils of one number are one: the other part of a name may change."""
    return (
        alike(known.first_name, listed.first_name)
        or same_name(known, listed)
        or comparable(known.first_name + known.last_name) == comparable(listed.last_name + listed.first_name)
    )


def _may_be_one(known: Pupil, listed: Pupil) -> bool:
    """Say whether two of one name may be taken for one unasked: not when all their parents are others."""
    if not (known.carers and listed.carers) or (known.number and known.number == listed.number):
        return True
    if known.birth_date and known.birth_date == listed.birth_date:
        return True
    return any(may_be_one(one.name, other.name) for one in known.carers for other in listed.carers)


class _Letters(NamedTuple):
    """The letters of both parts of a name, a bit for each: comparing these costs next to nothing."""

    first: int
    last: int

    @staticmethod
    def of(pupil: Pupil) -> _Letters:
        """Return the letters of a pupil's name."""
        return _Letters(*map(_letters, (pupil.first_name, pupil.last_name)))

    def fit(self, other: _Letters) -> bool:
        """Return whether both parts may be alike: a slip is two letters, a short form has no other ones."""
        return all(
            (one ^ two).bit_count() <= 4 or one & two in {one, two}
            for one, two in zip(self, other, strict=True)
        )


def _letters(text: str) -> int:
    found = 0
    for letter in comparable(text):
        found |= 1 << ord(letter) % 61
    return found


class _LookAlikes:
    """Pupils by the parts of their names, to find look-alikes without comparing everybody with everybody."""

    def __init__(self, pupils: Iterable[Pupil]) -> None:
        self._shelves: defaultdict[str, list[tuple[_Letters, Pupil]]] = defaultdict(list)
        for pupil in pupils:
            letters = _Letters.of(pupil)
            for shelf in self._places(pupil):
                self._shelves[shelf].append((letters, pupil))

    def of(self, pupil: Pupil) -> Iterator[Pupil]:
        """Yield those with one part of the name the same and the other alike, or the parts swapped."""
        seen: set[str] = set()
        ours, places = _Letters.of(pupil), self._places(pupil)
        for shelf in places:
            on_it = self._shelves.get(shelf, ())
            for theirs, other in on_it if len(on_it) <= MOST_NAMESAKES else ():
                # on the last shelf the parts may be swapped
                fit = shelf == places[-1] or ours.fit(theirs)
                if fit and other.id not in seen and self._alike(pupil, other):
                    seen.add(other.id)
                    yield other

    @staticmethod
    def _places(pupil: Pupil) -> tuple[str, ...]:
        """Return the shelves of a pupil, always in this order: people are asked about in it."""
        first, last = comparable(pupil.first_name), comparable(pupil.last_name)
        called = comparable(pupil.first_name.partition(" ")[0])
        parts = {f"first {first}": first, f"first {called}": called, f"last {last}": last}
        return (*(shelf for shelf, part in parts.items() if part), " ".join(sorted((first, last))))

    @staticmethod
    def _alike(one: Pupil, other: Pupil) -> bool:
        return (
            same_name(one, other)
            or (alike(one.first_name, other.first_name) and alike(one.last_name, other.last_name))
            or comparable(one.first_name + one.last_name) == comparable(other.last_name + other.first_name)
            or short_for(one, other)
            or short_for(other, one)
            or (not (one.last_name and other.last_name) and _called_alike(one, other))
        )


def _called_alike(one: Pupil, other: Pupil) -> bool:
    """Say whether the first of two first names is the other one: "Bas" and "Bas Jan"."""
    first, second = sorted((one.first_name, other.first_name), key=len)
    return comparable(first) == comparable(second.partition(" ")[0])
