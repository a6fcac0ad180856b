"""What came of something that was agreed on, and which moment a later talk is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from store.domain.board import Agreement
from store.domain.plan import ContactMoment


class Became(StrEnum):
    """What became of a contact moment, of an agreement, or of calling a family that did not come."""

    DONE = "done"
    MOVED = "moved"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequel:
    """What came of one record of a talk, once: of what comes back each time has a sequel of its own.

    `of` is the id of the contact moment or agreement; of the talk itself for a family that did not come.
    `due` is the day on which it was to be, where it had one. It was `noted` at that instant (UTC), about that
    `day`. `text` is what came of it, why it was dropped, or the line by which it was moved, as typed. What
    was moved stays here as it was, as `moment` or `agreement`, and `to` is the id of what stands for it now:
    its own, or for one of several days that of a contact moment more. Of what was held as a talk of its own
    it is the id of that talk; that is told and not kept, for the talk itself tells it.
    """

    id: str
    of: str
    became: Became
    day: date
    noted: datetime
    due: date | None = None
    text: str = ""
    moment: ContactMoment | None = None
    agreement: Agreement | None = None
    to: str = ""

    @property
    def settles(self) -> bool:
        """Whether nothing more is to come of it: what was moved under its own id is still to come."""
        return self.became is not Became.MOVED or self.to != self.of


def is_settled(record_id: str, sequels: Iterable[Sequel]) -> bool:
    """Return whether something came of a record that is once only."""
    return any(each.of == record_id and each.settles for each in sequels)


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """The contact moment that a later talk is: the `moment` of a `talk` on an earlier `day`.

    `due` tells which time it was, where it comes back.
    """

    day: date
    talk: str
    moment: str
    due: date | None = None
