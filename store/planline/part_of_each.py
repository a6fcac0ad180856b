"""Read a part of what comes back: *eind van elke maand*, *monthly … at the end of the month*."""

from __future__ import annotations

from store.planline import contact_words, words
from store.planline.tokens import Line
from store.planline.words import those

_FRONTS = those("at aan in op during tijdens") | words.THE
_PARTS = words.PERIODS.keys() - {"half", "late", "laat"}
_BOUNDS = (
    words.UNTIL | words.FROM | words.BEFORE | words.AFTER | words.THROUGH | words.BETWEEN | words.AROUND
    | {"by", "van"}
)  # fmt: skip
"""Before a part these make it a first or a last day."""
_OF = those("of van vd v")
_NEUTER = those("jaar halfjaar kwartaal semester schooljaar")


def part_of_each(line: Line, i: int) -> tuple[int, str] | None:
    """Return the place after a part of each month or week, and how it is told; None where none is.

    What it is a part of stands behind it, or somewhere else in the line.
    """
    at = line.skip(i, _FRONTS)
    if not line.has(at, _PARTS | words.ORDINALS.keys()) or line.has(i - 1, _BOUNDS):
        return None
    part = at + 1
    if line.has(at, words.ORDINALS.keys()):
        if line.look(part, words.UNITS) != words.WEEK:
            return None
        part += 1
    unit = line.skip(part, _OF | words.THE)
    if unit > part and line.has(part, _OF) and line.has(unit, words.EVERY):
        return _with_its_own(line, i, unit)
    bare = unit == part and line.has(at, {"mid", "medio"})
    if not (bare or unit > part) or line.look(unit, words.UNITS) is None:
        return None
    told = _comes_back(line, words.UNITS[line.word(unit)], range(i, unit + 1))
    return (unit + 1, line.between(i, unit + 1)) if told and not _parts_two_ways(line, i, unit) else None


def _with_its_own(line: Line, i: int, every: int) -> tuple[int, str] | None:
    """Read *aan het eind van* before *elke maand*, which is read by itself."""
    unit = line.word(every + 1)
    if unit not in words.UNITS or words.UNITS[unit] == words.DAY:
        return None
    english = line.has(every - 1, {"of"})
    which = "the" if english else "het" if unit in _NEUTER else "de"
    return every, f"{line.between(i, every)} {which} {unit}"


def _comes_back(line: Line, unit: str, apart: range) -> bool:
    """Return whether the line says *elke maand*, *monthly* outside these places."""
    for n in (n for n in range(len(line)) if n not in apart):
        often = line.look(n, words.FREQUENCIES)
        behind = (line.look(k, words.UNITS) for k in (n + 1, n + 2))
        if (often is not None and often[0] == unit) or (
            line.has(n, words.EVERY | {"per"}) and unit in behind
        ):
            return True
    return False


def _parts_two_ways(line: Line, start: int, end: int) -> bool:
    """Return whether it is another contact's: *elke maand mailen, eind van de maand gesprek*."""
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    sides = (range(start), range(end, len(line)))
    return all(any(line.has(n, ways) for n in side) for side in sides)
