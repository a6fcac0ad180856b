"""The last two lines of every screen: a word to the teacher and what is kept; the keys that matter here.

They lie over the page, so that nothing on it moves. More lines are said on the rows that are free under what
has the focus, and where those are too few, the last of them stands in front of the key that leads on.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import OptionList, Static

from store.language import Translator
from tui.desk.saving import Saving
from tui.keys import GAP, KEYS, LEAD, RESTING
from tui.widgets.foot.resting import Resting
from tui.widgets.foot.saying import Saying
from tui.widgets.quiet_text import QuietText
from tui.widgets.safe_text import joined, literal
from tui.words.saving import saving_words

Keys = Sequence[tuple[str, str]]
"""Keys as (face, translated label)."""

MOST = 3
"""Lines that are said above the keys, at most."""
PADDING = 4
"""Columns that stay free beside what is said."""
GAPS = (len(GAP), 3, 2)
"""Columns between two keys, the widest first; less of it rather than fewer keys."""
FIRST = [KEYS[each].shown for each in ("onward", "help", "curtain")]
"""The keys that stay in a narrow window: the one that leads on, where all others are told, the cover."""


class KeyLine(Resting, Saying, Vertical):
    """The keys have a line to themselves; above it stands a notice, and what is kept."""

    saving: reactive[Saving] = reactive(Saving())

    def __init__(self, keys: Keys, t: Translator) -> None:
        """Show these keys."""
        super().__init__()
        self._t = t
        self._keys = keys
        self._behind = literal("")
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
        self.show_said()

    def show_keys(self, keys: Keys) -> None:
        """Show these keys from now on."""
        if keys != self._keys:
            self._keys = keys
            self.show_said()

    # -- what is said --------------------------------------------------------------
    def show_said(self) -> None:
        """Show what is said; where rows are too few, its last line stands in front of the leading key."""
        self._kept.display = bool(self.saving.reason or not self.said)
        beside = self._kept.outer_size.width if self.saving.reason else 0
        room = (self.size.width or self.app.size.width) - PADDING
        *before, last = self._said.wrap(max(room - beside, 1)) or [self._said]
        fits = last.cell_length + GAPS[0] + self._width(self._leading(), 0) <= room
        if len(before) < self._free() or not fits:
            before, last = [*before, last], literal("")
        self._behind = last
        self._notice.show(Content("\n").join(before))
        self._show_keys()

    def _free(self) -> int:
        """Return how many rows above the keys cover nothing that is told, typed or chosen on."""
        focused = self.screen.focused
        if focused is None:
            return MOST
        told = (each.region.bottom for each in self.screen.query(Static) if self._is_told(each))
        under = self.screen.size.height - 1 - max((_last_row(focused), *told))
        return max(1, min(MOST, under)) if focused.region else 1

    def _is_told(self, text: Static) -> bool:
        """Return whether a text of the page is in sight and not empty."""
        own, shown = self in text.ancestors, text.visual
        return not own and bool(text.region) and (not isinstance(shown, Content) or bool(shown.plain.strip()))

    def _leading(self) -> Keys:
        """Return the key that leads on, alone: F9 where it does something, else the first."""
        return [key for key in self._keys if key[0] == FIRST[0]] or self._keys[:1]

    def watch_saving(self, saving: Saving) -> None:
        """Say what is kept, loudly only when it cannot be."""
        if self.is_mounted:
            self._show_saving(saving)

    def _show_saving(self, saving: Saving) -> None:
        self._kept.set_class(bool(saving.reason), "-not-saved")
        self._kept.show(literal(saving_words(saving, self._t)))
        self._kept.display = bool(saving.reason or not self.said)

    # -- the keys --------------------------------------------------------------------
    def show_resting(self) -> None:
        """Show the keys dim, behind a sign, while no press counts."""
        self._show_keys()

    def _width(self, keys: Keys, gap: int) -> int:
        return sum(cell_len(f"{face} {label}") + gap for face, label in keys) - gap

    def _show_keys(self) -> None:
        """As many keys as fit whole, the one that leads on before any other; the rest is behind help."""
        # before the first layout there is no width yet, but keys are wanted in it
        room = (self._shown.size.width or self.app.size.width) - len(LEAD)
        keys, said, leading = self._keys, self._behind, self._leading()
        if said:
            room -= said.cell_length + GAPS[0]
        gap = next((each for each in GAPS if self._width(keys, each) <= room), GAPS[-1])
        fitting = set()
        first = {face: at for at, face in enumerate(FIRST)}
        for key in sorted(keys, key=lambda key: (said and key not in leading, first.get(key[0], len(first)))):
            width = cell_len(f"{key[0]} {key[1]}")
            if width <= room:
                fitting.add(key)
                room -= width + gap
        shown = [key for key in keys if key in fitting]
        bright, lead = ("$quiet", RESTING) if self.resting else ("$accent", LEAD)
        parts = [
            part for face, label in shown for part in ((face, bright), (f" {label}{' ' * gap}", "$quiet"))
        ]
        beside = said + literal(" " * GAPS[0]) if said else said
        self._shown.show(joined((lead, "$quiet")) + beside + joined(*parts))


def _last_row(focused: Widget) -> int:
    """Return up to which row what has the focus is not to be covered: of a list that is the chosen one."""
    if not isinstance(focused, OptionList):
        return focused.region.bottom
    before = focused.options[: (focused.highlighted or 0) + 1]
    rows = sum(1 + str(each.prompt).count("\n") for each in before) - round(focused.scroll_y)
    return min(focused.region.bottom, focused.region.y + rows)
