"""Gone is gone: asks once more, and says until when backups still hold it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.domain.talk import Talk
from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.setup.held_until import held_until
from tui.desk.talk.let_go import forget_words
from tui.screens.modal import NEVER_MIND, Modal, closing
from tui.screens.talk.talk_page import TalkPage
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.safe_text import literal
from tui.words.deletion import backups_words
from tui.words.file_errors import file_words


class GoneScreen(Modal[bool | None]):
    """Gives True when it is to go for good."""

    BINDINGS = [  # noqa: RUF012
        *closing((), "enter", "gone"),
        *closing((), "escape"),
    ]
    TOLD = (("enter", mark("let it go for good")), NEVER_MIND)

    def __init__(self, text: str, backups: str, t: Translator) -> None:
        """Ask about this text; `backups` says until when those hold it."""
        super().__init__()
        self._text, self._backups, self._t = text, backups, t

    def compose(self) -> ComposeResult:
        t = self._t
        with Vertical(classes="sheet"):
            yield Static(literal(t("Gone for good?")), classes="sheet-title")
            yield Static(literal(self._text), markup=False)
            yield Static(literal(t("Undo can't bring it back, nor any other step of this talk.")))
            yield Static(literal(self._backups), classes="dim")
            yield SheetKeys(t("enter: gone for good    esc: never mind"))

    def action_gone(self) -> None:
        self.dismiss(True)


def let_go_for_good(
    text: str, without: Callable[[Talk], Talk], page: TalkPage, let_go: Callable[[], None]
) -> None:
    """Take this text out of the talk of a page for good, once that is sure; the page lets go and says so.

    `without` returns the talk without it.
    """
    talk, desk, t = page.talk, page.desk, page.t
    words = backups_words(*held_until(desk.repository, talk.pupil.id, desk.local().date()), t)

    def go(sure: bool | None) -> None:
        if not sure:
            return
        try:
            forget_words(talk, without, desk)
        except FilesError as error:
            page.say(file_words(error, t))
        else:
            let_go()
            page.say(t("Gone for good. {backups}", backups=words))

    page.app.push_screen(GoneScreen(text, words, t), go)
