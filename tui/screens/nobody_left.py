"""Behind the curtain when no family is to come any more: says so without a name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Center, Middle
from textual.widgets import Static

from store.domain.talk import TalkState
from store.language import mark
from tui.keys import bindings
from tui.messages import CardLeft, DayAsked
from tui.screens.child_key import ChildKey
from tui.widgets.safe_text import literal


class NobodyLeftScreen(ChildKey):
    """The last family may still be in the room: the names of the day are behind a letter."""

    HERE = ("child", "day", "back")
    SHOWN = ("child", "day", "curtain")
    BINDINGS = bindings(HERE)

    def page(self) -> ComposeResult:
        """Yield one sentence in the middle."""
        with Middle(), Center():
            yield Static(id="nobody-left", markup=False)

    def on_mount(self) -> None:
        self.show()

    def show(self) -> None:
        """Say that the talks are over, or that some are still open; of a day before also planned ones."""
        over = self.desk.day.date < self.desk.local().date()
        left = {TalkState.SET_ASIDE, TalkState.PLANNED} if over else {TalkState.SET_ASIDE}
        if any(talk.state in left for talk in self.desk.day.talks):
            said = mark("No more families today; what is still open is on the day.")
        elif over:
            said = mark("No family comes today.")
        else:
            said = mark("That was the last family of today.")
        self.query_one("#nobody-left", Static).update(literal(self.t(said)))

    def action_day(self) -> None:
        self.post_message(DayAsked())

    def action_back(self) -> None:
        self.post_message(CardLeft())
