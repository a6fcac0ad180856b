"""Say who is meant in a clause by *she*, *hem*, *them*: the one who was named in a clause before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from store.domain import role_words
from store.planline import contact_verbs, contact_words, purpose_words, step_words, words
from store.planline.known_names import KnownNames
from store.planline.people import person
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line, Token
from store.planline.words import those

_SUBJECTS = those("she he hij zij ze ie")
_VERBS = (
    step_words.CONTACT_VERBS | step_words.COMING_VERBS | step_words.INFINITIVES
    | contact_verbs.TO_REACH_IN_ENGLISH | step_words.FIRST_PERSON | those("meet see speak zie spreek")
)  # fmt: skip
_SHE_OR_THEY = those("ze zij")
_PLURAL = ("en", "aan")
"""How a Dutch verb ends beside *ze* where that is no *she*."""
_WOMEN = those("she her haar ze zij")
_MEN = those("he him hij hem ie")
_SMALL_BEHIND = (
    words.AND | purpose_words.FILLERS | {",", ";", ".", "in", "on", "op", "at", "om", "by", "after", "na"}
)


def with_who_is_meant(line: Line, segments: Sequence[Segment], own: Line) -> Line:
    """Return a clause with who was named before it in the place of *she*, *hem*; else as it is.

    Where nobody, or more than one person of the kind, was named it stays as typed, and is asked about.
    """
    if not len(own):
        return own
    start = line.tokens.index(own.tokens[0])
    before = [each for each in of_kind(segments, SegmentKind.PERSON) if each.end <= start and not each.absent]
    at = _pronoun(own)
    who = _who(line, before, own.word(at)) if at >= 0 else None
    return own if who is None else _put_in(own, at, line.tokens[who.person : who.person_end])


def with_who_was_told_of(line: Line, known: KnownNames) -> Line:
    """Return *als mama thuis is bel ik haar* with *mama* for *haar*: the one adult the line told of so far.

    Only by a word that says who can be meant: a name does not, and a child may be.
    """
    at = next((n for n in range(len(line)) if _is_reached(line, n)), -1)
    named: dict[str, tuple[str, int, int]] = {}
    for n in range(at):
        role, end = person(line, n, known)
        if role and role != role_words.TEACHER:
            named.setdefault(line.called(n, end).casefold(), (role, n, end))
    if len(named) != 1:
        return line
    ((role, begin, end),) = named.values()
    meant = role_words.is_woman if line.has(at, _WOMEN) else role_words.is_man
    adult = role in (role_words.PARENTS, role_words.SUPPORT) and end == begin + 1
    return _put_in(line, at, line.tokens[begin:end]) if adult and meant(line.word(begin)) else line


def _is_reached(line: Line, at: int) -> bool:
    """Return whether *haar* stands there of *bel ik haar*, and nothing that is hers behind it."""
    ends = line.token(at + 1) is None or line.has(at + 1, _SMALL_BEHIND) or line.number(at + 1) is not None
    verb = at - 2 if line.has(at - 1, {"ik", "juf", "meester"}) else at - 1
    verbs = step_words.CONTACT_VERBS | contact_words.CHANNELS.keys()
    return line.has(at, _HER_OR_HIM) and ends and line.has(verb, verbs)


_HER_OR_HIM = those("haar hem her him")


def _put_in(own: Line, at: int, name: Sequence[Token]) -> Line:
    """Return the clause with a name there, which stands where the pronoun stood."""
    there = own.tokens[at]
    named = (replace(each, start=there.start, end=there.end, glued=False) for each in name)
    return Line((*own.tokens[:at], *named, *own.tokens[at + 1 :]))


def _pronoun(own: Line) -> int:
    """Return the place of *she* in *she rings*, of *her* in *email her in March*; -1 where none is."""
    for at in range(len(own)):
        if (
            own.has(at, _SUBJECTS)
            and not _are_several(own, at)
            and (_does(own, at) or own.has(at - 1, _VERBS))
        ):
            return at
        whom = own.has(at, role_words.HIM_OR_HER) and own.has(at - 1, _VERBS | contact_words.WITH)
        ends = own.token(at + 1) is None or own.has(at + 1, _SMALL_BEHIND) or own.number(at + 1) is not None
        if whom and ends:
            return at
    return -1


def _are_several(own: Line, at: int) -> bool:
    """Return whether *ze* is more people than one by its verb: *ze mailen*, *in maart komen ze*."""
    return own.has(at, _SHE_OR_THEY) and any(own.word(n).endswith(_PLURAL) for n in (at - 1, at + 1))


def _does(own: Line, at: int) -> bool:
    verb = own.skip(at + 1, step_words.MODALS | step_words.EMPHASIS | {"'ll"})
    # *ze wil in maart mailen*
    ends = own.has(at + 1, step_words.MODALS) and own.has(len(own) - 1, step_words.INFINITIVES)
    return (ends or own.has(verb, _VERBS)) and own.skip(
        0, purpose_words.FILLERS | words.AFTERWARDS | {"then", "dan"}
    ) >= at


def _who(line: Line, before: Sequence[Segment], pronoun: str) -> Segment | None:
    """Return the one of those before who may be meant."""
    others = [each for each in before if each.role != role_words.TEACHER]
    named = {line.called(each.person, each.person_end).casefold(): each for each in others}
    if pronoun == "them":
        several = [each for each in named.values() if line.has(each.person_end - 1, step_words.SEVERAL)]
        return several[0] if several and len(named) == 1 else None
    one = next(iter(named.values()), None)
    if one is None or len(named) > 1 or one.role not in (role_words.PARENTS, role_words.SUPPORT):
        return None
    if line.has(one.person_end - 1, step_words.SEVERAL):
        return None
    other = role_words.is_man if pronoun in _WOMEN else role_words.is_woman
    kin = _word_for(line, one)
    return None if pronoun in _WOMEN | _MEN and other(kin) else one


def _word_for(line: Line, who: Segment) -> str:
    """Return the word that tells what somebody is: *oom* of *oom Ali*, *zus* of *zus van moeder*."""
    owned = (n for n in range(who.person, who.person_end) if line.has(n, _OF))
    told = [line.word(n) for n in range(who.person, next(owned, who.person_end))]
    known = (word for word in reversed(told) if role_words.is_woman(word) or role_words.is_man(word))
    return next(known, "")


_OF = those("van v of")
