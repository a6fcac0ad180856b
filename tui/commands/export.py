"""`startgesprek export`: a day as files in a folder. Never locks, leaves the data alone."""

from __future__ import annotations

import argparse
from pathlib import Path

from store.export.formats import EXPORTERS, Order, Sheet
from store.files.errors import Trouble, trouble
from store.files.paths import Layout
from store.language import Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.output import complain, say
from tui.commands.summary import read_day

DEFAULT = "md"


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("export", parents=[shared], help=t("a day as files in a folder"))
    parser.add_argument("--day", metavar=t("DATE"), help=t("the day, as 2026-08-25; today when left out"))
    parser.add_argument("--to", type=Path, metavar=t("DIR"), help=t("the folder for the files"))
    parser.add_argument(
        "--format",
        default=DEFAULT,
        metavar=t("FORMATS"),
        help=t("one or more of {formats}, with commas between", formats=", ".join(EXPORTERS)),
    )
    parser.add_argument(
        "--names",
        action="store_true",
        help=t("pupils' first names in calendar titles and in the names of families' calendars"),
    )


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the files of each format and print where each is; a name that is taken gets a number.

    As a calendar there is one file with every moment, for the teacher, and one for each family.

    Raises:
        UserError: no folder given, or one in the data folder, an unknown format, no such day (2), or the
            folder does not take the files (1).
    """
    t = context.t
    if options.to is None:
        raise UserError(t("Say which folder the files go to, with --to DIR."), BAD_INPUT)
    to = context.outside(options.to)
    formats = _formats(options.format, t)
    day, school = read_day(options.day, context)
    order = Order(day, school, t, context.now(), names=options.names)
    sheets = [(name, sheet) for name in formats for sheet in EXPORTERS[name](order)]
    for name, sheet in sheets:
        say(str(_written(to, name, sheet, t)))
    if Layout(context.folder).has_key:
        complain(t("These files can be read without the passphrase."))
    return 0


def _written(to: Path, suffix: str, sheet: Sheet, t: Translator) -> Path:
    from store.export.new_file import write_new

    try:
        return write_new(to, sheet.stem, suffix, sheet.content)
    except OSError as error:
        sentence = t("Files can't be put in {folder}; choose another one with --to.", folder=to)
        if trouble(error) is Trouble.FULL:
            sentence = t("There is no room in {folder}; choose another one with --to.", folder=to)
        raise UserError(sentence, FAILED) from error


def _formats(text: str, t: Translator) -> tuple[str, ...]:
    """The formats asked for, each once and in order, all of them known."""
    asked = tuple(dict.fromkeys(name for each in text.split(",") if (name := each.strip().lower())))
    unknown = [name for name in asked if name not in EXPORTERS]
    if unknown or not asked:
        sentence = t(
            "There is no export as '{formats}'; choose from {known}.",
            formats=", ".join(unknown) or text,
            known=", ".join(EXPORTERS),
        )
        raise UserError(sentence, BAD_INPUT)
    return asked
