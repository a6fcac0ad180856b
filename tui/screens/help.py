"""Help: the keys that do something on the page or the sheet it was asked on, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import OptionList, Static

from store.language import Translator
from tui.keys import EVERYWHERE, KEYS, LIST_KEYS, face
from tui.screens.modal import Modal, closing
from tui.screens.page import Page
from tui.widgets.capture_line import passed_on
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import joined, literal

HelpRow = tuple[tuple[str, ...], str]
"""Keys that do the same, in Textual's names, or a sign; and what they do."""


def help_rows(front: Page | Modal[object]) -> Iterator[HelpRow]:
    """Yield what the keys do on a page, or on the sheet that lies over one."""
    return _of_sheet(front) if isinstance(front, Modal) else _of_page(front)


def _of_sheet(sheet: Modal[object]) -> Iterator[HelpRow]:
    for keys, text in sheet.TOLD:
        if heard := tuple(key for key in keys.split(",") if sheet.hears(key)):
            yield heard, text
    for each in EVERYWHERE:
        yield tuple(KEYS[each].keys.split(",")), KEYS[each].help


def _of_page(page: Page) -> Iterator[HelpRow]:
    """Yield what the keys do that are bound on this page now and do something there.

    A key of the table counts where it runs its own action, any other where the page hears of it.
    """
    active = {key: found.binding.action for key, found in page.active_bindings.items() if found.enabled}
    table = {KEYS[each].action: KEYS[each] for each in (*EVERYWHERE, *page.HERE)}
    for keys, text in (*page.LINE, *(LIST_KEYS if isinstance(page.focused, OptionList) else ())):
        rest = [key for key in keys.split(",") if key in active and active[key] not in table]
        if heard := tuple(key for key in rest if passed_on(key, page) and page.hears(key)):
            yield heard, text
    if isinstance(page.focused, LineInput):
        yield from (((sign,), text) for sign, text in page.SIGNS)
    known = [KEYS[each] for each in (*page.HERE, *EVERYWHERE)]
    for each in dict.fromkeys(row.action for row in known):
        # in the order of the table: Textual's own differs from one start to the next
        named = dict.fromkeys(key for row in known if row.action == each for key in row.keys.split(","))
        if live := tuple(key for key in named if active.get(key) == each):
            yield live, table[each].help


class HelpScreen(Modal[None]):
    """Enter, Esc or the key that opened it closes it."""

    BINDINGS = closing(("help",), "enter,escape")

    def __init__(self, rows: Sequence[HelpRow], t: Translator) -> None:
        """Show these."""
        super().__init__()
        self._rows = rows
        self._t = t

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="paper"):
            yield Static(literal(self._t("Keys"), "bold"), classes="sheet-title")
            for keys, text in self._rows:
                first, *others = map(self._face, keys)
                if keys[0].isdecimal() and len(keys) > 1:
                    first, others = f"{keys[0]} … {keys[-1]}", []
                with Horizontal(classes="help-row"):
                    yield Static(joined((first, "$accent")), classes="help-key")
                    yield Static(literal("  ".join(others), "$quiet"), classes="help-also")
                    yield Static(literal(self._t(text)), classes="help-text")
        yield SheetKeys(self._t("enter: back"), self._t("pgdn: further"), id="letter-keys")

    def _face(self, key: str) -> str:
        return self._t(key) if ":" in key else face(key)
