"""Read how long a talk takes: 20 min, half uur, een kwartiertje, 1 uur lang."""

from __future__ import annotations

from store.planline import words
from store.planline.tokens import Line
from store.planline.words import those

BOUNDS = those("max maximaal hooguit hoogstens circa ca ongeveer zon")
"""Before how long it takes: so long at most, or about."""
_LEADS = BOUNDS | {"van", "for"}
_NOT_BEHIND = those("over in binnen om at elke iedere per every within rond")
_BEFORE = words.BEFORE | words.AFTER | those("over past later eerder na tevoren")
_WHOLE = {
    "kwartier": 15,
    "kwartiertje": 15,
    "halfuur": 30,
    "halfuurtje": 30,
    "uurtje": 60,
    "kwartiertjes": 15,
}
_HOURS = those("uur uurtje hour hours")


def duration(line: Line, i: int, *, before: bool = False) -> tuple[int, int] | None:
    """Return the place after a duration and its minutes. `before`: it counts back from what follows it."""
    if line.has(i - 1, _NOT_BEHIND):
        return None
    j = line.maybe(i, _LEADS)
    found = _minutes(line, line.maybe(j, {"een", "a", "an"})) or _hours(line, j)
    if found is None:
        return None
    end = line.maybe(found[0], {"lang", "long"})
    return (end, found[1]) if line.has(end, _BEFORE) == before else None


def _minutes(line: Line, j: int) -> tuple[int, int] | None:
    """Read 20 min, twintig minuten, kwartier, half uurtje, drie kwartier, half an hour."""
    if (told := line.look(j, _WHOLE)) is not None:
        return j + 1, told
    if line.has(j, words.HALF) and line.has(line.maybe(j + 1, {"an", "a"}), _HOURS):
        return line.maybe(j + 1, {"an", "a"}) + 1, 30
    if line.has(j, {"anderhalf"}) and line.has(j + 1, _HOURS):
        return j + 2, 90
    number = _number(line, j)
    if number is None:
        return None
    if line.has(j + 1, words.MINUTES):
        return line.maybe(j + 2, {"."}), number
    return (j + 2, 15 * number) if line.has(j + 1, {"kwartier"}) else None


def _hours(line: Line, j: int) -> tuple[int, int] | None:
    """Read een uur, an hour, 2 uur lang, 1 hour; *2 uur* alone is a time."""
    if line.has(j, words.ARTICLES) and line.has(j + 1, _HOURS):
        return j + 2, 60
    number = _number(line, j)
    if number is None or number > 8 or not line.has(j + 1, _HOURS):
        return None
    long = line.has(j + 2, {"lang", "long"}) or line.has(j + 1, {"hour", "hours"})
    return (j + 2, 60 * number) if long else None


def _number(line: Line, j: int) -> int | None:
    number = line.number(j) if line.digits(j) <= 3 else None
    return number if number is not None else line.look(j, words.NUMBERS)
