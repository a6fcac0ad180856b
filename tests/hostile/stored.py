"""Through the data folder: files, sealed files, drafts, undo, backups and last year's talk. Exact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from itertools import count
from pathlib import Path

from store.domain.draft import Draft
from store.domain.settings import Settings
from store.domain.year.last_year import last_talk
from store.files.envelope import Sealer
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.files.sealing.passphrase import plain
from tests.hostile.command import said
from tests.hostile.families import DAY, day_of, family, school_of
from tests.hostile.judge import Harm, Record, Way, batches

LAST_YEAR = date(2025, 8, 26)
CHEAP = Cost(passes=1, kib=8, lanes=1)
"""What a passphrase is worth is tried elsewhere; here there are hundreds of them."""


def ways() -> Iterator[Way]:
    """Each way through the store."""
    yield Way("write, read", partial(through, None))
    yield Way("write, read, sealed", partial(through, "geheim"))
    yield Way("draft", _drafts)
    yield Way("undo, stored", _undo)
    yield Way("backup, restore", _restored)
    yield Way("last year", _last_year)
    yield Way("passphrase", _passphrases)


def opened(folder: Path, sealer: Sealer | None = None) -> Repository:
    """The real repository."""
    numbers = count()
    return Repository(folder, new_id=lambda: f"id-{next(numbers)}", sealer=sealer)


def through(passphrase: str | None, record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Written by one repository, read by another: sealed when there is a passphrase."""
    data = folder / "data"
    sealer = None
    if passphrase:
        data.mkdir()
        sealer = KeyFile(data, cost=CHEAP).create(passphrase).sealer
    day, school = day_of(texts), school_of(texts)
    settings = Settings(backup_folder=texts[0], asked=tuple(texts))
    with opened(data, sealer) as repository:
        repository.save_school(DAY, school)
        repository.save(day)
        repository.save_settings(settings)
    again = Repository.reading(data, sealer)
    for wrote, read in zip(day.talks, again.day(DAY).talks, strict=True):
        record.same("talk", wrote.remark, wrote, read)
    for kept, found in zip(day.steps, again.day(DAY).steps, strict=True):
        record.same("step", kept.line, kept, found)
    for pupil, listed in zip(school.pupils, again.school(DAY).pupils, strict=True):
        record.same("class list", pupil.first_name, pupil, listed)
    record.same("school", "", school, again.school(DAY))
    record.same("settings", "", settings, again.settings())


def _drafts(record: Record, folder: Path, texts: Sequence[str]) -> None:
    drafts = tuple(Draft(talk=f"t{at}", number=4, place=text, text=text) for at, text in enumerate(texts))
    with opened(folder / "data") as repository:
        repository.save(day_of(texts))
        repository.keep_drafts(DAY, drafts)
    for kept, found in zip(drafts, Repository.reading(folder / "data").drafts(DAY), strict=True):
        record.same("draft", kept.text, kept, found)


def _undo(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A step that was read back from the disk leads to exactly what was before it."""
    for some in batches(texts, 40):
        with opened(folder / "data") as repository:
            repository.save(day_of(some))
            day = repository.day(DAY)
        for step, text in zip(reversed(day.steps), reversed(some), strict=True):
            record.same("line of a step", text, text, step.line)
            talk = day.undo(step).talk(step.talk)
            record.same("undone", text, (), talk.points if talk else None)


def _restored(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """By the command: a backup put back, the other way round too, and nothing outside the folder."""
    day, school = day_of(texts), school_of(texts)
    with opened(folder / "data") as repository:
        repository.save_school(DAY, school)
        repository.save(day)
        backup = _backup(repository)
        repository.save(replace(day, talks=day.talks[:1]))
    arguments = ("restore", "--data", "data", "--now", "2026-08-25T12:55", str(backup))
    for more in ((), ("--yes",)):
        answer = said(*arguments, *more, cwd=folder)
        record.harmless("restore", "", answer.out + answer.err)
        record.same("restore", "", 0, answer.code)
    for wrote, read in zip(day.talks, Repository.reading(folder / "data").day(DAY).talks, strict=True):
        record.same("restored", wrote.remark, wrote, read)
    record.same("restored", "", school, Repository.reading(folder / "data").school(DAY))


def _backup(repository: Repository) -> Path:
    from store.files.backups import archive, backup

    path = repository.layout.backups / "startgesprek-2026-08-25.backup"
    held = archive.collect(repository.layout, datetime(2026, 8, 25, 10).astimezone())
    backup.write(repository, path, held)
    return path


def _last_year(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """What F6 finds: the same family's lines of last year, whatever they are called."""
    earlier = tuple(
        replace(family(text, at), id=f"old{at}", slot=replace(family(text, at).slot, start=_then(at)))
        for at, text in enumerate(texts)
    )
    with opened(folder / "data") as repository:
        repository.save(replace(day_of(()), date=LAST_YEAR, talks=earlier))
    stored = Repository.reading(folder / "data").day(LAST_YEAR)
    for at, text in enumerate(texts):
        found = last_talk(family(text, at), [stored])
        record.same("last year", text, text, found.plan.moments[0].text if found else None)


def _then(at: int) -> datetime:
    return datetime(2025, 8, 26, 8, at % 60, at // 60)


def _passphrases(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Each opens what it sealed, and no other does. Only one of nothing but blanks is refused."""
    for at, text in enumerate(texts):
        place = folder / str(at)
        place.mkdir()
        with record.attempt("passphrase", text):
            try:
                made = KeyFile(place, cost=CHEAP).create(text)
            except ValueError:
                record.same("refused", text, "", plain(text).strip())
                continue
            record.same("opened", text, made.sealer.key, KeyFile(place).unlock(text).key)
            if _opens(KeyFile(place, cost=CHEAP), f"{text}x"):
                record.add(Harm.EXECUTED, "another passphrase", text)


def _opens(key_file: KeyFile, secret: str) -> bool:
    from store.files.errors import WrongPassphrase

    try:
        key_file.unlock(secret)
    except WrongPassphrase:
        return False
    return True
