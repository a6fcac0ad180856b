"""The desk: the current day and class, how they change, and how it stands with the disk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo

from store.domain.day import SchoolDay, opening_day
from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.domain.timer import Countdown, countdown
from store.domain.undo import StepName
from store.files.errors import NotSaved, Trouble
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from tui.desk.half_typed import HalfTypedLines
from tui.desk.kinds.decks import Decks
from tui.desk.saving import Saving
from tui.desk.stored_days import StoredDays
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
    """One day on the desk, and the only way to change it and have it kept.

    What a teacher does with it stands beside it: `way_back`, `talk.course`, `planning.arrange_day` ….
    """

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
        self._listener: Listener | None = None
        self.days = StoredDays(self, repository, writer)
        self.half_typed = HalfTypedLines(self, repository, writer)
        self.erased_from: set[str] = set()
        """The talks, by id, from which something was taken away for good since the app was opened."""
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
    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.school.zone)

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
            self.keep_day(self.day.put(talk, step))
            self.follow_addressing(before)

    def do_on(self, day: date, name: StepName, talk: Talk, line: str) -> None:
        """Put this changed talk on its day as a named step, whether or not that day is on the desk.

        Raises:
            FilesError: that day can't be read.
        """
        found = self.days.on(day)
        step = found.step(self.new_id(), name, talk, line)
        if step is not None:
            self.keep_day(found.put(talk, step))

    def keep_school(self, school: School) -> None:
        """Keep the school as it now is; what it had announced and takes back is remembered with it."""
        self.school = school = school.following(self.school)
        self._writer.keep_school(self.day.date, school)

    def follow_addressing(self, before: Talk | None) -> None:
        """Let the class list know of a change in how the carers of a talk want to be called."""
        now = self.day.talk(before.id) if before else None
        if before is None or now is None or now.arrangements.checked == before.arrangements.checked:
            return
        if (school := self.school.addressing(now)) != self.school:
            self.keep_school(school)

    def keep_day(self, day: SchoolDay, *, lines_first: bool = False) -> None:
        """Keep a day as it now is, and show it at once if it is the one on the desk.

        With `lines_first` the half-typed lines are on the disk before it.
        """
        shown = day.date == self.day.date
        if shown:
            self.day = day
        self.saving = self.saving.with_day(day)
        self._writer.keep(day, self.half_typed.drafts if lines_first else None)
        self._tell(day_changed=shown)

    def take_in_day(self, day: SchoolDay) -> None:
        """Show a day as it is stored."""
        self.day = day
        self._tell(day_changed=True)

    def _tell(self, *, day_changed: bool) -> None:
        if self._listener and day_changed:
            self._listener.day_changed()
        if self._listener:
            self._listener.saving_changed()

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
        day = opening_day(self.days.dates(), today)
        begun = self.day.running or self.day.broken_off
        if begun is None and today <= day != self.day.date:
            self.open(day)

    def start_over(self, day: date | None = None) -> None:
        """Take in what was stored beside the desk: the class list, and this day or the likeliest one."""
        day = day or opening_day(self.days.dates(), self.local().date())
        self.lay_out(self.repository.school(day), self.repository.day(day))

    def lay_out(self, school: School, day: SchoolDay) -> None:
        """Put this class and this day on the desk, as they are stored."""
        self.school = school
        self.whose = WhoseTalks(self)
        self.take_in_day(day)
        self.half_typed.read_again()
        self.leave_behind()

    def leave_behind(self) -> None:
        """Set aside what still runs on a day that is over, with the end it was to have: it was killed."""
        running = self.day.running if self.day.date < self.local().date() else None
        if running is not None and (clock := self.countdown(running)) is not None:
            self.keep_day(self.day.put(running.set_aside(clock.until)))

    # -- kept ------------------------------------------------------------------
    def take_in(self, result: Kept | NotKept) -> None:
        """Take in whether something was kept, so that `saving` is true, and have the pages show it."""
        self.saving = self.saving.after(result, self.local())
        self._keep_again()
        self._tell(day_changed=False)

    def _keep_again(self) -> None:
        """Keep all that is on the desk once more, where the folder it was in had to be made again."""
        if lost := self.repository.take_lost():
            self.lost += lost
            self._writer.keep_school(self.day.date, self.school)
            self._writer.keep(self.day)
            self.half_typed.keep_again()

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
            self.keep_day(self.day.put(running.break_off(self.now())))
        return self._writer.close(patience, slow)
