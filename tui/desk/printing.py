"""How far paper came towards the printer."""

from __future__ import annotations

from enum import IntEnum


class Printing(IntEnum):
    """How far a file came towards the printer by itself, the furthest first.

    Its print dialog is open; it went to be printed, by a dialog or by the usual printer; it is open in a
    viewer; or it is only in its folder.
    """

    DIALOG = 0
    PRINTER = 1
    VIEWER = 2
    NOWHERE = 3
