"""The passphrase: asked once at first run, where one Esc skips it; changed or renewed later."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from enum import StrEnum

from textual.app import ComposeResult
from textual.widgets import Input, Static

from store.files.errors import FilesError
from store.files.sealing.passphrase import Advice, advice
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.setup import passphrase
from tui.desk.setup.passphrase import Wish
from tui.keys import KEYS, bindings
from tui.messages import KeyMade, PassphraseLeft, SealingStopped
from tui.screens.page import Page
from tui.widgets.line_input import LineInput
from tui.widgets.passphrase_line import HiddenLine
from tui.widgets.safe_text import literal
from tui.words.key_errors import key_words


class _Step(StrEnum):
    """What the line asks."""

    OLD = "old"
    NEW = "new"
    AGAIN = "again"


STEPS = {
    Wish.SEAL: (_Step.NEW, _Step.AGAIN),
    Wish.CHANGE: (_Step.OLD, _Step.NEW, _Step.AGAIN),
    Wish.RENEW: (_Step.OLD,),
    Wish.NEW_KEY: (_Step.OLD, _Step.NEW, _Step.AGAIN),
}
HEADS = {
    Wish.SEAL: mark("A passphrase for this folder?"),
    Wish.CHANGE: mark("Another passphrase"),
    Wish.RENEW: mark("Another recovery key"),
    Wish.NEW_KEY: mark("A new key"),
}
CONSEQUENCES = {
    Wish.SEAL: mark(
        "With a passphrase nobody but you can read what is kept here, also not on a lost or shared computer. "
        "You type it each time you begin. Who loses both the passphrase and the recovery key, which comes "
        "next, loses everything: nobody can get it back. Without one, whoever uses this computer can read "
        "along."
    ),
    Wish.CHANGE: mark(
        "The recovery key stays. An old backup opens with the new passphrase on this computer, with the old "
        "one elsewhere. If somebody else may know the old one and have a backup, make a new key instead: "
        "with those what is kept here can be read."
    ),
    Wish.RENEW: mark(
        "The one on paper no longer opens this folder after this; the passphrase stays the same. If somebody "
        "else may have it and an old backup, make a new key instead: with those what is kept here can still "
        "be read."
    ),
    Wish.NEW_KEY: mark(
        "Everything here is sealed anew, with another passphrase and another recovery key. The old ones, "
        "also with an old backup, open nothing of it any more. Backups elsewhere still open with the old "
        "ones: delete those once there is a new one."
    ),
}
PROMPTS = {
    _Step.OLD: mark("the passphrase as it is now, or the recovery key"),
    _Step.NEW: mark("the new passphrase"),
    _Step.AGAIN: mark("the same once more"),
}
ADVICE = {
    Advice.EMPTY: mark("Four or five words that do not belong together are easy to keep and hard to guess."),
    Advice.SHORT: mark("It can be used, but it is short: a few words more make it much stronger."),
    Advice.DIGITS: mark("It can be used, but figures only are tried first: a few words are much stronger."),
    Advice.MONOTONOUS: mark("It can be used, but it repeats itself: a few different words are stronger."),
    Advice.GOOD: mark("That is a good one."),
}


class PassphraseScreen(Page):
    """Enter takes the line, Esc leaves everything as it is."""

    NAMES_NOBODY = True
    HERE = ("back",)
    SHOWN = ("back",)
    LINE = (("enter", mark("Go on with what you typed.")),)
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, wish: Wish, *, unasked: bool = False) -> None:
        """Begin with the first question of what is wished, or of what is asked by itself."""
        super().__init__(desk, t)
        self.unasked = unasked
        self._wish = wish
        self._at = 0
        self._old = self._new = ""
        self._busy = False
        self._typed = False

    @property
    def _step(self) -> _Step:
        return STEPS[self._wish][self._at]

    def page(self) -> ComposeResult:
        """Yield what it is about, the line, and what there is to say about it."""
        yield Static(literal(self.t(HEADS[self._wish])), id="card-name")
        yield Static(literal(self.t(CONSEQUENCES[self._wish])), classes="dim")
        yield Static(id="choices", markup=False)
        yield HiddenLine()
        yield Static(id="read", markup=False)

    def key_labels(self) -> list[tuple[str, str]]:
        """Enter does something too; only what is asked by itself can be skipped."""
        back = self.t("skip this") if self._wish is Wish.SEAL else self.t("never mind")
        return [("↵", self.t("next")), (KEYS["back"].shown, back)]

    def on_mount(self) -> None:
        """Ready to type."""
        self._ask()
        if self.unasked:
            self.rest()
        self.query_one(HiddenLine).focus()

    def _ask(self, words: str = "") -> None:
        self.query_one("#choices", Static).update(literal(self.t(PROMPTS[self._step])))
        first = self.t(ADVICE[Advice.EMPTY]) if self._step is _Step.NEW else ""
        self._tell(words or first)

    def _tell(self, words: str) -> None:
        self.query_one("#read", Static).update(literal(words))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Advice while it is typed, none on what is no longer there; any passphrase is taken."""
        typed, self._typed = self._typed, bool(event.value)
        if event.value or typed:
            self._tell(self.t(ADVICE[advice(event.value)]) if self._step is _Step.NEW else "")

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        self._typed = False
        if self._busy:
            event.line.put_back(event.text)
            return
        if not event.text.strip():
            self._tell(self.t("There is nothing on the line yet; take your time, then Enter."))
            return
        match self._step:
            case _Step.OLD:
                self._old = event.text
                if self._wish is not Wish.RENEW:
                    self._begin(self._check())
                    return
            case _Step.NEW:
                self._new = event.text
            case _Step.AGAIN if event.text != self._new:
                self._at -= 1
                self._ask(self.t("Those two were not the same; type the new one again."))
                return
        if self._at + 1 < len(STEPS[self._wish]):
            self._at += 1
            self._ask()
        else:
            self._begin(self._work())

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        self._busy = True
        self._tell(self.t("One moment…"))
        self.run_worker(work, exclusive=True)

    async def _check(self) -> None:
        """Whether the old one is right, before a new one is thought up."""
        try:
            await asyncio.to_thread(passphrase.try_out, self.desk.repository, self._old)
        except FilesError as error:
            self._busy = False
            self._ask(key_words(error, self.t))
            return
        self._busy, self._at = False, self._at + 1
        self._ask()

    async def _work(self) -> None:
        """Beside the screen: deriving a key and sealing every file take their time."""
        repository = self.desk.repository
        await asyncio.to_thread(self.desk.wait_for_disk)
        try:
            recovery_key = await asyncio.to_thread(self._done)
        except FilesError as error:
            if await asyncio.to_thread(passphrase.is_half_sealed, repository):
                self.post_message(SealingStopped())
                return
            self._busy, self._at = False, 0
            self._ask(key_words(error, self.t))
            return
        self._old = self._new = ""
        self.post_message(KeyMade(recovery_key))

    def _done(self) -> str:
        repository = self.desk.repository
        match self._wish:
            case Wish.SEAL:
                return repository.seal(self._new).recovery_key
            case Wish.CHANGE:
                passphrase.change(repository, self._old, self._new)
                return ""
            case Wish.RENEW:
                return passphrase.renew(repository, self._old)
            case Wish.NEW_KEY:
                return repository.renew_data_key(self._old, self._new).recovery_key

    def action_back(self) -> None:
        """Leave everything as it is."""
        if not self._busy:
            self.post_message(PassphraseLeft())
