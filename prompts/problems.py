"""What can be wrong with a deck or with cards for practice, and where: codes, which others put into words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DeckCode(StrEnum):
    """What is wrong with a file, or with one thing in it."""

    NO_FILE = "no_file"
    NOT_A_FILE = "not_a_file"
    ENDING = "ending"
    """Its name goes on behind what the name of such a file ends in, and so it is not read."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    NOT_TOML = "not_toml"
    NO_LANGUAGE = "no_language"
    """It stands in the folder of no language."""

    NAMED_OTHERWISE = "named_otherwise"
    """It is called after no language."""

    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_TEXT = "not_text"
    NOT_LIST = "not_list"
    SINGLE = "single"
    """One between brackets where there may be more, each between double ones."""

    NOT_TABLE = "not_table"
    NOT_YES_NO = "not_yes_no"
    NOT_NUMBER = "not_number"
    EMPTY = "empty"
    TOO_LONG = "too_long"
    TOO_MANY = "too_many"
    CONTROL = "control"
    TWICE = "twice"
    NONE_OF_THEM = "none_of_them"
    """A value that is none of those that are expected."""

    MANY_LINES = "many_lines"
    """A card has more lines than a player reads at a glance."""

    SHARES = "shares"
    """The shares of the phases do not make a hundred."""

    MORE = "more"
    """There is more wrong than anybody reads at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that is wrong.

    `file` is a path, or language/name for a deck that comes with the program; `line` is 0 for the file as a
    whole. `key` names what it is about, `value` is what stands there, `expected` what could,
    where that helps.
    """

    file: str
    code: DeckCode
    line: int = 0
    key: str = ""
    value: str = ""
    expected: tuple[str, ...] = ()


class DeckError(Exception):
    """There is no deck to be had of this name and language; the problems say what of each file."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{each.file}:{each.line}: {each.code}" for each in problems))
        self.problems = problems
