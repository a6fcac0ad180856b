"""Read whom a contact is meant for: *mail voor papa*, *only for mum*, *alleen voor Sanne*."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import WRITTEN
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.segment import SegmentKind
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

FOR = those("voor for")
TOWARDS = FOR | those("aan naar to")
"""Before whom it is for: *alleen voor papa*, *only to mum*."""


def for_whom(line: Line, i: int, known: KnownNames) -> SegmentKind | None:
    """Return what *voor* begins there: somebody who takes part, or a word of what it is about; else None.

    One of several children is for whom the line is, and no company. A talk for a child may be one with
    this child or about it, so that stays unread where nobody else is to be there.
    """
    role, end = person(line, line.skip(i + 1, contact_words.POSSESSIVES), known)
    alone, written = line.has(i - 1, contact_words.ALONE), _is_written(line)
    if not role and alone and _is_a_name(line, i + 1):
        return SegmentKind.WORD
    if not role or not _ends_there(line, end):
        return None
    if role == role_words.PUPIL:
        if known.several or (alone and not written):
            return SegmentKind.WORD
        return SegmentKind.PERSON if alone else None
    begins = alone or line.has(i - 1, _BEFORE)
    meant = begins and (alone or written or role == role_words.PARENTS)
    return SegmentKind.PERSON if meant else None


def one_child_only(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *alleen voor Sanne* stands there, where it does not tell one child from another."""
    if known.several or not line.has(i, contact_words.ALONE) or not line.has(i + 1, FOR):
        return False
    return person(line, line.skip(i + 2, contact_words.POSSESSIVES), known)[0] == role_words.PUPIL


def _ends_there(line: Line, i: int) -> bool:
    """Return whether no more is told of whoever stands before this place, as in *voor oma maken*."""
    token = line.token(i)
    return token is None or token.value >= 0 or line.has(i, _BEHIND)


def _is_a_name(line: Line, i: int) -> bool:
    """Return whether a word with a capital stands there that nobody knows."""
    token = line.token(i)
    return token is not None and token.typed[0].isupper() and not is_known(token.plain)


def _is_written(line: Line) -> bool:
    """Return whether the contact of a line is a mail or a message, which goes to somebody."""
    return any(line.look(n, contact_words.CHANNELS) in WRITTEN for n in range(len(line)))


_BEFORE = (
    contact_words.CHANNELS.keys() | contact_words.TALKS | words.MONTHS.keys() | words.WEEKDAYS.keys()
    | words.HOUR_WORDS | {"speciaal", "bedoeld", "especially"}
)  # fmt: skip
_BEHIND = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.NEAR_DAYS.keys() | words.EVERY | words.DURING
    | words.BEFORE | words.AFTER | words.FROM | words.AT | words.AND | words.WHICH.keys()
    | words.PERIODS.keys() | words.FREQUENCIES.keys() | purpose_words.ABOUT
    | {",", ";", ".", "!", "op", "on", "by", "per", "via"}
)  # fmt: skip


def on_behalf(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *namens ouders*, *on behalf of mum*, where somebody else reaches the others.

    *Mail namens juf* tells who sent it.
    """
    phrase = next((each for each in _ON_BEHALF if line.phrase(i, each)), None)
    if phrase is None:
        return None
    verbs = step_words.CONTACT_VERBS | step_words.COMING_VERBS
    beside = any(role and end == i for role, end in (person(line, n, known) for n in range(max(0, i - 3), i)))
    if not (beside or any(line.has(n, verbs) for n in range(len(line)))):
        return None
    role, end = person(line, line.skip(i + len(phrase), contact_words.POSSESSIVES), known)
    return end if role else None


_ON_BEHALF = (("namens",), ("uit", "naam", "van"), ("on", "behalf", "of"), ("in", "the", "name", "of"))
