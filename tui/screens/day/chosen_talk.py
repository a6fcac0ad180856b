"""What all keys about one talk need to know: which talk that is, and whether others may be named."""

from __future__ import annotations

from typing import ClassVar

from store.domain.talk import Talk
from tui.screens.page import Page
from tui.words.planning.timetable import Sight


class ChosenTalk(Page):
    """A page on which one talk is chosen."""

    NAMES_OTHERS: ClassVar[bool] = False
    """Whether other children than the chosen one may be named here: a family may look on."""

    def chosen(self) -> Talk | None:
        """Return the talk that the keys are about; None where none is chosen."""
        return None

    def not_begun(self) -> Talk | None:
        """Return the chosen talk, unless its family has sat at the table already; then that is said."""
        talk = self.chosen()
        if talk is not None and talk.sittings:
            self.say(self.t("This talk has already begun; Enter opens it."))
            return None
        return talk

    def sight(self) -> Sight:
        """Return what may be told here of the talks of the day."""
        return Sight(self.desk, self.t, others=self.NAMES_OTHERS)
