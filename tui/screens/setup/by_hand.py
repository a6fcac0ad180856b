"""A day typed by hand: one family a line; the time goes on by itself."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from store.domain.talk import Talk
from store.export.wording.days import day_long
from store.export.wording.people import pupils_words
from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.planning import arrange_day
from tui.desk.planning.changed_family import change_family, changeable, changed, family_line
from tui.desk.planning.family_line import next_start, planned
from tui.desk.typing.half_answer import HalfAnswer
from tui.keys import bindings
from tui.messages import DayAsked
from tui.screens.day.undo_keys import UndoKeys
from tui.widgets.hanging_indent import hanging
from tui.widgets.line_input import LineInput
from tui.widgets.row_list import width_of
from tui.widgets.safe_text import joined, literal
from tui.words.file_errors import file_words
from tui.words.planning.family_line import family_wrong_words, planned_words
from tui.words.planning.timetable import Sight

SHOWN_TALKS = 12
"""How many lines of the day stand over the line: the last ones."""
PADDING = 4
"""Columns that the page leaves free."""


class ByHandScreen(UndoKeys):
    """Enter plans the family on the line; F9 goes to the day."""

    HERE = ("undo", "redo", "onward", "back")
    SHOWN = ("undo", "onward")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("day")}
    REDO = "redo"
    LINE = (
        ("enter", mark("Plan the family on the line.")),
        ("up,down", mark("on an empty line: a family typed before comes to the line, to change it")),
    )
    BINDINGS = [  # noqa: RUF012
        *bindings(HERE),
        Binding("up", "change(-1)", show=False, priority=True),
        Binding("down", "change(1)", show=False, priority=True),
    ]

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Begin with no family to change."""
        super().__init__(desk, t)
        self._changing = ""
        self._half = HalfAnswer(desk, f"by_hand/{desk.day.date}")

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
        self.query_one(LineInput).put_back(self._half.text)
        self.show()
        self.query_one(LineInput).focus()

    def show(self) -> None:
        """Show the last families of the day, and when the next one would be."""
        self.query_one("#card-name", Static).update(literal(day_long(self.desk.day.date, self.t)))
        typed = self.query_one("#typed", Static)
        width = width_of(typed, PADDING)
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

    def on_input_changed(self) -> None:
        self._half.type(self.query_one(LineInput).text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        # a paste may hold several; one that can't be planned stays on the line
        wrong: dict[str, str] = {}
        said = ""
        for line in filter(str.strip, event.text.split("\n")):
            start = next_start(self.desk, self.desk.day.date)
            if reason := family_wrong_words(line, self.desk, start, self.t):
                wrong[line] = reason
            elif (talk := self._chosen()) is not None:
                said, self._changing = self._change(talk, line), ""
            else:
                said = self._plan(planned(line, self.desk, start))
        if wrong:
            event.line.put_back("\n".join(wrong))
        self.say(next(iter(wrong.values()), said))

    def _plan(self, talk: Talk) -> str:
        """Plan a family, on its own day with what is typed next; return what is to be said of it."""
        said = planned_words(talk, Sight(self.desk, self.t, others=True))
        try:
            arrange_day.add(talk, self.desk)
            if (on := talk.slot.start.date()) != self.desk.day.date:
                self.desk.open(on)
        except FilesError as error:
            return file_words(error, self.t)
        return said

    def action_change(self, steps: int) -> None:
        # a family typed before comes to the line, the last one first; entered it is what the line then says
        line, families = self.query_one(LineInput), changeable(self.desk)
        chosen = self._chosen()
        if line.value and (chosen is None or line.value != family_line(chosen)):
            return
        at = (families.index(chosen) if chosen in families else len(families)) + steps
        self._changing = families[max(0, at)].id if families and at < len(families) else ""
        chosen = self._chosen()
        line.clear()
        line.bring(family_line(chosen) if chosen else "")
        line.action_end()
        if not families:
            self.say(self.t("No family typed yet to change."))
        self.show()

    def _chosen(self) -> Talk | None:
        return self.desk.day.talk(self._changing)

    def _change(self, talk: Talk, line: str) -> str:
        """Make a family what the line says, on its own day; return what is to be said of it."""
        said = planned_words(changed(talk, line, self.desk), Sight(self.desk, self.t, others=True))
        try:
            if (on := change_family(talk, line, self.desk).date()) != self.desk.day.date:
                self.desk.open(on)
        except FilesError as error:
            return file_words(error, self.t)
        return said

    def action_onward(self) -> None:
        self.post_message(DayAsked())

    def action_back(self) -> None:
        self.post_message(DayAsked())
