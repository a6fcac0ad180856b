"""The last line of every screen: the keys that matter here, a word to the teacher, and what is kept."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.reactive import reactive

from store.language import Translator
from tui.desk.desk import Saving
from tui.keys import GAP, KEYS
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.words.saving import saving_words

NOTICE_SECONDS = 8
GAPS = (len(GAP), 3, 2)
"""Columns between two keys, the widest first; less of it rather than fewer keys."""


class KeyLine(Horizontal):
    """Keys on the left, the kept mark on the right; a notice takes the place of the keys for a while."""

    saving: reactive[Saving] = reactive(Saving())

    def __init__(self, keys: Sequence[tuple[str, str]], t: Translator) -> None:
        """Show these keys as (face, translated label)."""
        super().__init__()
        self._keys = keys
        self._t = t
        self._notices = 0
        self._noticing = False
        self._left = QuietText(id="keys")
        self._right = QuietText(id="kept")

    def compose(self) -> ComposeResult:
        """Two texts: one that gives way, one that is always whole."""
        yield self._left
        yield self._right

    def on_mount(self) -> None:
        """Begin with the keys."""
        self._show_keys()
        self._show_saving(self.saving)

    def on_resize(self) -> None:
        """Other room, other keys; a notice stays."""
        self._refit()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys from now on; a notice stays."""
        if keys != self._keys:
            self._keys = keys
            self._refit()

    def say(self, text: str) -> None:
        """Say a word to the teacher, literally; the keys come back by themselves."""
        self._notices += 1
        notice = self._notices
        self._noticing = True
        self._right.display = bool(self.saving.reason)
        self._left.show(literal(text, "$text"))
        self.set_timer(NOTICE_SECONDS, lambda: self._say_no_more(notice))

    def hush(self) -> None:
        """Bring the keys back at once."""
        if self._noticing:
            self._say_no_more(self._notices)

    def _say_no_more(self, notice: int) -> None:
        """The keys come back, unless something else was said meanwhile."""
        if notice == self._notices:
            self._noticing = False
            self._right.display = True
            self._show_keys()

    def watch_saving(self, saving: Saving) -> None:
        """Say what is kept, loudly only when it cannot be."""
        if self.is_mounted:
            self._show_saving(saving)

    def _show_saving(self, saving: Saving) -> None:
        self._right.set_class(bool(saving.reason), "-not-saved")
        self._right.show(literal(saving_words(saving, self._t)))
        self._right.display = bool(saving.reason) or not self._noticing
        self.call_after_refresh(self._refit)

    def _refit(self) -> None:
        if not self._noticing:
            self._show_keys()

    def _width(self, gap: int) -> int:
        return sum(cell_len(f"{face} {label}") + gap for face, label in self._keys) - gap

    def _show_keys(self) -> None:
        """As many keys as fit whole, the one that leads on before any other; the rest is behind help."""
        # before the first layout there is no width yet, but keys are wanted in it
        room = self._left.size.width or self.app.size.width
        gap = next((each for each in GAPS if self._width(each) <= room), GAPS[-1])
        fitting = set()
        # the key that leads on counts before any other, and then the one that covers the screen
        first = [KEYS["onward"].shown, KEYS["curtain"].shown]
        for key in sorted(self._keys, key=lambda key: first.index(key[0]) if key[0] in first else len(first)):
            width = cell_len(f"{key[0]} {key[1]}")
            if width <= room:
                fitting.add(key)
                room -= width + gap
        shown = [key for key in self._keys if key in fitting]
        parts = [
            part for face, label in shown for part in ((face, "$accent"), (f" {label}{' ' * gap}", "$quiet"))
        ]
        self._left.show(joined(*parts))
