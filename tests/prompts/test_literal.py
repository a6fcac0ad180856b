"""What is taken out of a deck's text, and what stays."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.literal import literal

CONTROLS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_no_control_character_of_unicode_is_left() -> None:
    controls = [
        each
        for each in map(chr, range(0x10000))
        if unicodedata.category(each) == "Cc" or unicodedata.bidirectional(each) in CONTROLS
    ]
    assert len(controls) == 65 + len(CONTROLS)
    assert {literal(f"a{each}b") for each in controls} == {"ab", "a b"}


@pytest.mark.parametrize("mark", ["\u061c", "\u200e", "\u200f"])
def test_no_invisible_mark_of_direction_is_left(mark: str) -> None:
    assert literal(f"a{mark}b") == "ab"


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
