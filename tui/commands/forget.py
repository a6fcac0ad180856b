"""`startgesprek forget NAME`: delete one pupil, with a preview first (issue 3, privacy by design)."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from store.domain.access import named_in
from store.export.wording import day_short
from store.files.erase import Erased, forget
from store.files.errors import AnotherInstance, FilesError
from store.files.repository import Repository
from store.language import Translator
from tui.commands.backups import still_holding, today_of
from tui.commands.context import FAILED, Context, UserError
from tui.commands.open import exports_folder
from tui.commands.passphrase import open_repository
from tui.commands.people import Found, find
from tui.commands.summary import say
from tui.failures import file_words


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("forget", parents=[shared], help=t("delete one pupil from everything"))
    parser.add_argument(
        "pupil",
        metavar=t("PUPIL"),
        help=t("number or name, as in the class list; a number leaves no name behind in the terminal"),
    )
    parser.add_argument("--yes", action="store_true", help=t("do it; without this it only shows"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Show what would be deleted, and with `--yes` delete it.

    Raises:
        UserError: no such pupil (2); the app is open, or something can't be read or written (1).
    """
    t = context.t
    repository = open_repository(context)
    try:
        if not options.yes:
            found = find(repository, options.pupil, t)
            say("\n".join(_preview(found, repository, context, exports_folder(options, context))))
            return 0
        with repository:
            found = find(repository, options.pupil, t)
            erased = forget(repository, found.ids)
            say("\n".join(_done(found, erased, repository, context, exports_folder(options, context))))
    except AnotherInstance as error:
        sentence = t("Startgesprek is already open on this folder; close it and try again.")
        raise UserError(sentence, FAILED) from error
    except FilesError as error:
        raise UserError(file_words(error, t), FAILED) from error
    return 1 if erased.unread else 0


def ssd_words(repository: Repository, t: Translator) -> str:
    """What deleting does not do (issue 3: an honest word)."""
    if repository.sealer.name == "plain":
        return t(
            "What was deleted can stay in unused parts of an SSD or stick until those are written again; "
            "with a passphrase only unreadable text would."
        )
    return t("What was deleted can stay in unused parts of an SSD or stick, but only sealed.")


def _preview(found: Found, repository: Repository, context: Context, exports: Path) -> Iterator[str]:
    t, today = context.t, today_of(repository, context)
    yield t("To be deleted: {name}", name=found.pupil.full_name)
    for day in found.days:
        talks = [talk for talk in day.talks if talk.pupil.id in found.ids]
        if talks:
            count = t.n("{count} talk", "{count} talks", len(talks))
            yield f"  {day_short(day.date, t)}: {count}"
    yield "  " + t("the class list, previous generations, undo steps and half-typed lines")
    yield from _elsewhere(found, t)
    yield from still_holding(repository, found.ids, today, t, deleting=True)
    yield from _not_searched(repository, exports, t)
    again = context.again("forget", "--yes", about=found.handle)
    yield t("Nothing was deleted. To do it: {command}", command=again)


def _done(
    found: Found, erased: Erased, repository: Repository, context: Context, exports: Path
) -> Iterator[str]:
    t, today = context.t, today_of(repository, context)
    yield t.n(
        "Deleted, from the class list and from {count} day.",
        "Deleted, from the class list and from {count} days.",
        len(erased.days),
    )
    for path in erased.unread:
        yield t("{path} can't be read and may hold this pupil; delete it if it can go.", path=path)
    yield from _elsewhere(found, t)
    yield from still_holding(repository, found.ids, today, t, deleting=True)
    yield from _not_searched(repository, exports, t)
    yield ssd_words(repository, t)


def _elsewhere(found: Found, t: Translator) -> Iterator[str]:
    """Where the first name stands in what other families said: only a person can judge that."""
    talks = named_in(found.pupil, found.days)
    if talks:
        yield t.n(
            "The name also stands in {count} talk of another pupil, which stays as it is:",
            "The name also stands in {count} talks of other pupils, which stay as they are:",
            len(talks),
        )
        for talk in talks:
            yield f"  {day_short(talk.slot.start.date(), t)} {talk.slot.start:%H:%M} {talk.pupil.full_name}"


def _not_searched(repository: Repository, exports: Path, t: Translator) -> Iterator[str]:
    """What is not the program's own to search: files that something else put there, and exported ones."""
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
