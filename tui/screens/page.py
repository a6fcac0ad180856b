"""What all screens share: the desk, the translator, a key line, and a notice when the window is too small."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.reactive import reactive
from textual.screen import Screen

from store.domain.day import SchoolDay
from store.language import Translator
from tui.desk.desk import Desk, Saving
from tui.keys import KEYS
from tui.terminal.window import HEIGHT, WIDTH
from tui.widgets.key_line import KeyLine
from tui.widgets.too_small import TooSmall


class Page(Screen[None]):
    """A full screen. Subclasses name their keys and compose their own part.

    `HERE` are the keys that work here, `SHOWN` those on the key line, `NAMED` labels that are
    more telling on this screen than the general one, `LINE` what its line does by itself.
    """

    HERE: ClassVar[tuple[str, ...]] = ()
    SHOWN: ClassVar[tuple[str, ...]] = ()
    NAMED: ClassVar[dict[str, str]] = {}
    LINE: ClassVar[tuple[tuple[str, str], ...]] = ()

    HORIZONTAL_BREAKPOINTS = [(0, "-too-small"), (WIDTH, "-fits"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (HEIGHT, "-fits-down"), (34, "-tall")]  # noqa: RUF012

    day: reactive[SchoolDay | None] = reactive[SchoolDay | None](None)
    saving: reactive[Saving] = reactive(Saving())

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Stand on this desk and speak this language."""
        super().__init__()
        self.desk = desk
        self.t = t

    def page(self) -> ComposeResult:
        """The screen's own part."""
        yield from ()

    def compose(self) -> ComposeResult:
        """The own part, the key line, and the notice that stays hidden."""
        with Vertical(id="page"):
            yield from self.page()
        yield KeyLine(self.key_labels(), self.t).data_bind(Page.saving)
        yield TooSmall(self.t)

    def key_labels(self) -> list[tuple[str, str]]:
        """The keys of the key line with their labels here."""
        return [(KEYS[each].shown, self.t(self.NAMED.get(each, KEYS[each].label))) for each in self.SHOWN]

    def hush(self) -> None:
        """What was said is no longer true."""
        self.query_one(KeyLine).hush()

    def say(self, text: str) -> None:
        """A word to the teacher on the key line."""
        self.query_one(KeyLine).say(text)
