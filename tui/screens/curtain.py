"""The curtain: a clock and nothing else. The class screen may be on the wall for everybody to see."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.widgets import Digits

from tui.keys import bindings
from tui.messages import CurtainLifted, DayAsked
from tui.screens.page import Page


class CurtainScreen(Page):
    """Covers everything. Enter goes on with the talk or the next family, F9 to the day."""

    HERE = ("lift", "onward", "kept", "quit")
    SHOWN = ("lift", "onward")
    NAMED: ClassVar[dict[str, str]] = {"onward": "day"}
    BINDINGS = bindings(("lift", "onward"))

    def page(self) -> ComposeResult:
        """The clock, in the middle."""
        with Middle(), Center():
            yield Digits(id="clock")

    def on_mount(self) -> None:
        """Keep time."""
        self.set_interval(1, self._tick)
        self._tick()

    def _tick(self) -> None:
        clock = self.query_one("#clock", Digits)
        if clock.value != (time := f"{self.desk.local():%H:%M}"):
            clock.update(time)

    def action_lift(self) -> None:
        """Go on."""
        self.post_message(CurtainLifted())

    def action_onward(self) -> None:
        """The day."""
        self.post_message(DayAsked())
