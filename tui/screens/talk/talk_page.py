"""What the board and the closing share: one talk, setting aside, undo, who is here, read-back."""

from __future__ import annotations

from store.domain.last_year import last_talk
from store.domain.people import Presence
from store.domain.talk import Talk
from store.domain.undo import Step, StepName
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.year_days import earlier_days
from tui.messages import TalkSetAside
from tui.screens.line_page import LinePage
from tui.screens.talk.more_minutes import MinutesScreen
from tui.screens.talk.read_back import ReadBackScreen
from tui.screens.talk.who_is_here import WhoScreen
from tui.words.undo import undone_words

ADDITIONS = {
    StepName.POINT_ADDED,
    StepName.NOTE_ADDED,
    StepName.AGREEMENT_ADDED,
    StepName.MOMENT_ADDED,
}
"""The steps whose text comes back to the line when they are undone."""


class TalkPage(LinePage):
    """A page about one talk."""

    CSS_PATH = "talk.tcss"

    def __init__(self, desk: Desk, t: Translator, talk: Talk) -> None:
        """Stand at the table of this talk."""
        super().__init__(desk, t)
        self.talk_id = talk.id

    @property
    def talk(self) -> Talk:
        """The talk as it is now."""
        talk = self.desk.day.talk(self.talk_id)
        if talk is None:
            raise LookupError(self.talk_id)
        return talk

    def show_soon(self) -> None:
        """Show what changed; a talk that has left the day stays on the screen as it was."""
        if self.desk.day.talk(self.talk_id) is not None:
            super().show_soon()

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

    def action_aside(self) -> None:
        self.post_message(TalkSetAside(self.talk_id))

    def action_who(self) -> None:
        def seat(presence: Presence | None) -> None:
            if presence is not None:
                self.desk.do(StepName.PRESENCE_CHANGED, self.talk.seat(presence))

        self.app.push_screen(WhoScreen(self.talk, self.t), seat)

    def action_longer(self) -> None:
        def lengthen(minutes: int | None) -> None:
            if minutes:
                self.desk.more_time(self.talk, minutes)
                self.say(self.t.n("{count} minute more.", "{count} minutes more.", minutes))

        if self.talk.sitting is not None:
            self.app.push_screen(MinutesScreen(self.t), lengthen)

    def last_year(self) -> Talk | None:
        """Return last year's talk with this family; say so when there is none."""
        found = last_talk(self.talk, earlier_days(self.desk))
        if found is None:
            self.say(self.t("There is no plan of last year for this family."))
        return found

    def action_last_year(self) -> None:
        if (found := self.last_year()) is not None:
            self.app.push_screen(ReadBackScreen(found, self.desk.school, self.t))

    def action_read_back(self) -> None:
        self.app.push_screen(ReadBackScreen(self.talk, self.desk.school, self.t))
