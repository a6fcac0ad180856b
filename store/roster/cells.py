"""Read what is written in a cell: dates, times, minutes, yes or no. A cell that is unclear reads as None."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from typing import NamedTuple

from store.roster.names import words

LONGEST_TALK = 240
"""Minutes."""
_MONTHS = (
    "januari january", "februari february", "maart mrt march", "april", "mei may", "juni june", "juli july",
    "augustus august", "september sept", "oktober october", "november", "december",
)  # fmt: skip
_DAY = r"(?:(?:ma|di|wo|do|vr|za|zo|mo|tu|we|th|fr|sa|su)[a-z]*\.?,?\s+)?"
_ISO = re.compile(r"(?P<y>\d{4})[-/.](?P<m>\d\d?)[-/.](?P<d>\d\d?)(?:T|\b)")
_NUMBERS = re.compile(_DAY + r"(?P<d>\d\d?)\s*[-/. ]\s*(?P<m>\d\d?)\s*[-/. ]\s*'?(?P<y>\d{4}|\d\d)\b", re.I)
_WORDS = re.compile(_DAY + r"(?P<d>\d\d?)e?[-. ]\s*(?P<name>[a-zé]{3,})[-. ]+'?(?P<y>\d{4}|\d\d)\b", re.I)
_SERIAL = re.compile(r"(?P<serial>\d{5})(?P<rest>[.]\d+)?$")
_CLOCK = r"(\d\d?)[:.hu](\d\d)(?::\d\d(?:\.0+)?)?\s*(?:uur|u|h)?\s*([ap]\.?m\.?)?"
_TIME = re.compile(_CLOCK, re.I)
_HOUR = re.compile(r"(\d\d?)\s*(?:uur|u|h|([ap]\.?m\.?))", re.I)
_FOUR = re.compile(r"(\d\d)(\d\d)")
_RANGE = re.compile(r"(.+?)\s*(?:-|–|—|\btot\b|\btill?\b|\bto\b|\bt/m\b)\s*(.+)", re.I | re.S)
_FRACTION = re.compile(r"0[.,](?:\d|\d{3,})")
_UNCLEAR_TIME = re.compile(r"0\.\d\d")
"""Half past midnight, or a workbook's part of a day? Better refused than read wrong."""
_MINUTES = re.compile(r"(\d{1,3})\s*(?:'|m|min\.?|minuten|minuut|minutes?)?", re.I)
_HOURS = re.compile(r"(\d)\s*(?:uur|u|h|hours?)", re.I)
_CLOCK_MINUTES = re.compile(r"(\d\d?):(\d\d)(?::00)?")
_YES = frozenset(["ja", "j", "yes", "y", "x", "1", "waar", "true", "wel", "nodig", "jazeker"])
_NO = frozenset(["nee", "n", "no", "0", "onwaar", "false", "niet", "geen"])


class TimeSpan(NamedTuple):
    """A time of day and, where it was written behind it, the time it ends."""

    start: time
    end: time | None = None


def read_date(text: str) -> tuple[date, str] | None:
    """Read a full date, day before month; and return what stands behind it (a time, perhaps).

    Two digits stand for a year from 1970 to 2069. A bare number is a workbook's count of days.
    """
    if serial := _SERIAL.fullmatch(text):
        return date(1899, 12, 30) + timedelta(days=int(serial["serial"])), _fraction(serial["rest"])
    for pattern in (_ISO, _NUMBERS, _WORDS):
        if found := pattern.match(text):
            parts = found.groupdict()
            month = _month(parts["name"]) if "name" in parts else int(parts["m"])
            year = int(parts["y"])
            if len(parts["y"]) == 2:
                year += 2000 if year < 70 else 1900
            try:
                return date(year, month, int(parts["d"])), text[found.end() :].strip(" ,")
            except ValueError:
                return None
    return None


def read_time(text: str) -> TimeSpan | None:
    """Read a time of day ("13:00", "13u20", "1:20 PM"), or from and until ("13:00-13:20").

    A bare part of a day, as a workbook counts time, is one too.
    """
    text = text.strip().removeprefix("om ")
    if one := _one_time(text):
        return TimeSpan(one)
    if not (parts := _RANGE.fullmatch(text)):
        return None
    start, end = _one_time(parts[1].strip()), _one_time(parts[2].strip())
    return TimeSpan(start, end) if start and end else None


def read_minutes(text: str) -> int | None:
    """Read how long: "20", "20 min", "0:20", "1 uur"; in minutes, from 1 to `LONGEST_TALK`."""
    text = re.sub(r"[.,]0+$", "", text.strip())
    if found := _MINUTES.fullmatch(text):
        minutes = int(found[1])
    elif found := _CLOCK_MINUTES.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2])
    elif found := _HOURS.fullmatch(text):
        minutes = int(found[1]) * 60
    elif _FRACTION.fullmatch(text):
        minutes = _minutes_of(text)
    else:
        return None
    return minutes if 1 <= minutes <= LONGEST_TALK else None


def read_answer(text: str) -> bool | None:
    """Read yes or no; an empty cell and a dash say no."""
    said = words(text)
    if not said:
        return True if text.strip() in {"✓", "✔", "☑", "☒"} else False if text.strip() in {"", "-"} else None
    if len(said) > 1:
        return None
    return True if said[0] in _YES else False if said[0] in _NO else None


def _one_time(text: str) -> time | None:
    if _UNCLEAR_TIME.fullmatch(text):
        return None
    if found := _TIME.fullmatch(text):
        hour, minute, half = int(found[1]), int(found[2]), found[3]
    elif found := _HOUR.fullmatch(text):
        hour, minute, half = int(found[1]), 0, found[2]
    elif found := _FOUR.fullmatch(text):
        hour, minute, half = int(found[1]), int(found[2]), None
    elif _FRACTION.fullmatch(text):
        hour, minute = divmod(_minutes_of(text), 60)
        half = None
    else:
        return None
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _fraction(rest: str | None) -> str:
    """Return the part of a day behind a workbook's count of days, as a time."""
    if not rest or not rest.strip(".0"):
        return ""
    hour, minute = divmod(_minutes_of(rest), 60)
    return f"{hour}:{minute:02}"


def _minutes_of(part_of_day: str) -> int:
    """Return the minutes in a part of a day, as a workbook counts time: 0.5 is noon."""
    return round(float(part_of_day.replace(",", ".")) * 24 * 60)


def _month(name: str) -> int:
    """Return the month a word begins, 0 when none does."""
    name = name.casefold().replace("é", "e")
    for number, names in enumerate(_MONTHS, 1):
        if any(each.startswith(name) for each in names.split()):
            return number
    return 0
