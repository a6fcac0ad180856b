from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from store.domain.timer import Countdown
from store.language import Translator
from tui.words.clock import clock_bar, clock_words, over_words

BEGUN = datetime(2026, 8, 25, 11, tzinfo=UTC)
CLOCK = Countdown(BEGUN, BEGUN + timedelta(minutes=20))
NL = Translator()


@pytest.mark.parametrize(
    ("passed", "words", "bar", "over"),
    [
        (0, "nog 20 min, tot 13:20", "", ""),
        (14, "nog 6 min, tot 13:20", "", ""),
        (15, "nog 5 min, tijd voor afspraken", "◇◇◇◇◇◇◇◇", ""),
        (18, "nog 2 min, tot slot", "■■■■□□□□", ""),
        (26, "tot 13:20", "■", "6 min over de tijd"),
    ],
)
def test_the_bar_comes_for_the_last_minutes_and_minutes_over_only_when_asked(
    passed: int, words: str, bar: str, over: str
) -> None:
    now = BEGUN + timedelta(minutes=passed)
    assert clock_words(CLOCK, now, datetime(2026, 8, 25, 13, 20), NL) == words
    assert clock_bar(CLOCK, now) == bar
    assert over_words(CLOCK, now, NL) == over
