"""`startgesprek forget NAME`: delete one pupil, with a preview first."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from store.domain.access import named_in
from store.export.wording.days import day_short
from store.export.wording.people import pupils_words
from store.files.deletion.erase import Erased, forget, unread_about
from store.files.repository import Repository
from store.language import Translator
from tui.commands.context import FAILED, Context, data_refusals
from tui.commands.open import exports_folder
from tui.commands.output import say
from tui.commands.passphrase import open_repository
from tui.commands.pupils.backups import still_holding
from tui.commands.pupils.find_pupil import FoundPupil, add_pupil, find
from tui.words.deletion import ssd_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("forget", parents=[shared], help=t("delete one pupil from everything"))
    add_pupil(parser, t)
    parser.add_argument("--yes", action="store_true", help=t("do it; without this it only shows"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Show what would be deleted, and with `--yes` delete it; 1 when files could not be read, else 0.

    Raises:
        UserError: no such pupil (2); the app is open, or something can't be read or written (1).
    """
    t = context.t
    repository, exports = open_repository(context), exports_folder(options, context)
    with data_refusals(t):
        if options.yes:
            with repository:
                found = find(repository, options.pupil, t)
                beyond = tuple(_beyond(found, repository, context, exports))
                erased = forget(repository, found.ids)
            unread = erased.unread
            lines = [*_done(erased, found, repository, context), *beyond, ssd_words(repository, t)]
        else:
            found = find(repository, options.pupil, t)
            unread = unread_about(repository, found.ids)
            again = context.again("forget", "--yes", about=found.handle)
            lines = [
                *_preview(found, t),
                *_unread(unread, repository, context),
                *_beyond(found, repository, context, exports),
                t("Nothing was deleted. To do it: {command}", command=again),
            ]
    say("\n".join(lines))
    return FAILED if unread else 0


def _preview(found: FoundPupil, t: Translator) -> Iterator[str]:
    yield t("To be deleted: {name}", name=found.pupil.full_name)
    for day in found.days:
        talks = [talk for talk in day.talks if talk.about(found.ids)]
        if talks:
            count = t.n("{count} talk", "{count} talks", len(talks))
            yield f"  {day_short(day.date, t)}: {count}"
    yield "  " + t("the class list, previous generations, undo steps and half-typed lines")


def _done(erased: Erased, found: FoundPupil, repository: Repository, context: Context) -> Iterator[str]:
    t, days = context.t, len(erased.days)
    if erased.kept:
        yield t.n("Deleted from {count} day.", "Deleted from {count} days.", days)
    else:
        yield t.n(
            "Deleted, from the class list and from {count} day.",
            "Deleted, from the class list and from {count} days.",
            days,
        )
    yield from _unread(erased.unread, repository, context)
    if erased.kept:
        yield t(
            "So the class list was left as it is. Once that is put right, ask again: {command}",
            command=context.again("forget", "--yes", about=found.handle),
        )


def _unread(paths: Iterable[Path], repository: Repository, context: Context) -> Iterator[str]:
    """The files that nobody can search, and what to do about each."""
    t = context.t
    for path in paths:
        if repository.layout.place(path) is None:
            yield t("{path} can't be read and may hold this pupil; delete it if it can go.", path=path)
        else:
            yield t(
                "{path} can't be searched and may hold this pupil; what to do: {command}",
                path=path,
                command=context.again("check"),
            )


def _beyond(found: FoundPupil, repository: Repository, context: Context, exports: Path) -> Iterator[str]:
    """Say what deleting does not reach."""
    today = context.today(repository)
    yield from _elsewhere(found, context.t)
    yield from still_holding(repository, found.ids, today, context.t, deleting=True)
    yield from _not_searched(repository, exports, context.t)


def _elsewhere(found: FoundPupil, t: Translator) -> Iterator[str]:
    """Find the first name in what other families said: only a person can judge that."""
    talks = named_in(found.pupil, found.days)
    if talks:
        yield t.n(
            "The name also stands in {count} talk of another pupil, which stays as it is:",
            "The name also stands in {count} talks of other pupils, which stay as they are:",
            len(talks),
        )
        for talk in talks:
            yield f"  {day_short(talk.slot.start.date(), t)} {talk.slot.start:%H:%M} {pupils_words(talk, t)}"


def _not_searched(repository: Repository, exports: Path, t: Translator) -> Iterator[str]:
    """Name what is not ours to search: files that something else put there, and exported ones."""
    for path in repository.layout.strangers():
        yield t("{path} is not Startgesprek's own and was not searched; look whether it can go.", path=path)
    if count := sum(path.is_file() for path in exports.rglob("*")):
        yield t.n(
            "{count} exported file in {folder} was not searched either, nor what you put elsewhere.",
            "{count} exported files in {folder} were not searched either, nor what you put elsewhere.",
            count,
            folder=exports,
        )
    else:
        yield t("Exported files are not searched; look yourself where you put them.")
