from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path
from random import Random

from prompts import deck
from prompts.loader import load, names
from store.domain import talk as talk_words
from store.domain.people import Presence, Speaker, Voice
from store.domain.school import School
from store.domain.siblings import joined
from store.domain.year import ages
from store.domain.year.sequel import Followed
from store.export.paper.invitation import invitation_text
from store.export.wording.people import teacher_words, voice_words
from store.language import Translator
from tests.screens.classroom import family
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.questions import Questions

DAY = date(2026, 8, 25)


def test_decks_and_talks_have_the_same_words_for_whom_and_when() -> None:
    """Neither may import the other, and what is below both may have no name of its own."""
    assert [each.value for each in deck.Age] == [each.value for each in ages.Age]
    assert {each.value for each in deck.Occasion} == {each.value for each in talk_words.Occasion}
    assert set(deck.VOICES) == {each.value for each in Voice}


def test_the_child_is_called_by_name_and_late_it_is_asked_first_whether_there_is_something_else() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator()
    drawn = Questions("nl", Random(3))
    said = [drawn.draw(Speaker(Voice.CARER), talk, DAY, t) for _ in range(30)]
    assert any("Liv" in each for each in said)
    assert not any("{" in each for each in said)
    late = [Questions("nl", Random(3)) for _ in range(2)]
    first, later = (
        [each.draw(Speaker(Voice.CARER), talk, DAY, t, late=True) for _ in range(3)] for each in late
    )
    assert first == later
    assert [each.startswith("Is er nog iets anders") for each in first] == [True, False, False]


def test_one_parent_at_the_table_is_asked_as_one_and_of_the_home_as_of_all_who_live_there() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", "Eline Kuipers", at="13:00"), Translator()
    both = tuple(carer.id for carer in talk.audience)

    def asked(here: Presence) -> set[str]:
        drawn = Questions("nl", Random(3))
        return {drawn.draw(Speaker(Voice.CARER), talk.seat(here), DAY, t) for _ in range(40)}

    several = asked(Presence(carers=both))
    assert asked(Presence(carers=both[:1], others=("oma Riet",))) == several
    for alone in (asked(Presence(carers=both[:1])), asked(Presence(others=("oma Riet",)))):
        assert "Wat wilt u vandaag niet vergeten?" in alone - several
        assert "Wat willen jullie vandaag niet vergeten?" in several - alone
        assert "Hoe noemen jullie Liv thuis?" in alone & several


def test_adults_are_asked_about_each_child_in_turn_and_a_child_what_suits_its_own_age() -> None:
    small, large = family("Noor Kok", "Eva Kok", at="13:00"), family("Milan Kok", "Eva Kok", at="13:20")
    large = replace(large, pupil=replace(large.pupil, group="8"))
    small = replace(small, pupil=replace(small.pupil, group="1"))
    talk, t, language = joined(small, large), Translator(), "nl"
    drawn = Questions(language, Random(3))
    said = [drawn.draw(Speaker(Voice.CARER), talk, DAY, t) for _ in range(60)]
    named = [name for each in said for name in ("Noor", "Milan") if name in each]
    assert len(named) > 4
    assert all(one != other for one, other in pairwise(named))
    lines = load(language).questions
    for pupil, age in ((small.pupil, deck.Age.TODDLER), (large.pupil, deck.Age.GROUPS_6_TO_8)):
        own = {each.text for each in lines if each.ages and age not in each.ages}
        asked = {drawn.draw(Speaker(Voice.PUPIL, pupil.id), talk, DAY, t) for _ in range(60)}
        assert not asked & own


def test_letters_behind_an_open_question_ask_for_the_themes_they_begin_and_others_mean_nothing() -> None:
    talk, t, drawn = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator(), Questions("nl", Random(3))
    assert not drawn.chooses("int")
    drawn.draw(Speaker(Voice.PUPIL), talk, DAY, t)
    assert [each for each in ("int", "INTERESSES", "oma komt", "", " ") if drawn.chooses(each)] == [
        "int",
        "INTERESSES",
    ]
    (interests,) = (each for each in load("nl").themes if each.title.startswith("Interesses"))
    asked = {drawn.draw(Speaker(Voice.PUPIL), talk, DAY, t, letters="int", late=True) for _ in range(3)}
    assert asked <= {each.text for each in interests.questions}
    again = drawn.draw(Speaker(Voice.PUPIL), talk, DAY, t, letters="opn")
    assert "vorig jaar" in again or "dit jaar" in again
    assert drawn.draw(Speaker(Voice.PUPIL), talk, DAY, t, late=True).startswith("Is er nog iets anders")


def test_letters_of_another_kind_of_talk_lead_to_its_questions_from_then_on(
    tmp_path: Path,
) -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator()
    (tmp_path / "nl").mkdir()
    question = 'questions = [{ text = "Waar lopen we langs?" }]'
    own = f'title = "Wandelen"\n[[theme]]\ntitle = "Buiten"\n{question}\n'
    (tmp_path / "nl/wandelgesprek.toml").write_text(own, "utf-8")
    (tmp_path / "nl/leeg.toml").touch()
    drawn = Questions("nl", Random(3), Decks(tmp_path))
    drawn.draw(Speaker(Voice.CARER), talk, DAY, t)
    unread = drawn.draw(Speaker(Voice.CARER), talk, DAY, t, letters="leeg")
    assert unread == t("The questions can't be read; 'startgesprek check' says more.")
    assert drawn.draw(Speaker(Voice.CARER), talk, DAY, t) != unread
    for letters in ("ouder", "wandel", "start"):
        (name,) = (each for each in names("nl", tmp_path) if each.startswith(letters))
        deck = load("nl", name, tmp_path)
        said = {deck.put(each, adults, "Liv", "leerkracht") for each in deck.questions for adults in (1, 2)}
        assert drawn.chooses(letters)
        assert drawn.draw(Speaker(Voice.CARER), talk, DAY, t, letters=letters) in said
        last = t("There is nothing more; silence is fine too.")
        assert drawn.draw(Speaker(Voice.CARER), talk, DAY, t) in {*said, last}


def test_nobody_is_asked_who_is_not_there() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator()
    held = replace(talk, follows=Followed(day=DAY, talk="august", moment="november"))
    carers, lines = tuple(each.id for each in talk.audience), load("nl", "contactmoment").questions

    def asks(voice: Voice, here: Presence) -> bool:
        """Whether under the badge of a voice anything is drawn that is for that voice."""
        drawn = Questions("nl", Random(3))
        said = {drawn.draw(Speaker(voice), held.seat(here), DAY, t) for _ in range(40)}
        return not said.isdisjoint(each.text for each in lines if each.voice == voice.value)

    assert asks(Voice.PUPIL, Presence(carers=carers))
    assert asks(Voice.PUPIL, Presence())
    assert not asks(Voice.PUPIL, Presence(pupil=False, carers=carers))
    assert not asks(Voice.PUPIL, Presence(pupil=False, others=("oma",)))
    assert not asks(Voice.CARER, Presence())


def test_a_contact_moment_that_is_held_has_questions_and_parts_of_its_own() -> None:
    talk, t = family("Liv Bosman", "Mark Bosman", at="13:00"), Translator()
    held = replace(talk, follows=Followed(day=DAY, talk="august", moment="november"))
    drawn, deck = Questions("nl", Random(3)), load("nl", "contactmoment")
    assert drawn.deck(held) == deck != drawn.deck(talk)
    said = {deck.put(each, 2, "Liv", "leerkracht") for each in deck.questions}
    last = t("There is nothing more; silence is fine too.")
    assert {drawn.draw(Speaker(Voice.CARER), held, DAY, t) for _ in range(40)} - said == {last}
    # what somebody chose for it goes first
    assert drawn.deck(replace(held, deck="oudervertelgesprek")) == load("nl", "oudervertelgesprek")


def test_what_the_one_who_teaches_is_called_follows_the_school() -> None:
    talk, t = family("Selma Aydın", "Emine Aydın", at="13:00"), Translator()

    def asked(group: str) -> set[str]:
        drawn, older = Questions("nl", Random(3)), replace(talk, pupil=replace(talk.pupil, group=group))
        return {drawn.draw(Speaker(Voice.TEACHER), older, DAY, t) for _ in range(40)}

    for group, word in (
        ("3", "leerkracht"),
        ("havo 4", "mentor"),
        ("mbo 1", "coach"),
        ("Rimboe", "leerkracht"),
    ):
        assert f"Hoe ben je {word} geworden?" in asked(group)


def test_a_schools_own_deck_is_asked_from_and_late_it_is_asked_for_something_else_also_there(
    tmp_path: Path,
) -> None:
    talk, t = family("Liv {leerkracht}", "Mark Bosman", at="13:00"), Translator()
    path = tmp_path / "nl" / "startgesprek.toml"
    path.parent.mkdir()
    text = (
        'title = "Ons"\n[[theme]]\ntitle = "Buiten"\nquestions = [{ text = "Waar gaan we heen, {naam}?" }]\n'
    )
    path.write_text(text, "utf-8")
    talk = replace(talk, pupil=replace(talk.pupil, first_name="{leerkracht}"))
    drawn = Questions("nl", Random(3), Decks(tmp_path))
    assert [drawn.draw(Speaker(Voice.CARER), talk, DAY, t, late=True) for _ in range(3)] == [
        t("Is there something else you would like to talk about?"),
        "Waar gaan we heen, {leerkracht}?",
        t("There is nothing more; silence is fine too."),
    ]


def test_without_a_name_the_one_who_teaches_is_called_by_the_school_on_the_board_and_on_paper() -> None:
    talk, t, school = family("Selma Aydın", "Emine Aydın", at="13:00"), Translator(), School()
    sixteen = date(2010, 2, 1)
    for group, born, head, said, led in (
        ("3", None, "Leerkracht", "de leerkracht", False),
        ("havo 4", None, "Mentor", "de mentor", True),
        ("mbo 1", None, "Coach", "de coach", True),
        ("4H", sixteen, "Mentor", "de mentor", True),
    ):
        older = replace(talk, teacher="", pupil=replace(talk.pupil, group=group, birth_date=born))
        assert voice_words(Speaker(Voice.TEACHER), older, school, t) == head
        assert teacher_words(older, school, t) == said
        invited = invitation_text(older, older.audience, school, t)
        assert said in " ".join(invited.lines)
        assert (t("{name} leads part of the talk.", name="Selma") in invited.more) is led
