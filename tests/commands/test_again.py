"""What a command tells to type next does exactly what it showed, on the same data."""

from __future__ import annotations

import shlex
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.language import Translator
from tests.faults.invented import DAY
from tests.files.two_families import command, opened
from tests.sealing.test_sealing import SECRET
from tui.commands.context import Context, quoted
from tui.commands.line import run


def told(output: str) -> list[str]:
    """The arguments of the command at the end of what was printed."""
    line = output.splitlines()[-1]
    name, *arguments = shlex.split(line[line.index("startgesprek ") :])
    assert name == "startgesprek"
    return arguments


def context(folder: Path) -> Context:
    return Context(folder=folder, now=lambda: datetime(2026, 8, 25, tzinfo=UTC), t=Translator("en"))


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that a command without --data is about: nothing may come to be there."""
    place = tmp_path / "elsewhere"
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(place))
    return place


@pytest.fixture
def moved(filled: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The folder and the passphrase where names have to be quoted."""
    folder, secret = tmp_path / "juf Els' $map", tmp_path / "wacht zin"
    filled.rename(folder)
    secret.write_text(SECRET, "utf-8")
    return folder, secret


def test_a_restore_and_its_undo_are_done_as_they_are_told(
    moved: tuple[Path, Path], elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, secret = moved
    assert command(folder, "forget", "Yousef", "--yes", "--passphrase-file", str(secret)) == 0
    assert command(folder, "restore", "2026-08-25", "--passphrase-file", str(secret)) == 0
    assert run(["--language", "en", *told(capsys.readouterr().out)]) == 0
    assert len(opened(folder).day(DAY).talks) == 3
    assert run(["--language", "en", *told(capsys.readouterr().out)]) == 0
    assert len(opened(folder).day(DAY).talks) == 1
    assert not elsewhere.exists()


def test_a_restore_with_a_passphrase_of_its_own_is_told_with_it(
    moved: tuple[Path, Path], elsewhere: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, secret = moved
    (stick,) = (folder / "backups").iterdir()
    new = tmp_path / "nieuw"
    assert command(new, "restore", str(stick), "--backup-passphrase-file", str(secret)) == 0
    assert run(["--language", "en", *told(capsys.readouterr().out)]) == 0
    assert len(opened(new).day(DAY).talks) == 3
    assert not elsewhere.exists()


def test_forgetting_is_done_as_it_is_told_by_what_was_asked(
    moved: tuple[Path, Path], elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, secret = moved
    assert command(folder, "forget", "12", "--passphrase-file", str(secret)) == 0
    arguments = told(capsys.readouterr().out)
    assert "Liv" not in " ".join(arguments)
    assert run(["--language", "en", *arguments]) == 0
    assert [each.first_name for each in opened(folder).school(DAY).pupils] == ["Yousef"]
    assert not elsewhere.exists()


def test_a_purge_is_told_with_its_weeks(
    moved: tuple[Path, Path], elsewhere: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, secret = moved
    assert command(folder, "purge", "--weeks", "0", "--passphrase-file", str(secret), now=None) == 0
    arguments = told(capsys.readouterr().out)
    assert arguments[:4] == ["purge", "--weeks", "0", "--yes"]
    assert run(["--language", "en", *arguments]) == 0
    assert opened(folder).day(DAY).talks[0].points == ()
    assert not elsewhere.exists()


def test_a_first_timetable_goes_to_the_folder_that_was_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(tmp_path / "nieuw", "summary") == 2
    assert told(capsys.readouterr().err) == ["roster", "--data", str(tmp_path / "nieuw"), "FILE"]


def test_what_was_not_given_is_not_told(tmp_path: Path) -> None:
    assert context(tmp_path).again("purge", "--yes") == "startgesprek purge --yes"


def test_a_name_that_looks_like_an_option_is_told_behind_a_bar(tmp_path: Path) -> None:
    told = context(tmp_path).again("forget", "--yes", about="--x y")
    assert told == "startgesprek forget --yes -- '--x y'"


def test_on_windows_a_command_is_quoted_for_its_own_shells() -> None:
    words = ["startgesprek", "about", "Noor O'Neill", "--data", r"C:\juf Els\data"]
    assert quoted(words, windows=True) == r'''startgesprek about "Noor O'Neill" --data "C:\juf Els\data"'''
