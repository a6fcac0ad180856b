"""The closing: a plan made together, the information moment, what stays."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from store.domain.talk import Talk
from store.domain.undo import Step
from store.export.wording import missing_words
from store.language import Translator, mark
from store.planline.read import complete
from tui.desk.closing_line import BOARD_STEPS, PLAN, Cursor, Outcome, enter, in_one_line, remove
from tui.desk.contact_moments import read
from tui.desk.desk import Desk
from tui.desk.names_in_plan import names_of
from tui.keys import CLOSING_LINE_KEYS, bindings
from tui.messages import ReadBackAsked, TalkResumed
from tui.screens.talk.talk_line_page import TalkLinePage
from tui.widgets.capture_line import CaptureLine
from tui.widgets.closing_rows import ClosingRows
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined
from tui.widgets.talk_head import TalkHead
from tui.words.closing import badge_words, refusal_words
from tui.words.reading import reading_words


class ClosingScreen(TalkLinePage):
    """Left for the read-back once nothing is missing, by setting aside, or back to the board."""

    HERE = ("who", "longer", "read_back", "last_year", "aside", "onward", "undo")
    SHOWN = ("aside", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("read back")}
    LINE = CLOSING_LINE_KEYS
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, talk: Talk) -> None:
        """Close this talk: begin with what is missing."""
        super().__init__(desk, t, talk)
        self._cursor = Cursor().at_missing(talk)

    def page(self) -> ComposeResult:
        """Yield head, rows, what is missing, the live reading, and the line."""
        yield TalkHead(self.desk, self.t, self.t("agreements"))
        with VerticalScroll(id="rows", can_focus=False):
            yield ClosingRows(self.desk, self.t)
        yield Static(id="missing", markup=False)
        yield Static(id="reading", markup=False)
        yield CaptureLine()

    def on_mount(self) -> None:
        draft = self.desk.draft(self.talk)
        if draft is not None and draft.place.startswith("closing/"):
            self._cursor = Cursor.from_place(draft.place, self.talk)
            self.line.put_back(draft.text)
        self.show()

    # -- showing ---------------------------------------------------------------
    def show(self) -> None:
        """Show the rows, what is missing, where the line lands and what it says so far."""
        talk = self.talk
        cursor = self._cursor = self._cursor.within(talk)
        self.query_one(TalkHead).talk = talk
        rows = self.query_one(ClosingRows)
        rows.show(talk, cursor)
        missing = self.query_one("#missing", Static)
        missing.update(joined(self._standing(talk)))
        missing.set_class(bool(talk.missing()), "-missing")
        self.line.badge = badge_words(cursor, self.t)
        self._read_live(self.line.text)

    def _standing(self, talk: Talk) -> str:
        """What is still missing, or that this is all."""
        if missing := talk.missing():
            return missing_words(missing, self.t)
        return self.t("Complete. F9 reads it back.")

    def _read_live(self, text: str) -> None:
        """What the half-typed plan line says so far."""
        line = in_one_line(text.strip()) if self._cursor.on_plan else ""
        words = (
            reading_words(read(line, self.talk, self.desk), self.talk, self.desk.school, self.t)
            if line
            else ()
        )
        self.query_one("#reading", Static).update(joined(*words))

    # -- the line ----------------------------------------------------------------
    def place(self) -> str:
        """Return the row, as a draft remembers it."""
        return self._cursor.place

    def typed(self, text: str) -> None:
        """Keep the half-typed line and read it."""
        super().typed(text)
        self._read_live(text)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        outcome = self._enter(event.text)
        if outcome.refusal is None:
            self.hush()
        self.show_soon()

    def _enter(self, text: str) -> Outcome:
        """Do with the line what the row is for; a line that does not land stays, with the reason."""
        outcome = enter(text, self._cursor, self.talk_id, self.desk, yes=self.t("yes"))
        self._cursor = outcome.cursor
        if outcome.refusal is not None:
            self.line.put_back(text)
            self.say(refusal_words(outcome.refusal, outcome.cursor, self.t))
        elif outcome.line:
            self.line.put_back(outcome.line)
        return outcome

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        if event.steps > 0 and self._cursor.on_plan:
            names = names_of(self.talk, self.desk.school)
            if more := complete(self.line.text, self.line.cursor, self.desk.year, names):
                self.line.insert(more)

    def on_capture_line_remove_asked(self) -> None:
        if remove(self._cursor, self.talk, self.desk):
            self._cursor = replace(self._cursor, row=PLAN)
            self.show_soon()
            self.say(self.t("Removed. ctrl+z brings it back."))

    def on_capture_line_let_go(self) -> None:
        if (above := self._cursor.let_go()) is not None:
            self._cursor = above
            self.show_soon()
        elif not self.line.text:
            self.post_message(TalkResumed(self.talk_id))

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        self._cursor = self._cursor.stepped(-event.steps, self.talk)
        self.show_soon()

    def on_capture_line_sidestepped(self, event: CaptureLine.Sidestepped) -> None:
        self._cursor = self._cursor.beside(event.steps)
        self.show_soon()

    # -- keys ----------------------------------------------------------------------
    def leave(self, text: str) -> None:
        """Go on to the read-back; or say what is missing and go there. A half-typed line is taken along."""
        if text and self._enter(text).refusal is not None:
            self.show_soon()
            return
        talk = self.talk
        if missing := talk.missing():
            self._cursor = self._cursor.at_missing(talk)
            self.say(missing_words(missing, self.t))
        else:
            self.post_message(ReadBackAsked(self.talk_id))
        self.show_soon()

    def action_undo(self) -> None:
        last = self.desk.day.last_step(self.talk_id)
        if last is not None and last.name in BOARD_STEPS:
            # what was said before stands on the board, and is undone there
            self.say(self.t("The last change was on the board; esc goes there."))
            return
        self._cursor = replace(self._cursor, row=PLAN, part=None, changing="")
        super().action_undo()

    def line_of(self, step: Step) -> str:
        """Return a plan line as it is typed here, without the sign it has on the board."""
        return step.line.removeprefix("!").strip()

    def action_last_year(self) -> None:
        # on the line, to be changed; when there were more moments, the next one each time
        if self.line.text or (found := self.last_year()) is None:
            return
        here = {moment.text for moment in self.talk.plan.moments}
        lines = [moment.text for moment in found.plan.moments if moment.text not in here]
        self._cursor = replace(self._cursor, row=PLAN)
        self.show_soon()
        self.line.put_back(next(iter(lines), ""))
