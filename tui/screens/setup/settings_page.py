"""What the settings and the first questions share: one line, and what rests on a date that moves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult

from store.domain.school import School
from store.domain.school_year import first_year
from store.domain.settings import Settings
from store.export.wording.days import day_and_time_short, period_words
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.settings.calendar_changes import Moving, confirm, moving
from tui.desk.settings.kept_lines import KeptLine, kept_lines
from tui.desk.settings.refusal import RefusedError
from tui.desk.settings.settings_line import Changed, typed
from tui.desk.settings.settings_rows import DATED, OF_SCHOOL, Setting, SettingKind
from tui.desk.settings.typed_dates import NoDayError, read_day_and_time, read_period
from tui.desk.talk.signs import NO, once
from tui.desk.typing.half_answer import HalfAnswer
from tui.messages import DayAsked
from tui.screens.line_page import LinePage
from tui.screens.setup.calendar_changes import CalendarChangesScreen
from tui.screens.setup.kept_lines import KeptLinesScreen, Taken
from tui.widgets.capture_line import CaptureLine
from tui.widgets.line_input import LineInput
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import literal
from tui.words.settings import (
    editable_words,
    hint_words,
    mind_words,
    refusal_words,
    taken_words,
)


class SettingsPage(LinePage):
    """One line for a setting at a time; what is entered counts at once."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../talk/talk.tcss", "settings.tcss"]
    ASKED_AS: ClassVar[str] = "settings"

    def __init__(self, desk: Desk, t: Translator, row: Setting) -> None:
        """Begin with this setting."""
        super().__init__(desk, t)
        self._row = row
        self._settings = Settings()
        """What was decided about the program, where this screen is about that too."""
        self._half = HalfAnswer(desk, self.ASKED_AS)

    def hint_and_line(self) -> ComposeResult:
        """Yield how it is typed, and the line to type on."""
        yield QuietText(id="hint")
        yield CaptureLine()

    def on_mount(self) -> None:
        if self._half.row == self.kept_at():
            self.line.put_back(self._half.text)
        self.show()

    def kept_at(self) -> str:
        """Return the row that a half-typed line is kept with."""
        return self._row.kind

    def typed(self, text: str) -> None:
        """Keep the half-typed line; say what its days mean so far, or how this row is typed."""
        self._half.type(text, self.kept_at())
        self.query_one("#hint", QuietText).show(literal(self.read_so_far(text) or self.hint()))

    def hint(self) -> str:
        """Return how this row is typed."""
        return hint_words(self._row, self.t)

    def read_so_far(self, text: str) -> str:
        """Return the half-typed days with their weekdays; empty where there are none."""
        if not text or self._row.kind not in DATED:
            return ""
        of_school, august = self._row.kind in OF_SCHOOL, first_year(self.desk.day.date)
        try:
            if self._row.kind is SettingKind.RECEPTION:
                return day_and_time_short(*read_day_and_time(text, august), self.t)
            found = read_period(text, august, of_school=of_school)
        except NoDayError:
            return ""
        days = period_words(*found.period, self.t) if found.period else ""
        return f"{found.name}: {days}" if days and of_school and found.name else days

    # -- the line --------------------------------------------------------------
    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        text = once(" ".join(event.text.split()), NO)
        if not text:
            self.entered_nothing()
        elif self.entered(text):
            self.landed()
        else:
            self.put_back(event.text)
        self.show_soon()

    def entered(self, text: str) -> bool:
        """Take the line; False when it is refused, with the reason on the screen."""
        return self.attempt(lambda: typed(self._row, text, self.desk.school, self.desk.day.date))

    def entered_nothing(self) -> None:
        """Bring what stands on the row to the line: typing replaces it, an arrow key changes it."""
        words = editable_words(self._row, self.desk.school, self.desk.year, self._settings, self.t)
        self.line.bring(words)

    def landed(self) -> None:
        """Go where a line that was taken leads: nowhere, the cursor stays."""

    def attempt(self, change: Callable[[], Changed]) -> bool:
        """Make a change and have it kept; False when it can't be made, with the reason on the screen."""
        try:
            changed = change()
        except RefusedError as error:
            self.say(refusal_words(error, self._row, self.t))
            return False
        row, before, self._row = self._row, self.desk.school, changed.row
        self.put(changed.school)
        if changed.mind:
            self.say(mind_words(changed.mind, changed.day, self.t))
        else:
            self.say(taken_words(row, before, changed.school, self.desk.day.date, self._settings, self.t))
        return True

    def put(self, school: School) -> None:
        """Have the school kept; what rests on a date that changed moves only when that is confirmed.

        Then the lines that were kept as typed, and can be read now, are offered one by one.
        """
        before = self.desk.year
        if school == self.desk.school:
            return
        self.desk.keep_school(replace(school, revision=self.desk.school.revision + 1))
        lines = kept_lines(self.desk, before, self.desk.year)
        if found := moving(self.desk, before, self.desk.year):
            moved = partial(self._answered, found, lines)
            self.app.push_screen(CalendarChangesScreen(found, self.t), moved)
        elif lines:
            self._offer(lines)

    def _answered(self, found: Sequence[Moving], lines: Sequence[KeptLine], yes: bool | None) -> None:
        if yes:
            confirm(found, self.desk)
            self.say(self.t("Moved along with the calendar."))
        else:
            self.say(self.t("Left as they are."))
        if lines:
            self._offer(lines)
        else:
            self.offered()

    def _offer(self, lines: Sequence[KeptLine]) -> None:
        self.app.push_screen(KeptLinesScreen(lines, self.desk, self.t), self._decided)

    def _decided(self, taken: tuple[Taken, ...] | None) -> None:
        t = self.t
        said = t.n("{count} line has its date now.", "{count} lines have their date now.", len(taken or ()))
        self.say(said if taken else t("Left as typed."))
        if taken:
            self.lines_taken(taken)
        self.offered()

    def offered(self) -> None:
        """Go on, where something waited until all that a change offers was seen to."""

    def lines_taken(self, taken: tuple[Taken, ...]) -> None:
        """Remember which lines got their date, where there is a way back."""

    # -- leaving -----------------------------------------------------------------
    def leave(self, text: str) -> None:
        """Go on. A half-typed line is taken along; one that asks something, or is refused, stays.

        Pressed once more it goes on without: the line stands on its row again the next time.
        """
        line = once(" ".join(text.split()), NO)
        if self.insists(line):
            self.line.put_back(text)
            self.go_on()
            return
        taken = not line or self.entered(line)
        if taken and self.is_active:
            self.go_on()
            return
        if not taken:
            self.line.put_back(text)
            self.say_that_it_stays()
        self.show_soon()

    def go_on(self) -> None:
        """Go to the day."""
        self.post_message(DayAsked())
