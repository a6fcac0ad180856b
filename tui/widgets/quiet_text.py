"""A text that moves nothing around it as long as it takes the same room."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class QuietText(Static):
    """Textual's Static, which laid the whole screen out anew at every key though nothing changed."""

    def __init__(self, *, id: str | None = None) -> None:
        """Begin empty; whoever owns it puts words in by `show`."""
        super().__init__(id=id, markup=False)

    def show(self, content: Content) -> None:
        """Show this from now on; nothing is painted when it stands there already."""
        before = self.visual
        if isinstance(before, Content) and content.is_same(before):
            return
        self.update(content, layout=not (isinstance(before, Content) and self._same_room(before, content)))

    def _same_room(self, before: Content, after: Content) -> bool:
        """Return whether both fill as many columns and lines as this text has, where it may choose them."""
        rules, room = self.styles.get_rules(), self.content_size
        if not room:
            return False
        if (
            self.styles.is_auto_width
            and len({text.get_optimal_width(rules, room.width) for text in (before, after)}) > 1
        ):
            return False
        return not self.styles.is_auto_height or after.get_height(rules, room.width) == room.height
