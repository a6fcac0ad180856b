from __future__ import annotations

from datetime import date
from pathlib import Path

from store.roster.problems import ProblemCode
from store.roster.roster import Roster
from tests.roster.build import roster_of


def codes(roster: Roster) -> list[tuple[ProblemCode, int, str]]:
    return [(problem.code, problem.row, problem.column) for problem in roster.problems]


def test_rows_with_the_same_number_are_one_pupil_also_with_a_typo(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "Leerlingnummer;Roepnaam;Achternaam\n7;Liv;Bosman\n7;Liv;Bosmann\n")
    assert [pupil.full_name for pupil in roster.pupils] == ["Liv Bosman"]


def test_a_number_that_is_typed_twice_does_not_make_two_pupils_one(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "Leerlingnummer;Roepnaam;Achternaam\n7;Liv;Bosman\n7;Hamit;Yıldız\n")
    assert [pupil.first_name for pupil in roster.pupils] == ["Liv", "Hamit"]
    assert codes(roster) == [(ProblemCode.NUMBER_TAKEN, 3, "Leerlingnummer")]


def test_without_a_number_the_name_and_group_tell(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "Roepnaam;Achternaam;Groep\nJaïr;Kok;3\nJAIR;kok;3\nJaïr;Kok;4\nJaïr;Kok;\n")
    assert [(pupil.first_name, pupil.group) for pupil in roster.pupils] == [("Jaïr", "3"), ("Jaïr", "4")]


def test_the_same_name_with_another_number_or_birthday_is_somebody_else(tmp_path: Path) -> None:
    rows = "1;Daan Visser;\n2;Daan Visser;\n;Liv Kok;01-02-2019\n;Liv Kok;03-04-2019\n"
    text = "Leerlingnummer;Naam;Geboortedatum\n" + rows
    assert len(roster_of(tmp_path, text).pupils) == 4


def test_carers_are_never_one_because_of_a_number_or_address(tmp_path: Path) -> None:
    text = "Naam;Ouder 1;Telefoon 1;E-mail 1;Ouder 2;Telefoon 2;E-mail 2\n" + (
        "Liv Bosman;Mark;06-00000001;thuis@example.org;Eline;06-00000001;thuis@example.org\n"
    )
    (pupil,) = roster_of(tmp_path, text).pupils
    assert [carer.name for carer in pupil.carers] == ["Mark", "Eline"]


def test_the_same_name_is_the_same_carer_of_that_pupil_only(tmp_path: Path) -> None:
    text = "Naam;Ouder 1;Telefoon 1\nLiv Bosman;Eline Kok;\nLiv Bosman;ELINE KOK;06-00000002\n"
    text += "Noa Hof;Eline Kok;06-00000003\n"
    liv, noa = roster_of(tmp_path, text).pupils
    assert [(carer.name, carer.phone) for carer in liv.carers] == [("Eline Kok", "06-00000002")]
    assert [(carer.name, carer.phone) for carer in noa.carers] == [("Eline Kok", "06-00000003")]


def test_a_number_without_a_name_is_kept_and_told(tmp_path: Path) -> None:
    headers = "Naam;Telefoon ouder;E-mail ouder\n"
    roster = roster_of(tmp_path, headers + "Liv;06-00000001;\nNoa;;n@example.org\nSem;;joke at home\n")
    assert [[carer.name for carer in pupil.carers] for pupil in roster.pupils] == [
        ["06-00000001"],
        ["n@example.org"],
        ["joke at home"],
    ]
    assert codes(roster) == [
        (ProblemCode.CARER_WITHOUT_NAME, 2, "Telefoon ouder"),
        (ProblemCode.CARER_WITHOUT_NAME, 3, "E-mail ouder"),
        (ProblemCode.CARER_WITHOUT_NAME, 4, "E-mail ouder"),
        (ProblemCode.MAIL_UNLIKELY, 4, "E-mail ouder"),
    ]


def test_numbers_and_addresses_that_may_be_the_pupils_own_are_no_parents_and_are_told(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "Naam;Telefoon;E-mail\nTess Hof;06-00000001;t@example.org\n")
    assert roster.pupils[0].carers == ()
    assert codes(roster) == [
        (ProblemCode.WHOSE_CONTACT, 1, "Telefoon"),
        (ProblemCode.WHOSE_CONTACT, 1, "E-mail"),
    ]


def test_a_carer_in_parts_is_one_name(tmp_path: Path) -> None:
    text = "Naam;Voornaam ouder 1;Tussenvoegsel ouder 1;Achternaam ouder 1\nLiv;Mark;de;Groot\n"
    (pupil,) = roster_of(tmp_path, text).pupils
    assert [carer.name for carer in pupil.carers] == ["Mark de Groot"]


def test_a_whole_name_beside_a_calling_name_gives_the_rest(tmp_path: Path) -> None:
    text = "Roepnaam;Naam\nLiv;Bosman\nBas Jan;Bas Jan van der Meulen\n"
    assert [
        (pupil.first_name, pupil.infix, pupil.last_name) for pupil in roster_of(tmp_path, text).pupils
    ] == [
        ("Liv", "", "Bosman"),
        ("Bas Jan", "van der", "Meulen"),
    ]


def test_later_rows_complete_a_pupil_and_contradictions_are_told(tmp_path: Path) -> None:
    text = "Naam;Groep;Geboortedatum;Thuistaal;Tolk\nLiv;;;Turks;nee\nLiv;3;01-02-2019;Pools;ja\n"
    roster = roster_of(tmp_path, text)
    (liv,) = roster.pupils
    assert (liv.group, liv.birth_date, liv.home_language, liv.interpreter) == (
        "3",
        date(2019, 2, 1),
        "Turks",
        True,
    )
    assert [(problem.code, problem.row, problem.value) for problem in roster.problems] == [
        (ProblemCode.DIFFERS, 3, "Pools")
    ]


def test_what_cannot_be_used_is_told_by_row_and_column_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = (
        "Roepnaam;Groep;Geboortedatum;Tolk;Groep\n"
        "Liv;3;31-02-2019;misschien;3\n"
        ";3;;;\n"
        "Noa;3;;;3;te veel\n"
        "Sem\n"
    )
    roster = roster_of(tmp_path, text)
    assert [pupil.first_name for pupil in roster.pupils] == ["Liv", "Noa", "Sem"]
    assert codes(roster) == [
        (ProblemCode.DUPLICATE_COLUMN, 1, "Groep"),
        (ProblemCode.BIRTH_UNREADABLE, 2, "Geboortedatum"),
        (ProblemCode.ANSWER_UNCLEAR, 2, "Tolk"),
        (ProblemCode.NO_NAME, 3, ""),
        (ProblemCode.EXTRA_CELL, 4, ""),
    ]
    assert roster.headers == {
        "Roepnaam": "first_name",
        "Groep": "group",
        "Geboortedatum": "birth_date",
        "Tolk": "interpreter",
        "Groep (2)": None,
    }


def test_headers_that_come_back_on_every_page_are_no_pupils(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, "Roepnaam;Groep\nLiv;3\nRoepnaam;Groep\nNoa;3\n")
    assert [pupil.first_name for pupil in roster.pupils] == ["Liv", "Noa"]
    assert roster.problems == ()


def test_a_filled_column_without_a_header_is_told_once(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, ";Roepnaam;\n1;Liv;\n2;Noa;\n")
    assert [(problem.code, problem.value) for problem in roster.problems] == [
        (ProblemCode.UNNAMED_COLUMN, "1 (1)")
    ]


def test_a_loose_note_beside_blocks_is_told_by_its_place_on_the_sheet(tmp_path: Path) -> None:
    roster = roster_of(
        tmp_path,
        "Tijd;Kind;Ouder;Tijd;Kind;Ouder;;\n"
        "14-9-2026 15:00;Liv Bos;An Bos;15-9-2026 15:00;Noa Kok;Bo Kok;;\n"
        "14-9-2026 15:20;Sem Vos;Jo Vos;15-9-2026 15:20;Tim Pol;Ri Pol;;sleutel halen\n",
    )
    assert len(roster.slots) == 4
    assert [problem.value for problem in roster.problems if problem.code is ProblemCode.UNNAMED_COLUMN] == [
        "8 (sleutel halen)"
    ]
