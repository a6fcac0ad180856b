"""The keys that change the state of a talk: not come, cancelled, another time, a family more, undo."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from store.domain.day import SchoolDay
from store.domain.talk import Talk, TalkState
from store.domain.timetable.other_times import Refused
from store.domain.undo import Scope, Step, StepName
from store.export.wording.people import first_names_words
from store.files.errors import FilesError
from store.language import mark
from tui.desk.kinds.format_line import read_format_line
from tui.desk.planning.family_line import completed, next_free, planned
from tui.desk.planning.timetable_line import Elsewhere, TimetableLine, do, outcome, read_timetable_line
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.year_days import group_progress
from tui.keys import KEYS
from tui.screens.ask import AskScreen, Live
from tui.screens.page import Page
from tui.words.file_errors import file_words
from tui.words.planning.family_line import family_wrong_words, planned_words
from tui.words.planning.timetable import Sight, outcome_words, refused_words
from tui.words.undo import redone_words, undone_words

EXAMPLES = (
    mark("13:40 · tomorrow 14:00 · +10 · -5 · 30 min"),
    mark("pause 10 · no pause · swap · swap Bram"),
    mark("interpreter · apart 14:20 Peter: a talk for each parent"),
    mark("with rest behind it: all after it move along"),
)
"""What the line that gives a talk another time takes."""


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

    def action_later(self) -> None:
        talk = self.chosen()
        if talk is None or talk.state in (TalkState.RUNNING, TalkState.FINISHED):
            return

        def move(answer: str | None) -> None:
            if answer and (line := read_timetable_line(answer, talk, self.desk)):
                self._rearrange(line, talk)

        def told(answer: str) -> str:
            line = read_timetable_line(answer, talk, self.desk)
            return self._outcome_words(line, talk) if line else ""

        def wrong(answer: str) -> str:
            if (line := read_timetable_line(answer, talk, self.desk)) is None:
                other = read_format_line(answer, self.desk.decks, self.t.language)
                if other.says and other.minutes is None:
                    key = KEYS["format"].shown
                    return self.t("Where it is and what kind of talk: the key {key} on the day.", key=key)
                return self.t("Type a time, perhaps with a day: 13:40, or tomorrow 14:00.")
            found = outcome(line, talk, self.desk)
            return refused_words(found, self.t) if isinstance(found, Refused) else ""

        name = first_names_words(talk.pupils, self.t)
        self.app.push_screen(
            AskScreen(
                self.t("Another time for {name}, {time}", name=name, time=f"{talk.slot.start:%H:%M}"),
                f"{next_free(self.desk):%H:%M}",
                wrong,
                self.t,
                live=Live(told, examples=tuple(map(self.t, EXAMPLES))),
                half=HalfAnswer(self.desk, f"later/{talk.id}"),
            ),
            move,
        )

    def _sight(self) -> Sight:
        return Sight(self.desk, self.t, others=self.NAMES_OTHERS)

    def _outcome_words(self, line: TimetableLine, talk: Talk) -> str:
        return outcome_words(line, outcome(line, talk, self.desk), talk, self._sight())

    def _rearrange(self, line: TimetableLine, talk: Talk) -> None:
        """Do what the line says, and say what it did."""
        found = outcome(line, talk, self.desk)
        said = self._outcome_words(line, talk)
        try:
            do(line, found, talk, self.desk)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            if isinstance(found, Elsewhere):
                said = f"{first_names_words(talk.pupils, self.t)}: {said}"
            self.say(self.t("{what} u takes that back.", what=said))

    def action_more(self) -> None:
        # a name, perhaps a time in front, parents after a comma
        desk, t, start = self.desk, self.t, next_free(self.desk)
        without = group_progress(desk).without_talk if self.NAMES_OTHERS else ()

        def add(answer: str | None) -> None:
            if answer:
                self._add_family(answer, start)

        def told(answer: str) -> str:
            known = answer.strip() and not wrong(answer)
            return planned_words(planned(answer, desk, start), self._sight()) if known else ""

        def wrong(answer: str) -> str:
            return family_wrong_words(answer, desk, start, t)

        def ending(answer: str) -> str:
            if answer.strip():
                return completed(answer, desk)
            return without[0].full_name if without else ""

        hint = without[0].full_name if without else t("first name last name")
        example = t("14:20 Noor Hoekstra, Wietske Hoekstra · tomorrow 9:00 Noor")
        live = Live(told, ending if self.NAMES_OTHERS else None, (example,))
        half = HalfAnswer(desk, f"more/{desk.day.date}")
        self.app.push_screen(
            AskScreen(t("One family more"), f"{start:%H:%M} {hint}", wrong, t, live=live, half=half), add
        )

    def _add_family(self, answer: str, start: datetime) -> None:
        """Plan the family on its day, and show it there."""
        talk = planned(answer, self.desk, start)
        said = planned_words(talk, self._sight())
        try:
            self.desk.add(talk)
            self.show_planned(talk)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(self.t("{what} u takes that back.", what=said))

    def show_planned(self, talk: Talk) -> None:
        """Show a talk that was planned just now, where there is room for it."""
