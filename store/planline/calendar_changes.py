"""Find the moments that a change of the school's dates moves, or gives a day at last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from store.domain.plan import ContactMoment, When
from store.domain.school_year import SchoolYear
from store.planline.read import read_when
from store.planline.reference import undated


@dataclass(frozen=True, slots=True)
class Move:
    """A moment as it is, and its *when* as it would be read now."""

    moment: ContactMoment
    when: When

    @property
    def possible(self) -> bool:
        """True when there is a day to move to; else `when` says why not, and the moment had better stay."""
        return self.when.settled

    def confirmed(self) -> tuple[ContactMoment, ...]:
        """Return the moment with its new *when*; one for each date when its words name several."""
        return tuple(replace(self.moment, when=each) for each in self.when.items or (self.when,))


def moves(moments: Sequence[ContactMoment], day: date, before: SchoolYear, now: SchoolYear) -> Iterator[Move]:
    """Yield the moments of one talk that this change of the school year moves.

    A moment without an anchor stays where it is, whatever happens to the calendar; so does one whose
    anchor did not change, even when it was left elsewhere by an earlier change. One whose date was still to
    be set moves to the day that its words have now, and had not before.

    Args:
        moments: the moments of the talk, in its order.
        day: the day they were typed on.
        before: the school year as it was.
        now: the school year as it is now.
    """
    for moment in moments:
        if moment.to_be_set:
            told = read_when(moment.when_text, day, now)
            if _has_days(told) and not _has_days(read_when(moment.when_text, day, before)):
                yield Move(moment, told)
    anchored = [
        (moment, when)
        for moment in moments
        if (when := moment.when) is not None and when.settled and when.anchor
    ]
    for moment, when in anchored:
        alike = [each for each, its in anchored if (each.text, its.anchor) == (moment.text, when.anchor)]
        was, will = _dates(moment, when, day, before), _dates(moment, when, day, now)
        nth = _which(when, alike.index(moment), len(alike), was)
        there, here = was[min(nth, len(was) - 1)], will[min(nth, len(will) - 1)]
        if _bare(here) not in (_bare(there), _bare(when)):
            yield Move(moment, here)


def _which(when: When, nth: int, count: int, was: Sequence[When]) -> int:
    """Return which of the dates of its line a moment is, the `nth` of `count` that are left of that line.

    Where some were deleted it is the date that it has.
    """
    bare = [_bare(each) for each in was]
    if len(was) != count and _bare(when) in bare:
        return bare.index(_bare(when))
    return nth


def _has_days(when: When) -> bool:
    """Return whether each date in it could be read."""
    return all(each.settled for each in when.items or (when,))


def _dates(moment: ContactMoment, when: When, day: date, year: SchoolYear) -> Sequence[When]:
    """Read the moment's own words in a school year, and return what rests on the same anchor.

    One line may name an anchor several times: after report 1 and two weeks after report 1. When the year
    does not have it, the answer is why not.
    """
    read = read_when(moment.when_text, day, year)
    items = read.items or (read,)
    found = [each for each in items if each.anchor == when.anchor]
    return found or [each for each in items if not each.settled] or [undated(when.anchor)]


def _bare(when: When) -> When:
    """Return a *when* without its warnings, which come and go without it moving."""
    return replace(when, warn=())
