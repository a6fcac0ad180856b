"""A day that waits for the disk is never read back from it: that would be an older one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.undo import StepName
from store.files import disk
from store.files.errors import FilesError, NotSaved
from store.files.repository import Repository
from store.files.writer import Writer
from tests.screens.classroom import DAY, Clock, new_id, three_families
from tui.desk.desk import Desk
from tui.desk.planning import arrange_day
from tui.desk.talk import course
from tui.desk.year_days import days_of_this_year, earlier_days, group_progress

LATER = DAY + timedelta(days=2)


class Disk:
    """Full, or not."""

    full = False

    def put(self, path: Path, blob: bytes, previous: Path | None) -> None:
        if self.full:
            raise OSError(28, "no space left")
        disk.put(path, blob, previous)


@pytest.fixture
def hard_disk() -> Disk:
    return Disk()


@pytest.fixture
def desk(tmp_path: Path, hard_disk: Disk) -> Iterator[Desk]:
    """Two days with talks, the first one on the desk."""
    with Repository(tmp_path / "data", new_id=new_id, put=hard_disk.put) as repository:
        day = SchoolDay(date=DAY, talks=three_families(), revision=1)
        repository.save(day)
        repository.save(SchoolDay(date=LATER, talks=three_families()[:1], revision=1))
        writer = Writer(repository, lambda _: None)
        made = Desk(repository, writer, day, School(), now=Clock(), new_id=new_id)
        yield made
        made.close()


def test_another_day_is_not_turned_to_while_this_one_waits(desk: Desk, hard_disk: Disk) -> None:
    talk = desk.day.talks[0]
    hard_disk.full = True
    desk.do(StepName.PRESENCE_CHANGED, replace(talk, remark="net verteld"))
    course.more_time(talk, 5, desk)
    desk.do(StepName.NOT_COME, talk.not_come())
    waiting = desk.day
    with pytest.raises(NotSaved):
        desk.open(LATER)
    assert desk.day is waiting
    hard_disk.full = False
    desk.open(LATER)
    desk.open(DAY)
    assert desk.day == waiting


def test_a_talk_is_not_moved_to_another_day_while_this_one_waits(desk: Desk, hard_disk: Disk) -> None:
    talk = desk.day.talks[0]
    hard_disk.full = True
    desk.do(StepName.CANCELLED, desk.day.talks[1].cancel())
    with pytest.raises(NotSaved):
        arrange_day.move(talk, talk.slot.start + timedelta(days=2), desk)
    hard_disk.full = False
    arrange_day.move(talk, talk.slot.start + timedelta(days=2), desk)
    assert [each.id for each in desk.repository.day(LATER).talks if each.id == talk.id] == [talk.id]
    assert desk.repository.day(DAY).talk(talk.id) is None


def test_another_day_is_read_as_it_was_last_changed_while_the_disk_refuses_it(
    desk: Desk, hard_disk: Disk
) -> None:
    later = desk.repository.day(LATER)
    hard_disk.full = True
    changed = replace(later, talks=(later.talks[0].cancel(), *later.talks[1:]), revision=later.revision + 1)
    desk.keep_day(changed)
    assert days_of_this_year(desk) == [desk.day, changed]
    assert desk.repository.day(LATER) == later
    hard_disk.full = False
    assert desk.wait_for_disk()
    assert days_of_this_year(desk) == [desk.day, changed]


def test_days_of_a_folder_that_is_away_are_those_of_before(desk: Desk) -> None:
    assert desk.days.dates() == (DAY, LATER)
    away = desk.repository.folder.rename(desk.repository.folder.with_name("pulled out"))
    with pytest.raises(FilesError):
        desk.repository.dates()
    assert desk.days.dates() == (DAY, LATER)
    assert earlier_days(desk) == []
    assert group_progress(desk).done == 0
    away.rename(desk.repository.folder)
