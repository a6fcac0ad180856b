"""The day in motion: other times for one talk or for the rest too, over two days, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import example, given
from hypothesis import strategies as st

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.progress import Reached, reached, seen_again
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.siblings import apart, not_joined
from store.domain.summary import summarise
from store.domain.talk import Slot, Talk, TalkState
from store.domain.timetable import two_days
from store.domain.timetable.other_times import (
    Rearranged,
    Refused,
    after_pause,
    at_time,
    clashes,
    for_missed,
    interpreted,
    longer,
    parents_apart,
    planned_again,
    swapped,
)
from store.domain.undo import Scope, Step, StepName
from store.domain.year.due import what_is_due
from store.domain.year.standing import as_the_year_went
from store.roster.together.colleague import merge_colleague

PARENTS = (Carer(id="m", name="Anja Kok"), Carer(id="v", name="Piet Kok"))
DAY, TOMORROW = date(2026, 8, 25), date(2026, 8, 26)
ONE = datetime(2026, 8, 25, 13)
NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)


def talk(name: str, minute: int, minutes: int = 20) -> Talk:
    slot = Slot(start=ONE + timedelta(minutes=minute), minutes=minutes)
    point = AgendaPoint(id=f"{name}p", voice=Voice.PUPIL, text=f"van {name}")
    return Talk(id=name, slot=slot, pupil=Pupil(id=name, first_name=name, carers=PARENTS), points=(point,))


def day(*talks: Talk) -> SchoolDay:
    return SchoolDay(date=DAY, talks=talks)


A, B, C = talk("a", 0), talk("b", 20), talk("c", 60)
THREE = day(A, B, C)


def times(found: Rearranged | Refused) -> dict[str, tuple[str, int]]:
    """When and how long the talks are that change."""
    assert isinstance(found, Rearranged)
    return {each.id: (f"{each.slot.start:%H:%M}", each.slot.minutes) for each in (found.talk, *found.others)}


def test_a_talk_gets_longer_alone_or_with_the_rest_of_the_day_after_it() -> None:
    assert times(longer(THREE, B, 10)) == {"b": ("13:20", 30)}
    assert times(longer(THREE, A, 10, rest=True)) == {
        "a": ("13:00", 30), "b": ("13:30", 20), "c": ("14:10", 20),
    }  # fmt: skip
    assert times(longer(THREE, A, -5, rest=True))["b"] == ("13:15", 20)
    assert longer(THREE, A, -20) is longer(THREE, A, 300) is Refused.LENGTH


def test_who_would_come_at_the_same_time_is_told() -> None:
    found = longer(THREE, A, 10)
    assert isinstance(found, Rearranged)
    assert clashes(THREE, found) == (B,)
    assert not isinstance(apart := longer(THREE, B, 10), Refused)
    assert clashes(THREE, apart) == ()


def test_a_pause_is_put_in_and_out_and_is_nothing_but_time_between() -> None:
    assert times(after_pause(THREE, B, 10)) == {"b": ("13:30", 20)}
    assert times(after_pause(THREE, C, 0)) == {"c": ("13:40", 20)}
    assert times(after_pause(THREE, B, 10, rest=True)) == {"b": ("13:30", 20), "c": ("14:10", 20)}
    assert after_pause(THREE, A, 10) is Refused.FIRST


def test_the_day_begins_earlier_with_all_of_it() -> None:
    earlier = at_time(THREE, A, ONE - timedelta(minutes=15), rest=True)
    assert times(earlier) == {"a": ("12:45", 20), "b": ("13:05", 20), "c": ("13:45", 20)}
    assert at_time(THREE, A, ONE + timedelta(days=1)) is Refused.OTHER_DAY


def test_two_change_places_each_as_long_as_it_is() -> None:
    long = talk("l", 0, 30)
    next_to_it = talk("k", 30, 10)
    assert times(swapped(day(long, next_to_it, C), long)) == {"k": ("13:00", 10), "l": ("13:10", 30)}
    assert times(swapped(THREE, A, C)) == {"a": ("14:00", 20), "c": ("13:00", 20)}
    assert times(swapped(THREE, C)) == {"b": ("14:00", 20), "c": ("13:20", 20)}
    assert swapped(day(A), A) is Refused.NOBODY
    assert swapped(THREE, A, B.begin(NOW, Presence())) is Refused.SITTING


def test_an_interpreter_takes_minutes_and_is_known() -> None:
    found = interpreted(THREE, B, 10)
    assert isinstance(found, Rearranged)
    assert (found.talk.slot.minutes, found.talk.pupil.interpreter) == (30, True)


def test_nothing_is_put_at_a_time_at_which_a_talk_is_going_on() -> None:
    going_on = day(A.begin(NOW, Presence()), B, C)
    assert at_time(going_on, C, ONE + timedelta(minutes=10)) is Refused.GOING_ON
    assert longer(going_on, going_on.talks[0], 10) is Refused.SITTING
    assert going_on.next_free(ONE, 20) == ONE + timedelta(minutes=40)


def test_a_family_that_did_not_come_is_planned_again_beside_the_talk_it_missed() -> None:
    ids = count()
    missed = A.not_come()
    again = planned_again(missed, ONE + timedelta(hours=2), lambda: f"new{next(ids)}")
    assert (again.state, again.pupil, again.slot.minutes) == (TalkState.PLANNED, A.pupil, 20)
    assert [point.text for point in again.points] == ["van a"]
    assert again.id != A.id
    assert again.points[0].id != A.points[0].id


def test_a_missed_talk_holds_a_pupil_back_only_until_there_is_another_with_the_same_people() -> None:
    missed, later = A.not_come(), replace(A, id="again").move(ONE + timedelta(hours=2))
    over = replace(later, state=TalkState.FINISHED)
    for talks, how in (
        ((missed,), Reached.NOT_COME),
        ((missed, later), Reached.PLANNED),
        ((missed, over), Reached.SPOKEN),
        ((missed, later.cancel()), Reached.NOT_COME),
    ):
        assert reached([A.pupil], talks, "") == {"a": how}
    # calling or visiting goes with another day for them, not with the talks that all have later in the year
    year, tomorrow = assumed_year(DAY), replace(A, id="again").move(ONE + timedelta(days=1))
    for again, on, calls in (
        (later, DAY, False),
        (tomorrow, DAY, False),
        (later.begin(NOW, Presence()), DAY, False),
        (tomorrow, DAY + timedelta(days=2), True),
        (tomorrow.begin(NOW, Presence()), DAY + timedelta(days=2), False),
        (later.cancel(), DAY, True),
        (later.move(ONE + timedelta(weeks=11)), DAY, True),
        (planned_again(missed, ONE + timedelta(weeks=11), lambda: "new"), DAY, False),
        # one that was planned for it and moved away later on
        (for_missed(later, (missed,)).move(ONE + timedelta(weeks=11)), DAY, False),
        (for_missed(later, (B.not_come(),)).move(ONE + timedelta(weeks=11)), DAY, True),
    ):
        due = {each.of for each in what_is_due((missed, again), on, year)}
        assert ("a" in due) is calls, (again.slot, on)
        missed_day = as_the_year_went(SchoolDay(date=DAY, talks=(missed,)), (missed, again))
        if on == DAY:
            assert bool(summarise(missed_day, year).not_come) is calls


def test_a_family_that_missed_two_talks_is_called_once_and_about_neither_once_there_is_a_third() -> None:
    ids = (f"new{number}" for number in count())
    missed = A.not_come()
    again = planned_again(missed, ONE + timedelta(weeks=4), lambda: next(ids)).not_come()
    assert seen_again((missed, again)) == {missed.id}
    third = planned_again(again, ONE + timedelta(weeks=8), lambda: next(ids))
    assert seen_again((missed, again, third)) == {missed.id, again.id}


# -- any fifty operations -------------------------------------------------------------
KINDS = (
    "time", "longer", "pause", "swap", "interpreter", "other day", "not come", "followed up", "cancel",
    "add", "second talk", "again", "parents apart", "together", "children apart", "family",
    "undo", "redo", "begin", "set aside", "merge",
)  # fmt: skip
OPERATIONS = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(0, 5), st.integers(-6, 6), st.booleans()), max_size=50
)


@dataclass
class Two:
    """Two days of a class, with everything that can be done to them."""

    days: dict[date, SchoolDay]
    ids: Iterator[int] = field(default_factory=count)
    merged: set[str] = field(default_factory=set)

    def new_id(self) -> str:
        return f"id{next(self.ids)}"

    def other(self, than: SchoolDay) -> SchoolDay:
        return self.days[TOMORROW if than.date == DAY else DAY]

    def keep(self, *days: SchoolDay) -> None:
        self.days |= {each.date: each for each in days}

    def undo(self, on: date) -> Step | None:
        """Take back what undo would take back on this day."""
        day = self.days[on]
        step = day.last_step("", Scope.STATE, lambda each: two_days.goes_back(each, day, self.other(day)))
        if step is not None and step.elsewhere:
            self.keep(*two_days.taken_back(step, day, self.other(day)))
        elif step is not None:
            self.keep(day.undo(step))
        return step

    def redo(self, on: date) -> None:
        day = self.days[on]
        step = day.last_undone("", Scope.STATE, lambda each: two_days.goes_again(each, day, self.other(day)))
        if step is not None and step.elsewhere:
            self.keep(*two_days.done_again(step, day, self.other(day)))
        elif step is not None:
            self.keep(day.redo(step))

    def do(self, kind: str, at: int, by: int, flag: bool) -> None:
        """Do one thing with one talk; what is refused changes nothing."""
        day = self.days[TOMORROW if flag and at % 2 else DAY]
        if kind in ("undo", "redo"):
            (self.undo if kind == "undo" else self.redo)(day.date)
        elif kind == "merge":
            self._merge(at, by)
        elif kind in ("add", "second talk"):
            start = datetime.combine(day.date, ONE.time())
            new = replace(talk(self.new_id(), 0), points=(), slot=Slot(start=day.next_free(start, 20)))
            known = replace(new, pupil=B.pupil) if kind == "second talk" else new
            self._put(day, StepName.TALK_ADDED, known)
        elif day.in_order:
            self._with(kind, day, day.in_order[at % len(day.in_order)], by, flag)

    def _merge(self, at: int, by: int) -> None:
        """A colleague has the same three talks, and wrote in one of them."""
        one = THREE.talks[at % 3]
        point = AgendaPoint(id=f"p{at}{by}", voice=Voice.TEACHER, text=f"van Tom {at}{by}")
        day = THREE.put(replace(one.begin(NOW, Presence()).set_aside(NOW), points=(*one.points, point)))
        school = School(pupils=tuple(each.pupil for each in THREE.talks), teacher="juf Els")
        theirs = replace(school, teacher="meester Tom")
        found = merge_colleague(theirs, [day], school, self.days, self.new_id)
        self.keep(*found.writes)
        assert not merge_colleague(theirs, [day], found.school, self.days, self.new_id).changed
        self.merged.add(point.text)

    def _put(self, day: SchoolDay, name: StepName, now: Talk) -> None:
        self.keep(day.put(now, day.step(self.new_id(), name, now)))

    def _with(self, kind: str, day: SchoolDay, one: Talk, by: int, flag: bool) -> None:
        minutes, others = timedelta(minutes=by * 5), day.in_order
        match kind:
            case "begin" if day.running is None:
                self.keep(day.put(one.begin(NOW, Presence())))
            case "set aside" if one.sitting:
                self.keep(day.put(one.set_aside(NOW)))
            case "again" if one.state is TalkState.NOT_COME:
                self._put(
                    day, StepName.TALK_ADDED,
                    planned_again(one, day.next_free(one.slot.end, 20), self.new_id),
                )  # fmt: skip
            case "other day" if not one.sitting:
                there = self.other(day)
                both = two_days.moved(
                    one, datetime.combine(there.date, one.slot.start.time()) + minutes, day, there,
                    self.new_id(),
                )  # fmt: skip
                if not any(now.runs_into(was) for now, was in zip(both, (day, there), strict=True)):
                    self.keep(*both)
            case "time" | "longer" | "pause" | "swap" | "interpreter" if not one.sitting:
                found = {
                    "time": lambda: at_time(day, one, one.slot.start + minutes, rest=flag),
                    "longer": lambda: longer(day, one, by * 5, rest=flag),
                    "pause": lambda: after_pause(day, one, abs(by) * 5, rest=flag),
                    "swap": lambda: swapped(day, one, others[by % len(others)] if flag else None),
                    "interpreter": lambda: interpreted(day, one, abs(by), rest=flag),
                }[kind]()
                if isinstance(found, Rearranged):
                    self.keep(day.rearrange(StepName.MOVED, found.talk, found.others, self.new_id()))

    def _changed(self, kind: str, day: SchoolDay, one: Talk, by: int) -> None:
        """One talk stands otherwise."""
        match kind:
            case "not come":
                self._put(day, StepName.NOT_COME, one.not_come())
            case "followed up" if one.state is TalkState.NOT_COME:
                self._put(day, StepName.FOLLOWED_UP, one.follow_up())
            case "family":
                self._put(day, StepName.FAMILY, replace(one, pupil=replace(one.pupil, last_name=f"K{by}")))
            case "cancel":
                self._put(day, StepName.CANCELLED, one.cancel())

    def _parted(self, kind: str, day: SchoolDay, one: Talk, other: Talk) -> None:
        """One talk becomes two, or two become one."""
        after = day
        if kind == "together" and other != one and not_joined(one, other) is None:
            after = day.join(one, other, self.new_id())
        elif kind == "children apart" and one.siblings:
            after = day.take_apart(one, apart(one, 20, self.new_id), self.new_id())
        elif kind == "parents apart" and not one.siblings and len(one.audience) > 1:
            start = day.next_free(one.slot.end, one.slot.minutes)
            parts = parents_apart(one, {one.audience[-1].id}, start, self.new_id)
            after = day.take_apart(one, parts, self.new_id())
        if not after.runs_into(day) and all(each.slot.start.date() == day.date for each in after.talks):
            self.keep(after)

    def texts(self) -> set[str]:
        return {point.text for each in self.days.values() for one in each.talks for point in one.points}

    def plain(self) -> dict[date, dict[str, Talk]]:
        """The talks of both days, without what only counts."""
        return {
            on: {one.id: replace(one, revision=0) for one in each.talks} for on, each in self.days.items()
        }


def start() -> Two:
    return Two({DAY: THREE, TOMORROW: replace(day(), date=TOMORROW)})


@given(OPERATIONS)
def test_no_operation_loses_a_pupil_or_a_text_or_comes_at_the_time_of_a_talk_that_is_going_on(
    operations: list[tuple[str, int, int, bool]],
) -> None:
    two = start()
    for operation in operations:
        before = dict(two.days)
        two.do(*operation)
        talks = [one for each in two.days.values() for one in each.talks]
        assert len({one.id for one in talks}) == len(talks)
        assert {"a", "b", "c"} <= {pupil.id for one in talks for pupil in one.pupils}
        assert {"van a", "van b", "van c", *two.merged} <= two.texts()
        for on, each in two.days.items():
            assert all(one.slot.start.date() == on for one in each.talks)
            assert sum(one.state is TalkState.RUNNING for one in each.talks) <= 1
            if operation[0] not in ("begin", "merge"):
                assert not each.runs_into(before[on])


@given(OPERATIONS, st.booleans())
@example([("other day", 1, 0, False), ("other day", 1, 0, True), *[("swap", 1, 0, False)] * 2], False)
@example([("time", 0, 1, True), ("other day", 1, 0, False), ("other day", 0, 0, False)], False)
@example([("time", 0, 1, True), ("other day", 0, 0, False), ("not come", 0, 0, False)], False)
@example(
    [
        ("time", 0, 1, False),
        ("other day", 0, 0, False),
        ("other day", 1, 0, True),
        ("interpreter", 0, 0, False),
    ],
    False,
)
def test_undoing_all_from_either_day_gives_both_days_as_they_were(
    operations: list[tuple[str, int, int, bool]], first: bool
) -> None:
    two = start()
    before = two.plain()
    for operation in operations:
        if operation[0] not in ("begin", "set aside", "merge"):
            two.do(*operation)
    order = (DAY, TOMORROW) if first else (TOMORROW, DAY)
    while any(two.undo(on) is not None for on in order):
        pass
    assert two.plain() == before
