"""The desk: the current day, the way back, and what is kept. The only way to change anything."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay, opening_day
from store.domain.draft import Draft, HalfTyped
from store.domain.people import Presence
from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.siblings import apart
from store.domain.talk import Talk, TalkState
from store.domain.timer import Countdown, countdown
from store.domain.timetable import two_days
from store.domain.timetable.other_times import Rearranged, planned_again
from store.domain.undo import Scope, Step, StepName
from store.domain.year.outline import Outlined
from store.files.errors import FilesError, NotSaved, Trouble
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from tui.desk.kinds.decks import Decks
from tui.desk.saving import Saving
from tui.desk.whose_talks import WhoseTalks

SLOW_DISK = 60.0
"""Seconds that a slow disk gets when nobody is waiting: the window was closed."""
PATIENCE = 3.0
"""Seconds that setting aside, finishing and quitting wait for the disk before they say NOT SAVED."""


class Listener(Protocol):
    """Who shows the desk. It is told that something changed, and reads from the desk what that is."""

    def day_changed(self) -> None:
        """Show the day as it now is."""

    def saving_changed(self) -> None:
        """Show how it now stands with the disk."""


class Desk:
    """One day on the desk, with everything needed to change it, go back, and have it kept."""

    def __init__(
        self,
        repository: Repository,
        writer: Writer,
        day: SchoolDay,
        school: School,
        *,
        now: Callable[[], datetime],
        new_id: Callable[[], str],
        real_now: Callable[[], datetime] | None = None,
    ) -> None:
        """Put `day` on the desk. `now` gives instants in UTC, `new_id` ids that are never used again.

        Where `now` runs faster than time does, `real_now` is the time of who sits at the keyboard: by that a
        press is told from a key that is held, and a teacher who is away from one who listens.
        """
        self.repository = repository
        self.day = day
        self.school = school
        self.now = now
        self.real_now = real_now or now
        self.decks = Decks(repository.layout.decks)
        self.new_id = new_id
        self.saving = Saving()
        self.lost: tuple[Path, ...] = ()
        """Folders that somebody deleted while they were open; what is on the desk is kept again."""
        self._writer = writer
        self._zone = ZoneInfo(school.zone)
        self._listener: Listener | None = None
        self._half_typed = self._remembered()
        self._days: tuple[date, ...] = (day.date,) if day.talks else ()
        self._without_steps: set[str] = set()
        self.came_today: set[str] = set()
        """The talks of another day, by id, that were put on today because they began."""
        self.asked_who_starts: set[str] = set()
        """The contact moments of which that was asked since the app was opened: it is not asked again."""
        self.whose = WhoseTalks(self)

    def show_to(self, listener: Listener) -> None:
        """Tell this listener of every change from now on."""
        self._listener = listener

    @property
    def year(self) -> SchoolYear:
        """The school year; one nobody has told us about is assumed."""
        return self.school.year_of(self.day.date)

    # -- time ----------------------------------------------------------------
    def local(self, instant: datetime | None = None) -> datetime:
        """Return an instant, or this one, as wall time in the school's zone, without offset."""
        return (instant or self.now()).astimezone(self._zone).replace(tzinfo=None)

    def countdown(self, talk: Talk) -> Countdown | None:
        """Return the clock of a talk that is going on; None for any other."""
        if (sitting := talk.sitting) is None:
            return None
        following = self.whose.beside(talk, self.day).after(talk)
        start = (
            following.start.replace(tzinfo=self._zone).astimezone(sitting.started.tzinfo)
            if following
            else None
        )
        return countdown(sitting, talk.slot.minutes, start)

    # -- changing ------------------------------------------------------------
    def do(self, name: StepName, talk: Talk, line: str | None = None) -> None:
        """Put this changed talk on the day as a named step. `line` is what was typed for it, if anything."""
        if line is not None:
            talk = replace(talk, lines=talk.lines + 1)
        before = self.day.talk(talk.id)
        step = self.day.step(self.new_id(), name, talk, line or "")
        if step is not None or line is not None:
            self._show(self.day.put(talk, step))
            self._keep_addressed(before)

    def undo(
        self, talk: Talk | None = None, scope: Scope = Scope.TABLE, *, place: str = "", line: str = ""
    ) -> Step | None:
        """Take the last step back; None when there is none.

        At the table only steps of that `talk`; on the card and the day only changes of state (`scope`),
        of that talk or of any: what was written with one family is never touched from another's. The text
        that goes back on the `line`, at this `place`, is kept before the day without it is.

        Raises:
            FilesError: the step reaches another day, and the disk does not take that; nothing is undone.
        """
        step = self.day.last_step(talk.id if talk else "", scope, self._goes_back)
        if step is not None and step.elsewhere is not None:
            self._turn_over(step, back=True)
        elif step is not None:
            added = self.day.talk(step.talk)
            if step.newcomer and added is not None:
                self.keep_school(self.school.without({added.pupil.id}))
            if talk is not None and line:
                self._half_typed = self._half_typed.typed(talk, place, line)
            self._show(self.day.undo(step), drafts_first=bool(line))
            if step.name is StepName.FAMILY:
                self._list_named(self.day.talk(step.talk), step.new_carers)
            self._keep_addressed(added)
        return step

    def redo(self, talk: Talk | None = None, scope: Scope = Scope.TABLE) -> Step | None:
        """Do what was taken back last once more; None when there is nothing. As far as `undo` reaches.

        Raises:
            FilesError: as for `undo`.
        """
        step = self.day.last_undone(talk.id if talk else "", scope, self._goes_again)
        if step is not None and step.elsewhere is not None:
            self._turn_over(step, back=False)
        elif step is not None:
            before = self.day.talk(step.talk)
            self._show(self.day.redo(step))
            if step.name is StepName.FAMILY:
                self._list_named(self.day.talk(step.talk))
            self._keep_addressed(before)
            added = self.day.talk(step.talk)
            if step.newcomer and added is not None:
                self.keep_school(self.school.put(added.pupil))
        return step

    def _goes_back(self, step: Step) -> bool:
        other = self.readable([step.elsewhere] if step.elsewhere else [])
        return any(two_days.goes_back(step, self.day, each) for each in other)

    def _goes_again(self, step: Step) -> bool:
        other = self.readable([step.elsewhere] if step.elsewhere else [])
        return any(two_days.goes_again(step, self.day, each) for each in other)

    def _turn_over(self, step: Step, *, back: bool) -> None:
        """Take a step back that reaches another day, or do it again: on both days."""
        self.ensure_kept()
        on = step.elsewhere or self.day.date
        before = {talk.id: talk for day in (self.day.date, on) for talk in self.repository.talks(day)}
        day = self.repository.turn_step(step, self.day.date, back=back)
        after = {talk.id: talk for each in (day.date, on) for talk in self.repository.talks(each)}
        self._half_typed = self._remembered()
        if step.newcomer and (gone := before.get(step.talk)) and step.talk not in after:
            self.keep_school(self.school.without({gone.pupil.id}))
        if step.newcomer and (back_again := after.get(step.talk)) and step.talk not in before:
            self.keep_school(self.school.put(back_again.pupil))
        self._show(day, keep=False)

    def join(self, one: Talk, other: Talk) -> None:
        """Make one talk of two."""
        self._show(self.day.join(one, other, self.new_id()))

    def take_apart(self, talk: Talk) -> None:
        """Give each child of a talk a talk of its own again."""
        parts = apart(talk, self.school.minutes, self.new_id)
        self._show(self.day.take_apart(talk, parts, self.new_id()))

    def take_parents_apart(self, talk: Talk, parts: tuple[Talk, ...]) -> None:
        """Make a second talk of one, for parents who come apart."""
        self._show(self.day.take_apart(talk, parts, self.new_id()))

    def begin(self, talk: Talk, presence: Presence, along: Iterable[AgendaPoint] = ()) -> None:
        """Begin a talk or take it up again; one that still runs, or was broken off, is set aside first.

        What goes `along` from another talk is on its board.
        """
        for each in (self.day.running, self.day.broken_off):
            if each is not None and each.id != talk.id:
                self._show(self.day.put(each.set_aside(self.now())))
        begun = talk.begin(self.now(), presence)
        for point in along:
            begun = begun.raise_point(replace(point, id=self.new_id()))
        self._show(self.day.put(begun))

    def may_unbegin(self, talk: Talk) -> bool:
        """Return whether a talk may have been begun by mistake; not where something was erased since."""
        return self.is_as_it_was(talk) or (talk.can_be_unbegun and talk.id not in self._without_steps)

    def is_as_it_was(self, talk: Talk) -> bool:
        """Return whether nothing was done in a talk since it was opened again, perhaps by mistake."""
        return self.day.before_opening(talk) is not None

    def unbegin(self, talk: Talk) -> None:
        """Take back that a talk was begun, or opened again."""
        before = self.day.before_opening(talk)
        was = replace(before, lines=talk.lines) if before else talk.unbegin()
        self._show(self.day.without_opening(talk.id).put(was))

    def more_time(self, talk: Talk, minutes: int) -> None:
        """Give a talk that is going on so many minutes more."""
        self._show(self.day.put(talk.more_time(minutes)))

    def set_aside(self, talk: Talk) -> None:
        """Stop a talk for now."""
        if talk.state is TalkState.RUNNING:
            self._show(self.day.put(talk.set_aside(self.now())))

    def leave_behind(self) -> None:
        """Set aside what still runs on a day that is over, with the end it was to have: it was killed."""
        running = self.day.running if self.day.date < self.local().date() else None
        if running is not None and (clock := self.countdown(running)) is not None:
            self._show(self.day.put(running.set_aside(clock.until)))

    def finish(self, talk: Talk) -> None:
        """End a talk.

        Raises:
            NotFinishedError: something is missing.
        """
        self._show(self.day.put(talk.finish(self.now())))

    def handed_over(self, talk: Talk, pupil_id: str = "") -> None:
        """Remember that the school's own system has it: the time until it may be purged begins.

        With a `pupil_id` it has the text of that child.
        """
        if (now_as := self.day.talk(talk.id)) is not None:
            self._show(self.day.put(now_as.hand_over(self.now(), pupil_id)))

    def not_handed_over(self, talk: Talk, pupil_id: str) -> None:
        """Take that mark off the text of this child again."""
        if (now_as := self.day.talk(talk.id)) is not None:
            self._show(self.day.put(now_as.take_back(pupil_id)))

    def reopen(self, talk: Talk) -> None:
        """Open a talk again that was finished, missed or cancelled."""
        self._show(self.day.reopen(talk, self.new_id()))

    def rearrange(self, name: StepName, found: Rearranged) -> None:
        """Put a talk, and those that go along, at the times they have now, as one step."""
        self._show(self.day.rearrange(name, found.talk, found.others, self.new_id()))

    def plan_again(self, talk: Talk, start: datetime) -> Talk:
        """Plan a family that did not come once more, beside the talk that was missed; return the new one."""
        again = planned_again(talk, start, self.new_id)
        self.add(again)
        return again

    def move(self, talk: Talk, start: datetime) -> None:
        """Move a talk to another time; to another day it leaves the desk, with its half-typed line.

        Raises:
            FilesError: the disk does not take that; the talk stays where it is.
        """
        if start.date() == self.day.date:
            self.do(StepName.MOVED, talk.move(start))
            return
        self.ensure_kept()
        left, _ = self.repository.move_talk(talk.id, self.day.date, start)
        self._half_typed = self._half_typed.without(talk.id)
        self._show(left, keep=False)

    def add(self, talk: Talk) -> None:
        """Add a talk to the day that it is on, and its pupil to the class list if new there.

        Raises:
            FilesError: it is on another day than this one, which can't be read.
        """
        on = self.day_of(talk.slot.start.date())
        newcomer = self.school.pupil(talk.pupil.id) is None
        if newcomer:
            self.keep_school(self.school.put(talk.pupil))
        step = on.step(self.new_id(), StepName.TALK_ADDED, talk)
        if step is None:
            return
        step = replace(step, newcomer=newcomer)
        if on.date != self.day.date:
            self.keep_day(on.put(talk, replace(step, elsewhere=self.day.date)))
            self._show(self.day.note(step.trace(on.date)))
        else:
            self._show(self.day.put(talk, step))

    def change_family(self, talk: Talk) -> None:
        """Put this talk on the day with its child as it is now; the class list goes along."""
        listed = self.school.pupil(talk.pupil.id)
        known = {carer.id for carer in listed.carers} if listed else set()
        carers = tuple(carer.id for carer in talk.audience if carer.id not in known)
        step = self.day.step(self.new_id(), StepName.FAMILY, talk)
        if step is not None:
            step = replace(step, newcomer=listed is None, new_carers=carers)
            self._show(self.day.put(talk, step))
            self._list_named(talk)

    def _list_named(self, talk: Talk | None, gone: Collection[str] = ()) -> None:
        """Let the child of a talk be on the class list as it is called in it, without who are `gone`."""
        if talk is not None and (school := self.school.naming(talk, gone)) != self.school:
            self.keep_school(school)

    def forget_words(self, talk: Talk, let_go: Callable[[Talk], Talk]) -> None:
        """Take what a talk lets go of away for good, with its talk's steps and half-typed line.

        Raises:
            FilesError: the disk does not take that.
        """
        from store.files.deletion.erase import forget_words

        self.ensure_kept()
        forget_words(self.repository, self.day.date, talk.id, let_go)
        self._without_steps.add(talk.id)
        self._half_typed = self._half_typed.without(talk.id)
        self.school = self.repository.school(self.day.date)
        self._show(self.repository.day(self.day.date), keep=False)

    def keep_school(self, school: School) -> None:
        """Keep the school as it now is; what it had announced and takes back is remembered with it."""
        self.school = school = school.following(self.school)
        self._zone = ZoneInfo(school.zone)
        self._writer.keep_school(self.day.date, school)

    def _keep_addressed(self, before: Talk | None) -> None:
        """Let the class list know of a change in how the carers of a talk want to be called."""
        now = self.day.talk(before.id) if before else None
        if before is None or now is None or now.arrangements.checked == before.arrangements.checked:
            return
        if (school := self.school.addressing(now)) != self.school:
            self.keep_school(school)

    def keep_day(self, day: SchoolDay) -> None:
        """Keep a day as it now is, and show it if it is the one on the desk."""
        if day.date == self.day.date:
            self._show(day)
            return
        self.saving = self.saving.with_day(day)
        self._writer.keep(day)
        if self._listener:
            self._listener.saving_changed()

    def do_on(self, day: date, name: StepName, talk: Talk, line: str) -> None:
        """Put this changed talk on its day as a named step, whether or not that day is on the desk.

        Raises:
            FilesError: that day can't be read.
        """
        found = self.day_of(day)
        step = found.step(self.new_id(), name, talk, line)
        if step is not None:
            self.keep_day(found.put(talk, step))

    # -- looking ---------------------------------------------------------------
    def talk(self, talk_id: str) -> Talk:
        """Return a talk of the day as it now is.

        Raises:
            LookupError: it is not on the day.
        """
        if (talk := self.day.talk(talk_id)) is None:
            raise LookupError(talk_id)
        return talk

    def as_it_is(self, talk: Talk) -> Talk:
        """Return a talk as it now is; as it was where it is not on the day."""
        return self.day.talk(talk.id) or talk

    # -- days ------------------------------------------------------------------
    def open(self, day: date) -> None:
        """Put another day on the desk.

        Raises:
            FilesError: it can't be read, or this one can't be kept yet and would be read back older.
        """
        self.ensure_kept()
        self.start_over(day)

    def turn_to_next(self) -> None:
        """Put the day on the desk that families come next; one on which a talk goes on stays.

        Raises:
            FilesError: as for `open`.
        """
        today = self.local().date()
        day = opening_day(self.days(), today)
        begun = self.day.running or self.day.broken_off
        if begun is None and today <= day != self.day.date:
            self.open(day)

    def start_over(self, day: date | None = None) -> None:
        """Take in what was stored beside the desk: the class list, and this day or the likeliest one."""
        day = day or opening_day(self.days(), self.local().date())
        self.lay_out(self.repository.school(day), self.repository.day(day))

    def lay_out(self, school: School, day: SchoolDay) -> None:
        """Put this class and this day on the desk, as they are stored."""
        self.school = school
        self._zone = ZoneInfo(school.zone)
        self.whose = WhoseTalks(self)
        self._show(day, keep=False)
        self._half_typed = self._remembered()
        self.leave_behind()

    def days(self) -> tuple[date, ...]:
        """Return all days that were kept, or are to be; those of before while the folder can't be read."""
        with suppress(FilesError):
            self._days = self.repository.dates()
        return tuple(sorted({*self._days, *self.saving.days}))

    def day_of(self, day: date) -> SchoolDay:
        """Return a day as it now is, also while the disk refuses it.

        Raises:
            FilesError: it can't be read.
        """
        found = self.day if day == self.day.date else self._writer.waits(day)
        return found or self.repository.day(day)

    def talks_on(self, day: date) -> tuple[Talk, ...]:
        """Return only the talks of a day, for looking over many; none when it can't be read."""
        found = self.day if day == self.day.date else self._writer.waits(day)
        if found is not None:
            return found.talks
        with suppress(FilesError):
            return self.repository.talks(day)
        return ()

    def outlines_on(self, day: date) -> tuple[Outlined, ...]:
        """Return the talks of a day as far as the year asks; none when it can't be read."""
        found = self.day if day == self.day.date else self._writer.waits(day)
        if found is not None:
            return found.talks
        with suppress(FilesError):
            return self.repository.outlines(day)
        return ()

    def state_of(self, day: date) -> object:
        """Return what is equal as long as a day is: itself as it is here, or its file; None without."""
        found = self.day if day == self.day.date else self._writer.waits(day)
        return found if found is not None else self.repository.file_state(day)

    def readable(self, dates: Iterable[date]) -> list[SchoolDay]:
        """Return these days as they now are, also while the disk refuses them; damaged ones are left out."""
        found: list[SchoolDay] = []
        for each in dates:
            with suppress(FilesError):
                found.append(self.day_of(each))
        return found

    # -- the half-typed lines ----------------------------------------------------
    def type(self, talk: Talk, place: str, text: str) -> None:
        """Remember the half-typed line of a talk; an empty one is forgotten."""
        self._keep_typed(self._half_typed.typed(talk, place, text))

    def draft(self, talk: Talk) -> Draft | None:
        """Return the half-typed line of this talk, if it was never entered."""
        return self._half_typed.of(talk)

    def type_beside(self, place: str, text: str) -> None:
        """Remember a half-typed line that is of no talk, one for each question; an empty one is forgotten."""
        self._keep_typed(self._half_typed.typed_beside(place, text))

    def draft_beside(self, asked: str = "") -> Draft | None:
        """Return the half-typed line that is of no talk, if it was never entered: the one `asked` for."""
        return self._half_typed.beside(asked)

    def _keep_typed(self, now: HalfTyped) -> None:
        if now != self._half_typed:
            self._half_typed = now
            self._writer.drafts(self.day.date, now.drafts)

    def _remembered(self) -> HalfTyped:
        """The half-typed lines that were kept; damaged ones are no reason not to begin.

        Those of no talk come along from the day they were typed on.
        """
        try:
            return HalfTyped(self.repository.bring_along(self.day.date))
        except FilesError:
            return HalfTyped()

    # -- kept ------------------------------------------------------------------
    def take_in(self, result: Kept | NotKept) -> None:
        """Take in whether something was kept, so that `saving` is true, and have the pages show it."""
        self.saving = self.saving.after(result, self.local())
        self._keep_again()
        if self._listener:
            self._listener.saving_changed()

    def _keep_again(self) -> None:
        """Keep all that is on the desk once more, where the folder it was in had to be made again."""
        if lost := self.repository.take_lost():
            self.lost += lost
            self._writer.keep_school(self.day.date, self.school)
            self._writer.keep(self.day)
            self._writer.drafts(self.day.date, self._half_typed.drafts)

    def wait_for_disk(self, patience: float = PATIENCE) -> bool:
        """Wait until everything is on the disk, at most `patience` seconds; False when it is not."""
        return self._writer.flush(patience)

    def ensure_kept(self) -> None:
        """Have everything kept before anything is read back: what waits would be lost by that.

        Raises:
            NotSaved: the disk does not take it now.
        """
        if not self.wait_for_disk():
            raise NotSaved(self.repository.folder, self.saving.reason or Trouble.OTHER)

    def close(self, patience: float = PATIENCE, slow: float = 0.0) -> bool:
        """Break a running talk off, have everything kept, and stop; False when it could not be kept.

        A disk that is at it, and has not refused, gets up to `slow` seconds.
        """
        if (running := self.day.running) is not None:
            self._show(self.day.put(running.break_off(self.now())))
        return self._writer.close(patience, slow)

    def _show(self, day: SchoolDay, *, keep: bool = True, drafts_first: bool = False) -> None:
        """The day is now this one, shown at once and kept as soon as can be."""
        self.day = day
        if keep:
            self.saving = self.saving.with_day(day)
            self._writer.keep(day, self._half_typed.drafts if drafts_first else None)
        if self._listener:
            self._listener.day_changed()
            self._listener.saving_changed()
