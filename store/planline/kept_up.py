"""Find who keeps up the contact alone, first or for the rest: Kirsten regelt alles zelf."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import purpose_words, step_words
from store.planline.clause_parts import DATED, is_way
from store.planline.first_step import Surroundings
from store.planline.initiative import first_step
from store.planline.segment import CONTACTS, SMALL_KINDS, Segment, SegmentKind
from store.planline.tells_alone import tells_by_oneself
from store.planline.words import those


def kept_up_first(around: Surroundings, segments: Sequence[Segment]) -> int:
    """Return the place behind what somebody sees to alone: *Kirsten regelt het zelf, …*; else 0."""
    who = next((each for each in segments if each.kind not in SMALL_KINDS), None)
    if who is None or who.kind is not SegmentKind.PERSON or who.absent:
        return 0
    step, told = first_step(around, who.at), tells_by_oneself(around, who)
    alone = step is not None and step.alone
    stop = told.stop if told else max(step.tokens) + 1 if step is not None and alone else 0
    place = next((n for n, each in enumerate(segments) if each.at == stop), 0)
    if around.line.has(stop, {"by", "per", "via"}):
        # *Bas himself lets us know by text*
        return 0
    behind = segments[place + 1 :]
    # *regelt het zelf en mailt zo nodig*, *regelt het zelf, mail zo nodig* go on with who does so
    other = bool(behind) and behind[0].kind is SegmentKind.PERSON
    other = other or around.line.has(stop, {"maar", "but"})
    parted = place and (other or any(each.kind in DATED for each in behind))
    return place if parted and any(is_way(around.line, behind, n) for n in range(len(behind))) else 0


def keeps_the_rest(around: Surroundings, segments: Sequence[Segment], place: int, start: int) -> bool:
    """Return whether somebody keeps up the rest alone: *bellen in maart, Kirsten regelt alles zelf*."""
    before = segments[start:place]
    dated = any(each.kind in DATED for each in before)
    if not dated or not any(each.kind in CONTACTS for each in before):
        return False
    line = around.line
    opened = any(line.has(each.at, purpose_words.ABOUT) for each in before)
    if before[-1].kind is SegmentKind.WORD or (opened and before[-1].kind is not SegmentKind.SIGN):
        return False
    step, who = first_step(around, segments[place].at), segments[place]
    if who.kind is SegmentKind.PERSON and not who.absent and (told := tells_by_oneself(around, who)):
        # *gesprek 12 nov, Bas vertelt zelf hoe het gaat* tells of that talk
        at_the_talk = any(line.has(n, _HOW_IT_IS) for n in told)
        return not at_the_talk and not any(each.absent for each in before)
    if step is not None and line.has(who.at, step_words.KEEPING_UP):
        # *tussendoor regelt Bas alles zelf*
        return step.alone or any(line.has(n, step_words.SELF) for n in step.tokens)
    return step is not None and step.alone


_HOW_IT_IS = those("hoe wat how what")
