"""How often a letter typed in a talk is kept, and what it changes on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.talk import Talk
from tests.screens.classroom import opened
from tui.desk.half_typed import HalfTypedLines
from tui.screens.talk.talk import TalkScreen


async def test_a_letter_is_kept_once_and_a_change_is_shown_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, shown = [], []
    type_, show = HalfTypedLines.type, TalkScreen.show

    def counted_type(lines: HalfTypedLines, talk: Talk, place: str, text: str) -> None:
        kept.append(text)
        type_(lines, talk, place, text)

    def counted_show(screen: TalkScreen) -> None:
        shown.append(screen.line.text)
        show(screen)

    monkeypatch.setattr(HalfTypedLines, "type", counted_type)
    monkeypatch.setattr(TalkScreen, "show", counted_show)
    async with opened(tmp_path) as visit:
        await visit.to_board()
        kept.clear()
        await visit.type("ab")
        assert kept == ["a", "ab"]
        shown.clear()
        await visit.press("enter")
        assert kept == ["a", "ab", ""]
        assert len(shown) == 1
        await visit.press("up", "tab")
        assert len(shown) == 3


async def test_a_letter_on_the_closing_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    type_ = HalfTypedLines.type

    def counted(lines: HalfTypedLines, talk: Talk, place: str, text: str) -> None:
        kept.append((place, text))
        type_(lines, talk, place, text)

    async with opened(tmp_path) as visit:
        await visit.to_closing()
        monkeypatch.setattr(HalfTypedLines, "type", counted)
        await visit.type("b")
        assert kept == [("closing/plan/", "b")]
