"""The days a rule falls on, against a reader of rules that we did not write."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from dateutil.rrule import rrulestr  # type: ignore[import-untyped]

from store.domain.occurrences import days_of
from store.domain.plan import When, WhenKind
from store.domain.school_year import SchoolYear

YEAR = SchoolYear(start=date(2026, 8, 24), end=date(2027, 7, 16))
DAYS = ("", "MO", "TU,TH", "MO,WE,FR,SU")
NTHS = ("", "WE", *(f"{nth}{day}" for nth in (1, 2, 3, 4, -1) for day in ("MO", "FR", "SU")))


@pytest.mark.parametrize(
    ("freq", "by_days"), [("DAILY", ("",)), ("WEEKLY", DAYS), ("MONTHLY", NTHS), ("YEARLY", ("",))]
)
def test_a_rule_that_a_plan_line_can_say_falls_on_the_days_another_reader_finds(
    freq: str, by_days: tuple[str, ...]
) -> None:
    for by_day in by_days:
        for every in (1, 2, 3, 4, 6, 10, 60):
            rule = f"FREQ={freq};INTERVAL={every}" + (f";BYDAY={by_day}" if by_day else "")
            for later in (0, 4, 7, 67, 158):
                first = YEAR.start + timedelta(days=later)
                when = When(kind=WhenKind.RECURRENCE, rrule=rule, first=first)
                start = datetime.combine(first, time())
                found = rrulestr(rule, dtstart=start).between(
                    start, datetime.combine(YEAR.end, time()), inc=True
                )
                assert days_of(when, first, YEAR) == tuple(each.date() for each in found), (rule, first)
