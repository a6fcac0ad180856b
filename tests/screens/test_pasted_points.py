"""A note or mail that is pasted while preparing: each line a point, looked at before, undone as one."""

from __future__ import annotations

from pathlib import Path

from tests.screens.classroom import opened

MAIL = "- slaapt slecht [sinds] de verhuizing\n\n• mag ze naast Lotte?\n=1+1 \x1b[31m zwemmen"


async def test_each_line_of_a_pasted_mail_is_a_point_of_the_chosen_voice_and_one_step(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("v", "tab", "tab")
        await visit.paste(MAIL)
        await visit.press("enter")
        assert "Elke regel een punt: Ouders" in visit.flat
        assert visit.raised() == []
        # never mind: it stands on the line again
        await visit.press("escape")
        assert "verhuizing" in visit.line
        await visit.press("enter", "enter")
        assert visit.raised() == [
            ("carer", "slaapt slecht [sinds] de verhuizing"),
            ("carer", "mag ze naast Lotte?"),
            ("carer", "=1+1 [31m zwemmen"),
        ]
        await visit.press("ctrl+z")
        assert visit.raised() == []
        assert "verhuizing" in visit.line
        await visit.press("ctrl+b")
        assert len(visit.raised()) == 3


async def test_a_paste_during_the_talk_stays_one_point_as_it_was_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.paste("een\ntwee")
        await visit.press("enter")
        assert visit.raised() == [("pupil", "een\ntwee")]
