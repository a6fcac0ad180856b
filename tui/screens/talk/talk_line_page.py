"""What the board and the closing share: the line that is kept half-typed, undo, the letter behind a key."""

from __future__ import annotations

from store.domain.siblings import sheets
from store.domain.talk import Talk
from store.domain.undo import Step
from store.domain.year.last_year import last_talk
from store.domain.year.standing import days_with_what_was_held
from tui.desk import way_back
from tui.desk.year.follow_up import plans_so_far, sheets_so_far
from tui.desk.year_days import earlier_days
from tui.keys import KEYS
from tui.screens.line_page import LinePage
from tui.screens.talk.letter import LetterScreen
from tui.screens.talk.talk_page import TalkPage
from tui.words.undo import redone_words, undone_words


class TalkLinePage(TalkPage, LinePage):
    """A page about one talk with a line to type on."""

    def place(self) -> str:
        """Return where the half-typed line would land, for its draft."""
        return ""

    def typed(self, text: str) -> None:
        """Keep the half-typed line."""
        self.desk.half_typed.type(self.talk, self.place(), text)

    def action_undo(self) -> None:
        if not self.takes_minutes_back():
            self.undo_step()

    def undo_step(self) -> None:
        """Take the last step back, with its text on the line again where that is free."""
        line, step = "", self.desk.day.last_step(self.talk_id)
        free = step is not None and self._is_free()
        if step is not None and free:
            line = self.line_of(step)
            self.stand_at(step)
        step = way_back.undo(self.desk, self.talk, place=self.place(), line=line)
        self.say(undone_words(step, KEYS["redo"].shown, self.t))
        if free:
            # what stood there is what the undo before this one put there: it is among what can be done again
            self.line.put(line)

    def action_redo(self) -> None:
        again = self.desk.day.last_undone(self.talk_id)
        on_the_line = again is not None and self.line.text == self.line_of(again)
        self.say(redone_words(way_back.redo(self.desk, self.talk), self.t))
        if on_the_line:
            self.line.clear()

    def _is_free(self) -> bool:
        """Whether the line is empty, or holds only what the last undo put there."""
        undone = self.desk.day.last_undone(self.talk_id)
        return not self.line.text or (undone is not None and self.line.text == self.line_of(undone))

    def line_of(self, step: Step) -> str:
        """Return the text of an undone addition, as it is typed on this screen; empty when it is none."""
        return ""

    def stand_at(self, step: Step) -> None:
        """Let the line land where that of this step did."""

    def last_year(self) -> tuple[Talk, ...]:
        """Return last year's talk with this family, for each of the children; say so when there is none.

        Of a talk that follows from an earlier one it is that one, and what came since: the plan so far.
        """
        if before := sheets_so_far(self.talk, self.desk):
            return before
        days = days_with_what_was_held(earlier_days(self.desk))
        found = tuple(talk for sheet in sheets(self.talk) if (talk := last_talk(sheet, days)) is not None)
        if not found:
            self.say(self.t("There is no plan of last year for this family."))
        return found

    def action_last_year(self) -> None:
        if found := self.last_year():
            self.app.push_screen(LetterScreen(found, self.desk.school, self.t))

    def action_read_back(self) -> None:
        so_far = plans_so_far(self.talk, self.desk)
        self.app.push_screen(LetterScreen(sheets(self.talk_as_it_went), self.desk.school, self.t, so_far))
