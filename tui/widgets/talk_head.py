"""The two lines on top of a talk: whose it is and the time, who is here and what the clock says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from store.domain.talk import Talk
from store.domain.timer import Countdown, Phase
from store.export.wording.people import first_names_words, pupils_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.kinds.phases import part_now
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.words.board import ever_shorter
from tui.words.clock import clock_bar, clock_words, part_words

if TYPE_CHECKING:
    from prompts.deck import Deck

GAP = 2
"""Columns in front of the time and of what the clock says."""


class TalkHead(Vertical):
    """Name, time of day and time left; people. It repaints itself, the time is computed each time."""

    talk: reactive[Talk | None] = reactive[Talk | None](None)

    def __init__(self, desk: Desk, t: Translator, subject: str = "", deck: Deck | None = None) -> None:
        """`subject` stands behind the name, for the screens that are a part of the talk.

        With a `deck` the clock tells which part of the talk it is, where there is room for that.
        """
        super().__init__()
        self._desk = desk
        self._t = t
        self._subject = subject
        self._deck = deck
        self._right = 0

    def compose(self) -> ComposeResult:
        """Name, time of day and time left on one line, so that the people have the other to themselves."""
        with Horizontal():
            yield QuietText(id="head-name")
            yield QuietText(id="head-time")
            yield QuietText(id="head-clock")
        yield QuietText(id="head-people")

    def on_mount(self) -> None:
        """Start repainting."""
        self.set_interval(1, self._tick)
        self._tick()
        self._show()

    def on_resize(self) -> None:
        """Other room, other words."""
        self._tick()
        self._show()

    def watch_talk(self, before: Talk | None, talk: Talk | None) -> None:
        if not self.is_mounted or talk is None:
            return
        self._tick()
        if before is None or (before.pupils, before.presence) != (talk.pupils, talk.presence):
            self._show()

    def _show(self) -> None:
        """Say whose talk it is and who is here, as long as there is room for."""
        if (talk := self.talk) is None:
            return
        room = self.size.width or self.app.size.width
        people = ever_shorter(talk.presence, talk, self._t)
        self.query_one("#head-people", QuietText).show(literal(longest_fitting(people, room), "$quiet"))
        subject = f"  ·  {self._subject}" if self._subject else ""
        room -= self._right
        names = pupils_words(talk, self._t), first_names_words(talk.pupils, self._t)
        whole = longest_fitting((f"{each}{rest}" for rest in (subject, "") for each in names), room)
        name = whole.removesuffix(subject)
        self.query_one("#head-name", QuietText).show(joined((name, "bold"), (whole[len(name) :], "$quiet")))

    def _tick(self) -> None:
        """Say the time; what is said longer or shorter than before leaves the name other room."""
        now = self._desk.now()
        time = f"{self._desk.local(now):%H:%M}"
        clock = self._desk.countdown(self.talk) if self.talk else None
        left = self._t("the clock is off")
        if self.talk is not None and clock is not None:
            words = clock_words(clock, now, self._desk.local(clock.until), self._t)
            left = f"{words}  {clock_bar(clock, now)}".rstrip()
            left = longest_fitting(self._with_part(left, self.talk, clock, now), self._beside_name(time))
            self.query_one("#head-clock").set_class(clock.phase(now) is Phase.LAST, "-pressing")
        self.query_one("#head-time", QuietText).show(literal(time, "$quiet"))
        self.query_one("#head-clock", QuietText).show(literal(left))
        before, self._right = self._right, cell_len(time) + cell_len(left) + 2 * GAP
        if before != self._right:
            self._show()

    def _with_part(self, left: str, talk: Talk, clock: Countdown, now: datetime) -> Iterator[str]:
        """The time left with the part of the talk in front of it; in the last minutes it stands alone."""
        part = part_now(self._deck, talk, clock, now)
        if part is not None and clock.phase(now) is Phase.AMPLE:
            ends = self._desk.local(now + part.left)
            yield from (f"{words}  ·  {left}" for words in part_words(part, ends, self._t))
        yield left

    def _beside_name(self, time: str) -> int:
        """Columns for the time left where the name is whole; it matters more than the part of the talk."""
        name = pupils_words(self.talk, self._t) if self.talk else ""
        return (self.size.width or self.app.size.width) - cell_len(name) - cell_len(time) - 2 * GAP


def longest_fitting(ways: Iterable[str], room: int) -> str:
    """Return the first of ever shorter ways to say it that fits; where none does, the last."""
    said = ""
    for said in ways:
        if cell_len(said) <= room:
            break
    return said
