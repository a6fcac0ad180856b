"""How many keys one complete talk takes beyond its text, from the running talk to finished."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from store.domain.talk import TalkState
from tests.screens.classroom import Visit, opened

POINTS = (
    ("naast Lotte zitten", "tekenen", "buiten spelen"),
    ("slaapt slecht", "oma haalt op", "wanneer bellen"),
    ("lezen thuis", "gymspullen", "overblijven"),
)


@dataclass
class Keys:
    """Counts what is pressed; letters of the text itself do not count, `!` and `-` do."""

    visit: Visit
    count: int = 0

    async def press(self, *keys: str) -> None:
        self.count += len(keys)
        await self.visit.press(*keys)

    async def line(self, text: str) -> None:
        await self.visit.type(text)
        await self.press("enter")


async def in_three_blocks(keys: Keys) -> None:
    """All of one voice, then all of the next."""
    for at, points in enumerate(POINTS):
        if at:
            await keys.press("tab")
        for point in points:
            await keys.line(point)


async def taking_turns(keys: Keys) -> None:
    """A point from each voice, three times round."""
    for round_ in range(3):
        for at in range(3):
            if round_ or at:
                await keys.press("tab")
            await keys.line(POINTS[at][round_])


@pytest.mark.parametrize(
    ("order", "most"), [(in_three_blocks, 23), (taking_turns, 31)], ids=["blocks", "turns"]
)
async def test_a_complete_talk_takes_few_keys_beyond_its_text(
    tmp_path: Path, order: Callable[[Keys], Awaitable[None]], most: int, request: pytest.FixtureRequest
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        keys = Keys(visit)
        await order(keys)
        for note in ("elke dag een kwartier", "vanaf maandag"):
            await keys.press("up")
            await keys.line(note)
        await keys.press("!")
        await keys.line(" na de herfst een ander tafelgroepje")
        await keys.press("f9")
        await visit.type("juf belt ouders in november: hoe gaat het")
        await keys.press("f9", "-", "f9")
        visit.clock.go_on(seconds=2)
        await keys.press("f9")

        talk = visit.talk()
        assert (talk.state, visit.screen) == (TalkState.FINISHED, "curtain")
        assert [len(talk.raised_by(speaker)) for speaker in talk.speakers] == [3, 3, 3]
        assert sum(len(point.notes) for point in talk.points) == 2
        assert (len(talk.agreements), len(talk.plan.moments)) == (1, 1)
        assert talk.information is not None
        assert not talk.information.wanted
        print(f"{request.node.name}: {keys.count} keys beyond the text, at most {most}")
        assert keys.count <= most
