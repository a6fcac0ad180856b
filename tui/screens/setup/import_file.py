"""Read a class list or timetable in, from the first screen."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.files.errors import FilesError
from store.files.typed_path import typed_path, unquoted
from store.language import mark
from store.roster.problems import UnusableError
from tui.desk.setup.roster_import import import_file
from tui.keys import bindings
from tui.messages import DayAsked
from tui.screens.page import Page
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import literal
from tui.words.file_errors import file_words
from tui.words.roster.changes import stored_lines
from tui.words.roster.reading import read_lines, refusal_words


class ImportScreen(Page):
    """A path and Enter; then what was read, and F9 to the day."""

    HERE = ("onward", "back")
    SHOWN = ("onward", "back")
    LINE = (("enter", mark("Read that file in.")),)
    BINDINGS = bindings(HERE)

    _asked: Path | None = None
    """The file whose questions are on the screen."""

    def page(self) -> ComposeResult:
        """Yield the line, and what came of it."""
        yield Static(literal(self.t("Which file?")), id="card-name")
        yield Static(
            literal(self.t("A csv, xlsx, xls or ods file; drag it here or type its path.")), classes="dim"
        )
        yield LineInput()
        with VerticalScroll(can_focus=False):
            yield Static(id="read", markup=False)

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; Enter reads what is typed."""
        return [("↵", self.t("read in")), *super().key_labels()]

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(LineInput).focus()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        """Read the file."""
        typed = unquoted(event.text)
        if typed:
            self.query_one("#read", Static).update(literal(self._read(typed_path(typed))))

    def _read(self, path: Path) -> str:
        """What was read and stored, or why not."""
        desk, t = self.desk, self.t
        sure, self._asked = path == self._asked, path
        try:
            desk.ensure_kept()
            imported = import_file(
                path,
                desk.repository,
                desk.new_id,
                today=desk.local().date(),
                sure=lambda looked: sure or not looked.doubtful,
            )
            desk.start_over()
        except UnusableError as error:
            return refusal_words(error, path, t)
        except FilesError as error:
            return file_words(error, t)
        read = tuple(read_lines(imported.roster, t))
        if not imported.stored:
            question = t("Nothing is stored yet. Is this right? Then give the same file once more.")
            return "\n".join((question, "", *read))
        self._asked = None
        return "\n".join((*read, "", *stored_lines(imported, t)))

    def action_onward(self) -> None:
        self.post_message(DayAsked())

    def action_back(self) -> None:
        self.post_message(DayAsked())
