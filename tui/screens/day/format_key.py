"""The key that says what kind of talk it is: of one slot, or of the whole day."""

from __future__ import annotations

from store.domain.talk import Talk
from store.domain.timetable.other_times import Rearranged, Refused
from store.domain.undo import StepName
from store.export.wording.people import first_names_words
from store.language import mark
from tui.desk.kinds.format_line import FormatLine, outcome, read_format_line
from tui.desk.kinds.occasions import Ground
from tui.desk.planning import arrange_day
from tui.desk.typing.half_answer import HalfAnswer
from tui.keys import KEYS
from tui.screens.ask import AskScreen, Live
from tui.screens.day.chosen_talk import ChosenTalk
from tui.words.planning.format_line import (
    format_words,
    format_wrong_words,
    joined_words,
    kind_words,
    kinds_rows,
    reason_words,
)
from tui.words.planning.timetable import refused_words

EXAMPLES = (
    mark("whole day behind it: all that are still to come"),
    mark("rest: the others move on · 40: so many minutes"),
    mark("home: and why there · school · same class · joined"),
)
"""What else the line takes that says what kind of talk it is; each fits on a line of its own."""


class FormatKey(ChosenTalk):
    """A page on which one talk is chosen, and a key says what kind of talk that is."""

    def ground(self, talk: Talk) -> Ground | None:
        """Return by what it is known that the pupil of a talk joined; None where nothing tells so."""
        return None

    def action_format(self) -> None:
        if (talk := self.chosen()) is None:
            return
        desk, decks, t = self.desk, self.desk.decks, self.t

        def read(answer: str) -> FormatLine:
            return read_format_line(answer, decks, t.language)

        def become(answer: str | None) -> None:
            if answer:
                self._become(read(answer), talk)

        def told(answer: str) -> str:
            line = read(answer)
            return self._told(line, talk) if line.says else ""

        def wrong(answer: str) -> str:
            line = read(answer)
            if words := format_wrong_words(line, decks, t):
                # what names no kind may be the reason that is asked for
                return ("" if line.decks else reason_words(talk, t)) or words
            found = outcome(line, talk, desk, t.language)
            return refused_words(found, t) if isinstance(found, Refused) else ""

        ground = self.ground(talk)
        known = (joined_words(talk, ground, desk, t),) if ground else ()
        kind = t("Now: {kind}.", kind=kind_words(talk, desk.school, t, joined=ground is not None))
        now = " ".join(filter(None, (kind, reason_words(talk, t))))
        live = Live(told, examples=(now, *known, *kinds_rows(decks, t), *map(t, EXAMPLES)))
        name, time = first_names_words(talk.pupils, t), f"{talk.slot.start:%H:%M}"
        question = t("{name}, {time}: what kind of talk is it?", name=name, time=time)
        half = HalfAnswer(desk, f"kind/{talk.id}")
        self.app.push_screen(
            AskScreen(question, t("the first letters"), wrong, t, half=half, live=live), become
        )

    def _told(self, line: FormatLine, talk: Talk, key: str = "") -> str:
        found = outcome(line, talk, self.desk, self.t.language)
        joined = self.ground(talk) is not None
        return format_words(line, found, self.desk, self.t, joined=joined, key=key)

    def _become(self, line: FormatLine, talk: Talk) -> None:
        said = self._told(line, talk, KEYS["format"].shown)
        found = outcome(line, talk, self.desk, self.t.language)
        if isinstance(found, Rearranged):
            arrange_day.rearrange(StepName.FORMAT, found, self.desk)
            self.say(self.t("{what} u takes that back.", what=said))
