"""Recognise who is meant: names and roles, also where a name is a month as well."""

from __future__ import annotations

from functools import lru_cache

from store.domain import role_words
from store.domain.plan import DIRECTED
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.another_teacher import another_teacher, from_where
from store.planline.belonging import of_another_child, of_the_child, somebodys, whose_people
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.named import same_words, with_name, with_remark
from store.planline.role_at import role_at
from store.planline.several_people import both_at, everybody_at, home_at, several_at
from store.planline.surnames import (
    end_of_surname,
    has_capital,
)
from store.planline.titled import known_by_title, titled
from store.planline.tokens import Line
from store.planline.way_of_joining import joining_from, on_the_phone_of
from store.planline.words import those

_COMMON = (
    role_words.ROLES.keys() | purpose_words.FILLERS | contact_words.CHANNELS.keys() | contact_words.TALKS
    | contact_words.WITH | contact_words.ALONG | {"als", "of", "dan"}
)  # fmt: skip


WAYS_TO_REACH = contact_words.CHANNELS.keys() | contact_words.TALKS


@lru_cache(maxsize=512)
def person(line: Line, i: int, known: KnownNames) -> tuple[str, int]:
    """Return the role of who is named there and the place after the name; no role when nobody is.

    It is remembered: many rules ask for the same place of the line.
    """
    by_title = known_by_title(line, i, known) if line.has(i, role_words.TITLES | _TEACHING) else None
    if (other := another_teacher(line, i, known) or titled(line, i)) is not None:
        return by_title or (role_words.SUPPORT, other)
    if by_title is not None:
        return by_title
    for parts, whose in known.names:
        if same_words(line, i, parts) and (len(parts) > 1 or _means_a_name(line, i, known)):
            return _with_surname(line, i, parts, whose, known)
    if (parents := both_at(line, i) or home_at(line, i)) is not None:
        return role_words.PARENTS, parents
    if line.has(i, {"school"}) and (of_it := person(line, i + 1, known))[0] == role_words.SUPPORT:
        # *school counsellor*, *school social worker* are no school
        return of_it
    for phrase, role in contact_words.ROLE_PHRASES.items():
        if line.word(i) == phrase[0] and line.phrase(i, phrase):
            return role, joining_from(line, i, i + len(phrase), role)
    if (theirs := somebodys(line, i) or of_another_child(line, i, known)) is not None:
        return with_name(line, theirs, role_words.SUPPORT, known)
    if (everybody := everybody_at(line, i)) is not None:
        return role_words.PUPIL, everybody
    if line.has(i, _QUANTIFIERS) and (several := several_at(line, i + 1)) is not None:
        return several
    return _by_a_role(line, i, known)


def _by_a_role(line: Line, i: int, known: KnownNames) -> tuple[str, int]:
    """Return who is named there by a role, and the place after the name and all that tells whose it is."""
    if (phone := on_the_phone_of(line, i)) is not None:
        return phone
    role, end = role_at(line, i)
    if not role:
        return "", i + 1
    owned = whose_people(line, end, role, known)
    who, end = with_name(line, end, role, known) if owned[1] == end else owned
    if end > owned[1] and (theirs := of_the_child(line, end, who, known)) is not None:
        # *oma Riet van Noor*
        who, end = theirs
    return who, joining_from(line, i, with_remark(line, from_where(line, i, end, who)), who)


def _with_surname(
    line: Line, i: int, parts: tuple[str, ...], whose: str, known: KnownNames
) -> tuple[str, int]:
    """Take the last name along; one that differs from that of whoever is known makes it somebody else."""
    end = i + len(parts)
    whole = end_of_surname(line, i, end) if len(parts) == 1 else end
    if whole == end:
        return whose_people(line, end, whose, known)
    called = [each for each, _ in known.names if len(each) > 1 and each[0] == parts[0]]
    # *Bas Kroon* for Bas Jan Kroon
    same = not called or any(each[-1] == line.tokens[whole - 1].plain for each in called)
    return whose_people(line, whole, whose, known) if same else (UNKNOWN, whole)


_TEACHING = frozenset(word for word, role in role_words.ROLES.items() if role == role_words.TEACHER)


def _tells_when_or_on_what(line: Line, i: int) -> bool:
    """Return whether *in de lente*, *in mei*, *bij storm bellen* stands there: nobody is in somebody.

    *Bij storm* may be at Storm's house where people meet, and nobody calls there.
    """
    lead = i - 1
    while line.has(lead, words.THE):
        lead -= 1
    if line.has(lead, _DURING):
        return True
    house = line.has(i + 1, {"thuis", "langs", "op"}) or not line.has(i - 1, {"bij"})
    ways = {line.look(n, contact_words.CHANNELS) for n in range(len(line))} - {None}
    return not house and bool(ways) and ways <= DIRECTED


_DURING = those("in tijdens gedurende during")


def _means_a_name(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether a name that is a word of the grammar too, as *Bel* and *Oma* are, is the name here."""
    token = line.token(i)
    if line.has(i, step_words.MODALS) and line.has(i + 1, {"i", "we", "you", "he", "she", "they"}):
        # *may we call*, *will you ring*
        return False
    if line.has(i, step_words.MODALS) and line.has(i + 1, step_words.INFINITIVES) and _is_subject(line, i):
        # *May may ring*, *mum may ring*: the verb of whoever stands before it
        return False
    small = token is not None and token.typed.islower()
    if small and has_capital(line, i + 1) and _is_named(line, i + 1, line.word(i)):
        # *mark Mark's mum down*, *will Will be there*
        return False
    if small and (_tells_when_or_on_what(line, i) or line.has(i - 1, words.AT | words.THE)):
        # *at dawn*, *the eve of*
        return False
    if token is None or token.plain not in _COMMON:
        return True
    if line.has(i - 1, contact_words.WITH | contact_words.WITHOUT):
        return True
    if token.typed.islower() and _is_role_too(line, i) and token.plain in _with_capital(line):
        # *papa belt als Papa ziek is*
        return False
    begins = i == 0 or line.has(i - 1, {",", ";", "."})
    verbs = step_words.CONTACT_VERBS | step_words.MODALS | step_words.SELF | step_words.JOINING
    if begins and line.has(i + 1, verbs):
        # *will will call*, *bel belt de juf*: a verb behind it is whoever's name it is
        return True
    if begins and _leads_to_somebody(line, i + 1, known):
        return True
    if line.has(i, step_words.MODALS) and line.has(i - 1, step_words.BEFORE_SOMEBODY):
        return not line.has(i + 1, step_words.INFINITIVES | step_words.MODALS)
    if not token.typed[0].isupper() or token.typed.isupper():
        return False
    return i > 0 or line.has(i + 1, step_words.BEHIND_SOMEBODY | {"'s"})


def _is_named(line: Line, i: int, name: str) -> bool:
    """Return whether somebody of this name stands there, or what belongs to whoever is called so."""
    return line.word(i).removesuffix("s").removesuffix("'") in (name, name.removesuffix("s"))


def named_as_a_role(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *papa* may be a child who is called Papa, or his father: nothing tells which.

    A capital tells the name, *de coach* and *haar oma* a role, and so do small letters in a line that has the
    name as well.
    """
    child = any(parts == (line.word(i),) and whose == role_words.PUPIL for parts, whose in known.names)
    if not child or not _is_role_too(line, i) or line.has(i - 1, words.THE | contact_words.POSSESSIVES):
        return False
    return line.word(i) not in _with_capital(line)


def _is_role_too(line: Line, i: int) -> bool:
    return line.look(i, role_words.ROLES) not in (None, role_words.PUPIL)


def _with_capital(line: Line) -> frozenset[str]:
    """Return the words that stand in the line with a capital."""
    return frozenset(each.plain for n, each in enumerate(line.tokens) if has_capital(line, n))


def _is_subject(line: Line, end: int) -> bool:
    """Return whether somebody stands right before a verb: a role, or the same word as a name."""
    return line.has(end - 1, role_words.ROLES.keys() | {line.word(end)})


def _leads_to_somebody(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *en mama* stands there; or *met papa*, where a way of contact is named behind."""
    at = line.skip(i, {"samen", "together"})
    role, end = person(line, line.skip(at + 1, contact_words.POSSESSIVES), known)
    if not role or not line.has(at, words.AND | words.OR | contact_words.WITH):
        return False
    others = (line.has(n, WAYS_TO_REACH | _PLACES) for n in range(end, len(line)))
    return line.has(at, words.AND | words.OR) or any(others)


_PLACES = those("school thuis home")


_QUANTIFIERS = words.BOTH
