"""Give some people in one cell what is labelled as theirs in another: "moeder 06-…, vader 06-…"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.roster.cells import CONTACT_TOLD
from store.roster.header_words import parent_said
from store.roster.names import BEHIND, SLASH, comparable, outside_brackets, words

_ROLE_AHEAD = re.compile(r"([^\W\d_]+)\s*:\s*(\S.*)")
_ROLE_BARE = re.compile(r"([^\W\d_]+)\s+([^\W\d_]\S*.*)")
_ROLE_AROUND = re.compile(r"([^\W\d_]+)\s*\(([^\W\d_][^()]*)\)")
_BETWEEN_PEOPLE = re.compile(rf"\s*(?:[;,\n&]|\s\+\s|{SLASH}|\s(?:en|and)\s)\s*")
_BETWEEN = r"\n|\s*/\s*|;|,|\s+(?:en|and|of|or)\s+"
_NEXT = r"(?<=\d)\s+(?=[^\W\d_]+\s*:\s*\+?\d)|(?<=[^\W\d_]\))\s+(?=\+?\d)"
"""Where the next one stands right behind a number or its label: "A: 06-… K: 06-…", "06-… (A) 06-… (K)"."""
_SHORT = {
    "father": frozenset(["dhr", "heer", "hr", "meneer", "mijnheer", "mr", "pa"]),
    "mother": frozenset(["mw", "mv", "mevr", "mevrouw", "mrs", "ms", "miss", "ma"]),
}
"""What tells as much of somebody as the words for a parent do."""
_LETTERS = {"m": "mother", "v": "father"}
"""Letters for mother and father where both are there; they may as well be for a man and a woman."""


class Shared(NamedTuple):
    """What each person has of a cell, and whether there is no doubt of that."""

    numbers: list[str]
    sure: bool = True


def has_labels(text: str) -> bool:
    """Return whether there are words beside the numbers and addresses in a cell."""
    return any(map(str.isalpha, CONTACT_TOLD.sub(" ", text)))


def by_label(text: str, people: Sequence[str]) -> Shared | None:
    """Return the number or address of each of these by what stands with it; None where it names nobody."""
    if not has_labels(text):
        return None
    parts = [part for part in re.split(_BETWEEN, re.sub(_NEXT, "\n", text)) if part.strip()]
    numbers = [found[0].strip() for part in parts if (found := CONTACT_TOLD.search(part))]
    if not parts or len(numbers) < len(parts):
        return None
    labels = [CONTACT_TOLD.sub(" ", part).strip(" :()[].-–") for part in parts]
    said_in_letters = {label.casefold() for label in labels}
    letters = said_in_letters == set(_LETTERS) or (len(people) == 1 and said_in_letters <= set(_LETTERS))
    said = [_LETTERS[label.casefold()] if letters else _parent(label) for label in labels]
    at = [_whose(label, parent, people) for label, parent in zip(labels, said, strict=True)]
    if not any(said) and all(each is None for each in at):
        return None
    if len(people) == len(parts) == 1:
        return Shared(numbers)
    if letters or None in at or len(set(at)) < len(at):
        free = iter(nth for nth in range(len(people)) if nth not in at)
        taken = [next(free, None) if each is None else each for each in at]
        return Shared(_given(numbers, taken, len(people)), sure=False)
    return Shared(_given(numbers, at, len(people)))


def with_roles_behind(text: str) -> str:
    """Return people with who they are in brackets behind, not before: "moeder: Eva Bos; vader: Tim Kok"."""
    parts = [part.strip() for part in outside_brackets(_BETWEEN_PEOPLE, text)]
    labelled = [_ROLE_AHEAD.fullmatch(part) or _bare_role(part) for part in parts]
    said = [(found[1], found[2]) for found in labelled if found]
    if len(said) < len(parts) or not all(name[:1].isalpha() for _, name in said):
        return text
    if {role.casefold() for role, _ in said} <= set(_LETTERS) and ":" in text:
        # letters for mother and father, or for a man and a woman
        return " / ".join(name for _, name in said)
    if not all(_parent(role) for role, _ in said):
        return text
    return " / ".join(f"{name} ({role})" for role, name in said)


def parent_behind(text: str) -> str:
    """Return which parent stands in brackets behind a name: "Joke Bos (moeder)"."""
    found = BEHIND.fullmatch(text)
    return parent_said(found[2]) if found and found[1][:1].isupper() else ""


def _bare_role(part: str) -> re.Match[str] | None:
    """Return "mama Joke" or "Moeder (Joke)" taken apart; "Mama Joke" may be how somebody is called.

    "Moeder Joke Bos" is not.
    """
    around = _ROLE_AROUND.fullmatch(part)
    if around and parent_said(around[1]) and around[2][0].isupper():
        return around
    found = _ROLE_BARE.fullmatch(part)
    if not found or not parent_said(found[1]) or not found[2][0].isupper():
        return None
    return found if found[1].islower() or len(found[2].split()) > 1 else None


def _given(numbers: Sequence[str], at: Sequence[int | None], count: int) -> list[str]:
    """Return the numbers of each person in order; what is of nobody is with the last."""
    return [
        " / ".join(
            number
            for number, whose in zip(numbers, at, strict=True)
            if (count - 1 if whose is None else whose) == nth
        )
        for nth in range(count)
    ]


def _parent(text: str) -> str:
    """Return which parent a text is about, also by how somebody is addressed."""
    if parent := parent_said(text):
        return parent
    said = {parent for parent, short in _SHORT.items() if not short.isdisjoint(words(text))}
    return said.pop() if len(said) == 1 else ""


def _whose(label: str, parent: str, people: Sequence[str]) -> int | None:
    """Return the one of these people that a label is about: by name, else as a mother or father."""
    named = [
        nth
        for nth, name in enumerate(people)
        if comparable(label) and comparable(label) in {comparable(name), *words(name)}
    ]
    if not named and len(label) == 1:
        named = [nth for nth, name in enumerate(people) if comparable(name)[:1] == comparable(label)]
    alike = [nth for nth, name in enumerate(people) if parent and _parent(name) == parent]
    others = [nth for nth, name in enumerate(people) if parent and _parent(name) not in {"", parent}]
    for found in (named, alike):
        if len(found) == 1:
            return found[0]
    left = [nth for nth in range(len(people)) if nth not in others]
    return left[0] if others and not alike and len(left) == 1 else None
