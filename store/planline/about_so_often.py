"""Read *minstens 1x per maand*, *2-3 keer per jaar*, *every month or so*: how often, but not to the letter.

No calendar can keep that, and it is no less a plan: it is told as it was typed.
"""

from __future__ import annotations

from store.domain.plan import WhenKind
from store.planline import contact_words, purpose_words, words
from store.planline.duration import behind_bound
from store.planline.recurrence import recurrence
from store.planline.tokens import Line
from store.planline.words import by_first_word, those

OFTEN_NAME = "often"
"""The name of what tells how often something is, as it was typed."""


def about_so_often(line: Line, i: int) -> int | None:
    """Return the place after *ongeveer 1x per maand*, *once or twice a term*, *elke week of zo*."""
    bounded = behind_bound(line, line.maybe(i, {"zo"}))
    if bounded > i + line.has(i, {"zo"}):
        return _behind_rhythm(line, line.maybe(bounded, words.ARTICLES - {"een", "a"}), led=line.word(i))
    if (end := _so_many_or_so_many(line, i) or _some_times(line, i)) is not None:
        return _behind_tail(line, end) or end
    if (end := _each_term(line, i)) is not None:
        return end
    if line.has(i, {"any"}) and line.has(i + 1, _DAYS):
        return i + 2
    if line.has(i, _FIRST) or line.number(i) is not None:
        end = _behind_rhythm(line, i)
        return _behind_tail(line, end) if end is not None else None
    return None


_DAYS = words.DAY_NAMES.keys() | those("day evening morning afternoon week weekday month")
"""Behind *any*: whichever of them somebody likes."""
_FIRST = words.EVERY | words.FREQUENCIES.keys() | words.ONCE.keys() | words.NUMBERS.keys() | {"om"}
"""What begins a rhythm; a number does too."""


def _behind_rhythm(line: Line, i: int, led: str = "") -> int | None:
    """Return the place after *1x per maand*, *every two weeks*; a word behind *about* is what it is about."""
    if (end := _so_many_or_so_many(line, i) or _some_times(line, i) or _each_term(line, i)) is not None:
        return _behind_tail(line, end) or end
    found = recurrence(line, i)
    if found is None or (led in purpose_words.ABOUT and line.has(i, words.FREQUENCIES)):
        return None
    counted = line.has(found.end - 1, words.TIMES | words.ONCE.keys())
    whole = all(
        each.kind is WhenKind.RECURRENCE and (each.rrule or each.per or counted) for each in found.whens
    )
    if not whole:
        return None
    return (_behind_tail(line, found.end) or found.end) if led else found.end


def _so_many_or_so_many(line: Line, i: int) -> int | None:
    """Return the place after *1-2x per maand*, *two or three times a year*, *een of twee keer per week*."""
    one = _count_at(line, i)
    joint = line.maybe(i + 1, words.TIMES)
    if one is None or not line.has(joint, words.DASH | words.OR | words.UNTIL | {"a", "to"}):
        return None
    other = joint + 1
    told = _count_at(line, other)
    if told is None or told <= one:
        return None
    times = other if line.has(other, words.ONCE) else other + 1
    return _each_unit(line, times + 1) if line.has(times, words.TIMES | words.ONCE.keys()) else None


def _count_at(line: Line, i: int) -> int | None:
    if line.has(i, {"een"}):
        return 1
    found = line.number(i) if line.digits(i) <= _DIGITS else None
    return found if found is not None else line.look(i, words.ONCE) or line.look(i, words.NUMBERS)


_DIGITS = 2


def _some_times(line: Line, i: int) -> int | None:
    """Return the place after *een paar keer per maand*, *a couple of times a year*."""
    some = line.maybe(i, words.ARTICLES)
    end = line.maybe(some + 1, words.OF)
    if not line.has(some, purpose_words.VAGUE) or not line.has(end, words.TIMES):
        return None
    return _each_unit(line, end + 1)


def _each_unit(line: Line, i: int) -> int:
    """Return the place after *per maand*, *a term*; of *2-3 keer in november* that is a day apart."""
    unit = line.skip(i + 1, words.THE) if line.has(i, words.PER | {"/", "p"}) else i
    return unit + 1 if unit > i and line.has(unit, words.UNITS.keys() | _TERMS) else i


def _each_term(line: Line, i: int) -> int | None:
    """Return the place after *twice a term*, *elke periode*, which no calendar tells the length of."""
    if line.has(i, words.EVERY | {"per"}) and line.has(i + 1, _TERMS) and line.number(i + 2) is None:
        return i + 2
    times = i if line.has(i, words.ONCE) else i + 1
    counted = times == i or (_count_at(line, i) is not None and line.has(times, words.TIMES))
    end = _each_unit(line, times + 1) if counted else i
    return end if end > i and line.has(end - 1, _TERMS) else None


_TERMS = those("term terms semester periode trimester")


def _behind_tail(line: Line, i: int | None) -> int | None:
    """Return the place after *or so*, *of zo*, *at least* where nothing is counted behind it."""
    if i is None:
        return None
    said = max((i + len(each) for each in _TAILS.get(line.word(i), ()) if line.phrase(i, each)), default=i)
    behind = line.token(said)
    if line.has(said, words.AT):
        return None
    ends = behind is None or behind.kind == "sign"
    ends = ends or line.has(said, contact_words.CHANNELS.keys() | contact_words.TALKS | _GOES_ON)
    return said if said > i and ends else None


_TAILS = by_first_word(
    "or so|or thereabouts|or more|or less|or more often|at least|at most|at the most|of zo|ofzo|"
    "of vaker|of meer|of minder|op z'n minst|op z'n hoogst|minstens|minimaal|minimum|maximaal|maximum|max|"
    "hooguit|hoogstens|ongeveer|roughly|approximately|tops"
)
_GOES_ON = words.AND | contact_words.WITH | contact_words.WITHOUT | purpose_words.ABOUT
