"""Read who is met first and who after that: *eerst met vader en dan met moeder*."""

from __future__ import annotations

from store.planline import contact_words, step_words, words
from store.planline.first_step import Surroundings
from store.planline.segment import CONTACTS
from store.planline.tokens import Line

_FIRST = frozenset(("eerst", "first"))


def one_after_another(around: Surroundings, i: int) -> range:
    """Return the tokens that tell in which order people are met; none where they do not.

    It is kept as typed with what the contact is for, and all of them are there.
    """
    line = around.line
    begin = line.maybe(i, _FIRST)
    if not (begin > i or line.has(i, contact_words.WITH) or around.somebody(i) is not None):
        return range(0)
    end = _behind_people(around, begin)
    way = around.at(end) if end is not None and begin > i else None
    if way is not None and way.kind in CONTACTS:
        # *eerst vader bellen en dan moeder*, who are both called
        last = _behind_then(line, way.end)
        end = way.end if last is not None and not _reached_otherwise(around, last) else None
    told = range(0)
    while end is not None and (then := _behind_then(line, end)) is not None:
        end = _behind_people(around, then)
        told = range(i, end) if end is not None else told
    return told


def _reached_otherwise(around: Surroundings, i: int) -> bool:
    """Return whether *moeder mailen* stands behind *dan*: each is reached in a way of their own."""
    end = _behind_people(around, i)
    way = around.at(end) if end is not None else None
    return way is not None and way.kind in CONTACTS


def _behind_then(line: Line, i: int) -> int | None:
    """Return the place behind *en dan*, *, daarna*; *dan* alone may stand before another plan."""
    joint = line.skip(i, words.AND | {",", ";"})
    return joint + 1 if line.has(joint, words.THEN) else None


def _behind_people(around: Surroundings, i: int) -> int | None:
    """Return the place behind *met vader en moeder*, whoever is met; None where somebody else follows.

    Who takes a step there, as in *dan moeder belt*, is not met.
    """
    line = around.line
    at = line.maybe(i, contact_words.WITH)
    who = around.somebody(at)
    while who is not None and line.has(who.end, words.AND):
        other = around.somebody(who.end + 1)
        if other is None:
            break
        who = other
    if who is None or line.has(who.end, step_words.SUBJECT_VERBS | step_words.MODALS):
        return None
    return line.maybe(who.end, _FIRST)
