"""Read the command line and run what it asks for."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE, YEARS
from store.files.paths import Layout
from store.files.typed_path import typed_path
from store.language import DEFAULT, LANGUAGES, Translator
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.output import OutputError, complain, output_words, say
from tui.commands.parser import UsageError, speaking
from tui.desk.kinds.decks import Decks

COMMANDS = (
    "demo",
    "roster",
    "plan",
    "summary",
    "week",
    "export",
    "school",
    "practice",
    "check",
    "restore",
    "about",
    "forget",
    "purge",
    "seal",
)


class _Version(argparse.Action):
    """Says the version; looked up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib import metadata

        say(f"startgesprek {metadata.version('startgesprek')}")
        parser.exit()


def system_time() -> datetime:
    """Return the time of the computer, in UTC."""
    return datetime.now(UTC)


def run(arguments: Sequence[str], system: Callable[[], datetime] = system_time) -> int:
    """Run the command line and return the exit code: 0, 1 (failed) or 2 (bad input).

    `system` gives the time in UTC; it may jump, as when a computer slept or its clock was set.
    """
    t = Translator(_language(arguments))
    try:
        if sys.stdout is None:
            raise OutputError
        options = _read(arguments, t)
        folder = _folder(options.data, t)
        t = t.knowing(Decks(Layout(folder).decks).called)
        context = Context(
            folder=folder,
            now=_clock(options.now, system, t),
            t=t,
            rehearsal=options.now is not None,
            passphrase_file=options.passphrase_file,
            given=_given(options),
        )
        name = f"tui.commands.{options.command or 'open'}"
        code: int = importlib.import_module(name).run(options, context)
    except UsageError as error:
        complain(error.sentence)
        return BAD_INPUT
    except UserError as error:
        complain(error.sentence)
        return error.exit_code
    except OutputError as error:
        if error.read_enough:
            return 0
        complain(output_words(error, t))
        return FAILED
    return code


def answer(arguments: Sequence[str], system: Callable[[], datetime] = system_time) -> int:
    """Run as `run`, and say whatever nobody thought of in one sentence too, without anything about people."""
    t = Translator(_language(arguments))
    try:
        return run(arguments, system)
    except KeyboardInterrupt:
        complain(t("Stopped; it was not finished."))
    except Exception as error:  # noqa: BLE001 - what it says may quote what somebody wrote, so only where it is
        gone = t("The folder you are in is gone; go to another one and try again.")
        complain(gone if _astray() else _unthought(error, t))
    return FAILED


def _astray() -> bool:
    """Return whether the folder that every relative path begins in was deleted meanwhile."""
    try:
        Path.cwd()
    except FileNotFoundError:
        return True
    return False


def _unthought(error: Exception, t: Translator) -> str:
    """The kind of an error and the line it comes from, for whoever has to mend it; not what it says."""
    from traceback import extract_tb

    frames = extract_tb(error.__traceback__)
    last = f" {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return t(
        "This went wrong in a way nobody thought of ({where}); 'startgesprek check' may say more.",
        where=f"{type(error).__name__}{last}",
    )


def _read(arguments: Sequence[str], t: Translator) -> argparse.Namespace:
    """The options and the command. Options may stand before or after the command."""
    parser_class = speaking(t)
    shared = parser_class(prog="startgesprek", add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--data", metavar="DIR", help=t("the data folder"))
    shared.add_argument("--now", metavar="ISO", help=t("the moment the clock starts at, for rehearsal"))
    shared.add_argument("--language", choices=LANGUAGES, help=t("nl or en"))
    shared.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help=t("read the passphrase from here")
    )
    shared.add_argument("--version", action=_Version, nargs=0, help=t("say which version this is"))
    parser = parser_class(
        prog="startgesprek", description=t("A companion during start talks at school."), parents=[shared]
    )
    # no defaults on the parser: those of a command's own would undo what stood before the command
    none = argparse.Namespace(data=None, now=None, language=None, passphrase_file=None, command=None)
    rest = shared.parse_known_args(list(arguments))[1]
    if not rest:
        return parser.parse_args(list(arguments), none)
    commands = parser.add_subparsers(dest="command", title=t("commands"), metavar=t("COMMAND"))
    for name in [name for name in COMMANDS if name in rest] or COMMANDS:
        importlib.import_module(f"tui.commands.{name}").add(commands, shared, t)
    return parser.parse_args(list(arguments), none)


def _language(arguments: Sequence[str]) -> str:
    """The language asked for, before anything can be said in it."""
    for at, each in enumerate(arguments):
        value = each.partition("=")[2] if "=" in each else next(iter(arguments[at + 1 : at + 2]), "")
        if each.partition("=")[0] == "--language" and value in LANGUAGES:
            return value
    return DEFAULT


def _folder(given: str | None, t: Translator) -> Path:
    """The data folder: the one given, else the platform's own place for local data."""
    if given == "":
        # a path would take it for the working folder
        raise UserError(t("No folder was given with --data; name one, or leave --data out."), BAD_INPUT)
    if given is not None:
        return typed_path(given)
    import platformdirs

    return Path(platformdirs.user_data_dir("startgesprek", appauthor=False, roaming=False))


def _given(options: argparse.Namespace) -> tuple[str, ...]:
    """The options that say which data is meant and how to open it."""
    named = (("--data", options.data), ("--passphrase-file", options.passphrase_file))
    return tuple(word for name, value in named if value is not None for word in (name, str(value)))


def _clock(start: str | None, system: Callable[[], datetime], t: Translator) -> Callable[[], datetime]:
    """The time in UTC; with `--now` it starts there and ticks on."""
    if start is None:
        return system
    try:
        moment: datetime | None = datetime.fromisoformat(start)
    except ValueError:
        moment = None
    if moment is None or moment.year not in YEARS:
        sentence = t("'{value}' is not a moment; write it as 2026-08-25T12:55.", value=start)
        raise UserError(sentence, BAD_INPUT)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=ZoneInfo(DEFAULT_ZONE))
    offset: timedelta = moment.astimezone(UTC) - system()
    return lambda: system() + offset
