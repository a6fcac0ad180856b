"""Read what comes back: elke maand, om de 6 weken, iedere laatste vrijdag vd maand, 3 keer per jaar."""

from __future__ import annotations

from store.domain.occurrences import DAYS
from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.day_of_month import (
    month_day_at,
    monthly_at_school,
    on_month_day,
    on_school_day,
    school_day_at,
)
from store.planline.duration import duration
from store.planline.each_weekday import (
    alternate,
    every_weekday,
    habit,
    of_month,
    of_the_month,
    ranked_weekday,
)
from store.planline.match import Match, longest
from store.planline.months import ordinal
from store.planline.one_of_several import contacts_counted
from store.planline.reference import unclear
from store.planline.rhythm_rule import FREQ, counted, recurring
from store.planline.rhythm_words import OTHER, is_every_other, number_at, unit_at
from store.planline.times_per import times_per
from store.planline.tokens import Line


def recurrence(line: Line, i: int) -> Match | None:
    """Read the longest recurrence at this place, and take a weekday of the month behind it along."""
    match = longest(
        _every(line, i),
        every_weekday(line, i),
        alternate(line, i),
        _adverb(line, i),
        times_per(line, i),
        habit(line, i),
        of_the_month(line, i),
        on_month_day(line, i),
        on_school_day(line, i),
        ranked_weekday(line, i),
    )
    plain = match is not None and not match.whens[0].nth_school_day
    if match is None or not plain or match.whens[0].rrule not in {"FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"}:
        return match
    j = line.skip(match.end, words.THE | words.AROUND | {"op", "on", ","})
    if match.whens[0].rrule == "FREQ=MONTHLY" and j > match.end and (told := school_day_at(line, j)):
        return Match(of_month(line, told[1]) or told[1], (monthly_at_school(told[0]),))
    about = any(line.has(n, words.AROUND) for n in range(match.end, j))
    nth, weekday = ordinal(line, j), line.look(j + 1, words.WEEKDAYS)
    if j > match.end and (day := month_day_at(line, j)) is not None:
        rule = f"{match.whens[0].rrule};BYMONTHDAY={day[0]}"
        found = Match(day[1], (When(kind=WhenKind.RECURRENCE, rrule=rule),))
        return found.noting("about_day") if about else found
    if about or nth is None or weekday is None or not (nth == words.LAST or nth <= 4) or j == match.end:
        return match
    rrule = f"{match.whens[0].rrule};BYDAY={nth}{DAYS[weekday]}"
    end = of_month(line, j + 2) or j + 2
    return Match(end, (When(kind=WhenKind.RECURRENCE, rrule=rrule),))


def _every(line: Line, i: int) -> Match | None:
    """Read elke maand · elke 6 weken · every other week · om de 2 weken · om de maand."""
    if line.has(i, words.EVERY):
        j, bare = i + 1, 1
    elif is_every_other(line, i, {"de", "het"}):
        j, bare = i + 2, 2
    else:
        return None
    if line.has(j, {"fortnight"}):
        return Match(j + 1, (recurring(words.WEEK, 2),))
    if bare == 1 and line.has(j, words.SCHOOL_DAY | {"werkdag", "weekday", "workday"}):
        return Match(j + 1, (recurring(words.WEEK, 1, ",".join(DAYS[:5])),))
    if bare == 1 and line.has(j, words.DAYPARTS.keys() | words.WEEKEND):
        # *elke ochtend*, *elk weekend*: the part of the day or the week is told by its own word
        unit = words.WEEK if line.has(j, words.WEEKEND) else words.DAY
        return Match(j, (recurring(unit, 1),))
    if bare == 1 and line.phrase(j, ("school", "day")):
        return Match(j + 2, (recurring(words.WEEK, 1, ",".join(DAYS[:5])),))
    number: int | None = bare
    if line.has(j, OTHER):
        number, j = 2, j + 1
    elif (given := number_at(line, j)) is not None:
        number, j = given, j + 1
    elif (nth := ordinal(line, j)) is not None and nth > 1 and line.look(j + 1, words.UNITS) == words.WEEK:
        number, j = nth, j + 1
    return _so_many_or_so_many(line, j, number) or _so_many(line, j, number)


def _so_many(line: Line, j: int, number: int | None) -> Match | None:
    """Read the unit behind *elke 6*: that of what comes back so often."""
    found = unit_at(line, j)
    if found is None or number is None or not 1 <= number <= 60:
        return None
    times = line.number(found[1])
    if times is None and line.has(found[1] + 1, words.TIMES) and not line.has(found[1] + 2, words.OR):
        times = line.look(found[1], words.NUMBERS) or (1 if line.has(found[1], {"een", "a"}) else None)
    if times is not None and duration(line, found[1]) is None:
        return _so_often_each(line, found, times) if number == 1 else None
    unit, end = found
    if unit == words.SCHOOL_YEAR:
        return None
    return Match(end, (recurring(unit, number),))


def _so_many_or_so_many(line: Line, j: int, number: int | None) -> Match | None:
    """Read *2-3 weken*, *2 a 3 weken* behind *elke*: which of the two is not said."""
    other = number_at(line, j + 1)
    found = unit_at(line, j + 2)
    joint = words.DASH | words.OR | words.UNTIL | {"a", "to"}
    if not line.has(j, joint) or number is None or other is None or found is None or found[0] not in FREQ:
        return None
    return Match(found[1], (unclear(recurring(found[0], number), recurring(found[0], other)),))


def _so_often_each(line: Line, unit: tuple[str, int], times: int) -> Match | None:
    """Read the number behind *elke week 2x*; any other number there belongs to something else."""
    told, end = unit
    if not line.has(end + 1, words.TIMES) or told not in FREQ or not 1 <= times <= 60:
        return None
    return Match(end + 2, (recurring(told, 1) if times == 1 else counted(times, told),))


def _adverb(line: Line, i: int) -> Match | None:
    """Read maandelijks · wekelijks · 2-wekelijks · zeswekelijks · per kwartaal."""
    if (unsure := _biweekly(line, i)) is not None:
        return unsure
    if (told := line.look(i, words.FREQUENCIES)) is not None:
        return Match(i + 1, (recurring(*told),))
    number = number_at(line, i)
    if number is not None and 1 <= number <= 60:
        j = line.skip(i + 1, words.DASH)
        unit = line.look(j, words.UNIT_FREQUENCIES)
        return Match(j + 1, (recurring(unit, number),)) if unit else None
    token = line.token(i)
    for tail, unit in words.UNIT_FREQUENCIES.items():
        front = words.NUMBERS.get(token.word.removesuffix(tail)) if token else None
        if token and token.word.endswith(tail) and front:
            return Match(i + 1, (recurring(unit, front),))
    near = range(max(1, i - _LONG), i)
    counts = any(contacts_counted(line, n) == i and number_at(line, n - 1) is not None for n in near)
    if not line.has(i, words.PER if counts else {"per", "p"}):
        return None
    found = unit_at(line, line.skip(i + 1, words.THE) if counts else i + 1)
    if found is None or found[0] not in (FREQ if counts else FREQ.keys() - {words.YEAR}):
        return None
    return Match(found[1], (recurring(found[0], 1),))


_LONG = 5
"""Words of *short video check-ins*."""


def _biweekly(line: Line, i: int) -> Match | None:
    """Read bi-weekly and bimonthly, which mean twice in one and once in two."""
    for unit, tails in ((words.WEEK, {"weekly"}), (words.MONTH, {"monthly"})):
        end = i + 1 if any(line.has(i, {f"bi{tail}"}) for tail in tails) else None
        if line.has(i, {"bi"}) and line.has(line.maybe(i + 1, words.DASH), tails):
            end = line.maybe(i + 1, words.DASH) + 1
        if end is not None:
            return Match(end, (unclear(recurring(unit, 2), counted(2, unit)),))
    return None
