"""The computer's clock is set, the clocks change, the computer sleeps: in the middle of a talk."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from store.domain.talk import TalkState
from tests.terminal.screen import ENTER
from tests.terminal.sealed import LIV, Sealed, T, at_the_table

STARTS = b"\x1b[?2004h"
"""What Textual writes once when it takes a terminal."""
pytestmark = pytest.mark.terminal


def left(minutes: int, until: str) -> str:
    return T("{left} min left, until {until}", left=minutes, until=until)


def over(until: str) -> str:
    return T("until {until}", until=until) + "  ■"


def kept(hour: str) -> str:
    return T("kept {time}", time=hour)


def test_a_clock_set_on_two_hours_cuts_nothing_off(sealed: Sealed) -> None:
    with sealed.window(launcher=sealed.moved_clock) as terminal:
        teacher = at_the_table(terminal)
        terminal.shows(left(20, "13:15"))
        teacher.type_line("ervoor")
        sealed.move_clock(hours=2)
        terminal.shows("14:55", over("13:15"))
        teacher.type_line("erna")
        terminal.shows("· erna", kept("14:55"))
        sealed.move_clock(minutes=4)
        terminal.shows("12:59", left(16, "13:15"))
        assert teacher.stop() == 0
    assert sealed.points() == ["ervoor", "erna"]
    assert sealed.talk().state is TalkState.SET_ASIDE


def test_a_clock_set_back_two_hours_never_gives_more_than_the_whole_time(sealed: Sealed) -> None:
    with sealed.window(launcher=sealed.moved_clock) as terminal:
        teacher = at_the_table(terminal)
        teacher.type_line("ervoor")
        sealed.move_clock(minutes=10)
        terminal.shows("13:05", left(10, "13:15"))
        sealed.move_clock(hours=-2)
        terminal.shows("10:55", left(20, "13:15"))
        teacher.type_line("erna")
        terminal.shows("· erna", kept("10:55"))
        assert teacher.stop() == 0
    assert sealed.points() == ["ervoor", "erna"]
    sitting = sealed.talk().sittings[0]
    assert sitting.ended == sitting.started


@dataclass(frozen=True)
class Change:
    """A talk begun at `now`, planned (hour, minute) for so many minutes; then what it is 12 minutes later."""

    now: str
    planned: tuple[int, int]
    minutes: int
    following: tuple[int, int]
    time: str
    left: int
    until: str

    @property
    def starts(self) -> tuple[datetime, ...]:
        day = datetime.fromisoformat(self.now).date()
        return tuple(datetime.combine(day, time(*each)) for each in (self.planned, self.following))


CHANGES = {
    "back": Change("2026-10-25T02:50+02:00", (2, 50), 20, (4, 0), "02:02", 8, "02:10"),
    "back, with a next one": Change("2026-10-25T02:50+02:00", (2, 50), 120, (3, 30), "02:02", 86, "03:28"),
    "on": Change("2027-03-28T01:50+01:00", (1, 50), 20, (4, 0), "03:02", 8, "03:10"),
    "on, with a next one": Change("2027-03-28T01:50+01:00", (1, 50), 60, (3, 20), "03:02", 16, "03:18"),
    "midnight": Change("2026-08-25T23:50+02:00", (23, 50), 20, (23, 51), "00:02", 8, "00:10"),
}


@pytest.mark.share(of=3)
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_talk_goes_on_over_a_change_of_clocks_and_over_midnight(tmp_path: Path, change: Change) -> None:
    sealed = Sealed(tmp_path, change.starts, change.minutes)
    with sealed.window(now=change.now, launcher=sealed.moved_clock) as terminal:
        teacher = at_the_table(terminal)
        sealed.move_clock(minutes=12)
        terminal.shows(change.time, left(change.left, change.until))
        teacher.type_line("erna")
        terminal.shows("· erna", kept(change.time))
        assert teacher.stop() == 0
    assert sealed.points() == ["erna"]
    sitting = sealed.talk().sittings[0]
    assert sitting.ended is not None
    assert sitting.ended - sitting.started >= timedelta(minutes=12)


def test_a_computer_that_slept_for_three_hours_goes_on_with_the_talk(sealed: Sealed) -> None:
    with sealed.window(launcher=sealed.moved_clock) as terminal:
        teacher = at_the_table(terminal)
        teacher.type_line("ervoor")
        terminal.send("half")
        terminal.shows("half")
        terminal.signal(signal.SIGSTOP)
        terminal.stopped()
        terminal.wipe()
        sealed.move_clock(hours=3)
        terminal.signal(signal.SIGCONT)
        terminal.shows("15:55", over("13:15"), LIV, "· ervoor", "half", f"F9 {T('agreements')}")
        terminal.send(" erna", ENTER)
        terminal.shows("· half erna")
        teacher.close_with("juf belt in november: wennen")
        assert teacher.stop() == 0
        assert terminal.given_back()
        assert terminal.output.count(STARTS) == 1
    assert sealed.points() == ["ervoor", "half erna"]
    assert sealed.talk().state is TalkState.FINISHED
