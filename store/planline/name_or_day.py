"""Tell a name from the month or weekday it may be too: June comes in in June, met ouders en Mei."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.people import WAYS_TO_REACH, person
from store.planline.tokens import Line


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
    behind_a_way = line.has(i - 1, WAYS_TO_REACH) and line.tokens[i].typed[0].isupper()
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
