"""Reading deck files: what is accepted, and what is said about the rest."""

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prompts.checking import DeckCode, DeckError
from prompts.deck import Band, Deck, Question, Theme
from prompts.loader import LARGEST, load, load_file, parse

OWN = """
title = "Ons gesprek"
voices = ["pupil", "coach"]

[[theme]]
id = "start"
title = "Begin"
questions = [
    { id = "a", voice = "coach", for = "older", opener = true, text = "Wat bracht je hier?" },
    { id = "b", text = "Waar lachen we om?" },
]

[[theme]]
id = "end"
title = "Slot"
questions = [{ id = "c", voice = "pupil", text = "Wat neem je mee?" }]
"""


def problem(text: str | bytes) -> tuple[str, DeckCode]:
    """Where and how this is not a deck."""
    with pytest.raises(DeckError) as caught:
        parse(text.encode() if isinstance(text, str) else text, "own.toml")
    assert caught.value.file == "own.toml"
    return caught.value.place, caught.value.code


def test_a_school_can_bring_its_own_deck_with_its_own_voices(tmp_path: Path) -> None:
    file = tmp_path / "eigen.toml"
    file.write_text(OWN, encoding="utf-8")
    assert load_file(file) == Deck(
        title="Ons gesprek",
        voices=("pupil", "coach"),
        themes=(
            Theme(
                id="start",
                title="Begin",
                questions=(
                    Question(id="a", text="Wat bracht je hier?", voice="coach", band=Band.OLDER, opener=True),
                    Question(id="b", text="Waar lachen we om?"),
                ),
            ),
            Theme(
                id="end",
                title="Slot",
                questions=(Question(id="c", text="Wat neem je mee?", voice="pupil"),),
            ),
        ),
    )


def test_a_file_saved_by_notepad_reads_the_same() -> None:
    assert parse(b"\xef\xbb\xbf" + OWN.replace("\n", "\r\n").encode(), "") == parse(OWN.encode(), "")


def test_hostile_text_stays_literal_text_without_control_characters() -> None:
    hostile = r"[/x][b]Wat\u001b]0;weg\u0007 is\u0000\u009b\u202E\u2066 dit\r\n{t} $(ls) %s?"
    (theme, _) = parse(OWN.replace("Waar lachen we om?", hostile).encode(), "").themes
    assert theme.questions[1].text == "[/x][b]Wat]0;weg is dit {t} $(ls) %s?"


@pytest.mark.parametrize(
    ("old", "new", "place", "code"),
    [
        ('title = "Ons gesprek"', "", "title", DeckCode.MISSING),
        ('title = "Ons gesprek"', "title = 3", "title", DeckCode.WRONG_KIND),
        ('title = "Begin"', 'title = " \\u0007 "', "theme.1.title", DeckCode.EMPTY),
        ('voices = ["pupil", "coach"]', "voices = []", "voices", DeckCode.EMPTY),
        ('["pupil", "coach"]', '["pupil", 2]', "voices.2", DeckCode.WRONG_KIND),
        ('["pupil", "coach"]', '"pupil"', "voices", DeckCode.WRONG_KIND),
        ('["pupil", "coach"]', '["pupil"]', "theme.1.questions.1.voice", DeckCode.NO_SUCH_VOICE),
        ('for = "older"', 'for = "oldest"', "theme.1.questions.1.for", DeckCode.NO_SUCH_BAND),
        ("opener = true", 'opener = "ja"', "theme.1.questions.1.opener", DeckCode.WRONG_KIND),
        ("opener = true", "one = 1", "theme.1.questions.1.one", DeckCode.WRONG_KIND),
        ("opener = true", f'one = "{"w" * 63}"', "theme.1.questions.1.one", DeckCode.TOO_LONG),
        ("opener = true", "opner = true", "theme.1.questions.1.opner", DeckCode.UNKNOWN),
        ('id = "end"', 'id = "start"', "theme.2.id", DeckCode.TWICE),
        ('id = "c"', 'id = "a"', "theme.2.questions.1.id", DeckCode.TWICE),
        ('id = "c", ', "", "theme.2.questions.1.id", DeckCode.MISSING),
        ('text = "Wat neem je mee?"', "text = ['x']", "theme.2.questions.1.text", DeckCode.WRONG_KIND),
        ("Wat neem je mee?", "W" * 63, "theme.2.questions.1.text", DeckCode.TOO_LONG),
        ("[[theme]]\nid", "[[themes]]\nid", "themes", DeckCode.UNKNOWN),
        (OWN[OWN.index("[[theme]]") :], "", "theme", DeckCode.MISSING),
        (OWN[OWN.index("[[theme]]") :], "theme = [1]", "theme.1", DeckCode.WRONG_KIND),
        ('title = "Slot"\n', 'title = "Slot"\nquestions = []\n#', "theme.2.questions", DeckCode.EMPTY),
    ],
)
def test_what_is_wrong_is_said_with_its_place(old: str, new: str, place: str, code: DeckCode) -> None:
    assert old in OWN
    text = OWN.replace(old, new)
    if code is DeckCode.EMPTY and "#" in new:
        text = text[: text.index("#")]
    assert problem(text) == (place, code)


def test_62_characters_still_fit() -> None:
    assert (
        parse(OWN.replace("Wat neem je mee?", "W" * 62).encode(), "").themes[1].questions[0].text == "W" * 62
    )


def test_a_typing_error_in_the_toml_is_said_by_line_and_column() -> None:
    assert problem('title = "x"\nvoices = [pupil]\n') == ("2:11", DeckCode.NOT_TOML)


def test_a_file_in_another_encoding_is_said_by_line() -> None:
    assert problem('title = "x"\n# één\n'.encode("cp1252")) == ("2", DeckCode.NOT_UTF8)


@pytest.mark.parametrize("text", ["theme = " + "[" * 100_000, "title = " + "9" * 5_000, 'title = "'])
def test_a_file_made_to_break_the_reader_is_no_deck(text: str) -> None:
    assert problem(text)[1] is DeckCode.NOT_TOML


def test_an_unknown_key_cannot_smuggle_control_characters_into_the_place() -> None:
    assert problem(r'"\u001b[2Jhoi" = 1') == ("[2Jhoi", DeckCode.UNKNOWN)


def test_an_empty_file_is_no_deck() -> None:
    assert problem("") == ("title", DeckCode.MISSING)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DeckError) as caught:
        load_file(tmp_path / "weg.toml")
    assert (caught.value.file, caught.value.code) == (str(tmp_path / "weg.toml"), DeckCode.NO_FILE)


def test_a_folder_or_a_device_is_no_file(tmp_path: Path) -> None:
    for path in (tmp_path, Path(os.devnull)):
        with pytest.raises(DeckError) as caught:
            load_file(path)
        assert caught.value.code is DeckCode.NO_FILE


def test_a_file_that_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    file = tmp_path / "dicht.toml"
    file.touch()
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(DeckError) as caught:
        load_file(file)
    assert caught.value.code is DeckCode.UNREADABLE


def test_a_file_far_too_large_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "groot.toml"
    file.write_bytes(b"#" * (LARGEST + 1))
    with pytest.raises(DeckError) as caught:
        load_file(file)
    assert caught.value.code is DeckCode.TOO_LARGE


def test_a_language_without_a_deck_is_said() -> None:
    with pytest.raises(DeckError) as caught:
        load("xx")
    assert (caught.value.file, caught.value.code) == ("xx/startgesprek.toml", DeckCode.NO_FILE)


@given(st.binary() | st.text().map(str.encode))
def test_any_bytes_are_a_deck_or_a_deck_error(data: bytes) -> None:
    with pytest.raises(DeckError):
        parse(data, "")


@given(st.integers(0, len(OWN.encode()) - 1), st.binary(max_size=3))
def test_a_damaged_deck_is_a_deck_or_a_deck_error(at: int, noise: bytes) -> None:
    good = OWN.encode()
    with suppress(DeckError):
        assert parse(good[:at] + noise + good[at + 1 :], "").questions
