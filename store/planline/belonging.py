"""Read whose somebody is: ouders van Bas Jan, zus van moeder, papa's vriendin, Sannes ouders."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_verbs, contact_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.named import same_words, with_name
from store.planline.role_at import role_at
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.typos import is_known
from store.planline.words import those


def of_another_child(line: Line, i: int, known: KnownNames) -> int | None:
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


def whose_people(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int]:
    """Read *Bas Jan's ouders* and *ouders van Bas Jan* as the parents, and nobody else."""
    if line.token(end - 1) is None:
        return role, end
    if (owned := _owned(line, end, role, known)) is not None:
        return owned
    if (named := _in_apposition(line, end, known)) > end and role in (role_words.PARENTS, role_words.SUPPORT):
        return role, named
    if (friend := _whose_friend(line, end, role)) is not None:
        return role_words.SUPPORT, friend
    return of_the_child(line, end, role, known) or (role, end)


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
    if j == end and _only_ends_in_s(line, end, own):
        return None
    if role == role_words.PUPIL and (kin_of_theirs := somebodys(line, own)) is not None:
        # *Bas's father's girlfriend*
        return with_name(line, kin_of_theirs, role_words.SUPPORT, known)
    theirs, after = role_at(line, own)
    if role == role_words.PUPIL and theirs not in ("", role_words.PUPIL):
        named = _in_apposition(line, after, known)
        # *Bas' tante Fatima*
        return with_name(line, after, theirs, known) if named == after else (theirs, named)
    beside = plain.endswith("'s") and role == role_words.PARENTS
    kin = beside and theirs in (role_words.PARENTS, role_words.SUPPORT)
    return (role_words.SUPPORT, after) if kin else None


def _only_ends_in_s(line: Line, end: int, own: int) -> bool:
    """Return whether a name that ends in an s says nothing of whose the person behind it is.

    *In nov belt Bas mij*, *mag Bas de juf bellen*: Bas does so. *Ouders Bas ib* are a list: the care
    coordinator is nobody's own.
    """
    if line.has(own, role_words.TEACHER_WORDS | role_words.AT_SCHOOL) or line.has(end, words.THE):
        return True
    reaches = contact_verbs.DUTCH_REACHES | step_words.MODALS
    subject = any(line.has(n, reaches) for n in (end - 2, end - 3))
    teaches = line.look(own, role_words.ROLES) == role_words.TEACHER
    theirs = line.has(end, _ITS_OWN) and not _reaches_the_teacher(line, end + 1)
    return subject and (teaches or theirs)


def _reaches_the_teacher(line: Line, i: int) -> bool:
    """Return whether the teacher stands behind *oma* of *belt Noor haar oma mij*: gran does so."""
    _, after = role_at(line, i)
    whom = line.skip(after, words.THE)
    return line.has(whom, role_words.TEACHER_WORDS) or line.look(whom, role_words.ROLES) == role_words.TEACHER


def _owned_by_both(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int] | None:
    """Read *Lot and Siem's parents*: of two children of one family."""
    if role != role_words.PUPIL or not line.has(end, words.AND | {","}):
        return None
    pupils = (parts for parts, whose in known.names if whose == role_words.PUPIL)
    other = next((end + 1 + len(parts) for parts in pupils if same_words(line, end + 1, parts)), None)
    if other is not None and line.word(other - 1).removesuffix("'s") == line.word(end - 1):
        # *Sam, Sam's mum*
        return None
    return _owned(line, other, role, known) if other is not None else None


def _reaches_others(line: Line, end: int) -> bool:
    """Return whether who is named up to there does so, behind the verb: *in nov mailt Sara haar ouders*."""
    name = end - 2 if role_words.role_of(line.word(end - 2)) else end - 3
    verb = next((n for n in (end - 2, name) if line.has(n, contact_verbs.DUTCH_REACHES)), None)
    before = line.token(verb - 1) if verb is not None and verb > 0 else None
    if verb is None or before is None or _reaches_the_teacher(line, end + 1):
        return verb is not None and before is None
    dated = before.kind != "word" or line.has(verb - 1, words.DAY_NAMES.keys() | words.MONTHS.keys())
    return dated or not (before.typed[0].isupper() or role_words.role_of(before.word))


def of_the_child(line: Line, end: int, role: str, known: KnownNames) -> tuple[str, int] | None:
    """Read *ouders van Bas Jan*, *juf van mijn zoon*; *moeder van Lotte* is another child's."""
    if role in ("", role_words.PUPIL) or not _is_of(line, end):
        return None
    j = line.skip(end + 1, contact_words.POSSESSIVES)
    for parts, whose in known.names:
        if whose == role_words.PUPIL and same_words(line, j, parts):
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
        if whose == role_words.PUPIL and same_words(line, end, parts):
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


def somebodys(line: Line, i: int) -> int | None:
    """Return the place after *papa's vriendin*, *vaders zus*, *jufs collega*."""
    word = line.word(i)
    base = word.removesuffix("s").removesuffix("'")
    if base == word or role_words.ROLES.get(base, role_words.PUPIL) == role_words.PUPIL:
        return None
    theirs, end = role_at(line, line.skip(i + 1, contact_words.ANOTHER))
    return end if theirs == role_words.SUPPORT else None


_ITS_OWN = those("haar zijn z'n zn d'r hun")
"""*Liv haar moeder* is her mother, as *Liv's moeder* is."""
