"""What is done with the chosen point by a command: let it go along to another talk, or be gone for good."""

from __future__ import annotations

from store.domain.people import Voice
from tui.desk.talk.board_line import Target, go_along, text_of
from tui.desk.talk.let_go import without_record
from tui.desk.year.other_talks import may_go_along
from tui.screens.talk.board_page import BoardPage
from tui.screens.talk.gone_for_good import let_go_for_good


class ChosenPointKeys(BoardPage):
    """A board on which a point can be chosen, with commands about that alone."""

    def action_along(self) -> None:
        """Note that the pupil lets the chosen point go along to the other parent's talk, or not after all."""
        t, point = self.t, self.talk.point(self._target.chosen)
        if point is None or point.voice is not Voice.PUPIL:
            self.say(t("Choose a point of the pupil first, with ↑."))
        elif not may_go_along(self.talk, self.desk):
            self.say(t("All parents belong to this talk already."))
        elif go_along(point.id, self.talk, self.desk):
            self.say(t("May go along: on the agenda of the talk with the other parent."))
        else:
            self.say(t("It stays in this talk."))

    def action_gone_for_good(self) -> None:
        if not (chosen := self._target.chosen):
            self.say(self.t("Choose a point or agreement first, with ↑."))
            return

        def let_go() -> None:
            self._target = Target(self._target.speaker)

        let_go_for_good(text_of(chosen, self.talk), lambda talk: without_record(talk, chosen), self, let_go)
