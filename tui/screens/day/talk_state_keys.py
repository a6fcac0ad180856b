"""The keys that change the state of a talk: not come, cancelled."""

from __future__ import annotations

from store.domain.talk import TalkState
from store.domain.undo import StepName
from tui.screens.day.chosen_talk import ChosenTalk


class TalkStateKeys(ChosenTalk):
    """A page on which one talk is chosen, and keys change its state."""

    def action_not_come(self) -> None:
        # pressed again: called or visited
        if (talk := self.not_begun()) is None:
            return
        if talk.state is not TalkState.NOT_COME:
            self.desk.do(StepName.NOT_COME, talk.not_come())
            self.say(
                self.t("They did not come. The summary reminds you to call or visit; n again when you have.")
            )
        elif not talk.followed_up:
            self.desk.do(StepName.FOLLOWED_UP, talk.follow_up())
            self.say(self.t("Called or visited: noted."))
        else:
            self.say(self.t("Already noted as called or visited."))

    def action_cancelled(self) -> None:
        if (talk := self.not_begun()) is None:
            return
        if talk.state is TalkState.CANCELLED:
            self.say(self.t("Already noted as cancelled."))
        else:
            self.desk.do(StepName.CANCELLED, talk.cancel())
            self.say(self.t("Cancelled. u takes that back."))
