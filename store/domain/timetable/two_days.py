"""A talk that goes to another day, and the way back: the same step is on both days."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.domain.day import SchoolDay
from store.domain.talk import Talk
from store.domain.undo import KEPT, Step, StepName, redone, touches, undone

TwoDays = tuple[SchoolDay, SchoolDay]


def moved(talk: Talk, start: datetime, here: SchoolDay, there: SchoolDay, step_id: str) -> TwoDays:
    """Return both days with a talk moved from `here` to that day; what undo goes over moves along."""
    there_now = talk.move(start)
    step = Step(
        id=step_id,
        name=StepName.MOVED,
        talk=talk.id,
        touches=touches(talk, there_now),
        elsewhere=here.date,
    )
    left, joined = _carried(there_now, here, there)
    return _listed(left, step.trace(there.date), undone=False), _listed(joined, step, undone=False)


def goes_back(step: Step, day: SchoolDay, other: SchoolDay) -> bool:
    """Return whether a step over these two days can be taken back: its talk stands where the step left it."""
    if (found := _full(step, day, other, back=True)) is None:
        return False
    home, full = found
    talk = home.talk(step.talk)
    if talk is None or not full.fits(talk) or not _is_last(full, home):
        return False
    return _is_free(taken_back(step, day, other), day, other)


def goes_again(step: Step, day: SchoolDay, other: SchoolDay) -> bool:
    """Return whether a step over these two days, that was taken back, can be done again."""
    if (found := _full(step, day, other, back=False)) is None:
        return False
    home, full = found
    return full.fits_again(home.talk(step.talk)) and _is_free(done_again(step, day, other), day, other)


def taken_back(step: Step, day: SchoolDay, other: SchoolDay) -> TwoDays:
    """Return both days with that step taken back."""
    return _turned(step, day, other, back=True)


def done_again(step: Step, day: SchoolDay, other: SchoolDay) -> TwoDays:
    """Return both days with a step that was taken back done again."""
    return _turned(step, day, other, back=False)


def _full(step: Step, day: SchoolDay, other: SchoolDay, *, back: bool) -> tuple[SchoolDay, Step] | None:
    """The day that has the step with all that it touches, and that step; None where it is of others."""
    for home, away in ((day, other), (other, day)):
        for each in home.steps if back else home.undone:
            if each.id == step.id and not each.is_trace and each.elsewhere == away.date:
                return home, each
    return None


def _is_last(full: Step, home: SchoolDay) -> bool:
    """Return whether no later step is about the same talk, which would have to be taken back first."""
    later = home.steps[home.steps.index(full) + 1 :]
    return not any(full.talk in each.talks and each.scope is full.scope for each in later)


def _turned(step: Step, day: SchoolDay, other: SchoolDay, *, back: bool) -> TwoDays:
    if (found := _full(step, day, other, back=back)) is None:
        return day, other
    home, full = found
    away = other if home is day else day
    talk = home.talk(step.talk)
    now = undone(talk, full) if back else redone(talk, full)
    if now is None:
        home, away = _went(full, home, away)
    elif talk is None:
        home, away = _came(now, full, home, away)
    else:
        home, away = _carried(now, _dropped(home, step.id), _dropped(away, step.id))
        home = _listed(home, full.trace(away.date), undone=back)
        away = _listed(away, replace(full, elsewhere=home.date), undone=back)
    return (home, away) if home.date == day.date else (away, home)


def _went(full: Step, home: SchoolDay, away: SchoolDay) -> TwoDays:
    """Both days without a talk that came by this step; a day that has none left keeps nothing of it."""
    home, away = home.undo(full), _dropped(away, full.id)
    if home.talks:
        return home, _listed(away, full.trace(home.date), undone=True)
    home = _listed(_dropped(home, full.id), full.trace(away.date), undone=True)
    return home, _listed(away, replace(full, elsewhere=home.date), undone=True)


def _came(talk: Talk, full: Step, home: SchoolDay, away: SchoolDay) -> TwoDays:
    """Both days with that talk again, on the day it is at."""
    on, other = (home, away) if talk.slot.start.date() == home.date else (away, home)
    on = _dropped(on, full.id).redo(replace(full, elsewhere=other.date))
    other = _listed(_dropped(other, full.id), full.trace(on.date), undone=False)
    return (on, other) if on.date == home.date else (other, on)


def _carried(talk: Talk, home: SchoolDay, away: SchoolDay) -> TwoDays:
    """Both days with a talk gone from the one to the other, and with it the steps that undo goes over.

    A trace keeps the place of each step among those of the other talks, for when the talk comes back.
    """
    left = replace(
        home,
        talks=tuple(each for each in home.talks if each.id != talk.id),
        steps=tuple(_left(each, talk, away) for each in home.steps),
        undone=tuple(_left(each, talk, away) for each in home.undone),
        revision=home.revision + 1,
    )
    joined = replace(
        away.put(talk),
        steps=_with_own(away.steps, home.steps, talk),
        undone=_with_own(away.undone, home.undone, talk),
    )
    return left, joined


def _left(step: Step, talk: Talk, away: SchoolDay) -> Step:
    """What stays of a step on a day that a talk leaves."""
    return step.trace(away.date) if step.talk == talk.id and not step.is_trace else step


def _with_own(there: tuple[Step, ...], here: tuple[Step, ...], talk: Talk) -> tuple[Step, ...]:
    """The steps of a day with those of a talk that comes to it, each in its old place.

    What was done with it elsewhere comes behind what was done before that, at first in front of all: those
    of other talks that came along with it then came later than that. No other trace of the talk stays: what
    was taken back elsewhere is not among them any more.
    """
    own = [each for each in here if each.talk == talk.id and not each.is_trace]
    placed = [each for each in there if each.talk != talk.id or each.id in {step.id for step in own}]
    at = 0
    for each in own:
        found = next((place for place, step in enumerate(placed) if step.id == each.id), None)
        if found is None:
            placed.insert(at, each)
            found = at
        placed[found] = each
        at = found + 1
    return tuple(placed)[-KEPT:]


def _dropped(day: SchoolDay, step_id: str) -> SchoolDay:
    return replace(
        day,
        steps=tuple(each for each in day.steps if each.id != step_id),
        undone=tuple(each for each in day.undone if each.id != step_id),
    )


def _listed(day: SchoolDay, step: Step, *, undone: bool) -> SchoolDay:
    """The day with one step more among those that were taken back, or among the others."""
    step = replace(step, undone=undone)
    if undone:
        return replace(day, undone=(*day.undone, step)[-KEPT:], revision=day.revision + 1)
    return replace(day, steps=(*day.steps, step)[-KEPT:], revision=day.revision + 1)


def _is_free(then: TwoDays, *now: SchoolDay) -> bool:
    """Return whether no talk comes at a time at which another is going on."""
    return not any(after.runs_into(before) for after, before in zip(then, now, strict=True))
