"""What an older program wrote opens, reads the same and is saved without loss."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.domain.plan import Channel
from store.domain.school_year import Occasion, Report
from store.export.pupil_text import pupil_text
from store.export.summary import summary_text
from store.files.backups import archive, restore
from store.files.envelope import Sealer
from store.files.paths import Layout
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.seal_folder import renew_data_key
from store.language import Translator
from store.planline.calendar_changes import offers
from store.planline.reading import Names
from tests.files.given import new_id
from tests.screens.classroom import reopened

OLD = Path(__file__).parents[1] / "data" / "0.1.0"
PASSPHRASE = "vier blauwe regenlaarzen"
RECOVERY_KEY = "YYR4M-QSSVS-R91RZ-X2CM0-VQN2M"
DAY, LAST_YEAR = date(2026, 8, 25), date(2025, 8, 26)
EVENING = datetime(2026, 8, 25, 18, tzinfo=UTC)


@dataclass(frozen=True)
class Old:
    """A copy of an old folder, and what opens it."""

    folder: Path
    sealer: Sealer | None

    def reading(self) -> Repository:
        return Repository.reading(self.folder, self.sealer)

    def held(self) -> Repository:
        return Repository(self.folder, new_id=new_id, sealer=self.sealer)


@pytest.fixture(params=["plain", "sealed"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Old:
    folder = tmp_path / "data"
    shutil.copytree(OLD / request.param, folder)
    return Old(folder, KeyFile(folder).unlock(PASSPHRASE) if request.param == "sealed" else None)


@pytest.fixture(scope="module")
def expected() -> dict[str, Any]:
    """What the old program read from its own folders."""
    found: dict[str, Any] = json.loads((OLD / "expected.json").read_text(encoding="utf-8"))
    return found


def told(found: dict[str, Any]) -> dict[str, Any]:
    """Only what is read from the files, without the sheets made of it."""
    return {key: value for key, value in found.items() if key != "texts"}


def changed(found: dict[str, Any]) -> dict[str, Any]:
    """The same with what `test_everything_is_still_there_after_a_change_was_saved` changes."""
    found = json.loads(json.dumps(found))
    found["settings"]["curtain_minutes"] = 3
    for school in found["schools"].values():
        school.update(teacher="juf Elsbeth", revision=school["revision"] + 1)
    for day in found["days"].values():
        day["revision"] += 1
        for talk in day["talks"]:
            talk["points"].append({"text": "erbij", "voice": "teacher", "notes": [], "outlook": "raised"})
    return found


def everything(repository: Repository) -> dict[str, Any]:
    """All that is read from a folder, as the old program listed it."""
    dates, years = repository.dates(), repository.layout.years()
    found = {
        "settings": repository.settings(),
        "days": {str(day): repository.day(day) for day in dates},
        "drafts": {str(day): repository.drafts(day) for day in dates},
        "schools": {str(year): repository.school(year) for year in years},
    }
    plain: dict[str, Any] = json.loads(msgspec.json.encode(found))
    return plain


def lost(before: Any, after: Any, path: str = "") -> list[str]:
    """Every place where something of before is not there after; what is new beside it is no loss."""
    if isinstance(before, dict) and isinstance(after, dict):
        return [
            each
            for key, value in before.items()
            for each in (lost(value, after[key], f"{path}/{key}") if key in after else [f"{path}/{key}"])
        ]
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        pairs = enumerate(zip(before, after, strict=True))
        return [each for n, (one, other) in pairs for each in lost(one, other, f"{path}/{n}")]
    return [] if before == after else [f"{path}: {before!r} became {after!r}"]


def typed(repository: Repository, day: date) -> list[tuple[str, list[str]]]:
    """Of each talk its id and every text somebody typed that its own sheet must show."""
    return [
        (
            talk.id,
            [
                *(each.text for each in talk.points),
                *(note.text for each in talk.points for note in each.notes),
                *(each.text for each in talk.agreements),
                *(each.purpose.rstrip("?") for each in talk.plan.moments),
                *(carer.name for carer in talk.audience if carer.id in talk.presence.carers),
            ],
        )
        for talk in repository.day(day).talks
    ]


def test_it_reads_the_same(old: Old, expected: dict[str, Any]) -> None:
    repository = old.reading()
    assert not lost(told(expected), everything(repository))
    assert repository.previous(DAY) is not None
    assert repository.previous_school(DAY) is not None


def test_every_sheet_and_the_summary_still_tell_what_was_typed(old: Old, expected: dict[str, Any]) -> None:
    repository, t = old.reading(), Translator("nl")
    for day in repository.dates():
        texts = {talk.id: pupil_text(talk, repository.school(day), t) for talk in repository.day(day).talks}
        summary = summary_text(repository.day(day), repository.school(day), t)
        for talk, words in typed(repository, day):
            for line in (line for each in words for line in each.splitlines()):
                assert line in expected["texts"][talk]
                assert line in texts[talk]
                assert line in summary


def test_everything_is_still_there_after_a_change_was_saved(old: Old, expected: dict[str, Any]) -> None:
    with old.held() as repository:
        for year in repository.layout.years():
            school = repository.school(year)
            repository.save_school(year, replace(school, teacher="juf Elsbeth", revision=school.revision + 1))
        for day in repository.dates():
            read = repository.day(day)
            point = AgendaPoint(id=new_id(), voice=Voice.TEACHER, text="erbij")
            talks = tuple(talk.raise_point(point) for talk in read.talks)
            repository.save(replace(read, talks=talks, revision=read.revision + 1))
            repository.keep_drafts(day, repository.drafts(day))
        settings = repository.settings()
        repository.save_settings(replace(settings, curtain_minutes=3))
    assert not lost(told(changed(expected)), everything(old.reading()))


def test_the_backup_it_made_puts_everything_back(old: Old, expected: dict[str, Any]) -> None:
    (kept,) = Layout(old.folder).backups.glob("*.backup")
    with old.held() as repository:
        repository.save(replace(repository.day(DAY), talks=(), revision=99))
        plan = restore.look(archive.read(kept), repository.layout, repository.sealer)
        assert not plan.damaged
        restore.apply(repository, plan, local=EVENING)
    assert not lost(told(expected), everything(old.reading()))


def test_the_recovery_key_of_an_old_folder_opens_it_too(tmp_path: Path, expected: dict[str, Any]) -> None:
    folder = tmp_path / "data"
    shutil.copytree(OLD / "sealed", folder)
    repository = Repository.reading(folder, KeyFile(folder).unlock(RECOVERY_KEY))
    assert not lost(expected["days"], everything(repository)["days"])


def test_an_old_sealed_folder_gets_its_mark_and_then_a_new_key(
    tmp_path: Path, expected: dict[str, Any]
) -> None:
    folder = tmp_path / "data"
    shutil.copytree(OLD / "sealed", folder)
    with Repository(folder, new_id=new_id, sealer=KeyFile(folder).unlock(PASSPHRASE)):
        pass
    assert b'"mac":""' not in (folder / "key").read_bytes()
    assert b'"mac"' in (folder / "key").read_bytes()
    made = renew_data_key(folder, RECOVERY_KEY, "een nieuwe zin")
    found = everything(Repository.reading(folder, made.sealer))
    assert not lost(expected["days"], found["days"])


def test_a_line_it_kept_as_typed_is_offered_once_the_school_tells_the_date(old: Old) -> None:
    repository = old.reading()
    year = repository.school(DAY).year_of(DAY)
    week = Occasion(name="toetsweek", first=date(2027, 1, 18), last=date(2027, 1, 22))
    told = replace(year, occasions=(week,), reports=(*year.reports, Report(number=4, day=date(2027, 4, 9))))
    found = [
        (moment.text, moment.channel, moment.when and moment.when.first_day, moment.purpose)
        for talk in repository.day(DAY).talks
        for offer in offers(talk.plan.moments, DAY, Names(), year, told)
        for moment in offer.taken()
    ]
    assert found == [
        ("bellen week na rapport 4: verslag", Channel.PHONE, date(2027, 4, 12), "verslag"),
        ("week na de toetsweek bellen", Channel.PHONE, date(2027, 1, 25), ""),
    ]


async def test_todays_program_shows_the_day_and_takes_up_the_talk_that_was_running(tmp_path: Path) -> None:
    shutil.copytree(OLD / "plain", tmp_path / "data")
    async with reopened(tmp_path, wall=datetime(2026, 8, 25, 16, 30)) as visit:
        await visit.press("enter")
        assert "Yousef" in visit.text
        assert visit.line == "bellen in no"
        await visit.press("f7", "d")
        assert all(talk.pupil.first_name in visit.text for talk in visit.desk.day.talks)
