"""Cards on the table: dealt without a repeat, chosen by a digit, and nothing of it kept."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from prompts.cards import Card, Cards, our_cards
from prompts.deck import Age
from store.domain.people import Speaker, Voice
from store.language import Translator
from tests.screens.classroom import family
from tui.desk.kinds.quality_cards import HAND, QualityCards

LIV = family("Liv Bosman", "Mark Bosman", at="13:00")
"""A child of group 3."""


@given(st.integers(0, 2**32), st.integers(1, 30))
def test_no_card_comes_again_before_all_that_suit_the_child_have_lain_there(seed: int, turns: int) -> None:
    ours = our_cards("nl").cards
    one, other = (QualityCards(ours, LIV, Random(seed)) for _ in range(2))
    suited = set(ours.for_pupil({Age.GROUPS_3_TO_5}))
    seen: list[object] = []
    for _ in range(turns):
        assert one.hand == other.hand, "the same chance deals the same cards"
        assert set(one.hand) <= suited
        if len(seen) < len(suited):
            assert not set(seen) & set(one.hand)
            seen += one.hand
        one.deal()
        other.deal()
    assert turns * HAND < len(suited) or set(seen) == suited


@given(st.integers(0, 2**32), st.integers(1, 9))
def test_cards_of_a_schools_own_lie_on_the_table_before_any_of_ours(seed: int, count: int) -> None:
    texts = [f"Eigen {at}" for at in range(count)]
    own = Cards(language="nl", cards=tuple(Card(text=each) for each in texts))
    dealt = QualityCards(own.over(our_cards("nl").cards), LIV, Random(seed))
    seen = [each.text for each in dealt.hand]
    while len(seen) < count:
        dealt.deal()
        seen += [each.text for each in dealt.hand]
    assert set(seen[:count]) == set(texts)


def test_a_chosen_card_asks_each_voice_by_name_what_the_child_needs_and_further_questions_go_round() -> None:
    t, cards = Translator(), QualityCards(our_cards("nl").cards, LIV, Random(1))
    carers, pupil = Speaker(Voice.CARER), Speaker(Voice.PUPIL)
    # a digit of no card chooses none, and another one does not take the place of what was chosen
    for digit in (0, HAND + 1, 2, 3):
        cards.choose(digit)
    assert cards.chosen == cards.hand[1]
    assert cards.question(carers, t) == "Wat heeft Liv van wie nodig?"
    assert cards.question(pupil, t) == "Wat heb jij hierbij nodig, en van wie?"
    first = cards.question(carers, t)
    asked = []
    for _ in range(3):
        cards.another_question()
        asked.append(cards.question(carers, t))
    assert len(set(asked)) == 3
    assert asked[-1] == first
    cards.put_back()
    assert not cards.chosen
