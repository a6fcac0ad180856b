"""What a change of the school year would move: a list, and one key to let it happen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from store.export.plan_problems import problem_words
from store.export.wording import channel_words, when_words
from store.language import Translator
from store.planline.moved import Move
from tui.moved_work import Moving
from tui.safe_text import joined, literal


class MovesScreen(ModalScreen[bool]):
    """Gives True when the moments are to move, False when they stay where they are."""

    BINDINGS = [  # noqa: RUF012
        Binding("enter", "move", show=False),
        Binding("escape", "leave", show=False),
        Binding("pagedown,space", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
    ]

    def __init__(self, found: Sequence[Moving], t: Translator) -> None:
        """List these."""
        super().__init__()
        self._found = found
        self._t = t

    def compose(self) -> ComposeResult:
        """What would move, from when to when; then the keys."""
        t = self._t
        count = sum(len(each.moves) for each in self._found)
        asked = t.n(
            "{count} agreement on contact rests on a date that changed",
            "{count} agreements on contact rest on a date that changed",
            count,
        )
        possible = any(move.possible for each in self._found for move in each.moves)
        keys = (
            t("enter: move them    esc: leave them as they are    pgdn: more")
            if possible
            else t("esc: back    pgdn: more")
        )
        with VerticalScroll(classes="paper", can_focus=False):
            yield Static(literal(asked), classes="sheet-title")
            for each in self._found:
                yield Static(Content("\n").join(self._lines(each)), classes="moving")
        yield Static(literal(keys), id="moves-keys", classes="dim")

    def _lines(self, moving: Moving) -> Iterator[Content]:
        yield literal(moving.talk.pupil.full_name, "bold")
        for move in moving.moves:
            yield self._line(move)

    def _line(self, move: Move) -> Content:
        moment = move.moment
        old = when_words(moment.when, moment.when_text, self._t)
        lead = " · ".join(part for part in (channel_words(moment.channel, self._t), old) if part)
        if move.possible:
            new = when_words(move.when, moment.when_text, self._t)
            return joined(f"  {lead}", ("  →  ", "$accent"), new)
        why = problem_words(move.when.code or move.when.kind, {"word": moment.when_text}, self._t, move.when)
        return joined(f"  {lead}", (f"\n  {self._t('stays')}: {why}", "$warning"))

    def action_move(self) -> None:
        """Let them move."""
        self.dismiss(True)

    def action_leave(self) -> None:
        """Leave them."""
        self.dismiss(False)

    def action_turn(self, pages: int) -> None:
        """The rest of a long list."""
        paper = self.query_one(VerticalScroll)
        paper.scroll_relative(y=pages * max(1, paper.size.height - 2), animate=False)
