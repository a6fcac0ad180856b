"""When a talk counts as handed over, and when what is left of it may be emptied."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.plan import Channel, ContactMoment, InformationMoment, When, WhenKind
from store.domain.retention import due
from store.domain.talk import Arrangements, Slot, Talk, TalkState
from store.domain.undo import StepName

DAY = date(2026, 8, 25)
NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)
LATER = NOW + timedelta(minutes=18)
COPIED = NOW + timedelta(hours=3)
ANJA = Carer(id="anja", name="Anja", phone="06-1")
HERE = Presence(carers=("anja",))
POINT = AgendaPoint(id="p", voice=Voice.PUPIL, text="tekenen")
MOMENT = ContactMoment(
    id="m", text="bellen", channel=Channel.PHONE, when=When(kind=WhenKind.ON_DEMAND), when_text="zo nodig"
)

PLANNED = Talk(
    id="marinka",
    slot=Slot(start=datetime(2026, 8, 25, 13)),
    pupil=Pupil(id="m", first_name="Marinka", carers=(ANJA,)),
)
SET_ASIDE = PLANNED.begin(NOW, HERE).raise_point(POINT).agree(Agreement(id="a", text="elke week mailen"))
SET_ASIDE = SET_ASIDE.plan_moments(MOMENT).set_aside(LATER)
FINISHED = SET_ASIDE.begin(LATER, HERE).answer_information(InformationMoment())
FINISHED = FINISHED.finish(LATER)

CHANGES: dict[str, Callable[[Talk], Talk]] = {
    "begun or taken up again": lambda talk: talk.begin(COPIED, talk.presence),
    "opened again": Talk.reopen,
    "a point": lambda talk: talk.raise_point(replace(POINT, id="p2")),
    "a note": lambda talk: talk.change_point(POINT.with_note(Note(id="n", text="strips"))),
    "a point gone": lambda talk: talk.drop_point("p"),
    "an agreement": lambda talk: talk.change_agreement(Agreement(id="a", text="elke maand mailen")),
    "an agreement gone": lambda talk: talk.drop_agreement("a"),
    "a contact moment": lambda talk: talk.plan_moments(replace(MOMENT, id="m2")),
    "a contact moment that moved": lambda talk: talk.change_moment(replace(MOMENT, when_text="december")),
    "the information moment": lambda talk: talk.answer_information(InformationMoment(topic="lezen")),
    "the last row": lambda talk: talk.arrange(Arrangements(buddy="wil helpen")),
    "who is here": lambda talk: talk.seat(Presence(carers=("anja",), others=("oma",))),
    "not come": lambda talk: talk.not_come() if talk.state is not TalkState.NOT_COME else talk.cancel(),
}
NO_CHANGES: dict[str, Callable[[Talk], Talk]] = {
    "more time": lambda talk: talk.more_time(5),
    "called or visited": Talk.follow_up,
    "another time": lambda talk: talk.move(datetime(2026, 8, 26, 9)),
    "a line that changed nothing": lambda talk: replace(talk, lines=talk.lines + 1),
}


def copied(talk: Talk) -> SchoolDay:
    day = SchoolDay(date=DAY, talks=(talk,))
    return day.put(talk.hand_over(COPIED))


def after(day: SchoolDay, change: Callable[[Talk], Talk]) -> Talk:
    return day.put(change(day.talks[0])).talks[0]


@pytest.mark.parametrize("talk", [SET_ASIDE, FINISHED], ids=["set aside", "finished"])
@pytest.mark.parametrize("name", CHANGES)
def test_what_changes_after_the_copy_is_not_yet_handed_over(name: str, talk: Talk) -> None:
    day = copied(talk)
    assert day.talks[0].handed_over == COPIED
    assert after(day, CHANGES[name]).handed_over is None


@pytest.mark.parametrize("name", NO_CHANGES)
def test_a_clock_or_another_time_needs_no_new_copy(name: str) -> None:
    assert after(copied(FINISHED), NO_CHANGES[name]).handed_over == COPIED


def test_the_text_is_handed_over_from_the_last_copy_on() -> None:
    day = copied(FINISHED)
    assert after(day, lambda talk: talk.hand_over(COPIED + timedelta(days=1))).handed_over == (
        COPIED + timedelta(days=1)
    )


def test_a_talk_that_was_undone_after_the_copy_is_not_yet_handed_over() -> None:
    day = SchoolDay(date=DAY, talks=(FINISHED,))
    more = FINISHED.raise_point(replace(POINT, id="p2"))
    step = day.step("s", StepName.POINT_ADDED, more)
    assert step is not None
    day = day.put(more, step)
    day = day.put(day.talks[0].hand_over(COPIED))
    assert day.undo(step).talks[0].handed_over is None


@pytest.mark.parametrize("state", TalkState)
def test_only_a_talk_that_is_over_is_due(state: TalkState) -> None:
    over = {TalkState.FINISHED, TalkState.NOT_COME, TalkState.CANCELLED}
    day = copied(replace(FINISHED, state=state))
    assert bool(due([day], COPIED, 0)) is (state in over)


def test_a_talk_that_was_copied_before_it_was_finished_is_never_due_by_that_copy() -> None:
    day = copied(SET_ASIDE)
    day = day.put(day.talks[0].begin(COPIED, HERE))
    day = day.put(day.talks[0].answer_information(InformationMoment()).finish(COPIED))
    assert day.talks[0].state is TalkState.FINISHED
    assert due([day], COPIED + timedelta(weeks=200), 0) == ()
