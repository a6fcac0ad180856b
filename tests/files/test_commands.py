"""The commands of trust on a sealed folder: about, forget, purge, restore, check."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from store.domain.access import named_in, portions
from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.people import Carer, Pupil, Voice
from store.domain.school import School
from store.domain.talk import Slot, Talk, TalkState
from store.files import backup
from store.files.key_file import KeyFile
from store.files.repository import Repository
from tests.faults.invented import DAY
from tests.files.given import DAY_FILE, new_id
from tests.files.test_sealing import CHEAP, SECRET
from tui.commands.line import run

MOTHER = Carer(id="m", name="Rania Haddad", phone="06-1")
FATHER = Carer(id="f", name="Karim al-Khatib", email="karim@example.org")
YOUSEF = Pupil(id="y", first_name="Yousef", infix="al-", last_name="Khatib", carers=(MOTHER, FATHER))
LIV = Pupil(id="l", first_name="Liv", last_name="Bosman", number="12")
HANDED = datetime(2026, 8, 25, 15, tzinfo=UTC)


def talk(name: str, hour: int, pupil: Pupil, *carers: Carer, text: str = "") -> Talk:
    point = AgendaPoint(id=f"{name}-p", voice=Voice.CARER, text=text or f"gezegd-{name}")
    return Talk(
        id=name,
        slot=Slot(start=datetime(2026, 8, 25, hour)),
        pupil=replace(pupil, carers=carers),
        points=(point,),
        state=TalkState.FINISHED,
    )


WITH_MOTHER = talk("moeder", 13, YOUSEF, MOTHER)
WITH_FATHER = talk("vader", 14, YOUSEF, FATHER)
LIVS = talk("liv", 15, LIV, text="naast yousef zitten")


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(f"{SECRET}\n", "utf-8")
    return path


@pytest.fixture
def filled(folder: Path) -> Path:
    """A sealed folder with two families and a backup."""
    folder.mkdir(mode=0o700)
    sealer = KeyFile(folder, cost=CHEAP).create(SECRET).sealer
    with Repository(folder, new_id=new_id, sealer=sealer) as repository:
        repository.save_school(DAY, School(pupils=(YOUSEF, LIV)))
        repository.save(SchoolDay(date=DAY, talks=(WITH_MOTHER.hand_over(HANDED), WITH_FATHER, LIVS)))
        backup.daily(repository, repository.layout.backups, today=DAY, now=HANDED, keep=7)
    return folder


def command(folder: Path, *arguments: str, now: str | None = "2026-08-26T09:00", language: str = "en") -> int:
    clock = ["--now", now] if now else []
    return run(["--data", str(folder), "--language", language, *clock, *arguments])


def _number(path: Path) -> int:
    """What stands behind the name when there are more files."""
    return int(path.stem.split("-")[6:][0]) if len(path.stem.split("-")) > 6 else 1


def opened(folder: Path) -> Repository:
    return Repository.reading(folder, KeyFile(folder).unlock(SECRET))


# -- who may read what ---------------------------------------------------------
def test_parents_who_live_apart_get_a_portion_each_and_never_the_other_talk() -> None:
    found = portions(YOUSEF.carers, (WITH_FATHER, WITH_MOTHER))
    assert [(each.carers, each.talks) for each in found] == [
        ((MOTHER,), (WITH_MOTHER,)),
        ((FATHER,), (WITH_FATHER,)),
    ]


def test_parents_who_came_together_share_a_portion() -> None:
    together = talk("samen", 13, YOUSEF, MOTHER, FATHER)
    assert [each.carers for each in portions(YOUSEF.carers, (together,))] == [(MOTHER, FATHER)]


def test_who_came_once_alone_and_once_together_reads_both_and_the_other_only_one() -> None:
    together = talk("samen", 16, YOUSEF, MOTHER, FATHER)
    found = {each.carers: each.talks for each in portions(YOUSEF.carers, (together, WITH_MOTHER))}
    assert found == {(MOTHER,): (WITH_MOTHER, together), (FATHER,): (together,)}


def test_carers_without_any_talk_do_not_learn_each_others_number() -> None:
    assert [(each.carers, each.talks) for each in portions(YOUSEF.carers, ())] == [
        ((MOTHER,), ()),
        ((FATHER,), ()),
    ]


def test_a_name_in_the_words_of_others_is_found_as_a_word() -> None:
    day = SchoolDay(date=DAY, talks=(WITH_MOTHER, LIVS, talk("x", 16, LIV, text="Yousefs tas")))
    assert named_in(YOUSEF, [day]) == (LIVS,)


# -- about -----------------------------------------------------------------------
def test_everything_about_a_pupil_is_a_file_for_each_parent(
    filled: Path, passphrase: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "inzage"
    options = ("--to", str(to), "--passphrase-file", str(passphrase))
    assert command(filled, "about", "yousef", *options) == 0
    said = capsys.readouterr().out
    first, second = (path.read_text("utf-8") for path in sorted(to.iterdir(), key=_number))
    assert "gezegd-moeder" in first
    assert "Rania Haddad" in first
    assert not [each for each in ("gezegd-vader", "Karim", "karim") if each in first]
    assert "gezegd-vader" in second
    assert not [each for each in ("gezegd-moeder", "Rania", "06-1") if each in second]
    assert "for Rania Haddad" in said
    assert "startgesprek-2026-08-25.backup holds this pupil until 7 newer ones are made" in said
    assert "Yousef" not in "".join(path.name for path in to.iterdir())


def test_a_half_typed_line_belongs_to_what_is_kept(filled: Path, passphrase: Path, tmp_path: Path) -> None:
    draft = Draft(talk="moeder", number=1, place="carer", text="nog-niet-af")
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)) as repository:
        repository.keep_drafts(DAY, (draft,))
    to = tmp_path / "inzage"
    assert command(filled, "about", "yousef", "--to", str(to), "--passphrase-file", str(passphrase)) == 0
    first, second = (path.read_text("utf-8") for path in sorted(to.iterdir(), key=_number))
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


def test_a_purge_shows_first_and_never_runs_in_a_rehearsal(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("purge", "--passphrase-file", str(passphrase))
    assert command(filled, *options, "--weeks", "0", "--yes") == 0
    assert "rehearsal" in capsys.readouterr().out
    assert opened(filled).day(DAY).talks[0].points != ()
    assert command(filled, *options, "--weeks", "105", "--yes") == 2
    assert command(filled, *options, "--weeks", "0", now=None) == 0
    assert "purge --yes" in capsys.readouterr().out
    assert command(filled, *options, "--weeks", "0", "--yes", now=None) == 0
    day = opened(filled).day(DAY)
    assert day.talks[0].points == ()
    assert day.talks[1] == WITH_FATHER
    assert opened(filled).settings().retention_weeks == 0


# -- restore -----------------------------------------------------------------------
def test_a_restore_shows_first_and_can_be_undone(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    options = ("--passphrase-file", str(passphrase))
    command(filled, "forget", "Yousef", "--yes", *options)
    assert command(filled, "restore", *options) == 0
    assert "startgesprek-2026-08-25.backup  1 day, 3 talks" in capsys.readouterr().out
    assert command(filled, "restore", "2026-08-25", *options) == 0
    shown = capsys.readouterr().out
    assert "becomes 3 talks; now 1 talk" in shown
    assert "Pupils who come back: Yousef al-Khatib" in shown
    assert len(opened(filled).day(DAY).talks) == 1
    assert command(filled, "restore", "2026-08-25", "--yes", *options) == 0
    undo = capsys.readouterr().out.splitlines()[-1].split("'")[1]
    assert len(opened(filled).day(DAY).talks) == 3
    assert command(filled, "restore", undo, "--yes", *options) == 0
    assert len(opened(filled).day(DAY).talks) == 1


def test_a_restore_refuses_while_the_app_runs(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Repository(filled, new_id=new_id, sealer=KeyFile(filled).unlock(SECRET)):
        options = ("restore", "2026-08-25", "--yes", "--passphrase-file", str(passphrase))
        assert command(filled, *options) == 1
    assert "already open" in capsys.readouterr().err


@pytest.mark.parametrize("asked", ["2026-08-24", "weg.backup"])
def test_a_backup_that_is_not_there_is_said(
    filled: Path, passphrase: Path, asked: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "restore", asked, "--passphrase-file", str(passphrase)) == 2
    assert "no backup" in capsys.readouterr().err


def test_a_backup_is_opened_on_another_machine_with_its_own_passphrase(
    filled: Path, passphrase: Path, tmp_path: Path
) -> None:
    stick = shutil.copy(filled / "backups/startgesprek-2026-08-25.backup", tmp_path)
    new = tmp_path / "nieuw"
    options = ("--backup-passphrase-file", str(passphrase))
    assert command(new, "restore", str(stick), "--yes", *options) == 0
    assert len(opened(new).day(DAY).talks) == 3


# -- the passphrase ------------------------------------------------------------------
def test_without_a_passphrase_a_sealed_folder_says_what_to_give(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "summary") == 2
    assert "--passphrase-file FILE" in capsys.readouterr().err


def test_wrong_damaged_and_missing_are_three_sentences(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("niet dit")
    options = ("summary", "--passphrase-file", str(wrong))
    codes, sentences = [command(filled, *options)], {capsys.readouterr().err}
    for name in ("key", "key.copy"):
        (filled / name).write_bytes(b"torn")
    codes, sentences = [*codes, command(filled, *options)], sentences | {capsys.readouterr().err}
    for name in ("key", "key.copy"):
        (filled / name).unlink()
    codes, sentences = [*codes, command(filled, *options)], sentences | {capsys.readouterr().err}
    assert codes == [2, 1, 1]
    assert len(sentences) == 3
    assert all(sentence.count("\n") == 1 for sentence in sentences)


def test_a_folder_that_is_half_sealed_is_finished_in_the_app(
    folder: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    KeyFile(folder, cost=CHEAP).create(SECRET, pending=True)
    assert command(folder, "summary", "--passphrase-file", str(passphrase)) == 1
    assert "not finished" in capsys.readouterr().err
    assert command(folder, "check", "--passphrase-file", str(passphrase)) == 1


def test_a_summary_opens_with_the_recovery_key(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    made = KeyFile(folder, cost=CHEAP).create(SECRET)
    with Repository(folder, new_id=new_id, sealer=made.sealer) as repository:
        repository.save(SchoolDay(date=DAY, talks=(LIVS,)))
    (tmp_path / "r").write_text(made.recovery_key)
    assert command(folder, "summary", "--day", "2026-08-25", "--passphrase-file", str(tmp_path / "r")) == 0
    assert "Liv Bosman" in capsys.readouterr().out


# -- check -----------------------------------------------------------------------------
def test_a_folder_in_order_is_said_to_be_so(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(filled, "check", "--passphrase-file", str(passphrase)) == 0
    said = capsys.readouterr().out
    assert "sealed with the passphrase" in said
    assert "2 files are whole" in said
    assert "wrong" not in said


def test_every_fault_in_a_folder_is_said_and_nothing_is_touched(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    day = filled / DAY_FILE
    day.write_bytes(day.read_bytes()[:-1])
    day.with_name("2026-08-26.damaged-1").write_bytes(b"x")
    (filled / "klas.csv").write_text("Liv")
    (filled / "key.copy").unlink()
    stick = filled / "backups/startgesprek-2026-08-25.backup"
    stick.write_bytes(b"torn")
    filled.chmod(0o755)
    before = {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()}
    assert command(filled, "check", "--passphrase-file", str(passphrase)) == 1
    said = capsys.readouterr().out
    for each in (
        f"{day} is damaged",
        "2026-08-26.damaged-1 was set aside",
        "klas.csv is not sealed",
        "its copy one is damaged or gone",
        f"backup {stick} is damaged",
        "Others on this computer",
    ):
        assert each in said
    assert {path: path.read_bytes() for path in filled.rglob("*") if path.is_file()} == before


def test_talks_that_wait_for_the_teacher_are_counted(
    filled: Path, passphrase: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    later = (date(2026, 8, 25) + timedelta(weeks=7)).isoformat()
    command(filled, "check", "--passphrase-file", str(passphrase), now=f"{later}T09:00")
    said = capsys.readouterr().out
    assert "1 talk was handed over 6 weeks ago or longer" in said
    assert "2 finished talks were never handed over" in said


def test_a_folder_without_anything_is_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(tmp_path / "none", "check") == 0
    assert "There is no data yet" in capsys.readouterr().out
    assert not (tmp_path / "none").exists()
