"""What a change of the school year would move: a list, and one key to let it happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from store.export.plan_problems import anchor_words, problem_words
from store.export.wording.moments import channel_of, when_words
from store.export.wording.people import pupils_words
from store.language import Translator, mark
from store.planline.calendar_changes import Move
from tui.desk.settings.calendar_changes import Moving
from tui.screens.modal import PAGES, TurnedSheet
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.paper import Turned
from tui.widgets.safe_text import joined, literal


class CalendarChangesScreen(TurnedSheet[bool]):
    """Gives True when the moments are to move, False when they stay where they are."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter", "move", show=False),
        Binding("escape", "leave", show=False),
        Binding("pagedown,space", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]
    TOLD = (
        ("enter", mark("move them along")),
        *PAGES,
        ("escape", mark("leave them as they are")),
    )

    def __init__(self, found: Sequence[Moving], t: Translator) -> None:
        """List these."""
        super().__init__()
        self._found = found
        self._t = t
        self._possible = any(move.possible for each in found for move in each.moves)

    def compose(self) -> ComposeResult:
        t = self._t
        count = sum(len(each.moves) for each in self._found)
        asked = t.n(
            "{count} contact moment rests on a date that changed",
            "{count} contact moments rest on a date that changed",
            count,
        )
        keys = t("enter: move them    esc: leave them as they are") if self._possible else t("esc: back")
        with Turned(classes="paper"):
            yield Static(literal(asked), classes="sheet-title")
            for each in self._found:
                yield Static(literal(pupils_words(each.talk, self._t), "bold"), classes="moving")
                yield from self._lines(each)
        yield SheetKeys(keys, t("pgdn: further"), id="moves-keys")

    def _lines(self, moving: Moving) -> Iterator[Static]:
        """A moment from when to when, or why it stays."""
        t = self._t
        for move in moving.moves:
            moment = move.moment
            old = when_words(moment.when, moment.when_text, t)
            lead = " · ".join(part for part in (channel_of(moment, t), old) if part)
            if move.possible:
                new = when_words(move.when, moment.when_text, t)
                yield Static(joined(lead, ("  →  ", "$accent"), new), classes="moving-from")
            else:
                why = self._why(move)
                yield Static(literal(lead), classes="moving-from")
                yield Static(literal(t("stays: {why}", why=why), "$warning"), classes="moving-why")

    def _why(self, move: Move) -> str:
        """Say why a moment stays where it is."""
        code = move.when.code or move.when.kind
        if code == "unknown_anchor":
            return self._t("{name} no longer has a date.", name=anchor_words(move.when.anchor, self._t))
        return problem_words(code, {"word": move.moment.when_text}, self._t, move.when)

    def action_move(self) -> None:
        self.dismiss(self._possible)

    def action_leave(self) -> None:
        self.dismiss(False)
