"""Half-typed lines, kept apart from the day so that they survive too."""

from __future__ import annotations

from dataclasses import dataclass

from store.domain.talk import Talk

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
        """Return whether the line was entered after the draft was kept; `lines` counts those of the talk."""
        return lines >= self.number


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """The half-typed lines of a day: one for each talk, and one for each question that is of no talk."""

    drafts: tuple[Draft, ...] = ()

    def of(self, talk: Talk) -> Draft | None:
        """Return the line of this talk; None where none was typed, or it was entered."""
        own = (each for each in self.drafts if each.talk == talk.id and not each.overtaken(talk.lines))
        return next(own, None)

    def typed(self, talk: Talk, place: str, text: str) -> HalfTyped:
        """Return the lines with this one for the talk; an empty one is forgotten."""
        draft = Draft(talk=talk.id, number=talk.lines + 1, place=place, text=text)
        return HalfTyped((*self.without(talk.id).drafts, *((draft,) if text else ())))

    def without(self, talk_id: str) -> HalfTyped:
        """Return the lines without that of a talk."""
        return HalfTyped(tuple(each for each in self.drafts if each.talk != talk_id))

    def beside(self, asked: str = "") -> Draft | None:
        """Return the line that answers this question, or that of a timetable; None where none was typed."""
        beside = (each for each in self.drafts if each.talk == OF_NO_TALK)
        return next((each for each in beside if each.asked == asked), None)

    def typed_beside(self, place: str, text: str) -> HalfTyped:
        """Return the lines with this one, of no talk, for one question; an empty one is forgotten."""
        draft = Draft(talk=OF_NO_TALK, number=1, place=place, text=text)
        others = (each for each in self.drafts if each.talk != OF_NO_TALK or each.asked != draft.asked)
        return HalfTyped((*others, *((draft,) if text else ())))
