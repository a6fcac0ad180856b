"""Several people by one word: *allebei*, *all of us*, *het hele gezin*, *home*."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

_ARE_PARENTS = role_words.ONE_PARENT | (step_words.SEVERAL & role_words.ROLES.keys())
_REACHED_BY = step_words.FIRST_PERSON | step_words.CONTACT_VERBS | contact_words.CHANNELS.keys()
_NO_NOUN = (
    words.DURING | words.BEFORE | words.AFTER | words.AND | step_words.CONTACT_VERBS | step_words.COMING_VERBS
    | step_words.INFINITIVES | contact_words.ALONG | words.EVERY | words.MONTHS.keys() | words.WEEKDAYS.keys()
    | those("on op at om about over apart separately afzonderlijk samen together")
)  # fmt: skip
_THEM = those("ze hen hun them they zij")
_BEFORE_A_NOUN = those("beide both")
_BOTH = _BEFORE_A_NOUN | those("allebei beiden")
_AT_THE_TABLE = (3, 4, 5)
"""How many sit there: two may be any two of them."""
_FAMILY = those("gezin familie family")


def everybody_at(line: Line, i: int) -> int | None:
    """Return the place after *z'n allen*, *het hele gezin*, *everybody*: the child as well as the others."""
    if line.has(i, role_words.EVERYBODY) or (line.has(i, {"allen"}) and line.has(i - 1, contact_words.WITH)):
        return i + 1
    if (ours := _all_of_us(line, i)) is not None:
        return ours
    at = line.skip(i, words.THE)
    whole = line.has(at, {"hele", "whole", "gehele"}) and line.has(at + 1, _FAMILY)
    comes = i == 0 and (line.token(at + 2) is None or line.has(at + 2, _COMES_THERE))
    return at + 2 if whole and (comes or line.has(i - 1, contact_words.WITH)) else None


_COMES_THERE = contact_words.ALONG | step_words.COMING_VERBS | those("op at welkom welcome")


def _all_of_us(line: Line, i: int) -> int | None:
    """Return the place after *all of us*, *we all*, *the three of us*, *ons drieën*: who sit at the table."""
    counted = line.skip(i, words.THE | {"all"})
    if line.phrase(counted, ("of", "us")) and counted > i:
        return counted + 2
    if line.look(counted, words.NUMBERS) in _AT_THE_TABLE and line.phrase(counted + 1, ("of", "us")):
        return counted + 3
    ours = line.skip(i, {"we", "wij", "ons", "us"})
    his = line.has(i, {"z'n", "zn", "zijn"}) and line.has(i - 1, contact_words.WITH)
    at = ours if ours > i else line.maybe(i, {"z'n", "zn", "zijn"}) if his else i
    together = line.has(at, {"alle"}) and line.look(at + 1, words.NUMBERS) in _AT_THE_TABLE
    met = together and line.has(i - 1, contact_words.WITH) and not _counts_others(line, at + 2)
    if together and (ours > i or met):
        return at + 2
    said = line.look(at, words.HOUR_PLURALS) in _AT_THE_TABLE or line.has(at, {"allen", "alledrie"})
    if at > i and (said or (ours > i and line.has(at, {"all"}))):
        return at + 1
    end = line.has(i, {"all"}) and line.has(i + 1, {"together"})
    return i + 2 if end else None


def _counts_others(line: Line, i: int) -> bool:
    """Return whether a noun follows on *alle drie*, which are then others than those at the table."""
    token = line.token(i)
    noun = token is not None and token.kind == "word" and not line.has(i, _NO_NOUN)
    return noun or line.has(i, words.THE) or line.look(i, role_words.ROLES) is not None


def both_at(line: Line, i: int) -> int | None:
    """Return the place after *allebei*, *ze beiden* or *both of them*: who are two are the parents.

    That is so behind *met*; elsewhere where nothing else is counted, and no parent is named.
    """
    led = line.has(i - 1, contact_words.WITH)
    if not led and not _may_be_both(line, i):
        return None
    at = line.skip(i, _THEM)
    end = at + 2 if line.phrase(at, ("alle", "twee")) else line.maybe(at, _BOTH)
    of_them = line.skip(end, {"of"} | _THEM)
    token = line.token(of_them)
    if end == at or line.has(of_them, words.THE) or line.look(of_them, role_words.ROLES) is not None:
        return None
    # *beide klassen* are two of something else
    alone = of_them > end or at > i or not line.has(at, _BEFORE_A_NOUN)
    goes_on = token is not None and token.kind == "word" and not line.has(of_them, _NO_NOUN)
    return of_them if alone or not goes_on else None


def _may_be_both(line: Line, i: int) -> bool:
    """Return whether *both* may stand there by itself: *mail beide in nov*, *gesprek 12 nov, allebei*."""
    if not line.has(i, _BOTH | _THEM | {"alle"}) or any(line.has(n, _ARE_PARENTS) for n in range(len(line))):
        return False
    dated = line.number(i - 1) is not None or line.has(i - 1, words.MONTHS.keys() | words.WEEKDAYS.keys())
    parted = i == 0 or line.has(i - 1, {",", ";", ".", "("})
    return dated or parted or line.has(i - 1, _REACHED_BY)


def several_at(line: Line, i: int) -> tuple[str, int] | None:
    """Read *mama's* in *beide mama's*, *opa's* in *allebei de opa's*: more than one of a role."""
    at = line.skip(i, words.THE | contact_words.POSSESSIVES)
    base = role_words.one_of(line.word(at))
    return (role_words.role_of(base), at + 1) if base else None


def _teaches(line: Line, i: int) -> bool:
    return line.look(i, role_words.ROLES) == role_words.TEACHER


def home_at(line: Line, i: int) -> int | None:
    """Return the place after *home* in *email home*, *naar huis* in *bel naar huis*: the parents there."""
    lead = i - 1
    at = line.maybe(i, {"naar"})
    while line.has(lead, {"back", "terug", "even"}) or (at > i and _teaches(line, lead)):
        lead -= 1
    if not line.has(at, {"huis", "thuis"} if at > i else {"home"}):
        return None
    behind = line.token(at + 1)
    goes_on = behind is not None and behind.kind == "word" and not is_known(behind.word)
    goes_on = goes_on or line.has(at + 1, {"visit", "school", "-"} | contact_words.TALKS)
    reached = line.has(lead, contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS)
    rings = at == i and i == 0 and line.has(i + 1, step_words.CONTACT_VERBS)
    return at + 1 if rings or (reached and not goes_on) else None
