"""Read times of the day: 15:30, 15.30u, 1530, half 4, kwart over drie, at 4, quarter past three."""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.planline import contact_words, words
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.words import those

_ENGLISH_NUMBERS = those("one two three four five six seven eight nine ten eleven twelve")


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as it was said. `twelve` means it may be meant on a twelve-hour clock.

    `bare` means nothing was said about morning or afternoon; `about` how loosely it was said: "about"
    (*rond*) or "from" (*vanaf*). `until` is the end of a stretch of time; `code` says why it
    cannot be. A bounded time is told by its `lead`, or as `typed`.
    """

    end: int
    minutes: int
    twelve: bool = False
    bare: bool = False
    about: str = ""
    until: str = ""
    code: str = ""
    lead: str = ""
    typed: str = ""
    last: tuple[str, Clock] | None = None

    @property
    def length(self) -> int:
        """The minutes up to the end, where one was said: 30 for 15:30-16:00."""
        if not self.until:
            return 0
        hour, minute = (int(part) for part in self.until.split(":"))
        return (60 * hour + minute - self.minutes) % (12 * 60)

    def beside(self, daypart: str) -> str:
        """Return what is told beside the time: how loosely it was said, else *na het eten*."""
        return self.about or ("" if daypart in words.DAYPARTS.values() else daypart)

    def told(self, daypart: str) -> str:
        """Return a time that was only bounded: *tussen 15:00 en 16:00*, *na 15:30 na school*."""
        if self.typed and not daypart:
            return self.typed
        return " ".join(each for each in (self._bounded(daypart), self.beside(daypart)) if each)

    def _bounded(self, daypart: str) -> str:
        hour, minute = self.at(daypart)
        begin = f"{self.lead} {hour:02}:{minute:02}"
        if self.last is None:
            return begin
        joint, end = self.last
        last, minutes = end.at(daypart)
        if last < hour and last + 12 <= 23:
            last += 12
        return f"{begin} {joint} {last:02}:{minutes:02}"

    def at(self, daypart: str) -> tuple[int, int]:
        """Return hour and minute. Without a part of the day 7-12 is morning and 1-6 afternoon."""
        hour, minute = divmod(self.minutes, 60)
        if self.twelve and 1 <= hour < 12:
            evening = daypart == words.EVENING_PART
            afternoon = hour <= 6 and (
                daypart == words.AFTERNOON_PART or (self.bare and daypart != words.MORNING_PART)
            )
            if evening or afternoon:
                hour += 12
        return hour, minute

    def assumes_afternoon(self, daypart: str) -> bool:
        """Return whether the afternoon was assumed."""
        return not daypart and self.at("")[0] != self.minutes // 60


def clock(line: Line, i: int, dated: bool) -> Clock | None:
    """Read the time at this place. `dated`: a day was read just before, so 12.11 is a time."""
    if (bounded := _bounded(line, i, dated) or _from_until(line, i, dated)) is not None:
        return bounded
    sure = line.has(i, words.AT)
    j = _behind_lead(line, i)
    found = _with_its_part(line, j) or _digital(line, j, sure or dated) or _spoken(line, j)
    if found is None and (line.has(i - 1, words.TODAY_PARTS.keys()) or line.has(i, words.CLOCK_ABOUT)):
        found = _bare_hour(line, i - 1, j) or (_hour_alone(line, j) if dated else None)
    if (
        found is None
        and sure
        and not line.has(j, words.ARTICLES)
        and (hour := _hour(line, j)) is not None
        and _ends_hour(line, j + 1)
    ):
        found = _checked(hour, 0, j + 1, bare=True)
    found = found or _before_its_end(line, j, dated)
    if found is None:
        return _about_that_hour(line, i)
    loosely = next((told for at in range(i, j) if (told := line.look(at, _LOOSELY))), "")
    if j > i + 1 and line.has(j - 1, words.OR | {"nabij"}):
        loosely = "about"
    if (ish := _behind_ish(line, found.end)) is not None:
        found, loosely = replace(found, end=ish), "about"
    return _stretch(line, replace(found, about=loosely))


def _before_its_end(line: Line, i: int, dated: bool) -> Clock | None:
    """Read the hour of *4 to 5pm*, *12 nov 7 to 7.15*, and of *12 nov, four to five* where a clause ends."""
    hour = _hour(line, i) if line.has(i + 1, _TO_TIME) else None
    if hour is None:
        return None
    end = _digital(line, i + 2, False)
    sure = end is not None and (dated or line.has(end.end - 1, words.HOUR_WORDS | words.AM_PM.keys()))
    ends = dated and (line.token(i + 3) is None or line.has(i + 3, {",", ";", "."}))
    if not sure and not (ends and _hour(line, i + 2) is not None):
        return None
    return _checked(hour, 0, i + 1, bare=True)


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


def _hour_alone(line: Line, i: int) -> Clock | None:
    """Read the hour of *12 nov rond 7*, where nothing follows that it may count: *about 7 friends*."""
    hour = _hour(line, i)
    ends = line.token(i + 1) is None or line.has(i + 1, _BEHIND_HOURS)
    if hour is None or not ends or not _ends_hour(line, i + 1) or line.has(i, words.ARTICLES):
        return None
    return _checked(hour, 0, i + 1, bare=True)


_BEHIND_HOURS = words.AND | words.DAYPARTS.keys() | contact_words.WITH | those(", ; . 's ish in at per via")


def _about_that_hour(line: Line, i: int) -> Clock | None:
    """Read *7ish*, *around 3 ish*."""
    hour, ish = _hour(line, i), _behind_ish(line, i + 1)
    if hour is None or ish is None:
        return None
    return replace(_suffixed(line, hour, 0, ish, bare=True), about="about")


def _with_its_part(line: Line, i: int) -> Clock | None:
    """Read *8 at night*, *9 in the morning*: a bare hour with the part of the day behind it."""
    hour = line.number(i) if line.digits(i) <= 2 else None
    part = line.look(i + 3, words.DAYPARTS) if line.phrase(i + 1, ("in", "the")) else None
    night = line.phrase(i + 1, ("at", "night"))
    if hour is None or not 1 <= hour <= 12 or not (part or night):
        return None
    late = night or part in (words.EVENING_PART, words.AFTERNOON_PART)
    return _checked(hour % 12 + (12 if late else 0), 0, i + (3 if night else 4), bare=False, twelve=False)


_TO_TIME = words.DASH | words.UNTIL | {"to", "t/m", "tm"}
_LOOSELY = dict.fromkeys(words.CLOCK_ABOUT, "about") | dict.fromkeys(words.FROM, "from")


def _bounded(line: Line, i: int, dated: bool) -> Clock | None:
    """Read tussen 3 en 4, na 15:30, voor 9 uur, niet voor 9 uur: a time that is kept as it was bounded."""
    if line.has(i, words.BETWEEN):
        first = _any_hour(line, i + 1)
        if first is None or first.code or not line.has(first.end, words.AND):
            return None
        last = _any_hour(line, first.end + 1)
        if last is None or last.code or line.has(last.end, _NO_HOURS):
            return None
        first = _in_the_half_of_its_end(line, first, last)
        return replace(
            first,
            end=last.end,
            typed=line.between(i, last.end) if _in_either_half(line, i + 1, first) else "",
            lead=line.called(i, i + 1),
            last=(line.between(first.end, first.end + 1), last),
        )
    i = line.maybe(i, {"maar", "but"}) if line.has(i + 1, {"niet", "not"}) else i
    j = line.maybe(i, {"niet", "not"})
    if j > i and line.has(j, _SOONER) and line.has(j + 1, {"dan", "than"}):
        j += 1
    else:
        j = line.maybe(j, words.DIRECTLY) if j == i else j
        bounded = line.has(j, words.BEFORE | words.AFTER | words.AT_LAST | words.UNTIL)
        j = line.maybe(j + 1, words.AT_LAST) - 1 if line.has(j, words.UNTIL) else j
        if not bounded or line.has(i - 1, {"kwart", "quarter"} | words.MINUTES):
            return None
    if line.number(i - 1) is not None and line.digits(i - 1) <= 2:
        return None
    found = _digital(line, j + 1, dated) or _spoken(line, j + 1)
    found = found or _bare_hour(line, i - 1, j + 1)
    alone = _hour_beside_its_day(line, j + 1, dated) if found is None else None
    found = found or alone
    if found is None or found.code:
        return None
    if line.has(i, words.UNTIL) and not _is_a_time(line, j + 1, found):
        return None
    stays = _tells_no_half(line, j, found, alone=alone is not None)
    end = _end_behind(line, found.end) if line.has(i, words.AFTER) else None
    told = replace(found, end=end[1].end, last=end) if end is not None else found
    return replace(told, lead=line.called(i, j + 1), typed=line.between(i, told.end) if stays else "")


def _is_a_time(line: Line, i: int, found: Clock) -> bool:
    """Return whether a time tells itself: *tot 17u*, *tot half 5*; *tot 12* may be a day."""
    return found.end > i + 1 and (line.number(i) is None or line.has(i + 1, _TIME_SIGNS))


_TIME_SIGNS = words.HOUR_WORDS | words.AM_PM.keys() | words.PAST | words.TO | frozenset(":.h")


def _end_behind(line: Line, i: int) -> tuple[str, Clock] | None:
    """Read *tot (uiterlijk) 16u* behind *na 15u*."""
    at = line.maybe(i + 1, words.AT_LAST)
    end = _digital(line, at, True) or _spoken(line, at) if line.has(i, words.UNTIL) else None
    sure = end is not None and not end.code and _is_a_time(line, at, end)
    return (line.between(i, at), end) if end is not None and sure else None


def _tells_no_half(line: Line, i: int, found: Clock, *, alone: bool) -> bool:
    """Return whether it stays as typed: *na achten*, *8 oct after 7*, *before 7* tell no half of the day."""
    after = found.bare and found.minutes % 60 == 0 and found.minutes < _NOON and line.has(i, words.AFTER)
    if line.has(i + 1, words.HOUR_PLURALS.keys()) or ((after or alone) and found.minutes > _SIX):
        return True
    either = words.AFTER if found.minutes % 60 else words.AFTER | words.BEFORE
    return line.has(i, either) and _in_either_half(line, i + 1, found)


def _in_either_half(line: Line, i: int, found: Clock) -> bool:
    """Return whether *na 7 uur*, *tussen half 8 en 9* is as likely in the evening as before school."""
    minutes_told = line.number(i) is not None and found.minutes % 60
    return found.bare and found.minutes // 60 in EITHER_HALF and not minutes_told


_SIX, _NOON = 6 * 60, 12 * 60
EITHER_HALF = (7, 8)
"""Hours before school and after the meal: about then is as likely the one as the other."""


def _hour_beside_its_day(line: Line, i: int, dated: bool) -> Clock | None:
    """Read the hour of *12 nov na 7*, and of *after 7 on 12 Nov*."""
    if dated:
        return _hour_alone(line, i)
    hour = _hour(line, i) if _day_told_behind(line, i + 1) and not line.has(i, words.ARTICLES) else None
    return _checked(hour, 0, i + 1, bare=True) if hour is not None else None


def _day_told_behind(line: Line, i: int) -> bool:
    """Return whether *on 12 Nov*, *op dinsdag* stands there."""
    day = line.number(i + 1) is not None or line.has(i + 1, words.DAY_NAMES.keys())
    return line.has(i, {"on", "op"}) and day


_SOONER = those("eerder vroeger later earlier sooner")


def _bare_hour(line: Line, before: int, i: int) -> Clock | None:
    """Read the bare hour behind a day or a part of it: *vrijdagochtend voor 9*, *tonight 8*."""
    hour = _hour(line, i) if line.has(before, _DAYS_AND_PARTS) else None
    if hour is None or not _ends_hour(line, i + 1) or line.has(i, words.ARTICLES):
        return None
    return _checked(hour, 0, i + 1, bare=True)


_DAYS_AND_PARTS = (
    {"night"}
    | words.DAYPARTS.keys()
    | words.TODAY_PARTS.keys()
    | words.WEEKDAYS.keys()
    | words.NEAR_DAYS.keys()
)


def _from_until(line: Line, i: int, dated: bool) -> Clock | None:
    """Read *12 nov van 3 tot half 4*: bare hours, where the day stands before them."""
    if not line.has(i, words.FROM | {"van"}):
        return None
    first = _any_hour(line, i + 1)
    if first is None or first.code or not line.has(first.end, _TO_TIME):
        return None
    last = _any_hour(line, first.end + 1)
    if last is None or last.code or line.has(last.end, _NO_HOURS):
        return None
    if not (dated or line.has(i - 1, _DAYS_AND_PARTS) or _day_told_behind(line, last.end)):
        return None
    hour, minute = last.at("")
    first = _in_the_half_of_its_end(line, first, last)
    return replace(first, end=last.end, until=f"{hour:02}:{minute:02}")


_NO_HOURS = words.MONTHS.keys() | words.UNITS.keys() | words.TIMES | words.MINUTES


def _any_hour(line: Line, i: int) -> Clock | None:
    """Read a time, also a bare hour."""
    found = _digital(line, i, True) or _spoken(line, i)
    if found is None and (hour := _hour(line, i)) is not None:
        found = _checked(hour, 0, i + 1, bare=True)
    return found


def _stretch(line: Line, begin: Clock) -> Clock:
    """Take the end of a time along: 15:30-16:00, van 15:30 tot 16:00."""
    j = begin.end
    if not line.has(j, _TO_TIME):
        return begin
    j = line.maybe(j + 1, words.AT_LAST)
    end = _digital(line, j, True) or _spoken(line, j) or _hour_alone(line, j)
    if end is None or end.code or line.has(end.end, _NO_HOURS):
        return begin
    hour, minute = end.at("")
    begin = _in_the_half_of_its_end(line, begin, end)
    return replace(begin, end=end.end, about="", until=f"{hour:02}:{minute:02}")


def _in_the_half_of_its_end(line: Line, begin: Clock, end: Clock) -> Clock:
    """Read the 7 of *7-7.30pm* as in the evening too; the 11 of *11-1pm* would then come behind its end."""
    noon = line.look(end.end - 1, words.AM_PM)
    if noon is None or not begin.twelve:
        return begin
    hour, minute = divmod(begin.minutes, 60)
    halves = [(hour % 12 + half) * 60 + minute for half in (noon, 0)]
    before = next((minutes for minutes in halves if minutes < end.minutes), begin.minutes)
    return replace(begin, minutes=before, twelve=False, bare=False)


def _digital(line: Line, i: int, sure: bool) -> Clock | None:
    hour = line.number(i)
    if hour is None:
        return None
    if line.digits(i) > 2:
        return _without_sign(line, i, hour, sure)
    if (found := _hour_and_minute(line, i, hour, sure)) is not None:
        return found
    if line.has(i + 1, words.HOUR_WORDS | words.AM_PM.keys()):
        return _suffixed(line, hour, 0, i + 1, bare=True)
    return None


def _without_sign(line: Line, i: int, number: int, sure: bool) -> Clock | None:
    """Read 1530, 330pm, om 930; 2026 by itself is rather a year, and 330 so many of anything."""
    told, few = line.has(i + 1, words.HOUR_WORDS | words.AM_PM.keys()), line.digits(i) == 3
    told = told or (few and line.has(i - 1, words.AT | words.CLOCK_ABOUT))
    if line.digits(i) > 4 or (few and not told):
        return None
    if not sure and 1900 <= number <= 2099 and not told:
        return None
    return _suffixed(line, *divmod(number, 100), i + 1, bare=few)


def _hour_and_minute(line: Line, i: int, hour: int, sure: bool) -> Clock | None:
    """Read 15:30, 15u30, and 15.30 where that can be no day."""
    minute = line.number(i + 2)
    if minute is None or line.digits(i + 2) != 2 or not (line.glued(i + 1) and line.glued(i + 2)):
        return None
    sign, bare = line.word(i + 1), line.digits(i) == 1
    if sign == ":" or (sign == "." and _is_no_day(line, i, sure)):
        return _suffixed(line, hour, minute, i + 3, bare=bare)
    if sign in {"u", "h"}:
        return _suffixed(line, hour, minute, i + 3, bare=False)
    return None


def _is_no_day(line: Line, i: int, sure: bool) -> bool:
    """Return whether two numbers with a dot between them are a time for sure: 12.11 may be a day."""
    ends = line.has(i + 3, words.DASH) and (
        (line.digits(i + 6) == 2 and line.has(i + 5, {".", ":"}))
        or (line.number(i + 4) is not None and line.has(i + 5, words.HOUR_WORDS | words.AM_PM.keys()))
    )
    if ends and line.word(i + 1) == "." and (line.number(i) or 0) <= 24:
        return True
    if line.joins_numbers(i + 3, {".", "-", "/"}):
        return False
    if sure or line.has(i + 3, words.HOUR_WORDS | words.AM_PM.keys()):
        return True
    hour, minute = line.number(i) or 0, line.number(i + 2) or 0
    return (minute > 12 or minute == 0) and hour <= 24


def _suffixed(line: Line, hour: int, minute: int, j: int, *, bare: bool) -> Clock:
    """Take what follows a time along: *uur*, *pm*."""
    j = _after_hour_words(line, j)
    noon = line.look(j, words.AM_PM)
    if noon is not None and 1 <= hour <= 12:
        return _checked(hour % 12 + noon, minute, j + 1, bare=False, twelve=False)
    return _checked(hour, minute, j, bare=bare)


def _after_hour_words(line: Line, j: int) -> int:
    return line.skip(j, words.HOUR_WORDS)


def _checked(hour: int, minute: int, j: int, *, bare: bool, twelve: bool = True) -> Clock:
    if hour > 23 or minute > 59:
        return Clock(j, 0, code="impossible_time")
    return Clock(j, hour * 60 + minute, twelve=twelve and 1 <= hour <= 12, bare=bare)


def _hour(line: Line, i: int) -> int | None:
    """Return the hour there, in digits or as a word."""
    number = line.number(i) if line.digits(i) <= 2 else None
    if number is None:
        number = line.look(i, words.NUMBERS)
    return number if number is not None and 1 <= number <= 24 else None


def _ends_hour(line: Line, j: int) -> bool:
    """Return whether a bare number before this place can be an hour: no month, unit or sign denies it."""
    if line.has(j, words.MONTHS.keys() | words.UNITS.keys() | words.TIMES | words.MINUTES):
        return False
    return not line.joins_numbers(j, {"-", "/", "."})


def _spoken(line: Line, i: int) -> Clock | None:
    if line.has(i, words.NOON):
        return Clock(i + 1, 12 * 60)
    if (plural := line.look(i, words.HOUR_PLURALS)) is not None:
        return _checked(plural, 0, i + 1, bare=True) if line.has(i - 1, words.BESIDE_HOURS) else None
    j = i
    if line.has(j, words.HALF):
        past = line.has(j + 1, {"past"})
        return _to_hour(line, j + 2, 30) if past else _to_hour(line, j + 1, -30, half=True)
    if line.has(j, words.QUARTER_HOUR):
        minutes: int | None = 15
    else:
        minutes = line.number(j) if line.digits(j) <= 2 else None
        if minutes is None:
            minutes = line.look(j, words.NUMBERS)
    if minutes is None:
        return None
    if line.has(j + 1, words.HOUR_WORDS) and line.number(j) is None and not line.has(j, words.ARTICLES):
        return _to_hour(line, j, 0)
    j = line.maybe(j + 1, words.MINUTES)
    if line.has(j, {"to"}) and _is_an_hour(line, i):
        return None
    if line.has(j, words.PAST | words.TO) and 1 <= minutes <= 29:
        delta = minutes if line.has(j, words.PAST) else -minutes
        if line.has(j + 1, words.HALF) and not line.has(j + 2, {"past"}):
            return _to_hour(line, j + 2, delta - 30, half=True)
        return _to_hour(line, j + 1, delta)
    return None


def _is_an_hour(line: Line, i: int) -> bool:
    """Return whether *4* in *from 4 to 5*, *4 to 5* is an hour: nobody counts four minutes to five."""
    number = line.number(i) if line.number(i) is not None else line.look(i, words.NUMBERS)
    bare = number is not None and line.has(i + 1, {"to"})
    return bare and (line.has(i - 1, words.FROM | {"van"}) or (number or 0) % 5 > 0)


def _to_hour(line: Line, i: int, delta: int, *, half: bool = False) -> Clock | None:
    """Return so many minutes from the hour named at this place."""
    hour = _hour(line, i) or line.look(i, words.HOUR_PLURALS)
    if hour is None or not _ends_hour(line, i + 1):
        return None
    digits = line.number(i) is not None
    if half and (line.has(i, _ENGLISH_NUMBERS) or (digits and in_english(line))):
        return Clock(i + 1, 0, code="ambiguous_time")
    total = hour * 60 + delta
    if total < 60:
        total += 12 * 60
    spoken = _suffixed(line, total // 60, total % 60, i + 1, bare=True)
    return spoken if not spoken.code else Clock(spoken.end, 0, code=spoken.code)
