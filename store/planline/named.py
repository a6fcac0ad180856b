"""Read a role with the name behind it, or a name with a remark: tante Hatice, tolk (Turks)."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.surnames import (
    INFIXES,
    called_in_small_letters,
    end_of_surname,
    has_capital,
    is_new_name,
    month_is_her_name,
    word_is_a_surname,
)
from store.planline.tokens import Line
from store.planline.typos import is_known


def with_remark(line: Line, end: int) -> int:
    """Take a word or an age in brackets behind a person along: *tolk (Turks)*, *zus Noor (21)*."""
    remark = line.has(end, {"("}) and line.has(end + 2, {")"})
    if line.number(end + 1) is not None:
        aged = remark and line.digits(end + 1) == _DIGITS_OF_AN_AGE
        return end + 3 if aged and not line.has(end + 3, words.MONTHS.keys()) else end
    return end + 3 if remark and not is_known(line.word(end + 1)) else end


_DIGITS_OF_AN_AGE = 2


def with_name(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int]:
    """Return the role and the place after the name behind it: *tante Hatice*, *juf Sanne* are one person.

    A teacher who is not the one that types is somebody else of the school.
    """
    if line.has(end - 1, contact_words.NAMELESS):
        return role, end
    for parts, whose in known.names:
        if (whose == role or parts in known.shared) and same_words(line, end, parts):
            return role, end + len(parts)
    if role == role_words.TEACHER and _shares_a_name(line, end, known):
        return role_words.SUPPORT if known.has(role_words.TEACHER) else role, end + 1
    called = called_in_small_letters(line, end) or month_is_her_name(line, end)
    j = end + 1 if called or word_is_a_surname(line, end, role) else end
    while (
        j < end + 2
        and is_new_name(line, j)
        and not any(same_words(line, j, parts) for parts, _ in known.names)
    ):
        j += 1
    if j > end and not any(same_words(line, line.skip(j, INFIXES), parts) for parts, _ in known.names):
        j = end_of_surname(line, end, j)
    another = j > end and role == role_words.TEACHER and known.has(role_words.TEACHER)
    return role_words.SUPPORT if another else role, j


def _shares_a_name(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *Mark* in *mentor Mark belt Marks vader* is what a teacher is called too."""
    named = any(parts == (line.word(i),) for parts, _ in known.names)
    return named and has_capital(line, i) and line.has(i + 1, step_words.CONTACT_VERBS)


def same_words(line: Line, i: int, parts: tuple[str, ...]) -> bool:
    """Return whether these words of a name stand there, the last also as *Sanne's*, *Sannes*."""
    for n, part in enumerate(parts):
        token = line.token(i + n)
        if token is None or token.value >= 0:
            return False
        named = token.word if token.mended else token.plain
        if named not in (part, f"{part}'s", f"{part}s"):
            return False
    return True
