"""F4 and a digit: that many minutes more; 0 takes them back."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.language import Translator, mark
from tui.screens.modal import NEVER_MIND, Modal
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.safe_text import literal


class MinutesScreen(Modal[int | None]):
    """Gives a number of minutes, 0 to take back those that were added; any other key leaves it."""

    TOLD = (
        (",".join("123456789"), mark("so many minutes more")),
        ("0", mark("take back what was added")),
        ("enter,escape", NEVER_MIND[1]),
    )

    def __init__(self, told: Sequence[str], t: Translator) -> None:
        """Ask in this language; `told` is what else there is to say of the time."""
        super().__init__()
        self._told = told
        self._t = t

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(literal(self._t("How many minutes more? 1 to 9")), classes="sheet-title")
            yield from (Static(literal(each), markup=False) for each in self._told)
            yield SheetKeys(self._t("0: take back what was added    any other key: never mind"))

    def on_key(self, event: events.Key) -> None:
        event.stop()
        digit = event.character if event.character and event.character in "0123456789" else ""
        self.dismiss(int(digit) if digit else None)
