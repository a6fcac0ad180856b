"""A day with a talk about two children: kept whole, refused by an older program, forgotten child by child."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.people import Speaker, Voice
from store.domain.school import School
from store.domain.siblings import apart, joined
from store.files import envelope
from store.files.deletion.erase import forget
from store.files.envelope import FORMAT, SIBLINGS
from store.files.errors import NewerFormat
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, new_id
from tui.desk.talk.board_line import Target


def twins() -> SchoolDay:
    """A day on which two talks were joined, with a point of each child."""
    day = a_day(2)
    one, other = (
        replace(talk, points=(), agreements=(), pupil=replace(talk.pupil, carers=())) for talk in day.talks
    )
    both = joined(one, other)
    points = tuple(
        AgendaPoint(id=f"p{n}", voice=Voice.PUPIL, text=f"woord {n}", pupil_ids=(pupil.id,))
        for n, pupil in enumerate(both.pupils)
    )
    return SchoolDay(date=DAY, talks=(replace(both, points=points),), revision=1)


def format_of(folder: Path) -> int:
    found = re.search(rb'"format":(\d+)', (folder / DAY_FILE).read_bytes())
    assert found
    return int(found[1])


def test_only_a_day_with_siblings_is_refused_by_a_program_that_would_see_one_of_them(
    repository: Repository, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.save(day := twins())
    assert repository.day(DAY) == day
    assert format_of(folder) == SIBLINGS
    with monkeypatch.context() as older:
        older.setattr(envelope, "NEWEST", FORMAT)
        with pytest.raises(NewerFormat):
            Repository.reading(folder).day(DAY)
    alone = SchoolDay(date=DAY, talks=apart(day.talks[0], 20, new_id), revision=2)
    repository.save(alone)
    assert format_of(folder) == FORMAT


def test_forgetting_one_of_them_keeps_the_other_with_the_half_typed_line_of_a_shared_voice(
    repository: Repository, folder: Path
) -> None:
    day = twins()
    (talk,) = day.talks
    first, second = talk.pupils
    repository.save_school(DAY, School(pupils=talk.pupils, revision=1))
    repository.save(day)
    repository.keep_drafts(DAY, (Draft(talk=talk.id, number=1, place="carer//", text="van de ouders"),))
    forget(repository, {first.id})
    (left,) = repository.day(DAY).talks
    assert (left.pupil.id, left.siblings, [point.text for point in left.points]) == (
        second.id,
        (),
        ["woord 1"],
    )
    assert [draft.text for draft in repository.drafts(DAY)] == ["van de ouders"]
    assert [pupil.id for pupil in repository.school(DAY).pupils] == [second.id]
    assert format_of(folder) == FORMAT
    everything = b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
    assert b"woord 0" not in everything
    assert first.id.encode() not in everything


def test_a_half_typed_line_of_a_child_goes_with_that_child(repository: Repository) -> None:
    day = twins()
    (talk,) = day.talks
    place = Target(Speaker(Voice.PUPIL, talk.pupil.id)).place
    repository.save(day)
    repository.keep_drafts(DAY, (Draft(talk=talk.id, number=1, place=place, text="half"),))
    forget(repository, {talk.pupil.id})
    assert repository.drafts(DAY) == ()
