"""Texts out of the app as files: one pupil's where no clipboard is sure to have it, and the whole day."""

from __future__ import annotations

from pathlib import Path

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Talk
from store.export.new_file import write_again, write_new
from store.language import Translator


def keep_text(text: str, talk: Talk, folder: Path) -> Path:
    """Write one pupil's text as a file; no name is in the file's name.

    Raises:
        OSError: the folder or the disk did not take it.
    """
    return write_new(folder, f"{talk.slot.start:%Y-%m-%d-%H%M}", "txt", text.encode("utf-8", "replace"))


def keep_day(day: SchoolDay, school: School, folder: Path, t: Translator) -> Path:
    """Write the whole day as Markdown, in the place of what was written of this day before.

    Raises:
        OSError: the folder or the disk did not take it.
    """
    from store.export.summary import summary_markdown

    content = summary_markdown(day, school, t).encode("utf-8", "replace")
    return write_again(folder, f"{day.date}", "md", content)
