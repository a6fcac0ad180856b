"""An error nobody foresaw in a sheet closes the sheet: one sentence, and the page goes on."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from textual.css.errors import StyleValueError

from tests.screens.classroom import Visit, opened
from tui.screens.ask import AskScreen
from tui.screens.help import HelpScreen
from tui.screens.modal import Modal
from tui.screens.palette import PaletteScreen
from tui.screens.preview import PreviewScreen
from tui.screens.setup.settings import SettingsScreen
from tui.screens.talk.letter import LetterScreen
from tui.screens.talk.more_minutes import MinutesScreen
from tui.screens.talk.who_is_here import WhoScreen
from tui.widgets.people_list import PeopleList

SENTENCE = "Something went wrong there; everything is kept and you can go on."
Patch = pytest.MonkeyPatch


def fail(self: object = None, *_: object, **__: object) -> None:
    raise ZeroDivisionError


async def fail_later() -> None:
    raise ZeroDivisionError


def in_timer(sheet: WhoScreen) -> None:
    sheet.set_timer(0.001, fail)


def in_timer_of_own(sheet: WhoScreen) -> None:
    sheet.set_timer(0.001, partial(setattr, sheet.styles, "width", "wide as the sky"))


def in_worker(sheet: WhoScreen) -> None:
    sheet.run_worker(fail_later())


def in_thread(sheet: WhoScreen) -> None:
    sheet.run_worker(asyncio.to_thread(fail))


def in_callback(sheet: WhoScreen) -> None:
    sheet.call_after_refresh(fail)


def in_style(sheet: WhoScreen) -> None:
    sheet.styles.width = "as wide as the sky"


MOUNTING: tuple[Callable[[WhoScreen], None], ...] = (
    in_timer,
    in_timer_of_own,
    in_worker,
    in_thread,
    in_callback,
    in_style,
)
OF_WHO: tuple[tuple[type, str, object], ...] = (
    (WhoScreen, "__init__", fail),
    (WhoScreen, "compose", fail),
    (WhoScreen, "on_mount", fail),
    *((WhoScreen, "on_mount", each) for each in MOUNTING),
    (WhoScreen, "CSS", "WhoScreen { width: as-wide-as-the-sky; }"),
    (WhoScreen, "CSS_PATH", "/nowhere/at_all.tcss"),
    (WhoScreen, "render", fail),
    (WhoScreen, "_on_screen_resume", fail),
    (PeopleList, "compose", fail),
    (PeopleList, "render", fail),
)
"""What may go wrong while one sheet comes."""
SHEETS = (
    (HelpScreen, "f1"),
    (PaletteScreen, "ctrl+p"),
    (MinutesScreen, "f4"),
    (LetterScreen, "f5"),
)


async def closed(visit: Visit, page: str, said: str = "") -> str:
    """What is wrong after a sheet failed over this page, and this was `said` too; empty when nothing is."""
    for _ in range(50):
        await visit.dealt_with()
        if visit.screen == page and visit.t(SENTENCE) in visit.flat and said in visit.flat:
            break
    else:
        return f"{visit.screen}: {visit.flat[-80:]}"
    visit.app.navigator.hush()
    return "" if len(visit.app.screen_stack) == 2 else f"{visit.app.screen_stack}"


async def test_a_sheet_that_fails_again_while_it_is_taken_away_is_gone_all_the_same(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        told: list[str] = []
        monkeypatch.setattr(visit.app, "sheet_failed", lambda typed: _told(told, typed))
        monkeypatch.setattr(WhoScreen, "on_mount", fail)
        monkeypatch.setattr(visit.app, "_replace_screen", fail)
        visit.post("f3")
        for _ in range(50):
            await visit.dealt_with()
        assert (visit.screen, told) == ("talk", [""])


async def _told(told: list[str], typed: str) -> None:
    told.append(typed)


async def test_whatever_fails_while_a_sheet_comes_the_talk_goes_on(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    wrong = []
    async with opened(tmp_path, painted=True) as visit:
        await visit.to_board()
        typed = ""
        for at, (owner, name, fault) in enumerate(OF_WHO):
            with monkeypatch.context() as patch:
                patch.setattr(owner, name, fault)
                await visit.press("f3")
                if found := await closed(visit, "talk"):
                    wrong.append(f"{owner.__name__}.{name} {fault}: {found}")
            letter = "abcdefghijklmnopqrstuvwxyz"[at]
            await visit.type(letter)
            typed += letter
            assert visit.line == typed
        for sheet, key in SHEETS:
            with monkeypatch.context() as patch:
                patch.setattr(sheet, "compose", fail)
                await visit.press(key)
                if found := await closed(visit, "talk"):
                    wrong.append(f"{sheet.__name__}: {found}")
        assert wrong == []
        await visit.press("f3", "1", "enter")
        assert not visit.talk().presence.pupil
        await visit.press("enter")
        assert visit.raised() == [("pupil", typed)]


async def test_what_fails_in_a_sheet_that_is_there_closes_it(tmp_path: Path, monkeypatch: Patch) -> None:
    wrong = []
    async with opened(tmp_path, painted=True) as visit:
        await visit.to_board()
        for name, keys in (
            ("action_done", "enter"),
            ("on_key", "2"),
            ("action_leave", "escape"),
            ("welcome", ""),
        ):
            await visit.press("f3")
            with monkeypatch.context() as patch:
                patch.setattr(PeopleList if name == "welcome" else WhoScreen, name, fail)
                await visit.press(keys or "w")
                if not keys:
                    await visit.enter("o")
                if found := await closed(visit, "talk"):
                    wrong.append(f"{name}: {found}")
        # over a sheet, and under the curtain
        with monkeypatch.context() as patch:
            patch.setattr(AskScreen, "compose", fail)
            await visit.press("f3", "w")
            assert visit.screen == "who"
        who = visit.app.screen
        await visit.press("f8")
        who.call_later(fail)
        await visit.dealt_with()
        assert visit.screen == "curtain"
        await visit.press("enter")
        assert visit.screen == "talk"
    assert wrong == []


async def test_what_fails_while_the_program_ends_does_not_make_it_end_by_an_error(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.app.exit()
        # a page that was just being put up, say
        visit.app.screen.call_later(fail)
        await visit.dealt_with()
    assert not visit.app.return_code


async def test_what_was_typed_on_a_sheet_that_fails_is_on_the_line_below_or_is_said(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    monkeypatch.setattr(Modal, "action_leave", fail)
    monkeypatch.setattr(AskScreen, "action_complete", fail)
    async with opened(tmp_path, painted=True) as visit:
        await visit.to_card()
        await visit.press("w")
        await visit.type("oma Fat")
        await visit.press("tab")
        assert await closed(visit, "welcome", visit.t("Its line said: {text}", text="oma Fat")) == ""
        await visit.press("enter")
        await visit.type("sl")
        await visit.press("ctrl+p")
        await visit.type("oma Fat")
        await visit.press("escape")
        assert await closed(visit, "talk") == ""
        assert visit.line == "oma Fatsl"


async def test_settings_and_a_preview_that_fail_lead_back_to_where_they_lay(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    async with opened(tmp_path, painted=True) as visit:
        await visit.to_day()
        for owner, name in (
            (SettingsScreen, "page"),
            (SettingsScreen, "CSS_PATH"),
            (SettingsScreen, "action_undo"),
        ):
            with monkeypatch.context() as patch:
                patch.setattr(owner, name, "/nowhere.tcss" if name == "CSS_PATH" else fail)
                await visit.press("i", *(["ctrl+z"] if name == "action_undo" else []))
                assert await closed(visit, "day") == "", name
        await visit.press("f9")
        monkeypatch.setattr(PreviewScreen, "compose", fail)
        await visit.press("v")
        assert await closed(visit, "summary") == ""


async def test_what_fails_on_the_page_under_a_sheet_is_not_taken_for_the_sheet(
    tmp_path: Path, monkeypatch: Patch
) -> None:
    async def fails_below() -> None:
        async with opened(tmp_path, painted=True) as visit:
            await visit.to_board()
            await visit.press("f3")
            page = visit.app.screen_stack[1]
            page.call_later(setattr, page.styles, "width", "as wide as the sky")
            await visit.dealt_with()

    with pytest.raises(StyleValueError):
        await fails_below()
