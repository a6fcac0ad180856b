"""Find a day that may belong to what a contact is about: *over wat er maandag gebeurde*."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from store.domain import role_words
from store.planline import contact_words, purpose_words, words
from store.planline.segment import WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

_DAYS = WHENS - {SegmentKind.ON_DEMAND, SegmentKind.TO_BE_SET}
_LEADS = those("in op om aan on at during tijdens deze dit this vorige last afgelopen") | words.THE
_CLAUSES = those("die dat wat hoe waarom waar wie who which that what how why where")
"""What begins a clause within a purpose; in Dutch its verb stands at the end, behind the day."""
_SUBJECTS = _CLAUSES | purpose_words.PRONOUNS | role_words.ROLES.keys() | those("it you i er het ik ie u")
_ENDING = those("is was zijn waren heeft had hebben hadden wordt werd kan moet gaat ging")
"""What ends a clause of two verbs: *gebeurd is*."""
_PAST = those(
    "was were had made said told went came gave got took saw did sent wrote lost broke fell left heard "
    "felt found began brought threw bit hit hurt kept ran won waren hadden zei zeiden ging gingen kwam "
    "kwamen deed deden gaf zag schreef viel vond nam bleef begon brak sloeg liep riep werd werden verloor"
)
"""Verbs of what is over, but for those that tell so by their end: *stuurde*, *happened*."""


def day_within(line: Line, segments: Sequence[Segment], place: int) -> tuple[int, int] | None:
    """Return the words of a day behind a purpose of which it may be a part; None where it is none of it."""
    told = segments[place]
    if told.kind is not SegmentKind.PURPOSE or not line.has(told.at, purpose_words.OPENERS):
        return None
    leads = takewhile(
        lambda each: each.kind is SegmentKind.FILLER and line.has(each.at, _LEADS), segments[place + 1 :]
    )
    at = place + 1 + len(list(leads))
    day = segments[at] if at < len(segments) else None
    if day is None or day.kind not in _DAYS:
        return None
    about = line.has(told.at, purpose_words.ABOUT) and has_no_date(line, day)
    within = _goes_on(line, segments, told, at) or (about and is_over(line, told))
    return (day.at, day.end) if within else None


def _goes_on(line: Line, segments: Sequence[Segment], told: Segment, at: int) -> bool:
    """Return whether the verb of the clause stands behind the day: *hoe het in maart / gaat*."""
    clause = any(line.has(n, _CLAUSES) for n in range(told.at, told.end))
    places = (SegmentKind.FILLER, SegmentKind.PLACE, SegmentKind.CHANNEL)
    behind = next((each for each in segments[at + 1 :] if each.kind not in places), None)
    verb = behind is not None and behind.kind is SegmentKind.PURPOSE
    verb = verb and behind is not None and (behind.end == behind.at + 1 or line.has(behind.end - 1, _ENDING))
    parted = behind is not None and line.has(behind.at, purpose_words.OPENERS | contact_words.WITH)
    return clause and verb and not parted


def has_no_date(line: Line, day: Segment) -> bool:
    """Return whether it is a day by its name or a month, which may as well be one that is over."""
    return not any(line.tokens[n].value >= 0 for n in range(day.at, day.end))


def is_over(line: Line, told: Segment) -> bool:
    """Return whether a purpose tells what somebody did: *the call dad made*, *het boek dat hij verloor*."""
    last = told.end - 1
    inside = range(told.at + 1, told.end)
    if any(line.has(n, _PAST) or (_ends_in_ed(line.word(n)) and _has_subject(line, n)) for n in inside):
        return True
    word = line.word(last)
    clause = any(line.has(n, _CLAUSES) for n in range(told.at, last))
    return clause and word.endswith(("de", "te")) and len(word) > _SHORT and not is_known(word)


def _ends_in_ed(word: str) -> bool:
    return word.endswith("ed") and len(word) > _SHORT


def _has_subject(line: Line, n: int) -> bool:
    return line.has(n - 1, _SUBJECTS) or line.tokens[n - 1].typed[:1].isupper()


_SHORT = 4
