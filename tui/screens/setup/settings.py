"""The settings: the teacher, the talks, and the school year with its holidays and reports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.domain.school import School
from store.domain.school_year import year_name
from store.files.typed_path import typed_path, unquoted
from store.language import DEFAULT, Translator, mark
from tui.desk.calendar_file import CalendarFileError, read_year, write_year
from tui.desk.desk import Desk
from tui.desk.settings_line import Changed, Row, RowKind, from_file, rows_of
from tui.keys import bindings
from tui.messages import SettingsAsked
from tui.screens.setup.settings_page import SettingsPage
from tui.widgets.safe_text import joined

FILES = {RowKind.READ_FILE, RowKind.WRITE_FILE}


class SettingsScreen(SettingsPage):
    """Every setting is a row; F9 or Esc goes to the day."""

    HERE = ("undo", "onward")
    SHOWN = ("onward", "undo", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("day")}
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, exports: Path, row: RowKind = RowKind.TEACHER) -> None:
        """Begin on this row; a calendar is written to `exports` unless another place is typed."""
        super().__init__(desk, t, Row(row))
        self._exports = exports
        self._earlier: list[School] = []

    def page(self) -> ComposeResult:
        """A heading above the rows."""
        yield Static(
            joined((self.t("Settings"), "bold"), (f"   {year_name(self.desk.day.date)}", "$quiet")),
            id="settings-head",
        )
        yield from super().page()

    def rows(self) -> tuple[Row, ...]:
        """All of them."""
        return rows_of(self.desk.year)

    def put(self, school: School) -> None:
        """Have it kept; in another language the screen is made anew."""
        before = self.desk.school.language
        super().put(school)
        if school.language != before:
            self.post_message(SettingsAsked(school.language or DEFAULT))

    def attempt(self, change: Callable[[], Changed]) -> bool:
        """Make a change, with a way back."""
        before = self.desk.school
        taken = super().attempt(change)
        if self.desk.school != before:
            self._earlier.append(before)
        return taken

    # -- the line --------------------------------------------------------------
    def entered(self, text: str) -> bool:
        """A path on the rows about files; else what the row says."""
        match self._row.kind:
            case RowKind.READ_FILE:
                return self._read_file(_path(text))
            case RowKind.WRITE_FILE:
                return self._write_file(_path(text))
        return super().entered(text)

    def entered_nothing(self) -> None:
        """Write the file to its usual place; else change what stands on the row."""
        if self._row.kind is RowKind.WRITE_FILE:
            self._write_file(self._exports / "school_year.toml")
        elif self._row.kind not in FILES:
            super().entered_nothing()

    def _read_file(self, path: Path) -> bool:
        try:
            year = read_year(path, self.t)
        except CalendarFileError as error:
            self.say(error.sentence)
            return False
        here, school, day = self._row, self.desk.school, self.desk.day.date
        return self.attempt(lambda: Changed(from_file(year, school, day), here, "was_read"))

    def _write_file(self, path: Path) -> bool:
        try:
            written = write_year(path, self.desk.year, self.desk.repository.folder, self.t)
        except CalendarFileError as error:
            self.say(error.sentence)
            return False
        self.say(self.t("Written: {path}", path=written))
        return True

    def on_capture_line_let_go(self) -> None:
        """Esc never takes text; on an empty line it goes back to the day."""
        if not self.line.text:
            self.go_on()

    # -- keys --------------------------------------------------------------------
    def action_undo(self) -> None:
        """The settings as they were before the last change."""
        if not self._earlier:
            self.say(self.t("There is nothing to undo here."))
            return
        was = replace(self._earlier.pop(), pupils=self.desk.school.pupils)
        self.say(self.t("Undone."))
        self.put(was)
        self.show()


def _path(text: str) -> Path:
    """A path as it is typed or dragged to a terminal, perhaps in quotation marks."""
    return typed_path(unquoted(text))
