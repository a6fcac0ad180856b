from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from store.domain.day import SchoolDay
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.settings import Settings
from store.files import disk
from store.files.backups import archive, backup, restore
from store.files.backups.archive import Archive
from store.files.backups.restore import Change
from store.files.data_folder import DataFolder
from store.files.envelope import Sealer
from store.files.errors import NotSealed, OtherSeal, WrongPassphrase
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.seal_folder import renew_data_key, seal_folder
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, changed, new_id
from tests.sealing.test_sealing import CHEAP, SECRET

OTHER = DAY + timedelta(days=1)
MADE = datetime(2026, 8, 25, 14, tzinfo=UTC)
LOCAL = datetime(2026, 8, 25, 16, 30, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))


def filled(folder: Path, sealer: Sealer | None = None) -> SchoolDay:
    """A folder with a day, its previous generation, a class list and settings."""
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(day := a_day(2))
        repository.save(day := changed(day, "eerst"))
        repository.save_school(DAY, School(pupils=(Pupil(id="p1", first_name="Marinka"),)))
        repository.save_settings(Settings(backup_folder="stick"))
    return day


def new_sealer(folder: Path) -> Sealer:
    folder.mkdir(exist_ok=True)
    return KeyFile(folder, cost=CHEAP).create(SECRET).sealer


def state(folder: Path) -> dict[str, bytes]:
    return dict(archive.collect(Layout(folder), MADE).files)


def applied(folder: Path, held: Archive, ours: Sealer | None = None, theirs: Sealer | None = None) -> Path:
    with DataFolder(folder, new_id=new_id, sealer=ours) as data:
        plan = restore.look(held, data.layout, data.sealer, theirs)
        return restore.apply(data, plan, local=LOCAL).path


def test_looking_says_what_would_come_back_change_and_go_and_changes_nothing(folder: Path) -> None:
    sealer = new_sealer(folder)
    day = filled(folder, sealer)
    held = archive.collect(Layout(folder), MADE)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(changed(day, "daarna"))
        repository.save(a_day(1, OTHER))
        repository.save_school(DAY, School())
    before = state(folder)
    plan = restore.look(held, Layout(folder), sealer)
    assert [(each.day, each.change) for each in plan.days] == [(DAY, Change.OTHER), (OTHER, Change.GONE)]
    assert plan.back == ("Marinka",)
    assert plan.damaged == ()
    assert state(folder) == before


def test_a_restore_is_exact_and_going_back_is_too(folder: Path) -> None:
    sealer = new_sealer(folder)
    day = filled(folder, sealer)
    first = archive.collect(Layout(folder), MADE)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(changed(day, "daarna"))
        repository.save(a_day(1, OTHER))
    second = state(folder)
    undo = applied(folder, first, sealer)
    assert state(folder) == first.files
    assert Repository.reading(folder, sealer).day(DAY) == day
    assert (
        undo.name == f"startgesprek-2026-08-25-{archive.owner_of(sealer.name)}-before-restore-163005.backup"
    )
    assert archive.read(undo).made == LOCAL
    applied(folder, archive.read(undo), sealer)
    assert state(folder) == second


@pytest.mark.parametrize("killed_at", range(1, 9))
def test_a_restore_that_was_killed_is_done_when_the_folder_is_opened(folder: Path, killed_at: int) -> None:
    day = filled(folder)
    first = archive.collect(Layout(folder), MADE)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(later := changed(day, "daarna"))
        repository.save(a_day(1, OTHER))
    puts = 0

    class Killed(BaseException):
        pass

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        nonlocal puts
        puts += 1
        if puts == killed_at:
            raise Killed
        disk.put(path, blob, previous)

    with DataFolder(folder, new_id=new_id, put=put) as data:
        plan = restore.look(first, data.layout, data.sealer)
        try:
            restore.apply(data, plan, local=LOCAL)
        except Killed:
            assert killed_at < 8
    with Repository(folder, new_id=new_id) as repository:
        if killed_at == 1:
            assert repository.day(DAY) == later
            assert repository.dates() == (DAY, OTHER)
        else:
            assert state(folder) == first.files
    assert not Layout(folder).restoring.exists()


def test_a_backup_from_before_sealing_comes_back_sealed(folder: Path) -> None:
    day = filled(folder)
    held = archive.collect(Layout(folder), MADE)
    sealer = seal_folder(folder, SECRET, cost=CHEAP).sealer
    applied(folder, held, sealer)
    assert Repository.reading(folder, sealer).day(DAY) == day
    assert b"eerst" not in (folder / DAY_FILE).read_bytes()


def test_a_backup_of_another_machine_opens_with_its_own_passphrase(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    day = filled(old, new_sealer(old))
    held = archive.collect(Layout(old), MADE)
    ours = KeyFile(new, cost=CHEAP)
    new.mkdir()
    sealer = ours.create("een ander wachtwoord").sealer
    assert restore.needs_secret(held, Layout(new), sealer)
    with pytest.raises(OtherSeal):
        restore.look(held, Layout(new), sealer)
    with pytest.raises(WrongPassphrase):
        restore.unlock(held, Layout(new), old, "een ander wachtwoord")
    theirs = restore.unlock(held, Layout(new), old, SECRET)
    applied(new, held, sealer, theirs)
    assert Repository.reading(new, sealer).day(DAY) == day
    assert KeyFile(new).unlock("een ander wachtwoord").name == sealer.name


def test_a_backup_on_an_empty_machine_brings_its_key(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    day = filled(old, new_sealer(old))
    held = archive.collect(Layout(old), MADE)
    theirs = restore.unlock(held, Layout(new), old, SECRET)
    applied(new, held, None, theirs)
    assert Repository.reading(new, KeyFile(new).unlock(SECRET)).day(DAY) == day


def test_a_key_file_that_is_gone_comes_back_with_a_backup(folder: Path) -> None:
    day = filled(folder, new_sealer(folder))
    held = archive.collect(Layout(folder), MADE)
    for path in Layout(folder).keys:
        path.unlink()
    assert KeyFile(folder).is_missing()
    applied(folder, held, None, restore.unlock(held, Layout(folder), folder, SECRET))
    assert Repository.reading(folder, KeyFile(folder).unlock(SECRET)).day(DAY) == day


def test_a_restore_keeps_the_passphrase_of_today(folder: Path) -> None:
    sealer = new_sealer(folder)
    day = filled(folder, sealer)
    held = archive.collect(Layout(folder), MADE)
    KeyFile(folder, cost=CHEAP).change(SECRET, "nieuw")
    applied(folder, held, sealer)
    assert Repository.reading(folder, KeyFile(folder).unlock("nieuw")).day(DAY) == day
    with pytest.raises(WrongPassphrase):
        KeyFile(folder).unlock(SECRET)


def test_a_sealed_backup_does_not_mix_with_data_that_is_not(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    filled(old, new_sealer(old))
    filled(new)
    held = archive.collect(Layout(old), MADE)
    before = state(new)
    theirs = restore.unlock(held, Layout(new), old, SECRET)
    with pytest.raises(NotSealed):
        applied(new, held, None, theirs)
    assert state(new) == before


def test_a_damaged_file_in_a_backup_is_named_before_anything_is_done(folder: Path) -> None:
    sealer = new_sealer(folder)
    filled(folder, sealer)
    held = archive.collect(Layout(folder), MADE)
    name = DAY_FILE.as_posix()
    torn = Archive(held.made, dict(held.files) | {name: held.files[name][:-1]})
    assert restore.look(torn, Layout(folder), sealer).damaged == (name,)


def test_what_a_restore_left_goes_after_so_many_days(folder: Path) -> None:
    sealer = new_sealer(folder)
    filled(folder, sealer)
    undo = applied(folder, archive.collect(Layout(folder), MADE), sealer)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        for number in (1, 6, 7):
            repository.save(a_day(1, OTHER + timedelta(days=number)))
            today = DAY + timedelta(days=number)
            backup.daily(repository, undo.parent, today=today, now=MADE, keep=7)
            assert undo.exists() == (number < 7)


def test_a_note_of_a_restore_that_is_damaged_does_nothing(folder: Path) -> None:
    day = filled(folder)
    Layout(folder).restoring.write_bytes(b"torn")
    with Repository(folder, new_id=new_id) as repository:
        assert repository.day(DAY) == day
    assert not Layout(folder).restoring.exists()


@pytest.mark.parametrize("key", ["key there", "key deleted"])
@pytest.mark.parametrize("wanted", ["nothing", "another day", "another key"])
def test_a_note_of_a_restore_that_somebody_else_wrote_in_a_sealed_folder_is_refused(
    folder: Path, wanted: str, key: str
) -> None:
    sealer = new_sealer(folder)
    day = filled(folder, sealer)
    before = state(folder)
    with Repository(folder.with_name("elsewhere"), new_id=new_id) as other:
        other.save(changed(a_day(2), "verzonnen"))
    theirs = new_sealer(folder.with_name("another"))
    files = {
        "nothing": {},
        "another day": {DAY_FILE.as_posix(): (folder.with_name("elsewhere") / DAY_FILE).read_bytes()},
        "another key": state(folder.with_name("another")),
    }[wanted]
    for by in (None, theirs):
        Layout(folder).restoring.write_bytes(archive.to_bytes(Archive(MADE, files), by))
        if key == "key deleted":
            for path in Layout(folder).keys:
                path.unlink()
        with DataFolder(folder, new_id=new_id, sealer=None if key == "key deleted" else sealer) as data:
            assert data.refused is not None
            assert data.refused.name.startswith("restoring.found-")
            assert not data.went_back
        for path in Layout(folder).keys:
            path.write_bytes(before[path.name])
        assert state(folder) == before
        assert not Layout(folder).restoring.exists()
    assert Repository.reading(folder, sealer).day(DAY) == day


@pytest.mark.parametrize("emptied", ["nothing", "key", "everything"])
def test_a_sealed_restore_that_was_killed_is_done_with_the_key_that_opens_it(
    folder: Path, emptied: str
) -> None:
    class Killed(BaseException):
        pass

    sealer = new_sealer(folder)
    filled(folder, sealer)
    held = archive.collect(Layout(folder), MADE)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(a_day(1, OTHER))
    for path in folder.iterdir() if emptied == "everything" else ():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in Layout(folder).keys if emptied == "key" else ():
        path.unlink()
    ours = sealer if emptied == "nothing" else None

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        if path == folder / DAY_FILE:
            raise Killed
        disk.put(path, blob, previous)

    data = DataFolder(folder, new_id=new_id, sealer=ours, put=put).open()
    plan = restore.look(held, data.layout, data.sealer, None if ours else sealer)
    with pytest.raises(Killed):
        restore.apply(data, plan, local=LOCAL)
    data.close()
    assert Layout(folder).restoring.exists()
    with Repository(folder, new_id=new_id, sealer=KeyFile(folder).unlock(SECRET)) as repository:
        assert repository.went_back
        assert repository.refused is None
    assert state(folder) == held.files


def test_a_new_data_key_comes_after_a_restore_that_was_killed(folder: Path) -> None:
    sealer = new_sealer(folder)
    day = filled(folder, sealer)
    held = archive.collect(Layout(folder), MADE)
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save(changed(day, "daarna"))
    Layout(folder).restoring.write_bytes(archive.to_bytes(held, sealer))
    made = renew_data_key(folder, SECRET, "een ander wachtwoord", cost=CHEAP)
    assert Repository.reading(folder, made.sealer).day(DAY) == day
    assert not Layout(folder).restoring.exists()


def test_a_note_of_a_restore_with_strange_names_goes_and_the_folder_opens(folder: Path) -> None:
    day = filled(folder)
    strange = {**state(folder), "2026-2027/days/2026-08-25/x": b"x", "evil.sh": b"x"}
    Layout(folder).restoring.write_bytes(archive.to_bytes(Archive(MADE, strange)))
    with Repository(folder, new_id=new_id) as repository:
        assert repository.day(DAY) == day
    assert not Layout(folder).restoring.exists()
    assert not (folder / "evil.sh").exists()


def test_a_restore_leaves_what_something_else_put_there_where_it_is(folder: Path) -> None:
    filled(folder)
    held = archive.collect(Layout(folder), MADE)
    foreign = (folder / DAY_FILE).with_name("kladje")
    foreign.write_text("van iemand")
    applied(folder, held)
    with Repository(folder, new_id=new_id):
        assert foreign.read_text() == "van iemand"
