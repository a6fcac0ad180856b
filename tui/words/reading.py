"""The live reading of a plan line: what each part says, what is missing, what is assumed."""

from __future__ import annotations

from textual.content import Content

from store.domain.school import School
from store.domain.talk import Talk
from store.export.plan_problems import assumption_words, problem_words, warning_words
from store.export.wording import MomentRow, moment_row
from store.language import Translator
from store.planline.reading import Reading
from tui.widgets.safe_text import joined, literal


def reading_line(reading: Reading, talk: Talk, school: School, t: Translator) -> Content:
    """What was read, on one line; under it what is wrong with it, or what to mind and what was assumed."""
    rows = [moment_row(moment, talk, school, t) for moment in reading.moments]
    read = literal(_read(rows), "$text")
    if reading.errors:
        problem = reading.errors[0]
        why = problem_words(problem.code, dict(problem.values), t, reading.moments[0].when)
        return joined((why, "$warning")) + "\n" + read
    warnings = [warning for moment in reading.moments if moment.when for warning in moment.when.warn]
    mind = [warning_words(warning, t) for warning in dict.fromkeys(warnings)]
    assumed = [assumption_words(each.code, dict(each.values), t) for each in reading.assumed]
    below = joined((", ".join(mind), "$warning"), "; " if mind and assumed else "", "; ".join(assumed))
    return read + "\n" + below


def _read(rows: list[MomentRow]) -> str:
    """The parts in the order when, how, who, what for; of several moments only the dates differ."""
    first = rows[0]
    whens = "  +  ".join(dict.fromkeys(row.when for row in rows))
    return " · ".join(part for part in (whens, first.channel, first.who, first.purpose) if part)
