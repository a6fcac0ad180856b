"""The key that gives a talk another time, day or length: what is asked, what it will do, and doing it."""

from __future__ import annotations

from store.domain.talk import Talk, TalkState
from store.domain.timetable.other_times import Refused
from store.export.wording.people import first_names_words
from store.files.errors import FilesError
from store.language import mark
from tui.desk.kinds.format_line import read_format_line
from tui.desk.planning.family_line import next_free
from tui.desk.planning.timetable_line import Elsewhere, TimetableLine, do, outcome, read_timetable_line
from tui.desk.typing.half_answer import HalfAnswer
from tui.keys import KEYS
from tui.screens.ask import AskScreen, Live
from tui.screens.day.chosen_talk import ChosenTalk
from tui.words.file_errors import file_words
from tui.words.planning.timetable import outcome_words, refused_words

EXAMPLES = (
    mark("13:40 · 10 min later · tomorrow 14:00 · +10 · 30 min"),
    mark("pause 10 · no pause · swap · swap Bram"),
    mark("interpreter · apart 14:20 Peter: a talk for each parent"),
    mark("rest behind it: all after it move along"),
)
"""What the line that gives a talk another time takes."""


class MoveTalkKey(ChosenTalk):
    """A page on which one talk is chosen, and a key gives it another time."""

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

    def _outcome_words(self, line: TimetableLine, talk: Talk) -> str:
        return outcome_words(line, outcome(line, talk, self.desk), talk, self.sight())

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
