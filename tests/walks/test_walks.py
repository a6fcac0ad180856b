"""A walk at random over all screens: nothing ends the app, nothing typed is lost, no other child is seen."""

from __future__ import annotations

from pathlib import Path

from tests.walks.strides import Whims
from tests.walks.walk import Found, marked, walk

SEED, KEYS = 2, 250
"""A share of what `python -m tests.walks` walks."""


async def test_a_walk_over_the_screens_loses_nothing_and_shows_nobody_else(tmp_path: Path) -> None:
    found = await walk(tmp_path, SEED, KEYS)
    assert found.faults == []
    assert found.keys >= KEYS
    assert len(found.screens) >= 4


def test_the_same_seed_makes_the_same_walk() -> None:
    def strides(seed: int) -> list[str]:
        whims = Whims(seed)
        return [str(whims.next("talk", line=True, sheet=False, small=False)) for _ in range(50)]

    assert strides(1) == strides(1) != strides(2)


def test_a_mark_is_found_wherever_it_went_and_nothing_else_is_one() -> None:
    mark = Whims(1).mark()
    assert marked(f"bellen{mark}漢字 é") == {mark}


def test_what_goes_wrong_is_told_with_its_seed_and_the_keys_before_it() -> None:
    found = Found(7, keys=12)
    found.last.extend(["talk: f9", "closing: enter"])
    found.add("lost: x")
    assert found.faults == ["seed 7, key 12: lost: x\n    talk: f9\n    closing: enter"]
