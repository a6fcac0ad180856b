"""The data folder is the one that was named."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.commands.line import run


@pytest.mark.parametrize("given", [("--data", ""), ("--data=",)])
def test_no_name_for_the_data_folder_is_not_taken_for_the_working_folder(
    tmp_path: Path,
    given: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """As when a shell has nothing under the name that was to give it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "klas.csv").write_text("voornaam;achternaam\nLiv;Bosman\n", "utf-8")
    assert run([*given, "--language", "en", "roster", "klas.csv"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "startgesprek: No folder was given with --data; name one, or leave --data out.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["klas.csv"]


def test_the_working_folder_is_taken_when_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "klas.csv").write_text("voornaam;achternaam\nLiv;Bosman\n", "utf-8")
    assert run(["--data", ".", "--language", "en", "roster", "klas.csv"]) == 0
    assert len(list(tmp_path.iterdir())) > 1
    capsys.readouterr()
