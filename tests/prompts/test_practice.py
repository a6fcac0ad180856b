"""Cards for a role play: what ours are like, who is dealt which, what is said of a file that is not sound."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path
from random import Random

import pytest

from prompts.deck import VOICES, Age
from prompts.loader import LANGUAGES, names
from prompts.practice.loader import load, ours, own_plays, read_play
from prompts.practice.play import Play, Role, Scene, asked_afterwards, deal
from prompts.problems import DeckCode, DeckError
from store.language import Translator
from tests.prompts.test_shipped_decks import CLOSED_OR_MEASURING, CONTROLLING, OPEN_BEGINNINGS
from tui.words.check.decks import problem_words

OWN = """
afterwards = [{ voice = "pupil", text = "Wat was voor jou het mooist?" }]

[[role]]
voice = "pupil"
ages = ["vo", "mbo"]
title = "Laat"
lines = ["Je bent te laat, {naam}."]

[[scene]]
title = "Aan de keukentafel"
group = "havo 2"
pupil = "Job Smit"
carers = ["Ada Smit", "Bo Smit"]
known = ["Jullie zitten thuis."]
roles = [
    { voice = "carer", who = "Bo Smit", title = "Kookt", lines = ["Je roert in de soep."] },
    { who = "Opa Smit", title = "Luistert", lines = ["Je hoort niet alles."] },
]
"""
SCENE = ours("nl").play.scenes[0]


def play_of(text: str) -> Play:
    return read_play(text.encode(), "", "nl").play


# -- ours -----------------------------------------------------------------------
def test_ours_are_sound_and_both_languages_hold_the_same() -> None:
    def shape(play: Play) -> list[object]:
        return [
            [(each.id, each.voice, each.ages, len(each.lines)) for each in play.roles],
            [
                (each.group, each.family, each.interpreter, len(each.known), each.kind, bool(each.home))
                for each in play.scenes
            ],
            [[(card.voice, len(card.lines)) for card in each.roles] for each in play.scenes],
            [each.voice for each in play.afterwards],
        ]

    read = {language: ours(language) for language in LANGUAGES}
    assert [each.problems for each in read.values()] == [(), ()]
    assert shape(read["nl"].play) == shape(read["en"].play)
    assert len(read["nl"].play.scenes) >= 10
    ids = [each.id for each in read["nl"].play.roles]
    assert all(ids)
    assert len(set(ids)) == len(ids), "each card is found again in the other language"
    families = [each.family for each in read["nl"].play.scenes]
    assert len(set(families)) == len(families)
    assert {each.kind for each in read["nl"].play.scenes if each.kind} <= set(names("nl"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_choice_of_cards_for_every_voice_at_every_age_and_of_what_to_talk_about(
    language: str,
) -> None:
    play = ours(language).play
    for voice, age in product(VOICES, Age):
        assert sum(each.voice == voice and each.suits({age}) for each in play.roles) >= 3, (voice, age)
    for asked in (*VOICES, None):
        assert sum(each.voice == asked for each in play.afterwards) >= 3, asked


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_asked_afterwards_is_open_and_judges_nobody(language: str) -> None:
    said = [each.text for each in ours(language).play.afterwards]
    assert [each for each in said if not re.match(OPEN_BEGINNINGS[language], each)] == []
    never = f"{CLOSED_OR_MEASURING[language]}|{CONTROLLING[language]}|beter|fout|better|wrong|best"
    assert [each for each in said if re.search(rf"\b({never})\b", each.casefold())] == []


# -- dealing -----------------------------------------------------------------------
def test_the_scene_gives_its_own_cards_and_the_rest_are_drawn_the_teacher_last() -> None:
    play = ours("nl").play.beside(play_of(OWN))
    scene = play.scenes[-1]
    for seed in range(20):
        dealt = deal(play, scene, {Age.VO}, Random(seed))
        assert [(each.voice, each.who) for each in dealt] == [
            ("pupil", "Job Smit"),
            ("carer", "Ada Smit"),
            ("carer", "Bo Smit"),
            (None, "Opa Smit"),
            ("teacher", ""),
        ]
        assert dealt[2].role.title == "Kookt"
        assert dealt[0].role.suits({Age.VO})
        assert len({each.role for each in dealt}) == len(dealt)
        assert dealt == deal(play, scene, {Age.VO}, Random(seed))


def test_who_can_be_given_no_card_plays_without() -> None:
    only = Role(voice="pupil", title="Klein", lines=("Je bent vier.",), ages=frozenset({Age.TODDLER}))
    assert deal(Play(roles=(only,)), _scene(), {Age.MBO}, Random(1)) == ()
    assert [each.who for each in deal(Play(roles=(only,)), _scene(), {Age.TODDLER}, Random(1))] == ["Mo"]
    assert asked_afterwards(Play(), Random(1)) == ()


def _scene() -> Scene:
    return Scene(title="Leeg", group="1", pupil="Mo", carers=("Ma",), known=("Niets.",))


# -- files ------------------------------------------------------------------------
def test_a_schools_own_stand_beside_ours_or_instead_of_one_of_the_same_name(tmp_path: Path) -> None:
    (tmp_path / "nl.toml").write_text(OWN, "utf-8")
    (tmp_path / "nl").mkdir()
    mine = ours("nl").play.scenes
    (tmp_path / "nl/bovenbouw.toml").write_text(
        OWN[OWN.index("[[scene]]") :].replace("Aan de keukentafel", mine[1].title), "utf-8"
    )
    found = load("nl", tmp_path).scenes
    assert [each.title for each in found] == [
        mine[0].title, *(each.title for each in mine[2:]), mine[1].title, "Aan de keukentafel"
    ]  # fmt: skip
    assert [found[-1].pupil, found[-2].pupil] == ["Job Smit", "Job Smit"]
    assert load("en", tmp_path) == ours("en").play


@pytest.mark.parametrize(
    ("old", "new", "code", "line"),
    [
        ('voice = "pupil"\nages', 'voice = "kind"\nages', DeckCode.NONE_OF_THEM, 5),
        ('voice = "pupil"\nages', "ages", DeckCode.MISSING, 4),
        ('["vo", "mbo"]', '["oud"]', DeckCode.NONE_OF_THEM, 6),
        ("{naam}", "{kind}", DeckCode.NONE_OF_THEM, 8),
        ('who = "Bo Smit"', 'who = "Bob"', DeckCode.NONE_OF_THEM, 17),
        ('who = "Opa Smit", ', "", DeckCode.MISSING, 18),
        ('carers = ["Ada Smit", "Bo Smit"]', "", DeckCode.MISSING, 10),
        ('title = "Laat"', 'title = "Laat"\nkleur = "rood"', DeckCode.UNKNOWN, 8),
        (
            '["Jullie zitten thuis."]',
            str(["x"] * 9),
            DeckCode.MANY_LINES,
            15,
        ),
        ("Je hoort niet alles.", "Je hoort niet alles." + "x" * 60, DeckCode.TOO_LONG, 18),
        ("Je roert", "Je \\u001b[2J roert", DeckCode.CONTROL, 17),
        ('title = "Aan de keukentafel"', "title = [", DeckCode.NOT_TOML, 12),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_the_rest_is_used(
    old: str, new: str, code: DeckCode, line: int
) -> None:
    assert old in OWN
    read = read_play(OWN.replace(old, new).encode(), "nl.toml", "nl")
    assert (code, line) in [(each.code, each.line) for each in read.problems]
    for language in LANGUAGES:
        said = [problem_words(each, Translator(language)) for each in read.problems]
        assert all("nl.toml" in each and each.endswith(".") for each in said)
    if code is not DeckCode.NOT_TOML:
        assert read.play.afterwards


def test_of_two_with_one_name_the_second_is_left_out() -> None:
    twice = OWN + OWN[OWN.index("[[role]]") :]
    read = read_play(twice.encode(), "nl.toml", "nl")
    assert [each.code for each in read.problems] == [DeckCode.TWICE, DeckCode.TWICE]
    assert (len(read.play.roles), len(read.play.scenes)) == (1, 1)


def test_a_file_of_another_name_a_picture_and_one_far_too_large_are_refused_and_ours_go_on(
    tmp_path: Path,
) -> None:
    (tmp_path / "rollen.toml").write_text(OWN, "utf-8")
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/rollen.toml").write_text(OWN, "utf-8")
    (tmp_path / "nl.toml").write_bytes(b"\x89PNG\xff")
    (tmp_path / "en.toml").write_bytes(b"#" * 10_000_000)
    found = own_plays(tmp_path)
    codes = {str(path.relative_to(tmp_path)): [each.code for each in read.problems] for path, read in found}
    assert codes == {
        "fr/rollen.toml": [DeckCode.NO_LANGUAGE],
        "rollen.toml": [DeckCode.NAMED_OTHERWISE],
        "nl.toml": [DeckCode.NOT_UTF8],
        "en.toml": [DeckCode.TOO_LARGE],
    }
    assert load("nl", tmp_path) == ours("nl").play
    with pytest.raises(DeckError):
        load("fr")
