from __future__ import annotations

from collections import Counter
from datetime import date, datetime

import pytest

from store.roster.roster import Roster, read_roster
from tests.roster.build import CASE


@pytest.fixture(scope="module")
def roster() -> Roster:
    return read_roster(CASE)


def test_the_whole_group_is_read(roster: Roster) -> None:
    assert len(roster.pupils) == 28
    assert Counter(slot.start.date() for slot in roster.slots) == {
        date(2026, 8, 25): 9,
        date(2026, 8, 27): 9,
        date(2026, 9, 1): 10,
    }
    assert (roster.encoding, roster.delimiter) == ("utf-8-sig", ";")
    assert roster.problems == ()
    assert None not in roster.headers.values()


def test_a_row_without_date_and_time_is_a_pupil_without_a_talk(roster: Roster) -> None:
    (waiting,) = roster.waiting
    assert roster.pupils[waiting.pupil].full_name == "Eefje IJzerman"
    assert (waiting.row, waiting.remark) == (30, "nog geen afspraak")
    assert roster.without_talk == (waiting.pupil,)


def test_parents_apart_give_one_pupil_two_talks_with_two_audiences(roster: Roster) -> None:
    ((at, talks),) = roster.with_more_talks.items()
    yousef = roster.pupils[at]
    assert (yousef.full_name, talks) == ("Yousef al-Khatib", 2)
    mother, father = (slot for slot in roster.slots if slot.pupil == at)
    assert [yousef.carers[i].name for i in mother.carers] == ["Rania al-Khatib"]
    assert [yousef.carers[i].name for i in father.carers] == ["Samir al-Khatib"]
    assert father.start == datetime(2026, 9, 1, 18, 30)


def test_carers_with_the_same_number_stay_two_people(roster: Roster) -> None:
    yousef = next(pupil for pupil in roster.pupils if pupil.first_name == "Yousef")
    rania, samir = yousef.carers
    assert rania.phone == samir.phone
    assert rania != samir


def test_remarks_keep_brackets_formulas_and_semicolons(roster: Roster) -> None:
    remarks = {roster.pupils[slot.pupil].first_name: slot.remark for slot in roster.slots}
    assert remarks["Mees"] == "=SOM(A1:A9) staat zo in het systeem"
    assert remarks["Daan"] == "gescheiden, komen samen; [let op] vader 5 min later"


def test_names_in_every_script_and_with_every_infix_are_kept(roster: Roster) -> None:
    names = {pupil.full_name for pupil in roster.pupils}
    assert {"Søren Jørgensen", "Noa van 't Hof", "Kirsten O'Neill", "Bas Jan van der Meulen"} <= names
    assert {"Jaïr Winklaar", "Hamit Yıldız", "Daan Prins-de Vries", "Amira el Amrani"} <= names


def test_home_language_and_interpreter_are_read(roster: Roster) -> None:
    people = {pupil.first_name: pupil for pupil in roster.pupils}
    assert (people["Filmon"].home_language, people["Filmon"].interpreter) == ("Tigrinya", True)
    assert (people["Hamit"].home_language, people["Hamit"].interpreter) == ("Turks", False)
    assert (people["Liv"].home_language, people["Liv"].interpreter) == ("", False)
