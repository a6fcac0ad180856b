from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.domain.undo import StepName
from store.files import disk
from store.files.errors import NotSaved
from store.files.repository import FinishedMove, Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, full_at, new_id
from tui.desk.setup.locked_folder import enter

LATER = date(2026, 8, 27)


def test_a_talk_moves_to_another_day_with_all_that_is_in_it(repository: Repository) -> None:
    day = a_day(3)
    talk = day.talks[1]
    repository.save(day)
    left, joined = repository.move_talk(talk.id, DAY, datetime(2026, 8, 27, 9, 20))
    assert left.talks == (day.talks[0], day.talks[2])
    (moved,) = joined.talks
    assert moved.slot.start == datetime(2026, 8, 27, 9, 20)
    assert (moved.points, moved.agreements, moved.state) == (talk.points, talk.agreements, talk.state)
    assert moved.revision > talk.revision
    assert (repository.day(DAY), repository.day(LATER)) == (left, joined)
    assert repository.finish_moves() == ()


def test_a_talk_that_moves_takes_its_steps_along_and_leaves_none_of_its_words(repository: Repository) -> None:
    day = a_day(2)
    talk = day.talks[0].drop_point(day.talks[0].points[0].id)
    repository.save(day.put(talk, removal := day.step("step", StepName.POINT_REMOVED, talk)))
    left, joined = repository.move_talk(talk.id, DAY, datetime(2026, 8, 27, 9))
    assert {step.touches for step in left.steps} == {()}
    assert joined.steps[0] == removal


@pytest.mark.parametrize("on", [DAY, LATER])
def test_a_move_is_taken_back_and_done_again_from_either_day(repository: Repository, on: date) -> None:
    repository.save(day := a_day(2))
    left, joined = repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 27, 9))
    repository.keep_drafts(LATER, (half(day.talks[0].id),))
    step = (left if on == DAY else joined).steps[-1]
    now = repository.turn_step(step, on, back=True)
    assert repository.dates() == (DAY,)
    before = {talk.id: replace(talk, revision=0) for talk in day.talks}
    assert {talk.id: replace(talk, revision=0) for talk in repository.day(DAY).talks} == before
    assert repository.drafts(DAY) == (half(day.talks[0].id),)
    repository.turn_step(now.undone[-1], on, back=False)
    assert [talk.slot for talk in repository.day(LATER).talks] == [joined.talks[0].slot]
    assert [talk.id for talk in repository.day(DAY).talks] == [day.talks[1].id]


def test_a_talk_moves_within_its_day(repository: Repository) -> None:
    repository.save(day := a_day(2))
    left, joined = repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 25, 16))
    assert left == joined == repository.day(DAY)
    assert [talk.slot.start.hour for talk in joined.talks] == [16, 8]


def half(talk: str, text: str = "wann") -> Draft:
    return Draft(talk=talk, number=1, place="carer", text=text)


def test_the_half_typed_line_of_a_talk_goes_along_and_those_of_others_stay(repository: Repository) -> None:
    day, later = a_day(2), a_day(1, LATER)
    mine, other, there = half(day.talks[0].id), half(day.talks[1].id), half(later.talks[0].id)
    repository.save(day)
    repository.save(later)
    repository.keep_drafts(DAY, (mine, other))
    repository.keep_drafts(LATER, (there,))
    repository.move_talk(mine.talk, DAY, datetime(2026, 8, 27, 16))
    assert repository.drafts(DAY) == (other,)
    assert repository.drafts(LATER) == (there, mine)


def test_half_typed_lines_that_cannot_be_read_do_not_stop_a_move(
    repository: Repository, folder: Path
) -> None:
    repository.save(day := a_day(2))
    repository.keep_drafts(DAY, (half(day.talks[0].id),))
    (drafts := folder / "2026-2027/drafts" / DAY.isoformat()).write_bytes(b"x")
    repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 27, 16))
    assert repository.day(LATER).talk(day.talks[0].id)
    assert drafts.read_bytes() == b"x"


def test_a_talk_keeps_its_half_typed_line_within_its_day(repository: Repository) -> None:
    repository.save(day := a_day(2))
    repository.keep_drafts(DAY, (half(day.talks[0].id),))
    repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 25, 16))
    assert repository.drafts(DAY) == (half(day.talks[0].id),)


@pytest.mark.parametrize("again", [True, False], ids=["moved again", "settled"])
@pytest.mark.parametrize("stop", range(1, 5))
def test_a_half_typed_line_is_with_its_talk_wherever_a_move_broke_off(
    folder: Path, stop: int, again: bool
) -> None:
    day = a_day(2)
    mine, other = half(day.talks[0].id), half(day.talks[1].id)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
        repository.keep_drafts(DAY, (mine, other))
    with Repository(folder, new_id=new_id, put=full_at(stop)) as repository, pytest.raises(NotSaved):
        repository.move_talk(mine.talk, DAY, datetime(2026, 8, 27, 16))
    with Repository(folder, new_id=new_id) as repository:
        if again:
            repository.move_talk(mine.talk, DAY, datetime(2026, 8, 27, 16))
        repository.finish_moves()
        (home,) = (each for each in (DAY, LATER) if repository.day(each).talk(mine.talk))
        assert home == (LATER if again or stop > 2 else DAY)
        assert mine in repository.drafts(home)
        assert other in repository.drafts(DAY)


def test_settling_takes_the_half_typed_line_to_the_day_that_keeps_the_talk(repository: Repository) -> None:
    repository.save(day := a_day(2))
    repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 27, 9))
    repository.save(day)
    repository.keep_drafts(DAY, (half(day.talks[0].id), half(day.talks[1].id)))
    repository.finish_moves()
    assert repository.drafts(LATER) == (half(day.talks[0].id),)
    assert repository.drafts(DAY) == (half(day.talks[1].id),)


def test_a_talk_that_is_not_there_cannot_move(repository: Repository) -> None:
    repository.save(a_day(1))
    with pytest.raises(KeyError):
        repository.move_talk("nobody", DAY, datetime(2026, 8, 27, 9))


def test_a_move_that_is_killed_in_between_loses_nothing_and_is_finished_later(folder: Path) -> None:
    day = a_day(2)
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
    killed = subprocess.run(
        [sys.executable, "-m", "tests.files.apart", "die_moving", str(folder)],
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    talk = day.talks[0].id
    with Repository(folder, new_id=new_id) as repository:
        assert repository.day(DAY).talk(talk)
        assert repository.day(LATER).talk(talk)
        assert repository.finish_moves() == (FinishedMove(talk, kept=LATER, removed=DAY),)
        assert repository.day(DAY).talks == day.talks[1:]
        assert repository.day(LATER).talk(talk)
        assert repository.finish_moves() == ()


def test_of_a_talk_on_three_days_the_last_move_stays(repository: Repository) -> None:
    repository.save(day := a_day(1))
    third = date(2026, 8, 26)
    _, second = repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 27, 9))
    _, last = repository.move_talk(day.talks[0].id, LATER, datetime(2026, 8, 26, 9))
    repository.save(day)
    repository.save(second)
    settled = repository.finish_moves()
    assert {each.removed for each in settled} == {DAY, LATER}
    assert repository.day(third) == last
    assert repository.day(DAY).talks == repository.day(LATER).talks == ()


def test_settling_leaves_damaged_days_alone(repository: Repository, folder: Path) -> None:
    repository.save(day := a_day(1))
    repository.move_talk(day.talks[0].id, DAY, datetime(2026, 8, 27, 9))
    (folder / DAY_FILE).write_bytes(b"")
    assert repository.finish_moves() == ()
    assert (folder / DAY_FILE).read_bytes() == b""


@pytest.mark.parametrize("full", [False, True])
def test_a_move_that_was_killed_halfway_is_finished_when_the_app_opens(folder: Path, *, full: bool) -> None:
    day = a_day(2)
    talk = day.talks[0].id
    with Repository(folder, new_id=new_id) as repository:
        repository.save(day)
        repository.move_talk(talk, DAY, datetime(2026, 8, 27, 9))
        repository.save(day)

    def put(path: Path, blob: bytes, previous: Path | None) -> None:
        if full:
            raise OSError(28, "no space left")
        disk.put(path, blob, previous)

    repository = Repository(folder, new_id=new_id, put=put)
    try:
        found = enter(repository, None, DAY)
    finally:
        repository.close()
    homes = [each for each in (DAY, LATER) if repository.day(each).talk(talk)]
    assert homes == ([DAY, LATER] if full else [LATER])
    assert found.day == repository.day(DAY)
