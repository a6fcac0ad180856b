"""The rules the decks of the program itself keep."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from prompts.deck import NAMES, TEACHERS, VOICES, Age, Deck, Depth, Question
from prompts.loader import LANGUAGES, load, names

FORMATS = names("nl")
DECKS = {(name, language): load(language, name) for name in FORMATS for language in LANGUAGES}
THEMES = {
    "startgesprek": 12,
    "contactmoment": 3,
    "kennismakingsgesprek": 10,
    "oudervertelgesprek": 4,
}
# Whoever begins with one of these cannot be answered by yes or no, and is not asked to account for anything.
OPEN_BEGINNINGS = {
    "nl": r"((Op |Over )?[Ww]elke? |(Bij|Naar|Met|Naast|Aan|Van) wie "
    r"|(Wat|Waar|Waaraan|Waarmee|Waarover|Wie|Hoe|Wanneer) )",
    "en": r"(What|Where|Who|Which|How|When) ",
}
CLOSED_OR_MEASURING = {
    "nl": r"^(waarom|waardoor|waarvoor|heb|ben|is|ga|kun|kan|wil|mag|zijn|doe|doet|vind|weet|hoeveel"
    r"|hoe (vaak|lang|laat|oud|veel|groot|goed)|welk (cijfer|rapport))\b",
    "en": r"^(why|do|does|did|are|is|have|has|can|could|will|would|should|was|were|may"
    r"|how (many|much|often|long|old|late|well|far)|which (grade|mark))\b",
}
ROOM = {"nl": r"Is er nog iets anders ", "en": r"Is there something else "}
"""*Something* else brings more than *anything* else; it is the one question that is not open."""

CONTROLLING = {
    "nl": r"op tijd|naar bed|slaapt|ontbijt|huiswerk|scherm|cijfer|rapport|probleem|moeilijk|lastig|diagnose"
    r"|gedrag|straf|moet\b|altijd|nooit|inkomen|geloof",
    "en": r"on time|bedtime|sleep|breakfast|homework|screen|grade|mark|problem|difficult|diagnosis"
    r"|behaviou?r|punish|must|always|never|income|religion",
}
CHOOSING = {"nl": r"\bwie\b.*\bthuis\b|\bwie troost\b", "en": r"\bwho\b.*\bat home\b|\bwho comforts\b"}
"""Between people who may both sit there, and may no longer live together."""

LAST_YEAR = {"nl": r"vorige? (school)?jaar", "en": r"last (school )?year"}
TWO_AT_ONCE = r"\b(en|of|and|or) (wat|waar|hoe|wie|welke?|wanneer|what|where|how|who|which|when|why|waarom)\b"
OR_ELSE = {"nl": r"\bof \w+\?", "en": r"\bor \w+\?"}
TELLS_NOBODY = r"\btell( at| about| yourself| today|\?)"


def texts(deck: Deck) -> list[str]:
    return [text for question in deck.questions for text in (question.text, question.one) if text]


def lines(deck: Deck) -> Iterator[str]:
    """Everything in a deck that is for the teacher to read."""
    yield from (*(each.text for each in (*deck.must, *deck.may)), *deck.tips)
    yield from (deck.many, deck.said)
    yield from (text for each in deck.phases for text in (each.title, each.advice))
    yield from (text for each in deck.readiness for text in (each.text, each.why))


def both(name: str) -> tuple[Deck, Deck]:
    return DECKS[name, "nl"], DECKS[name, "en"]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=FORMATS)
def deck(request: pytest.FixtureRequest, language: str) -> Deck:
    return DECKS[request.param, language]


def test_every_kind_of_talk_has_its_themes() -> None:
    assert {name: len(DECKS[name, "nl"].themes) for name in FORMATS} == THEMES
    aside = [each.title for each in DECKS["startgesprek", "nl"].themes if each.aside]
    assert aside == ["Opnieuw dezelfde klas", "Later in het jaar erbij"]


def test_three_questions_or_more_for_every_theme_voice_and_age() -> None:
    """The coverage: format × theme × voice × age → how many questions there are."""
    table = {
        (name, theme.title, voice, age): sum(
            each.voice == voice and each.suits({age}) for each in theme.questions
        )
        for name in FORMATS
        for theme in DECKS[name, "nl"].themes
        for voice, age in product(VOICES, Age)
    }
    assert len(table) == sum(THEMES.values()) * len(VOICES) * len(Age)
    assert {cell: count for cell, count in table.items() if count < 3} == {}


def test_there_are_300_questions_of_our_own_in_each_language_and_none_twice(language: str) -> None:
    said = [
        (each.voice, re.sub(r"\W+", " ", each.text).casefold())
        for name in FORMATS
        for each in DECKS[name, language].questions
    ]
    assert len({text for _, text in said}) >= 300
    assert sorted(each for each in set(said) if said.count(each) > 1) == []


def test_every_theme_has_a_question_for_each_voice_of_a_pupil_whose_age_nobody_knows(deck: Deck) -> None:
    without = [
        (theme.title, voice)
        for theme, voice in product(deck.themes, VOICES)
        if not any(each.voice == voice and not each.ages for each in theme.questions)
    ]
    assert without == []


def test_there_is_a_light_opener_and_one_that_makes_room_for_each_voice_at_each_age(deck: Deck) -> None:
    for voice, age, depth in product(VOICES, Age, (Depth.OPENING, Depth.SOMETHING_ELSE)):
        fitting = [each for each in deck.questions if each.voice == voice and each.suits({age})]
        assert any(each.depth is depth for each in fitting), (voice, age, depth)
    assert any(each.depth is Depth.BACK for each in deck.questions)


@pytest.mark.parametrize("name", FORMATS)
def test_both_languages_hold_the_same(name: str) -> None:
    def kind(each: Question) -> tuple[object, ...]:
        return each.voice, each.ages, each.depth

    def shape(deck: Deck) -> list[object]:
        return [
            (deck.at_school, deck.at_home, len(deck.must), len(deck.may), len(deck.tips)),
            [(each.share, [titles(deck).index(title) for title in each.themes]) for each in deck.phases],
            [(each.id, each.keep_from) for each in deck.readiness],
            [(each.aside, list(map(kind, each.questions))) for each in deck.themes],
        ]

    def titles(deck: Deck) -> list[str]:
        return [each.title for each in deck.themes]

    nl, en = both(name)
    assert shape(nl) == shape(en)
    assert all(each.id for each in nl.readiness)
    assert {*texts(nl), *lines(nl)} & {*texts(en), *lines(en)} <= {"Opening"}


def test_every_kind_of_talk_says_all_there_is_to_say_about_it(deck: Deck) -> None:
    assert deck.must
    assert deck.may
    assert deck.tips
    assert {each.keep_from for each in deck.readiness} == {True, False}
    assert sum(each.share for each in deck.phases) == 100
    begun = [title for each in deck.phases for title in each.themes]
    assert begun == [each.title for each in deck.themes if not each.aside]


def test_a_question_fits_on_its_line(deck: Deck) -> None:
    # the longest word that is filled in for the teacher is as long as what stands for it
    assert [each for each in texts(deck) if not 15 <= len(each) <= 62] == []


def test_a_question_is_open(deck: Deck, language: str) -> None:
    asked = [each for each in deck.questions if each.depth is not Depth.SOMETHING_ELSE]
    said = [text for each in asked for text in (each.text, each.one) if text]
    assert [each for each in said if not re.match(OPEN_BEGINNINGS[language], each)] == []
    assert [each for each in said if re.match(CLOSED_OR_MEASURING[language], each.casefold())] == []
    room = {text for each in deck.questions for text in (each.text, each.one) if text} - set(said)
    assert [each for each in room if not re.match(ROOM[language], each)] == []


def test_nothing_controls_or_diagnoses(deck: Deck, language: str) -> None:
    pattern = rf"\b({CONTROLLING[language]})"
    assert [each for each in texts(deck) if re.search(pattern, each.casefold())] == []


def test_no_child_is_asked_to_choose_between_people_at_home(deck: Deck, language: str) -> None:
    pupil = [each.text for each in deck.questions if each.voice == "pupil"]
    assert [each for each in pupil if re.search(CHOOSING[language], each.casefold())] == []


def test_no_question_says_where_the_talk_is_since_that_may_be_at_home(deck: Deck) -> None:
    assert [each for each in texts(deck) if re.search(r"\b(hier(heen)?|here)\b", each.casefold())] == []


def test_a_toddler_is_not_asked_about_a_year_it_had_no_part_in(deck: Deck, language: str) -> None:
    """What is aside is asked of a class that had this teacher last year too."""
    themes = [each for each in deck.themes if not each.aside]
    pupil = [each for theme in themes for each in theme.questions if each.voice == "pupil"]
    asked = [each.text for each in pupil if each.suits({Age.TODDLER})]
    assert [each for each in asked if re.search(LAST_YEAR[language], each.casefold())] == []


def test_a_question_asks_one_thing(deck: Deck, language: str) -> None:
    two = rf"{TWO_AT_ONCE}|{OR_ELSE[language]}"
    assert [each for each in texts(deck) if re.search(two, each.casefold())] == []


def test_in_english_one_tells_somebody(deck: Deck) -> None:
    assert [each for each in texts(deck) if re.search(TELLS_NOBODY, each.casefold())] == []


def test_nobody_is_told_to_tell_everything_is_one_question(deck: Deck) -> None:
    assert [each for each in texts(deck) if not re.fullmatch(r"[^?!.…:;()\"]+\?", each)] == []


def test_the_child_is_at_the_table_and_called_by_name(deck: Deck, language: str) -> None:
    said = " ".join(texts(deck))
    assert not re.search("jullie kind|uw kind|your child|your (son|daughter)", said.casefold())
    assert set(re.findall(r"\{.*?\}", said)) <= {NAMES[language], TEACHERS[language]}
    pupil = [each.text for each in deck.questions if each.voice == "pupil"]
    assert [each for each in pupil if NAMES[language] in each] == []


def test_dutch_says_je_to_the_child_jullie_to_the_parents_and_u_to_one() -> None:
    child = {"je", "jij", "jou", "jouw"}
    one = {"u", "uw"}
    unfit = {"carer": child | one, "pupil": {"jullie"} | one, "teacher": {"jullie"} | one, None: child | one}
    for name in FORMATS:
        for each in DECKS[name, "nl"].questions:
            assert not set(re.findall(r"\w+", each.text.casefold())) & unfit[each.voice], each.text
            assert not set(re.findall(r"\w+", each.one.casefold())) & (child | {"jullie"}), each.one
            assert not each.one or each.voice == "carer"


def test_what_a_late_day_can_no_longer_see_to_is_not_listed_for_it() -> None:
    for deck in (load("nl"), load("en")):
        early, late = deck.to_see_to(late=False), deck.to_see_to(late=True)
        assert early == deck.readiness
        assert [each.id for each in early if each not in late] == ["before-the-week"]
