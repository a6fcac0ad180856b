"""At the end: what was copied is still on the clipboard of a computer that others use too."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from store.language import Translator, mark
from tui.screens.modal import Modal
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.safe_text import literal


class ClipboardScreen(Modal[bool | None]):
    """Gives True to clear it and stop, False to leave it and stop, None not to stop."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter", "answer(True)", show=False),
        Binding("l", "answer(False)", show=False),
        Binding("escape", "answer(None)", show=False),
    ]
    TOLD = (
        ("enter", mark("clear the clipboard and stop")),
        ("l", mark("leave it there and stop")),
        ("escape", mark("do not stop")),
    )

    def __init__(self, t: Translator) -> None:
        """Speak this language."""
        super().__init__()
        self._t = t

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(
                literal(self._t("What you copied is still on the clipboard.")), classes="sheet-title"
            )
            yield Static(literal(self._t("Whoever uses this computer next can paste it.")))
            keys = self._t("enter: clear it and stop    l: leave it and stop    esc: go on")
            yield SheetKeys(keys)

    def action_answer(self, answer: bool | None) -> None:
        self.dismiss(answer)
