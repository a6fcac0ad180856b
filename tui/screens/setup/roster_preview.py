"""A class list or timetable before it is stored: what would change, what is not sure, how it was read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Static

from store.files.errors import FilesError
from store.language import Translator, mark
from store.roster.clashes import Clash
from store.roster.merging.likeness import Near
from store.roster.problems import Doubt, UnusableError
from tui.desk.roster.roster_look import RosterLook, has_other
from tui.desk.rows import stepped
from tui.screens.modal import NEVER_MIND, PAGES, ROWS, TurnedSheet
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.paper import Turned
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.file_errors import file_words
from tui.words.roster.changes import change_lines, tally_lines
from tui.words.roster.reading import amount_lines, doubt_words, place_words, problem_lines
from tui.words.roster.rows import column_words, letter_lines, row_lines
from tui.words.roster.who import clash_words, near_words

MOST_ROWS = 200
"""How many rows the page behind the key shows."""


INDENT = 2
"""Columns that the mark in front of a row takes."""


@dataclass(frozen=True, slots=True)
class LookRow:
    """Something that can be chosen otherwise: what it says now, and what makes it say the next thing.

    `turn` is None where only the file itself can be mended.
    """

    id: str
    text: str
    turn: Callable[[int], bool] | None


class LookRows(RowList[LookRow]):
    """What can be chosen, one a row, as long as it has to be."""

    def painted(self, row: LookRow, width: int, *, here: bool) -> list[Content]:
        """Return the row, on as many lines as it needs."""
        wrapped = literal(row.text).wrap(max(10, width - INDENT))
        first = joined(lead(here=here))
        return [(first if not at else literal("  ")) + line for at, line in enumerate(wrapped)]


class RosterPreviewScreen(TurnedSheet[bool]):
    """Gives True when it is to be stored as it is read now, False when nothing is."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar = [
        Binding("f9,ctrl+y", "store", show=False),
        Binding("escape", "leave", show=False),
        Binding("v", "view", show=False),
        Binding("x", "afresh", show=False),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("enter,right", "turn_row(1)", show=False),
        Binding("left", "turn_row(-1)", show=False),
        Binding("u,ctrl+z", "take_back", show=False),
        Binding("pagedown,space", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]
    TOLD = (
        ("f9,ctrl+y", mark("store it as it is read now")),
        ("v", mark("how each column is read; again: what would be stored")),
        ROWS,
        ("enter,right,left", mark("another reading of the row")),
        ("u,ctrl+z", mark("take your last choice back")),
        ("x", mark("read it afresh, not as the last file of its kind")),
        *PAGES,
        NEVER_MIND,
    )

    def __init__(self, look: RosterLook, t: Translator) -> None:
        """Show what this look at a file gives."""
        super().__init__()
        self._look, self._t = look, t
        self._columns = False
        self._rows: list[LookRow] = []
        self._chosen: str = ""

    def compose(self) -> ComposeResult:
        with Turned(classes="paper"):
            yield Static(id="look-title", classes="sheet-title", markup=False)
            yield Static(id="look-top", markup=False)
            yield LookRows()
            yield Static(id="look-rest", markup=False)
        yield Static(id="look-wrong", classes="warned", markup=False)
        yield SheetKeys(turning=self._t("pgdn: more"), id="moves-keys")

    def on_mount(self) -> None:
        self._show()

    # -- showing -------------------------------------------------------------------
    def _show(self, wrong: str = "") -> None:
        """Show the look as it now is."""
        t = self._t
        self._rows = list(self._column_rows() if self._columns else self._question_rows())
        title = t("How it is read") if self._columns else t("This is what would be stored")
        self.query_one("#look-title", Static).update(literal(title))
        top = "" if self._columns else "\n".join(self._summary())
        self.query_one("#look-top", Static).update(literal(top))
        rows = self.query_one(LookRows)
        rows.display = bool(self._rows)
        if self._rows:
            current = next((row for row in self._rows if row.id == self._chosen), self._rows[0])
            self._chosen = current.id
            rows.show_rows(self._rows, current)
        rest = self._details() if self._columns else self._consequences()
        self.query_one("#look-rest", Static).update(literal("\n".join(rest)))
        self.query_one("#look-wrong", Static).update(literal(wrong))
        self.query_one(SheetKeys).show(self._keys())

    def _summary(self) -> Iterator[str]:
        """What was read and what that changes; the questions stand below it."""
        looked, t = self._look.looked, self._t
        if self._look.as_before:
            yield t("Read like the last file of this kind, as you put it right then.")
        yield from amount_lines(looked.roster, t)
        yield ""
        yield from tally_lines(looked, t)
        if self._rows:
            yield ""
            yield t("Not sure of this:")

    def _consequences(self) -> Iterator[str]:
        """What changes, by name, and what could not be used."""
        looked, t = self._look.looked, self._t
        yield from change_lines(looked, t)
        if looked.roster.problems:
            yield ""
            yield from problem_lines(looked.roster, t)

    def _question_rows(self) -> Iterator[LookRow]:
        for at, question in enumerate(self._look.questions):
            yield self._question_row(f"question {at}", question)

    def _question_row(self, row_id: str, question: Doubt | Near | Clash) -> LookRow:
        t = self._t
        if isinstance(question, Clash):
            return LookRow(row_id, clash_words(question, t), None)

        def turn(_: int) -> bool:
            return self._look.answer(question)

        if isinstance(question, Near):
            return LookRow(row_id, f"{near_words(question, t)} {t('Now: no.')}", turn)
        text = f"{place_words(question, t)}: {doubt_words(question, t)}"
        return LookRow(row_id, text, turn if has_other(question) else None)

    def _column_rows(self) -> Iterator[LookRow]:
        """The columns with what they were taken for, the row of the headers, and the encoding."""
        roster, t = self._look.looked.roster, self._t
        for column in roster.columns.all:
            header, said = column_words(column, t)

            def turn(steps: int, at: int = column.at) -> bool:
                return self._look.give_column(at, steps)

            yield LookRow(f"column {column.at}", f"{header} → {said}", turn)
        if roster.columns.row:
            text = t("the headers are in row {row}", row=roster.columns.row)
            yield LookRow("header row", text, self._look.header_row)
        if roster.encoding:
            text = t("letters: {encoding}", encoding=roster.encoding)
            yield LookRow("encoding", text, self._look.encoding)

    def _details(self) -> Iterator[str]:
        """The rows as they will look, with the names to look at first."""
        roster, t = self._look.looked.roster, self._t
        yield from letter_lines(roster, t)
        yield t("As it will look:")
        yield from row_lines(roster, t, MOST_ROWS)

    def _keys(self) -> str:
        t = self._t
        chosen = self._current()
        other = t("enter: the other reading") if chosen and chosen.turn and not self._columns else ""
        other = t("← →: something else") if self._columns else other
        view = t("v: back") if self._columns else t("v: rows")
        undo = t("u: undo") if self._look.answered else ""
        afresh = t("x: afresh") if self._look.as_before else ""
        keys = (t("F9: store"), t("esc: don't"), other, view, undo, afresh)
        return "   ".join(filter(None, keys))

    # -- choosing --------------------------------------------------------------------
    def _current(self) -> LookRow | None:
        return next((row for row in self._rows if row.id == self._chosen), None)

    def action_step(self, steps: int) -> None:
        """Choose the next row; without rows the page moves."""
        current = self._current()
        if current is None:
            self.query_one(Turned).scroll_relative(y=steps, animate=False)
            return
        self._chosen = stepped(self._rows, current, steps).id
        self._show()

    def action_turn_row(self, steps: int) -> None:
        """Take the next meaning of the chosen row."""
        current = self._current()
        if current is None:
            return
        if current.turn is None:
            self._show(self._t("Mend this in the file if it is wrong, or store it as it is."))
            return
        turn = current.turn
        self._do(lambda: turn(steps))

    def action_take_back(self) -> None:
        self._do(self._look.back)

    def action_afresh(self) -> None:
        """Read it by itself, and forget how files of its kind were read."""
        if self._look.as_before:
            self._do(self._read_afresh)

    def _read_afresh(self) -> bool:
        self._look.afresh()
        return True

    def _do(self, change: Callable[[], bool]) -> None:
        """Make a choice and show what comes of it, or why it can't be."""
        wrong = ""
        try:
            if not change():
                wrong = self._t("There is nothing to undo here.")
        except UnusableError:
            wrong = self._t("Read like that there is no pupil in it; it stays as it was.")
        except FilesError as error:
            wrong = file_words(error, self._t)
        self._show(wrong)

    def action_view(self) -> None:
        self._columns = not self._columns
        self._chosen = ""
        self._show()
        self.query_one(Turned).scroll_home(animate=False)

    def action_store(self) -> None:
        self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)
