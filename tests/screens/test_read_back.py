"""The read-back: the letter before the talk is finished, and over the board and the closing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.domain.plan import Channel
from store.domain.talk import TalkState
from store.export.telling import ACTIONS, BLANK
from tests.screens.classroom import opened, three_families
from tests.screens.test_closing import complete
from tui.desk import way_back
from tui.keys import KEYS
from tui.widgets.letter import Letter


async def test_f9_reads_back_what_is_complete_and_f9_there_finishes(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        assert visit.screen == "closing"
        await visit.to_read_back()
        assert (visit.screen, visit.talk().state) == ("readback", TalkState.RUNNING)
        assert "slaapt het beter" in visit.flat
        assert visit.app.focused is None
        await visit.press("x", "enter", "f9")
        assert (visit.screen, visit.talk().state) == ("curtain", TalkState.FINISHED)


async def test_a_key_that_is_held_on_the_way_to_the_read_back_never_finishes(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        for _ in range(60):
            visit.clock.go_on(milliseconds=33)
            visit.post("f9")
            await visit.dealt_with()
        assert (visit.screen, visit.talk().state) == ("readback", TalkState.RUNNING)
        visit.clock.go_on(seconds=1)
        await visit.press("f9")
        assert visit.talk().state is TalkState.FINISHED


async def test_escape_and_up_lead_back_to_the_closing_and_the_line_is_ready_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        for key in ("escape", "up"):
            await visit.to_read_back()
            await visit.press(key)
            assert visit.screen == "closing"
        await visit.enter("mail zo nodig")
        assert len(visit.talk().plan.moments) == 2


async def test_it_opens_at_its_top_and_scrolls_by_the_page_here_and_behind_its_key(tmp_path: Path) -> None:
    liv, *others = three_families()
    points = (AgendaPoint(id=str(n), voice=Voice.CARER, text=f"punt {n}") for n in range(30))
    async with opened(tmp_path, (replace(liv, points=tuple(points)), *others)) as visit:
        await visit.to_closing()
        await visit.enter("juf belt in november: slaapt het beter", "-", "-")
        first, last = visit.t("How we keep in touch"), "punt 29"
        for key in ("f5", "f9"):
            await visit.press(key)
            for _ in range(2):
                assert visit.app.screen.query_one(Letter).scroll_y == 0
                assert first in visit.flat
                await visit.press("pagedown", "pagedown", "pagedown")
                assert last in visit.flat
                await visit.press("pageup", "pageup", "pageup")
            await visit.press("escape")
            assert visit.screen == "closing"


async def test_what_went_missing_meanwhile_leads_back_to_the_closing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.to_read_back()
        way_back.undo(visit.desk, visit.talk())
        await visit.press("f9")
        assert (visit.screen, visit.talk().state) == ("closing", TalkState.RUNNING)


async def test_one_key_tells_it_simply_and_another_covers_who_how_and_when(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        for key in ("f5", "f9"):
            await visit.press(key)
            full = visit.text
            await visit.press("t")
            assert visit.t(ACTIONS[Channel.PHONE]) in visit.text
            # the way back stands where the way here stood
            assert visit.t("in full") in visit.text.splitlines()[-1]
            await visit.press("z")
            assert BLANK in visit.text
            # and of what stood nowhere too: who came here by mistake finds it
            foot = visit.text.splitlines()[-1]
            assert f"z: {visit.t('in full')}" in foot or f"z {visit.t('in full')}" in foot
            assert "november" not in visit.flat
            assert "slaapt het beter" in visit.flat
            await visit.press("z")
            assert visit.text == full
            assert KEYS["say_back"].label not in visit.text.splitlines()[-1]
            await visit.press("escape")


async def test_a_word_typed_on_it_changes_nothing_and_makes_no_paper(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await complete(visit)
        await visit.to_read_back()
        before = visit.text.splitlines()[:-3]
        for word in ("zo dus", "tot ziens", "plan is goed"):
            visit.clock.go_on(seconds=2)
            for letter in word:
                visit.post(letter)
            await visit.dealt_with()
            assert visit.text.splitlines()[:-3] == before, word
            assert "Een woord doet hier niets" in visit.text
        assert not visit.exports.exists()
