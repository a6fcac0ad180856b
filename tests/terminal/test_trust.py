"""A sealed folder, and what can happen to the computer, in a real terminal (issue 3)."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.seal_folder import seal_folder
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import CTRL_Q, ENTER, F3, F9, Terminal

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
        terminal.shows(f"F9 {T('day')}")
        terminal.send(F9)
        terminal.shows(LIV)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        assert PASSPHRASE.encode() not in bytes(terminal.output)


def test_the_recovery_key_opens_on_the_same_line(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    recovery_key = seal_folder(tmp_path / "data", PASSPHRASE).recovery_key
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        terminal.send(recovery_key, ENTER)
        terminal.shows(f"F9 {T('day')}")
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
    with Repository(tmp_path / "data", new_id=str):
        KeyFile(tmp_path / "data").create(PASSPHRASE, pending=True)
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        terminal.send(PASSPHRASE, ENTER)
        terminal.shows(f"F9 {T('day')}")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert not KeyFile(tmp_path / "data").pending()


def test_a_window_closed_on_the_passphrase_line_ends_it_in_order(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    seal_folder(tmp_path / "data", PASSPHRASE)
    with opened() as terminal:
        terminal.shows(T("passphrase, or the recovery key"))
        terminal.signal(signal.SIGHUP)
        assert terminal.ended() == 0


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
        terminal.signal(signal.SIGCONT)
        terminal.shows(LIV, "· een punt", "half", f"F9 {T('agreements')}")
        terminal.send(" erbij", ENTER)
        terminal.shows("· half erbij")
        assert teacher.stop() == 0
    assert points(tmp_path) == ["een punt", "half erbij"]


def test_a_folder_that_goes_away_mid_talk_is_said_and_written_when_it_is_back(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    with opened(columns=100) as terminal:
        teacher = at_the_table(terminal)
        teacher.type_line("ervoor")
        terminal.shows(T("kept {time}", time="12:5"))
        (tmp_path / "data").rename(tmp_path / "pulled")
        terminal.send("zonder stick", ENTER)
        terminal.shows("· zonder stick", T("NOT SAVED: {why}", why=T("the folder is gone")))
        terminal.send("nog een", ENTER)
        terminal.shows("· nog een")
        assert not (tmp_path / "data").exists()
        (tmp_path / "pulled").rename(tmp_path / "data")
        terminal.lacks(T("the folder is gone"))
        terminal.shows(T("kept {time}", time="12:5"))
        assert teacher.stop() == 0
    assert points(tmp_path) == ["ervoor", "zonder stick", "nog een"]


def test_stopping_after_a_copy_empties_the_clipboard_of_the_terminal(
    opened: Callable[..., Terminal],
) -> None:
    with opened() as terminal:
        terminal.shows(f"F9 {T('day')}")
        terminal.send(F9)
        terminal.shows(LIV)
        terminal.send(F9)
        terminal.shows(T("Each pupil's text, for the school's own system"))
        terminal.send(ENTER)
        terminal.until(lambda _: b"\x1b]52;c;" in terminal.output, "the copy")
        terminal.send(CTRL_Q)
        terminal.shows(T("What you copied is still on the clipboard."))
        assert b"\x1b]52;c;\x07" not in terminal.output
        terminal.send(ENTER)
        assert terminal.ended() == 0
        assert b"\x1b]52;c;\x07" in terminal.output


FAULT = """
from tui.screens.talk.talk import TalkScreen

def action_who(self):
    raise ZeroDivisionError("Liv Bosman")

TalkScreen.action_who = action_who
"""


def test_an_error_in_a_handler_is_one_sentence_without_a_name_and_everything_is_kept(
    opened: Callable[..., Terminal], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fault").mkdir()
    (tmp_path / "fault" / "sitecustomize.py").write_text(FAULT)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "fault"))
    with opened(columns=160) as terminal:
        teacher = at_the_table(terminal)
        teacher.type_line("voor de fout")
        terminal.send("half")
        terminal.shows("half")
        terminal.send(F3)
        assert terminal.ended() == 1
        words = T("Startgesprek stopped unexpectedly; everything entered is kept. Start it again.")
        assert joined(words) in joined(terminal.text)
        # what is left in the window, once the screen of the app has been put away
        left = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
        assert "Traceback" not in left
        assert LIV not in left
    assert points(tmp_path) == ["voor de fout"]
    drafts = Repository.reading(tmp_path / "data").drafts(DAY)
    assert [draft.text for draft in drafts] == ["half"]
