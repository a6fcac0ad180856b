"""What can happen to a window with a talk in it: typed ahead, made smaller, closed, opened twice."""

from __future__ import annotations

import signal
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from store.domain.talk import Talk, TalkState
from store.files.repository import Repository
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.screen import CTRL_Q, ENTER, F7, F8, F9, HOME, TAB, UP, Terminal

DAY = date(2026, 8, 25)
LIV = "Liv Bosman"
pytestmark = pytest.mark.terminal


def at_the_table(terminal: Terminal) -> Afternoon:
    """The first talk of the day has begun."""
    teacher = Afternoon(terminal, Translator("nl"), Privacy(()))
    teacher.next_family(LIV)
    teacher.begin()
    return teacher


def stored(tmp_path: Path) -> Talk:
    return Repository.reading(tmp_path / "data").day(DAY).in_order[0]


def test_typing_ahead_of_the_screen_loses_and_mixes_nothing(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send(
            "eerst", ENTER, "tweede", ENTER, TAB, "van ouders", ENTER, UP, "erbij", ENTER, "en nog half"
        )
        terminal.shows("· eerst", "· tweede", "· van ouders", "erbij", "en nog half")
        assert teacher.stop() == 0
    talk = stored(tmp_path)
    assert [(point.voice.value, point.text) for point in talk.points] == [
        ("pupil", "eerst"),
        ("pupil", "tweede"),
        ("carer", "van ouders"),
    ]
    assert [note.text for note in talk.points[2].notes] == ["erbij"]


def test_typing_ahead_while_a_plan_line_is_read_keeps_the_answer(
    opened: Callable[..., Terminal], tmp_path: Path
) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send(F9)
        teacher.at_the_closing()
        terminal.send("juf belt in november: wennen", ENTER, "-", ENTER, "-", ENTER)
        terminal.shows(teacher.t("Complete. F9 reads it back."))
        assert teacher.stop() == 0
    talk = stored(tmp_path)
    assert [moment.text for moment in talk.plan.moments] == ["juf belt in november: wennen"]
    assert talk.information is not None
    assert not talk.information.wanted


def test_a_line_half_typed_when_a_talk_is_set_aside_is_there_when_it_goes_on(
    opened: Callable[..., Terminal],
) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send("dit maken we later af")
        terminal.shows("dit maken we later af")
        terminal.send(F7)
        teacher.next_family("Hamit Yıldız")
        teacher.begin()
        teacher.type_line("zwemmen")
        terminal.send("een halve lijn van Hamit")
        terminal.shows("een halve lijn van Hamit")
        terminal.send(F8)
        teacher.behind_the_curtain()
        terminal.look_up()
        terminal.send("d")
        terminal.shows(LIV, "Søren Jørgensen")
        terminal.send(HOME, ENTER)
        teacher.on_the_card(LIV)
        teacher.begin()
        terminal.shows("dit maken we later af")
        assert teacher.stop() == 0


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_closed_window_sets_the_talk_aside_with_its_half_typed_line(
    opened: Callable[..., Terminal], tmp_path: Path, number: signal.Signals
) -> None:
    with opened() as terminal:
        at_the_table(terminal)
        terminal.send("een punt", ENTER)
        terminal.shows("· een punt")
        terminal.send("en een hal")
        terminal.shows("en een hal")
        terminal.signal(number)
        assert terminal.ended() == 0
    talk = stored(tmp_path)
    drafts = Repository.reading(tmp_path / "data").drafts(DAY)
    assert talk.state is TalkState.SET_ASIDE
    assert [point.text for point in talk.points] == ["een punt"]
    assert [draft.text for draft in drafts] == ["en een hal"]
    privacy = Privacy(Repository.reading(tmp_path / "data").school(DAY).pupils, here=LIV)
    with opened() as terminal:
        teacher = Afternoon(terminal, Translator("nl"), privacy)
        teacher.behind_the_curtain()
        terminal.look_up()
        terminal.send(ENTER)
        teacher.on_the_card(LIV)
        assert privacy.seen == []


def test_a_second_window_on_the_same_folder_says_so_and_leaves_the_first_alone(
    opened: Callable[..., Terminal],
) -> None:
    sentence = Translator("nl")(
        "Startgesprek is already open on this folder; go on there, or close it first."
    )
    with opened() as terminal:
        at_the_table(terminal)
        with opened() as second:
            assert second.ended() == 1
            assert "".join(sentence.split()) in "".join(second.text.split())
        terminal.send("gaat gewoon door", ENTER)
        terminal.shows("· gaat gewoon door")
        terminal.send(CTRL_Q)
        assert terminal.ended() == 0


def test_a_byte_that_is_no_letter_does_not_end_the_app(opened: Callable[..., Terminal]) -> None:
    with opened() as terminal:
        teacher = at_the_table(terminal)
        terminal.send_bytes(b"caf\xe9 \xff na\xefef")
        terminal.send(" toch", ENTER)
        terminal.shows("toch")
        assert teacher.stop() == 0
