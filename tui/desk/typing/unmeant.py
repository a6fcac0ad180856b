"""What a letter did that was no command: the first of a word, typed where there is no line."""

from __future__ import annotations

from contextlib import suppress

from store.domain.day import SchoolDay
from store.domain.role_words import role_of
from store.domain.text import fold
from store.domain.undo import Step
from store.files.errors import FilesError
from tui.desk import way_back
from tui.desk.desk import Desk


class WayBack:
    """The desk as it was before a letter was pressed."""

    def __init__(self, desk: Desk) -> None:
        """Remember how it is now."""
        self._desk, self._day, self._school = desk, desk.day, desk.school

    def go(self) -> None:
        """Put the desk back as it was; where the disk refuses that, what was done stays and can be undone."""
        desk, now = self._desk, self._desk.day
        if now is self._day and desk.school is self._school:
            return
        turned = _turned(self._day, now)
        with suppress(FilesError):
            if any(step.elsewhere for step in turned):
                self._turn_over(turned[-1])
            elif now.date != self._day.date or (desk.school is not self._school and not turned):
                self._turn_whole()
            else:
                self._lay_back(now)

    def _lay_back(self, now: SchoolDay) -> None:
        if self._desk.school is not self._school:
            self._desk.keep_school(self._school.again_after(self._desk.school))
        self._desk.keep_day(self._day.again_after(now))

    def _turn_over(self, step: Step) -> None:
        """Do the other of undo and redo, on both days."""
        if step.undone:
            way_back.redo(self._desk, scope=step.scope)
        else:
            way_back.undo(self._desk, scope=step.scope)

    def _turn_whole(self) -> None:
        """Turn once more what was turned in one go, on every day it reached."""
        from tui.desk.roster.last_import import do_again, is_next, take_back

        (do_again if is_next(self._desk, back=False) else take_back)(self._desk)
        if self._desk.day.date != self._day.date:
            self._desk.open(self._day.date)


def begins_a_name(text: str) -> bool:
    """Say whether a text begins as a name or a word for somebody does, and so is not the rest of a word."""
    first = text.partition(" ")[0]
    return first[:1].isupper() or bool(role_of(fold(first)))


def _turned(before: SchoolDay, now: SchoolDay) -> list[Step]:
    """The steps that were done, or taken back, since."""
    was = {(step.id, step.undone) for step in (*before.steps, *before.undone)}
    return [step for step in (*now.steps, *now.undone) if (step.id, step.undone) not in was]
