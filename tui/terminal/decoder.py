"""The terminal as it really is: bytes that are no letters and pastes with control characters come in too."""

from __future__ import annotations

import codecs
import re
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tui.terminal.charset import charset

if TYPE_CHECKING:
    from textual.driver import Driver

START, END = "\x1b[200~", "\x1b[201~"
ATTRIBUTES = re.compile(r"\x1b\[\?([\d;]*)c")
"""What a terminal answers when it is asked what it can (`ASK`)."""
ASK = "\x1b[c"
_BEGUN = re.compile(r"\x1b\[\?[\d;]*\Z")
_NOISE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class TerminalDecoder(codecs.IncrementalDecoder):
    """Bytes of a terminal to text: what is no letter becomes "�", what is pasted loses its controls.

    Textual takes any ESC inside a paste for the end of it, and drops what stood before.
    """

    def __init__(self, errors: str = "replace", *, hear: Callable[[str], None] = lambda _: None) -> None:
        """Decode; what the terminal says of itself goes to `hear`: Textual would take it for keys."""
        super().__init__(errors)
        self._hear = hear
        self._letters = codecs.getincrementaldecoder(charset())("replace")
        self._pasting = False
        self._held = ""

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        """Return the text so far. Inside a paste, a piece that may be the end of it waits for the rest."""
        text = self._held + self._letters.decode(data, final)
        self._held = ""
        out: list[str] = []
        while text:
            if not self._pasting:
                before, mark, text = text.partition(START)
                if not mark and not final and (begun := _BEGUN.search(before)):
                    before, self._held = before[: begun.start()], begun[0]
                out += (self._heard(before), mark)
                self._pasting = bool(mark)
                continue
            before, mark, text = text.partition(END)
            if not mark and not final and (tail := _beginning_of_end(before)):
                before, self._held = before[: -len(tail)], tail
            out += (_NOISE.sub("", before), mark)
            self._pasting = not mark
        return "".join(out)

    def _heard(self, text: str) -> str:
        """Return the text without what the terminal says of itself, which is passed on."""
        for attributes in ATTRIBUTES.findall(text):
            self._hear(attributes)
        return ATTRIBUTES.sub("", text)


def _beginning_of_end(text: str) -> str:
    """The tail of a text that may become the end of a paste."""
    return next((END[:size] for size in range(len(END) - 1, 0, -1) if text.endswith(END[:size])), "")


def put_decoder_in(driver: type[Driver], hear: Callable[[str], None]) -> None:
    """Let this driver of Textual's decode what the keyboard sends as here, and tell what the terminal can.

    Textual decodes strictly and ends the app on the first invalid byte; its driver looks the decoder up in
    its own module: https://github.com/Textualize/textual/issues/6456
    """
    module = sys.modules[driver.__module__]
    module.getincrementaldecoder = lambda _: partial(TerminalDecoder, hear=hear)  # type: ignore[attr-defined]
