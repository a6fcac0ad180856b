"""A sealed folder, and what can happen to the computer, in a real terminal."""

from __future__ import annotations

import re
import signal
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.seal_folder import seal_folder
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import CTRL_Q, ENTER, Terminal

DAY = date(2026, 8, 25)
LIV = "Liv Bosman"
PASSPHRASE = "vier blauwe regenlaarzen"
T = Translator("nl")
pytestmark = pytest.mark.terminal


def joined(text: str) -> str:
    return "".join(text.split())


def test_a_sealed_folder_asks_before_it_shows_anything_and_opens(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    seal_folder(tmp_path / "data", PASSPHRASE)
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        terminal.send("verkeerd", ENTER)
        terminal.until(
            lambda screen: (
                joined(T("That is not the passphrase of this folder, nor its recovery key; try again."))
                in joined(screen)
            ),
            "the sentence",
        )
        assert "verkeerd" not in terminal.output.decode("utf-8", "replace")
        terminal.send(PASSPHRASE, ENTER)
        terminal.shows(f"d {T('day')}")
        terminal.look_up()
        terminal.send("d")
        terminal.shows(LIV)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert PASSPHRASE.encode() not in bytes(terminal.output)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems tell nobody")
def test_nothing_in_memory_gets_into_a_crash_dump(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    seal_folder(tmp_path / "data", PASSPHRASE)
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        limits = Path(f"/proc/{terminal.pid}/limits").read_text("utf-8")
        assert re.search(r"Max core file size +0 +0 ", limits)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


def test_the_recovery_key_opens_on_the_same_line(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    recovery_key = seal_folder(tmp_path / "data", PASSPHRASE).recovery_key
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        terminal.send(recovery_key, ENTER)
        terminal.shows(f"d {T('day')}")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


def test_a_passphrase_file_opens_without_asking(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=str):
        pass
    seal_folder(tmp_path / "data", PASSPHRASE)
    (tmp_path / "secret").write_text(PASSPHRASE + "\n")
    arguments: list[str | Path] = ["--data", tmp_path / "data", "--passphrase-file", tmp_path / "secret"]
    with Terminal(arguments, columns=80, rows=24, home=tmp_path) as terminal:
        terminal.shows(T("Welcome to Startgesprek"))
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


@pytest.mark.parametrize("gone", [True, False], ids=["gone", "damaged"])
def test_a_key_that_is_gone_and_one_that_is_damaged_are_said_apart(
    opened: Callable[..., Terminal], tmp_path: Path, gone: bool
) -> None:
    seal_folder(tmp_path / "data", PASSPHRASE)
    for name in ("key", "key.copy"):
        path = tmp_path / "data" / name
        path.unlink() if gone else path.write_bytes(path.read_bytes()[:-9])
    words = (
        "This is sealed and the key file {path} is gone; get it back by 'startgesprek restore'."
        if gone
        else "The key file {path} and its copy are damaged; get them back by 'startgesprek restore'."
    )
    with opened(columns=200) as terminal:
        assert terminal.ended() == 1
        assert joined(T(words, path=tmp_path / "data" / "key")) in joined(terminal.text)


def test_sealing_that_was_stopped_halfway_is_finished_at_the_next_start(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    folder = tmp_path / "data"
    with Repository(folder, new_id=str):
        plain = [path for path in folder.rglob("*") if path.is_file()]
        hashes = {str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest() for path in plain}
        KeyFile(folder).create(PASSPHRASE, to_seal=hashes)
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        terminal.send(PASSPHRASE, ENTER)
        terminal.shows(f"d {T('day')}")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert not KeyFile(tmp_path / "data").pending()


# -- what can happen to the computer -------------------------------------------------


def at_the_table(terminal: Terminal) -> Afternoon:
    """The first talk of the day has begun."""
    teacher = Afternoon(terminal, T, Privacy(()))
    teacher.next_family(LIV)
    teacher.begin()
    return teacher


def points(tmp_path: Path) -> list[str]:
    return [point.text for point in Repository.reading(tmp_path / "data").day(DAY).in_order[0].points]


def test_a_window_of_one_by_one_costs_nothing(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send("half")
        terminal.shows("half")
        terminal.resize(1, 1)
        terminal.send(" getypt", ENTER)
        terminal.resize(80, 24)
        terminal.shows("· half getypt", LIV)
        assert teacher.stop() == 0
    assert points(tmp_path) == ["half getypt"]


def test_stopped_by_the_shell_and_taken_up_again_everything_is_painted(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send("een punt", ENTER, "half")
        terminal.shows("· een punt", "half")
        terminal.signal(signal.SIGTSTP)
        terminal.stopped()
        terminal.wipe()
        assert terminal.given_back()
        terminal.signal(signal.SIGCONT)
        terminal.shows(LIV, "· een punt", "half", f"F9 {T('agreements')}")
        terminal.send(" erbij", ENTER)
        terminal.shows("· half erbij")
        assert teacher.stop() == 0
    assert points(tmp_path) == ["een punt", "half erbij"]
