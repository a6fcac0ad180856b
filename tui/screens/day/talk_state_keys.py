"""The keys that change the state of a talk: not come, cancelled, another time, a family more, undo."""

from __future__ import annotations

from store.domain.siblings import not_joined
from store.domain.talk import Talk, TalkState
from store.domain.undo import Scope, StepName
from store.export.wording import first_names_words
from store.files.errors import FilesError
from tui.desk.family_line import planned
from tui.desk.find_child import likely_sibling, named_sibling
from tui.desk.move_talk import is_taken, typed_start
from tui.keys import KEYS
from tui.screens.ask import AskScreen
from tui.screens.page import Page
from tui.words.file_errors import file_words
from tui.words.move_talk import moved_words
from tui.words.siblings import HALF_TYPED, NOT_JOINED
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

    def action_siblings(self) -> None:
        # in one talk, or each in a talk again: nothing is joined that nobody asked for
        if (talk := self._not_begun()) is None:
            return
        if talk.siblings:
            self._take_apart(talk)
        elif (other := likely_sibling(talk, self.desk)) is not None:
            self._join(talk, other)
        else:
            self._ask_sibling(talk)

    def _ask_sibling(self, talk: Talk) -> None:
        def join(answer: str | None) -> None:
            if answer and (other := named_sibling(answer, talk, self.desk)) is not None:
                self._join(talk, other)

        def wrong(answer: str) -> str:
            other = named_sibling(answer, talk, self.desk)
            return "" if other else self.t("Not one child of this day; type more of the name.")

        hint = self.t("the other child's first letters")
        self.app.push_screen(AskScreen(self.t("Together with whom?"), hint, wrong, self.t), join)

    def _join(self, talk: Talk, other: Talk) -> None:
        if reason := not_joined(talk, other):
            self.say(self.t(NOT_JOINED[reason]))
        elif self._half_typed(talk, other):
            self.say(self.t(HALF_TYPED))
        else:
            self.desk.join(talk, other)
            names = first_names_words((*talk.pupils, *other.pupils), self.t)
            self.say(self.t("{names}: one talk. u takes that back.", names=names))

    def _half_typed(self, *talks: Talk) -> bool:
        """Whether a line of one of these was never entered: it would have no place any more."""
        return any(self.desk.draft(talk) is not None for talk in talks)

    def _take_apart(self, talk: Talk) -> None:
        if self._half_typed(talk):
            self.say(self.t(HALF_TYPED))
            return
        self.desk.take_apart(talk)
        names = first_names_words(talk.pupils, self.t)
        said = self.t("{names}: a talk each. u takes that back.", names=names)
        parts = [each for each in self.desk.day.talks if each.about([pupil.id for pupil in talk.pupils])]
        if any(is_taken(each, each.slot.start, self.desk) for each in parts):
            said += " " + self.t("Mind: there is another talk then.")
        self.say(said)

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
