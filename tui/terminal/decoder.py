"""The terminal as it really is: bytes that are no UTF-8 and pastes with control characters come in too."""

from __future__ import annotations

import codecs
import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver

START, END = "\x1b[200~", "\x1b[201~"
_NOISE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class TerminalDecoder(codecs.IncrementalDecoder):
    """Bytes of a terminal to text: what is no UTF-8 becomes "�", what is pasted loses its controls.

    Textual takes any ESC inside a paste for the end of it, and drops what stood before.
    """

    def __init__(self, errors: str = "replace") -> None:
        super().__init__(errors)
        self._utf8 = codecs.getincrementaldecoder("utf-8")("replace")
        self._pasting = False
        self._held = ""

    def decode(self, data: bytes, final: bool = False) -> str:  # type: ignore[override]
        """Return the text so far. Inside a paste, a piece that may be the end of it waits for the rest."""
        text = self._held + self._utf8.decode(data, final)
        self._held = ""
        out: list[str] = []
        while text:
            if not self._pasting:
                before, mark, text = text.partition(START)
                out += (before, mark)
                self._pasting = bool(mark)
                continue
            before, mark, text = text.partition(END)
            if not mark and not final and (tail := _beginning_of_end(before)):
                before, self._held = before[: -len(tail)], tail
            out += (_NOISE.sub("", before), mark)
            self._pasting = not mark
        return "".join(out)


def _beginning_of_end(text: str) -> str:
    """The tail of a text that may become the end of a paste."""
    return next((END[:size] for size in range(len(END) - 1, 0, -1) if text.endswith(END[:size])), "")


def put_decoder_in(driver: type[Driver]) -> None:
    """Let this driver of Textual's decode what the keyboard sends as here.

    Textual decodes strictly and ends the app on the first invalid byte; its driver looks the decoder up in
    its own module: https://github.com/Textualize/textual/issues/6456
    """
    module = sys.modules[driver.__module__]
    module.getincrementaldecoder = lambda _: TerminalDecoder  # type: ignore[attr-defined]
