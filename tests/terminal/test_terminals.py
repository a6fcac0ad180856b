"""Other terminals, other locales, and windows down to one cell: readable, and nothing lost."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.domain.talk import Talk
from store.files.repository import Repository
from tests.terminal.screen import CTRL_Q, ENTER, Terminal
from tests.terminal.sealed import LIV, T
from tests.terminal.test_window import at_the_table

DAY = date(2026, 8, 25)
pytestmark = pytest.mark.terminal

AROUND = {
    "vt100": {"TERM": "vt100", "COLORTERM": ""},
    "linux console": {"TERM": "linux", "COLORTERM": ""},
    "dumb": {"TERM": "dumb", "COLORTERM": ""},
    "unknown": {"TERM": "no-such-terminal", "COLORTERM": ""},
    "no TERM": {"TERM": "", "COLORTERM": ""},
    "POSIX": {"LC_ALL": "POSIX"},
    "POSIX without UTF-8": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "latin-1": {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONIOENCODING": "latin-1", "encoding": "latin-1"},
}


def stored(tmp_path: Path) -> Talk:
    return Repository.reading(tmp_path / "data").day(DAY).in_order[0]


@pytest.mark.share(of=4)
@pytest.mark.parametrize("around", AROUND.values(), ids=AROUND)
def test_a_talk_can_be_held_and_leaves_no_name_behind_on_any_terminal(
    opened: Callable[..., Terminal], tmp_path: Path, around: dict[str, str]
) -> None:
    with opened(**around) as terminal:
        terminal.shows(f"d {T('day')}")
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(LIV)
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(f"F9 {T('agreements')}")
        terminal.send("bij één tafel, Zoë", ENTER)
        # the column is as narrow as ever
        terminal.matches("[·.] bij één tafel, Zoë$")
        terminal.send("en half")
        terminal.shows("en half")
        assert not re.search(r"\\u|\\x|\N{REPLACEMENT CHARACTER}", terminal.text)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
        # this one has no second screen to go back from
        assert not [word for word in ("Zoë", "half", *LIV.split()) if word in terminal.text]
        assert terminal.given_back()
    assert [point.text for point in stored(tmp_path).points] == ["bij één tafel, Zoë"]
    assert [draft.text for draft in Repository.reading(tmp_path / "data").drafts(DAY)] == ["en half"]


def test_a_window_of_any_size_loses_nothing(opened: Callable[..., Terminal], tmp_path: Path) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send("ervoor", ENTER, "hal")
        terminal.shows("· ervoor", "hal")
        for columns, rows in ((59, 19), (7, 24), (80, 2), (3, 3), (1, 24), (80, 1), (1, 1)):
            terminal.resize(columns, rows)
            terminal.send("f")
            terminal.rest(0.3)
        terminal.resize(59, 19)
        terminal.shows(T("Please make the window larger: at least {width} by {height}.", width=60, height=20))
        terminal.resize(80, 24)
        terminal.shows("· ervoor", "halfffffff")
        assert teacher.stop() == 0
    assert [point.text for point in stored(tmp_path).points] == ["ervoor"]


@pytest.mark.share(of=3)
@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (7, 3), (40, 10)])
def test_it_starts_and_stops_in_a_window_of_any_size(
    opened: Callable[..., Terminal], columns: int, rows: int
) -> None:
    with opened(columns=columns, rows=rows, cold=True) as terminal:
        terminal.wait_for_output()
        terminal.rest(1.5)
        terminal.resize(80, 24)
        terminal.shows(f"d {T('day')}")
        terminal.resize(columns, rows)
        terminal.rest(0.3)
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0
