"""The two lines on top of a talk: whose it is and the time, who is here and what the clock says."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from store.domain.talk import Talk
from store.domain.timer import Phase
from store.export.wording import pupils_words, short_present_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.words.clock import clock_bar, clock_words


class TalkHead(Vertical):
    """Name and time of day; people and time left. It repaints itself, the time is computed each time."""

    talk: reactive[Talk | None] = reactive[Talk | None](None)

    def __init__(self, desk: Desk, t: Translator, subject: str = "") -> None:
        """`subject` stands behind the name, for the screens that are a part of the talk."""
        super().__init__()
        self._desk = desk
        self._t = t
        self._subject = subject

    def compose(self) -> ComposeResult:
        """Left gives way, right is always whole."""
        with Horizontal():
            yield QuietText(id="head-name")
            yield QuietText(id="head-time")
        with Horizontal():
            yield QuietText(id="head-people")
            yield QuietText(id="head-clock")

    def on_mount(self) -> None:
        """Start repainting."""
        self.set_interval(1, self._tick)
        self._show(self.talk)
        self._tick()

    def watch_talk(self, before: Talk | None, talk: Talk | None) -> None:
        if not self.is_mounted or talk is None:
            return
        if before is None or (before.pupils, before.presence) != (talk.pupils, talk.presence):
            self._show(talk)
        self._tick()

    def _show(self, talk: Talk | None) -> None:
        if talk is None:
            return
        name = joined(
            (pupils_words(talk, self._t), "bold"),
            (f"  ·  {self._subject}" if self._subject else "", "$quiet"),
        )
        self.query_one("#head-name", QuietText).show(name)
        people = short_present_words(talk.presence, talk, self._t)
        self.query_one("#head-people", QuietText).show(literal(people, "$quiet"))

    def _tick(self) -> None:
        """Say the time."""
        now = self._desk.now()
        self._say("#head-time", f"{self._desk.local(now):%H:%M}")
        clock = self._desk.countdown(self.talk) if self.talk else None
        if clock is None:
            self._say("#head-clock", self._t("the clock is off"))
            return
        words = clock_words(clock, now, self._desk.local(clock.until), self._t)
        self._say("#head-clock", f"{words}  {clock_bar(clock, now)}".rstrip())
        self.query_one("#head-clock").set_class(clock.phase(now) is Phase.LAST, "-pressing")

    def _say(self, where: str, text: str) -> None:
        self.query_one(where, QuietText).show(literal(text))
