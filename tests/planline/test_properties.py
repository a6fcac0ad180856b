"""What must hold for every day, week and period, however it is spelt."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.domain.plan import When, WhenKind
from store.export.wording.moments import when_words
from store.export.wording.rules import rule_words
from store.language import Translator
from store.planline import words
from store.planline.complete import complete
from store.planline.read import read_line, read_when
from store.planline.reading import Names
from store.planline.reference import Reference
from tests.planline.year import DAY, NAMES, YEAR, short

EN_T = Translator("en")
DAYS = [DAY + timedelta(days=n) for n in range((YEAR.end - DAY).days + 1)]
NL = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LOOSE = words.those(
    "na voor tot van tussen en of week rapport elke om de over half kwart t/m - / . , : bellen mail met "
    "ouders kerst vakantie niet 's keer per maand Hamit thuis erbij"
)
SPELLINGS = (
    "{d}-{m}", "{d}/{m}", "{d}.{m}", "{d:02}-{m:02}-{y}", "{d}/{m}/{y}", "{d}.{m}.{y}",
    "{y}-{m:02}-{d:02}",
    "{d} {month}", "{d} {month} {y}", "op {weekday} {d} {month}", "{short} {d} {month}",
    "de {d}e van {month}",
    "{weekday} {d}-{m}", "{english}, {d} {month}", "{d}{month}", "{D} {MONTH}",
)  # fmt: skip


def spelt(day: date, spelling: str, month: str) -> str:
    weekday = NL[day.weekday()]
    return spelling.format(
        d=day.day, D=day.day, m=day.month, y=day.year, month=month, MONTH=month.upper(), weekday=weekday,
        short=weekday[:2], english=EN[day.weekday()],
    )  # fmt: skip


@pytest.mark.share(of=6)
@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_day_of_the_year_is_read_in_every_spelling(spelling: str) -> None:
    for day in DAYS:
        for month in [word for word, number in words.MONTHS.items() if number == day.month]:
            text = spelt(day, spelling, month)
            assert read_when(text, DAY, YEAR).date == day, text
            if "month" not in spelling.lower():
                break


@pytest.mark.parametrize(
    "spelling", ["week {}", "wk{}", "weeknr. {}", "in week {}", "WEEK {}", "week no. {}"]
)
def test_every_week_number_gives_its_iso_week_or_a_reason(spelling: str) -> None:
    for number in range(100):
        when = read_when(spelling.format(number), DAY, YEAR)
        if when.kind is WhenKind.ERROR:
            assert when.code == (
                "impossible_week" if number in (0, *range(54, 100)) else "outside_schoolyear"
            )
            continue
        assert when.start is not None
        assert when.end is not None
        assert when.start.isocalendar().week == number
        assert max(when.start, DAY) == when.start
        assert when.end - when.end.weekday() * timedelta(days=1) + timedelta(days=4) == when.end


def test_every_period_word_takes_its_third_of_every_month() -> None:
    thirds = {words.BEGIN: (1, 10), words.MIDDLE: (11, 20), words.END: (21, 31)}
    for period, third in words.PERIODS.items():
        for month, number in words.MONTHS.items():
            if number in (7, 8) or period == "mid-":
                continue
            when = read_when(f"{period} {month}", DAY, YEAR)
            assert when.kind is WhenKind.RANGE, (period, month)
            assert when.start is not None
            assert when.end is not None
            assert (when.start.month, when.end.month) == (number, number)
            assert when.start.day == thirds[third][0]
            assert when.end.day in (thirds[third][1], 28, 30)


def test_every_wrong_weekday_is_refused() -> None:
    for day in DAYS[::3]:
        for name in NL:
            when = read_when(f"{name} {day.day}-{day.month}", DAY, YEAR)
            assert (when.date == day) == (name == NL[day.weekday()])
            assert when.date == day or when.code == "weekday_mismatch"


@given(st.sampled_from(DAYS), st.integers(7, 18), st.integers(0, 59))
def test_every_clock_time_is_read_beside_every_day(day: date, hour: int, minute: int) -> None:
    for spelling in ("{h}:{m:02}", "{h}.{m:02}u", "om {h}.{m:02} uur", "{h}u{m:02}", "{h:02}{m:02} uur"):
        when = read_when(f"{day.day}-{day.month} {spelling.format(h=hour, m=minute)}", DAY, YEAR)
        assert when.datetime is not None
        assert when.datetime.isoformat(timespec="minutes") == f"{day}T{hour:02}:{minute:02}"


@given(st.text(max_size=120))
def test_no_purpose_changes_what_is_read(purpose: str) -> None:
    for head in ("bellen week na rapport 1 met ouders", "gesprek do 12 nov 15:30", "mail zo nodig"):
        alone, told = (read_line(line, DAY, YEAR, NAMES) for line in (f"{head}: x", f"{head}: {purpose}"))
        assert [short(moment.when) for moment in told.moments] == [short(m.when) for m in alone.moments]
        assert told.moments[0].channel is alone.moments[0].channel
        assert told.moments[0].present == alone.moments[0].present
        assert told.assumed == alone.assumed
        assert told.moments[0].purpose == purpose.strip()


@settings(max_examples=200)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.one_of(
                st.sampled_from(
                    sorted(
                        [
                            *words.MONTHS,
                            *words.WEEKDAYS,
                            *words.UNITS,
                            *words.ORDINALS,
                            *words.WHICH,
                            *words.NUMBERS,
                        ]
                    )
                ),
                st.sampled_from(sorted(LOOSE)),
                st.integers(0, 99999).map(str),
            ),
            max_size=12,
        ).map(" ".join),
    ),
    st.sampled_from(DAYS),
)
def test_no_line_is_ever_an_exception_or_a_day_that_cannot_be(line: str, day: date) -> None:
    reading = read_line(line, day, YEAR, NAMES)
    assert reading.moments
    assert reading.ok or reading.errors
    for place in [problem.at for problem in reading.errors] + [(s.start, s.end) for s in reading.spans]:
        assert 0 <= place[0] <= place[1] <= len(line)
    if reading.ok:
        for moment in reading.moments:
            first = moment.when.first_day if moment.when else None
            assert first is None or day <= first <= YEAR.end
    complete(line, len(line) // 2, Reference(DAY, YEAR), NAMES)


RULES = [
    *(f"FREQ={freq};INTERVAL={n}" for freq in ("WEEKLY", "MONTHLY", "DAILY") for n in (2, 3, 6)),
    *(f"FREQ={freq}" for freq in ("WEEKLY", "MONTHLY", "DAILY", "YEARLY")),
]
DAY_RULES = [
    *(f"FREQ=WEEKLY{every};BYDAY={days}" for every in ("", ";INTERVAL=2") for days in ("TU", "MO,TH", "FR")),
    *(f"FREQ=MONTHLY{every};BYDAY={nth}WE" for every in ("", ";INTERVAL=3") for nth in (1, 2, 3, 4, -1)),
]
STARTS = [day for day in DAYS if day.day in (1, 11, 21) or day.weekday() == 0 or YEAR.is_school_day(day)]


def rhythms(rules: list[str], since: str, days: list[date]) -> st.SearchStrategy[When]:
    return st.builds(
        lambda rule, first, last: When(kind=WhenKind.RECURRENCE, rrule=rule, until=last, **{since: first}),
        st.sampled_from(rules),
        st.one_of(st.none(), st.sampled_from(days)),
        st.one_of(st.none(), st.sampled_from(DAYS)),
    ).filter(_comes_more_than_once)


def _comes_more_than_once(when: When) -> bool:
    """Say whether more than one fits: of a period that is told by no day, it is asked where only one does."""
    least = timedelta(days=28) if when.start else timedelta()
    return when.until is None or (when.first or when.start or DAY) + least <= when.until


PERIODS_SHOWN = st.one_of(
    st.lists(st.sampled_from(DAYS), min_size=2, max_size=2, unique=True).map(
        lambda days: When(kind=WhenKind.RANGE, start=min(days), end=max(days))
    ),
    st.sampled_from(DAYS).map(lambda day: When(kind=WhenKind.RANGE, start=day)),
    st.sampled_from(DAYS).map(lambda day: When(kind=WhenKind.RANGE, end=day)),
    rhythms(RULES, "first", DAYS),
    rhythms(RULES, "start", STARTS),
    st.sampled_from(DAY_RULES).map(
        lambda rule: read_when(rule_words(When(kind=WhenKind.RECURRENCE, rrule=rule), EN_T), DAY, YEAR)
    ),
    st.integers(2, 9).map(lambda n: When(kind=WhenKind.RECURRENCE, times=n, per="schoolyear")),
)
CLOCKED = st.builds(
    lambda when, told: replace(when, **told),
    PERIODS_SHOWN,
    st.sampled_from([{}, {"time": "15:30"}, {"time": "08:05"}, {"daypart": "afternoon"}]),
)
SHOWN = st.one_of(
    CLOCKED,
    st.sampled_from(DAYS).map(lambda day: When(kind=WhenKind.DATE, date=day)),
    st.sampled_from(DAYS).map(lambda day: When(kind=WhenKind.DATE, date=day, daypart="evening", tbd=True)),
    st.sampled_from(DAYS).map(
        lambda day: When(kind=WhenKind.DATETIME, datetime=datetime.combine(day, time(9, 15)))
    ),
)


@pytest.mark.parametrize("language", ["nl", "en"])
@given(shown=SHOWN)
def test_what_the_app_shows_reads_back_the_same(language: str, shown: When) -> None:
    text = when_words(shown, "", Translator(language))
    assert replace(read_when(text, DAY, YEAR), warn=(), anchor="") == replace(shown, warn=()), text


def test_nobody_is_needed_to_read_a_line() -> None:
    assert read_line("12 nov bellen", DAY, YEAR, Names()).ok
