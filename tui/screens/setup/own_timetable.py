"""A timetable of one's own: days, hours, and a few letters for who comes when; stored only by F9."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.export.wording.groups import group_title
from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.planning.own_timetable import (
    Row,
    RowKind,
    Timetable,
    ending,
    half_typed,
    keep,
    keep_half_typed,
    lengths_of,
    next_row,
    take_back,
    timetable,
)
from tui.desk.planning.own_timetable_line import NotTakenError, taken
from tui.desk.planning.store_timetable import store_timetable
from tui.desk.rows import stepped
from tui.keys import KEYS, bindings
from tui.messages import DayAsked
from tui.screens.rows_page import RowsPage
from tui.screens.setup.timetable_rows import TimetableRows
from tui.widgets.capture_line import CaptureLine
from tui.widgets.line_input import LineInput
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.words.file_errors import file_words
from tui.words.planning.own_timetable import (
    editable_words,
    hint_words,
    label_words,
    tally_words,
    undone_words,
    wrong_words,
)


class OwnTimetableScreen(RowsPage):
    """What is typed is kept as a proposal, and planned only by F9; Esc leaves it for later."""

    HERE = ("undo", "onward")
    SHOWN = ("onward", "undo", "curtain")
    LINE = (
        ("up,down", mark("another row")),
        ("pageup,pagedown", mark("some rows further")),
        ("enter", mark("take what is typed; on an empty line the name that is offered, else go on")),
        ("right", mark("on an empty line: what stands on the row comes to the line, to change it")),
        ("tab", mark("take the dim letters after the cursor")),
        ("delete", mark("on an empty line: leave the time free again")),
        ("escape", mark("on an empty line: to the day; the proposal waits here")),
    )
    CSS_PATH: ClassVar[list[str | PurePath]] = ["../talk/talk.tcss", "settings.tcss"]
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Begin on the days, or where there are some on the first free place."""
        super().__init__(desk, t)
        self._now = self._read()
        self._row = Row(RowKind.DAYS)
        if self._now.proposal.days and self._now.slots:
            self._row = next_row(Row(RowKind.PLACE, -1), self._now)

    def _read(self) -> Timetable:
        """Return the timetable as it stands, with the lengths of its kind of talk."""
        return timetable(self.desk, lengths_of(self.desk, self.t.language))

    def page(self) -> ComposeResult:
        """Yield how it stands, the rows, and the line with what may be typed."""
        yield Static(id="settings-head")
        yield Static(id="tally", classes="dim")
        with VerticalScroll(id="settings", can_focus=False):
            yield TimetableRows(self.t)
        yield QuietText(id="hint")
        yield CaptureLine(ghost=self._ending)

    def on_mount(self) -> None:
        if left := half_typed(self.desk, self._now):
            self._row, text = left
            self._come_back(text)
        self.show()

    def _come_back(self, text: str) -> None:
        """Put a line that was left back; one that this row does not take makes way on another, as ever."""
        try:
            taken(self._now, self._row, " ".join(text.split()), self.desk)
        except NotTakenError as error:
            self.put_back(text)
            self.say(wrong_words(error, self.t))
        else:
            self.line.put_back(text)

    def typed(self, text: str) -> None:
        """Remember the half-typed line, with the row it is for."""
        keep_half_typed(self.desk, self._row, text)

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; Enter takes what is typed, or the name that is offered."""
        stores = self.t("store") if self._now.planned else self.t("day")
        keys = [
            (key, stores if key == KEYS["onward"].shown else label) for key, label in super().key_labels()
        ]
        return [("↵", self.t("take")), *keys]

    def show(self) -> None:
        """Show the proposal as it now is, and where the line lands."""
        self._now, t = self._read(), self.t
        if self._row not in self._now.rows:
            # what was undone took it away
            self._row = self._now.rows[-1]
        title = joined((t("Make a timetable"), "bold"), (f"   {self._group()}", "$quiet"))
        self.query_one("#settings-head", Static).update(title)
        self.query_one("#tally", Static).update(literal(tally_words(self._now, t)))
        self.query_one(TimetableRows).show(self._now, self._row)
        self.query_one("#hint", QuietText).show(literal(hint_words(self._row, self._now, self.desk, t)))
        self.line.badge = label_words(self._row, self._now, t)
        self.line.offer(self._ending(""))
        self.show_keys()

    def _group(self) -> str:
        groups = [each for each in self.desk.school.groups if each]
        return group_title(groups[0], self.t) if len(groups) == 1 else ""

    def _ending(self, text: str) -> str:
        return ending(self._row, text, self._now)

    # -- the line --------------------------------------------------------------------
    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        for text in event.text.split("\n"):
            line = " ".join(text.split())
            if not (self._entered(line) if line else self._entered_nothing()):
                self.put_back(text)
                break
        self.show_soon()

    def _entered(self, text: str) -> bool:
        """Take a line; False when it is refused, with the reason on the screen."""
        try:
            proposal = taken(self._now, self._row, text, self.desk)
        except NotTakenError as error:
            self.say(wrong_words(error, self.t))
            return False
        self.hush()
        keep(self.desk, proposal)
        self._now = self._read()
        self._row = next_row(self._row, self._now)
        return True

    def _entered_nothing(self) -> bool:
        """Take the name that is offered; else leave the row as it is, and go on."""
        if offered := self._ending(""):
            return self._entered(offered)
        self._row = next_row(self._row, self._now)
        return True

    def hears(self, key: str) -> bool:
        """Return whether it may; changing or freeing a row only where it holds something."""
        if key == "delete":
            return self._row.kind in (RowKind.PLACE, RowKind.DAYS) and bool(self._words())
        return key != "left" and (key != "right" or bool(self._words()))

    def _words(self) -> str:
        """What stands on the row, as it would be typed."""
        return editable_words(self._row, self._now, self.t)

    def on_capture_line_sidestepped(self, event: CaptureLine.Sidestepped) -> None:
        if event.steps > 0:
            self.line.bring(self._words())

    def on_capture_line_turned(self, _: CaptureLine.Turned) -> None:
        self.line.finish_word()

    def on_capture_line_remove_asked(self) -> None:
        if self._row.kind is RowKind.PLACE and self._row.at < len(self._now.slots):
            keep(self.desk, self._now.proposal.remove(self._row.at))
        elif self._row.kind is RowKind.DAYS:
            keep(self.desk, None)
        self.show_soon()

    def step(self, rows_down: int) -> None:
        """Go to another row; what is half typed is kept with that one."""
        self._row = stepped(self._now.rows, self._row, rows_down)
        self.on_another_row()
        self.typed(self.line.text)
        self.show_soon()

    def action_undo(self) -> None:
        if not take_back(self.desk):
            self.say(self.t("There is nothing to undo here."))
            return
        was, self._now = self._now, self._read()
        self.say(undone_words(was, self._now, self.t))
        self.show_soon()

    # -- leaving ---------------------------------------------------------------------
    def leave(self, text: str) -> None:
        """Plan what is proposed, with the half-typed line; where nothing is, just go to the day."""
        line = " ".join(text.split())
        if self.insists(line):
            self.line.put_back(text)
        elif line and not self._entered(line):
            self.line.put_back(text)
            self.say_that_it_stays()
            return
        try:
            count = store_timetable(self.desk, self._now.lengths)
        except FilesError as error:
            self.say(file_words(error, self.t))
            return
        self.post_message(DayAsked(self._stored_words(count) if count else ""))

    def _stored_words(self, count: int) -> str:
        return self.t.n(
            "{count} talk planned. {key} takes all of it back.",
            "{count} talks planned. {key} takes all of it back.",
            count,
            key=KEYS["undo_letter"].shown,
        )

    def go_on(self) -> None:
        """Go to the day; the proposal waits."""
        self.post_message(DayAsked())
