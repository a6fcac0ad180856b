"""Read small words that were typed short before what they lead to: *mt sem*, *id week*, *btw 3 and 4*."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.words import those

_BEFORE_PEOPLE = {
    "mt": "met",
    "nr": "naar",
    "zndr": "zonder",
    "zdr": "zonder",
    "wth": "with",
    "w": "with",
    "vr": "voor",
}
_BEFORE_DAYS = {"id": "in"}
_BESIDE_DAYS = {
    "aft": "after",
    "aftr": "after",
    "nav": "na",
    "bef": "before",
    "bfr": "before",
    "befr": "before",
}
_BEFORE_NUMBERS = {"btw": "between", "btwn": "between", "rap": "rapport", "rapp": "rapport"}
_BEFORE_CONDITIONS = {
    **dict.fromkeys(("whn", "wen", "wehn", "wheb", "whne"), "when"),
    **dict.fromkeys(("asl", "alz", "sls", "as"), "als"),
}
_AS_SPOKEN = "as"
"""How *als* sounds; in English and behind a weekday it is another word."""
_NEEDED = (
    those("nodig needed necessary required possible mogelijk")
    | step_words.HE_OR_SHE
    | those("she's he's they're it it's there's het er u i we the anything something")
)
"""What a condition goes on with."""
_OF_BOTH = those("we needed necessary possible")
"""Behind *as* these may be English."""
_A_DAY = "vr"
"""Short for *vrijdag* as well."""
_SHORT = (
    _BEFORE_PEOPLE.keys() | _BEFORE_DAYS.keys() | _BESIDE_DAYS.keys() | _BEFORE_NUMBERS.keys()
    | _BEFORE_CONDITIONS.keys()
)  # fmt: skip
_PLACES = those("huis school home")


def written_out(line: Line, known: KnownNames) -> Line:
    """Return the line with the small words that were typed short read in full."""
    short = {i: whole for i in range(len(line)) if (whole := _in_full(line, i, known))}
    if not short:
        return line
    return Line(tuple(replace(each, word=short.get(i, each.word)) for i, each in enumerate(line.tokens)))


def _in_full(line: Line, i: int, known: KnownNames) -> str:
    """Return the small word that the word there is short for; empty where it is not, or may be a day."""
    word = line.word(i)
    if word not in _SHORT:
        return ""
    if word == _A_DAY and line.has(i - 1, words.QUARTER_HOUR | words.MINUTES):
        return "voor"
    if word == _A_DAY and (not _dated(line) or line.has(i - 1, words.EVERY)):
        return ""
    if word in _BEFORE_PEOPLE and _leads_to_people(line, i, known):
        return _BEFORE_PEOPLE[word]
    if word in _BEFORE_DAYS and (line.has(i + 1, _DAYS) or _is_ordinal(line, i + 1)):
        return _BEFORE_DAYS[word]
    if word in _BESIDE_DAYS:
        day = line.skip(i + 1, words.THE | {"my", "our"})
        dated = line.number(day) is not None or _is_ordinal(line, day) or line.has(day, _DAYS | _FIXED)
        return _BESIDE_DAYS[word] if dated else ""
    if word in _BEFORE_CONDITIONS:
        if word == _AS_SPOKEN and (in_english(line) or line.has(i - 1, _FIXED) or line.has(i + 1, _OF_BOTH)):
            return ""
        goes_on = line.has(i + 1, _NEEDED | role_words.ROLES.keys()) or known.names_a_part(line.word(i + 1))
        return _BEFORE_CONDITIONS[word] if goes_on else ""
    number = line.number(i + 1) is not None or line.has(i + 1, words.NUMBERS.keys() | words.HOLIDAYS.keys())
    return _BEFORE_NUMBERS[word] if word in _BEFORE_NUMBERS and number else ""


def _leads_to_people(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether somebody stands behind: a role, a name, or a word before *erbij*."""
    at = line.skip(i + 1, contact_words.POSSESSIVES)
    token = line.token(at)
    if token is None or token.kind != "word":
        return False
    if line.has(i, {"nr"}) and line.has(at, _PLACES):
        return True
    named = role_words.role_of(token.word) or known.names_a_part(token.plain) or token.typed[0].isupper()
    several = at > i + 1 and line.has(at, words.HOUR_PLURALS.keys())
    joins = line.has(at + 1, _ALONG) and not line.has(i, {_A_DAY})
    return bool(named) or line.has(at, role_words.TEACHER_WORDS) or several or joins


def may_be_short(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *dr juf*, *n herfstvak* stands there: letters without a vowel, and somebody or a day."""
    token = line.tokens[i]
    bare = token.kind == "word" and token.typed.islower() and not _VOWELS.intersection(token.plain)
    if not bare or len(token.plain) > _FEW or not token.plain.isalpha():
        return False
    behind = line.token(i + 1)
    if behind is None:
        return False
    dated = behind.value >= 0 and line.has(i + 2, words.MONTHS.keys())
    return dated or line.has(i + 1, _DAYS) or _leads_to_people(line, i, known)


_VOWELS = frozenset("aeiouy")
_FEW = 3
"""Letters of a word that may be a small one."""


_ALONG = contact_words.ALONG - {"ook", "bij", "too"}
_DAYS = (
    words.UNITS.keys() | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.WEEK_WORDS
    | words.ORDINALS.keys() | words.DAYPARTS.keys() | words.WEEKEND | words.SEASONS | words.MONTHS.keys()
    | words.PERIODS.keys()
    | words.WHICH.keys()
)  # fmt: skip

_FIXED = (
    words.REPORT | words.PUBLIC_STEMS.keys() | words.FIXED_HOLIDAYS.keys() | words.WEEKDAYS.keys()
    | words.SCHOOL_DAY | words.HOLIDAY_FRONTS.keys() | those("school work dinner tea lunch half that")
)  # fmt: skip
"""What something may come before or after, by its day or by what divides it."""


def _is_ordinal(line: Line, i: int) -> bool:
    token = line.token(i)
    return token is not None and token.kind == "ordinal"


def _dated(line: Line) -> bool:
    """Return whether the line has a day of its own, so that *vr* need be none."""
    return any(line.has(n, words.MONTHS.keys() | words.EVERY) for n in range(len(line)))
