"""The keys that change the state of a talk: not come, cancelled, another time, a family more, undo."""

from __future__ import annotations

from store.domain.talk import Talk, TalkState
from store.domain.undo import Scope, StepName
from store.files.errors import FilesError
from tui.desk.family_line import planned
from tui.desk.move_talk import typed_start
from tui.keys import KEYS
from tui.screens.ask import AskScreen
from tui.screens.page import Page
from tui.words.file_errors import file_words
from tui.words.move_talk import moved_words
from tui.words.undo import redone_words, undone_words


class TalkStateKeys(Page):
    """A page on which one talk is chosen, and keys change its state."""

    def chosen(self) -> Talk | None:
        """Return the talk the state keys work on."""
        return None

    def action_not_come(self) -> None:
        # pressed again: called or visited
        if (talk := self._not_begun()) is None:
            return
        if talk.state is not TalkState.NOT_COME:
            self.desk.do(StepName.NOT_COME, talk.not_come())
            self.say(self.t("Not come. The summary reminds you to call or visit; n again when you did."))
        elif not talk.followed_up:
            self.desk.do(StepName.FOLLOWED_UP, talk.follow_up())
            self.say(self.t("Called or visited: noted."))
        else:
            self.say(self.t("Already noted as called or visited."))

    def action_cancelled(self) -> None:
        if (talk := self._not_begun()) is not None:
            self.desk.do(StepName.CANCELLED, talk.cancel())
            self.say(self.t("Cancelled. u takes that back."))

    def _not_begun(self) -> Talk | None:
        """The chosen talk, unless the family has sat at the table already; then that is said."""
        talk = self.chosen()
        if talk is not None and talk.sittings:
            self.say(self.t("This talk was begun already; Enter opens it."))
            return None
        return talk

    def action_undo(self) -> None:
        step = self.desk.undo(self.undo_within(), Scope.STATE)
        self.say(undone_words(step, KEYS["redo_letter"].shown, self.t))

    def action_redo(self) -> None:
        self.say(redone_words(self.desk.redo(self.undo_within(), Scope.STATE), self.t))

    def undo_within(self) -> Talk | None:
        """Return the only talk undo and redo may touch here; None for all of the day."""
        return None

    def action_later(self) -> None:
        if (talk := self.chosen()) is None or talk.state in (TalkState.RUNNING, TalkState.FINISHED):
            return

        def move(answer: str | None) -> None:
            if answer and (start := typed_start(answer, talk, self.desk)):
                try:
                    self.desk.move(talk, start)
                except FilesError as error:
                    self.say(file_words(error, self.t))
                    return
                self.say(moved_words(talk, start, self.desk, self.t))

        self.app.push_screen(
            AskScreen(
                self.t("To what time?"),
                self.t("16:20, or with a day: 27-8 15:40"),
                lambda answer: "" if typed_start(answer, talk, self.desk) else self._no_moment(),
                self.t,
            ),
            move,
        )

    def action_more(self) -> None:
        # a name, perhaps a time in front, parents after a comma
        def add(answer: str | None) -> None:
            if answer:
                self._add_family(answer)

        self.app.push_screen(
            AskScreen(
                self.t("One family more"),
                self.t("16:20 first name last name, parent, parent"),
                lambda answer: "" if answer.partition(",")[0].strip() else self.t("Type the child's name."),
                self.t,
            ),
            add,
        )

    def _add_family(self, answer: str) -> None:
        talk = planned(answer, self.desk)
        self.desk.add(talk)
        self.say(self.t("{time}: a talk more. u takes that back.", time=f"{talk.slot.start:%H:%M}"))

    def _no_moment(self) -> str:
        return self.t("That is not a time; type 16:20, or a day and a time: 27-8 15:40.")
