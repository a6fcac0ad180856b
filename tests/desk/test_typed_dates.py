"""Days of a school year as a teacher types them."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.export.wording.days import day_short
from store.language import Translator
from store.planline.words import DAY_NAMES, MONTHS
from tui.desk.settings.typed_dates import NoDayError, Typed, read_day, read_period

DAY = date(2026, 8, 25)
AUTUMN = (date(2026, 10, 17), date(2026, 10, 25))
YEAR_DAYS = st.dates(date(2026, 8, 1), date(2027, 7, 31))
SPELLINGS = (
    "{d} {month}",
    "{d} {month} {y}",
    "{d}-{m}",
    "{d}/{m}/{y}",
    "{d:02}.{m:02}.{yy:02}",
    "{y}-{m:02}-{d:02}",
    "{month} {d}",
    "{weekday} {d} {month}",
    "{weekday} {d}-{m}-{y}",
)


@given(YEAR_DAYS, st.sampled_from(SPELLINGS), st.sampled_from(list(MONTHS)), st.sampled_from(list(DAY_NAMES)))
def test_every_day_of_the_year_reads_back_in_every_spelling(
    day: date, spelling: str, month: str, weekday: str
) -> None:
    month = month if MONTHS[month] == day.month else next(w for w, n in MONTHS.items() if n == day.month)
    weekday = next(word for word, number in DAY_NAMES.items() if number == day.weekday())
    text = spelling.format(
        d=day.day, m=day.month, y=day.year, yy=day.year % 100, month=month, weekday=weekday
    )
    assert read_day(text, 2026) == day
    assert read_day(text.upper(), 2026) == day


@given(YEAR_DAYS, st.integers(1, 69), st.sampled_from(["nl", "en"]))
def test_a_period_as_the_screen_shows_it_can_be_typed_again(first: date, days: int, language: str) -> None:
    t, last = Translator(language), min(first + timedelta(days=days), date(2027, 9, 30))
    text = f"herfstvakantie {day_short(first, t)} – {day_short(last, t)}"
    assert read_period(text, 2026) == Typed("herfstvakantie", (first, last))


@given(YEAR_DAYS, st.integers(0, 6))
def test_a_weekday_that_does_not_go_with_the_date_is_refused(day: date, weekday: int) -> None:
    name = next(word for word, number in DAY_NAMES.items() if number == weekday)
    text = f"{name} {day.day}-{day.month}"
    if weekday == day.weekday():
        assert read_day(text, 2026) == day
        return
    with pytest.raises(NoDayError) as refused:
        read_day(text, 2026)
    assert (refused.value.code, refused.value.day) == ("weekday", day)


PIECES = st.sampled_from(
    [*"0123456789-/. ", "17", "2026", "0000", "okt", "vr ", " t/m ", "herfst ", "e", "٣", "🎃"]
)


@given(st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=30))
def test_any_text_is_read_as_days_around_this_year_or_refused(text: str) -> None:
    with suppress(NoDayError):
        assert date(2026, 6, 1) <= read_day(text, 2026) <= date(2027, 9, 30)
    with suppress(NoDayError):
        first, last = read_period(text, 2026).period or (DAY, DAY)
        assert date(2026, 6, 1) <= first <= last <= date(2027, 9, 30)


@pytest.mark.parametrize(
    "text",
    [
        "17 okt - 25 okt",
        "17 oktober t/m 25 oktober",
        "17-25 okt",
        "17 t/m 25-10",
        "17-10 - 25-10",
        "17-10-25-10",
        "za 17 – zo 25 okt 2026",
        "za 17 okt tot en met zo 25 okt",
        "17 to 25 October",
        "2026-10-17 - 2026-10-25",
    ],
)
def test_a_period_is_read_however_it_is_written(text: str) -> None:
    assert read_period(text, 2026) == Typed("", AUTUMN)
    assert read_period(f"herfstvakantie van {text}", 2026) == Typed("herfstvakantie", AUTUMN)


def test_a_period_over_new_year_or_over_the_summer_takes_the_year_of_its_beginning() -> None:
    assert read_period("kerst 19 dec - 3 jan", 2026).period == (date(2026, 12, 19), date(2027, 1, 3))
    assert read_period("19 dec - 3 jan 2027", 2026).period == (date(2026, 12, 19), date(2027, 1, 3))
    assert read_period("zomer 17 jul - 29 aug", 2026).period == (date(2027, 7, 17), date(2027, 8, 29))


def test_a_single_day_is_its_own_first_and_last() -> None:
    day = date(2027, 3, 5)
    assert read_period("studiedag op vr 5 mrt", 2026) == Typed("studiedag", (day, day))
    assert read_period("vr 5 mrt: studiedag", 2026) == Typed("studiedag", (day, day))
    assert read_period("17-25 okt herfst vakantie", 2026) == Typed("herfst vakantie", AUTUMN)


def test_a_name_alone_has_no_days() -> None:
    assert read_period("mei vakantie", 2026) == Typed("mei vakantie")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "unread"),
        ("morgen", "unread"),
        ("over 2 weken", "unread"),
        ("week 43", "unread"),
        ("16 okt 15:30", "unread"),
        ("16-13", "unread"),
        ("16-0", "unread"),
        ("16 okt 0000", "impossible"),
        ("29 feb", "impossible"),
        ("31 nov", "impossible"),
        ("16 okt 2025", "outside"),
        ("1 okt 2027", "outside"),
    ],
)
def test_what_is_no_day_of_this_year_is_refused(text: str, code: str) -> None:
    with pytest.raises(NoDayError) as refused:
        read_day(text, 2026)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("herfst 17 ok - 25 okt", "unread"),
        ("herfst 17 25 okt", "unread"),
        ("17 tot 25 okt", "unread"),
        ("25 okt - 17 okt", "reversed"),
        ("25-10-2026 - 17-10-2026", "reversed"),
        ("1 okt - 31 dec", "long"),
    ],
)
def test_a_slip_in_the_days_never_becomes_part_of_the_name(text: str, code: str) -> None:
    with pytest.raises(NoDayError) as refused:
        read_period(text, 2026)
    assert refused.value.code == code


def test_a_name_that_is_known_may_hold_a_digit() -> None:
    day = date(2027, 3, 5)
    assert read_period("blok 2 5 mrt", 2026, "blok 2") == Typed("blok 2", (day, day))
    with pytest.raises(NoDayError):
        read_period("blok 2 5 mrt", 2026)
