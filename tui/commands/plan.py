"""`startgesprek plan LINE|-`: read plan lines and show what was understood."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from store.calendar.school_holidays import default_year
from store.calendar.year_file import UnusableCalendarError, read_calendar
from store.domain.plan import ContactMoment, When
from store.domain.school_year import YEARS, SchoolYear
from store.domain.text import clean
from store.export.plan_problems import assumption_words, problem_words, warning_words
from store.export.wording.moments import channel_of, moment_when, starts_words, without_words
from store.export.wording.people import listed
from store.export.wording.purposes import purpose_words
from store.export.wording.roles import roles_as_typed
from store.language import Translator, mark
from store.planline.read import read_line
from store.planline.reading import LineProblem, Names, Reading
from tui.commands.context import BAD_INPUT, FAILED, Context, UserError
from tui.commands.output import say
from tui.desk.talk.signs import AGREEMENT, GOAL
from tui.words.calendar_file import calendar_words

if TYPE_CHECKING:
    from tui.commands.parser import Commands

DAYPARTS = {"morning": "ochtend", "afternoon": "middag", "evening": "avond"}
"""Parts of the day as the cases call them."""
ROLES = {
    "pupil": mark("pupil"),
    "parents": mark("parents"),
    "teacher": mark("teacher"),
    "support": mark("support"),
}
UNSAID = {"channel": mark("how"), "initiative": mark("who begins")}
INITIATIVES = {
    "teacher": mark("the teacher takes the first step"),
    "parents": mark("the parents take the first step"),
    "pupil": mark("the pupil takes the first step"),
    "either": mark("whoever wants to takes the first step"),
}


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("plan", parents=[shared], help=t("read plan lines"))
    parser.add_argument("line", metavar=t("LINE"), help=t("a plan line, or - for one per line on stdin"))
    parser.add_argument("--on", required=True, metavar=t("DATE"), help=t("the day it is typed on"))
    parser.add_argument("--calendar", type=Path, metavar=t("FILE"), help=t("the school year (TOML)"))
    parser.add_argument(
        "--pupil", action="append", default=[], metavar=t("NAME"), help=t("a name that means the pupil")
    )
    parser.add_argument("--json", action="store_true", help=t("print one JSON object per line"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Read the lines and print what they mean; 2 when one of them can't be kept as it is.

    Raises:
        UserError: the date or the calendar can't be used (2), or the calendar can't be read (1).
    """
    t = context.t
    day = _day(options.on, t)
    year = _year(options.calendar, day, t)
    names = Names(pupil=tuple(clean(name) for name in options.pupil))
    good = True
    for line in _lines(options.line, t):
        reading = _signed(line) or read_line(line, day, year, names)
        good = good and reading.ok
        if options.json:
            say(json.dumps(as_json(reading, t)))
        else:
            say("\n".join(_told(reading, names.pupil, t)))
    return 0 if good else BAD_INPUT


def _signed(line: str) -> Reading | None:
    """Refuse a line that its sign makes an agreement or the goal; a sign twice is a text with it in front."""
    sign = line[:1]
    if sign not in {AGREEMENT, GOAL} or line[1:2] == sign:
        return None
    problem = LineProblem("signed", (("sign", sign),), (0, 1))
    return Reading(line, (ContactMoment(id="", text=line),), (problem,))


def _lines(given: str, t: Translator) -> Iterator[str]:
    """The line itself, or every line of stdin that holds something."""
    if given != "-":
        yield clean(given)
        return
    unread = UserError(t("Nothing could be read from stdin; give the lines by a pipe or a file."))
    if sys.stdin is None:
        raise unread
    reader = sys.stdin.buffer if hasattr(sys.stdin, "buffer") else None
    try:
        text = reader.read().decode("utf-8-sig") if reader else sys.stdin.read()
    except OSError as error:
        raise unread from error
    except UnicodeDecodeError as error:
        raise UserError(t("What came in on stdin is no UTF-8 text; save it as UTF-8.")) from error
    for line in text.split("\n"):
        if (line := clean(line.removesuffix("\r"))).strip():
            yield line


def _day(text: str, t: Translator) -> date:
    try:
        day: date | None = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in YEARS:
        raise UserError(t("'{value}' is not a date; write it as 2026-08-25.", value=text))
    return day


def _year(path: Path | None, day: date, t: Translator) -> SchoolYear:
    if path is None:
        return default_year(day)
    try:
        return read_calendar(path)
    except UnusableCalendarError as error:
        reasons = "; ".join(calendar_words(each, t) for each in error.problems)
        sentence = t("{path} can't be used as a calendar: {reasons}.", path=path, reasons=reasons)
        raise UserError(sentence) from error
    except OSError as error:
        sentence = t("{path} can't be read; check the name and the rights.", path=path)
        raise UserError(sentence, FAILED) from error


# -- JSON ----------------------------------------------------------------------------
def as_json(reading: Reading, t: Translator) -> dict[str, object]:
    """Return one line in the shape that the command line promises."""
    whens = [moment.when for moment in reading.moments]
    unclear = next((when for when in whens if when is not None and when.candidates), None)
    return {
        "line": reading.line,
        "ok": reading.ok,
        "moments": [_moment(moment) for moment in reading.moments],
        "errors": [
            {
                "code": problem.code,
                "message": problem_words(problem.code, dict(problem.values), t, unclear),
                "at": list(problem.at),
            }
            for problem in reading.errors
        ],
        "assumed": [assumption_words(each.code, dict(each.values), t) for each in reading.assumed],
        **({"unsaid": unsaid} if (unsaid := list(_unsaid(reading))) else {}),
    }


def _unsaid(reading: Reading) -> Iterator[str]:
    """Yield what a line that can be kept does not say, and is asked for at the table."""
    if not reading.ok:
        return
    if any(moment.lacks_channel for moment in reading.moments):
        yield "channel"
    if any(moment.directed and moment.initiative is None for moment in reading.moments):
        yield "initiative"


def _moment(moment: ContactMoment) -> dict[str, object]:
    return {
        "channel": moment.channel,
        "when": when_json(moment.when) if moment.when else None,
        "present": list(moment.present),
        "who": list(moment.who),
        "initiative": moment.initiative,
        "purpose": moment.purpose,
        **_told_besides(moment),
    }


def _told_besides(moment: ContactMoment) -> dict[str, object]:
    """Return what not every moment has: who is not there, who starts by name, a condition, a length."""
    found: dict[str, object] = {
        "without": list(moment.without),
        "starter": moment.starter,
        "condition": moment.condition,
        "channel_name": moment.channel_name,
        "minutes": moment.minutes,
        "lasting": moment.lasting,
        "alone": moment.alone,
        "or_else": [{"channel": way.channel, "name": way.name} for way in moment.or_else],
    }
    return {name: value for name, value in found.items() if value}


def when_json(when: When) -> dict[str, object]:
    """Return a *when* in the shape that the command line promises, with its warnings and its anchor."""
    return {**_bare(when), "warn": list(when.warn), "anchor": when.anchor or None}


def _bare(when: When) -> dict[str, object]:
    return {"kind": when.kind, **_days(when), **_choices(when), **_rule(when)}


def _days(when: When) -> dict[str, object]:
    """Return the day, the moment, or the two ends of a period."""
    found: dict[str, object] = {}
    if when.date:
        found["date"] = when.date.isoformat()
    if when.datetime:
        found["datetime"] = when.datetime.isoformat(timespec="minutes")
    if when.kind == "range":
        found["start"] = when.start.isoformat() if when.start else None
        found["end"] = when.end.isoformat() if when.end else None
    elif when.start:
        found["start"] = when.start.isoformat()
    return found


def _choices(when: When) -> dict[str, object]:
    """Return each of several days, what an ambiguous phrase can mean, and what is left out of a rhythm."""
    found = {"items": when.items, "candidates": when.candidates, "left_out": when.left_out}
    return {name: [_bare(each) for each in whens] for name, whens in found.items() if whens}


def _rule(when: When) -> dict[str, object]:
    """Return how often, from when until when, and what is missing or not sure yet."""
    found: dict[str, object] = {
        name: value for name in ("rrule", "per", "missing", "time", "code") if (value := getattr(when, name))
    }
    for name in ("first", "until"):
        if (day := getattr(when, name)) is not None:
            found[name] = day.isoformat()
    if when.times is not None:
        found["times"] = when.times
    if when.nth_school_day:
        found["nth_school_day"] = when.nth_school_day
    if when.tbd:
        found["tbd"] = True
    if when.daypart:
        found["daypart"] = DAYPARTS.get(when.daypart, when.daypart)
    return found


# -- words ---------------------------------------------------------------------------
def _told(reading: Reading, pupils: Collection[str], t: Translator) -> Iterator[str]:
    """Say what was understood: one row per moment, then what is wrong and what was assumed."""
    yield reading.line
    if not reading.errors:
        for moment in reading.moments:
            yield "  " + " · ".join(part for part in moment_parts(moment, t, pupils) if part)
    unclear = next((m.when for m in reading.moments if m.when is not None and m.when.candidates), None)
    for problem in reading.errors:
        yield "  ! " + problem_words(problem.code, dict(problem.values), t, unclear)
    if reading.assumed:
        words = [assumption_words(each.code, dict(each.values), t) for each in reading.assumed]
        yield "  " + t("Assumed: {words}", words="; ".join(words))
    if unsaid := [t(UNSAID[each]) for each in _unsaid(reading)]:
        yield "  " + t("Not said yet: {words}", words=", ".join(unsaid))


def moment_parts(moment: ContactMoment, t: Translator, pupils: Collection[str] = ()) -> tuple[str, ...]:
    """Say when, how, who, whose first step and what for, each in a few words."""
    when = moment_when(moment, t)
    warned = [warning_words(each, t) for each in (moment.when.warn if moment.when else ())]
    people = roles_as_typed(moment, {role: t(word) for role, word in ROLES.items()}, pupils)
    who = without_words(listed(people, t), moment, t)
    first = t(INITIATIVES[moment.initiative]) if moment.initiative else ""
    if moment.starter:
        first = starts_words(moment.starter, t)
    return (
        f"{when} ({', '.join(warned)})" if warned else when,
        channel_of(moment, t),
        who,
        first,
        purpose_words(moment, t),
    )
