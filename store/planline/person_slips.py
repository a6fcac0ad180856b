"""Mend a slip in who is meant: *moder belt*, *zonder marnika*, where only a person can stand."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from store.domain import role_words
from store.planline import contact_words, step_words
from store.planline.attendance import joins, not_there
from store.planline.people import KnownNames
from store.planline.stuck_together import parted
from store.planline.tokens import Line, Token, tokens
from store.planline.typos import corrected, is_known, nearest

_FEWEST = 4
"""Letters of the shortest word that may hold a slip."""
_LEADS = contact_words.WITH | contact_words.WITHOUT | contact_words.AS_WELL - {"plus"}
_REACHING = step_words.CONTACT_VERBS | step_words.FIRST_PERSON


def line_of(text: str, known: KnownNames) -> Line:
    """Cut a text into words, with its slips mended: those in words that matter, and in who is meant."""
    line = parted(Line(tokens(text, corrected)), known)
    mended = [_mended(line, i, known) for i in range(len(line))]
    return Line(tuple(mended)) if any(each.mended for each in mended) else line


def _mended(line: Line, i: int, known: KnownNames) -> Token:
    """Return the token there, read as the person it must mean."""
    token = line.tokens[i]
    unclear = token.kind == "word" and not token.slip and len(token.plain) >= _FEWEST
    named = known.names_a_part(token.plain) or role_words.one_of(token.plain)
    if not unclear or is_known(token.plain) or named or not _for_a_person(line, i):
        return token
    meant = _meant(token.plain, known)
    return replace(token, word=meant, mended=True) if meant else token


@lru_cache(maxsize=1024)
def _meant(typed: str, known: KnownNames) -> str:
    """Return the one name or role that is a slip away; empty where none is, or a plural is typed.

    Whoever helps may be called by any word, and keeps it: only who is always there is mended.
    """
    roles = ((word, role) for word, role in role_words.ROLES.items() if role != role_words.SUPPORT)
    names = ((name, name) for parts, _ in known.names for name in parts)
    near = [
        (word, meaning)
        for word, meaning in (*names, *roles)
        if word[0] == typed[0] and len(word) >= _FEWEST and not typed.startswith(word)
    ]
    return nearest(typed, near, most=1) or ""


def _for_a_person(line: Line, i: int) -> bool:
    """Return whether only a person can stand there: behind *met*, before *belt*, *erbij*, *komt niet*."""
    lead = i - 1
    while line.has(lead, contact_words.POSSESSIVES):
        lead -= 1
    if line.has(lead, _LEADS) or line.has(lead, _REACHING):
        return True
    behind = i + 1
    return line.has(behind, step_words.CONTACT_VERBS) or bool(joins(line, behind) or not_there(line, behind))
