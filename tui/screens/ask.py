"""One question, one line to answer it on, what the answer would do, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from store.language import Translator, mark
from tui.desk.typing.half_answer import HalfAnswer
from tui.screens.modal import NEVER_MIND, Modal, closing, way_out
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.line_input import GhostText, LineInput
from tui.widgets.safe_text import literal

Check = Callable[[str], str]
"""Says what is wrong with an answer, in one sentence; empty when it is good."""


@dataclass(frozen=True, slots=True)
class Live:
    """What stands under a line while it is typed, what Tab would add to it, and examples of what it takes."""

    outcome: Callable[[str], str] | None = None
    ending: Callable[[str], str] | None = None
    examples: tuple[str, ...] = ()


class AskScreen(Modal[str | None]):
    """Gives the answer, or None when Esc was pressed."""

    BINDINGS = [*closing((), "escape"), Binding("tab", "complete", show=False)]  # noqa: RUF012
    TOLD = (
        ("enter", mark("take what is typed as the answer")),
        ("tab", mark("complete what is typed by the dim letters behind it")),
        NEVER_MIND,
    )

    def __init__(
        self,
        question: str,
        hint: str,
        check: Check,
        t: Translator,
        value: str = "",
        *,
        half: HalfAnswer | None,
        live: Live | None = None,
        several: bool = False,
        about: str = "",
    ) -> None:
        """Ask `question`, on what `about` tells; `hint` shows what an answer looks like, `value` it so far.

        An answer of `several` lines stays that; of any other the lines become one. Until it is given or let
        go it is kept as the `half` one that it is; without one only what must not come back is asked.
        """
        super().__init__()
        self._several, self._about = several, about
        self._question, self._hint, self._check, self._t, self._value = question, hint, check, t, value
        self._live, self._half = live or Live(), half
        self._refused = ""

    @property
    def takes_all(self) -> bool:
        """Whether nothing says what an answer would do before it is given."""
        return self._live.outcome is None

    def hears(self, key: str) -> bool:
        """Tell whether this key does something: nothing completes an answer that may be anything."""
        return key != "tab" or self._live.ending is not None

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(literal(self._question), classes="sheet-title")
            if self._about:
                yield Static(literal(self._about, "$quiet"))
            yield LineInput(self._value, placeholder=self._hint)
            yield Static(literal(""), id="outcome")
            yield Static(literal(""), id="wrong")
            for example in self._live.examples:
                yield Static(literal(example), classes="dim")
            yield SheetKeys(self._keys(half_typed=False))

    def _keys(self, *, half_typed: bool) -> str:
        keys = self._t("enter: OK    {out}", out=way_out(half_typed, self._t("esc: never mind"), self._t))
        return self._t("tab: complete    {keys}", keys=keys) if self._live.ending else keys

    def on_mount(self) -> None:
        line = self.query_one(LineInput)
        # typing replaces what stands there to begin with
        line.select_all()
        if self._half is not None and (half := self._half.text):
            line.put(half)
        if self._live.ending:
            line.suggester = GhostText(line, self._live.ending)
        self.query_one("#outcome").display = self._live.outcome is not None

    def dismiss(self, result: str | None = None) -> AwaitComplete:
        """Give the answer; the half-typed one is seen to then."""
        if self._half is not None and self.is_active:
            self._half.type("")
        return super().dismiss(result)

    def on_input_changed(self) -> None:
        if self._half is not None:
            self._half.type(self.query_one(LineInput).text)
        half_typed = self._half is not None and self.query_one(LineInput).half_typed
        self.query_one(SheetKeys).show(self._keys(half_typed=half_typed))
        # what was wrong is being mended; what the line does now is said while it is typed
        text = self.query_one(LineInput).text
        refused = bool(text) and text == self._refused
        if self._live.outcome is not None:
            self.query_one("#outcome", Static).update(literal("" if refused else self._live.outcome(text)))
        if not refused:
            self.query_one("#wrong", Static).update(literal(""))

    def on_line_input_stays(self, event: LineInput.Stays) -> None:
        # what must not come back is not kept either
        if self._half is None:
            event.stop()
            self.dismiss(None)

    def action_complete(self) -> None:
        line = self.query_one(LineInput)
        if self._live.ending and (more := self._live.ending(line.text)):
            line.put(line.text + more)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        answer = event.text if self._several else " ".join(event.text.split("\n"))
        if sentence := self._check(answer):
            event.line.put_back(event.text)
            self._refused = event.line.text
            self.query_one("#wrong", Static).update(literal(sentence))
        else:
            self.dismiss(answer)
