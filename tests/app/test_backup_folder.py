"""The folder of choice for backups: anywhere but in the data folder, and found again from everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.classroom import Visit, opened
from tests.screens.trusting import to_row, worked
from tui.desk.settings.settings_rows import SettingKind


async def asked(visit: Visit) -> None:
    """The question which folder, with nothing on the line."""
    await visit.to_day()
    await to_row(visit, SettingKind.BACKUP_FOLDER)


@pytest.mark.parametrize("place", ["data", "data/2026-2027", "data/2026-2027/days", "data/backups", "link"])
async def test_a_folder_in_the_data_folder_is_refused(tmp_path: Path, place: str) -> None:
    async with opened(tmp_path) as visit:
        (tmp_path / "data/backups").mkdir()
        (tmp_path / "link").symlink_to(tmp_path / "data/2026-2027")
        await asked(visit)
        await visit.paste(str(tmp_path / place))
        await visit.press("enter")
        assert visit.screen == "settings"
        assert "ligtinde" in "".join(visit.text.split())
        assert visit.desk.repository.settings().backup_folder == ""


async def test_a_folder_is_remembered_so_that_it_is_found_from_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "stick").mkdir()
    monkeypatch.chdir(tmp_path)
    async with opened(tmp_path) as visit:
        await asked(visit)
        await visit.enter("stick")
        await worked(visit)
        assert visit.desk.repository.settings().backup_folder == str(tmp_path / "stick")


async def test_a_folder_at_home_is_remembered_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stick").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    async with opened(tmp_path) as visit:
        await asked(visit)
        await visit.enter("~/stick")
        await worked(visit)
        assert visit.desk.repository.settings().backup_folder == str(tmp_path / "stick")
