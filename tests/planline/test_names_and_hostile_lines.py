"""Names that are words of the grammar too, people who share a name, and lines that nobody meant to type."""

from itertools import pairwise

import pytest

from store.planline.complete import complete
from store.planline.read import read_line
from store.planline.reading import Names
from store.planline.reference import Reference
from tests.planline.year import DAY, NAMES, YEAR, short

WORDS_AND_NAMES = ("Mei", "June", "Zondag", "Bel", "Oma", "App", "Jan", "May", "Kerst")


@pytest.mark.parametrize("name", WORDS_AND_NAMES)
def test_a_pupil_called_like_a_word_of_the_grammar_is_that_pupil(name: str) -> None:
    names = Names(pupil=(name,), carers=("Anja de Groot",), teacher=("Els",))
    expected = {
        f"gesprek 12 nov met {name}": ("2026-11-12", ("pupil", "parents", "teacher")),
        f"gesprek 12 nov {name} erbij": ("2026-11-12", ("pupil", "parents", "teacher")),
        f"gesprek 12 nov met ouders en {name}": ("2026-11-12", ("pupil", "parents", "teacher")),
        f"gesprek 12 nov zonder {name}": ("2026-11-12", ("parents", "teacher")),
        f"bellen in mei met {name}": ("2027-05-01..2027-05-31", ("pupil", "parents", "teacher")),
        f"{name} mailt juf zo nodig": ("on_demand", ("pupil", "teacher")),
        f"ouders van {name} bellen 12 nov": ("2026-11-12", ("parents", "teacher")),
    }
    for line, told in expected.items():
        reading = read_line(line, DAY, YEAR, names)
        assert reading.ok, line
        (moment,) = reading.moments
        assert (short(moment.when), moment.present) == told, line


def test_two_people_of_one_first_name_are_asked_about() -> None:
    names = Names(pupil=("Jan de Wit",), carers=("Jan Bos", "Anna Bos"), teacher=("Els",))
    for line in ("bellen 12 nov met Jan", "Jan belt 12 nov", "gesprek 12 nov zonder Jan"):
        reading = read_line(line, DAY, YEAR, names)
        assert [problem.code for problem in reading.errors] == ["two_people"]
        assert line[slice(*reading.errors[0].at)] == "Jan"
    whole = read_line("bellen 12 nov met Jan de Wit", DAY, YEAR, names)
    assert whole.ok
    assert whole.moments[0].present == ("pupil", "parents", "teacher")
    assert read_line("bellen 12 nov met Anna", DAY, YEAR, names).ok
    assert read_line("bellen 12 nov over Jan", DAY, YEAR, names).moments[0].purpose == "over Jan"


def test_a_name_behind_a_role_is_one_person() -> None:
    names = Names(pupil=("Marinka",), carers=("Peter",), teacher=("Els",))
    told = {
        line: read_line(line, DAY, YEAR, names).moments[0]
        for line in ("bel tante Hatice 12 nov", "juf Sanne belt ouders 12 nov", "juf Els belt ouders 12 nov")
    }
    assert told["bel tante Hatice 12 nov"].who == ("tante Hatice",)
    assert told["juf Sanne belt ouders 12 nov"].starter == "juf Sanne"
    assert told["juf Els belt ouders 12 nov"].starter == ""


@pytest.mark.parametrize(
    "line",
    [
        "bellen " * 290,
        "x" * 2000,
        "bellen 12 nov over " + "lezen " * 400,
        ", ".join(f"bellen {day} nov" for day in range(1, 21)) + ", " + "mail 3 jan, " * 20,
        "b " * 140,
        "(" * 240,
        "als " * 70,
        "met oma en " * 26,
        "zonder " * 40,
        "j>o " * 70,
        "[moeder] belt 12 nov",
        "bellen 12 nov 😀👨‍👩‍👧 met moeder",
        "bellen ١٢ نوفمبر",
        "bellen 12 nov \u202eouders\u202c",
        "bellen 12 nov [b]x[/b] {0} %s",
    ],
)
def test_whatever_is_typed_is_read_kept_or_refused(line: str) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert reading.moments
    assert all(moment.text == line for moment in reading.moments)
    assert reading.ok or reading.errors
    for one, other in pairwise(reading.spans):
        assert one.end <= other.start
    complete(line, len(line), Reference(DAY, YEAR), NAMES)


@pytest.mark.parametrize(
    ("line", "at", "why"),
    [
        ("geen huisbezoek", "geen", "takes_away"),
        ("bellen 12 nov moeder kan niet", "niet", "takes_away"),
        ("do is lastig voor moeder", "lastig", "takes_away"),
        ("bellen 12 nov komt slecht uit", "slecht", "takes_away"),
        ("don't call before 1 Oct", "don't", "takes_away"),
        ("liever mailen dan bellen", "liever", "unsure"),
        ("gesprek 12 nov lukt helaas niet", "niet", "takes_away"),
        ("bellen over een paar weken", "paar weken", "leaves_open"),
        ("over dik een maand bellen", "over dik een maand", "leaves_open"),
        ("bellen rond nov", "rond", "leaves_open"),
        ("ze bellen elkaar in nov", "ze", "who_is_it"),
    ],
)
def test_what_takes_the_plan_back_or_leaves_it_open_is_pointed_at(line: str, at: str, why: str) -> None:
    problem = read_line(line, DAY, YEAR, NAMES).errors[0]
    assert (problem.code, line[slice(*problem.at)], problem.value("why")) == ("unread", at, why)


@pytest.mark.parametrize(
    "purpose",
    [
        "hij wil niet slapen",
        "lastig gedrag op het plein",
        "slecht geslapen",
        "waarom hij niet meedoet",
        "over niet durven",
        "dat oma ziek is",
    ],
)
def test_a_purpose_may_hold_a_denial_or_a_judgement(purpose: str) -> None:
    reading = read_line(f"bellen 12 nov {purpose}", DAY, YEAR, NAMES)
    assert reading.ok
    assert reading.moments[0].purpose == purpose


@pytest.mark.parametrize("name", ["Miss Els", "Mr Tom", "mevrouw De Vries", "juf Els"])
def test_a_teacher_who_is_called_by_a_title_is_nobody_else(name: str) -> None:
    names = Names(pupil=("Marinka",), carers=("Anja de Groot",), teacher=(name,))
    for line, starts in ((f"{name} calls 3 Nov", "teacher"), (f"mum calls {name} 3 Nov", "parents")):
        (moment,) = read_line(line, DAY, YEAR, names).moments
        assert (moment.present, moment.initiative) == (("parents", "teacher"), starts), line
    (other,) = read_line("call 3 Nov with Mrs Smith", DAY, YEAR, names).moments
    assert "support" in other.present
