"""An error nobody foresaw, in the real app on a sealed folder: one sentence, no name, nothing lost."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import prompts
from store.domain.talk import TalkState
from tests.terminal.screen import CTRL_Q, DOWN, ENTER, F3, F6, F8, F9, TAB
from tests.terminal.sealed import AS_OWNER, HAMIT, LIV, Sealed, T, at_the_table, joined, not_saved

F2, F5, CTRL_S = "\x1bOQ", "\x1b[15~", "\x13"
SENTENCE = T("Startgesprek stopped unexpectedly; everything entered is kept. Start it again.")
IN_THE_WAY = """
def broken(*_, **__):
    raise ZeroDivisionError("{name}")

from {module} import {owner}
{owner}.{method} = broken
"""
FAULTS = {
    "a key": ("tui.screens.talk.talk", "TalkScreen", "action_who", F3),
    "a message": ("tui.screens.talk.talk", "TalkScreen", "on_capture_line_turned", TAB),
    "another screen": ("tui.screens.talk.closing", "ClosingScreen", "page", F9),
}
pytestmark = pytest.mark.terminal


def overlay(home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of modules that come before the real ones in the app."""
    (home / "overlay").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(home / "overlay"))
    return home / "overlay"


@pytest.mark.share(of=3)
@pytest.mark.parametrize(("module", "owner", "method", "key"), FAULTS.values(), ids=FAULTS)
def test_an_error_anywhere_is_one_sentence_without_a_name_and_nothing_is_lost(
    sealed: Sealed, monkeypatch: pytest.MonkeyPatch, module: str, owner: str, method: str, key: str
) -> None:
    fault = overlay(sealed.home, monkeypatch) / "sitecustomize.py"
    fault.write_text(IN_THE_WAY.format(name=LIV, module=module, owner=owner, method=method))
    with sealed.window(columns=160) as terminal:
        at_the_table(terminal).type_line("voor de fout")
        terminal.send("half")
        terminal.shows("half")
        terminal.send(key)
        assert terminal.ended() == 1
        assert terminal.given_back()
        left = terminal.output.rpartition(b"\x1b[?1049l")[2].decode()
        assert joined(left).count(joined(SENTENCE)) == 1
        assert not [word for word in ("Traceback", "ZeroDivision", *LIV.split()) if word in left]
    written = [path for path in sealed.home.rglob("*") if path.is_file() and fault.parent not in path.parents]
    assert not [path for path in written if LIV.encode() in path.read_bytes()]
    assert sealed.talk().state is TalkState.SET_ASIDE
    assert sealed.points()[0] == "voor de fout"
    assert [*sealed.points()[1:], *sealed.drafts()] == ["half"]


def test_an_error_in_a_sheet_closes_the_sheet_and_the_talk_goes_on(
    sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = {"module": "tui.screens.talk.letter", "owner": "LetterScreen", "method": "compose"}
    (overlay(sealed.home, monkeypatch) / "sitecustomize.py").write_text(IN_THE_WAY.format(name=LIV, **broken))
    with sealed.window(columns=160) as terminal:
        teacher = at_the_table(terminal)
        terminal.send("half")
        terminal.shows("half")
        terminal.send(F5)
        terminal.shows(T("Something went wrong there; everything is kept and you can go on."))
        terminal.send(" getypt", ENTER)
        terminal.shows("· half getypt")
        assert teacher.stop() == 0
    assert sealed.points() == ["half getypt"]


def test_a_damaged_deck_costs_the_question_and_nothing_else(
    sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    decks = overlay(sealed.home, monkeypatch) / "prompts"
    shutil.copytree(Path(str(prompts.__file__)).parent, decks)
    for path in decks.rglob("*.toml"):
        path.write_bytes(path.read_bytes()[:-200] + b"\xff[[")
    with sealed.window() as terminal:
        teacher = at_the_table(terminal)
        terminal.send("half")
        terminal.shows("half")
        terminal.send(F2)
        terminal.shows(T("The questions can't be read; 'startgesprek check' says more."))
        terminal.send(" getypt", ENTER)
        terminal.shows("· half getypt")
        assert teacher.stop() == 0
    assert sealed.points() == ["half getypt"]


def test_with_a_folder_that_can_not_even_be_listed_every_screen_goes_on(sealed: Sealed) -> None:
    """As a stick that was pulled out, until the system notices."""
    with sealed.window(launcher=AS_OWNER) as terminal:
        at_the_table(terminal)
        sealed.data.chmod(0)
        terminal.send("zonder schijf", ENTER)
        words = not_saved("there is no permission to write")
        terminal.shows("· zonder schijf", words)
        terminal.send(F6)
        terminal.shows(T("There is no plan of last year for this family."))
        for keys, shown in (
            (F8, f"↵ {T('onward')}"),
            ("d", HAMIT),
            ("\x1b[6~", T("This is the last day with talks.")),
            (F9, T("Each pupil's text, for the school's own system")),
            (CTRL_S, words),
            ("\x1b", T("Start talks")),
            ("i", T("Settings")),
            (F9, HAMIT),
            (DOWN + ENTER, T("Welcome, {name}", name=HAMIT)),
        ):
            terminal.send(keys)
            terminal.shows(shown, words)
            if keys == F8:
                terminal.look_up()
        sealed.data.chmod(0o700)
        terminal.lacks(words)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
    assert sealed.points() == ["zonder schijf"]
