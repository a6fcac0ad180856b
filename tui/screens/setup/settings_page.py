"""What the settings and the first-run question share: rows, one line, and what rests on a date that moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.domain.school import School
from store.domain.school_year import first_year
from store.export.wording import period_words
from store.language import Translator
from tui.desk.calendar_changes import Moving, confirm, moving
from tui.desk.desk import Desk
from tui.desk.settings_line import DATED, Changed, RefusedError, Row, removed, typed
from tui.desk.typed_dates import NoDayError, read_period
from tui.messages import DayAsked
from tui.screens.page import Page
from tui.screens.setup.calendar_changes import MovesScreen
from tui.widgets.capture_line import CaptureLine
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import literal
from tui.widgets.settings_rows import SettingsRows
from tui.words.settings import (
    LINE_KEYS,
    editable_words,
    hint_words,
    label_words,
    mind_words,
    refusal_words,
)

LEAP = 8
"""Rows that PgUp and PgDn go."""


class SettingsPage(Page):
    """Rows of settings with one line; what is entered counts at once, and typing it again undoes it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../talk/talk.tcss", "settings.tcss"]
    LINE = LINE_KEYS
    HEADINGS: ClassVar[bool] = True

    def __init__(self, desk: Desk, t: Translator, row: Row) -> None:
        """Begin on this row."""
        super().__init__(desk, t)
        self._row = row

    def rows(self) -> tuple[Row, ...]:
        """The rows of this screen, as the year now is."""
        return ()

    def page(self) -> ComposeResult:
        """The rows, how the current one is typed, and the line."""
        with VerticalScroll(id="settings", can_focus=False):
            yield SettingsRows(self.t, headings=self.HEADINGS)
        yield Static(id="hint", markup=False)
        yield CaptureLine()

    @property
    def line(self) -> CaptureLine:
        """The one line to type in."""
        return self.query_one(CaptureLine)

    def on_mount(self) -> None:
        """Ready to type."""
        self.show()

    def show(self) -> None:
        """Everything on the screen, from the desk."""
        rows = self.rows()
        if self._row not in rows:
            self._row = rows[0]
        self.query_one(SettingsRows).show(rows, self.desk.school, self.desk.year, self._row)
        self.line.badge = label_words(self._row, self.desk.year, self.t)
        self._read_live(self.line.text)

    def _read_live(self, text: str) -> None:
        """What the half-typed days say so far, with their weekdays; else how this row is typed."""
        self.query_one("#hint", Static).update(literal(self._read(text) or self.hint()))

    def hint(self) -> str:
        """How this row is typed."""
        return hint_words(self._row, self.t)

    def _read(self, text: str) -> str:
        if not text or self._row.kind not in DATED:
            return ""
        try:
            found = read_period(text, first_year(self.desk.day.date))
        except NoDayError:
            return ""
        return period_words(*found.period, self.t) if found.period else ""

    # -- the line --------------------------------------------------------------
    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        """Show what the line says so far."""
        self._read_live(event.text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        """Take the line; with nothing typed, Enter does what the row is for."""
        text = " ".join(event.text.split())
        if not text:
            self.entered_nothing()
        elif self.entered(text):
            self.landed()
        else:
            self.line.put_back(event.text)
        self.show()

    def entered(self, text: str) -> bool:
        """Whether the line was taken; else the reason stands on the screen."""
        return self.attempt(lambda: typed(self._row, text, self.desk.school, self.desk.day.date))

    def entered_nothing(self) -> None:
        """What stands on the row comes to the line, to be changed."""
        self.line.put_back(editable_words(self._row, self.desk.school, self.desk.year, self.t))

    def landed(self) -> None:
        """Where the cursor goes when a line was taken: it stays."""

    def attempt(self, change: Callable[[], Changed]) -> bool:
        """Make a change and have it kept; when it can't be, say why."""
        try:
            changed = change()
        except RefusedError as error:
            self.say(refusal_words(error, self._row, self.t))
            return False
        if changed.mind:
            self.say(mind_words(changed.mind, changed.day, self.t))
        self._row = changed.row
        self.put(changed.school)
        return True

    def put(self, school: School) -> None:
        """Have the school kept; what rests on a date that changed moves only when that is confirmed."""
        before = self.desk.year
        if school == self.desk.school:
            return
        self.desk.keep_school(replace(school, revision=self.desk.school.revision + 1))
        if found := moving(self.desk, before, self.desk.year):
            self.app.push_screen(MovesScreen(found, self.t), partial(self._answered, found))

    def _answered(self, found: Sequence[Moving], yes: bool | None) -> None:
        if yes:
            confirm(found, self.desk)
            self.say(self.t("Moved along with the calendar."))
        else:
            self.say(self.t("Left as they are."))

    def on_capture_line_remove_asked(self) -> None:
        """Take away what the row says."""
        self.attempt(lambda: removed(self._row, self.desk.school, self.desk.day.date))
        self.show()

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        """Another row; what was typed stays on the line."""
        self._step(-event.steps)

    def on_capture_line_paged(self, event: CaptureLine.Paged) -> None:
        """Several rows at once."""
        self._step(event.steps * LEAP)

    def _step(self, rows_down: int) -> None:
        rows = self.rows()
        self._row = rows[min(max(rows.index(self._row) + rows_down, 0), len(rows) - 1)]
        self.show()

    # -- leaving -----------------------------------------------------------------
    def on_capture_line_left(self, event: CaptureLine.Left) -> None:
        """F9 on the line."""
        self.leave(event.text)

    def action_onward(self) -> None:
        """Onward, from the palette."""
        self.leave(self.line.take())

    def leave(self, typed_text: str) -> None:
        """On to the day. A half-typed line is taken along; one that is refused or asks something stays."""
        text = " ".join(typed_text.split())
        taken = not text or self.entered(text)
        if taken and self.is_current:
            self.go_on()
            return
        if not taken:
            self.line.put_back(typed_text)
        self.show()

    def go_on(self) -> None:
        """To the day."""
        self.post_message(DayAsked())
