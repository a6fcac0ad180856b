"""A day typed by hand: one family a line; the time goes on by itself."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.domain.undo import Scope
from store.export.wording import day_long, pupils_words
from store.language import mark
from tui.desk.family_line import next_start, planned
from tui.keys import KEYS, bindings
from tui.messages import DayAsked
from tui.screens.page import Page
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal
from tui.words.undo import redone_words, undone_words


class ByHandScreen(Page):
    """Enter plans the family on the line; F9 goes to the day."""

    HERE = ("undo", "redo", "onward", "back")
    SHOWN = ("undo", "onward")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("day")}
    LINE = (("enter", mark("Plan the family on the line.")),)
    BINDINGS = bindings(HERE)

    def page(self) -> ComposeResult:
        """Yield the day so far, and the line."""
        yield Static(literal(day_long(self.desk.day.date, self.t)), id="card-name")
        hint = self.t("One family a line: 13:00 first name last name, parent, parent")
        yield Static(literal(hint), classes="dim")
        yield Static(id="typed", markup=False)
        yield LineInput()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; Enter takes the line."""
        return [("↵", self.t("take")), *super().key_labels()]

    def on_mount(self) -> None:
        self.show()
        self.query_one(LineInput).focus()

    def show(self) -> None:
        """Show the last families of the day, and when the next one would be."""
        rows: list[str | tuple[str, str]] = []
        for talk in self.desk.day.in_order[-12:]:
            carers = ", ".join(carer.name for carer in talk.audience)
            rows += [
                (f"{talk.slot.start:%H:%M}   ", "$quiet"),
                pupils_words(talk, self.t),
                (f"   {carers}\n", "$quiet"),
            ]
        self.query_one("#typed", Static).update(joined(*rows))
        self.query_one(LineInput).placeholder = f"{next_start(self.desk, self.desk.day.date):%H:%M}"

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        # a paste may hold several; one without a child stays on the line
        nameless = []
        for line in filter(str.strip, event.text.split("\n")):
            if line.partition(",")[0].strip():
                self.desk.add(planned(line, self.desk, next_start(self.desk, self.desk.day.date)))
            else:
                nameless.append(line)
        if nameless:
            event.line.put_back("\n".join(nameless))
            self.say(self.t("Type the child's name."))

    def action_undo(self) -> None:
        self.say(undone_words(self.desk.undo(scope=Scope.STATE), KEYS["redo"].shown, self.t))

    def action_redo(self) -> None:
        self.say(redone_words(self.desk.redo(scope=Scope.STATE), self.t))

    def action_onward(self) -> None:
        self.post_message(DayAsked())

    def action_back(self) -> None:
        self.post_message(DayAsked())
