"""Read a weekday that comes back: elke vrijdag, iedere eerste maandag, om de vrijdag, vrijdags."""

from __future__ import annotations

from store.domain.occurrences import DAYS
from store.planline import purpose_words, words
from store.planline.match import Match
from store.planline.months import ordinal
from store.planline.reference import unclear
from store.planline.rhythm_rule import recurring
from store.planline.rhythm_words import OTHER, is_every_other, number_at
from store.planline.tokens import Line


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


def every_weekday(line: Line, i: int) -> Match | None:
    """Read elke vrijdag · every other Friday · iedere eerste maandag (vd maand) · elke di en do."""
    if not line.has(i, words.EVERY):
        return None
    j, every = line.skip(i + 1, words.THE), 1
    if line.has(j, OTHER):
        j, every = j + 1, 2
    if (several := _several_of_month(line, j)) is not None:
        return several
    nth = ordinal(line, j)
    if nth is not None:
        weekday = line.look(j + 1, words.WEEKDAYS)
        if weekday is None or not (nth == words.LAST or 1 <= nth <= 4):
            return None
        monthly = recurring(words.MONTH, 1, f"{nth}{DAYS[weekday]}")
        end = of_month(line, j + 2)
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
    return Match(of_month(line, j + 2) or j + 2, (recurring(words.MONTH, 1, on),))


_MOST_WEEKS = 4


def of_month(line: Line, j: int) -> int | None:
    """Return the place after *van de maand*, *vd maand*, *of every month*."""
    k = line.skip(j, words.OF | words.THE | words.EVERY)
    return k + 1 if k > j and line.has(k, _MONTH_WORDS) else None


_MONTH_WORDS = words.those("maand month mnd")


def of_the_month(line: Line, i: int) -> Match | None:
    """Read de eerste maandag van de maand: said as a habit, though without *elke*."""
    j = line.skip(i, words.THE)
    several = _several_of_month(line, j)
    if several is not None:
        return several if line.has(several.end - 1, _MONTH_WORDS) else None
    nth, weekday = ordinal(line, j), line.look(j + 1, words.WEEKDAYS)
    if nth is None or weekday is None or not (nth == words.LAST or 1 <= nth <= 4):
        return None
    end = of_month(line, j + 2)
    if end is None:
        return None
    match = Match(end, (recurring(words.MONTH, 1, f"{nth}{DAYS[weekday]}"),))
    return match if line.has(end - 2, words.EVERY) else match.noting("every_month")


def ranked_weekday(line: Line, i: int) -> Match | None:
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


def alternate(line: Line, i: int) -> Match | None:
    """Read om de vrijdag, alternate Fridays: every other Friday."""
    if line.has(i, {"alternate"}):
        day = line.look(i + 1, words.HABITS)
        day = line.look(i + 1, words.WEEKDAYS) if day is None else day
        week = line.look(i + 1, words.UNITS) == words.WEEK
        rule = recurring(words.WEEK, 2, DAYS[day]) if day is not None else recurring(words.WEEK, 2)
        return Match(i + 2, (rule,)) if week or day is not None else None
    if not is_every_other(line, i, {"de"}):
        return None
    weekday = line.look(i + 2, words.WEEKDAYS)
    return None if weekday is None else Match(i + 3, (recurring(words.WEEK, 2, DAYS[weekday]),))


_MONDAY_TO_FRIDAY = ",".join(DAYS[:5])


def habit(line: Line, i: int) -> Match | None:
    """Read vrijdags, op maandagen, Fridays, op werkdagen."""
    counted = number_at(line, i - 1) is not None or line.has(i - 1, purpose_words.VAGUE | words.THE | {"van"})
    if line.has(i, words.ALL_WEEKDAYS) and not counted:
        return Match(i + 1, (recurring(words.WEEK, 1, _MONDAY_TO_FRIDAY),))
    day = line.look(i, words.HABITS)
    return None if day is None else Match(i + 1, (recurring(words.WEEK, 1, DAYS[day]),))
