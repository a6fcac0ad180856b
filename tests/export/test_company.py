"""Who was there, in the texts of a talk: not who the talk might be shown to."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from store.domain.board import AgendaPoint
from store.domain.people import Presence, Voice
from store.domain.retention import emptied
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.export.letter import letter_lines
from store.export.pupil_text import pupil_text
from store.export.summary import summary_text
from store.export.wording.people import company_words, short_present_words
from store.language import Translator
from store.planline.read import read_line
from tests.export.families import SCHOOL, liv, marinka, school_day
from tests.planline.year import DAY, YEAR
from tui.desk.talk.names_in_plan import names_of

NL = Translator("nl")
NOW = datetime(2026, 8, 25, 11, 40, tzinfo=UTC)
POINT = AgendaPoint(id="p", voice=Voice.PUPIL, text="tekenen")


def texts(talk: Talk) -> tuple[str, str]:
    return summary_text(school_day(talk), SCHOOL, NL), pupil_text(talk, SCHOOL, NL)


def test_the_texts_say_who_was_there_with_the_interpreter_last() -> None:
    for text in texts(marinka()):
        assert "Gesprek met Marinka, Anja de Groot, Peter de Groot, oma Riet en een tolk.\n" in text


@pytest.mark.parametrize(
    ("name", "said"),
    [("Halina Nowak", "Halina Nowak als tolk"), ("Tolk Halina", "Tolk Halina"), ("", "een tolk")],
)
def test_the_interpreter_is_named_in_every_text_once_the_name_is_known(name: str, said: str) -> None:
    here = Presence(interpreter=True).interpreted(name)
    talk = replace(marinka(), presence=here, made_with=here)
    for text in texts(talk):
        assert f"Gesprek met Marinka en {said}.\n" in text
    assert f"Erbij waren Marinka en {said}." in letter_lines(talk, SCHOOL, NL)[1]
    assert not here.not_interpreted().interpreter_name


def test_a_letter_is_to_who_came_along_only_where_no_parent_is_known() -> None:
    invited = marinka()
    walked_in = replace(invited, pupil=replace(invited.pupil, carers=()))
    assert letter_lines(walked_in, SCHOOL, NL)[0] == "Beste Marinka en oma Riet,"
    assert "oma Riet" not in letter_lines(invited, SCHOOL, NL)[0]


def test_who_was_there_begins_a_sentence_where_the_language_says_it_so() -> None:
    here = Presence(pupil=False, others=("grandma",))
    talk = replace(marinka(), presence=here, made_with=here)
    assert "Grandma was there." in letter_lines(talk, SCHOOL, Translator("en"))[1]


def test_who_was_invited_and_did_not_come_is_not_said_to_have_been_there() -> None:
    talk = marinka().seat(Presence(pupil=False, carers=("peter",)))
    for text in texts(replace(talk, made_with=talk.presence)):
        assert "Gesprek met Peter de Groot.\n" in text
        assert "Gesprek met Anja" not in text


@pytest.mark.parametrize(
    ("here", "said"), [(("peter",), "was Peter de Groot"), (("peter", "anja"), "waren Anja")]
)
def test_one_who_was_there_is_spoken_of_as_one(here: tuple[str, ...], said: str) -> None:
    talk = replace(marinka(), made_with=Presence(pupil=False, carers=here))
    assert f"Erbij {said}" in letter_lines(talk, SCHOOL, NL)[1]


def test_a_talk_that_was_set_aside_says_who_was_there_then() -> None:
    talk = liv(points=(POINT,)).begin(NOW, Presence(carers=("eline",))).set_aside(NOW)
    for text in texts(talk):
        assert "Gesprek met Liv en Eline Bosman-Kuipers.\n" in text


@pytest.mark.parametrize("state", [TalkState.PLANNED, TalkState.NOT_COME, TalkState.CANCELLED])
def test_before_it_began_the_texts_say_who_is_expected(state: TalkState) -> None:
    talk = liv(points=(POINT,), state=state)
    talk = replace(talk, pupil=replace(talk.pupil, interpreter=True))
    for text in texts(talk):
        assert "Verwacht: Liv, Mark Bosman, Eline Bosman-Kuipers en een tolk.\n" in text
        assert "Gesprek met" not in text.replace("Startgesprek met", "")


def test_of_an_emptied_talk_only_the_carers_are_known_and_nobody_else_is_named() -> None:
    talk = emptied(marinka())
    assert talk == emptied(talk)
    assert company_words(talk, NL) == "Gesprek met Anja de Groot en Peter de Groot."


def test_another_carer_than_those_of_the_talk_is_never_named() -> None:
    talk = liv().begin(NOW, Presence(carers=("mark", "peter")))
    assert company_words(talk, NL) == "Gesprek met Liv en Mark Bosman."
    assert "Peter" not in pupil_text(talk, School(pupils=(marinka().pupil,)), NL)


def test_taken_up_again_an_emptied_talk_expects_everybody() -> None:
    assert emptied(marinka()).expected == Presence(carers=("anja", "peter"))
    assert liv().expected == Presence(carers=("mark", "eline"))
    alone = liv().begin(NOW, Presence())
    assert alone.expected == Presence()


@pytest.mark.parametrize("kept", ["06-33333333", "peter@example.org"])
def test_a_parent_whose_name_nobody_knows_is_not_called_by_number_or_address(kept: str) -> None:
    talk = marinka()
    unknown = replace(talk.audience[1], name=kept, phone=kept)
    talk = replace(talk, pupil=replace(talk.pupil, carers=(talk.audience[0], unknown)))
    assert company_words(talk, NL) == "Gesprek met Marinka, Anja de Groot, ouder, oma Riet en een tolk."
    assert kept not in "".join(letter_lines(talk, SCHOOL, NL))
    assert kept not in short_present_words(talk.presence, talk, NL)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("juf Els belt ouders 12 nov", "belt juf Els de ouders"),
        ("Els belt ouders 12 nov", "belt juf Els de ouders"),
        ("meester Tom mailt ouders 12 nov", "stuurt meester Tom een mail"),
        ("juf Els en meester Tom mailen ouders 12 nov", "juf Els en meester Tom"),
    ],
)
def test_who_of_two_teachers_is_named_in_a_line_is_who_does_it_on_paper(line: str, said: str) -> None:
    talk = replace(marinka(), teacher="juf Els en meester Tom")
    reading = read_line(line, DAY, YEAR, names_of(talk, SCHOOL))
    (moment,) = (replace(each, id="m") for each in reading.moments)
    letter = letter_lines(replace(talk, plan=replace(talk.plan, moments=(moment,))), SCHOOL, NL)
    (plan,) = (each for each in letter if "12 november" in each)
    assert said in plan
    assert ("en meester Tom" in plan) == ("en meester Tom" in line)


@pytest.mark.parametrize(
    "line", ["vader en zijn broer bellen juf 12 nov", "mama en haar zus bellen mij 12 nov"]
)
def test_who_begins_together_with_kin_does_not_reach_that_one_as_well(line: str) -> None:
    talk = marinka()
    reading = read_line(line, DAY, YEAR, names_of(talk, SCHOOL))
    (moment,) = (replace(each, id="m") for each in reading.moments)
    letter = letter_lines(replace(talk, plan=replace(talk.plan, moments=(moment,))), SCHOOL, NL)
    (plan,) = (each for each in letter if "12 november" in each)
    assert " ".join(line.split()[:4]) in plan
    assert "juf Els en" not in plan
