"""The lines kept as typed that can be read now, one by one: take it, leave it, or type another."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Static

from store.domain.talk import Talk
from store.export.wording.days import day_short
from store.export.wording.moments import when_words
from store.export.wording.people import pupils_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.settings.kept_lines import KeptLine, take, take_back
from tui.desk.typing.half_answer import HalfAnswer
from tui.screens.modal import Modal, way_out
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal
from tui.words.reading import reading_words

WHICH = mark("Which one? Type its number, or the line anew.")
Taken = tuple[KeptLine, Talk]
"""A line whose reading was taken, and its talk as it was before."""


class KeptLinesScreen(Modal[tuple[Taken, ...]]):
    """Gives the lines that were taken; the others stand there as they were typed."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape", "leave_line", show=False),
        Binding("ctrl+z", "take_back", show=False),
    ]
    TOLD = (
        ("enter", mark("take it as it reads now, or as you type it anew")),
        ("escape", mark("leave it as it was typed")),
        ("ctrl+z", mark("back to the line before")),
    )

    def __init__(self, lines: Sequence[KeptLine], desk: Desk, t: Translator) -> None:
        """Offer these."""
        super().__init__()
        self._lines, self._desk, self._t = lines, desk, t
        self._decided: list[Talk | None] = []
        """Of each line that was seen to the talk as it was before; None for one left as typed."""
        self._refused = ""

    def compose(self) -> ComposeResult:
        t = self._t
        title = t("This was kept as it was typed. Now there is a date for it.")
        with Vertical(classes="paper"):
            yield Static(literal(title), classes="sheet-title")
            yield Static(id="kept-whose", classes="dim")
            yield Static(id="kept-text")
            yield Static(id="kept-reading")
            yield LineInput(placeholder=t("or type the line anew"))
            yield Static(id="kept-wrong", classes="warned")
        yield SheetKeys(id="moves-keys")

    def on_mount(self) -> None:
        self._show()

    @property
    def _line(self) -> KeptLine:
        return self._lines[len(self._decided)]

    @property
    def _half(self) -> HalfAnswer:
        return HalfAnswer(self._desk, f"kept/{self._line.offer.moment.id}")

    def _show(self) -> None:
        line, t = self._line, self._t
        at = t("{number} of {count}", number=len(self._decided) + 1, count=len(self._lines))
        whose = f"{pupils_words(line.talk, t)} · {day_short(line.day, t)}"
        self.query_one("#kept-whose", Static).update(joined(whose, f"    {at}"))
        self.query_one("#kept-text", Static).update(literal(line.text, "bold"))
        typed = self.query_one(LineInput)
        if not typed.text:
            typed.put(self._half.text)
        self._read(" ".join(typed.text.split()))
        self._show_keys()
        self._say("")

    def _say(self, sentence: str) -> None:
        self.query_one("#kept-wrong", Static).update(literal(sentence))

    def _read(self, text: str) -> None:
        """Show what the line says, or the one that is typed in its place."""
        reading = self._line.read(text, self._desk)
        words = reading_words(reading, self._line.talk, self._desk.school, self._t)
        if not text and (choices := self._line.offer.choices):
            numbered = (f"\n  {at}  {when_words(when, '', self._t)}" for at, when in enumerate(choices, 1))
            words = (self._t(WHICH), *numbered)
        self.query_one("#kept-reading", Static).update(joined(("→ ", "$accent"), *words))

    def on_input_changed(self, event: Input.Changed) -> None:
        text = self.query_one(LineInput).text
        if not text or text != self._refused:
            # what was wrong is being mended, or typed on
            self._refused = ""
            self._say("")
        if len(self._decided) < len(self._lines):
            self._half.type(text)
        self._read(" ".join(event.value.split()))
        self._show_keys()

    def _show_keys(self) -> None:
        out = way_out(self.query_one(LineInput).half_typed, self._t("esc: leave it as typed"), self._t)
        keys = self._t("enter: take it like this    {out}    ctrl+z: back", out=out)
        self.query_one(SheetKeys).show(keys)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        text = " ".join(event.text.split())
        if not self._line.may_be(text, self._desk):
            # why is told where the reading stands
            event.line.put_back(event.text)
            self._refused = event.line.text
            if self._line.offer.choices:
                self._say(self._t(WHICH))
            return
        self._decide(take(self._line, text, self._desk))

    def action_leave_line(self) -> None:
        """Leave the line as it was typed."""
        self._decide(None)

    def action_take_back(self) -> None:
        """Go back to the line before, as it was typed."""
        if not self._decided:
            self._say(self._t("There is nothing to undo here."))
            return
        before = self._decided.pop()
        if before is not None:
            take_back(self._line, before, self._desk)
        self._show()

    def _decide(self, before: Talk | None) -> None:
        self._half.type("")
        self._decided.append(before)
        if len(self._decided) < len(self._lines):
            self._show()
            return
        decided = zip(self._lines, self._decided, strict=True)
        self.dismiss(tuple((line, talk) for line, talk in decided if talk is not None))
