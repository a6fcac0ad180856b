"""The half-typed line, kept apart from the day so that it survives too."""

from __future__ import annotations

from dataclasses import dataclass

OF_NO_TALK = ""
"""In the place of a talk's id: the line of a timetable that is being made, or the answer to a question."""
ASKED = "asked/"
"""What the place of an answer begins with; behind a colon stands the row it was typed on, if any."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A line that was not entered yet, and where it was to land.

    `number` is that of the line it will become: once a talk's `lines` has reached it, the line was
    committed and the draft is old. `place` is the badge it was typed under: a voice, or a closing row.
    """

    talk: str
    number: int
    place: str
    text: str

    @property
    def asked(self) -> str:
        """The question that it answers, without the row; empty for any other line."""
        return self.place.partition(":")[0] if self.place.startswith(ASKED) else ""

    def overtaken(self, lines: int) -> bool:
        """Say whether the line was entered after the draft was kept; `lines` counts those of the talk."""
        return lines >= self.number
