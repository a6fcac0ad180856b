"""The live reading of a plan line: what each part says, what is missing, what is assumed."""

from __future__ import annotations

from store.domain.school import School
from store.domain.talk import Talk
from store.export.plan_problems import assumption_words, problem_words, warning_words
from store.export.wording import moment_row
from store.language import Translator
from store.planline.reading import Reading


def reading_line(reading: Reading, talk: Talk, school: School, t: Translator) -> str:
    """Two lines at most: the moments read, and under them what is wrong, to mind, or assumed."""
    moments = []
    for moment in reading.moments:
        row = moment_row(moment, talk, school, t)
        moments.append(" · ".join(part for part in (row.when, row.channel, row.who, row.purpose) if part))
    below = [
        problem_words(problem.code, dict(problem.values), t, reading.moments[0].when)
        for problem in reading.errors[:1]
    ]
    if not below:
        warnings = [w for moment in reading.moments if moment.when for w in moment.when.warn]
        below = [warning_words(warning, t) for warning in dict.fromkeys(warnings)]
        below += [assumption_words(each.code, dict(each.values), t) for each in reading.assumed]
    return "  |  ".join(moments) + "\n" + "; ".join(below)
