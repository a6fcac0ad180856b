"""Questions of a file that what is stored answers: they are asked once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.files.repository import Repository
from store.roster.problems import DoubtCode
from store.roster.roster import Roster, roster_from
from tests.files.given import new_id
from tui.desk.setup.roster_import import look, store

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
