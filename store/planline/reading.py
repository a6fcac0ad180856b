"""Hold what was read from a line: moments, what is wrong with it and where, and what was assumed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from store.domain.plan import ContactMoment

Values = tuple[tuple[str, str], ...]
"""Named values of a code, as text: what a sentence needs to fill in."""


@dataclass(frozen=True, slots=True)
class Child:
    """One of several children: the id, and the names that mean this child and no other."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names that mean the pupil, the parents and the teacher; whole names or first names.

    Where the talk is about several children all their names mean the pupil, and `children` tells them apart.
    """

    pupil: tuple[str, ...] = ()
    carers: tuple[str, ...] = ()
    teacher: tuple[str, ...] = ()
    children: tuple[Child, ...] = ()


class Part(StrEnum):
    """The question that a stretch of the line answers."""

    WHEN = "when"
    CHANNEL = "channel"
    WHO = "who"
    INITIATIVE = "initiative"
    PURPOSE = "purpose"
    CONDITION = "condition"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the line, half-open, in code points."""

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LineProblem:
    """A reason to refuse a line. `at` is half-open, in code points of the line."""

    code: str
    values: Values = ()
    at: tuple[int, int] = (0, 0)

    def value(self, name: str) -> str:
        """Return the value with this name; empty when there is none."""
        return dict(self.values).get(name, "")


@dataclass(frozen=True, slots=True)
class Assumption:
    """Something that was not typed as such but taken for granted, and so is shown."""

    code: str
    values: Values = ()

    def value(self, name: str) -> str:
        """Return the value with this name; empty when there is none."""
        return dict(self.values).get(name, "")


@dataclass(frozen=True, slots=True)
class Reading:
    """One line as it was read.

    There is always at least one moment; its id is empty, for the one who keeps it to fill in. When
    the line is refused, the moment still holds what could be read and its *when* says what is wrong.
    """

    line: str
    moments: tuple[ContactMoment, ...]
    errors: tuple[LineProblem, ...] = ()
    assumed: tuple[Assumption, ...] = ()
    spans: tuple[Span, ...] = ()

    @property
    def ok(self) -> bool:
        """True when every moment may be kept as read."""
        return not self.errors and not any(moment.to_be_set for moment in self.moments)
