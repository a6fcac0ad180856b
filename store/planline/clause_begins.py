"""Find where a clause begins: at another way, others at another time, and who keeps up the rest."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import step_words
from store.planline.another_time import (
    about_something_else,
    another_rhythm,
    is_answered_later,
    otherwise,
    takes_a_step,
)
from store.planline.another_way import begin_of_way, behind_same_channel
from store.planline.clause_parts import is_way, joins_clauses
from store.planline.day_of_all import at_another_time
from store.planline.first_step import Surroundings
from store.planline.kept_up import keeps_the_rest, kept_up_first
from store.planline.known_names import KnownNames
from store.planline.others_another_time import all_together, comes_the_first_time, others_another_time
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line


def clause_begins(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[tuple[int, bool]]:
    """Return the tokens at which a new clause begins, and whether it has the channel of the one before."""
    around = Surroundings.of(line, segments, known)
    begun = kept_up_first(around, segments)
    found = [(segments[begun].at, False)] if begun else []
    start = begun
    for place, segment in enumerate(segments[begun:], begun):
        rest, stepping = line.has(segment.at, step_words.ALL_THE_REST), False
        if is_way(line, segments, place):
            begin = begin_of_way(line, segments, place, start)
            if begin is None and found and found[-1][1]:
                begin = behind_same_channel(line, segments, place, start)
        elif segment.kind is SegmentKind.PERSON or rest or line.has(segment.at, step_words.KEEPING_UP):
            keeps = keeps_the_rest(around, segments, place, start)
            begin = _with_when_needed(line, segments, place) if keeps else None
        elif joins_clauses(line, segment):
            parted = segment.kind is not SegmentKind.AND
            another = others_another_time(line, segments, place, start, parted=parted)
            another = another or about_something_else(line, segments, place, start)
            another = another or all_together(line, segments, place, start)
            another = another or comes_the_first_time(line, segments, place, start)
            another = another or another_rhythm(line, segments, place, start)
            another = another or at_another_time(segments, place, start)
            another = another or is_answered_later(line, segments, place, start)
            stepping = takes_a_step(line, segments, place, start)
            begin = segment.at if another or stepping or otherwise(line, segments, place, start) else None
        else:
            begin = None
        if begin is not None:
            heard = any(line.has(each.at, step_words.HEARING) for each in segments[place:])
            found.append((begin, joins_clauses(line, segment) and not (rest or heard or stepping)))
            start = next(n for n, each in enumerate(segments) if each.at >= begin)
    return found


def _with_when_needed(line: Line, segments: Sequence[Segment], place: int) -> int:
    """Return where *tussendoor ouders* begins, of *gesprek in nov, tussendoor ouders bellen zelf*."""
    before = segments[place - 1]
    led = place > 1 and before.kind is SegmentKind.ON_DEMAND and joins_clauses(line, segments[place - 2])
    return before.at if led else segments[place].at
