"""Read dates as people and programs write them, and tell in which order a column has day, month and year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from typing import NamedTuple
from zoneinfo import ZoneInfo

from store.domain.school_year import DEFAULT_ZONE
from store.domain.text import fold

_MONTHS = (
    "januari january janvier", "februari february fevrier", "maart mrt march mars marz", "april avril",
    "mei may mai", "juni june juin", "juli july juillet", "augustus august aout", "september sept septembre",
    "oktober october octobre", "november novembre", "december decembre dezember",
)  # fmt: skip
_WEEKDAYS = (
    "maandag monday montag lundi", "dinsdag tuesday dienstag mardi", "woensdag wednesday mittwoch mercredi",
    "donderdag thursday donnerstag jeudi", "vrijdag friday freitag vendredi",
    "zaterdag saturday samstag samedi", "zondag sunday sonntag dimanche",
)  # fmt: skip
_NO_TIME = r"(?![\d:]|\.\d|\s*(?:uur|uhr|u|h|[ap]\.?m)(?![a-z]))"
"""What two figures are no year before: they are the hour of a time."""
_DAY = r"(?:(?P<w>(?:ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su|mi|lu|me|je|ve)[a-z]*)\.?,?\s*)?"
_ISO = re.compile(_DAY + r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?:T|\b)", re.I)
_COMPACT = re.compile(r"(?P<w>)(?P<y>20\d\d)(?P<m>[01]\d)(?P<d>[0-3]\d)(?:T|\b)")
_COMPACT_DUTCH = re.compile(r"(?P<w>)(?P<d>[0-3]\d)(?P<m>[01]\d)(?P<y>20\d\d)\b")
_TRIPLE = re.compile(
    _DAY + r"(?P<a>\d\d?)\s*(?P<s>[-/. ])\s*(?P<b>\d\d?)\s*(?P=s)\s*'?(?P<c>\d{4}|\d\d)" + _NO_TIME, re.I
)
_WORDS = re.compile(
    _DAY
    + r"(?P<d>\d\d?)(?:e|ste|de|st|nd|rd|th|\.)?[-. ]\s*(?P<name>[a-zéûä]{3,})\.?"
    + r"(?:[-., ]+'?(?P<y>\d{4}|\d\d)"
    + _NO_TIME
    + ")?",
    re.I,
)
_AMERICAN = re.compile(
    _DAY + r"(?P<name>[a-zéûä]{3,})\.?\s+(?P<d>\d\d?)(?:st|nd|rd|th)?(?:,?\s+(?P<y>\d{4})(?![\d:]))?", re.I
)
_PAIR = re.compile(_DAY + r"(?P<a>\d\d?)\s*[-/.]\s*(?P<b>\d\d?)\.?(?![\d:.\-/])", re.I)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-3])[0-5]\d")
_TIME_BEHIND = r"(?i)(?:(?:om|van|at|from|tussen)\s|[-–(])?\s*\d"
_TIME_SURELY = r"(?i)(?:om|van|at|from|tussen)?\s*(?:\d\d?\s?(?:[:.hu]|uur)|(?:half|kwart) )"
_WEEKDAY_ALONE = re.compile(r"(?:op |on )?(?P<w>[^\W\d_]{2,})\.?(?:[ ,]+(?P<rest>.*))?", re.I)
_SERIAL = re.compile(r"(?P<serial>\d{5})(?P<rest>[.]\d+)?$")
_ZONED = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d)?(?:[.,]\d+)?\s*(Z|UTC|[+-]\d\d:?\d\d)$")
SHORTEST_DAY = 2
"""Letters of a weekday that is cut short as far as can be."""
HARDLY_BEFORE = timedelta(days=120)
"""How far back a date without a year may lie: a roster is for what comes, or of this autumn."""


class Order(Enum):
    """The orders in which a date can be written as three numbers."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"
    YEAR_FIRST = "year first"


_TURNED = {Order.DAY_FIRST: Order.MONTH_FIRST, Order.MONTH_FIRST: Order.DAY_FIRST}


class FoundDate(NamedTuple):
    """A date, what stands behind it (a time, perhaps), and whether the weekday before it is another.

    It is `certain` to be meant as one by its year, or by a weekday; `alone` when only a weekday is written;
    `turned` when its day and month stand the other way round than in its column.
    """

    day: date
    rest: str = ""
    weekday_wrong: bool = False
    certain: bool = True
    alone: bool = False
    turned: bool = False


class DateReader(NamedTuple):
    """Reads the dates of one column: in this order, without a year as one near `today`, zones as `zone`.

    A weekday alone is that of the seven days from `week` on; without it, it is no date.
    """

    order: Order = Order.DAY_FIRST
    today: date | None = None
    zone: str = DEFAULT_ZONE
    week: date | None = None

    def read(self, text: str) -> FoundDate | None:
        """Return the date that a text begins with."""
        text = text.strip()
        if serial := _SERIAL.fullmatch(text):
            day = date(1899, 12, 30) + timedelta(days=int(serial["serial"]))
            return FoundDate(day, part_of_day(serial["rest"]), certain=False)
        if not any(map(str.isdigit, text)):
            return self._by_weekday(text)
        if zoned := _ZONED.fullmatch(text):
            return self._in_zone(zoned)
        for pattern in (_ISO, _COMPACT, _COMPACT_DUTCH, _TRIPLE, _WORDS, _AMERICAN, _PAIR):
            if found := pattern.match(text):
                if pattern is _PAIR and _keeps_a_time(found):
                    continue
                day_found = self._date(found.groupdict())
                turned = day_found is None and pattern is _TRIPLE and self.order in _TURNED
                if turned:
                    day_found = self._replace(order=_TURNED[self.order])._date(found.groupdict())
                if day_found is None and (
                    pattern is _COMPACT or (pattern is _AMERICAN and not _month(found["name"]))
                ):
                    continue
                if day_found is None:
                    return self._by_weekday(text)
                rest = text[found.end() :].strip(" ,")
                certain = bool(
                    found["w"] or pattern is _ISO or found.groupdict().get("y") or pattern is _TRIPLE
                )
                if not certain and rest and not re.match(_TIME_BEHIND, rest):
                    return None
                wrong = _contradicts(found["w"], day_found)
                return FoundDate(day_found, rest, wrong, certain, turned=turned)
        return self._by_weekday(text)

    def _by_weekday(self, text: str) -> FoundDate | None:
        """Return the day that a weekday without a date is: "maandag 14:00"."""
        found = _WEEKDAY_ALONE.fullmatch(text)
        if self.week is None or found is None or (at := _weekday(found["w"])) is None:
            return None
        rest = found["rest"] or ""
        if rest and not re.match(_TIME_SURELY, rest):
            return None
        day = self.week + timedelta(days=(at - self.week.weekday()) % 7)
        return FoundDate(day, rest, certain=False, alone=True)

    def _in_zone(self, zoned: re.Match[str]) -> FoundDate:
        moment = datetime.fromisoformat(f"{zoned[1]}T{zoned[2]}{zoned[3].replace('UTC', 'Z')}")
        local = moment.astimezone(ZoneInfo(self.zone))
        return FoundDate(local.date(), f"{local:%H:%M}")

    def _date(self, parts: dict[str, str | None]) -> date | None:
        if parts.get("a"):
            numbers = (parts["a"], parts["b"], parts.get("c"))
            day, month, year = _ordered(numbers, self.order)
        else:
            day, year = parts["d"], parts["y"]
            month = str(_month(parts["name"])) if parts.get("name") else parts["m"]
        try:
            if year is not None:
                return date(_full(year), int(month or 0), int(day or 0))
            return self._near_today(int(day or 0), int(month or 0))
        except ValueError:
            return None

    def _near_today(self, day: int, month: int) -> date | None:
        """Return the next date with this day and month; one of the weeks behind us is that one."""
        if self.today is None:
            return None
        years = (self.today.year - 1, self.today.year, self.today.year + 1)
        return next(
            (found for year in years if (found := date(year, month, day)) >= self.today - HARDLY_BEFORE), None
        )


class Proof(NamedTuple):
    """The order of a column's dates; `other` is one that is possible too, by an `example`.

    `proven` when only this order makes dates of them all, `seen` when there were any.
    """

    order: Order
    other: Order | None = None
    example: str = ""
    proven: bool = False
    seen: bool = True


def read_date(text: str) -> tuple[date, str] | None:
    """Read a full date, day before month; and return what stands behind it (a time, perhaps).

    Two digits stand for a year from 1970 to 2069. A bare number is a workbook's count of days.
    """
    found = DateReader().read(text)
    return (found.day, found.rest) if found and not found.turned else None


def prove_order(texts: Iterable[str], *, english: bool, today: date | None, talks: bool) -> Proof:
    """Return the order in which these dates are written: by a number that can be no month, else by weekdays.

    Of two orders that are both possible the one wins that brings `talks` close together and near
    `today`; slashes that could be either stay a question. Dashes and points are Dutch, so day first.
    """
    texts = list(texts)
    written = [text for text in texts if _TRIPLE.match(text.strip())]
    if not written:
        month_first = today and _only_month_first([text for text in texts if "/" in text], today)
        return Proof(Order.MONTH_FIRST, proven=True) if month_first else Proof(Order.DAY_FIRST, seen=False)
    short = all(len(_numbers(text)[2]) == 2 for text in written)
    orders = [Order.DAY_FIRST, Order.MONTH_FIRST, *([Order.YEAR_FIRST] if short and talks else [])]
    read = {order: list(map(DateReader(order).read, written)) for order in orders}
    if mixed := _mixed(written, read):
        return mixed
    readable = {order: _usable(found) for order, found in read.items()}
    most = max(len(found) for found in readable.values())
    if not most:
        return Proof(Order.DAY_FIRST, seen=False)
    fits = [order for order in orders if len(readable[order]) == most]
    right = [order for order in fits if not any(each.weekday_wrong for each in readable[order])]
    fits = right or fits
    if len(fits) == 1:
        return Proof(fits[0], proven=True)
    if Order.YEAR_FIRST in fits and Order.DAY_FIRST not in fits:
        return Proof(Order.YEAR_FIRST, Order.MONTH_FIRST, written[0])
    if Order.YEAR_FIRST in fits:
        return _with_short_years(readable, written, today)
    slashes = any("/" in text for text in written)
    if not slashes or readable[fits[0]] == readable[fits[1]]:
        return Proof(Order.DAY_FIRST)
    spread = {order: _spread(readable[order]) for order in fits} if talks else {}
    if spread and spread[Order.DAY_FIRST] < spread[Order.MONTH_FIRST] and not english:
        return Proof(Order.DAY_FIRST)
    closer = spread and spread[Order.MONTH_FIRST] < spread[Order.DAY_FIRST]
    order = Order.MONTH_FIRST if closer or (english and not talks) else Order.DAY_FIRST
    if order is Order.DAY_FIRST and not english and not closer and not talks:
        return Proof(order)
    return Proof(order, _TURNED[order], _example(written, order, _TURNED[order]))


def _mixed(written: Sequence[str], read: Mapping[Order, Sequence[FoundDate | None]]) -> Proof | None:
    """Return the order that most dates prove, where others prove the other one; what may be both is asked."""
    found = {order: dict(zip(written, read[order], strict=True)) for order in _TURNED}
    own = {order: {text for text, each in found[order].items() if _is_read(each)} for order in _TURNED}
    day_first, month_first = own[Order.DAY_FIRST], own[Order.MONTH_FIRST]
    # dashes and points are Dutch, whatever somebody else wrote with slashes
    dutch = {text for text in day_first if "/" not in text} if any("/" in text for text in written) else set()
    month_first -= dutch
    if not (day_first - month_first and month_first - day_first):
        return None
    by_day = bool(dutch) or len(day_first - month_first) >= len(month_first - day_first)
    order = Order.DAY_FIRST if by_day else Order.MONTH_FIRST
    for text in written:
        days = {found[each][text] for each in _TURNED}
        if "/" in text and text in day_first & month_first and len(days) > 1:
            return Proof(order, _TURNED[order], text)
    return Proof(order)


def _is_read(found: FoundDate | None) -> bool:
    return found is not None and not found.turned


def _only_month_first(texts: list[str], today: date) -> bool:
    """Return whether only with the month first these are dates without a year, on their weekdays."""
    pairs = [text for text in texts if _PAIR.match(text.strip())]
    found = {
        order: [
            each for text in pairs if (each := DateReader(order, today).read(text)) and not each.weekday_wrong
        ]
        for order in (Order.DAY_FIRST, Order.MONTH_FIRST)
    }
    return len(found[Order.DAY_FIRST]) < len(found[Order.MONTH_FIRST]) == len(pairs)


def _with_short_years(
    readable: dict[Order, list[FoundDate]], written: list[str], today: date | None
) -> Proof:
    """Return the order of dates such as 26-08-25, in which the year may stand at either end."""
    ahead = {_numbers(text)[0] for text in written}
    pair = [Order.DAY_FIRST, Order.YEAR_FIRST]
    if today is None:
        far = {order: timedelta() for order in pair}
    else:
        far = {order: min(abs(each.day - today) for each in readable[order]) for order in pair}
    keys = {order: (far[order] > timedelta(days=200), _spread(readable[order])) for order in pair}
    order = min(pair, key=lambda each: (keys[each], pair.index(each)))
    other = pair[1 - pair.index(order)]
    certain = keys[order][0] < keys[other][0] and order is Order.DAY_FIRST
    if certain or (order is Order.DAY_FIRST and len(ahead) > 1 and keys[order] < keys[other]):
        return Proof(order)
    return Proof(order, other, _example(written, order, other))


def part_of_day(rest: str | None) -> str:
    """Return the part of a day behind a workbook's count of days, as a time."""
    if not rest or not rest.strip(".0"):
        return ""
    hour, minute = divmod(round(float(rest) * 24 * 60) % (24 * 60), 60)
    return f"{hour}:{minute:02}"


def _usable(found: Iterable[FoundDate | None]) -> list[FoundDate]:
    return [each for each in found if each and not each.turned and 1900 <= each.day.year < 2100]


def _numbers(text: str) -> tuple[str, str, str]:
    found = _TRIPLE.match(text.strip())
    return (found["a"], found["b"], found["c"]) if found else ("", "", "")


def _ordered(
    numbers: tuple[str | None, str | None, str | None], order: Order
) -> tuple[str | None, str | None, str | None]:
    """Return three numbers as day, month and year."""
    first, second, third = numbers
    if order is Order.MONTH_FIRST:
        return second, first, third
    if order is Order.YEAR_FIRST and third is not None and len(third) == 2:
        return third, second, first
    return first, second, third


def _spread(found: list[FoundDate]) -> timedelta:
    days = [each.day for each in found]
    return max(days) - min(days) if days else timedelta()


def _example(texts: list[str], order: Order, other: Order) -> str:
    """Return a text that is another date in the other order."""
    one, two = DateReader(order), DateReader(other)
    return next((text for text in texts if one.read(text) != two.read(text)), texts[0])


def _full(year: str) -> int:
    if len(year) > 2:
        return int(year)
    return int(year) + (2000 if int(year) < 70 else 1900)


def behind_weekday(text: str) -> tuple[int, str] | None:
    """Return the weekday that a text begins with, from 0, and what stands behind it: "do 9.10"."""
    found = _WEEKDAY_ALONE.fullmatch(text.strip())
    at = _weekday(found["w"]) if found else None
    return None if found is None or at is None else (at, found["rest"] or "")


def _keeps_a_time(pair: re.Match[str]) -> bool:
    """Return whether two numbers are a time behind a word that only looks like a weekday: "vrij 9.10"."""
    if not pair["w"] or _weekday(pair["w"]) is not None:
        return False
    between = pair.string[pair.end("a") : pair.start("b")]
    return between == "." and bool(_CLOCK.fullmatch(pair["a"] + pair["b"]))


def _contradicts(weekday: str | None, day: date) -> bool:
    """Return whether a weekday is written that this date is not."""
    if not weekday:
        return False
    said = fold(weekday)
    if len(said) == SHORTEST_DAY and (at := _weekday(said)) is not None:
        # "ma" is maandag, and mardi only where it says more of it
        return day.weekday() != at
    fits = [n for n, names in enumerate(_WEEKDAYS) if any(each.startswith(said) for each in names.split())]
    return bool(fits) and day.weekday() not in fits


def _weekday(word: str) -> int | None:
    """Return the weekday that a word is, whole or as it is cut short; None for any other word."""
    said = fold(word)
    return next(
        (
            n
            for n, names in enumerate(_WEEKDAYS)
            for name in names.split()[:2]
            if said in {name, name[:2], name[:3]}
        ),
        None,
    )


def _month(name: str | None) -> int:
    """Return the month a word begins, 0 when none does."""
    said = fold(name or "")
    for number, names in enumerate(_MONTHS, 1):
        if any(each.startswith(said) for each in names.split()):
            return number
    return 0
