"""Every key that opens a sheet closes it again, over every screen a family may see."""

from __future__ import annotations

from pathlib import Path

from textual.screen import Screen

from tests.screens.classroom import Visit, opened
from tui.keys import KEYS
from tui.screens.modal import Modal


def is_sheet(screen: Screen[object]) -> bool:
    return isinstance(screen, Modal)


async def left_open(visit: Visit) -> list[str]:
    """The keys of the table, and that of the palette, that open a sheet here and do not close it."""
    page, found, opening = visit.app.screen, [], 0
    keys = [each for key in KEYS.values() for each in key.keys.split(",")]
    for each in keys:
        if len(each) == 1 or each in {"enter", "escape", "plus", "f8", "ctrl+l", "f9", "ctrl+y", "ctrl+q"}:
            # letters are typed on the line of what they open; the others lead elsewhere or end the app
            continue
        if each in {"f7", "ctrl+t"}:
            continue
        await visit.press(each)
        if not is_sheet(visit.app.screen):
            continue
        opening += 1
        await visit.press(each)
        if visit.app.screen is not page:
            found.append(each)
            await visit.press("escape")
    assert opening > 5
    return found


async def test_the_key_that_opened_a_sheet_closes_it_on_the_board(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("leest graag")
        assert await left_open(visit) == []


async def test_the_key_that_opened_a_sheet_closes_it_on_the_closing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("leest graag")
        assert await left_open(visit) == []


async def test_the_key_of_the_help_closes_it_on_every_page(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        for way in ((), ("f9",), ("f9",), ("escape", "i")):
            await visit.press(*way)
            page = visit.app.screen
            for key in ("f1", "ctrl+g"):
                await visit.press(key)
                assert is_sheet(visit.app.screen), page
                await visit.press(key)
                assert visit.app.screen is page


async def test_the_help_over_a_sheet_tells_its_keys_and_leads_back_to_it_as_it_was(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        for way, tells in ((("f3",), "keep who is here now"), (("w",), "take what is typed as the answer")):
            await visit.press(*way)
            sheet = visit.app.screen
            if way == ("w",):
                await visit.type("oma R")
            await visit.press("f1")
            assert visit.t(tells) in visit.flat
            assert visit.t(KEYS["curtain"].help) in visit.flat
            assert "1 … 9" not in visit.text, "of nobody there is no digit"
            await visit.press("f1")
            assert visit.app.screen is sheet
        await visit.enter("iet")
        assert "✓  oma Riet" in visit.text


async def test_a_word_that_is_typed_on_a_sheet_leaves_nothing_said_under_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("f1")
        assert is_sheet(visit.app.screen)
        visit.clock.go_on(seconds=1.5)
        for letter in "naam":
            await visit.type(letter)
        await visit.press("f1")
        assert (visit.screen, visit.notice) == ("day", "")


async def test_what_was_wrong_with_an_answer_goes_as_soon_as_that_is_mended(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        visit.clock.go_on(seconds=1.5)
        await visit.press("slash")
        await visit.enter("qq")
        assert (wrong := visit.t("No name today begins like that.")) in visit.flat
        await visit.press("backspace")
        assert wrong not in visit.flat
