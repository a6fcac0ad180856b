from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.progress import progress
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.domain.year.due import with_talks
from store.domain.year.look import look_over
from store.domain.year.outline import Outline
from store.domain.year.sequel import Became, Sequel
from store.domain.year.standing import held_in
from store.files.days_of_year import talks_or_damaged
from store.files.errors import DamagedFile, NewerFormat
from store.files.repository import Repository
from tests.files.given import new_id, resigned
from tests.letters.plans import DAY, PLANS
from tests.planline.year import YEAR

NOVEMBER = date(2026, 11, 11)
LATER = DAY + timedelta(days=1)
NOTED = datetime(2026, 11, 11, 15, tzinfo=UTC)


def a_year() -> tuple[SchoolDay, SchoolDay]:
    """Plans of all kinds, of every other one something came; of who stayed away one came later."""
    made = [replace(plan.talk(), id=new_id(), state=TalkState.FINISHED) for plan in PLANS]
    made = [settled(each, list(Became)[at % 3]) if at % 2 else each for at, each in enumerate(made)]
    held = next(due for due in look_over(made, NOVEMBER, YEAR)[0] if due.span is not None)
    later = replace(made[0], id=new_id(), follows=held.followed, plan=replace(made[0].plan, moments=()))
    missed = [
        replace(made[0], id=new_id(), pupil=pupil, state=TalkState.NOT_COME, sittings=())
        for pupil in (
            Pupil(id=name, first_name=name, carers=(Carer(id=name, name=name),))
            for name in ("Liv", "Mo", "Pim")
        )
    ]
    came = replace(missed[0], id=new_id(), state=TalkState.FINISHED, sittings=made[0].sittings)
    return (
        SchoolDay(date=DAY, talks=(*made, *missed[:2], missed[2].follow_up()), revision=1),
        SchoolDay(date=LATER, talks=tuple(on_the_next_day(each) for each in (later, came)), revision=1),
    )


def settled(talk: Talk, became: Became) -> Talk:
    of = talk.plan.moments[0].id
    return talk.note_sequel(Sequel(id=new_id(), of=of, became=became, day=NOVEMBER, noted=NOTED))


def on_the_next_day(talk: Talk) -> Talk:
    return talk.move(talk.slot.start + timedelta(days=1))


def test_outlines_tell_of_the_year_what_the_whole_talks_tell(repository: Repository) -> None:
    days = a_year()
    for day in days:
        repository.save(day)
    whole = [talk for day in days for talk in day.talks]
    outlines = [talk for day in repository.dates() for talk in repository.outlines(day)]
    assert all(isinstance(each, Outline) for each in outlines)
    told, weeks = look_over(outlines, NOVEMBER, YEAR)
    assert (told, weeks) == look_over(whole, NOVEMBER, YEAR)
    assert len({due.standing for due in told}) == 4
    school = School(pupils=tuple({pupil.id: pupil for talk in whole for pupil in talk.pupils}.values()))
    assert progress(school, outlines, "") == progress(school, whole, "")
    assert [each.teacher for each in outlines] == [each.teacher for each in whole]
    assert held_in(outlines) == held_in(whole) != {}
    assert any(due.of_family for due in told)
    due = with_talks(told, repository.talks)
    assert [(each.talk.id, each.of, each.span) for each in due] == [
        (each.talk.id, each.of, each.span) for each in told
    ]
    assert {each.talk for each in due} <= set(whole)


def test_a_damaged_record_is_told_also_where_its_outline_is_sound(
    repository: Repository, folder: Path
) -> None:
    spoiled = spoil(repository, folder, b'"channel":"phone"', b'"channel":"pigeon"')
    due, _ = look_over(spoiled.outlines(DAY), NOVEMBER, YEAR)
    damaged: list[date] = []
    assert due
    assert with_talks(due, talks_or_damaged(spoiled, damaged)) == ()
    assert damaged == [DAY]


def test_a_damaged_outline_is_none(repository: Repository, folder: Path) -> None:
    spoiled = spoil(repository, folder, b'"state":"finished"', b'"state":"done"')
    with pytest.raises(DamagedFile):
        spoiled.outlines(DAY)


def test_no_outline_is_read_of_what_a_newer_version_wrote(repository: Repository, folder: Path) -> None:
    newer = spoil(repository, folder, b'"format":', b'"format":9')
    with pytest.raises(NewerFormat):
        newer.outlines(DAY)


def spoil(repository: Repository, folder: Path, old: bytes, new: bytes) -> Repository:
    """The folder of a day in which this stands for that, under a checksum that is right."""
    repository.save(a_year()[0])
    file = next(folder.glob(f"*/days/{DAY}"))
    blob = resigned(
        file.read_bytes(), lambda line, payload: (line.replace(old, new), payload.replace(old, new))
    )
    assert blob != file.read_bytes()
    file.write_bytes(blob)
    return Repository.reading(folder)
