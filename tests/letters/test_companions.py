"""Who comes as well comes beside: whoever would be there anyway is there still, in the letter too."""

from __future__ import annotations

from itertools import combinations

import pytest

from store.export.telling import IN_FULL, SIMPLY
from tests.letters.companions import lines, share, taken_away, told


@pytest.mark.share(of=2)
def test_a_companion_takes_nobody_away() -> None:
    assert taken_away(share()) == []


def test_the_share_brings_every_two_parts_of_a_line_together() -> None:
    pairs = [{pair for line in some for pair in combinations(line, 2)} for some in (share(), lines())]
    assert pairs[0] == pairs[1]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("moeder belt in nov, vader luistert mee", "vader"),
        ("vader belt in nov samen met moeder", "moeder"),
        ("oma belt mij in nov met moeder erbij", "moeder"),
        ("oma belt mij in nov met ouders erbij", "de ouders"),
        ("gesprek 3 nov met mama d'r zus", "de ouders"),
        ("gesprek 3 nov zonder vader zijn vriendin", "de ouders"),
        ("Noor en moeder mailen in jan de juf", "Noor en moeder"),
        ("ouders en Noor mailen in jan de juf", "ouders en Noor"),
        ("gesprek 3 nov, grote zus tolkt", "grote zus (tolkt)"),
        ("gesprek 3 nov, Noor tolkt", "Noor (tolkt)"),
        ("gesprek 3 nov, Anja vertaalt", "Anja (vertaalt)"),
        ("gesprek 3 nov, vader tolkt", "de ouders (vader tolkt)"),
        ("gesprek op school 3 nov, vader belt in", "de ouders (vader belt in)"),
        ("gesprek op school 3 nov, stiefvader belt in", "de ouders, stiefvader (belt in)"),
    ],
)
def test_who_is_there_is_told_in_full_and_simply_whoever_begins(line: str, said: str) -> None:
    letters = [told("two", line, each).casefold() for each in (IN_FULL, SIMPLY)]
    assert all(said.casefold() in letter for letter in letters), letters


def test_the_teacher_who_is_called_by_first_name_is_nobody_beside_her() -> None:
    for telling in (IN_FULL, SIMPLY):
        by_first_name, in_full = (
            told("two", f"{who} belt met oma 12 nov", telling) for who in ("Els", "juf Els")
        )
        assert by_first_name == in_full


def test_a_talk_elsewhere_is_not_said_to_be_at_school() -> None:
    letters = [told("two", "gesprek 5 nov in het buurthuis", each) for each in (IN_FULL, SIMPLY)]
    assert all("in het buurthuis" in letter.casefold() and "school" not in letter for letter in letters)
