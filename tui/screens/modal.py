"""A question or a sheet that stands over a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar

from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen, ScreenResultType
from textual.widgets import Input

from store.language import Translator, mark
from tui.keys import KEYS, Row
from tui.messages import SheetCame
from tui.screens.styled_once import StyledOnce
from tui.terminal.sheets import Sheet
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.foot.sheet_notice import SheetNotice
from tui.widgets.paper import Turned

NEVER_MIND: Row = ("escape", mark("never mind; nothing changes"))
GO_BACK: Row = ("enter,escape", mark("back"))
PAGES: tuple[Row, ...] = (
    ("pagedown", KEYS["next_page"].help),
    ("pageup", KEYS["previous_page"].help),
)
ROWS: Row = ("up,down", mark("another row"))
"""What keys do that are the same on several sheets, for the help."""


def closing(ids: Iterable[str], others: str, action: str = "leave") -> list[BindingType]:
    """Return the bindings that close a sheet: the keys that open it, by their ids, and these `others`."""
    keys = [key for each in ids for key in KEYS[each].keys.split(",")]
    return [Binding(",".join((*keys, *others.split(","))), action, show=False)]


def way_out(half_typed: bool, otherwise: str, t: Translator) -> str:
    """Return how a sheet with a line is left: once nothing is half typed there, as it is `otherwise`."""
    return t("ctrl+u: clear") if half_typed else otherwise


def with_next(keys: str, names: Sequence[str], t: Translator) -> str:
    """Return the keys of a sheet with the one to the next child in front, where there are several."""
    return t("tab: {name}    {keys}", name=names[1], keys=keys) if len(names) > 1 else keys


class Modal(StyledOnce, Sheet, ModalScreen[ScreenResultType]):
    """Answered once: a second key of quick fingers would answer again and take the page below away too.

    `TOLD` is what its keys do, for the help.
    """

    TOLD: ClassVar[tuple[Row, ...]] = ()

    @property
    def half_typed(self) -> bool:
        """Whether something stands on its line that nobody has seen to yet."""
        return any(line.value for line in self.query(Input))

    @property
    def takes_all(self) -> bool:
        """Whether it has a line that takes whatever is typed, and tells only then what that did."""
        return False

    def hears(self, key: str) -> bool:
        """Tell whether this key does something as things now stand."""
        return True

    def knows(self, letter: str) -> bool:
        """Tell whether a letter ever does something here; where none does not, a word is no mistake."""
        return True

    def way_back(self) -> Callable[[], None]:
        """Return what makes this sheet look as it does now, should a letter turn out to be of a word."""
        return lambda: None

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Give the answer, unless it was given already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def rest(self) -> None:
        """Show that a key came too soon after the one before it, and did nothing."""
        for keys in self.query(SheetKeys):
            keys.rest()

    # -- what is said --------------------------------------------------------------
    def on_mount(self) -> None:
        notice = SheetNotice()
        notice.set_class(any(keys.styles.dock == "bottom" for keys in self.query(SheetKeys)), "-above-keys")
        self.mount(notice)
        self.post_message(SheetCame(self.show_not_saved))

    def show_not_saved(self, words: str) -> None:
        """Show in these words that nothing can be kept; nothing where it can."""
        for notice in self.query(SheetNotice):
            notice.show_not_saved(words)
            self.set_class(bool(words), "-not-saved")

    def say(self, text: str) -> None:
        """Say a word to the teacher, in front of what the sheet covers."""
        for notice in self.query(SheetNotice):
            notice.say(text)

    def hush(self) -> None:
        """Take back what was said: it is no longer true."""
        for notice in self.query(SheetNotice):
            notice.hush()

    def unsay(self, text: str) -> None:
        """Take back these words, where they are what is said: what they are about is gone."""
        for notice in self.query(SheetNotice):
            notice.unsay(text)

    def action_leave(self) -> None:
        self.dismiss(None)


class TurnedSheet(Modal[ScreenResultType]):
    """A sheet with a part that may be longer than the screen; its bindings say which keys turn it."""

    def action_turn(self, pages: int) -> None:
        self.query_one(Turned).turn(pages)
