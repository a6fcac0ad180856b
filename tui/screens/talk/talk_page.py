"""What the talk and its closing share: one talk, its line, setting aside, undo, who is here, read-back."""

from __future__ import annotations

from store.domain.last_year import last_talk
from store.domain.people import Presence
from store.domain.talk import Talk
from store.domain.undo import Step, StepName
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.year_days import earlier_days
from tui.messages import TalkSetAside
from tui.screens.page import Page
from tui.screens.talk.more_minutes import MinutesScreen
from tui.screens.talk.read_back import ReadBackScreen
from tui.screens.talk.who import WhoScreen
from tui.widgets.capture_line import CaptureLine
from tui.words.undo import undone_words

ADDITIONS = {
    StepName.POINT_ADDED,
    StepName.NOTE_ADDED,
    StepName.AGREEMENT_ADDED,
    StepName.MOMENT_ADDED,
}
"""The steps whose text comes back to the line when they are undone."""


class TalkPage(Page):
    """A page about one talk, with the capture line on it."""

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

    @property
    def line(self) -> CaptureLine:
        """The one line to type in."""
        return self.query_one(CaptureLine)

    def place(self) -> str:
        """Where the half-typed line would land, for its draft."""
        return ""

    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        """Keep the half-typed line."""
        self.desk.type(self.talk, self.place(), event.text)

    def leave(self, text: str) -> None:
        """Go on to what comes next, taking the half-typed line along."""

    def on_capture_line_left(self, event: CaptureLine.Left) -> None:
        """F9 on the line."""
        self.leave(event.text)

    def action_onward(self) -> None:
        """Onward, from the palette."""
        self.leave(self.line.take())

    def action_undo(self) -> None:
        """The last step back; an addition's text comes back to the line."""
        step = self.desk.undo(self.talk)
        if step is not None and step.name in ADDITIONS:
            line = self.line_of(step)
            self.line.put_back(f"{line}\n" if self.line.text else line)
        self.say(undone_words(step, self.t))

    def line_of(self, step: Step) -> str:
        """The text of an undone addition, as it is typed on this screen."""
        return step.line

    def action_aside(self) -> None:
        """Stop for now."""
        self.post_message(TalkSetAside(self.talk_id))

    def action_who(self) -> None:
        """Who sits at the table."""

        def seat(presence: Presence | None) -> None:
            if presence is not None:
                self.desk.do(StepName.PRESENCE_CHANGED, self.talk.seat(presence))

        self.app.push_screen(WhoScreen(self.talk, self.t), seat)

    def action_longer(self) -> None:
        """Some minutes more."""

        def lengthen(minutes: int | None) -> None:
            if minutes:
                self.desk.more_time(self.talk, minutes)
                self.say(self.t.n("{count} minute more.", "{count} minutes more.", minutes))

        if self.talk.sitting is not None:
            self.app.push_screen(MinutesScreen(self.t), lengthen)

    def last_year(self) -> Talk | None:
        """Last year's talk with this family; says so when there is none."""
        found = last_talk(self.talk, earlier_days(self.desk))
        if found is None:
            self.say(self.t("There is no plan of last year for this family."))
        return found

    def action_last_year(self) -> None:
        """Last year's agreements."""
        if (found := self.last_year()) is not None:
            self.app.push_screen(ReadBackScreen(found, self.desk.school, self.t))

    def action_read_back(self) -> None:
        """Exactly what pupil and parents will get."""
        self.app.push_screen(ReadBackScreen(self.talk, self.desk.school, self.t))
