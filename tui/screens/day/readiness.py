"""What is good to see to before a day of talks, and to keep from: looked over once, ticked or not."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from prompts.deck import Deck, Ready
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.rows import stepped
from tui.screens.modal import PAGES, ROWS, TurnedSheet, closing
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.hanging_indent import hanging
from tui.widgets.paper import Turned
from tui.widgets.row_list import RowList, lead
from tui.widgets.safe_text import joined, literal
from tui.words.course import tips_words

WHY = " " * 4
"""In front of what something is for, under it."""


class ReadyRows(RowList[Ready]):
    """What to see to, and under that what to keep from; what the current one is for stands under it."""

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Show what is ticked on this desk's day."""
        super().__init__()
        self._desk, self._t = desk, t

    def heading(self, row: Ready) -> list[Content]:
        """Return the title above what to see to, and above what to keep from."""
        first = next(each for each in self._rows if each.keep_from is row.keep_from)
        if row is not first:
            return []
        title = self._t("Better not") if row.keep_from else self._t("Good to see to")
        gap = [] if row is self._rows[0] else [Content("")]
        return [*gap, literal(title, "$quiet")]

    def painted(self, row: Ready, width: int, *, here: bool) -> list[Content]:
        """Return the row with its tick; under the current one what it is for."""
        tick = "✓ " if self._desk.day.is_ticked(row.names) else "· "
        first, *more = literal(row.text, "bold" if here else "").wrap(width - len(WHY))
        lines = [joined(lead(here=here), (tick, "$accent")) + first, *(literal(WHY) + each for each in more)]
        return [*lines, *(hanging(WHY, row.why, width, "$quiet") if here else [])]


class ReadinessScreen(TurnedSheet[None]):
    """Enter ticks or unticks; Esc leaves it as it is. Nothing asks for it, and nothing waits for it."""

    BINDINGS = [  # noqa: RUF012
        *closing(("ready",), "escape"),
        Binding("up", "step(-1)", show=False),
        Binding("down", "step(1)", show=False),
        Binding("enter,space", "tick", show=False),
        Binding("pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]
    TOLD = (ROWS, ("enter", mark("tick the row, or take the tick off")), *PAGES, ("escape,v", mark("back")))

    def __init__(self, desk: Desk, t: Translator, deck: Deck, to_see_to: Sequence[Ready], kinds: str) -> None:
        """Show what of the deck is for the day on this desk, on which the talks are called these `kinds`."""
        super().__init__()
        self._kinds = kinds
        self._desk, self._t, self._deck = desk, t, deck
        self._to_see_to, self._current = to_see_to, to_see_to[0]

    def compose(self) -> ComposeResult:
        title = self._t("Before the day: {kinds}", kinds=self._kinds)
        with Vertical(classes="sheet wide"):
            yield Static(literal(title), classes="sheet-title")
            with Turned(id="commands"):
                yield ReadyRows(self._desk, self._t)
                yield Static(literal("\n" + tips_words(self._deck, self._t), "$quiet"))
            yield SheetKeys("", self._t("pgdn: further"))

    def on_mount(self) -> None:
        self._show()

    def _show(self, *, turned: bool = False) -> None:
        self.query_one(ReadyRows).show_rows(self._to_see_to, self._current, turned=turned)
        self.query_one(SheetKeys).show(self._t("enter: tick    esc: back"))

    def action_turn(self, pages: int) -> None:
        """Turn the page; what is ticked there is a row in sight, and where none is, nothing."""
        super().action_turn(pages)
        in_sight = self.query_one(ReadyRows).in_sight()
        if self._current in in_sight:
            return
        if in_sight:
            self._current = in_sight[0 if pages > 0 else -1]
            self._show(turned=True)
        else:
            self.query_one(SheetKeys).show(self._t("pgup: to the list    esc: back"), turns=False)

    def action_step(self, steps: int) -> None:
        self._current = stepped(self._to_see_to, self._current, steps)
        self._show()

    def action_tick(self) -> None:
        if self._current not in self.query_one(ReadyRows).in_sight():
            self._show()
            return
        self._desk.keep_day(self._desk.day.tick(self._current.names))
        self._show()
