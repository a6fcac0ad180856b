"""A question that stands over a page."""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input


class Modal(ModalScreen[ScreenResultType]):
    """Answered once: a second key of quick fingers would answer again and take the page below away too."""

    @property
    def half_typed(self) -> bool:
        """Whether something stands on its line that nobody has seen to yet."""
        return any(line.value for line in self.query(Input))

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give the answer, unless it was given already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
