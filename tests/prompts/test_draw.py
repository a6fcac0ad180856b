"""Which question comes next."""

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.deck import Band, Deck, Question, Theme
from prompts.draw import next_question
from prompts.loader import load

VOICES = ("pupil", "carer", "teacher")

voices = st.sampled_from(VOICES)
bands = st.sampled_from([None, *Band])
chance = st.integers(0, 2**32).map(Random)


@st.composite
def decks(draw: st.DrawFn) -> Deck:
    kinds = draw(st.lists(st.tuples(st.none() | voices, bands, st.booleans()), max_size=20))
    questions = tuple(
        Question(id=str(at), text=f"Wat is {at}?", voice=voice, band=band, opener=opener)
        for at, (voice, band, opener) in enumerate(kinds)
    )
    return Deck(title="", voices=VOICES, themes=(Theme(id="", title="", questions=questions),))


def talk(deck: Deck, asking: Sequence[str], band: Band | None, random: Random) -> list[Question | None]:
    """What F2 gives with the badge on each of these voices in turn."""
    shown: list[Question | None] = []
    for voice in asking:
        asked = {each.id for each in shown if each}
        shown.append(next_question(deck, voice, band, asked, random))
    return shown


def deck_of(*questions: Question) -> Deck:
    return Deck(title="", voices=VOICES, themes=(Theme(id="", title="", questions=questions),))


@given(decks(), st.lists(voices, max_size=30), bands, chance)
def test_no_question_comes_twice_in_a_talk(
    deck: Deck, asking: list[str], band: Band | None, random: Random
) -> None:
    ids = [each.id for each in talk(deck, asking, band, random) if each]
    assert len(set(ids)) == len(ids)


@given(decks(), st.lists(voices, max_size=30), bands, chance)
def test_a_question_is_for_the_badge_or_for_everyone_and_suits_the_age(
    deck: Deck, asking: list[str], band: Band | None, random: Random
) -> None:
    for voice, question in zip(asking, talk(deck, asking, band, random), strict=True):
        if question:
            assert question.voice in (voice, None)
            assert question.band in (band, None)


@given(decks(), voices, bands, chance)
def test_every_fitting_question_comes_before_there_is_none_left(
    deck: Deck, voice: str, band: Band | None, random: Random
) -> None:
    fitting = {each.id for each in deck.questions if each.voice in (voice, None) and each.suits(band)}
    shown = talk(deck, [voice] * (len(fitting) + 2), band, random)
    assert {each.id for each in shown[: len(fitting)] if each} == fitting
    assert shown[len(fitting) :] == [None, None]


@given(decks(), voices, bands, chance)
def test_what_is_for_everyone_waits_until_the_voice_has_none_left(
    deck: Deck, voice: str, band: Band | None, random: Random
) -> None:
    own = [each for each in deck.questions if each.voice == voice and each.suits(band)]
    shown = talk(deck, [voice] * len(own), band, random)
    assert all(each and each.voice == voice for each in shown)


@given(decks(), voices, bands, chance)
def test_a_talk_begins_with_a_light_opener_where_the_voice_has_one(
    deck: Deck, voice: str, band: Band | None, random: Random
) -> None:
    light = {each.id for each in deck.questions if each.opener and each.voice == voice and each.suits(band)}
    (first,) = talk(deck, [voice], band, random)
    assert not light or (first and first.id in light)


@given(decks(), st.lists(voices, max_size=10), bands, st.integers())
def test_the_same_chance_gives_the_same_questions(
    deck: Deck, asking: list[str], band: Band | None, seed: int
) -> None:
    assert talk(deck, asking, band, Random(seed)) == talk(deck, asking, band, Random(seed))


def test_another_voice_after_the_first_question_need_not_be_light_again() -> None:
    light = Question(id="light", text="", voice="carer", opener=True)
    deep = Question(id="deep", text="", voice="carer")
    drawn = {next_question(deck_of(light, deep), "carer", None, {"earlier"}, Random(at)) for at in range(20)}
    assert drawn == {light, deep}


def test_a_voice_without_questions_gets_none_rather_than_someone_elses() -> None:
    deck = deck_of(Question(id="a", text="", voice="pupil"))
    assert next_question(deck, "teacher", None, (), Random(0)) is None


def test_a_deck_that_names_only_voices_of_its_own_still_serves_with_what_is_for_everyone() -> None:
    everyone = Question(id="all", text="")
    deck = deck_of(Question(id="a", text="", voice="coach"), everyone)
    assert next_question(deck, "pupil", None, (), Random(0)) == everyone


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("voice", VOICES)
@pytest.mark.parametrize("band", list(Band))
def test_the_programs_own_deck_has_twenty_questions_for_any_badge(
    language: str, voice: str, band: Band
) -> None:
    shown = talk(load(language), [voice] * 20, band, Random(1))
    assert shown[0]
    assert shown[0].opener
    assert all(each and each.voice == voice for each in shown)
