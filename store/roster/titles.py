"""Find the name in the title of an event: "Startgesprek groep 5 – Milan van der Laan (mw. Laan)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from store.domain.text import those
from store.roster.cells import says_where
from store.roster.header_words import says_parent
from store.roster.names import has_capitals, is_a_name, is_infix, without_preface, words

_TALKS = those(
    "startgesprek startgesprekken gesprek gesprekken kennismakingsgesprek kennismaking oudergesprek "
    "voortgangsgesprek tienminutengesprek minutengesprek afspraak talk appointment conference "
    "sg og kg vg"
)
_ABOUT = _TALKS | those(
    "minuten min omgekeerd met voor van meeting groep klas with for of parent teacher en and"
)
"""Words of a title that say what the event is, not with whom."""
_BOOKED = r"(?i)(\S+(?:\s+\S+)+?)\s+(?:en|and|&|und|et)\s+(\S.*)"
_GROUP = r"(?i)\(?((?:groep|klas|group|gr\.?)\s*\d\S{0,3}?|\d[A-Za-z]?)\)?"
_IN_BRACKETS = r"(?i)\s*\(((?:groep|klas|group|gr\.?)\s*\d\S{0,3}?)\)\s*"
_TITLE = r"(?:de )?(?:mw|mevr|mevrouw|dhr|heer|meneer|mr|mrs|ms|fam|familie|juf|juffrouw|meester)\b"
_ADDRESSED = rf"(?i){_TITLE}"
"""How a grown-up is addressed."""
_APART = r"\s+[-–—/]\s+|\s*\|\s*|(?<=\S)[:;](?:\s+|$)|\s*(\([^()]*\))\s*|\s+(?:met|with)\s+"
_AND_A_GROWN_UP = rf"(?i)\s+(?:en|and|&|und|et)\s+(?={_TITLE})"
_PARENTS_OF = r"(?i)(?:ouders|parents)\s+(?=[^\W\d_])"
MANY = 4
"""Titles that share a word with a capital, which of fewer may be the last name of brothers and sisters."""


def names_in_titles(titles: Sequence[str]) -> list[str]:
    """Return the names in titles, each with what else its title says behind a "|".

    What the titles share at either end, and words for a talk, say nothing of whom it is with.
    """
    groups = [found[1] if (found := re.search(_IN_BRACKETS, title)) else "" for title in titles]
    titles = [re.sub(_IN_BRACKETS, " ", title) for title in titles]
    parts = [[*_parts(title)] for title in _without_shared_words(titles)]
    several = len(set(titles)) > 1
    shared = set[str].intersection(*map(set, parts)) if several else set[str]()
    left = [[part for part in each if part not in shared] for each in parts]
    named = [_named(each) or _stripped(title) for each, title in zip(left, titles, strict=True)]
    return [_of_group(name, group) for name, group in zip(named, groups, strict=True)]


def _of_group(name: str, group: str) -> str:
    """Return a name with its group behind it, before what else its title says."""
    ahead, sign, behind = name.partition(" | ")
    return f"{ahead} ({group}){sign}{behind}" if group and ahead else name


def who_booked(titles: Sequence[str]) -> str:
    """Return the first of whoever booked, where all titles name them ahead of what they booked.

    "Joke Bos en Startgesprekken", "Joke Bos and Juf Els", or everybody "and Els Kok": a booking program
    knows who booked, and not for which child.
    """
    found = [re.fullmatch(_BOOKED, title.strip()) for title in titles]
    named = [each for each in found if each and is_a_name(each[1]) and has_capitals(each[1])]
    booked = {each[2].casefold() for each in named}
    if not named or len(named) < len(titles) or len(booked) > 1:
        return ""
    what = named[0][2]
    one_host = len(set(titles)) > 1 and is_a_name(what) and has_capitals(what)
    return named[0][1] if says_it_is_a_talk(what) or re.match(_ADDRESSED, what) or one_host else ""


def says_it_is_a_talk(title: str) -> bool:
    """Return whether a title has a word for a talk with parents in it."""
    return not _TALKS.isdisjoint(words(title))


def _without_shared_words(titles: Sequence[str]) -> list[str]:
    """Return the titles without the words at either end that all of them have, and that are no names."""
    split = [title.split() for title in titles]
    if len(set(titles)) < 2:
        return list(titles)
    talks = any(map(says_it_is_a_talk, titles))
    ahead = _shared(split)
    said = max((at for at, word in enumerate(ahead, 1) if _says_nothing(word)), default=0)
    # where a word says that it is a talk, a name may stand behind it: that of two with one first name
    first = said if talks else len(ahead)
    behind = _shared([each[first:][::-1] for each in split])
    said = max((at for at, word in enumerate(behind, 1) if _says_nothing(word)), default=0)
    small = behind and behind[-1][:1].islower() and not is_infix(behind[-1])
    last = len(behind) if small or len(titles) >= MANY else said
    kept = [each[first : len(each) - last] for each in split]
    return [" ".join(each) if each else title for each, title in zip(kept, titles, strict=True)]


def _shared(split: Sequence[Sequence[str]]) -> list[str]:
    """Return the words that all begin with, but for one word of the shortest."""
    rows = zip(*(each[:-1] for each in split), strict=False)
    return [row[0] for row in takewhile(lambda row: len({word.casefold() for word in row}) == 1, rows)]


def _parts(title: str) -> Iterator[str]:
    """Yield what stands between the signs of a title, without words that say nothing of whom it is with."""
    label = ""
    first, *more = re.split(_APART, title)
    for part in filter(None, (*re.split(_AND_A_GROWN_UP, first), *more)):
        within = part.strip("() ")
        bare = within if says_where(part) else _stripped(within)
        if bare and all(map(says_parent, words(bare))):
            # "ouders: Joke Bos"
            label = f"{bare}: "
        elif bare:
            yield f"({label}{bare})" if part.startswith("(") else label + bare
            label = ""
    if label:
        yield label.rstrip(": ")


def _named(parts: Sequence[str]) -> str:
    """Return the name among the parts of a title, and the others behind it; empty where there is none."""
    names = [part for part in parts if _may_be_a_child(part)]
    if not names and not (names := [part for part in parts if _may_be_a_child(part.strip("()"))]):
        return ""
    parts = [part.strip("()") if part in names else part for part in parts]
    names = [name.strip("()") for name in names]
    name, *more = (re.sub(_PARENTS_OF, "", without_preface(each)) for each in names)
    groups = [found[1] for part in parts if (found := re.fullmatch(_GROUP, part))]
    asides = [part.strip("()") for part in parts if part not in names and not re.fullmatch(_GROUP, part)]
    # who else is named so may be the child as well, which is asked
    name = " - ".join((name, *more))
    name += "".join(f" ({group})" for group in groups)
    return f"{name} | {'; '.join(asides)}" if asides else name


def _may_be_a_child(part: str) -> bool:
    bare = re.sub(_PARENTS_OF, "", without_preface(part))
    said = words(bare)
    grown = re.match(_ADDRESSED, bare) or (said and (says_parent(said[0]) or says_parent(said[-1])))
    capital = any(word[:1].isupper() for word in bare.split())
    named = bare[:1] != "(" and is_a_name(bare) and has_capitals(bare) and capital
    return named and not grown and not says_where(bare)


def _stripped(text: str) -> str:
    """Return what is left of a text between words that say nothing of whom it is with."""
    parts = text.split()
    while parts and _says_nothing(parts[0]) and not _is_of_a_last_name(parts):
        parts = parts[1:]
    while parts and _says_nothing(parts[-1]):
        parts = parts[:-1]
    bare = " ".join(parts).strip(" -–—:|,")
    return bare if bare.count("(") == bare.count(")") else bare.strip("() ")


def _is_of_a_last_name(parts: Sequence[str]) -> bool:
    """Return whether an infix is of a name: "Van Dijk", "van der Laan", "van Dijk, Pim"."""
    sure = parts[0][:1].isupper() or any(map(is_infix, parts[1:2])) or "," in " ".join(parts)
    return is_infix(parts[0].casefold()) and sure


def _says_nothing(part: str) -> bool:
    said = words(part)
    return not said or all(word in _ABOUT or word.isdigit() for word in said)
