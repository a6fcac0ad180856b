"""What is written down during a talk: points of the reverse agenda, notes under them, agreements."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain.people import Voice
from store.domain.plan import Initiative, When

FIRST = "first"
"""In the place of a contact moment's id: whichever comes first."""

_EXPLAINS = r"(?i)\b(leg|legt|leggen|uitleg\w*|vertel\w*|explain\w*|tells?|telling)\b"


def explains(text: str) -> bool:
    """Return whether a text tells that somebody explains something: *zijn ouders leggen het hem uit*."""
    return re.search(_EXPLAINS, text) is not None


class Outlook(StrEnum):
    """What was to become of a point, in folders of before. Nothing is ever ticked off."""

    RAISED = "raised"
    LATER = "later"
    NO_LONGER = "no_longer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A few words under a point. `by` is as for the point."""

    id: str
    text: str
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPoint:
    """Something that one of the three voices wants to raise.

    `later` is the id of the contact moment the point is kept for, or `FIRST`. A `prepared` point is only on
    the teacher's own slip, or came with a file for a talk that has not begun: not on the board, and not in
    anything the family reads. `outlook` is only read.
    In a talk about more than one child `pupil_ids` are those it is about; in the pupil's voice that is who
    brings it. Without any it is about all of them. `goes_along` is that the pupil said that it may be brought
    up in the talk with the other parent too. `by` is the teacher who wrote it down, where two of them did.
    """

    id: str
    voice: Voice
    text: str
    outlook: Outlook = Outlook.RAISED
    notes: tuple[Note, ...] = ()
    later: str = ""
    prepared: bool = False
    pupil_ids: tuple[str, ...] = ()
    goes_along: bool = False
    by: str = ""

    @property
    def kept_for(self) -> str:
        """The id of the contact moment the point is kept for, `FIRST`, or empty when it was just raised."""
        return self.later or (FIRST if self.outlook is Outlook.LATER else "")

    def keep_for(self, moment_id: str) -> AgendaPoint:
        """Return the point kept for this contact moment, or `FIRST`; with an empty id for none."""
        return replace(self, later=moment_id, outlook=Outlook.RAISED)

    def with_note(self, note: Note) -> AgendaPoint:
        """Return the point with one more note."""
        return replace(self, notes=(*self.notes, note))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Something agreed on, other than contact.

    Where they could be read from the text: `who` does it as typed, on which side that is, and by `when`, with
    `when_text` as typed. `pupil_ids` as for a contact moment, `by` as for a point.
    """

    id: str
    text: str
    who: str = ""
    side: Initiative | None = None
    when: When | None = None
    when_text: str = ""
    pupil_ids: tuple[str, ...] = ()
    by: str = ""
