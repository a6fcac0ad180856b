"""What the half-typed line says so far: read once for each change, however often it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from store.domain.talk import Talk
from store.planline.reading import Part, Reading
from tui.desk.contact_moments import read
from tui.desk.desk import Desk


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of the line that was understood as one part, or that is not clear (no part)."""

    part: Part | None
    start: int
    end: int


class LiveReading:
    """Reads the line at the table of one talk."""

    def __init__(self, desk: Desk) -> None:
        """Read with the names and the calendar on this desk."""
        self._desk = desk
        self._known: tuple[object, ...] = ()
        self._read: tuple[tuple[int, Reading], ...] = ()

    def of(self, text: str, talk: Talk) -> tuple[tuple[int, Reading], ...]:
        """Return what each line of the text says, with where it begins; empty lines say nothing."""
        school = self._desk.school
        if self._known != (text, talk.pupil, talk.teacher, school.teacher, school.year):
            self._known = (text, talk.pupil, talk.teacher, school.teacher, school.year)
            self._read = tuple((at, read(line, talk, self._desk)) for at, line in _lines(text))
        return self._read

    def lit(self, text: str, talk: Talk) -> Iterator[Lit]:
        """Yield the stretches of the text that were understood, and what is not clear."""
        for begin, reading in self.of(text, talk):
            for span in reading.spans:
                yield Lit(span.part, begin + span.start, begin + span.end)
            for problem in reading.errors:
                start, end = problem.at
                if (start, end) != (0, len(reading.line)):
                    yield Lit(None, begin + start, begin + end)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Each line without the blanks around it, and where it begins."""
    at = 0
    for line in text.split("\n"):
        if words := line.strip():
            yield at + line.index(words), words
        at += len(line) + 1
