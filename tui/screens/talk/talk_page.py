"""What all pages about one talk share: setting aside, who is here, more minutes."""

from __future__ import annotations

from typing import ClassVar

from store.domain.people import Presence
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.messages import TalkSetAside
from tui.screens.page import Page
from tui.screens.talk.more_minutes import MinutesScreen
from tui.screens.talk.who_is_here import WhoScreen
from tui.words.clock import over_words


class TalkPage(Page):
    """A page about one talk."""

    CSS_PATH = "talk.tcss"

    SHORT: ClassVar[dict[str, str]] = {"aside": mark("aside"), "curtain": mark("cover")}

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse minutes more where no clock runs."""
        refused = action == "longer" and self.desk.countdown(self.talk) is None
        return not refused and super().check_action(action, parameters)

    def action_aside(self) -> None:
        self.post_message(TalkSetAside(self.talk_id))

    def action_who(self) -> None:
        def seat(presence: Presence | None) -> None:
            if presence is not None:
                self.desk.do(StepName.PRESENCE_CHANGED, self.talk.seat(presence))

        self.app.push_screen(WhoScreen(self.talk, self.t), seat)

    def action_longer(self) -> None:
        def lengthen(minutes: int | None) -> None:
            if minutes is None:
                return
            self.desk.more_time(self.talk, minutes)
            more = self.t.n("{count} minute more.", "{count} minutes more.", minutes)
            self.say(more if minutes else self.t("No more minutes than planned."))

        if (clock := self.desk.countdown(self.talk)) is not None:
            told = (*self.about_part(), over_words(clock, self.desk.now(), self.t))
            self.app.push_screen(MinutesScreen(tuple(filter(None, told)), self.t), lengthen)

    def about_part(self) -> tuple[str, ...]:
        """Return what is good to know of the part of the talk that is now."""
        return ()
