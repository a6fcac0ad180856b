"""`startgesprek week`: what a week asks for, as plain text. Never locks, never writes."""

from __future__ import annotations

import argparse
import json
from datetime import date
from typing import TYPE_CHECKING

from store.language import Translator
from tui.commands.context import Context, data_refusals
from tui.commands.output import complain_of_days, say
from tui.commands.passphrase import open_repository
from tui.commands.summary import asked_day

if TYPE_CHECKING:
    from tui.commands.parser import Commands


def add(commands: Commands, shared: argparse.ArgumentParser, t: Translator) -> None:
    """Make the command known to the command line."""
    parser = commands.add_parser("week", parents=[shared], help=t("what this week asks for"))
    parser.add_argument("--on", metavar=t("DATE"), help=t("a day in that week; today when left out"))
    parser.add_argument("--json", action="store_true", help=t("as JSON"))


def run(options: argparse.Namespace, context: Context) -> int:
    """Print what is late, due this week and coming, over all days of the school year.

    A day that can't be read is told on stderr; what is on the others is printed all the same.

    Raises:
        UserError: the text is no date (2), or the folder can't be read (1).
    """
    from store.domain.year.due import what_is_due, with_talks
    from store.export.week import due_json, week_text
    from store.files.days_of_year import outlines_of_year, talks_or_damaged, unhurried

    t, repository = context.t, open_repository(context)
    damaged: list[date] = []
    with data_refusals(t):
        on = asked_day(options.on, context, repository)
        school = repository.school(on)
        with unhurried():
            due = what_is_due(outlines_of_year(repository, on, damaged), on, school.year_of(on))
            found = with_talks(due, talks_or_damaged(repository, damaged))
    if options.json:
        say(json.dumps([due_json(each, school, t) for each in found]))
    else:
        say(week_text(found, on, school, t))
    complain_of_days(damaged, t)
    return 0
