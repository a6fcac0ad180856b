"""A *when* in words: short for a row, longer for a sentence, and to be typed again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.plan import When, WhenKind
from store.export.wording.days import day_long, day_short, period_words
from store.export.wording.moments import when_words
from store.export.wording.sentences import moment_sentence
from store.language import Translator
from store.planline.read import read_when
from tests.export.families import DAY, SCHOOL, YEAR, evaluation, marinka

NL, EN = Translator("nl"), Translator("en")

WHENS = [
    (When(kind=WhenKind.DATE, date=date(2027, 2, 4)), "do 4 feb 2027", "op donderdag 4 februari 2027"),
    (
        When(kind=WhenKind.DATETIME, datetime=datetime(2027, 2, 4, 15, 30)),
        "do 4 feb 2027 15:30",
        "op donderdag 4 februari 2027 om 15:30",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2027, 2, 1), end=date(2027, 2, 5)),
        "ma 1 – vr 5 feb 2027",
        "in de week van maandag 1 februari 2027",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2027, 6, 28), end=date(2027, 7, 2)),
        "ma 28 jun – vr 2 jul 2027",
        "in de week van maandag 28 juni 2027",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2026, 12, 28), end=date(2027, 1, 1)),
        "ma 28 dec 2026 – vr 1 jan 2027",
        "in de week van maandag 28 december",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2027, 6, 1), end=date(2027, 6, 10)),
        "di 1 – do 10 jun 2027",
        "begin juni 2027 (1 t/m 10 juni)",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2026, 11, 1), end=date(2026, 11, 30)),
        "november 2026",
        "in november",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2026, 11, 5), end=date(2026, 11, 5)),
        "do 5 nov 2026",
        "op donderdag 5 november",
    ),
    (
        When(kind=WhenKind.RANGE, end=date(2026, 12, 18)),
        "t/m vr 18 dec 2026",
        "uiterlijk vrijdag 18 december",
    ),
    (When(kind=WhenKind.RANGE, start=date(2026, 10, 26)), "vanaf ma 26 okt 2026", "vanaf maandag 26 oktober"),
    (When(kind=WhenKind.RANGE), "dit schooljaar", "in de loop van het schooljaar"),
    (
        When(
            kind=WhenKind.MULTIPLE,
            items=(
                When(kind=WhenKind.RANGE, start=date(2026, 11, 1), end=date(2026, 11, 30)),
                When(kind=WhenKind.DATE, date=date(2027, 3, 9)),
            ),
        ),
        "november 2026 en di 9 mrt 2027",
        "in november en op dinsdag 9 maart 2027",
    ),
    (When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;INTERVAL=6"), "elke 6 weken", "elke 6 weken"),
    (When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY"), "elke maand", "elke maand"),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY", nth_school_day=-1, start=date(2026, 8, 26)),
        "elke maand op de laatste schooldag",
        "elke maand op de laatste schooldag",
    ),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;BYDAY=MO,TH"),
        "elke maandag en donderdag",
        "elke maandag en donderdag",
    ),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY;BYDAY=-1FR", first=date(2026, 8, 28)),
        "elke laatste vrijdag van de maand vanaf vr 28 aug 2026",
        "elke laatste vrijdag van de maand vanaf vrijdag 28 augustus",
    ),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;BYDAY=TU", first=date(2026, 9, 1), time="15:30"),
        "elke dinsdag om 15:30 vanaf di 1 sep 2026",
        "elke dinsdag om 15:30 vanaf dinsdag 1 september",
    ),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY", start=date(2026, 11, 1)),
        "elke maand vanaf november 2026",
        "elke maand vanaf november",
    ),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO", daypart="evening"),
        "elke 3 maanden op de eerste maandag 's avonds",
        "elke 3 maanden op de eerste maandag 's avonds",
    ),
    (
        When(kind=WhenKind.RANGE, start=date(2027, 2, 1), end=date(2027, 2, 5), time="15:30"),
        "ma 1 – vr 5 feb 2027 om 15:30",
        "in de week van maandag 1 februari 2027 om 15:30",
    ),
    (
        When(kind=WhenKind.DATE, date=date(2026, 11, 12), tbd=True),
        "do 12 nov 2026 (nog te bepalen)",
        "op donderdag 12 november (nog te bepalen)",
    ),
    (
        When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;INTERVAL=2", until=date(2026, 12, 18)),
        "elke 2 weken t/m vr 18 dec 2026",
        "elke 2 weken tot en met vrijdag 18 december",
    ),
    (
        When(kind=WhenKind.RECURRENCE, times=3, per="schoolyear"),
        "3 keer per schooljaar",
        "3 keer per schooljaar",
    ),
    (When(kind=WhenKind.ON_DEMAND), "zo nodig", "als het nodig is,"),
]


@pytest.mark.parametrize(("when", "short", "_"), WHENS)
def test_a_when_is_said_in_a_few_signs(when: When, short: str, _: str) -> None:
    assert when_words(when, "as typed", NL) == short


@pytest.mark.parametrize(("when", "_", "phrase"), WHENS)
def test_a_when_is_said_in_a_sentence(when: When, _: str, phrase: str) -> None:
    moment = replace(evaluation(), when=when, present=("pupil", "teacher"), purpose="")
    start = phrase[:1].upper() + phrase[1:]
    expected = f"{start} praten Marinka en juf Els op school met elkaar."
    assert moment_sentence(moment, marinka(), SCHOOL, NL) == expected


@pytest.mark.parametrize("language", [NL, EN])
@pytest.mark.parametrize("when", [when for when, *_ in WHENS if when.start != when.end or not when.start])
def test_a_when_that_was_printed_can_be_typed_again(when: When, language: Translator) -> None:
    again = read_when(when_words(when, "", language), DAY, YEAR)
    if when.kind is WhenKind.RANGE and when.start is when.end is None:
        when = replace(when, start=DAY, end=YEAR.end)
    assert replace(again, first=when.first, warn=(), items=(), anchor="") == replace(when, items=())
    assert [item.first_day for item in again.items] == [item.first_day for item in when.items]


@pytest.mark.parametrize(
    ("when", "typed", "words"),
    [
        (None, "als de indicatie er is", "nog te bepalen: als de indicatie er is"),
        (None, "", "nog te bepalen"),
        (When(kind=WhenKind.INCOMPLETE, missing="date", time="15:30"), "", "nog te bepalen: 15:30"),
        (When(kind=WhenKind.INCOMPLETE, missing="date", tbd=True), "ntb", "nog te bepalen: ntb"),
        (When(kind=WhenKind.ERROR, code="impossible_date"), "31 feb", "nog te bepalen: 31 feb"),
        (
            When(
                kind=WhenKind.AMBIGUOUS,
                candidates=(
                    When(kind=WhenKind.DATE, date=date(2026, 9, 1)),
                    When(kind=WhenKind.DATE, date=date(2026, 8, 25)),
                ),
            ),
            "dinsdag",
            "nog te bepalen: di 1 sep 2026 of di 25 aug 2026",
        ),
    ],
)
def test_a_when_without_a_day_is_said_to_be_open_with_the_text_as_typed(
    when: When | None, typed: str, words: str
) -> None:
    assert when_words(when, typed, NL) == words


def test_the_part_of_the_day_stands_behind_the_day() -> None:
    when = When(kind=WhenKind.DATE, date=date(2026, 11, 12), daypart="afternoon")
    assert when_words(when, "", NL) == "do 12 nov 2026 's middags"


@given(st.dates(date(2026, 8, 1), date(2027, 7, 31)), st.integers(1, 700))
def test_both_days_of_any_period_can_be_read_from_its_words(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    words = period_words(first, last, NL)
    if first.day == 1 and (last + timedelta(days=1)).day == 1 and length < 31:
        assert words == f"{day_long(first, NL).split(' ', 2)[2]}"
    else:
        start, end = words.split(" – ")
        assert end == day_short(last, NL)
        assert day_short(first, NL).startswith(start)


def test_a_month_of_another_year_is_another_month() -> None:
    assert period_words(date(2026, 8, 25), date(2027, 8, 20), NL) == "di 25 aug 2026 – vr 20 aug 2027"
