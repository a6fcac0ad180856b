"""A note or mail pasted while preparing or on the day: each line a point, looked at before, undone as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.domain.talk import TalkState
from tests.screens.classroom import opened, three_families

MAIL = "* slaapt slecht [sinds] de verhuizing\n\n• mag ze naast Lotte?\n- =1+1 \x1b[31m zwemmen"


async def test_each_line_of_a_pasted_mail_is_a_point_of_the_chosen_voice_and_one_step(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("v", "tab", "tab")
        await visit.paste(MAIL)
        await visit.press("enter")
        assert "Elke regel een punt: Ouders" in visit.flat
        assert visit.raised() == []
        # a window that is closed now loses nothing of it
        draft = visit.desk.half_typed.of(visit.talk())
        assert draft is not None
        assert "verhuizing" in draft.text
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


async def test_on_the_day_a_mail_lands_with_the_chosen_talk_of_any_kind_and_u_takes_it_back(
    tmp_path: Path,
) -> None:
    first, second, third = three_families()
    over = replace(third, state=TalkState.FINISHED)
    async with opened(tmp_path, [first, replace(second, deck="kennismakingsgesprek"), over]) as visit:
        await visit.to_day()
        await visit.press("home", "down")
        await visit.paste("* slaapt [slecht]\n\n* =1+1 oma\x1b]0;x\n")
        assert visit.screen == "pastedpoints"
        assert "Hamit Yıldız · Elke regel een punt: Emre Yıldız" in visit.flat
        await visit.press("tab", "tab", "enter")
        assert visit.t("{what} u takes that back.", what="2 punten staan op de agenda.") in visit.flat

        def points() -> list[tuple[str, str]]:
            return [(each.voice.value, each.text) for each in visit.desk.day.in_order[1].raised]

        assert points() == [("pupil", "slaapt [slecht]"), ("pupil", "=1+1 oma]0;x")]
        await visit.press("u")
        assert points() == []
        # what a mail has around its points is told, and comes along when asked for
        await visit.paste("Beste juf Els,\n\nzwemmen\n\nGroetjes, Emre\n")
        assert "· zwemmen Staat eromheen, en is geen punt: · Beste juf Els, · Groetjes, Emre" in visit.flat
        await visit.press("enter")
        assert points() == [("carer", "zwemmen")]
        await visit.press("u")
        await visit.paste("Beste juf Els,\n\nzwemmen\n\nGroetjes, Emre\n")
        await visit.press("a", "enter")
        assert [text for _, text in points()] == ["Beste juf Els,", "zwemmen", "Groetjes, Emre"]
        await visit.press("u")
        # put away, nothing happens; typed by hand it is the same
        await visit.paste("een\ntwee")
        await visit.press("escape")
        await visit.press("ctrl+p")
        await visit.type("punten")
        await visit.press("enter")
        await visit.enter("wil graag naast Liv")
        await visit.press("enter")
        assert points() == [("carer", "wil graag naast Liv")]
        # behind a talk that is over nothing lands
        await visit.press("end")
        await visit.paste("te laat")
        assert visit.screen == "day"
        await visit.press("ctrl+p")
        await visit.type("punten")
        await visit.press("enter")
        assert visit.screen == "day", "nothing is typed for nothing"
        assert visit.desk.day.in_order[2].points == ()
        await visit.kept()
