from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from store.domain.school_year import Holiday, assumed_year
from store.domain.undo import StepName
from store.roster.clashes import ClashCode
from store.roster.merge import Merged
from tests.roster.build import HEADER, LIV, NOA, RANIA, SAMIR, Shelf, everyone, roster_of, talk_of


def asked(merged: Merged) -> list[tuple[ClashCode, str, str]]:
    """The questions, each with the child it is about and the other one or the free day."""
    return [
        (each.code, each.talk.pupil.first_name, each.other.pupil.first_name if each.other else each.name)
        for each in merged.clashes
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("25-08-2026;13:10;20;;Sem;Dekker;3;Ans;;;\n", ["Liv", "Noa"]),
        ("25-08-2026;13:40;20;;Sem;Dekker;3;Ans;;;\n", []),
        (NOA.replace("13:20", "13:10"), ["Liv"]),
    ],
)
def test_a_talk_at_the_time_of_a_stored_one_is_asked(
    shelf: Shelf, tmp_path: Path, row: str, found: list[str]
) -> None:
    merged = shelf.take(roster_of(tmp_path, HEADER + row))
    assert [other for _, _, other in asked(merged)] == found
    assert {code for code, _, _ in asked(merged)} <= {ClashCode.SAME_TIME}
    assert shelf.take(roster_of(tmp_path, HEADER + row)).clashes == ()


def test_another_teacher_has_a_time_of_her_own_but_a_child_has_not(tmp_path: Path) -> None:
    header = "Datum;Tijd;Leerling;Leerkracht;Ouder 1;Leerlingnummer\n"
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, header + "25-08-2026;13:00;Milan Mos;juf Els;Joke;1\n"))
    merged = shelf.take(
        roster_of(
            tmp_path,
            header
            + "25-08-2026;13:00;Aya Dam;meester Jan;Nour;2\n25-08-2026;13:10;Milan Mos;meester Jan;Hans;1\n",
        )
    )
    assert (ClashCode.SAME_TIME, "Milan", "Milan") in asked(merged)
    assert all(name == "Milan" for _, name, _ in asked(merged))


def test_what_overlaps_within_the_file_is_told_by_the_file_alone(tmp_path: Path) -> None:
    shelf = Shelf()
    roster = roster_of(tmp_path, HEADER + LIV + NOA.replace("13:20", "13:10"))
    assert shelf.take(roster).clashes == ()
    assert [problem.code for problem in roster.problems] == ["overlap"]


def test_a_talk_kept_at_its_own_time_by_hand_is_in_the_way_of_the_file(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Noa")
    day = shelf.days[date(2026, 8, 25)]
    there = before.move(before.slot.start.replace(hour=16))
    shelf.days[day.date] = day.put(there, day.step("step", StepName.MOVED, there))
    merged = shelf.take(roster_of(tmp_path, HEADER + LIV.replace("13:00", "16:10") + NOA + RANIA + SAMIR))
    assert asked(merged) == [(ClashCode.SAME_TIME, "Liv", "Noa")]


def test_a_free_day_is_asked_once_by_its_name(tmp_path: Path) -> None:
    shelf = Shelf()
    day = date(2026, 10, 13)
    year = replace(assumed_year(day), holidays=(Holiday(name="Herfstvakantie", first=day, last=day),))
    shelf.school = replace(shelf.school, year=year)
    rows = (LIV + NOA).replace("25-08-2026", "13-10-2026")
    merged = shelf.take(roster_of(tmp_path, HEADER + rows + RANIA))
    (clash,) = merged.clashes
    assert (clash.code, clash.name, clash.talks) == (ClashCode.FREE_DAY, "Herfstvakantie", 2)


def test_a_talk_beside_one_that_the_file_does_not_have_is_asked(shelf: Shelf, tmp_path: Path) -> None:
    row = LIV.replace("25-08-2026;13:00", "27-08-2026;15:00").replace("Mark", "Karin").replace("Eline", "")
    merged = shelf.take(roster_of(tmp_path, HEADER + row))
    assert asked(merged) == [(ClashCode.SECOND_TALK, "Liv", "Liv")]


@pytest.mark.parametrize("when", ["25-08-2026;13:00", "27-08-2026;15:00"])
def test_one_parent_named_of_two_who_come_together_is_the_same_talk_with_both(
    shelf: Shelf, tmp_path: Path, when: str
) -> None:
    before = talk_of(shelf, "Liv")
    row = LIV.replace("25-08-2026;13:00", when).replace("Eline", "")
    merged = shelf.take(roster_of(tmp_path, HEADER + row + NOA))
    after = talk_of(shelf, "Liv")
    assert (after.id, [carer.name for carer in after.audience]) == (before.id, ["Mark", "Eline"])
    assert [[carer.name for carer in each.named] for each in merged.partly] == [["Mark"]]
    assert merged.clashes == ()


def test_parents_whom_the_file_has_apart_get_a_talk_each(shelf: Shelf, tmp_path: Path) -> None:
    mark = LIV.replace("Eline", "")
    eline = mark.replace("13:00", "16:00").replace("Mark;06-00000001", "Eline;")
    shelf.take(roster_of(tmp_path, HEADER + mark + eline))
    talks = [talk for talk in everyone(shelf) if talk.pupil.first_name == "Liv"]
    assert [[carer.name for carer in talk.audience] for talk in talks] == [["Mark"], ["Eline"]]
