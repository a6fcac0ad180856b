"""Which question comes next."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.deck import ANY_AGE, VOICES, Age, Deck, Depth, Question, Theme
from prompts.draw import BEGIN, FURTHER, LIGHT, next_question
from prompts.loader import LANGUAGES, load, names

voices = st.sampled_from(VOICES)
pupils = st.sets(st.sampled_from(Age), min_size=1).map(frozenset)
chance = st.integers(0, 2**32).map(Random)
askings = st.lists(voices, max_size=25)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    kind = st.tuples(
        st.none() | voices, st.frozensets(st.sampled_from(Age)), st.sampled_from(Depth), st.integers(0, 7)
    )
    themes: list[list[Question]] = [[] for _ in range(8)]
    for at, (voice, ages, depth, theme) in enumerate(draw(st.lists(kind, max_size=24))):
        themes[theme].append(Question(text=f"Wat is {at}?", voice=voice, ages=ages, depth=depth))
    return deck_of(*themes)


def deck_of(*themes: Sequence[Question]) -> Deck:
    made = (Theme(title=f"{at}", questions=tuple(each)) for at, each in enumerate(themes))
    return Deck(title="", language="nl", themes=tuple(made))


def talk(
    deck: Deck, asking: Sequence[str], ages: frozenset[Age], random: Random, *, late_from: int = 99
) -> list[Question | None]:
    """What F2 gives with the badge on each of these voices in turn."""
    shown: list[Question | None] = []
    for turn, voice in enumerate(asking):
        asked = [each for each in shown if each]
        late = turn >= late_from
        shown.append(next_question(deck, voice, ages, asked, random, late=late))
    return shown


@given(decks(), askings, pupils, chance, st.integers(0, 20))
def test_no_question_comes_twice_in_a_talk(
    deck: Deck, asking: list[str], ages: frozenset[Age], random: Random, late: int
) -> None:
    shown = [each for each in talk(deck, asking, ages, random, late_from=late) if each]
    assert len(set(shown)) == len(shown)


@given(decks(), askings, pupils, chance, st.integers(0, 20))
def test_a_question_is_for_the_badge_or_for_everyone_and_suits_whatever_the_age_may_be(
    deck: Deck, asking: list[str], ages: frozenset[Age], random: Random, late: int
) -> None:
    for voice, question in zip(asking, talk(deck, asking, ages, random, late_from=late), strict=True):
        if question:
            assert question.voice in (voice, None)
            assert not question.ages or ages <= question.ages


@given(decks(), voices, pupils, chance)
def test_every_fitting_question_comes_before_there_is_none_left_and_what_is_for_everyone_last(
    deck: Deck, voice: str, ages: frozenset[Age], random: Random
) -> None:
    fitting = [each for each in deck.questions if each.voice in (voice, None) and each.suits(ages)]
    shown = talk(deck, [voice] * (len(fitting) + 2), ages, random)
    assert set(shown[: len(fitting)]) == set(fitting)
    assert shown[len(fitting) :] == [None, None]
    own = sum(each.voice == voice for each in fitting)
    assert all(each and each.voice == voice for each in shown[:own])


@given(decks(), voices, pupils, chance)
def test_a_talk_begins_light_and_what_asks_for_something_else_comes_last(
    deck: Deck, voice: str, ages: frozenset[Age], random: Random
) -> None:
    own = [each for each in deck.questions if each.voice == voice and each.suits(ages)]
    shown = talk(deck, [voice] * len(own), ages, random)
    light = sum(each.depth is Depth.OPENING for each in own)
    assert all(each and each.depth is Depth.OPENING for each in shown[: min(light, LIGHT)])
    else_from = next((at for at, each in enumerate(shown) if each and each.makes_room), len(shown))
    assert all(each and each.makes_room for each in shown[else_from:])


@given(decks(), voices, pupils, chance)
def test_what_lies_far_on_is_not_asked_near_the_beginning(
    deck: Deck, voice: str, ages: frozenset[Age], random: Random
) -> None:
    own = [
        each for each in deck.questions if each.voice == voice and each.suits(ages) and not each.makes_room
    ]
    shown = talk(deck, [voice] * len(own), ages, random)
    for turn in range(LIGHT, len(shown)):
        begun = [each for theme in deck.themes[: BEGIN + FURTHER * turn] for each in theme.questions]
        left = [each for each in own if each in begun and each not in shown[:turn]]
        assert not left or shown[turn] in begun


@given(decks(), voices, pupils, chance, st.sets(st.sampled_from("01234567")))
def test_what_belongs_to_a_part_that_is_far_ahead_comes_once_a_voice_has_nothing_else(
    deck: Deck, voice: str, ages: frozenset[Age], random: Random, ahead: set[str]
) -> None:
    found = next_question(deck, voice, ages, (), random, ahead=ahead)
    far = {each for theme in deck.themes if theme.title in ahead for each in theme.questions}
    own = [each for each in deck.questions if each.voice == voice and each.suits(ages)]
    assert found not in far or all(each in far for each in own)


@given(decks(), voices, pupils, chance)
def test_when_time_is_nearly_up_it_is_asked_first_whether_there_is_something_else(
    deck: Deck, voice: str, ages: frozenset[Age], random: Random
) -> None:
    room = [each for each in deck.questions if each.makes_room and each.suits(ages)]
    own = [each for each in room if each.voice == voice] or [each for each in room if each.voice is None]
    first = next_question(deck, voice, ages, (), random, late=True)
    assert not own or first in own


@given(decks(), voices, pupils, chance, st.sets(st.integers(0, 7), min_size=1))
def test_of_the_themes_that_were_asked_for_every_question_comes_and_no_other(
    deck: Deck, voice: str, ages: frozenset[Age], random: Random, chosen: set[int]
) -> None:
    aside = replace(deck, themes=tuple(replace(each, aside=True) for each in deck.themes))
    within = [aside.themes[at] for at in chosen]
    assert next_question(aside, voice, ages, (), random) is None
    fitting = {each for theme in within for each in theme.questions if each.voice in (voice, None)}
    shown: list[Question] = []
    while question := next_question(aside, voice, ages, shown, random, within=within, late=True):
        shown.append(question)
    assert set(shown) == {each for each in fitting if each.suits(ages)}


@given(decks(), askings, pupils, st.integers())
def test_the_same_chance_gives_the_same_questions(
    deck: Deck, asking: list[str], ages: frozenset[Age], seed: int
) -> None:
    assert talk(deck, asking, ages, Random(seed)) == talk(deck, asking, ages, Random(seed))


def test_another_voice_after_the_light_ones_need_not_be_light_again() -> None:
    light = Question(text="licht", voice="carer", depth=Depth.OPENING)
    deep = Question(text="diep", voice="carer")
    earlier = [Question(text=f"{at}") for at in range(LIGHT)]
    drawn = {next_question(deck_of([light, deep]), "carer", ANY_AGE, earlier, Random(at)) for at in range(20)}
    assert drawn == {light, deep}


def test_a_voice_without_questions_gets_none_rather_than_someone_elses() -> None:
    deck = deck_of([Question(text="a", voice="pupil")])
    assert next_question(deck, "teacher", ANY_AGE, (), Random(0)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_deck_of_ours_has_ten_questions_for_any_badge_at_any_age_the_first_one_light(
    language: str,
) -> None:
    for name in names(language):
        for voice in VOICES:
            for age in Age:
                shown = talk(load(language, name), [voice] * 10, frozenset({age}), Random(1))
                assert shown[0], (name, voice, age)
                assert shown[0].depth is Depth.OPENING, (name, voice, age)
                assert all(each and each.voice == voice for each in shown), (name, voice, age)
