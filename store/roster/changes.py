"""Name what a merge changes: people and talks as they were and as they become, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.talk import Talk
from store.roster.header_words import Field


class Detail(NamedTuple):
    """One thing of a pupil that becomes another; `was` is empty where nothing was known."""

    field: Field
    was: str
    now: str


class PupilChange(NamedTuple):
    """A pupil as the class list has it and as it will; `before` is None for somebody new."""

    before: Pupil | None
    after: Pupil

    @property
    def details(self) -> tuple[Detail, ...]:
        """What becomes otherwise, parents included; nothing of somebody new."""
        return tuple(_details(self.before, self.after)) if self.before else ()


class TalkChange(NamedTuple):
    """A talk as it is planned and as it will be; `before` is None for a new one."""

    before: Talk | None
    after: Talk

    @property
    def moved(self) -> bool:
        """Whether it comes to another time or another day."""
        return self.before is not None and self.before.slot.start != self.after.slot.start

    @property
    def rewritten(self) -> bool:
        """Whether its length, teacher, remark or kind becomes otherwise, or with whom it is."""
        before, after = self.before, self.after
        return before is not None and (
            (before.slot.minutes, before.remark, before.teacher, before.deck)
            != (after.slot.minutes, after.remark, after.teacher, after.deck)
            or self.with_others
        )

    @property
    def with_others(self) -> bool:
        """Whether it becomes a talk with other carers."""
        return self.before is not None and {carer.id for carer in self.before.audience} != {
            carer.id for carer in self.after.audience
        }


class Changes(NamedTuple):
    """What a merge changes, pupils in the order of the class list and talks by time."""

    pupils: tuple[PupilChange, ...] = ()
    talks: tuple[TalkChange, ...] = ()

    @property
    def planned(self) -> tuple[TalkChange, ...]:
        """The talks that come new, or get another time or length."""
        return tuple(
            each for each in self.talks if each.before is None or each.before.slot != each.after.slot
        )


def changes(
    school: School, days: Mapping[date, SchoolDay], after: School, writes: tuple[SchoolDay, ...]
) -> Changes:
    """Compare a school and its days with what they become once `after` and `writes` are stored."""
    known = {pupil.id: pupil for pupil in school.pupils}
    pupils = (PupilChange(known.get(pupil.id), pupil) for pupil in after.pupils)
    stored = {talk.id: talk for day in days.values() for talk in day.talks}
    becomes = {day.date: day for day in writes}
    talks = [TalkChange(stored.get(talk.id), talk) for day in becomes.values() for talk in day.talks]
    return Changes(
        pupils=tuple(each for each in pupils if each.before != each.after),
        talks=tuple(
            sorted(
                (each for each in talks if each.before != each.after), key=lambda each: each.after.slot.start
            )
        ),
    )


def _details(before: Pupil, after: Pupil) -> Iterator[Detail]:
    pairs = [
        (Field.NAME, before.full_name, after.full_name),
        (Field.NUMBER, before.number, after.number),
        (Field.GROUP, before.group, after.group),
        (Field.BIRTH_DATE, _iso(before.birth_date), _iso(after.birth_date)),
        (Field.SINCE, _iso(before.since), _iso(after.since)),
        (Field.HOME_LANGUAGE, before.home_language, after.home_language),
        (Field.INTERPRETER, _sign(before.interpreter), _sign(after.interpreter)),
    ]
    known = {carer.id: carer for carer in before.carers}
    for carer in after.carers:
        was = known.get(carer.id)
        pairs.append((Field.CARER, was.name if was else "", carer.name))
        if was is not None:
            pairs += [(Field.PHONE, was.phone, carer.phone), (Field.EMAIL, was.email, carer.email)]
    yield from (Detail(field, old, new) for field, old, new in pairs if old != new)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _sign(said: bool) -> str:
    return "✓" if said else "-"
