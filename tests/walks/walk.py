"""A walk over all screens of the real app, and what may never come of it."""

from __future__ import annotations

import asyncio
import os
from collections import Counter, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, chdir, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from textual.events import MouseDown, MouseEvent, MouseMove, MouseScrollDown, MouseScrollUp, MouseUp
from textual.widgets import Input

from store.files.errors import FilesError
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.privacy.walk import Painted, complete, families, listening
from tests.screens.classroom import DAY, Visit, opened, reopened
from tests.sealing.test_sealing import CHEAP, SECRET
from tests.walks.strides import VOCABULARY, Stride, Whims
from tui.screens.modal import Modal
from tui.screens.page import Page
from tui.screens.talk.talk_page import TalkPage
from tui.terminal.window import fits

LIFE = 400
"""Keys until the app is closed and the folder opened again."""
LAST = 40
FAMILY = {"curtain", "welcome", "talk", "closing", "readback", "nobodyleft"}
"""Screens that a family may see."""


@dataclass
class Found:
    """What a walk saw and what went wrong on it."""

    seed: int
    keys: int = 0
    lives: int = 0
    screens: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    last: deque[str] = field(default_factory=lambda: deque(maxlen=LAST))

    def add(self, fault: str) -> None:
        """Note a fault, with the keys that led to it."""
        self.faults.append(f"seed {self.seed}, key {self.keys}: {fault}\n    " + "\n    ".join(self.last))


@dataclass(frozen=True, slots=True)
class Marks:
    """Where the marked lines are: what must stay (`safe`), and what only the way back still holds."""

    safe: frozenset[str]
    typed: frozenset[str]
    back: frozenset[str]


@dataclass(frozen=True, slots=True)
class Eyes:
    """What is looked at beside the screen: all that is painted, and what keys take off a line."""

    painted: Painted
    taken_off: list[str]


class Walker:
    """Somebody at the keyboard for one life of the app."""

    def __init__(self, visit: Visit, whims: Whims, found: Found, eyes: Eyes) -> None:
        """Walk on from where the last life ended."""
        self.visit, self._whims, self._found, self._eyes = visit, whims, found, eyes
        self._size = (80, 24)
        self._read: dict[str, tuple[object, frozenset[str]]] = {}
        self._whose: dict[str, str] = {}
        """Whose talk each was, by id: also of one that was taken back while its card was looked at."""
        self.marks = self._marks()

    # -- walking -------------------------------------------------------------
    async def go(self, keys: int) -> None:
        """Walk so many keys, or until the app has ended or something went wrong."""
        until = self._found.keys + keys
        while self._found.keys < until and self.visit.app.is_running:
            before, start, typed_on = self.marks, self._page(), self._typed_on()
            sheet = isinstance(self.visit.app.screen, Modal)
            self._eyes.taken_off.clear()
            stride = self._whims.next(
                self.visit.screen, line=typed_on is not None, sheet=sheet, small=not fits(*self._size)
            )
            on_it = f" on {typed_on.value[-60:]!a}" if typed_on is not None and typed_on.value else ""
            self._found.last.append(f"{self.visit.screen}: {stride}{on_it}")
            self._found.keys += max(stride.count, 1)
            await self._do(stride)
            if self.visit.app._exception is not None or not self.visit.app.is_running:
                return
            self._found.screens[self.visit.screen] += 1
            self.marks = self._marks()
            by_hand = marked("".join(self._eyes.taken_off))
            lost = self._lost(before, by_hand | (before.typed if sheet else frozenset()))
            if typed_on is not None and not sheet and isinstance(start, TalkPage) and fits(*self._size):
                lost |= marked(stride.typed + stride.pasted) - self.marks.safe - self.marks.back - by_hand
            if lost:
                self._found.add(f"lost: {', '.join(sorted(lost))}")
            if seen := self._seen(start, stride):
                self._found.add(f"seen: {', '.join(seen)}")
            if lost or seen:
                return

    async def _do(self, stride: Stride) -> None:
        visit = self.visit
        visit.clock.go_on(seconds=stride.seconds)
        if stride.seconds > 60:
            await visit.app.look_around()
        if stride.size:
            self._size = stride.size
            await visit.pilot.resize_terminal(*stride.size)
        if stride.mouse:
            for event in self._mouse(*stride.mouse):
                visit.app.post_message(event)
        if stride.pasted:
            await visit.paste(stride.pasted)
        for key in (*stride.typed, *stride.keys):
            visit.post(key if key != " " else "space")
        await visit.dealt_with()

    def _mouse(self, how: str, across: float, down: float) -> Iterator[MouseEvent]:
        x, y = int(across * self._size[0]), int(down * self._size[1])
        button = 3 if how == "right" else 1

        def event(kind: type[MouseEvent], x: int = x, button: int = button) -> MouseEvent:
            return kind(None, x, y, 0, 0, button, False, False, False)

        if how in {"down", "up"}:
            yield event(MouseScrollDown if how == "down" else MouseScrollUp, button=0)
            return
        for _ in range(2 if how == "double" else 1):
            yield event(MouseMove, button=0)
            yield event(MouseDown)
            if how == "drag":
                yield event(MouseMove, x=x // 2)
            yield event(MouseUp, x=x // 2 if how == "drag" else x)

    # -- nothing lost ----------------------------------------------------------
    def _of(self, name: str, source: object) -> frozenset[str]:
        """The marks in a record, read again only when it is another one."""
        known = self._read.get(name)
        if known is None or known[0] is not source:
            self._read[name] = known = (source, marked(repr(source)))
        return known[1]

    def _marks(self) -> Marks:
        desk = self.visit.desk
        drafts = (desk.half_typed.of(talk) for talk in desk.day.talks)
        lines = (line.value for screen in self.visit.app.screen_stack for line in screen.query(Input))
        typed = marked("".join(lines))
        kept = self._of("talks", desk.day.talks) | marked("".join(each.text for each in drafts if each))
        back = self._of("steps", desk.day.steps) | self._of("undone", desk.day.undone)
        return Marks(kept | typed, typed, back | self._of("school", desk.school))

    def _lost(self, before: Marks, by_hand: frozenset[str]) -> frozenset[str]:
        gone = before.safe - self.marks.safe - self.marks.back - (by_hand & before.typed)
        return gone and gone - self._elsewhere()

    def _elsewhere(self) -> frozenset[str]:
        """The marks that are on other days, or in settings."""
        desk = self.visit.desk
        desk.wait_for_disk()
        days = desk.days.readable(desk.days.dates())
        drafts = [desk.repository.drafts(each.date) for each in days]
        return marked(repr((days, drafts, desk.repository.settings())))

    def _typed_on(self) -> Input | None:
        focused = self.visit.app.focused
        return focused if isinstance(focused, Input) else None

    # -- nobody seen -------------------------------------------------------------
    def _page(self) -> Page | None:
        pages = [each for each in self.visit.app.screen_stack if isinstance(each, Page)]
        return pages[-1] if pages else None

    def _seen(self, start: Page | None, stride: Stride) -> list[str]:
        """The names of other children that were painted in front of a family."""
        painted, end = self._eyes.painted.take(), self._page()
        self._whose |= {talk.id: talk.pupil.id for talk in self.visit.desk.day.talks}
        if not (in_front_of_a_family(start) and in_front_of_a_family(end)):
            return []
        text = self.visit.text + (painted if len(stride.keys) + len(stride.typed) < 2 else "")
        shown = {getattr(page, "talk_id", "") for page in (start, end)}
        talks = self.visit.desk.day.talks
        # a child may have a second talk on the day
        here = {self._whose[each] for each in shown if each in self._whose}
        others = [talk.pupil for talk in talks if talk.pupil.id not in here]
        # a word of ours may be typed as a name: only one with a capital is known to be nobody else's word,
        # and a family that the walk added itself may be called by what it types in front of another
        names = [name for pupil in others for name in pupil.full_name.split() if name[0].isupper()]
        return [name for name in names if name in text and len(name) > 2 and name not in VOCABULARY]


def marked(text: str) -> frozenset[str]:
    """Return the marks in a text."""
    return frozenset(letter for letter in text if "\u5001" <= letter <= "\u9fff" and letter not in "字漢")


def in_front_of_a_family(page: Page | None) -> bool:
    """Tell whether a family may be looking at a page."""
    return type(page).__name__.removesuffix("Screen").lower() in FAMILY


async def walk(folder: Path, seed: int, keys: int) -> Found:
    """Walk so many keys, over lives of the app in which the folder is opened again and again."""
    found, whims = Found(seed), Whims(seed)
    with (
        listening() as painted,
        letters_taken_off() as taken_off,
        patch.dict(os.environ, HOME=str(folder)),
        chdir(folder),
    ):
        while found.keys < keys and not found.faults:
            home = folder / str(found.lives)
            sealed = whims.chance.random() < 0.3
            for again in (False, True):
                eyes = Eyes(painted, taken_off)
                await _live(home, whims, found, eyes, keys - found.keys, again=again, sealed=sealed)
                if found.faults or found.keys >= keys or (home / "data" / "key").exists():
                    break
    return found


async def _live(
    home: Path, whims: Whims, found: Found, eyes: Eyes, left: int, *, again: bool, sealed: bool
) -> None:
    """One life of the app; then everything is looked for in the folder."""
    found.lives += 1
    found.last.append(f"-- opened{' again' * again}{', sealed' * sealed}")
    marks = Marks(frozenset(), frozenset(), frozenset())
    try:
        async with _app(home, again=again, sealed=sealed) as visit:
            # what was painted in the life before is seen by nobody now
            eyes.painted.take()
            walker = Walker(visit, whims, found, eyes)
            await walker.go(min(LIFE, left))
            marks = walker.marks
            if visit.app.is_running and visit.app._exception is None:
                await visit.pilot.resize_terminal(80, 24)
                marks = walker._marks()
    except Exception as error:  # noqa: BLE001 - the app raises what ended it, and that may be anything
        found.add(f"ended: {type(error).__name__}: {error}")
        return
    if lost := marks.safe - marks.typed - stored(home / "data"):
        found.add(f"not in the folder: {', '.join(sorted(lost))}")


@contextmanager
def letters_taken_off() -> Iterator[list[str]]:
    """Note what the keys themselves take off a line: a letter what was chosen there, Backspace, a paste.

    What the app puts on a line, or takes off it, doesn't go this way.
    """
    taken_off: list[str] = []
    by_keys = Input.replace

    def noting(line: Input, text: str, start: int, end: int) -> None:
        before = line.value
        by_keys(line, text, start, end)
        if line.value != before:
            taken_off.append(before[slice(*sorted((start, end)))])

    with patch.object(Input, "replace", noting):
        yield taken_off


@asynccontextmanager
async def _app(home: Path, *, again: bool, sealed: bool) -> AsyncIterator[Visit]:
    if again:
        async with reopened(home, painted=True) as visit:
            yield visit
        return
    home.mkdir()
    # all but one have what it takes to be finished
    *talks, last = families()
    async with opened(home, (*map(complete, talks), last), painted=True) as visit:
        if sealed:
            with patch("store.files.sealing.key_file.Cost", lambda: CHEAP):
                await asyncio.to_thread(visit.desk.repository.seal, SECRET)
            await visit.app.look_after()
        yield visit


def stored(data: Path) -> frozenset[str]:
    """Return all marks in a folder."""
    sealer = KeyFile(data).unlock(SECRET) if (data / "key").exists() else None
    try:
        reading = Repository.reading(data, sealer)
        days = [reading.day(each) for each in reading.dates()]
        return marked(repr((days, [reading.drafts(each.date) for each in days], reading.school(DAY))))
    except FilesError as error:
        return frozenset(repr(error)) and frozenset()
