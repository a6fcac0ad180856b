"""The half-typed answer to a question that stands over a page, or on one: kept like every other line."""

from __future__ import annotations

from store.domain.draft import ASKED
from tui.desk.desk import Desk


class HalfAnswer:
    """Remembers what is typed for one question, until that is answered or let go."""

    def __init__(self, desk: Desk, question: str) -> None:
        """`question` tells it from the others; it is no sentence."""
        # behind a colon stands the row
        self._desk, self._asked = desk, f"{ASKED}{question.replace(':', ';')}"

    @property
    def text(self) -> str:
        """What was typed when the program was cut off; empty when it was not."""
        draft = self._desk.half_typed.beside(self._asked)
        return draft.text if draft else ""

    @property
    def row(self) -> str:
        """The row on which that was typed."""
        draft = self._desk.half_typed.beside(self._asked)
        return draft.place.partition(":")[2] if draft else ""

    def type(self, text: str, row: str = "") -> None:
        """Remember this for it; an empty one is forgotten."""
        self._desk.half_typed.type_beside(f"{self._asked}:{row}" if row else self._asked, text)
