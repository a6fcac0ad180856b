"""Read so many times in a stretch of time: 3 keer per jaar, 2x voor de kerst, eens in de maand."""

from __future__ import annotations

from store.planline import words
from store.planline.match import Match
from store.planline.one_of_several import contacts_counted
from store.planline.rhythm_rule import FREQ, YEARS, counted, recurring
from store.planline.rhythm_words import number_at, unit_at
from store.planline.tokens import Line

_COUNTED = (words.DAY, words.WEEK, words.MONTH, *YEARS)


_PER = {"pj": words.YEAR, "pw": words.WEEK, "pwk": words.WEEK, "pm": words.MONTH, "pmnd": words.MONTH}


_LETTERS = {"w": words.WEEK, "m": words.MONTH, "j": words.YEAR}
"""What stands behind *p/*: *4x p/j*."""


def times_per(line: Line, i: int) -> Match | None:
    """Read 3 keer per jaar · 2x (voor de kerst) · eens in de maand · drie keer dit schooljaar."""
    times = line.look(i, words.ONCE)
    j = i + 1
    if times is None:
        times = 1 if line.has(i, {"een"}) else number_at(line, i)
        if times is not None and times > 1 and contacts_counted(line, j) is not None:
            return Match(j, (counted(times, ""),))
        if times is None or not line.has(j, words.TIMES):
            return None
        j += 1
    if (per := _per_unit(line, j)) is not None:
        return Match(j + 1, (recurring(per, 1) if times == 1 else counted(times, per),))
    short = line.maybe(j + 1, {"/", "."}) if line.has(j, {"p"}) else j
    if short > j and (letter := line.look(short, _LETTERS)):
        return Match(short + 1, (recurring(letter, 1) if times == 1 else counted(times, letter),))
    if line.has(
        j, words.PER | {"/", "p"} | (words.WHICH.keys() if line.has(j, {"dit", "this"}) else frozenset())
    ):
        j = line.skip(j + 1, words.THE)
    else:
        return Match(j, (counted(times, ""),)) if 2 <= times <= 60 else None
    number = number_at(line, j)
    if number is not None:
        j += 1
    if times == 1 and line.has(j, {"fortnight"}):
        return Match(j + 1, (recurring(words.WEEK, 2),))
    found = unit_at(line, j)
    if found is None or not 1 <= times <= 60:
        return None
    unit, end = found
    if unit not in _COUNTED:
        return None
    every = number or 1
    if times == 1 and unit in FREQ and unit not in YEARS and 1 <= every <= 60:
        return Match(end, (recurring(unit, every),))
    return Match(end, (counted(times, unit),)) if every == 1 else None


def _per_unit(line: Line, j: int) -> str | None:
    """Return the unit of *2x pw*, *2x week*; in *1x week na rapport 1*, *1x wk 45* it is none."""
    bare = line.look(j, words.UNITS)
    beside = words.BEFORE | words.AFTER | words.OF | words.FROM | words.ORDINALS.keys()
    ends = line.number(j + 1) is None and not line.has(j + 1, beside)
    return bare if bare in (words.WEEK, words.MONTH) and ends else line.look(j, _PER)
