"""The line by which something of the year is moved, with what it says so far under it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.widgets import Static

from store.domain.talk import Talk
from store.domain.year.due import Due
from store.export.week import due_row
from store.export.wording.moments import when_words
from store.language import Translator, mark
from store.planline.reading import Reading
from tui.desk.desk import Desk
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.typing.live_reading import Lit, LiveReading
from tui.desk.year.week import moved
from tui.screens.modal import NEVER_MIND, Modal, way_out
from tui.widgets.capture_line import CaptureLine
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.line_input import STAYS, LineInput
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.words.reading import Piece, lines_words, reading_words


class MoveScreen(Modal[None]):
    """Enter moves it, where the line says one day or period; Esc leaves it where it was."""

    CSS_PATH: ClassVar = ["../talk/talk.tcss", "week.tcss"]
    TOLD = (
        ("enter", mark("move it to what is typed")),
        ("tab", mark("complete what is typed by the dim letters behind it")),
        NEVER_MIND,
    )

    def __init__(
        self,
        due: Due[Talk],
        desk: Desk,
        t: Translator,
        live: LiveReading,
        move: Callable[[str], str],
        half: HalfAnswer,
    ) -> None:
        """Ask where this is to go; `move` moves it, or says why it can't. `half` is what was typed so far."""
        super().__init__()
        self._half = half
        self._due, self._desk, self._t, self._live, self._move = due, desk, t, live, move

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(literal(self._t("To which day or week?")), classes="sheet-title")
            yield Static(literal(due_row(self._due, self._desk.school, self._t).text, "$quiet"))
            yield CaptureLine(self._light, self._ghost)
            yield QuietText(id="reading")
            yield Static(literal(""), id="wrong")
            yield SheetKeys()

    def on_mount(self) -> None:
        line = self.query_one(CaptureLine)
        line.badge = self._t("contact")
        line.put_back(self._half.text)
        self._show_keys()

    def _show_keys(self) -> None:
        out = way_out(bool(self.query_one(CaptureLine).text), self._t("esc: never mind"), self._t)
        self.query_one(SheetKeys).show(self._t("enter: OK    {out}", out=out))

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; the half-typed line is seen to then."""
        if self.is_active:
            self._half.type("")
        return super().dismiss(result)

    def _light(self, value: str) -> Iterable[Lit]:
        return self._live.lit(value, self._due.talk)

    def _ghost(self, value: str) -> str:
        return self._live.ending(value, self._due.talk)

    def _readings(self, text: str) -> list[Reading]:
        return [self._as_moved(reading) for _, reading in self._live.of(text, self._due.talk)]

    def _as_moved(self, reading: Reading) -> Reading:
        """The reading with what the line does not speak of as it was."""
        record, first = self._due.talk.plan.moment(self._due.of), reading.moments[0]
        if reading.errors or record is None:
            return reading
        return replace(
            reading, moments=(moved(record, first, reading.line), *reading.moments[1:]), assumed=()
        )

    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        self._half.type(event.text)
        self._show_keys()
        self.query_one("#wrong", Static).update(literal(""))
        self.query_one("#reading", QuietText).show(joined(*self._words(event.text)))

    def _words(self, text: str) -> tuple[Piece, ...]:
        """What is wrong with the line and nothing else; of an agreement only the day is moved."""
        t, school = self._t, self._desk.school
        readings = self._readings(text)
        if wrong := next((each for each in readings if each.errors), None):
            return reading_words(wrong, self._due.talk, school, t)[:1]
        if self._due.talk.plan.moment(self._due.of):
            return lines_words(readings, self._due.talk, school, t)
        whens = (when_words(each.when, each.when_text, t) for read in readings for each in read.moments)
        return (("  +  ".join(filter(None, whens)), "$text"),)

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        if event.steps > 0:
            self.query_one(CaptureLine).finish_word()

    def on_capture_line_let_go(self) -> None:
        if self.query_one(CaptureLine).text:
            self.say(self._t(STAYS))
        else:
            self.dismiss(None)

    def on_capture_line_left(self, event: CaptureLine.Left) -> None:
        self._enter(event.text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        self._enter(event.text)

    def _enter(self, text: str) -> None:
        if not text:
            self.dismiss(None)
        elif any(each.errors for each in self._readings(text)):
            # what is wrong with it stands above
            self.query_one(CaptureLine).put_back(text)
        elif wrong := self._move(text):
            self.query_one(CaptureLine).put_back(text)
            self.query_one("#wrong", Static).update(literal(wrong))
        else:
            self.dismiss(None)
