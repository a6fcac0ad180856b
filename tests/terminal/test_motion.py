"""A whole day in motion in a real terminal, taken back step by step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.domain.people import Pupil
from store.domain.talk import Talk
from store.files.repository import Repository
from tests.terminal.motion import MOST, MOTION, table
from tests.terminal.screen import Terminal
from tui.desk.fresh_press import GLANCE

pytestmark = pytest.mark.terminal
DAY = date(2026, 8, 25)
Stored = tuple[dict[str, Talk], tuple[Pupil, ...], tuple[date, ...]]


def on_disk(folder: Path) -> Stored:
    """Every talk of the year, the class list and the days with a file, without what only counts changes."""
    reading = Repository.reading(folder)
    talks = (talk for day in reading.dates() for talk in reading.day(day).talks)
    return {each.id: replace(each, revision=0) for each in talks}, reading.school(DAY).pupils, reading.dates()


@pytest.mark.share(of=2)
def test_a_whole_day_in_motion_is_taken_back_step_by_step(
    tmp_path: Path, opened: Callable[..., Terminal]
) -> None:
    print(table())
    assert all(each.keys <= MOST for each in MOTION)
    folder = tmp_path / "data"
    stood = [on_disk(folder)]
    with opened() as terminal:
        terminal.look_up()
        terminal.send("d")
        terminal.shows("13:00   Liv Bosman")
        for each in MOTION:
            first, *then = each.typed
            terminal.send(first)
            for typed in then:
                terminal.rest(2 * GLANCE.total_seconds())
                terminal.send(typed)
            terminal.until(lambda _: on_disk(folder) != stood[-1], each.what)
            stood.append(on_disk(folder))
        assert len({repr(each) for each in stood}) == len(stood)
        while stood[1:]:
            stood.pop()
            # a glance at what went, before the next step
            terminal.rest(GLANCE.total_seconds())
            terminal.send("u")
            terminal.until(lambda _: on_disk(folder) == stood[-1], f"the way back to before {len(stood)}")
    assert on_disk(folder) == stood[0]
