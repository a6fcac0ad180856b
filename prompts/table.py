"""A table of a deck file that notes what is wrong in it, and where that stands."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cached_property
from typing import TypeVar

from prompts.lines import Place, lines_of
from prompts.literal import has_control, literal
from prompts.problems import DeckCode, Problem

T = TypeVar("T")

MOST_TOLD = 20
"""Problems of one file; a file that is something else altogether has thousands."""

LONGEST_SHOWN = 62
"""Characters of what stands in a file that are told in a problem."""


class Notes:
    """What is wrong in one file."""

    def __init__(self, file: str, text: str) -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._text = text

    @property
    def told(self) -> tuple[Problem, ...]:
        """The first of them in the file, as many as anybody reads, each once; and how many more there are."""
        found = sorted(dict.fromkeys(self.problems), key=lambda each: each.line)
        first, more = found[:MOST_TOLD], len(found) - MOST_TOLD
        if more > 0:
            first.append(Problem(file=self._file, code=DeckCode.MORE, value=str(more)))
        return tuple(first)

    @cached_property
    def _lines(self) -> dict[Place, int]:
        return lines_of(self._text)

    def note(
        self, place: Place, code: DeckCode, value: object = "", expected: Collection[object] = ()
    ) -> None:
        """Note what is wrong at a place; the line is that of the nearest thing around it that is there."""
        line = self._line(place)
        key = next((each for each in reversed(place) if isinstance(each, str)), "")
        self.problems.append(
            Problem(
                file=self._file,
                code=code,
                line=line,
                key=literal(key)[:LONGEST_SHOWN],
                value=literal(str(value))[:LONGEST_SHOWN],
                expected=tuple(map(str, expected)),
            )
        )

    def refuse(self, code: DeckCode, line: int, value: str = "") -> None:
        """Note what is wrong with the file as a whole, and on which line that shows; 0 for none."""
        shown = literal(value)[:LONGEST_SHOWN]
        self.problems.append(Problem(file=self._file, code=code, line=line, value=shown))

    def is_header(self, place: Place) -> bool:
        """Return whether a place begins with a line of its own between brackets."""
        line = self._line(place)
        return line > 0 and self._text.split("\n")[line - 1].lstrip().startswith("[")

    def _line(self, place: Place) -> int:
        return next((self._lines[place[:n]] for n in range(len(place), 0, -1) if place[:n] in self._lines), 0)


class Table:
    """One TOML table. What is wrong in it is noted and read as left out; `fine` is False from then on."""

    def __init__(self, values: object, place: Place, notes: Notes, keys: Collection[str]) -> None:
        """Note also every key that is none of `keys`."""
        self.fine = True
        self._place = place
        self._notes = notes
        self._is_table = isinstance(values, dict)
        self._values = values if isinstance(values, dict) else {}
        if not self._is_table:
            self.wrong(DeckCode.NOT_TABLE)
        for key in self._values:
            if key not in keys:
                self.wrong(DeckCode.UNKNOWN, key, expected=sorted(keys))

    def wrong(
        self, code: DeckCode, *keys: str | int, value: object = "", expected: Collection[object] = ()
    ) -> None:
        """Note that something in this table is wrong."""
        self.fine = False
        self._notes.note((*self._place, *keys), code, value, expected)

    def has(self, key: str) -> bool:
        """Return whether the file has this key."""
        return key in self._values

    def text(self, key: str, longest: int, default: str | None = None) -> str:
        """Return a text; without a `default` it has to be there."""
        if default is not None and key not in self._values:
            return default
        return self._text(self._values[key], longest, key) if self._is_there(key) else ""

    def texts(self, key: str, longest: int) -> tuple[str, ...]:
        """Return a list of texts, none when it is left out."""
        read = [self._text(each, longest, key, at) for at, each in enumerate(self._list(key))]
        return tuple(filter(None, read))

    def flag(self, key: str) -> bool:
        """Return true or false; false when left out."""
        value = self._values.get(key, False)
        if not isinstance(value, bool):
            self.wrong(DeckCode.NOT_YES_NO, key)
        return value is True

    def number(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """Return a whole number from low to high; without a `default` it has to be there."""
        if default is not None and key not in self._values:
            return default
        value = self._values[key] if self._is_there(key) else low
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(DeckCode.NOT_NUMBER, key, expected=(low, high))
            return low
        return value

    def one_of(self, key: str, choices: Collection[str]) -> str | None:
        """Return one of these words, None when it is left out."""
        if key not in self._values:
            return None
        value = self._text(self._values[key], LONGEST_SHOWN, key)
        return value if self._is_among(value, choices, key) else None

    def some_of(self, key: str, choices: Collection[str]) -> tuple[str, ...]:
        """Return some of these words, none when it is left out."""
        read = enumerate(self.texts(key, LONGEST_SHOWN))
        return tuple(each for at, each in read if self._is_among(each, choices, key, at))

    def rows(
        self, key: str, keys: Collection[str], make: Callable[[Table], T], bare: str = ""
    ) -> tuple[T, ...]:
        """Make something of every table in a list, but of those in which something is wrong.

        A text by itself may stand for a table with nothing but that, under the key `bare`.
        """
        listed = self._list(key, DeckCode.SINGLE if self._is_header(key) else DeckCode.NOT_LIST)
        values = ({bare: each} if bare and isinstance(each, str) else each for each in listed)
        tables = [Table(each, (*self._place, key, at), self._notes, keys) for at, each in enumerate(values)]
        made = [(table, make(table)) for table in tables]
        return tuple(each for table, each in made if table.fine)

    def table(self, key: str, keys: Collection[str]) -> Table:
        """Return the table below this key; an empty one when it is left out."""
        return Table(self._values.get(key, {}), (*self._place, key), self._notes, keys)

    def _is_there(self, key: str) -> bool:
        if key not in self._values and self._is_table:
            self.wrong(DeckCode.MISSING, key)
        return key in self._values

    def _is_among(self, value: str, choices: Collection[str], *keys: str | int) -> bool:
        if value and value not in choices:
            self.wrong(DeckCode.NONE_OF_THEM, *keys, value=value, expected=choices)
        return value in choices

    def _list(self, key: str, otherwise: DeckCode = DeckCode.NOT_LIST) -> list[object]:
        value = self._values.get(key, [])
        if isinstance(value, list):
            return value
        self.wrong(otherwise, key, value=f"[{key}]" if otherwise is DeckCode.SINGLE else "")
        return []

    def _is_header(self, key: str) -> bool:
        """Return whether this key is the header of a table of its own, and not of one of a list."""
        return isinstance(self._values.get(key), dict) and self._notes.is_header((*self._place, key))

    def _text(self, value: object, longest: int, *keys: str | int) -> str:
        if not isinstance(value, str):
            self.wrong(DeckCode.NOT_TEXT, *keys)
            return ""
        text = literal(value)
        if has_control(value):
            self.wrong(DeckCode.CONTROL, *keys, value=text)
        elif not text:
            self.wrong(DeckCode.EMPTY, *keys)
        elif len(text) > longest:
            self.wrong(DeckCode.TOO_LONG, *keys, value=text, expected=(len(text), longest))
        else:
            return text
        return ""
