"""What the app was left for, where the teacher did not simply stop."""

from __future__ import annotations

from enum import StrEnum


class WayOut(StrEnum):
    """What the app returns when it ends; a plain stop returns nothing.

    DEMO: to look around with an invented class. HALF_SEALED: sealing did not come to its end, and only a new
    start can read what is there now.
    """

    DEMO = "demo"
    HALF_SEALED = "half_sealed"
