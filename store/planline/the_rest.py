"""Read who sees to what is left: de rest regelt Kirsten zelf."""

from __future__ import annotations

from store.planline import step_words
from store.planline.first_step import (
    FirstStep,
    Surroundings,
    taken_by,
)


def _rest_in_english(around: Surroundings, i: int, begin: int) -> FirstStep | None:
    """Read *the rest Kirsten arranges herself*, where who does so stands before the verb."""
    line, who = around.line, around.somebody(begin)
    if begin == i or who is None or not line.has(who.end, step_words.STEP_VERBS):
        return None
    own = line.has(who.end + 1, step_words.SELF)
    return (
        taken_by(around, who, frozenset((*range(i, begin), who.end, who.end + 1)), alone=True)
        if own
        else None
    )


def rest_first(around: Surroundings, i: int) -> FirstStep | None:
    """Read *de rest regelt Kirsten zelf*: what is kept up alone stands before who does so."""
    line = around.line
    verb = line.skip(i, step_words.ALL_THE_REST)
    if (said := _rest_in_english(around, i, verb)) is not None:
        return said
    who = around.somebody(verb + 1)
    if verb == i or not line.has(verb, step_words.STEP_VERBS) or who is None:
        return None
    at = line.skip(who.end, step_words.ALL_THE_REST)
    ends = at == who.end and (line.token(at) is None or line.has(at, {",", ";", "."}))
    if ends and line.has(verb - 1, step_words.THE_REST):
        return taken_by(around, who, frozenset(range(i, at)), alone=True)
    if not line.has(at, step_words.SELF):
        return None
    return taken_by(around, who, frozenset(range(i, at + 1)), alone=True)
