from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from store.domain.board import AgendaPoint, Note
from store.domain.day import Break, SchoolDay
from store.domain.people import Presence, Pupil, Voice
from store.domain.retention import holds, purged, without_pupils
from store.domain.talk import Slot, Talk, TalkState
from store.domain.undo import KEPT, Scope, StepName

DAY = date(2026, 8, 25)
ONE = datetime(2026, 8, 25, 13)
NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)


def talk(name: str, minute: int, minutes: int = 20) -> Talk:
    slot = Slot(start=ONE + timedelta(minutes=minute), minutes=minutes)
    return Talk(id=name, slot=slot, pupil=Pupil(id=name, first_name=name))


def day(*talks: Talk) -> SchoolDay:
    return SchoolDay(date=DAY, talks=talks)


def raised(of: Talk, number: int) -> Talk:
    return of.raise_point(AgendaPoint(id=f"p{number}", voice=Voice.PUPIL, text=f"punt {number}"))


def test_a_gap_of_ten_minutes_is_a_break_and_a_shorter_one_is_not() -> None:
    a, b, c = talk("a", 0), talk("b", 30), talk("c", 59)
    assert day(c, a, b).rows == (a, Break(a.slot.end, b.slot.start), b, c)


def test_a_long_talk_over_a_short_one_leaves_no_break_inside_it() -> None:
    long, short, after = talk("a", 0, 60), talk("b", 10, 10), talk("c", 60)
    assert day(long, short, after).rows == (long, short, after)


def test_a_break_takes_up_delay() -> None:
    a, b, c = talk("a", 0), talk("b", 20), talk("c", 60)
    late = ONE + timedelta(minutes=15)
    starts = [each.start for each in day(a, b, c).expectations(late)]
    assert starts == [late, late + timedelta(minutes=20), c.slot.start]


def test_the_running_talk_holds_the_next_ones_up() -> None:
    running = talk("a", 0).begin(NOW, Presence())
    busy = ONE + timedelta(minutes=25)
    assert day(running, talk("b", 20)).delay(ONE, busy) == timedelta(minutes=5)


@given(
    st.lists(st.tuples(st.integers(0, 480), st.integers(5, 60)), min_size=1, max_size=12),
    st.integers(-120, 600),
)
def test_nobody_is_expected_before_their_time_nor_two_at_once(
    slots: list[tuple[int, int]], minute: int
) -> None:
    planned = day(*(talk(str(at), start, minutes) for at, (start, minutes) in enumerate(slots)))
    now = ONE + timedelta(minutes=minute)
    free = now
    for each in planned.expectations(now):
        assert each.start >= max(each.talk.slot.start, free)
        free = each.start + timedelta(minutes=each.talk.slot.minutes)


def test_enter_leads_to_the_running_talk_before_the_next_planned_one() -> None:
    a, b = talk("a", 0), talk("b", 20)
    assert day(b, a).next_up == a
    running = b.begin(NOW, Presence())
    assert day(a, running).next_up == running
    assert day(a.not_come(), b.cancel()).next_up is None


def test_of_a_day_that_is_over_nobody_comes_next_but_who_was_broken_off() -> None:
    a, b = talk("a", 0), talk("b", 20)
    today = day(a, b)
    day_before, late, day_after = (ONE + timedelta(hours=hours) for hours in (-24, 10, 24))
    assert today.next_at(day_before) == today.next_at(late) == a
    assert today.next_at(day_after) is None
    running = b.begin(NOW, Presence())
    assert day(a, running).next_at(day_after) == running
    broken_off = running.break_off(NOW)
    assert day(a, broken_off).next_at(day_after) == broken_off


def test_a_change_raises_the_revision_of_day_and_talk() -> None:
    before = day(talk("a", 0))
    after = before.put(raised(before.talks[0], 1))
    assert (after.revision, after.talks[0].revision) == (1, 1)


def changed(before: SchoolDay, number: int, of: str = "a") -> SchoolDay:
    found = before.talk(of)
    assert found is not None
    after = raised(found, number)
    return before.put(after, before.step(f"s{of}{number}", StepName.POINT_ADDED, after, f"punt {number}"))


@given(st.integers(1, KEPT + 10))
def test_undo_goes_back_step_by_step_as_a_new_revision(count: int) -> None:
    now = day(talk("a", 0))
    for number in range(count):
        now = changed(now, number)
    back = 0
    while (step := now.last_step()) is not None:
        revision = now.revision
        now = now.undo(step)
        back += 1
        assert now.revision > revision
        assert len(now.talks[0].points) == count - back
    assert back == min(count, KEPT)


def test_undo_at_one_table_never_goes_back_over_another_talk() -> None:
    now = changed(changed(day(talk("a", 0), talk("b", 20)), 1, "b"), 2, "a")
    step = now.last_step("b")
    assert step is not None
    assert (step.talk, step.line) == ("b", "punt 1")
    assert now.undo(step).last_step("b") is None


def test_undo_of_one_record_leaves_later_changes_of_others_alone() -> None:
    now = changed(changed(day(talk("a", 0)), 1), 2)
    now = now.put(replace(now.talks[0], remark="later geschreven"))
    first = now.steps[0]
    after = now.undo(first).talks[0]
    assert ([point.id for point in after.points], after.remark) == (["p2"], "later geschreven")


@given(st.lists(st.integers(0, 4), min_size=1, max_size=12), st.integers(1, 12))
def test_redo_gives_back_exactly_what_undo_took(kinds: list[int], back: int) -> None:
    now = day(talk("a", 0))
    for number, kind in enumerate(kinds):
        now = _varied(now, number, kind)
    row = [now.talks[0]]
    while len(row) <= back and (step := now.last_step("a")) is not None:
        now = now.undo(step)
        row.append(now.talks[0])
    for before in reversed(row[:-1]):
        step = now.last_undone("a")
        assert step is not None
        now = now.redo(step)
        assert replace(now.talks[0], revision=0) == replace(before, revision=0)
    assert now.last_undone("a") is None


def _varied(now: SchoolDay, number: int, kind: int) -> SchoolDay:
    """The day with a point more, or the first one changed, noted under, moved or gone."""
    found = now.talks[0]
    if not found.points or kind == 0:
        return changed(now, number)
    first = found.points[0]
    note = Note(id=f"n{number}", text="erbij")
    after = {
        1: found.change_point(replace(first, text=f"anders {number}")),
        2: found.change_point(first.with_note(note)),
        3: found.change_point(
            replace(first, voice=Voice.TEACHER if first.voice is Voice.CARER else Voice.CARER)
        ),
        4: found.drop_point(first.id),
    }[kind]
    return now.put(after, now.step(f"s{number}", StepName.POINT_CHANGED, after))


def test_what_was_taken_back_outlives_a_new_change_but_not_the_same_line_typed_anew() -> None:
    now = changed(changed(day(talk("a", 0)), 1), 2)
    for _ in range(2):
        step = now.last_step("a")
        assert step is not None
        now = now.undo(step)
    again = changed(now, 2)
    assert [step.line for step in again.undone] == ["punt 1"]
    other = changed(now, 3)
    assert [step.line for step in other.undone] == ["punt 2", "punt 1"]
    first = other.last_undone("a")
    assert first is not None
    assert {point.text for point in other.redo(first).talks[0].points} == {"punt 1", "punt 3"}


def test_redo_writes_over_nothing_newer_and_never_reaches_another_talk() -> None:
    now = changed(day(talk("a", 0), talk("b", 20)), 1)
    step = now.step("x", StepName.POINT_CHANGED, _reworded(now, "oud"))
    now = now.put(_reworded(now, "oud"), step)
    last = now.last_step("a")
    assert last is not None
    now = now.undo(last)
    assert now.last_undone("b") is None
    assert now.last_undone("a") is not None
    now = now.put(_reworded(now, "nieuwer"))
    assert now.last_undone("a") is None


def _reworded(now: SchoolDay, words: str) -> Talk:
    found = now.talks[0]
    return found.change_point(replace(found.points[0], text=words))


def test_what_was_taken_back_is_emptied_with_the_talk_and_goes_with_the_pupil() -> None:
    empty = day(talk("a", 0))
    after = talk("b", 20)
    full = empty.put(after, empty.step("s", StepName.TALK_ADDED, after))
    step = full.last_step(scope=Scope.STATE)
    assert step is not None
    undone = full.undo(step)
    assert undone.talk("b") is None
    assert holds(undone, {"b"})
    assert not holds(without_pupils(undone, {"b"}), {"b"})
    assert purged(undone, {"a"}).undone == ()
    again = undone.last_undone(scope=Scope.STATE)
    assert again is not None
    assert undone.redo(again).talk("b") is not None


def test_a_change_that_touches_nothing_is_no_step() -> None:
    before = day(talk("a", 0))
    assert before.step("s", StepName.POINT_CHANGED, before.talks[0]) is None
    assert before.step("s", StepName.POINT_CHANGED, replace(before.talks[0], lines=5)) is None


def test_not_come_cancelled_and_finished_talks_are_not_coming() -> None:
    states = [talk("a", 0).not_come(), talk("b", 20).cancel(), talk("c", 40)]
    assert [each.id for each in day(*states).coming] == ["c"]
    assert states[0].state is TalkState.NOT_COME


def test_what_is_ticked_is_ticked_in_every_language_and_what_was_by_its_text_stays_so() -> None:
    dutch, english, own = ("drinks", "Iets te drinken."), ("drinks", "Something to drink."), ("Koekjes.",)
    ticked = day().tick(dutch).tick(own)
    assert ticked.is_ticked(english)
    assert ticked.is_ticked(own)
    assert day().tick(own).ready == own
    assert not ticked.tick(english).is_ticked(dutch)
    before = replace(day(), ready=("Iets te drinken.", "drinks"))
    assert before.is_ticked(dutch)
    assert before.tick(dutch).ready == ()
