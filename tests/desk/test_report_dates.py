"""The dates of all reports, as teachers type them on one line."""

from __future__ import annotations

from datetime import date

import pytest

from tui.desk.settings.report_dates import read_reports
from tui.desk.settings.typed_dates import NoDayError

BOTH = {1: date(2027, 1, 29), 2: date(2027, 6, 25)}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("29-1", {1: BOTH[1]}),
        ("29 jan en 25 jun", BOTH),
        ("25 jun, 29 jan", BOTH),
        ("29-1 25-6", BOTH),
        ("vr 29 jan 2027 & vr 25 juni", BOTH),
        ("r1 29/1, r2 25/6", BOTH),
        ("rapport 1: 29 januari; rapport 2: 25 juni 2027.", BOTH),
        ("1e rapport 29 jan, 2e rapport 25 jun", BOTH),
        ("1: 29 jan 2: 25 jun", BOTH),
        ("rapport 2 op 25 juni", {2: BOTH[2]}),
        ("R2 29 jan, R1 25 jun", {2: BOTH[1], 1: BOTH[2]}),
        ("Jan 29 and Jun 25", BOTH),
        ("13 nov, 19 feb en 25 jun", {1: date(2026, 11, 13), 2: date(2027, 2, 19), 3: BOTH[2]}),
    ],
)
def test_dates_are_numbered_as_said_else_in_their_order(text: str, found: dict[int, date]) -> None:
    assert {each.number: each.day for each in read_reports(text, 2026)} == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("eind januari", "report_days"),
        ("eind januari en 25 jun", "report_days"),
        ("weet ik nog niet", "report_days"),
        ("29 en 30 jan", "report_days"),
        ("29 jan en 29 jan", "report_days"),
        ("r1 29 jan, r1 25 jun", "report_days"),
        ("rapport 1", "report_days"),
        ("?", "report_days"),
        ("jan", "report_days"),
        ("29 jan " * 60, "report_days"),
        ("31 juni", "impossible"),
        ("do 29 jan", "weekday"),
        ("29 jan 2031", "outside"),
    ],
)
def test_what_is_no_day_is_refused_whole(text: str, code: str) -> None:
    with pytest.raises(NoDayError) as caught:
        read_reports(text, 2026)
    assert caught.value.code == code
