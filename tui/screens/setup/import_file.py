"""Read a class list or timetable in, from the first screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.files.backups.archive import Archive, holds_data
from store.files.disk import is_no_file
from store.files.envelope import Sealer
from store.files.errors import FilesError
from store.files.typed_path import typed_path, unquoted
from store.language import Translator, mark
from store.roster.problems import Refusal, UnusableError
from store.roster.sheets.read import read_file
from tui.desk.desk import Desk
from tui.desk.roster.colleague import held_by, is_sealed, look, opened_with, store_colleague
from tui.desk.roster.last_import import store_on
from tui.desk.roster.roster_look import RosterLook
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.typing.left_behind import LeftBehind
from tui.keys import KEYS, bindings
from tui.messages import DayAsked
from tui.screens.page import Page
from tui.screens.setup.colleague import ColleagueKeyScreen, ColleagueScreen
from tui.screens.setup.roster_preview import RosterPreviewScreen
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import literal
from tui.words.file_errors import file_words
from tui.words.roster.changes import stored_lines
from tui.words.roster.colleague import colleague_lines
from tui.words.roster.reading import refusal_words

TAB_SIGN = "⇥"
"""What stands on the line for the tab between two cells of a pasted table."""


class ImportScreen(Page):
    """A path and Enter; then what would be stored, what was, and F9 to the day."""

    HERE = ("onward", "back")
    SHOWN = ("onward", "back")
    LINE = (("enter", mark("Read that file in.")),)
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Begin with what was typed when the program was cut off."""
        super().__init__(desk, t)
        self._half = HalfAnswer(desk, "import")
        self._left_behind = LeftBehind(desk.real_now)

    def page(self) -> ComposeResult:
        """Yield the line, and what came of it."""
        yield Static(literal(self.t("Which file?")), id="card-name")
        yield Static(
            literal(self.t("Drag a file here, type its path, or paste the table itself.")), classes="dim"
        )
        yield Static(
            literal(self.t("Of a colleague who has this class too: a backup, or the data folder itself.")),
            classes="dim",
        )
        yield LineInput()
        with VerticalScroll(can_focus=False):
            yield Static(id="read", markup=False)

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys; Enter reads what is typed."""
        return [("↵", self.t("read in")), *super().key_labels()]

    def pasted(self, text: str) -> str:
        """Return a pasted text with its cells apart."""
        return super().pasted(text.replace("\t", TAB_SIGN))

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one(LineInput).put_back(self._half.text)
        self.query_one(LineInput).focus()

    def on_input_changed(self) -> None:
        self._half.type(self.query_one(LineInput).text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        self._take(event.text)

    def _take(self, typed: str) -> bool:
        """Read the file or the table that was pasted, and show what would be stored; False if it can't be."""
        text = typed.replace(TAB_SIGN, "\t")
        if "\t" in text or "\n" in text.strip():
            self._look_at(text.encode(), Path(self.t("What was pasted")))
        elif name := unquoted(typed):
            path = typed_path(name)
            if holds_data(path):
                self._look_at_colleague(path)
                return True
            try:
                if is_no_file(path):
                    # a pipe would hold up the screen
                    raise UnusableError(Refusal.FOLDER)
                self._look_at(read_file(path), path)
            except UnusableError as error:
                # a name typed wrong can be mended
                self.query_one(LineInput).put_back(typed)
                self._tell(refusal_words(error, path, self.t))
                return False
        return True

    def _look_at(self, data: bytes, path: Path) -> None:
        """Show what storing it would change, and store it when the teacher says so."""
        desk, t = self.desk, self.t
        try:
            desk.ensure_kept()
            desk.repository.finish_moves()
            found = RosterLook(data, desk.repository, desk.new_id, desk.local().date())
        except UnusableError as error:
            self._tell(refusal_words(error, path, t))
        except FilesError as error:
            self._tell(file_words(error, t))
        else:
            self.app.push_screen(RosterPreviewScreen(found, t), lambda yes: self._decided(found, yes))

    def _look_at_colleague(self, path: Path) -> None:
        """Show what a colleague has, once it is open."""
        desk = self.desk

        def opened(sealer: Sealer | None) -> None:
            if sealer is None:
                self._tell(self.t("Nothing was stored."))
            else:
                self._show_colleague(held, sealer)

        try:
            desk.ensure_kept()
            desk.repository.finish_moves()
            held = held_by(path)
        except FilesError as error:
            self._tell(file_words(error, self.t))
            return
        if is_sealed(held, desk.repository):
            unlock = partial(opened_with, held=held, repository=desk.repository, path=path)
            self.app.push_screen(ColleagueKeyScreen(unlock, self.t), opened)
        else:
            self._show_colleague(held, None)

    def _show_colleague(self, held: Archive, sealer: Sealer | None) -> None:
        """Show what a colleague has, and store it when the teacher says so."""
        desk, t = self.desk, self.t

        def decided(yes: bool | None) -> None:
            try:
                if yes:
                    desk.ensure_kept()
                    store_colleague(found, desk.repository)
                    desk.start_over(desk.day.date)
            except FilesError as error:
                self._tell(file_words(error, t))
                return
            back = t("{key} on the day takes all of it back.", key=KEYS["undo_letter"].shown)
            told = [t("That is stored."), *colleague_lines(found, t), "", back]
            lines = told if yes else [t("Nothing was stored.")]
            self._tell("\n".join(lines))

        try:
            found = look(held, desk.repository, desk.new_id, sealer)
        except FilesError as error:
            self._tell(file_words(error, t))
        else:
            self.app.push_screen(ColleagueScreen(found, t), decided)

    def _decided(self, found: RosterLook, yes: bool | None) -> None:
        if not yes:
            self._tell(self.t("Nothing was stored."))
            return
        try:
            stored = store_on(self.desk, found.looked)
            found.remember()
        except FilesError as error:
            self._tell(file_words(error, self.t))
            return
        undo = KEYS["undo_letter"].shown
        lines = [*stored_lines(stored, self.t)]
        if stored.changed:
            lines = [self.t("That is stored."), *lines]
            lines += ["", self.t("{key} on the day takes all of it back.", key=undo)]
        if not stored.roster.slots:
            lines += ["", self.t("{key} on the day makes a timetable of it.", key=KEYS["timetable"].shown)]
        self._tell("\n".join(lines))

    def _tell(self, text: str) -> None:
        self.query_one("#read", Static).update(literal(text))

    def action_onward(self) -> None:
        # what is typed is taken along; what is refused stays, also behind a second press
        line = self.query_one(LineInput)
        if not line.half_typed:
            self.action_back()
        elif self._left_behind.insists(line.text):
            self.post_message(DayAsked())
        elif not self._take(line.take()):
            self.say(self.t("{key} once more goes on without it.", key=KEYS["onward"].shown))

    def action_back(self) -> None:
        # a class list that was pasted here is let go
        self._half.type("")
        self.post_message(DayAsked())
