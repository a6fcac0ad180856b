"""What still stands of a plan in the course of the year, and what was held of it as a talk of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from store.domain.board import AgendaPoint, Agreement
from store.domain.day import SchoolDay
from store.domain.people import same_carers
from store.domain.plan import ContactMoment, WhenKind
from store.domain.progress import seen_again
from store.domain.siblings import sheet_of
from store.domain.talk import Talk, TalkState
from store.domain.year.due import last_of
from store.domain.year.outline import Outlined, held_as
from store.domain.year.sequel import Became, Followed, Sequel


def standing_moments(talk: Talk) -> tuple[ContactMoment, ...]:
    """Return the contact moments as they still stand: without what was dropped or went to another day.

    What was held stays, for its day tells that it has been; not where it never had a day. Of what comes back
    each time stands.
    """
    return tuple(stands for each in talk.plan.moments if (stands := _standing(each, talk)))


def standing_agreements(talk: Talk) -> tuple[Agreement, ...]:
    """Return the agreements that were not dropped."""
    return tuple(each for each in talk.agreements if not talk.off(each.id))


def _standing(moment: ContactMoment, talk: Talk) -> ContactMoment | None:
    if talk.is_off(moment) or (moment.to_be_set and talk.is_settled(moment.id)):
        return None
    when, off = moment.when, talk.off(moment.id)
    if when is None or not off or not when.items:
        return moment
    left = tuple(item for item in when.items if (item.first_day or item.end) not in off)
    return replace(moment, when=left[0] if len(left) == 1 else replace(when, items=left))


def comes_before(earlier: Outlined, talk: Outlined) -> bool:
    """Say whether a talk was finished with the same family before this one, so that both plans may hold."""
    ids = {pupil.id for pupil in talk.pupils}
    return (
        earlier.state is TalkState.FINISHED
        and earlier.slot.start < talk.slot.start
        and any(pupil.id in ids for pupil in earlier.pupils)
        and same_carers(earlier.audience, talk.audience)
    )


def plans_before(talk: Talk, so_far: Iterable[Talk]) -> tuple[Talk, ...]:
    """Return those of the talks `so_far` of which something still holds when this talk is held.

    Each is as the pupil of this talk may have it, in order of time. Its plan is what is still to come, its
    agreements are those that are not over, and its goal stands as long as no later one was set.
    """
    sheets = (sheet_of(each, talk.pupil.id) for each in so_far if each.about({talk.pupil.id}))
    told = (
        replace(
            each,
            plan=replace(each.plan, moments=left),
            points=_kept_for(left, each),
            agreements=_still_agreed(each, talk.slot.start.date()),
        )
        for each in sheets
        for left in (_still_to_come(each, talk),)
    )
    still = sorted(
        (each for each in told if each.plan.moments or each.agreements or each.goal),
        key=lambda each: each.slot.start,
    )
    goals = [each.goal for each in (*still, talk)]
    return tuple(each.set_goal("") if any(goals[at + 1 :]) else each for at, each in enumerate(still))


def _kept_for(left: Collection[ContactMoment], before: Talk) -> tuple[AgendaPoint, ...]:
    """The points but those kept for a moment that is not left: they came up when that was held."""
    ids = {each.id for each in left}
    kept = ((each, before.moment_for(each)) for each in before.points)
    return tuple(each for each, moment in kept if not each.kept_for or (moment and moment.id in ids))


def _still_agreed(before: Talk, day: date) -> tuple[Agreement, ...]:
    """The agreements to be kept on this day or after it: without what was done, or has had its day."""
    return tuple(each for each in standing_agreements(before) if not _over(each, before, day))


def _over(agreement: Agreement, talk: Talk, day: date) -> bool:
    when = agreement.when
    if not (when and when.kind is WhenKind.RECURRENCE) and talk.is_settled(agreement.id):
        return True
    if when is None or not when.settled:
        return False
    return (last_of(when, talk.slot.start.date()) or day) < day


def _still_to_come(before: Talk, talk: Talk) -> tuple[ContactMoment, ...]:
    """What is still to come of a plan without the moment that the talk is, from the day of the talk on."""
    now = talk.follows
    held = now.moment if now is not None and now.talk == before.id and now.due is None else ""
    left = (_from(talk.slot.start.date(), each, before) for each in standing_moments(before))
    return tuple(each for each in left if each and each.id != held)


def _from(day: date, moment: ContactMoment, talk: Talk) -> ContactMoment | None:
    """The moment as far as it is on this day or after it; None where it was before, or has been."""
    if talk.is_over(moment):
        return None
    when, asked = moment.when, talk.slot.start.date()
    if when is None or not when.settled:
        return moment
    if when.items:
        left = tuple(each for each in when.items if (last_of(each, asked) or day) >= day)
        when = left[0] if len(left) == 1 else replace(when, items=left)
        return replace(moment, when=when) if left else None
    return moment if (last_of(when, asked) or day) >= day else None


@dataclass(frozen=True, slots=True)
class Held:
    """The talk as which a contact moment was held: its day, its id, and how often it was changed.

    `done` is whether it still counts as held: it may have been opened again, and not be finished since.
    """

    day: date
    talk: str
    revision: int = 0
    done: bool = True


def held_in(talks: Iterable[Outlined]) -> dict[Followed, Held]:
    """Return which contact moments were held as one of these talks, and as which."""
    found: dict[Followed, Held] = {}
    for talk in talks:
        done = held_as(talk) is not None
        if talk.follows is None or not (done or talk.made_with):
            continue
        held = Held(talk.slot.start.date(), talk.id, talk.revision, done)
        before = found.get(talk.follows)
        if before is None or done or not before.done:
            found[talk.follows] = held
    return found


def days_with_what_was_held(days: Sequence[SchoolDay]) -> tuple[SchoolDay, ...]:
    """Return days with what was held on one of them as a talk of its own counted as done."""
    held = held_in(talk for day in days for talk in day.talks)
    return tuple(day_with_what_was_held(day, held) for day in days)


def day_with_what_was_held(day: SchoolDay, held: Mapping[Followed, Held]) -> SchoolDay:
    """Return the day with each of its talks as `with_what_was_held` gives it."""
    if not any(each.day == day.date for each in held):
        return day
    return replace(day, talks=tuple(with_what_was_held(talk, held) for talk in day.talks))


def as_the_year_went(day: SchoolDay, year: Iterable[Outlined]) -> SchoolDay:
    """Return the day as it stands after all talks of the `year`: to tell of it, not to keep.

    What was held as a talk of its own counts as done, and a family that has another day as called.
    """
    talks = tuple(year)
    again = seen_again(talks)
    told = tuple(talk.follow_up() if talk.id in again else talk for talk in day.talks)
    return day_with_what_was_held(replace(day, talks=told), held_in(talks))


def with_what_was_held(talk: Talk, held: Mapping[Followed, Held]) -> Talk:
    """Return the talk in which what was held as a talk of its own counts as done: to tell of it, not to keep.

    A plan does not know of the talks that come of it; they refer to it. What they change is a change of it.
    """
    found = {each: as_what for each, as_what in held.items() if each.talk == talk.id}
    for each, as_what in found.items():
        # also where it is held no more: a calendar takes nothing in place of what it was told later
        talk = replace(talk, revision=talk.revision + as_what.revision + 1)
        settled = any(sequel.settles and sequel.due == each.due for sequel in talk.sequels_of(each.moment))
        if as_what.done and talk.record(each.moment) and not settled:
            talk = talk.note_sequel(_done_as(each, as_what, talk))
    return talk


def _done_as(each: Followed, as_what: Held, talk: Talk) -> Sequel:
    """What came of the moment: a talk of its own."""
    return Sequel(
        id=f"{talk.id}/{each.moment}/{each.due}",
        of=each.moment,
        became=Became.DONE,
        day=as_what.day,
        # what else was noted on that day, such as that it was moved to it, came before
        noted=datetime.combine(as_what.day, time.max, UTC),
        due=each.due,
        to=as_what.talk,
    )
