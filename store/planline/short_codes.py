"""Read the short codes: b, m, a, g, hb and v for how, r1 for when, zn, and j>o for who reaches whom.

A letter is a code only where structure stands: at the beginning of what it tells, or behind a day, and with
structure or nothing behind it. *A* in *a call in March* is no code, and none is one inside a purpose.
"""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import CHANNEL_CODES, REPORT_CODE, Channel, Initiative
from store.planline import contact_words, words
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.tokens import Line

INITIATIVES = {
    role_words.TEACHER: Initiative.TEACHER,
    role_words.PARENTS: Initiative.PARENTS,
    role_words.PUPIL: Initiative.PUPIL,
}
_JOINTS = words.AND | {",", ";", "."}
_FOLLOW = (
    _JOINTS | contact_words.WITH | contact_words.WITHOUT | words.EVERY
    | words.BEFORE | words.AFTER | words.FROM
    | words.UNTIL | words.THROUGH | words.BETWEEN | words.DURING | words.DIRECTLY | words.AROUND | words.AT
    | words.MONTHS.keys() | words.WEEKDAYS.keys() | words.PERIODS.keys() | words.WHICH.keys()
    | words.NEAR_DAYS.keys() | words.TODAY_PARTS.keys() | words.FREQUENCIES.keys() | words.WEEK_WORDS
    | words.HABITS.keys() | words.ORDINALS.keys() | words.REPORT | words.PER | {"zn", "op", "r", "over"}
)  # fmt: skip


def short_channel(line: Line, i: int, known: KnownNames, *, dated: bool) -> Channel | None:
    """Return the channel that one letter at this place stands for. `dated`: a day stands right before it."""
    channel = line.look(i, CHANNEL_CODES)
    token = line.token(i)
    if channel is None or token is None or not token.typed.islower() or _glued(line, i):
        return None
    if not (dated or _begins(line, i) or side(line, i - 3) is not None):
        return None
    counted = line.has(i, {"a"}) and line.has(i + 1, words.UNITS.keys()) and line.number(i + 2) is None
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    # *a monthly call*
    thing = line.has(i, {"a"}) and line.has(i + 1, words.FREQUENCIES.keys()) and line.has(i + 2, ways)
    thing = thing or (line.has(i, {"a"}) and (_lasts(line, i + 1) or _is_another(line, i + 1)))
    return channel if _structure_follows(line, i + 1, known) and not (counted or thing) else None


def _begins(line: Line, i: int) -> bool:
    """Return whether a clause begins there; before what is no word elsewhere *eerst*, *dan* may stand."""
    while not line.has(i, _WORDS_TOO) and line.has(i - 1, _IN_FRONT):
        i -= 1
    return i == 0 or line.has(i - 1, _JOINTS)


_WORDS_TOO = frozenset("amv")
"""Codes that are short for *met*, *van* and the like as well, or are a word."""
_IN_FRONT = (
    words.THEN | words.AFTERWARDS | words.those("we wij doen eerst first ook nog weer even ff graag een")
)


def _lasts(line: Line, i: int) -> bool:
    """Return whether *20 minute*, *2-hour* stands there, behind which a talk is named."""
    unit = line.maybe(i + 1, {"-"})
    return line.number(i) is not None and line.has(unit, words.MINUTES | words.HOUR_UNITS)


def _is_another(line: Line, i: int) -> bool:
    """Return whether *second one*, *third call* stands there."""
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS | {"one", "time"}
    return line.has(i, words.ORDINALS.keys()) and line.has(i + 1, ways)


def _glued(line: Line, i: int) -> bool:
    """Return whether a sign or a digit hangs on the letter, as in *w/c* and *j>o*."""
    joint = {",", ";", ".", "+"}
    behind = line.glued(i + 1) and not line.has(i + 1, joint)
    return behind or (line.glued(i) and not line.has(i - 1, joint))


def _structure_follows(line: Line, j: int, known: KnownNames) -> bool:
    token = line.token(j)
    if token is None or token.value >= 0 or line.has(j, _FOLLOW):
        return True
    article = line.has(j, {"a", "an"})
    return not article and (side(line, j) is not None or bool(person(line, j, known)[0]))


def side(line: Line, i: int) -> tuple[Initiative, str] | None:
    """Read j>o: who takes the first step, and the role of whom it is taken to."""
    if not line.has(i + 1, {">"}):
        return None
    whose, whom = side_at(line, i), side_at(line, i + 2)
    if whose is None or whom is None or whose == whom:
        return None
    return INITIATIVES[whose], whom


def side_at(line: Line, i: int) -> str | None:
    """Return the role of one letter as it was typed: *t* is read as *het* elsewhere."""
    token = line.token(i)
    return role_words.SIDE_CODES.get(token.typed.casefold()) if token is not None else None


def short_report(line: Line, i: int) -> int | None:
    """Return the number of the report in r1; its week is the one behind it."""
    short = line.word(i) == REPORT_CODE and line.glued(i + 1) and line.digits(i + 1) == 1
    return line.number(i + 1) if short else None
