"""Tell whether a word names a day, without reading which."""

from __future__ import annotations

from store.domain import role_words
from store.planline import step_words, words
from store.planline.tokens import Line
from store.planline.words import those

DATED = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.PERIODS.keys() | words.REPORT
    | words.NEAR_DAYS.keys() | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.EVERY | words.WEEK_WORDS
    | words.FREQUENCIES.keys()
)  # fmt: skip


WHO_MAY = role_words.ROLES.keys() | role_words.TEACHER_WORDS | those("we wij je ze they we")


_WORDS_TOO = those("is do di ma zo zon zat maan vrij don sun sat late early vroeg")
"""Days in short, and the like, that are words of their own in a condition: *als moeder vrij is*."""


def _may_do(line: Line, j: int) -> bool:
    """Return whether *may* in *if she may be ill* is a verb, and no month: who does so stands before it."""
    token, subject, verb = line.token(j), line.token(j - 1), line.token(j + 1)
    if token is None or token.typed != "may" or subject is None or verb is None or verb.kind != "word":
        return False
    somebody = line.has(j - 1, WHO_MAY | step_words.HE_OR_SHE | {"i", "it", "that", "there", "we", "you"})
    return somebody or (subject.kind == "word" and subject.typed[0].isupper())


def names_a_day(line: Line, j: int) -> bool:
    """Return whether this word is of a day, also where such words are things too: *vakantie*, *may*, *di*."""
    if line.has(j, {"may"}) and _may_do(line, j):
        return False
    joined = line.hyphen(j - 1) or line.hyphen(j + 1)
    if joined or (line.has(j, words.UNITS.keys()) and _any_of_them(line, j)):
        return False
    if line.has(j, _THINGS_TOO):
        # *als het rapport tegenvalt*, *tenzij vakantie*; *na rapport 1* is a day
        at = j - 1
        while line.has(at, words.THE | words.WHICH.keys() | words.UNITS.keys()):
            at -= 1
        return line.has(at, BEFORE_A_DAY)
    return line.has(j, DATED - _WORDS_TOO) or (line.has(j, DATED) and line.number(j + 1) is not None)


_THINGS_TOO = words.REPORT | words.HOLIDAY_WORDS


def _any_of_them(line: Line, j: int) -> bool:
    """Return whether it is no day or week in particular: *een zware week*, *a rough day*, *misses a day*."""
    indefinite = line.has(j - 2, words.ARTICLES) and not line.has(j - 1, DATED)
    counted = words.BEFORE | words.AFTER | words.WITHIN | words.PER | {"over"}
    indefinite = indefinite or (line.has(j - 1, words.ARTICLES) and not line.has(j - 2, counted))
    return indefinite and not line.has(j + 1, words.BEFORE | words.AFTER)


def is_day(line: Line, n: int) -> bool:
    """Return whether a number or any word of days stands there."""
    return line.number(n) is not None or line.has(n, DATED)


BEFORE_A_DAY = (
    words.BEFORE | words.AFTER | words.DURING | words.AT | words.FROM | words.UNTIL | those("op on the de")
)


def is_dated(line: Line) -> bool:
    """Return whether any day is named; *dezelfde dag* says only how soon."""
    return any(names_a_day(line, j) and not line.has(j - 1, words.THAT_DAY) for j in range(len(line)))
