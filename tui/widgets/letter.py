"""The letter to a family, as it is read back: it begins at its top, and scrolls by the page."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.school import School
from store.domain.talk import Talk
from store.export.letter import letter_lines
from store.export.telling import IN_FULL, Telling
from store.language import Translator
from tui.widgets.paper import Paper, PaperScroll


class Letter(PaperScroll, can_focus=False):
    """Shows the letter of a talk: in full sentences, or told in another way."""

    def __init__(self, school: School, t: Translator, *, classes: str | None = None) -> None:
        """Write letters of this school, in this language."""
        super().__init__(classes=classes)
        self._school = school
        self._t = t
        self._talk: Talk | None = None
        self._so_far: Sequence[Talk] = ()
        self.telling = IN_FULL
        """The way it is told in; see `tell_as`."""

    def show(self, talk: Talk, so_far: Sequence[Talk] = ()) -> None:
        """Show the letter of this talk as it now is; it stays where it was scrolled to.

        `so_far` are the talks before one that is held of their plans.
        """
        self._talk, self._so_far = talk, so_far
        self.query_one(Paper).lines = letter_lines(talk, self._school, self._t, self.telling, so_far=so_far)

    def begin(self, talk: Talk, so_far: Sequence[Talk] = ()) -> None:
        """Show the letter of this talk from its top."""
        self.show(talk, so_far)
        self.scroll_home(animate=False)

    def tell(self, telling: Telling) -> None:
        """Tell it in this way from its top; told so already, in full sentences again."""
        self.tell_as(IN_FULL if self.telling is telling else telling)

    def tell_as(self, telling: Telling) -> None:
        """Tell it in this way from its top."""
        self.telling = telling
        if self._talk is not None:
            self.show(self._talk, self._so_far)
        self.scroll_home(animate=False)
