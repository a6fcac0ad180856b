"""Questions that depend on more than the file: on what is stored, and on the calendar."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.files.repository import Repository
from store.roster.clashes import ClashCode
from store.roster.problems import DoubtCode
from store.roster.roster import Roster, roster_from
from tests.files.given import new_id
from tui.desk.roster.roster_import import look, store

TODAY = date(2026, 8, 20)


def test_whoever_is_known_with_both_parents_is_not_asked_about_again(tmp_path: Path) -> None:
    def listed(other: str) -> Roster:
        rows = f"25-8-2026;13:00;Emma Bos;Joke Bos\n25-8-2026;13:20;Emma Bos;{other}\n"
        return roster_from(f"Datum;Tijd;Leerling;Ouder\n{rows}".encode(), today=TODAY)

    with Repository(tmp_path / "data", new_id=new_id) as repository:

        def asked(other: str) -> list[DoubtCode]:
            looked = look(listed(other), repository, new_id, today=TODAY)
            codes = [doubt.code for doubt in looked.roster.doubts]
            store(looked, repository)
            return codes

        assert asked("Nour Haddad") == [DoubtCode.ONE_CHILD]
        assert asked("Nour Haddad") == []
        assert asked("Karim Haddad") == [DoubtCode.ONE_CHILD]


def test_a_day_on_which_schools_are_closed_somewhere_is_asked_about_before_the_region_is_known(
    tmp_path: Path,
) -> None:
    rows = "24-12-2026;13:00;Milan Mos\n26-2-2027;13:00;Aya Kok\n17-12-2026;13:00;Bo Vos\n"
    rows += "20-10-2026;13:00;Pim Dam\n25-8-2026;13:00;Kim Prins\n"
    roster = roster_from(f"Datum;Tijd;Leerling\n{rows}".encode(), today=TODAY)
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        clashes = look(roster, repository, new_id, today=TODAY).clashes
    assert [(clash.code, clash.name, clash.talks) for clash in clashes] == [
        (ClashCode.FREE_DAY, "Herfstvakantie (Midden, Zuid)", 1),
        (ClashCode.FREE_DAY, "Kerstvakantie", 1),
        (ClashCode.FREE_DAY, "Voorjaarsvakantie (Noord, Midden)", 1),
    ]
