"""A school day with its talks: order, what comes next, how late it runs, and the steps back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from store.domain.siblings import joined
from store.domain.talk import Slot, Talk, TalkState
from store.domain.undo import (
    KEPT,
    RecordKind,
    Scope,
    Shift,
    Step,
    StepName,
    Touch,
    redone,
    shift,
    touches,
    undone,
)

SHORTEST_BREAK = timedelta(minutes=10)
"""A gap between two talks from this long on is a break."""

Across = Callable[[Step], bool]
"""Says whether a step that reaches another day can be taken back, or be done again."""


def this_day_only(_: Step) -> bool:
    """Reach no other day."""
    return False


@dataclass(frozen=True, slots=True)
class Break:
    """Time without a talk between two talks. Never stored: it follows from the talks around it."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Expected:
    """When a coming talk may really begin (local wall time), the day being as it is."""

    talk: Talk
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolDay:
    """The talks of one date. `revision` goes up with every change and is what *kept* refers to.

    `steps` are those that undo goes back over, `undone` those that were taken back; both the newest last.
    `ready` is what was seen to beforehand, by the id that the deck gives it, else by its text.
    """

    date: date
    talks: tuple[Talk, ...] = ()
    steps: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    ready: tuple[str, ...] = ()
    revision: int = 0

    # -- looking -------------------------------------------------------------
    def talk(self, talk_id: str) -> Talk | None:
        """Return the talk with this id; None when it is not on this day."""
        return next((talk for talk in self.talks if talk.id == talk_id), None)

    @property
    def usual_deck(self) -> str:
        """The deck that most of the talks have; that of every talk where there are none."""
        return next((deck for deck, _ in Counter(talk.deck for talk in self.talks).most_common(1)), "")

    @property
    def has_begun(self) -> bool:
        """Whether a family was in."""
        return any(talk.sittings for talk in self.talks)

    @property
    def in_order(self) -> tuple[Talk, ...]:
        """The talks by planned time."""
        return tuple(sorted(self.talks, key=lambda talk: talk.slot.start))

    @property
    def rows(self) -> tuple[Talk | Break, ...]:
        """Talks in order of time, with the breaks between them."""
        rows: list[Talk | Break] = []
        end: datetime | None = None
        for talk in self.in_order:
            if end is not None and talk.slot.start - end >= SHORTEST_BREAK:
                rows.append(Break(end, talk.slot.start))
            rows.append(talk)
            end = max(end, talk.slot.end) if end else talk.slot.end
        return tuple(rows)

    def overlapping(self, talk: Talk) -> tuple[Talk, ...]:
        """Return the other talks at partly the same time; cancelled ones do not count."""
        return tuple(
            each
            for each in self.talks
            if each.id != talk.id
            and each.state is not TalkState.CANCELLED
            and each.slot.start < talk.slot.end
            and talk.slot.start < each.slot.end
        )

    def next_free(self, since: datetime, minutes: int) -> datetime:
        """Return from when on, at the earliest at `since`, so many minutes are free between the talks."""
        start = since
        for talk in self.in_order:
            if talk.state is not TalkState.CANCELLED and talk.slot.end > start:
                if talk.slot.start - start >= timedelta(minutes=minutes):
                    break
                start = talk.slot.end
        return start

    @property
    def running(self) -> Talk | None:
        """The talk that is going on; there is at most one."""
        return next((talk for talk in self.talks if talk.state is TalkState.RUNNING), None)

    @property
    def coming(self) -> tuple[Talk, ...]:
        """The planned talks, in order."""
        return tuple(talk for talk in self.in_order if talk.state is TalkState.PLANNED)

    @property
    def broken_off(self) -> Talk | None:
        """The talk that was running when the program ended, and was not taken up again."""
        open_ones = (talk for talk in self.talks if talk.state is TalkState.SET_ASIDE)
        return next((talk for talk in open_ones if talk.broken_off), None)

    @property
    def next_up(self) -> Talk | None:
        """The talk whose turn it is: running, else broken off, else the next one."""
        return self.running or self.broken_off or next(iter(self.coming), None)

    @property
    def still_open(self) -> Talk | None:
        """The talk that asks for something first: the one whose turn it is, else one that was set aside."""
        aside = (talk for talk in self.in_order if talk.state is TalkState.SET_ASIDE)
        return self.next_up or next(aside, None)

    def next_at(self, now: datetime) -> Talk | None:
        """Return the talk that Enter on the curtain leads to `now`, local wall time.

        Of a day that is over none comes any more: only one that is begun goes on.
        """
        return self.next_up if self.date >= now.date() else self.running or self.broken_off

    def after(self, talk: Talk) -> Slot | None:
        """Return the slot of the first planned talk later than this one; None when there is none."""
        return next((each.slot for each in self.coming if each.slot.start > talk.slot.start), None)

    def expectations(self, now: datetime, busy_until: datetime | None = None) -> tuple[Expected, ...]:
        """Return when the coming talks may begin, given `now` and when the running talk should end.

        All are local wall time. Breaks and gaps take up delay; nothing is expected before its own time.
        """
        free = max(now, busy_until) if busy_until else now
        expected: list[Expected] = []
        for talk in self.coming:
            start = max(talk.slot.start, free)
            expected.append(Expected(talk, start))
            free = start + timedelta(minutes=talk.slot.minutes)
        return tuple(expected)

    def delay(self, now: datetime, busy_until: datetime | None = None) -> timedelta:
        """Return how much later than planned the next talk can begin; zero when the day runs on time."""
        first = next(iter(self.expectations(now, busy_until)), None)
        return first.start - first.talk.slot.start if first else timedelta()

    def is_ticked(self, names: Sequence[str]) -> bool:
        """Return whether what goes by these names was seen to beforehand."""
        return not set(names).isdisjoint(self.ready)

    # -- changing ------------------------------------------------------------
    def put(self, talk: Talk, step: Step | None = None) -> SchoolDay:
        """Return the day with this talk in it, new or changed, and with the step to come back from it.

        A talk that no longer reads as it was handed over counts as not handed over. What was taken back stays
        to be done again, unless the step is the same line typed anew.
        """
        known = self.talk(talk.id)
        talk = talk.replacing(known) if known else talk
        talk = replace(talk, revision=(known.revision if known else talk.revision) + 1)
        talks = (
            tuple(talk if old.id == talk.id else old for old in self.talks) if known else (*self.talks, talk)
        )
        steps, undone = self.steps, self.undone
        if step is not None:
            steps = (*steps, step)[-KEPT:]
            undone = tuple(each for each in undone if not _typed_anew(each, step))
        return replace(self, talks=talks, steps=steps, undone=undone, revision=self.revision + 1)

    def reopen(self, talk: Talk, step_id: str) -> SchoolDay:
        """Return the day with a talk open again that was finished, missed or cancelled, and how it was."""
        now = talk.reopen()
        touch = Touch(kind=RecordKind.TALK, before=talk, after=now)
        step = Step(id=step_id, name=StepName.REOPENED, talk=talk.id, touches=(touch,))
        return self.without_opening(talk.id).put(now, step)

    def before_opening(self, talk: Talk) -> Talk | None:
        """Return a talk as it was before it was opened again; None once anything was done in it since."""
        opened = (each for each in self.steps if each.scope is Scope.OPENED and each.talk == talk.id)
        was = next((touch.before for each in opened for touch in each.touches), None)
        return was if isinstance(was, Talk) and talk.is_again(was) else None

    def without_opening(self, talk_id: str) -> SchoolDay:
        """Return the day without how this talk was before it was opened again."""
        steps = (each for each in self.steps if each.scope is not Scope.OPENED or each.talk != talk_id)
        return replace(self, steps=tuple(steps))

    def tick(self, names: Sequence[str]) -> SchoolDay:
        """Return the day with what goes by these names seen to beforehand, kept by the first of them.

        Where it was already, by whichever, it is not any more.
        """
        others = tuple(each for each in self.ready if each not in names)
        ready = others if self.is_ticked(names) else (*others, names[0])
        return replace(self, ready=ready, revision=self.revision + 1)

    def without(self, talk_id: str) -> SchoolDay:
        """Return the day without this talk and without the steps that remember it."""
        talks = tuple(talk for talk in self.talks if talk.id != talk_id)
        return replace(self.without_steps(talk_id), talks=talks, revision=self.revision + 1)

    def without_steps(self, talk_id: str) -> SchoolDay:
        """Return the day without any step that could bring something of this talk back."""
        return replace(
            self,
            steps=tuple(step for step in self.steps if step.talk != talk_id),
            undone=tuple(step for step in self.undone if step.talk != talk_id),
        )

    def join(self, one: Talk, other: Talk, step_id: str) -> SchoolDay:
        """Return the day on which these two talks are one, with the step to come back from it."""
        both = joined(one, other)
        gone = Touch(kind=RecordKind.TALK, before=other, after=None)
        step = Step(id=step_id, name=StepName.JOINED, talk=one.id, touches=(*touches(one, both), gone))
        rest = replace(self, talks=tuple(each for each in self.talks if each.id != other.id))
        return rest.put(both, step)

    def take_apart(self, talk: Talk, parts: Sequence[Talk], step_id: str) -> SchoolDay:
        """Return the day with a talk for each child in the place of this one, and the step back."""
        first, *others = parts
        come = tuple(Touch(kind=RecordKind.TALK, before=None, after=each) for each in others)
        step = Step(
            id=step_id, name=StepName.TAKEN_APART, talk=talk.id, touches=(*touches(talk, first), *come)
        )
        day = self.put(first, step)
        for each in others:
            day = replace(day.put(each), revision=day.revision)
        return day

    def rearrange(self, name: StepName, talk: Talk, others: Sequence[Talk], step_id: str) -> SchoolDay:
        """Return the day with this changed talk, the `others` as they are now, and a step back.

        Of those only the time and the kind of talk may differ.
        """
        known = [(self.talk(now.id), now) for now in others]
        shifts = [(moved, now) for was, now in known if was is not None and (moved := shift(was, now))]
        step = Step(
            id=step_id,
            name=name,
            talk=talk.id,
            touches=touches(self.talk(talk.id), talk),
            shifts=tuple(moved for moved, _ in shifts),
        )
        if not step.touches and not shifts:
            return self
        day = self
        for _, now in shifts:
            day = day.put(now)
        return replace(day.put(talk, step), revision=self.revision + 1)

    def note(self, step: Step) -> SchoolDay:
        """Return the day with a step of a talk that is on another one."""
        return replace(self, steps=(*self.steps, step)[-KEPT:], revision=self.revision + 1)

    def step(self, step_id: str, name: StepName, talk: Talk, line: str = "") -> Step | None:
        """Return the step from the day as it is to this talk; None when no record is touched."""
        touched = touches(self.talk(talk.id), talk)
        return Step(id=step_id, name=name, talk=talk.id, touches=touched, line=line) if touched else None

    def last_step(
        self, talk_id: str = "", scope: Scope = Scope.TABLE, across: Across = this_day_only
    ) -> Step | None:
        """Return the step that undo goes back over; None when there is none.

        It is one of this talk only, so that undo never reaches from one family into another; with an empty
        id it is one of any talk. A step that the talk has grown past can't be taken back any more and is
        passed over; of one that reaches another day `across` says whether it can. What came before a step of
        the day that was passed over stays too, as far as it is about the same talks.
        """
        held: set[str] = set()
        for step in reversed(self.steps):
            if step.scope is not scope:
                continue
            reached = _reached(step, talk_id, scope) and held.isdisjoint(step.talks)
            if reached and (self._goes_back(step) if step.elsewhere is None else across(step)):
                return step
            if scope is Scope.STATE:
                held |= step.talks
        return None

    def last_undone(
        self, talk_id: str = "", scope: Scope = Scope.TABLE, across: Across = this_day_only
    ) -> Step | None:
        """Return the step that redo does again; None when there is none. Whose it is, is as for `last_step`.

        A step of which a record was changed since is passed over: nothing newer is written over.
        """
        for step in reversed(self.undone):
            if _reached(step, talk_id, scope) and (
                self._goes_again(step) if step.elsewhere is None else across(step)
            ):
                return step
        return None

    def _goes_back(self, step: Step) -> bool:
        talk = self.talk(step.talk)
        return (
            talk is not None
            and step.fits(talk)
            and not self._is_hidden(step)
            and self._others_stand(step)
            and not self.undo(step).runs_into(self)
        )

    def _is_hidden(self, step: Step) -> bool:
        """Return whether a step is of the slip while the family sits at the table: it would be read out."""
        return step.is_of_slip and self.running is not None and self.running.id == step.talk

    def _goes_again(self, step: Step) -> bool:
        return (
            step.fits_again(self.talk(step.talk))
            and not self._is_hidden(step)
            and self._others_stand(step.turned)
            and not self.redo(step).runs_into(self)
        )

    def runs_into(self, before: SchoolDay) -> bool:
        """Return whether a talk is now at a time at which another is going on, that was not so `before`."""
        if (running := self.running) is None:
            return False
        was = {talk.id for talk in before.overlapping(running)}
        return any(talk.id not in was for talk in self.overlapping(running))

    def _others_stand(self, step: Step) -> bool:
        """Whether no other talk that came or went along with a step has changed since.

        One that went must be away, and belong on this day; one that was put at another time must be at it.
        """
        for touch in step.touches:
            if (other := step.other(touch)) is None:
                continue
            now = self.talk(other.id)
            came = touch.after is not None
            if (now is None) is came or (now is not None and now.begun and not other.begun):
                return False
            if other.slot.start.date() != self.date:
                return False
        return all(self._stands(each) for each in step.shifts)

    def _stands(self, moved: Shift) -> bool:
        talk = self.talk(moved.talk)
        return talk is not None and moved.stands(talk)

    def undo(self, step: Step) -> SchoolDay:
        """Return the day with that step taken back, as a new revision."""
        steps = tuple(each for each in self.steps if each.id != step.id)
        taken_back = (*self.undone, replace(step, undone=True))[-KEPT:]
        before = self._with_others(step)
        talk = undone(before.talk(step.talk), step)
        day = before.without(step.talk) if talk is None else before.put(talk)
        return replace(day, steps=steps, undone=taken_back, revision=self.revision + 1)

    def redo(self, step: Step) -> SchoolDay:
        """Return the day with a step that was taken back done again, as a new revision."""
        before = self._with_others(step.turned)
        talk = redone(before.talk(step.talk), step)
        day = before.without(step.talk) if talk is None else before.put(talk)
        return replace(
            day,
            steps=(*self.steps, replace(step, undone=False))[-KEPT:],
            undone=tuple(each for each in self.undone if each.id != step.id),
            revision=self.revision + 1,
        )

    def again_after(self, now: SchoolDay) -> SchoolDay:
        """Return this day as it was, as what follows on how it is `now`."""
        known = {talk.id: talk for talk in now.talks}
        talks = (
            talk if known.get(talk.id) == talk else replace(talk, revision=_newest(talk, known) + 1)
            for talk in self.talks
        )
        return replace(self, talks=tuple(talks), revision=now.revision + 1)

    def _with_others(self, step: Step) -> SchoolDay:
        """The day with the other talk back that went with a step, or without the one that came.

        Those that were put at another time are at the one before.
        """
        day = self
        for touch in step.touches:
            if (other := step.other(touch)) is not None:
                day = day.put(other) if touch.after is None else day.without(other.id)
        for each in step.shifts:
            if (talk := day.talk(each.talk)) is not None:
                day = day.put(each.undone(talk))
        return day


def _newest(talk: Talk, known: Mapping[str, Talk]) -> int:
    return max(talk.revision, known.get(talk.id, talk).revision)


def opening_day(days: Sequence[date], today: date) -> date:
    """Return the day the app opens on.

    Today if it has talks, else the first day to come that has, else the last one; today without any.
    """
    coming = [day for day in days if day >= today]
    return min(coming, default=max(days, default=today))


def _reached(step: Step, talk_id: str, scope: Scope) -> bool:
    """Return whether undo and redo may touch a step: of this talk, and of what they are asked from."""
    return step.talk == (talk_id or step.talk) and step.scope is scope


def _typed_anew(undone: Step, step: Step) -> bool:
    """Return whether a step is what was taken back, entered from the line once more."""
    return bool(step.line) and (undone.talk, undone.name, undone.line) == (step.talk, step.name, step.line)
