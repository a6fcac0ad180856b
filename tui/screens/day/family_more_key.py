"""The key that plans one family more."""

from __future__ import annotations

from datetime import datetime

from store.domain.talk import Talk
from store.files.errors import FilesError
from tui.desk.planning import arrange_day
from tui.desk.planning.family_line import completed, next_free, planned
from tui.desk.typing.half_answer import HalfAnswer
from tui.desk.year_days import group_progress
from tui.screens.ask import AskScreen, Live
from tui.screens.day.chosen_talk import ChosenTalk
from tui.words.file_errors import file_words
from tui.words.planning.family_line import family_wrong_words, planned_words


class FamilyMoreKey(ChosenTalk):
    """A page on which a key plans one family more."""

    def action_more(self) -> None:
        # a name, perhaps a time in front, parents after a comma
        desk, t, start = self.desk, self.t, next_free(self.desk)
        without = group_progress(desk).without_talk if self.NAMES_OTHERS else ()

        def add(answer: str | None) -> None:
            if answer:
                self._add_family(answer, start)

        def told(answer: str) -> str:
            known = answer.strip() and not wrong(answer)
            return planned_words(self._planned(answer, start), self.sight()) if known else ""

        def wrong(answer: str) -> str:
            return family_wrong_words(answer, desk, start, t)

        def ending(answer: str) -> str:
            if answer.strip():
                return completed(answer, desk)
            return without[0].full_name if without else ""

        hint = without[0].full_name if without else t("first name last name")
        example = t("14:20 first name last name, parent · tomorrow 9:00 first name")
        live = Live(told, ending if self.NAMES_OTHERS else None, (example,))
        half = HalfAnswer(desk, f"more/{desk.day.date}")
        self.app.push_screen(
            AskScreen(t("One family more"), f"{start:%H:%M} {hint}", wrong, t, live=live, half=half), add
        )

    def _planned(self, answer: str, start: datetime) -> Talk:
        return planned(answer, self.desk, start, begun=self.NAMES_OTHERS)

    def _add_family(self, answer: str, start: datetime) -> None:
        """Plan the family on its day, and show it there."""
        talk = self._planned(answer, start)
        said = planned_words(talk, self.sight())
        try:
            arrange_day.add(talk, self.desk)
            self.show_planned(talk)
        except FilesError as error:
            self.say(file_words(error, self.t))
        else:
            self.say(self.t("{what} u takes that back.", what=said))

    def show_planned(self, talk: Talk) -> None:
        """Show a talk that was planned just now, where there is room for it."""
