"""The state letters of the day: not come, cancelled, another time, a family more, undo."""

from __future__ import annotations

from datetime import datetime, time

from store.domain.plan import WhenKind
from store.domain.talk import Talk, TalkState
from store.domain.undo import StepName
from store.export.wording import day_short
from store.files.errors import FilesError
from store.planline.read import read_when
from tui.desk.family_line import planned
from tui.screens.ask import AskScreen
from tui.screens.page import Page
from tui.words.file_errors import file_words
from tui.words.undo import undone_words


class TalkStateKeys(Page):
    """A page on which one talk is chosen and the state letters work."""

    def chosen(self) -> Talk | None:
        """The talk the letters work on."""
        return None

    def action_not_come(self) -> None:
        """Not come; pressed again: called or visited; and once more: not called after all."""
        if (talk := self._open_to_letters()) is None:
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
        """The talk does not take place."""
        if (talk := self._open_to_letters()) is not None:
            self.desk.do(StepName.CANCELLED, talk.cancel())
            self.say(self.t("Cancelled. u takes that back."))

    def _open_to_letters(self) -> Talk | None:
        """The chosen talk, unless the family has sat at the table already; then that is said."""
        talk = self.chosen()
        if talk is not None and talk.sittings:
            self.say(self.t("This talk was begun already; Enter opens it."))
            return None
        return talk

    def action_undo(self) -> None:
        """The last step back, in words."""
        self.say(undone_words(self.desk.undo(self.undo_within(), letters=True), self.t))

    def undo_within(self) -> Talk | None:
        """The only talk undo may touch here; None for all of the day."""
        return None

    def action_later(self) -> None:
        """Another time, or another day."""
        if (talk := self.chosen()) is None or talk.state in (TalkState.RUNNING, TalkState.FINISHED):
            return

        def move(answer: str | None) -> None:
            if answer and (start := self._moment(answer, talk)):
                try:
                    self.desk.move(talk, start)
                except FilesError as error:
                    self.say(file_words(error, self.t))
                    return
                self.say(self._moved_words(talk, start))

        self.app.push_screen(
            AskScreen(
                self.t("To what time?"),
                self.t("16:20, or with a day: 27-8 15:40"),
                lambda answer: "" if self._moment(answer, talk) else self._no_moment(),
                self.t,
            ),
            move,
        )

    def _moved_words(self, talk: Talk, start: datetime) -> str:
        """Where a talk is now; on another day undo does not reach it, and the same key does."""
        day = start.date()
        elsewhere = day != self.desk.day.date
        time = f"{start:%H:%M}"
        said = (
            self.t("Moved to {day} {time}.", day=day_short(day, self.t, year=False), time=time)
            if elsewhere
            else self.t("Moved to {time}.", time=time)
        )
        if any(each.overlapping(talk.move(start)) for each in self.desk.readable([day])):
            return said + " " + self.t("Mind: there is another talk then.")
        return said + " " + self.t("On that day l moves it back.") if elsewhere else said

    def action_more(self) -> None:
        """One family more: a name, perhaps a time in front, parents after a comma."""

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

    def _moment(self, answer: str, talk: Talk) -> datetime | None:
        """Where a talk is moved to: a time, a day, or both; what was not said stays as it is."""
        when = read_when(answer, self.desk.day.date, self.desk.year)
        if when.kind is WhenKind.DATETIME:
            return when.datetime
        if when.kind is WhenKind.DATE and when.date:
            return datetime.combine(when.date, talk.slot.start.time())
        if when.kind is WhenKind.INCOMPLETE and when.time:
            return datetime.combine(talk.slot.start.date(), time.fromisoformat(when.time))
        return None

    def _no_moment(self) -> str:
        return self.t("That is not a time; type 16:20, or a day and a time: 27-8 15:40.")
