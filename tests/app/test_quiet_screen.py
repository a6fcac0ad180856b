"""What a letter moves on the screen: nothing but the line, as long as the words take the same room."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.content import Content
from textual.message import Message
from textual.messages import Layout

from tui.widgets.line_input import LineInput
from tui.widgets.quiet_text import QuietText


class Paper(App[None]):
    """A text over a line."""

    CSS = "QuietText { height: auto; } #narrow { width: auto; }"

    def compose(self) -> ComposeResult:
        yield QuietText(id="text")
        yield QuietText(id="narrow")
        yield LineInput()


async def laid_out_anew(key: str = "", *, where: str = "text", after: Content | None = None) -> bool:
    """Say whether the screen was laid out anew by this key, or by other words instead."""
    layouts: list[Message] = []

    def hear(message: Message) -> None:
        if isinstance(message, Layout):
            layouts.append(message)

    paper = Paper()
    async with paper.run_test(size=(20, 10), message_hook=hear) as pilot:
        text = paper.query_one(f"#{where}", QuietText)
        text.show(Content("moeder belt"))
        await pilot.pause()
        layouts.clear()
        if key:
            await pilot.press(key)
        if after is not None:
            text.show(after)
        await pilot.pause()
        assert str(text.content) == str(Content("moeder belt") if after is None else after)
    return bool(layouts)


async def test_a_letter_on_the_line_moves_nothing() -> None:
    assert not await laid_out_anew("a")


@pytest.mark.parametrize(
    ("where", "after", "moves"),
    [
        ("text", "moeder belt", False),
        ("text", "vader belt niet", False),
        ("text", "vader belt in de week van 12 november", True),
        ("text", "", False),
        ("narrow", "moeder mailt", True),
        ("narrow", "Moeder belt", False),
    ],
)
async def test_words_move_what_stands_around_them_only_when_they_take_other_room(
    where: str, after: str, moves: bool
) -> None:
    assert await laid_out_anew(where=where, after=Content(after)) is moves
