"""Files that anyone can read are not put in the data folder, which may be sealed."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.language import Translator
from tests.faults.invented import DAY
from tests.files.two_families import command
from tui.commands.context import Context
from tui.commands.open import exports_folder


@pytest.mark.parametrize("place", [".", "2026-2027", "new/folder", "../link"])
@pytest.mark.parametrize(
    "asked", [("export", "--day", f"{DAY}"), ("about", "Liv Bosman")], ids=["export", "about"]
)
def test_no_readable_file_is_put_in_the_data_folder(
    filled: Path,
    passphrase: Path,
    asked: tuple[str, ...],
    place: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (filled.parent / "link").symlink_to(filled / "2026-2027")
    before = sorted(filled.rglob("*"))
    to = filled / place
    assert command(filled, *asked, "--to", str(to), "--passphrase-file", str(passphrase)) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == f"startgesprek: {to} is in the data folder; choose a place outside it.\n"
    assert sorted(filled.rglob("*")) == before


@pytest.mark.parametrize(
    "asked", [("export", "--day", f"{DAY}"), ("about", "Liv Bosman")], ids=["export", "about"]
)
def test_beside_the_data_folder_it_is_put(filled: Path, passphrase: Path, asked: tuple[str, ...]) -> None:
    to = filled.with_name("data-export")
    assert command(filled, *asked, "--to", str(to), "--passphrase-file", str(passphrase)) == 0
    assert list(to.iterdir())


@pytest.mark.parametrize("data", [".", "../data", "2026-2027/.."])
def test_files_out_of_the_app_go_beside_the_data_folder_whatever_its_name_is(
    tmp_path: Path, data: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data/2026-2027").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "data")
    context = Context(Path(data), lambda: datetime(2026, 8, 25, tzinfo=UTC), Translator("en"))
    assert exports_folder(argparse.Namespace(data=data), context) == tmp_path / "data-export"
