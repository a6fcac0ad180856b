"""What the description of an event says line by line: "Kind: Milan", "Tel: 06-…"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from store.domain.text import fold, those
from store.roster.header_words import PUPIL_NAMES, Meaning, is_private_note, is_understood, meaning_of
from store.roster.names import is_a_name

_LABELLED = re.compile(r"^\s*([^:\n]{2,40}):[ \t]*(\S.*)$", re.MULTILINE)
_BESIDE = those("and en und et met with") | {"&", "+"}
"""Words behind a name in a title, ahead of whom the talk is with."""


def labelled(description: str) -> tuple[dict[str, str], str]:
    """Return what stands behind each known label of a description, and all of it that has none."""
    found = dict(_LABELLED.findall(description))
    known = {label: said for label, said in found.items() if is_understood(label) or is_private_note(label)}
    rest = _LABELLED.sub(lambda line: "" if line[1] in known else line[0], description)
    return known, " ".join(rest.split())


def names_a_child(description: str) -> bool:
    """Return whether a label of a description says which child the event is about."""
    return any(meaning_of(label).field in PUPIL_NAMES for label in labelled(description)[0])


def children(titles: Sequence[str], labels: Sequence[Mapping[str, str]]) -> tuple[list[str], set[str]]:
    """Return whom each event is about, and the labels that said so; none where no label names a child.

    A title names the child of an event without such a label where it does so wherever there is one:
    elsewhere whoever booked stands in it.
    """
    naming = {label for each in labels for label in each if meaning_of(label).field in PUPIL_NAMES}
    if len({meaning_of(label).field for label in naming}) > 1:
        # a first and a last name apart
        return [], set()
    said = [next((each[label] for label in each if label in naming), "") for each in labels]
    both = [(title, name) for title, name in zip(titles, said, strict=True) if name]
    if not both:
        return [], set()
    titled = all(_begins(title, name) for title, name in both)
    return [
        _fuller(title, name) if name else title if titled else ""
        for title, name in zip(titles, said, strict=True)
    ], naming


def one_for_each(columns: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Return the columns, those that mean the same and are never filled side by side as one."""
    kept: dict[str, list[str]] = {}
    meant: dict[str, Meaning] = {}
    for header, values in columns.items():
        meaning = meaning_of(header)
        into = next(
            (
                each
                for each, other in meant.items()
                if meaning.field and (meaning.field, meaning.carer) == (other.field, other.carer)
                if not any(one and two for one, two in zip(kept[each], values, strict=True))
            ),
            header,
        )
        before = kept.get(into) or [""] * len(values)
        kept[into] = [one or two for one, two in zip(before, values, strict=True)]
        meant.setdefault(into, meaning)
    return kept


def _begins(title: str, name: str) -> bool:
    return f"{fold(title)} ".startswith(tuple(f"{fold(name)}{sign}" for sign in " ,:-–("))


def _fuller(title: str, name: str) -> str:
    """Return the name of a title that has more of it than the label: "Aya" of "Aya Bensaïd - Nour"."""
    parts = re.split(r"\s+[-–—|/]\s+|[:,(]", title)[0].split()
    own = len(name.split())
    more = takewhile(lambda word: fold(word) not in _BESIDE, parts[own:])
    bare = " ".join((*parts[:own], *more))
    return bare if _begins(bare, name) and is_a_name(bare) else name
