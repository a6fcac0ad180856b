"""What is taken out of a deck's text, and what stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.literal import literal

CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


@given(st.text())
def test_no_control_character_is_left(text: str) -> None:
    assert all(unicodedata.category(each) != "Cc" for each in literal(text))
    assert all(unicodedata.bidirectional(each) not in CONTROLS for each in literal(text))


@given(st.text(st.characters(categories=["L", "N", "P", "S", "M"])))
def test_everything_visible_stays(text: str) -> None:
    assert literal(text) == text


@given(st.text())
def test_doing_it_twice_changes_nothing(text: str) -> None:
    assert literal(literal(text)) == literal(text)


@pytest.mark.parametrize(
    "text", ["één\ntwee", "één\r\ntwee", "één\ttwee", "één\u2028twee", " één \x85 twee "]
)
def test_a_line_break_separates_words(text: str) -> None:
    assert literal(text) == "één twee"


def test_a_family_of_emoji_stays_together() -> None:
    assert literal("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
