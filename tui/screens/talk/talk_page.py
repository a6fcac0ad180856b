"""What all pages about one talk share: setting aside, who is here, more minutes."""

from __future__ import annotations

from typing import ClassVar

from store.domain.people import Presence
from store.domain.talk import Talk
from store.domain.undo import Step, StepName
from store.domain.year.standing import with_what_was_held
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.talk import course
from tui.desk.talk.begin_talk import seated
from tui.desk.year_days import held_since
from tui.messages import TalkSetAside
from tui.screens.page import Page
from tui.screens.talk.more_minutes import MinutesScreen
from tui.screens.talk.who_is_here import WhoScreen
from tui.words.clock import over_words
from tui.words.undo import undone_minutes_words


class TalkPage(Page):
    """A page about one talk."""

    CSS_PATH = "talk.tcss"

    SHORT: ClassVar[dict[str, str]] = {"aside": mark("aside"), "curtain": mark("cover")}

    def __init__(self, desk: Desk, t: Translator, talk: Talk) -> None:
        """Stand at the table of this talk."""
        super().__init__(desk, t)
        self.talk_id = talk.id
        self._held = held_since(talk, desk)
        self._lengthened: list[tuple[Step | None, int]] = []
        """The last step before minutes were added here, and how many were."""

    @property
    def talk(self) -> Talk:
        """The talk as it is now."""
        return self.desk.talk(self.talk_id)

    @property
    def talk_as_it_went(self) -> Talk:
        """The talk with what was held of its plan since it was finished before, in talks of their own."""
        return with_what_was_held(self.talk, self._held)

    def show_soon(self) -> None:
        """Show what changed; a talk that has left the day stays on the screen as it was."""
        if self.desk.day.talk(self.talk_id) is not None:
            super().show_soon()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse minutes more where no clock runs."""
        refused = action == "longer" and self.desk.countdown(self.talk) is None
        return not refused and super().check_action(action, parameters)

    def action_aside(self) -> None:
        self.post_message(TalkSetAside(self.talk_id))

    def action_who(self) -> None:
        def seat(presence: Presence | None) -> None:
            if presence not in (None, self.talk.presence):
                self.desk.do(StepName.PRESENCE_CHANGED, self.talk.seat(presence))

        def done(presence: Presence | None) -> None:
            # who was named stays, however the sheet was left
            seat(seated(self.talk, presence or self.talk.presence, self.desk))

        self.app.push_screen(WhoScreen(self.talk, self.desk, self.t, seat), done)

    def action_longer(self) -> None:
        def lengthen(minutes: int | None) -> None:
            if minutes is None:
                return
            self._give(minutes)
            more = self.t.n("{count} minute more.", "{count} minutes more.", minutes)
            self.say(more if minutes else self.t("No more minutes than planned."))

        if (clock := self.desk.countdown(self.talk)) is not None:
            told = (*self.about_part(), over_words(clock, self.desk.now(), self.t))
            self.app.push_screen(MinutesScreen(tuple(filter(None, told)), self.t), lengthen)

    def _give(self, minutes: int) -> None:
        """Give the talk so many minutes more, with 0 none any more, and remember it for undo."""
        before = self._extra_minutes
        course.more_time(self.talk, minutes, self.desk)
        if change := self._extra_minutes - before:
            self._lengthened.append((self.desk.day.last_step(self.talk_id), change))

    @property
    def _extra_minutes(self) -> int:
        return self.talk.sitting.extra_minutes if self.talk.sitting else 0

    def takes_minutes_back(self) -> bool:
        """Undo minutes that were added or taken off, where that was the last that was done."""
        if not self._lengthened or self._lengthened[-1][0] != self.desk.day.last_step(self.talk_id):
            return False
        _, change = self._lengthened.pop()
        course.more_time(self.talk, -change, self.desk)
        self.say(undone_minutes_words(change, self.t))
        return True

    def about_part(self) -> tuple[str, ...]:
        """Return what is good to know of the part of the talk that is now."""
        return ()
