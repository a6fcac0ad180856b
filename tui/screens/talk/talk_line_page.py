"""What the board and the closing share: the line that is kept half-typed, undo, the letter behind a key."""

from __future__ import annotations

from store.domain.last_year import last_talk
from store.domain.talk import Talk
from store.domain.undo import Step, StepName
from tui.desk.year_days import earlier_days
from tui.screens.line_page import LinePage
from tui.screens.talk.letter import LetterScreen
from tui.screens.talk.talk_page import TalkPage
from tui.words.undo import undone_words

ADDITIONS = {
    StepName.POINT_ADDED,
    StepName.NOTE_ADDED,
    StepName.AGREEMENT_ADDED,
    StepName.MOMENT_ADDED,
}
"""The steps whose text comes back to the line when they are undone."""


class TalkLinePage(TalkPage, LinePage):
    """A page about one talk with a line to type on."""

    def place(self) -> str:
        """Return where the half-typed line would land, for its draft."""
        return ""

    def typed(self, text: str) -> None:
        """Keep the half-typed line."""
        self.desk.type(self.talk, self.place(), text)

    def action_undo(self) -> None:
        step = self.desk.undo(self.talk)
        if step is not None and step.name in ADDITIONS:
            line = self.line_of(step)
            self.line.put_back(f"{line}\n" if self.line.text else line)
        self.say(undone_words(step, self.t))

    def line_of(self, step: Step) -> str:
        """Return the text of an undone addition, as it is typed on this screen."""
        return step.line

    def last_year(self) -> Talk | None:
        """Return last year's talk with this family; say so when there is none."""
        found = last_talk(self.talk, earlier_days(self.desk))
        if found is None:
            self.say(self.t("There is no plan of last year for this family."))
        return found

    def action_last_year(self) -> None:
        if (found := self.last_year()) is not None:
            self.app.push_screen(LetterScreen(found, self.desk.school, self.t))

    def action_read_back(self) -> None:
        self.app.push_screen(LetterScreen(self.talk, self.desk.school, self.t))
