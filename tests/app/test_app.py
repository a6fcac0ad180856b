from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.domain.talk import TalkState
from store.language import Translator
from tests.screens.classroom import DAY, opened, reopened
from tui.keys import EVERYWHERE, KEYS, PRINT_FORMS
from tui.widgets.line_input import LineInput


async def test_a_window_below_60_by_20_shows_a_notice_and_keeps_the_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("half")
        for size in ((59, 24), (80, 19)):
            await visit.resize(*size)
            assert "Liv" not in visit.text
            assert "60" in visit.text
        await visit.press("f7", "f9")
        await visit.type("!")
        await visit.resize(60, 20)
        assert "Liv" in visit.text
        assert visit.line == "half!"


async def test_behind_the_notice_of_a_small_window_no_letter_acts(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.resize(59, 24)
        await visit.press("n", "a", "enter")
        await visit.resize(80, 24)
        assert visit.screen == "day"
        assert visit.talk().state is TalkState.PLANNED


async def test_quitting_sets_a_running_talk_aside(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("een punt")
        await visit.press("ctrl+q")
    async with reopened(tmp_path) as visit:
        assert visit.talk().state is TalkState.SET_ASIDE
        assert visit.raised() == [("pupil", "een punt")]


@pytest.mark.parametrize("language", ["nl", "en"])
async def test_the_palette_lists_the_keys_of_this_screen_by_name(tmp_path: Path, language: str) -> None:
    t = Translator(language)
    async with opened(tmp_path, language=language, size=(100, 60)) as visit:
        await visit.to_board()
        await visit.press("ctrl+p")
        for key in ("question", "who", "aside", "curtain", "quit"):
            assert f"{t(KEYS[key].label)}  {KEYS[key].shown}" in visit.text


async def test_over_a_sheet_the_palette_offers_the_help_of_that_sheet(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("ctrl+p")
        assert visit.t("The keys of this screen.") in visit.text
        await visit.press("escape", "f5", "ctrl+p")
        assert visit.screen == "palette"
        await visit.enter(visit.t("The keys of this screen.").rstrip(".").split()[1])
        assert visit.screen == "help"
        assert visit.t(KEYS["say_back"].help) in visit.flat


async def test_the_palette_says_that_nothing_was_found_and_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("ctrl+p")
        await visit.type("xyzzy")
        assert visit.t("Nothing found; type another word.") in visit.flat
        await visit.press("down", "pageup", "enter")
        assert (visit.screen, visit.app.screen.query_one(LineInput).value) == ("palette", "xyzzy")
        await visit.press("ctrl+u", "pageup", "pagedown", "up", "down", "ctrl+p")
        assert visit.screen == "curtain"


async def test_the_palette_finds_by_other_words_for_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("ctrl+p")
        # over the cover nothing covers once more
        await visit.type(visit.t(KEYS["curtain"].label))
        assert "  F8" not in visit.text
        await visit.press("ctrl+p")
        await visit.to_board()
        await visit.press("ctrl+p")
        for word, key in (
            ("afsluiten", "quit"),
            ("stil", "question"),
            ("tolk", "who"),
            ("brief", "read_back"),
            ("pauze", "aside"),
            ("verberg", "curtain"),
            ("fout", "undo"),
            ("uitleg", "help"),
        ):
            await visit.type(word)
            assert f"{visit.t(KEYS[key].label)}  {KEYS[key].shown}" in visit.text, word
            await visit.press("ctrl+u")


async def test_a_command_of_the_palette_does_what_its_key_does(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("ctrl+p")
        await visit.type(visit.t(KEYS["aside"].label))
        await visit.press("enter")
        await visit.pilot.pause()
        assert visit.talk().state is TalkState.SET_ASIDE


async def test_the_palette_goes_down_and_up_its_list_and_tells_in_full_of_the_chosen_command(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("ctrl+p")
        # the name of a command begins further on in a word written as one, and is meant before another's help
        await visit.type("form")
        assert f"▸ {visit.t(PRINT_FORMS.label)}" in visit.text
        assert visit.t(PRINT_FORMS.help) in visit.flat
        await visit.press("ctrl+u")
        rows = [line.strip(" ▸").split("  ") for line in visit.text.splitlines()]
        first, second, *_ = [row[0] for row in rows if len(row) > 1]
        await visit.press("down", "down", "up")
        assert f"▸ {second}" in visit.text
        await visit.press("pagedown", "pageup", "pageup")
        assert f"▸ {first}" in visit.text


async def test_help_lists_the_keys_of_the_screen_it_was_asked_on(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(110, 50)) as visit:
        await visit.to_board()
        await visit.press("f1")
        for key in ("question", "who", "longer", "aside", *EVERYWHERE):
            assert visit.t(KEYS[key].help)[:30] in visit.text
        assert visit.t(KEYS["not_come"].help)[:30] not in visit.text
        await visit.press("escape")
        assert visit.screen == "talk"


async def test_the_curtain_covers_an_open_question_and_gives_it_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f3", "f8")
        assert visit.screen == "curtain"
        assert "Liv" not in visit.text
        await visit.press("enter")
        assert "Liv" in visit.text


async def test_the_kept_mark_is_there_only_when_it_is_on_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    async with opened(tmp_path, size=(100, 30)) as visit:
        await visit.to_board()
        await visit.kept()
        kept = visit.t("kept {time}", time="12:55")
        assert kept in visit.text
        monkeypatch.setattr(os, "fsync", full)
        await visit.enter("vol")
        visit.desk.wait_for_disk(0.2)
        await visit.pilot.pause()
        assert kept not in visit.text
        assert visit.t("the disk is full") in visit.text
        monkeypatch.undo()
        await visit.kept()
        assert kept in visit.text
        assert visit.t("the disk is full") not in visit.text


async def test_ctrl_s_says_that_everything_is_kept(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(100, 30)) as visit:
        await visit.to_board()
        await visit.kept()
        await visit.press("ctrl+s")
        assert visit.t("Everything is kept, last at {time}.", time="12:55") in visit.text


async def test_ctrl_c_puts_nothing_over_the_screen_and_says_how_to_stop(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("enter", "ctrl+c")
        assert visit.notice == visit.t("Press {key} to stop.", key="ctrl+q")
        assert not visit.app.screen.query("Toast")


async def test_what_the_start_put_in_order_is_told_on_the_day_once(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        stray = Draft(talk="gone", number=1, place="carer//", text="slaapt sl")
        visit.desk.repository.keep_drafts(DAY, (stray,))
    async with reopened(tmp_path) as visit:
        await visit.to_day()
        assert "slaapt sl" in visit.flat
        await visit.press("f9", "escape")
        assert visit.screen == "day"
        assert "slaapt sl" not in visit.flat
