"""One question, one line to answer it on, and what is wrong with the answer before it counts."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.language import Translator
from tui.screens.modal import Modal, closing
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import literal

Check = Callable[[str], str]
"""Says what is wrong with an answer, in one sentence; empty when it is good."""


class AskScreen(Modal[str | None]):
    """Gives the answer, or None when Esc was pressed."""

    BINDINGS = closing((), "escape")

    def __init__(self, question: str, hint: str, check: Check, t: Translator, value: str = "") -> None:
        """Ask `question`; `hint` shows what an answer looks like, `value` is the answer so far."""
        super().__init__()
        self._question, self._hint, self._check, self._t, self._value = question, hint, check, t, value

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(literal(self._question), classes="sheet-title")
            yield LineInput(self._value, placeholder=self._hint)
            yield Static(literal(""), id="wrong")
            yield Static(literal(self._t("enter: all right    esc: leave it")), classes="dim")

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        answer = " ".join(event.text.split("\n"))
        if sentence := self._check(answer):
            event.line.put_back(event.text)
            self.query_one("#wrong", Static).update(literal(sentence))
        else:
            self.dismiss(answer)
