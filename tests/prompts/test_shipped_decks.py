"""The rules the decks of the program itself keep."""

import re
from itertools import product

import pytest

from prompts.deck import Band, Deck
from prompts.loader import load

LANGUAGES = ("nl", "en")
VOICES = ("pupil", "carer", "teacher")
THEMES = (
    "introduction",
    "agenda",
    "new-year",
    "expectations",
    "place-in-class",
    "guidance",
    "daily-routine",
    "interests",
    "particulars",
    "closing",
)
DECKS = {language: load(language) for language in LANGUAGES}
# Whoever begins with one of these cannot be answered by yes or no, and is not asked to account for anything.
OPEN_BEGINNINGS = {
    "nl": r"(Wat|Waar|Waaraan|Waarmee|Wie|Welke?|Hoe|Bij wie|Naar wie|Op welk|Over welk|Wanneer) ",
    "en": r"(What|Where|Who|Which|How|When) ",
}
CLOSED_OR_MEASURING = {
    "nl": r"^(waarom|waardoor|waarvoor|heb|ben|is|ga|kun|kan|wil|mag|zijn|doe|doet|vind|weet|hoeveel"
    r"|hoe (vaak|lang|laat|oud|veel|groot|goed)|welk (cijfer|rapport))\b",
    "en": r"^(why|do|does|did|are|is|have|has|can|could|will|would|should|was|were|may"
    r"|how (many|much|often|long|old|late|well|far)|which (grade|mark))\b",
}
CONTROLLING = {
    "nl": r"op tijd|naar bed|slaapt|ontbijt|huiswerk|scherm|cijfer|rapport|probleem|moeilijk|lastig|diagnose"
    r"|gedrag|straf|moet\b|altijd|nooit|inkomen|geloof",
    "en": r"on time|bedtime|sleep|breakfast|homework|screen|grade|mark|problem|difficult|diagnosis"
    r"|behaviou?r|punish|must|always|never|income|religion",
}
TWO_AT_ONCE = r"\b(en|of|and|or) (wat|waar|hoe|wie|welke?|wanneer|what|where|how|who|which|when|why|waarom)\b"


def texts(deck: Deck) -> list[str]:
    return [text for question in deck.questions for text in (question.text, question.one) if text]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def deck(language: str) -> Deck:
    return DECKS[language]


def test_a_deck_has_at_least_66_questions(deck: Deck) -> None:
    assert len(deck.questions) >= 66


def test_the_themes_are_those_of_the_reciprocal_agenda_in_the_order_of_a_talk(deck: Deck) -> None:
    assert tuple(theme.id for theme in deck.themes) == THEMES


def test_the_voices_are_those_of_the_talk(deck: Deck) -> None:
    assert deck.voices == VOICES


def test_every_theme_has_two_questions_for_each_voice_at_each_age(deck: Deck) -> None:
    few = [
        (theme.id, voice, band)
        for theme, voice, band in product(deck.themes, VOICES, Band)
        if sum(question.voice == voice and question.suits(band) for question in theme.questions) < 2
    ]
    assert few == []


def test_every_theme_has_a_question_for_each_voice_of_a_pupil_whose_age_nobody_knows(deck: Deck) -> None:
    without = [
        (theme.id, voice)
        for theme, voice in product(deck.themes, VOICES)
        if not any(question.voice == voice and question.suits(None) for question in theme.questions)
    ]
    assert without == []


@pytest.mark.parametrize("band", [None, *Band])
@pytest.mark.parametrize("voice", VOICES)
def test_there_are_two_light_openers_for_each_voice_at_each_age(
    deck: Deck, voice: str, band: Band | None
) -> None:
    openers = [each for each in deck.questions if each.opener and each.voice == voice and each.suits(band)]
    assert len(openers) >= 2


def test_no_sentence_stands_in_a_deck_twice(deck: Deck) -> None:
    sentences = [re.sub(r"\W+", " ", question.text).casefold() for question in deck.questions]
    assert len(set(sentences)) == len(sentences)


def test_both_languages_ask_the_same_questions_of_the_same_people() -> None:
    def shape(deck: Deck) -> list[tuple[str, str, str | None, Band | None, bool]]:
        return [
            (theme.id, each.id, each.voice, each.band, each.opener)
            for theme in deck.themes
            for each in theme.questions
        ]

    assert shape(DECKS["nl"]) == shape(DECKS["en"])


def test_the_decks_are_in_two_languages() -> None:
    same = {each.text for each in DECKS["nl"].questions} & {each.text for each in DECKS["en"].questions}
    assert same == set()


def test_a_question_fits_on_its_line(deck: Deck) -> None:
    assert [each for each in texts(deck) if not 15 <= len(each) <= 62] == []


def test_a_question_is_open(deck: Deck, language: str) -> None:
    opening, closed = OPEN_BEGINNINGS[language], CLOSED_OR_MEASURING[language]
    assert [each for each in texts(deck) if not re.match(opening, each)] == []
    assert [each for each in texts(deck) if re.match(closed, each.casefold())] == []


def test_a_question_neither_controls_nor_diagnoses(deck: Deck, language: str) -> None:
    pattern = rf"\b({CONTROLLING[language]})"
    assert [each for each in texts(deck) if re.search(pattern, each.casefold())] == []


def test_a_question_asks_one_thing(deck: Deck) -> None:
    assert [each for each in texts(deck) if re.search(TWO_AT_ONCE, each.casefold())] == []


def test_nobody_is_told_to_tell_everything_is_one_question(deck: Deck) -> None:
    assert [each for each in texts(deck) if not re.fullmatch(r"[^?!.…:;()\"]+\?", each)] == []


def test_the_child_is_at_the_table_and_called_by_name(deck: Deck) -> None:
    assert [each for each in texts(deck) if re.search("jullie kind|your child", each.casefold())] == []
    assert {field for each in texts(deck) for field in re.findall(r"\{.*?\}", each)} == {"{name}"}


def test_dutch_says_je_to_the_child_and_jullie_to_the_parents() -> None:
    child = {"je", "jij", "jou", "jouw"}
    unfit = {"carer": child, "pupil": {"jullie"}, "teacher": {"jullie"}, None: child | {"jullie"}}
    said = [(each, set(re.findall(r"\w+", each.text.casefold()))) for each in DECKS["nl"].questions]
    assert [each.text for each, words in said if words & (unfit[each.voice] | {"u", "uw"})] == []
