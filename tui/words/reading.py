"""The live reading of a plan line: what each part says, what is missing, what is assumed."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.school import School
from store.domain.talk import Talk
from store.domain.year.ages import ages_in
from store.export.plan_problems import assumption_words, problem_words, warning_words
from store.export.wording.explained import explanation
from store.export.wording.moments import MomentRow, moment_row
from store.export.wording.people import parents_words, who_teaches_words
from store.language import Translator
from store.planline.reading import Assumption, Reading

_WHO_IS_THERE = ("parents_and_teacher", "with_parents")

Piece = str | tuple[str, str]
"""A piece of text, or one with a style."""


def lines_words(readings: Sequence[Reading], talk: Talk, school: School, t: Translator) -> tuple[Piece, ...]:
    """Return what each of several lines was read as, one under the other."""
    pieces: list[Piece] = []
    for reading in readings:
        pieces += ("\n" if pieces else "", *reading_words(reading, talk, school, t))
    return tuple(pieces)


def reading_words(reading: Reading, talk: Talk, school: School, t: Translator) -> tuple[Piece, ...]:
    """Return what was read, and above it what is wrong, or under it what to mind and what was assumed."""
    rows = [moment_row(moment, talk, school, t) for moment in reading.moments]
    read = (_read(rows), "$text")
    if reading.errors:
        problem = reading.errors[0]
        why = problem_words(problem.code, dict(problem.values), t, reading.moments[0].when)
        return (why, "$warning"), "\n", read
    warnings = [warning for moment in reading.moments if moment.when for warning in moment.when.warn]
    mind = [warning_words(warning, t) for warning in dict.fromkeys(warnings)]
    parents = parents_words(talk, t, short=True)
    teacher = who_teaches_words(ages_in(talk), t)
    # who takes part stands in the row itself
    told = _WHO_IS_THERE if all(row.who for row in rows) else ()
    assumed = [
        assumption_words(each.code, dict(each.values), t, parents, teacher)
        for each in reading.assumed
        if each.code not in told and not _is_explained(each, reading)
    ]
    between = "; " if mind and assumed else ""
    said = ((", ".join(mind), "$warning"), between, "; ".join(assumed))
    return (read, "\n", *said) if mind or assumed else (read,)


def _is_explained(assumed: Assumption, reading: Reading) -> bool:
    """Return whether what a moment is taken to be for tells who explains why somebody is not there."""
    explained = {explanation(moment) for moment in reading.moments if moment.without}
    return assumed.code == "purpose" and dict(assumed.values).get("words") in explained


def _read(rows: list[MomentRow]) -> str:
    """The parts in the order when, how, who, what for; what differs in more than the date stands apart."""
    told: dict[tuple[str, str, str], list[str]] = {}
    for row in rows:
        told.setdefault((row.channel, row.who, row.purpose), []).append(row.when)
    return "  +  ".join(
        " · ".join(part for part in ("  +  ".join(dict.fromkeys(whens)), *parts) if part)
        for parts, whens in told.items()
    )
