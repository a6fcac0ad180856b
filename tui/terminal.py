"""The terminal as it really is: bytes that are no UTF-8 and pastes with control characters come in too."""

from __future__ import annotations

import codecs
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.driver import Driver


def forgiving_driver() -> type[Driver] | None:
    """Textual's own driver for a terminal, reading what is no UTF-8 as "�"; None where that is not needed.

    Textual decodes strictly and ends the app on the first invalid byte (DESIGN §5); its driver looks the
    decoder up in its own module, so that is where the forgiving one is put.
    """
    if sys.platform == "win32":
        return None
    from textual.drivers import linux_driver

    class ForgivingDecoder(codecs.getincrementaldecoder("utf-8")):  # type: ignore[misc]
        """An incremental UTF-8 decoder that replaces instead of raising."""

        def __init__(self, errors: str = "replace") -> None:
            super().__init__(errors)

    linux_driver.getincrementaldecoder = lambda _: ForgivingDecoder  # type: ignore[attr-defined]
    return linux_driver.LinuxDriver
