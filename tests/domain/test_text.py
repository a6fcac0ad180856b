from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.text import clean, distance, fold, instead_of_numbers

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@given(ANY_TEXT)
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    assert all(unicodedata.category(letter) not in {"Cc", "Cs"} for letter in clean(text))
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069") & set(clean(text))


@given(ANY_TEXT)
def test_only_line_breaks_are_kept_where_lines_are_wanted(text: str) -> None:
    kept = clean(text, lines=True)
    assert {letter for letter in kept if unicodedata.category(letter) == "Cc"} <= {"\n"}
    assert kept.encode("utf-8").decode("utf-8") == kept


@given(ANY_TEXT, st.booleans())
def test_clean_text_stays_as_it_is(text: str, lines: bool) -> None:
    once = clean(text, lines=lines)
    assert clean(once, lines=lines) == once


@pytest.mark.parametrize(
    "text", ["[/x] [let op]", "=SOM(A1:A9)", "Zoë Yıldız", "משה", "محمد", "👩‍👧", "a\u200db"]
)
def test_brackets_formulas_and_all_scripts_stay(text: str) -> None:
    assert clean(text) == text


def test_a_title_sequence_is_taken_apart() -> None:
    assert clean("Liv\x1b]0;gehackt\x07") == "Liv]0;gehackt"


def test_words_on_two_lines_are_not_glued_together() -> None:
    assert clean("vader\r\nmoeder\toma") == "vader moeder oma"
    assert clean("vader\r\nmoeder\roma", lines=True) == "vader\nmoeder\noma"


@given(ANY_TEXT)
def test_folding_leaves_small_letters_without_accents(text: str) -> None:
    assert fold("Jaïr ÉÉN Müller") == "jair een muller"
    assert not any(unicodedata.combining(letter) for letter in fold(text))


@pytest.mark.parametrize(
    ("one", "other", "slips"),
    [
        ("november", "november", 0),
        ("novmber", "november", 1),
        ("novemmber", "november", 1),
        ("novemper", "november", 1),
        ("novebmer", "november", 1),
        ("nvoebmer", "november", 2),
        ("", "ab", 2),
    ],
)
def test_dropped_added_replaced_and_swapped_letters_are_counted(one: str, other: str, slips: int) -> None:
    assert distance(one, other, 2) == distance(other, one, 2) == slips


@given(st.text("abc", max_size=8), st.text("abc", max_size=8), st.integers(0, 8))
def test_a_limit_only_cuts_the_counting_off(one: str, other: str, limit: int) -> None:
    assert distance(one, other, limit) == min(distance(one, other, 8), limit + 1)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("oom Bilal 06-12345678", "oom Bilal …"),
        ("oom Bilal (tel. 06 12 34 56 78) helpt vader", "oom Bilal (tel. …) helpt vader"),
        ("buurvrouw Els, +31 6 12345678 of els@example.org.", "buurvrouw Els, … of …."),
        ("vader bellen op (030) 123 45 67, nooit op 0031612345678", "vader bellen op …, nooit op …"),
        ("mail anja @ example.org; 612345678 of 456 78 90", "mail …; … of …"),
        ("bellen 09-11-2026 06-12345678", "bellen 09-11-2026 …"),
        ("bellen 09-11-2026 10.30 of 2026-11-16, week 45 46 47 48", None),
        ("tante van 10-12 jaar, groep 3 en 4, 08.30-09.00 uur", None),
        ("om de 2 weken, 2026-2027, 5 van de 12 @ school", None),
    ],
)
def test_a_number_and_an_address_in_a_text_are_found_and_a_day_is_none(text: str, left: str | None) -> None:
    assert instead_of_numbers(text, lambda _: "…") == (left or text)


def test_a_letter_with_a_stroke_or_without_its_dot_is_the_plain_one() -> None:
    assert [fold(name) for name in ("Søren", "Yıldız", "Łukasz")] == ["soren", "yildiz", "lukasz"]
