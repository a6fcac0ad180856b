"""Read what somebody sees to alone: zegt zelf af of belt, houdt haar ouders zelf op de hoogte."""

from __future__ import annotations

from store.domain import role_words
from store.planline import step_words, words
from store.planline.first_step import (
    Surroundings,
)
from store.planline.joint_subject import last_of_list
from store.planline.segment import CONTACTS, WHENS, Segment, SegmentKind
from store.planline.takes_steps import LETTING
from store.planline.words import those


def tells_by_oneself(around: Surroundings, who: Segment) -> range:
    """Return the tokens of *zegt zelf af of belt*, *houdt haar ouders zelf op de hoogte*; none for others.

    That is a sentence of its own: what somebody sees to alone needs no day and no way of contact. What says
    no more than that, as *regelt het contact zelf* does, is none.
    """
    line, begin = around.line, last_of_list(around, who).end
    verb = line.skip(begin, step_words.SELF)
    if not line.has(verb, step_words.TELLING_VERBS):
        return range(0)
    end = begin
    while end < len(line):
        segment = around.at(end)
        asked = segment is not None and segment.kind is SegmentKind.ON_DEMAND and line.has(end, _WHEN)
        if segment is not None and not asked and (segment.kind is SegmentKind.SIGN or segment.kind in WHENS):
            break
        if segment is not None and segment.kind in CONTACTS and not line.has(end - 1, words.OR | words.AND):
            break
        end = segment.end if segment is not None else end + 1
    if line.has(verb, LETTING) and line.has(end - 1, {"by", "per", "via"}):
        # *Bas himself lets us know by text*
        return range(0)
    if end < len(line) and not line.has(end, {",", ";", "."}):
        # what stands before the day or the channel belongs to that: *in nov*, *per mail*
        end -= line.has(end - 1, words.AT | words.DURING | {"op", "on", "via", "per", "by"})
    told = range(begin, end)
    alone = any(line.has(n, step_words.SELF) for n in told)
    together = who.role == role_words.PARENTS and any(line.has(n, step_words.MUTUAL) for n in told)
    plain = step_words.VERB_TAILS | step_words.STEP_VERBS | step_words.PLURAL_VERBS | step_words.ALL_THE_REST
    more = not all(line.has(n, plain | step_words.SELF) for n in told)
    return told if (alone or together) and more else range(0)


_WHEN = those("wanneer wnr when")
"""Behind a verb of telling this asks, and sets no condition: *bespreekt wanneer ze bellen*."""
