"""Tell a name from what stands beside it: a call name in quotes, a group, a room, "komt later"."""

from __future__ import annotations

import re

from store.domain.role_words import tells_a_role
from store.roster.cells import says_where
from store.roster.names import (
    BEHIND,
    CLEAN,
    NO_NAME,
    comparable,
    has_capitals,
    is_a_name,
    is_all_infix,
    is_infix,
    opens_with_infix,
    split_name,
)

_BRACKETS = re.compile(
    r"\s*[(\[]([^()\[\]]+)[)\]]\s*|\s*[\"“”„«]([^\"“”„«»]+)[\"“”»]\s*|(?<!\S)['‘]([^\s'‘’]{2,})['’](?!\S)"
)
GROUP_BEHIND = re.compile(r"(?<=[^\W\d_])\s+[-–|/]\s*((?:groep|klas|group|gr\.?)?\s*\d\S{0,3})$", re.I)
"""A child's group behind the name: "Milan Mos - 3A"."""
_REACHED_BEHIND = re.compile(r"(.+[^\W\d_])[\s,;:–-]+(\+?\d[\d ()-]{7,}\d|[^\s@]+@[^\s@]+)")
"""A number or an address behind a name."""
_STARS = "*\u2600-\u27bf\u2b50\u2b55\ufe0f\U0001f300-\U0001faff"
_SIGN_BESIDE = re.compile(rf"([{_STARS}]*)\s*([^{_STARS}?!]+?)\s*([{_STARS}]*|(?<=\s)[?!]{{1,3}})")
"""A star at a name, or a question mark behind it; right behind a letter that is a letter which was lost."""
_BEHIND = re.compile(r"\s*([|@])\s*|\s+([-–—/])\s+|([,:])\s+")
"""The signs between a name and what is no part of it."""
_CALLED = (
    r"(?:roepnaam|roepn|rn|genoemd|genaamd|noemt zich|zeg maar|ook wel|bijnaam|nickname|called)\b[.:]?\s+"
)
_INSTEAD = r"([^<>=~→⇒←⇐↔⇔⇄]*\w)\s*([-–=]*[<>~→⇒←⇐↔⇔⇄=]+[-–=>]*)\s*(\w[^<>=~→⇒←⇐↔⇔⇄]*)"
"""Two names, and a sign between that is in nobody's: "Tijn Mol -> Sanne Prins"."""
_TO_RIGHT = (">", "→", "⇒")
_SAYS_CALLED = rf"(?i){_CALLED}(?=[^\W\d_])"
_CALLED_BEHIND = re.compile(rf"[\s,;–—-]+({_CALLED}[^\W\d_][\w'’-]*)\s*$", re.IGNORECASE)


def without_aside(text: str) -> tuple[str, str]:
    """Return a name, or names, without what stands behind a sign and is none: "Pim Bos - lokaal 3".

    A call name that is said to be one comes in brackets.
    """
    if reached := _REACHED_BEHIND.fullmatch(text):
        return reached[1], reached[2]
    text = _CALLED_BEHIND.sub(r" (\1)", text)
    for found in _BEHIND.finditer(text):
        ahead, behind_it = text[: found.start()].strip(), text[found.end() :].strip()
        sign = found[1] or found[2] or found[3]
        if ahead.count("(") > ahead.count(")"):
            continue
        if is_a_name(ahead) and behind_it and _is_aside(sign, ahead, behind_it):
            return ahead, behind_it
    return text, ""


def _is_aside(sign: str, ahead: str, behind: str) -> bool:
    """Return whether what stands behind a sign is no name: it has numbers, or begins with a small letter."""
    if sign in "|@":
        return True
    behind = _BRACKETS.sub(" ", behind).strip()
    first = behind.split()[0] if behind else ""
    small = first[:1].islower() and not is_infix(first.strip(",")) and ahead[:1].isupper()
    if any(map(str.isdigit, behind)):
        return small or first[:1].isdigit() or says_where(behind)
    if sign == ",":
        # "Bos, pim": behind a last name stands a first name
        return small and (len(ahead.split()) > 1 or tells_a_role(first)) and not opens_with_infix(ahead)
    return small or says_where(behind)


def call_name(text: str) -> tuple[str, str, str]:
    """Take out what stands beside a name: the name without, a call name, and a remark.

    An infix between brackets goes before the last name: "Laan (van der), Milan".
    """
    called = ""
    remarks: list[str] = []

    def taken(found: re.Match[str]) -> str:
        nonlocal called
        inside = (found[1] or found[2] or found[3] or "").strip()
        bare = re.sub(_SAYS_CALLED, "", inside, count=1) if re.match(_SAYS_CALLED, inside) else inside
        if is_all_infix(inside):
            return f" {inside} "
        # "Aya Kok (Nour Haddad)" names two; "Mo (Mohammed Kaya)" and a name that is said to be one do not
        ahead = found.string[: found.start()].split()
        same = bare != inside or (len(ahead) == 1 and comparable(ahead[0])[:1] == comparable(bare)[:1])
        if bare[:1].isupper() and len(bare.split()) <= 1 + same and not NO_NAME.search(bare):
            called = bare
        else:
            remarks.append(inside)
        return " "

    bare, aside = without_aside(text)
    if behind := GROUP_BEHIND.search(bare):
        bare = bare[: behind.start()]
        remarks.append(behind[1])
    if sign := _SIGN_BESIDE.fullmatch(bare):
        bare = sign[2]
        remarks.extend(filter(None, (sign[1], sign[3])))
    rest = " ".join(_BRACKETS.sub(taken, bare).replace(" ,", ",").split())
    if not rest or not CLEAN.fullmatch(rest):
        return text, "", ""
    return rest, called, "; ".join(filter(None, (*remarks, aside)))


def around_call_name(text: str, called: str) -> tuple[str, str] | None:
    """Return the given names ahead of a call name and the last name behind: "Jan Willem (Wim) Dekker"."""
    for found in _BRACKETS.finditer(text):
        ahead, behind = text[: found.start()].strip(), text[found.end() :].strip()
        inside = next(filter(None, found.groups()), "").strip()
        if inside.endswith(called) and ahead and behind and "," not in text and not opens_with_infix(ahead):
            return ahead, behind
    return None


def two_beside_a_dash(text: str) -> tuple[str, str] | None:
    """Return two names of whom one may be the other's parent, or one double name: "Finn Dam - Eva Dam"."""
    sides = re.split(r"\s+[-–—]\s+", " ".join(text.split()))
    named = all(is_a_name(side) and has_capitals(side) for side in sides)
    return (sides[0], sides[1]) if named and len(sides) == 2 and "," not in text else None


def one_for_another(text: str) -> tuple[str, str] | None:
    """Return who is left of two names with a sign between, and the other: behind an arrow is who comes."""
    found = re.fullmatch(_INSTEAD, " ".join(text.split()))
    if not found or not all(is_a_name(each) and has_capitals(each) for each in (found[1], found[3])):
        return None
    to_behind = found[2].endswith(_TO_RIGHT) and not found[2].startswith("<")
    return (found[3], found[1]) if to_behind else (found[1], found[3])


def may_be_a_child(text: str, *, last_first: bool = False) -> tuple[str, str] | None:
    """Return who may be the parent and who the child in "Joke Kok (Milan)": Milan is no short for Joke."""
    if not (found := BEHIND.fullmatch(text)) or len(found[1].split()) < 2 or "," in found[1]:
        return None
    called, first = (
        comparable(each) for each in (found[2], split_name(found[1], last_first=last_first).first)
    )
    if call_name(text)[1] != found[2] or called[:1] == first[:1] or called in first or first in called:
        return None
    return found[1], found[2]
