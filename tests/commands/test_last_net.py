"""What nobody thought of is one sentence too, and says nothing about people."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from tui.commands.line import answer, run


def broken() -> datetime:
    raise RuntimeError("Liv Bosman slaapt slecht")


def interrupted() -> datetime:
    raise KeyboardInterrupt


@pytest.mark.parametrize("language", ["nl", "en"])
def test_an_error_nobody_thought_of_is_one_sentence_that_quotes_nobody(
    tmp_path: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["summary", "--data", str(tmp_path), "--language", language]
    with pytest.raises(RuntimeError):
        run(arguments, broken)
    assert answer(arguments, broken) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("startgesprek: ")
    assert said.err.count("\n") == 1
    assert f"RuntimeError {Path(__file__).name}:" in said.err
    assert "Liv" not in said.err


def test_a_command_that_is_stopped_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["summary", "--data", str(tmp_path), "--language", "en"], interrupted) == 1
    assert capsys.readouterr().err == "startgesprek: Stopped; it was not finished.\n"


def test_what_was_thought_of_is_said_as_before(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(["summary", "--data", str(tmp_path), "--day", "ooit"]) == 2
    assert "ooit" in capsys.readouterr().err


def test_from_a_folder_that_was_deleted_it_is_said_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    assert answer(["check", "--data", "d", "--language", "en"]) == 1
    gone = "The folder you are in is gone; go to another one and try again."
    assert capsys.readouterr().err == f"startgesprek: {gone}\n"
