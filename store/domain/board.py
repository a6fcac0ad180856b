"""What is written down during a talk: points of the reverse agenda, notes under them, agreements."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain.people import Voice


class Outlook(StrEnum):
    """What is to become of a point. Nothing here says that it was discussed: nothing is ever ticked off."""

    RAISED = "raised"
    LATER = "later"
    NO_LONGER = "no_longer"

    def next(self) -> Outlook:
        """Return the outlook that the same key gives a point next, going round."""
        order = (Outlook.RAISED, Outlook.LATER, Outlook.NO_LONGER)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A few words under a point."""

    id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPoint:
    """Something that one of the three voices wants to raise."""

    id: str
    voice: Voice
    text: str
    outlook: Outlook = Outlook.RAISED
    notes: tuple[Note, ...] = ()

    def with_note(self, note: Note) -> AgendaPoint:
        """Return the point with one more note."""
        return replace(self, notes=(*self.notes, note))


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Something agreed on, other than contact."""

    id: str
    text: str
