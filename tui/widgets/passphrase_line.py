"""A line that is typed unseen: it leaves no trace on the screen, the clipboard or in the app's own memory."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key, Paste
from textual.message import Message
from textual.widgets import Static

from store.files.envelope import Sealer
from store.files.errors import FilesError
from store.language import Translator
from tui.terminal.typed.typed_ahead import TypedAhead
from tui.terminal.unmeasured import Unmeasured
from tui.widgets.line_input import LineInput
from tui.widgets.safe_text import literal
from tui.words.key_errors import key_words


class HiddenLine(Unmeasured, LineInput):
    """Dots only; nothing of it can be copied or cut. Enter passes on what was typed, as it was typed."""

    def __init__(self, *, placeholder: str = "", tries: bool = False) -> None:
        """An empty line; one that `tries` what was entered holds back what is typed until it knows."""
        super().__init__(placeholder=placeholder)
        self.password = True
        self._tries = tries
        self.ahead = TypedAhead()

    @property
    def half_typed(self) -> bool:
        """Whether something stands here that is worth keeping: what nobody sees is typed anew."""
        return False

    def take(self) -> str:
        """Take the line off; a passphrase may begin or end with a space."""
        text = self.value
        self.clear()
        return text

    async def action_submit(self) -> None:
        # from here on nothing is for this line, unless it was wrong
        self.ahead.holding = self._tries and bool(self.value)
        await super().action_submit()

    async def go_on(self) -> None:
        """Let be typed what was held back, before anything that is still on its way here."""
        for event in self.ahead.release():
            await self.on_event(event)

    async def on_key(self, event: Key) -> None:
        """Hold it back, or let it be typed."""
        self._hold(event)

    def on_paste(self, event: Paste) -> None:
        self._hold(event)

    def _hold(self, event: Key | Paste) -> None:
        if self.ahead.take(event):
            event.stop()
            event.prevent_default()

    def action_copy(self) -> None:
        pass  # what is typed unseen stays here

    def action_cut(self) -> None:
        pass  # what is typed unseen stays here


class PassphraseLine(Vertical):
    """Asks until it is right. The key is derived beside the screen, which goes on meanwhile."""

    DEFAULT_CSS = """
    PassphraseLine { width: 52; max-width: 90%; height: auto; }
    PassphraseLine Static { height: 3; color: $warning; text-align: center; margin-top: 1; }
    """

    @dataclass
    class Opened(Message):
        """It was right. What was typed `ahead` is for the screen that comes."""

        sealer: Sealer
        ahead: TypedAhead

    def __init__(
        self,
        unlock: Callable[[str], Sealer],
        t: Translator,
        told: Callable[[FilesError, Translator], str] = key_words,
    ) -> None:
        """`unlock` takes its time, and raises FilesError when it does not open; `told` says why."""
        super().__init__()
        self._told = told
        self._unlock = unlock
        self._t = t
        self._line = HiddenLine(placeholder=t("passphrase, or the recovery key"), tries=True)
        self._words = Static(markup=False)

    def compose(self) -> ComposeResult:
        yield self._line
        yield self._words

    def on_mount(self) -> None:
        """Ready to type."""
        self._line.focus()

    def on_line_input_entered(self, event: LineInput.Entered) -> None:
        """Try it; an empty line is no try."""
        event.stop()
        if not event.text:
            self._words.update(literal(self._t("Type your passphrase first, then Enter.")))
        else:
            self._words.update(literal(self._t("One moment…")))
            self.run_worker(self._try(event.text), exclusive=True)

    async def _try(self, secret: str) -> None:
        try:
            sealer = await asyncio.to_thread(self._unlock, secret)
        except FilesError as error:
            self._words.update(literal(self._told(error, self._t)))
            self._line.call_next(self._line.go_on)
            return
        # behind all that was typed so far
        self._line.call_later(self.post_message, self.Opened(sealer, self._line.ahead))
