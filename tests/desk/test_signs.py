"""What a line says with a word or two: yes, no, or something else."""

from __future__ import annotations

import pytest

from store.domain.people import Pupil, Speaker, Voice
from tui.desk.signs import read_sign, says_no, says_yes


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("ja", "yes"),
        ("j", "yes"),
        ("Ja hoor, klopt nog steeds.", "yes"),
        ("dat is goed", "yes"),
        ("yes please", "yes"),
        ("that's right", "yes"),
        ("nee", "no"),
        ("liever niet", "no"),
        ("klopt niet meer", ""),
        ("hoor", ""),
        ("ja, 06-00001002", ""),
        ("goed met tekenen", ""),
        ("", ""),
    ],
)
def test_a_line_says_yes_or_no_only_when_it_says_nothing_else(line: str, says: str) -> None:
    assert ("yes" if says_yes(line) else "no" if says_no(line) else "") == says


@pytest.mark.parametrize(
    ("typed", "whose"),
    [("l", "Lot"), ("lot", "Lot"), ("s", "Sam"), ("o", ""), ("j", ""), ("x", None)],
)
def test_of_two_children_the_letter_of_the_pupil_is_that_of_the_one_who_is_called_so(
    typed: str, whose: str | None
) -> None:
    children = tuple(Pupil(id=name, first_name=name) for name in ("Sam", "Lot"))
    speaker = read_sign(f"{typed}: tekenen", "nl", children).speaker
    assert (speaker.pupil_id if speaker else None) == whose


def test_where_no_child_or_more_are_called_so_the_letter_of_the_pupil_is_the_first_ones() -> None:
    for names in (("Sam", "Noor"), ("Lot", "Lars")):
        children = tuple(Pupil(id=name, first_name=name) for name in names)
        assert read_sign("l: tekenen", "nl", children).speaker == Speaker(Voice.PUPIL, names[0])
