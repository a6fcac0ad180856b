from __future__ import annotations

import errno
import queue
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.school import School
from store.files import disk
from store.files.errors import Kind, Trouble
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from tests.faults.invented import DAY, a_day
from tests.files.given import changed, new_id

LATER = date(2026, 8, 27)
PATIENCE = 20.0
"""Seconds after which a test gives up; nothing here takes that long."""


class Disk:
    """A disk that can be held up, and that can refuse what it is given."""

    def __init__(self) -> None:
        self.free = threading.Event()
        self.free.set()
        self.reached = threading.Semaphore(0)
        self.refusing: OSError | None = None
        self.taken: list[str] = []

    def put(self, path: Path, blob: bytes, previous: Path | None) -> None:
        self.reached.release()
        assert self.free.wait(PATIENCE)
        if self.refusing:
            raise self.refusing
        disk.put(path, blob, previous)
        self.taken.append(f"{path.parent.name}/{path.name}")


class Desk:
    """A writer on such a disk, and what it told."""

    def __init__(self, folder: Path) -> None:
        self.disk = Disk()
        self.repository = Repository(folder, new_id=new_id, put=self.disk.put).open()
        self.told: queue.SimpleQueue[Kept | NotKept] = queue.SimpleQueue()
        self.writer = Writer(self.repository, self.told.put)

    def next(self) -> Kept | NotKept:
        return self.told.get(timeout=PATIENCE)

    def all_told(self) -> list[Kept | NotKept]:
        told = []
        while not self.told.empty():
            told.append(self.told.get())
        return told


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    made = Desk(folder)
    yield made
    made.disk.free.set()
    made.writer.close(PATIENCE)
    made.repository.close()


def row(day: SchoolDay, number: int) -> list[SchoolDay]:
    days = []
    for each in range(number):
        days.append(day := changed(day, str(each)))
    return days


def test_kept_is_only_said_when_it_is_on_the_disk(desk: Desk, folder: Path) -> None:
    desk.disk.free.clear()
    desk.writer.keep(day := a_day(2))
    assert desk.disk.reached.acquire(timeout=PATIENCE)
    assert desk.told.empty()
    assert not desk.writer.flush(0.01)
    desk.disk.free.set()
    assert desk.next() == Kept(Kind.DAY, DAY, day.revision)
    assert Repository.reading(folder).day(DAY) == day


def test_changes_that_wait_become_one_save_of_the_latest(desk: Desk) -> None:
    desk.disk.free.clear()
    first, *rest = row(a_day(2), 20)
    desk.writer.keep(first)
    assert desk.disk.reached.acquire(timeout=PATIENCE)
    for day in rest:
        desk.writer.keep(day)
    desk.disk.free.set()
    assert desk.writer.flush(PATIENCE)
    assert desk.all_told() == [
        Kept(Kind.DAY, DAY, first.revision),
        Kept(Kind.DAY, DAY, rest[-1].revision),
    ]
    assert desk.repository.day(DAY) == rest[-1]


def test_a_slow_disk_gets_its_time_where_nobody_waits_and_one_that_refuses_does_not(desk: Desk) -> None:
    desk.disk.refusing = OSError(errno.EIO, "a bad sector")
    desk.writer.keep(a_day(2))
    assert desk.next() == NotKept(Kind.DAY, DAY, a_day(2).revision, Trouble.FAILING)
    assert not desk.writer.close(0.01, slow=PATIENCE)
    desk.disk.refusing = None
    writer = Writer(desk.repository, desk.told.put)
    desk.disk.free.clear()
    writer.keep(day := changed(a_day(2)))
    threading.Timer(0.2, desk.disk.free.set).start()
    assert writer.close(0.01, slow=PATIENCE)
    assert desk.repository.day(DAY) == day


def test_the_line_an_undo_brings_back_is_on_the_disk_before_the_day_that_lost_it(desk: Desk) -> None:
    desk.disk.free.clear()
    first, added, undone = row(a_day(2), 3)
    line = Draft(talk=first.talks[0].id, number=99, place="pupil", text="komt terug")
    desk.writer.keep(first)
    assert desk.disk.reached.acquire(timeout=PATIENCE)
    desk.writer.drafts(DAY, ())
    desk.writer.keep(added)
    desk.writer.keep(undone, (line,))
    desk.disk.free.set()
    assert desk.writer.flush(PATIENCE)
    # the day that still has the text, then its line, then the day without it; and no older lines after that
    assert desk.disk.taken[-3:] == ["days/2026-08-25", "drafts/2026-08-25", "days/2026-08-25"]
    assert desk.repository.drafts(DAY) == (line,)


def test_half_typed_lines_that_are_refused_do_not_hold_up_the_day_of_an_undo(
    desk: Desk, folder: Path
) -> None:
    (folder / "2026-2027").mkdir()
    (folder / "2026-2027" / "drafts").write_text("no place for files")
    desk.writer.keep(a_day(2), (Draft(talk="a", number=1, place="pupil", text="x"),))
    told = [desk.next(), desk.next()]
    assert [type(each) for each in told] == [NotKept, Kept]
    assert [each.kind for each in told] == [Kind.DRAFT, Kind.DAY]
    (folder / "2026-2027" / "drafts").unlink()


def test_no_change_overtakes_one_of_another_day(desk: Desk) -> None:
    """A move keeps the day it goes to first; neither may slip past the other."""
    desk.disk.free.clear()
    here, there = a_day(2), SchoolDay(date=LATER)
    talk = here.talks[0]
    desk.writer.keep_school(DAY, School(teacher="juf Els", revision=1))
    assert desk.disk.reached.acquire(timeout=PATIENCE)
    desk.writer.keep(here)
    desk.writer.keep(joined := there.put(talk))
    desk.writer.keep(left := here.without(talk.id))
    desk.writer.keep(changed(joined))
    desk.disk.free.set()
    assert desk.writer.flush(PATIENCE)
    assert desk.disk.taken == [
        "2026-2027/school",
        "days/2026-08-25",
        "days/2026-08-27",
        "days/2026-08-25",
        "days/2026-08-27",
    ]
    assert desk.repository.day(DAY) == left
    assert desk.repository.day(LATER) == changed(joined)
    assert desk.repository.school(DAY).teacher == "juf Els"


def test_what_the_disk_refuses_is_told_and_kept_as_soon_as_it_can_be(desk: Desk) -> None:
    desk.writer.keep(day := a_day(2))
    assert desk.next() == Kept(Kind.DAY, DAY, day.revision)
    desk.disk.refusing = OSError(28, "full")
    desk.writer.keep(second := changed(day))
    assert desk.next() == NotKept(Kind.DAY, DAY, second.revision, Trouble.FULL)
    desk.writer.keep(third := changed(second))
    while (told := desk.next()).revision != third.revision:
        assert isinstance(told, NotKept)
    assert told == NotKept(Kind.DAY, DAY, third.revision, Trouble.FULL)
    assert desk.repository.day(DAY) == day
    desk.disk.refusing = None
    while isinstance(told := desk.next(), NotKept):
        pass
    assert told == Kept(Kind.DAY, DAY, third.revision)
    assert desk.repository.day(DAY) == third
    assert desk.repository.previous(DAY) == day


def test_flush_tries_again_at_once(desk: Desk) -> None:
    desk.disk.refusing = OSError(13, "denied")
    desk.writer.keep(day := a_day(1))
    for _ in range(4):
        assert isinstance(desk.next(), NotKept)
    desk.disk.refusing = None
    assert desk.writer.flush(PATIENCE)
    assert desk.repository.day(DAY) == day


def test_a_day_that_must_not_be_written_over_is_told_with_its_reason(desk: Desk, folder: Path) -> None:
    file = folder / "2026-2027/days/2026-08-25"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"")
    desk.writer.keep(day := a_day(1))
    assert desk.next() == NotKept(Kind.DAY, DAY, day.revision, Trouble.DAMAGED)
    desk.repository.begin_anew(DAY)
    assert desk.writer.flush(PATIENCE)
    assert desk.repository.day(DAY) == day


def test_a_half_typed_line_is_kept_by_itself_and_once_for_many_keys(desk: Desk) -> None:
    desk.writer.keep(day := a_day(1))
    assert isinstance(desk.next(), Kept)
    talk = day.talks[0]
    for text in ("w", "wa", "wan", "wann"):
        desk.writer.drafts(DAY, (Draft(talk=talk.id, number=1, place="carer", text=text),))
    assert desk.next() == Kept(Kind.DRAFT, DAY, 0)
    assert desk.writer.flush(PATIENCE)
    assert desk.told.empty()
    assert [draft.text for draft in desk.repository.drafts(DAY)] == ["wann"]


def test_the_half_typed_line_stays_until_the_line_it_became_is_on_the_disk(desk: Desk) -> None:
    desk.writer.keep(day := a_day(1))
    draft = Draft(talk=day.talks[0].id, number=1, place="carer", text="wanneer bellen")
    desk.writer.drafts(DAY, (draft,))
    assert desk.writer.flush(PATIENCE)
    desk.disk.refusing = OSError(28, "full")
    desk.writer.keep(changed(day))
    desk.writer.drafts(DAY, ())
    assert not desk.writer.flush(0.01)
    assert desk.repository.drafts(DAY) == (draft,)
    desk.disk.refusing = None
    assert desk.writer.flush(PATIENCE)
    assert desk.repository.drafts(DAY) == ()


def test_closing_keeps_everything_that_was_given(desk: Desk) -> None:
    days = row(a_day(2), 5)
    for day in days:
        desk.writer.keep(day)
    desk.writer.drafts(DAY, (Draft(talk=days[0].talks[0].id, number=1, place="pupil", text="te"),))
    assert desk.writer.close(PATIENCE)
    assert desk.repository.day(DAY) == days[-1]
    assert desk.repository.drafts(DAY)


def test_closing_says_so_when_the_disk_does_not_take_it(desk: Desk) -> None:
    desk.disk.refusing = OSError(30, "read-only")
    desk.writer.keep(a_day(1))
    assert isinstance(desk.next(), NotKept)
    assert not desk.writer.close(0.01)
    desk.disk.refusing = None


def test_a_listener_that_is_gone_does_not_end_the_saving(folder: Path) -> None:
    def gone(_: Kept | NotKept) -> None:
        raise RuntimeError("the app has ended")

    with Repository(folder, new_id=new_id) as repository:
        writer = Writer(repository, gone)
        first, second = row(a_day(1), 2)
        writer.keep(first)
        assert writer.flush(PATIENCE)
        writer.keep(second)
        assert writer.close(PATIENCE)
        assert repository.day(DAY) == second
