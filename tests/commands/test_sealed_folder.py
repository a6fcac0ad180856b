"""The commands of trust on a sealed folder: restore, check, and the passphrase of any command."""

from __future__ import annotations

import shlex
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.files.backups import backup
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY
from tests.faults.trust import NOW
from tests.files.given import DAY_FILE, new_id
from tests.files.two_families import (
    LIVS,
    command,
    opened,
)
from tests.sealing.test_sealing import CHEAP, SECRET


# -- restore -----------------------------------------------------------------------
def test_a_restore_shows_first_and_can_be_undone(
    filled: Path, stored: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--passphrase-file", str(passphrase))
    command(filled, "forget", "Yousef", "--yes", *options)
    assert command(filled, "restore", *options) == 0
    assert f"{stored.name}  1 day, 3 talks" in capsys.readouterr().out
    assert command(filled, "restore", "2026-08-25", *options) == 0
    shown = capsys.readouterr().out
    assert "becomes 3 talks; now 1 talk" in shown
    assert "Pupils who come back: Yousef al-Khatib" in shown
    assert len(opened(filled).day(DAY).talks) == 1
    assert command(filled, "restore", "2026-08-25", "--yes", *options) == 0
    undo = shlex.split(capsys.readouterr().out.splitlines()[-1])[-1]
    assert len(opened(filled).day(DAY).talks) == 3
    assert command(filled, "restore", undo, "--yes", *options) == 0
    assert len(opened(filled).day(DAY).talks) == 1


def test_a_restore_refuses_while_the_app_runs(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)):
        options = ("restore", "2026-08-25", "--yes", "--passphrase-file", str(passphrase))
        assert command(filled, *options) == 1
    assert "already open" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["2026-08-24", "weg.backup"])
def test_a_backup_that_is_not_there_is_said(
    filled: Path, passphrase: Path, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "restore", asked, "--passphrase-file", str(passphrase)) == 2
    assert "no backup" in capsys.readouterr().err


def test_a_backup_is_opened_on_another_machine_with_its_own_passphrase(
    stored: Path, passphrase: Path, tmp_path: Path
) -> None:
    stick = shutil.copy(stored, tmp_path)
    new = tmp_path / "nieuw"
    options = ("--backup-passphrase-file", str(passphrase))
    assert command(new, "restore", str(stick), "--yes", *options) == 0
    assert len(opened(new).day(DAY).talks) == 3


# -- the passphrase ------------------------------------------------------------------
def test_without_a_passphrase_a_sealed_folder_says_what_to_give(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "summary") == 2
    assert "--passphrase-file FILE" in capsys.readouterr().err


def test_wrong_damaged_and_missing_are_three_sentences(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("niet dit")
    options = ("summary", "--passphrase-file", str(wrong))
    codes, sentences = [command(filled, *options)], {capsys.readouterr().err}
    for name in ("key", "key.copy"):
        (filled / name).write_bytes(b"torn")
    codes, sentences = [*codes, command(filled, *options)], sentences | {capsys.readouterr().err}
    for name in ("key", "key.copy"):
        (filled / name).unlink()
    codes, sentences = [*codes, command(filled, *options)], sentences | {capsys.readouterr().err}
    assert codes == [2, 1, 1]
    assert len(sentences) == 3
    assert all(sentence.count("\n") == 1 for sentence in sentences)


def test_a_folder_that_is_half_sealed_is_finished_in_the_app(
    folder: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    KeyFile(folder, cost=CHEAP).create(SECRET, to_seal={})
    assert command(folder, "summary", "--passphrase-file", str(passphrase)) == 1
    assert "not finished" in capsys.readouterr().err
    assert command(folder, "check", "--passphrase-file", str(passphrase)) == 1


def test_a_summary_opens_with_the_recovery_key(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    made = KeyFile(folder, cost=CHEAP).create(SECRET)
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        repository.save(SchoolDay(date=DAY, talks=(LIVS,)))
    (tmp_path / "r").write_text(made.recovery_key)
    assert command(folder, "summary", "--day", "2026-08-25", "--passphrase-file", str(tmp_path / "r")) == 0
    assert "Liv Bosman" in capsys.readouterr().out


def test_files_from_a_sealed_folder_are_said_to_be_readable(
    filled: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("export", "about"):
        about = ("Yousef",) if name == "about" else ("--day", "2026-08-25")
        options = ("--to", str(tmp_path / name), "--passphrase-file", str(passphrase))
        assert command(filled, name, *about, *options) == 0
        assert "can be read without the passphrase" in capsys.readouterr().err


# -- seal ------------------------------------------------------------------------------
def test_what_lies_open_is_shown_first_and_sealed_only_when_asked(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--passphrase-file", str(passphrase))
    with Repository(filled.with_name("elders"), new_id=new_id) as other:
        other.save(SchoolDay(date=DAY + timedelta(days=1), talks=(LIVS,)))
    strange = filled / "2026-2027/days/2026-08-26"
    strange.write_bytes((filled.with_name("elders") / "2026-2027/days/2026-08-26").read_bytes())
    assert command(filled, "summary", "--day", "2026-08-26", *options) == 1
    assert "is not sealed as the rest is" in capsys.readouterr().err
    assert command(filled, "seal", *options) == 0
    assert str(strange) in capsys.readouterr().out
    assert b"Bosman" in strange.read_bytes()
    assert command(filled, "seal", "--yes", *options) == 0
    assert "1 file is sealed now" in capsys.readouterr().out
    assert command(filled, "summary", "--day", "2026-08-26", *options) == 0


def test_a_new_key_is_made_from_the_command_line(
    filled: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "nieuw").write_text("een nieuwe zin")
    options = ("--new-key", "--new-passphrase-file", str(tmp_path / "nieuw"))
    assert command(filled, "seal", *options, "--passphrase-file", str(passphrase)) == 0
    assert "Nothing was changed" in capsys.readouterr().out
    assert command(filled, "seal", *options, "--yes", "--passphrase-file", str(passphrase)) == 0
    recovery_key = next(word for word in capsys.readouterr().out.split() if word.count("-") == 4)
    (tmp_path / "r").write_text(recovery_key)
    summary = ("summary", "--day", "2026-08-25", "--passphrase-file")
    assert [command(filled, *summary, str(each)) for each in (passphrase, tmp_path / "r")] == [2, 0]


def test_a_backup_that_was_never_sealed_says_so_before_it_goes_into_a_sealed_folder(
    filled: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(tmp_path / "open", new_id=new_id) as plain:
        plain.save(SchoolDay(date=DAY, talks=(LIVS,)))
        path = backup.daily(plain, plain.layout.backups, today=DAY, now=NOW, keep=7).backup.path
    for more in ((), ("--yes",)):
        assert command(filled, "restore", str(path), *more, "--passphrase-file", str(passphrase)) == 0
        assert "Not all in this backup is sealed" in capsys.readouterr().out


# -- check -----------------------------------------------------------------------------
def test_a_folder_in_order_is_said_to_be_so(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "check", "--passphrase-file", str(passphrase)) == 0
    said = capsys.readouterr().out
    assert "sealed with the passphrase" in said
    assert "2 files are whole" in said
    assert "wrong" not in said


def test_every_fault_in_a_folder_is_said_and_nothing_is_touched(
    filled: Path, stored: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = filled / DAY_FILE
    day.write_bytes(day.read_bytes()[:-1])
    day.with_name("2026-08-26.damaged-1").write_bytes(b"x")
    (filled / "klas.csv").write_text("Liv")
    (filled / "key.copy").unlink()
    stored.write_bytes(b"torn")
    filled.chmod(0o755)
    before = {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()}
    assert command(filled, "check", "--passphrase-file", str(passphrase)) == 1
    said = capsys.readouterr().out
    for each in (
        f"{day} is damaged",
        "2026-08-26.damaged-1 was set aside",
        "klas.csv is not sealed",
        "its copy one is damaged or gone",
        f"backup {stored} is damaged",
        "Others on this computer",
    ):
        assert each in said
    assert {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()} == before


def test_talks_that_wait_for_the_teacher_are_counted(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = (date(2026, 8, 25) + timedelta(weeks=7)).isoformat()
    command(filled, "check", "--passphrase-file", str(passphrase), now=f"{later}T09:00")
    said = capsys.readouterr().out
    assert "1 talk was handed over 6 weeks ago or longer" in said
    assert "2 finished talks were never handed over" in said


def test_a_folder_without_anything_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path / "none", "check") == 0
    assert "There is no data yet" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()
