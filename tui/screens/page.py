"""What all screens share: the desk, the translator, a key line, and a notice when the window is too small."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import Screen

from store.domain.text import clean
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.fresh_press import FreshPress
from tui.keys import KEYS, PaletteCommand, Row
from tui.messages import SettingsAsked
from tui.screens.modal import Modal
from tui.screens.styled_once import StyledOnce
from tui.terminal.sheets import Steady
from tui.terminal.window import HEIGHT, WIDTH
from tui.widgets.foot.key_line import KeyLine
from tui.widgets.too_small import TooSmall


class Page(StyledOnce, Steady, Screen[None]):
    """A full screen. Subclasses name their keys, compose their own part and show the desk on it.

    `HERE` are the keys that work here, `SHOWN` those on the key line, `NAMED` labels that are
    more telling on this screen than the general one, `SHORT` those of the key line where room is scarce,
    `LINE` what the keys of its line or list do, `SIGNS` what a sign in front of a line does, `BY_NAME` what
    only the list of all commands offers. Of all these only what does something now is shown: see `is_live`.
    `LASTING` are letters of which nothing can be put back, should they turn out to be of a word.
    With `OFFERS_IMPORT` that list offers to read a file in as well. What `NAMES_NOBODY` comes up again when
    the passphrase lifts the curtain, whoever may be there.
    """

    HERE: ClassVar[tuple[str, ...]] = ()
    SHOWN: ClassVar[tuple[str, ...]] = ()
    NAMED: ClassVar[dict[str, str]] = {}
    SHORT: ClassVar[dict[str, str]] = {}
    LINE: ClassVar[tuple[Row, ...]] = ()
    SIGNS: ClassVar[tuple[Row, ...]] = ()
    BY_NAME: ClassVar[tuple[PaletteCommand, ...]] = ()
    LASTING: ClassVar[tuple[str, ...]] = ()
    OFFERS_IMPORT: ClassVar[bool] = False
    NAMES_NOBODY: ClassVar[bool] = False

    HORIZONTAL_BREAKPOINTS = [(0, "-too-small"), (WIDTH, "-fits"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (HEIGHT, "-fits-down"), (34, "-tall")]  # noqa: RUF012

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Stand on this desk and speak this language."""
        super().__init__()
        self.desk = desk
        self.t = t
        self._stale = False
        self.unasked = False
        """Whether it comes up where something else was asked for: what was typed ahead is not for it."""

    @property
    def takes_all(self) -> bool:
        """Whether it has a line that takes whatever is typed, and tells only then what that did."""
        return False

    def page(self) -> ComposeResult:
        """Yield the screen's own part."""
        yield from ()

    def compose(self) -> ComposeResult:
        # named after its size before it has parts: these are styled once then
        self.update_classes(dict.fromkeys(self._sized(), True), update=False)
        with Vertical(id="page"):
            yield from self.page()
        line = KeyLine(self._with_help(), self.t)
        line.set_reactive(KeyLine.saving, self.desk.saving)
        yield line
        yield TooSmall(self.t)

    def _sized(self) -> list[str]:
        """The classes of this window's size, as Textual gives them when it is resized."""
        steps = (
            (self.app.size.width, self.HORIZONTAL_BREAKPOINTS),
            (self.app.size.height, self.VERTICAL_BREAKPOINTS),
        )
        return [max(step for step in known if step[0] <= cells)[1] for cells, known in steps]

    def pasted(self, text: str) -> str:
        """Return a pasted text as the fields of this page may have it: without what steers a terminal."""
        return clean(text, lines=True)

    # -- what is on the desk ---------------------------------------------------
    def show(self) -> None:
        """Show everything as it now is on the desk."""

    async def settled(self) -> None:
        """Wait until what the keys of this page are about is shown."""

    def show_soon(self) -> None:
        """Show the desk once this message is dealt with: once, however much of it changed meanwhile."""
        if self.is_mounted and not self._stale:
            self._stale = True
            self.call_next(self._show_what_changed)

    def _show_what_changed(self) -> None:
        self._stale = False
        if self.stands:
            self.show()
            # what changed may leave a key nothing to do, or bring one
            self.show_keys()

    @property
    def stands(self) -> bool:
        """Whether it isn't being taken off the screen: it stays attached until its parts are gone."""
        return self.is_attached and self in self.app.screen_stack

    def show_saving(self) -> None:
        """Show how it now stands with the disk."""
        if (line := self._key_line) is not None:
            line.saving = self.desk.saving

    # -- the key line ------------------------------------------------------------
    @property
    def _key_line(self) -> KeyLine | None:
        """The key line; none any more on a page that is being taken off the screen."""
        return self.query_one_optional(KeyLine)

    def is_live(self, key_id: str) -> bool:
        """Return whether this key does something here and now; where it does not its action is refused."""
        key = KEYS[key_id]
        return key.everywhere or bool(self.check_action(key.action, ()))

    def hears(self, key: str) -> bool:
        """Return whether this key of the line or list may do something as things now stand."""
        return True

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys of the key line with their labels here."""
        called = {each: KEYS[each].label for each in self.SHOWN} | self.NAMED | self.SHORT
        return [(KEYS[each].shown, self.t(called[each])) for each in self.SHOWN if self.is_live(each)]

    def _with_help(self) -> list[tuple[str, str]]:
        """The keys of the key line, and behind them the one that tells of all others."""
        told = [(KEYS["help"].shown, self.t(KEYS["help"].label))] if self.is_live("help") else []
        return [*self.key_labels(), *told]

    def show_keys(self) -> None:
        """Show the keys that matter now on the key line."""
        if (line := self._key_line) is not None:
            line.show_keys(self._with_help())

    def say(self, text: str) -> None:
        """Say a word to the teacher on the key line."""
        self.query_one(KeyLine).say(text)
        if isinstance(front := self.app.screen, Modal):
            front.say(text)

    def rest(self) -> None:
        """Show on the key line that a key came too soon after the one before it, and did nothing."""
        if (line := self._key_line) is not None:
            line.rest()

    def counts(self, press: FreshPress) -> bool:
        """Take in a press that a held key must not repeat; where it doesn't count, the key line says so."""
        counts = press.counts()
        if not counts:
            self.rest()
        return counts

    def hush(self) -> None:
        """Take back what was said: it is no longer true."""
        if (line := self._key_line) is not None:
            line.hush()
        if isinstance(front := self.app.screen, Modal):
            front.hush()

    def unsay(self, text: str) -> None:
        """Take back these words, where they are what is said: what they are about is gone."""
        if (line := self._key_line) is not None:
            line.unsay(text)
        if isinstance(front := self.app.screen, Modal):
            front.unsay(text)

    def way_back(self) -> Callable[[], None]:
        """Return what makes this page look as it does now, should a letter turn out to be of a word."""
        return lambda: None

    def action_settings(self) -> None:
        self.post_message(SettingsAsked())
