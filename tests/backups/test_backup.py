from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.school import School
from store.files.backups import archive, backup
from store.files.envelope import peek
from store.files.errors import DamagedFile, NotSaved, NotSealed, Trouble
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, changed, new_id
from tests.sealing.test_sealing import CHEAP, SECRET

NOW = datetime(2026, 8, 25, 14, tzinfo=UTC)


@pytest.fixture
def sealed(folder: Path) -> Iterator[Repository]:
    folder.mkdir()
    sealer = KeyFile(folder, cost=CHEAP).create(SECRET).sealer
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        yield repository


def make(repository: Repository, target: Path, day: date = DAY, keep: int = 7) -> backup.Made:
    now = NOW + (day - DAY)
    return backup.daily(repository, target, today=day, now=now, keep=keep)


def test_a_backup_holds_every_file_as_it_is_on_the_disk(
    sealed: Repository, tmp_path: Path, folder: Path
) -> None:
    sealed.save(day := a_day(2))
    sealed.save(changed(day))
    sealed.save_school(DAY, School(teacher="juf Els"))
    target = tmp_path / "stick"
    target.mkdir()
    made = make(sealed, target)
    assert made.fresh
    assert made.backup.path.name == f"startgesprek-2026-08-25-{archive.owner_of(sealed.sealer.name)}.backup"
    held = archive.read(made.backup.path)
    on_disk = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in {".lock", ".open"}
    }
    assert dict(held.files) == on_disk
    assert set(held.files) > {"key", "key.copy", "2026-2027/school", DAY_FILE.as_posix()}


def test_a_backup_of_a_sealed_folder_is_ciphertext_only(sealed: Repository, tmp_path: Path) -> None:
    sealed.save(day := a_day(3))
    made = make(sealed, tmp_path)
    blob = made.backup.path.read_bytes()
    for talk in day.talks:
        assert talk.pupil.first_name.encode() not in blob
        assert talk.points[0].text.encode() not in blob
    seals = {peek(each) for name, each in archive.read(made.backup.path).files.items() if "/" in name}
    assert {found[1] for found in seals if found} == {sealed.sealer.name}


def test_what_is_not_sealed_does_not_leave_the_data_folder(
    repository: Repository, tmp_path: Path, folder: Path
) -> None:
    repository.save(a_day(1))
    with pytest.raises(NotSealed):
        make(repository, tmp_path)
    assert make(repository, folder / "backups").fresh


def test_seven_days_are_kept_and_the_oldest_goes_first(sealed: Repository, tmp_path: Path) -> None:
    day = a_day(1)
    for number in range(10):
        sealed.save(day := changed(day, str(number)))
        make(sealed, tmp_path, DAY + timedelta(days=number))
    kept = [each.day for each in backup.found(tmp_path)]
    assert kept == [DAY + timedelta(days=number) for number in range(9, 2, -1)]


def test_a_later_backup_of_the_same_day_takes_the_place_of_the_earlier(
    sealed: Repository, tmp_path: Path
) -> None:
    sealed.save(day := a_day(1))
    make(sealed, tmp_path)
    sealed.save(changed(day, "later"))
    assert make(sealed, tmp_path).fresh
    assert len(backup.found(tmp_path)) == 1


def test_of_one_day_the_backup_from_after_sealing_is_the_newer_one(tmp_path: Path) -> None:
    names = ("startgesprek-2026-08-25.backup", "startgesprek-2026-08-25-57a12c78.backup")
    for name in names:
        (tmp_path / name).write_bytes(b"x")
    assert [each.path.name for each in backup.found(tmp_path)] == [*reversed(names)]
    assert [each.path.name for each in backup.dailies(backup.found(tmp_path), DAY)] == [*reversed(names)]


def test_a_backup_from_before_the_seal_goes_for_the_next_one_of_its_day(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(a_day(1))
        first = backup.daily(repository, repository.layout.backups, today=DAY, now=NOW, keep=7)
        repository.seal(SECRET)
        second = backup.daily(repository, repository.layout.backups, today=DAY, now=NOW, keep=7)
        assert first.backup.path != second.backup.path
        assert [each.path for each in backup.found(repository.layout.backups)] == [second.backup.path]


def test_nothing_new_makes_no_new_backup_and_pushes_none_out(sealed: Repository, tmp_path: Path) -> None:
    sealed.save(a_day(1))
    first = make(sealed, tmp_path)
    again = make(sealed, tmp_path, DAY + timedelta(days=3))
    assert not again.fresh
    assert again.backup == first.backup


def test_a_damaged_file_is_named_and_pushes_no_good_backup_out(
    sealed: Repository, tmp_path: Path, folder: Path
) -> None:
    sealed.save(day := a_day(1))
    make(sealed, tmp_path, keep=1)
    sealed.save(changed(day))
    (folder / DAY_FILE).write_bytes(b"torn")
    made = make(sealed, tmp_path, DAY + timedelta(days=1), keep=1)
    assert made.damaged == (DAY_FILE.as_posix(),)
    assert made.removed == ()
    assert len(backup.found(tmp_path)) == 2


def test_a_stick_that_was_pulled_out_is_said_and_no_folder_is_made(
    sealed: Repository, tmp_path: Path
) -> None:
    sealed.save(a_day(1))
    with pytest.raises(NotSaved) as caught:
        make(sealed, tmp_path / "gone")
    assert caught.value.reason is Trouble.GONE
    assert not (tmp_path / "gone").exists()


def test_other_files_on_the_stick_are_left_alone(sealed: Repository, tmp_path: Path) -> None:
    others = ("startgesprek-2020-13-45.backup", "startgesprek-2019-08-25.backup.zip", "vakantie.jpg")
    for name in others:
        (tmp_path / name).write_bytes(b"not ours")
    sealed.save(a_day(1))
    make(sealed, tmp_path, keep=1)
    make(sealed, tmp_path, DAY + timedelta(days=1), keep=1)
    assert all((tmp_path / name).read_bytes() == b"not ours" for name in others)


def test_every_truncation_and_every_flip_of_a_backup_is_noticed(sealed: Repository, tmp_path: Path) -> None:
    sealed.save(a_day(1))
    path = make(sealed, tmp_path).backup.path
    blob = path.read_bytes()
    for length in range(0, len(blob), 7):
        with pytest.raises(DamagedFile):
            archive.from_bytes(blob[:length], path)
    for at in range(200, len(blob), 11):
        with pytest.raises(DamagedFile):
            archive.from_bytes(blob[:at] + bytes([blob[at] ^ 4]) + blob[at + 1 :], path)


@pytest.mark.parametrize(
    "name",
    [
        *("../evil", "/etc/passwd", "a/../../b", "C:\\x", "a\\b", "", ".", "a\0b"),
        *("evil.sh", ".lock", ".open", "restoring", "backups/x.backup", "key/x", "school", "settings.tmp"),
        *("2026-2027/days", "2026-2027/DAYS", "2026-2027/days/2026-08-25/x", "2026-2027/days/school"),
        *("2026-2027/days/2026-08-25.found-" + "1" * 300, "./key", "2026-2027//school", "0000-0001/school"),
    ],
)
def test_a_name_that_is_none_of_ours_makes_a_backup_damaged(tmp_path: Path, name: str) -> None:
    blob = archive.to_bytes(archive.Archive(NOW, {"settings": b"x", name: b"x"}))
    with pytest.raises(DamagedFile):
        archive.from_bytes(blob, tmp_path / "b")


@pytest.mark.parametrize(
    "name", ["key.copy", "2026-2027/previous/school", "2026-2027/drafts/2026-08-25", "settings.damaged-1"]
)
def test_a_name_that_is_ours_is_taken(tmp_path: Path, name: str) -> None:
    held = archive.Archive(NOW, {name: b"x"})
    assert archive.from_bytes(archive.to_bytes(held), tmp_path / "b") == held


@pytest.mark.skipif(os.name == "nt", reason="such names can't be there")
def test_what_something_else_put_in_our_folders_hinders_no_backup(sealed: Repository, folder: Path) -> None:
    sealed.save(a_day(1))
    for name in ("2026-08-25: kopie", "a\\b", os.fsdecode(b"\xff")):
        (folder / DAY_FILE).with_name(name).write_text("x")
    made = make(sealed, folder / "backups")
    assert set(archive.read(made.backup.path).files) == {"key", "key.copy", DAY_FILE.as_posix()}


def test_only_its_owner_may_read_a_backup(sealed: Repository, tmp_path: Path) -> None:
    sealed.save(a_day(1))
    path = make(sealed, tmp_path).backup.path
    assert os.name == "nt" or path.stat().st_mode & 0o077 == 0


def test_a_text_that_can_be_no_path_holds_no_data() -> None:
    assert not [text for text in ("lang" * 200, "a\0b") if archive.holds_data(Path(text))]
