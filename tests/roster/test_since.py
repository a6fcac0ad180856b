"""Since when a pupil is there: as the school's own list tells, and as this program first saw."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from store.files.repository import Repository
from store.roster.problems import ProblemCode
from store.roster.roster import Roster, roster_from
from tests.files.given import new_id
from tui.desk.roster.roster_import import look, store

EDEXML = Path(__file__).parent / "data/schools/edexml.xml"
AUGUST, OCTOBER = date(2026, 8, 20), date(2026, 10, 12)


@pytest.mark.parametrize(
    "header", ["Instroomdatum", "Datum inschrijving", "Ingeschreven op", "Inschrijfdatum", "Enrolled on"]
)
def test_a_column_tells_since_when_each_is_at_this_school(header: str) -> None:
    lines = ("Liv;Bosman;groep 5;12-10-2026", "Noa;Vos;groep 5;", "Bas;Smit;groep 5;ergens")
    roster = roster_from(f"Roepnaam;Achternaam;Groep;{header}\n{chr(10).join(lines)}\n".encode())
    assert [each.since for each in roster.pupils] == [OCTOBER, None, None]
    assert [(each.code, each.value) for each in roster.problems] == [(ProblemCode.SINCE_UNREADABLE, "ergens")]


def test_edexml_tells_it_by_its_own_element() -> None:
    text = EDEXML.read_text("utf-8")
    assert {each.since for each in roster_from(EDEXML.read_bytes()).pupils} == {None}
    added = text.replace("</geboortedatum>", "</geboortedatum><instroomdatum>2026-10-12</instroomdatum>", 1)
    assert [each.since for each in roster_from(added.encode()).pupils].count(OCTOBER) == 1


def test_who_comes_onto_the_list_later_than_the_others_is_known_by_that_day(tmp_path: Path) -> None:
    def listed(*names: str) -> Roster:
        rows = "".join(f"{name};groep 5\n" for name in names)
        return roster_from(f"Leerling;Groep\n{rows}".encode())

    with Repository(tmp_path / "data", new_id=new_id) as repository:
        first, later = ("Liv Bosman", "Noa Vos"), ("Noa Vos", "Liv Bosman", "Bas Smit")
        for day, names in ((AUGUST, first), (OCTOBER, later)):
            store(look(listed(*names), repository, new_id, today=day), repository)
        seen = {each.first_name: each.seen for each in repository.school(AUGUST).pupils}
        assert seen == {"Liv": AUGUST, "Noa": AUGUST, "Bas": OCTOBER}
        again = look(listed("Liv Bosman", "Bas Smit", "Noa Vos"), repository, new_id, today=date(2026, 11, 2))
        assert not any(each.changed for each in again.years)
