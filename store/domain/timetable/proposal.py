"""A timetable of one's own before it is stored: its days, and who comes after whom; the times follow."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from store.domain.day import SchoolDay
from store.domain.people import Pupil, same_carers
from store.domain.talk import Slot, Talk
from store.domain.timetable.talk_format import is_home


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One turn: with these pupils, by id, in one talk; without any it is free.

    `minutes` is 0 as long as nobody gave it a length of its own; a free one that has a length is kept free: a
    pause. `where` it is, as typed, is empty at school; `reason` is why it is elsewhere.
    """

    pupils: tuple[str, ...] = ()
    minutes: int = 0
    where: str = ""
    reason: str = ""

    @property
    def is_pause(self) -> bool:
        """Whether nobody is to come in it."""
        return bool(self.minutes and not self.pupils)

    @property
    def is_free(self) -> bool:
        """Whether somebody may still come in it."""
        return not self.pupils and not self.minutes


FREE = Place()


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many minutes a talk takes where nobody gave it a length of its own: at school, and at home."""

    usual: int
    at_home: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Talks that are to be planned: on which days and from when, how long, who after whom.

    `until` is the time at which every day ends, empty where the days share the talks; `pause` are the minutes
    between two talks, or with `pause_after` those behind so many. `newcomers` are not on the class list.
    `deck` is the kind of talk.
    """

    deck: str = ""
    days: tuple[datetime, ...] = ()
    until: str = ""
    minutes: int = 0
    pause: int = 0
    pause_after: int = 0
    places: tuple[Place, ...] = ()
    newcomers: tuple[Pupil, ...] = ()

    # -- who -----------------------------------------------------------------
    def place_of(self, pupil_id: str) -> int | None:
        """Return which place a pupil has, counted from 0."""
        return next((at for at, each in enumerate(self.places) if pupil_id in each.pupils), None)

    def waiting(self, pupils: Iterable[Pupil]) -> tuple[Pupil, ...]:
        """Return those of these pupils, and of the newcomers, who have no place."""
        return tuple(each for each in (*pupils, *self.newcomers) if self.place_of(each.id) is None)

    def likely(self, at: int, pupils: Collection[Pupil]) -> Pupil | None:
        """Return who would come in a place: a sibling of who comes just before, else the next in the list."""
        waiting = self.waiting(pupils)
        known = {each.id: each for each in (*pupils, *self.newcomers)}
        before = self.places[at - 1].pupils if at else ()
        siblings = (
            each for each in waiting for other in before if other in known and siblings_of(each, known[other])
        )
        return next(siblings, None) or next(iter(waiting), None)

    # -- changing ------------------------------------------------------------
    def with_room(self, pupils: Iterable[Pupil]) -> Proposal:
        """Return the proposal with just as many free places as there are pupils without one."""
        count, places = len(self.waiting(pupils)), list(self.places)
        free = sum(each.is_free for each in places)
        while free > count and places and places[-1].is_free:
            places.pop()
            free -= 1
        return replace(self, places=(*places, *[FREE] * (count - free)))

    def put(self, at: int, pupil_ids: tuple[str, ...]) -> Proposal:
        """Let these pupils come in a place; who had it gets theirs."""
        places = list(self.places)
        here = tuple(each for each in places[at].pupils if each not in pupil_ids)
        goes = replace(places[at], pupils=here) if here else FREE
        for old, place in enumerate(self.places):
            left = tuple(each for each in place.pupils if each not in pupil_ids)
            if old != at and left != place.pupils:
                places[old], goes = (replace(place, pupils=left), goes) if left else (goes, FREE)
        places[at] = Place(pupils=pupil_ids)
        return replace(self, places=tuple(places))

    def change(self, at: int, place: Place) -> Proposal:
        """Put something else in the place of what is there."""
        return replace(self, places=(*self.places[:at], place, *self.places[at + 1 :]))

    def insert(self, at: int, place: Place) -> Proposal:
        """Put something in before a place."""
        return replace(self, places=(*self.places[:at], place, *self.places[at:]))

    def remove(self, at: int) -> Proposal:
        """Leave a place free; a pause goes altogether."""
        if self.places[at].is_pause:
            return replace(self, places=(*self.places[:at], *self.places[at + 1 :]))
        return self.change(at, FREE)

    def filled(self, pupils: Collection[Pupil]) -> Proposal:
        """Let all who wait come in the places that are free, in the order of the list, siblings together."""
        found = self.with_room(pupils)
        for at, place in enumerate(found.places):
            if place.is_free and (pupil := found.likely(at, pupils)) is not None:
                found = found.put(at, (pupil.id,))
        return found

    def without(self, pupil_ids: Collection[str]) -> Proposal:
        """Return the proposal without these pupils, and without what was said of them."""
        kept = ((each, tuple(one for one in each.pupils if one not in pupil_ids)) for each in self.places)
        places = (
            each if left == each.pupils else replace(each, pupils=left, where="", reason="")
            for each, left in kept
        )
        newcomers = tuple(each for each in self.newcomers if each.id not in pupil_ids)
        return replace(self, places=tuple(places), newcomers=newcomers)

    # -- when ----------------------------------------------------------------
    def length(self, place: Place, lengths: Lengths) -> int:
        """Return how many minutes a place takes."""
        talk = (self.minutes or lengths.usual) * max(1, len(place.pupils))
        return place.minutes or (max(lengths.at_home, talk) if is_home(place.where) else talk)

    def slots(self, days: Mapping[date, SchoolDay], lengths: Lengths) -> tuple[Slot | None, ...]:
        """Return when each place is; None for those that the days have no room for.

        What is planned on a day already stays where it is. Without an end the days share the places evenly.
        """
        found: list[Slot | None] = []
        share = -(-len(self.places) // max(1, len(self.days)))
        for first in sorted(self.days):
            here = days.get(first.date(), SchoolDay(date=first.date()))
            found += self._on(here, first, self.places[len(found) :], share, lengths)
        return (*found, *[None] * (len(self.places) - len(found)))

    def _on(
        self, day: SchoolDay, first: datetime, places: tuple[Place, ...], share: int, lengths: Lengths
    ) -> list[Slot]:
        """The slots of the first of these places, as far as the day has room for them."""
        last = datetime.combine(first.date(), time.fromisoformat(self.until) if self.until else time.max)
        found: list[Slot] = []
        clock, talks = first, 0
        for place in places:
            if talks and self.pause and not talks % max(1, self.pause_after) and not place.is_pause:
                clock += timedelta(minutes=self.pause)
            minutes = self.length(place, lengths)
            start = day.next_free(clock, minutes)
            if start + timedelta(minutes=minutes) > last or (not self.until and len(found) >= share):
                break
            found.append(Slot(start=start, minutes=minutes))
            clock, talks = found[-1].end, 0 if place.is_pause else talks + 1
        return found

    def talks(
        self,
        days: Mapping[date, SchoolDay],
        pupils: Iterable[Pupil],
        *,
        teacher: str,
        lengths: Lengths,
        asks_information: bool,
        new_id: Callable[[], str],
    ) -> tuple[Talk, ...]:
        """Return the talks that it stands for, by time."""
        known = {each.id: each for each in (*pupils, *self.newcomers)}
        found: list[Talk] = []
        for place, slot in zip(self.places, self.slots(days, lengths), strict=True):
            children = [known[each] for each in place.pupils if each in known]
            if slot is not None and children:
                first, *others = children
                found.append(
                    Talk(
                        id=new_id(),
                        slot=slot,
                        pupil=first,
                        siblings=tuple(others),
                        teacher=teacher,
                        place=place.where,
                        place_reason=place.reason,
                        deck=self.deck,
                        asks_information=asks_information,
                    )
                )
        return tuple(sorted(found, key=lambda each: each.slot.start))


def siblings_of(one: Pupil, other: Pupil) -> bool:
    """Return whether two pupils have the same carers; who has none has no siblings that we know of."""
    return one.id != other.id and bool(one.carers) and same_carers(one.carers, other.carers)
