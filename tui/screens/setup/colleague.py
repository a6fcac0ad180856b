"""What comes from a colleague, before it is stored."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from store.files.envelope import Sealer
from store.language import Translator, mark
from tui.desk.roster.colleague import Colleague
from tui.keys import GAP
from tui.screens.modal import NEVER_MIND, PAGES, Modal, TurnedSheet
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.paper import Turned
from tui.widgets.passphrase_line import PassphraseLine
from tui.widgets.safe_text import literal
from tui.words.key_errors import backup_key_words
from tui.words.roster.colleague import colleague_lines


class ColleagueKeyScreen(Modal[Sealer | None]):
    """Asks the passphrase of what a colleague handed over; gives what opens it, or None."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar = [Binding("escape", "leave", show=False)]
    TOLD = (("enter", mark("open it with what is typed")), NEVER_MIND)

    def __init__(self, unlock: Callable[[str], Sealer], t: Translator) -> None:
        """`unlock` takes its time, and raises FilesError when it does not open."""
        super().__init__()
        self._unlock, self._t = unlock, t

    def compose(self) -> ComposeResult:
        t = self._t
        with Vertical(classes="paper"):
            yield Static(literal(t("This has a passphrase of its own")), classes="sheet-title")
            yield Static(literal(t("Your colleague types it, or the recovery key. The copy stays as it is.")))
            yield PassphraseLine(self._unlock, t, backup_key_words)
        yield SheetKeys(t("enter: OK    esc: never mind"), id="moves-keys")

    def on_passphrase_line_opened(self, event: PassphraseLine.Opened) -> None:
        # the folder of this program stays as it is
        event.stop()
        self.dismiss(event.sealer)


class ColleagueScreen(TurnedSheet[bool]):
    """Gives True when it is to be stored, False when nothing is."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar = [
        Binding("f9,ctrl+y", "store", show=False),
        Binding("escape", "leave", show=False),
        Binding("down,pagedown,space", "turn(1)", show=False),
        Binding("up,pageup", "turn(-1)", show=False),
    ]
    TOLD = (
        ("f9,ctrl+y", mark("store it")),
        ("pagedown,down", PAGES[0][1]),
        ("pageup,up", PAGES[1][1]),
        NEVER_MIND,
    )

    def __init__(self, found: Colleague, t: Translator) -> None:
        """Show what was found of a colleague."""
        super().__init__()
        self._found, self._t = found, t

    def compose(self) -> ComposeResult:
        t = self._t
        with Turned(classes="paper"):
            yield Static(literal(t("This comes from {who}", who=self._found.teacher or t("your colleague"))),
                         classes="sheet-title")  # fmt: skip
            yield Static(literal("\n".join(colleague_lines(self._found, t))))
        keys = (t("F9: store") if self._found.changed else "", t("esc: don't"))
        yield SheetKeys(GAP.join(filter(None, keys)), t("pgdn: further"), id="moves-keys")

    def action_store(self) -> None:
        if self._found.changed:
            self.dismiss(True)

    def action_leave(self) -> None:
        self.dismiss(False)
