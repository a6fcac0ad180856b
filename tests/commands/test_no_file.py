"""A pipe under the name of a file of ours: no command waits for it, and the one sentence names it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from store.files.health import What
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.commands.test_check import found
from tests.faults.invented import DAY
from tests.files.given import DAY_FILE, new_id
from tests.files.two_families import command
from tests.sealing.test_sealing import SECRET
from tui.desk.settings.calendar_file import CalendarFileError, read_year

SCHOOL = "2026-2027/school"
PLACES = (
    str(DAY_FILE),
    SCHOOL,
    "2026-2027/drafts/2026-08-25",
    "settings",
    "key",
    "key.copy",
    ".lock",
    ".open",
)
COMMANDS = (
    ("check",),
    ("summary", "--day", "2026-08-25"),
    ("week",),
    ("restore",),
    ("restore", "2026-08-25"),
    ("purge",),
    ("seal",),
    ("forget", "Liv"),
)


@pytest.mark.parametrize("name", PLACES)
def test_no_command_waits_for_a_pipe_and_check_names_it(
    filled: Path, stored: Path, passphrase: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert stored.exists()
    (filled / name).parent.mkdir(exist_ok=True)
    (filled / name).unlink(missing_ok=True)
    os.mkfifo(filled / name)
    for each in COMMANDS:
        command(filled, *each, "--passphrase-file", str(passphrase))
        said = capsys.readouterr().err
        assert said.count("startgesprek: ") <= 1
        named = str(filled / name) in said or "'startgesprek check' says what to do" in said
        assert "startgesprek: " not in said or named
    assert [each.value for each in found(filled) if each.what is What.IN_THE_WAY] == [str(filled / name)]


@pytest.mark.parametrize("name", ["2026-2027", "2026-2027/days", "2026-2027/previous"])
def test_a_file_in_the_place_of_a_folder_is_no_year_without_talks(
    filled: Path, passphrase: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (filled / name).rename(filled.parent / "elsewhere")
    (filled / name).write_text("of another program")
    assert command(filled, "week", "--passphrase-file", str(passphrase)) == 1
    assert f"{filled / name} is none of ours" in capsys.readouterr().err
    assert [each.value for each in found(filled) if each.what is What.IN_THE_WAY] == [str(filled / name)]
    (filled / name).unlink()
    (filled.parent / "elsewhere").rename(filled / name)
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        assert repository.day(DAY).talks


def test_a_school_year_is_not_read_from_a_pipe(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "jaar.toml")
    with pytest.raises(CalendarFileError):
        read_year(tmp_path / "jaar.toml")
