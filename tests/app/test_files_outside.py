"""Files that anyone can read do not go from the app into the data folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.classroom import Visit, opened
from tests.screens.test_settings import change, to_settings
from tests.screens.test_summary import finished
from tui.desk.settings.settings_rows import Setting, SettingKind
from tui.terminal.clipboard import Copied


def readable(visit: Visit) -> list[str]:
    """The files in the data folder that the app writes for people."""
    files = visit.desk.repository.folder.rglob("*")
    return [path.name for path in files if path.suffix in {".txt", ".md", ".toml"}]


@pytest.mark.parametrize("key", ["enter", "f9"])
async def test_a_place_that_leads_into_the_data_folder_gets_no_text(tmp_path: Path, key: str) -> None:
    async with opened(tmp_path, size=(120, 50)) as visit:
        visit.clipboard.there = Copied.NOT
        await finished(visit)
        visit.exports.symlink_to(visit.desk.repository.folder)
        await visit.press(key)
        assert "ligtinde" in "".join(visit.text.split())
        assert readable(visit) == []
        assert visit.talk().handed_over is None


async def test_a_school_year_is_not_written_into_the_data_folder(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(160, 40)) as visit:
        await to_settings(visit)
        for place in (tmp_path / "data", tmp_path / "data/jaar.toml", tmp_path / "data/new/jaar.toml"):
            await change(visit, Setting(SettingKind.WRITE_FILE), str(place))
            assert "ligtinde" in "".join(visit.text.split())
            await visit.press("ctrl+u")
        assert readable(visit) == []
        await change(visit, Setting(SettingKind.WRITE_FILE), str(tmp_path / "jaar.toml"))
        assert (tmp_path / "jaar.toml").exists()
