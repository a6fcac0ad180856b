"""`startgesprek roster FILE`: a class list or timetable in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE
from store.domain.text import clean
from store.files.backups.archive import holds_data
from store.language import Translator
from store.roster.problems import UnusableError
from store.roster.roster import roster_from
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError, data_refusals
from tui.commands.output import in_window, say
from tui.commands.passphrase import open_repository, someone_types
from tui.desk.new_id import new_id
from tui.desk.roster.last_import import store_with_way_back
from tui.desk.roster.roster_import import PASTED, Imported, bytes_of, forget_reading, look, look_as_before
from tui.words.roster.changes import stored_lines
from tui.words.roster.reading import doubt_lines, read_lines, refusal_words
from tui.words.roster.who import clash_words, near_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("roster", parents=[shared], help=t("read a class list or timetable"))
    parser.add_argument(
        "file", type=Path, metavar=t("FILE"), help=t("a file of almost any kind, or - to paste")
    )
    parser.add_argument("--check", action="store_true", help=t("only look; store nothing"))
    parser.add_argument("--yes", action="store_true", help=t("store it, also when it leaves questions open"))
    parser.add_argument(
        "--anew", action="store_true", help=t("read it by itself; forget how one of its kind was put right")
    )
    parser.add_argument("--json", action="store_true", help=t("print what was read as JSON"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Read the file, store it unless `--check`, and print what was read; 0 when it could be used.

    Somebody at a terminal looks at it first and says yes or no. Elsewhere a file that leaves questions open
    is only stored with `--yes`.

    Raises:
        UserError: there is nothing in the file to use, or nobody said what is meant (2); the app is open, or
            the data folder can't be read or written (1).
    """
    t = context.t
    path: Path = options.file
    if holds_data(path):
        from tui.commands.pupils.colleague import merge

        return merge(path, options, context)
    asking = not (options.check or options.json or options.yes or str(path) == PASTED) and someone_types()
    try:
        imported = (
            _compare(path, context, anew=options.anew)
            if options.check
            else _import(path, context, asking=asking, yes=options.yes, anew=options.anew)
        )
    except UnusableError as error:
        raise UserError(refusal_words(error, path, t), BAD_INPUT) from error
    if not (options.check or imported.stored or asking):
        raise UserError("\n".join(_questions(imported, t)), BAD_INPUT)
    if options.json:
        from tui.words.roster.as_json import as_json

        say(json.dumps(as_json(imported, t), indent=2))
    elif imported.stored:
        say(
            in_window(
                "\n".join([*_before(imported, t, asking=asking), *stored_lines(imported, t)]), sys.stdout
            )
        )
    else:
        told = [*(_checked(imported, t) if options.check else ()), t("Nothing was stored.")]
        say(in_window("\n".join(told), sys.stdout))
    return 0


def _before(looked: Imported, t: Translator, *, asking: bool) -> Iterator[str]:
    """Say what was read of a file that nobody looked at first, or why whoever types was asked nothing."""
    if asking:
        if not looked.changed:
            yield t("There was nothing to ask: this file would change nothing.")
        return
    if looked.as_before:
        yield t("Read like the last file of this kind, as you put it right then.")
    yield from read_lines(looked.roster, t)
    yield ""


def _checked(looked: Imported, t: Translator) -> Iterator[str]:
    """Say all there is to see of a file, with the questions that it would ask."""
    from tui.words.roster.look import look_lines

    yield from look_lines(looked, t)
    yield from ("  " + near_words(near, t) for near in looked.near)
    yield ""


def _questions(looked: Imported, t: Translator) -> Iterator[str]:
    """Yield what is to be answered before anything is stored."""
    yield t("Nothing was stored, because this is not sure; look at it, and add --yes if it is right:")
    yield from (clean(line) for line in doubt_lines(looked.roster, t))
    for near in looked.near:
        yield "  " + clean(near_words(near, t))
    for clash in looked.clashes:
        yield "  " + clean(clash_words(clash, t))


def _compare(path: Path, context: Context, *, anew: bool) -> Imported:
    """Say what the file would change; without a lock and without writing."""
    today = context.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
    data = bytes_of(path)
    with data_refusals(context.t):
        repository = open_repository(context)
        if anew:
            return look(roster_from(data, today=today), repository, new_id, today=today)
        return look_as_before(data, repository, new_id, today=today)


def _import(path: Path, context: Context, *, asking: bool, yes: bool, anew: bool) -> Imported:
    """Store the file, when nobody has to be asked or when those who are asked say so."""
    t = context.t
    try:
        with data_refusals(t), open_repository(context) as repository:
            today = context.today(repository)
            data = bytes_of(path)
            repository.finish_moves()
            if anew:
                forget_reading(data, repository)
            if asking:
                from tui.commands.pupils.roster_questions import asked

                return asked(data, repository, today, t)
            looked = look_as_before(data, repository, new_id, today=today)
            agreed = yes or not looked.doubtful
            return store_with_way_back(repository, looked) if agreed else looked
    except KeyboardInterrupt as error:
        raise UserError(t("Stopped halfway; read the file again to go on."), FAILED) from error
