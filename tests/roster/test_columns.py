from __future__ import annotations

import pytest

from store.roster.columns import find_columns, read_columns
from store.roster.sheets.table import TableRow


def names(*headers: str) -> list[str | None]:
    return [column.name for column in read_columns(TableRow(1, headers)).all]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("ROEPNAAM", "first_name"),
        (" voor naam ", "first_name"),
        ("Achternaam leerling", "last_name"),
        ("tussen-voegsel", "infix"),
        ("Naam van het kind", "name"),
        ("Leerling", "name"),
        ("Achternaam, Voornaam", "name"),
        ("Leerling nummer", "number"),
        ("Stamnr.", "number"),
        ("Klas", "group"),
        ("Geb.datum", "birth_date"),
        ("Date of birth", "birth_date"),
        ("Moedertaal", "home_language"),
        ("Tolk nodig?", "interpreter"),
        ("Datum startgesprek", "date"),
        ("Datum en tijd", "date"),
        ("Begintijd", "time"),
        ("Van", "time"),
        ("t/m eindtijd", None),
        ("Eindtijd", "end"),
        ("Duur (min.)", "minutes"),
        ("Duur in uren", None),
        ("Leerkracht(en)", "teacher"),
        ("Opmerkingen", "remark"),
        ("BSN", None),
        ("Voorv.", "infix"),
        ("Lln nr.", "number"),
        ("Geslacht", None),
        ("Gesl.", None),
        ("School", None),
        ("Jaar", None),
        ("Nr", None),
        ("Groep 3", None),
        ("Gescheiden ouders", None),
        ("Adres", None),
        ("", None),
    ],
)
def test_a_header_is_understood_or_left_alone(header: str, field: str | None) -> None:
    assert names(header) == [field]


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Ouder/verzorger 3", "carer_3_name"),
        ("1e ouder", "carer_1_name"),
        ("Naam ouder 2", "carer_2_name"),
        ("Tel. ouder 2", "carer_2_phone"),
        ("Mobiel2", "carer_2_phone"),
        ("E-mailadres verzorger 4", "carer_4_email"),
        ("Voornaam ouder 1", "carer_1_first_name"),
        ("Parent 2 phone", "carer_2_phone"),
        ("Guardian 1 e-mail", "carer_1_email"),
        ("Beroep ouder 1", None),
    ],
)
def test_any_number_of_carers_is_understood(header: str, field: str | None) -> None:
    assert names(header) == [field]


def test_mother_and_father_are_two_carers_whatever_the_order_of_their_columns() -> None:
    assert names("Moeder", "E-mail vader", "Vader", "Telefoon moeder") == [
        "carer_1_name",
        "carer_2_email",
        "carer_2_name",
        "carer_1_phone",
    ]


def test_columns_without_a_number_belong_to_the_carers_in_order() -> None:
    assert names("Ouder", "Telefoon", "Ouder", "Telefoon") == [
        "carer_1_name",
        "carer_1_phone",
        "carer_2_name",
        "carer_2_phone",
    ]
    assert names("Ouder 1", "Ouder 2", "Telefoon", "Telefoon")[2:] == ["carer_1_phone", "carer_2_phone"]


def test_a_calling_name_goes_before_a_first_name_and_a_date_before_a_day() -> None:
    assert names("Voornamen", "Roepnaam", "Dag", "Datum") == [None, "first_name", None, "date"]
    assert names("Voornaam", "Dag") == ["first_name", "date"]


def test_the_second_of_two_columns_for_the_same_is_a_duplicate() -> None:
    first, second = read_columns(TableRow(1, ("Groep", "Klas"))).all
    assert (first.name, first.duplicate) == ("group", False)
    assert (second.name, second.duplicate) == (None, True)


def test_a_title_above_the_table_is_passed_over() -> None:
    rows = [
        TableRow(1, ("Klassenlijst", "")),
        TableRow(2, ("", "")),
        TableRow(3, ("Roepnaam", "Groep")),
        TableRow(4, ("Liv", "3")),
    ]
    columns = find_columns(rows)
    assert columns is not None
    assert columns.row == 3


def test_a_table_without_names_has_no_columns() -> None:
    assert find_columns([TableRow(1, ("Datum", "Tijd")), TableRow(2, ("25-08-2026", "13:00"))]) is None
