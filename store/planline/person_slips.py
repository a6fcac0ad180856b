"""Mend a slip in who is meant: *moder belt*, *zonder marnika*, where only a person can stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.attendance import joins, not_there
from store.planline.known_names import KnownNames
from store.planline.short_words import written_out
from store.planline.stuck_together import parted
from store.planline.tokens import Line, Token, tokens
from store.planline.typos import corrected, is_known, nearest

_FEWEST = 4
"""Letters of the shortest word that may hold a slip."""
_LEADS = contact_words.WITH | contact_words.WITHOUT | contact_words.AS_WELL - {"plus"}
_REACHING = (
    step_words.CONTACT_VERBS | step_words.FIRST_PERSON
    | (step_words.PLURAL_VERBS & contact_words.CHANNELS.keys())
)  # fmt: skip


def line_of(text: str, known: KnownNames) -> Line:
    """Cut a text into words, with its slips mended: those in words that matter, and in who is meant.

    Small words that were typed short are read in full.
    """
    line = written_out(parted(Line(tokens(text, corrected)), known), known)
    mended = [_mended(line, i, known) for i in range(len(line))]
    return Line(tuple(mended)) if any(each.mended for each in mended) else line


def _mended(line: Line, i: int, known: KnownNames) -> Token:
    """Return the token there, read as the person it must mean."""
    token = line.tokens[i]
    if token.slip and token.typed[:1].isupper() and known.names_a_part(token.plain):
        # *Belle* is called so, and calls nobody
        return replace(token, word=token.plain, mended=True)
    if token.kind != "word" or token.slip or known.names_a_part(token.plain):
        return token
    if (one := _one_of_two(line, i)) and not known.names_a_part(line.word(i)):
        return replace(token, word=one, mended=True)
    cut = _may_be_cut_off(token.plain) and not line.has(i + 1, words.BEFORE | words.AFTER)
    somebody = role_words.one_of(token.plain) or role_words.role_of(token.plain)
    told = bool(somebody) or (is_known(token.plain) and not cut)
    behind_a_way = bool(_cut_off(token.plain)) and _is_joined_to_a_way(line, i)
    if told or not (_for_a_person(line, i) or behind_a_way):
        return token
    meant = _without_vowels().get(token.plain, "") or _cut_off(token.plain)
    if len(set(token.plain)) == 1 and not _surely_a_person(line, i):
        # *mail dd 12 nov* goes to no dad
        meant = ""
    if not meant and len(token.plain) >= _FEWEST:
        meant = _meant(token.plain, known)
    return replace(token, word=meant, mended=True) if meant else token


_TWO = 2
_PAIRS = {
    ("m", "v"): "moeder",
    ("v", "m"): "vader",
    ("m", "p"): "mama",
    ("p", "m"): "papa",
    ("m", "d"): "mum",
    ("d", "m"): "dad",
}
"""Parents by their first letters, where both are named: *m+v*, *m en d*."""
_AND = words.AND - {"plus", "alsook"}
_WAYS = contact_words.CHANNELS.keys() | contact_words.TALKS | contact_words.WITH | step_words.CONTACT_VERBS


def _one_of_two(line: Line, i: int) -> str:
    """Return who is meant by one of the letters in *gesprek m+v*; empty where they may be ways of contact."""
    first = i if line.has(i + 1, _AND) else i - 2
    one, other = line.word(first), line.word(first + 2)
    if (one, other) not in _PAIRS or not line.has(first + 1, _AND) or line.has(first - 1, {",", ";"}):
        return ""
    ways = any(line.has(n, _WAYS) for n in range(len(line)))
    return _PAIRS[(one, other) if i == first else (other, one)] if ways else ""


_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1)
def _without_vowels() -> Mapping[str, str]:
    """Return parents and teachers by their consonants, as they are typed in haste: *jf*, *mstr*, *vgd*."""
    found: dict[str, str] = {}
    near = (role_words.PARENTS, role_words.TEACHER)
    for word in sorted(role_words.ROLES, key=len):
        short = word[0] + "".join(letter for letter in word[1:] if letter not in _VOWELS)
        whole = len(short) > _TWO or (len(short) == _TWO and len(word) < _FEWEST) or len(set(short)) == 1
        if role_words.ROLES[word] in near and whole and len(short) > 1 and not is_known(short):
            found[short] = word
    return found


@lru_cache(maxsize=1024)
def _cut_off(typed: str) -> str:
    """Return the parent whose word was cut off, *vad*, *moed*, *ouds*, or the helper, *dir*; else nothing.

    More letters of a helper may be any other word: *zorg*, *part*.
    """
    front = typed.removesuffix("s") if typed == "ouds" else typed
    if len(front) < _FEWEST - 1 or (is_known(typed) and not _may_be_cut_off(typed)):
        return ""
    whole = [word for word in role_words.ROLES if word.startswith(front) and len(word) > len(front) + 1]
    roles = {role_words.ROLES[word] for word in whole}
    near = roles == {role_words.PARENTS} or (roles == {role_words.SUPPORT} and len(front) < _FEWEST)
    plural = [word for word in whole if word.endswith("s") is (front != typed)]
    return min(plural, key=len, default="") if near else ""


def _is_joined_to_a_way(line: Line, i: int) -> bool:
    """Return whether it stands right behind a way of contact: *gesprek + dir*, *gesprek ouds*."""
    lead = line.maybe_before(i, {"+"})
    may_be_else = lead == i and is_known(line.word(i))
    return line.has(lead - 1, contact_words.CHANNELS.keys() | contact_words.TALKS) and not may_be_else


def _may_be_cut_off(typed: str) -> bool:
    """Return whether a word that means something else too may be a person: *moe*, *dir*."""
    return role_words.may_be_cut_off(typed) or typed in words.DIRECTLY


def _surely_a_person(line: Line, i: int) -> bool:
    """Return whether *met* stands before it, or a verb of contact behind it."""
    led = line.has(i - 1, contact_words.WITH | contact_words.WITHOUT) or _beside_somebody(line, i)
    return led or line.has(i + 1, step_words.CONTACT_VERBS)


def _beside_somebody(line: Line, i: int) -> bool:
    """Return whether *en* or > joins it to somebody: *ouders en jf*, *jf>moeder*."""
    joints = _AND | {">"}
    near = [at for at in (i - 2, i + 2) if line.has(i - 1 if at < i else i + 1, joints)]
    named = (line.word(at) for at in near)
    return any(role_words.role_of(each) or each in _without_vowels() or _cut_off(each) for each in named)


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
    if line.has(lead, _LEADS) or line.has(lead, _REACHING | {"door"}) or _beside_somebody(line, i):
        return True
    behind = i + 1
    calling = step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT
    return line.has(behind, calling) or bool(joins(line, behind) or not_there(line, behind))
