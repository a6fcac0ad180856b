"""Cards with qualities: ours, those of a school's own, and what is said of what can't be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prompts.cards import LONGEST_CARD, MOST_CARDS, Card, load_cards, our_cards, own_cards, read_cards
from prompts.deck import ANY_AGE, NAMES, TEACHERS, VOICES, Age
from prompts.loader import LANGUAGES, names, own_decks
from prompts.problems import DeckCode
from prompts.toml_file import LARGEST
from tests.prompts.test_shipped_decks import CONTROLLING, OPEN_BEGINNINGS

HAND = 6


def own_file(folder: Path, text: str) -> Path:
    path = folder / "nl" / "cards.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_leave_a_choice_at_every_age_and_ask_each_voice_openly(language: str) -> None:
    read = our_cards(language)
    assert read.problems == ()
    at_age = {age: len(read.cards.for_pupil({age})) for age in Age}
    assert all(count >= 3 * HAND for count in at_age.values()), at_age
    assert len(read.cards.for_pupil(ANY_AGE)) > 2 * HAND
    for voice in VOICES:
        asked = [text for each in read.cards.asked_of(voice) for text in (each.text, each.one) if text]
        assert len(asked) >= 3
        assert [each for each in asked if not re.match(OPEN_BEGINNINGS[language], each)] == []
    said = [*(each.text for each in read.cards.cards), *(each.text for each in read.cards.questions)]
    assert [each for each in said if re.search(rf"\b({CONTROLLING[language]})", each.casefold())] == []
    fields = set(re.findall(r"\{.*?\}", " ".join(said)))
    assert fields <= {NAMES[language], TEACHERS[language]}


def test_both_languages_hold_the_same() -> None:
    nl, en = (our_cards(language).cards for language in LANGUAGES)
    assert [each.ages for each in nl.cards] == [each.ages for each in en.cards]
    assert [each.voice for each in nl.questions] == [each.voice for each in en.questions]


def test_cards_of_ones_own_go_beside_ours_or_instead_of_them_and_are_no_kind_of_talk(tmp_path: Path) -> None:
    ours = our_cards("nl").cards
    own_file(tmp_path, 'cards = ["Vuurtjes maken", "volhouden", { text = "Slim", ages = ["vo"] }]\n')
    beside = load_cards("nl", tmp_path)
    # one of ours that stands among them too comes once, as they have it
    assert [each.text for each in beside.cards[:3]] == ["Vuurtjes maken", "volhouden", "Slim"]
    assert beside.cards[2] == Card(text="Slim", ages=frozenset({Age.VO}), own=True)
    assert len(beside.cards) == len(ours.cards) + 2
    assert (beside.title, beside.questions) == (ours.title, ours.questions)
    own_file(
        tmp_path, 'title = "Talenten"\ninstead = true\ncards = ["A", "B"]\nquestions = ["Wat is {naam}?"]\n'
    )
    instead = load_cards("nl", tmp_path)
    assert [each.text for each in instead.cards] == ["A", "B"]
    assert (instead.title, [each.text for each in instead.questions]) == ("Talenten", ["Wat is {naam}?"])
    assert "cards" not in names("nl", tmp_path)
    assert list(own_decks(tmp_path)) == []
    assert load_cards("en", tmp_path) == our_cards("en").cards


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("", 0, DeckCode.MISSING),
        ("cards = 3\n", 1, DeckCode.NOT_LIST),
        ('cards = ["A",\n"a"]\n', 2, DeckCode.TWICE),
        ('cards = ["A", ""]\n', 1, DeckCode.EMPTY),
        (f'cards = ["{"x" * (LONGEST_CARD + 1)}"]\n', 1, DeckCode.TOO_LONG),
        ('cards = ["A\\u001b]0;x"]\n', 1, DeckCode.CONTROL),
        ('cards = [{ text = "A", ages = ["oud"] }]\n', 1, DeckCode.NONE_OF_THEM),
        ('cards = ["A"]\nkaarten = 1\n', 2, DeckCode.UNKNOWN),
        ('cards = ["A"]\ninstead = "ja"\n', 2, DeckCode.NOT_YES_NO),
        ('cards = ["A"]\nquestions = ["Wat is {kind}?"]\n', 2, DeckCode.NONE_OF_THEM),
        (f"cards = {[f'k{n}' for n in range(MOST_CARDS + 5)]}\n", 1, DeckCode.TOO_MANY),
        ("cards = []\n= 3\n", 2, DeckCode.NOT_TOML),
        ("x" * (LARGEST + 1), 0, DeckCode.TOO_LARGE),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(text: str, line: int, code: DeckCode) -> None:
    problems = read_cards(text.encode(), "own.toml", "nl").problems
    assert (line, code) in [(each.line, each.code) for each in problems]


def test_whatever_is_wrong_with_ones_own_ours_stay_and_what_is_sound_of_them_comes(tmp_path: Path) -> None:
    path = own_file(tmp_path, "")
    path.write_bytes(b"\x89PNG\xff")
    assert [each.code for each in own_cards(path, "nl").problems] == [DeckCode.NOT_UTF8]
    assert load_cards("nl", tmp_path) == our_cards("nl").cards
    own_file(tmp_path, 'instead = true\ncards = ["Goed", "", "Ook [/x] goed"]\n')
    assert [each.text for each in load_cards("nl", tmp_path).cards] == ["Goed", "Ook [/x] goed"]
