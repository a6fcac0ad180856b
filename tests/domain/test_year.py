from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from store.domain.board import Agreement
from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.plan import Initiative, When, WhenKind
from store.domain.retention import emptied, purge_moment
from store.domain.siblings import sheets
from store.domain.talk import Talk, TalkState
from store.domain.undo import Scope, StepName
from store.domain.year.due import Due, Standing, what_is_due, with_talks
from store.domain.year.load import Week, load
from store.domain.year.sequel import Became, Followed, Sequel
from tests.letters.plans import DAY, Plan
from tests.planline.year import YEAR

NOVEMBER = date(2026, 11, 11)
"""A Wednesday."""
NOTED = datetime(2026, 11, 11, 15, tzinfo=UTC)


def talk(*lines: str, agreements: tuple[str, ...] = (), state: TalkState = TalkState.FINISHED) -> Talk:
    """A talk of August with these plan lines; ids tell the moments apart."""
    made = Plan("", "Liv|Bosman", ("Mark Bosman",), lines, agreements).talk()
    moments = tuple(replace(each, id=f"m{at}") for at, each in enumerate(made.plan.moments))
    return replace(made, plan=replace(made.plan, moments=moments), state=state)


def listed(*talks: Talk, on: date = NOVEMBER) -> list[tuple[str, str, str]]:
    """How each thing stands, its id and its day."""
    return [(each.standing.value, each.of, str(each.due or "")) for each in what_is_due(talks, on, YEAR)]


def due_in(talks: Collection[Talk], on: date = NOVEMBER) -> tuple[Due[Talk], ...]:
    """What is due of these talks, with the whole of each."""
    return with_talks(what_is_due(talks, on, YEAR), lambda day: talks)


def came(due: Due[Talk], became: Became = Became.DONE) -> Talk:
    """The talk once something came of it."""
    sequel = Sequel(id="s", of=due.of, became=became, day=NOVEMBER, noted=NOTED, due=due.due)
    return due.talk.note_sequel(sequel)


def test_the_list_of_a_week_has_what_is_late_then_what_is_due_then_what_is_coming() -> None:
    lines = ("juf belt 13 november", "juf belt 3 november", "juf mailt 24 november", "juf belt 12 februari")
    assert listed(talk(*lines)) == [
        ("late", "m1", "2026-11-03"),
        ("this_week", "m0", "2026-11-13"),
        ("coming", "m2", "2026-11-24"),
    ]
    further = what_is_due([talk(*lines)], NOVEMBER, YEAR, far=True)
    assert [(each.standing.value, each.of) for each in further[2:]] == [("coming", "m2"), ("later", "m3")]


def test_a_period_is_due_as_long_as_it_lasts_and_late_only_after_its_last_day() -> None:
    month = talk("juf belt in november")
    for on, standing in (
        (date(2026, 10, 20), "coming"),
        (NOVEMBER, "this_week"),
        (date(2026, 12, 1), "late"),
    ):
        assert [each[0] for each in listed(month, on=on)] == [standing]


def test_what_comes_back_without_a_day_is_due_within_each_of_its_times_and_late_once() -> None:
    often = talk("elke 6 weken bellen")
    assert listed(often, on=date(2026, 9, 1)) == [("this_week", "m0", "2026-08-25")]
    assert listed(often) == [("late", "m0", "2026-08-25"), ("this_week", "m0", "2026-10-05")]
    assert listed(came(due_in([often])[1])) == [("late", "m0", "2026-08-25")]
    assert len(due_in([talk("elke maand appen")], on=date(2026, 12, 2))[0].times) == 4


def test_on_one_day_what_comes_first_by_the_clock_stands_first() -> None:
    lines = ("juf belt 12 november 15:30", "juf belt 12 november 9:15", "juf belt 10 en 12 november 12:00")
    assert [each[1] for each in listed(talk(*lines)) if each[2] == "2026-11-12"] == ["m1", "m3", "m0"]


def test_what_is_due_today_is_late_only_from_tomorrow() -> None:
    today = talk("juf belt 11 november")
    assert [each[0] for each in listed(today)] == ["this_week"]
    assert [each[0] for each in listed(today, on=date(2026, 11, 12))] == ["late"]


def test_what_is_to_be_done_by_a_day_is_due_in_the_week_of_that_day() -> None:
    by_then = talk("juf mailt voor 13 november")
    assert listed(by_then, on=date(2026, 9, 7)) == []
    assert [each[0] for each in listed(by_then)] == ["this_week"]


def test_a_moment_without_a_date_is_listed_until_it_has_one_and_one_if_needed_never() -> None:
    assert listed(talk("moeder belt een keer", "juf belt zo nodig")) == [("undated", "m0", "")]


def test_only_the_plan_of_a_finished_talk_counts() -> None:
    for state in (TalkState.RUNNING, TalkState.SET_ASIDE, TalkState.CANCELLED, TalkState.PLANNED):
        assert "m0" not in [each[1] for each in listed(talk("juf belt 13 november", state=state))]


@pytest.mark.parametrize(
    ("state", "on_its_day"),
    [
        (TalkState.NOT_COME, [Standing.THIS_WEEK]),
        (TalkState.SET_ASIDE, [Standing.THIS_WEEK]),
        (TalkState.RUNNING, []),
        (TalkState.PLANNED, []),
    ],
)
def test_a_family_whose_talk_never_came_to_be_is_listed_until_it_was_called_or_spoken(
    state: TalkState, on_its_day: list[Standing]
) -> None:
    missed = talk(state=state)
    assert [each.standing for each in due_in([missed], missed.slot.start.date())] == on_its_day
    (due,) = due_in([missed])
    assert (due.standing, due.of_family) == (Standing.LATE, True)
    called = came(due)
    assert listed(called) == []
    assert called.followed_up
    later = replace(talk().move(datetime(2026, 10, 6, 15)), id="later")
    assert listed(missed, later) == []
    # another one that was never held either
    assert len(listed(missed, replace(later, state=TalkState.PLANNED))) == 2
    # what is held of a plan is there as that
    held = replace(missed, follows=Followed(day=DAY, talk="t", moment="m0"))
    assert (listed(held) == []) is (state is not TalkState.NOT_COME)


def test_the_teachers_own_agreements_with_a_day_are_listed_and_nobody_elses() -> None:
    found = talk(agreements=("juf vraagt 12 november hoe het is", "moeder belt de logopedist 12 november"))
    assert listed(found) == [("this_week", "a0", "2026-11-12")]


def test_what_was_done_or_dropped_is_listed_no_more() -> None:
    for became in (Became.DONE, Became.DROPPED):
        (due,) = due_in([talk("juf belt 13 november")])
        assert listed(came(due, became)) == []


def test_what_is_once_only_stays_done_when_the_calendar_moves_its_day() -> None:
    (due,) = due_in([talk("juf belt 13 november")])
    done = came(due)
    (moment,) = done.plan.moments
    later = replace(moment, when=When(kind=WhenKind.DATE, date=date(2026, 11, 12)))
    assert listed(done.change_moment(later)) == []


def test_of_what_comes_back_each_time_is_done_by_itself() -> None:
    weekly = talk("elke vrijdag mailt juf")
    first, *_, last = due_in([weekly], date(2026, 9, 23))
    assert not first.once
    left = due_in([came(first)], date(2026, 9, 23))
    assert first.due not in [each.due for each in left]
    assert last.due in [each.due for each in left]


def test_a_call_of_every_week_that_is_late_is_there_once_with_each_time_in_it() -> None:
    weekly = talk("juf belt elke maandag")
    late, *others = due_in([weekly])
    assert (late.standing, late.due, len(late.times)) == (Standing.LATE, date(2026, 11, 9), 10)
    assert all(each.standing is not Standing.LATE for each in others)
    settled = weekly
    for at, day in enumerate(late.times[:-1]):
        done = Sequel(id=f"s{at}", of=late.of, became=Became.DONE, day=NOVEMBER, noted=NOTED, due=day)
        settled = settled.note_sequel(done)
    (left, *_) = due_in([settled])
    assert (left.due, left.earlier) == (late.times[-1], ())


def test_a_moment_that_a_later_talk_was_about_is_done_once_that_talk_is() -> None:
    visit = talk("huisbezoek 12 november: hoe gaat het thuis")
    (due,) = due_in([visit])
    later = replace(talk(state=TalkState.RUNNING), id="later", follows=due.followed)
    assert [each[1] for each in listed(visit, later)] == ["m0"]
    assert listed(visit, replace(later, state=TalkState.FINISHED)) == []
    assert listed(visit, emptied(replace(later, state=TalkState.FINISHED))) == []


def test_what_came_of_something_is_taken_back_only_from_the_year() -> None:
    day = SchoolDay(date=date(2026, 8, 25), talks=(talk("juf belt 13 november"),))
    (due,) = due_in(day.talks)
    step = day.step("step", StepName.DONE, came(due))
    assert step is not None
    day = day.put(came(due), step)
    assert day.last_step() is None
    assert day.last_step(scope=Scope.STATE) is None
    assert day.last_step(scope=Scope.YEAR) == step
    back = day.undo(step)
    assert back.talks[0].sequels == ()
    assert back.redo(step).talks[0].sequels == came(due).sequels


def test_a_move_is_not_taken_back_over_what_was_changed_since() -> None:
    day = SchoolDay(date=date(2026, 8, 25), talks=(talk("juf belt 13 november"),))
    (before,) = day.talks
    (moment,) = before.plan.moments
    sequel = Sequel(
        id="s", of="m0", became=Became.MOVED, day=NOVEMBER, noted=NOTED, moment=moment, to="m0", text="17 nov"
    )
    moved = before.change_moment(replace(moment, text="17 nov")).note_sequel(sequel)
    step = day.step("step", StepName.PUT_OFF, moved)
    assert step is not None
    day = day.put(moved, step)
    assert day.last_step(scope=Scope.YEAR) == step
    changed = day.put(moved.change_moment(replace(moment, text="heel anders")))
    assert changed.last_step(scope=Scope.YEAR) is None


def test_what_came_of_one_childs_moment_is_not_on_the_other_childs_sheet() -> None:
    one = talk("juf belt 13 november", "juf mailt 13 november")
    both = replace(one, siblings=(Pupil(id="q", first_name="Sanne"),))
    first, second = both.plan.moments
    both = both.change_moment(replace(first, pupil_ids=("p",))).change_moment(
        replace(second, pupil_ids=("q",))
    )
    (due, _) = due_in([both])
    hers, other = sheets(came(due))
    assert [[each.of for each in sheet.sequels] for sheet in (hers, other)] == [["m0"], []]


def test_the_load_counts_what_stands_and_not_what_was_dropped() -> None:
    kept = talk("juf belt 13 november", "juf belt 12 november", "elke vrijdag mailt juf in november")
    week = date(2026, 11, 9)

    def count(found: Talk) -> int:
        return next(each.count for each in load([found], YEAR) if each.monday == week)

    whole = count(kept)
    due = next(each for each in due_in([kept]) if each.due == date(2026, 11, 13))
    assert count(came(due)) == whole
    assert count(came(due, Became.DROPPED)) == whole - 1


def test_a_longer_period_is_perhaps_in_each_of_its_weeks_and_a_week_of_it_surely() -> None:
    found = load([talk("juf belt in november", "juf mailt week na rapport 1", "juf appt 12 november")], YEAR)
    told = {each.monday: (each.count, each.perhaps) for each in found if each.any}
    assert told == {
        date(2026, 11, 2): (0, 1),
        date(2026, 11, 9): (1, 1),
        date(2026, 11, 16): (0, 1),
        date(2026, 11, 23): (0, 1),
        date(2026, 11, 30): (0, 1),
        date(2027, 2, 1): (1, 0),
    }


def test_what_was_held_is_in_the_week_in_which_it_was_and_no_more_in_that_of_the_plan() -> None:
    asked = talk("juf belt 20 november", "huisbezoek in november", "juf belt 27 november")
    call, visit, other = asked.plan.moments
    due = next(each for each in due_in([asked]) if each.of == call.id)
    held = replace(
        talk(),
        id="later",
        slot=replace(asked.slot, start=datetime(2026, 12, 2, 15)),
        follows=Followed(day=asked.slot.start.date(), talk=asked.id, moment=visit.id),
    )
    for told, whole in (([came(due), held], 1), ([held, came(due)], 1), ([asked, held], 0)):
        weeks = {each.monday: each for each in load(told, YEAR) if each.any}
        assert sum(each.perhaps for each in weeks.values()) == 0
        assert weeks[date(2026, 11, 30)] == Week(date(2026, 11, 30), 1, done=1)
        assert weeks[date(2026, 11, 23)].count == 1
        assert date(2026, 11, 16) not in weeks if whole else weeks[date(2026, 11, 16)].done == 0
    assert other.when


def test_an_agreement_that_goes_away_takes_what_came_of_it_along() -> None:
    found = talk(agreements=("juf vraagt op 12 november hoe het gaat",))
    (due,) = due_in([found])
    assert came(due).drop_agreement("a0").sequels == ()
    agreement = due.talk.record(due.of)
    assert isinstance(agreement, Agreement)
    assert agreement.side is Initiative.TEACHER


def test_a_talk_is_not_emptied_while_something_that_was_agreed_is_still_to_come() -> None:
    handed = datetime(2026, 8, 26, tzinfo=UTC)
    call = replace(talk("juf belt 13 november"), handed_over=handed)
    assert purge_moment(call, 6) == datetime(2026, 11, 14, tzinfo=UTC)
    (due,) = due_in([call])
    assert purge_moment(replace(came(due), handed_over=handed), 6) == handed + timedelta(weeks=6)
    weekly = replace(talk("elke vrijdag mailt juf"), handed_over=handed)
    assert purge_moment(weekly, 6) == datetime(2027, 8, 1, tzinfo=UTC)
