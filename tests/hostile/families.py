"""Talks, days and schools in which everything that can hold text holds hostile text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from store.domain.board import AgendaPoint, Agreement, Note, Outlook
from store.domain.day import SchoolDay
from store.domain.overview.topics import InformationDecision
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.plan import Channel, ContactMoment, InformationMoment, When, WhenKind
from store.domain.school import School
from store.domain.school_year import Holiday, Occasion, Reception, SchoolYear
from store.domain.talk import Arrangements, Slot, Talk, TalkState
from store.domain.undo import StepName

DAY = date(2026, 8, 25)
WHEN = When(kind=WhenKind.DATE, date=date(2026, 11, 12))


def family(text: str, number: int) -> Talk:
    """A talk with this text in every field, the people's names and ids in the files' names apart."""
    pupil = Pupil(
        id=f"p{number}",
        first_name=text,
        infix=text,
        last_name=text,
        number=text,
        group=text,
        home_language=text,
        carers=(Carer(id=f"c{number}", name=text, email=text, phone=text),),
    )
    return Talk(
        id=f"t{number}",
        slot=Slot(start=datetime(2026, 8, 25, 8) + timedelta(minutes=number)),
        pupil=pupil,
        teacher=text,
        remark=text,
        state=TalkState.SET_ASIDE,
        presence=Presence(carers=(f"c{number}",), others=(text,)),
        points=(
            AgendaPoint(
                id="a", voice=Voice.PUPIL, text=text, outlook=Outlook.LATER, notes=(Note(id="n", text=text),)
            ),
            AgendaPoint(id="b", voice=Voice.CARER, text=text),
        ),
        agreements=(Agreement(id="g", text=text),),
        information=InformationMoment(topic=text, when=text),
        arrangements=Arrangements(
            first_contact=f"c{number}", buddy=text, details=text, pupil_file=text, reception=text
        ),
        lines=3,
        revision=1,
    ).plan_moments(
        ContactMoment(
            id=f"m{number}",
            text=text,
            channel=Channel.PHONE,
            when=WHEN,
            when_text=text,
            present=("parents", "teacher"),
            who=(text,),
            purpose=text,
        ),
        ContactMoment(id=f"o{number}", text=text, when_text=text),
    )


def day_of(texts: Sequence[str]) -> SchoolDay:
    """A day with a family for each text, and steps back from what was done in each of their talks."""
    day = SchoolDay(date=DAY)
    for number, text in enumerate(texts):
        talk = family(text, number)
        day = day.put(replace(talk, points=()))
        day = day.put(talk, day.step(f"s{number}", StepName.POINT_ADDED, talk, text))
    return day


def school_of(texts: Sequence[str]) -> School:
    """The class list with all of them, and a year whose days are called after them."""
    year = SchoolYear(
        start=date(2026, 8, 24),
        end=date(2027, 7, 16),
        holidays=tuple(Holiday(name=text, first=DAY, last=DAY) for text in texts),
        occasions=tuple(Occasion(name=text, first=DAY, last=DAY) for text in texts),
        receptions=tuple(Reception(day=DAY, group=text) for text in texts),
    )
    pupils = tuple(family(text, number).pupil for number, text in enumerate(texts))
    decisions = tuple(
        InformationDecision(id=f"d{number}", wordings=(text,), text=text, group=text, day=DAY)
        for number, text in enumerate(texts)
    )
    return School(pupils=pupils, teacher=texts[0], year=year, decisions=decisions, revision=1)
