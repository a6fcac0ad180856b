"""What the screens around a practice talk share: none of them speaks of what is kept, for nothing is."""

from __future__ import annotations

from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.practice.practice import Practice
from tui.desk.saving import Saving
from tui.screens.turned_page import TurnedPage
from tui.widgets.foot.key_line import KeyLine


class PracticePage(TurnedPage):
    """A page before a practice talk, or behind it."""

    CSS_PATH = "practice.tcss"

    def __init__(self, desk: Desk, t: Translator, practice: Practice) -> None:
        """Show this practice."""
        super().__init__(desk, t)
        self.practice = practice

    def on_mount(self) -> None:
        self.query_one(KeyLine).saving = Saving()
        self.show()

    def show_saving(self) -> None:
        """Leave the corner empty."""
