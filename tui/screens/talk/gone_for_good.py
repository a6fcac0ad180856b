"""Gone is gone: asks once more, and says until when backups still hold it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.language import Translator, mark
from tui.screens.modal import NEVER_MIND, Modal, closing
from tui.widgets.safe_text import literal
from tui.widgets.sheet_keys import SheetKeys


class GoneScreen(Modal[bool | None]):
    """Gives True when it is to go for good."""

    BINDINGS = [  # noqa: RUF012
        *closing((), "enter", "gone"),
        *closing((), "escape"),
    ]
    TOLD = (("enter", mark("let it go for good")), NEVER_MIND)

    def __init__(self, text: str, backups: str, t: Translator) -> None:
        """Ask about this text; `backups` says until when those hold it."""
        super().__init__()
        self._text, self._backups, self._t = text, backups, t

    def compose(self) -> ComposeResult:
        t = self._t
        with Vertical(classes="sheet"):
            yield Static(literal(t("Gone for good?")), classes="sheet-title")
            yield Static(literal(self._text), markup=False)
            yield Static(literal(t("Undo can't bring it back, nor any other step of this talk.")))
            yield Static(literal(self._backups), classes="dim")
            yield SheetKeys(t("enter: gone for good    esc: never mind"))

    def action_gone(self) -> None:
        self.dismiss(True)
