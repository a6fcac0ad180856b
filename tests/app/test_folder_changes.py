"""What happens to the data folder while the app is open, and what a start does with what it can't read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.files import disk
from store.files.errors import NewerFormat
from store.files.repository import Repository
from store.language import Translator
from tests.screens.classroom import DAY, Visit, family, new_id, opened
from tui.desk.setup.locked_folder import enter
from tui.desk.talk import course
from tui.screens.modal import Modal
from tui.words.saving import stop_words
from tui.words.tidied import tidied_words

YEAR = "2026-2027"


async def test_a_year_that_is_deleted_while_it_is_open_is_said_and_kept_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("ervoor")
        await visit.kept()
        shutil.rmtree(tmp_path / "data" / YEAR)
        await visit.enter("erna")
        await visit.type("half")
        await visit.kept()
        assert visit.t(
            "{folder} was deleted; this day is kept again, a backup has the rest.", folder=YEAR
        ) in (visit.flat)
        await visit.kept()
    found = Repository.reading(tmp_path / "data")
    assert [point.text for point in found.day(DAY).in_order[0].points] == ["ervoor", "erna"]
    assert [draft.text for draft in found.drafts(DAY)] == ["half"]
    assert len(found.school(DAY).pupils) == 3


def test_a_likelier_day_of_a_newer_version_does_not_block_the_others(tmp_path: Path) -> None:
    other = family("Selma Aydın", at="15:00")
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        for day in (DAY.replace(day=26), DAY):
            repository.save(SchoolDay(date=day, talks=(other,), revision=1))
    newer = tmp_path / "data" / YEAR / "days" / DAY.isoformat()
    newer.write_bytes(newer.read_bytes().replace(b'"format":1', b'"format":99'))
    before = newer.read_bytes()
    repository = Repository(tmp_path / "data", new_id=new_id)
    entered = enter(repository, None, DAY)
    repository.close()
    assert entered.day.date == DAY.replace(day=26)
    (said,) = tidied_words(entered, Translator("nl"))
    assert str(newer) in said
    newer.with_name("2026-08-26").unlink()
    # without any other day there is nothing to open
    with pytest.raises(NewerFormat):
        enter(repository, None, DAY)
    repository.close()
    assert newer.read_bytes() == before


async def test_the_warning_of_a_stop_goes_when_the_disk_is_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.desk.repository.put = refusing
        monkeypatch.setattr(visit.desk, "wait_for_disk", lambda _=0.0: False)
        await visit.enter("nog niet")
        await refused(visit)
        await visit.press("ctrl+q")
        await visit.app.workers.wait_for_complete()
        await visit.pilot.pause()
        said = visit.t("Press it once more to stop all the same.")
        assert said in visit.flat
        visit.desk.repository.put = disk.put
        monkeypatch.undo()
        await visit.kept()
        assert said not in visit.flat


@pytest.mark.parametrize("key", ["f1", "f3", "f5", "ctrl+p", "f3 w"])
async def test_what_is_lost_by_stopping_is_said_in_front_of_every_sheet(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.desk.repository.put = refusing
        monkeypatch.setattr(visit.desk, "wait_for_disk", lambda _=0.0: False)
        await visit.press(*key.split())
        assert isinstance(visit.app.screen, Modal)
        course.more_time(visit.desk.day.talks[0], 1, visit.desk)
        await refused(visit)
        await visit.press("ctrl+q")
        await visit.app.workers.wait_for_complete()
        await visit.settled()
        said = stop_words(visit.desk.saving, visit.t)
        rows = [row.split(visit.t("NOT SAVED: {why}", why=""))[0] for row in visit.text.split("\n")]
        assert said in " ".join(" ".join(rows).split())
        visit.desk.repository.put = disk.put
        monkeypatch.undo()
        await visit.kept()
        await visit.settled()
        assert visit.t("NOT SAVED: {why}", why="") not in visit.flat


async def test_a_sheet_that_comes_while_nothing_can_be_kept_shows_that_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.desk.repository.put = refusing
        await visit.enter("nog niet")
        await refused(visit)
        await visit.press("f1")
        await visit.settled()
        assert visit.t("NOT SAVED: {why}", why="") in visit.flat
        visit.desk.repository.put = disk.put
        await visit.kept()


async def test_what_the_disk_does_not_take_can_be_kept_as_a_file_elsewhere_before_stopping(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.desk.repository.put = refusing
        await visit.enter("slaapt slecht")
        await refused(visit)
        await visit.press("f7")
        visit.clock.go_on(seconds=2)
        await visit.press("d", "f9")
        visit.clock.go_on(seconds=2)
        await visit.press("f9")
        await visit.app.workers.wait_for_complete()
        (kept,) = visit.exports.iterdir()
        assert "slaapt slecht" in kept.read_text(encoding="utf-8")
        visit.desk.repository.put = disk.put
        await visit.kept()


def refusing(path: Path, blob: bytes, previous: Path | None) -> None:
    raise OSError(5, "input/output error")


async def refused(visit: Visit) -> None:
    """Wait until the screen says why it can't be kept; an error of the disk is not a folder that is gone."""
    while visit.t("the disk reports an error") not in visit.flat:
        await visit.pilot.pause(0.02)
