"""What a pasted note or mail would put on the agenda, and whose it is: looked at before it is stored."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from store.domain.people import Speaker
from store.domain.talk import Talk
from store.export.wording.people import pupils_words, voice_words
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.kinds.points_beforehand import Pasted
from tui.desk.talk.board_line import next_speaker
from tui.screens.modal import NEVER_MIND, Modal, closing
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.paper import ITEM, Paper
from tui.widgets.safe_text import literal


class PastedPointsScreen(Modal[tuple[Speaker, Sequence[str]] | None]):
    """Gives whose points they become, and which lines; None when Esc was pressed.

    What of a mail is none stands under them; a letter makes points of that too.
    """

    BINDINGS = [  # noqa: RUF012
        *closing((), "escape"),
        Binding("enter", "take", show=False),
        Binding("tab", "turn(1)", show=False),
        Binding("shift+tab", "turn(-1)", show=False),
        Binding("a", "all", show=False),
    ]
    TOLD = (
        ("enter", mark("put these on the agenda")),
        ("tab,shift+tab", mark("who says it")),
        ("a", mark("all of it as points, or only what looks like one")),
        NEVER_MIND,
    )

    def __init__(self, pasted: Pasted, speaker: Speaker, talk: Talk, desk: Desk, t: Translator) -> None:
        """Show these points of a talk; they are this speaker's unless another one is chosen."""
        super().__init__()
        self._pasted, self._speaker, self._talk, self._desk, self._t = pasted, speaker, talk, desk, t
        self._all = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet wide"):
            yield Static(id="whose-points", classes="sheet-title", markup=False)
            with VerticalScroll(id="form-body"):
                yield Paper()
            yield SheetKeys()

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        whose = voice_words(self._speaker, self._talk, self._desk.school, self._t)
        told = self._t("Each line a point: {whose}", whose=whose)
        name = pupils_words(self._talk, self._t)
        self.query_one("#whose-points", Static).update(literal(f"{name}  ·  {told}"))
        lines = [ITEM + each for each in self._points]
        keys = self._t("enter: onto the agenda    tab: who    esc: back")
        if self._pasted.left_out:
            other = self._t("a: the points alone") if self._all else self._t("a: all of it")
            keys = f"{keys}    {other}"
        if self._pasted.left_out and not self._all:
            lines += ["", self._t("Around it, and no point:")]
            lines += [ITEM + each for each in self._pasted.left_out]
        self.query_one(Paper).lines = tuple(lines)
        self.query_one(SheetKeys).show(keys)

    @property
    def _points(self) -> tuple[str, ...]:
        return self._pasted.whole if self._all else self._pasted.points

    def action_turn(self, steps: int) -> None:
        self._speaker = next_speaker(self._speaker, steps, self._talk)
        self._show()

    def action_all(self) -> None:
        self._all = not self._all
        self._show()

    def action_take(self) -> None:
        self.dismiss((self._speaker, self._points))
