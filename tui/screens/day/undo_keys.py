"""The keys that take back, and do again, what was done to the talks of a day."""

from __future__ import annotations

from typing import ClassVar

from store.domain.day import SchoolDay
from store.domain.talk import Talk
from store.domain.undo import Scope, Step
from store.export.wording.people import first_names_words
from store.files.errors import FilesError
from tui.desk import way_back
from tui.keys import KEYS
from tui.screens.day.chosen_talk import ChosenTalk
from tui.words.file_errors import file_words
from tui.words.undo import redone_words, undone_words


class UndoKeys(ChosenTalk):
    """A page on which keys undo and redo steps of the day; of one talk only, where that is said."""

    REDO: ClassVar[str] = "redo_letter"
    """The key that is named as the one that brings it back."""

    def undo_within(self) -> Talk | None:
        """Return the only talk undo and redo may touch here; None for all of the day."""
        return None

    def action_undo(self) -> None:
        before = self.desk.day
        try:
            step = way_back.undo(self.desk, self.undo_within(), Scope.STATE)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(self._undone(step, before))
            self.show_step(step)

    def action_redo(self) -> None:
        before = self.desk.day
        try:
            step = way_back.redo(self.desk, self.undo_within(), Scope.STATE)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(redone_words(step, self.t, self._whose(step, before)))
            self.show_step(step)

    def show_step(self, step: Step | None) -> None:
        """Show where a step was about that was undone or done again, where more than one talk stands."""

    def _undone(self, step: Step | None, before: SchoolDay) -> str:
        """What undo did; where it did nothing about a talk that has begun, where that is undone."""
        talk = self.undo_within() or self.chosen()
        if step is None and talk is not None and talk.sittings:
            return self.t("This talk has begun: what was done in it is undone there. Enter opens it.")
        return undone_words(step, KEYS[self.REDO].shown, self.t, self._whose(step, before))

    def _whose(self, step: Step | None, before: SchoolDay) -> str:
        """Whose talk a step was about, as the day is now or was `before`; empty where no other is named."""
        if step is None or not self.NAMES_OTHERS:
            return ""
        talk = self.desk.day.talk(step.talk) or before.talk(step.talk)
        return first_names_words(talk.pupils, self.t) if talk else ""
