"""What stands under a plan line while it is typed."""

from __future__ import annotations

import pytest

from store.domain.school import School
from store.export.wording.sentences import moment_sentence
from store.language import Translator
from store.planline.read import read_line
from store.planline.reading import Names
from tests.planline.year import DAY, YEAR
from tests.screens.classroom import family
from tui.words.reading import reading_words


@pytest.mark.parametrize(
    "line", ["you can always call me", "u mag altijd bellen", "ouders mogen altijd bellen"]
)
def test_whoever_may_always_call_is_told_so_without_half_a_sentence(line: str) -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator("nl")
    reading = read_line(line, DAY, YEAR, Names(("Liv",), ("Mark Bosman",), ("juf Els",)))
    assert "altijd · bellen" in repr(reading_words(reading, talk, School(), t))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("u mag altijd bellen na 15.00", "altijd na 15:00"),
        ("u mag altijd om 8 uur bellen", "altijd om 08:00"),
    ],
)
def test_at_which_time_somebody_may_always_call_is_told(line: str, told: str) -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator("nl")
    reading = read_line(line, DAY, YEAR, Names(("Liv",), ("Mark Bosman",), ("juf Els",)))
    assert told in repr(reading_words(reading, talk, School(), t))
    sentence = moment_sentence(reading.moments[0], talk, School(), t)
    assert sentence.endswith(f"bellen {told.removeprefix('altijd ')}.")


@pytest.mark.parametrize(
    ("line", "assumes"),
    [
        ("gesprek 12 nov 19:30 zonder Liv, vader legt haar uit waarom", False),
        ("gesprek 12 nov 19:30 zonder Liv, slapen en eten", True),
    ],
)
def test_who_explains_why_a_child_is_not_there_is_not_what_the_talk_is_for(line: str, assumes: bool) -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator("nl")
    reading = read_line(line, DAY, YEAR, Names(("Liv",), ("Mark Bosman",), ("juf Els",)))
    assert ("waarvoor" in repr(reading_words(reading, talk, School(), t))) is assumes
