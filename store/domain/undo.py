"""Named changes with before and after of the record they touched: what undo and redo go over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from store.domain.board import AgendaPoint, Agreement
from store.domain.kinds.parents_form import ParentsForm
from store.domain.people import Presence, Pupil
from store.domain.plan import ContactMoment, InformationMoment
from store.domain.talk import Arrangements, Slot, Talk, TalkState
from store.domain.timetable.talk_format import Format, format_of, with_format
from store.domain.year.sequel import Sequel

KEPT = 50
"""How many steps back a day remembers."""


class StepName(StrEnum):
    """What a step did; the screen says it in words when it is undone."""

    POINT_ADDED = "point_added"
    POINT_CHANGED = "point_changed"
    POINT_MOVED = "point_moved"
    POINT_REMOVED = "point_removed"
    POINT_OUTLOOK = "point_outlook"
    NOTE_ADDED = "note_added"
    AGREEMENT_ADDED = "agreement_added"
    AGREEMENT_CHANGED = "agreement_changed"
    AGREEMENT_REMOVED = "agreement_removed"
    MOMENT_ADDED = "moment_added"
    MOMENT_CHANGED = "moment_changed"
    MOMENT_REMOVED = "moment_removed"
    INFORMATION_ANSWERED = "information_answered"
    ARRANGED = "arranged"
    FORM_TAKEN = "form_taken"
    PRESENCE_CHANGED = "presence_changed"
    NOT_COME = "not_come"
    CANCELLED = "cancelled"
    MOVED = "moved"
    LENGTH = "length"
    SWAPPED = "swapped"
    FAMILY = "family"
    FOLLOWED_UP = "followed_up"
    TALK_ADDED = "talk_added"
    JOINED = "joined"
    TAKEN_APART = "taken_apart"
    FORMAT = "format"
    SENT = "sent"
    """Points that a family sent beforehand, put on its agenda from the day."""

    REOPENED = "reopened"
    """A finished, missed or cancelled talk was opened again: kept as it was, should it not be meant."""

    DONE = "done"
    PUT_OFF = "put_off"
    DROPPED = "dropped"


class Scope(StrEnum):
    """How far undo and redo reach: what was written at a table, the state of talks, or the year.

    That a talk was opened again stands by itself: only while nothing was done in it is it taken back.
    """

    TABLE = "table"
    STATE = "state"
    YEAR = "year"
    OPENED = "opened"


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the keys for the state of a talk change: they never touch what was written down."""

    state: TalkState
    slot: Slot
    followed_up: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Children:
    """Whom a talk is about, and what was said of it beforehand: what joining two talks changes."""

    pupil: Pupil
    siblings: tuple[Pupil, ...] = ()
    remark: str = ""


STATE_STEPS = frozenset(
    (
        StepName.NOT_COME,
        StepName.CANCELLED,
        StepName.MOVED,
        StepName.LENGTH,
        StepName.SWAPPED,
        StepName.FAMILY,
        StepName.FOLLOWED_UP,
        StepName.TALK_ADDED,
        StepName.JOINED,
        StepName.TAKEN_APART,
        StepName.FORMAT,
        StepName.SENT,
    )
)
"""What the keys for the state of a talk do, on the day and on the card; not what is written at the table."""

YEAR_STEPS = frozenset((StepName.DONE, StepName.PUT_OFF, StepName.DROPPED))
"""What is noted in the course of the year, without the family; never touched from a table or the day."""

Record = (
    AgendaPoint
    | Agreement
    | ContactMoment
    | InformationMoment
    | Arrangements
    | ParentsForm
    | Presence
    | Status
    | Children
    | Format
    | Sequel
    | Talk
)
Listed = AgendaPoint | Agreement | ContactMoment | ParentsForm | Sequel


class RecordKind(StrEnum):
    """What a touched record is, and so where in a talk it belongs."""

    POINT = "point"
    AGREEMENT = "agreement"
    MOMENT = "moment"
    INFORMATION = "information"
    ARRANGEMENTS = "arrangements"
    PRESENCE = "presence"
    STATUS = "status"
    CHILDREN = "children"
    FORMAT = "format"
    PARENTS_FORM = "parents_form"
    SEQUEL = "sequel"
    TALK = "talk"


RECORD_TYPES: dict[RecordKind, type[Record]] = {
    RecordKind.POINT: AgendaPoint,
    RecordKind.AGREEMENT: Agreement,
    RecordKind.MOMENT: ContactMoment,
    RecordKind.INFORMATION: InformationMoment,
    RecordKind.ARRANGEMENTS: Arrangements,
    RecordKind.PRESENCE: Presence,
    RecordKind.STATUS: Status,
    RecordKind.CHILDREN: Children,
    RecordKind.FORMAT: Format,
    RecordKind.PARENTS_FORM: ParentsForm,
    RecordKind.SEQUEL: Sequel,
    RecordKind.TALK: Talk,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Touch:
    """One record before and after: None before for something new, None after for something removed.

    `at` is the place among its kind where the record stood, or stands.
    """

    kind: RecordKind
    before: Record | None
    after: Record | None
    at: int = 0

    @property
    def turned(self) -> Touch:
        """The same the other way round."""
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """Another talk of the day that a step put at another time along with its own, or made of another kind."""

    talk: str
    before: Slot
    after: Slot
    was: Format | None = None
    now: Format | None = None

    @property
    def turned(self) -> Shift:
        """The same the other way round."""
        return replace(self, before=self.after, after=self.before, was=self.now, now=self.was)

    def stands(self, talk: Talk) -> bool:
        """Return whether the talk is as this left it, and was not begun since."""
        return talk.slot == self.after and self.now in (None, format_of(talk)) and not talk.sittings

    def undone(self, talk: Talk) -> Talk:
        """Return the talk as it was before."""
        return with_format(replace(talk, slot=self.before), self.was)


def shift(was: Talk, now: Talk) -> Shift | None:
    """Return how a talk differs in its time and kind; None where it does not."""
    before, after = format_of(was), format_of(now)
    if was.slot == now.slot and before == after:
        return None
    other = before != after
    return Shift(
        talk=now.id,
        before=was.slot,
        after=now.slot,
        was=before if other else None,
        now=after if other else None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One change to one talk. `line` is the text as typed, which goes back into the line on undo.

    Of another talk it touches only that it came, or went: joined with this one, or taken from it; `shifts`
    are the talks that went along to another time or kind. `elsewhere` is the other day it reaches: a talk
    that changed days has the step on both, on the one it is not on without any touch.
    With `newcomer` the pupil came onto the class list by it, and leaves that by its undo, as the `new_carers`
    do, by id. `undone` says that it was taken back, and can be done again.
    """

    id: str
    name: StepName
    talk: str
    touches: tuple[Touch, ...]
    line: str = ""
    newcomer: bool = False
    new_carers: tuple[str, ...] = ()
    undone: bool = False
    shifts: tuple[Shift, ...] = ()
    elsewhere: date | None = None

    @property
    def is_trace(self) -> bool:
        """Whether the talk, and what the step did to it, are on the other day."""
        return self.elsewhere is not None and not self.touches

    @property
    def is_of_slip(self) -> bool:
        """Whether it is about nothing but what the teacher prepared for herself."""
        records = [each for touch in self.touches for each in (touch.before, touch.after) if each is not None]
        return bool(records) and all(isinstance(each, AgendaPoint) and each.prepared for each in records)

    def trace(self, elsewhere: date) -> Step:
        """Return what stays of this step on a day, when the talk is on another one."""
        return replace(self, touches=(), line="", elsewhere=elsewhere)

    @property
    def scope(self) -> Scope:
        """From where it is taken back."""
        if self.name in YEAR_STEPS:
            return Scope.YEAR
        if self.name is StepName.REOPENED:
            return Scope.OPENED
        return Scope.STATE if self.name in STATE_STEPS else Scope.TABLE

    def fits(self, talk: Talk) -> bool:
        """Return whether the talk still stands where this step left it: not begun since it was added, say.

        What was noted in the course of the year is taken back only from records that nobody changed since.
        """
        if self.scope is Scope.YEAR:
            return all(_standing(talk, touch) == touch.after for touch in self.touches)
        for touch in self.touches:
            if touch.kind is RecordKind.TALK and self.other(touch) is None and _is_grown(talk, touch.after):
                return False
            if touch.kind is RecordKind.FORMAT and touch.after != format_of(talk):
                return False
            if touch.kind is RecordKind.CHILDREN and (talk.sittings or touch.after != _children(talk)):
                return False
            if touch.kind is RecordKind.STATUS and not _is_left(talk, touch):
                return False
            if self.name is StepName.SENT and (talk.sittings or _standing(talk, touch) != touch.after):
                return False
        return True

    def fits_again(self, talk: Talk | None) -> bool:
        """Return whether every record still stands where the undo of this step left it."""
        own = (touch for touch in self.touches if self.other(touch) is None)
        return all(
            _is_left(talk, touch.turned)
            if talk is not None and touch.kind is RecordKind.STATUS
            else _standing(talk, touch) == touch.before
            for touch in own
        )

    @property
    def talks(self) -> frozenset[str]:
        """Every talk that this step is about, by id."""
        others = {other.id for touch in self.touches if (other := self.other(touch)) is not None}
        return frozenset({self.talk, *others, *(shift.talk for shift in self.shifts)})

    def other(self, touch: Touch) -> Talk | None:
        """Return the other talk that came or went with this step; None for a touch of this one."""
        record = touch.after or touch.before
        return record if isinstance(record, Talk) and record.id != self.talk else None

    @property
    def turned(self) -> Step:
        """The step the other way round."""
        return replace(
            self,
            touches=tuple(touch.turned for touch in self.touches),
            shifts=tuple(shift.turned for shift in self.shifts),
        )


def touches(old: Talk | None, new: Talk | None) -> tuple[Touch, ...]:
    """Find what differs between two states of a talk, record by record, without clocks and counters."""
    if old is None or new is None:
        return (Touch(kind=RecordKind.TALK, before=old, after=new),)
    found: list[Touch] = []
    for kind, was, now in (
        (RecordKind.POINT, old.points, new.points),
        (RecordKind.AGREEMENT, old.agreements, new.agreements),
        (RecordKind.MOMENT, old.plan.moments, new.plan.moments),
        (RecordKind.PARENTS_FORM, old.forms, new.forms),
        (RecordKind.SEQUEL, old.sequels, new.sequels),
    ):
        found += _listed(kind, was, now)
    single: tuple[tuple[RecordKind, Record | None, Record | None], ...] = (
        (RecordKind.INFORMATION, old.information, new.information),
        (RecordKind.ARRANGEMENTS, old.arrangements, new.arrangements),
        (RecordKind.PRESENCE, old.presence, new.presence),
        (RecordKind.STATUS, _status(old), _status(new)),
        (RecordKind.CHILDREN, _children(old), _children(new)),
        (RecordKind.FORMAT, format_of(old), format_of(new)),
    )
    found += [Touch(kind=kind, before=was, after=now) for kind, was, now in single if was != now]
    return tuple(found)


def undone(talk: Talk | None, step: Step) -> Talk | None:
    """Return the talk as it was before the step; whatever the step did not touch stays as it is now."""
    # what goes makes room first, so that what comes back stands in its old place
    for touch in sorted(step.touches, key=lambda touch: touch.before is not None):
        if step.other(touch) is None:
            talk = _put_back(talk, touch)
    return talk


def redone(talk: Talk | None, step: Step) -> Talk | None:
    """Return the talk with the step done again; whatever the step did not touch stays as it is now."""
    return undone(talk, step.turned)


def _listed(kind: RecordKind, was: Sequence[Listed], now: Sequence[Listed]) -> list[Touch]:
    """The differences between two lists of records, by id."""
    before = {record.id: record for record in was}
    after = {record.id: record for record in now}
    gone = [
        Touch(kind=kind, before=record, after=None, at=at)
        for at, record in enumerate(was)
        if record.id not in after
    ]
    other = [
        Touch(kind=kind, before=before.get(record.id), after=record, at=at)
        for at, record in enumerate(now)
        if before.get(record.id) != record
    ]
    return gone + other


def _is_grown(talk: Talk, added: Record | None) -> bool:
    """Return whether something was done with a talk since it was added, and is not taken back."""
    if not isinstance(added, Talk):
        return talk.begun
    now, then = (
        (_status(each), each.sittings, each.points, each.agreements, each.forms) for each in (talk, added)
    )
    return now != then


def _is_left(talk: Talk, touch: Touch) -> bool:
    """Return whether the status that a touch gave a talk is as it was left, and it did not begin since."""
    now = _status(talk)
    if talk.sittings:
        return now == touch.after
    return _changed(touch, now, touch.after) == now


def _changed(touch: Touch, now: Status, side: Record | None) -> Status:
    """A status with what this touch changed as it is on one of its sides; the rest stays."""
    before, after = touch.before, touch.after
    if not (isinstance(before, Status) and isinstance(after, Status) and isinstance(side, Status)):
        return now
    return Status(
        state=now.state if before.state is after.state else side.state,
        slot=now.slot if before.slot == after.slot else side.slot,
        followed_up=now.followed_up if before.followed_up is after.followed_up else side.followed_up,
    )


def _status(talk: Talk) -> Status:
    return Status(state=talk.state, slot=talk.slot, followed_up=talk.followed_up)


def _standing(talk: Talk | None, touch: Touch) -> Record | None:
    """The record that a touch is about, as it is in the talk now."""
    if touch.kind is RecordKind.TALK or talk is None:
        return talk
    single: dict[RecordKind, Record | None] = {
        RecordKind.INFORMATION: talk.information,
        RecordKind.ARRANGEMENTS: talk.arrangements,
        RecordKind.PRESENCE: talk.presence,
        RecordKind.STATUS: _status(talk),
        RecordKind.CHILDREN: _children(talk),
        RecordKind.FORMAT: format_of(talk),
    }
    if touch.kind in single:
        return single[touch.kind]
    listed: dict[RecordKind, Sequence[Listed]] = {
        RecordKind.POINT: talk.points,
        RecordKind.AGREEMENT: talk.agreements,
        RecordKind.MOMENT: talk.plan.moments,
        RecordKind.PARENTS_FORM: talk.forms,
        RecordKind.SEQUEL: talk.sequels,
    }
    record = touch.before or touch.after
    return next((each for each in listed[touch.kind] if each.id == record.id), None)  # type: ignore[union-attr]


def _children(talk: Talk) -> Children:
    return Children(pupil=talk.pupil, siblings=talk.siblings, remark=talk.remark)


def _put_back(talk: Talk | None, touch: Touch) -> Talk | None:
    """The talk with one record as it was."""
    before = touch.before
    if touch.kind is RecordKind.TALK or talk is None:
        return before if isinstance(before, Talk) else None
    if touch.kind in _LISTS:
        return _with_list(talk, touch)
    match before:
        case InformationMoment() | None:
            return replace(talk, information=before)
        case Arrangements():
            return replace(talk, arrangements=before)
        case Presence():
            return replace(talk, presence=before)
        case Children():
            return replace(talk, pupil=before.pupil, siblings=before.siblings, remark=before.remark)
        case Format():
            return with_format(talk, before)
        case Status():
            status = _changed(touch, _status(talk), before)
            return replace(talk, state=status.state, slot=status.slot, followed_up=status.followed_up)
    return talk


_LISTS = frozenset(
    (
        RecordKind.POINT,
        RecordKind.AGREEMENT,
        RecordKind.MOMENT,
        RecordKind.PARENTS_FORM,
        RecordKind.SEQUEL,
    )
)
"""What a talk has a list of."""


def _with_list(talk: Talk, touch: Touch) -> Talk:
    """The talk with one record of a list as it was."""
    match touch.kind:
        case RecordKind.POINT:
            return replace(talk, points=_relisted(talk.points, touch))
        case RecordKind.AGREEMENT:
            return replace(talk, agreements=_relisted(talk.agreements, touch))
        case RecordKind.MOMENT:
            return replace(talk, plan=replace(talk.plan, moments=_relisted(talk.plan.moments, touch)))
        case RecordKind.PARENTS_FORM:
            return replace(talk, forms=_relisted(talk.forms, touch))
    return replace(talk, sequels=_relisted(talk.sequels, touch))


def _relisted(now: tuple[Any, ...], touch: Touch) -> tuple[Any, ...]:
    """The list with the touched record as it was, at its own place."""
    before, after = touch.before, touch.after
    if before is None:
        return tuple(record for record in now if record.id != after.id)  # type: ignore[union-attr]
    if after is None:
        return (*now[: touch.at], before, *now[touch.at :])
    return tuple(before if record.id == after.id else record for record in now)  # type: ignore[union-attr]
