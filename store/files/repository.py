"""Everything that is stored, by day and by school year: the one way into the data folder."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.day import SchoolDay
from store.domain.draft import OF_NO_TALK, Draft
from store.domain.school import School
from store.domain.settings import Settings
from store.domain.talk import Talk
from store.domain.timetable import two_days
from store.domain.undo import Step
from store.files import disk
from store.files.codec import Misfit
from store.files.data_folder import DataFolder
from store.files.day_file import DayFile, talks_in
from store.files.draft_file import DraftFile
from store.files.envelope import Sealer
from store.files.errors import DamagedFile, FilesError, Kind, NewerFormat, NotRead, OtherSeal, saving
from store.files.paths import Spot
from store.files.school_file import SchoolFile
from store.files.settings_file import SettingsFile
from store.files.storage import Put, file_state

if TYPE_CHECKING:
    from store.domain.year.outline import Outlined
    from store.files.backups.import_file import KeptImport

HELD = 8
"""How many day files are remembered for the next save; a teacher works on one."""


@dataclass(frozen=True, slots=True)
class FinishedMove:
    """A talk that a move had left on two days: where it is now, and from where it was removed."""

    talk: str
    kept: date
    removed: date


@dataclass(frozen=True, slots=True)
class Tidied:
    """What a start had to put in order, because the program was killed or a disk did harm.

    `moves` are those that were finished, `dropped` half-typed lines whose talk is no longer there, and
    `set_aside` the names that damaged files with half-typed lines have now. `went_back` is whether going back
    to a backup was finished, `refused` what would have done so and is nobody knows whose.
    """

    moves: tuple[FinishedMove, ...] = ()
    dropped: tuple[Draft, ...] = ()
    set_aside: tuple[Path, ...] = ()
    went_back: bool = False
    refused: Path | None = None


class Repository(DataFolder):
    """The days, the school, the settings and the drafts below one folder.

    Reading may be done from any thread, also while another one saves. What reads raises DamagedFile,
    NewerFormat, OtherSeal or NotRead; what changes raises those and NotSaved.
    """

    def __init__(
        self, folder: Path, *, new_id: Callable[[], str], sealer: Sealer | None = None, put: Put = disk.put
    ) -> None:
        """As for `DataFolder`."""
        super().__init__(folder, new_id=new_id, sealer=sealer, put=put)
        self._days: dict[date, DayFile] = {}
        self._drafts: dict[date, DraftFile] = {}

    @classmethod
    def reading(cls, folder: Path, sealer: Sealer | None = None) -> Repository:
        """Make a repository that never writes anything and works beside an open one."""
        return cls(folder, new_id=str, sealer=sealer)

    # -- days ----------------------------------------------------------------
    def day(self, day: date) -> SchoolDay:
        """Return the day as stored; an empty one when there is no file."""
        file = DayFile(self._storage(self.layout.spot(Kind.DAY, day)))
        found = file.read()
        self._saw(file)
        return found or SchoolDay(date=day)

    def talks(self, day: date) -> tuple[Talk, ...]:
        """Return only the talks of a day as stored: for looking over a whole year."""
        try:
            return talks_in(self.layout.spot(Kind.DAY, day), self.sealer, Talk)
        except Misfit:
            return self.day(day).talks

    def outlines(self, day: date) -> tuple[Outlined, ...]:
        """Return the talks of a day as far as the year asks, in a third of the time that takes them whole."""
        from store.domain.year.outline import Outline

        try:
            return talks_in(self.layout.spot(Kind.DAY, day), self.sealer, Outline)
        except Misfit:
            return self.day(day).talks

    def file_state(self, day: date) -> tuple[int, int, int] | None:
        """Return what is the same as long as the file of a day is; None where it can't be looked at."""
        return file_state(self.layout.spot(Kind.DAY, day).path)

    def save(self, day: SchoolDay) -> None:
        """Keep the day: durable when this returns, and what was there is its previous generation.

        A day without talks is none: its file goes.
        """
        with self.still:
            if not day.talks:
                self._drop_day(day.date)
                return
            file = self._days.pop(day.date, None) or self._day_file(day.date)
            self._days[day.date] = file
            while len(self._days) > HELD:
                del self._days[next(iter(self._days))]
            spot = self._ready(file.storage.spot)
            file.save(day)
            self._known[spot.path] = file.storage.checksum

    def _drop_day(self, day: date) -> None:
        """Take the file of a day away; its generation before goes first: that alone would be a lost day."""
        file = self._days.pop(day, None) or self._day_file(day)
        spot = self._ready(file.storage.spot)
        if file.read() is not None:
            self._unlink(spot.previous)
            file.storage.remove()
        self._known[spot.path] = ""

    def move_talk(self, talk_id: str, from_date: date, start: datetime) -> tuple[SchoolDay, SchoolDay]:
        """Move a talk to another time (local wall time), on the same day or another; its state stays.

        Its half-typed line goes along. The target is written first: after a kill in between `finish_moves`
        finds the talk on both days. Either day is written after its half-typed lines, so that none is ever
        on a day that its talk has left.

        Returns:
            The day it was on and the day it is on, as they now are.

        Raises:
            KeyError: the talk is not on that day.
        """
        with self.still:
            source = self.day(from_date)
            talk = source.talk(talk_id)
            if talk is None:
                raise KeyError(talk_id)
            if start.date() == from_date:
                same = source.put(talk.move(start))
                self.save(same)
                return same, same
            both = two_days.moved(talk, start, source, self.day(start.date()), self._new_id())
            self._save_both(*both, talk_id)
            return both

    def turn_step(self, step: Step, day: date, *, back: bool) -> SchoolDay:
        """Take a step back that reaches from this day to another, or do it again; both days are kept.

        Returns:
            This day as it now is.
        """
        with self.still:
            here, there = self.day(day), self.day(step.elsewhere or day)
            turn = two_days.taken_back if back else two_days.done_again
            now, other = turn(step, here, there)
            joins = now.talk(step.talk) is not None
            self._save_both(*((other, now) if joins else (now, other)), step.talk)
            return now

    def _save_both(self, left: SchoolDay, joined: SchoolDay, talk_id: str) -> None:
        """Keep the day that a talk left and the one it is on now, that one first; its half-typed line too."""
        draft = self._draft(left.date, talk_id)
        if draft:
            self._put_draft(joined.date, draft)
        self.save(joined)
        if draft:
            self._take_draft(left.date, talk_id)
        self.save(left)

    def finish_moves(self) -> tuple[FinishedMove, ...]:
        """Finish every move that was killed halfway: of a talk on two days the higher revision stays.

        Days that can't be read are left alone; `day` says what is the matter with them.
        """
        homes: dict[str, tuple[int, date]] = {}
        twice: list[FinishedMove] = []
        with self.still:
            for day in self.dates():
                for talk, revision in self._revisions(day).items():
                    here = (revision, day)
                    there = homes.get(talk, here)
                    homes[talk] = max(here, there)
                    if there != here:
                        twice.append(FinishedMove(talk, max(here, there)[1], min(here, there)[1]))
            for each in twice:
                if draft := self._draft(each.removed, each.talk):
                    if not self._draft(each.kept, each.talk):
                        self._put_draft(each.kept, draft)
                    self._take_draft(each.removed, each.talk)
                self.save(self.day(each.removed).without(each.talk))
        return tuple(twice)

    # -- the school ----------------------------------------------------------
    def school(self, day: date) -> School:
        """Return the school in the year of this day; an empty one when there is no file."""
        file = SchoolFile(self._storage(self.layout.spot(Kind.SCHOOL, day)))
        found = file.read()
        self._saw(file)
        return found or School()

    def save_school(self, day: date, school: School) -> None:
        """Keep the school of the year of this day: durable when this returns."""
        with self.still:
            spot = self._ready(self.layout.spot(Kind.SCHOOL, day))
            file = SchoolFile(self._storage(spot, self._known.get(spot.path)))
            file.save(school)
            self._known[spot.path] = file.storage.checksum

    # -- the settings --------------------------------------------------------
    def settings(self) -> Settings:
        """Return the settings; those of a new folder when there is no file, or a damaged one."""
        file = SettingsFile(self._storage(self.layout.settings))
        try:
            found = file.read()
        except DamagedFile:
            # nothing but habits is in it: the next settings push it aside
            self._known.setdefault(file.storage.spot.path, "")
            return Settings()
        self._saw(file)
        return found or Settings()

    def lost_settings(self) -> Path | None:
        """Return the file whose damage put all settings back to the beginning; None when they are whole."""
        try:
            SettingsFile(self._storage(self.layout.settings)).read()
        except DamagedFile as error:
            return error.path
        return next(iter(self.layout.settings_asides()), None)

    def save_settings(self, settings: Settings) -> None:
        """Keep the settings: durable when this returns."""
        with self.still:
            spot = self._ready(self.layout.settings)
            if spot.path not in self._known:
                self.settings()
            file = SettingsFile(self._storage(spot, self._known[spot.path]))
            file.save(settings)
            self._known[spot.path] = file.storage.checksum

    # -- the last import -----------------------------------------------------
    def last_import(self) -> KeptImport | None:
        """Return the file that was read in last; None when there is none that can be taken back."""
        if not self.layout.last_import.path.exists():
            return None
        from store.files.backups.import_file import ImportFile

        try:
            return ImportFile(self._storage(self.layout.last_import)).read()
        except (DamagedFile, OtherSeal):
            # nothing but a way back is lost with it
            return None

    def keep_import(self, kept: KeptImport) -> None:
        """Keep this import as the last one: durable when this returns."""
        from store.files.backups.import_file import ImportFile

        with self.still:
            spot = self._ready(self.layout.last_import)
            self.drop_import()
            ImportFile(self._storage(spot, "")).save(kept)

    def drop_import(self) -> None:
        """Let nobody take the last import back any more: it holds what was there before."""
        with self.still:
            self._unlink(self.layout.last_import.path)

    # -- the half-typed lines ------------------------------------------------
    def drafts(self, day: date) -> tuple[Draft, ...]:
        """Return the lines that were being typed on this day, one a talk, without those entered after all."""
        file = DraftFile(self._storage(self.layout.spot(Kind.DRAFT, day)))
        drafts = file.read()
        self._saw(file)
        if not drafts:
            return ()
        lines = {talk.id: talk.lines for talk in self.day(day).talks}
        lines[OF_NO_TALK] = 0
        return tuple(each for each in drafts if each.talk in lines and not each.overtaken(lines[each.talk]))

    def bring_along(self, day: date) -> tuple[Draft, ...]:
        """Return the lines of this day, with those of no talk that were left on other days: they move here.

        Killed halfway they are on both days, and come along again.

        Raises:
            DamagedFile, NewerFormat, OtherSeal, NotRead: this day can't be read; others that can't are left.
            NotSaved: the disk did not take it.
        """
        here = self.drafts(day)
        for other in self.layout.draft_dates():
            if other == day:
                continue
            try:
                found = self.drafts(other)
            except FilesError:
                continue
            asked = {each.asked for each in here if each.talk == OF_NO_TALK}
            new = tuple(e for e in found if e.talk == OF_NO_TALK and (e in here or e.asked not in asked))
            if new:
                here = (*here, *(each for each in new if each not in here))
                self.keep_drafts(day, here)
                self.keep_drafts(other, tuple(each for each in found if each not in new))
        return here

    def drop_loose_lines(self) -> None:
        """Take the half-typed lines of no talk out of all days that can be read: they may name anybody."""
        for day in self.layout.draft_dates():
            try:
                drafts = self.drafts(day)
            except FilesError:
                continue
            if (stay := tuple(each for each in drafts if each.talk != OF_NO_TALK)) != drafts:
                self.keep_drafts(day, stay)

    def keep_drafts(self, day: date, drafts: tuple[Draft, ...]) -> None:
        """Keep the half-typed lines of this day; the file goes when there are none any more."""
        with self.still:
            spot = self._ready(self.layout.spot(Kind.DRAFT, day))
            file = self._drafts.setdefault(day, self._drafts.get(day) or self._draft_file(spot))
            if drafts:
                file.save(drafts)
            else:
                file.storage.remove()
            self._known[spot.path] = file.storage.checksum

    def tidy(self) -> Tidied:
        """Finish moves that were killed halfway, and take away half-typed lines that can't be put anywhere.

        What could not be read is set aside, and the lines of no talk are in what is returned: nothing goes
        unseen. Days that can't be read are left alone.
        """
        moves = self.finish_moves()
        dropped: list[Draft] = []
        aside: list[Path] = []
        with self.still:
            for day in self.layout.draft_dates():
                try:
                    dropped += self._drop_strays(day)
                except DamagedFile as error:
                    if error.kind is Kind.DRAFT:
                        aside.append(self._set_aside(self.layout.spot(Kind.DRAFT, day)))
                except (NewerFormat, OtherSeal, NotRead):
                    continue
        return Tidied(moves, tuple(dropped), tuple(aside), self.went_back, self.refused)

    def _drop_strays(self, day: date) -> list[Draft]:
        """Take the half-typed lines of talks that are not on this day out of its file."""
        talks = {OF_NO_TALK, *(talk.id for talk in self.day(day).talks)}
        written = DraftFile(self._storage(self.layout.spot(Kind.DRAFT, day))).read()
        strays = [draft for draft in written if draft.talk not in talks]
        if strays:
            self.keep_drafts(day, self.drafts(day))
        return strays

    def _set_aside(self, spot: Spot) -> Path:
        with saving(spot.path):
            aside = disk.set_aside(spot.path, "damaged")
        self._unlink(spot.path)
        return aside

    # -- generations ---------------------------------------------------------
    def previous(self, day: date) -> SchoolDay | None:
        """Return the generation before of this day, checked; None when there is none."""
        return DayFile(self._before(self.layout.spot(Kind.DAY, day))).read()

    def previous_school(self, day: date) -> School | None:
        """Return the generation before of the school of this day's year, checked; None without one."""
        return SchoolFile(self._before(self.layout.spot(Kind.SCHOOL, day))).read()

    def restore_previous(self, day: date, kind: Kind = Kind.DAY) -> bool:
        """Put the previous generation in the place of a damaged file, which goes aside as `DATE.damaged-N`.

        There is no moment without a file. False when there is no previous generation.
        """
        with self.still:
            spot = self._ready(self.layout.spot(kind, day))
            before = self._before(spot)
            found = (SchoolFile if kind is Kind.SCHOOL else DayFile)(before).read()
            if found is None or spot.previous is None:
                return False
            with saving(spot.path):
                if spot.path.exists():
                    disk.set_aside(spot.path, "damaged")
                self.put(spot.path, disk.read(spot.previous), None)
            self._days.pop(day, None)
            self._known[spot.path] = before.checksum
        return True

    def begin_anew(self, day: date, kind: Kind = Kind.DAY) -> None:
        """Put a damaged file aside as `DATE.damaged-N`, with its previous generation: the day is empty again.

        The previous generation goes first, so that a kill in between leaves a damaged day, not an empty one.
        """
        with self.still:
            spot = self._ready(self.layout.spot(kind, day))
            for path in (spot.previous, spot.path):
                with saving(spot.path):
                    if path and path.exists():
                        disk.set_aside(path, "damaged")
                        path.unlink(missing_ok=True)
            self._days.pop(day, None)
            self._known[spot.path] = ""

    # -- leaving no trace ----------------------------------------------------
    def rewrite(self, day: date, change: Callable[[SchoolDay], SchoolDay]) -> None:
        """Change a day so that what it was is nowhere below the folder: previous generation, draft, asides.

        A day without talks goes altogether. After a kill the same call does the rest.
        """
        with self.still:
            before = self.day(day)
            after, spot = change(before), self._ready(self.layout.spot(Kind.DAY, day))
            self.drop_import()
            self._drop_draft(day, before, after)
            self._unlink(*self.layout.asides(day))
            self._days.pop(day, None)
            self._unlink(spot.previous)
            if after.talks:
                DayFile(self._alone(spot)).save(after)
                self._known.pop(spot.path)
                # once more, so that there is a previous generation: this one
                self.save(after)
            else:
                self._unlink(spot.path)

    def rewrite_school(self, day: date, change: Callable[[School], School]) -> None:
        """Change the school of the year of this day so that what it was is nowhere below the folder."""
        with self.still:
            after, spot = change(self.school(day)), self._ready(self.layout.spot(Kind.SCHOOL, day))
            self.drop_import()
            self._unlink(*self.layout.school_asides(day), spot.previous)
            SchoolFile(self._alone(spot)).save(after)
            self._known.pop(spot.path)
            self.save_school(day, after)

    def _forget(self) -> None:
        super()._forget()
        self._days.clear()
        self._drafts.clear()

    def _revisions(self, day: date) -> dict[str, int]:
        try:
            return DayFile(self._storage(self.layout.spot(Kind.DAY, day))).revisions()
        except FilesError:
            return {}

    def _day_file(self, day: date) -> DayFile:
        spot = self.layout.spot(Kind.DAY, day)
        return DayFile(self._storage(spot, self._known.get(spot.path)))

    def _drop_draft(self, day: date, before: SchoolDay, after: SchoolDay) -> None:
        """Take out the half-typed lines of talks that change; the others are in the file all the time."""
        from store.domain.retention import stands_after

        spot = self.layout.spot(Kind.DRAFT, day)
        try:
            # what was entered since is still in the file, until it is written again
            written = DraftFile(self._storage(spot)).read()
            drafts = self.drafts(day)
        except DamagedFile:
            self._drafts.pop(day, None)
            self._unlink(spot.path)
            return
        stay = tuple(each for each in drafts if stands_after(each, before, after))
        if stay != written:
            self.keep_drafts(day, stay)

    def _readable_drafts(self, day: date) -> tuple[Draft, ...]:
        """The half-typed lines; none when they are damaged, which is no reason for a talk to stay."""
        with suppress(DamagedFile):
            return self.drafts(day)
        return ()

    def _draft(self, day: date, talk_id: str) -> Draft | None:
        return next((each for each in self._readable_drafts(day) if each.talk == talk_id), None)

    def _put_draft(self, day: date, draft: Draft) -> None:
        others = (each for each in self._readable_drafts(day) if each.talk != draft.talk)
        self.keep_drafts(day, (*others, draft))

    def _take_draft(self, day: date, talk_id: str) -> None:
        self.keep_drafts(day, tuple(each for each in self._readable_drafts(day) if each.talk != talk_id))

    def _draft_file(self, spot: Spot) -> DraftFile:
        """A damaged draft is no reason to lose the next one: it goes aside when that is written."""
        file = DraftFile(self._storage(spot, self._known.get(spot.path)))
        try:
            file.read()
        except DamagedFile:
            return DraftFile(self._storage(spot, ""))
        return file
