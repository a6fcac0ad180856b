"""Read *voor en na rapport 1*, *the week before and after the test*: one on either side of the same days."""

from __future__ import annotations

from dataclasses import replace

from store.planline import words
from store.planline.before_and_after import beside_another
from store.planline.match import Match
from store.planline.one_of_several import is_one
from store.planline.one_when import side_at
from store.planline.reference import Reference
from store.planline.tokens import Line


def both_sides(line: Line, i: int, reference: Reference) -> Match | None:
    """Read what stands beside the same days twice: each side has a *when* of its own."""
    first = _side(line, i)
    if first is None or not line.has(first[1] + 1, words.AND):
        return None
    second = _side(line, first[1] + 2)
    if second is None or side_at(line, first[1]) == side_at(line, second[1]):
        return None
    begin, behind = line.tokens[first[0] : first[1] + 1], line.tokens[second[1] + 1 :]
    other = line.tokens[second[0] : second[1] + 1]
    sides = (begin, other if len(other) > 1 else (*begin[:-1], *other))
    found = [(len(side), beside_another(Line((*side, *behind)), 0, reference)) for side in sides]
    ends = {told.end - front if told is not None else 0 for front, told in found}
    if len(ends) > 1 or not min(ends):
        return None
    told = [each for _, each in found if each is not None]
    return replace(
        told[0], end=second[1] + 1 + min(ends), whens=tuple(when for each in told for when in each.whens)
    )


def _side(line: Line, i: int) -> tuple[int, int] | None:
    """Return where *the week before*, *once before* begins, and its *before*; *once* adds nothing to it."""
    begin = line.skip(i, words.THE)
    counted = is_one(line, begin) and not line.has(begin + 1, words.UNITS)
    begin = line.maybe(begin + 1, words.TIMES) if counted else i
    at = line.skip(begin, words.THE | words.ARTICLES)
    number = line.number(at) is not None or line.look(at, words.NUMBERS) is not None
    at = line.maybe(at + number, words.UNITS.keys() | words.WEEKEND)
    at = line.skip(at, words.DIRECTLY)
    return (begin, at) if side_at(line, at) else None
