"""A day typed by hand: one family a line; the time goes on by itself."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from store.domain.talk import Talk
from store.domain.undo import Scope, StepName
from store.export.wording import day_long, pupils_words
from store.files.errors import FilesError
from store.language import mark
from tui.desk.family_line import next_start, planned
from tui.keys import KEYS, bindings
from tui.messages import DayAsked
from tui.screens.page import Page
from tui.widgets.hanging_indent import hanging
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal
from tui.words.file_errors import file_words
from tui.words.planning.family_line import family_wrong_words, planned_words
from tui.words.planning.timetable import Sight
from tui.words.undo import redone_words, undone_words

SHOWN_TALKS = 12
"""How many lines of the day stand over the line: the last ones."""
PADDING = 4
"""Columns that the page leaves free."""


class ByHandScreen(Page):
    """Enter plans the family on the line; F9 goes to the day."""

    HERE = ("undo", "redo", "onward", "back")
    SHOWN = ("undo", "onward")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("day")}
    LINE = (
        ("enter", mark("Plan the family on the line.")),
        ("up", mark("on an empty line: the family typed last comes back, to change it")),
    )
    BINDINGS = [*bindings(HERE), Binding("up", "change", show=False, priority=True)]  # noqa: RUF012

    def page(self) -> ComposeResult:
        """Yield the day so far, and the line."""
        yield Static(id="card-name", markup=False)
        hint = self.t("One family a line: 13:00 first name last name, parent, parent")
        yield Static(literal(hint), classes="dim")
        yield Static(id="typed", markup=False)
        yield LineInput()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; Enter takes the line."""
        return [("↵", self.t("take")), ("↑", self.t("change")), *super().key_labels()]

    def on_mount(self) -> None:
        self.show()
        self.query_one(LineInput).focus()

    def show(self) -> None:
        """Show the last families of the day, and when the next one would be."""
        self.query_one("#card-name", Static).update(literal(day_long(self.desk.day.date, self.t)))
        typed = self.query_one("#typed", Static)
        # before the first layout there is no width yet
        width = typed.content_size.width or self.app.size.width - PADDING
        rows: list[Content] = []
        for talk in self.desk.day.in_order[-SHOWN_TALKS:]:
            carers = ", ".join(carer.name for carer in talk.audience)
            family = joined(pupils_words(talk, self.t), (f"   {carers}", "$quiet"))
            rows += hanging(f"{talk.slot.start:%H:%M}   ", family, width, "$quiet")
        typed.update(Content("\n").join(rows[-SHOWN_TALKS:]))
        self.query_one(LineInput).placeholder = f"{next_start(self.desk, self.desk.day.date):%H:%M}"

    def on_resize(self) -> None:
        # other room, other line breaks
        self.show()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        # a paste may hold several; one that can't be planned stays on the line
        wrong: dict[str, str] = {}
        said = ""
        for line in filter(str.strip, event.text.split("\n")):
            start = next_start(self.desk, self.desk.day.date)
            if reason := family_wrong_words(line, self.desk, start, self.t):
                wrong[line] = reason
            else:
                said = self._plan(planned(line, self.desk, start))
        if wrong:
            event.line.put_back("\n".join(wrong))
        self.say(next(iter(wrong.values()), said))

    def _plan(self, talk: Talk) -> str:
        """Plan a family, on its own day with what is typed next; return what is to be said of it."""
        said = planned_words(talk, Sight(self.desk, self.t, others=True))
        try:
            self.desk.add(talk)
            if (on := talk.slot.start.date()) != self.desk.day.date:
                self.desk.open(on)
        except FilesError as error:
            return file_words(error, self.t)
        return said

    def action_change(self) -> None:
        # the last family comes back to the line; entered again it is planned as it then reads
        line, step = self.query_one(LineInput), self.desk.day.last_step(scope=Scope.STATE)
        talk = self.desk.day.talk(step.talk) if step is not None else None
        if line.value or step is None or talk is None or step.name is not StepName.TALK_ADDED:
            self.say(self.t("No family typed just now to change; on the day, l gives another time."))
            return
        self.desk.undo(scope=Scope.STATE)
        carers = (carer.name for carer in talk.audience)
        line.put(f"{talk.slot.start:%H:%M} {', '.join((talk.pupil.full_name, *carers))}")

    def action_undo(self) -> None:
        try:
            step = self.desk.undo(scope=Scope.STATE)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(undone_words(step, KEYS["redo"].shown, self.t))

    def action_redo(self) -> None:
        try:
            step = self.desk.redo(scope=Scope.STATE)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(redone_words(step, self.t))

    def action_onward(self) -> None:
        self.post_message(DayAsked())

    def action_back(self) -> None:
        self.post_message(DayAsked())
