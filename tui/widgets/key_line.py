"""The last two lines of every screen: a word to the teacher and what is kept; the keys that matter here.

They lie over the page, so that nothing on it moves: a word of two lines takes the place of the keys while it
stands, and only a longer one covers something else.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.reactive import reactive

from store.language import Translator
from tui.desk.desk import Saving
from tui.keys import GAP, KEYS, LEAD, RESTING
from tui.widgets.quiet_text import QuietText
from tui.widgets.resting import Resting
from tui.widgets.safe_text import joined, literal
from tui.words.saving import saving_words

NOTICE_SECONDS = 8
PADDING = 4
"""Columns that stay free beside what is said."""
GAPS = (len(GAP), 3, 2)
"""Columns between two keys, the widest first; less of it rather than fewer keys."""
FIRST = [KEYS[each].shown for each in ("onward", "help", "curtain")]
"""The keys that stay in a narrow window: the one that leads on, where all others are told, the cover."""


class KeyLine(Resting, Vertical):
    """The keys have a line to themselves; above it stands a notice, and what is kept."""

    saving: reactive[Saving] = reactive(Saving())

    def __init__(self, keys: Sequence[tuple[str, str]], t: Translator) -> None:
        """Show these keys as (face, translated label)."""
        super().__init__()
        self._t = t
        self._keys = keys
        self._notices = 0
        self._noticing = False
        self._said = literal("")
        self._notice = QuietText(id="notice")
        self._kept = QuietText(id="kept")
        self._shown = QuietText(id="keys")

    def compose(self) -> ComposeResult:
        """Yield what is said beside what is kept, and under it the keys."""
        with Horizontal():
            yield self._notice
            yield self._kept
        yield self._shown

    def on_mount(self) -> None:
        """Begin with the keys."""
        self._show_keys()
        self._show_saving(self.saving)

    def on_resize(self) -> None:
        """Other room, other keys."""
        self._make_room()
        self._show_keys()

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show these keys from now on."""
        if keys != self._keys:
            self._keys = keys
            self._show_keys()

    # -- what is said --------------------------------------------------------------
    def say(self, text: str) -> None:
        """Say a word to the teacher, literally; it goes by itself."""
        self._notices += 1
        notice = self._notices
        self._noticing = True
        self._kept.display = bool(self.saving.reason)
        self._said = literal(text, "$text")
        self._notice.show(self._said)
        self._make_room()
        self.set_timer(NOTICE_SECONDS, lambda: self._say_no_more(notice))

    def hush(self) -> None:
        """Take back what was said."""
        if self._noticing:
            self._say_no_more(self._notices)

    def _say_no_more(self, notice: int) -> None:
        """Say nothing, unless something else was said meanwhile."""
        if notice == self._notices:
            self._noticing = False
            self._kept.display = True
            self._said = literal("")
            self._notice.show(self._said)
            self._make_room()

    def _make_room(self) -> None:
        """Let the keys make room for a word that is longer than its line."""
        beside = self._kept.outer_size.width if self.saving.reason else 0
        room = (self.size.width or self.app.size.width) - PADDING - beside
        self._shown.display = len(self._said.wrap(max(room, 1))) < 2

    def watch_saving(self, saving: Saving) -> None:
        """Say what is kept, loudly only when it cannot be."""
        if self.is_mounted:
            self._show_saving(saving)

    def _show_saving(self, saving: Saving) -> None:
        self._kept.set_class(bool(saving.reason), "-not-saved")
        self._kept.show(literal(saving_words(saving, self._t)))
        self._kept.display = bool(saving.reason) or not self._noticing

    # -- the keys --------------------------------------------------------------------
    def show_resting(self) -> None:
        """Show the keys dim, behind a sign, while no press counts."""
        self._show_keys()

    def _width(self, gap: int) -> int:
        return sum(cell_len(f"{face} {label}") + gap for face, label in self._keys) - gap

    def _show_keys(self) -> None:
        """As many keys as fit whole, the one that leads on before any other; the rest is behind help."""
        # before the first layout there is no width yet, but keys are wanted in it
        room = (self._shown.size.width or self.app.size.width) - len(LEAD)
        gap = next((each for each in GAPS if self._width(each) <= room), GAPS[-1])
        fitting = set()
        for key in sorted(self._keys, key=lambda key: FIRST.index(key[0]) if key[0] in FIRST else len(FIRST)):
            width = cell_len(f"{key[0]} {key[1]}")
            if width <= room:
                fitting.add(key)
                room -= width + gap
        shown = [key for key in self._keys if key in fitting]
        bright, lead = ("$quiet", RESTING) if self.resting else ("$accent", LEAD)
        parts = [
            part for face, label in shown for part in ((face, bright), (f" {label}{' ' * gap}", "$quiet"))
        ]
        self._shown.show(joined((lead, "$quiet"), *parts))
