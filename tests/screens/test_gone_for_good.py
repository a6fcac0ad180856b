from __future__ import annotations

from pathlib import Path

from store.domain.talk import TalkState
from tests.screens.classroom import opened

SECRET = "oma is ernstig ziek"


def holding(folder: Path, word: str) -> list[str]:
    return [each.name for each in folder.rglob("*") if each.is_file() and word.encode() in each.read_bytes()]


async def test_what_a_family_wants_gone_is_nowhere_any_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter(SECRET, "tekenen")
        # not without a point: nothing goes by mistake
        await visit.press("ctrl+p")
        await visit.type("voorgoed wissen")
        await visit.press("enter")
        assert visit.t("Choose a point or agreement first, with ↑.") in visit.text
        await visit.press("up", "up", "ctrl+p")
        await visit.type("weg is weg")
        await visit.press("enter")
        assert SECRET in visit.text
        await visit.press("escape")
        assert SECRET in visit.text
        visit.desk.ensure_kept()
        assert holding(tmp_path, SECRET)
        await visit.press("ctrl+p")
        await visit.type("weg is weg")
        await visit.press("enter", "enter")
        assert SECRET not in visit.text
        assert "tekenen" in visit.text
        visit.desk.ensure_kept()
        assert holding(tmp_path, SECRET) == []
        await visit.press("ctrl+z")
        assert SECRET not in visit.text
        assert [text for _, text in visit.raised()] == ["tekenen"]
        assert (visit.screen, visit.talk().state) == ("talk", TalkState.RUNNING)
        # an agreement too
        await visit.press("ctrl+u")
        await visit.enter(f"! {SECRET}")
        await visit.press("up", "ctrl+p")
        await visit.type("weg is weg")
        await visit.press("enter", "enter")
        visit.desk.ensure_kept()
        assert (SECRET in visit.text, holding(tmp_path, SECRET)) == (False, [])


async def test_a_contact_moment_that_a_family_wants_gone_is_nowhere_any_more_either(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter(f"juf belt moeder in november: {SECRET}")
        await visit.press("ctrl+p")
        await visit.type("weg is weg")
        await visit.press("enter")
        assert visit.t("Choose a row with something of theirs first, with ↑ or ↓.") in visit.flat
        await visit.press("up", "ctrl+p")
        await visit.type("weg is weg")
        await visit.press("enter", "enter")
        visit.desk.ensure_kept()
        assert (visit.talk().plan.moments, SECRET in visit.text, holding(tmp_path, SECRET)) == ((), False, [])
        assert (visit.screen, visit.badge) == ("closing", visit.t("contact"))


async def test_whatever_else_was_said_at_the_agreements_can_be_gone_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing()
        await visit.enter("juf belt moeder in november")
        for rows, line in ((1, f"infoavond {SECRET}"), (0, f"* {SECRET}")):
            await visit.press(*["down"] * rows)
            await visit.enter(line)
        await visit.press("pagedown")
        await visit.enter(f"tante, {SECRET}, 06 12345678", f"buurvrouw, {SECRET}")
        # not with the number beside another: on the screen, nor where it asks
        assert ("tante" in visit.flat, "06 12345678" in visit.text) == (True, False)
        visit.desk.ensure_kept()
        assert holding(tmp_path, SECRET)
        await visit.press("pageup")
        for keys in (["down"], ["down"], ["pagedown"], ["down"]):
            await visit.press(*keys, "ctrl+p")
            await visit.type("weg is weg")
            await visit.press("enter")
            assert (SECRET in visit.text, "06 12345678" in visit.text) == (True, False)
            await visit.press("enter")
        visit.desk.ensure_kept()
        assert (SECRET in visit.text, holding(tmp_path, SECRET)) == (False, [])
        assert len(visit.talk().plan.moments) == 1
