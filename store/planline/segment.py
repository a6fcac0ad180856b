"""Hold what a stretch of a line means: a day, a time, a channel, a person, or nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from store.domain.plan import Channel
from store.planline.clock_time import Clock
from store.planline.match import Match
from store.planline.words import those


class SegmentKind(StrEnum):
    """The kinds of segments a line has."""

    DAYS = "days"
    RECURRENCE = "recurrence"
    ON_DEMAND = "on_demand"
    TO_BE_SET = "to_be_set"
    WEEKDAY = "weekday"
    TIME = "time"
    DAYPART = "daypart"
    CHANNEL = "channel"
    PLACE = "place"
    TALK = "talk"
    PERSON = "person"
    AND = "and"
    OR = "or"
    SIGN = "sign"
    FILLER = "filler"
    WORD = "word"
    DURATION = "duration"
    PURPOSE = "purpose"
    SOON = "soon"
    MANNER = "manner"
    SIDES = "sides"
    NOT_TAKEN = "not_taken"
    WHERE = "where"


SMALL_KINDS = (SegmentKind.FILLER, SegmentKind.MANNER, SegmentKind.NOT_TAKEN)
"""What stands between the words that answer a question, and answers none: *even*, *niet appen maar*."""

CONTACTS = (SegmentKind.CHANNEL, SegmentKind.TALK)
"""How a contact is made, by a way or as a talk."""

JOINTS = (SegmentKind.AND, SegmentKind.OR, SegmentKind.SIGN, *SMALL_KINDS)
"""Those, and what joins or parts answers."""

APART_NAME = "apart"
"""The name of the manner that each of several is met alone."""

TURNS_NAME = "turns"
"""The name of the manner that first one does it and then the other."""

ONE_NAME = "one"
"""The name of what counts one of several, each on a day of its own."""

ROOMS = those("lokaal kamer ruimte zaal room classroom")
"""Before a number or a name: where people meet at the school."""

WHENS = frozenset(
    {
        SegmentKind.DAYS,
        SegmentKind.RECURRENCE,
        SegmentKind.ON_DEMAND,
        SegmentKind.TO_BE_SET,
        SegmentKind.WEEKDAY,
        SegmentKind.TIME,
        SegmentKind.DAYPART,
    }
)
"""The segments that answer *when*."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens, `at` up to `end`, and what it means.

    `stretch` marks weekdays that were told by the first and the last: *ma t/m wo*; `absent` a person who is
    said not to be there, `only` one who is there alone, `person` is where the person begins when words
    stand before. `name` is what a channel is called, `minutes` how long it takes; where that is a limit,
    `name` is how it was typed.
    """

    kind: SegmentKind
    at: int
    end: int
    match: Match | None = None
    clock: Clock | None = None
    daypart: str = ""
    weekdays: tuple[int, ...] = ()
    stretch: bool = False
    choice: bool = False
    channel: Channel | None = None
    role: str = ""
    absent: bool = False
    only: bool = False
    person: int = -1
    person_end: int = -1
    name: str = ""
    minutes: int = 0


def of_kind(segments: Sequence[Segment], *kinds: SegmentKind) -> list[Segment]:
    """Return the segments of these kinds, in order."""
    return [segment for segment in segments if segment.kind in kinds]
