"""Recognise who is meant: names and roles, also where a name is a month as well."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from store.domain import role_words
from store.domain.plan import DIRECTED
from store.planline import contact_verbs, contact_words, purpose_words, step_words, words
from store.planline.attendance import WAYS_ALONE, joins
from store.planline.reading import Names
from store.planline.role_at import SURELY_ALONG, role_at
from store.planline.several_people import both_at, everybody_at, home_at, several_at
from store.planline.surnames import (
    INFIXES,
    called_in_small_letters,
    end_of_surname,
    has_capital,
    is_new_name,
    month_is_her_name,
    place_before_role,
    word_is_a_surname,
)
from store.planline.tokens import Line, tokens
from store.planline.tongue import in_english
from store.planline.typos import is_known
from store.planline.words import those

_COMMON = (
    role_words.ROLES.keys() | purpose_words.FILLERS | contact_words.CHANNELS.keys() | contact_words.TALKS
    | contact_words.WITH | contact_words.ALONG | {"als", "of", "dan"}
)  # fmt: skip

UNKNOWN = "unknown"
"""The role of a name that nobody told us about."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that mean somebody in this line, cut into words, longest first.

    `shared` holds those that may mean people in two roles: a father and a son of one first name; `carers`
    are the whole names of the parents; `several` that there is more than one child to be meant.
    """

    names: tuple[tuple[tuple[str, ...], str], ...] = ()
    shared: frozenset[tuple[str, ...]] = frozenset()
    carers: tuple[str, ...] = ()
    several: bool = False

    @classmethod
    @lru_cache(maxsize=16)
    def of(cls, names: Names) -> KnownNames:
        """Cut whole names into words, and know first names by themselves too."""
        found: dict[tuple[str, ...], str] = {}
        shared: set[tuple[str, ...]] = set()
        for role, given in (
            (role_words.PUPIL, names.pupil),
            (role_words.PARENTS, names.carers),
            (role_words.TEACHER, names.teacher),
        ):
            for name in given:
                parts = tuple(token.plain for token in tokens(name, str))
                apart = tuple(each for part in parts for each in re.split("(-)", part) if each)
                # *juf Els* is called Els, and is not every *juf*
                titled = len(parts) > 1 and (parts[0] in role_words.ROLES or parts[0] in role_words.TITLES)
                glued = ("".join(parts),) if len(parts) == 2 else ()
                # *Jan-Willem* is called Jan too
                short = (apart, apart[:1]) if apart != parts and not titled else ()
                hyphened = (f"{parts[0]}-{parts[1]}",) if len(parts) > 1 and not titled else ()
                called = (parts, parts[1:2] if titled else parts[:1], glued, hyphened, *short)
                for part in (*called, *_called_in_short(parts)):
                    if part and found.setdefault(part, role) != role:
                        shared.add(part)
        longest_first = tuple(sorted(found.items(), key=lambda item: -len(item[0])))
        return cls(longest_first, frozenset(shared), names.carers, len(names.children) > 1)

    def names_a_part(self, word: str) -> bool:
        """Return whether a word is somebody's name, or a part of it."""
        return any(word in parts for parts, _ in self.names)

    def has(self, role: str) -> bool:
        """Return whether somebody in this role is known by name."""
        return any(whose == role for _, whose in self.names)


def _called_in_short(parts: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the first names of *Bas Jan van der Meulen*, which are two words."""
    infix = next((n for n, part in enumerate(parts) if part in INFIXES), 0)
    return [parts[:n] for n in range(2, infix + 1)]


def is_surely_somebody(line: Line, i: int, end: int, known: KnownNames) -> bool:
    """Return whether a name that may be a month or a weekday too must be the person here."""
    if line.has(i, role_words.AFTER_WITH) and not known.names_a_part(line.word(i)):
        return True
    if end - i > 1 or line.has(i - 1, contact_words.WITH | contact_words.WITHOUT | {"bij", "aan", "van"}):
        return True
    if line.has(i - 1, purpose_words.ABOUT) and line.tokens[i].typed[0].isupper():
        # *over April*, where April is somebody
        return line.number(end) is None
    listed = line.has(i - 1, words.AND | {","}) and _person_ends(line, i - 1, known)
    joined = line.has(i - 2, role_words.ONE_PARENT) and line.number(end) is None
    if listed and (line.tokens[i].typed[0].isupper() or joined):
        return True
    if line.has(i - 1, role_words.ONE_PARENT) and line.number(end) is None:
        return True
    if _stands_with_somebody(line, i, end, known):
        return True
    does = line.has(end, step_words.BEHIND_SOMEBODY) or line.word(end).endswith("n't")
    return does or line.has(i - 1, step_words.SUBJECT_VERBS)


def _person_ends(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether somebody is named right before this place: *met ouders en Mei* goes on with people."""
    return any(
        person(line, at, known)[0] and person(line, at, known)[1] == i for at in range(max(0, i - 3), i)
    )


def _stands_with_somebody(line: Line, i: int, end: int, known: KnownNames) -> bool:
    """Return whether a name has the place of a person: *June and her dad come in in June*, *Mei met mama*.

    That is in front of a clause or behind a way of contact, with somebody joined to it. Beside another day a
    name in front that leads to somebody or may do something is no day either.
    """
    in_front = i == 0 or line.has(i - 1, {",", ";", "."})
    behind_a_way = line.has(i - 1, _WAYS_TO_REACH) and line.tokens[i].typed[0].isupper()
    behind = line.skip(end, {"samen", "together"})
    if not (in_front or behind_a_way) or line.number(end) is not None:
        return False
    role, after = person(line, line.skip(behind + 1, contact_words.POSSESSIVES), known)
    joined, dated = bool(role), _is_another_day(line, i, end)
    if behind_a_way and dated and not line.has(end, words.AND | words.OR | {","}):
        # *call Ma on ma 9 nov*
        return True
    if joined and line.has(behind, words.AND | words.OR):
        return in_front or (dated and not line.has(after, step_words.CONTACT_VERBS))
    listed = joined and line.has(behind, {","}) and line.has(after, words.AND)
    led = joined and line.has(behind, contact_words.WITH | contact_words.WITHOUT)
    return in_front and dated and (listed or led or line.has(behind, step_words.MODALS))


def _is_another_day(line: Line, i: int, end: int) -> bool:
    """Return whether a day is told outside this place, so that a name there need not be one."""
    others = (n for n in range(len(line)) if not i <= n < end)
    return any(line.number(n) is not None or line.has(n, words.TELLING_A_DAY) for n in others)


_WAYS_TO_REACH = contact_words.CHANNELS.keys() | contact_words.TALKS


@lru_cache(maxsize=512)
def person(line: Line, i: int, known: KnownNames) -> tuple[str, int]:
    """Return the role of who is named there and the place after the name; no role when nobody is.

    It is remembered: many rules ask for the same place of the line.
    """
    by_title = _known_by_title(line, i, known) if line.has(i, role_words.TITLES | _TEACHING) else None
    if (other := _another_teacher(line, i, known) or _titled(line, i)) is not None:
        return by_title or (role_words.SUPPORT, other)
    if by_title is not None:
        return by_title
    for parts, whose in known.names:
        if _same(line, i, parts) and (len(parts) > 1 or _means_a_name(line, i, known)):
            return _with_surname(line, i, parts, whose, known)
    if (parents := both_at(line, i) or home_at(line, i)) is not None:
        return role_words.PARENTS, parents
    if line.has(i, {"school"}) and (of_it := person(line, i + 1, known))[0] == role_words.SUPPORT:
        # *school counsellor*, *school social worker* are no school
        return of_it
    for phrase, role in contact_words.ROLE_PHRASES.items():
        if line.word(i) == phrase[0] and line.phrase(i, phrase):
            return role, _joining_from(line, i, i + len(phrase), role)
    if (theirs := _somebodys(line, i) or _of_another_child(line, i, known)) is not None:
        return _named(line, theirs, role_words.SUPPORT, known)
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
    owned = _owner(line, end, role, known)
    who, end = _named(line, end, role, known) if owned[1] == end else owned
    if end > owned[1] and (theirs := _of_the_child(line, end, who, known)) is not None:
        # *oma Riet van Noor*
        who, end = theirs
    return who, _joining_from(line, i, _with_remark(line, _from_where(line, i, end, who)), who)


def on_the_phone_of(line: Line, i: int) -> tuple[str, int] | None:
    """Read *dad's mobile*, *moeders nummer*: whoever answers it, and the place after it."""
    owned = line.word(i).endswith("s") and line.has(i + 1, _PHONES)
    owned = owned and (line.word(i).endswith("'s") or not line.has(i + 1, step_words.INFINITIVES))
    base = line.word(i).removesuffix("s").removesuffix("'")
    role = role_words.role_of(base) if owned else ""
    return (role, i + 2) if role in (role_words.PARENTS, role_words.SUPPORT) else None


_PHONES = those("mobile mobiel mobieltje phone telefoon number nummer cell landline")


def _with_surname(
    line: Line, i: int, parts: tuple[str, ...], whose: str, known: KnownNames
) -> tuple[str, int]:
    """Take the last name along; one that differs from that of whoever is known makes it somebody else."""
    end = i + len(parts)
    whole = end_of_surname(line, i, end) if len(parts) == 1 else end
    if whole == end:
        return _owner(line, end, whose, known)
    called = [each for each, _ in known.names if len(each) > 1 and each[0] == parts[0]]
    # *Bas Kroon* for Bas Jan Kroon
    same = not called or any(each[-1] == line.tokens[whole - 1].plain for each in called)
    return _owner(line, whole, whose, known) if same else (UNKNOWN, whole)


def _of_another_child(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *D'Angelo's gran*, *Sannes ouders*: of a child who is not talked about."""
    token = line.token(i)
    behind = line.skip(i + 1, _ITS_OWN)
    base = line.word(i).removesuffix("s").removesuffix("'") if behind == i + 1 else line.word(i)
    owned = base != line.word(i) or behind > i + 1 or line.has(i + 1, {"'"})
    if token is None or not owned or not token.typed[0].isupper() or is_known(base) or is_known(line.word(i)):
        return None
    role, end = role_at(line, line.maybe(behind, {"'"}))
    theirs = role in (role_words.PARENTS, role_words.SUPPORT) and known.has(role_words.PUPIL)
    return end if theirs else None


def _joining_from(line: Line, i: int, end: int, role: str) -> int:
    """Take along how or from where somebody joins: *vader via teams erbij*, *tolk per telefoon*."""
    if (as_what := _comes_as(line, end)) is not None:
        return as_what
    at = line.skip(end, _BY_WAY)
    way = line.has(at, _WAYS if at > end else WAYS_ALONE)
    if way and line.has(end - 1, role_words.ONE_PARENT) and _is_told_apart(line, i, at + 1):
        return at + 1
    if (joined := joins(line, end)) is not None and any(line.has(n, contact_words.TALKS) for n in range(i)):
        behind = line.skip(joined, _BY_WAY)
        return behind + 1 if line.has(behind, _WAYS if behind > joined else WAYS_ALONE) else end
    if not way and not (at > end and has_capital(line, at)):
        return end
    if line.has(at + 1, SURELY_ALONG):
        return at + 1
    led = any(line.has(n, contact_words.WITH) for n in range(max(0, i - 5), i))
    talk = any(line.has(n, contact_words.TALKS) for n in range(i))
    return at + 1 if way and at > end and talk and role == role_words.SUPPORT and not led else end


def _comes_as(line: Line, end: int) -> int | None:
    """Return the place after *joins as interpreter*, *komt mee als tolk*: as what somebody is there."""
    joined = joins(line, end)
    if joined is None or not line.has(joined, {"as", "als"}):
        return None
    at = line.skip(joined + 1, words.ARTICLES)
    behind = line.token(at + 1)
    ends = behind is None or line.has(at + 1, {",", ";", "."} | words.AND)
    return at + 1 if ends and line.look(at, role_words.ROLES) == role_words.SUPPORT else None


def joins_by_a_way(line: Line, begin: int, end: int) -> bool:
    """Return whether *vader via teams*, *dad online* is all of who is named there."""
    by = line.has(end - 1, _WAYS) and line.has(end - 2, _BY_WAY)
    return end > begin + 1 and (by or line.has(end - 1, WAYS_ALONE))


def _is_told_apart(line: Line, i: int, end: int) -> bool:
    """Return whether somebody ends a line behind a comma, and a talk with its day stands before that."""
    lead = place_before_role(line, i)
    talk = next((n for n in range(lead) if line.has(n, _MEETINGS)), lead)
    dated = any(line.number(n) is not None or line.has(n, words.TELLING_A_DAY) for n in range(talk, lead))
    other = any(line.has(n, role_words.ONE_PARENT) for n in range(talk, lead))
    ends = line.token(end) is None or line.has(end, {",", ";", "."})
    return line.has(lead, {",", ";"}) and ends and (dated or other) and talk < lead


_MEETINGS = contact_words.TALKS | those("school huisbezoek")
_BY_WAY = words.THE | those("via per op aan vanuit uit by from on")
_WAYS = contact_words.CHANNELS.keys() - step_words.CONTACT_VERBS


def _from_where(line: Line, i: int, end: int, role: str) -> int:
    """Take along whom somebody of the school is from: *met juf Petra van de plusklas*."""
    lead = place_before_role(line, i)
    of = line.skip(end + 1, words.THE)
    token = line.token(of)
    led = line.has(lead, contact_words.WITH) or line.has(of + 1, SURELY_ALONG)
    if role == role_words.SUPPORT and (class_of := _class_behind(line, end)) > end:
        return class_of
    abroad = line.has(end, {"in", "uit"}) and has_capital(line, end + 1)
    if abroad and role in (role_words.PARENTS, role_words.SUPPORT):
        # *papa in Spanje*, *oma uit Turkije*
        return end if is_known(line.word(end + 1)) else end + 2
    helps = role in (role_words.TEACHER, role_words.SUPPORT) and led
    if not helps or token is None or token.kind != "word" or not line.has(end, {"van", "from"}):
        return end
    return of + 1 if not is_known(token.word) else end


_OF = those("van vd v uit from of")


def _class_behind(line: Line, i: int) -> int:
    """Return the place after *van groep 4*, *uit klas 2*, where it stands there; else the place itself."""
    j = line.skip(i, _OF)
    told = line.has(j, {"groep", "group", "klas", "year"}) and line.number(j + 1) is not None
    return j + 2 if told and j > i else i


def _with_remark(line: Line, end: int) -> int:
    """Take a word or an age in brackets behind a person along: *tolk (Turks)*, *zus Noor (21)*."""
    remark = line.has(end, {"("}) and line.has(end + 2, {")"})
    if line.number(end + 1) is not None:
        aged = remark and line.digits(end + 1) == _DIGITS_OF_AN_AGE
        return end + 3 if aged and not line.has(end + 3, words.MONTHS.keys()) else end
    return end + 3 if remark and not is_known(line.word(end + 1)) else end


_DIGITS_OF_AN_AGE = 2


def _another_teacher(line: Line, i: int, known: KnownNames) -> int | None:
    """Read *de nieuwe juf*, *juf van groep 2*, *coach van voetbal*: not the one who types."""
    if line.has(i, contact_words.ANOTHER) and role_at(line, i + 1)[0] == role_words.TEACHER:
        # *de nieuwe juf Kim*
        return i + 2 + has_capital(line, i + 2)
    if line.phrase(i, ("last", "year's")) and role_at(line, i + 2)[0] == role_words.TEACHER:
        return i + 3
    if line.look(i, role_words.ROLES) != role_words.TEACHER:
        return None
    called = i + 1
    while has_capital(line, called):
        called += 1
    theirs = _whose_teacher(line, called, known)
    # *juf Els van Dam* is called so
    if theirs is not None and (called == i + 1 or not has_capital(line, theirs - 1)):
        return theirs
    return i + 1 if _stands_beside_the_teacher(line, i) else None


def _whose_teacher(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *van vorig jaar*, *van groep 2*, *van zus*; None where it is the child's own."""
    j = line.skip(i, _OF)
    if j == i:
        return None
    past = line.look(j, words.WHICH) == words.PREVIOUS or line.has(j, {"last"})
    if past and line.look(j + 1, words.UNITS) == words.YEAR:
        return j + 2
    if (class_of := _class_behind(line, i)) > i:
        return class_of
    at = line.skip(j, contact_words.POSSESSIVES)
    if line.has(j - 1, {"of", "uit"}) and at == j:
        # *juf of moeder* are two, *nodigt juf uit* is one verb
        return None
    token = line.token(at)
    if token is None or token.kind != "word" or line.has(at, _NOBODYS):
        return None
    if line.look(at, role_words.ROLES) in (role_words.PUPIL, role_words.TEACHER):
        return None
    if any(whose == role_words.PUPIL and _same(line, at, parts) for parts, whose in known.names):
        return None
    return at + 1


def _stands_beside_the_teacher(line: Line, i: int) -> bool:
    """Return whether *coach erbij*, *met zijn mentor*, *ik bel met mentor* is somebody else called so."""
    lead = place_before_role(line, i)
    may_be_both = line.has(i, role_words.OWN_ROLE)
    if may_be_both and (line.has(lead, contact_words.AS_WELL) or joins(line, i + 1) is not None):
        return True
    me = any(line.has(n, {"me", "mij"}) and line.has(n - 1, words.AND) for n in range(i + 3, i + 6))
    if line.has(i + 1, step_words.CONTACT_VERBS) and (line.has(i + 2, {"me", "mij"}) or me):
        # *coach belt mij*, *coach texts dad and me*
        return not line.has(i, role_words.TEACHER_WORDS | {"school"})
    near = range(max(0, lead - 5), lead)
    listed = line.has(lead, words.AND | {","}) and any(line.has(n, contact_words.WITH) for n in near)
    if not (line.has(lead, contact_words.WITH) or listed):
        return False
    # *Bas belt met zijn mentor* reaches her
    reached = any(line.has(n, step_words.SUBJECT_VERBS) for n in range(lead))
    return (line.has(i - 1, role_words.WHOSE) and not reached) or any(
        line.has(n, role_words.TEACHER_WORDS)
        or (
            line.look(n, role_words.ROLES) == role_words.TEACHER and not line.has(n, {"school", line.word(i)})
        )
        for n in range(lead)
    )


def _titled(line: Line, i: int) -> int | None:
    """Read *mw. De Vries van jeugdzorg*, *Mrs Jones*: a title, a name, and whom that person is from."""
    at = line.maybe(i + 1, {"."})
    if not line.has(i, role_words.TITLES):
        return None
    if line.has(at, words.AND | {"/"}) and line.has(at + 1, role_words.TITLES):
        at = line.maybe(at + 2, {"."})
    at = line.skip(at, INFIXES)
    if not has_capital(line, at) and not _called_so(line, i, at):
        return None
    at += 1
    while has_capital(line, at):
        at += 1
    of = line.skip(at, {"van", "vd", "v", "from", "of"} | words.THE)
    return _with_remark(line, (_service(line, of) or at) if of > at else at)


def _known_by_title(line: Line, i: int, known: KnownNames) -> tuple[str, int] | None:
    """Read *Miss Els*, *Mr Tom*, where somebody at the table is called so; None for anybody else."""
    for parts, whose in known.names:
        behind = i + len(parts)
        if len(parts) > 1 and _same(line, i, parts) and not has_capital(line, behind):
            return _owner(line, behind, whose, known)
    at = line.maybe(i + 1, {"."})
    if line.has(at, words.AND | {"/"}) and line.has(at + 1, role_words.TITLES):
        # *Mr and Mrs Bakker*
        at = line.maybe(at + 2, {"."})
    told = _by_surname(line, at, known)
    # *juf Bakker* is no father of that name
    return told if told is None or line.has(i, role_words.TITLES) or told[0] == role_words.TEACHER else None


def _by_surname(line: Line, i: int, known: KnownNames) -> tuple[str, int] | None:
    """Read *Bakker*, *de Groot* behind a title: who at the table is called so, and is no child."""
    found: dict[str, int] = {}
    for parts, whose in known.names:
        if whose == role_words.PUPIL:
            continue
        own = (parts,) if whose == role_words.TEACHER and len(parts) == 1 else ()
        last_names = (*(parts[n:] for n in range(1, len(parts))), *own)
        ends = [i + len(name) for name in last_names if _same(line, i, name)]
        if ends and not has_capital(line, max(ends)):
            found[whose] = max(ends)
    if len(found) != 1:
        return None
    ((whose, end),) = found.items()
    return _owner(line, end, whose, known)


_TEACHING = frozenset(word for word, role in role_words.ROLES.items() if role == role_words.TEACHER)


def _called_so(line: Line, i: int, at: int) -> bool:
    """Return whether a name in small letters stands behind a title: *mrs o'brien calls*, *met mw jansen*."""
    token = line.token(at)
    unknown = token is not None and token.kind == "word" and not is_known(token.word)
    led = line.has(
        i - 1,
        contact_words.WITH | contact_words.WITHOUT | step_words.FIRST_PERSON | step_words.BEFORE_SOMEBODY,
    )
    return unknown and (led or line.has(at + 1, step_words.BEHIND_SOMEBODY | step_words.MODALS))


def _service(line: Line, i: int) -> int | None:
    """Return the place after where somebody is from: *jeugdzorg*, *Veilig Thuis*, *de wijkzorg*."""
    if line.look(i, role_words.ROLES) in (role_words.SUPPORT, role_words.TEACHER):
        return i + 1
    if phrase := next((each for each in contact_words.ROLE_PHRASES if line.phrase(i, each)), None):
        return i + len(phrase)
    token = line.token(i)
    if token is None or token.kind != "word" or is_known(token.word):
        return None
    at = i + 1
    while has_capital(line, at):
        at += 1
    return at


def _named(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int]:
    """Return the role and the place after the name behind it: *tante Hatice*, *juf Sanne* are one person.

    A teacher who is not the one that types is somebody else of the school.
    """
    if line.has(end - 1, contact_words.NAMELESS):
        return role, end
    for parts, whose in known.names:
        if (whose == role or parts in known.shared) and _same(line, end, parts):
            return role, end + len(parts)
    if role == role_words.TEACHER and _shares_a_name(line, end, known):
        return role_words.SUPPORT if known.has(role_words.TEACHER) else role, end + 1
    called = called_in_small_letters(line, end) or month_is_her_name(line, end)
    j = end + 1 if called or word_is_a_surname(line, end, role) else end
    while j < end + 2 and is_new_name(line, j) and not any(_same(line, j, parts) for parts, _ in known.names):
        j += 1
    if j > end and not any(_same(line, line.skip(j, INFIXES), parts) for parts, _ in known.names):
        j = end_of_surname(line, end, j)
    another = j > end and role == role_words.TEACHER and known.has(role_words.TEACHER)
    return role_words.SUPPORT if another else role, j


def _shares_a_name(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether *Mark* in *mentor Mark belt Marks vader* is what a teacher is called too."""
    named = any(parts == (line.word(i),) for parts, _ in known.names)
    return named and has_capital(line, i) and line.has(i + 1, step_words.CONTACT_VERBS)


_NOBODYS = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.EVERY | words.WHICH.keys()
    | words.NEAR_DAYS.keys() | words.PERIODS.keys() | contact_words.CHANNELS.keys() | contact_words.TALKS
    | step_words.CONTACT_VERBS | role_words.TEACHER_WORDS | role_words.HIM_OR_HER | {"school"}
)  # fmt: skip
"""What stands behind *juf van* without making her another child's."""


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
    others = (line.has(n, _WAYS_TO_REACH | _PLACES) for n in range(end, len(line)))
    return line.has(at, words.AND | words.OR) or any(others)


_PLACES = those("school thuis home")


def _owner(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int]:
    """Read *Bas Jan's ouders* and *ouders van Bas Jan* as the parents, and nobody else."""
    if line.token(end - 1) is None:
        return role, end
    if (owned := _owned(line, end, role, known)) is not None:
        return owned
    if (named := _in_apposition(line, end, known)) > end and role in (role_words.PARENTS, role_words.SUPPORT):
        return role, named
    if (friend := _whose_friend(line, end, role)) is not None:
        return role_words.SUPPORT, friend
    return _of_the_child(line, end, role, known) or (role, end)


def _owned(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int] | None:
    """Read *Bas Jan's ouders*, *Liv haar juf*; the parents of a parent, *Anja's ouders*, are others."""
    plain = line.tokens[end - 1].plain
    j = line.maybe(end, {"'s", "'"})
    possessive = j > end or plain.endswith("s")
    if line.has(end, _ITS_OWN) and role == role_words.PUPIL and not _reaches_others(line, end):
        j, possessive = end + 1, True
    if not possessive:
        return _owned_by_both(line, end, role, known)
    own = line.skip(j, contact_words.POSSESSIVES)
    if j == end and plain == line.word(end - 1) and line.has(own, role_words.AT_SCHOOL):
        # *ouders Bas ib* are a list; the care coordinator is nobody's own
        return None
    if role == role_words.PUPIL and (kin_of_theirs := _somebodys(line, own)) is not None:
        # *Bas's father's girlfriend*
        return _named(line, kin_of_theirs, role_words.SUPPORT, known)
    theirs, after = role_at(line, own)
    if role == role_words.PUPIL and theirs not in ("", role_words.PUPIL):
        named = _in_apposition(line, after, known)
        # *Bas' tante Fatima*
        return _named(line, after, theirs, known) if named == after else (theirs, named)
    beside = plain.endswith("'s") and role == role_words.PARENTS
    kin = beside and theirs in (role_words.PARENTS, role_words.SUPPORT)
    return (role_words.SUPPORT, after) if kin else None


def _owned_by_both(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int] | None:
    """Read *Lot and Siem's parents*: of two children of one family."""
    if role != role_words.PUPIL or not line.has(end, words.AND | {","}):
        return None
    pupils = (parts for parts, whose in known.names if whose == role_words.PUPIL)
    other = next((end + 1 + len(parts) for parts in pupils if _same(line, end + 1, parts)), None)
    if other is not None and line.word(other - 1).removesuffix("'s") == line.word(end - 1):
        # *Sam, Sam's mum*
        return None
    return _owned(line, other, role, known) if other is not None else None


def _reaches_others(line: Line, end: int) -> bool:
    """Return whether who is named up to there does so, behind the verb: *in nov mailt Sara haar ouders*."""
    name = end - 2 if role_words.role_of(line.word(end - 2)) else end - 3
    verb = next((n for n in (end - 2, name) if line.has(n, contact_verbs.DUTCH_REACHES)), None)
    before = line.token(verb - 1) if verb is not None and verb > 0 else None
    if verb is None or before is None:
        return verb is not None
    dated = before.kind != "word" or line.has(verb - 1, words.DAY_NAMES.keys() | words.MONTHS.keys())
    return dated or not (before.typed[0].isupper() or role_words.role_of(before.word))


def _of_the_child(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int] | None:
    """Read *ouders van Bas Jan*, *juf van mijn zoon*; *moeder van Lotte* is another child's."""
    if role in ("", role_words.PUPIL) or not _is_of(line, end):
        return None
    j = line.skip(end + 1, contact_words.POSSESSIVES)
    for parts, whose in known.names:
        if whose == role_words.PUPIL and _same(line, j, parts):
            return role, j + len(parts)
    if line.look(j, role_words.ROLES) == role_words.PUPIL and not line.has(j, {"jij", "jijzelf"}):
        return role, j + 1
    if role == role_words.PARENTS and known.has(role_words.PUPIL) and _names_another(line, j):
        return role_words.SUPPORT, j + 1
    return None


def _is_of(line: Line, i: int) -> bool:
    """Return whether *van* stands there, or *of* behind an English word: in Dutch that parts two people."""
    english = line.has(i, {"of"}) and (line.has(i - 1, role_words.ENGLISH) or in_english(line))
    return english or line.has(i, {"van", "vd", "v"})


def _names_another(line: Line, i: int) -> bool:
    """Return whether *Lotte*, *vriendje* stands behind *van*: not the child talked about."""
    token = line.token(i)
    unknown = token is not None and token.kind == "word" and not is_known(token.word)
    return unknown or role_words.role_of(line.word(i)) == role_words.SUPPORT


def _in_apposition(line: Line, end: int, known: KnownNames) -> int:
    """Return the place after the child's name right behind *vader*: his own, or whose father he is."""
    if not line.has(end - 1, role_words.ONE_PARENT | role_words.RELATIVES):
        return end
    for parts, whose in known.names:
        if whose == role_words.PUPIL and _same(line, end, parts):
            after = end + len(parts)
            other = line.has(
                after,
                step_words.BEHIND_SOMEBODY | step_words.ATTENDING | words.AND | {"'s"} | contact_words.ALONG,
            )
            month = line.has(end, words.MONTHS.keys() | words.WEEKDAYS.keys())
            begun = line.has(after, step_words.CONTACT_VERBS) and not line.has(after - len(parts) - 2, {","})
            own = line.word(after - 1).endswith("'s")
            return end if month or own or (other and not begun) else after
    return end


def _whose_friend(line: Line, end: int, role: str) -> int | None:
    """Return the place after *zus van moeder*, *partner moeder*: one who is somebody's."""
    if line.has(end - 1, role_words.ALWAYS_SOMEBODYS) and line.has(end, role_words.ONE_PARENT):
        return end + 1
    if line.has(end, _ITS_OWN) and role in (role_words.PARENTS, role_words.SUPPORT):
        # *papa zn vriendin*, *mama d'r nieuwe man*
        at = line.skip(end + 1, contact_words.WHOSE_SPOUSE)
        one = line.has(end - 1, role_words.ONE_PARENT | role_words.RELATIVES)
        if one and (line.has(at, role_words.SPOUSES) or role_at(line, at)[0] == role_words.SUPPORT):
            return at + 1
    whose = line.skip(end + 1, contact_words.POSSESSIVES)
    kin = role == role_words.SUPPORT and _is_of(line, end)
    other = role_at(line, whose)[0]
    return whose + 1 if kin and other in (role_words.PARENTS, role_words.SUPPORT) else None


def _somebodys(line: Line, i: int) -> int | None:
    """Return the place after *papa's vriendin*, *vaders zus*, *jufs collega*."""
    word = line.word(i)
    base = word.removesuffix("s").removesuffix("'")
    if base == word or role_words.ROLES.get(base, role_words.PUPIL) == role_words.PUPIL:
        return None
    theirs, end = role_at(line, line.skip(i + 1, contact_words.ANOTHER))
    return end if theirs == role_words.SUPPORT else None


_ITS_OWN = those("haar zijn z'n zn d'r hun")
"""*Liv haar moeder* is her mother, as *Liv's moeder* is."""


_QUANTIFIERS = words.BOTH


def _same(line: Line, i: int, parts: tuple[str, ...]) -> bool:
    for n, part in enumerate(parts):
        token = line.token(i + n)
        if token is None or token.value >= 0:
            return False
        named = token.word if token.mended else token.plain
        if named not in (part, f"{part}'s", f"{part}s"):
            return False
    return True
