"""What a family sends before its talk, pasted on the day or asked for: looked at, and made points of."""

from __future__ import annotations

from collections.abc import Sequence

from textual.events import Paste

from store.domain.people import Speaker, Voice
from store.domain.talk import OVER, Talk
from store.domain.undo import StepName
from tui.desk.kinds.points_beforehand import pasted
from tui.desk.talk.board_line import bring_in
from tui.desk.talk.names_in_plan import names_of
from tui.desk.typing.half_answer import HalfAnswer
from tui.screens.ask import AskScreen
from tui.screens.day.chosen_talk import ChosenTalk


class BeforehandKey(ChosenTalk):
    """A page on which what is pasted becomes points of the chosen talk."""

    def on_paste(self, event: Paste) -> None:
        """Take what was pasted for what the family of the chosen talk sent."""
        self._look_at_points(event.text)

    def action_beforehand(self) -> None:
        """Ask for what the family of the chosen talk sent, to paste or to type."""
        talk = self.chosen()
        if self._is_over(talk):
            return
        question = self.t("What did they send? Each line becomes a point.")
        hint = self.t("a mail or a note, pasted or typed")
        half = HalfAnswer(self.desk, f"beforehand/{talk.id if talk else self.desk.day.date}")
        ask = AskScreen(question, hint, lambda _: "", self.t, several=True, half=half)
        self.app.push_screen(ask, lambda text: self._look_at_points(text or ""))

    def _is_over(self, talk: Talk | None) -> bool:
        """Whether nothing can be sent for a talk any more; then that is said, before it is typed."""
        over = talk is not None and talk.state in OVER
        if over:
            self.say(self.t("This talk is over; points go on the agenda of one that is still to come."))
        return over

    def _look_at_points(self, text: str) -> None:
        """Show what would become points of the chosen talk, before any does."""
        from tui.screens.talk.pasted_points import PastedPointsScreen

        talk = self.chosen()
        if talk is None or not text.strip() or self._is_over(talk):
            return
        found = pasted(text, names_of(talk, self.desk.school))
        if not found.points:
            return

        def land(taken: tuple[Speaker, Sequence[str]] | None) -> None:
            if taken is not None and (now := self.desk.day.talk(talk.id)) is not None:
                whose, points = taken
                bring_in(points, whose, now, self.desk, beforehand=True, step=StepName.SENT)
                said = self.t.n(
                    "{count} point is on the agenda.", "{count} points are on the agenda.", len(points)
                )
                self.say(self.t("{what} u takes that back.", what=said))

        self.app.push_screen(PastedPointsScreen(found, Speaker(Voice.CARER), talk, self.desk, self.t), land)
