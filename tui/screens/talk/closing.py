"""The closing: a plan made together, the information moment, what stays; then it is read back."""

from __future__ import annotations

from typing import ClassVar

from store.domain.undo import Step
from store.export.wording import missing_words
from store.language import mark
from store.planline.read import complete
from store.planline.reading import Reading
from tui.desk.closing_line import (
    BOARD_STEPS,
    NO,
    PLAN,
    RowKind,
    arrange,
    change,
    correct,
    drop,
    inform,
    leave,
    plan,
    replan,
    where,
)
from tui.desk.names_in_plan import names_of
from tui.keys import CLOSING_LINE_KEYS, bindings
from tui.messages import TalkFinished, TalkResumed
from tui.screens.talk.closing_view import ClosingView
from tui.widgets.capture_line import CaptureLine
from tui.widgets.closing_rows import PART_LABELS
from tui.widgets.line_input import LineInput


class ClosingScreen(ClosingView):
    """Left by finishing, by setting aside, or back to the board; finished only with a plan."""

    HERE = ("who", "longer", "read_back", "last_year", "aside", "onward", "undo")
    SHOWN = ("read_back", "aside", "onward", "curtain")
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("done")}
    LINE = CLOSING_LINE_KEYS
    BINDINGS = bindings(HERE)

    # -- the line --------------------------------------------------------------
    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        """Keep the half-typed line and read it."""
        super().on_capture_line_typed(event)
        self._read_live()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        """Enter does what the row is for; a good line goes on to what is still missing."""
        if self._enter(event.text):
            self._refused = ""
            self.hush()
        else:
            self.line.put_back(event.text)
        self._show()

    def _enter(self, text: str) -> bool:
        """Whether the line landed, or there was none; else the reason stands on the screen."""
        row, talk = self._row, self.talk
        match row.kind:
            case RowKind.PLAN:
                return self._plan(text) if text else self._go_on()
            case RowKind.MOMENT:
                return self._moment(text)
            case RowKind.INFORMATION:
                if not text:
                    return self._go_on() if talk.information else True
                inform(text, talk, self.desk)
                return self._go_on()
            case RowKind.LEFT:
                leave(row.record, text, talk, self.desk)
                return True
        if arrange(row.kind, text, talk, self.desk, yes=self.t("yes")):
            return True
        self.say(self.t("That is nobody who is invited here; Enter alone chooses."))
        return False

    def _plan(self, text: str) -> bool:
        if text == NO:
            return self._no_more()
        reading = self._reading(text)
        if not self._good(reading):
            return False
        plan(reading, self.talk, self.desk, as_typed=not reading.ok)
        return self._go_on()

    def _good(self, reading: Reading) -> bool:
        """Whether the line can be read, or was entered a second time as it is."""
        if reading.ok or self._refused == reading.line:
            return True
        self._refused = reading.line
        self.say(self.t("Enter again keeps it as typed, date to be set."))
        return False

    def _no_more(self) -> bool:
        """A dash says no: to one more moment that is fine, to a plan it can't be said."""
        if self.talk.plan.moments:
            return self._go_on()
        self.say(self.t("A plan needs a word: 'mail if needed' is enough."))
        return False

    def _moment(self, text: str) -> bool:
        """A part corrected in place, or the whole line typed anew."""
        moment = next(each for each in self.talk.plan.moments if each.id == self._row.record)
        if not text:
            self._changing, self._part = moment.id, None
            self.line.put_back(moment.text)
            return True
        if self._part is None and not self._changing:
            return self._plan(text)
        if self._part is None:
            reading = self._reading(text)
            if not self._good(reading):
                return False
            replan(reading, moment.id, self.talk, self.desk, as_typed=not reading.ok)
        elif (corrected := correct(self._part, text, moment, self.talk, self.desk)) is not None:
            change(corrected, self.talk, self.desk, text)
        else:
            self.say(self.t("That could not be read as: {part}.", part=self.t(PART_LABELS[self._part])))
            return False
        return self._go_on()

    def _go_on(self) -> bool:
        """To the first row that still needs something; else the plan line, with the read-back shown."""
        missing = self.talk.missing()
        self._row, self._part = where(missing[0], self.talk) if missing else (PLAN, None)
        self._changing = ""
        self._read_back = not missing
        return True

    def on_capture_line_turned(self, event: CaptureLine.Turned) -> None:
        """Tab only completes."""
        if event.steps > 0 and self._on_plan:
            names = names_of(self.talk, self.desk.school)
            if more := complete(self.line.text, self.line.cursor, self.desk.year, names):
                self.line.insert(more)

    def on_capture_line_remove_asked(self) -> None:
        """Remove the moment, or take the answer back."""
        if drop(self._row, self.talk, self.desk):
            self._row = PLAN
            self._show()
            self.say(self.t("Removed. ctrl+z brings it back."))

    def on_capture_line_let_go(self) -> None:
        """One layer away: a correction, the read-back; then back to the board. Never text."""
        if self._changing or self._part is not None:
            self._changing, self._part = "", None
        elif self._read_back:
            self._read_back = False
        elif not self.line.text:
            self.post_message(TalkResumed(self.talk_id))
        self._show()

    def action_undo(self) -> None:
        """The last step back, when it was made here; what was said before stands on the board."""
        last = self.desk.day.last_step(self.talk_id)
        if last is not None and last.name in BOARD_STEPS:
            self.say(self.t("The last change was on the board; esc goes there."))
            return
        self._row, self._part, self._changing = PLAN, None, ""
        super().action_undo()

    def line_of(self, step: Step) -> str:
        """A plan line as it is typed here, without the sign it has on the board."""
        return step.line.removeprefix("!").strip()

    # -- keys --------------------------------------------------------------------
    def leave(self, text: str) -> None:
        """Finish; or say what is missing and go there. A half-typed line is taken along."""
        if text and not self._enter(text):
            self.line.put_back(text)
            self._show()
            return
        if missing := self.talk.missing():
            self._row, self._part = where(missing[0], self.talk)
            self._read_back = False
            self.say(missing_words(missing, self.t))
            self._show()
        elif self._read_back and not text:
            self.post_message(TalkFinished(self.talk_id))
            return
        else:
            self._read_back, self._row = True, PLAN
            self._show()

    def action_last_year(self) -> None:
        """Last year's line, on the line; when there were more, the next one each time."""
        if self.line.text or (found := self.last_year()) is None:
            return
        here = {moment.text for moment in self.talk.plan.moments}
        lines = [moment.text for moment in found.plan.moments if moment.text not in here]
        self._row, self._read_back = PLAN, False
        self._show()
        self.line.put_back(next(iter(lines), ""))
