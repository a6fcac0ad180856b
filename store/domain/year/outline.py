"""A talk in outline: as much of it as tells what is due, and how full each week is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from store.domain.people import Named
from store.domain.plan import Initiative, WhenDays
from store.domain.talk import Slot, TalkState
from store.domain.timer import Sitting
from store.domain.year.sequel import Followed, Sequel


class Dated(Protocol):
    """Something of a talk that may have days: a contact moment, an agreement."""

    @property
    def id(self) -> str: ...
    @property
    def when(self) -> WhenDays | None: ...


class Promised(Dated, Protocol):
    """An agreement, and on which side somebody sees to it."""

    @property
    def side(self) -> Initiative | None: ...


class Planned(Protocol):
    """What a plan is made of."""

    @property
    def moments(self) -> Sequence[Dated]: ...


class Child(Protocol):
    """A pupil, with the carers that a talk is with."""

    @property
    def id(self) -> str: ...
    @property
    def carers(self) -> Sequence[Named]: ...


class Outlined(Protocol):
    """What the rules of the year read of a talk: a whole one has it, and so has its outline."""

    @property
    def id(self) -> str: ...
    @property
    def slot(self) -> Slot: ...
    @property
    def teacher(self) -> str: ...
    @property
    def deck(self) -> str: ...
    @property
    def state(self) -> TalkState: ...
    @property
    def pupils(self) -> Sequence[Child]: ...
    @property
    def audience(self) -> Sequence[Named]: ...
    @property
    def sittings(self) -> Sequence[Sitting]: ...
    @property
    def agreements(self) -> Sequence[Promised]: ...
    @property
    def made_with(self) -> object: ...
    @property
    def plan(self) -> Planned: ...
    @property
    def followed_up(self) -> bool: ...
    @property
    def sequels(self) -> Sequence[Sequel]: ...
    @property
    def follows(self) -> Followed | None: ...
    @property
    def again(self) -> str: ...
    @property
    def revision(self) -> int: ...


def held_as(talk: Outlined) -> Followed | None:
    """Return the contact moment that was held as this talk; None where it was none, or is not done."""
    return talk.follows if talk.state is TalkState.FINISHED else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CarerOutline:
    """A carer, to know whether two talks are with the same."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PupilOutline:
    """A pupil, by id."""

    id: str
    carers: tuple[CarerOutline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MomentOutline:
    """A contact moment, and when it is."""

    id: str
    when: WhenDays | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementOutline:
    """An agreement: whose it is, and by when."""

    id: str
    side: Initiative | None = None
    when: WhenDays | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanOutline:
    """The contact moments of a plan."""

    moments: tuple[MomentOutline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A talk of which nothing was read but what the year asks: each field is where a whole talk has it.

    What it leaves out is not made again of it: to show or to change a talk, the whole one is read.
    """

    id: str
    slot: Slot
    pupil: PupilOutline
    siblings: tuple[PupilOutline, ...] = ()
    teacher: str = ""
    deck: str = ""
    state: TalkState = TalkState.PLANNED
    sittings: tuple[Sitting, ...] = ()
    agreements: tuple[AgreementOutline, ...] = ()
    made_with: object = None
    plan: PlanOutline = PlanOutline()
    followed_up: bool = False
    sequels: tuple[Sequel, ...] = ()
    follows: Followed | None = None
    again: str = ""
    revision: int = 0

    @property
    def pupils(self) -> tuple[PupilOutline, ...]:
        """Every child the talk is about, the first one first."""
        return (self.pupil, *self.siblings)

    @property
    def audience(self) -> tuple[CarerOutline, ...]:
        """The carers the talk is with."""
        return self.pupil.carers
