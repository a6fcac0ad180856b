"""The one thread that saves, so that no key ever waits for the disk."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.school import School
from store.files.errors import FilesError, Kind, Trouble
from store.files.repository import Repository

DRAFT_SECONDS = 0.4
"""How long a half-typed line may be in memory only, so that it is kept within half a second."""
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0
"""Seconds before the next try when the disk refuses; the pause doubles with every try."""


@dataclass(frozen=True, slots=True)
class Kept:
    """It is on the disk: this revision and every earlier one (always 0 for half-typed lines)."""

    kind: Kind
    date: date
    revision: int


@dataclass(frozen=True, slots=True)
class NotKept:
    """It is not on the disk yet, and why. It is tried again until it is."""

    kind: Kind
    date: date
    revision: int
    reason: Trouble


Tell = Callable[[Kept | NotKept], None]


@dataclass(frozen=True, slots=True)
class _Job:
    """One file to write, and what is to be in it."""

    kind: Kind
    date: date
    content: SchoolDay | School | tuple[Draft, ...]

    @property
    def revision(self) -> int:
        match self.content:
            case SchoolDay() | School():
                return self.content.revision
        return 0

    def write(self, repository: Repository) -> None:
        match self.content:
            case SchoolDay():
                repository.save(self.content)
            case School():
                repository.save_school(self.date, self.content)
            case _:
                repository.keep_drafts(self.date, self.content)


class Writer:
    """Keeps days, the school and the half-typed line, in the order in which they were given.

    Nothing overtakes: when a talk goes to another day, keep the day it goes to first, then the day it
    leaves. A change replaces the last one waiting if that is of the same file. A draft waits for the days,
    so that the old one stays until the line it became is on the disk.

    `tell` is called from the writer's own thread and must not block; when `flush` returns true everything
    has been told.
    """

    def __init__(self, repository: Repository, tell: Tell) -> None:
        """The repository must be open and stay so until the writer is closed."""
        self._repository = repository
        self._tell = tell
        self._changed = threading.Condition()
        self._waiting: list[_Job] = []
        self._drafts: dict[date, _Job] = {}
        self._busy: _Job | None = None
        self._draft_due = 0.0
        self._next_try = 0.0
        self._pause = FIRST_PAUSE
        self._refused = False
        self._closing = False
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._thread.start()

    # -- for whoever has something to keep ---------------------------------
    def keep(self, day: SchoolDay, drafts: tuple[Draft, ...] | None = None) -> None:
        """Keep this day. Returns at once; `tell` hears when it is on the disk.

        With `drafts` the half-typed lines are on the disk before it: what an undo takes off a
        talk and puts on the line is never in neither.
        """
        with self._changed:
            if drafts is not None:
                self._drafts.pop(day.date, None)
                self._add(_Job(Kind.DRAFT, day.date, drafts))
            self._add(_Job(Kind.DAY, day.date, day))

    def keep_school(self, day: date, school: School) -> None:
        """Keep the school of the year of this day."""
        self._add(_Job(Kind.SCHOOL, day, school))

    def drafts(self, day: date, drafts: tuple[Draft, ...]) -> None:
        """Keep the half-typed lines of this day, one a talk, and no others, within half a second."""
        with self._changed:
            if not self._drafts:
                self._draft_due = time.monotonic() + DRAFT_SECONDS
            self._drafts[day] = _Job(Kind.DRAFT, day, drafts)
            self._changed.notify_all()

    def waits(self, day: date) -> SchoolDay | None:
        """Return this day as it is still to be kept; None when it is on the disk."""
        with self._changed:
            days = (each.content for each in reversed(self._waiting) if each.date == day)
            return next((each for each in days if isinstance(each, SchoolDay)), None)

    def flush(self, timeout: float) -> bool:
        """Wait at most `timeout` seconds until everything is on the disk, and return whether it is."""
        with self._changed:
            self._draft_due = self._next_try = 0.0
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._idle() or self._closing, timeout)
            return self._idle()

    def close(self, timeout: float, slow: float = 0.0) -> bool:
        """Flush and stop, after at most `timeout` seconds; return whether everything is on the disk.

        A disk that is at it, and has not refused, gets up to `slow` seconds.
        """
        end = time.monotonic() + timeout
        done = self.flush(timeout)
        with self._changed:
            if not done and slow > timeout:
                self._changed.wait_for(lambda: self._idle() or self._refused or self._closing, slow - timeout)
                done = self._idle()
            self._closing = True
            self._changed.notify_all()
        self._thread.join(max(0.0, end - time.monotonic()))
        return done

    def _idle(self) -> bool:
        return not (self._waiting or self._drafts or self._busy)

    def _add(self, job: _Job) -> None:
        with self._changed:
            last = self._waiting[-1] if self._waiting else None
            if last and (last.kind, last.date) == (job.kind, job.date):
                # also while that one is being written: this one is what is to be kept next
                self._waiting.pop()
            self._waiting.append(job)
            self._changed.notify_all()

    # -- the thread --------------------------------------------------------
    def _work(self) -> None:
        while (job := self._next()) is not None:
            reason = self._write(job)
            with suppress(RuntimeError):
                # there may be nobody left to tell; what is waiting must be written all the same
                self._tell(
                    NotKept(job.kind, job.date, job.revision, reason)
                    if reason
                    else Kept(job.kind, job.date, job.revision)
                )
            self._written(job, kept=reason is None)

    def _next(self) -> _Job | None:
        """Wait for something to write; None when the writer is closed."""
        with self._changed:
            while not self._closing:
                now = time.monotonic()
                due = self._due()
                if due is not None and due <= now:
                    self._busy = self._waiting[0] if self._waiting else next(iter(self._drafts.values()))
                    return self._busy
                self._changed.wait(None if due is None else due - now)
        return None

    def _due(self) -> float | None:
        """Return when something is to be written next; None while there is nothing."""
        if self._waiting:
            return self._next_try
        return max(self._draft_due, self._next_try) if self._drafts else None

    def _write(self, job: _Job) -> Trouble | None:
        """Write it; return why that could not be done, None when it is on the disk."""
        try:
            job.write(self._repository)
        except FilesError as error:
            return error.reason
        except Exception:  # noqa: BLE001 - a defect here must not end the saving of all that follows
            return Trouble.OTHER
        return None

    def _written(self, job: _Job, *, kept: bool) -> None:
        with self._changed:
            self._busy = None
            self._refused = not kept
            if kept:
                self._pause, self._next_try = FIRST_PAUSE, 0.0
                if self._drafts.get(job.date) is job:
                    del self._drafts[job.date]
                elif self._waiting and self._waiting[0] is job:
                    del self._waiting[0]
            else:
                if self._waiting and self._waiting[0] is job and job.kind is Kind.DRAFT:
                    # a file of half-typed lines that refuses does not hold up the day
                    self._drafts.setdefault(job.date, self._waiting.pop(0))
                self._next_try = time.monotonic() + self._pause
                self._pause = min(self._pause * 2, LONGEST_PAUSE)
            self._changed.notify_all()
