"""A timetable of one's own becomes talks: as one step, over every day and school year it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import year_name
from store.domain.talk import Talk
from store.domain.timetable.proposal import Lengths
from store.domain.undo import StepName
from tui.desk.desk import Desk
from tui.desk.planning.own_timetable import Timetable, days_of, timetable
from tui.desk.roster.last_import import Whole, store_whole


def store_timetable(desk: Desk, lengths: Lengths) -> int:
    """Plan all talks that are proposed and have a time, as one step; say how many.

    Raises:
        FilesError: a file can't be read or written.
    """
    desk.ensure_kept()
    now = timetable(desk, lengths)
    days = days_of(now.proposal, desk)
    kind = now.proposal.deck
    deck = desk.decks.in_any(kind) if kind else None
    talks = now.proposal.talks(
        days,
        now.pupils,
        teacher=desk.whose.signed_as,
        lengths=lengths,
        asks_information=deck.asks_information if deck else True,
        new_id=desk.new_id,
    )
    if not talks:
        return 0
    schools = _schools(desk, now, talks)
    changed = {day: _with_talks(days[day], talks, desk) for day in {each.slot.start.date() for each in talks}}
    store_whole(desk.repository, Whole.TIMETABLE, schools, [changed[day] for day in sorted(changed)])
    desk.start_over(min(changed))
    return len(talks)


def _with_talks(day: SchoolDay, talks: Sequence[Talk], desk: Desk) -> SchoolDay:
    for each in talks:
        if each.slot.start.date() == day.date:
            day = day.put(each, day.step(desk.new_id(), StepName.TALK_ADDED, each))
    return day


def _schools(desk: Desk, now: Timetable, talks: Sequence[Talk]) -> dict[date, School]:
    """The class list of every school year with talks in it, with the children who are new there.

    Days of the next school year may be planned from the list of this one, which then goes along.
    """
    placed = {pupil.id for each in talks for pupil in each.pupils}
    left = now.proposal.without(placed)
    left = replace(left, places=tuple(each for each in left.places if each.pupils))
    found = {desk.day.date: replace(desk.school, proposal=left if left.places else None, proposals_before=())}
    for talk in talks:
        day = talk.slot.start.date()
        first = next((each for each in found if year_name(each) == year_name(day)), day)
        school = found.get(first) or desk.repository.school(first)
        for pupil in (*(() if school.pupils else desk.school.pupils), *talk.pupils):
            school = school if school.lists({pupil.id}) else school.put(pupil)
        found[first] = school
    return {first: replace(school, revision=school.revision + 1) for first, school in found.items()}
