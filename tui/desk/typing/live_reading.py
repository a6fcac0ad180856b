"""What the half-typed line says so far: read once for each change, however often it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from store.domain.talk import Talk
from store.planline.complete import complete
from store.planline.reading import Part, Reading
from store.planline.reference import Reference
from tui.desk.desk import Desk
from tui.desk.talk.contact_moments import read
from tui.desk.talk.names_in_plan import names_of


@dataclass(frozen=True, slots=True)
class Lit:
    """A stretch of the line that was understood as one part, or that is not clear (no part)."""

    part: Part | None
    start: int
    end: int


KEPT = 64
"""How many lines are remembered with what they say: a paste of more is read again."""


class LiveReading:
    """Reads the line at the table of one talk."""

    def __init__(self, desk: Desk, on: date | None = None) -> None:
        """Read with the names and the calendar on this desk, as on its day, or on another one."""
        self._desk = desk
        self._on = on
        self._known: tuple[object, ...] = ()
        self._readings: dict[str, Reading] = {}
        self._endings: dict[str, str] = {}

    def of(self, text: str, talk: Talk) -> tuple[tuple[int, Reading], ...]:
        """Return what each line of the text says, with where it begins; empty lines say nothing."""
        return tuple((at, self._reading(line, talk)) for at, line in _lines(text))

    def ending(self, line: str, talk: Talk) -> str:
        """Return what would finish the line; nothing when there is nothing to add."""
        self._forget(talk)
        if line not in self._endings:
            names = names_of(talk, self._desk.school)
            reference = Reference(self._on or self._desk.day.date, self._desk.year)
            self._endings = {line: complete(line, len(line), reference, names) or ""}
        return self._endings[line]

    def _reading(self, line: str, talk: Talk) -> Reading:
        self._forget(talk)
        if line not in self._readings:
            if len(self._readings) >= KEPT:
                self._readings.clear()
            self._readings[line] = read(line, talk, self._desk, self._on)
        return self._readings[line]

    def _forget(self, talk: Talk) -> None:
        """Other names or another calendar may make another reading of the same line."""
        school = self._desk.school
        if self._known != (known := (talk.pupils, talk.teacher, school.teacher, school.year)):
            self._known = known
            self._readings.clear()
            self._endings.clear()

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
