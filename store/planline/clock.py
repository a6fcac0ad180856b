"""Read times of the day: 15:30, 15.30u, 1530, half 4, kwart over drie, at 4, quarter past three."""

from __future__ import annotations

from dataclasses import replace

from store.planline import words
from store.planline.clock_time import Clock, checked_time
from store.planline.hours import digital_time, ends_hour, hour_at, spoken_time, suffixed
from store.planline.time_bounds import TO_TIME, bare_hour, bounded_time, from_until, hour_alone, stretch
from store.planline.tokens import Line
from store.planline.words import those


def clock(line: Line, i: int, dated: bool) -> Clock | None:
    """Read the time at this place. `dated`: a day was read just before, so 12.11 is a time."""
    if (bounded := bounded_time(line, i, dated) or from_until(line, i, dated)) is not None:
        return bounded
    sure = line.has(i, words.AT)
    j = _behind_lead(line, i)
    found = _with_its_part(line, j) or digital_time(line, j, sure or dated) or spoken_time(line, j)
    if found is None and (line.has(i - 1, words.TODAY_PARTS.keys()) or line.has(i, words.CLOCK_ABOUT)):
        found = bare_hour(line, i - 1, j) or (hour_alone(line, j) if dated else None)
    if (
        found is None
        and sure
        and not line.has(j, words.ARTICLES)
        and (hour := hour_at(line, j)) is not None
        and ends_hour(line, j + 1)
    ):
        found = checked_time(hour, 0, j + 1, bare=True)
    found = found or _before_its_end(line, j, dated)
    if found is None:
        return _about_that_hour(line, i)
    loosely = next((told for at in range(i, j) if (told := line.look(at, _LOOSELY))), "")
    if j > i + 1 and line.has(j - 1, words.OR | {"nabij"}):
        loosely = "about"
    if (ish := _behind_ish(line, found.end)) is not None:
        found, loosely = replace(found, end=ish), "about"
    return stretch(line, replace(found, about=loosely))


def _before_its_end(line: Line, i: int, dated: bool) -> Clock | None:
    """Read the hour of *4 to 5pm*, *12 nov 7 to 7.15*, and of *12 nov, four to five* where a clause ends."""
    hour = hour_at(line, i) if line.has(i + 1, TO_TIME) else None
    if hour is None:
        return None
    end = digital_time(line, i + 2, False)
    sure = end is not None and (dated or line.has(end.end - 1, words.HOUR_WORDS | words.AM_PM.keys()))
    ends = dated and (line.token(i + 3) is None or line.has(i + 3, {",", ";", "."}))
    if not sure and not (ends and hour_at(line, i + 2) is not None):
        return None
    return checked_time(hour, 0, i + 1, bare=True)


def _behind_lead(line: Line, i: int) -> int:
    """Return the place after *om*, *at about*, *om en nabij*, *rond een uur of*, before a time."""
    j = line.maybe(i, words.AT | words.CLOCK_ABOUT | words.FROM | {"van"})
    if line.phrase(j, ("en", "nabij")):
        return j + 2
    j = line.maybe(j, words.CLOCK_ABOUT | (_SHARP if j > i else frozenset()))
    hour = line.maybe(j, words.ARTICLES)
    about = j > i and line.has(hour, {"uur", "uurtje"}) and line.has(hour + 1, words.OR)
    return hour + 2 if about else j


_SHARP = those("klokslag precies exact exactly stipt")


def _behind_ish(line: Line, i: int) -> int | None:
    """Return the place after *ish*, *-ish*, where it stands there."""
    ish = line.maybe(i, {"-"})
    return ish + 1 if line.has(ish, {"ish"}) else None


def _about_that_hour(line: Line, i: int) -> Clock | None:
    """Read *7ish*, *around 3 ish*."""
    hour, ish = hour_at(line, i), _behind_ish(line, i + 1)
    if hour is None or ish is None:
        return None
    return replace(suffixed(line, hour, 0, ish, bare=True), about="about")


def _with_its_part(line: Line, i: int) -> Clock | None:
    """Read *8 at night*, *9 in the morning*: a bare hour with the part of the day behind it."""
    hour = line.number(i) if line.digits(i) <= 2 else None
    part = line.look(i + 3, words.DAYPARTS) if line.phrase(i + 1, ("in", "the")) else None
    night = line.phrase(i + 1, ("at", "night"))
    if hour is None or not 1 <= hour <= 12 or not (part or night):
        return None
    late = night or part in (words.EVENING_PART, words.AFTERNOON_PART)
    return checked_time(hour % 12 + (12 if late else 0), 0, i + (3 if night else 4), bare=False, twelve=False)


_LOOSELY = dict.fromkeys(words.CLOCK_ABOUT, "about") | dict.fromkeys(words.FROM, "from")
