"""Forgetting a pupil where a file can't be read: what the app would bring back is clean, the rest is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.draft import Draft
from store.files.deletion import erase
from store.files.errors import Kind, NotSaved
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY
from tests.files.given import DAY_FILE, PREVIOUS, full_at, new_id
from tests.files.test_erase import everywhere, filled
from tests.files.two_families import LIV, YOUSEF, command, opened
from tests.sealing.test_sealing import SECRET

DRAFTS = Path("2026-2027", "drafts", "2026-08-25")
SCHOOL = Path("2026-2027", "school")


def torn(path: Path) -> Path:
    path.write_bytes(b"")
    return path


def test_of_a_damaged_day_what_stands_beside_it_is_rewritten(repository: Repository, folder: Path) -> None:
    day = filled(repository, folder)
    pupil = day.talks[0].pupil
    line = Draft(talk=day.talks[1].id, number=9, place="carer", text="wanneer bel")
    theirs = Draft(talk=day.talks[0].id, number=9, place="carer", text="een-geheim")
    repository.keep_drafts(DAY, (theirs, line))
    damaged = torn(folder / DAY_FILE)
    assert erase.forget(repository, [pupil.id]) == erase.Erased((DAY,), (damaged,), kept=True)
    assert everywhere(folder, "een-geheim") == []
    assert everywhere(folder, pupil.id) == ["school", "school"]
    assert repository.restore_previous(DAY)
    assert [talk.id for talk in repository.day(DAY).talks] == [talk.id for talk in day.talks[1:]]
    assert repository.drafts(DAY) == (line,)


@pytest.mark.parametrize("by_the_app", [True, False])
def test_the_class_list_keeps_a_pupil_until_the_damaged_day_is_put_right(
    repository: Repository, folder: Path, by_the_app: bool
) -> None:
    pupil = filled(repository, folder).talks[0].pupil
    torn(folder / DAY_FILE)
    erase.forget(repository, [pupil.id])
    assert repository.school(DAY).pupil(pupil.id)
    if by_the_app:
        repository.restore_previous(DAY)
    else:
        (folder / DAY_FILE).unlink()
    assert not erase.forget(repository, [pupil.id]).kept
    assert everywhere(folder, pupil.id) == []


def test_a_day_that_is_gone_but_for_the_generation_before_is_rewritten(
    repository: Repository, folder: Path
) -> None:
    day = filled(repository, folder)
    (folder / DAY_FILE).unlink()
    ids = [talk.pupil.id for talk in day.talks]
    assert erase.forget(repository, ids) == erase.Erased((DAY,))
    assert not any(everywhere(folder, each) for each in ids)
    assert DAY not in repository.dates()


def test_a_half_typed_line_of_which_nobody_can_tell_whose_it_is_stays_and_is_named(
    repository: Repository, folder: Path
) -> None:
    day = filled(repository, folder)
    line = Draft(talk="van-een-ander", number=9, place="carer", text="wanneer bel")
    repository.keep_drafts(DAY, (line,))
    damaged = torn(folder / DAY_FILE)
    erased = erase.forget(repository, [day.talks[0].pupil.id])
    assert erased.unread == (damaged, folder / DRAFTS)
    assert b"wanneer bel" in (folder / DRAFTS).read_bytes()


def test_half_typed_lines_that_cannot_be_read_are_named_with_their_damaged_day(
    repository: Repository, folder: Path
) -> None:
    day = filled(repository, folder)
    damaged = (torn(folder / DAY_FILE), torn(folder / PREVIOUS), torn(folder / DRAFTS))
    erased = erase.forget(repository, [day.talks[0].pupil.id])
    assert erased == erase.Erased((DAY,), damaged, kept=True)


def test_a_class_list_that_cannot_be_read_is_named_and_left(repository: Repository, folder: Path) -> None:
    pupil = filled(repository, folder).talks[0].pupil
    damaged = torn(folder / SCHOOL)
    assert erase.forget(repository, [pupil.id]) == erase.Erased((DAY,), (damaged,), kept=True)
    assert repository.restore_previous(DAY, Kind.SCHOOL)
    assert not erase.forget(repository, [pupil.id]).kept
    assert everywhere(folder, pupil.id) == []


def test_what_was_set_aside_and_cannot_be_read_is_named_and_keeps_nobody_in_the_class_list(
    repository: Repository, folder: Path
) -> None:
    filled(repository, folder)
    aside = torn((folder / DAY_FILE).with_name("2026-08-26.damaged-1"))
    erased = erase.forget(repository, [repository.day(DAY).talks[0].pupil.id])
    assert erased == erase.Erased((DAY,), (aside,))


@pytest.mark.parametrize("killed_at", range(1, 5))
def test_forgetting_beside_a_damaged_day_that_was_stopped_is_done_by_asking_again(
    folder: Path, killed_at: int
) -> None:
    with Repository(folder, new_id=new_id) as repository:
        day = filled(repository, folder)
        line = Draft(talk=day.talks[1].id, number=9, place="carer", text="wanneer bel")
        theirs = Draft(talk=day.talks[0].id, number=9, place="carer", text="een-geheim")
        repository.keep_drafts(DAY, (theirs, line))
    torn(folder / DAY_FILE)
    with Repository(folder, new_id=new_id, put=full_at(killed_at)) as repository:
        try:
            erase.forget(repository, [day.talks[0].pupil.id])
        except NotSaved:
            assert killed_at < 4
    with Repository(folder, new_id=new_id) as repository:
        erase.forget(repository, [day.talks[0].pupil.id])
        assert everywhere(folder, "een-geheim") == []
        assert everywhere(folder, day.talks[0].pupil.id) == ["school", "school"]
        repository.restore_previous(DAY)
        assert repository.drafts(DAY) == (line,)


# -- what is said ------------------------------------------------------------------
@pytest.fixture
def damaged(filled: Path) -> Path:
    """The sealed folder of the two families with a version before the day, which is damaged."""
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.save(repository.day(DAY))
    torn(filled / DAY_FILE)
    return filled


def test_forgetting_names_a_damaged_day_before_and_after_and_tells_to_ask_again(
    damaged: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("forget", "Yousef", "--passphrase-file", str(passphrase))
    named = f"{damaged / DAY_FILE} can't be searched and may hold this pupil; what to do: startgesprek check"
    assert command(damaged, *options) == 1
    shown = capsys.readouterr().out
    assert "Tue 25 Aug 2026: 2 talks" in shown
    assert named in shown
    assert command(damaged, *options, "--yes") == 1
    done = capsys.readouterr().out
    assert "Deleted from 1 day." in done
    assert named in done
    assert "class list was left as it is" in done
    assert "startgesprek forget --yes" in done
    assert opened(damaged).school(DAY).pupil(YOUSEF.id)
    with Repository(damaged, new_id=new_id, sealer=KeyFile(damaged).unlock(SECRET)) as repository:
        assert repository.restore_previous(DAY)
    (aside,) = (damaged / DAY_FILE).parent.glob("*.damaged-1")
    aside.unlink()
    assert command(damaged, *options, "--yes") == 0
    assert "Deleted, from the class list and from 0 days." in capsys.readouterr().out
    assert [each.pupil.id for each in opened(damaged).day(DAY).talks] == [LIV.id]
    assert opened(damaged).school(DAY).pupils == (LIV,)


def test_who_is_only_in_the_version_before_a_damaged_day_is_found_by_number_and_name(
    damaged: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(damaged, new_id=new_id, sealer=KeyFile(damaged).unlock(SECRET)) as repository:
        repository.rewrite_school(DAY, lambda school: school.without([LIV.id]))
    secret = ("--passphrase-file", str(passphrase))
    for asked in ("12", "Liv Bosman"):
        assert command(damaged, "forget", asked, *secret) == 1
        assert "To be deleted: Liv Bosman\n  Tue 25 Aug 2026: 1 talk" in capsys.readouterr().out
    assert command(damaged, "about", "12", "--to", str(tmp_path / "inzage"), *secret) == 0
    (file,) = (tmp_path / "inzage").iterdir()
    assert "naast yousef zitten" in file.read_text("utf-8")
    assert command(damaged, "forget", "12", "--yes", *secret) == 1
    previous = opened(damaged).previous(DAY)
    assert previous is not None
    assert {talk.pupil.id for talk in previous.talks} == {YOUSEF.id}


def test_that_nobody_is_called_so_is_not_said_of_files_that_cannot_be_read(
    damaged: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(damaged, "forget", "Marinka", "--passphrase-file", str(passphrase)) == 2
    assert "1 file could not be read and may hold more" in capsys.readouterr().err
