"""Take names apart as people write them, compare them, and find those that are alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from store.domain.people import Pupil
from store.domain.role_words import TITLES, tells_a_role
from store.domain.text import distance, fold

INFIXES = frozenset(
    {"'s", "'t", "’s", "’t", "'n", "aan", "af", "al", "ben", "bij", "bin", "binnen", "d'", "d’", "da", "das"}
    | {
        "de",
        "del",
        "della",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "het",
        "ibn",
        "in",
        "l'",
        "l’",
    }
    | {"fan", "la", "le", "los", "met", "onder", "op", "over", "te", "ten", "ter", "tot", "uit", "uut", "van"}
    | {"vanden", "vom", "von", "voor", "zu", "zum", "zur"}
)
_CAPITAL_INFIXES = frozenset(
    {"'s", "'t", "’s", "’t", "aan", "de", "del", "della", "den", "der", "des", "dos", "du", "d'", "d’", "el"}
    | {"het", "la", "le", "te", "ten", "ter", "van", "vanden", "vander", "von", "vom", "zum", "zur", "in"}
)
"""Infixes that in a Flemish name are written with a capital; the others could be names of themselves."""
_SHORT_INFIX = re.compile(
    r"v[./]?['’]?(?:d|h|dr|dn|de[nr])\.?|v[./]['’]?t|v\.|[dh]\.|[abio][./][dht]\.?|V[./]?[Dd]\.?"
)
"""An infix that was cut short: "v.d.", "vd", "v/d", "a/d"; ahead of a name "V.D." is its letters."""
_SPACED_INFIX = re.compile(r"(?<!\S)v d(?!\S)")
_LETTER_INFIX = re.compile(r"(?<=\w )v(?= [A-Z][a-z])")
_GLUED_INFIX = re.compile(r"(?<!\S)([vV][./][dD]\.?)(?=[A-Z][^\W\d_])")
_AHEAD_OF_INFIX = frozenset({"uit", "op", "bij", "onder", "over", "voor", "tot", "in", "aan", "van"})
"""With a capital an infix only before another one: "Noa Uit den Boogaard"."""
SLASH = r"/(?!(?<=\b[^\W\d_]/)[^\W\d_]\b)"
"""A slash between two things, which that in "v/d" is not."""
LONGEST = 100
"""Letters of a name that are looked at for slips; comparing takes the square of them."""
_LETTERS = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})


_WORDS = re.compile(r"[^\W\d_]+|\d+")
_ORDINAL = re.compile(r"\s*(?:\d{1,3}[.)]|#\d{1,3}|[•▪◦])\s+(?=\D)")
_PARENTS_OF = re.compile(
    r"\s*(?:de )?(?:(?:ouder|verzorger|parent)(?:s|\(s\))?|vader|moeder|papa|mama|father|mother|dad|mum)"
    r"(?: (?:en|and|&) (?:vader|moeder|papa|mama|father|mother))? (?:van|of) (?=[^\W\d_])",
    re.IGNORECASE,
)
_WITH_PARENTS = re.compile(r"\s+(?:en|met|and|with|\+|&) (?:de |beide )?(?:ouders|parents)$", re.IGNORECASE)
_AND = re.compile(rf"\s*(?:\n|&|\+|{SLASH}|\s(?:en|and|und|et|ve)\s)\s*", re.IGNORECASE)
_COMPANY = re.compile(r"(.*?\w)\s*(?:[&+]|\s(?:en|and|met|with)\s)\s*([^\W\d_].*)", re.DOTALL)
_ALONG = r"\s+(?:met|with)\s"
_ADDRESSED = re.compile(rf"(?:de (?:heer|hr)|{'|'.join(sorted(TITLES))})\b", re.IGNORECASE)
"""How a grown-up is addressed, with a capital or without; the first word may be an infix as well."""
_COMMA = re.compile("[,;]")
_SEMICOLON = re.compile(";")
CLEAN = re.compile(r"(?:[^\W\d_]|[\s.,'’()†-]|(?<=[vV])/)+")
_SLASH = re.compile(SLASH)
_SURELY = r"(?i)[&+]|\s(?:en|and|und|et|ve)\s"
BEHIND = re.compile(r"(.*\S)\s*\(([^()]+)\)")
_ONLY = re.compile(
    r"^\s*(?:alleen|enkel|only|just)\s+(?=\S)|(?<=\S)\s+(?:alleen|only|alone)\s*$", re.IGNORECASE
)
"""What is said around whoever comes by herself: nobody else is listed there."""
_INITIALS = r"(?:[^\W\d_]{2,4}\.\s*)?(?:[^\W\d_]\.\s*)+"
"""The letters of somebody's first names, after how the person is addressed: "mw. J.M."."""
MANY_LOST = re.compile(r"\?{4,}")
"""What is left of a name in letters that an old encoding does not have."""
_NEVER_CLOSED = re.compile(r"\s\([^\W\d_][^()]*$")
_ASIDE = re.compile(r"\([^()]*\)")
_JOINED = "['’-]"
_CAPITALS = r"(?:Mc)?[^\W\d_]{2,}|(?<!\w)['’][^\W\d_]\b"
NO_NAME = re.compile(r"(?:^|\s)\d|@|:(?:\s|$|//)|</?\w|[{\[]\"|www\.")


class NameParts(NamedTuple):
    """A pupil's name as the class list keeps it."""

    first: str
    infix: str
    last: str


@lru_cache(maxsize=16_384)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text without case and accents, letters and digits apart."""
    folded = text.casefold()
    if not folded.isascii():
        folded = fold(folded.translate(_LETTERS))
    return tuple(_WORDS.findall(folded))


def comparable(text: str) -> str:
    """Return a text without case, accents, spaces and signs; never empty for a filled text."""
    return "".join(words(text)) or "".join(text.split())


def bare_number(text: str) -> str:
    """Return a number as it is compared: a spreadsheet takes the zeros ahead of it away."""
    return comparable(text).lstrip("0") if text else ""


def may_be_short(pupil: Pupil) -> bool:
    """Return whether a name may be another one in short: without a last name, or with a letter of it."""
    said = comparable(pupil.infix + pupil.last_name)
    return not pupil.last_name or len(said) == 1 or pupil.last_name.rstrip().endswith(".")


def short_for(one: Pupil, other: Pupil) -> bool:
    """Return whether a name is another one in short: the first name alone, or with the letter of the last."""
    if not other.last_name or not may_be_short(one):
        return False
    if comparable(one.first_name) != comparable(other.first_name):
        return False
    said, whole = (comparable(each.infix + each.last_name) for each in (one, other))
    if not one.last_name:
        return said in {"", comparable(other.infix)}
    return said != whole and any(each.startswith(said) for each in (whole, comparable(other.last_name)))


def agree(one: object, other: object) -> bool:
    """Return whether two values can be of the same pupil: they are equal, or one is not known."""
    return not one or not other or one == other


def same_name(one: Pupil, other: Pupil) -> bool:
    """Return whether two pupils are called the same, however it is written."""
    return comparable(one.full_name) == comparable(other.full_name)


@lru_cache(maxsize=4096)
def split_name(text: str, *, last_first: bool = False) -> NameParts:
    """Take a whole name apart: "Bas Jan van der Meulen", "Groot, Marinka de", "van 't Hof, Noa".

    Without infix and comma the first word is the first name; of a name that is known to be written
    `last_first` it is the last name.
    """
    text = _with_short_infixes(text)
    last, comma, rest = (part.strip() for part in text.partition(","))
    if not comma and (told := _by_capitals(text.split())):
        return told
    if not comma or not rest:
        return _listed(last.split()) if last_first else _spoken(last.split())
    if not last:
        return _spoken(rest.split())
    if "," in rest:
        middle, _, first = (part.strip() for part in rest.rpartition(","))
        return NameParts(first, middle, last) if is_all_infix(middle) else NameParts(middle, first, last)
    ahead, behind = last.split(), rest.split()
    names = len(behind) - _run(behind[::-1]) or len(behind)
    # "'t Hart, Gijs van": the infix is in two places
    rest, infix = " ".join(behind[:names]), behind[names:]
    split = _run(ahead)
    if 0 < split < len(ahead):
        return NameParts(rest, " ".join(infix + ahead[:split]), " ".join(ahead[split:]))
    back = len(ahead) - _run(ahead[::-1])
    if 0 < back < len(ahead):
        return NameParts(rest, " ".join(infix + ahead[back:]), " ".join(ahead[:back]))
    if infix:
        return NameParts(rest, " ".join(infix), last)
    front = next((at for at, part in enumerate(behind) if not is_infix(part) or part[0].isupper()), 0)
    return NameParts(" ".join(behind[front:]), " ".join(behind[:front]), last)


def infix_ahead(name: str) -> tuple[str, str]:
    """Return the infix that a last name begins with, and the rest; in Flanders a capital is part of it."""
    said = name.split()
    split = next((at for at, part in enumerate(said) if not is_infix(part) or part[0].isupper()), 0)
    return " ".join(said[:split]), " ".join(said[split:])


def infix_behind(name: str) -> tuple[str, str] | None:
    """Return the infix behind a name, and the name: "Hof van 't", "Berg (van den)", also all in capitals.

    In a name of small letters a word with a capital is a name of itself: "Nguyen Le".
    """
    loud = name.isupper()
    said = re.sub(r"\(([^()]*)\)$", r"\1", name).split()
    split = next(
        (
            at
            for at in range(len(said), 0, -1)
            if not is_infix(said[at - 1].casefold() if loud else said[at - 1])
        ),
        0,
    )
    if "," in name or not 0 < split < len(said):
        return None
    infix = " ".join(said[split:])
    return infix.casefold() if loud else infix, " ".join(said[:split])


def spoken(name: str, last_name: str = "", *, listed_first: bool = False) -> str:
    """Return the name of a grown-up as it is said: "Laan, J. van der" is J. van der Laan.

    What stands before a comma is a last name where it is the `last_name` of the child, where letters or an
    infix stand behind, or where the child is written so.
    """
    if "," not in name:
        return name
    bare, aside = name, ""
    if found := BEHIND.fullmatch(name):
        bare, aside = found[1], f" ({found[2]})"
    last, _, rest = (part.strip() for part in bare.partition(","))
    infix, _, first = (part.strip() for part in rest.partition(","))
    if first and "," not in first and is_all_infix(infix):
        # "Vries, de, Hetty"
        return f"{first} {infix} {last}{aside}"
    if not last or not rest or "," in rest or not rest[:1].isalpha():
        return name
    parts = split_name(bare)
    own = bool(last_name) and comparable(parts.last) == comparable(last_name)
    if not (own or re.match(_INITIALS, rest) or infix_behind(rest) or (listed_first and rest[:1].isupper())):
        return name
    return " ".join(filter(None, parts)) + aside


def is_first_name_of(short: str, whole: str) -> bool:
    """Return whether somebody is named by the first name alone of who has this whole name."""
    first, *rest = spoken(whole).split() or [""]
    return bool(rest) and len(first) > 1 and comparable(short) == comparable(first)


def without_preface(text: str) -> str:
    """Return a name without what a list put around it: a number, a bullet, "Ouders van", "en ouders"."""
    bare = _ORDINAL.sub("", text, count=1) if _ORDINAL.match(text) else text
    return _WITH_PARENTS.sub("", _PARENTS_OF.sub("", bare, count=1))


def company(text: str) -> tuple[str, str]:
    """Return a name without who comes along, and that: "Fenna & co", "Lotte en haar broer", "Ada met Bob"."""
    # what stands in brackets is no company by halves: "Abel (papa en mama)"
    found = _COMPANY.fullmatch(_ASIDE.sub(lambda aside: "(" + "." * (len(aside[0]) - 2) + ")", text))
    if not found or not found[1][:1].isupper():
        return text, ""
    along = text[found.start(2) :]
    infix = is_infix(along.split()[0])
    behind = along.split()[-1] if infix else along
    # "Ada met Bob" is one child, "Ada en Bob" may be two, and "Noa met de Bruin" has an odd last name
    comes = behind[:1].islower() or (not infix and re.match(_ALONG, text[found.end(1) :]))
    return (text[: found.end(1)], text[found.end(1) :].strip()) if comes else (text, "")


def _with_short_infixes(text: str) -> str:
    """Return a text with "v d" as one word, "v" with its point, and "v.d.Berg" as two."""
    return _GLUED_INFIX.sub(r"\1 ", _LETTER_INFIX.sub("v.", _SPACED_INFIX.sub("v.d.", text)))


def somebody_behind(text: str) -> tuple[str, str] | None:
    """Return two people of whom the one in brackets has the whole name: "Joke (Milan van der Laan)".

    A name that begins alike is of the same person: "Mo (Mohammed Kaya)".
    """
    if not (found := BEHIND.fullmatch(" ".join(text.split()))) or "," in text:
        return None
    ahead, behind = found[1], found[2]
    if not all(is_a_name(each) and has_capitals(each) for each in (ahead, behind)) or _AND.search(
        f"{behind} "
    ):
        return None
    parts = split_name(behind)
    alike_first = comparable(ahead)[:1] == comparable(parts.first)[:1]
    return (ahead, behind) if parts.last and not alike_first else None


def people_behind(text: str) -> tuple[str, str] | None:
    """Return a whole name, and the names of more people in brackets behind it: "Milan Mos (Joke en Hans)"."""
    found = BEHIND.fullmatch(" ".join(text.split()))
    people = several(found[2]) if found and "," not in found[1] and len(found[1].split()) > 1 else ()
    named = len(people) > 1 and all(is_a_name(each) and has_capitals(each) for each in people)
    return (found[1], found[2]) if found and named else None


def without_only(text: str) -> str:
    """Return whoever comes without the word for that she comes by herself: "alleen Joke"."""
    return _ONLY.sub("", text)


def is_infix(part: str) -> bool:
    """Return whether a word is an infix, in full or cut short."""
    return part in INFIXES or bool(_SHORT_INFIX.fullmatch(part))


def is_a_name(text: str) -> bool:
    """Return whether a text can be somebody's name: no numbers, no address, no markup."""
    return any(map(str.isalpha, text)) and not NO_NAME.search(text)


def has_capitals(text: str) -> bool:
    """Return whether each word of a text is written as names are, so that it is no sentence."""
    parts = (part.strip(",;") for part in _with_short_infixes(text).split())
    return all(part[:1].isupper() or not part[:1].islower() or is_infix(part) for part in parts)


def _is_small(part: str) -> bool:
    """Return whether a text begins with no capital, where that is not how somebody is addressed."""
    return not (part[:1].isupper() or _ADDRESSED.match(part))


def several(text: str) -> tuple[str, ...]:
    """Return the names in one cell: "Milan en Lotte van der Laan" are two who share a last name.

    "Milan, Lotte en Pim Mos" are three; in "Mos, Milan en Lotte" the last name comes first.
    """
    parts: list[str] = []
    listed_apart = [each.strip() for each in outside_brackets(_COMMA, text)]
    if len(listed_apart) > 1 and all(each.endswith(")") and _ASIDE.search(each) for each in listed_apart):
        # "Milan (groep 3), Lotte (groep 5)": the last name comes with no group
        return tuple(listed_apart)
    for part in filter(None, (each.strip(" ,") for each in outside_brackets(_AND, f"{text} "))):
        if parts and is_infix(part.split()[0]) and not _ADDRESSED.match(part):
            # a name that was wrapped within its cell
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    bare = [" ".join(_ASIDE.sub(" ", part).split()) for part in parts]
    if len(parts) < 2 or not all(is_a_name(part) and CLEAN.fullmatch(part) for part in bare):
        return (text,)
    if any(len(part) < 2 for part in bare) or not (re.search(_SURELY, text) or not any(map(_is_small, bare))):
        return (text,)
    small = {part[:1].islower() for part in bare if part[:1].isupper() or not _ADDRESSED.match(part)}
    if len(small) > 1:
        # "Fenna & co", "Lotte en haar broertje": who comes along, and no child of that name
        return (text,)
    whole = split_name(bare[-1])
    if "," in parts[0] and not any("," in part for part in parts[1:]):
        first, *others = (part.strip() for part in parts[0].split(","))
        if whole.last:
            parts = [first, *others, *parts[1:]]
        else:
            return tuple(f"{first}, {each}" for each in (*others, *parts[1:]))
    shared = " ".join(part for part in (whole.infix, whole.last) if part)
    if any("," in part for part in parts) or not shared:
        return tuple(parts)
    return tuple(f"{part} {shared}" if _has_no_last_name(_ASIDE.sub(" ", part)) else part for part in parts)


def _has_no_last_name(part: str) -> bool:
    """Return whether somebody in a list has a first name or a title alone: "Milan", "de heer"."""
    alone = len(part.split()) < 2 and not tells_a_role(part)
    return alone or bool(_ADDRESSED.fullmatch(part.rstrip(". ")))


def listed(text: str, last_name: str = "") -> tuple[str, ...]:
    """Return the grown-ups in one cell, also with commas between whole names: "Joke Mos, Erik Bakker".

    What is before the comma is no name of itself where it is the `last_name` of the child. A semicolon
    divides people: "Vos, Tilly; Vos, Henk", "Marta; Adam Bos".
    """
    people = divided(text)
    if people and comparable(people[0]) == comparable(last_name):
        text, people = ", ".join(people), []
    if people:
        return tuple(name for part in people for name in listed(part, last_name))
    text = text.rstrip("; ")
    parts = [part.strip() for part in outside_brackets(_COMMA, text)]
    if _one_by_one(parts, last_name):
        return tuple(name for part in parts for name in several(part))
    if len(parts) > 1 and all(map(_are_letters, parts[1::2])):
        # "Bos-de Wit, J.M. (Joke)": letters are nobody by themselves
        return (
            several(text)
            if len(parts) < 3
            else tuple(map(", ".join, zip(parts[::2], parts[1::2], strict=False)))
        )
    if last_name and comparable(parts[0]) == comparable(last_name):
        return several(text)
    whole = all(
        len(said := part.split()) > 1 and is_a_name(part) and not (_run(said) or _run(said[::-1]))
        for part in parts
    )
    return tuple(name for part in parts for name in several(part)) if whole else several(text)


def divided(text: str) -> list[str]:
    """Return the people that semicolons stand between; what is no name of itself leaves a text undivided."""
    if ";" not in text:
        return []
    people = [part.strip() for part in outside_brackets(_SEMICOLON, text) if part.strip()]
    named = all(is_a_name(part) and has_capitals(part) for part in people)
    return people if len(people) > 1 and ("," in people[0] or named) else []


def _one_by_one(parts: Sequence[str], last_name: str) -> bool:
    """Return whether commas stand between people, as the last of them has the last name of the child.

    "Marta, Adam Bos" are the parents of Guus Bos; "Bos, Marta" is one.
    """
    if len(parts) < 2 or not (own := comparable(last_name)):
        return False
    first, *others = map(comparable, parts)
    named = all(is_a_name(part) and has_capitals(part) for part in parts)
    return named and first != own != others[-1] and others[-1].endswith(own)


def _are_letters(text: str) -> bool:
    """Return whether a text is the letters of somebody's first names, a call name in brackets aside."""
    return bool(re.fullmatch(_INITIALS, " ".join(_ASIDE.sub(" ", text).split())))


def balanced(name: str) -> str:
    """Return a name without a bracket that was never opened, and with the end of one never closed."""
    if name.count(")") > name.count("("):
        name = name.strip(") ") if "(" not in name else name.removesuffix(")")
    if name.count("(") > name.count(")"):
        name = f"{name})" if _NEVER_CLOSED.search(name) else name.rstrip(" (")
    return name.strip()


def in_small_letters(name: str, family: str = "") -> str:
    """Return a name that was written in capitals as names are: "VAN 'T HOFF-O'BRIEN" is van 't Hoff-O'Brien.

    Where Turkish capitals show that it is Turkish, be it in the other names of its `family`, its I is one
    without a dot.
    """
    turkish = any(letter in "İĞŞ" for letter in f"{name}{family}")

    def small(found: re.Match[str]) -> str:
        word = found[0]
        if is_infix(word.casefold()) and found.end() < len(name):
            return word.casefold()
        kept = 3 if word[:2] == "Mc" else 2 if word[:2] == "IJ" else 1
        rest = word[kept:].replace("İ", "i")
        return word[:kept] + (rest.replace("I", "ı") if turkish else rest).lower()

    return re.sub(_CAPITALS, small, name)


def is_in_capitals(name: str) -> bool:
    """Return whether all of a name is in capitals; a Mc before them is no other letter."""
    letters = re.sub(r"\bMc(?=[A-Z])", "", name)
    return sum(map(str.isalpha, letters)) > 1 and letters.isupper()


def may_be_one(text: str) -> bool:
    """Return whether what was taken for several names may be one name, or of somebody else as well.

    With something in brackets behind each it is a list. A slash beside "en" may stand between families.
    """
    names = several(text)
    sure = re.search(_SURELY, text) and not outside_brackets(_SLASH, text)[1:]
    return len(names) > 1 and not sure and not all(map(_ASIDE.search, names))


def has_and(text: str) -> bool:
    """Return whether something other than a comma stands between names."""
    return bool(_AND.search(text))


def opens_with_infix(text: str) -> bool:
    """Return whether a text begins as a last name with an infix does."""
    return bool(_run(text.split()))


def ends_in_infix(text: str) -> bool:
    """Return whether an infix stands behind the rest of a text."""
    return bool(_run(text.split()[::-1]))


def alike(one: str, other: str) -> bool:
    """Return whether two names differ so little that somebody should be asked: a typo, a short form."""
    one, other = comparable(one), comparable(other)
    short, long = sorted((one, other), key=len)
    if len(short) >= 3 and long.startswith(short):
        return True
    slips = 1 if len(short) <= 4 else 2
    if len(long) - len(short) > slips or len(set(one) ^ set(other)) > 2 * slips:
        return False
    return len(one) <= LONGEST and distance(one, other, slips) <= slips


def _by_capitals(parts: list[str]) -> NameParts | None:
    """Take apart a name of which the last name, at either end, is in capitals: "VAN DER LAAN Milan".

    It stays in capitals here; only where all last names of a list are so, that says nothing of the name.
    """
    loud = [
        part.isupper()
        and len(part) > 1
        and (re.sub(_JOINED, "", part).isalpha() or bool(_SHORT_INFIX.fullmatch(part)))
        for part in parts
    ]
    if not any(
        is_loud and len(part) > 2 and not is_infix(part) for part, is_loud in zip(parts, loud, strict=True)
    ):
        return None
    ahead = next((at for at, is_loud in enumerate(loud) if not is_loud), len(parts))
    behind = next((at for at, is_loud in enumerate(reversed(loud)) if not is_loud), len(parts))
    if sum(loud) == len(parts) or sum(loud) != max(ahead, behind):
        return None
    said, first = (parts[:ahead], parts[ahead:]) if ahead else (parts[-behind:], parts[:-behind])
    infix = _run([part.casefold() for part in said[:-1]])
    return NameParts(" ".join(first), " ".join(said[:infix]).casefold(), " ".join(said[infix:]))


def _spoken(parts: list[str]) -> NameParts:
    """Take apart a name in the order it is said in; one that opens with an infix is in that of a list."""
    if (infix := _run(parts)) and not re.fullmatch(_INITIALS, parts[0]):
        alone = len(parts) < infix + 2 or _run(parts[infix:])
        return NameParts(" ".join(parts), "", "") if alone else _listed(parts)
    at = next((at for at, part in enumerate(parts) if at and _opens_infix(part)), 0)
    if not at:
        return NameParts(" ".join(parts[:1]), "", " ".join(parts[1:]))
    end = at + _run(parts[at:])
    if end == len(parts):
        return NameParts(" ".join(parts[:1]), "", " ".join(parts[1:]))
    if at > 1 and parts[at - 1].casefold() in _AHEAD_OF_INFIX:
        at -= 1
    return NameParts(" ".join(parts[:at]), " ".join(parts[at:end]), " ".join(parts[end:]))


def _listed(parts: list[str]) -> NameParts:
    """Take apart a name in the order of a list: the last name with its infixes, then first names."""
    infix = _run(parts)
    small = next((at for at, part in enumerate(parts[::-1]) if not (is_infix(part) and part[0].islower())), 0)
    if not infix and 0 < small < len(parts) - 1:
        # "Laan Milan van der"
        return NameParts(" ".join(parts[1:-small]), " ".join(parts[-small:]), parts[0])
    if infix >= len(parts) - 1:
        return NameParts(" ".join(parts[1:]), "", " ".join(parts[:1])) if not infix else _spoken(parts)
    behind = _run(parts[infix + 1 :])
    first = infix + 1 + behind
    if behind and first < len(parts):
        return NameParts(" ".join(parts[first:]), " ".join(parts[infix + 1 : first]), parts[infix])
    return NameParts(" ".join(parts[infix + 1 :]), " ".join(parts[:infix]), parts[infix])


def _run(parts: list[str]) -> int:
    """Return how many infix words a list begins with."""
    found = next((at for at, part in enumerate(parts) if not _opens_infix(part)), len(parts))
    if not found and parts and parts[0].casefold() in _AHEAD_OF_INFIX and (more := _run(parts[1:])):
        return 1 + more
    return found


def _opens_infix(part: str) -> bool:
    loud = part[:1] in "'’" or part[:1].isupper()
    return is_infix(part) or (loud and part.casefold() in _CAPITAL_INFIXES)


def outside_brackets(between: re.Pattern[str], text: str) -> list[str]:
    """Return what stands between these, without looking between brackets: "Sem (3 en 4) en Liv" is two."""
    if "(" not in text:
        return between.split(text)
    asides = _ASIDE.findall(text)
    kept = iter(asides)
    parts = between.split(_ASIDE.sub("\0", text))
    return [re.sub("\0", lambda _: next(kept), part) for part in parts]


def is_all_infix(text: str) -> bool:
    """Return whether a text is an infix and nothing else, in whatever capitals."""
    return bool(text) and all(map(is_infix, text.casefold().split()))
