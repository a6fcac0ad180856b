"""Read times of day and lengths as people and programs write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, time, timedelta
from functools import lru_cache
from typing import NamedTuple

from store.domain.text import fold

LONGEST_TALK = 240
"""Minutes."""
EARLIEST, LATEST = time(7), time(22)
"""Between these a school has its talks."""
_HALF_DAY = r"\s*([ap]\.?(?:\s?m\.?)?)?"
_CLOCK = re.compile(
    r"(\d\d?)\s*(?:[:.hu]|uur)\s*(\d\d)(?::\d\d(?:[.,]\d+)?)?\s*(?:uur|u|h|uhr)?\.?" + _HALF_DAY, re.I
)
_HOUR = re.compile(r"(\d\d?)\s*(?:uur|u|h|uhr)?\.?" + _HALF_DAY, re.I)
_GROUP = re.compile(r"[1-8]\s?a", re.I)
"""A group of children rather than an hour before noon."""
_FOUR = re.compile(r"(\d\d)\s?(\d\d)\s?(?:u|h|uur)?", re.I)
_RANGE = re.compile(
    r"(?:van |vanaf |from )?\s*(.+?)\s*(?:-|–|—|−|/|→|\b(?:tot|till?|to|t/m|en met|bis)\b)\s*(.+)",
    re.I | re.S,
)
_TWO_ENDS = re.compile(r"(?:tussen|between)\s+(.+?)\s+(?:en|and)\s+(.+)", re.I | re.S)
_LEADING = re.compile(r"^(?:om|vanaf|van|from|at|ca\.?|±|~|circa|omstreeks|rond)\s+", re.I)
_FRACTION = re.compile(r"0[.,](?:\d|\d{3,})")
_UNCLEAR_TIME = re.compile(r"0\.\d\d")
"""Half past midnight, or a workbook's part of a day? Better refused than read wrong."""
_SPOKEN_HOURS = {
    word: hour
    for hour, said in enumerate(
        [
            "een one",
            "twee two",
            "drie three",
            "vier four",
            "vijf five",
            "zes six",
            "zeven seven",
            "acht eight",
            "negen nine",
            "tien ten",
            "elf eleven",
            "twaalf twelve",
        ],
        1,
    )
    for word in (*said.split(), str(hour))
}
_PART_OF_DAY = r"\s+(?:['’]?s\s*|in de )(?:ochtend|morgen|middag|avond)s?"
PART_OF_DAY = rf"(?:{_PART_OF_DAY}\b)?"
"""What may stand behind a time, to look for: "'s middags"."""
_HALF_BEHIND = rf"(?i)(?:(?<=[\d\s])[ap]\.?(?:\s?m\.?)?|{_PART_OF_DAY})$"
_PART_BEHIND = re.compile(rf"(.+?)({_PART_OF_DAY})", re.I)
_LATE = re.compile(r"(?:middag|avond)s?$", re.I)
_SPOKEN = re.compile(
    r"(?:(?P<minutes>\w+)\s+(?P<way>voor|over|to|past)\s+)?(?P<half>half\s+)?(?P<hour>\w+)(?:\s+uur)?"
    rf"(?P<part>{_PART_OF_DAY})?"
)
_PARTS = {
    "kwart": 15, "vijf": 5, "tien": 10, "twintig": 20, "quarter": 15, "five": 5, "ten": 10, "twenty": 20,
    "half": 30,
}  # fmt: skip
_AN_HOUR = "|".join(("\\d\\d?", "één", *(word for word in _SPOKEN_HOURS if word.isalpha())))
SAID = (
    rf"(?:(?:(?:{'|'.join(_PARTS)}|\d\d?)\s+(?:voor|over|to|past)\s+(?:half\s+)?|half\s+)(?:{_AN_HOUR})\b(?:\s+uur\b)?"
    rf"{PART_OF_DAY}|(?:{_AN_HOUR})(?:\s+uur)?{_PART_OF_DAY}\b)"
)
"""A time as it is said, to look for: "half zes", "tien voor half vier"."""
WHOLE_HOUR_SAID = rf"(?:{_AN_HOUR})\s+uur\b{PART_OF_DAY}"
"""The same on the hour, "drie uur", which within a sentence may be how long something takes."""
_MINUTES = re.compile(r"(\d{1,3})\s*(?:'|m|min\.?|mins\.?|minuten|minuut|minutes?)?", re.I)
_HOURS = re.compile(
    r"(\d)(?:[.,](5|50|25|75))?\s*(?:uur|u|h|hrs?|hours?)\.?"
    r"(?:\s*(?:en\s+|and\s+)?(\d\d?)\s*(?:'|m|min\.?|mins\.?|minuten|minutes)?)?",
    re.I,
)
_REMARK_BEHIND = re.compile(r"([^()\[\]]+?)\s*[(\[]([^()\[\]]*[^\W\d_]{2}[^()\[\]]*)[)\]]\s*")
_WORDS_BEHIND = re.compile(
    r"(?:(?:om|at)\s+)?(\d\d?\s*[:.hu]\s*\d\d(?:\s*(?:-|–|—|tot)\s*\d\d?[:.hu]\d\d)?(?:\s*(?:uur|u|h)\b)?|\d\d?\s?(?:uur|u))"
    r"(?:\s*[,;]|\s+[-–—])?\s+"
    r"((?!(?:of|or|en|and|tot|to)\b)(?:\+\s*)?(?:\d{1,3}\s*min[^\d]*|[^\W\d_]{2}[^\d]*))",
    re.I,
)
"""A time with words behind it, among which no other time is."""
_TIMES_OVER = re.compile(r"([2-9])\s*[x×*]\s*(.+)", re.I)
_CLOCK_MINUTES = re.compile(r"(\d\d?):(\d\d)(?::00)?")
_SPOKEN_MINUTES = {
    "kwartier": 15, "een kwartier": 15, "1 kwartier": 15, "half uur": 30, "halfuur": 30, "een half uur": 30,
    "drie kwartier": 45, "driekwartier": 45, "uur": 60, "een uur": 60, "anderhalf uur": 90,
    "twintig minuten": 20, "tien minuten": 10, "quarter": 15, "half an hour": 30, "an hour": 60,
}  # fmt: skip


class TimeSpan(NamedTuple):
    """A time of day and, where it was written behind it, the time it ends.

    `twelve` when it was written on a clock of twelve hours without saying which half of the day; `spoken`
    when it was written as it is said, so that the half of the day is left to what is usual.
    """

    start: time
    end: time | None = None
    twelve: bool = False
    spoken: bool = False


class _Moment(NamedTuple):
    time: time
    twelve: bool = False
    spoken: bool = False


@lru_cache(maxsize=1024)
def read_time(text: str) -> TimeSpan | None:
    """Read a time of day ("13:00", "13u20", "half zes"), or from and until ("13:00-13:20").

    A bare part of a day, as a workbook counts time, is one too. An end that would come before its start is
    half a day later: "12:40-1:00".
    """
    text = _bare(text)
    if one := _one_time(text):
        return TimeSpan(one.time, None, one.twelve, one.spoken)
    if not (parts := _TWO_ENDS.fullmatch(text) or _RANGE.fullmatch(text)):
        return None
    first, second = parts[1].strip(), parts[2].strip()
    start, end = _one_time(first), _one_time(second)
    if start and start.twelve and (half := re.search(_HALF_BEHIND, second)):
        # "3:00-3:20 PM" says it once for both; "11:40-12:00 PM" for the end only
        both = _one_time(f"{first} {half[0]}")
        start = both if both and end and both.time <= end.time else start
    if not (start and end):
        return None
    return TimeSpan(start.time, _behind(start.time, end), start.twelve, start.spoken)


def without_remark(text: str) -> tuple[str, str]:
    """Return a time without the words behind it, and those: "18:00 (online)", "14:00, 20 min"."""
    if (found := _REMARK_BEHIND.fullmatch(text)) and read_time(found[1]):
        return found[1], found[2].strip()
    if (found := _WORDS_BEHIND.fullmatch(text)) and not read_time(text) and read_time(found[1]):
        return found[1], found[2].strip()
    return text, ""


def length_in(remark: str) -> tuple[int | None, str]:
    """Return how long it takes, where the words beside a time say so, and the other words."""
    first, *others = re.split(r"\s*[,;]\s*", remark)
    minutes = None if first.isdigit() else read_minutes(first)
    return (minutes, ", ".join(others)) if minutes else (None, remark)


def in_the_afternoon(span: TimeSpan) -> TimeSpan:
    """Return the same half a day later."""
    start, end = _later(span.start), span.end
    return TimeSpan(start, _later(end) if end and end < start else end)


def plausible(span: TimeSpan) -> bool:
    """Return whether a school has talks at this time."""
    return EARLIEST <= span.start < LATEST


def read_minutes(text: str) -> int | None:
    """Read how long: "20", "0:20", "1u15", "2x20", "een kwartier"; in minutes, 1 to `LONGEST_TALK`."""
    text = re.sub(r"[.,]0+$", "", text.strip())
    if over := _TIMES_OVER.fullmatch(text):
        once = read_minutes(over[2])
        minutes = once * int(over[1]) if once else 0
        return minutes if 1 <= minutes <= LONGEST_TALK else None
    if said := _SPOKEN_MINUTES.get(fold(text)):
        minutes = said
    elif found := _MINUTES.fullmatch(text):
        minutes = int(found[1])
    elif found := _CLOCK_MINUTES.fullmatch(text):
        minutes = int(found[1]) * 60 + int(found[2])
    elif found := _HOURS.fullmatch(text):
        # a part and minutes beside it say it twice
        part, beside = found[2], int(found[3] or 0)
        minutes = 0 if part and beside else int(float(f"{found[1]}.{part or 0}") * 60) + beside
    elif _FRACTION.fullmatch(text):
        minutes = _minutes_of(text)
    else:
        return None
    return minutes if 1 <= minutes <= LONGEST_TALK else None


def _bare(text: str) -> str:
    """Return a text without footnote marks, stars and words before the time."""
    text = "".join("" if unicodedata.category(letter) == "No" else letter for letter in text)
    return _LEADING.sub("", text.strip(" *†‡±~'’`()[]\n")).strip()


def _one_time(text: str) -> _Moment | None:
    if _UNCLEAR_TIME.fullmatch(text) or _GROUP.fullmatch(text):
        return None
    if found := _CLOCK.fullmatch(text):
        hour, minute, half = int(found[1]), int(found[2]), found[3]
        padded = found[1].startswith("0")
    elif text.endswith("uur") and (said := _spoken(text)) and said.time >= time(12):
        return said
    elif (found := _HOUR.fullmatch(text)) and (not found[0].isdigit() or 7 <= int(found[1]) <= 22):
        hour, minute, half, padded = int(found[1]), 0, found[2], False
    elif found := _FOUR.fullmatch(text):
        hour, minute, half, padded = int(found[1]), int(found[2]), None, True
    elif _FRACTION.fullmatch(text):
        hour, minute = divmod(_minutes_of(text) % (24 * 60), 60)
        half, padded = None, True
    else:
        return _spoken(text) or _in_part_of_day(text)
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour >= 24 or minute >= 60:
        return None
    return _Moment(time(hour, minute), not half and not padded and 1 <= hour <= 12)


def _in_part_of_day(text: str) -> _Moment | None:
    """Read a time on a clock with the part of the day behind it: "3:20 's middags"."""
    found = _PART_BEHIND.fullmatch(text)
    moment = _one_time(found[1]) if found else None
    if not (found and moment):
        return None
    return _Moment(_later(moment.time) if _LATE.search(found[2]) else moment.time)


def _spoken(text: str) -> _Moment | None:
    """Read a time as it is said: "half zes", "kwart over drie", "tien voor half vier"."""
    if fold(text) in {"noon", "midday"}:
        return _Moment(time(12), spoken=True)
    found = _SPOKEN.fullmatch(fold(text).replace("één", "een"))
    if not found or found["hour"] not in _SPOKEN_HOURS:
        return None
    if not (found["half"] or found["way"] or found["part"] or text.casefold().endswith("uur")):
        return None
    minutes = _SPOKEN_HOURS[found["hour"]] * 60 - (30 if found["half"] else 0)
    if found["way"]:
        if (part := _part_of_an_hour(found["minutes"])) is None:
            return None
        minutes += part if found["way"] in {"over", "past"} else -part
    if _LATE.search(found["part"] or "") and minutes < 12 * 60:
        minutes += 12 * 60
    hour, minute = divmod(minutes % (24 * 60), 60)
    moment = time(hour, minute)
    if not found["part"] and moment < EARLIEST:
        moment = _later(moment)
    return _Moment(moment, not found["part"], True)


def _part_of_an_hour(said: str) -> int | None:
    """Return the minutes before or after the hour: "kwart", "tien", "10"."""
    if said.isdigit() and int(said) < 30:
        return int(said)
    return _PARTS.get(said)


def _behind(start: time, end: _Moment) -> time:
    if end.time <= start and end.time < time(12):
        later = _later(end.time)
        minutes = (_on_a_day(later) - _on_a_day(start)) // timedelta(minutes=1)
        if 0 < minutes <= LONGEST_TALK and end.twelve:
            return later
    return end.time


def _later(moment: time) -> time:
    return moment.replace(hour=moment.hour + 12) if moment.hour < 12 else moment


def _on_a_day(moment: time) -> datetime:
    return datetime(2000, 1, 1, moment.hour, moment.minute)


def _minutes_of(part_of_day: str) -> int:
    """Return the minutes in a part of a day, as a workbook counts time: 0.5 is noon."""
    return round(float(part_of_day.replace(",", ".")) * 24 * 60)
