"""Who may read what about one pupil, and what goes when it is to be forgotten."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from store.domain.access import named_in, portions
from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.people import Presence, Pupil
from store.domain.plan import ContactMoment
from store.domain.retention import emptied
from store.domain.school import School
from store.domain.talk import CheckedDetails
from store.domain.year.sequel import Became, Sequel
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.faults.invented import DAY
from tests.files.given import DAY_FILE, new_id
from tests.files.two_families import (
    FATHER,
    LIV,
    LIVS,
    MOTHER,
    WITH_FATHER,
    WITH_MOTHER,
    YOUSEF,
    command,
    number,
    opened,
    talk,
)
from tests.sealing.test_sealing import SECRET


# -- who may read what ---------------------------------------------------------
def test_parents_who_live_apart_get_a_portion_each_and_never_the_other_talk() -> None:
    found = portions(YOUSEF.carers, (WITH_FATHER, WITH_MOTHER))
    assert [(each.carer, each.talks) for each in found] == [
        (MOTHER, (WITH_MOTHER,)),
        (FATHER, (WITH_FATHER,)),
    ]


def test_parents_who_came_together_have_it_both_in_a_portion_of_their_own() -> None:
    together = talk("samen", 13, YOUSEF, MOTHER, FATHER)
    found = [(each.carer, each.talks) for each in portions(YOUSEF.carers, (together,))]
    assert found == [(MOTHER, (together,)), (FATHER, (together,))]


def test_who_came_once_alone_and_once_together_reads_both_and_the_other_only_one() -> None:
    together = talk("samen", 16, YOUSEF, MOTHER, FATHER)
    found = {each.carer: each.talks for each in portions(YOUSEF.carers, (together, WITH_MOTHER))}
    assert found == {MOTHER: (WITH_MOTHER, together), FATHER: (together,)}


def test_carers_without_any_talk_do_not_learn_each_others_number() -> None:
    assert [(each.carer, each.talks) for each in portions(YOUSEF.carers, ())] == [
        (MOTHER, ()),
        (FATHER, ()),
    ]


def test_a_name_in_the_words_of_others_is_found_as_a_word() -> None:
    day = SchoolDay(date=DAY, talks=(WITH_MOTHER, LIVS, talk("x", 16, LIV, text="Yousefs tas")))
    assert named_in(YOUSEF, [day]) == (LIVS,)


def test_a_name_of_who_came_along_or_interpreted_is_found_too() -> None:
    silent = replace(LIVS, points=())
    for here in (Presence(others=("Yousef",)), Presence().interpreted("tante van Yousef")):
        seen, made = replace(silent, presence=here), replace(silent, made_with=here)
        assert named_in(YOUSEF, [SchoolDay(date=DAY, talks=(silent, seen, made))]) == (seen, made)


def test_a_name_in_what_came_of_something_or_in_a_part_of_a_moment_is_found_too() -> None:
    silent = replace(LIVS, points=())
    moment = ContactMoment(id="m", text="bellen 12 november")
    now = datetime(2026, 11, 12, tzinfo=UTC)
    sequel = Sequel(id="s", of="m", became=Became.DONE, day=now.date(), noted=now, text="met Yousef gepraat")
    came = silent.plan_moments(moment).note_sequel(sequel)
    part = silent.plan_moments(replace(moment, purpose="Yousef en Liv"))
    assert named_in(YOUSEF, [SchoolDay(date=DAY, talks=(silent, came, part))]) == (came, part)


def test_what_a_carer_said_of_name_and_number_is_in_the_own_portion_and_goes_with_a_purge() -> None:
    said = CheckedDetails(id="m", phone="06-9", addressed="mevrouw Haddad")
    spoken = WITH_MOTHER.arrange(WITH_MOTHER.arrangements.check(said))
    known = replace(MOTHER, phone="06-9", addressed="mevrouw Haddad")
    assert [each.carer for each in portions(YOUSEF.carers, (spoken, WITH_FATHER))] == [known, FATHER]
    school = School(pupils=(YOUSEF, LIV)).addressing(spoken)
    assert [carer.addressed for pupil in school.pupils for carer in pupil.carers] == ["mevrouw Haddad", ""]
    assert "mevrouw Haddad" not in repr(emptied(replace(spoken, pupil=replace(YOUSEF, carers=(known,)))))


# -- about -----------------------------------------------------------------------
def test_everything_about_a_pupil_is_a_file_for_each_parent(
    filled: Path, stored: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "inzage"
    options = ("--to", str(to), "--passphrase-file", str(passphrase))
    assert command(filled, "about", "yousef", *options) == 0
    said = capsys.readouterr().out
    first, second = (path.read_text("utf-8") for path in sorted(to.iterdir(), key=number))
    assert "gezegd-moeder" in first
    assert "Rania Haddad" in first
    assert not [each for each in ("gezegd-vader", "Karim", "karim") if each in first]
    assert "gezegd-vader" in second
    assert not [each for each in ("gezegd-moeder", "Rania", "06-1") if each in second]
    assert "for Rania Haddad" in said
    assert f"{stored.name} holds this pupil too." in said
    assert "Yousef" not in "".join(path.name for path in to.iterdir())


def test_a_half_typed_line_belongs_to_what_is_kept(filled: Path, passphrase: Path, tmp_path: Path) -> None:
    draft = Draft(talk="moeder", number=1, place="carer", text="nog-niet-af")
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.keep_drafts(DAY, (draft,))
    to = tmp_path / "inzage"
    assert command(filled, "about", "yousef", "--to", str(to), "--passphrase-file", str(passphrase)) == 0
    first, second = (path.read_text("utf-8") for path in sorted(to.iterdir(), key=number))
    assert "nog-niet-af" in first
    assert "nog-niet-af" not in second


def test_nobody_and_more_than_one_are_said(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "forget", "Marinka", "--passphrase-file", str(passphrase)) == 2
    assert "no pupil called 'Marinka'" in capsys.readouterr().err
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        namesake = Pupil(id="z", first_name="Liv", last_name="Smit", number="14")
        repository.save_school(DAY, repository.school(DAY).put(namesake))
    assert command(filled, "forget", "liv", "--passphrase-file", str(passphrase)) == 2
    assert "Liv Bosman 12 and Liv Smit 14" in capsys.readouterr().err
    assert command(filled, "forget", "14", "--passphrase-file", str(passphrase)) == 0


def test_a_number_that_was_typed_is_in_no_file_of_another_parent(tmp_path: Path) -> None:
    mother, his = replace(MOTHER, phone="06-00001014"), FATHER.email
    pupil = replace(YOUSEF, carers=(mother, FATHER))
    spoken = talk("samen", 13, pupil, mother, FATHER, text=f"bel vader {his} of 06 00001014")
    alone = talk("moeder", 14, pupil, mother, text=f"over {his}, niet 06-00007777")
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        repository.save_school(DAY, School(pupils=(pupil,), revision=1))
        repository.save(SchoolDay(date=DAY, talks=(spoken, alone), revision=1))
    assert command(tmp_path / "data", "about", "yousef", "--to", str(tmp_path / "inzage")) == 0
    first, second = (path.read_text("utf-8") for path in sorted((tmp_path / "inzage").iterdir(), key=number))
    assert "bel vader [address known to the school] of 06 00001014" in first.replace("\\", "")
    assert "over [address known to the school], niet 06-00007777" in first.replace("\\", "")
    assert his not in first
    assert f"bel vader {his} of [number known to the school]" in second.replace("\\", "")
    assert "00001014" not in second


# -- forget and purge --------------------------------------------------------------
def test_forgetting_shows_first_and_then_does_it(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("forget", "Yousef al-Khatib", "--passphrase-file", str(passphrase))
    before = (filled / DAY_FILE).read_bytes()
    assert command(filled, *options) == 0
    shown = capsys.readouterr().out
    assert "Tue 25 Aug 2026: 2 talks" in shown
    assert "1 talk of another pupil" in shown
    assert (filled / DAY_FILE).read_bytes() == before
    assert command(filled, *options, "--yes") == 0
    done = capsys.readouterr().out
    assert "from the class list and from 1 day" in done
    assert "only sealed" in done
    after = opened(filled)
    assert after.day(DAY).talks == (LIVS,)
    assert after.school(DAY).pupils == (LIV,)
    previous = after.previous(DAY)
    assert previous is not None
    assert previous.talks == (LIVS,)


def test_forgetting_names_every_file_that_it_can_not_search(
    filled: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    strange = [filled / each for each in ("notes.txt", "2026-2027/days/kladje", "kopie/days/2026-08-25")]
    for path in (*strange, tmp_path / "data-export/summary.md"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Yousef")
    (backup,) = (filled / "backups").iterdir()
    renamed = backup.rename(filled / "backups/mijnkopie.backup")
    options = ("forget", "Yousef", "--passphrase-file", str(passphrase))
    for more in ((), ("--yes",)):
        assert command(filled, *options, *more) == 0
        said = capsys.readouterr().out
        for path in strange:
            assert f"{path} is not Startgesprek's own" in said
        assert f"{renamed} holds this pupil and does not go by itself" in said
        assert f"1 exported file in {tmp_path / 'data-export'}" in said


def test_what_is_told_to_type_next_has_the_number_in_it_and_no_name(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "forget", "Liv Bosman", "--passphrase-file", str(passphrase)) == 0
    told = capsys.readouterr().out.splitlines()[-1]
    assert "12" in told.split()
    assert "Liv" not in told


def test_a_number_that_is_not_of_this_pupil_alone_is_not_told(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        namesake = Pupil(id="z", first_name="Noor", last_name="Smit", number="12")
        repository.save_school(DAY, repository.school(DAY).put(namesake))
    assert command(filled, "forget", "Liv Bosman", "--passphrase-file", str(passphrase)) == 0
    assert "'Liv Bosman'" in capsys.readouterr().out.splitlines()[-1]


def test_the_help_says_that_a_number_will_do(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for name in ("forget", "about"):
        with pytest.raises(SystemExit):
            command(tmp_path, name, "--help")
        assert "number leaves no name" in " ".join(capsys.readouterr().out.split())


def test_a_purge_shows_first_and_never_runs_in_a_rehearsal(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("purge", "--passphrase-file", str(passphrase))
    assert command(filled, *options, "--weeks", "0", "--yes") == 0
    assert "rehearsal" in capsys.readouterr().out
    assert opened(filled).day(DAY).talks[0].points != ()
    assert command(filled, *options, "--weeks", "105", "--yes") == 2
    assert command(filled, *options, "--weeks", "0", now=None) == 0
    assert "purge --weeks 0 --yes" in capsys.readouterr().out
    assert command(filled, *options, "--weeks", "0", "--yes", now=None) == 0
    day = opened(filled).day(DAY)
    assert day.talks[0].points == ()
    assert day.talks[1] == WITH_FATHER
    assert opened(filled).settings().retention_weeks == 0
