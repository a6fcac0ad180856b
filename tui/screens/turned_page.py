"""A page with a part that may be longer than the screen, which PgDn and PgUp turn."""

from __future__ import annotations

from typing import ClassVar

from tui.screens.page import Page


class TurnedPage(Page):
    """Refuses to turn what fits whole."""

    TURNED: ClassVar[str] = ""
    """The part that is turned, as it is found on the page."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to turn pages where there is only one."""
        turns = action in {"next_page", "previous_page"}
        if turns and not any(part.max_scroll_y for part in self.query(self.TURNED)):
            return False
        return super().check_action(action, parameters)

    def on_resize(self) -> None:
        # what fits whole by now is not turned
        self.call_after_refresh(self.show_keys)

    def action_next_page(self) -> None:
        self.query_one(self.TURNED).scroll_page_down(animate=False)

    def action_previous_page(self) -> None:
        self.query_one(self.TURNED).scroll_page_up(animate=False)
