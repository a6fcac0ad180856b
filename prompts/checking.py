"""From the values in a deck file to a deck, or the first thing that is wrong with them and where."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from itertools import chain
from typing import Any

from prompts.deck import Band, Deck, Question, Theme
from prompts.literal import literal

LONGEST = 62
"""Characters; what fits on the question's one line at 80 columns."""


class DeckCode(StrEnum):
    """What can be wrong with a deck file."""

    NO_FILE = "no_file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    MISSING = "missing"
    UNKNOWN = "unknown"
    WRONG_KIND = "wrong_kind"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TWICE = "twice"
    NO_SUCH_VOICE = "no_such_voice"
    NO_SUCH_BAND = "no_such_band"


class DeckError(Exception):
    """A deck file cannot be used.

    `file` is its path, or language/name for one that comes with the program. `place` is a line,
    line:column, or a path such as `theme.2.questions.3.text`, always counted from 1; empty for the
    file as a whole.
    """

    def __init__(self, file: str, place: str, code: DeckCode) -> None:
        super().__init__(f"{file}: {place}: {code}")
        self.file = file
        self.place = place
        self.code = code


_DECK = frozenset({"title", "voices", "theme"})
_THEME = frozenset({"id", "title", "questions"})
_QUESTION = frozenset({"id", "text", "voice", "for", "opener", "one"})


def deck_from(values: dict[str, Any], file: str) -> Deck:
    """Make a deck of these values, as TOML has them.

    Raises:
        DeckError: the first thing that is wrong.
    """
    top = _Table(values, file, "", _DECK)
    title, voices = top.text("title"), top.texts("voices")
    themes = top.tables("theme", _THEME)
    questions = [theme.tables("questions", _QUESTION) for theme in themes]
    _no_id_twice(themes)
    _no_id_twice(chain.from_iterable(questions))
    return Deck(
        title=title,
        voices=voices,
        themes=tuple(
            Theme(
                id=theme.text("id"),
                title=theme.text("title"),
                questions=tuple(_question(each, voices) for each in within),
            )
            for theme, within in zip(themes, questions, strict=True)
        ),
    )


def _no_id_twice(tables: Iterable[_Table]) -> None:
    seen: set[str] = set()
    for table in tables:
        if (id_ := table.text("id")) in seen:
            raise table.error(DeckCode.TWICE, "id")
        seen.add(id_)


def _question(table: _Table, voices: tuple[str, ...]) -> Question:
    text, one = table.text("text"), table.text("one") if table.has("one") else ""
    for key, said in (("text", text), ("one", one)):
        if len(said) > LONGEST:
            raise table.error(DeckCode.TOO_LONG, key)
    voice = table.text("voice") if table.has("voice") else None
    if voice not in (None, *voices):
        raise table.error(DeckCode.NO_SUCH_VOICE, "voice")
    band = table.text("for") if table.has("for") else None
    if band not in (None, *Band):
        raise table.error(DeckCode.NO_SUCH_BAND, "for")
    return Question(
        id=table.text("id"),
        text=text,
        voice=voice,
        band=Band(band) if band else None,
        opener=table.flag("opener"),
        one=one,
    )


class _Table:
    """A TOML table that knows where in the file it stands."""

    def __init__(self, values: object, file: str, place: str, keys: frozenset[str]) -> None:
        self._file = file
        self._place = place
        if not isinstance(values, dict):
            raise self.error(DeckCode.WRONG_KIND)
        self._values = values
        for key in values:
            if key not in keys:
                raise self.error(DeckCode.UNKNOWN, literal(key)[:LONGEST])

    def error(self, code: DeckCode, *keys: object) -> DeckError:
        """Make the error for something in this table."""
        return DeckError(self._file, self._at(*keys), code)

    def has(self, key: str) -> bool:
        """Say whether the file has this key."""
        return key in self._values

    def text(self, key: str) -> str:
        """Return a text that has to be there."""
        return self._text(self._value(key), key)

    def texts(self, key: str) -> tuple[str, ...]:
        """Return one text or more."""
        return tuple(self._text(each, key, at) for at, each in enumerate(self._list(key), 1))

    def flag(self, key: str) -> bool:
        """Return true or false; false when left out."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            raise self.error(DeckCode.WRONG_KIND, key)
        return value

    def tables(self, key: str, keys: frozenset[str]) -> tuple[_Table, ...]:
        """Return one table or more, with only these keys."""
        rows = enumerate(self._list(key), 1)
        return tuple(_Table(each, self._file, self._at(key, at), keys) for at, each in rows)

    def _at(self, *keys: object) -> str:
        return ".".join(str(each) for each in (self._place, *keys) if each)

    def _value(self, key: str) -> object:
        if key not in self._values:
            raise self.error(DeckCode.MISSING, key)
        return self._values[key]

    def _list(self, key: str) -> list[object]:
        value = self._value(key)
        if not isinstance(value, list):
            raise self.error(DeckCode.WRONG_KIND, key)
        if not value:
            raise self.error(DeckCode.EMPTY, key)
        return value

    def _text(self, value: object, *keys: object) -> str:
        if not isinstance(value, str):
            raise self.error(DeckCode.WRONG_KIND, *keys)
        if not (text := literal(value)):
            raise self.error(DeckCode.EMPTY, *keys)
        return text
