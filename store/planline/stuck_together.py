"""Part words that are typed without a space: *beltmoeder*, *metvader*; and join *vid.bellen* to one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from store.domain import role_words
from store.domain.plan import Channel
from store.planline import contact_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.tokens import Line, Token
from store.planline.typos import is_known, nearest
from store.planline.way_in_a_word import means_a_way
from store.planline.words import those

_WITH = those("met with")
_COMPANY = _WITH | those("zonder without")
_BESIDE = those("naar door aan van")
_FINITE = step_words.CONTACT_VERBS - those("bel mails emails texts messages")
_CALLED_BY = (Channel.PHONE, Channel.MAIL, Channel.MESSAGE)
_ORDERS = frozenset(word for word, way in contact_words.CHANNELS.items() if way in _CALLED_BY) - _FINITE
_WAYS = _ORDERS | contact_words.TALKS
_FEWEST = 3
"""Letters of the shortest word that another one can be stuck to."""
_SEVERAL = 2
"""Dots from which on they are no end of a sentence."""


def parted(line: Line, known: KnownNames) -> Line:
    """Return the line with words that are stuck together apart, and the parts of one way as one word."""
    joined = _without_dots(_abbreviated(_afterwards(line.tokens)))
    joined = _both(joined, known)
    joined = [_behind_home(joined, n, each) for n, each in enumerate(joined)]
    joined = [_before_somebody(joined, n, each, known) for n, each in enumerate(joined)]
    found = [part for n, each in enumerate(joined) for part in _parts(joined, n, each, known)]
    return line if found == list(line.tokens) else Line(tuple(found))


def _both(found: Sequence[Token], known: KnownNames) -> list[Token]:
    """Read *n* in *mum n dad*, and *als* in *zowel mama als papa*, as *and* between two people."""
    read = list(found)
    for n, each in enumerate(found):
        if each.word not in _JOINING or not 0 < n < len(found) - 1:
            continue
        first = next((k for k in range(max(0, n - 3), n) if found[k].word == "zowel"), n)
        if not (_is_somebody_near(found, n, -1, known) and _is_somebody_near(found, n, 1, known)):
            continue
        if each.word == "n":
            read[n] = replace(each, plain="and", word="and")
        elif first < n:
            read[first] = replace(found[first], plain="beide", word="beide")
            read[n] = replace(each, plain="en", word="en")
    quotes = [n for n, each in enumerate(read) if each.word == "'" and _is_joint(read, n)]
    return [each for n, each in enumerate(read) if n not in quotes]


def _is_joint(read: Sequence[Token], n: int) -> bool:
    """Return whether the sign there belongs to *'n* or *n'*, which was read as *and*."""
    return any(each.word == "and" and each.typed == "n" for each in read[max(0, n - 1) : n + 2])


_JOINING = those("n als")


def _is_somebody_near(found: Sequence[Token], joint: int, step: int, known: KnownNames) -> bool:
    """Return whether somebody stands on that side of a joint, *her* or a sign between; -1 is before it."""
    n = joint + step
    while 0 <= n < len(found) and found[n].word in _BETWEEN:
        n += step
    word = found[n].word if 0 <= n < len(found) else ""
    return bool(role_words.role_of(word)) or known.names_a_part(word)


_BETWEEN = role_words.WHOSE | {"'"}


def _behind_home(found: Sequence[Token], n: int, token: Token) -> Token:
    """Read *vist* behind *home* as *visit*; alone it may be another word."""
    home = n > 0 and found[n - 1].word in _HOME and token.kind == "word" and not is_known(token.word)
    meant = nearest(token.plain, [(each, 0) for each in ("visit", "visits")]) if home else None
    return replace(token, word=meant) if meant else token


_HOME = those("home house")


def _afterwards(found: Sequence[Token]) -> list[Token]:
    """Make one word of *after that* where no thing follows that it is after: *after that a monthly call*."""
    whole: list[Token] = []
    for n, each in enumerate(found):
        behind = found[n + 1].word if n + 1 < len(found) else ","
        after = whole[-1] if whole and whole[-1].word == "after" and each.word == "that" else None
        if after is not None and behind in _BEHIND_AFTERWARDS:
            whole[-1] = replace(
                after, typed="after that", plain="afterwards", word="afterwards", end=each.end
            )
        else:
            whole.append(each)
    return whole


_BEHIND_AFTERWARDS = (
    words.ARTICLES | words.EVERY | words.FREQUENCIES.keys() | role_words.ROLES.keys() | words.THE
    | role_words.TEACHER_WORDS | those(", we i only if when once by in on email call text phone")
) - {"that"}  # fmt: skip


def _before_somebody(found: Sequence[Token], n: int, token: Token, known: KnownNames) -> Token:
    """Read the sign of *mail @ papa* as *aan*, and that of *gesprek @ school* as *op*."""
    behind = found[n + 1].word if token.typed == "@" and n + 1 < len(found) else ""
    if behind == "school":
        return replace(token, kind="word", plain="op", word="op")
    if not behind or not (role_words.role_of(behind) or known.names_a_part(behind)):
        return token
    return replace(token, kind="word", plain="aan", word="aan")


def _abbreviated(found: Sequence[Token]) -> list[Token]:
    """Make one word of *vid.bellen*, *huis.bez*: a way of contact with its front cut short."""
    whole: list[Token] = []
    for each in found:
        front = whole[-2] if len(whole) > 1 and whole[-1].typed == "." and whole[-1].glued else None
        if front is not None and each.glued and front.kind == each.kind == "word":
            word = f"{front.plain}{each.plain}"
            if front.plain not in _WAYS and means_a_way(word):
                whole[-2:] = [replace(front, typed=f"{front.typed}.{each.typed}", word=word, end=each.end)]
                continue
        whole.append(each)
    return whole


def _without_dots(found: Sequence[Token]) -> Sequence[Token]:
    """Leave out the dots of *mail.elke.week*, which stand where a space was meant; not those of a date."""
    dots = [each for each in found if each.typed == "."]
    spaced = any(not each.glued for each in found[1:])
    dated = sum(each.value >= 0 for each in found) > 1
    meant = not spaced and not dated and len(dots) >= _SEVERAL
    return [each for each in found if each not in dots] if meant else found


def _parts(found: Sequence[Token], n: int, token: Token, known: KnownNames) -> list[Token]:
    if token.kind != "word" or token.slip or is_known(token.plain) or known.names_a_part(token.plain):
        return [token]
    if len(token.plain) != len(token.typed) or len(token.plain) < _FEWEST + 2:
        return [token]
    led = n > 0 and found[n - 1].word in contact_words.WITH | contact_words.POSSESSIVES
    ends = _talk_of_both(found, n) or _cuts(token.plain, known, led) or _at_a_capital(token.typed)
    bounds = [0, *ends, len(token.plain)]
    return [_part(token, start, end) for start, end in pairwise(bounds)]


def _talk_of_both(found: Sequence[Token], n: int) -> tuple[int, ...]:
    """Return where to part *ouderkindgesprek*, and *kindgesprek* behind *ouder-*: who talk, and the talk.

    Of one side alone, as in *oudergesprek*, it is what the talk is called.
    """
    word = found[n].plain
    joined = n > 1 and found[n - 1].word in words.AND | words.DASH and found[n - 2].word in _OF_A_TALK
    for talk in _TALKS:
        front = word.removesuffix(talk)
        if front == word:
            continue
        if joined and front in _OF_A_TALK:
            return (len(front),)
        both = (len(one) for one in _OF_A_TALK if front.startswith(one) and front[len(one) :] in _OF_A_TALK)
        if (first := next(both, 0)) > 0:
            return first, len(front)
    return ()


_TALKS = ("gesprek", "gesprekken", "gesprekje", "overleg")
_OF_A_TALK = those("ouder ouders kind leerling school leerkracht mentor vader moeder")
"""Who a talk is named after."""


def _part(token: Token, start: int, end: int) -> Token:
    word = token.plain[start:end]
    if word == token.plain:
        return token
    begin, glued = token.start + start, token.glued or start > 0
    return Token("word", token.typed[start:end], word, word, begin, token.start + end, glued)


@lru_cache(maxsize=1024)
def _cuts(word: str, known: KnownNames, led: bool) -> tuple[int, ...]:
    """Return where a word nobody knows is to be parted; nowhere, where that is not one place.

    `led`: *met* stands before it, and so it is somebody: *met de beltolk*.
    """
    cuts = (_cut_at(word, at, known, led) for at in range(2, len(word) - 1))
    found = [cut for cut in cuts if cut]
    return found[0] if len(found) == 1 else ()


def _cut_at(word: str, at: int, known: KnownNames, led: bool) -> tuple[int, ...]:
    """Return where to part a word that may end there: once, or further on too, as in *jufbeltmoeder*."""
    if both := _both_behind(word, at, known):
        return both
    if _fits(word[:at], word[at:], known, led):
        return (at,)
    behind = _cuts(word[at:], known, led) if at >= _FEWEST and len(word) - at > _FEWEST else ()
    further = bool(behind) and _fits(word[:at], word[at : at + behind[0]], known, led)
    return (at, *(at + each for each in behind)) if further else ()


def _both_behind(word: str, at: int, known: KnownNames) -> tuple[int, ...]:
    """Return the two places in *vaderenmoeder*, where *en* joins two people."""
    one, joint, other = word[:at], word[at : at + 2], word[at + 2 :]
    return (at, at + 2) if joint == "en" and _is_near(one, known) and _is_near(other, known) else ()


def _fits(front: str, back: str, known: KnownNames, led: bool) -> bool:
    """Return whether one word may end there, and the other begin."""
    if front == "en":
        return _is_near(back, known)
    if len(front) < _FEWEST:
        return False
    if front in words.EVERY:
        # *everyday* is a word of its own
        return (back in words.UNITS and back != "day") or back in words.DAY_NAMES
    if (front in _WAYS and back in _WITH) or (front in _COMPANY and back in contact_words.POSSESSIVES):
        return True
    if front in _ORDERS and (back in words.DAY_NAMES or back in words.EVERY):
        return True
    if back in _FINITE | step_words.COMING_VERBS and _is_somebody(front, known):
        return True
    if front in _FINITE:
        return _is_somebody(back, known) or role_words.helper(back) or back in step_words.BACK
    if front in _COMPANY:
        return _is_somebody(back, known)
    return (front in _BESIDE or (front in _ORDERS and not led)) and _is_near(back, known)


def _is_somebody(word: str, known: KnownNames) -> bool:
    named = word in role_words.ROLES or word in role_words.TEACHER_WORDS or known.names_a_part(word)
    return len(word) >= _FEWEST and named


def _is_near(word: str, known: KnownNames) -> bool:
    """Return whether a word is one of the family, the teacher, or a name at the table."""
    near = role_words.ROLES.get(word) in (role_words.PARENTS, role_words.TEACHER)
    # *appels* are no message to Els
    named = len(word) > _FEWEST and known.names_a_part(word)
    return len(word) >= _FEWEST and (near or named or word in role_words.RELATIVES)


def _at_a_capital(typed: str) -> tuple[int, ...]:
    """Return where a name begins in *beltSanne*, *metSanne*."""
    at = next((n for n in range(1, len(typed)) if typed[n].isupper()), 0)
    front, name = typed[:at].casefold(), typed[at + 1 :]
    return (at,) if name.islower() and front in _COMPANY | _FINITE | step_words.FIRST_PERSON else ()
