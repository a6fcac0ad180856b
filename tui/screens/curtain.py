"""The curtain: a clock and nothing else. The class screen may be on the wall for everybody to see."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.widgets import Digits

from store.files.envelope import Sealer
from store.language import Translator, mark
from tui.desk import Desk
from tui.keys import KEYS, bindings
from tui.messages import CurtainLifted, DayAsked
from tui.screens.page import Page
from tui.widgets.passphrase_line import PassphraseLine


class CurtainScreen(Page):
    """Covers everything. Enter goes on with the talk or the next family, F9 to the day.

    A locked one only stops or opens by the passphrase.
    """

    HERE = ("lift", "onward", "kept", "quit")
    SHOWN = ("lift", "onward")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("day")}
    BINDINGS = bindings(("lift", "onward"))

    def __init__(self, desk: Desk, t: Translator, unlock: Callable[[str], Sealer] | None = None) -> None:
        """With `unlock` it is locked."""
        super().__init__(desk, t)
        self._unlock = unlock

    def page(self) -> ComposeResult:
        """The clock, in the middle; under it the passphrase when it is locked."""
        with Middle():
            with Center():
                yield Digits(id="clock")
            if self._unlock:
                with Center():
                    yield PassphraseLine(self._unlock, self.t)

    def key_labels(self) -> list[tuple[str, str]]:
        """Behind a lock there is nothing to go to."""
        return [(KEYS["quit"].shown, self.t(KEYS["quit"].label))] if self._unlock else super().key_labels()

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
        if not self._unlock:
            self.post_message(CurtainLifted())

    def action_onward(self) -> None:
        """The day."""
        if not self._unlock:
            self.post_message(DayAsked())
