"""`startgesprek roster FILE`: a class list or timetable in."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.domain.talk import DEFAULT_MINUTES, Talk
from store.domain.text import clean
from store.export.wording import day_short
from store.language import Translator
from store.roster.merge import different
from store.roster.merge_people import Near
from store.roster.problems import UnusableError
from store.roster.roster import Roster, read_roster
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError, new_id
from tui.commands.output import say
from tui.commands.passphrase import open_repository, someone_types
from tui.commands.refusals import data_refusals
from tui.desk.roster_import import (
    Imported,
    import_file,
    near_words,
    place_words,
    problem_words,
    refusal_words,
)

TOLD = 60
"""How many problems the report spells out; `--json` has them all."""
NAMED = 12
"""How many names a line of the report gives at most."""


def add(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    shared: argparse.ArgumentParser,
    t: Translator,
) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("roster", parents=[shared], help=t("read a class list or timetable"))
    parser.add_argument("file", type=Path, metavar=t("FILE"), help=t("a csv, xlsx, xls or ods file"))
    parser.add_argument("--check", action="store_true", help=t("only look; store nothing"))
    parser.add_argument("--json", action="store_true", help=t("print what was read as JSON"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Read the file, store it unless `--check`, and print what was read; 0 when it could be used.

    Raises:
        UserError: there is nothing in the file to use (2); the app is open, or the data folder can't be
            read or written (1).
    """
    t = context.t
    path: Path = options.file
    imported: Imported | None = None
    try:
        if options.check:
            roster = read_roster(path)
        else:
            imported = _import(path, context, asking=not options.json and someone_types())
            roster = imported.roster
    except UnusableError as error:
        raise UserError(refusal_words(error, path, t), BAD_INPUT) from error
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


def _import(path: Path, context: Context, *, asking: bool) -> Imported:
    t = context.t

    def ask(near: Near) -> bool:
        print(clean(near_words(near, t)), t("[y/n]"), end=" ", file=sys.stderr, flush=True)
        return sys.stdin.readline().strip().casefold()[:1] in {"y", "j"}

    try:
        with data_refusals(t), open_repository(context) as repository:
            return import_file(
                path,
                repository,
                new_id,
                today=context.today(repository),
                same=ask if asking else different,
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
        "slots": [
            {
                "start": slot.start.isoformat(timespec="minutes"),
                "minutes": slot.minutes or DEFAULT_MINUTES,
                "pupil": slot.pupil,
                "carers": list(slot.carers),
                "remark": slot.remark,
            }
            for slot in roster.slots
        ],
        "encoding": roster.encoding,
        "delimiter": roster.delimiter,
        "columns": roster.headers,
        "problems": [
            {"row": problem.row, "column": problem.column, "message": problem_words(problem, t)}
            for problem in roster.problems
        ],
    }


def read_lines(roster: Roster, t: Translator) -> Iterator[str]:
    """Say what was read, for people: how much, who has no talk or more than one, what was not usable."""
    yield from _amount(roster, t)
    yield from _uneven(roster, t)
    if unknown := [header for header, field in roster.headers.items() if field is None]:
        yield t("Columns left out: {columns}", columns=_names(unknown, t))
    if roster.problems:
        yield ""
        yield t("Please look at this:")
    for problem in roster.problems[:TOLD]:
        yield f"  {place_words(problem, t)}: {problem_words(problem, t)}"
    if (more_problems := len(roster.problems) - TOLD) > 0:
        yield "  " + t.n("and {count} more", "and {count} more", more_problems)


def _amount(roster: Roster, t: Translator) -> Iterator[str]:
    """Say how many pupils there are, and how many talks on which days."""
    pupils = t.n("{count} pupil", "{count} pupils", len(roster.pupils))
    talks = t.n("{count} talk", "{count} talks", len(roster.slots))
    per_day = Counter(slot.start.date() for slot in roster.slots)
    if not per_day:
        yield pupils
        return
    days = t.n("{count} day", "{count} days", len(per_day))
    yield t("{pupils}, {talks} on {days}", pupils=pupils, talks=talks, days=days)
    for day, count in sorted(per_day.items()):
        yield f"  {day_short(day, t)}: {t.n('{count} talk', '{count} talks', count)}"


def _uneven(roster: Roster, t: Translator) -> Iterator[str]:
    """Say who has no talk, with the timetable's remark, and who has more than one."""
    remarks = {each.pupil: f" ({each.remark})" for each in roster.waiting if each.remark}
    if without := roster.without_talk:
        names = [roster.pupils[at].full_name + remarks.get(at, "") for at in without]
        yield t.n(
            "{count} pupil without a talk: {names}",
            "{count} pupils without a talk: {names}",
            len(without),
            names=_names(names, t),
        )
    if more := roster.with_more_talks:
        yield t.n(
            "{count} pupil with more than one talk: {names}",
            "{count} pupils with more than one talk: {names}",
            len(more),
            names=_names([f"{roster.pupils[at].full_name} ({count})" for at, count in more.items()], t),
        )


def stored_lines(imported: Imported, t: Translator) -> Iterator[str]:
    """Say what the import changed, and what it left as it was."""
    if imported.changed:
        yield t(
            "Pupils: {new} new, {updated} updated, {unchanged} unchanged.",
            new=imported.pupils.new,
            updated=imported.pupils.updated,
            unchanged=imported.pupils.unchanged,
        )
        yield t(
            "Talks: {new} new, {updated} updated, {unchanged} unchanged.",
            new=imported.talks.new,
            updated=imported.talks.updated,
            unchanged=imported.talks.unchanged,
        )
    else:
        yield t("Nothing has changed: all of this was there already.")
    if imported.left_alone:
        yield t("Already begun, so left as it is: {names}", names=_talks(imported.left_alone, t))
    if imported.gone_talks:
        yield t("Not in this file, but still planned: {names}", names=_talks(imported.gone_talks, t))
    if imported.gone_pupils:
        names = _names([pupil.full_name for pupil in imported.gone_pupils], t)
        yield t("Not in this file, but still in the class list: {names}", names=names)
    for near in imported.near:
        yield near_words(near, t) + " " + t("They are now two.")


def _talks(talks: tuple[Talk, ...], t: Translator) -> str:
    named = (
        (talk.pupil.full_name, day_short(talk.slot.start.date(), t, year=False), f"{talk.slot.start:%H:%M}")
        for talk in talks
    )
    return _names([f"{name} ({day} {time})" for name, day, time in named], t)


def _names(names: list[str], t: Translator) -> str:
    """Names in a row, each on one line whatever is in it, and how many more there are."""
    shown = [" ".join(name.split()) for name in names[:NAMED]]
    more = len(names) - len(shown)
    return ", ".join(shown) + (" " + t.n("and {count} more", "and {count} more", more) if more else "")
