"""Read *een keer in okt en een keer in mei* behind *twee keer bellen*: each of as many as were counted."""

from __future__ import annotations

from store.domain.plan import MANNERS
from store.planline import contact_words, words
from store.planline.segment import ONE_NAME, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

_ONE = those("een one eentje eenmaal once")
_LEADS = (
    contact_words.WITH
    | words.DURING
    | words.BEFORE
    | words.AFTER
    | words.AROUND
    | words.AT
    | those("in op on at")
)
_DAYS = words.MONTHS.keys() | words.WEEKDAYS.keys()


def one_of_several(line: Line, i: int) -> Segment | None:
    """Return *een keer*, *one* in front of a day: it says no more, but joins two of them."""
    if not is_one(line, i) or not (ends := _each_one(line)) or i not in ends:
        return None
    joined = i == min(ends) or line.has(i - 1, words.AND)
    return Segment(SegmentKind.FILLER if joined else SegmentKind.AND, i, ends[i], name=ONE_NAME)


def is_one(line: Line, i: int) -> bool:
    """Return whether *een*, *1x* or *once* stands there."""
    return line.number(i) == 1 or line.has(i, _ONE)


def _each_one(line: Line) -> dict[int, int]:
    """Return where each of them begins and ends; nothing where there are more or fewer than was counted."""
    counted = next((n for n in range(len(line)) if _counts(line, n) > 1), None)
    if counted is None:
        return _others_like_it(line)
    behind = range(counted + 1, len(line))
    found = {n: end for n in behind if is_one(line, n) and (end := _before_a_day(line, n))}
    return found if len(found) == _counts(line, counted) else {}


def _others_like_it(line: Line) -> dict[int, int]:
    """Return where each *one* is that stands for the contact before it: *one call in nov, one in march*."""
    contacts = contact_words.CHANNELS.keys() | contact_words.TALKS
    one = (
        n
        for n in range(len(line))
        if is_one(line, n) and line.has(line.skip(n + 1, _FRONTS - contacts), contacts)
    )
    first = next(one, len(line))
    # a clause of its own begins with it
    begins = [0] if line.has(0, {"one", "eentje"}) and first else []
    listed = (*begins, *(n for n in range(first + 1, len(line)) if line.has(n - 1, words.AND | {",", ";"})))
    return {n: end for n in listed if is_one(line, n) and (end := _before_a_day(line, n))}


def _counts(line: Line, n: int) -> int:
    """Return how many contacts are counted there: *twee keer*, *2 gesprekken*, *twice*."""
    if (times := line.look(n, words.ONCE)) is not None:
        return times
    number = line.number(n)
    number = line.look(n, words.NUMBERS) if number is None else number
    things = words.TIMES | contact_words.CHANNELS.keys()
    told = line.has(n + 1, things) or contacts_counted(line, n + 1) is not None
    return number if number is not None and told else 0


def contacts_counted(line: Line, i: int) -> int | None:
    """Return the place after *calls*, *short video calls*, *home visits*: what a number before it counts."""
    while line.has(i, _FRONTS) and not contact_words.counts_contacts(line.word(i)):
        i += 1
    if line.hyphen(i + 1) and f"{line.word(i)}-{line.word(i + 2)}" in contact_words.SEVERAL_CONTACTS:
        return i + 3
    return i + 1 if contact_words.counts_contacts(line.word(i)) else None


_FRONTS = (
    MANNERS
    | contact_words.CHANNELS.keys()
    | contact_words.SERVICES
    | those("home school aparte afzonderlijke separate")
)
"""What may stand before several of them, and says how or where they are."""


def _before_a_day(line: Line, n: int) -> int:
    """Return the end of *een keer* in front of a day, or of who it is with; 0 where neither follows."""
    end = line.maybe(n + 1, words.TIMES)
    return end if line.has(end, _LEADS | _DAYS) or line.number(end) is not None else 0
