"""Find the moments that a change of the school's dates moves, and the lines kept as typed it makes clear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from store.domain.plan import ContactMoment, When
from store.domain.school_year import SchoolYear
from store.planline.read import read_line, read_when
from store.planline.reading import Names, Reading
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
    anchor did not change, even when it was left elsewhere by an earlier change. One that was kept as typed is
    never read here: see `offers`.

    Args:
        moments: the moments of the talk, in its order.
        day: the day they were typed on.
        before: the school year as it was.
        now: the school year as it is now.
    """
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


# -- lines kept as typed -------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Offer:
    """A moment that was kept as typed, and what its line says now that the school told its dates.

    `was` is what the line said before.
    """

    moment: ContactMoment
    was: ContactMoment
    reading: Reading

    def taken(self) -> tuple[ContactMoment, ...]:
        """Return the moments of the reading, for the one kept; what was put right by hand stays so."""
        first, *others = self.reading.moments
        by_hand = [part for part in _PARTS if self._is_by_hand(part)]
        return (_with(first, self.moment, by_hand), *others)

    @property
    def choices(self) -> tuple[When, ...]:
        """What the line can mean, where that is more than one thing and all else in it is clear."""
        first, *others = self.reading.moments
        whole = bool(first.when_text) and not others
        return first.when.candidates if _is_unclear(self.reading) and whole and first.when else ()

    def chosen(self, when: When) -> Reading:
        """Return the reading in which this is meant of its choices."""
        first = replace(self.reading.moments[0], when=when)
        return replace(self.reading, moments=(first,), errors=())

    def typed_anew(self, reading: Reading) -> tuple[ContactMoment, ...]:
        """Return the moments of another line; how and who starts stay where it says nothing of them."""
        first, *others = reading.moments
        unsaid = [part for part in (_HOW, _WHO_STARTS) if not getattr(first, part[0])]
        return (_with(first, self.moment, unsaid), *others)

    def _is_by_hand(self, part: tuple[str, ...]) -> bool:
        kept = _part(self.moment, part)
        if part == _WHAT_FOR and self.moment.purpose in self.moment.text:
            # an earlier program's reading of the same words is nobody's correction
            return False
        return any(kept.values()) and kept != _part(self.was, part)


_HOW = ("channel", "channel_name")
_WHO_STARTS = ("initiative", "starter", "alone")
_WHAT_FOR = ("purpose",)
_PARTS = (_HOW, ("present", "who", "without"), _WHO_STARTS, _WHAT_FOR, ("pupil_ids",))


def _part(moment: ContactMoment, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(moment, name) for name in names}


def _with(moment: ContactMoment, other: ContactMoment, parts: Sequence[tuple[str, ...]]) -> ContactMoment:
    """Return the moment in the place of another, of which it keeps these parts."""
    kept = {name: value for part in parts for name, value in _part(other, part).items()}
    return replace(moment, id=other.id, **kept)


def offers(
    moments: Sequence[ContactMoment], day: date, names: Names, before: SchoolYear, now: SchoolYear
) -> Iterator[Offer]:
    """Yield the moments kept as typed whose whole line can be read in this school year, and could not before.

    So are those that can mean other things now than they could. A line that was offered and left as it was is
    not offered again by another change.

    Args:
        moments: the moments of one talk.
        day: the day they were typed on.
        names: who is known at that table.
        before: the school year as it was.
        now: the school year as it is now.
    """
    for moment in moments:
        if not moment.to_be_set or not moment.text:
            continue
        reading = read_line(moment.text, day, now, names)
        was = read_line(moment.text, day, before, names)
        if not was.ok and (reading.ok or _meanings(reading) != _meanings(was)):
            offer = Offer(moment, was.moments[0], reading)
            only = offer.choices if len(offer.choices) == 1 else ()
            yield replace(offer, reading=offer.chosen(*only)) if only else offer


def _meanings(reading: Reading) -> tuple[When, ...]:
    """Return what a line can mean, where all that is wrong with it is that it can be more than one day."""
    whens = (moment.when for moment in reading.moments if moment.when is not None)
    return tuple(each for when in whens for each in when.candidates) if _is_unclear(reading) else ()


def _is_unclear(reading: Reading) -> bool:
    """Return whether all that is wrong with a line is that its day can be more than one."""
    return {problem.code for problem in reading.errors} == {"ambiguous"}
