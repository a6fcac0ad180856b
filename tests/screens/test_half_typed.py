"""Every line that can be typed on: half typed, and the program killed, it stands at its place again."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

from textual.screen import Screen

import tui.screens
from store.domain.day import SchoolDay
from store.domain.plan import InformationMoment
from store.domain.school_year import Report, assumed_year
from store.domain.talk import Talk
from store.planline.read import read_line
from store.planline.reading import Names
from tests.screens.classroom import DAY, Clock, Visit, family, new_id, opened, reopened
from tui.desk.kinds.questions import Questions
from tui.desk.settings.kept_lines import kept_lines
from tui.desk.setup.first_run import FirstQuestion
from tui.screens.ask import AskScreen
from tui.screens.day.day import DayScreen
from tui.screens.modal import Modal
from tui.screens.setup.by_hand import ByHandScreen
from tui.screens.setup.first_questions import FirstQuestionsScreen
from tui.screens.setup.import_file import ImportScreen
from tui.screens.setup.kept_lines import KeptLinesScreen
from tui.screens.setup.own_timetable import OwnTimetableScreen
from tui.screens.setup.settings import SettingsScreen
from tui.screens.talk.closing import ClosingScreen
from tui.screens.talk.parents_form import form_sheet
from tui.screens.talk.talk import TalkScreen
from tui.screens.talk.welcome import WelcomeScreen
from tui.screens.year.information import InformationScreen
from tui.screens.year.week import WeekScreen
from tui.widgets.capture_line import CaptureLine
from tui.widgets.line_input import STAYS, LineInput

HERE, COMING, BEFORE, EARLIER = range(4)
"""The talks of the day: at the table, still to come, and two that are over."""


@dataclass(frozen=True)
class Line:
    """A line: the module that makes it, the page it is on, and the keys to it; `row` leads to another row."""

    module: str
    page: Callable[[Visit], Screen[Any]]
    keys: tuple[str, ...] = ()
    row: tuple[str, ...] = ()
    text: str = "halve regel"


def _talk(visit: Visit, at: int) -> Talk:
    return visit.desk.day.in_order[at]


def _of(page: Callable[..., Screen[Any]], *more: object) -> Callable[[Visit], Screen[Any]]:
    return lambda visit: page(visit.desk, visit.t, *more)


def _about(page: Callable[..., Screen[Any]], at: int) -> Callable[[Visit], Screen[Any]]:
    return lambda visit: page(visit.desk, visit.t, _talk(visit, at))


def _board(visit: Visit) -> Screen[Any]:
    return TalkScreen(visit.desk, visit.t, _talk(visit, HERE), Questions("nl", Random(1)))


def _form(visit: Visit) -> Screen[Any]:
    talk = _talk(visit, HERE)
    sheet = form_sheet(talk, talk.pupil.id, visit.desk, visit.t)
    assert sheet is not None
    return sheet


def _kept(visit: Visit) -> Screen[Any]:
    before = visit.desk.year
    now = replace(before, reports=(Report(number=3, day=DAY.replace(month=12)),))
    return KeptLinesScreen(kept_lines(visit.desk, before, now), visit.desk, visit.t)


_day = _of(DayScreen, Path("export"))
_chosen = ("home", "down")
LINES = (
    Line("talk/talk", _board, row=("tab",)),
    Line("talk/who_is_here", _board, ("f3", "w")),
    Line("talk/who_is_here", _board, ("f3", "t")),
    Line("talk/who_is_here", _about(WelcomeScreen, COMING), ("w",)),
    Line("talk/who_is_here", _about(WelcomeScreen, COMING), ("t",)),
    Line("talk/parents_form", _form, row=("down",)),
    Line("day/move_talk_key", _day, (*_chosen, "l")),
    Line("day/family_more_key", _day, (*_chosen, "plus")),
    Line("day/format_key", _day, (*_chosen, "k")),
    Line("day/beforehand_key", _day, (*_chosen, "ctrl+p", "punten vooraf", "enter")),
    Line("day/sibling_keys", _day, (*_chosen, "s")),
    Line("year/week", _of(WeekScreen), ("d",)),
    Line("year/week", _of(WeekScreen), ("x",)),
    Line("year/move_moment", _of(WeekScreen), ("l",)),
    Line("year/information", _of(InformationScreen), ("enter",)),
    Line("year/information", _of(InformationScreen), ("s",)),
    Line("setup/settings_page", _of(SettingsScreen, Path("export")), row=("down", "down")),
    Line("setup/settings_page", _of(FirstQuestionsScreen, tuple(FirstQuestion))),
    Line("setup/by_hand", _of(ByHandScreen)),
    Line("setup/own_timetable", _of(OwnTimetableScreen)),
    Line("setup/import_file", _of(ImportScreen), text="/een/map/planning.csv"),
    Line("setup/kept_lines", _kept),
)
CLOSING = Line("talk/closing", _about(ClosingScreen, HERE), row=("down",))
"""A talk has one half-typed line, so that this one is asked apart from the board's."""
NOT_KEPT = {
    "child_key": "a child's name that is half typed for one family must not come back before the next",
    "palette": "the name of a command is no text",
    "passphrase/passphrase": "a secret",
    "passphrase/recovery_key": "the page of a secret that is shown only once",
}


def day() -> SchoolDay:
    """A day with something to type at every line."""
    here, coming, *over = (
        family("Liv Bosman", "Mark Bosman", at="13:00"),
        family("Hamit Yıldız", "Emre Yıldız", at="13:20"),
        family("Bas Groot", "Anja Groot", at="14:00"),
        family("Zoë Smit", "Tom Smit", at="14:20"),
    )
    now = Clock()()
    topics = ("lezen thuis", "schermtijd")
    return SchoolDay(
        date=DAY,
        talks=(
            replace(here, deck="oudervertelgesprek").begin(now, here.invited),
            coming,
            *(_over(each, topic) for each, topic in zip(over, topics, strict=True)),
        ),
        revision=1,
    )


def _over(talk: Talk, topic: str) -> Talk:
    year = ("juf belt ouders 27 aug", "juf belt ouders na rapport 3")
    moments = (moment for line in year for moment in read_line(line, DAY, assumed_year(DAY), Names()).moments)
    planned = talk.plan_moments(*(replace(each, id=new_id()) for each in moments))
    now = Clock()()
    held = planned.answer_information(InformationMoment(topic=topic)).begin(now, talk.invited)
    return held.finish(now)


async def to_line(visit: Visit, line: Line, *, row: bool) -> tuple[LineInput, str]:
    """Go to a line, as after a start; return it, and the badge in front of it."""
    while len(visit.app.screen_stack) > 1:
        await visit.app.pop_screen()
    page = line.page(visit)
    if isinstance(page, Modal):
        await visit.app.push_screen(_day(visit))
    await visit.app.push_screen(page)
    await visit.dealt_with()
    for key in (*line.keys, *(line.row if row else ())):
        visit.clock.go_on(seconds=1.5)
        await (visit.type(key) if " " in key else visit.press(key))
    found = visit.app.focused
    assert isinstance(found, LineInput), (line.module, line.keys)
    return found, next((each.badge for each in visit.app.screen.query(CaptureLine)), "")


def test_no_line_can_be_typed_on_that_is_not_asked_here() -> None:
    screens = Path(tui.screens.__file__).parent
    made = re.compile(r"(?<!class )\b(?:LineInput|CaptureLine|AskScreen|HiddenLine)\(")
    making = {
        str(each.relative_to(screens).with_suffix(""))
        for each in screens.rglob("*.py")
        if made.search(each.read_text(encoding="utf-8"))
    }
    asked = {line.module for line in (*LINES, CLOSING)}
    assert making == asked | set(NOT_KEPT) | {"ask"}


async def test_a_half_typed_line_is_at_its_place_again_after_the_program_was_killed(tmp_path: Path) -> None:
    for lines in (LINES, (CLOSING,)):
        folder, killed = tmp_path / lines[0].module, tmp_path / "killed" / lines[0].module
        stood: list[str] = []
        async with opened(folder, ()) as visit:
            visit.desk.keep_day(day())
            for line in lines:
                stood.append((await to_line(visit, line, row=True))[1])
                await visit.type(line.text)
            await visit.kept()
            # as it lies on the disk at that moment, with nothing said of the end
            shutil.copytree(folder, killed)
        async with reopened(killed) as visit:
            for line, badge in zip(lines, stood, strict=True):
                found, again = await to_line(visit, line, row=False)
                assert (line, found.text, again) == (line, line.text, badge)


async def test_esc_leaves_what_is_typed_on_every_line_and_says_what_clears_it(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        visit.desk.keep_day(day())
        for line in (*LINES, CLOSING):
            if line.module == "talk/parents_form":
                # Esc is done there: it takes what stands on the row
                continue
            found, _ = await to_line(visit, line, row=False)
            await visit.press("ctrl+u")
            await visit.type(line.text)
            front = visit.app.screen
            await visit.press("escape", "escape")
            assert (line, visit.app.screen is front, found.text) == (line, True, line.text)
            assert visit.t(STAYS) in visit.flat, line
            # all of it, also what stands behind the cursor
            await visit.press("left", "ctrl+u")
            assert visit.t(STAYS) not in visit.flat, "it goes with what it was about"
            await visit.press("escape")
            assert found.text == "", line


async def test_esc_leaves_a_question_with_nothing_typed_or_only_what_stood_there(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        visit.desk.keep_day(day())
        for line in LINES:
            if not isinstance((await to_line(visit, line, row=False))[0].screen, AskScreen):
                continue
            front = visit.app.screen
            await visit.press("escape")
            assert visit.app.screen is not front, line


async def test_who_was_named_stays_at_the_table_and_on_the_card_whatever_key_comes_next(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, (day().in_order[COMING],)) as visit:
        await visit.to_card()
        await visit.press("w")
        await visit.enter("oma Hatice")
        await visit.press("t")
        await visit.enter("mw. Kaya")
        await visit.press("escape")
        await visit.kept()
        killed = shutil.copytree(tmp_path / "data", tmp_path / "killed" / "data")
    async with reopened(killed.parent) as visit:
        await visit.to_card()
        assert "oma Hatice" in visit.text
        assert "mw. Kaya als tolk" in visit.text
        await visit.press("enter")
        assert visit.talk().presence.others == ("oma Hatice",)
        assert visit.talk().presence.interpreter_name == "mw. Kaya"
        # at the table too, with the letter that changes who is here left by Esc
        await visit.press("f3", "1", "w")
        await visit.enter("opa Ali")
        await visit.press("escape")
        assert (visit.talk().presence.others, visit.talk().presence.pupil) == (
            ("oma Hatice", "opa Ali"),
            True,
        )
        # the card of a talk that was begun has nothing of its own any more
        await visit.press("f3", "3", "enter", "f7", "enter")
        assert "oma Hatice" not in visit.text
