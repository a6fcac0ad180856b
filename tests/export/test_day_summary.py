from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.occurrences import days_of, periods_of
from store.domain.overview.buddies import Buddies
from store.domain.overview.topics import Topic
from store.domain.plan import CommunicationPlan, InformationMoment, When, WhenKind
from store.domain.school import School
from store.domain.summary import DaySummary, summarise
from store.domain.talk import Arrangements, Talk, TalkState
from store.domain.year.due import what_is_due, with_talks
from store.export.summary import open_items, undated_words
from store.export.week import in_no_week_words
from store.language import Translator
from tests.export.families import (
    DAY,
    RANIA,
    SAMIR,
    YEAR,
    afternoon,
    evaluation,
    liv,
    marinka,
    phone_call,
    school_day,
    undated,
    yousef,
)


def names(talks: tuple[Talk, ...]) -> list[str]:
    return [talk.pupil.first_name for talk in talks]


def is_open(summary: DaySummary) -> bool:
    """Whether anything of this day still asks for something."""
    return open_items(summary, School(), Translator("en")) != ()


def test_a_day_is_sorted_by_how_its_talks_stand() -> None:
    summary = summarise(afternoon(), YEAR)
    assert names(summary.finished) == ["Marinka"]
    assert names(summary.set_aside) == ["Yousef"]
    assert names(summary.not_come) == ["Liv"]
    assert [(each.talk.pupil.first_name, each.moment.id) for each in summary.to_be_set] == [("Yousef", "m3")]
    assert names(summary.talks) == ["Liv", "Marinka", "Yousef"]
    assert is_open(summary)


def test_a_family_that_did_not_come_stays_open_until_it_was_called_or_visited() -> None:
    missed = liv(state=TalkState.NOT_COME)
    assert is_open(summarise(school_day(missed), YEAR))
    followed = summarise(school_day(missed.follow_up()), YEAR)
    assert not is_open(followed)
    assert names(followed.followed_up) == ["Liv"]


def test_a_day_of_finished_talks_with_settled_dates_is_closed() -> None:
    assert not is_open(summarise(school_day(marinka()), YEAR))


def test_a_cancelled_talk_counts_for_nothing_but_itself() -> None:
    summary = summarise(school_day(replace(marinka(), state=TalkState.CANCELLED)), YEAR)
    assert names(summary.cancelled) == ["Marinka"]
    assert (summary.topics, summary.buddies, summary.to_be_set) == ((), Buddies(), ())
    assert sum(week.count for week in summary.weeks) == 0


def test_contact_moments_are_counted_in_every_week_of_the_school_year() -> None:
    weeks = summarise(school_day(marinka()), YEAR).weeks
    assert weeks[0].monday == date(2026, 8, 24)
    assert weeks[-1].monday == date(2027, 7, 12)
    assert len(weeks) == 47
    assert 53 in [week.number for week in weeks]
    assert {week.monday: (week.count, week.perhaps) for week in weeks if week.any} == {
        date(2027, 2, 1): (1, 0),
        # the first days of June are in two weeks
        date(2027, 5, 31): (0, 1),
        date(2027, 6, 7): (0, 1),
    }


def test_a_moment_outside_the_school_year_is_counted_all_the_same() -> None:
    late = replace(phone_call(), when=When(kind=WhenKind.DATE, date=date(2027, 8, 18)))
    summary = summarise(school_day(liv(plan=CommunicationPlan(moments=(late,)))), YEAR)
    assert summary.weeks[-1].monday == date(2027, 8, 16)


def test_moments_that_fix_no_day_are_counted_apart_and_undated_ones_not_at_all() -> None:
    on_demand = replace(phone_call("a"), when=When(kind=WhenKind.ON_DEMAND))
    often = replace(phone_call("b"), when=When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY;INTERVAL=6"))
    plan = CommunicationPlan(moments=(on_demand, undated(), evaluation()))
    summary = summarise(school_day(liv(plan=plan)), YEAR)
    assert [each.moment.id for each in summary.unplaced] == ["a"]
    assert sum(week.count for week in summary.weeks) == 0
    assert sum(week.any for week in summary.weeks) == 2
    # what comes back every so many weeks would be perhaps in all of them
    summary = summarise(school_day(liv(plan=CommunicationPlan(moments=(often,)))), YEAR)
    assert [each.moment.id for each in summary.unplaced] == ["b"]
    assert not any(week.any for week in summary.weeks)
    assert undated_words(summary, Translator("nl")) == ("1 × bellen elke 6 weken: Liv Bosman",)
    weekly = replace(often, when=When(kind=WhenKind.RECURRENCE, rrule="FREQ=WEEKLY"))
    summary = summarise(school_day(liv(plan=CommunicationPlan(moments=(weekly,)))), YEAR)
    assert {(week.count, week.perhaps) for week in summary.weeks if YEAR.is_school_day(week.monday)} == {
        (1, 0)
    }


@pytest.mark.parametrize(
    ("rrule", "said"), [("FREQ=MONTHLY", True), ("FREQ=WEEKLY;INTERVAL=2", True), ("FREQ=WEEKLY", False)]
)
def test_the_list_of_a_week_tells_which_moments_the_bars_leave_out(rrule: str, said: bool) -> None:
    often = replace(phone_call(), when=When(kind=WhenKind.RECURRENCE, rrule=rrule))
    talk = liv(plan=CommunicationPlan(moments=(often, evaluation())), state=TalkState.FINISHED)
    due = with_talks(what_is_due([talk], date(2026, 11, 10), YEAR), lambda _: (talk,))
    assert bool(in_no_week_words(due, Translator("en"))) is said


@given(st.lists(st.dates(YEAR.start, YEAR.end), max_size=8))
def test_no_dated_moment_is_lost_from_the_weeks(days: list[date]) -> None:
    moments = tuple(
        replace(phone_call(str(at)), when=When(kind=WhenKind.DATE, date=day)) for at, day in enumerate(days)
    )
    weeks = summarise(school_day(liv(plan=CommunicationPlan(moments=moments))), YEAR).weeks
    assert sum(week.count for week in weeks) == len(days)
    assert all(week.monday.weekday() == 0 for week in weeks)


def wanting(topic: str, when: str = "", at: str = "13:00") -> Talk:
    return replace(liv(information=InformationMoment(topic=topic, when=when)), id=f"{topic}{when}{at}")


def test_topics_are_counted_without_regard_to_capitals_and_spaces() -> None:
    day = school_day(
        wanting("Lezen  thuis", "november"),
        wanting("gezonde school"),
        wanting(" lezen thuis", "November "),
        wanting("LEZEN THUIS", "na de kerst"),
        wanting(""),
    )
    assert summarise(day, YEAR).topics == (
        Topic("Lezen thuis", 3, ("november", "na de kerst")),
        Topic("gezonde school", 1, ()),
    )


def test_both_talks_about_one_pupil_count_by_themselves() -> None:
    day = school_day(
        yousef(RANIA, "15:40", information=InformationMoment(topic="pesten")),
        yousef(SAMIR, "18:30", information=InformationMoment(topic="pesten")),
    )
    assert summarise(day, YEAR).topics == (Topic("pesten", 2, ()),)


def test_an_earlier_text_on_buddies_stays_in_the_summary() -> None:
    day = school_day(marinka(), liv(arrangements=Arrangements(first_contact="mark")))
    assert names(summarise(day, YEAR).earlier_buddies) == ["Marinka"]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        (None, []),
        (When(kind=WhenKind.DATETIME, datetime=datetime(2027, 2, 4, 15, 30)), ["2027-02-04"]),
        (When(kind=WhenKind.RANGE, start=date(2026, 11, 1), end=date(2026, 11, 30)), ["2026-11-02"]),
        (When(kind=WhenKind.RANGE, end=date(2026, 12, 18)), ["2026-08-25"]),
        (When(kind=WhenKind.RANGE, start=date(2026, 10, 19)), ["2026-10-26"]),
        (
            When(
                kind=WhenKind.MULTIPLE,
                items=(
                    When(kind=WhenKind.DATE, date=date(2026, 11, 12)),
                    When(kind=WhenKind.RANGE, start=date(2027, 3, 1), end=date(2027, 3, 31)),
                ),
            ),
            ["2026-11-12", "2027-03-01"],
        ),
        (
            When(
                kind=WhenKind.RECURRENCE,
                rrule="FREQ=WEEKLY;INTERVAL=2;BYDAY=FR",
                first=date(2026, 9, 25),
                until=date(2026, 11, 20),
            ),
            ["2026-09-25", "2026-10-09", "2026-11-06", "2026-11-20"],
        ),
        (
            When(
                kind=WhenKind.RECURRENCE,
                rrule="FREQ=MONTHLY;BYDAY=-1FR",
                first=date(2026, 8, 28),
                until=date(2026, 12, 18),
            ),
            ["2026-08-28", "2026-09-25", "2026-10-30", "2026-11-27"],
        ),
        (
            When(
                kind=WhenKind.RECURRENCE,
                rrule="FREQ=MONTHLY;INTERVAL=3;BYDAY=1MO",
                first=date(2026, 9, 7),
            ),
            ["2026-09-07", "2026-12-07", "2027-03-01", "2027-06-07"],
        ),
        (
            When(kind=WhenKind.RECURRENCE, rrule="FREQ=MONTHLY", first=date(2027, 1, 31)),
            ["2027-01-31", "2027-03-31", "2027-05-31"],
        ),
        (
            When(
                kind=WhenKind.RECURRENCE,
                rrule="FREQ=DAILY;INTERVAL=3",
                first=date(2026, 9, 1),
                until=date(2026, 9, 8),
            ),
            ["2026-09-01", "2026-09-04", "2026-09-07"],
        ),
        (When(kind=WhenKind.RECURRENCE, times=3, per="schoolyear"), []),
        (When(kind=WhenKind.ON_DEMAND), []),
        (When(kind=WhenKind.ERROR, code="past"), []),
    ],
)
def test_the_days_of_a_when_are_those_it_fixes(when: When | None, expected: list[str]) -> None:
    assert [day.isoformat() for day in days_of(when, DAY, YEAR)] == expected


@pytest.mark.parametrize(
    ("rrule", "rest", "expected"),
    [
        ("FREQ=MONTHLY", {}, ["2027-05-10 2027-05-31", "2027-06-01 2027-06-30", "2027-07-01 2027-07-16"]),
        ("FREQ=MONTHLY;INTERVAL=2", {}, ["2027-05-10 2027-06-30", "2027-07-01 2027-07-16"]),
        ("FREQ=MONTHLY", {"start": date(2027, 6, 15)}, ["2027-06-15 2027-06-30", "2027-07-01 2027-07-16"]),
        (
            "FREQ=WEEKLY",
            {"until": date(2027, 5, 28), "left_out": (When(kind=WhenKind.DATE, date=date(2027, 5, 12)),)},
            ["2027-05-10 2027-05-16", "2027-05-17 2027-05-23", "2027-05-24 2027-05-28"],
        ),
        (
            "FREQ=WEEKLY",
            {
                "until": date(2027, 5, 28),
                "left_out": (When(kind=WhenKind.RANGE, start=date(2027, 5, 14), end=date(2027, 5, 25)),),
            },
            ["2027-05-10 2027-05-16", "2027-05-24 2027-05-28"],
        ),
        ("FREQ=MONTHLY", {"first": date(2027, 6, 1)}, []),
        ("", {"times": 3, "per": "schoolyear"}, []),
    ],
)
def test_what_comes_back_without_a_first_day_has_its_periods(
    rrule: str, rest: dict[str, Any], expected: list[str]
) -> None:
    when = When(kind=WhenKind.RECURRENCE, rrule=rrule, **rest)
    found = periods_of(when, date(2027, 5, 10), YEAR)
    assert [f"{each.first} {each.last}" for each in found] == expected
