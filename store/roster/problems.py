"""Name what is wrong with a file, as codes with values; the sentences are made where people read them."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Refusal(StrEnum):
    """The reasons why a file cannot be used at all."""

    MISSING = "missing"
    FOLDER = "folder"
    DENIED = "denied"
    TOO_LARGE = "too_large"
    PROTECTED = "protected"
    NOT_A_TABLE = "not_a_table"
    DAMAGED = "damaged"
    PDF = "pdf"
    DOCUMENT = "document"
    PICTURE = "picture"
    PACKED = "packed"
    NUMBERS = "numbers"
    JSON = "json"
    XML = "xml"
    ENTITIES = "entities"
    CONTACTS = "contacts"
    OLD_EDEX = "old_edex"
    EMPTY = "empty"
    NO_NAMES = "no_names"
    NO_PUPILS = "no_pupils"


class UnusableError(Exception):
    """The file cannot be used; `refusal` says why, `value` what it was about: the headers that were seen."""

    def __init__(self, refusal: Refusal, value: str = "") -> None:
        super().__init__(refusal, value)
        self.refusal = refusal
        self.value = value


class ProblemCode(StrEnum):
    """The problems of one cell, row or column that could not be used; the rest of the file is kept.

    Of OVERLAP, PUPIL_TWICE, MAIL_UNLIKELY, CARER_WITHOUT_NAME, ANSWER_UNCLEAR, LETTER_LOST and what was
    put right also the thing itself is kept.
    """

    NO_NAME = "no_name"
    EXTRA_CELL = "extra_cell"
    QUOTE_OPEN = "quote_open"
    BROKEN_OFF = "broken_off"
    DUPLICATE_COLUMN = "duplicate_column"
    SAME_AS = "same_as"
    NO_DAY = "no_day"
    UNNAMED_COLUMN = "unnamed_column"
    HIDDEN_SHEET = "hidden_sheet"
    SHEET_UNREAD = "sheet_unread"
    HIDDEN_COLUMNS = "hidden_columns"
    HIDDEN_ROWS = "hidden_rows"
    DECODED_TWICE = "decoded_twice"
    LETTER_LOST = "letter_lost"
    TEXT_MARK = "text_mark"
    ERROR_VALUE = "error_value"
    FAMILY_TAKEN = "family_taken"
    NOBODY = "nobody"
    NOT_KNOWN = "not_known"
    AS_ABOVE = "as_above"
    CANCELLED = "cancelled"
    ONE_PARENT = "one_parent"
    STRUCK = "struck"
    STRUCK_OUT = "struck_out"
    STRUCK_KEPT = "struck_kept"
    CELL_NOTE = "cell_note"
    OTHER_TEACHER = "other_teacher"
    NO_PUPIL = "no_pupil"
    IN_SHORT = "in_short"
    NAME_CUT = "name_cut"
    ROW_CUT = "row_cut"
    CALLED = "called"
    NAME_REMARK = "name_remark"
    NAME_REMARK_LEFT = "name_remark_left"
    LEAVES_SCHOOL = "leaves_school"
    NEEDS_TALK = "needs_talk"
    WHICH_PARENT = "which_parent"
    WHOSE_CONTACT = "whose_contact"
    PUPILS_OWN = "pupils_own"
    AT_EVERY_TALK = "at_every_talk"
    PUPILS_COLUMN = "pupils_column"
    SWAPPED = "swapped"
    SECOND_ADDRESS = "second_address"
    PHONE_RESTORED = "phone_restored"
    PHONE_LOST = "phone_lost"
    PHONE_SHORT = "phone_short"
    GROUP_RESTORED = "group_restored"
    GROUP_ABOVE = "group_above"
    ABOVE = "above"
    ABOVE_LEFT = "above_left"
    GROUP_UNLIKELY = "group_unlikely"
    ONLY_DATES = "only_dates"
    ONLY_ENDS = "only_ends"
    CARERS_TURNED = "carers_turned"
    BY_ADDRESS = "by_address"
    BY_CONTENT = "by_content"
    SPAN_TAKEN = "span_taken"
    NUMBER_TAKEN = "number_taken"
    OF_MORE_CHILDREN = "of_more_children"
    NOT_FOR_THE_TABLE = "not_for_the_table"
    COLUMN_UNSEEN = "column_unseen"
    RELATION_LEFT = "relation_left"
    DIFFERS = "differs"
    CAPITALS = "capitals"
    WEEKDAY_PLACED = "weekday_placed"
    LENGTH_BY_RHYTHM = "length_by_rhythm"
    TIME_AS_NUMBER = "time_as_number"
    LENGTH_AT_HOME = "length_at_home"
    KIND_UNKNOWN = "kind_unknown"
    BIRTH_UNREADABLE = "birth_unreadable"
    SINCE_UNREADABLE = "since_unreadable"
    ANSWER_UNCLEAR = "answer_unclear"
    ANSWER_UNKNOWN = "answer_unknown"
    ANSWER_CUT = "answer_cut"
    MAIL_UNLIKELY = "mail_unlikely"
    CARER_WITHOUT_NAME = "carer_without_name"
    DATE_TURNED = "date_turned"
    DATE_UNREADABLE = "date_unreadable"
    DATE_MISSING = "date_missing"
    DAY_NOWHERE = "day_nowhere"
    DATE_FAR = "date_far"
    TIME_UNREADABLE = "time_unreadable"
    TIME_MISSING = "time_missing"
    MINUTES_UNREADABLE = "minutes_unreadable"
    REPEATED = "repeated"
    ONE_TALK = "one_talk"
    OTHER_TIME = "other_time"
    CHOICES = "choices"
    OVERLAP = "overlap"
    PUPIL_TWICE = "pupil_twice"


class RosterProblem(NamedTuple):
    """One problem. `row` counts as a spreadsheet does; `column` is a header, empty for a whole row.

    `value` is the text it is about, `other` a second row that it has to do with; `sheet` is named where a
    file has more than one, and `other_sheet` where the second row is on another.
    """

    code: ProblemCode
    row: int
    column: str = ""
    value: str = ""
    other: int = 0
    sheet: str = ""
    other_sheet: str = ""


class DoubtCode(StrEnum):
    """The questions a file leaves open: what was taken may be another thing than was meant."""

    DAY_OR_MONTH = "day_or_month"
    YEAR_OR_DAY = "year_or_day"
    AFTERNOON = "afternoon"
    ODD_HOUR = "odd_hour"
    PART_OF_HOUR = "part_of_hour"
    WEEKDAY = "weekday"
    WHICH_CHILD = "which_child"
    WHICH_DAY = "which_day"
    WEEKDAY_ALONE = "weekday_alone"
    CALL_NAME = "call_name"
    WEEKEND = "weekend"
    PAST = "past"
    OTHER_YEAR = "other_year"
    WHICH_TEACHER = "which_teacher"
    NO_HEADERS = "no_headers"
    ENCODING = "encoding"
    FIRST_OR_LAST = "first_or_last"
    MORE_CHILDREN = "more_children"
    WHOSE_NUMBER = "whose_number"
    GARBLED = "garbled"
    A_CHILD = "a_child"
    A_PARENT = "a_parent"
    NO_CHILD = "no_child"
    WISHED = "wished"
    SEVERAL_TIMES = "several_times"
    WHICH_TIME = "which_time"
    WHOSE_TALKS = "whose_talks"
    ONE_CHILD = "one_child"
    IN_SHORT = "in_short"
    LEFT_OUT = "left_out"
    CALLED_OFF = "called_off"
    GONE = "gone"
    ROW_CUT = "row_cut"
    IN_BRACKETS = "in_brackets"
    BOOKED_BY = "booked_by"


class Doubt(NamedTuple):
    """One question about what was read.

    `value` is as written, `taken` how it was read, `other` how else it may be meant.

    `row` is the first it is about, `rows` how many; where there are more than two answers, `others` has all
    that are possible; of a list without headers it has the field each column was taken for, of names in
    brackets the place of their column. What was `answered` can still be answered otherwise.
    """

    code: DoubtCode
    row: int
    column: str = ""
    value: str = ""
    taken: str = ""
    other: str = ""
    rows: int = 1
    others: tuple[str, ...] = ()
    sheet: str = ""
    answered: bool = False
