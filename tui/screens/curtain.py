"""The curtain: a clock and nothing else. The class screen may be on the wall for everybody to see."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Center, Middle

from store.files.envelope import Sealer
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.keys import KEYS, bindings
from tui.messages import CurtainLifted, DayAsked
from tui.screens.child_key import ChildKey
from tui.terminal.curtain_face import SHOWN, clock_face
from tui.widgets.passphrase_line import PassphraseLine
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import literal


class CurtainScreen(ChildKey):
    """Covers everything. Enter goes on with the talk or the next family; the names of a day want a letter.

    A key that was typed ahead of it, or is held down, does nothing. A locked one only stops or opens by the
    passphrase.
    """

    HERE = ("lift", "child", "day", "kept", "quit")
    SHOWN = SHOWN
    LINE = (("enter", mark("Open with what you typed.")),)
    LASTING = ("day",)
    BINDINGS = bindings(SHOWN)

    def __init__(
        self,
        desk: Desk,
        t: Translator,
        unlock: Callable[[str], Sealer] | None = None,
    ) -> None:
        """With `unlock` it is locked."""
        super().__init__(desk, t)
        self._unlock = unlock

    def page(self) -> ComposeResult:
        """Yield the clock in the middle; under it the passphrase when it is locked."""
        with Middle():
            with Center():
                yield QuietText(id="clock")
            if self._unlock:
                with Center():
                    yield PassphraseLine(self._unlock, self.t)

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys: behind a lock there is nothing to go to."""
        if self._unlock is None:
            return super().key_labels()
        return [("↵", self.t("open")), (KEYS["quit"].shown, self.t(KEYS["quit"].label))]

    def on_mount(self) -> None:
        if self._unlock is None:
            self.rest()
        self.set_interval(1, self._tick)
        self._tick()

    def _tick(self) -> None:
        self.query_one("#clock", QuietText).show(literal("\n".join(clock_face(self.desk.local()))))

    def is_live(self, key_id: str) -> bool:
        """Return whether a key does something: not to cover once more, and behind a lock only to stop."""
        return key_id == "quit" if self._unlock else key_id != "curtain" and super().is_live(key_id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to lead anywhere while it is locked."""
        leads = action in {KEYS[each].action for each in SHOWN}
        return not (leads and self._unlock) and super().check_action(action, parameters)

    def action_lift(self) -> None:
        if self.counts(self._press):
            self.post_message(CurtainLifted())

    def action_day(self) -> None:
        if self.counts(self._press):
            self.post_message(DayAsked())
