"""A purge never keeps quiet about a day that it can't look at."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.files.deletion import erase
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import a_day
from tests.files.given import DAY_FILE, new_id
from tests.files.two_families import HANDED, command
from tests.sealing.test_sealing import SECRET

NEXT = date(2026, 8, 26)
SAYS = "  {path} is damaged; open the app, it offers the previous version."


@pytest.fixture
def junk(filled: Path) -> Path:
    """A damaged day beside the sound one of the two families."""
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.save(SchoolDay(date=NEXT, talks=a_day(1, NEXT).talks))
    path = (filled / DAY_FILE).with_name(NEXT.isoformat())
    path.write_bytes(b"junk")
    return path


@pytest.mark.parametrize("more", [(), ("--yes",)])
def test_a_day_that_cannot_be_read_is_named_with_what_to_do(
    filled: Path, junk: Path, passphrase: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    options = ("purge", "--weeks", "0", *more, "--passphrase-file", str(passphrase))
    assert command(filled, *options, now=None) == 1
    said = capsys.readouterr().out
    assert "1 day can't be read, so that nobody can tell what is on it:\n" + SAYS.format(path=junk) in said
    assert "Tue 25 Aug 2026: 1 talk" in said
    junk.unlink()
    command(filled, *options, now=None)
    assert "can't be read" not in capsys.readouterr().out


def test_a_day_of_which_only_the_version_before_is_left_is_named_too(
    repository: Repository, folder: Path
) -> None:
    for _ in range(2):
        repository.save(a_day(1))
    (folder / DAY_FILE).unlink()
    (error,) = erase.look(repository, HANDED, 0).unread
    assert error.path == folder / DAY_FILE
