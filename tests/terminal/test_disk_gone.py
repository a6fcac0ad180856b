"""The disk refuses in the middle of a talk, or is another one: typing goes on, and it is written later."""

from __future__ import annotations

import resource
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from store.domain.talk import TalkState
from tests.terminal.afternoon import Afternoon
from tests.terminal.screen import CTRL_Q, ENTER, F3, Terminal
from tests.terminal.sealed import AS_OWNER, Sealed, T, at_the_table, joined, not_saved

CTRL_P = "\x10"
KEPT = T("kept {time}", time="12:5")
GONE = "the folder is gone"
Fault = Callable[[Terminal, Sealed], Iterator[str]]
pytestmark = pytest.mark.terminal


def read_only(_: Terminal, sealed: Sealed) -> Iterator[str]:
    folders = [path for path in (sealed.data, *sealed.data.rglob("*")) if path.is_dir()]
    for each in folders:
        each.chmod(0o500)
    yield "there is no permission to write"
    for each in folders:
        each.chmod(0o700)


def pulled_out(_: Terminal, sealed: Sealed) -> Iterator[str]:
    away = sealed.data.rename(sealed.home / "pulled out")
    yield GONE
    assert not sealed.data.exists()
    away.rename(sealed.data)


def mount_point_left(_: Terminal, sealed: Sealed) -> Iterator[str]:
    away = sealed.data.rename(sealed.home / "pulled out")
    sealed.data.mkdir()
    yield GONE
    sealed.data.rmdir()
    away.rename(sealed.data)


def full(terminal: Terminal, _: Sealed) -> Iterator[str]:
    most = resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE)[1]
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (100, most))
    yield "the disk is full"
    resource.prlimit(terminal.pid, resource.RLIMIT_FSIZE, (most, most))


def kept(teacher: Afternoon, sealed: Sealed, line: str) -> None:
    """A line, and nothing that has to do with it is still on its way to the disk."""
    teacher.type_line(line)
    teacher.window.until(lambda _: sealed.points() == [line], "the line on the disk")
    teacher.window.until(lambda _: not sealed.drafts(), "no half-typed line on the disk")
    teacher.window.shows(KEPT)


@contextmanager
def refusing(fault: Fault, terminal: Terminal, sealed: Sealed) -> Iterator[str]:
    """Inside, the disk refuses; gives how the screen calls it."""
    course = fault(terminal, sealed)
    yield not_saved(next(course))
    assert next(course, None) is None


@pytest.mark.share(of=2)
@pytest.mark.parametrize("fault", [read_only, pulled_out, mount_point_left, full], ids=lambda f: f.__name__)
def test_typing_goes_on_and_all_of_it_is_written_without_a_key_once_it_can_be(
    sealed: Sealed, fault: Fault
) -> None:
    with sealed.window(launcher=AS_OWNER) as terminal:
        teacher = at_the_table(terminal)
        kept(teacher, sealed, "ervoor")
        with refusing(fault, terminal, sealed) as words:
            teacher.type_line("tijdens")
            terminal.shows("· tijdens", words)
            teacher.type_line("nog een")
            terminal.send("en een halve")
            terminal.shows("· nog een", "en een halve", words)
        terminal.lacks(words)
        terminal.shows(KEPT)
        terminal.until(lambda _: sealed.drafts() == ["en een halve"], "the half-typed line on the disk")
        terminal.kill()
    assert sealed.points() == ["ervoor", "tijdens", "nog een"]
    assert not list(sealed.data.rglob("*.tmp"))


def test_a_folder_that_can_not_be_looked_into_at_the_start_is_named(sealed: Sealed) -> None:
    sealed.data.chmod(0)
    with sealed.window(launcher=AS_OWNER, columns=160) as terminal:
        assert terminal.ended() == 1
        assert terminal.given_back()
        sentence = T("{path} can't be read; check the folder and its rights.", path=sealed.data)
        assert joined(sentence) in joined(terminal.text)


def test_a_folder_that_stays_away_is_said_twice_and_costs_only_what_came_after_it(sealed: Sealed) -> None:
    with sealed.window() as terminal:
        teacher = at_the_table(terminal)
        kept(teacher, sealed, "ervoor")
        away = sealed.data.rename(sealed.home / "pulled out")
        teacher.type_line("verloren")
        terminal.shows(not_saved(GONE))
        stop_all_the_same(teacher)
        assert not sealed.data.exists()
        away.rename(sealed.data)
    assert sealed.points() == ["ervoor"]
    assert sealed.talk().state is TalkState.RUNNING
    with sealed.window() as terminal:
        terminal.shows(f"d {T('day')}")
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows("· ervoor", f"F9 {T('agreements')}")
        assert Afternoon(terminal, T, teacher.privacy).stop() == 0


def stop_all_the_same(teacher: Afternoon) -> None:
    """The first time it is said, the second time it stops and says what is lost."""
    terminal = teacher.window
    terminal.send(CTRL_Q)
    terminal.shows(T("Press it once more to stop all the same."))
    terminal.look_up()
    assert teacher.stop() == 1
    terminal.shows(T("Not everything could be kept; the last lines are not on the disk."))
    assert terminal.given_back()


@pytest.mark.share(of=2)
@pytest.mark.parametrize(
    ("keys", "sheet"), [(F3, "Who is at the table?"), (CTRL_P, "What would you like to do?")]
)
def test_that_it_can_not_be_kept_is_said_under_a_sheet_too(sealed: Sealed, keys: str, sheet: str) -> None:
    with sealed.window() as terminal:
        teacher = at_the_table(terminal)
        sealed.data.rename(sealed.home / "pulled out")
        terminal.send("verloren", ENTER)
        terminal.shows(not_saved(GONE))
        terminal.send(keys)
        terminal.shows(T(sheet))
        stop_all_the_same(teacher)


@pytest.mark.share(of=2)
@pytest.mark.parametrize("closed", [True, False], ids=["closed in order", "left by a kill"])
def test_another_stick_with_an_older_copy_is_left_alone(sealed: Sealed, closed: bool) -> None:
    shutil.copytree(sealed.data, sealed.home / "older")
    with sealed.window() as terminal:
        teacher = at_the_table(terminal)
        kept(teacher, sealed, "ervoor")
        away = sealed.data.rename(sealed.home / "pulled out")
        (sealed.home / "older").rename(sealed.data)
        if not closed:
            (sealed.data / ".open").write_text("another program")
        before = sealed.files()
        terminal.send("niet op deze", ENTER)
        terminal.shows("· niet op deze", not_saved(GONE if closed else "another folder is in its place"))
        assert sealed.files() == before
        shutil.rmtree(sealed.data)
        away.rename(sealed.data)
        terminal.shows(KEPT)
        assert teacher.stop() == 0
    assert sealed.points() == ["ervoor", "niet op deze"]


def test_a_talk_that_is_closed_while_nothing_can_be_written_is_written_behind_the_curtain(
    sealed: Sealed,
) -> None:
    with sealed.window() as terminal:
        teacher = at_the_table(terminal)
        away = sealed.data.rename(sealed.home / "pulled out")
        teacher.type_line("zonder stick")
        teacher.close_with("juf belt in november: wennen")
        terminal.shows(not_saved(GONE))
        away.rename(sealed.data)
        terminal.shows(KEPT)
        terminal.kill()
    assert sealed.talk().state is TalkState.FINISHED
    assert sealed.points() == ["zonder stick"]
