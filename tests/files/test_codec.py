from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pendulum
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.timer import Sitting
from store.domain.undo import RECORD_TYPES, RecordKind, Step, StepName, Touch
from store.files import codec
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import changed, new_id

INSTANTS = st.datetimes(timezones=st.just(UTC))
SITTINGS = st.lists(
    st.builds(Sitting, started=INSTANTS, ended=st.none() | INSTANTS, extra_minutes=st.integers(0, 90)),
    max_size=2,
)
TALKS = st.builds(Talk, sittings=SITTINGS.map(tuple))


@st.composite
def touches(draw: st.DrawFn) -> Touch:
    kind = draw(st.sampled_from(RecordKind))
    records = TALKS if kind is RecordKind.TALK else st.from_type(RECORD_TYPES[kind])
    return Touch(
        kind=kind,
        before=draw(st.none() | records),
        after=draw(st.none() | records),
        at=draw(st.integers(0, 9)),
    )


STEPS = st.builds(
    Step,
    id=st.text(),
    name=st.sampled_from(StepName),
    talk=st.text(),
    touches=st.lists(touches(), max_size=2).map(tuple),
    line=st.text(),
)

quick = settings(max_examples=60, suppress_health_check=list(HealthCheck))


@quick
@given(TALKS)
def test_any_talk_survives_the_way_to_the_file_and_back(talk: Talk) -> None:
    payload = codec.encode({"talks": {"1": codec.document(talk)}})
    assert codec.record(codec.decode(payload)["talks"]["1"], Talk) == talk


@quick
@given(STEPS)
def test_any_step_survives_the_way_to_the_file_and_back(step: Step) -> None:
    payload = codec.encode({"steps": {"1": codec.document(step)}})
    assert codec.step(codec.decode(payload)["steps"]["1"]) == step


@quick
@given(st.from_type(School), st.from_type(Draft))
def test_any_school_and_draft_survive_the_way_to_the_file_and_back(school: School, draft: Draft) -> None:
    for record in (school, draft):
        payload = codec.encode({"": {"1": codec.document(record)}})
        assert codec.record(codec.decode(payload)[""]["1"], type(record)) == record


def test_the_steps_back_are_kept_with_the_day(repository: Repository) -> None:
    day = a_day(2)
    talk = day.talks[0]
    for point in talk.points:
        talk = talk.drop_point(point.id)
        step = day.step(new_id(), StepName.POINT_REMOVED, talk, line="weg ermee")
        day = day.put(talk, step)
    repository.save(day)
    found = repository.day(DAY)
    assert found == day
    last = found.last_step()
    assert last is not None
    undone = day.undo(last)
    assert found.undo(last).talks[0].points == undone.talks[0].points
    repository.save(undone)
    assert repository.day(DAY) == undone
    assert undone.undone


HOSTILE = (
    "[bold]x[/x] =cmd|' /C calc'!A0",
    "\x1b]0;titel\x07 \x00\x9b\u202e\u2066",
    "half \ud83d teken \udcff",
    "👨‍👩‍👧‍👦 ‏עברית العربية",
    "x" * 1_000_000,
    "../../etc/passwd CON NUL",
)


def test_hostile_text_is_kept_as_it_is(repository: Repository, folder: Path) -> None:
    day = a_day(len(HOSTILE))
    for talk, text in zip(day.talks, HOSTILE, strict=True):
        point = replace(talk.points[0], text=text)
        step = day.step(new_id(), StepName.POINT_CHANGED, talk.change_point(point), line=text)
        day = day.put(talk.change_point(point), step)
    repository.save(day)
    repository.save(later := changed(day))
    assert repository.day(DAY) == later
    assert repository.previous(DAY) == day
    draft = Draft(talk=day.talks[0].id, number=99, place="carer", text=HOSTILE[2])
    repository.keep_drafts(DAY, (draft,))
    assert repository.drafts(DAY) == (draft,)


def test_a_moment_of_another_library_is_kept_as_the_moment_it_is(repository: Repository) -> None:
    talk = a_day(1).talks[0]
    begun = pendulum.datetime(2026, 8, 25, 11, 0, tz="UTC")
    repository.save(SchoolDay(date=DAY, talks=(replace(talk, sittings=(Sitting(started=begun),)),)))
    assert repository.day(DAY).talks[0].sittings[0].started == datetime(2026, 8, 25, 11, tzinfo=UTC)


def test_a_birth_date_stays_a_date(repository: Repository) -> None:
    talk = a_day(1).talks[0]
    born = replace(talk, pupil=replace(talk.pupil, birth_date=date(2020, 2, 29)))
    repository.save(SchoolDay(date=DAY, talks=(born,)))
    assert repository.day(DAY).talks[0].pupil.birth_date == date(2020, 2, 29)
