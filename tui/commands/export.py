"""`startgesprek export`: a day as files in a folder. Never locks, leaves the data alone."""

from __future__ import annotations

import argparse
from pathlib import Path

from store.export.formats import EXPORTERS, File, Order
from store.export.paper.languages import ONLY_OURS
from store.files.errors import Trouble, trouble
from store.files.folder_place import synced
from store.files.paths import Layout
from store.language import FAMILY_LANGUAGES, Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.output import complain, say
from tui.commands.summary import read_day
from tui.words.folder_place import COPIED
from tui.words.paper import missing_signs_words

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
        help=t("pupils' first names in calendar titles and in the names of families' files"),
    )
    parser.add_argument(
        "--no-names",
        action="store_true",
        help=t("no first names in the titles of your own calendar either; others may see its screen"),
    )
    parser.add_argument(
        "--sheet-language",
        metavar=t("LANGUAGE"),
        default="",
        help=t(
            "tell sheets and invitations a second time in this language, one of {languages}; by what is"
            " spoken at home when left out",
            languages=", ".join((*FAMILY_LANGUAGES, ONLY_OURS)),
        ),
    )


def run(options: argparse.Namespace, context: Context) -> int:
    """Write the files of each format and print where each is, one by one; a name that is taken gets a number.

    The whole day is for the teacher; calendars, handouts, letters and invitations are for each family.

    Raises:
        UserError: no folder given, or one in the data folder, an unknown format or language, no such day
            (2), or the folder does not take the files (1).
    """
    t = context.t
    if options.to is None:
        raise UserError(t("Say which folder the files go to, with --to DIR."), BAD_INPUT)
    to = context.outside(options.to)
    formats = _formats(options.format, t)
    language = _language(options.sheet_language, t)
    day, school = read_day(options.day, context)
    order = Order(
        day,
        school,
        t,
        context.now(),
        names=options.names and not options.no_names,
        nameless=options.no_names,
        language=language,
    )
    for name in formats:
        for file in EXPORTERS[name](order):
            path = _written(to, file, t)
            say(str(path))
            if file.missing:
                complain(missing_signs_words(path.name, file.missing, t))
    if (risk := synced(to.absolute())) is not None:
        complain(t(COPIED[risk], folder=to))
    if Layout(context.folder).has_key:
        complain(t("These files can be read without the passphrase."))
    return 0


def _written(to: Path, file: File, t: Translator) -> Path:
    from store.export.new_file import write_new

    try:
        return write_new(to, file.stem, file.suffix, file.content)
    except OSError as error:
        sentence = t("Files can't be put in {folder}; choose another one with --to.", folder=to)
        if trouble(error) is Trouble.FULL:
            sentence = t("There is no room in {folder}; choose another one with --to.", folder=to)
        raise UserError(sentence, FAILED) from error


def _language(text: str, t: Translator) -> str:
    """The language of the second column, when one was asked for and we have it."""
    asked = text.strip().lower()
    if asked and asked not in (*FAMILY_LANGUAGES, ONLY_OURS):
        sentence = t(
            "A sheet can't be told in '{language}'; choose from {known}.",
            language=text,
            known=", ".join((*FAMILY_LANGUAGES, ONLY_OURS)),
        )
        raise UserError(sentence, BAD_INPUT)
    return asked


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
