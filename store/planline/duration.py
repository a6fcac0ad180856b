"""Read how long a talk takes: 20 min, half uur, een kwartiertje, hooguit 20 min, 20-30 minuten."""

from __future__ import annotations

from dataclasses import dataclass

from store.planline import words
from store.planline.tokens import Line
from store.planline.words import those

_BOUNDS = those(
    "max maximaal maximum hooguit hoogstens circa ca ongeveer zo'n zon min minimaal minimum minstens "
    "tenminste tenhoogste ong approx plm like about around approximately roughly ruim krap"
)
_BEFORE_IT = (
    "ten hoogste|ten minste|op z'n minst|op zijn minst|op z'n hoogst|op z'n langst|niet langer dan|"
    "niet meer dan|niet korter dan|langer dan|korter dan|minder dan|meer dan|at most|at least|up to|"
    "no longer than|no more than|not longer than|not more than|less than|more than|zo ongeveer"
)
_BEHIND_IT = (
    "tops|of korter|of langer|of minder|of zo|or less|or so|or more|or longer|op z'n hoogst|at most|"
    "at least|max|maximaal|maximum|hooguit|hoogstens|ongeveer|minstens|minimaal|minimum"
)
_BOUND_PHRASES, _BOUND_BEHIND = (
    tuple(tuple(phrase.split()) for phrase in phrases.split("|")) for phrases in (_BEFORE_IT, _BEHIND_IT)
)
"""Before and behind how long something takes: no more than that, no less, or about."""
_EACH_TIME = (
    ("each", "time"), ("each",), ("apiece",), ("per", "keer"), ("per", "persoon"), ("per", "person"),
    ("per", "gesprek"), ("per", "call"),
)  # fmt: skip
"""Behind how long something takes: that is so of every one."""
_GOOD = those("klein kleine dik dikke goed goede ruim krap good")
"""Behind an article: about that long."""
_LEADS = those("van for voor")
_TO = words.DASH | words.UNTIL | words.OR | those("a to")
_NOT_BEHIND = those("over in binnen om at elke iedere per every within rond")
_BEFORE = words.BEFORE | words.AFTER | those("over past later eerder na tevoren voordat nadat")
_WHOLE = {
    "kwartier": 15,
    "kwartiertje": 15,
    "halfuur": 30,
    "halfuurtje": 30,
    "uurtje": 60,
    "kwartiertjes": 15,
}
_QUARTERS = those("kwartier kwartiertjes kwartieren")


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes, and the place after it; `bounded` where that is a limit or only about."""

    end: int
    minutes: int
    bounded: bool = False


def duration(line: Line, i: int, *, before: bool = False) -> Length | None:
    """Read how long something takes at this place. `before`: it counts back from what follows."""
    if line.has(i - 1, _NOT_BEHIND):
        return None
    each = {"elk", "ieder", "each"} if line.has(i - 1, {",", "en", "and"}) else frozenset()
    lead = line.maybe(i, _LEADS | each)
    j = behind_bound(line, lead)
    good = line.has(j, words.ARTICLES) and line.has(j + 1, _GOOD)
    first = j + 2 if good else j
    both = _stretch(line, j)
    found = both or _minutes(line, line.maybe(first, {"een", "a", "an"}))
    # *voor een uur* may be a time
    found = found or (None if line.has(i, {"voor"}) else _hours(line, first))
    if found is None:
        return None
    end = line.maybe(found[0], {"lang", "long"})
    said = next((end + len(each) for each in _BOUND_BEHIND if line.phrase(end, each)), end)
    said = next((said + len(each) for each in _EACH_TIME if line.phrase(said, each)), said)
    bounded = good or j > lead or said > end or both is not None
    return Length(said, found[1], bounded) if line.has(said, _BEFORE) == before else None


def behind_bound(line: Line, i: int) -> int:
    """Return the place after *hooguit*, *niet langer dan*; the same place where there is none."""
    phrase = next((each for each in _BOUND_PHRASES if line.phrase(i, each)), None)
    if phrase is not None:
        return i + len(phrase)
    j = line.skip(i, _BOUNDS)
    return line.maybe(j, {"."}) if j > i else i


def _stretch(line: Line, j: int) -> tuple[int, int] | None:
    """Read 20 à 30 min, 10-15 minutes: the longer of the two."""
    first, joint = _number(line, j), line.has(j + 1, _TO)
    found = _minutes(line, j + 2) if first is not None and joint else None
    return found if found is not None and first is not None and first < found[1] else None


def _minutes(line: Line, j: int) -> tuple[int, int] | None:
    """Read 20 min, twintig minuten, kwartier, half uurtje, drie kwartier, half an hour."""
    if (told := line.look(j, _WHOLE)) is not None:
        return j + 1, told
    half = line.maybe(_unit(line, j + 1), {"an", "a"})
    if line.has(j, words.HALF) and line.has(half, words.HOUR_UNITS):
        return half + 1, 30
    if line.has(j, {"anderhalf"}) and line.has(j + 1, words.HOUR_UNITS):
        return j + 2, 90
    number, unit = _number(line, j), _unit(line, j + 1)
    if number is None:
        return None
    if line.has(unit, words.MINUTES):
        return line.maybe(unit + 1, {"."}), number
    return (j + 2, 15 * number) if line.has(j + 1, _QUARTERS) else None


def _hours(line: Line, j: int) -> tuple[int, int] | None:
    """Read een uur, an hour, 2 uur lang, 1 hour; *2 uur* alone is a time."""
    if line.has(j, words.ARTICLES) and line.has(j + 1, words.HOUR_UNITS):
        return line.maybe(j + 2, {"-"}) if line.has(j + 3, {"long"}) else j + 2, 60
    number, unit = _number(line, j), _unit(line, j + 1)
    if number is None or number > 8 or not line.has(unit, words.HOUR_UNITS):
        return None
    long = line.has(unit + 1, {"lang", "long"}) or line.has(unit, {"hour", "hours", "hr", "hrs"})
    return (unit + 1, 60 * number) if long else None


def _unit(line: Line, j: int) -> int:
    """Return the place of what is counted: behind the hyphen of *15-minute*."""
    return j + 1 if line.has(j, {"-"}) and line.glued(j) and line.glued(j + 1) else j


def _number(line: Line, j: int) -> int | None:
    number = line.number(j) if line.digits(j) <= 3 else None
    return number if number is not None else line.look(j, words.NUMBERS)
