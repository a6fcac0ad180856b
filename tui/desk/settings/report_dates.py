"""The dates of all reports on one line: 29 jan en 25 jun · 29-1, 25-6 · rapport 2: vr 25 juni."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from store.domain.school_year import Report
from store.domain.text import those
from store.planline.words import REPORT
from tui.desk.settings.typed_dates import MOST, NoDay, NoDayError, read_day

_JOINTS = those("en and & + op on de het the is gaat mee dan daarna om")
_LONGEST = 4
"""Words of one day: vr 29 jan 2027."""
_LABEL = re.compile(r"(?:r|rapport|report)\.?([1-9])|([1-9])e?")


def read_reports(text: str, first_year: int) -> tuple[Report, ...]:
    """Read the days on which the reports go home, in the school year that begins in August of `first_year`.

    They are numbered as said, else in the order of their days.

    Raises:
        NoDayError: REPORT_DAYS, something in it is no day; also every code of `read_day`.
    """
    found = list(_days(text, first_year))
    said = [number for number, _ in found if number]
    numbers = iter(number for number in range(1, 10) if number not in said)
    in_order = sorted(found, key=lambda each: each[1])
    reports = tuple(Report(number=number or next(numbers, 0), day=day) for number, day in in_order)
    days = {each.day for each in reports}
    if not found or len(days) < len(found) or len({each.number for each in reports} - {0}) < len(found):
        raise NoDayError(NoDay.REPORT_DAYS)
    return tuple(sorted(reports, key=lambda each: each.number))


def _days(text: str, first_year: int) -> Iterator[tuple[int, date]]:
    """Find the days, each with the number of the report that is said before it; 0 where none is."""
    words = re.sub("[,;:]", " ", text).split()
    if len(text) > MOST:
        raise NoDayError(NoDay.REPORT_DAYS)
    at, number, labelled = 0, 0, False
    while at < len(words):
        if (day := _day(words[at : at + _LONGEST], first_year)) is not None:
            yield number, day[0]
            at, number, labelled = at + day[1], 0, False
            continue
        word = words[at].casefold().rstrip(".")
        label = _LABEL.fullmatch(word)
        following = words[at + 1 : at + 1 + _LONGEST]
        if label and (label[1] or labelled or _is_told_of(following, first_year)):
            number = int(label[1] or label[2])
        elif word not in _JOINTS | REPORT:
            raise NoDayError(NoDay.REPORT_DAYS)
        labelled = word in REPORT
        at += 1


def _is_told_of(words: list[str], first_year: int) -> bool:
    """Return whether these words go on after the number of a report: *1e rapport*, *1: 29 jan*."""
    return bool(words) and (words[0].casefold() in REPORT or _day(words, first_year) is not None)


def _day(words: list[str], first_year: int) -> tuple[date, int] | None:
    """Return the day at the beginning of these words, and how many of them it takes."""
    for size in range(len(words), 0, -1):
        try:
            return read_day(" ".join(words[:size]).rstrip("."), first_year), size
        except NoDayError as error:
            if error.code is not NoDay.UNREAD:
                raise
    return None
