"""What `restore` and `check` say of backups that are damaged, in the way or not there."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from store.domain.settings import Settings
from store.files.backups import archive, backup
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, new_id
from tests.files.two_families import HANDED, command
from tests.sealing.test_sealing import SECRET


def chosen(folder: Path, stick: Path) -> None:
    """The teacher chose this place for backups too."""
    with Repository(folder, new_id=new_id, sealer=KeyFile(folder).unlock(SECRET)) as repository:
        repository.save_settings(Settings(backup_folder=str(stick)))


def restored(folder: Path, *arguments: str | Path, passphrase: Path) -> int:
    return command(folder, "restore", *map(str, arguments), "--passphrase-file", str(passphrase))


# -- restore -----------------------------------------------------------------------
def test_of_a_damaged_backup_another_one_is_advised(
    filled: Path, stored: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stored.write_bytes(stored.read_bytes()[:-1])
    assert restored(filled, stored, passphrase=passphrase) == 1
    said = capsys.readouterr().err
    assert "startgesprek restore" in said
    assert "open the app" not in said


def test_of_a_stick_what_is_on_it_is_listed_on_an_empty_computer(
    stored: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert restored(tmp_path / "nieuw", stored.parent, passphrase=passphrase) == 0
    said = capsys.readouterr().out
    assert str(stored.parent) in said
    assert stored.name in said
    assert not (tmp_path / "nieuw").exists()


def test_a_backup_without_a_key_is_not_taken_for_a_key_file(
    filled: Path, stored: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    held = archive.read(stored)
    files = {name: blob for name, blob in held.files.items() if not name.startswith("key")}
    stored.write_bytes(archive.to_bytes(replace(held, files=files)))
    assert restored(tmp_path / "nieuw", stored, passphrase=passphrase) == 1
    said = capsys.readouterr().err
    assert "has no key in it" in said
    assert "startgesprek restore" not in said


def test_a_wrong_passphrase_of_a_backup_is_said_of_the_backup(
    stored: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "fout").write_text("fout")
    assert restored(tmp_path / "nieuw", stored, passphrase=tmp_path / "fout") == 2
    assert "of this backup" in capsys.readouterr().err


def test_the_undo_of_a_restore_tells_its_own_moment(
    filled: Path, stored: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert restored(filled, stored, "--yes", passphrase=passphrase) == 0
    assert "17:00" in capsys.readouterr().out
    (undo,) = (each.path for each in backup.found(filled / "backups") if each.before_restore)
    assert restored(filled, undo, passphrase=passphrase) == 0
    assert "made on Wed 26 Aug 2026 at 09:00" in capsys.readouterr().out


def test_of_a_day_with_two_backups_the_sound_one_is_meant_and_the_other_named(
    filled: Path, stored: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (filled / DAY_FILE).write_bytes(b"torn")
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        made = backup.daily(repository, stored.parent, today=DAY, now=HANDED, keep=7)
    assert restored(filled, "2026-08-25", passphrase=passphrase) == 0
    said = capsys.readouterr().out
    assert "comes back, 3 talks" in said
    assert str(made.backup.path) in said


# -- check ---------------------------------------------------------------------------
def checked(folder: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]) -> str:
    command(folder, "check", "--passphrase-file", str(passphrase))
    return capsys.readouterr().out


@pytest.mark.parametrize("kind", ["away", "file", "full", "refused"])
def test_check_says_why_there_is_no_backup_in_the_chosen_place_and_speaks_of_the_other_too(
    filled: Path,
    stored: Path,
    passphrase: Path,
    tmp_path: Path,
    kind: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stick = tmp_path / "stick"
    chosen(filled, stick)
    if kind == "file":
        stick.write_text("in de weg")
    elif kind != "away":
        stick.mkdir()
    if kind == "full":
        real = shutil.disk_usage
        full = type(real(stick))(9, 8, 1)
        monkeypatch.setattr(shutil, "disk_usage", lambda path: full if Path(path) == stick else real(path))
    if kind == "refused":
        may = os.access
        monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != stick and may(path, mode))
    said = checked(filled, passphrase, capsys)
    words = {
        "away": f"The backup folder {stick} is not there now",
        "file": f"No backup fits in {stick}: it is no folder",
        "full": f"{stick} has no 1 MB left for a backup",
        "refused": f"No backup can be put in {stick}",
    }
    assert [each for each in words if words[each] in said] == [kind]
    assert str(stored) in said
    assert f"There is no backup in {stick}" not in said


def test_check_of_an_unsealed_folder_says_what_a_stick_needs(
    folder: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
        repository.save_settings(Settings(backup_folder=str(tmp_path)))
    said = checked(folder, passphrase, capsys)
    assert f"{tmp_path} gets no backup without a passphrase" in said
    assert f"There is no backup in {folder / 'backups'}" in said
