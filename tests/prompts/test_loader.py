"""Reading deck files: what is accepted, and what is said about the rest."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.checking import LONGEST, MOST
from prompts.deck import Age, Deck, Depth, Due, Phase, Question, Ready, Theme
from prompts.loader import LANGUAGES, load, names, ours, own_decks, read_deck
from prompts.problems import DeckCode, DeckError
from prompts.table import MOST_TOLD
from store.language import Translator
from tui.words.check.decks import problem_words

OWN = """
title = "Ons gesprek"  # naar eigen idee
minutes = { school = 25, home = 90 }
must = ["Hoe we contact houden."]
tips = ['''Stilte
mag.''']

[[phases]]
title = "Begin"
share = 40
advice = "Even aankomen."
themes = ["Buiten"]

[[phases]]
title = "Slot"
share = 60
advice = "Samen teruglezen."

[[readiness]]
dont = "Haast."
why = "Tijd is aandacht."
id = "no-haste"
[[theme]]
title = "Buiten"
questions = [
    { voice = "pupil", ages = ["toddler", "3-5"], depth = "opening", text = "Wat zie jij buiten?" },
    { voice = "carer", text = "Waar gaan jullie graag heen?", one = "Waar gaat u graag heen?" },
]

[[theme]]
title = "Binnen"
aside = true
questions = [{ text = "Hoe is het hier voor {naam}?" }]
"""


def found(text: str | bytes) -> list[tuple[int, DeckCode, str]]:
    """On which lines this is not a deck, how, and what about it."""
    read = read_deck(text.encode() if isinstance(text, str) else text, "own.toml", "nl")
    return [(each.line, each.code, each.key) for each in read.problems]


def own_deck(folder: Path, name: str, text: str = OWN) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_deck_holds_all_that_a_kind_of_talk_has() -> None:
    outside = (
        Question(
            text="Wat zie jij buiten?",
            voice="pupil",
            ages=frozenset({Age.TODDLER, Age.GROUPS_3_TO_5}),
            depth=Depth.OPENING,
        ),
        Question(text="Waar gaan jullie graag heen?", voice="carer", one="Waar gaat u graag heen?"),
    )
    inside = (Question(text="Hoe is het hier voor {naam}?"),)
    read = read_deck(OWN.encode(), "", "nl")
    assert read.problems == ()
    assert read.deck == Deck(
        title="Ons gesprek",
        language="nl",
        many="Ons gesprek",
        said="Ons gesprek",
        at_school=25,
        at_home=90,
        phases=(
            Phase(title="Begin", share=40, advice="Even aankomen.", themes=("Buiten",)),
            Phase(title="Slot", share=60, advice="Samen teruglezen."),
        ),
        must=(Due(text="Hoe we contact houden."),),
        readiness=(Ready(id="no-haste", text="Haast.", why="Tijd is aandacht.", keep_from=True),),
        tips=("Stilte mag.",),
        themes=(
            Theme(title="Buiten", questions=outside),
            Theme(title="Binnen", questions=inside, aside=True),
        ),
    )


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_a_file_saved_by_notepad_or_by_an_old_program_reads_the_same_and_its_lines_count_the_same(
    end: str,
) -> None:
    saved = b"\xef\xbb\xbf" + OWN.replace("\n", end).encode()
    assert read_deck(saved, "", "nl") == read_deck(OWN.encode(), "", "nl")
    assert found(saved.replace(b"Binnen", b"Buiten")) == found(OWN.replace("Binnen", "Buiten"))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title = \"Ons gesprek\"", "", (0, DeckCode.MISSING, "title")),
        ("title = \"Ons gesprek\"", "title = 3", (2, DeckCode.NOT_TEXT, "title")),
        ("school = 25", "school = 2500", (3, DeckCode.NOT_NUMBER, "school")),
        ("minutes = { school = 25, home = 90 }", "minutes = 25", (3, DeckCode.NOT_TABLE, "minutes")),
        ('["Hoe we contact houden."]', '"contact"', (4, DeckCode.NOT_LIST, "must")),
        ("share = 40", "share = 41", (8, DeckCode.SHARES, "phases")),
        ("share = 40", "share = true", (10, DeckCode.NOT_NUMBER, "share")),
        ('themes = ["Buiten"]', 'themes = ["Boven"]', (12, DeckCode.NONE_OF_THEM, "themes")),
        ("dont = ", "doe = ", (20, DeckCode.UNKNOWN, "doe")),
        ('title = "Buiten"', 'title = " \\t "', (24, DeckCode.EMPTY, "title")),
        ('voice = "pupil"', 'voice = "kind"', (26, DeckCode.NONE_OF_THEM, "voice")),
        ('"toddler", "3-5"', '"toddler", "5-3"', (26, DeckCode.NONE_OF_THEM, "ages")),
        ('depth = "opening"', 'depth = "diep"', (26, DeckCode.NONE_OF_THEM, "depth")),
        ('depth = "opening"', "diepte = 1", (26, DeckCode.UNKNOWN, "diepte")),
        ("Wat zie jij buiten?", "W" * (LONGEST + 1), (26, DeckCode.TOO_LONG, "text")),
        ("Wat zie jij buiten?", "Wat zie \\u001b]0;weg\\u0007?", (26, DeckCode.CONTROL, "text")),
        ("Wat zie jij buiten?", "Wat ziet {kind}?", (26, DeckCode.NONE_OF_THEM, "text")),
        ("Waar gaat u graag heen?", "Waar gaat {name} heen?", (27, DeckCode.NONE_OF_THEM, "one")),
        ("Waar gaat u graag heen?", "", (27, DeckCode.EMPTY, "one")),
        ('text = "Waar gaan', 'tekst = "Waar gaan', (27, DeckCode.UNKNOWN, "tekst")),
        ('"Binnen"', '"Buiten"', (31, DeckCode.TWICE, "title")),
        ("aside = true", 'aside = "ja"', (32, DeckCode.NOT_YES_NO, "aside")),
        ("{ text = \"Hoe is het hier voor {naam}?\" }", "3", (33, DeckCode.NOT_TABLE, "questions")),
        (
            'text = "Hoe is het hier voor {naam}?"',
            'voice = "pupil", text = "Wat zie jij BUITEN?"',
            (33, DeckCode.TWICE, "text"),
        ),
        ("[[theme]]\ntitle = \"Binnen\"", "[[thema]]\ntitle = \"Binnen\"", (30, DeckCode.UNKNOWN, "thema")),
        ("aside = true\nquestions", "aside = true\nquestion", (33, DeckCode.UNKNOWN, "question")),
        ("[[readiness]]", "[readiness]", (19, DeckCode.SINGLE, "readiness")),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_with_its_line_and_the_rest_can_be_used(
    old: str, new: str, problem: tuple[int, DeckCode, str]
) -> None:
    assert OWN.count(old) == 1
    text = OWN.replace(old, new)
    assert problem in found(text)
    assert all(problem_words(each, Translator()) for each in read_deck(text.encode(), "", "nl").problems)
    deck = read_deck(text.encode(), "", "nl").deck
    assert (deck is None) == (problem[2] == "title" and problem[0] < 3)
    sound = {each.text for each in read_deck(OWN.encode(), "", "nl").deck.questions}  # type: ignore[union-attr]
    assert deck is None or {each.text for each in deck.questions} <= sound


def test_a_question_that_is_left_out_does_not_take_the_same_one_typed_rightly_with_it() -> None:
    line = '{ voice = "pupil", text = "Wat leer jij hier?" },'
    text = OWN.replace("aside = true\nquestions = [", f"questions = [{line.replace('pupil', 'kind')} {line}")
    assert text != OWN
    read = read_deck(text.encode(), "", "nl")
    assert [each.code for each in read.problems] == [DeckCode.NONE_OF_THEM]
    assert read.deck is not None
    assert "Wat leer jij hier?" in {each.text for each in read.deck.questions}


def test_what_would_be_ticked_under_the_name_of_another_is_left_out_and_said() -> None:
    again = OWN + '\n[[readiness]]\nid = "no-haste"\ndo = "Rust."\nwhy = "Zo hoor je meer."\n'
    assert found(again) == [(36, DeckCode.TWICE, "id")]
    assert read_deck(again.encode(), "", "nl").deck == read_deck(OWN.encode(), "", "nl").deck


def test_everything_that_is_wrong_is_said_once_in_one_sentence_from_the_top_of_the_file_down() -> None:
    text = (
        OWN.replace('ages = ["toddler", "3-5"]', "ages = [1, 2]")
        .replace('"pupil"', '"kind"')
        .replace("share = 40", "share = 140")
        .replace("true", "1")
    )
    read = read_deck(text.encode(), "nl/ons.toml", "nl")
    assert [problem_words(each, Translator("en")) for each in read.problems] == [
        "nl/ons.toml, line 8: the shares of the phases make 60; expected is 100 in all.",
        "nl/ons.toml, line 10: 'share' does not fit; expected is a whole number from 1 to 100.",
        "nl/ons.toml, line 26: 'kind' means nothing as 'voice'; expected is pupil, carer or teacher.",
        "nl/ons.toml, line 26: 'ages' is no text; expected are words between quotes.",
        "nl/ons.toml, line 32: 'aside' is neither; expected is true or false, without quotes.",
    ]


def test_of_a_file_in_which_all_is_wrong_the_first_are_said_and_how_many_more() -> None:
    wrong = OWN + "".join(f"{key} = 1\n" for key in (f"x{at}" for at in range(30)))
    *first, last = read_deck(wrong.encode(), "", "nl").problems
    assert len(first) == MOST_TOLD
    assert (last.code, last.value) == (DeckCode.MORE, "10")
    assert "10" in problem_words(last, Translator())


def test_hostile_text_stays_literal_text() -> None:
    hostile = r"[/x][b]Wat is dit [vader] $(ls) %s?"
    read = read_deck(OWN.replace("Wat zie jij buiten?", hostile).encode(), "", "nl")
    assert read.deck is not None
    assert read.deck.questions[0].text == hostile


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b'title = "x"\nmust = [pupil]\n', (2, DeckCode.NOT_TOML, "")),
        (b'title = "x"\nmust = ["y"\n\n', (2, DeckCode.NOT_TOML, "")),
        ("title = “x”\n".encode(), (1, DeckCode.NOT_TOML, "")),
        (b'title = "x"\ntitle = "y"\n', (2, DeckCode.TWICE, "")),
        (b'title = "x"\n[theme]\ntitle = "y"\n[theme]\n', (4, DeckCode.SINGLE, "")),
        (b'title = "x\x1b]0;y\x07"\n', (1, DeckCode.CONTROL, "")),
        ('title = "x"\n# één\n'.encode("cp1252"), (2, DeckCode.NOT_UTF8, "")),
        (b"PK\x03\x04\x00\xff\xfe binary", (1, DeckCode.NOT_UTF8, "")),
        (b"\x00\x01\x02", (1, DeckCode.CONTROL, "")),
        (b"theme = " + b"[" * 100_000, (0, DeckCode.NOT_TOML, "")),
        (b"title = " + b"9" * 5_000, (1, DeckCode.NOT_TOML, "")),
        (b"#" * 10_000_000, (0, DeckCode.TOO_LARGE, "")),
        (b"", (0, DeckCode.MISSING, "title")),
    ],
    ids=range(13),
)
def test_a_file_that_is_something_else_is_said_to_be(data: bytes, problem: tuple[int, DeckCode, str]) -> None:
    assert found(data)[0] == problem
    assert read_deck(data, "", "nl").deck is None


def test_a_deck_of_ten_thousand_questions_is_cut_and_said_so() -> None:
    many = ",".join(f'{{text="{at}"}}' for at in range(10_000))
    read = read_deck(f'title="x"\n[[theme]]\ntitle="y"\nquestions=[{many}]'.encode(), "", "nl")
    assert read.deck is not None
    assert len(read.deck.questions) == MOST
    assert [each.code for each in read.problems] == [DeckCode.TOO_MANY]


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_give_a_deck_or_what_is_wrong(data: bytes) -> None:
    read = read_deck(data, "", "nl")
    assert read.problems
    assert read.deck is None


@given(st.integers(0, len(OWN.encode()) - 1), st.binary(max_size=3))
def test_a_damaged_deck_gives_what_is_sound_and_says_what_is_not(at: int, noise: bytes) -> None:
    good = OWN.encode()
    read = read_deck(good[:at] + noise + good[at + 1 :], "", "nl")
    assert read.deck is None or read.deck.questions
    assert read.deck or read.problems
    assert all(0 <= each.line <= OWN.count("\n") + 3 for each in read.problems)


def test_a_schools_own_deck_goes_before_ours_of_the_same_name_and_stands_beside_the_others(
    tmp_path: Path,
) -> None:
    own_deck(tmp_path, "nl/startgesprek.toml")
    own_deck(tmp_path, "nl/wandelgesprek.toml")
    assert load("nl", own=tmp_path).title == "Ons gesprek"
    assert load("nl", "wandelgesprek", tmp_path).title == "Ons gesprek"
    assert load("en", own=tmp_path) == load("en")
    assert names("nl", tmp_path)[0] == "startgesprek"
    assert set(names("nl", tmp_path)) == {*names("nl"), "wandelgesprek"}
    assert names("en", tmp_path) == names("en")


@pytest.mark.parametrize("text", ["titel", "", OWN.replace("[[theme]]", "[[thema]]")])
def test_where_a_schools_own_deck_can_not_be_used_ours_is(tmp_path: Path, text: str) -> None:
    own_deck(tmp_path, "nl/startgesprek.toml", text)
    assert load("nl", own=tmp_path) == load("nl")
    ((_, read),) = own_decks(tmp_path)
    assert read.problems


def test_a_deck_in_the_folder_of_no_language_is_said_and_not_used(tmp_path: Path) -> None:
    for name in ("los.toml", "fr/startgesprek.toml", "nl/oud/startgesprek.toml"):
        own_deck(tmp_path, name)
    assert {read.problems[0].code for _, read in own_decks(tmp_path)} == {DeckCode.NO_LANGUAGE}
    assert load("nl", own=tmp_path) == load("nl")


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    own_deck(tmp_path, "nl/dicht.toml")
    monkeypatch.setattr(Path, "open", refuse)
    ((_, read),) = own_decks(tmp_path)
    assert [each.code for each in read.problems] == [DeckCode.UNREADABLE]


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_folder_or_a_device_named_as_a_deck_is_none(tmp_path: Path) -> None:
    (tmp_path / "nl/map.toml").mkdir(parents=True)
    (tmp_path / "nl/niets.toml").symlink_to(os.devnull)
    assert list(own_decks(tmp_path)) == []
    assert load("nl", "startgesprek", tmp_path) == load("nl")


@pytest.mark.parametrize(("language", "name"), [("xx", "startgesprek"), ("nl", "praatje")])
def test_a_deck_that_there_is_not_is_said(language: str, name: str) -> None:
    with pytest.raises(DeckError) as caught:
        load(language, name)
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (f"{language}/{name}.toml", DeckCode.NO_FILE)


def test_nothing_is_wrong_with_a_deck_of_ours() -> None:
    assert {each: ours(*each).problems for each in ((a, b) for a in LANGUAGES for b in names(a))} == {
        (language, name): () for language in LANGUAGES for name in names(language)
    }
