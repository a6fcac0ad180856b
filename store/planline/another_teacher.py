"""Tell the teacher who types from others: de nieuwe juf, juf van groep 2, juf Petra van de plusklas."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.attendance import joins
from store.planline.known_names import KnownNames
from store.planline.named import same_words
from store.planline.role_at import SURELY_ALONG, role_at
from store.planline.surnames import (
    has_capital,
    place_before_role,
)
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those


def from_where(line: Line, i: int, end: int, role: str) -> int:
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
    end = _behind_class(line, j)
    return end if end > j and (j > i or not line.has(j, {"year"})) else i


def _behind_class(line: Line, i: int) -> int:
    """Return the place after *groep 4*, *gr. 4*; the same one where no class stands there."""
    at = line.maybe(i + 1, {"."})
    told = line.has(i, {"groep", "group", "gr", "grp", "klas", "year"}) and line.number(at) is not None
    return at + 1 if told else i


def _taught_there(line: Line, i: int) -> int | None:
    """Return the place after *groep 3 juf*, which is not the teacher who types."""
    end = _behind_class(line, i)
    return end + 1 if end > i and line.look(end, role_words.ROLES) == role_words.TEACHER else None


def another_teacher(line: Line, i: int, known: KnownNames) -> int | None:
    """Read *de nieuwe juf*, *juf van groep 2*, *coach van voetbal*: not the one who types."""
    if line.has(i, contact_words.ANOTHER) and role_at(line, i + 1)[0] == role_words.TEACHER:
        # *de nieuwe juf Kim*
        return i + 2 + has_capital(line, i + 2)
    if line.phrase(i, ("last", "year's")) and role_at(line, i + 2)[0] == role_words.TEACHER:
        return i + 3
    if (taught := _taught_there(line, i)) is not None:
        return taught
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
    if (class_of := _class_behind(line, i)) > i:
        return class_of
    if j == i:
        return None
    past = line.look(j, words.WHICH) == words.PREVIOUS or line.has(j, {"last"})
    if past and line.look(j + 1, words.UNITS) == words.YEAR:
        return j + 2
    at = line.skip(j, contact_words.POSSESSIVES)
    if line.has(j - 1, {"of", "uit"}) and at == j:
        # *juf of moeder* are two, *nodigt juf uit* is one verb
        return None
    token = line.token(at)
    if token is None or token.kind != "word" or line.has(at, _NOBODYS):
        return None
    if line.look(at, role_words.ROLES) in (role_words.PUPIL, role_words.TEACHER):
        return None
    if any(whose == role_words.PUPIL and same_words(line, at, parts) for parts, whose in known.names):
        return None
    return at + 1


def _stands_beside_the_teacher(line: Line, i: int) -> bool:
    """Return whether *coach erbij*, *met zijn mentor*, *ik bel met mentor* is somebody else called so."""
    lead = place_before_role(line, i)
    may_be_both = line.has(i, role_words.OWN_ROLE)
    if may_be_both and (line.has(lead, contact_words.AS_WELL) or joins(line, i + 1) is not None):
        return True
    if (line.has(i + 1, words.AND) and line.has(i + 2, _ME)) or (
        line.has(i - 1, words.AND) and line.has(i - 2, _ME)
    ):
        # *Bas mails coach and me*
        return True
    me = any(line.has(n, _ME) and line.has(n - 1, words.AND) for n in range(i + 3, i + 6))
    if line.has(i + 1, step_words.CONTACT_VERBS) and (line.has(i + 2, _ME) or me):
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


_ME = those("me mij")
_NOBODYS = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.EVERY | words.WHICH.keys()
    | words.NEAR_DAYS.keys() | words.PERIODS.keys() | contact_words.CHANNELS.keys() | contact_words.TALKS
    | step_words.CONTACT_VERBS | role_words.TEACHER_WORDS | role_words.HIM_OR_HER | {"school"}
)  # fmt: skip
"""What stands behind *juf van* without making her another child's."""
