"""A small invented school day, and a teacher at the keyboard of the real app without a terminal."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Hashable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from unittest.mock import patch
from uuid import uuid4

from textual._compositor import Compositor
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.events import Key, Paste
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widgets import Static

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.talk import Slot, Talk
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from store.language import Translator
from tui.app import Startgesprek
from tui.desk.desk import Desk
from tui.desk.kinds.decks import Decks
from tui.desk.printing import Printing
from tui.desk.setup.locked_folder import Entered, enter
from tui.desk.setup.passphrase import remember_asked
from tui.keys import STEPS
from tui.messages import DiskTold
from tui.screens.page import Page
from tui.screens.year.year_page import READING
from tui.terminal.clipboard import Copied
from tui.way_out import WayOut
from tui.widgets.capture_line import CaptureLine
from tui.widgets.foot.key_line import KeyLine
from tui.widgets.line_input import LineInput

DAY = date(2026, 8, 25)
NOON = datetime(2026, 8, 25, 12, 55)
"""Wall time at which the tests begin, five minutes before the first family."""


class Clipboard:
    """The clipboard of the classroom PC; one that is not there takes nothing."""

    def __init__(self) -> None:
        self.text, self.there = "", Copied.SURE

    def put(self, text: str) -> Copied:
        """Take a text; say whether it is there."""
        self.text = self.text if self.there is Copied.NOT else text
        return self.there


LETTERS = 2
"""How many letters of a typed text come one by one."""

A_MOMENT = 0.05
"""Seconds in which a disk takes what was changed, if it takes it at all."""

SIGNS = {"plus": "+", "space": " "}
"""What the keys that have a name of their own put on a line."""


def new_id() -> str:
    return str(uuid4())


def speaking(language: str, folder: Path) -> Translator:
    """A voice that knows the kinds of talk, as the command line makes it."""
    return Translator(language).knowing(Decks(folder / "data" / "decks").called)


class Clock:
    """Ticks a millisecond every time somebody looks at it, and can be moved on."""

    def __init__(self, wall: datetime = NOON) -> None:
        self.instant = (wall - timedelta(hours=2)).replace(tzinfo=UTC)

    def __call__(self) -> datetime:
        self.instant += timedelta(milliseconds=1)
        return self.instant

    def go_on(self, **span: float) -> None:
        """Let so much time pass."""
        self.instant += timedelta(**span)


def family(
    name: str, *carers: str, at: str, remark: str = "", language: str = "", interpreter: bool = False
) -> Talk:
    """A planned talk on the day."""
    first, _, last = name.partition(" ")
    pupil = Pupil(
        id=new_id(),
        first_name=first,
        last_name=last,
        group="3",
        home_language=language,
        interpreter=interpreter,
        carers=tuple(Carer(id=new_id(), name=each, phone=f"06-0000100{n}") for n, each in enumerate(carers)),
    )
    start = datetime.combine(DAY, datetime.strptime(at, "%H:%M").time())
    return Talk(id=new_id(), slot=Slot(start=start), pupil=pupil, teacher="juf Els", remark=remark)


def three_families() -> tuple[Talk, ...]:
    """Two in a row, a break, and one with an interpreter."""
    return (
        family("Liv Bosman", "Mark Bosman", "Eline Kuipers", at="13:00", remark="komt met [oma] =1+1"),
        family("Hamit Yıldız", "Emre Yıldız", at="13:20"),
        family("Zuzanna Wójcik", "Agnieszka Wójcik", at="14:00", language="Pools", interpreter=True),
    )


@dataclass
class Visit:
    """The running app with a teacher in front of it."""

    app: Startgesprek
    pilot: Pilot[WayOut]
    desk: Desk
    clock: Clock
    t: Translator
    exports: Path
    clipboard: Clipboard
    pressed: str = ""

    # -- doing ---------------------------------------------------------------
    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names, one after the other, as fast as a terminal passes them on.

        Where a key that is held does nothing, a teacher has let go of it.
        """
        if self.screen in {"curtain", "summary", "firstquestions"}:
            self.clock.go_on(seconds=1.5)
        self._look_up()
        for each in keys:
            if (
                each != self.pressed
                and each.isalpha()
                and self.pressed.isalpha()
                and len(each + self.pressed) == 2
            ):
                await self.dealt_with()
                if not self._on_a_line:
                    # pressed for what the one before it did, and no word
                    self.clock.go_on(seconds=0.5)
            if each == self.pressed:
                await self.dealt_with()
                elsewhere = self.app.screen is not self.app.keys.went_down_on
                if elsewhere or not self._on_a_line or each in STEPS:
                    # a key that is held does nothing here; this one was let go of
                    self.clock.go_on(seconds=1.5)
            self.post(each)
            if each in {"f7", "f8"}:
                await self.dealt_with()
                self.clock.go_on(seconds=1.5)
        await self.dealt_with()

    def post(self, key: str) -> None:
        """Pass one key on, and wait for nothing."""
        self.pressed = key
        name = _character_to_key(key) if len(key) == 1 else key
        self.app.post_message(Key(name, key if len(key) == 1 else SIGNS.get(key)))

    async def hold(self, key: str, times: int = 20) -> None:
        """Press a key and keep it down, as a terminal repeats it."""
        for _ in range(times):
            self.post(key)
        await self.dealt_with()

    async def type(self, text: str) -> None:
        """Type text, without Enter, as fast as a terminal passes it on.

        On a line only the last letters come one by one: those before come at once and leave it the same.
        """
        self._look_up()
        at_once, letters = (text[:-LETTERS], text[-LETTERS:]) if self._on_a_line else ("", text)
        if at_once:
            self.app.post_message(Paste(at_once))
        for letter in letters:
            self.app.post_message(Key(_character_to_key(letter), letter))
            self.pressed = letter
        await self.dealt_with()

    def _look_up(self) -> None:
        """See that something else is asked, before anything is typed there."""
        if isinstance(self.app.screen, Page) and self.app.screen.unasked:
            self.clock.go_on(seconds=1.5)
        elif self._on_a_line and self.app.screen is not self.app.keys.went_down_on:
            self.clock.go_on(seconds=1)

    @property
    def _on_a_line(self) -> bool:
        return isinstance(self.app.focused, LineInput)

    async def enter(self, *lines: str) -> None:
        """Type lines, each with Enter."""
        for line in lines:
            await self.type(line)
            await self.press("enter")

    async def paste(self, text: str) -> None:
        """Paste into what has the focus, the way the terminal does: by the app."""
        self._look_up()
        self.app.post_message(Paste(text))
        await self.dealt_with()

    async def dealt_with(self) -> None:
        """Wait until every key has done what it does."""
        await self._nothing_ready()
        await self.app.keys.idle.wait()
        await self.settled()
        if reading := [each for each in self.app.workers if each.group == READING]:
            await self.app.workers.wait_for_complete(reading)
            await self.settled()

    async def settled(self) -> None:
        """Wait until nothing is left to be done, and what is to be shown stands on the screen.

        Textual's own pause asks every widget and then sleeps, which is most of what a key costs.
        """
        await self._nothing_ready()
        if not all(each.is_finished for each in self.app.workers):
            # what works beside the screen is given its time
            await self.pilot.pause()
        if self.desk.saving.behind and not self.desk.saving.reason:
            await asyncio.to_thread(self.desk.wait_for_disk, A_MOMENT)
            await self._nothing_ready()
        # what comes into sight once it has its place is shown by the second; by the third where keys change
        for _ in range(3):
            self.app.screen._on_timer_update()
            await self._nothing_ready()

    async def _nothing_ready(self) -> None:
        """Wait until the loop has nothing to call, also when it has looked outside once more."""
        loop = asyncio.get_running_loop()
        # asyncio tells this to nobody
        ready, quiet = vars(loop)["_ready"], 0
        while quiet < 2:
            passed = asyncio.Event()
            loop.call_soon(passed.set)
            await passed.wait()
            quiet = 0 if ready else quiet + 1

    async def kept(self) -> None:
        """Wait until everything is on the disk, and the screen has heard of it."""
        assert await asyncio.to_thread(self.desk.wait_for_disk)
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        """Give the window another size, and wait until everything has its place in it."""
        await self.pilot.resize_terminal(width, height)
        await self.dealt_with()

    # -- the way there ---------------------------------------------------------
    async def to_card(self) -> None:
        """From the curtain to the next family's card."""
        await self.press("enter")

    async def to_board(self) -> None:
        """From the curtain into the talk with the next family."""
        await self.press("enter", "enter")

    async def to_closing(self, *points: str) -> None:
        """From the curtain to the closing of the next talk."""
        await self.to_board()
        await self.enter(*points)
        await self.press("f9")

    async def to_read_back(self) -> None:
        """From a closing with nothing missing to the read-back, and so long there that a key counts."""
        await self.press("f9")
        self.clock.go_on(seconds=2)

    async def finish(self) -> None:
        """From a closing with nothing missing to the curtain."""
        await self.to_read_back()
        await self.press("f9")

    async def to_day(self) -> None:
        """From the curtain to the day."""
        await self.press("d")

    # -- looking ---------------------------------------------------------------
    @property
    def text(self) -> str:
        """What is on the screen, line by line."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def flat(self) -> str:
        """What is on the screen, as if no line had been broken."""
        return " ".join(self.text.split())

    @property
    def screen(self) -> str:
        """The name of the screen in front."""
        return type(self.app.screen).__name__.removesuffix("Screen").lower()

    @property
    def line(self) -> str:
        """What stands on the capture line."""
        return self.app.screen.query_one(CaptureLine).text

    @property
    def badge(self) -> str:
        """Where the line will land, in words."""
        return self.app.screen.query_one(CaptureLine).badge

    @property
    def notice(self) -> str:
        """What is said to the teacher."""
        return self.app.screen.query_one(KeyLine).said

    @property
    def question(self) -> str:
        """What stands on the line that is kept free for a question."""
        return str(self.app.screen.query_one("#question", Static).content)

    def talk(self) -> Talk:
        """The first talk of the day, as it now is."""
        return self.desk.day.in_order[0]

    def raised(self) -> list[tuple[str, str]]:
        """The points of the first talk with their voices."""
        return [(point.voice.value, point.text) for point in self.talk().points]


@asynccontextmanager
async def opened(
    folder: Path,
    talks: Iterable[Talk] | None = None,
    *,
    language: str = "nl",
    size: tuple[int, int] = (80, 24),
    wall: datetime = NOON,
    asks: bool = False,
    rehearsal: bool = True,
    first_run: bool = False,
    painted: bool = False,
) -> AsyncIterator[Visit]:
    """Open the app on these talks, three families when none are given; on nothing at all for `()`.

    A passphrase was asked for already, unless it `asks`. In a `first_run` nothing was told of the school yet.
    It is `painted` where somebody looks at every picture.
    """
    clock, t = Clock(wall), speaking(language, folder)
    with Repository(folder / "data", new_id=new_id) as repository:
        if not asks:
            remember_asked(repository)
        if not rehearsal and not first_run:
            repository.save_settings(repository.settings().answered("school_year 2026-2027"))
        chosen = three_families() if talks is None else tuple(talks)
        if chosen:
            pupils = tuple({talk.pupil.id: talk.pupil for talk in chosen}.values())
            school = School(pupils=pupils, teacher="juf Els", year=assumed_year(DAY), revision=1)
            repository.save_school(DAY, School(pupils=pupils, revision=1) if first_run else school)
            repository.save(SchoolDay(date=DAY, talks=chosen, revision=1))
        outside = folder / "export"
        async with _running(
            repository, clock, t, outside, size, rehearsal=rehearsal, painted=painted
        ) as visit:
            yield visit


@asynccontextmanager
async def reopened(
    folder: Path, *, wall: datetime = NOON, size: tuple[int, int] = (80, 24), painted: bool = False
) -> AsyncIterator[Visit]:
    """Open the app again on what is stored, the way it is opened for a teacher."""
    repository, t = Repository(folder / "data", new_id=new_id), speaking("nl", folder)
    try:
        entered = enter(repository, None, DAY)
        outside = folder / "export"
        async with _running(
            repository, Clock(wall), t, outside, size, entered=entered, painted=painted
        ) as visit:
            yield visit
    finally:
        repository.close()


@contextmanager
def unpainted() -> Iterator[None]:
    """Paint nothing but what a test looks at: without a terminal every picture is made for nobody."""

    def forget(compositor: Compositor, *_: object, **__: object) -> None:
        compositor._dirty_regions.clear()

    with patch.object(Compositor, "render_update", forget):
        yield


_RULES: dict[object, list[RuleSet]] = {}
"""What was read of styles, for every app that comes after."""


@contextmanager
def styles_read_once() -> Iterator[None]:
    """Read a text of styles once, however many apps have it."""
    read = Stylesheet._parse_rules

    def read_once(sheet: Stylesheet, *text: Hashable, **told: Hashable) -> list[RuleSet]:
        key = (frozenset(sheet._variables.items()), text, frozenset(told.items()))
        if key not in _RULES:
            _RULES[key] = read(sheet, *text, **told)  # type: ignore[arg-type]
        return _RULES[key]

    with patch.object(Stylesheet, "_parse_rules", read_once):
        yield


@asynccontextmanager
async def _running(
    repository: Repository,
    clock: Clock,
    t: Translator,
    exports: Path,
    size: tuple[int, int],
    *,
    rehearsal: bool = True,
    entered: Entered | None = None,
    painted: bool = False,
) -> AsyncIterator[Visit]:
    def tell(result: Kept | NotKept) -> None:
        app.post_message(DiskTold(result))

    writer = Writer(repository, tell)
    school = repository.school(DAY)
    desk = Desk(repository, writer, repository.day(DAY), school, now=clock, new_id=new_id)
    clipboard = Clipboard()
    app = Startgesprek(
        desk,
        t,
        exports,
        entered,
        rehearsal=rehearsal,
        asks=not rehearsal,
        put=clipboard.put,
        prints=lambda path: Printing.NOWHERE,
    )
    # whoever presses a key here waits until all of it is done
    app.keys.glance = 0
    try:
        with styles_read_once(), nullcontext() if painted else unpainted():
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                yield Visit(app, pilot, desk, clock, t, exports, clipboard)
    finally:
        desk.close()
