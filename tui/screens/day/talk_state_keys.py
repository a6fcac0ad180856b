"""The keys that change the state of a talk: not come, cancelled, undo."""

from __future__ import annotations

from typing import ClassVar

from store.domain.day import SchoolDay
from store.domain.talk import Talk, TalkState
from store.domain.undo import Scope, Step, StepName
from store.export.wording.people import first_names_words
from store.files.errors import FilesError
from tui.keys import KEYS
from tui.screens.page import Page
from tui.words.file_errors import file_words
from tui.words.undo import redone_words, undone_words


class TalkStateKeys(Page):
    """A page on which one talk is chosen, and keys change its state."""

    NAMES_OTHERS: ClassVar[bool] = False
    """Whether other children than the chosen one may be named here: a family may look on."""

    def chosen(self) -> Talk | None:
        """Return the talk the state keys work on."""
        return None

    def action_not_come(self) -> None:
        # pressed again: called or visited
        if (talk := self._not_begun()) is None:
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
        if (talk := self._not_begun()) is None:
            return
        if talk.state is TalkState.CANCELLED:
            self.say(self.t("Already noted as cancelled."))
        else:
            self.desk.do(StepName.CANCELLED, talk.cancel())
            self.say(self.t("Cancelled. u takes that back."))

    def _not_begun(self) -> Talk | None:
        """The chosen talk, unless the family has sat at the table already; then that is said."""
        talk = self.chosen()
        if talk is not None and talk.sittings:
            self.say(self.t("This talk has already begun; Enter opens it."))
            return None
        return talk

    def action_undo(self) -> None:
        before = self.desk.day
        try:
            step = self.desk.undo(self.undo_within(), Scope.STATE)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            whose = self._whose(step, before)
            self.say(undone_words(step, KEYS["redo_letter"].shown, self.t, whose))

    def _whose(self, step: Step | None, before: SchoolDay) -> str:
        """Whose talk a step was about, as the day is now or was `before`; empty where no other is named."""
        if step is None or not self.NAMES_OTHERS:
            return ""
        talk = self.desk.day.talk(step.talk) or before.talk(step.talk)
        return first_names_words(talk.pupils, self.t) if talk else ""

    def action_redo(self) -> None:
        before = self.desk.day
        try:
            step = self.desk.redo(self.undo_within(), Scope.STATE)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(redone_words(step, self.t, self._whose(step, before)))

    def undo_within(self) -> Talk | None:
        """Return the only talk undo and redo may touch here; None for all of the day."""
        return None
