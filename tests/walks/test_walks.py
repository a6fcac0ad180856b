"""A walk at random over all screens: nothing ends the app, nothing typed is lost, no other child is seen."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from tests.privacy.walk import families, listening
from tests.screens.classroom import opened
from tests.walks.strides import Stride, Whims
from tests.walks.walk import Eyes, Found, Walker, letters_taken_off, marked, walk
from tui.widgets.line_input import LineInput

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


class Script(Whims):
    """Does what is written down, and no more than that."""

    def __init__(self, *strides: Stride) -> None:
        super().__init__(SEED)
        self._strides = iter(strides)

    def next(self, screen: str, *, line: bool, sheet: bool, small: bool) -> Stride:
        return next(self._strides)


async def found_on_the_closing(folder: Path, *strides: Stride) -> list[str]:
    """Return what is found on a walk over a closing that asks who starts."""
    found = Found(SEED)
    with listening() as painted, letters_taken_off() as taken_off:
        async with opened(folder, families(), painted=True) as visit:
            await visit.to_closing()
            await visit.enter("bellen")
            walker = Walker(visit, Script(*strides), found, Eyes(painted, taken_off))
            await walker.go(sum(each.count for each in strides))
    return found.faults


REFUSED = Stride(typed="onbekend \u5001")
"""No answer to who starts: it comes back, chosen, and the next letter takes its place."""


async def test_what_a_key_takes_off_within_the_same_stride_is_not_lost(tmp_path: Path) -> None:
    assert await found_on_the_closing(tmp_path, REFUSED, Stride(("p", "enter", "u"))) == []


async def test_what_the_app_takes_off_a_line_is_lost(tmp_path: Path) -> None:
    def dropped(line: LineInput, text: str, *, selected: bool = False) -> None:
        line.clear()

    with patch.object(LineInput, "put_back", dropped):
        faults = await found_on_the_closing(tmp_path, REFUSED, Stride(("p", "enter", "u")))
    assert "lost: \u5001" in faults[0]
