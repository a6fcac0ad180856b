"""What the desk tells whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from store.domain.day import SchoolDay


@dataclass(frozen=True, slots=True)
class Saving:
    """What the screen may say about the disk: when it was last kept (wall time), or why it is not."""

    behind: bool = False
    reason: str = ""
    kept_at: datetime | None = None


class Listener(Protocol):
    """Who shows the desk."""

    def day_changed(self, day: SchoolDay) -> None:
        """The day is now this one."""

    def saving_changed(self, saving: Saving) -> None:
        """What is on the disk changed."""
