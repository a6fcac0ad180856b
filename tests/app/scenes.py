"""Every screen with a key line, in the states in which its keys differ, put up in one running app."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

from store.domain.plan import InformationMoment
from store.domain.siblings import joined
from store.domain.talk import Talk
from store.files.deletion.erase import Looked
from store.files.envelope import Sealer
from store.files.errors import Kind
from tests.privacy.walk import complete
from tests.screens.classroom import DAY, Visit, family
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.questions import Questions
from tui.desk.practice.clock import PracticeClock
from tui.desk.practice.material import material
from tui.desk.practice.practice import Practice
from tui.desk.setup.first_run import FirstQuestion
from tui.desk.setup.passphrase import Wish
from tui.screens.curtain import CurtainScreen
from tui.screens.day.day import DayScreen
from tui.screens.day.summary import SummaryScreen
from tui.screens.nobody_left import NobodyLeftScreen
from tui.screens.page import Page
from tui.screens.passphrase.passphrase import PassphraseScreen
from tui.screens.passphrase.recovery_key import RecoveryKeyScreen
from tui.screens.practice.cards import CardsScreen
from tui.screens.practice.look_back import LookBackScreen
from tui.screens.practice.scene import SceneScreen
from tui.screens.practice.situations import SituationsScreen
from tui.screens.setup.by_hand import ByHandScreen
from tui.screens.setup.first_questions import FirstQuestionsScreen
from tui.screens.setup.import_file import ImportScreen
from tui.screens.setup.own_timetable import OwnTimetableScreen
from tui.screens.setup.purge import NothingDueScreen, PurgeScreen
from tui.screens.setup.rescue import RescueScreen
from tui.screens.setup.settings import SettingsScreen
from tui.screens.setup.start import StartScreen
from tui.screens.talk.closing import ClosingScreen
from tui.screens.talk.read_back import ReadBackScreen
from tui.screens.talk.talk import TalkScreen
from tui.screens.talk.welcome import WelcomeScreen
from tui.screens.year.information import InformationScreen
from tui.screens.year.week import WeekScreen


@dataclass(frozen=True)
class Scene:
    """A screen in a state: what it shows, for which talk, and the keys and lines that lead to it from there.

    `minutes` have gone by since the talk began; without `talk` there is none on the day.
    """

    name: str
    page: Callable[[Visit, Talk], Page]
    keys: tuple[str, ...] = ()
    talk: Callable[[Visit], Talk | None] = lambda visit: begun(visit, alone(visit))
    minutes: int = 1


def families() -> tuple[Talk, ...]:
    """Twins, a child with a remark, and a family that did not come."""
    return (
        family("Daan Visser", "Anja Visser", "Peter Visser", at="13:00"),
        family("Sanne Visser", "Anja Visser", "Peter Visser", at="13:20"),
        family("Liv Bosman", "Mark Bosman", "Eline Kuipers", at="14:00", remark="komt met oma"),
        family("Zuzanna Wójcik", "Agnieszka Wójcik", at="14:20", language="Pools").not_come(),
    )


def alone(visit: Visit) -> Talk:
    """The talk about one child."""
    return visit.desk.day.in_order[2]


def twins(visit: Visit) -> Talk:
    """The talk about two."""
    return joined(*visit.desk.day.in_order[:2])


def begun(visit: Visit, talk: Talk) -> Talk:
    """That talk, running, with everybody here."""
    return talk.begin(visit.desk.now(), talk.invited)


def _board(visit: Visit, talk: Talk) -> Page:
    return TalkScreen(visit.desk, visit.t, talk, Questions(visit.t.language, Random(1)))


def _closing(visit: Visit, talk: Talk) -> Page:
    return ClosingScreen(visit.desk, visit.t, talk)


def _read_back(visit: Visit, talk: Talk) -> Page:
    return ReadBackScreen(visit.desk, visit.t, talk, visit.exports, visit.app.print_file)


def _of_the_desk(page: Callable[..., Page], *more: object) -> Callable[[Visit, Talk], Page]:
    return lambda visit, _: page(visit.desk, visit.t, *more)


def _day(visit: Visit, _: Talk) -> Page:
    return DayScreen(visit.desk, visit.t, visit.exports)


def _planned(visit: Visit) -> Talk:
    return alone(visit)


def _complete(visit: Visit) -> Talk:
    return complete(begun(visit, alone(visit)))


def _wishing(visit: Visit) -> Talk:
    return _complete(visit).answer_information(InformationMoment(topic="lezen thuis"))


def _twins(visit: Visit) -> Talk:
    return complete(begun(visit, twins(visit)))


def _nobody(_: Visit) -> None:
    return None


TWO_POINTS = ("naast Lotte", "enter", "tekenen", "enter")
BOARDS = (
    Scene("board, empty", _board),
    Scene("board, typed", _board, ("wanneer bel",)),
    Scene("board, points", _board, TWO_POINTS),
    Scene("board, agreement", _board, (*TWO_POINTS, "! juf belt", "enter")),
    Scene("board, a contact moment typed", _board, ("! juf belt ouders in november",)),
    Scene("board, late", _board, TWO_POINTS, minutes=17),
    Scene("board, chosen", _board, (*TWO_POINTS, "up", "elke dag", "enter", "up")),
    Scene("board, agreement chosen", _board, (*TWO_POINTS, "! juf belt", "enter", "up")),
    Scene("board, changing", _board, (*TWO_POINTS, "up", "right")),
    Scene("board, question", _board, ("f2",)),
    Scene("board, preparing", _board, talk=_planned),
    Scene("board, preparing, chosen", _board, ("lezen", "enter", "up"), talk=_planned),
    Scene("board of twins", _board, TWO_POINTS, talk=_twins),
    Scene("board of twins, chosen", _board, (*TWO_POINTS, "! juf belt", "enter", "up"), talk=_twins),
)
OPEN = ("bellen als het nodig is", "enter", "escape")
CLOSINGS = (
    Scene("closing, empty", _closing),
    Scene("closing, typed", _closing, ("juf belt ouders in nov",)),
    Scene("closing, asked who begins", _closing, ("bellen in november", "enter")),
    Scene("closing, nothing missing", _closing, talk=_complete),
    Scene("closing, moment", _closing, ("up",), talk=_complete),
    Scene("closing, part", _closing, ("up", "right", "right"), talk=_complete),
    Scene("closing, information", _closing, ("down",)),
    Scene("closing, rest", _closing, ("pagedown",), talk=_complete),
    Scene("closing, number and mail", _closing, ("pagedown", "down", "down"), talk=_complete),
    Scene("closing, addressed as", _closing, ("pagedown", "down", "down", "down", "down"), talk=_complete),
    Scene("closing, open line", _closing, ("met oma samen", "enter", "up")),
    Scene("closing, looks like a moment", _closing, ("down", "juf belt ouders in november")),
    Scene("closing of twins, moment", _closing, ("up",), talk=_twins),
)
OTHERS = (
    Scene("curtain", _of_the_desk(CurtainScreen), talk=_planned),
    Scene("curtain, locked", lambda visit, _: CurtainScreen(visit.desk, visit.t, _refuse), talk=_planned),
    Scene("curtain, with nobody", _of_the_desk(CurtainScreen), talk=_nobody),
    Scene("nobody left", _of_the_desk(NobodyLeftScreen), talk=_planned),
    Scene("card", lambda visit, talk: WelcomeScreen(visit.desk, visit.t, talk), talk=_planned),
    Scene("card of twins", lambda visit, talk: WelcomeScreen(visit.desk, visit.t, talk), talk=twins),
    Scene(
        "card, taken up again",
        lambda visit, talk: WelcomeScreen(visit.desk, visit.t, talk),
        talk=lambda visit: begun(visit, alone(visit)).set_aside(visit.desk.now()),
    ),
    Scene("read-back", _read_back, talk=_complete),
    Scene("read-back, simple", _read_back, ("t",), talk=_complete),
    Scene("read-back of twins", _read_back, talk=_twins),
    Scene("day", _day, ("down", "down"), talk=_planned),
    Scene("day, twins", _day, ("home",), talk=_planned),
    Scene("day, empty", _day, talk=_nobody),
    Scene(
        "summary",
        lambda visit, _: SummaryScreen(visit.desk, visit.t, visit.exports, visit.app.copy),
        ("down", "down"),
        talk=lambda visit: _complete(visit).finish(visit.desk.now()),
    ),
    Scene(
        "week",
        _of_the_desk(WeekScreen),
        talk=lambda visit: alone(visit).not_come(),
    ),
    Scene("week, empty", _of_the_desk(WeekScreen), talk=_nobody),
    Scene("information moments", _of_the_desk(InformationScreen), talk=_wishing),
    Scene("information moments, none", _of_the_desk(InformationScreen), talk=_nobody),
    Scene("settings", lambda visit, _: SettingsScreen(visit.desk, visit.t, visit.exports), talk=_planned),
    Scene("first questions", _of_the_desk(FirstQuestionsScreen, tuple(FirstQuestion)), talk=_planned),
    Scene("first questions, typed", _of_the_desk(FirstQuestionsScreen, tuple(FirstQuestion)), ("juf",)),
    Scene("start", _of_the_desk(StartScreen), talk=_nobody),
    Scene("by hand", _of_the_desk(ByHandScreen), talk=_planned),
    Scene("own timetable", _of_the_desk(OwnTimetableScreen), talk=_planned),
    Scene(
        "own timetable, a first place",
        _of_the_desk(OwnTimetableScreen),
        ("di 1 sep", "enter", "enter", "enter", "enter"),
        talk=_nobody,
    ),
    Scene("import", _of_the_desk(ImportScreen), talk=_planned),
    Scene("passphrase", _of_the_desk(PassphraseScreen, Wish.SEAL), talk=_planned),
    Scene("passphrase, changed", _of_the_desk(PassphraseScreen, Wish.CHANGE), talk=_planned),
    Scene("recovery key", _of_the_desk(RecoveryKeyScreen, "ABCDE-FGHIJ"), talk=_planned),
    Scene("rescue", _of_the_desk(RescueScreen, Kind.DAY, DAY), talk=_planned),
    Scene("nothing to empty", _of_the_desk(NothingDueScreen, Looked(())), talk=_planned),
    Scene("something to empty", _of_the_desk(PurgeScreen, Looked(())), talk=_planned),
)


def _dealt(visit: Visit) -> Practice:
    """A team that has drawn a situation, with its cards dealt."""
    decks, own = Decks(), visit.desk.repository.layout.practice
    practice = Practice(
        lambda language: material(language, decks, own),
        visit.t.language,
        PracticeClock(visit.clock),
        Random(1),
    )
    practice.draw()
    practice.deal()
    return practice


def _practising(page: Callable[..., Page]) -> Callable[[Visit, Talk], Page]:
    return lambda visit, _: page(visit.desk, visit.t, _dealt(visit))


def _look_back(visit: Visit, talk: Talk) -> Page:
    return LookBackScreen(visit.desk, visit.t, _dealt(visit), talk)


PRACTICE = (
    Scene("situations", _practising(SituationsScreen), talk=_nobody),
    Scene("situation", _practising(SceneScreen), talk=_nobody),
    Scene("card of a player, covered", _practising(CardsScreen), talk=_nobody),
    Scene("card of a player", _practising(CardsScreen), ("enter",), talk=_nobody),
    Scene("looking back", _look_back, talk=lambda visit: _complete(visit).finish(visit.desk.now())),
    Scene(
        "looking back, half-way",
        _look_back,
        ("k",),
        talk=lambda visit: begun(visit, alone(visit)).set_aside(visit.desk.now()),
    ),
)
"""What only a team that practises sees: its keys lead nowhere in the app of the others."""
SCENES = (*OTHERS, *BOARDS, *CLOSINGS)


def _refuse(_: str) -> Sealer:
    raise AssertionError


class Stage:
    """The app, put back before every scene to how it was."""

    def __init__(self, visit: Visit) -> None:
        self.visit = visit
        self._day, self._school, self._at = visit.desk.day, visit.desk.school, visit.clock.instant

    async def put_up(self, scene: Scene) -> Page:
        """Show a scene, as if nothing had happened since; return its page."""
        visit, desk = self.visit, self.visit.desk
        while len(visit.app.screen_stack) > 2:
            await visit.app.pop_screen()
        # what was half typed before is read back from the disk, once all of it is there
        await asyncio.to_thread(desk.wait_for_disk)
        desk.repository.keep_drafts(self._day.date, ())
        day = replace(self._day, revision=desk.day.revision + 1)
        visit.clock.instant = self._at
        desk.lay_out(self._school, day)
        talk = scene.talk(visit)
        if talk is None:
            day = replace(day, talks=())
        else:
            gone = [each.id for each in day.talks if set(each.pupils) & set(talk.pupils)]
            day = replace(day, talks=(*(each for each in day.talks if each.id not in gone), talk))
        desk.lay_out(self._school, day)
        visit.clock.go_on(minutes=scene.minutes)
        if talk is not None:
            desk.half_typed.type(talk, "", "")
        page = scene.page(visit, talk or self._day.in_order[0])
        alone = len(visit.app.screen_stack) == 1
        await (visit.app.push_screen(page) if alone else visit.app.switch_screen(page))
        await visit.dealt_with()
        for key in scene.keys:
            if (len(key) > 1 and " " in key) or key in {"tekenen", "lezen", "juf"}:
                await visit.type(key)
            else:
                visit.clock.go_on(seconds=1.5)
                await visit.press(key)
        return page
