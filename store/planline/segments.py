"""A line cut into segments that each mean one thing: a day, a time, a channel, a person, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from store.domain.plan import Channel, WhenKind
from store.planline import roles, words
from store.planline.clock import Clock, clock
from store.planline.dates import bare_day
from store.planline.match import Match, longest
from store.planline.on_demand import demand, later
from store.planline.people import UNKNOWN, Known, person, stranger
from store.planline.recurrence import rhythm
from store.planline.reference import Scope
from store.planline.relations import atom, relation
from store.planline.spans import span
from store.planline.tokens import Text
from store.planline.words import those


class SegmentKind(StrEnum):
    """What a segment of the line is."""

    DAYS = "days"
    RECURRENCE = "recurrence"
    ON_DEMAND = "on_demand"
    TO_BE_SET = "to_be_set"
    WEEKDAY = "weekday"
    TIME = "time"
    DAYPART = "daypart"
    CHANNEL = "channel"
    PLACE = "place"
    TALK = "talk"
    PERSON = "person"
    AND = "and"
    OR = "or"
    SIGN = "sign"
    FILLER = "filler"
    WORD = "word"


WHENS = frozenset(
    {
        SegmentKind.DAYS,
        SegmentKind.RECURRENCE,
        SegmentKind.ON_DEMAND,
        SegmentKind.TO_BE_SET,
        SegmentKind.WEEKDAY,
        SegmentKind.TIME,
        SegmentKind.DAYPART,
    }
)
"""The segments that answer *when*."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens, `at` up to `end`, and what it means.

    `stretch` marks weekdays that were told by the first and the last: *ma t/m wo*.
    """

    kind: SegmentKind
    at: int
    end: int
    match: Match | None = None
    clock: Clock | None = None
    daypart: str = ""
    weekdays: tuple[int, ...] = ()
    stretch: bool = False
    choice: bool = False
    channel: Channel | None = None
    role: str = ""
    absent: bool = False


_LOOSE_SHORTS = those("zo zon zat maan vrij don sun sat wed mon do di ma")
_TIGHT_SHORTS = those("zo zon zat maan vrij don sun sat wed mon")
_SCHOOL_TIMES = those("schooltijd school")
_ANDS = words.AND | those("verder daarnaast ook")


def cut(x: Text, scope: Scope, known: Known) -> tuple[Segment, ...]:
    """The segments of a line, in order; together they cover every token."""
    return tuple(_cut(x, scope, known))


def _cut(x: Text, scope: Scope, known: Known) -> Iterator[Segment]:
    i, dated = 0, False
    while i < len(x):
        segment = _segment(x, i, scope, known, dated)
        if segment.kind in (SegmentKind.DAYS, SegmentKind.TIME):
            dated = segment.kind is SegmentKind.DAYS
        yield segment
        i = segment.end


def _segment(x: Text, i: int, scope: Scope, known: Known, dated: bool) -> Segment:
    if x.has(i, roles.WITHOUT):
        role, end = person(x, x.skip(i + 1, words.THE), known)
        if role:
            return Segment(SegmentKind.PERSON, i, end, role=role, absent=True)
    role, end = person(x, i, known)
    if role and (known.certain(x, i, end) or not _timely(x, i)):
        return Segment(SegmentKind.PERSON, i, end, role=role)
    return (
        _when(x, i, scope, dated)
        or _weekdays(x, i)
        or _daypart(x, i)
        or _channel(x, i)
        or (Segment(SegmentKind.PERSON, i, end, role=role) if role else None)
        or (Segment(SegmentKind.PERSON, i, i + 1, role=UNKNOWN) if stranger(x, i) else None)
        or _rest(x, i)
    )


def _timely(x: Text, i: int) -> bool:
    return x.has(i, words.MONTHS.keys() | words.WEEKDAYS.keys())


def _when(x: Text, i: int, scope: Scope, dated: bool) -> Segment | None:
    """The longest reading as a *when*; a dotted number behind a date is a time."""
    days = longest(relation(x, i, scope), span(x, i, scope), atom(x, i, scope)) or bare_day(x, i, scope)
    repeated, needed, unset = rhythm(x, i), demand(x, i), later(x, i)
    best = longest(repeated, days, needed, unset)
    time = clock(x, i, dated)
    if time is not None and (best is None or time.end > best.end or _rather_time(time, best, dated)):
        return Segment(SegmentKind.TIME, i, time.end, clock=time)
    if best is None:
        return None
    if best is repeated:
        kind = SegmentKind.RECURRENCE
        if best.whens[0].kind is WhenKind.AMBIGUOUS:
            kind = SegmentKind.DAYS
    elif best is days:
        kind = SegmentKind.DAYS
    else:
        kind = SegmentKind.ON_DEMAND if best is needed else SegmentKind.TO_BE_SET
    return Segment(kind, i, _with_coming(x, best.end) if kind is SegmentKind.DAYS else best.end, match=best)


def _with_coming(x: Text, end: int) -> int:
    """*13 nov a.s.*: nothing more than what was said."""
    j = x.maybe(end, {"."})
    said = x.has(j, {"as", "aanstaande"}) and not x.has(j + 1, words.WEEKDAYS.keys() | words.UNITS.keys())
    return x.maybe(j + 1, {"."}) if said else end


def _rather_time(time: Clock, best: Match, dated: bool) -> bool:
    if time.end < best.end or not best.dotted or time.code:
        return False
    return dated or best.whens[0].kind is WhenKind.ERROR


def _weekdays(x: Text, i: int) -> Segment | None:
    """Dinsdag · di en do · ma of wo · ma t/m wo. Shorts that are ordinary words too need company."""
    if (through := _through(x, i)) is not None:
        return through
    days: list[int] = []
    choice, j, end = False, i, i
    while (day := x.look(j, words.WEEKDAYS)) is not None and _is_weekday(x, j):
        days.append(day)
        end = x.maybe(j + 1, {"."})
        j = x.skip(end, {",", "/"} | words.AND | words.OR)
        if j == end:
            break
        choice = choice or x.has(end, words.OR)
        if x.number(j + 1) is not None:
            break
    if not days:
        return None
    return Segment(SegmentKind.WEEKDAY, i, end, weekdays=tuple(days), choice=choice and len(days) > 1)


def _through(x: Text, i: int) -> Segment | None:
    """Ma t/m wo, van maandag tot en met woensdag, Mon-Wed: days of one week, from the first to the last."""
    at = x.maybe(i, words.FROM | {"van"})
    first = x.look(at, words.WEEKDAYS)
    j = x.maybe(at + 1, {"."})
    k = x.skip(j, words.THROUGH | words.DASH)
    if k == j and x.has(j, words.UNTIL) and x.has(j + 1, words.AND):
        k = x.maybe(j + 2, {"met"})
    last = x.look(k, words.WEEKDAYS)
    if first is None or last is None or k == j or last <= first or not _is_weekday(x, at):
        return None
    return Segment(
        SegmentKind.WEEKDAY, i, x.maybe(k + 1, {"."}), weekdays=tuple(range(first, last + 1)), stretch=True
    )


def _is_weekday(x: Text, j: int) -> bool:
    token, before, after = x.token(j), x.token(j - 1), x.token(j + 1)
    if token is None or token.word not in _LOOSE_SHORTS:
        return True
    if before is not None and before.word in roles.WITH | roles.WITHOUT:
        return False
    if token.word not in _TIGHT_SHORTS:
        return True
    lead = before is not None and before.word in {"op", "on"} | words.EVERY | words.AND | words.OR
    numbered = after is not None and (after.value >= 0 or after.word == ".")
    return lead or numbered or len(x) == 1 or (token.typed[0].isupper() and j > 0)


def _daypart(x: Text, i: int) -> Segment | None:
    """'s Middags, in de avond, tomorrow morning, na schooltijd."""
    j = i + 1 if x.has(i, {"'s", "s"}) else x.skip(i, {"in", "de", "the"})
    part = x.look(j, words.DAYPARTS)
    if part is None and x.has(j, {"morgen"}) and (j > i or x.has(i - 1, words.WEEKDAYS.keys())):
        part = words.MORNING_PART
    if part is not None:
        return Segment(SegmentKind.DAYPART, i, j + 1, daypart=part)
    beside = x.has(i, words.BEFORE | words.AFTER | {"onder"})
    if beside and x.has(i + 1, _SCHOOL_TIMES) and not x.has(i + 2, {"year", "week", "day"}):
        told = " ".join(token.typed for token in x.tokens[i : i + 2])
        return Segment(SegmentKind.DAYPART, i, i + 2, daypart=told)
    return None


def _channel(x: Text, i: int) -> Segment | None:
    for size in (3, 2, 1):
        phrase = tuple(x.word(i + n) for n in range(size))
        if (channel := roles.PHRASES.get(phrase)) is not None:
            return Segment(SegmentKind.CHANNEL, i, i + size, channel=channel)
        if (channel := roles.PLACES.get(phrase)) is not None:
            return Segment(SegmentKind.PLACE, i, i + size, channel=channel)
    channel = x.look(i, roles.CHANNELS)
    if channel is not None:
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=channel)
    j = i
    if x.number(i) is not None and x.has(i + 1, words.DASH):
        j = i + 2
    if (x.has(j, roles.TALKS) and j == i) or x.word(j).endswith(roles.TALK_END):
        return Segment(SegmentKind.TALK, i, j + 1)
    return None


def _rest(x: Text, i: int) -> Segment:
    if x.has(i, _ANDS):
        return Segment(SegmentKind.AND, i, i + 1)
    if x.has(i, words.OR):
        return Segment(SegmentKind.OR, i, i + 1)
    token = x.tokens[i]
    if token.kind == "sign":
        return Segment(SegmentKind.SIGN, i, i + 1)
    if token.word in roles.FILLERS:
        return Segment(SegmentKind.FILLER, i, i + 1)
    return Segment(SegmentKind.WORD, i, i + 1)
