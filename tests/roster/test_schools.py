from __future__ import annotations

import time
from pathlib import Path

import pytest

from store.files.repository import Repository
from store.roster.choices import EVERY_TEACHER, NO_DAY, Choices
from store.roster.dates import Order
from store.roster.problems import Doubt
from tests.files.given import new_id
from tests.roster.build import TODAY, workbook
from tests.roster.cases import SCHOOLS, cases, expected
from tests.roster.reading import Outcome, lines_of, outcome_of
from tui.desk.roster.roster_look import RosterLook

CASES = cases()


@pytest.mark.share(of=3)
@pytest.mark.parametrize("name", CASES)
def test_a_file_is_read_as_it_was_meant_or_says_what_is_not_sure(name: str) -> None:
    assert lines_of(CASES[name]) == expected()[name]


def test_every_file_that_is_expected_is_there() -> None:
    assert set(CASES) == set(expected())


def test_a_bomb_is_refused_before_it_goes_off() -> None:
    before = time.process_time()
    assert outcome_of(lines_of(CASES["zip bomb.xlsx"])) is Outcome.REFUSED
    assert time.process_time() - before < 5


def test_an_answer_goes_before_what_a_file_seems_to_say() -> None:
    talks = lines_of((SCHOOLS / "matrix-leerkrachten.csv").read_bytes(), Choices(teacher="Meester Tom"))
    assert talks == ["Ties | Kok", "2026-08-25 15:00 10m Ties Meester Tom"]
    every = lines_of((SCHOOLS / "matrix-leerkrachten.csv").read_bytes(), Choices(teacher=EVERY_TEACHER))
    assert len([line for line in every if line.startswith("2026")]) == 3
    night = lines_of((SCHOOLS / "conference-3pm.csv").read_bytes(), Choices(afternoon=True))
    assert night[3:] == [
        "2026-08-25 15:00 20m Milan (Joke)",
        "2026-08-25 15:20 20m Aya (Nour)",
        "2026-08-25 12:40 20m Finn (Carla)",
    ]
    poll = (SCHOOLS / "poll-choices.csv").read_bytes()
    chosen = lines_of(poll, Choices(times={"Aya Kok": "2026-08-27 13:00", "Finn Dam": ""}))
    assert chosen[4:] == ["2026-08-25 13:00 Milan", "2026-08-27 13:00 Aya"]
    short = (SCHOOLS / "klassenlijst-boven-voornamen.csv").read_bytes()
    apart = lines_of(short, Choices(called={"Pim": "", "Kim": "Kim Prins", "Noor": "Noor Dam"}))
    assert [each for each in apart if each.startswith(("Pim", "Kim | P", "Noor"))] == [
        "Pim | de | Boer g3A [Anke de Boer 06-00000001]",
        "Kim | Prins g3A [Jan Prins 06-00000003; Bo Kok]",
        "Noor | Dam g3A [Els Dam 06-00000006; Henk Dam]",
        "Pim [Anke]",
    ]
    duo = (SCHOOLS / "untidy-duo.csv").read_bytes()
    assert [each for each in lines_of(duo, Choices(teacher="Tom")) if each.startswith("2026")] == [
        "2026-08-25 13:20 Aya Els/Tom",
        "2026-08-27 13:00 Finn Tom",
    ]
    own = lines_of(CASES["one teacher called in two ways.csv"], Choices(teacher="Els"))
    assert [each for each in own if each[0] in "2!?"] == [
        "2026-08-25 13:00 Milan Juf Els",
        "2026-08-25 13:20 Finn Juf Els",
        "2026-08-25 13:40 Ties Els en Tom",
        "! other_teacher 3 Leerkracht",
    ]
    zeros = (SCHOOLS / "zeros-lost-in-one.csv").read_bytes()
    assert (
        len([each for each in lines_of(zeros, Choices(turned=frozenset({"Sem Vos 00041"}))) if "#" in each])
        == 3
    )
    words = (SCHOOLS / "no-child-words.csv").read_bytes()
    turned = lines_of(words, Choices(turned=frozenset({"surveillance", "Aya bakker"})))
    assert "2026-08-25 16:00 surveillance" in turned
    assert not any("Aya" in line for line in turned)
    maybe = (SCHOOLS / "afgezegd-toch.csv").read_bytes()
    off = lines_of(maybe, Choices(turned=frozenset({"heeft afgezegd maar komt toch"})))
    assert not any(line.startswith("2026") for line in off)
    numbered = (SCHOOLS / "twee-tijden-genummerd.csv").read_bytes()
    each = lines_of(numbered, Choices(turned=frozenset({"Datum 1"})))
    assert [line[:22] for line in each if line[0] == "2"] == [
        "2026-08-25 13:00 Milan",
        "2026-08-27 14:00 Milan",
        "2026-08-25 13:20 Aya",
        "2026-08-27 14:20 Aya",
    ]
    parents = (SCHOOLS / "naam-is-de-ouder.csv").read_bytes()
    others = lines_of(parents, Choices(fields={1: "name", 2: "carer_1_name"}))
    assert others[0] == "Marieke | Dros [Jelmer (gr 3) 06-00570001]"
    years = lines_of((SCHOOLS / "jaar-voorop-kort.csv").read_bytes(), Choices(order=Order.DAY_FIRST))
    assert "2025-08-26 13:00 Milan" in years


def test_a_column_can_be_given_another_field_and_another_row_can_be_the_headers() -> None:
    data = b"Naam;Iets\nLeerling;Baas\nMilan Mos;Joke Mos\n"
    assert lines_of(data, Choices(header_row=2, fields={1: "carer_1_name"})) == ["Milan | Mos [Joke Mos]"]


def test_another_encoding_can_be_chosen() -> None:
    data = "Roepnaam;Achternaam\nZoë;Müller\n".encode("mac_roman")
    assert lines_of(data, Choices(encoding="cp1252"))[0] != "Zoë | Müller"
    assert lines_of(data, Choices(encoding="mac_roman"))[0] == "Zoë | Müller"


def test_what_was_answered_can_be_answered_otherwise(tmp_path: Path) -> None:
    taken: list[list[str]] = []
    day = "2026-08-25"
    for name in ("matrix-leerkrachten.csv", "untidy-duo.csv", "kolommen-onder-streepjes.txt"):
        with Repository(tmp_path / name, new_id=new_id) as repository:
            look = RosterLook(CASES[name], repository, new_id, TODAY)
            taken.append([])
            for _ in range(3):
                (doubt,) = (each for each in look.questions if isinstance(each, Doubt))
                taken[-1].append(doubt.taken)
                look.answer(doubt)
            assert not look.looked.roster.unanswered
    assert taken == [
        ["Juf Els", "Meester Tom", EVERY_TEACHER],
        [EVERY_TEACHER, "Els", "Tom"],
        [day, NO_DAY, day],
    ]


def test_each_sheet_has_its_own_answer_to_which_day_it_is_of(tmp_path: Path) -> None:
    head = ["Tijd", "Leerling"]
    els = [head, ["13:00", "Milan"], ["13:20", "Aya"], [], ["gesprekken op di 25 aug"]]
    tom = [head, ["13:00", "Kim"], ["13:20", "Bo"], [], ["gesprekken op wo 26 aug"]]
    with Repository(tmp_path, new_id=new_id) as repository:
        look = RosterLook(workbook({"Els": els, "Tom": tom}), repository, new_id, TODAY)
        first, second = (each for each in look.questions if isinstance(each, Doubt))
        look.answer(first)
        assert {f"{slot.start:%F}" for slot in look.looked.roster.slots} == {"2026-08-26"}
        assert [each.sheet for each in look.looked.roster.unanswered] == [second.sheet]


def test_who_stands_in_brackets_can_be_the_child() -> None:
    name, value = "haakjes-ouder-bij-kind.csv", "Milan (Joke van der Laan)"
    assert lines_of(CASES[name])[0] == "Milan [Joke van der Laan]"
    assert lines_of(CASES[name], Choices(turned=frozenset({value})))[0] == "Joke | van der | Laan [Milan]"


def test_a_child_that_left_can_be_left_out() -> None:
    name = "uitgeschreven-in-klassenlijst.csv"
    assert lines_of(CASES[name], Choices(turned=frozenset({"Inactief: ja"}))) == [
        "Milan | Mos g3",
        "Finn | Dam g3",
        "! no_pupil 3",
    ]


def test_a_row_that_a_comma_cut_can_be_put_together_elsewhere() -> None:
    row = "Aya Kok,25-8-2026,13:20,lezen,tekenen,rekenen"
    data = f"Leerling,Datum,Tijd,Opmerking,Bespreekpunten\nMilan Mos,25-8-2026,13:00,leest,niets\n{row}\n"
    asked = "? row_cut 3 Opmerking: lezen, tekenen / tekenen, rekenen"
    first, other = lines_of(data.encode()), lines_of(data.encode(), Choices(turned=frozenset({row})))
    assert (first[-1], other[-1]) == (asked, "! row_cut 3 Bespreekpunten")
    assert '2026-08-25 13:20 Aya "lezen, tekenen" o: rekenen' in first
    assert '2026-08-25 13:20 Aya "lezen" o: tekenen, rekenen' in other


@pytest.mark.parametrize(
    ("name", "value", "pupils"),
    [
        ("a name that opens with an infix.csv", "Mos Milan", "Sofie | van den | Berg; Milan | Mos"),
        (
            "a first name that may be an infix.csv",
            "El Mahdi Bouzid",
            "El Mahdi | Bouzid; Pim | van der | Laan",
        ),
        (
            "names that open with an infix.csv",
            "Kok Aya",
            "Sofie | van den | Berg g3; Anna Maria | de | Smet g3; Kok",
        ),
        ("told-no-child-alone.csv", "Finn Dam - Eva Dam", "Milan | Mos; Aya | Kok; Eva | Dam"),
        ("last names before commas, few.csv", "Mos, Milan", "Mos g3; Milan g3; Aya | Kok g3"),
        ("call names behind the last name.csv", "Garcia Lopez Maria (Mia)", "Mo | El | Amrani g1A"),
    ],
)
def test_the_other_order_of_names_can_be_meant(name: str, value: str, pupils: str) -> None:
    read = lines_of(CASES[name], Choices(turned=frozenset({value})))
    assert "; ".join(read).startswith(pupils)
    asked = next(line for line in lines_of(CASES[name]) if line.startswith("? first_or_last"))
    assert asked not in read
