"""The other work a kill may come in between: passphrase, sealing, backup, restore, forgetting, purging."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count, islice
from pathlib import Path

from store.domain.day import SchoolDay
from store.domain.school import School
from store.files.backups import archive, backup, restore
from store.files.backups.archive import Archive
from store.files.backups.contents import contents
from store.files.data_folder import DataFolder
from store.files.deletion import erase
from store.files.errors import FilesError, WrongPassphrase
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.files.sealing.seal_folder import finish_sealing, renew_data_key, seal_folder
from tests.faults.invented import DAY, a_day, changes
from tests.faults.process import ACKNOWLEDGED, READY, Tell
from tests.faults.stores import new_id, plain, sealed, sealer
from tests.faults.tally import Found, Verdict
from tests.sealing.readable import readable

CHEAP = Cost(passes=1, kib=64, lanes=1)
"""The kill is to come while the disk is busy, not while a passphrase is stretched."""
NOW = datetime(2026, 8, 25, 15, tzinfo=UTC)
FEW = 4
MANY = 16


class _Endless:
    """Work of which there is always more; `run` does one piece after the other."""

    name: str

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        raise NotImplementedError

    def work(self, folder: Path, seed: int, tell: Tell) -> None:
        tell(READY)
        for _ in self.run(folder, seed):
            tell(ACKNOWLEDGED)

    def steps(self, folder: Path, seed: int, acknowledge: Callable[[], None]) -> None:
        for _ in islice(self.run(folder, seed), FEW):
            acknowledge()


class ChangingPassphrase(_Endless):
    """A new passphrase, again and again."""

    name = "change of passphrase"

    def prepare(self, folder: Path) -> None:
        unlocked = KeyFile(folder, cost=CHEAP).create(_secret(0))
        with Repository(folder, new_id=new_id, sealer=unlocked.sealer) as repository:
            repository.save(a_day(2))

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        for number in count():
            KeyFile(folder, cost=CHEAP).change(_secret(number), _secret(number + 1))
            yield

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        for verdict, number in ((Verdict.EXACT, acknowledged), (Verdict.ONE_MORE, acknowledged + 1)):
            try:
                unlocked = KeyFile(folder).unlock(_secret(number))
                with Repository(folder, new_id=new_id, sealer=unlocked) as repository:
                    found = repository.day(DAY)
            except WrongPassphrase:
                continue
            except FilesError as error:
                return Found(Verdict.LOST, type(error).__name__)
            if found != a_day(2):
                return Found(Verdict.LOST, "the day is another one")
            if not KeyFile(folder).is_twofold():
                return Found(Verdict.SILENT, "the copy still opens with an old passphrase")
            return Found(verdict)
        return Found(Verdict.LOST, "neither the old nor the new passphrase opens")


class TurningOn(_Endless):
    """Sealing one folder after the other that is in use."""

    name = "sealing"

    def prepare(self, folder: Path) -> None:
        before, after = self._days()
        for number in range(MANY):
            with plain(folder / str(number)) as repository:
                repository.save(before)
                repository.save(after)
                repository.save_school(DAY, _school(before))

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        for number in range(MANY):
            seal_folder(folder / str(number), _secret(number), cost=CHEAP)
            yield

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        before, after = self._days()
        verdict = Verdict.EXACT
        for number in range(max(0, acknowledged - 1), min(MANY, acknowledged + 1)):
            place = folder / str(number)
            key_file, opened = KeyFile(place), None
            try:
                if key_file.exists():
                    opened = key_file.unlock(_secret(number))
                    pending = key_file.pending()
                    finish_sealing(place, opened)
                    if number < acknowledged and pending:
                        return Found(Verdict.LOST, "not all was sealed")
                    verdict = Verdict.ONE_MORE if number == acknowledged else verdict
                elif number < acknowledged:
                    return Found(Verdict.LOST, "the key file is gone")
                with Repository(place, new_id=new_id, sealer=opened) as repository:
                    found = (repository.day(DAY), repository.previous(DAY), repository.school(DAY))
            except FilesError as error:
                return Found(Verdict.LOST, type(error).__name__)
            if found != (after, before, _school(before)):
                return Found(Verdict.LOST, "the data is not what it was")
            if opened and readable(place):
                return Found(Verdict.SILENT, "something is not sealed")
        return Found(verdict)

    def _days(self) -> tuple[SchoolDay, SchoolDay]:
        return a_day(3), next(changes(a_day(3), "update", 0))


class RenewingKey(_Endless):
    """A new data key for everything, again and again."""

    name = "new data key"

    def prepare(self, folder: Path) -> None:
        with plain(folder) as repository:
            repository.save(a_day(3))
            repository.save(next(changes(a_day(3), "update", 0)))
            repository.layout.backups.mkdir()
            backup.daily(repository, repository.layout.backups, today=DAY, now=NOW, keep=4)
        seal_folder(folder, _secret(0), cost=CHEAP)

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        for number in count():
            renew_data_key(folder, _secret(number), _secret(number + 1), cost=CHEAP)
            yield

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        for verdict, number in ((Verdict.EXACT, acknowledged), (Verdict.ONE_MORE, acknowledged + 1)):
            try:
                opened = KeyFile(folder).unlock(_secret(number))
                finish_sealing(folder, opened)
                with Repository(folder, new_id=new_id, sealer=opened) as repository:
                    found = repository.day(DAY), repository.previous(DAY)
                    kept = [_held(path, repository) for path in repository.layout.archives()]
            except WrongPassphrase:
                continue
            except FilesError as error:
                return Found(Verdict.LOST, type(error).__name__)
            after = next(changes(a_day(3), "update", 0))
            if found != (after, a_day(3)) or set(kept) != {after}:
                return Found(Verdict.LOST, "the data is not what it was")
            if readable(folder) or not KeyFile(folder).is_twofold() or KeyFile(folder).pending():
                return Found(Verdict.SILENT, "it was not finished")
            return Found(verdict)
        return Found(Verdict.LOST, "neither the old nor the new passphrase opens")


class BackingUp(_Endless):
    """A change and its backup to a stick, every time on a later day, with four kept."""

    name = "backup"

    def prepare(self, folder: Path) -> None:
        (folder / "stick").mkdir()
        with sealed(folder / "data") as repository:
            repository.save(a_day(5))

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        with sealed(folder / "data") as repository:
            for number, day in enumerate(changes(a_day(5), "mixed", seed)):
                repository.save(day)
                today = DAY + timedelta(days=number)
                backup.daily(repository, folder / "stick", today=today, now=NOW, keep=4)
                yield

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        days = [a_day(5), *islice(changes(a_day(5), "mixed", seed), acknowledged + 1)]
        try:
            with sealed(folder / "data") as repository:
                found = repository.day(DAY)
                kept = [_held(each.path, repository) for each in backup.found(folder / "stick")]
        except FilesError as error:
            return Found(Verdict.LOST, f"{type(error).__name__} {error}")
        if found not in days[acknowledged:]:
            return Found(Verdict.LOST, "the day is not what was kept")
        if any(each not in days for each in kept):
            return Found(Verdict.SILENT, "a backup holds what was never kept")
        # the newest may have pushed out the oldest of the four before its backup was acknowledged
        latest = {_revision(day) for day in days[max(1, acknowledged - 2) : acknowledged + 1]}
        if not latest <= {_revision(day) for day in kept}:
            return Found(Verdict.LOST, "a backup is gone")
        return Found(Verdict.EXACT if found == days[acknowledged] else Verdict.ONE_MORE)


class Restoring(_Endless):
    """Going back to one of two backups, and to the other again."""

    name = "restore"

    def prepare(self, folder: Path) -> None:
        (folder / "stick").mkdir()
        with sealed(folder / "data") as repository:
            repository.save(a_day(4))
            repository.save(a_day(2, DAY + timedelta(days=2)))
            self._keep(folder, "1", repository)
            repository.save(next(changes(a_day(4), "update", 0)))
            repository.save(a_day(3, DAY + timedelta(days=1)))
            repository.rewrite(DAY + timedelta(days=2), lambda day: replace(day, talks=()))
            self._keep(folder, "0", repository)

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        for number in count(1):
            with DataFolder(folder / "data", new_id=new_id, sealer=sealer()) as data:
                plan = restore.look(self._kept(folder, number), data.layout, data.sealer)
                restore.apply(data, plan, local=NOW)
            yield

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        try:
            with DataFolder(folder / "data", new_id=new_id, sealer=sealer()) as data:
                found = archive.collect(data.layout, NOW).files
                before = [archive.read(path).files for path in data.layout.archives()]
        except FilesError as error:
            return Found(Verdict.LOST, f"{type(error).__name__} {error}")
        wanted = [self._kept(folder, number).files for number in (acknowledged, acknowledged + 1)]
        if any(each not in wanted for each in before) or len(before) < acknowledged:
            return Found(Verdict.SILENT, "there is no way back to what was there")
        if found not in wanted:
            return Found(Verdict.LOST, "neither the one backup nor the other")
        return Found(Verdict.EXACT if found == wanted[0] else Verdict.ONE_MORE)

    def _keep(self, folder: Path, name: str, repository: Repository) -> None:
        held = archive.collect(repository.layout, NOW)
        (folder / "stick" / name).write_bytes(archive.to_bytes(held))

    def _kept(self, folder: Path, number: int) -> Archive:
        return archive.read(folder / "stick" / str(number % 2))


class Forgetting(_Endless):
    """Deleting one pupil after the other; not sealed, so that a name can be looked for in every file."""

    name = "deletion of a pupil"

    def prepare(self, folder: Path) -> None:
        days = [a_day(MANY), *islice(changes(a_day(MANY), "update", 0), 5)]
        with plain(folder) as repository:
            for day in (*days, a_day(2, DAY + timedelta(days=1))):
                repository.save(day)
            for school in (_school(days[0]), replace(_school(days[0]), teacher="juf Els", revision=1)):
                repository.save_school(DAY, school)

    def run(self, folder: Path, seed: int) -> Iterator[None]:
        with plain(folder) as repository:
            for pupil in _school(a_day(MANY)).pupils:
                erase.forget(repository, [pupil.id])
                yield

    def verdict(self, folder: Path, seed: int, acknowledged: int) -> Found:
        pupils = [pupil.id for pupil in _school(a_day(MANY)).pupils]
        gone, going = pupils[:acknowledged], pupils[acknowledged : acknowledged + 1]
        try:
            if any(_traces(folder, each) for each in gone):
                return Found(Verdict.SILENT, "a deleted pupil is still somewhere")
            with plain(folder) as repository:
                half = not _traces(folder, *going) if going else False
                erase.forget(repository, going)
                left = [talk.pupil.id for talk in repository.day(DAY).talks]
                listed = [pupil.id for pupil in repository.school(DAY).pupils]
                other = repository.day(DAY + timedelta(days=1))
        except FilesError as error:
            return Found(Verdict.LOST, f"{type(error).__name__} {error}")
        if going and _traces(folder, *going):
            return Found(Verdict.SILENT, "asking again does not delete the rest")
        if left != pupils[acknowledged + 1 :] or listed != left or other != a_day(2, DAY + timedelta(days=1)):
            return Found(Verdict.LOST, "somebody else is gone")
        return Found(Verdict.ONE_MORE if half else Verdict.EXACT)


TRUST = (ChangingPassphrase, TurningOn, RenewingKey, BackingUp, Restoring, Forgetting)


def _secret(number: int) -> str:
    return f"wachtwoord {number}"


def _school(day: SchoolDay) -> School:
    return School(pupils=tuple(talk.pupil for talk in day.talks))


def _held(path: Path, repository: Repository) -> SchoolDay | None:
    inside = contents(archive.read(path), repository.layout, repository.sealer)
    return None if inside.damaged else inside.days.get(DAY)


def _revision(day: SchoolDay | None) -> int:
    return day.revision if day else -1


def _traces(folder: Path, *words: str) -> bool:
    files = [path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.suffix != ".tmp"]
    return any(f'"{word}"'.encode() in each for word in words for each in files)
