"""Backups while the app is used: at a start, a new day, a decision, and the end."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from store.domain.settings import Settings
from store.files.backups import archive, backup
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.screens.classroom import DAY, Visit, opened
from tests.screens.trusting import PASSPHRASE, seal, to_row, worked
from tui.desk.settings.settings_rows import SettingKind
from tui.desk.setup import upkeep
from tui.desk.setup.passphrase import Wish
from tui.terminal.background import in_background
from tui.words.upkeep import backup_words


async def to_day(visit: Visit) -> None:
    """To the day, past the question about holidays."""
    await visit.to_day()
    if visit.screen != "day":
        await visit.press("escape")
    assert visit.screen == "day"


async def decided(visit: Visit, kind: SettingKind, answer: str) -> None:
    """One row of the settings, by the palette."""
    await to_row(visit, kind)
    await visit.paste(answer)
    await visit.press("enter")
    await worked(visit)


async def sealed(visit: Visit) -> None:
    """Seal the folder the way the teacher does, up to the recovery key."""
    await to_day(visit)
    await visit.app.navigator.ask_passphrase(Wish.SEAL)
    await visit.pilot.pause()
    await seal(visit, PASSPHRASE, PASSPHRASE)
    assert visit.screen == "recoverykey"


def in_backups(folder: Path) -> list[archive.Archive]:
    return [archive.read(each.path) for each in backup.found(folder)]


def holds(visit: Visit, text: str) -> bool:
    """Whether the newest backup in the data folder holds a point with this text, unsealed."""
    (found,) = in_backups(visit.desk.repository.layout.backups)
    return any(text.encode() in blob for blob in found.files.values())


async def test_a_start_backs_up_and_tells_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        await worked(visit)
        repository, stick = visit.desk.repository, tmp_path / "stick"
        assert len(in_backups(repository.layout.backups)) == 1
        made = repository.seal(PASSPHRASE)
        KeyFile(repository.folder).mark_shown(made.sealer)
        repository.save_settings(Settings(backup_folder=str(stick)))
        await visit.app.look_after()
        (sentence,) = visit.app.backups.notices
        assert str(stick) in sentence
        assert not stick.exists()
        await to_day(visit)
        assert "".join(sentence.split()) in "".join(visit.text.split())
        stick.mkdir()
        await visit.app.look_after()
        assert visit.app.backups.notices == ()
        assert len(in_backups(stick)) == 1


async def test_a_rehearsal_backs_up_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.app.look_after()
        await visit.app.backups.back_up_at_the_end(visit.t)
        await visit.press("ctrl+q")
        await worked(visit)
        assert not visit.desk.repository.layout.backups.exists()


async def test_a_folder_that_is_chosen_gets_a_backup_at_once(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    async with opened(tmp_path, rehearsal=False) as visit:
        await sealed(visit)
        await visit.to_day()
        await decided(visit, SettingKind.BACKUP_FOLDER, str(stick))
        (held,) = in_backups(stick)
        assert {"key", "key.copy"} < held.files.keys()


async def test_an_unsealed_folder_says_at_once_that_nothing_goes_to_a_stick(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    async with opened(tmp_path, rehearsal=False) as visit:
        await to_day(visit)
        await decided(visit, SettingKind.BACKUP_FOLDER, str(stick))
        assert "wachtzin" in visit.flat
        assert list(stick.iterdir()) == []


async def test_fewer_backups_go_as_soon_as_that_is_decided(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        repository = visit.desk.repository
        for number in range(1, 4):
            repository.save_settings(Settings(curtain_minutes=number))
            now = visit.desk.now() - timedelta(days=number)
            day = DAY - timedelta(days=number)
            backup.daily(repository, repository.layout.backups, today=day, now=now, keep=7)
        await to_day(visit)
        await decided(visit, SettingKind.BACKUPS, "2")
        assert {each.day for each in backup.found(repository.layout.backups)} == {
            DAY,
            DAY - timedelta(days=1),
        }


async def test_stopping_in_order_backs_up_what_was_kept_since_the_start(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        await worked(visit)
        await visit.to_board()
        await visit.enter("slaapt slecht")
        assert not holds(visit, "slaapt slecht")
        await visit.press("ctrl+q")
        await worked(visit)
        assert holds(visit, "slaapt slecht")


async def test_a_stick_that_is_away_at_the_end_is_said_when_the_screen_is_gone(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    async with opened(tmp_path, rehearsal=False) as visit:
        await worked(visit)
        visit.desk.repository.seal(PASSPHRASE)
        visit.desk.repository.save_settings(Settings(backup_folder=str(stick)))
        stick.rmdir()
        await visit.press("ctrl+q")
        await worked(visit)
    assert any(str(stick) in sentence for sentence in visit.app.backups.parting)


async def test_the_very_first_session_leaves_a_backup(tmp_path: Path) -> None:
    async with opened(tmp_path, (), rehearsal=False) as visit:
        await visit.press("h")
        await visit.enter("13:00 Liv Bosman, Mark Bosman")
        await visit.kept()
        await visit.press("ctrl+q")
        await worked(visit)
        assert holds(visit, "Liv")


async def test_a_new_day_in_an_open_app_is_backed_up(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        await worked(visit)
        await visit.to_board()
        await visit.enter("slaapt slecht")
        await visit.kept()
        await visit.app.look_around()
        await worked(visit)
        assert not holds(visit, "slaapt slecht")
        visit.clock.go_on(days=1)
        await visit.app.look_around()
        await worked(visit)
        days = [each.day for each in backup.found(visit.desk.repository.layout.backups)]
        assert days == [DAY + timedelta(days=1), DAY]


async def test_a_stick_that_hangs_does_not_hold_up_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    never = Event()
    monkeypatch.setattr(upkeep, "back_up", lambda desk: never.wait() and ())
    monkeypatch.setattr("tui.backups.LAST_SECONDS", 0.01)
    async with opened(tmp_path, rehearsal=False) as visit:
        await visit.press("ctrl+q")
        await visit.pilot.pause()
        assert not visit.app.is_running
    never.set()


async def test_work_beside_the_screen_gives_what_it_found_or_what_went_wrong() -> None:
    assert await in_background(lambda: 3) == 3
    with pytest.raises(ZeroDivisionError):
        await in_background(lambda: 1 // 0)
    never = Event()
    assert await in_background(never.wait, 0.01) is None
    never.set()


# -- sealing ---------------------------------------------------------------------------
async def test_sealing_leaves_backups_that_open_without_the_folder(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        await worked(visit)
        visit.clock.go_on(days=1)
        await sealed(visit)
        folder = visit.desk.repository.folder
    found = in_backups(folder / "backups")
    assert len(found) == 2
    for number, held in enumerate(found):
        new = tmp_path / str(number)
        for name, blob in held.files.items():
            (new / name).parent.mkdir(parents=True, exist_ok=True)
            (new / name).write_bytes(blob)
        sealer = KeyFile(new).unlock(PASSPHRASE)
        assert len(Repository.reading(new, sealer).day(DAY).talks) == 3


async def test_a_recovery_key_that_was_never_shown_is_told_until_one_is(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        visit.desk.repository.seal(PASSPHRASE)
        await visit.app.look_after()
        (sentence,) = visit.app.backups.notices
        assert visit.t("new recovery key") in sentence
        await to_day(visit)
        assert "".join(sentence.split()) in "".join(visit.text.split())
        await visit.app.navigator.ask_passphrase(Wish.RENEW)
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE)
        assert not KeyFile(visit.desk.repository.folder).is_shown()
        await visit.press("f9")
        assert visit.screen == "day"
        assert KeyFile(visit.desk.repository.folder).is_shown()
        assert visit.app.backups.notices == ()


async def test_a_key_screen_that_was_not_left_in_order_is_remembered(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        await sealed(visit)
        await visit.press("ctrl+q")
        await worked(visit)
    assert not KeyFile(tmp_path / "data").is_shown()


# -- damage ------------------------------------------------------------------------------
async def test_a_damaged_file_is_told_and_the_healthy_backup_of_that_day_stays(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        await worked(visit)
        repository = visit.desk.repository
        path = next((repository.folder / "2026-2027/days").iterdir())
        path.write_bytes(path.read_bytes()[:-1])
        told = backup_words(await asyncio.to_thread(upkeep.back_up, visit.desk), visit.t)
        assert len(told) == 1
        assert "startgesprek check" in told[0]
        assert len(in_backups(repository.layout.backups)) == 2
