"""Who is ticked on the card of a contact moment that is held: for whom it was agreed on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.siblings import joined
from store.domain.talk import Talk
from store.domain.year.sequel import Followed
from store.export.wording.people import present_words
from store.language import Translator
from store.planline.read import read_line
from tests.screens.classroom import DAY, family
from tui.desk.talk.names_in_plan import names_of
from tui.desk.year.expected_people import expected_people

SCHOOL = School(teacher="juf Els")
HELD = Followed(day=DAY, talk="august", moment="november")
KNOWN = family("Hamit Kaya", "Emre Kaya (vader)", "Fatma Kaya (moeder)", at="13:00")
UNKNOWN = family("Hamit Kaya", "Emre Kaya", "Fatma Kaya", at="13:00")
NAMESAKE = family("Hamit Kaya", "Els Kaya (moeder)", "Emre Kaya (vader)", at="13:00")
ALONE = family("Hamit Kaya", "Emre Kaya", at="13:00")
INTERPRETED = family("Hamit Kaya", "Emre Kaya", at="13:00", interpreter=True)
TWO = joined(family("Noor Kaya", "Emre Kaya", at="13:00"), family("Milan Kaya", "Emre Kaya", at="13:20"))


def expected(line: str, talk: Talk) -> str:
    """Say who is expected at the moment that this line is, as the card has them from then on."""
    (moment,) = read_line(line, DAY, assumed_year(DAY), names_of(talk, SCHOOL)).moments
    held, t = replace(talk, follows=HELD), Translator()
    return present_words(held.seat(expected_people(moment, held, SCHOOL, t)).expected, held, t)


@pytest.mark.parametrize(
    ("line", "talk", "people"),
    [
        ("bellen 12 nov", KNOWN, "Emre Kaya (vader) en Fatma Kaya (moeder)"),
        ("juf belt 12 nov: slaap", KNOWN, "Emre Kaya (vader) en Fatma Kaya (moeder)"),
        ("bellen met vader 12 nov", KNOWN, "Emre Kaya (vader)"),
        ("papa belt 12 nov", KNOWN, "Emre Kaya (vader)"),
        ("bellen met Fatma 12 nov", UNKNOWN, "Fatma Kaya"),
        ("bellen met vader 12 nov", UNKNOWN, "vader"),
        ("bellen met vader 12 nov", ALONE, "vader"),
        ("bellen met moeder of vader 12 nov", KNOWN, "Emre Kaya (vader) en Fatma Kaya (moeder)"),
        ("Els belt vader 12 nov", KNOWN, "Emre Kaya (vader)"),
        ("Els belt met oma 12 nov", ALONE, "Emre Kaya en oma"),
        ("Els belt 12 nov met moeder", NAMESAKE, "Els Kaya (moeder)"),
        ("bellen met Els 12 nov", NAMESAKE, "Els Kaya (moeder)"),
        ("gesprek 12 nov met logopedist, zonder Hamit", ALONE, "Emre Kaya en logopedist"),
        ("bellen met stiefvader 12 nov", KNOWN, "stiefvader"),
        ("bellen met vader en moeder 12 nov", UNKNOWN, "Emre Kaya en Fatma Kaya"),
        ("bellen met ouders zonder vader 12 nov", KNOWN, "Fatma Kaya (moeder)"),
        ("bellen met ouders zonder Emre 12 nov", UNKNOWN, "Fatma Kaya"),
        ("bellen met ouders zonder vader 12 nov", UNKNOWN, "de andere ouder"),
        ("bellen zonder vader 12 nov", ALONE, "Emre Kaya"),
        ("bellen 12 nov, Hamit erbij", UNKNOWN, "Hamit, Emre Kaya en Fatma Kaya"),
        ("gesprek met Hamit alleen 12 nov", UNKNOWN, "Hamit"),
        ("gesprek met Hamit en vader 12 nov", KNOWN, "Hamit en Emre Kaya (vader)"),
        ("gesprek met ouders zonder Hamit 12 nov", UNKNOWN, "Emre Kaya en Fatma Kaya"),
        ("huisbezoek 12 feb: de moestuin", UNKNOWN, "Hamit, Emre Kaya en Fatma Kaya"),
        ("huisbezoek 12 feb zonder Hamit: de moestuin", UNKNOWN, "Emre Kaya en Fatma Kaya"),
        ("gesprek 12 nov met oma erbij", UNKNOWN, "Hamit, Emre Kaya, Fatma Kaya en oma"),
        ("gesprek 12 nov met moeder en oma", KNOWN, "Fatma Kaya (moeder) en oma"),
        ("oma belt 12 nov", UNKNOWN, "oma"),
        ("gesprek met ouders en IB'er 12 nov", UNKNOWN, "Emre Kaya, Fatma Kaya en IB'er"),
        ("bellen 12 nov met tolk", ALONE, "Emre Kaya en een tolk"),
        ("bellen met ouders en tolk Ali 12 nov", UNKNOWN, "Emre Kaya, Fatma Kaya en Ali als tolk"),
        ("juf belt 12 nov", INTERPRETED, "Emre Kaya en een tolk"),
        ("gesprek 12 nov zonder Milan", TWO, "Noor en Emre Kaya"),
        ("gesprek met Milan 12 nov", TWO, "Milan en Emre Kaya"),
    ],
)
def test_a_moment_that_is_held_expects_for_whom_it_was_agreed_on(line: str, talk: Talk, people: str) -> None:
    assert expected(line, talk) == people
