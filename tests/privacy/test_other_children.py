"""No other child's name while a family is at the table, whatever key is pressed, twice or held."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from tests.privacy.walk import BURST, HELD, LONG_COVERED, PLACES, look, tries, walking

SHARE = 1999
"""Every so many-th try is made here; `python -m tests.privacy` makes all of them."""


async def test_no_pair_of_keys_shows_another_child(tmp_path: Path) -> None:
    assert (await look(tmp_path, islice(tries(), 0, None, SHARE))).seen == []


async def test_keys_that_lead_on_show_nobody_when_held_or_in_a_burst(
    tmp_path: Path,
) -> None:
    by_name = {place.name: place for place in PLACES}
    asked = [
        (by_name["read-back, all said"], ("f9",) * HELD, 0.06),
        (by_name["read-back, all said"], ("f9", "f9", "enter", "d", "d"), BURST),
        (by_name["talk"], ("f7", "enter", "d", "slash"), BURST),
        (by_name["card"], ("n", "enter"), BURST),
        (by_name["card"], ("plus", "l"), BURST),
        (by_name["covered talk"], ("d",) * HELD, 0.06),
        (LONG_COVERED, ("d",) * HELD, BURST),
    ]
    assert (await look(tmp_path, asked)).seen == []


@pytest.mark.parametrize("word", ["de vries", "dus", "daan"])
async def test_a_word_on_a_curtain_that_stood_long_shows_nobody_even_for_a_moment(
    tmp_path: Path, word: str
) -> None:
    async with walking(tmp_path) as walk:
        await walk.put_back(LONG_COVERED)
        await walk.type(LONG_COVERED, word)
        assert walk.visit.screen == "curtain"
        assert walk.seen == []


async def test_a_letter_on_a_curtain_that_was_seen_does_show_the_day(tmp_path: Path) -> None:
    place = next(place for place in PLACES if place.name == "talk")
    assert (await look(tmp_path, [(place, ("f8", "d"), 2.0)])).seen
