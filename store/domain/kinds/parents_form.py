"""What parents told by the form that they filled in at home: taken down as far as somebody wants to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum


class Answer(StrEnum):
    """An answer on a form."""

    YES = "yes"
    SOMETIMES = "sometimes"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What was answered to one entry of the form, by the entry's id.

    `other` is what a colleague took down for it, `other_by` who that is: of the two nobody chose yet.
    """

    id: str
    answer: Answer
    other: Answer | None = None
    other_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written in own words under one entry of the form, or one part, by its id."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ParentsForm:
    """The form about one child: what was ticked, answered and written, by the ids of the form's entries.

    What the parents want to raise is not in it: that is on the agenda, like anything else they bring up.
    """

    id: str
    pupil_id: str
    ticked: tuple[str, ...] = ()
    answered: tuple[Answered, ...] = ()
    written: tuple[Written, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was taken down."""
        return not (self.ticked or self.answered or self.written)

    def tick(self, entry: str) -> ParentsForm:
        """Tick an entry; one that was ticked no longer is."""
        if entry in self.ticked:
            return replace(self, ticked=tuple(each for each in self.ticked if each != entry))
        return replace(self, ticked=(*self.ticked, entry))

    def answered_at(self, entry: str) -> Answered | None:
        """Return what was answered to an entry, and by whom otherwise; None where nothing was."""
        return next((each for each in self.answered if each.id == entry), None)

    def answer(self, entry: str, answer: Answer | None) -> ParentsForm:
        """Note the answer to an entry, in the place of another one; None takes it out."""
        others = tuple(each for each in self.answered if each.id != entry)
        own = (Answered(id=entry, answer=answer),) if answer else ()
        return replace(self, answered=(*others, *own))

    def written_at(self, entry: str) -> str:
        """Return what was written under an entry; empty where nothing was."""
        return next((each.text for each in self.written if each.id == entry), "")

    def write(self, entry: str, text: str) -> ParentsForm:
        """Note what was written under an entry, in the place of what stood there."""
        others = tuple(each for each in self.written if each.id != entry)
        own = (Written(id=entry, text=text),) if text else ()
        return replace(self, written=(*others, *own))
