from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.people import Pupil
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.files.errors import Damage, DamagedFile, Kind
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, PREVIOUS, changed, new_id


def test_a_day_that_was_never_kept_is_empty(repository: Repository) -> None:
    assert repository.day(DAY) == SchoolDay(date=DAY)
    assert repository.dates() == ()


def test_a_kept_day_comes_back_as_it_was(repository: Repository, folder: Path) -> None:
    day = a_day(3)
    repository.save(day)
    assert repository.day(DAY) == day
    assert Repository.reading(folder).day(DAY) == day


def test_a_day_without_talks_is_none_and_leaves_no_file(repository: Repository, folder: Path) -> None:
    repository.save(SchoolDay(date=DAY))
    repository.save(a_day(1))
    repository.save(changed(a_day(1)))
    repository.save(SchoolDay(date=DAY, revision=4))
    assert repository.dates() == ()
    assert list(folder.rglob("*2026-08-25*")) == []
    repository.save(a_day(2))
    assert Repository.reading(folder).day(DAY) == a_day(2)


def test_the_order_of_the_talks_is_kept_also_when_one_goes(repository: Repository) -> None:
    day = a_day(4)
    repository.save(day)
    repository.save(fewer := day.without(day.talks[1].id))
    assert repository.day(DAY) == fewer


def test_only_the_owner_can_read_what_is_kept(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    repository.save(changed(a_day(1)))
    repository.save_school(DAY, School(teacher="juf Els"))
    repository.keep_drafts(DAY, (Draft(talk="t", number=1, place="carer", text="wann"),))
    kinds = {path.is_dir(): set[int]() for path in folder.rglob("*")}
    for path in (folder, *folder.rglob("*")):
        kinds[path.is_dir()].add(path.stat().st_mode & 0o777)
    assert kinds == {True: {0o700}, False: {0o600}}


def test_every_school_year_has_its_own_folder(repository: Repository, folder: Path) -> None:
    days = (date(2026, 7, 31), date(2026, 8, 1), DAY)
    for day in reversed(days):
        repository.save(replace(a_day(1), date=day))
    assert repository.dates() == days
    assert {path.parent.parent.name for path in folder.glob("*/days/*")} == {"2025-2026", "2026-2027"}


def test_names_that_are_no_days_are_not_listed(repository: Repository, folder: Path) -> None:
    repository.save(a_day(1))
    for name in ("20260826", "2026-08-25.damaged-1", "notes.txt", "2020-01-01"):
        (folder / "2026-2027/days" / name).write_text("")
    assert repository.dates() == (DAY,)


def test_the_generation_before_is_kept_and_is_the_very_same_file(
    repository: Repository, folder: Path
) -> None:
    first = a_day(2)
    repository.save(first)
    assert repository.previous(DAY) is None
    inode = (folder / DAY_FILE).stat().st_ino
    repository.save(second := changed(first))
    repository.save(changed(second))
    assert repository.previous(DAY) == second
    assert (folder / PREVIOUS).stat().st_ino != inode
    assert (folder / PREVIOUS).stat().st_nlink == 1


def test_a_file_keeps_its_id_through_all_generations(repository: Repository, folder: Path) -> None:
    day = a_day(1)
    headers = []
    for text in "abc":
        repository.save(day := changed(day, text))
        headers.append((folder / DAY_FILE).read_bytes().partition(b"\n")[0].decode())
    files = {header.partition('"file":"')[2][:36] for header in headers}
    assert len(files) == 1
    assert [f'"generation":{n},' in header for n, header in enumerate(headers, 1)] == [True] * 3


def test_the_school_comes_back_as_it_was(repository: Repository) -> None:
    school = School(teacher="juf Els", year=assumed_year(DAY)).put(Pupil(id="p", first_name="Liv"))
    repository.save_school(DAY, school)
    assert repository.school(date(2027, 5, 1)) == school
    assert repository.school(date(2026, 7, 1)) == School()
    repository.save_school(DAY, School(teacher="meester Jan", revision=9))
    assert repository.previous_school(DAY) == school


def test_a_missing_day_whose_previous_generation_is_there_is_damage_not_a_new_day(
    repository: Repository, folder: Path
) -> None:
    repository.save(day := a_day(2))
    repository.save(changed(day))
    (folder / DAY_FILE).unlink()
    beside = Repository.reading(folder)
    with pytest.raises(DamagedFile) as caught:
        beside.day(DAY)
    assert caught.value.damage is Damage.MISSING
    assert beside.dates() == (DAY,)


def test_reading_leaves_no_trace(folder: Path) -> None:
    beside = Repository.reading(folder)
    assert beside.day(DAY) == SchoolDay(date=DAY)
    assert beside.school(DAY) == School()
    assert beside.drafts(DAY) == ()
    assert beside.dates() == ()
    assert beside.previous(DAY) is None
    assert not folder.exists()
    with pytest.raises(RuntimeError):
        beside.save(a_day(1))
    assert not folder.exists()


def test_what_a_kill_left_half_written_is_cleared_at_the_next_start(folder: Path) -> None:
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day := a_day(1))
        repository.save(changed(day))
        repository.keep_drafts(DAY, (Draft(talk="t", number=1, place="carer", text="w"),))
    for path in [each for each in folder.rglob("*") if each.is_file() and each.name != ".lock"]:
        path.with_name(path.name + ".tmp").write_text("half")
    (folder / "2026-2027/school.tmp").write_text("half")
    with Repository(folder, new_id=new_id):
        assert not list(folder.rglob("*.tmp"))


def test_a_half_typed_line_comes_back_until_it_is_entered(repository: Repository) -> None:
    day = a_day(1)
    talk = day.talks[0]
    repository.save(day)
    draft = Draft(talk=talk.id, number=talk.lines + 1, place="carer", text="wanneer bel")
    repository.keep_drafts(DAY, (draft,))
    assert repository.drafts(DAY) == (draft,)

    repository.save(day.put(replace(talk, lines=talk.lines + 1)))
    assert repository.drafts(DAY) == ()


def test_a_half_typed_line_of_a_talk_that_is_gone_is_dropped(repository: Repository) -> None:
    repository.save(a_day(1))
    repository.keep_drafts(DAY, (Draft(talk="elsewhere", number=9, place="carer", text="w"),))
    assert repository.drafts(DAY) == ()


def test_a_draft_that_is_gone_is_gone_and_can_come_back(repository: Repository, folder: Path) -> None:
    day = a_day(1)
    repository.save(day)
    draft = Draft(talk=day.talks[0].id, number=1, place="pupil", text="tek")
    repository.keep_drafts(DAY, ())
    repository.keep_drafts(DAY, (draft,))
    repository.keep_drafts(DAY, ())
    assert repository.drafts(DAY) == ()
    assert os.listdir(folder / "2026-2027/drafts") == []  # noqa: PTH208
    repository.keep_drafts(DAY, (draft,))
    assert repository.drafts(DAY) == (draft,)
    assert os.listdir(folder / "2026-2027/drafts") == [DAY.isoformat()]  # noqa: PTH208


def test_the_previous_generation_takes_the_place_of_a_damaged_day(
    repository: Repository, folder: Path
) -> None:
    repository.save(first := a_day(2))
    repository.save(changed(first))
    (folder / DAY_FILE).write_bytes(b"x" * 100)
    assert repository.restore_previous(DAY)
    assert repository.day(DAY) == first
    assert (folder / DAY_FILE).with_name("2026-08-25.damaged-1").read_bytes() == b"x" * 100
    repository.save(again := changed(first, "verder"))
    assert repository.day(DAY) == again
    assert repository.previous(DAY) == first
    assert len(list((folder / DAY_FILE).parent.iterdir())) == 2


def test_the_previous_school_takes_the_place_of_a_damaged_one(repository: Repository, folder: Path) -> None:
    repository.save_school(DAY, School(teacher="juf Els"))
    repository.save_school(DAY, School(teacher="juf El"))
    (folder / "2026-2027/school").write_bytes(b"")
    assert repository.restore_previous(DAY, Kind.SCHOOL)
    assert repository.school(DAY).teacher == "juf Els"


def test_a_day_without_a_previous_generation_cannot_be_restored_but_begun_anew(
    repository: Repository, folder: Path
) -> None:
    repository.save(a_day(2))
    (folder / DAY_FILE).write_bytes(b"\0" * 50)
    assert not repository.restore_previous(DAY)
    with pytest.raises(DamagedFile):
        repository.day(DAY)
    repository.begin_anew(DAY)
    assert repository.day(DAY) == SchoolDay(date=DAY)
    repository.save(fresh := a_day(1, seed=7))
    assert repository.day(DAY) == fresh
    assert (folder / DAY_FILE).with_name("2026-08-25.damaged-1").read_bytes() == b"\0" * 50


def test_beginning_anew_puts_the_previous_generation_aside_too(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(2))
    repository.save(changed(day))
    before = (folder / PREVIOUS).read_bytes()
    (folder / DAY_FILE).unlink()
    repository.begin_anew(DAY)
    assert repository.day(DAY) == SchoolDay(date=DAY)
    assert (folder / PREVIOUS).with_name("2026-08-25.damaged-1").read_bytes() == before


def test_more_days_than_are_remembered_can_be_saved_in_turns(repository: Repository) -> None:
    days = [SchoolDay(date=date(2026, 9, number), revision=1) for number in range(1, 13)]
    for _ in range(2):
        for at, day in enumerate(days):
            days[at] = changed(day.put(a_day(1).talks[0]))
            repository.save(days[at])
    assert [repository.day(day.date) for day in days] == days
