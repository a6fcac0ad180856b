"""The people of a talk: the pupil, and the carers who raise the pupil."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Protocol

from store.domain.role_words import without_role
from store.domain.text import caseless, fold


class Voice(StrEnum):
    """The three voices of the reverse agenda, in the order of the board's columns."""

    PUPIL = "pupil"
    CARER = "carer"
    TEACHER = "teacher"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who brings a point: one of the voices; of the children of a talk with more than one, which child."""

    voice: Voice
    pupil_id: str = ""


LONGEST_NAME = 80
"""Letters; nobody is called longer, and a longer text was pasted in the wrong place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carer:
    """A parent or guardian. Two carers may share a phone number or address and still be two people.

    `addressed` is how this carer wants to be called in a letter; empty is by the whole name.
    """

    id: str
    name: str
    email: str = ""
    phone: str = ""
    addressed: str = ""

    @property
    def nameless(self) -> bool:
        """Whether a number or an address stands where a name would be."""
        return "@" in self.name or not any(map(str.isalpha, self.name))


class Named(Protocol):
    """Somebody with an id and a name."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...


def same_carers(one: Collection[Named], other: Collection[Named]) -> bool:
    """Return whether these are the same people: by id, or by name, as each class list has them for itself."""
    if {carer.id for carer in one} == {carer.id for carer in other}:
        return True
    names, others = ({caseless(without_role(carer.name)) for carer in each} for each in (one, other))
    return names == others


OWN_SHEET, OF_AGE = 16, 18
"""From which age a sheet is first for the pupil, and the pupil says whether the parents have one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pupil:
    """A pupil with the carers that somebody may know of in this place.

    In the class list these are all carers; in a talk only those the talk is with, so that what one
    parent brings can never reach the other through a shared record. `since` is from when the pupil is at
    this school, as its own lists tell; `seen` when the pupil first came onto the class list here.
    """

    id: str
    first_name: str
    infix: str = ""
    last_name: str = ""
    number: str = ""
    group: str = ""
    birth_date: date | None = None
    since: date | None = None
    seen: date | None = None
    home_language: str = ""
    interpreter: bool = False
    carers: tuple[Carer, ...] = ()

    @property
    def full_name(self) -> str:
        """First name, infix and last name as they are said aloud; "al-" and "d'" hold on to the last name."""
        infix = f"{self.infix} " if self.infix and not self.infix.endswith(("-", "'", "’")) else self.infix
        return " ".join(part for part in (self.first_name, infix + self.last_name) if part).rstrip()

    @property
    def everyday_name(self) -> str:
        """What the pupil is called at the table: the first name, where one is known."""
        return self.first_name or self.full_name

    def is_aged(self, years: int, on: date) -> bool:
        """Return whether the pupil has this age on a day; not where nobody knows the date of birth."""
        born = self.birth_date
        return (
            born is not None and on.year - born.year - ((on.month, on.day) < (born.month, born.day)) >= years
        )

    def as_known_to(self, carer_ids: Iterable[str]) -> Pupil:
        """Return the same pupil with only these carers, in the order of the class list."""
        known = set(carer_ids)
        return replace(self, carers=tuple(carer for carer in self.carers if carer.id in known))


def called(letters: str, pupils: Iterable[Pupil]) -> tuple[Pupil, ...]:
    """Return the pupils whose name begins with these letters; of those only who is just called so, if any."""
    wanted = fold(letters)
    found = tuple(pupil for pupil in pupils if wanted and fold(pupil.full_name).startswith(wanted))
    return tuple(pupil for pupil in found if fold(pupil.first_name) == wanted) or found


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Who sits at the table: the pupil, carers by id, an interpreter, and others by the name they gave.

    The interpreter's name is empty as long as nobody gave it. Of a talk about more than one child `pupil`
    is the first of them, and `siblings` are the others by id.
    """

    pupil: bool = True
    carers: tuple[str, ...] = ()
    interpreter: bool = False
    others: tuple[str, ...] = ()
    siblings: tuple[str, ...] = ()
    interpreter_name: str = ""

    def toggle_pupil(self) -> Presence:
        """Let the pupil come in, or leave."""
        return replace(self, pupil=not self.pupil)

    def toggle_sibling(self, pupil_id: str) -> Presence:
        """Let this sibling of the pupil come in, or leave."""
        if pupil_id in self.siblings:
            return replace(self, siblings=tuple(each for each in self.siblings if each != pupil_id))
        return replace(self, siblings=(*self.siblings, pupil_id))

    def toggle_carer(self, carer_id: str) -> Presence:
        """Let this carer come in, or leave."""
        if carer_id in self.carers:
            return replace(self, carers=tuple(each for each in self.carers if each != carer_id))
        return replace(self, carers=(*self.carers, carer_id))

    def interpreted(self, name: str = "") -> Presence:
        """Let an interpreter come in, by name if wanted; a pupil never interprets for the parents."""
        return replace(self, interpreter=True, interpreter_name=name)

    def not_interpreted(self) -> Presence:
        """Let the interpreter leave."""
        return replace(self, interpreter=False, interpreter_name="")

    def welcome(self, name: str) -> Presence:
        """Add somebody else who came along: a grandmother, an adult brother, a friend."""
        return self if name in self.others else replace(self, others=(*self.others, name))

    def see_off(self, name: str) -> Presence:
        """Take somebody who came along out again."""
        return replace(self, others=tuple(each for each in self.others if each != name))


NOBODY = Presence(pupil=False)
"""At the table of a talk of which nobody knows (any more) who was there: no table is really empty."""
