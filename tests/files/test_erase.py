from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.day import SchoolDay
from store.domain.draft import OF_NO_TALK, Draft
from store.domain.overview.topics import InformationDecision
from store.domain.plan import InformationMoment
from store.domain.retention import due, emptied, purge_moment
from store.domain.school import School
from store.domain.settings import Settings
from store.domain.talk import Talk, TalkState
from store.domain.undo import StepName
from store.files.deletion import erase
from store.files.errors import Kind, NotSaved
from store.files.repository import Repository
from tests.faults.invented import DAY, a_day
from tests.files.given import DAY_FILE, changed, full_at, new_id

OTHER = date(2026, 8, 26)
HANDED = datetime(2026, 8, 25, 15, tzinfo=UTC)


def handed(talk: Talk) -> Talk:
    return replace(talk, state=TalkState.FINISHED, remark="een-geheim").hand_over(HANDED)


def everywhere(folder: Path, word: str) -> list[str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return [path.name for path in files if word.encode() in path.read_bytes()]


def filled(repository: Repository, folder: Path) -> SchoolDay:
    """Two days; the first talk of the first day also in previous generation, undo, draft and asides."""
    day = a_day(3)
    point = replace(day.talks[0].points[0], text="een-geheim")
    step = day.step(new_id(), StepName.POINT_CHANGED, day.talks[0].change_point(point), line="een-geheim")
    day = day.put(day.talks[0].change_point(point), step)
    repository.save(changed(day, "een-geheim"))
    assert step is not None
    day = day.undo(step)
    repository.save(day := day.put(handed(day.talks[0])))
    assert "een-geheim" in str(day.undone)
    repository.save(a_day(1, OTHER))
    pupils = tuple(talk.pupil for talk in day.talks)
    repository.save_school(DAY, School(pupils=pupils))
    repository.save_school(DAY, School(pupils=pupils, teacher="juf Els", revision=1))
    draft = Draft(talk=day.talks[0].id, number=9, place="carer", text="een-geheim")
    repository.keep_drafts(DAY, (draft,))
    (folder / DAY_FILE).with_name("2026-08-25.found-1").write_bytes((folder / DAY_FILE).read_bytes())
    return day


@pytest.mark.parametrize(("weeks", "days", "over"), [(6, 41, False), (6, 42, True), (0, 0, True)])
def test_a_talk_is_due_so_many_weeks_after_it_was_handed_over(weeks: int, days: int, over: bool) -> None:
    day = a_day(2)
    day = day.put(handed(day.talks[0]))
    found = due([day], HANDED + timedelta(days=days), weeks)
    assert [each.talk.id for each in found] == ([day.talks[0].id] if over else [])


def test_a_talk_that_was_not_handed_over_or_was_emptied_is_never_due() -> None:
    talk = handed(a_day(1).talks[0])
    assert purge_moment(talk, 0) == HANDED
    assert purge_moment(replace(talk, handed_over=None), 0) is None
    assert purge_moment(emptied(talk), 0) is None
    assert talk.reopen().handed_over is None


@pytest.mark.parametrize("weeks", [-1, 105])
def test_the_school_decides_from_0_to_104_weeks(weeks: int) -> None:
    assert Settings().retention_weeks == 6
    assert Settings().keeping(104).retention_weeks == 104
    with pytest.raises(ValueError, match="104"):
        Settings().keeping(weeks)


def test_a_purge_leaves_only_that_the_talk_took_place(repository: Repository, folder: Path) -> None:
    day = filled(repository, folder)
    dues = erase.overdue(repository, HANDED + timedelta(weeks=6), 6)
    assert [each.talk.id for each in dues] == [day.talks[0].id]
    erase.purge(repository, dues)
    assert everywhere(folder, "een-geheim") == []
    after = repository.day(DAY)
    assert (after.talks[0].pupil.full_name, after.talks[0].state) == (
        day.talks[0].pupil.full_name,
        TalkState.FINISHED,
    )
    assert after.talks[0].points == ()
    assert after.talks[0].pupil.carers[0].phone == ""
    assert after.talks[1:] == day.talks[1:]
    assert after.steps == after.undone == ()
    assert repository.previous(DAY) == after
    assert repository.drafts(DAY) == ()
    assert erase.overdue(repository, HANDED + timedelta(weeks=6), 6) == ()


@pytest.mark.parametrize("refused_at", [1, 2, 3])
def test_what_another_family_half_typed_outlives_a_purge_that_is_stopped(
    folder: Path, refused_at: int
) -> None:
    with Repository(folder, new_id=new_id) as repository:
        other = filled(repository, folder).talks[1]
        both = (*repository.drafts(DAY), Draft(talk=other.id, number=9, place="carer", text="van een ander"))
        repository.keep_drafts(DAY, both)
    with Repository(folder, new_id=new_id, put=full_at(refused_at)) as repository, pytest.raises(NotSaved):
        erase.purge(repository, erase.overdue(repository, HANDED, 0))
    with Repository(folder, new_id=new_id) as repository:
        assert "van een ander" in [draft.text for draft in repository.drafts(DAY)]


@pytest.mark.parametrize("refused_at", [1, 2])
def test_a_purge_that_was_stopped_is_done_or_offered_again(folder: Path, refused_at: int) -> None:
    with Repository(folder, new_id=new_id) as repository:
        filled(repository, folder)
    with Repository(folder, new_id=new_id, put=full_at(refused_at)) as repository:
        dues = erase.overdue(repository, HANDED, 0)
        with pytest.raises(NotSaved):
            erase.purge(repository, dues)
    with Repository(folder, new_id=new_id) as repository:
        again = erase.overdue(repository, HANDED, 0)
        assert bool(again) == bool(everywhere(folder, "een-geheim"))
        erase.purge(repository, again)
    assert everywhere(folder, "een-geheim") == []


def test_a_forgotten_pupil_is_nowhere_below_the_folder(repository: Repository, folder: Path) -> None:
    day = filled(repository, folder)
    pupil = day.talks[0].pupil
    repository.keep_drafts(
        OTHER, (Draft(talk=OF_NO_TALK, number=1, place="asked/import", text="een-geheim"),)
    )
    erased = erase.forget(repository, [pupil.id])
    assert erased.days == (DAY,)
    assert erased.unread == ()
    assert everywhere(folder, pupil.id) == []
    assert everywhere(folder, "een-geheim") == []
    assert [talk.id for talk in repository.day(DAY).talks] == [talk.id for talk in day.talks[1:]]
    assert repository.day(OTHER) == a_day(1, OTHER)
    assert [each.id for each in repository.school(DAY).pupils] == [talk.pupil.id for talk in day.talks[1:]]
    repository.save(changed(repository.day(DAY), "verder"))


def test_the_half_typed_line_of_another_family_stays(repository: Repository, folder: Path) -> None:
    day = filled(repository, folder)
    draft = Draft(talk=day.talks[1].id, number=9, place="carer", text="wanneer bel")
    entered = Draft(talk=day.talks[0].id, number=0, place="carer", text="een-geheim")
    repository.keep_drafts(DAY, (entered, draft))
    erase.forget(repository, [day.talks[0].pupil.id])
    assert repository.drafts(DAY) == (draft,)
    assert everywhere(folder, "een-geheim") == []


def test_a_day_on_which_nobody_is_left_goes_altogether(repository: Repository, folder: Path) -> None:
    filled(repository, folder)
    erase.forget(repository, [a_day(1, OTHER).talks[0].pupil.id])
    assert repository.dates() == (DAY,)


def test_a_file_that_cannot_be_read_is_named_and_not_taken_for_clean(
    repository: Repository, folder: Path
) -> None:
    day = filled(repository, folder)
    other = (folder / DAY_FILE).with_name(OTHER.isoformat())
    other.write_bytes(b"torn")
    erased = erase.forget(repository, [day.talks[0].pupil.id])
    assert erased.unread == (other,)
    assert other.read_bytes() == b"torn"


@pytest.mark.parametrize("killed_at", range(1, 6))
def test_forgetting_that_was_stopped_is_done_by_asking_again(folder: Path, killed_at: int) -> None:
    with Repository(folder, new_id=new_id) as repository:
        pupil = filled(repository, folder).talks[0].pupil
    with Repository(folder, new_id=new_id, put=full_at(killed_at)) as repository:
        try:
            erase.forget(repository, [pupil.id])
        except NotSaved:
            assert killed_at < 5
    with Repository(folder, new_id=new_id) as repository:
        assert (repository.school(DAY).pupil(pupil.id) is not None) == (killed_at < 4)
        erase.forget(repository, [pupil.id])
    assert everywhere(folder, pupil.id) == []


def test_settings_are_kept_and_damaged_ones_are_those_of_a_new_folder(
    repository: Repository, folder: Path
) -> None:
    assert repository.settings() == Settings()
    settings = Settings(backup_folder="/media/stick").answered("passphrase").keeping(12)
    repository.save_settings(settings)
    assert repository.settings() == settings
    (folder / "settings").write_bytes(b"torn")
    assert Repository.reading(folder).settings() == Settings()
    repository.save_settings(settings)
    assert Repository.reading(folder).settings() == settings
    assert (folder / "settings.damaged-1").read_bytes() == b"torn"


def test_what_was_decided_on_a_wish_of_nobody_else_goes_with_who_is_forgotten(
    repository: Repository, folder: Path
) -> None:
    day = a_day(2)
    gone, stays = (
        talk.answer_information(InformationMoment(topic=topic))
        for talk, topic in zip(day.talks, ("over mijn een-geheim", "lezen"), strict=True)
    )
    repository.save(day.put(gone).put(stays))
    decision = InformationDecision(id="d", wordings=("Lezen", "over mijn een-geheim"), text="17 nov")
    alone = InformationDecision(id="e", wordings=("nog een-geheim",), text="een-geheim")
    school = School(
        pupils=(gone.pupil, stays.pupil), decisions=(decision, alone), decisions_off=(decision, alone)
    )
    repository.save_school(DAY, school)
    erase.forget(repository, {gone.pupil.id})
    (left,) = repository.school(DAY).decisions
    assert repository.school(DAY).decisions_off == (left,)
    assert (left.wordings, left.text) == (("Lezen",), "17 nov")
    assert everywhere(folder, "een-geheim") == []


def test_what_was_decided_goes_with_the_only_wish_for_it_but_not_while_a_day_cannot_be_read(
    repository: Repository, folder: Path
) -> None:
    day, other = a_day(1), a_day(1, OTHER)
    wishes = day.talks[0].answer_information(InformationMoment(topic="een-geheim"))
    repository.save(day.put(wishes))
    repository.save(other.put(other.talks[0].answer_information(InformationMoment(topic="lezen"))))
    decisions = [
        InformationDecision(id=each, wordings=(each,), text=each) for each in ("een-geheim", "lezen")
    ]
    repository.save_school(DAY, School(decisions=tuple(decisions)))
    kept = repository.layout.spot(Kind.DAY, OTHER).path.read_bytes()
    repository.layout.spot(Kind.DAY, OTHER).path.write_bytes(b"torn")
    erase.forget_words(repository, DAY, wishes.id, lambda talk: talk.answer_information(None))
    assert [each.id for each in repository.school(DAY).decisions] == ["een-geheim", "lezen"]
    repository.layout.spot(Kind.DAY, OTHER).path.write_bytes(kept)
    erase.forget_words(repository, DAY, wishes.id, lambda talk: talk.answer_information(None))
    assert [each.id for each in repository.school(DAY).decisions] == ["lezen"]
    assert everywhere(folder, "een-geheim") == []
