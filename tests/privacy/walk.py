"""Press keys where a family may be looking, and search everything that is painted for another child."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from itertools import product
from pathlib import Path
from unittest.mock import patch

from textual.drivers.headless_driver import HeadlessDriver

from store.domain.people import Presence
from store.domain.plan import InformationMoment
from store.domain.school_year import assumed_year
from store.domain.talk import Talk, TalkState
from store.planline.read import read_line
from store.planline.reading import Names
from tests.screens.classroom import DAY, Visit, family, new_id, opened

KEYS = (
    "enter", "escape", "tab", "up", "down", "left", "right", "home", "pageup", "pagedown", "delete",
    "space", "slash", "plus", "f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "ctrl+p",
    "ctrl+s", "ctrl+y", "ctrl+z", *"adelinoptuvw!*>1",
)  # fmt: skip
"""Every key that leads somewhere from some screen, and some that lead nowhere. Only ctrl+q ends the app."""

BURST = 0.001
"""Seconds between keys that come in one go, before anything of the first is done."""
HELD = 20
"""How often a key that is held down comes, sixty milliseconds apart: longer than a curtain is deaf."""
QUICK, LONG = 0.1, 60.0
"""Seconds between letters of a word; and those that a letter waits at most where none may be waited for."""
_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07")


def families() -> tuple[Talk, ...]:
    """A child who was here before, the one at the table, and two to come."""
    before, here, *coming = (
        family("Liv Bosman", "Mark Bosman", at="13:00"),
        family("Hamit Yıldız", "Emre Yıldız", at="13:20"),
        family("Marinka Groot", "Anja Groot", at="13:40"),
        family("Selma Aydın", "Fatma Aydın", at="14:00"),
    )
    return replace(before, state=TalkState.NOT_COME), here, *coming


@dataclass
class Painted:
    """Everything that went to the terminal since it was last looked at."""

    parts: list[str] = field(default_factory=list)

    def take(self) -> str:
        """Return what was painted, without what only steers, and forget it."""
        text = _ESCAPES.sub("", "".join(self.parts))
        self.parts.clear()
        return text


@dataclass
class Place:
    """A screen that a family may see: how it is put up, and who may be read on it."""

    name: str
    show: Callable[[Visit, Talk], Awaitable[None]]
    keys: tuple[str, ...] = ()
    running: bool = True


async def _curtain(visit: Visit, _: Talk) -> None:
    await visit.app.navigator.show_curtain()


async def _card(visit: Visit, talk: Talk) -> None:
    await visit.app.navigator.show_card(talk)


async def _board(visit: Visit, talk: Talk) -> None:
    await visit.app.navigator.show_board(talk)


async def _closing(visit: Visit, talk: Talk) -> None:
    await visit.app.navigator.show_closing(talk)


async def _read_back(visit: Visit, talk: Talk) -> None:
    await visit.app.navigator.show_read_back(talk)


async def _long_covered(visit: Visit, talk: Talk) -> None:
    await _board(visit, talk)
    await visit.app.navigator.cover()
    visit.clock.go_on(seconds=2)


PLACES = (
    Place("curtain over a talk", _curtain),
    Place("card", _card, running=False),
    Place("talk", _board),
    Place("who is here", _board, ("f3",)),
    Place("help", _board, ("f1",)),
    Place("minutes", _board, ("f4",)),
    Place("palette", _board, ("ctrl+p",)),
    Place("closing", _closing),
    Place("read-back", _read_back),
    Place("read-back, all said", _read_back, ("f9",)),
    Place("covered talk", _board, ("f8",)),
)

LONG_COVERED = Place("curtain that stood long", _long_covered)


class Walk:
    """The app with a family in front of it, put back to where it was before every try."""

    def __init__(self, visit: Visit, painted: Painted) -> None:
        """Begin with the day as it stands."""
        self.visit, self._painted = visit, painted
        self._day, self._school = visit.desk.day, visit.desk.school
        self.seen: list[str] = []
        self.tries = 0

    async def put_back(self, place: Place) -> None:
        """Show this place for the second family, as if nothing had happened since."""
        desk = self.visit.desk
        talk = self._day.in_order[1]
        if place.running:
            talk = complete(talk).begin(desk.now(), Presence(carers=(talk.audience[0].id,)))
        desk.lay_out(self._school, replace(self._day.put(talk), revision=desk.day.revision + 1))
        await place.show(self.visit, talk)
        for key in place.keys:
            self.visit.post(key)
        await self.visit.dealt_with()
        self._painted.take()

    async def type(self, place: Place, word: str) -> None:
        """Press the letters of a word so quickly that each comes while the one before it may still wait."""
        self.visit.app.keys.glance = LONG
        for letter in word:
            self.visit.clock.go_on(seconds=QUICK)
            self.visit.post(letter)
            await self.visit.pilot.pause()
        await self.visit.dealt_with()
        self._note(place, word)

    async def press(self, place: Place, keys: Sequence[str], apart: float) -> None:
        """Press the keys so many seconds apart, and note who was to be read that should not be."""
        self.tries += 1
        for key in keys:
            self.visit.clock.go_on(seconds=apart)
            self.visit.post(key)
            if apart > BURST:
                await self.visit.dealt_with()
        await self.visit.dealt_with()
        self._note(place, f"{' '.join(keys[:2])} ({len(keys)})")

    def _note(self, place: Place, pressed: str) -> None:
        text = self._painted.take() + self.visit.text
        others = [talk.pupil for talk in self._day.talks if talk.id != self._day.in_order[1].id]
        names = [name for pupil in others for name in pupil.full_name.split()]
        if found := [name for name in dict.fromkeys(names) if name in text]:
            self.seen.append(f"{place.name}: {pressed}: {', '.join(found)}")


def complete(talk: Talk) -> Talk:
    """Return the talk with all that it needs to be finished."""
    moments = read_line("juf belt ouders in november: wennen", DAY, assumed_year(DAY), Names()).moments
    planned = talk.plan_moments(*(replace(moment, id=new_id()) for moment in moments))
    return planned.answer_information(InformationMoment())


@contextmanager
def listening() -> Iterator[Painted]:
    """Listen to everything that the app paints: for what it takes to be a terminal."""
    painted = Painted()

    def write(_: HeadlessDriver, data: str) -> None:
        painted.parts.append(data)

    with patch.multiple(HeadlessDriver, write=write, is_headless=False):
        yield painted


@asynccontextmanager
async def walking(folder: Path) -> AsyncIterator[Walk]:
    """Open the app, with everything that it paints listened to."""
    with listening() as painted:
        async with opened(folder, families(), painted=True) as visit:
            yield Walk(visit, painted)


def tries() -> Iterator[tuple[Place, tuple[str, ...], float]]:
    """Yield every key held down, and every pair of keys in one burst, from every place."""
    for place in PLACES:
        yield from ((place, (key,) * HELD, 0.06) for key in KEYS)
        yield from ((place, pair, BURST) for pair in product(KEYS, repeat=2))


async def look(folder: Path, some: Iterable[tuple[Place, tuple[str, ...], float]]) -> Walk:
    """Go through these tries; the walk says who was seen."""
    async with walking(folder) as walk:
        for place, keys, apart in some:
            await walk.put_back(place)
            await walk.press(place, keys, apart)
    return walk
