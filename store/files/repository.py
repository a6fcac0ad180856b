"""Everything that is stored, by day and by school year (DESIGN §7). The one door to the data folder."""

from __future__ import annotations

import errno
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Self

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.school import School
from store.files import disk
from store.files.day_file import DayFile
from store.files.draft_file import DraftFile
from store.files.envelope import Plain, Sealer
from store.files.errors import DamagedFile, FilesError, Kind, NotRead, Trouble, saving, trouble
from store.files.paths import Layout, Spot
from store.files.school_file import SchoolFile
from store.files.storage import FileStorage, Put
from store.files.tables import TableFile

HELD = 8
"""How many day files are remembered for the next save; a teacher works on one."""


@dataclass(frozen=True, slots=True)
class Settled:
    """A talk that a move had left on two days: where it is now, and from where it was removed."""

    talk: str
    kept: date
    removed: date


class Repository:
    """The days, the school and the drafts below one folder.

    Reading needs nothing, changes nothing, and may be done from any thread, also while another one saves.
    Changing needs `open`. What reads raises DamagedFile, NewerFormat, OtherSeal or NotRead; what changes
    raises those and NotSaved.
    """

    def __init__(
        self, folder: Path, *, new_id: Callable[[], str], sealer: Sealer | None = None, put: Put = disk.put
    ) -> None:
        """`new_id` gives the ids of new files; `put` makes bytes the content of a file, all or nothing."""
        self.folder = folder
        self._layout = Layout(folder)
        self._new_id = new_id
        self._sealer = sealer or Plain()
        self._put = put
        self._release: Callable[[], None] | None = None
        self._changing = threading.RLock()
        self._known: dict[Path, str] = {}
        self._days: dict[date, DayFile] = {}
        self._drafts: dict[date, DraftFile] = {}

    @classmethod
    def reading(cls, folder: Path, sealer: Sealer | None = None) -> Repository:
        """A repository that never writes anything and works beside an open one."""
        return cls(folder, new_id=str, sealer=sealer)

    # -- opening -------------------------------------------------------------
    def open(self) -> Self:
        """Make the folder if need be, hold it for this program alone, and clear what a kill left.

        Raises:
            AnotherInstance: the program is open on this folder already.
            NotSaved: the folder cannot be made or takes no files.
        """
        from store.files import lock

        with saving(self.folder):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._release = lock.take(self._layout.lock)
        for leftover in self._layout.leftovers():
            try:
                leftover.unlink()
            except OSError:
                continue
        return self

    def close(self) -> None:
        """Let go of the folder."""
        if self._release:
            self._release()
        self._release = None

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(self, *_: object) -> None:
        self.close()

    # -- days ----------------------------------------------------------------
    def dates(self) -> tuple[date, ...]:
        """Every stored day of every year, in order; a damaged one too."""
        try:
            return self._layout.dates()
        except OSError as error:
            raise NotRead(self.folder, trouble(error)) from error

    def day(self, day: date) -> SchoolDay:
        """The day as stored; an empty one when there is no file."""
        file = DayFile(self._storage(self._layout.spot(Kind.DAY, day)))
        found = file.read()
        self._saw(file)
        return found or SchoolDay(date=day)

    def save(self, day: SchoolDay) -> None:
        """Keep the day: durable when this returns, and what was there is its previous generation."""
        with self._changing:
            file = self._days.pop(day.date, None) or self._day_file(day.date)
            self._days[day.date] = file
            while len(self._days) > HELD:
                del self._days[next(iter(self._days))]
            spot = self._ready(file.storage.spot)
            file.save(day)
            self._known[spot.path] = file.storage.checksum

    def move_talk(self, talk_id: str, from_date: date, start: datetime) -> tuple[SchoolDay, SchoolDay]:
        """Move a talk to another time (local wall time), on the same day or another; its state stays.

        The target is written first: after a kill in between `settle` finds the talk on both days.

        Returns:
            The day it was on and the day it is on, as they now are.

        Raises:
            KeyError: the talk is not on that day.
        """
        with self._changing:
            source = self.day(from_date)
            talk = source.talk(talk_id)
            if talk is None:
                raise KeyError(talk_id)
            if start.date() == from_date:
                same = source.put(talk.move(start))
                self.save(same)
                return same, same
            target, rest = self.day(start.date()).put(talk.move(start)), source.without(talk_id)
            self.save(target)
            self.save(rest)
            return rest, target

    def settle(self) -> tuple[Settled, ...]:
        """Finish every move that was killed halfway: of a talk on two days the higher revision stays.

        Days that can't be read are left alone; `day` says what is the matter with them.
        """
        homes: dict[str, tuple[int, date]] = {}
        twice: list[Settled] = []
        with self._changing:
            for day in self.dates():
                for talk, revision in self._revisions(day).items():
                    here = (revision, day)
                    there = homes.get(talk, here)
                    homes[talk] = max(here, there)
                    if there != here:
                        twice.append(Settled(talk, max(here, there)[1], min(here, there)[1]))
            for each in twice:
                self.save(self.day(each.removed).without(each.talk))
        return tuple(twice)

    # -- the school ----------------------------------------------------------
    def school(self, day: date) -> School:
        """The school in the year of this day; an empty one when there is no file."""
        file = SchoolFile(self._storage(self._layout.spot(Kind.SCHOOL, day)))
        found = file.read()
        self._saw(file)
        return found or School()

    def save_school(self, day: date, school: School) -> None:
        """Keep the school of the year of this day: durable when this returns."""
        with self._changing:
            spot = self._ready(self._layout.spot(Kind.SCHOOL, day))
            file = SchoolFile(self._storage(spot, self._known.get(spot.path)))
            file.save(school)
            self._known[spot.path] = file.storage.checksum

    # -- the half-typed line -------------------------------------------------
    def draft(self, day: date) -> Draft | None:
        """The line that was being typed on this day, unless it was entered after all."""
        file = DraftFile(self._storage(self._layout.spot(Kind.DRAFT, day)))
        draft = file.read()
        self._saw(file)
        talk = self.day(day).talk(draft.talk) if draft else None
        return draft if draft and talk and not draft.overtaken(talk.lines) else None

    def keep_draft(self, day: date, draft: Draft | None) -> None:
        """Keep the half-typed line of this day; None when there is none any more."""
        with self._changing:
            spot = self._ready(self._layout.spot(Kind.DRAFT, day))
            file = self._drafts.setdefault(day, self._drafts.get(day) or self._draft_file(spot))
            if draft:
                file.save(draft)
            else:
                file.storage.remove()
            self._known[spot.path] = file.storage.checksum

    # -- generations ---------------------------------------------------------
    def previous(self, day: date) -> SchoolDay | None:
        """The generation before of this day, checked; None when there is none."""
        return DayFile(self._before(self._layout.spot(Kind.DAY, day))).read()

    def previous_school(self, day: date) -> School | None:
        """The generation before of the school of this day's year, checked; None when there is none."""
        return SchoolFile(self._before(self._layout.spot(Kind.SCHOOL, day))).read()

    def restore_previous(self, day: date, kind: Kind = Kind.DAY) -> bool:
        """Put the previous generation in the place of a damaged file, which goes aside as `DATE.damaged-N`.

        There is no moment without a file. False when there is no previous generation.
        """
        with self._changing:
            spot = self._ready(self._layout.spot(kind, day))
            before = self._before(spot)
            found = (SchoolFile if kind is Kind.SCHOOL else DayFile)(before).read()
            if found is None or spot.previous is None:
                return False
            with saving(spot.path):
                if spot.path.exists():
                    disk.set_aside(spot.path, "damaged")
                self._put(spot.path, spot.previous.read_bytes(), None)
            self._days.pop(day, None)
            self._known[spot.path] = before.checksum
        return True

    def begin_anew(self, day: date, kind: Kind = Kind.DAY) -> None:
        """Put a damaged file aside as `DATE.damaged-N`, with its previous generation: the day is empty again.

        The previous generation goes first, so that a kill in between leaves a damaged day, not an empty one.
        """
        with self._changing:
            spot = self._ready(self._layout.spot(kind, day))
            for path in (spot.previous, spot.path):
                with saving(spot.path):
                    if path and path.exists():
                        disk.set_aside(path, "damaged")
                        path.unlink()
            self._days.pop(day, None)
            self._known[spot.path] = ""

    # -- inside --------------------------------------------------------------
    def _storage(self, spot: Spot, known: str | None = None) -> FileStorage:
        return FileStorage(spot, sealer=self._sealer, new_id=self._new_id, put=self._put, known=known)

    def _before(self, spot: Spot) -> FileStorage:
        return self._storage(replace(spot, path=spot.previous or spot.path, previous=None))

    def _revisions(self, day: date) -> dict[str, int]:
        try:
            return DayFile(self._storage(self._layout.spot(Kind.DAY, day))).revisions()
        except FilesError:
            return {}

    def _day_file(self, day: date) -> DayFile:
        spot = self._layout.spot(Kind.DAY, day)
        return DayFile(self._storage(spot, self._known.get(spot.path)))

    def _draft_file(self, spot: Spot) -> DraftFile:
        """A damaged draft is no reason to lose the next one: it goes aside when that is written."""
        file = DraftFile(self._storage(spot, self._known.get(spot.path)))
        try:
            file.read()
        except DamagedFile:
            return DraftFile(self._storage(spot, ""))
        return file

    def _saw(self, file: TableFile) -> None:
        """Remember what was read, so that a later save knows the file again.

        The first sight counts: a save that came in between knows better than the reader.
        """
        if not file.storage.checksum and self._release and not self._layout.lock.exists():
            raise NotRead(self.folder, Trouble.GONE)
        self._known.setdefault(file.storage.spot.path, file.storage.checksum)

    def _ready(self, spot: Spot) -> Spot:
        """The same spot, its folders being there.

        The data folder itself is never made again: when a USB stick was pulled out, its name may be an
        empty place on another disk. Our lock file is what it is known by.
        """
        if self._release is None:
            raise RuntimeError("this repository is not open for changes")
        with saving(spot.path):
            if not self._layout.lock.exists():
                raise FileNotFoundError(errno.ENOENT, "the data folder is gone", str(self.folder))
            for folder in spot.folders:
                if not folder.is_dir():
                    folder.mkdir(mode=0o700)
                    disk.sync_folder(folder.parent)
        return spot
