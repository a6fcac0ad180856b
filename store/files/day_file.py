"""A school day in its file: tables `day`, `talks` and `steps`; among the steps those that were taken back."""

from __future__ import annotations

from datetime import date
from typing import Any, Generic, TypeVar

import msgspec

from store.domain.day import SchoolDay
from store.domain.plan import ContactMoment
from store.domain.talk import Talk
from store.domain.undo import RecordKind, Scope, StepName
from store.files import codec
from store.files.envelope import AGAIN, BESIDE, CHOICE, FORMAT, FORMATS, MOTION, SEQUELS, SIBLINGS, Sealer
from store.files.paths import Spot
from store.files.storage import FileStorage, read_payload
from store.files.tables import Documents, TableFile
from store.files.unknown_keys import keep_unknown

DAY, TALKS, STEPS = "day", "talks", "steps"


class _Head(msgspec.Struct, kw_only=True):
    date: date
    ready: tuple[str, ...] = ()
    revision: int


class _Mark(msgspec.Struct):
    id: str
    revision: int = 0


_OF_MOTION = frozenset((StepName.LENGTH, StepName.SWAPPED, StepName.FAMILY))
"""Steps that a program of before has no name for."""


_OF_FORMATS = frozenset((StepName.FORMAT, StepName.FORM_TAKEN, StepName.SENT))
"""Those that came with the kinds of talk."""


T = TypeVar("T")


class _Talks(msgspec.Struct, Generic[T]):
    """Only the talks of a file, read without looking at anything else in it."""

    talks: dict[str, T] = {}


def talks_in(spot: Spot, sealer: Sealer, kind: type[T]) -> tuple[T, ...]:
    """Read only the talks of a day, none when there is no file; many times quicker than the whole day.

    Of `kind` Outline only what the year asks of each is looked at.

    Raises:
        DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        Misfit: the talks are not what they should be, or can only be read with the rest.
    """
    payload = read_payload(spot, sealer)
    if payload is None:
        return ()
    table: Any = _Talks[kind]  # type: ignore[valid-type]
    try:
        return tuple(msgspec.json.decode(payload, type=table).talks.values())
    except msgspec.DecodeError:
        raise codec.Misfit("$") from None


def _format(day: SchoolDay) -> int:
    """Return what a program must know to read this day, and the steps that may bring something back."""
    steps = (*day.steps, *day.undone)
    planned = [moment for talk in day.talks for moment in talk.plan.moments]
    touched = [each for step in steps for touch in step.touches for each in (touch.before, touch.after)]
    moments = [each for each in (*planned, *touched) if isinstance(each, ContactMoment)]
    if any(step.scope is Scope.OPENED for step in steps):
        return AGAIN
    if any(moment.or_else for moment in moments):
        return CHOICE
    if any(talk.deck or talk.forms for talk in day.talks) or any(step.name in _OF_FORMATS for step in steps):
        return FORMATS
    if any(step.shifts or step.elsewhere or step.name in _OF_MOTION for step in steps):
        return MOTION
    if any(moment.beside for moment in moments):
        return BESIDE
    if any(talk.sequels or talk.follows for talk in day.talks) or any(
        step.scope is Scope.YEAR for step in steps
    ):
        return SEQUELS
    kinds = (touch.kind for step in steps for touch in step.touches)
    if any(talk.siblings for talk in day.talks) or RecordKind.CHILDREN in kinds:
        return SIBLINGS
    return FORMAT


class DayFile(TableFile):
    """Reads and keeps one day."""

    def __init__(self, storage: FileStorage) -> None:
        super().__init__(storage)
        self._talks = Documents()
        self._steps = Documents()

    def read(self) -> SchoolDay | None:
        """Return the day; None when there is no file.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: see there.
        """
        with self.checked():
            heads = self.documents(DAY)
            talks, steps = self.documents(TALKS), self.documents(STEPS)
            if not self.storage.checksum:
                return None
            head = codec.record(heads, tuple[_Head], DAY)[0]
            found = [codec.step(each, f"{STEPS}[{at}]") for at, each in enumerate(steps)]
            return SchoolDay(
                date=head.date,
                talks=tuple(codec.record(each, Talk, f"{TALKS}[{at}]") for at, each in enumerate(talks)),
                steps=tuple(step for step in found if not step.undone),
                undone=tuple(step for step in found if step.undone),
                ready=head.ready,
                revision=head.revision,
            )

    def revisions(self) -> dict[str, int]:
        """Return the revision of each talk, by id; quicker than reading the day."""
        with self.checked():
            marks = codec.record(self.documents(TALKS), list[_Mark], TALKS)
        return {mark.id: mark.revision for mark in marks}

    def save(self, day: SchoolDay) -> None:
        """Keep the day: durable when this returns.

        Raises:
            NotSaved: the disk did not take it.
            DamagedFile, NewerFormat, OtherSeal, NotRead: there is a file that must not be written over.
        """
        self.storage.format = _format(day)
        with self.checked():
            heads = self.documents(DAY) or [{}]
            head = codec.document(_Head(date=day.date, ready=day.ready, revision=day.revision))
            self.fill(DAY, [keep_unknown(head, heads[0])])
            self.fill(TALKS, self._talks.of(day.talks, lambda: self.documents(TALKS)))
            # in one table: an older program that empties the steps of a day takes away those taken back too
            steps = (*day.steps, *day.undone)
            self.fill(STEPS, self._steps.of(steps, lambda: self.documents(STEPS)))
