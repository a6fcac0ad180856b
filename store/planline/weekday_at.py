"""Read weekdays by themselves: dinsdag, di en do, ma t/m wo; shorts that are ordinary words need company."""

from __future__ import annotations

from store.domain import role_words
from store.domain.occurrences import DAYS
from store.planline import contact_words, purpose_words, words
from store.planline.always import may_always
from store.planline.daypart_at import BEHIND_A_DAY
from store.planline.match import Match
from store.planline.rhythm_rule import recurring
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.tongue import may_be_a_day
from store.planline.words import those

_LOOSE_SHORTS = those("zo zon zat maan vrij don sun sat wed mon do di ma")


_TIGHT_SHORTS = those("zo zon zat maan vrij don sun sat wed mon")


def weekdays_at(line: Line, i: int) -> Segment | None:
    """Read dinsdag · di en do · ma of wo · ma t/m wo. Shorts that are ordinary words too need company."""
    if (through := _through(line, i)) is not None:
        return through
    days: list[int] = []
    choice, j, end = False, i, i
    while (day := line.look(j, words.WEEKDAYS)) is not None and _is_weekday(line, j):
        days.append(day)
        end = line.maybe(j + 1, {"."})
        if line.has(end, {"-"}) and line.glued(end) and line.has(end + 1, words.DAYPARTS.keys()):
            end += 1
            break
        j = line.skip(end, {",", "/"} | words.AND | words.OR)
        if j == end:
            break
        choice = choice or line.has(end, words.OR)
        if line.number(j + 1) is not None:
            break
    if not days:
        return None
    if not choice and (may_always(line) or line.has(end, words.PARTS_OF_DAYS)):
        back = Match(end, (recurring(words.WEEK, 1, ",".join(DAYS[day] for day in days)),))
        return Segment(SegmentKind.RECURRENCE, i, end, match=back)
    name = "" if any(line.has(n, words.OR - {"/"}) for n in range(i, end)) else "/"
    return Segment(
        SegmentKind.WEEKDAY, i, end, weekdays=tuple(days), choice=choice and len(days) > 1, name=name
    )


def _through(line: Line, i: int) -> Segment | None:
    """Read ma t/m wo, van maandag tot en met woensdag, Mon-Wed: days of one week, first to last."""
    at = line.maybe(i, words.FROM | {"van"})
    first = line.look(at, words.WEEKDAYS)
    j = line.maybe(at + 1, {"."})
    k = line.skip(j, words.THROUGH | words.DASH)
    if k == j and line.has(j, words.UNTIL) and line.has(j + 1, words.AND):
        k = line.maybe(j + 2, {"met"})
    last = line.look(k, words.WEEKDAYS)
    if first is None or last is None or k == j or last <= first or not _is_weekday(line, at):
        return None
    return Segment(
        SegmentKind.WEEKDAY, i, line.maybe(k + 1, {"."}), weekdays=tuple(range(first, last + 1)), stretch=True
    )


def _is_weekday(line: Line, j: int) -> bool:
    token, before, after = line.token(j), line.token(j - 1), line.token(j + 1)
    if token is None or not may_be_a_day(line, j):
        return False
    if token.word not in _LOOSE_SHORTS:
        return True
    if before is not None and before.word in contact_words.WITH | contact_words.WITHOUT:
        return False
    if token.word not in _TIGHT_SHORTS:
        return True
    lead = before is not None and before.word in words.ON | words.EVERY | words.AND | words.OR
    lead = lead or (token.word in _SURE_SHORTS and line.has(j - 1, _BEFORE_A_SHORT) and _ends_there(line, j))
    lead = lead or (line.has(j - 1, contact_words.CHANNELS) and line.has(j + 1, words.AT | words.AFTER))
    numbered = after is not None and (after.value >= 0 or after.word == ".")
    return lead or numbered or len(line) == 1 or (token.typed[0].isupper() and j > 0)


_SURE_SHORTS = those("mon wed")


_BEFORE_A_SHORT = role_words.ROLES.keys() | contact_words.CHANNELS.keys() | those("them next this from")


def _ends_there(line: Line, j: int) -> bool:
    """Return whether a day may end behind this place: *call mum mon, dad tue*."""
    behind = line.token(j + 1)
    parting = (
        purpose_words.ABOUT
        | {",", ";", ".", "&", "+", "-"}
        | words.AND
        | words.OR
        | words.AT
        | words.BEFORE
        | words.AFTER
    )
    parts = words.DAYPARTS.keys() | words.AM_PM.keys() | BEHIND_A_DAY.keys()
    return behind is None or line.has(j + 1, parting | parts)
