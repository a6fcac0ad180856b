"""A key that is held is told from one that was pressed again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from tui.desk.fresh_press import Repeats


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
