"""Name what is wrong with a file, as codes with values; the sentences are made where people read them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Refusal(StrEnum):
    """The reasons why a file cannot be used at all."""

    MISSING = "missing"
    FOLDER = "folder"
    DENIED = "denied"
    TOO_LARGE = "too_large"
    PROTECTED = "protected"
    NOT_A_TABLE = "not_a_table"
    EMPTY = "empty"
    NO_NAMES = "no_names"
    NO_PUPILS = "no_pupils"


class UnusableError(Exception):
    """The file cannot be used; `refusal` says why, `value` what it was about."""

    def __init__(self, refusal: Refusal, value: str = "") -> None:
        super().__init__(refusal, value)
        self.refusal = refusal
        self.value = value


class ProblemCode(StrEnum):
    """The problems of one cell, row or column that could not be used; the rest of the file is kept.

    Of OVERLAP, PUPIL_TWICE, MAIL_UNLIKELY, CARER_WITHOUT_NAME and ANSWER_UNCLEAR also the thing itself
    is kept.
    """

    NO_NAME = "no_name"
    EXTRA_CELL = "extra_cell"
    QUOTE_OPEN = "quote_open"
    DUPLICATE_COLUMN = "duplicate_column"
    UNNAMED_COLUMN = "unnamed_column"
    OTHER_SHEET = "other_sheet"
    NUMBER_TAKEN = "number_taken"
    DIFFERS = "differs"
    BIRTH_UNREADABLE = "birth_unreadable"
    ANSWER_UNCLEAR = "answer_unclear"
    MAIL_UNLIKELY = "mail_unlikely"
    CARER_WITHOUT_NAME = "carer_without_name"
    DATE_UNREADABLE = "date_unreadable"
    DATE_MISSING = "date_missing"
    DATE_FAR = "date_far"
    TIME_UNREADABLE = "time_unreadable"
    TIME_MISSING = "time_missing"
    MINUTES_UNREADABLE = "minutes_unreadable"
    REPEATED = "repeated"
    OVERLAP = "overlap"
    PUPIL_TWICE = "pupil_twice"


@dataclass(frozen=True, slots=True)
class RosterProblem:
    """One problem. `row` counts as a spreadsheet does; `column` is a header, empty for a whole row.

    `value` is the text it is about, `other` a second row that it has to do with.
    """

    code: ProblemCode
    row: int
    column: str = ""
    value: str = ""
    other: int = 0
