"""Textual's App with its habits at beginning and ending mended."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from textual.app import ReturnType

from tui.desk.printing import Printing
from tui.terminal.clipboard import Copied, put_on_clipboard
from tui.terminal.driver import TerminalTold, steady_driver
from tui.terminal.print_file import print_file
from tui.terminal.separators import keep_separators
from tui.terminal.sheets import SteadyApp

COPY_SECONDS = 2.0
"""How long the computer may take over a copy before it counts as not made."""


class QuietApp(SteadyApp[ReturnType]):
    """An app on a steady driver, that prints nothing of an unexpected error.

    Tracebacks can't be turned off: https://github.com/Textualize/textual/issues/354
    """

    def __init__(
        self,
        put: Callable[[str], Copied] = put_on_clipboard,
        prints: Callable[[Path], Printing] = print_file,
    ) -> None:
        """Take the terminal by our own driver, where there is one.

        `put` puts a text on the clipboard; `prints` brings a file to the printer, as far as that can be.
        """
        keep_separators()
        super().__init__(driver_class=steady_driver())
        self._put = put
        self._prints = prints
        self._terminal_takes_copies = False
        self.copied = False
        """Whether something of ours is, or may be, on the clipboard."""

    def on_terminal_told(self, event: TerminalTold) -> None:
        self._terminal_takes_copies = event.takes_copies

    def copy_to_clipboard(self, text: str) -> None:
        """Copy what was chosen on the screen, and remember that something is there."""
        super().copy_to_clipboard(text)
        self.copied = bool(text)

    async def copy(self, text: str) -> bool:
        """Copy a text; return whether it is sure to be on a clipboard, this computer's or the terminal's."""
        try:
            made = await asyncio.wait_for(asyncio.to_thread(self._put, text), COPY_SECONDS)
        except TimeoutError:
            made = Copied.PERHAPS
        if made is not Copied.SURE and self._terminal_takes_copies:
            super().copy_to_clipboard(text)
            made = Copied.SURE
        self.copied = (made is not Copied.NOT or self.copied) and bool(text)
        return made is Copied.SURE

    async def print_file(self, path: Path) -> Printing:
        """Bring a file to the printer; return how far it came."""
        return await asyncio.to_thread(self._prints, path)

    def _print_error_renderables(self) -> None:
        """Print nothing: a traceback would hold names of children."""
