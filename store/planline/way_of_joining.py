"""Read how or as what somebody joins: vader via teams erbij, moeders nummer, komt mee als tolk."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.attendance import LINES, WAYS_ALONE, joins
from store.planline.role_at import SURELY_ALONG
from store.planline.surnames import (
    has_capital,
    place_before_role,
)
from store.planline.tokens import Line
from store.planline.words import those


def on_the_phone_of(line: Line, i: int) -> tuple[str, int] | None:
    """Read *dad's mobile*, *moeders nummer*: whoever answers it, and the place after it."""
    owned = line.word(i).endswith("s") and line.has(i + 1, _PHONES)
    owned = owned and (line.word(i).endswith("'s") or not line.has(i + 1, step_words.INFINITIVES))
    base = line.word(i).removesuffix("s").removesuffix("'")
    role = role_words.role_of(base) if owned else ""
    return (role, i + 2) if role in (role_words.PARENTS, role_words.SUPPORT) else None


_PHONES = those("mobile mobiel mobieltje phone telefoon number nummer cell landline")


def joining_from(line: Line, i: int, end: int, role: str) -> int:
    """Take along how or from where somebody joins: *vader via teams erbij*, *tolk per telefoon*."""
    if (as_what := _comes_as(line, end)) is not None:
        return as_what
    at = line.skip(end, _BY_WAY)
    way = line.has(at, _WAYS if at > end else WAYS_ALONE)
    alone = line.has(end - 1, role_words.ONE_PARENT) or role == role_words.SUPPORT
    if way and alone and _is_told_apart(line, i, at + 1):
        return at + 1
    if (joined := joins(line, end)) is not None and any(line.has(n, contact_words.TALKS) for n in range(i)):
        behind = line.skip(joined, _BY_WAY)
        return behind + 1 if line.has(behind, _WAYS if behind > joined else WAYS_ALONE) else end
    if not way and not (at > end and has_capital(line, at)):
        return end
    if line.has(at + 1, SURELY_ALONG):
        return at + 1
    led = any(line.has(n, contact_words.WITH) for n in range(max(0, i - 5), i))
    talk = any(line.has(n, contact_words.TALKS) for n in range(i))
    return at + 1 if way and at > end and talk and role == role_words.SUPPORT and not led else end


def _comes_as(line: Line, end: int) -> int | None:
    """Return the place after *joins as interpreter*, *komt mee als tolk*: as what somebody is there."""
    joined = joins(line, end)
    if joined is None or not line.has(joined, {"as", "als"}):
        return None
    at = line.skip(joined + 1, words.ARTICLES)
    behind = line.token(at + 1)
    ends = behind is None or line.has(at + 1, {",", ";", "."} | words.AND)
    return at + 1 if ends and line.look(at, role_words.ROLES) == role_words.SUPPORT else None


def joins_by_a_way(line: Line, begin: int, end: int) -> bool:
    """Return whether *vader via teams*, *dad online* is all of who is named there."""
    by = line.has(end - 1, _WAYS) and line.has(end - 2, _BY_WAY)
    return end > begin + 1 and (by or line.has(end - 1, WAYS_ALONE))


def _is_told_apart(line: Line, i: int, end: int) -> bool:
    """Return whether somebody stands apart at the end, or in brackets, behind a talk and its day."""
    lead = place_before_role(line, i)
    bracketed = line.has(lead, {"("})
    contacts = _MEETINGS | contact_words.CHANNELS.keys() if bracketed else _MEETINGS
    talk = next((n for n in range(lead) if line.has(n, contacts)), lead)
    dated = any(line.number(n) is not None or line.has(n, words.TELLING_A_DAY) for n in range(lead))
    other = any(line.has(n, role_words.ONE_PARENT) for n in range(talk, lead))
    set_off = line.has(lead, {",", ";", "("} | words.DASH)
    ends = line.token(end) is None or line.has(end, {",", ";", ".", ")"})
    return set_off and ends and (bracketed or dated or other) and talk < lead


_MEETINGS = contact_words.TALKS | those("school huisbezoek")


_BY_WAY = words.THE | those("via per op aan vanuit uit by from on")


_WAYS = (contact_words.CHANNELS.keys() - step_words.CONTACT_VERBS) | LINES
