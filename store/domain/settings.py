"""What the teacher and the school decided about the program itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.domain.retention import DEFAULT_WEEKS, WEEKS

BACKUPS = 7
CURTAIN_MINUTES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The answers to questions that are asked once, and what follows from them.

    `asked` names the first-run questions that were answered or skipped. `backup_folder` is empty for the
    place in the data folder, `paper_folder` for no paper by itself. `retention_weeks` counts from handing
    over; after `curtain_minutes` without a key, outside a running talk, the curtain falls; 0 for never.
    `coached` names, once for each time, what a teacher did of what the first talk teaches.
    """

    asked: tuple[str, ...] = ()
    backup_folder: str = ""
    paper_folder: str = ""
    backups: int = BACKUPS
    retention_weeks: int = DEFAULT_WEEKS
    curtain_minutes: int = CURTAIN_MINUTES
    coached: tuple[str, ...] = ()

    def answered(self, question: str) -> Settings:
        """Return the settings in which this question is not asked again."""
        return self if question in self.asked else replace(self, asked=(*self.asked, question))

    def keeping(self, weeks: int) -> Settings:
        """Return the settings by which talks are purged so many weeks after handing over.

        Raises:
            ValueError: not from 0 to 104.
        """
        if weeks not in WEEKS:
            raise ValueError(f"0 to {WEEKS[-1]} weeks")
        return replace(self, retention_weeks=weeks)
