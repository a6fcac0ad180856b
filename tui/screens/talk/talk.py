"""The talk: who is here and the clock on top, the reverse agenda, and one line that is always ready."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.domain.people import Voice
from store.domain.talk import Talk, TalkState
from store.domain.undo import Step, StepName
from store.export.wording import voice_words
from store.language import Translator, mark
from tui.desk.board_line import AGREEMENT, Target, enter, moment_reading, remove, text_of, turn
from tui.desk.desk import Desk
from tui.desk.questions import Questions
from tui.keys import LINE_KEYS, bindings
from tui.messages import CardAsked, ClosingAsked
from tui.screens.talk.talk_line_page import TalkLinePage
from tui.widgets.agenda_board import AgendaBoard
from tui.widgets.capture_line import CaptureLine
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal
from tui.widgets.talk_head import TalkHead


class TalkScreen(TalkLinePage):
    """The board of one talk: while it runs, or with the clock off to prepare it."""

    HERE = ("question", "who", "longer", "read_back", "last_year", "aside", "onward", "undo")
    SHOWN = ("question", "aside", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("agreements")}
    LINE = LINE_KEYS
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, talk: Talk, questions: Questions) -> None:
        """Show the board of this talk; a talk that is not running is prepared."""
        super().__init__(desk, t, talk)
        self.preparing = talk.state is not TalkState.RUNNING
        self._target = Target(Voice.TEACHER if self.preparing else Voice.PUPIL)
        self._questions = questions

    def page(self) -> ComposeResult:
        """Yield head, board, the line kept free for a question, and the capture line."""
        yield TalkHead(self.desk, self.t, self.t("preparation") if self.preparing else "")
        yield AgendaBoard(self.desk, self.t)
        yield Static(id="question", markup=False)
        yield CaptureLine()

    def on_mount(self) -> None:
        draft = self.desk.draft(self.talk)
        if draft is not None and not draft.place.startswith("closing"):
            self._target = Target.from_place(draft.place)
            self.line.put_back(draft.text)
        if self.preparing:
            hint = self.t("Your own points, a sincere compliment, what the parents sent.")
            self.query_one("#question", Static).update(literal(hint, "$quiet"))
        self.show()

    def place(self) -> str:
        """Return where the line lands, as a draft remembers it."""
        return self._target.place

    def show(self) -> None:
        """Show the talk, what is chosen of it, and where the line lands."""
        talk, target = self.talk, self._target
        if target.chosen and not text_of(target.chosen, talk):
            self._target = target = Target(target.voice)
        self.query_one(TalkHead).talk = talk
        board = self.query_one(AgendaBoard)
        board.talk = talk
        board.selected = target.chosen
        self.line.badge = self._badge(talk)

    def _badge(self, talk: Talk) -> str:
        """Where the next line lands, in words."""
        text, target = self.line.text, self._target
        if target.changing:
            return self.t("change")
        if moment_reading(text, talk, self.desk) is not None:
            return self.t("contact moment")
        if text.startswith(AGREEMENT):
            return self.t("agreement")
        return self.t("note") if target.chosen else voice_words(target.voice, talk, self.t)

    # -- the line ------------------------------------------------------------
    def typed(self, text: str) -> None:
        """Keep the half-typed line, and say where it will land."""
        super().typed(text)
        self.line.badge = self._badge(self.talk)

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        if event.text == AGREEMENT:
            self.say(self.t("Type the agreement behind the exclamation mark."))
            self.line.put_back(event.text)
        elif event.text:
            self._land(event.text)

    def _land(self, text: str) -> None:
        """Put a line on the board; then nothing is chosen and no question is open."""
        target, self._target = self._target, Target(self._target.voice)
        enter(text, target, self.talk, self.desk)
        self._question("")
        self.show_soon()

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        # with a point chosen and nothing typed the point itself moves
        target = self._target
        if target.chosen and not event.typed and turn(target.chosen, event.steps, self.talk, self.desk):
            return
        self._target = Target(target.voice.next(event.steps), changing=target.changing)
        self.show_soon()

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        if not self._target.changing:
            self._target = self._target.climbed(event.steps, self.talk)
            self.show_soon()

    def on_capture_line_sidestepped(self, event: CaptureLine.Sidestepped) -> None:
        # → changes what is chosen, ← its last note
        chosen = self._target.chosen
        if event.steps < 0:
            point = self.talk.point(chosen)
            chosen = point.notes[-1].id if point and point.notes else ""
        if chosen:
            self._target = Target(self._target.voice, self._target.chosen, changing=chosen)
            self.line.put_back(text_of(chosen, self.talk))
            self.show_soon()

    def on_capture_line_remove_asked(self) -> None:
        if self._target.chosen and remove(self._target.chosen, self.talk, self.desk):
            self.say(self.t("Removed. ctrl+z brings it back."))

    def on_capture_line_let_go(self) -> None:
        # one layer away: the change, the choice, the question; never text
        target = self._target
        if target.changing:
            if self.line.text == text_of(target.changing, self.talk):
                self.line.clear()
            self._target = Target(target.voice, target.chosen)
        elif target.chosen:
            self._target = Target(target.voice)
        elif self._questions.open:
            self._question("")
        elif self.preparing:
            self.post_message(CardAsked(self.talk_id))
        self.show_soon()

    # -- keys ------------------------------------------------------------------
    def action_question(self) -> None:
        self._question(self._questions.draw(self._target.voice, self.talk, self.desk.day.date, self.t))

    def _question(self, text: str) -> None:
        if not text and self._questions.open:
            self._questions.close()
        line = joined((self.t("at hand") + "  ", "$quiet"), text) if text else literal("")
        self.query_one("#question", Static).update(line)

    def line_of(self, step: Step) -> str:
        """Return a contact moment of the closing behind the sign it has here."""
        if step.name is StepName.MOMENT_ADDED and not step.line.startswith(AGREEMENT):
            return f"{AGREEMENT} {step.line}"
        return step.line

    def leave(self, text: str) -> None:
        """Let the half-typed line land; then go on to the agreements, or back to the card."""
        if text and text != AGREEMENT:
            self._land(text)
        self.post_message(CardAsked(self.talk_id) if self.preparing else ClosingAsked(self.talk_id))

    def action_aside(self) -> None:
        if self.preparing:
            self.post_message(CardAsked(self.talk_id))
        else:
            super().action_aside()
