"""Families to write about: the invented ones of the field notes, with plans as they were read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from store.domain.board import AgendaPoint, Agreement, Note, Outlook
from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.plan import (
    Channel,
    CommunicationPlan,
    ContactMoment,
    InformationMoment,
    Initiative,
    When,
    WhenKind,
)
from store.domain.school import School
from store.domain.school_year import Holiday, SchoolYear
from store.domain.talk import Arrangements, Slot, Talk, TalkState

DAY = date(2026, 8, 25)
YEAR = SchoolYear(
    start=date(2026, 8, 24),
    end=date(2027, 7, 16),
    holidays=(Holiday(name="herfstvakantie", first=date(2026, 10, 17), last=date(2026, 10, 25)),),
)
SCHOOL = School(teacher="juf Els", year=YEAR)

WEEK_AFTER_REPORT = When(kind=WhenKind.RANGE, start=date(2027, 2, 1), end=date(2027, 2, 5))
EARLY_JUNE = When(kind=WhenKind.RANGE, start=date(2027, 6, 1), end=date(2027, 6, 10))

ANJA = Carer(id="anja", name="Anja de Groot", phone="06-00001004", email="anja@example.org")
PETER = Carer(id="peter", name="Peter de Groot", phone="06-00001005")
RANIA = Carer(id="rania", name="Rania al-Khatib", phone="06-00001014")
SAMIR = Carer(id="samir", name="Samir al-Khatib", phone="06-00001099")


def phone_call(moment_id: str = "m1") -> ContactMoment:
    """The teacher phones the parents in the week after report 1."""
    return ContactMoment(
        id=moment_id,
        text="bellen week na rapport 1 met ouders: nog bijzonderheden?",
        channel=Channel.PHONE,
        when=WEEK_AFTER_REPORT,
        when_text="week na rapport 1",
        present=("parents", "teacher"),
        who=("ouders",),
        initiative=Initiative.TEACHER,
        purpose="nog bijzonderheden?",
    )


def evaluation() -> ContactMoment:
    """Early June at school with the child."""
    return ContactMoment(
        id="m2",
        text="evaluatie op school begin juni, kind erbij: doelen gehaald?",
        channel=Channel.VISIT,
        when=EARLY_JUNE,
        when_text="begin juni",
        present=("pupil", "parents", "teacher"),
        purpose="doelen gehaald?",
    )


def talk_of(pupil: Pupil, at: str = "13:40", **fields: object) -> Talk:
    """A planned talk on the day, with these fields instead of empty ones."""
    hour, minute = (int(part) for part in at.split(":"))
    start = datetime(2026, 8, 25, hour, minute)
    talk = Talk(id=f"talk-{pupil.id}-{at}", slot=Slot(start=start), pupil=pupil, teacher="juf Els")
    return replace(talk, **fields)  # type: ignore[arg-type]


def marinka() -> Talk:
    """A finished talk with everything in it."""
    pupil = Pupil(
        id="marinka",
        first_name="Marinka",
        infix="de",
        last_name="Groot",
        group="3",
        carers=(ANJA, PETER),
    )
    here = Presence(pupil=True, carers=("anja", "peter"), interpreter=True, others=("oma Riet",))
    talk = talk_of(
        pupil,
        remark="komt met oma",
        points=(
            AgendaPoint(id="p1", voice=Voice.PUPIL, text="naast Lotte zitten", outlook=Outlook.LATER),
            AgendaPoint(
                id="p2",
                voice=Voice.PUPIL,
                text="tekenen",
                notes=(Note(id="n1", text="elke dag strips"), Note(id="n2", text="ook thuis")),
            ),
            AgendaPoint(id="p3", voice=Voice.CARER, text="slaapt slecht sinds de verhuizing"),
            AgendaPoint(id="p4", voice=Voice.TEACHER, text="lezen thuis", outlook=Outlook.NO_LONGER),
        ),
        agreements=(Agreement(id="a1", text="na de herfst een ander tafelgroepje"),),
        plan=CommunicationPlan(moments=(phone_call(), evaluation())),
        information=InformationMoment(topic="Lezen", when="november"),
        arrangements=Arrangements(
            first_contact="anja",
            details_right=True,
            details="nieuw nummer 06-00009999",
            buddy="wil helpen met Turks",
            pupil_file="willen het inzien",
            reception="wo 16 sep 16:00",
        ),
    )
    now = datetime(2026, 8, 25, 11, 40, tzinfo=UTC)
    return talk.begin(now, here).finish(now + timedelta(minutes=18))


def yousef(carer: Carer, at: str = "15:40", **fields: object) -> Talk:
    """One of the two talks about Yousef, whose parents come apart."""
    pupil = Pupil(
        id="yousef", first_name="Yousef", infix="al-", last_name="Khatib", group="3", carers=(carer,)
    )
    return talk_of(pupil, at, **fields)


def liv(**fields: object) -> Talk:
    """A talk with a family of which one carer has a number."""
    mark = Carer(id="mark", name="Mark Bosman", phone="06-00001000")
    eline = Carer(id="eline", name="Eline Bosman-Kuipers")
    pupil = Pupil(id="liv", first_name="Liv", last_name="Bosman", group="3", carers=(mark, eline))
    return talk_of(pupil, "13:00", **fields)


def school_day(*talks: Talk) -> SchoolDay:
    """The day with these talks."""
    return SchoolDay(date=DAY, talks=talks)


def afternoon() -> SchoolDay:
    """A day with a talk in every state."""
    return school_day(
        liv(state=TalkState.NOT_COME),
        marinka(),
        yousef(RANIA, state=TalkState.SET_ASIDE, plan=CommunicationPlan(moments=(undated(),))),
    )


def undated() -> ContactMoment:
    """A moment that was kept as typed."""
    return ContactMoment(
        id="m3",
        text="bellen als de indicatie er is",
        channel=Channel.PHONE,
        when_text="als de indicatie er is",
        present=("parents", "teacher"),
    )
