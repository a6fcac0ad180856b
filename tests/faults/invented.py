"""Invented talks of the size they have in a real afternoon, and an endless, repeatable row of changes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil, Voice
from store.domain.plan import Channel, ContactMoment
from store.domain.talk import Slot, Talk
from store.domain.undo import StepName

DAY = date(2026, 8, 25)
MODES = ("insert", "update", "mixed")
TEXT = (
    "lezen rekenen buiten spelen Zoë vriendjes slaapt goed oma haalt op zwemles tekenen rustig "
    "samen thuis taal Yıldız trots nieuwsgierig blokken fiets muziek gym voorlezen"
)
WORDS = TEXT.split()


def a_talk(chance: random.Random, name: str, at: int, day: date = DAY) -> Talk:
    """A finished-looking talk: nine points, most with a note, two agreements and a contact moment."""
    start = datetime(day.year, day.month, day.day, 8) + timedelta(minutes=5 * at)
    carers = tuple(Carer(id=f"{name}-c{n}", name=_text(chance, 2), phone="06-12345678") for n in (1, 2))
    return Talk(
        id=name,
        slot=Slot(start=start),
        pupil=Pupil(id=f"{name}-p", first_name=_text(chance, 1), last_name=_text(chance, 1), carers=carers),
        points=tuple(_point(chance, f"{name}-{n}") for n in range(9)),
        agreements=tuple(Agreement(id=f"{name}-a{n}", text=_text(chance, 8)) for n in (1, 2)),
    ).plan_moments(ContactMoment(id=f"{name}-m", text=_text(chance, 6), channel=Channel.PHONE))


def a_day(talks: int, day: date = DAY, seed: int = 0) -> SchoolDay:
    """A day with so many talks."""
    chance = random.Random(seed)
    return SchoolDay(
        date=day, talks=tuple(a_talk(chance, f"{day}-{at}", at, day) for at in range(talks)), revision=1
    )


def changes(base: SchoolDay, mode: str, seed: int) -> Iterator[SchoolDay]:
    """The days that follow from `base`, one change at a time; the same ones for the same seed.

    `insert` adds talks and points; `update` makes lines longer and shorter and takes things away;
    `mixed` does both.
    """
    chance = random.Random(seed)
    day = base
    for number in count(1):
        adding = mode == "insert" or (mode == "mixed" and chance.random() < 0.4)
        day = (_add if adding else _alter)(day, chance, f"{seed}-{number}")
        yield day


def _add(day: SchoolDay, chance: random.Random, name: str) -> SchoolDay:
    if chance.random() < 0.3:
        return _step(day, a_talk(chance, name, chance.randrange(100)), StepName.TALK_ADDED, name)
    talk = chance.choice(day.talks)
    return _step(day, talk.raise_point(_point(chance, name)), StepName.POINT_ADDED, name)


def _alter(day: SchoolDay, chance: random.Random, name: str) -> SchoolDay:
    talk = chance.choice(day.talks)
    if not talk.points:
        return _step(day, talk.raise_point(_point(chance, name)), StepName.POINT_ADDED, name)
    point = chance.choice(talk.points)
    pick = chance.random()
    if pick < 0.25:
        return _step(day, talk.drop_point(point.id), StepName.POINT_REMOVED, name)
    if pick < 0.6:
        shorter = replace(point, text=_text(chance, 1), notes=())
        return _step(day, talk.change_point(shorter), StepName.POINT_CHANGED, name)
    longer = replace(point, text=_text(chance, 40))
    return _step(day, talk.change_point(longer), StepName.POINT_CHANGED, name)


def _step(day: SchoolDay, talk: Talk, what: StepName, name: str) -> SchoolDay:
    return day.put(replace(talk, lines=talk.lines + 1), day.step(f"s{name}", what, talk))


def _point(chance: random.Random, name: str) -> AgendaPoint:
    notes = (Note(id=f"{name}-n", text=_text(chance, 8)),) if chance.random() < 0.7 else ()
    return AgendaPoint(id=name, voice=chance.choice(list(Voice)), text=_text(chance, 6), notes=notes)


def _text(chance: random.Random, words: int) -> str:
    return " ".join(chance.choice(WORDS) for _ in range(words))
