"""The settings: the teacher, the talks, the school year with its dates, and the program itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.domain.school import School
from store.domain.school_year import year_name
from store.domain.settings import Settings
from store.files.errors import FilesError
from store.files.typed_path import typed_path, unquoted
from store.language import DEFAULT, Translator, mark
from tui.desk.desk import Desk
from tui.desk.rows import stepped
from tui.desk.settings.calendar_changes import moving
from tui.desk.settings.calendar_file import CalendarFileError, read_year, write_year
from tui.desk.settings.kept_lines import kept_lines, take_back
from tui.desk.settings.preferences import ABOUT_BACKUPS, PREFERENCES, preferences_of, preferred
from tui.desk.settings.refusal import RefusedError, SettingRefusal
from tui.desk.settings.settings_line import Changed, Mind, from_file, removed
from tui.desk.settings.settings_rows import PASSPHRASE, Setting, SettingKind, rows_of
from tui.desk.setup.passphrase import Wish, is_sealed
from tui.desk.talk.signs import NO
from tui.keys import SETTINGS_LINE, SETTINGS_SIGNS, bindings
from tui.messages import LanguageChosen, PassphraseAsked, PreferencesChanged, SettingsLeft
from tui.screens.rows_page import RowsPage
from tui.screens.setup.kept_lines import Taken
from tui.screens.setup.settings_page import SettingsPage
from tui.terminal.sheets import Sheet
from tui.widgets.safe_text import joined
from tui.widgets.settings_rows import SettingsRows
from tui.words.calendar_file import calendar_file_words
from tui.words.file_errors import file_words
from tui.words.settings import label_words, refusal_words, taken_words

FILES = {SettingKind.READ_FILE, SettingKind.WRITE_FILE}


class SettingsScreen(Sheet, RowsPage, SettingsPage):
    """Every setting is a row; F9 or Esc goes back to where the settings were asked for."""

    HERE = ("undo", "onward")
    SHOWN = ("onward", "undo", "curtain")
    LINE = SETTINGS_LINE
    SIGNS = SETTINGS_SIGNS
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("back")}
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, exports: Path, row: SettingKind | None = None) -> None:
        """Begin on this row; a calendar is written to `exports` unless another place is typed."""
        super().__init__(desk, t, Setting(row or SettingKind.TEACHER))
        self._exports = exports
        self._ways_back: list[Callable[[], None]] = []
        """What undoes each change, the last one at the end."""
        self._settings = preferences_of(desk.repository)
        rows = {str(at): row for at, row in enumerate(self.rows())}
        self._row = rows.get(self._half.row, self._row)

    def page(self) -> ComposeResult:
        """Yield a heading above the rows."""
        yield Static(
            joined((self.t("Settings"), "bold"), (f"   {year_name(self.desk.day.date)}", "$quiet")),
            id="settings-head",
        )
        with VerticalScroll(id="settings", can_focus=False):
            yield SettingsRows(self.t)
        yield from self.hint_and_line()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; Enter changes the row."""
        return [("↵", self.t("change")), *super().key_labels()]

    def show(self) -> None:
        """Show what every row says, and where the line lands."""
        rows, school, year = self.rows(), self.desk.school, self.desk.year
        if self._row not in rows:
            self._row = rows[0]
        self.query_one(SettingsRows).show(rows, self._row, school, year, self._settings)
        self.line.badge = label_words(self._row, year, self.t)
        self.typed(self.line.text)

    def typed(self, text: str) -> None:
        """Keep the half-typed line, say what it means so far, and what Enter does."""
        super().typed(text)
        self.show_keys()

    def kept_at(self) -> str:
        """Return the row by its place: there may be several of a kind."""
        return str(self.rows().index(self._row)) if self._row in self.rows() else ""

    def rows(self) -> tuple[Setting, ...]:
        """Return all of them."""
        sealed = is_sealed(self.desk.repository)
        return rows_of(self.desk.year, groups=self.desk.school.groups, sealed=sealed)

    def go_to(self, row: SettingKind | None) -> None:
        """Go to the first row of this kind."""
        self._row = next((each for each in self.rows() if each.kind is row), self._row)
        self.show_soon()

    # -- changing ----------------------------------------------------------------
    def put(self, school: School) -> None:
        """Have it kept; in another language the screen is made anew."""
        before = self.desk.school.language
        super().put(school)
        if school.language != before:
            self.post_message(LanguageChosen(school.language or DEFAULT))

    def attempt(self, change: Callable[[], Changed]) -> bool:
        """Make a change, with a way back."""
        row, before = self._row, self.desk.school
        taken = super().attempt(lambda: self._allowed(change()))
        if self.desk.school != before:
            self._ways_back.append(partial(self._undo_school, row, before))
        return taken

    def _allowed(self, changed: Changed) -> Changed:
        """The change, unless it would list what was agreed with other families while one is at the table.

        Raises:
            RefusedError: AT_THE_TABLE.
        """
        before, year, running = self.desk.year, changed.school.year, self.desk.day.running
        if year and running is not None:
            listed = [each.talk for each in moving(self.desk, before, year)]
            listed += [each.talk for each in kept_lines(self.desk, before, year)]
            if any(talk.id != running.id for talk in listed):
                raise RefusedError(SettingRefusal.AT_THE_TABLE)
        return changed

    def lines_taken(self, taken: tuple[Taken, ...]) -> None:
        """Remember them; they are the first to go back."""
        self._ways_back.append(partial(self._undo_lines, taken))

    def _decide(self, settings: Settings, kind: SettingKind) -> None:
        self.run_worker(self._keep(settings, kind))

    def _taken(self, kind: SettingKind) -> str:
        school = self.desk.school
        return taken_words(Setting(kind), school, school, self.desk.day.date, self._settings, self.t)

    async def _keep(self, settings: Settings, kind: SettingKind) -> None:
        try:
            await asyncio.to_thread(self.desk.repository.save_settings, settings)
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        self._settings = settings
        self.say(self._taken(kind))
        self.show_soon()
        self.post_message(PreferencesChanged(kind in ABOUT_BACKUPS))

    # -- the line --------------------------------------------------------------
    def entered(self, text: str) -> bool:
        """Take a path, a decision or a wish on the rows about those; else what the row says."""
        kind = self._row.kind
        if kind in PREFERENCES:
            return self._prefer(text)
        if kind in PASSPHRASE:
            # nothing is typed here in sight: the passphrase is asked by itself
            self._ask_passphrase()
            return True
        match kind:
            case SettingKind.READ_FILE:
                return self._read_file(typed_path(unquoted(text)))
            case SettingKind.WRITE_FILE:
                return self._write_file(typed_path(unquoted(text)))
        return super().entered(text)

    def entered_nothing(self) -> None:
        """Write the file to its usual place, or ask the passphrase; else change what stands on the row."""
        kind = self._row.kind
        if kind is SettingKind.WRITE_FILE:
            self._write_file(self._exports / "school_year.toml")
        elif kind in PASSPHRASE:
            self._ask_passphrase()
        elif kind not in FILES:
            super().entered_nothing()

    def on_capture_line_remove_asked(self) -> None:
        # of a decision the usual one comes back
        if self._row.kind in PREFERENCES:
            self._prefer(NO)
        else:
            self.attempt(lambda: removed(self._row, self.desk.school, self.desk.day.date))
        self.show_soon()

    def step(self, rows_down: int) -> None:
        """Go to another row."""
        self._row = stepped(self.rows(), self._row, rows_down)
        self.on_another_row()
        self.show_soon()

    def _prefer(self, text: str) -> bool:
        kind, before = self._row.kind, self._settings
        try:
            settings = preferred(kind, text, before, self.desk.repository.folder)
        except RefusedError as error:
            self.say(refusal_words(error, self._row, self.t))
            return False
        if settings != before:
            self._ways_back.append(partial(self._decide, before, kind))
        self._decide(settings, kind)
        return True

    def _ask_passphrase(self) -> None:
        if self.desk.day.running is not None:
            self.say(self.t("Not while a talk is going on; set it aside first."))
        else:
            self.post_message(PassphraseAsked(Wish(self._row.kind.value)))

    def _read_file(self, path: Path) -> bool:
        try:
            year = read_year(path)
        except CalendarFileError as error:
            self.say(calendar_file_words(error, self.t))
            return False
        here, school, day = self._row, self.desk.school, self.desk.day.date
        return self.attempt(lambda: Changed(from_file(year, school, day), here, Mind.WAS_READ))

    def _write_file(self, path: Path) -> bool:
        try:
            written = write_year(path, self.desk.year, self.desk.repository.folder)
        except CalendarFileError as error:
            self.say(calendar_file_words(error, self.t))
            return False
        self.say(self.t("Written: {path}", path=written))
        return True

    # -- leaving -------------------------------------------------------------------
    def go_on(self) -> None:
        """Go back to where the settings were asked for."""
        self.post_message(SettingsLeft())

    def action_undo(self) -> None:
        if not self._ways_back:
            self.say(self.t("There is nothing to undo here."))
            return
        self._ways_back.pop()()
        self.show_soon()

    def _undo_school(self, row: Setting, before: School) -> None:
        """Have the school as it was before; who is on the class list is not set here."""
        now, was = self.desk.school, replace(before, pupils=self.desk.school.pupils)
        self.say(taken_words(row, now, was, self.desk.day.date, self._settings, self.t))
        self.put(was)

    def _undo_lines(self, taken: tuple[Taken, ...]) -> None:
        for line, before in reversed(taken):
            take_back(line, before, self.desk)
        self.say(self.t("Undone: as they were typed."))
