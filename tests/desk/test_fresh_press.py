"""A key that is held is told from one that was pressed again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tui.desk.fresh_press import FreshPress, Repeats


@pytest.mark.parametrize(
    ("later", "key", "told"),
    [
        (timedelta(milliseconds=30), "enter", (True, True, True, True)),
        (timedelta(milliseconds=30), "d", (True, True, False, True)),
        (timedelta(milliseconds=500), "d", (True, False, False, True)),
        (timedelta(seconds=1), "enter", (False, False, False, True)),
        (timedelta(seconds=3), "e", (False, False, False, False)),
        (timedelta(hours=-1), "enter", (False, False, False, False)),
    ],
)
def test_a_key_repeats_only_right_after_itself_and_a_clock_set_back_makes_no_repeat(
    later: timedelta, key: str, told: tuple[bool, ...]
) -> None:
    now = [datetime(2026, 8, 25, 13, tzinfo=UTC)]
    repeats = Repeats(lambda: now[0])
    assert repeats.take("enter") == (False, False, False, False)
    now[0] += later
    assert repeats.take(key) == told


HELD = (0.0, 0.5, *(0.53 + 0.03 * each for each in range(150)))
"""When a key comes that is held for five seconds."""


@pytest.mark.parametrize(
    ("pressed", "counted"),
    [
        (HELD, (0.0,)),
        ((0.0, 0.4), (0.0,)),
        ((0.0, 0.8, 1.6, 2.4, 3.2), (0.0, 1.6, 3.2)),
        ((0.0, 1.0, 2.0), (0.0, 1.0, 2.0)),
        ((0.0, -3600.0, -3598.9), (0.0, -3598.9)),
    ],
)
def test_a_held_key_counts_once_and_whoever_presses_again_as_nothing_happens_is_heard_after_a_second(
    pressed: tuple[float, ...], counted: tuple[float, ...]
) -> None:
    begun = datetime(2026, 8, 25, 13, tzinfo=UTC)
    now = [begun]
    press, repeats = FreshPress(lambda: now[0], at_once=True), Repeats(lambda: now[0])
    heard: dict[str, list[float]] = {"press": [], "repeats": []}
    for each in pressed:
        now[0] = begun + timedelta(seconds=each)
        if press.counts():
            heard["press"].append(each)
        if not repeats.take("enter").repeated:
            heard["repeats"].append(each)
    assert heard["press"] == list(counted)
    # a clock that was set back says nothing of a key that is held
    assert [each for each in heard["repeats"] if each != -3600.0] == list(counted)
