from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from store.roster.problems import ProblemCode
from store.roster.roster import Roster
from tests.roster.build import roster_of


def codes(roster: Roster) -> list[tuple[ProblemCode, int, str]]:
    return [(problem.code, problem.row, problem.column) for problem in roster.problems]


@pytest.mark.parametrize(
    ("headers", "cells"),
    [
        ("Datum;Tijd;Duur", "25-08-2026;13:00;20"),
        ("Datum;Tijd", "25-08-2026;13:00-13:20"),
        ("Datum;Van;Tot", "25-08-2026;13:00;13:20"),
        ("Datum en tijd;Duur", "25-08-2026 13:00;20 min"),
        ("Tijdstip;Duur", "25-08-2026 13:00;20 min"),
    ],
)
def test_a_talk_is_read_however_its_time_is_spread_over_columns(
    tmp_path: Path, headers: str, cells: str
) -> None:
    roster = roster_of(tmp_path, f"{headers};Roepnaam\n{cells};Liv\n")
    assert [(slot.start, slot.minutes) for slot in roster.slots] == [(datetime(2026, 8, 25, 13), 20)]
    assert roster.problems == ()


def test_a_row_that_does_not_say_how_long_leaves_it_open(tmp_path: Path) -> None:
    (slot,) = roster_of(tmp_path, "Datum;Tijd;Roepnaam\n25-08-2026;13:00;Liv\n").slots
    assert slot.minutes is None


@pytest.mark.parametrize(
    ("date", "time", "code", "column"),
    [
        ("morgen", "13:00", ProblemCode.DATE_UNREADABLE, "Datum"),
        ("", "13:00", ProblemCode.DATE_MISSING, "Datum"),
        ("25-08-2026", "", ProblemCode.TIME_MISSING, "Tijd"),
        ("25-08-2026", "25:00", ProblemCode.TIME_UNREADABLE, "Tijd"),
        ("25-08-0206", "13:00", ProblemCode.DATE_FAR, "Datum"),
    ],
)
def test_half_a_time_is_told_and_the_pupil_is_kept(
    tmp_path: Path, date: str, time: str, code: ProblemCode, column: str
) -> None:
    roster = roster_of(tmp_path, f"Datum;Tijd;Roepnaam\n{date};{time};Liv\n")
    assert [pupil.first_name for pupil in roster.pupils] == ["Liv"]
    assert roster.slots == ()
    assert codes(roster) == [(code, 2, column)]


@pytest.mark.parametrize("minutes", ["kort", "999"])
def test_an_unreadable_length_keeps_the_talk(tmp_path: Path, minutes: str) -> None:
    roster = roster_of(tmp_path, f"Datum;Tijd;Duur;Roepnaam\n25-08-2026;13:00;{minutes};Liv\n")
    assert [slot.minutes for slot in roster.slots] == [None]
    assert codes(roster) == [(ProblemCode.MINUTES_UNREADABLE, 2, "Duur")]


def test_a_talk_that_ends_before_it_begins_has_no_length(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "Datum;Van;Tot;Roepnaam\n25-08-2026;13:20;13:00;Liv\n")
    assert codes(roster) == [(ProblemCode.MINUTES_UNREADABLE, 2, "Tot")]


def test_a_date_far_from_all_others_is_told_and_not_planned(tmp_path: Path) -> None:
    rows = "25-08-2026;13:00;Liv\n25-08-2062;13:20;Noa\n26-08-2026;13:00;Sem\n"
    roster = roster_of(tmp_path, "Datum;Tijd;Roepnaam\n" + rows)
    assert [slot.row for slot in roster.slots] == [2, 4]
    assert len(roster.pupils) == 3
    assert codes(roster) == [(ProblemCode.DATE_FAR, 3, "Datum")]


def test_overlapping_talks_of_one_teacher_are_told_and_kept(tmp_path: Path) -> None:
    rows = "25-08-2026;13:00;20;Liv;Els\n25-08-2026;13:10;20;Noa;Els\n25-08-2026;13:10;20;Sem;Bo\n"
    roster = roster_of(tmp_path, "Datum;Tijd;Duur;Roepnaam;Leerkracht\n" + rows)
    assert len(roster.slots) == 3
    assert [(problem.code, problem.row, problem.other) for problem in roster.problems] == [
        (ProblemCode.OVERLAP, 3, 2)
    ]


@pytest.mark.parametrize(
    ("other", "carers", "code"),
    [
        ("13:00;20", [(0, 1)], ProblemCode.REPEATED),
        ("13:00;30", [(0,), (1,)], ProblemCode.PUPIL_TWICE),
        ("13:10;20", [(0,), (1,)], ProblemCode.PUPIL_TWICE),
    ],
)
def test_parents_on_rows_of_their_own_share_a_talk_only_where_all_else_is_the_same(
    tmp_path: Path, other: str, carers: list[tuple[int, ...]], code: ProblemCode
) -> None:
    rows = f"25-08-2026;13:00;20;Liv;Mark\n25-08-2026;{other};Liv;Eline\n"
    roster = roster_of(tmp_path, "Datum;Tijd;Duur;Roepnaam;Ouder 1\n" + rows)
    assert [slot.carers for slot in roster.slots] == carers
    assert codes(roster) == [(code, 3, "")]


def test_talks_that_touch_do_not_overlap(tmp_path: Path) -> None:
    rows = "25-08-2026;13:20;20;Noa\n25-08-2026;13:00;20;Liv\n"
    assert roster_of(tmp_path, "Datum;Tijd;Duur;Roepnaam\n" + rows).problems == ()


def test_the_very_same_talk_twice_is_planned_once(tmp_path: Path) -> None:
    rows = "25-08-2026;13:00;Liv;Mark\n25-08-2026;13:00;Liv;Mark\n"
    roster = roster_of(tmp_path, "Datum;Tijd;Roepnaam;Ouder 1\n" + rows)
    assert len(roster.slots) == 1
    assert [(problem.code, problem.row, problem.other) for problem in roster.problems] == [
        (ProblemCode.REPEATED, 3, 2)
    ]
