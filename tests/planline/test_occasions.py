"""What a school has in its own calendar: read by its name, or told to have no date yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from store.domain.school_year import Occasion
from store.export.plan_problems import problem_words
from store.language import Translator
from store.planline.complete import complete
from store.planline.read import read_line
from store.planline.reference import Reference
from tests.planline.year import DAY, NAMES, YEAR, short

TOLD = replace(
    YEAR,
    occasions=(
        Occasion(name="Toetsweek", first=date(2027, 1, 18), last=date(2027, 1, 22)),
        Occasion(name="ouderavond", first=date(2026, 11, 17), last=date(2026, 11, 17)),
        Occasion(name="periode 1", first=date(2026, 8, 24), last=date(2026, 10, 30)),
        Occasion(name="kamp", first=date(2027, 5, 26), last=date(2027, 5, 28)),
        Occasion(name="10-minutengesprekken", first=date(2027, 2, 8), last=date(2027, 2, 10)),
        Occasion(name="inloop", first=date(2026, 10, 6), last=date(2026, 10, 6)),
        Occasion(name="inloop", first=date(2027, 3, 9), last=date(2027, 3, 9)),
    ),
)


@pytest.mark.parametrize(
    ("line", "when", "anchor"),
    [
        ("week na de toetsweek bellen", "2027-01-25..2027-01-29", "occasion:Toetsweek"),
        ("bellen voor kamp", "..2027-05-25", "occasion:kamp"),
        ("bellen in de week voor kamp", "2027-05-17..2027-05-21", "occasion:kamp"),
        ("bellen in de week van het kamp", "2027-05-24..2027-05-28", "occasion:kamp"),
        ("in periode 1 mailen", "2026-08-25..2026-10-30", "occasion:periode 1"),
        ("bellen tijdens de toetsweek", "2027-01-18..2027-01-22", "occasion:Toetsweek"),
        ("gesprek op de ouderavond met moeder", "2026-11-17", "occasion:ouderavond"),
        ("na de ouderavond appen", "2026-11-18..", "occasion:ouderavond"),
        ("bellen dag na de ouderavond", "2026-11-18", "occasion:ouderavond"),
        ("r. ouderavond bellen", "2026-11-16..2026-11-20", "occasion:ouderavond"),
        ("bellen rond de ouderavond", "2026-11-16..2026-11-20", "occasion:ouderavond"),
        ("bellen rond kamp", "2027-05-24..2027-05-28", "occasion:kamp"),
        ("begin periode 1 bellen", "2026-08-25..2026-08-28", "occasion:periode 1"),
        ("gesprek eind van periode 1", "2026-10-26..2026-10-30", "occasion:periode 1"),
        ("tweede week van periode 1 gesprek", "2026-08-31..2026-09-04", "occasion:periode 1"),
        ("bellen in de loop van periode 1", "2026-08-25..2026-10-30", "occasion:periode 1"),
        ("bellen vanaf de toetsweek", "2027-01-18..", "occasion:Toetsweek"),
        ("bellen na de 10-minutengesprekken", "2027-02-11..", "occasion:10-minutengesprekken"),
        ("bellen tussen ouderavond en kamp", "2026-11-18..2027-05-25", "occasion:ouderavond,occasion:kamp"),
        (
            "elke week in periode 1 mailen",
            "FREQ=WEEKLY until 2026-10-30",
            "occasion:periode 1",
        ),
    ],
)
def test_a_date_of_the_school_is_read_by_its_name(line: str, when: str, anchor: str) -> None:
    reading = read_line(line, DAY, TOLD, NAMES)
    assert reading.ok
    (moment,) = reading.moments
    assert moment.when is not None
    assert (short(moment.when), moment.when.anchor, moment.purpose) == (when, anchor, "")


def test_of_two_with_one_name_it_is_asked_which() -> None:
    reading = read_line("bellen na de inloop", DAY, TOLD, NAMES)
    assert [problem.code for problem in reading.errors] == ["ambiguous"]


@pytest.mark.parametrize(
    ("line", "purpose"),
    [
        ("bellen 12 nov over kamp", "over kamp"),
        ("bellen 12 nov hoe ging het na de sportdag", "hoe ging het na de sportdag"),
        ("bellen 12 nov: leren voor de toetsweek", "leren voor de toetsweek"),
    ],
)
def test_what_a_contact_is_for_may_name_one(line: str, purpose: str) -> None:
    reading = read_line(line, DAY, TOLD, NAMES)
    assert reading.ok
    assert [(short(moment.when), moment.purpose.strip()) for moment in reading.moments] == [
        ("2026-11-12", purpose)
    ]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("week na de toetsweek bellen", "Toetsweek"),
        ("bellen voor kamp", "Kamp"),
        ("in periode 2 mailen", "Periode 2"),
        ("bellen week na de musical", "Musical"),
        ("bellen week na de geboorte", "Geboorte"),
        ("bellen week na rapport 3", "Rapport 3"),
        ("bellen op de sportdag", "Sportdag"),
        ("bellen rond kamp", "Kamp"),
        ("eerste week van de periode 2 bellen", "Periode 2"),
        ("eind van het kamp bellen", "Kamp"),
        ("r. ouderavond bellen", "Ouderavond"),
    ],
)
def test_what_has_no_date_in_the_calendar_yet_is_told_by_its_name(line: str, name: str) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    (problem,) = reading.errors
    assert problem.code == "unknown_anchor"
    assert problem_words(problem.code, dict(problem.values), Translator("nl")) == (
        f"{name} heeft nog geen datum. Enter bewaart het zo; de datum komt later."
    )


def test_tab_finishes_the_name_of_a_date_of_the_school() -> None:
    assert complete("bellen na de toet", len("bellen na de toet"), Reference(DAY, TOLD), NAMES) == "sweek"
    assert complete("bellen voor ka", len("bellen voor ka"), Reference(DAY, TOLD), NAMES) == "mp"
    assert (
        complete("bellen na de herf", len("bellen na de herf"), Reference(DAY, YEAR), NAMES) == "stvakantie"
    )
