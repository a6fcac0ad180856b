from __future__ import annotations

from datetime import date
from random import Random

from prompts.draw import BEGIN, FURTHER, next_question
from prompts.loader import load
from store.domain.people import Presence, Voice
from store.language import Translator
from tests.screens.classroom import family
from tui.desk.questions import Questions

DAY = date(2026, 8, 25)


def test_the_child_is_called_by_name_and_late_it_is_asked_first_whether_there_is_something_else() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator()
    drawn = Questions("nl", Random(3))
    said = [drawn.draw(Voice.CARER, talk, DAY, t) for _ in range(30)]
    assert any("Liv" in each for each in said)
    assert not any("{" in each for each in said)
    something = t("Is there something else you would like to talk about?")
    late = [drawn.draw(Voice.CARER, talk, DAY, t, late=True) for _ in range(3)]
    assert late[0] == something
    assert something not in late[1:]


def test_one_parent_at_the_table_is_asked_as_one_and_of_the_home_as_of_all_who_live_there() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", "Eline Kuipers", at="13:00"), Translator()
    both = tuple(carer.id for carer in talk.audience)

    def asked(here: Presence) -> set[str]:
        drawn = Questions("nl", Random(3))
        return {drawn.draw(Voice.CARER, talk.seat(here), DAY, t) for _ in range(40)}

    several = asked(Presence(carers=both))
    assert asked(Presence(carers=both[:1], others=("oma Riet",))) == several
    for alone in (asked(Presence(carers=both[:1])), asked(Presence(others=("oma Riet",)))):
        assert "Wat wilt u vandaag niet vergeten?" in alone - several
        assert "Wat willen jullie vandaag niet vergeten?" in several - alone
        assert "Hoe noemen jullie Liv thuis?" in alone & several


def test_what_lies_deep_is_never_asked_near_the_beginning() -> None:
    deck = load("nl")
    for seed in range(40):
        asked: list[str] = []
        for turn in range(3):
            question = next_question(deck, "pupil", None, asked, Random(seed + 100 * turn))
            assert question is not None
            if turn:
                begun = deck.themes[: BEGIN + FURTHER * turn]
                assert any(question in theme.questions for theme in begun)
            asked.append(question.id)
