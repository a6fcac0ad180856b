"""What a pasted note or mail would put on the agenda, and whose it is: looked at before it is stored."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.domain.people import Speaker
from store.domain.talk import Talk
from store.export.wording import pupils_words, voice_words
from store.language import Translator
from tui.desk.board_line import next_speaker
from tui.desk.desk import Desk
from tui.screens.modal import Modal, closing
from tui.widgets.safe_text import joined, literal
from tui.widgets.sheet_keys import SheetKeys


class PastedPointsScreen(Modal[Speaker | None]):
    """Gives whose points these lines become; None when Esc was pressed."""

    BINDINGS = [  # noqa: RUF012
        *closing((), "escape"),
        Binding("enter", "take", show=False),
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
    ]

    def __init__(
        self, points: Sequence[str], speaker: Speaker, talk: Talk, desk: Desk, t: Translator
    ) -> None:
        """Show these points of a talk; they are this speaker's unless another one is chosen."""
        super().__init__()
        self._points, self._speaker, self._talk, self._desk, self._t = points, speaker, talk, desk, t

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(id="whose-points", classes="sheet-title", markup=False)
            with VerticalScroll(id="form-body"):
                for point in self._points:
                    yield Static(joined(("· ", "$accent"), point))
            yield SheetKeys(self._t("enter: onto the agenda    tab: who    esc: back"))

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        whose = voice_words(self._speaker, self._talk, self._desk.school, self._t)
        told = self._t("Each line a point: {whose}", whose=whose)
        name = pupils_words(self._talk, self._t)
        self.query_one("#whose-points", Static).update(literal(f"{name}  ·  {told}"))

    def action_turn(self, steps: int) -> None:
        self._speaker = next_speaker(self._speaker, steps, self._talk)
        self._show()

    def action_take(self) -> None:
        self.dismiss(self._speaker)
