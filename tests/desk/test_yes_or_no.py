"""What a line says with a word or two: yes, no, or something else."""

from __future__ import annotations

import pytest

from tui.desk.typing.yes_or_no import says_no, says_yes


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
