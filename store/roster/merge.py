"""Merge a roster into what is stored. Pure: what has to be saved comes out, and what to tell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.school_year import Holiday
from store.domain.talk import Talk
from store.roster.changes import Changes, TalkChange, changes
from store.roster.clashes import Clash, clashes
from store.roster.merging.likeness import Near, Same
from store.roster.merging.people import merge_people
from store.roster.merging.talks import NamedInPart, PutByHand, Talks, merge_talks
from store.roster.roster import Roster


class Tally(NamedTuple):
    """A count of those of one kind that came new, were changed, and are as they were."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0


class Merged(NamedTuple):
    """The outcome of an import.

    Save `school` first, when it changed, then `writes` in their order: a day can come twice, and every
    state in between holds every talk. `left_alone` are talks that have begun and that the file has
    otherwise, `by_hand` those that keep the time they were given here, `partly` those that keep carers whom
    the file does not name; `gone` are not in the file any more, and stay as they are. `changes` names what
    becomes otherwise; `near` and `clashes` are to be asked, `taken` is to be told.
    """

    school: School
    school_changed: bool
    writes: tuple[SchoolDay, ...]
    pupils: Tally
    talks: Tally
    left_alone: tuple[Talk, ...] = ()
    by_hand: tuple[PutByHand, ...] = ()
    gone_pupils: tuple[Pupil, ...] = ()
    gone_talks: tuple[Talk, ...] = ()
    partly: tuple[NamedInPart, ...] = ()
    near: tuple[Near, ...] = ()
    taken: tuple[Near, ...] = ()
    clashes: tuple[Clash, ...] = ()
    changes: Changes = Changes()

    @property
    def changed(self) -> bool:
        """True when there is anything to save."""
        return self.school_changed or bool(self.writes)


def different(_: Near) -> bool:
    """Answer when nobody can be asked: who only looks alike is somebody else."""
    return False


def merge(
    roster: Roster,
    school: School,
    days: Mapping[date, SchoolDay],
    new_id: Callable[[], str],
    *,
    today: date,
    same: Same = different,
    typed: Collection[str] = (),
    public: Sequence[Holiday] = (),
    now: date | None = None,
) -> Merged:
    """Merge a roster into a school and its days.

    Merging the same roster again changes nothing. `days` are all stored days of the school year;
    `today` is a day in that year, used when the roster has no talks and the school has no year yet;
    `same` is asked about people who look alike; `typed` are the ids of talks with a half-typed line;
    `public` are holidays of any school, and `now` is the day it is.
    """
    people = merge_people(roster, school.pupils, new_id, same)
    first = min((slot.start.date() for slot in roster.slots), default=today)
    after = replace(school, pupils=people.pupils, year=school.year_of(first))
    changed = after != school
    after = replace(after, revision=school.revision + changed)
    talks = merge_talks(roster, people, after, days, new_id, typed)
    changed_by_it = changes(school, days, after, talks.writes)
    asked = _asked(roster, changed_by_it.planned, days, talks, (*school.year_of(first).free, *public), now)
    return Merged(
        school=after,
        school_changed=changed,
        writes=talks.writes,
        pupils=Tally(people.new, people.updated, people.unchanged),
        talks=Tally(talks.new, talks.updated, talks.unchanged),
        left_alone=talks.left_alone,
        by_hand=talks.by_hand,
        gone_pupils=people.gone,
        gone_talks=talks.gone,
        partly=talks.partly,
        near=people.near,
        taken=people.taken,
        clashes=asked,
        changes=changed_by_it,
    )


def _asked(
    roster: Roster,
    planned: Sequence[TalkChange],
    days: Mapping[date, SchoolDay],
    talks: Talks,
    free: Sequence[Holiday],
    now: date | None,
) -> tuple[Clash, ...]:
    """Return what is to be asked of the talks that are planned; of a file that is all over it asks itself."""
    to_come = now and any(slot.start.date() >= now for slot in roster.slots)
    becomes = {**days, **{day.date: day for day in talks.writes}}
    today = now if to_come else None
    return tuple(clashes(planned, becomes, listed=talks.listed, unlisted=talks.gone, free=free, today=today))
