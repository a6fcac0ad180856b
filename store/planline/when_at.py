"""Read the longest answer to when at a place; a dotted number behind a date is a time."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import WhenKind
from store.planline import contact_words, step_words, words
from store.planline.before_and_after import beside_another
from store.planline.both_sides import both_sides
from store.planline.clock import clock
from store.planline.clock_time import Clock
from store.planline.dates import bare_day
from store.planline.known_names import KnownNames
from store.planline.match import Match, longest
from store.planline.numbered import numbered
from store.planline.occasions import counts_one
from store.planline.on_demand import on_demand
from store.planline.one_when import single
from store.planline.ranges import date_range
from store.planline.recurrence import recurrence
from store.planline.reference import Reference
from store.planline.segment import Segment, SegmentKind
from store.planline.talked_over import is_talked_over
from store.planline.to_be_set import to_be_set
from store.planline.tokens import Line
from store.planline.typos import words_in
from store.planline.weeks import part_of_today


def when_at(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment | None:
    """Read the longest *when*; a dotted number behind a date is a time."""
    needed = on_demand(line, i, known)
    if dated and _opens_what_for(line, i):
        return None
    if counts_one(line, i):
        return None
    if (which := numbered(line, i)) is not None:
        return Segment(SegmentKind.WORD, i, which)
    if _begins_no_day(line, i, reference):
        return Segment(SegmentKind.ON_DEMAND, i, needed.end, match=needed) if needed is not None else None
    days = longest(
        beside_another(line, i, reference),
        both_sides(line, i, reference),
        date_range(line, i, reference),
        single(line, i, reference),
    ) or bare_day(line, i, reference)
    if days is not None and (is_talked_over(line, i, days) or _may_be_hours(line, i, days)):
        return Segment(SegmentKind.WORD, i, days.end)
    repeated, unset = recurrence(line, i), to_be_set(line, i)
    best = longest(repeated, days, needed, unset)
    time = clock(line, i, dated)
    if time is not None and (best is None or time.end > best.end or _rather_time(time, best, dated)):
        return Segment(SegmentKind.TIME, i, _with_onwards(line, i, time.end), clock=time)
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
    if kind is not SegmentKind.DAYS:
        return Segment(kind, i, best.end, match=best)
    end = _with_onwards(line, i, _with_coming(line, best.end))
    return Segment(kind, i, end, match=best, daypart=part_of_today(line, i))


def _may_be_hours(line: Line, i: int, days: Match) -> bool:
    """Return whether *3-4* stands behind *12 nov,*: from three to four, or a second day."""
    first, last = line.number(i), line.number(i + 2)
    dashed = line.has(i + 1, words.DASH) and days.end == i + 3
    behind = line.has(i - 1, {","}) and line.has(i - 2, words.MONTHS.keys())
    return dashed and behind and first is not None and last is not None and first < last <= _NOON


_NOON = 12


def _opens_what_for(line: Line, i: int) -> bool:
    """Return whether *about the holidays* stands behind a day: what it is about, and not around them."""
    holiday = line.skip(i + 1, words.THE | contact_words.POSSESSIVES)
    return line.has(i, {"about"}) and line.has(
        holiday, words.HOLIDAY_WORDS | words.HOLIDAYS.keys() | words.HOLIDAY_FRONTS.keys()
    )


_NO_DAYS = (
    role_words.ROLES.keys() | contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS | {"met", "with"}
) - words_in(words)


def _begins_no_day(line: Line, i: int, reference: Reference) -> bool:
    """Return whether no day can begin with this word, and so need not be looked for: *ouders*, *bellen*."""
    if not line.has(i, _NO_DAYS):
        return False
    year = reference.year
    named = [*(each.name for each in year.occasions), *(each.name for each in year.days_off)]
    return not any(name.casefold().startswith(line.word(i)) for name in named)


def _with_onwards(line: Line, i: int, end: int) -> int:
    """Take *onwards* along, which in *from 15.30 onwards* says nothing more."""
    return line.maybe(end, {"onwards", "onward"} if line.has(i, words.FROM) else frozenset())


def _with_coming(line: Line, end: int) -> int:
    """Take *a.s.* along, which in *13 nov a.s.* says nothing more."""
    j = line.maybe(end, {"."})
    said = line.has(j, {"as", "aanstaande"}) and not line.has(
        j + 1, words.WEEKDAYS.keys() | words.UNITS.keys()
    )
    return line.maybe(j + 1, {"."}) if said else end


def _rather_time(time: Clock, best: Match, dated: bool) -> bool:
    wrong = all(each.kind is WhenKind.ERROR for each in best.whens[0].candidates or best.whens)
    if wrong and (time.until or (time.last and time.end >= best.end)):
        # *tussen 12.30 en 13.00* are no days
        return True
    if time.end < best.end or not best.dotted or time.code:
        return False
    return dated or best.whens[0].kind is WhenKind.ERROR
