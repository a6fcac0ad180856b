"""The one screen with the settings, opened over any page by the palette, and back to where it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.domain.school_year import Report
from store.planline.read import read_line
from store.planline.reading import Names
from tests.screens.classroom import DAY, Visit, new_id, opened, three_families
from tests.screens.trusting import PASSPHRASE, to_row, worked
from tui.desk.settings.settings_rows import SettingKind

WAYS = {
    "curtain": (),
    "welcome": ("enter",),
    "talk": ("enter", "enter"),
    "closing": ("enter", "enter", "f9"),
    "day": ("d",),
    "summary": ("d", "f9"),
}


async def to_settings(visit: Visit) -> None:
    await visit.press("ctrl+p")
    await visit.type(visit.t("settings"))
    await visit.press("enter")
    await visit.pilot.pause()
    assert visit.screen == "settings"


@pytest.mark.share(of=3)
@pytest.mark.parametrize("place", WAYS)
async def test_the_settings_lead_back_to_any_page_and_a_language_is_spoken_there(
    tmp_path: Path, place: str
) -> None:
    async with opened(tmp_path) as visit:
        await visit.press(*WAYS[place])
        page = visit.app.screen
        await to_settings(visit)
        assert not any(name in visit.text for name in ("Liv", "Hamit", "Zuzanna"))
        await visit.press("escape")
        assert visit.app.screen is page
        await to_row(visit, SettingKind.COVER)
        await visit.press("pageup", "pageup", "pageup", "down", "down", "down")
        await visit.enter("en")
        await visit.press("f9")
        assert visit.screen == place
        assert "F8 cover" in visit.text or place in {"curtain", "welcome", "summary"}
        await visit.press("f1")
        assert "Keys" in visit.text


async def test_a_half_typed_line_is_there_again_behind_the_settings(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("slaapt sl")
        await to_settings(visit)
        await visit.enter("meester Tom")
        await visit.press("f9")
        assert (visit.screen, visit.line) == ("talk", "slaapt sl")


async def test_behind_the_curtain_another_language_does_not_show_what_it_covers(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("d", "f8")
        await to_row(visit, SettingKind.COVER)
        await visit.press("pageup", "pageup", "pageup", "down", "down", "down")
        await visit.enter("en")
        await visit.press("f9")
        assert visit.screen == "curtain"
        assert "Liv" not in visit.text


async def test_the_passphrase_waits_until_no_talk_is_going_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await to_row(visit, SettingKind.SEAL)
        await visit.enter(PASSPHRASE)
        assert visit.screen == "settings"
        assert visit.t("Not while a talk is going on; set it aside first.") in visit.flat


async def test_a_passphrase_typed_on_its_row_is_not_taken_in_sight(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await to_row(visit, SettingKind.SEAL)
        await visit.enter(PASSPHRASE)
        assert visit.screen == "passphrase"
        assert PASSPHRASE not in visit.text


async def test_at_the_table_no_date_is_changed_that_would_list_other_families(tmp_path: Path) -> None:
    liv, hamit, zuzanna = three_families()
    async with opened(tmp_path, (liv, hamit, zuzanna)) as visit:
        year = replace(visit.desk.year, reports=(Report(number=1, day=date(2027, 1, 29)),))
        visit.desk.keep_school(replace(visit.desk.school, year=year))
        moments = read_line("bellen week na rapport 1", DAY, year, Names()).moments
        planned = hamit.plan_moments(*(replace(each, id=new_id()) for each in moments))
        visit.desk.keep_day(visit.desk.day.put(planned))
        await visit.to_board()
        await to_row(visit, SettingKind.COVER)
        await visit.press("pageup", "pageup", "pageup", *["down"] * 8)
        await visit.enter("12 feb")
        assert (visit.screen, visit.line) == ("settings", "12 feb")
        assert "Hamit" not in visit.text
        assert visit.desk.year == year


async def test_a_decision_is_undone_like_any_other_setting(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_row(visit, SettingKind.COVER)
        await visit.enter("25")
        await worked(visit)
        await visit.press("ctrl+z")
        await worked(visit)
        assert visit.desk.repository.settings().curtain_minutes == 10
