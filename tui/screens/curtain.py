"""The curtain: a clock and nothing else. The class screen may be on the wall for everybody to see."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.widgets import Static

from store.files.envelope import Sealer
from store.language import Translator
from tui.desk.desk import Desk
from tui.keys import KEYS, bindings
from tui.messages import CurtainLifted, DayAsked
from tui.screens.page import Page
from tui.terminal.curtain_face import NAMED, SHOWN, clock_face, key_labels
from tui.widgets.passphrase_line import PassphraseLine
from tui.widgets.safe_text import literal


class CurtainScreen(Page):
    """Covers everything. Enter goes on with the talk or the next family, F9 to the day.

    A locked one only stops or opens by the passphrase.
    """

    HERE = ("lift", "onward", "kept", "quit")
    SHOWN = SHOWN
    NAMED: ClassVar[dict[str, str]] = NAMED
    BINDINGS = bindings(SHOWN)

    def __init__(self, desk: Desk, t: Translator, unlock: Callable[[str], Sealer] | None = None) -> None:
        """With `unlock` it is locked."""
        super().__init__(desk, t)
        self._unlock = unlock
        self._face = ""

    def page(self) -> ComposeResult:
        """Yield the clock in the middle; under it the passphrase when it is locked."""
        with Middle():
            with Center():
                yield Static(id="clock", markup=False)
            if self._unlock:
                with Center():
                    yield PassphraseLine(self._unlock, self.t)

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys: behind a lock there is nothing to go to."""
        return [(KEYS["quit"].shown, self.t(KEYS["quit"].label))] if self._unlock else key_labels(self.t)

    def on_mount(self) -> None:
        self.set_interval(1, self._tick)
        self._tick()

    def _tick(self) -> None:
        if (face := "\n".join(clock_face(self.desk.local()))) != self._face:
            self._face = face
            self.query_one("#clock", Static).update(literal(face))

    def action_lift(self) -> None:
        if not self._unlock:
            self.post_message(CurtainLifted())

    def action_onward(self) -> None:
        if not self._unlock:
            self.post_message(DayAsked())
