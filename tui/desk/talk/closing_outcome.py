"""What became of a line on the closing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tui.desk.talk.closing_cursor import Cursor


class Refusal(StrEnum):
    """Why a line did not land."""

    NO_PLAN = "no_plan"
    NO_REASON = "no_reason"
    OTHER_PART = "other_part"
    MORE_THAN_ONE = "more_than_one"
    NO_TOPIC = "no_topic"
    NO_DETAILS = "no_details"
    NO_NAME = "no_name"
    YES_OR_NO = "yes_or_no"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: where the next one lands, why this one did not, and what comes to the line."""

    cursor: Cursor
    refusal: Refusal | None = None
    line: str = ""
