"""What is done with the chosen point by a command: let it go along to another talk, or be gone for good."""

from __future__ import annotations

from store.domain.people import Voice
from store.files.errors import FilesError
from tui.desk.board_line import Target, go_along, text_of
from tui.desk.setup.held_until import held_until
from tui.desk.year.other_talks import may_go_along
from tui.screens.talk.board_page import BoardPage
from tui.screens.talk.gone_for_good import GoneScreen
from tui.words.deletion import backups_words
from tui.words.file_errors import file_words


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
        talk, chosen = self.talk, self._target.chosen
        if not chosen:
            self.say(self.t("Choose a point or agreement first, with ↑."))
            return
        words = backups_words(
            *held_until(self.desk.repository, talk.pupil.id, self.desk.local().date()), self.t
        )

        def go(sure: bool | None) -> None:
            if not sure:
                return
            try:
                self.desk.forget_record(talk, chosen)
            except FilesError as error:
                self.say(file_words(error, self.t))
            else:
                self._target = Target(self._target.speaker)
                self.say(self.t("Gone for good. {backups}", backups=words))

        self.app.push_screen(GoneScreen(text_of(chosen, talk), words, self.t), go)
