"""Output that can't be written, and input that is not there, are one sentence each, whatever the command."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import new_id
from tui.commands.output import in_window

ROOT = Path(__file__).parents[2]
FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no disk here that is always full")
SHELL = pytest.mark.skipif(sys.platform == "win32", reason="this shell closes streams in its own way")

SPEAKING = {
    "help": "--help",
    "help of a command": "plan --help",
    "version": "--version",
    "check": "check",
    "summary": f"summary --day {DAY}",
    "restore": "restore",
    "purge": "purge",
    "plan": f"plan --on {DAY} 'bellen in november'",
    "plan as JSON": f"plan --json --on {DAY} 'bellen in november'",
    "roster": "roster --check {tmp}/klas.csv",
    "roster as JSON": "roster --check --json {tmp}/klas.csv",
    "export": f"export --day {DAY} --to {{tmp}}/out --format md,txt",
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        repository.save(a_day(2))
    (tmp_path / "klas.csv").write_text("voornaam;achternaam\nLiv;Bosman\n", "utf-8")
    return tmp_path / "data"


def shell(data: Path, command: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    """What a shell makes of a command on this folder; streams can be closed or sent elsewhere in it."""
    program = f"'{sys.executable}' -m tui --data '{data}' --language {language}"
    return subprocess.run(
        ["sh", "-c", f"exec {program} {command.format(tmp=data.parent)}"],
        check=False,
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        cwd=ROOT,
    )


@FULL
@pytest.mark.share(of=3)
@pytest.mark.parametrize("command", SPEAKING.values(), ids=SPEAKING)
def test_output_that_does_not_fit_on_the_disk_is_one_sentence(data: Path, command: str) -> None:
    done = shell(data, f"{command} >/dev/full")
    assert done.stderr.startswith("startgesprek: There is no room for the output")
    assert done.stderr.count("\n") == 1
    assert done.returncode == 1


@SHELL
@pytest.mark.share(of=3)
@pytest.mark.parametrize("command", SPEAKING.values(), ids=SPEAKING)
def test_a_closed_output_is_one_sentence_and_nothing_is_done(data: Path, command: str) -> None:
    done = shell(data, f"{command} >&-")
    assert done.stderr.startswith("startgesprek: There is nowhere to write the output")
    assert done.stderr.count("\n") == 1
    assert done.returncode == 1
    assert not (data.parent / "out").exists()


@SHELL
def test_an_output_that_is_only_to_be_read_is_one_sentence(data: Path) -> None:
    done = shell(data, "check 1</dev/null")
    assert done.stderr.startswith("startgesprek: The output can't be written")
    assert (done.stderr.count("\n"), done.returncode) == (1, 1)


@SHELL
@pytest.mark.share(of=3)
@pytest.mark.parametrize("command", SPEAKING.values(), ids=SPEAKING)
def test_a_reader_that_has_seen_enough_is_no_fault(data: Path, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        program = [sys.executable, "-m", "tui", "--data", str(data)]
        done = subprocess.run(
            ["sh", "-c", f'exec "$@" {command.format(tmp=data.parent)}', "sh", *program],
            check=False,
            stdout=writing,
            stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL,
            cwd=ROOT,
        )
    finally:
        os.close(writing)
    assert (done.stderr, done.returncode) == (b"", 0)
    if command == SPEAKING["export"]:
        assert len(list((data.parent / "out").iterdir())) == 2, (
            "all files are there, whoever reads their names"
        )


@FULL
def test_a_disk_that_is_full_for_an_export_is_not_called_the_output(data: Path) -> None:
    blocked = data.parent / "klas.csv"
    done = shell(data, f"export --day {DAY} --to {blocked}")
    assert "output" not in done.stderr
    assert str(blocked) in done.stderr
    assert done.returncode == 1


@FULL
def test_a_complaint_that_nobody_can_hear_keeps_its_exit_code(data: Path) -> None:
    assert shell(data, "summary --day ooit 2>/dev/full").returncode == 2
    closed = shell(data, "summary --day ooit 2>&-")
    assert (closed.stdout, closed.returncode) == ("", 2)


# -- what comes in -----------------------------------------------------------------
@SHELL
@pytest.mark.parametrize("stream", ["<&-", "0>/dev/null"], ids=["closed", "only to be written"])
def test_an_input_that_can_not_be_read_is_one_sentence(data: Path, stream: str) -> None:
    done = shell(data, f"plan - --on {DAY} {stream}")
    assert done.stderr.startswith("startgesprek: Nothing could be read from stdin")
    assert (done.stdout, done.stderr.count("\n"), done.returncode) == ("", 1, 2)


@SHELL
def test_a_closed_input_answers_no_question(data: Path) -> None:
    assert shell(data, "roster {tmp}/klas.csv <&-").returncode == 0
    with Repository(data, new_id=new_id) as repository:
        repository.seal("een lange zin voor de klas")
    done = shell(data, f"summary --day {DAY} <&-")
    assert "--passphrase-file" in done.stderr
    assert done.returncode == 2


class Window(io.StringIO):
    """A terminal."""

    def isatty(self) -> bool:
        return True


def test_a_line_that_is_longer_than_the_terminal_is_broken_between_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "30")
    text = "kort\n  di 25 aug   Marinka de Groot   ouders gescheiden\n/een/pad/dat/langer/is/dan/het/venster"
    told = in_window(text, Window())
    assert told.split("\n") == [
        "kort",
        "  di 25 aug   Marinka de Groot",
        "    ouders gescheiden",
        "/een/pad/dat/langer/is/dan/het/venster",
    ]
    assert in_window(text, io.StringIO()) == in_window(text, None) == text
