"""Read who is taken out: zonder vader, niet met vader, buiten Selma om, maar papa doet niet mee."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.planline import contact_words, words
from store.planline.attendance import not_there
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.people import person
from store.planline.segment import Segment, SegmentKind
from store.planline.strangers import by_an_unknown_role, stranger
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those


def called_from(line: Line, i: int, role: str) -> int:
    """Return where what somebody is called begins: *grote broer* is not just any brother."""
    which = contact_words.WHICH_OF_THEM | contact_words.ANOTHER
    whose = {
        role_words.SUPPORT: contact_words.WHOSE_SPOUSE if line.has(i, role_words.SPOUSES) else which,
        role_words.PARENTS: contact_words.ANOTHER,
    }
    while line.has(i - 1, whose.get(role, ())):
        i -= 1
    return i


def taken_away(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *zonder vader*, *niet met vader*, *not with his father*; a list behind it goes along."""
    deny = line.maybe(i, {"maar", "but"})
    if line.has(deny, contact_words.WITHOUT):
        at = line.skip(line.maybe(deny + 1, {"."}), _ANY)
    elif (instead := _instead(line, deny)) is not None:
        at = instead
    elif (outside := _outside(line, deny, known)) is not None:
        return replace(outside, at=i)
    elif line.has(i, _SAVE) and line.has(i - 1, _ALL_OF_THEM):
        at = line.maybe(i + 1, {"for"})
    elif (denied := _not_with(line, deny, known) or _no_need(line, deny)) is not None:
        at = denied
    elif line.has(i, words.AND | {"of", "or", "nor"}) and _was_taken_away(line, i, known):
        at = i + 1
    else:
        return _but_not(line, i, deny, known)
    sentence = line.has(at, {"dat"})
    at = line.skip(line.maybe(at, {"dat"}), contact_words.POSSESSIVES | contact_words.WITH)
    role, end = person(line, at, known)
    if not role and (stranger(line, at) or by_an_unknown_role(line, at)):
        role, end = UNKNOWN, stranger(line, at) or at + 1
    if not role and (child := _the_child(line, deny + 1, known)) is not None:
        role, at, end = role_words.PUPIL, child, child + 1
    if not role:
        return None
    there = line.maybe(end, {"er"})
    along = line.has(there, contact_words.ALONG) or _does_along(line, there)
    if sentence and not along:
        return None
    tail = _tail(line, deny, end)
    tail = there + 1 if sentence and tail <= there else tail
    begin = called_from(line, at, role)
    return Segment(SegmentKind.PERSON, i, tail, role=role, absent=True, person=begin, person_end=end)


def _tail(line: Line, deny: int, end: int) -> int:
    """Return the place after *erbij*, *deze keer*, *to be there* behind who is not there."""
    tail = (
        line.skip(end, contact_words.ALONG | _SITTING) if not line.has(end, {"ook", "too", "also"}) else end
    )
    tail = line.skip(tail, _TO_BE_THERE) if _no_need(line, deny) else tail
    return tail + 2 if line.has(tail, {"deze", "dit", "this"}) and line.has(tail + 1, words.TIMES) else tail


def _does_along(line: Line, i: int) -> bool:
    """Return whether *meeluistert*, *meekomt* ends a clause there."""
    ends = line.token(i + 1) is None or line.has(i + 1, words.AND | {",", ";", ".", "("})
    return ends and line.word(i).startswith("mee") and line.word(i).endswith(("t", "en"))


_SITTING = those("zit zitten is zijn hoeft hoeven mag mogen komt komen te")
_TO_BE_THERE = those("to be there come along join attend with us")
_ANY = those("any either")
_ALL_OF_THEM = role_words.EVERYBODY | those("allen family gezin us all alledrie")
_SAVE = those("but bar except behalve uitgezonderd maar")
"""Behind *everyone*: who is the one that is not there."""


def _but_not(line: Line, i: int, at: int, known: KnownNames) -> Segment | None:
    """Read *maar papa doet niet mee*, *but dad isn't coming*."""
    begin = line.skip(at, contact_words.POSSESSIVES) if at > i else i
    role, end = person(line, begin, known) if at > i else ("", i)
    gone = not_there(line, end) if role else None
    if gone is None:
        return None
    return Segment(SegmentKind.PERSON, i, gone, role=role, absent=True, person=begin, person_end=end)


def _no_need(line: Line, i: int) -> int | None:
    """Return the place behind *no need for*, before who is not there."""
    return i + 3 if line.phrase(i, ("no", "need", "for")) else None


def _not_with(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place behind *niet met*; of *mama* in *aan papa, niet aan mama*, *dad not mum*."""
    if line.has(i - 1, {"("}) and line.has(i, {"niet", "not", "geen", "no"}):
        # *met moeder (niet vader)*
        at = line.skip(i + 1, contact_words.POSSESSIVES | contact_words.WITH)
        role, end = person(line, at, known)
        return at if role not in ("", role_words.TEACHER) and line.has(end, {")"}) else None
    if not line.has(i, {"niet", "not"}):
        return None
    if line.has(i + 1, contact_words.WITH):
        return i + 2
    at = line.skip(i + 1, _TOWARDS | contact_words.POSSESSIVES)
    before = line.maybe_before(i, {",", ";"})
    others = (person(line, n, known) for n in range(max(0, before - 3), before))
    beside = any(role and end == before for role, end in others)
    towards = line.has(i + 1, _TOWARDS) or line.has(i, {"not"})
    away = person(line, at, known)[0] not in ("", role_words.TEACHER)
    return at if beside and towards and away else None


_TOWARDS = those("aan naar to")


def _outside(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *buiten Selma om*, *laat oma erbuiten*."""
    last = _AROUND if line.has(i, {"buiten"}) else _OUT if line.has(i, _LEAVING) else ()
    if not last:
        return None
    at = line.skip(i + 1, contact_words.POSSESSIVES)
    role, end = person(line, at, known)
    said = next((end + len(phrase) for phrase in last if line.phrase(end, phrase)), None)
    if not role or said is None:
        return None
    return Segment(SegmentKind.PERSON, i, said, role=role, absent=True, person=at, person_end=end)


_LEAVING = those("laat laten hou houd houden leave leaving keep keeping")
_AROUND = (("om",),)
_OUT = (("erbuiten",), ("eruit",), ("er", "buiten"), ("out", "of", "it"), ("out", "of", "this"), ("out",))


def _instead(line: Line, i: int) -> int | None:
    """Return the place after *ipv*, *in plaats van*, *instead of*: who stands behind it is not there."""
    if line.has(i, {"ipv"}):
        return i + 1
    if line.has(i, {"instead"}) and line.has(i + 1, {"of"}):
        return i + 2
    return i + 3 if line.has(i, {"in"}) and line.phrase(i + 1, ("plaats", "van")) else None


def _the_child(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place of *hem* in *zonder hem*: the pupil, unless another one person was named before.

    Who teaches is no other one: the talk is hers.
    """
    at = line.maybe(i, contact_words.WITH)
    if not line.has(at, role_words.HIM_OR_HER) or _has_a_thing(line, at):
        return None
    others = (person(line, n, known)[0] for n in range(i) if not line.has(n, contact_words.NAMELESS))
    return at if {role for role in others if role} <= {role_words.PUPIL, role_words.TEACHER} else None


def _has_a_thing(line: Line, i: int) -> bool:
    """Return whether *haar* has something: *zonder haar laptop*, and not *zonder haar bespreken*."""
    token = line.token(i + 1)
    noun = token is not None and token.kind == "word" and not is_known(token.word)
    return noun and line.has(i, contact_words.POSSESSIVES) and not line.word(i + 1).endswith("en")


def _was_taken_away(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether the person right before this place was taken away by *zonder*."""
    for at in range(max(0, i - 5), i):
        saved = line.has(at, _SAVE) and line.has(at - 1, role_words.EVERYBODY)
        if line.has(at, contact_words.WITHOUT) or saved:
            begin = line.skip(at + 1, contact_words.POSSESSIVES | contact_words.WITH)
            role, end = person(line, begin, known)
            return bool(role) and end == i
    return False
