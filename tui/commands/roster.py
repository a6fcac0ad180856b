"""`startgesprek roster FILE`: a class list or timetable in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE
from store.domain.talk import DEFAULT_MINUTES
from store.domain.text import clean
from store.language import Translator
from store.roster.merge import different
from store.roster.merge_people import Near
from store.roster.problems import UnusableError
from store.roster.roster import Roster
from store.roster.timetable import RosterSlot
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError, data_refusals
from tui.commands.output import say
from tui.commands.passphrase import open_repository, someone_types
from tui.desk.new_id import new_id
from tui.desk.setup.roster_import import PASTED, Imported, import_file, read
from tui.words.roster.reading import (
    doubt_lines,
    doubt_words,
    near_words,
    problem_words,
    read_lines,
    refusal_words,
    stored_lines,
)


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("roster", parents=[shared], help=t("read a class list or timetable"))
    parser.add_argument(
        "file", type=Path, metavar=t("FILE"), help=t("a file of almost any kind, or - to paste")
    )
    parser.add_argument("--check", action="store_true", help=t("only look; store nothing"))
    parser.add_argument("--yes", action="store_true", help=t("store it, also when it leaves questions open"))
    parser.add_argument("--json", action="store_true", help=t("print what was read as JSON"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Read the file, store it unless `--check`, and print what was read; 0 when it could be used.

    A file that leaves questions open is only stored with `--yes`, or by somebody who says so.

    Raises:
        UserError: there is nothing in the file to use, or nobody said what is meant (2); the app is open, or
            the data folder can't be read or written (1).
    """
    t = context.t
    path: Path = options.file
    imported: Imported | None = None
    try:
        if options.check:
            roster = read(path, context.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date())
        else:
            asking = not options.json and str(path) != PASTED and someone_types()
            imported = _import(path, context, asking=asking, yes=options.yes)
            roster = imported.roster
    except UnusableError as error:
        raise UserError(refusal_words(error, path, t), BAD_INPUT) from error
    if imported and imported.doubtful:
        raise UserError("\n".join(_questions(roster, t)), BAD_INPUT)
    if options.json:
        say(json.dumps(as_json(roster, t), indent=2))
        return 0
    lines = [
        *read_lines(roster, t),
        "",
        *(stored_lines(imported, t) if imported else [t("Nothing was stored.")]),
    ]
    say("\n".join(lines))
    return 0


def _questions(roster: Roster, t: Translator) -> Iterator[str]:
    """Give what is to be answered before anything is stored."""
    yield t("Nothing was stored, because this is not sure; look at it, and add --yes if it is right:")
    yield from (clean(line) for line in doubt_lines(roster, t))


def _import(path: Path, context: Context, *, asking: bool, yes: bool) -> Imported:
    t = context.t

    def answered(question: str) -> bool:
        print(clean(question), t("[y/n]"), end=" ", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().casefold()[:1] in {"y", "j"}

    def ask(near: Near) -> bool:
        return answered(near_words(near, t))

    def sure(roster: Roster) -> bool:
        if yes or not asking:
            return yes
        print("\n".join(clean(line) for line in read_lines(roster, t)), file=sys.stderr)
        return answered(t("Store it as it is read here?"))

    try:
        with data_refusals(t), open_repository(context) as repository:
            return import_file(
                path,
                repository,
                new_id,
                today=context.today(repository),
                same=ask if asking else different,
                sure=sure,
            )
    except KeyboardInterrupt as error:
        raise UserError(t("Stopped halfway; read the file again to go on."), FAILED) from error


def as_json(roster: Roster, t: Translator) -> dict[str, object]:
    """Give what was read in the shape that the command line promises."""
    return {
        "pupils": [
            {
                "number": pupil.number or None,
                "first_name": pupil.first_name,
                "infix": pupil.infix,
                "last_name": pupil.last_name,
                "group": pupil.group,
                "birth_date": pupil.birth_date.isoformat() if pupil.birth_date else None,
                "carers": [
                    {"name": carer.name, "email": carer.email, "phone": carer.phone} for carer in pupil.carers
                ],
                "home_language": pupil.home_language,
                "interpreter": pupil.interpreter,
            }
            for pupil in roster.pupils
        ],
        "slots": [_slot_json(slot) for slot in roster.slots],
        "encoding": roster.encoding,
        "delimiter": roster.delimiter,
        "columns": roster.headers,
        "problems": [
            {"row": problem.row, "column": problem.column, "message": problem_words(problem, t)}
            for problem in roster.problems
        ],
        "doubts": [
            {"row": doubt.row, "column": doubt.column, "message": doubt_words(doubt, t)}
            for doubt in roster.doubts
        ],
    }


def _slot_json(slot: RosterSlot) -> dict[str, object]:
    return {
        "start": slot.start.isoformat(timespec="minutes"),
        "minutes": slot.minutes or DEFAULT_MINUTES,
        "pupil": slot.pupil,
        "carers": list(slot.carers),
        "remark": slot.remark,
        "siblings": [child.pupil for child in slot.siblings],
        "teacher": slot.teacher,
        "place": slot.place,
        "interpreter": slot.interpreter,
        "points_of_parents": list(slot.parent_points),
        "points_of_pupil": list(slot.pupil_points),
    }
