"""The key that makes one talk of two children's talks, and two talks of one again."""

from __future__ import annotations

from store.domain.siblings import not_joined
from store.domain.talk import OVER, Talk
from store.domain.undo import Scope, StepName
from store.export.wording.days import day_short
from store.export.wording.people import first_names_words
from tui.desk import way_back
from tui.desk.find_child import find_child, likely_sibling, named_sibling
from tui.desk.planning import arrange_day
from tui.desk.planning.timetable_line import met
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.year_days import days_of_this_year
from tui.screens.ask import AskScreen
from tui.screens.day.chosen_talk import ChosenTalk
from tui.words.planning.siblings import HALF_TYPED, NOT_JOINED


class SiblingKeys(ChosenTalk):
    """A page on which one talk is chosen, and a key joins it with a sibling's or takes them apart."""

    def action_siblings(self) -> None:
        # in one talk, or each in a talk again: nothing is joined that nobody asked for
        if (talk := self.not_begun()) is None:
            return
        if talk.siblings and self._joined_last(talk):
            self._as_they_were(talk)
        elif talk.siblings:
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
            if named_sibling(answer, talk, self.desk):
                return ""
            elsewhere = self._elsewhere(answer)
            return elsewhere or self.t("That is not one child of this day; type more of the name.")

        question, hint = self.t("Together with whom?"), self.t("the other child's first letters")
        half = HalfAnswer(self.desk, f"together/{talk.id}")
        self.app.push_screen(AskScreen(question, hint, wrong, self.t, half=half), join)

    def _elsewhere(self, letters: str) -> str:
        """Say on which other day the talk of a child is; nothing where others may read it."""
        others = days_of_this_year(self.desk) if self.NAMES_OTHERS else ()
        for day in others:
            found = find_child(letters, day) if day.date != self.desk.day.date else None
            if isinstance(found, Talk) and found.state not in OVER:
                names, on = first_names_words(found.pupils, self.t), day_short(day.date, self.t, year=False)
                return self.t(
                    "The talk of {names} is on {day}: put it on this day first.", names=names, day=on
                )
        return ""

    def _join(self, talk: Talk, other: Talk) -> None:
        if reason := not_joined(talk, other):
            self.say(self.t(NOT_JOINED[reason]))
        elif self._half_typed(talk, other):
            self.say(self.t(HALF_TYPED))
        else:
            arrange_day.join(talk, other, self.desk)
            names = first_names_words((*talk.pupils, *other.pupils), self.t)
            self.say(self.t("{names}: one talk. u takes that back.", names=names))

    def _half_typed(self, *talks: Talk) -> bool:
        """Whether a line of one of these was never entered: it would have no place any more."""
        return any(self.desk.half_typed.of(talk) is not None for talk in talks)

    def _joined_last(self, talk: Talk) -> bool:
        """Whether joining this talk is what was done last on the day."""
        step = self.desk.day.last_step(scope=Scope.STATE)
        return step is not None and step.name is StepName.JOINED and step.talk == talk.id

    def _as_they_were(self, talk: Talk) -> None:
        """Take back that a talk was joined: each child has the time that it had."""
        way_back.undo(self.desk, scope=Scope.STATE)
        names = first_names_words(talk.pupils, self.t)
        self.say(self.t("{names}: a talk each again, as it was.", names=names))

    def _take_apart(self, talk: Talk) -> None:
        if self._half_typed(talk):
            self.say(self.t(HALF_TYPED))
            return
        arrange_day.take_apart(talk, self.desk)
        names = first_names_words(talk.pupils, self.t)
        said = self.t("{names}: a talk each. u takes that back.", names=names)
        parts = [each for each in self.desk.day.talks if each.about([pupil.id for pupil in talk.pupils])]
        if any(met(each, self.desk) for each in parts):
            said += " " + self.t("Note: there is another talk at that time.")
        self.say(said)
