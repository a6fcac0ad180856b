"""Find what takes a plan back or leaves it open: liever niet, stoppen met bellen, moeder kan alleen op di."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain import role_words
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.for_whom import one_child_only
from store.planline.known_names import KnownNames
from store.planline.segment import Segment, SegmentKind
from store.planline.small_words import says_all_is_well
from store.planline.tokens import Line
from store.planline.words import those


def denies_somebody(line: Line, segment: Segment, known: KnownNames) -> tuple[int, int] | None:
    """Find *Bas Jan niet*, *vader wil dat niet*: who is there after all, or what happens, is not said."""
    if segment.kind is not SegmentKind.PURPOSE or line.has(segment.at, purpose_words.OPENERS):
        return None
    if one_child_only(line, segment.at, known):
        return segment.at, segment.end
    inside = range(segment.at, segment.end)
    denied = next((n for n in inside if denies(line, n)), None)
    if denied is None:
        return None
    about = (
        purpose_words.SMALL
        | purpose_words.FILLERS
        | purpose_words.AVAILABLE
        | step_words.TELLING_VERBS
        | _TOLD
    )
    who = (n for n in inside if not line.has(n - 1, _BEFORE_A_PLACE))
    named = [
        n
        for n in who
        if role_words.role_of(line.word(n).removesuffix("'s")) or known.names_a_part(line.word(n))
    ]
    rest = (n for n in inside if n not in named and n != denied)
    return (denied, denied + 1) if named and all(line.has(n, about) for n in rest) else None


_TOLD = those(
    "laat laten inlichten weten hoogte betrekken meenemen horen erover ervan know knows about , needn't"
)
"""What may or may not be done with somebody: *moeder niet inlichten*."""


_BEFORE_A_PLACE = those("naar op in van to at from")


def taken_back(line: Line, segments: Sequence[Segment], place: int, begin: int) -> int | None:
    """Return the word that takes back what was planned, or leaves it open: *niet*, *liever*, *lastig*.

    A purpose may hold such words: *hij wil niet slapen*. Words that are about the plan begin with them, or
    have nothing beside them but people: *vader wil niet*, *is lastig voor moeder*.
    """
    segment = segments[place]
    if line.has(segment.at, purpose_words.OPENERS) or line.has(begin, purpose_words.OPENERS):
        return None
    if says_all_is_well(line, begin) is not None:
        return None
    if denies(line, begin) or line.has(begin, purpose_words.HEDGES) or _stops_contact(line, begin):
        return begin
    if (narrow := _only_then(line, segment)) is not None:
        return narrow
    way = place > 0 and segments[place - 1].kind in (SegmentKind.CHANNEL, SegmentKind.TALK)
    if way and line.has(begin, purpose_words.AVAILABLE) and denies(line, begin + 1):
        # *mailen gaat niet, dus …*: the way itself is taken back
        return begin + 1
    inside = range(segment.at, segment.end)
    unsure = purpose_words.HEDGES | purpose_words.JUDGING | purpose_words.THINKING
    told = [n for n in inside if denies(line, n) or line.has(n, unsure)]
    if not told:
        later = [n for n in range(segment.end, min(len(line), segment.end + 4)) if denies(line, n)]
        told = later if line.has(segment.end - 1, purpose_words.AVAILABLE) else []
    about = (
        purpose_words.AVAILABLE | purpose_words.SMALL | purpose_words.FILLERS | role_words.ROLES.keys()
        | unsure | role_words.TEACHER_WORDS | contact_words.WITHOUT | contact_words.ALONE
    )  # fmt: skip
    nothing_else = all(
        line.has(n, about) or denies(line, n) or line.has(n, {",", "."})
        # whoever is taken away
        or line.has(n - 1, contact_words.WITHOUT)
        for n in inside
    )  # fmt: skip
    if told and nothing_else:
        return told[0]
    # *stuur geen appjes*
    behind = segments[place + 1].kind if place + 1 < len(segments) else None
    no_way = denies(line, segment.end - 1) and behind in (SegmentKind.CHANNEL, SegmentKind.TALK)
    return segment.end - 1 if no_way else None


def _stops_contact(line: Line, i: int) -> bool:
    """Return whether *stoppen met bellen*, *skip the call* stands there."""
    way = line.skip(i + 1, contact_words.WITH | contact_words.POSSESSIVES | {"all", "of"})
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    return line.has(i, purpose_words.STOPPING) and line.has(way, ways)


def _only_then(line: Line, segment: Segment) -> int | None:
    """Return the place of *alleen* in *moeder kan alleen op di*: when somebody can is no plan yet."""
    last = segment.end - 1
    said = line.has(last, contact_words.ALONE) and line.has(last - 1, purpose_words.AVAILABLE)
    about = purpose_words.SMALL | purpose_words.FILLERS | purpose_words.AVAILABLE | role_words.ROLES.keys()
    return last if said and all(line.has(n, about) for n in range(segment.at, last)) else None


def denies(line: Line, i: int) -> bool:
    """Return whether a word denies: *niet*, *geen*, *can't*."""
    return line.has(i, words.NEGATIONS) or line.word(i).endswith("n't")
