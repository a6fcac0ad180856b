"""What all keys about the board need to know: where the next line lands, and which question is open."""

from __future__ import annotations

from store.domain.people import Speaker, Voice
from store.domain.talk import Talk, TalkState
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.kinds.questions import Questions
from tui.desk.talk.board_line import Target, first_speaker
from tui.screens.talk.talk_line_page import TalkLinePage


class BoardPage(TalkLinePage):
    """A page with the board of one talk: while it runs, or with the clock off to prepare it."""

    def __init__(self, desk: Desk, t: Translator, talk: Talk, questions: Questions) -> None:
        """Show this talk, with the back-up questions for it; one that is not running is prepared."""
        super().__init__(desk, t, talk)
        self.preparing = talk.state is not TalkState.RUNNING
        self._target = Target(Speaker(Voice.TEACHER) if self.preparing else first_speaker(talk))
        """Where the next line lands, and what is chosen on the board."""
        self._questions = questions
        self._asked = ""
        """The question above the line."""
        self._slip = ""
        """The id of the prepared point above the line."""

    def show_above_line(self) -> None:
        """Show what stands above the line."""
