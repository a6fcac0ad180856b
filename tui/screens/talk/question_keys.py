"""The keys that help a talk on: a back-up question, cards, what the part of the talk asks for."""

from __future__ import annotations

from functools import cached_property

from store.domain.people import Voice
from store.domain.talk import Occasion
from store.domain.timer import Phase
from tui.desk.kinds.occasions import occasion_of
from tui.desk.kinds.phases import part_now, themes_ahead
from tui.desk.talk.board_line import Target, bring_in, first_speaker
from tui.screens.talk.board_page import BoardPage
from tui.words.course import course_words


class QuestionKeys(BoardPage):
    """A board above whose line a question can stand."""

    @cached_property
    def _occasion(self) -> Occasion:
        """The occasion of the talk, which stays what it was when a question was first asked."""
        return occasion_of(self.talk, self.desk)

    def action_question(self) -> None:
        if self._questions.chooses_cards(self.line.text):
            self._give_way()
            self._question("")
            self.action_quality_cards()
            return
        talk, late = self.talk, self._is_late()
        letters = self.line.text if self._questions.chooses(self.line.text) else ""
        asked = self._questions.draw(
            self._target.speaker,
            talk,
            self.desk.day.date,
            self.t,
            late=late,
            ahead=self._ahead(),
            letters=letters,
            occasion=self._occasion,
        )
        self._question(asked)
        if letters:
            self._give_way()

    def _give_way(self) -> None:
        """Let letters of a theme stay, in case they begin a line; what is typed next takes their place."""
        self.line.serve()
        self.desk.half_typed.type(self.talk, self.place(), "")

    def _question(self, text: str) -> None:
        if not text and self._questions.open:
            self._questions.close()
        self._asked = text
        self._slip = ""
        self.show_above_line()

    def action_quality_cards(self) -> None:
        """Lay the cards on the table; one that is taken is a point, and what it asks for goes under it."""
        from tui.screens.talk.quality_cards import QualityCardsScreen, Taken

        if (cards := self._questions.cards(self.talk)) is None:
            self.say(self.t("The cards can't be read; 'startgesprek check' says more."))
            return

        def land(taken: Taken | None) -> None:
            if taken is None:
                return
            talk, whose = self.talk, taken.speaker
            words, early = taken.text, self.preparing
            point_id = bring_in((words,), whose, talk, self.desk, words, beforehand=early)
            self._target = Target(whose, point_id)
            self._asked = taken.question
            self.line.clear()
            self.show_soon()

        speaker = self._target.speaker
        if self.preparing and speaker.voice is Voice.TEACHER:
            speaker = first_speaker(self.talk)
        self.app.push_screen(QualityCardsScreen(cards, self.talk, speaker, self.desk, self.t), land)

    def about_part(self) -> tuple[str, ...]:
        """Return the line of advice for the part of the talk that is now."""
        if (clock := self.desk.countdown(self.talk)) is None:
            return ()
        part = part_now(self._questions.deck(self.talk), self.talk, clock, self.desk.now())
        return (f"{part.title} · {part.advice}",) if part else ()

    def action_course(self) -> None:
        from tui.screens.preview import PreviewScreen

        deck = self._questions.deck(self.talk)
        if deck is not None:
            text = course_words(deck, self.talk.slot.minutes, self.t)
            self.app.push_screen(PreviewScreen(text, self.t))

    def _is_late(self) -> bool:
        """Whether the last minutes have come."""
        clock = self.desk.countdown(self.talk)
        return clock is not None and clock.phase(self.desk.now()) is not Phase.AMPLE

    def _ahead(self) -> frozenset[str]:
        """The themes of parts of the talk that are still far off."""
        clock, deck = self.desk.countdown(self.talk), self._questions.deck(self.talk)
        return themes_ahead(deck, self.talk, clock, self.desk.now()) if clock and deck else frozenset()
