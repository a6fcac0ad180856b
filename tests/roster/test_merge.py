from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from store.domain.board import AgendaPoint
from store.domain.people import Presence, Voice
from store.domain.progress import seen_again
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.roster.merge import Tally
from store.roster.problems import UnusableError
from store.roster.roster import read_roster
from tests.roster.build import CASE, HEADER, LIV, NOA, RANIA, SAMIR, Shelf, everyone, roster_of, talk_of


def change(shelf: Shelf, talk: Talk) -> None:
    day = talk.slot.start.date()
    shelf.days[day] = shelf.days[day].put(talk)


def test_a_first_import_makes_a_school_with_a_year_and_its_days() -> None:
    shelf = Shelf()
    merged = shelf.take(read_roster(CASE))
    assert (merged.pupils, merged.talks) == (Tally(new=28), Tally(new=28))
    assert shelf.school.year == assumed_year(date(2026, 8, 25))
    assert {day: len(found.talks) for day, found in shelf.days.items()} == {
        date(2026, 8, 25): 9,
        date(2026, 8, 27): 9,
        date(2026, 9, 1): 10,
    }


def test_every_record_has_an_id_of_its_own() -> None:
    shelf = Shelf()
    shelf.take(read_roster(CASE))
    ids = [pupil.id for pupil in shelf.school.pupils]
    ids += [carer.id for pupil in shelf.school.pupils for carer in pupil.carers]
    ids += [talk.id for talk in everyone(shelf)]
    assert len(set(ids)) == len(ids)


def test_the_same_file_again_changes_nothing_at_all() -> None:
    shelf = Shelf()
    shelf.take(read_roster(CASE))
    school, days = shelf.school, dict(shelf.days)
    again = shelf.take(read_roster(CASE))
    assert not again.changed
    assert (shelf.school, shelf.days) == (school, days)
    assert (again.pupils, again.talks) == (Tally(unchanged=28), Tally(unchanged=28))
    assert (again.gone_pupils, again.gone_talks, again.left_alone, again.near) == ((), (), (), ())


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_part_of_the_file_in_any_order_changes_nothing_either(
    tmp_path: Path, data: st.DataObject
) -> None:
    shelf = Shelf()
    shelf.take(read_roster(CASE))
    header, *rows = CASE.read_text("utf-8-sig").splitlines()
    picked = data.draw(st.lists(st.sampled_from(rows), min_size=1, unique=True))
    again = shelf.take(roster_of(tmp_path, "\n".join([header, *picked])))
    assert not again.changed
    assert len(again.gone_pupils) >= 28 - len(picked)


def test_a_talk_knows_only_the_carers_of_its_own_row(shelf: Shelf) -> None:
    audiences = [
        [carer.name for carer in talk.audience]
        for talk in everyone(shelf)
        if talk.pupil.first_name == "Yousef"
    ]
    assert audiences == [["Rania"], ["Samir"]]
    (yousef,) = (pupil for pupil in shelf.school.pupils if pupil.first_name == "Yousef")
    assert [carer.name for carer in yousef.carers] == ["Rania", "Samir"]


def test_a_changed_row_updates_the_same_talk(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Liv")
    row = "25-08-2026;13:05;25;1;Liv;Bosman;3;Mark;06-00000009;Eline;\n"
    merged = shelf.take(roster_of(tmp_path, HEADER + row + NOA + RANIA + SAMIR))
    after = talk_of(shelf, "Liv")
    assert (merged.pupils, merged.talks) == (Tally(updated=1, unchanged=2), Tally(updated=1, unchanged=3))
    assert (after.id, after.pupil.id) == (before.id, before.pupil.id)
    assert [carer.id for carer in after.audience] == [carer.id for carer in before.audience]
    assert (after.slot.start, after.slot.minutes) == (datetime(2026, 8, 25, 13, 5), 25)
    assert (after.audience[0].phone, after.remark) == ("06-00000009", "")
    assert after.revision == before.revision + 1


def test_a_talk_on_another_day_is_one_move(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Noa")
    row = NOA.replace("25-08-2026;13:20", "02-09-2026;14:00")
    merged = shelf.take(roster_of(tmp_path, HEADER + LIV + row + RANIA + SAMIR))
    found = [talk for talk in everyone(shelf) if talk.pupil.first_name == "Noa"]
    assert [talk.id for talk in found] == [before.id]
    assert found[0].slot.start == datetime(2026, 9, 2, 14)
    assert found[0].revision > before.revision
    assert [day.date for day in merged.writes] == [date(2026, 9, 2), date(2026, 8, 25)]


def test_of_two_talks_with_one_family_the_one_on_that_day_is_moved(tmp_path: Path) -> None:
    shelf = Shelf()
    other = LIV.replace("25-08-2026", "27-08-2026")
    shelf.take(roster_of(tmp_path, HEADER + LIV + other))
    first, second = everyone(shelf)
    merged = shelf.take(roster_of(tmp_path, HEADER + other.replace("13:00", "14:00")))
    assert everyone(shelf)[0] == first
    assert [talk.id for talk in everyone(shelf)] == [first.id, second.id]
    assert merged.gone_talks == (first,)


def test_two_talks_that_swap_days_are_somewhere_after_every_write(tmp_path: Path) -> None:
    shelf = Shelf()
    first = LIV + NOA.replace("25-08-2026", "26-08-2026")
    shelf.take(roster_of(tmp_path, HEADER + first))
    ids = {talk.id for talk in everyone(shelf)}
    stored = dict(shelf.days)
    swapped = LIV.replace("25-08-2026", "26-08-2026") + NOA
    merged = shelf.take(roster_of(tmp_path, HEADER + swapped))
    for day in merged.writes:
        stored[day.date] = day
        assert {talk.id for each in stored.values() for talk in each.talks} == ids
    assert [len(day.talks) for day in stored.values()] == [1, 1]


def test_parents_apart_who_swap_times_keep_their_own_talks(shelf: Shelf, tmp_path: Path) -> None:
    ids = {talk.audience[0].name: talk.id for talk in everyone(shelf) if talk.pupil.first_name == "Yousef"}
    swapped = RANIA.replace("Rania", "Samir") + SAMIR.replace("Samir", "Rania")
    shelf.take(roster_of(tmp_path, HEADER + LIV + NOA + swapped))
    found = {talk.audience[0].name: talk for talk in everyone(shelf) if talk.pupil.first_name == "Yousef"}
    assert {name: talk.id for name, talk in found.items()} == ids
    assert found["Samir"].slot.start == datetime(2026, 8, 25, 15, 40)


NOW = datetime(2026, 8, 25, 11, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "begun",
    [
        lambda talk: talk.begin(NOW, Presence()),
        lambda talk: talk.begin(NOW, Presence()).set_aside(NOW),
        lambda talk: talk.raise_point(AgendaPoint(id="p", voice=Voice.TEACHER, text="lezen")),
    ],
    ids=["running", "set aside", "prepared"],
)
def test_a_talk_that_has_begun_is_never_touched(
    shelf: Shelf, tmp_path: Path, begun: Callable[[Talk], Talk]
) -> None:
    change(shelf, begun(talk_of(shelf, "Liv")))
    before, count = talk_of(shelf, "Liv"), len(everyone(shelf))
    row = "26-08-2026;14:00;30;1;Livia;Bosman;4;Mark;06-00000009;Eline;nieuw\n"
    merged = shelf.take(roster_of(tmp_path, HEADER + row + NOA + RANIA + SAMIR))
    assert talk_of(shelf, "Liv") == before
    assert merged.left_alone == (before,)
    assert len(everyone(shelf)) == count


@pytest.mark.parametrize("missed", [Talk.cancel, Talk.not_come])
def test_a_talk_that_never_was_gets_a_new_one_beside_it_at_a_new_time(
    shelf: Shelf, tmp_path: Path, missed: Callable[[Talk], Talk]
) -> None:
    change(shelf, missed(talk_of(shelf, "Noa")))
    before = talk_of(shelf, "Noa")
    row = NOA.replace("25-08-2026;13:20", "02-09-2026;14:00")
    for tally in (Tally(new=1, unchanged=3), Tally(unchanged=4)):
        merged = shelf.take(roster_of(tmp_path, HEADER + LIV + row + RANIA + SAMIR))
        assert merged.talks == tally
        assert talk_of(shelf, "Noa") == before
        assert len([talk for talk in everyone(shelf) if talk.pupil.first_name == "Noa"]) == 2


@pytest.mark.parametrize(
    ("files", "called"),
    [
        # moved out of sight, at once or by two files
        ([("13-10-2026;14:00",)], False),
        ([("02-09-2026;14:00",), ("13-10-2026;14:00",)], False),
        # a talk that everybody has later on, beside the one that was missed or in a file of its own
        ([("25-08-2026;13:20", "13-10-2026;14:00")], True),
        ([("13-10-2026;14:00", "")], True),
    ],
)
def test_a_family_that_did_not_come_is_not_to_be_called_once_a_file_has_moved_its_talk(
    shelf: Shelf, tmp_path: Path, files: list[tuple[str, ...]], called: bool
) -> None:
    change(shelf, talk_of(shelf, "Noa").not_come())
    missed = talk_of(shelf, "Noa")
    for times in files:
        others = "" if "" in times else LIV + RANIA + SAMIR
        rows = "".join(NOA.replace("25-08-2026;13:20", time) for time in times if time)
        shelf.take(roster_of(tmp_path, HEADER + others + rows))
    assert (missed.id not in seen_again(everyone(shelf))) is called


@pytest.mark.parametrize("listed", ["13:20", "14:40"])
def test_a_talk_that_was_put_elsewhere_by_hand_stays_there_and_that_is_named(
    shelf: Shelf, tmp_path: Path, listed: str
) -> None:
    before = talk_of(shelf, "Noa")
    day = shelf.days[date(2026, 8, 25)]
    here = datetime(2026, 8, 25, 16)
    step = day.step("step", StepName.MOVED, before.move(here))
    shelf.days[day.date] = day.put(before.move(here), step)
    row = NOA.replace("13:20", listed).replace("06-00000002", "06-00000009")
    merged = shelf.take(roster_of(tmp_path, HEADER + LIV + row + RANIA + SAMIR))
    after = talk_of(shelf, "Noa")
    assert (after.id, after.slot.start, after.audience[0].phone) == (before.id, here, "06-00000009")
    assert [f"{each.listed:%H:%M}" for each in merged.by_hand] == [listed]


EDITED = (
    "Bosman",
    "Bos",
    "Liv",
    "Livia",
    "25-08-2026",
    "26-08-2026",
    "13:00",
    "13:20",
    "Mark",
    "",
    "3;",
    "4;",
)
BEGUN: tuple[Callable[[Talk], Talk], ...] = (
    lambda talk: talk,
    lambda talk: talk.begin(NOW, Presence()).raise_point(
        AgendaPoint(id=f"p{talk.id}", voice=Voice.TEACHER, text="lezen")
    ),
    Talk.not_come,
    Talk.cancel,
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_edited_copy_of_a_file_takes_a_talk_or_a_text_away(tmp_path: Path, data: st.DataObject) -> None:
    shelf = Shelf()
    rows = [LIV, NOA, RANIA, SAMIR]
    shelf.take(roster_of(tmp_path, HEADER + "".join(rows)))
    for talk in everyone(shelf):
        change(shelf, data.draw(st.sampled_from(BEGUN))(talk))
    before, pupils = everyone(shelf), shelf.school.pupils
    edited = [
        row.replace(*data.draw(st.tuples(st.sampled_from(EDITED[:-1]).filter(bool), st.sampled_from(EDITED))))
        for row in data.draw(st.permutations(rows))
        if data.draw(st.booleans())
    ]
    assume(edited)
    try:
        roster = roster_of(tmp_path, HEADER + "".join(edited))
    except UnusableError:
        return
    shelf.take(roster, same=lambda _: data.draw(st.booleans()))
    after = {talk.id: talk for talk in everyone(shelf)}
    assert {talk.id for talk in before} <= after.keys()
    assert [after[talk.id] for talk in before if talk.begun] == [talk for talk in before if talk.begun]
    assert {pupil.id for pupil in pupils} <= {pupil.id for pupil in shelf.school.pupils}


def test_what_is_gone_from_the_file_is_told_and_kept(shelf: Shelf, tmp_path: Path) -> None:
    school = shelf.school
    merged = shelf.take(roster_of(tmp_path, HEADER + LIV + RANIA))
    assert [pupil.first_name for pupil in merged.gone_pupils] == ["Noa"]
    assert [talk.audience[0].name for talk in merged.gone_talks] == ["Ilse", "Samir"]
    assert not merged.changed
    assert shelf.school == school


def test_another_group_in_another_file_does_not_make_the_first_one_gone(shelf: Shelf, tmp_path: Path) -> None:
    row = "25-08-2026;9:00;20;;Sem;Kok;4;Ans;;;\n"
    merged = shelf.take(roster_of(tmp_path, HEADER + row))
    assert (merged.gone_pupils, merged.gone_talks) == ((), ())


def test_a_class_list_without_talks_updates_the_planned_talks_too(shelf: Shelf, tmp_path: Path) -> None:
    header = "Leerlingnummer;Roepnaam;Achternaam;Groep;Ouder 1;Telefoon 1;Thuistaal\n"
    text = header + "1;Liv;Bosman;3;Mark;06-00000008;Fries\n"
    merged = shelf.take(roster_of(tmp_path, text))
    liv = talk_of(shelf, "Liv")
    assert (liv.pupil.home_language, liv.audience[0].phone) == ("Fries", "06-00000008")
    assert (liv.remark, len(liv.audience)) == ("oma komt mee", 2)
    assert merged.gone_talks == ()


def test_what_a_file_does_not_say_or_leaves_empty_stays(shelf: Shelf, tmp_path: Path) -> None:
    before = talk_of(shelf, "Liv")
    shelf.take(roster_of(tmp_path, "Datum;Tijd;Roepnaam;Achternaam\n25-08-2026;13:00;Liv;Bosman\n"))
    shelf.take(roster_of(tmp_path, HEADER + LIV.replace("06-00000001", "")))
    assert talk_of(shelf, "Liv") == before


def test_an_empty_cell_does_not_take_a_mail_address_away(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, "Roepnaam;Ouder 1;E-mail 1\nLiv;Mark;mark@example.org\n"))
    assert not shelf.take(roster_of(tmp_path, "Roepnaam;Ouder 1;E-mail 1\nLiv;Mark;\n")).changed


def test_how_a_carer_wants_to_be_addressed_outlives_the_file_and_is_known_in_the_next_talk(
    tmp_path: Path,
) -> None:
    shelf = Shelf()
    listed = "Roepnaam;Ouder 1;Telefoon 1\nLiv;Mark Bosman;06-00000001\n"
    shelf.take(roster_of(tmp_path, listed))
    (liv,) = shelf.school.pupils
    shelf.school = shelf.school.put(replace(liv, carers=(replace(liv.carers[0], addressed="meneer Bosman"),)))
    shelf.take(roster_of(tmp_path, listed.replace("06-00000001", "06-00000002")))
    shelf.take(roster_of(tmp_path, "Datum;Tijd;Leerling\n25-08-2026;13:00;Liv\n"))
    (mark,) = talk_of(shelf, "Liv").audience
    assert (mark.phone, mark.addressed) == ("06-00000002", "meneer Bosman")


def test_a_timetable_without_carers_takes_those_of_the_class_list(tmp_path: Path) -> None:
    shelf = Shelf()
    shelf.take(roster_of(tmp_path, "Roepnaam;Achternaam;Ouder 1;Ouder 2\nLiv;Bosman;Mark;Eline\n"))
    shelf.take(roster_of(tmp_path, "Datum;Tijd;Leerling\n25-08-2026;13:00;Liv Bosman\n"))
    assert [carer.name for carer in talk_of(shelf, "Liv").audience] == ["Mark", "Eline"]
    shelf.take(roster_of(tmp_path, "Datum;Tijd;Leerling\n26-08-2026;9:00;Liv Bosman\n"))
    assert [talk.slot.start for talk in everyone(shelf)] == [datetime(2026, 8, 26, 9)]


def test_what_the_school_decided_is_kept(tmp_path: Path) -> None:
    shelf = Shelf()
    year = replace(assumed_year(date(2026, 8, 25)), region="Noord")
    shelf.school = School(teacher="juf Els", year=year, minutes=30)
    shelf.take(roster_of(tmp_path, "Datum;Tijd;Roepnaam\n25-08-2026;13:00;Liv\n"))
    talk = talk_of(shelf, "Liv")
    assert (talk.teacher, talk.slot.minutes, shelf.school.year) == ("juf Els", 30, year)


def test_thousands_of_new_rows_beside_thousands_of_others_are_merged(tmp_path: Path) -> None:
    def rows(name: str) -> str:
        return "".join(f"{name}{n};{name}a{n};Ouder\n" for n in range(3_000))

    shelf = Shelf()
    shelf.take(roster_of(tmp_path, "Roepnaam;Achternaam;Ouder 1\n" + rows("Kind")))
    merged = shelf.take(roster_of(tmp_path, "Roepnaam;Achternaam;Ouder 1\n" + rows("Ander")))
    assert merged.pupils == Tally(new=3_000)
    assert len(merged.gone_pupils) == 3_000


def test_siblings_the_teacher_put_in_one_talk_stay_so_when_the_file_comes_again(tmp_path: Path) -> None:
    shelf = Shelf()
    rows = "25-08-2026;13:00;Daan Wit;Anja Wit\n25-08-2026;13:20;Sanne Wit;Anja Wit"
    roster = roster_of(tmp_path, f"datum;tijd;leerling;ouder 1\n{rows}")
    shelf.take(roster)
    (day,) = shelf.days.values()
    one, other = day.in_order
    shelf.days[day.date] = joined = day.join(one, other, "step")
    again = shelf.take(roster)
    assert not again.changed
    assert again.talks == Tally(unchanged=2)
    assert shelf.days == {day.date: joined}
    moved = shelf.take(roster_of(tmp_path, f"datum;tijd;leerling;ouder 1\n{rows.replace('13:20', '15:00')}"))
    assert [talk.id for talk in moved.left_alone] == [one.id]
    assert shelf.days == {day.date: joined}


def test_siblings_who_were_put_apart_stay_so_when_their_one_time_comes_again(tmp_path: Path) -> None:
    shelf = Shelf()
    head, row = "datum;tijd;leerling;ouder 1\n", "25-08-2026;13:00;{};Anja Wit\n"
    for rows in ((row.format("Daan Wit"),), (row.format("Sanne Wit"),)):
        shelf.take(roster_of(tmp_path, head + "".join(rows)))
    before = dict(shelf.days)
    both = roster_of(tmp_path, head + row.format("Daan Wit") + row.format("Sanne Wit"))
    assert [len(slot.pupils) for slot in both.slots] == [2]
    again = shelf.take(both)
    assert (again.gone_talks, shelf.days) == ((), before)
