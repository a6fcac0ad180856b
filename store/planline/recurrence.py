"""Read what comes back: elke maand, om de 6 weken, iedere laatste vrijdag vd maand, 3 keer per jaar."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from store.domain.occurrences import DAYS, days_of
from store.domain.plan import When, WhenKind
from store.planline import purpose_words, words
from store.planline.duration import duration
from store.planline.in_order import in_order_to
from store.planline.match import Match, longest
from store.planline.months import nth_weekday, ordinal
from store.planline.one_of_several import contacts_counted
from store.planline.reference import Reference, month_end, unclear
from store.planline.tokens import Line

_FREQ = {
    words.DAY: ("DAILY", 1),
    words.WEEK: ("WEEKLY", 1),
    words.MONTH: ("MONTHLY", 1),
    words.QUARTER: ("MONTHLY", 3),
    words.HALF_YEAR: ("MONTHLY", 6),
    words.YEAR: ("YEARLY", 1),
}
_YEARS = (words.YEAR, words.SCHOOL_YEAR)
_COUNTED = (words.DAY, words.WEEK, words.MONTH, *_YEARS)
_PER = {"pj": words.YEAR, "pw": words.WEEK, "pwk": words.WEEK, "pm": words.MONTH, "pmnd": words.MONTH}
_LETTERS = {"w": words.WEEK, "m": words.MONTH, "j": words.YEAR}
"""What stands behind *p/*: *4x p/j*."""
_OTHER = frozenset({"other", "andere", "alternate"})


def recurring(unit: str, every: int, by_day: str = "") -> When:
    """Return a recurrence: FREQ, INTERVAL when it is not one, BYDAY, in that order."""
    freq, times = _FREQ[unit]
    parts = [f"FREQ={freq}"]
    if every * times > 1:
        parts.append(f"INTERVAL={every * times}")
    if by_day:
        parts.append(f"BYDAY={by_day}")
    return When(kind=WhenKind.RECURRENCE, rrule=";".join(parts))


def counted(times: int, per: str) -> When:
    """Return so many times in a school year, month or week, on no particular day.

    Without `per` it is so many times in the period that is told beside it: *2x voor de kerst*.
    """
    named = words.SCHOOL_YEAR if per in _YEARS else per
    return When(kind=WhenKind.RECURRENCE, times=times, per=named)


def recurrence(line: Line, i: int) -> Match | None:
    """Read the longest recurrence at this place, and take a weekday of the month behind it along."""
    match = longest(
        _every(line, i),
        _every_weekday(line, i),
        _alternate(line, i),
        _adverb(line, i),
        _times_per(line, i),
        _habit(line, i),
        _of_the_month(line, i),
        _on_month_day(line, i),
        _on_school_day(line, i),
        _ranked(line, i),
    )
    plain = match is not None and not match.whens[0].nth_school_day
    if match is None or not plain or match.whens[0].rrule not in {"FREQ=MONTHLY", "FREQ=MONTHLY;INTERVAL=3"}:
        return match
    j = line.skip(match.end, words.THE | words.AROUND | {"op", "on", ","})
    if match.whens[0].rrule == "FREQ=MONTHLY" and j > match.end and (told := school_day_at(line, j)):
        return Match(_of_month(line, told[1]) or told[1], (_monthly_at_school(told[0]),))
    about = any(line.has(n, words.AROUND) for n in range(match.end, j))
    nth, weekday = ordinal(line, j), line.look(j + 1, words.WEEKDAYS)
    if j > match.end and (day := _month_day(line, j)) is not None:
        rule = f"{match.whens[0].rrule};BYMONTHDAY={day[0]}"
        found = Match(day[1], (When(kind=WhenKind.RECURRENCE, rrule=rule),))
        return found.noting("about_day") if about else found
    if about or nth is None or weekday is None or not (nth == words.LAST or nth <= 4) or j == match.end:
        return match
    rrule = f"{match.whens[0].rrule};BYDAY={nth}{DAYS[weekday]}"
    end = _of_month(line, j + 2) or j + 2
    return Match(end, (When(kind=WhenKind.RECURRENCE, rrule=rrule),))


def _number(line: Line, i: int) -> int | None:
    number = line.number(i) if line.digits(i) <= 2 else None
    return number if number is not None else line.look(i, words.NUMBERS)


def _unit(line: Line, i: int) -> tuple[str, int] | None:
    """Read a unit, *half jaar* and *school year* included; and return the place after it."""
    if line.has(i, words.HALF) and line.look(i + 1, words.UNITS) == words.YEAR:
        return words.HALF_YEAR, i + 2
    if line.has(i, {"school"}) and line.has(i + 1, {"year"}):
        return words.SCHOOL_YEAR, i + 2
    unit = line.look(i, words.UNITS)
    return None if unit is None or line.has(i, {"w"}) else (unit, i + 1)


def _every(line: Line, i: int) -> Match | None:
    """Read elke maand · elke 6 weken · every other week · om de 2 weken · om de maand."""
    if line.has(i, words.EVERY):
        j, bare = i + 1, 1
    elif _is_every_other(line, i, {"de", "het"}):
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
    if line.has(j, _OTHER):
        number, j = 2, j + 1
    elif (given := _number(line, j)) is not None:
        number, j = given, j + 1
    elif (nth := ordinal(line, j)) is not None and nth > 1 and line.look(j + 1, words.UNITS) == words.WEEK:
        number, j = nth, j + 1
    return _so_many_or_so_many(line, j, number) or _so_many(line, j, number)


def _so_many(line: Line, j: int, number: int | None) -> Match | None:
    """Read the unit behind *elke 6*: that of what comes back so often."""
    found = _unit(line, j)
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
    other = _number(line, j + 1)
    found = _unit(line, j + 2)
    joint = words.DASH | words.OR | words.UNTIL | {"a", "to"}
    if not line.has(j, joint) or number is None or other is None or found is None or found[0] not in _FREQ:
        return None
    return Match(found[1], (unclear(recurring(found[0], number), recurring(found[0], other)),))


def _so_often_each(line: Line, unit: tuple[str, int], times: int) -> Match | None:
    """Read the number behind *elke week 2x*; any other number there belongs to something else."""
    told, end = unit
    if not line.has(end + 1, words.TIMES) or told not in _FREQ or not 1 <= times <= 60:
        return None
    return Match(end + 2, (recurring(told, 1) if times == 1 else counted(times, told),))


def _weekdays(line: Line, i: int) -> tuple[list[int], int]:
    days: list[int] = []
    while (day := line.look(i, words.WEEKDAYS)) is not None:
        days.append(day)
        i += 1
        following = line.skip(line.skip(i, words.LIST_JOINTS), words.EVERY)
        if not line.has(i, words.LIST_JOINTS) or line.look(following, words.WEEKDAYS) is None:
            break
        if _starts_date(line, following + 1) or _no_sunday(line, following):
            break
        i = following
    return days, i


_SO = frozenset(("nodig", "snel", "spoedig", "vroeg", "vaak", "gauw", "mogelijk"))


def _no_sunday(line: Line, i: int) -> bool:
    """Return whether *zo nodig*, *zo snel mogelijk* stands there, and no day."""
    return line.has(i, {"zo"}) and line.has(i + 1, _SO)


def _starts_date(line: Line, i: int) -> bool:
    # *elke do 15-16u* tells two hours
    dashed = line.has(i + 1, {"-", "/"}) and not line.has(i + 3, words.HOUR_WORDS)
    return line.number(i) is not None and (line.has(i + 1, words.MONTHS.keys()) or dashed)


def _every_weekday(line: Line, i: int) -> Match | None:
    """Read elke vrijdag · every other Friday · iedere eerste maandag (vd maand) · elke di en do."""
    if not line.has(i, words.EVERY):
        return None
    j, every = line.skip(i + 1, words.THE), 1
    if line.has(j, _OTHER):
        j, every = j + 1, 2
    if (several := _several_of_month(line, j)) is not None:
        return several
    nth = ordinal(line, j)
    if nth is not None:
        weekday = line.look(j + 1, words.WEEKDAYS)
        if weekday is None or not (nth == words.LAST or 1 <= nth <= 4):
            return None
        monthly = recurring(words.MONTH, 1, f"{nth}{DAYS[weekday]}")
        end = _of_month(line, j + 2)
        if end is None and nth in (2, 3, 4):
            return Match(j + 2, (unclear(monthly, recurring(words.WEEK, nth, DAYS[weekday])),))
        return Match(end or j + 2, (monthly,))
    days, end = _weekdays(line, j)
    if not days or _starts_date(line, end):
        return None
    return Match(end, (recurring(words.WEEK, every, ",".join(DAYS[day] for day in sorted(set(days)))),))


def _several_of_month(line: Line, j: int) -> Match | None:
    """Read *1e en 3e maandag (vd maand)*: more than one weekday of each month."""
    ranks: list[int] = []
    while (nth := ordinal(line, j)) is not None and (nth == words.LAST or 1 <= nth <= _MOST_WEEKS):
        ranks.append(nth)
        behind = line.skip(j + 1, words.LIST_JOINTS | words.THE)
        if behind == j + 1:
            break
        j = behind
    weekday = line.look(j + 1, words.WEEKDAYS)
    if len(ranks) == 1 or weekday is None or ordinal(line, j) is None:
        return None
    on = ",".join(f"{each}{DAYS[weekday]}" for each in ranks)
    return Match(_of_month(line, j + 2) or j + 2, (recurring(words.MONTH, 1, on),))


_MOST_WEEKS = 4


def _of_month(line: Line, j: int) -> int | None:
    """Return the place after *van de maand*, *vd maand*, *of every month*."""
    k = line.skip(j, words.OF | words.THE | words.EVERY)
    return k + 1 if k > j and line.has(k, _MONTH_WORDS) else None


_MONTH_WORDS = words.those("maand month mnd")


def _of_the_month(line: Line, i: int) -> Match | None:
    """Read de eerste maandag van de maand: said as a habit, though without *elke*."""
    j = line.skip(i, words.THE)
    several = _several_of_month(line, j)
    if several is not None:
        return several if line.has(several.end - 1, _MONTH_WORDS) else None
    nth, weekday = ordinal(line, j), line.look(j + 1, words.WEEKDAYS)
    if nth is None or weekday is None or not (nth == words.LAST or 1 <= nth <= 4):
        return None
    end = _of_month(line, j + 2)
    if end is None:
        return None
    match = Match(end, (recurring(words.MONTH, 1, f"{nth}{DAYS[weekday]}"),))
    return match if line.has(end - 2, words.EVERY) else match.noting("every_month")


def _ranked(line: Line, i: int) -> Match | None:
    """Read *eerste dinsdag* apart from its rhythm: *maandelijks bellen, eerste dinsdag*."""
    j = line.skip(i, words.THE | words.ON)
    nth, weekday = ordinal(line, j), line.look(j + 1, words.WEEKDAYS)
    if nth is None or weekday is None or not (nth == words.LAST or 1 <= nth <= 4):
        return None
    dated = words.OF | words.MONTHS.keys() | words.BEFORE | words.AFTER
    if line.has(j + 2, dated) or line.number(j + 2) is not None or line.has(i - 1, words.EVERY):
        return None
    monthly = any(
        line.look(n, words.FREQUENCIES) == (words.MONTH, 1)
        or (line.has(n, words.EVERY | {"per"}) and line.look(n + 1, words.UNITS) == words.MONTH)
        for n in range(len(line))
    )
    return Match(j + 2, (recurring(words.MONTH, 1, f"{nth}{DAYS[weekday]}"),)) if monthly else None


def _month_day(line: Line, j: int) -> tuple[int, int] | None:
    """Read 15e, 1st, laatste dag: a day of the month, -1 for its last, and the place after it."""
    nth = ordinal(line, j)
    if nth in (1, words.LAST) and line.has(j + 1, {"dag", "day"}):
        return nth, j + 2
    if nth is None or not 1 <= nth <= 31:
        return None
    other = (
        words.WEEKDAYS.keys() | words.UNITS.keys() | words.MONTHS.keys() | words.REPORT | {"helft", "half"}
    )
    return None if line.has(j + 1, other | words.SCHOOL_WEEK | words.SCHOOL_DAY) else (nth, j + 1)


def _on_month_day(line: Line, i: int) -> Match | None:
    """Read elke 15e (vd maand), op de 3e van de maand, the last day of every month."""
    every = line.has(i, words.EVERY)
    day = _month_day(line, line.skip(i + 1 if every else i, words.THE))
    if day is None or _another_rank(line, day[1]):
        return None
    end = _of_month(line, day[1])
    if end is None:
        ranked = line.look(day[1] - 1, words.ORDINALS) or 0
        unsure = day[0] == words.LAST or line.has(day[1] - 1, {"dag", "day"}) or 0 < ranked <= _LOW_RANK
        if not every or unsure or line.has(day[1], words.OF):
            return None
    rule = f"FREQ=MONTHLY;BYMONTHDAY={day[0]}"
    match = Match(end or day[1], (When(kind=WhenKind.RECURRENCE, rrule=rule),))
    return _each_month(match, line, every=every)


def _another_rank(line: Line, i: int) -> bool:
    """Return whether *en 15e*, *en 3e maandag* goes on behind *elke 1e*: one rule is not all of it."""
    return line.has(i, words.AND) and ordinal(line, line.skip(i + 1, words.THE)) is not None


_LOW_RANK = 20
"""*Elke tweede* and the like may rank anything; *elke dertigste* is a day of the month."""


def school_day_at(line: Line, j: int) -> tuple[int, int] | None:
    """Read eerste schooldag, 2nd school day, laatste lesdag: which one, and the place after it."""
    nth = ordinal(line, j)
    if nth is None or not (nth == words.LAST or 1 <= nth <= MOST_SCHOOL_DAYS):
        return None
    if line.has(j + 1, words.SCHOOL_DAY):
        return nth, j + 2
    return (nth, j + 3) if line.phrase(j + 1, ("school", "day")) else None


MOST_SCHOOL_DAYS = 15
"""Of a month: more than these not every month has."""


def _monthly_at_school(nth: int) -> When:
    return When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY", nth_school_day=nth)


def _on_school_day(line: Line, i: int) -> Match | None:
    """Read elke eerste schooldag (van de maand), the last school day of every month.

    *Elke tweede schooldag* alone may be every other one.
    """
    every = line.has(i, words.EVERY)
    told = school_day_at(line, line.skip(i + 1 if every else i, words.THE))
    if told is None:
        return None
    end = _of_month(line, told[1])
    if end is None:
        sure = every and told[0] in (1, words.LAST)
        others = words.OF | words.BEFORE | words.AFTER | words.MONTHS.keys() | {"elke", "elk"}
        if not sure or line.has(told[1], others):
            return None
        return Match(told[1], (_monthly_at_school(told[0]),)).noting("every_month")
    return _each_month(Match(end, (_monthly_at_school(told[0]),)), line, every=every)


def _is_every_other(line: Line, i: int, articles: Collection[str]) -> bool:
    """Return whether *om de* begins a rhythm, and not *om de week door te nemen*."""
    return line.has(i, {"om"}) and line.has(i + 1, articles) and in_order_to(line, i) == i


def _each_month(match: Match, line: Line, *, every: bool) -> Match:
    """Return what comes back each month, with a note where neither front nor end of it says *every*."""
    return match if every or line.has(match.end - 2, words.EVERY) else match.noting("every_month")


def _alternate(line: Line, i: int) -> Match | None:
    """Read om de vrijdag, alternate Fridays: every other Friday."""
    if line.has(i, {"alternate"}):
        day = line.look(i + 1, words.HABITS)
        day = line.look(i + 1, words.WEEKDAYS) if day is None else day
        week = line.look(i + 1, words.UNITS) == words.WEEK
        rule = recurring(words.WEEK, 2, DAYS[day]) if day is not None else recurring(words.WEEK, 2)
        return Match(i + 2, (rule,)) if week or day is not None else None
    if not _is_every_other(line, i, {"de"}):
        return None
    weekday = line.look(i + 2, words.WEEKDAYS)
    return None if weekday is None else Match(i + 3, (recurring(words.WEEK, 2, DAYS[weekday]),))


def _adverb(line: Line, i: int) -> Match | None:
    """Read maandelijks · wekelijks · 2-wekelijks · zeswekelijks · per kwartaal."""
    if (unsure := _biweekly(line, i)) is not None:
        return unsure
    if (told := line.look(i, words.FREQUENCIES)) is not None:
        return Match(i + 1, (recurring(*told),))
    number = _number(line, i)
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
    counts = any(contacts_counted(line, n) == i and _number(line, n - 1) is not None for n in near)
    if not line.has(i, words.PER if counts else {"per", "p"}):
        return None
    found = _unit(line, line.skip(i + 1, words.THE) if counts else i + 1)
    if found is None or found[0] not in (_FREQ if counts else _FREQ.keys() - {words.YEAR}):
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


def _times_per(line: Line, i: int) -> Match | None:
    """Read 3 keer per jaar · 2x (voor de kerst) · eens in de maand · drie keer dit schooljaar."""
    times = line.look(i, words.ONCE)
    j = i + 1
    if times is None:
        times = 1 if line.has(i, {"een"}) else _number(line, i)
        if times is not None and times > 1 and contacts_counted(line, j) is not None:
            return Match(j, (counted(times, ""),))
        if times is None or not line.has(j, words.TIMES):
            return None
        j += 1
    if (per := _per_unit(line, j)) is not None:
        return Match(j + 1, (recurring(per, 1) if times == 1 else counted(times, per),))
    unit_at = line.maybe(j + 1, {"/", "."}) if line.has(j, {"p"}) else j
    if unit_at > j and (letter := line.look(unit_at, _LETTERS)):
        return Match(unit_at + 1, (recurring(letter, 1) if times == 1 else counted(times, letter),))
    if line.has(
        j, words.PER | {"/", "p"} | (words.WHICH.keys() if line.has(j, {"dit", "this"}) else frozenset())
    ):
        j = line.skip(j + 1, words.THE)
    else:
        return Match(j, (counted(times, ""),)) if 2 <= times <= 60 else None
    number = _number(line, j)
    if number is not None:
        j += 1
    if times == 1 and line.has(j, {"fortnight"}):
        return Match(j + 1, (recurring(words.WEEK, 2),))
    found = _unit(line, j)
    if found is None or not 1 <= times <= 60:
        return None
    unit, end = found
    if unit not in _COUNTED:
        return None
    every = number or 1
    if times == 1 and unit in _FREQ and unit not in _YEARS and 1 <= every <= 60:
        return Match(end, (recurring(unit, every),))
    return Match(end, (counted(times, unit),)) if every == 1 else None


_MONDAY_TO_FRIDAY = ",".join(DAYS[:5])


def _habit(line: Line, i: int) -> Match | None:
    """Read vrijdags, op maandagen, Fridays, op werkdagen."""
    counted = _number(line, i - 1) is not None or line.has(i - 1, purpose_words.VAGUE | words.THE | {"van"})
    if line.has(i, words.ALL_WEEKDAYS) and not counted:
        return Match(i + 1, (recurring(words.WEEK, 1, _MONDAY_TO_FRIDAY),))
    day = line.look(i, words.HABITS)
    return None if day is None else Match(i + 1, (recurring(words.WEEK, 1, DAYS[day]),))


def with_first_day(
    when: When, reference: Reference, since: date | None, until: date | None, precise: bool
) -> When:
    """Return the recurrence with its first day, when a weekday fixes one: the first school day it falls on.

    `precise`: `since` was typed as a day, and so is the first one itself.
    """
    parts = dict(part.split("=") for part in when.rrule.split(";") if part)
    by_day = [day for day in parts.get("BYDAY", "").split(",") if day]
    month_day = int(parts.get("BYMONTHDAY", "0"))
    first = since if precise and when.rrule and not by_day and not month_day else None
    if month_day:
        day = since if since is not None and since > reference.day else reference.day + timedelta(days=1)
        while day.day != month_day and not (month_day < 0 and day == month_end(day)):
            day += timedelta(days=1)
        first = day
    if by_day:
        day = since if since is not None and since > reference.day else reference.day + timedelta(days=1)
        for _ in range(370):
            if any(_falls(day, each) for each in by_day) and reference.year.is_school_day(day):
                first = day
                break
            day += timedelta(days=1)
    start = since if first is None else None
    if when.nth_school_day:
        start = _first_month(when, since, reference)
    return When(
        kind=when.kind, rrule=when.rrule, times=when.times, per=when.per, first=first, until=until,
        nth_school_day=when.nth_school_day, start=start, time=when.time, daypart=when.daypart,
        anchor=when.anchor,
    )  # fmt: skip


def _first_month(when: When, since: date | None, reference: Reference) -> date:
    """Return the first day of the month in which the nth day of school is still to come, or a later one."""
    begin = max(since or reference.day, reference.day + timedelta(days=1))
    days = days_of(replace(when, start=begin), begin, reference.year)
    return max(begin, (days[0] if days else begin).replace(day=1))


def _falls(day: date, by_day: str) -> bool:
    weekday = DAYS.index(by_day[-2:])
    if day.weekday() != weekday:
        return False
    nth = int(by_day[:-2] or 0)
    return nth == 0 or nth_weekday(day.replace(day=1), weekday, nth).date == day <= month_end(day)


def _per_unit(line: Line, j: int) -> str | None:
    """Return the unit of *2x pw*, *2x week*; in *1x week na rapport 1*, *1x wk 45* it is none."""
    bare = line.look(j, words.UNITS)
    beside = words.BEFORE | words.AFTER | words.OF | words.FROM | words.ORDINALS.keys()
    ends = line.number(j + 1) is None and not line.has(j + 1, beside)
    return bare if bare in (words.WEEK, words.MONTH) and ends else line.look(j, _PER)
