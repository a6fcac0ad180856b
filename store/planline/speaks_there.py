"""Find who does the talking in a talk, and so is there: *gesprek 12 nov, Bas doet zelf het woord*."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Channel
from store.planline import step_words
from store.planline.segment import Segment, SegmentKind
from store.planline.so_far import SoFar
from store.planline.words import those


def speaks_there(so_far: SoFar, who: Segment) -> bool:
    """Return whether somebody tells, leads or shows something where people meet; at home they are not there.

    What parents tell a child that is not there, *leggen hem uit waarom*, they tell at home.
    """
    line = so_far.line
    met = any(
        each.kind is SegmentKind.TALK or each.channel in (Channel.VISIT, Channel.HOME_VISIT, Channel.VIDEO)
        for each in so_far.found
    )
    somebody = who.kind is SegmentKind.PERSON and not who.absent and not line.has(who.at, step_words.SEVERAL)
    if not met or not somebody or not line.has(who.at - 1, _PARTING):
        return False
    verb = line.skip(who.end, step_words.EMPHASIS | step_words.MODALS)
    end = next((n for n in range(verb, len(line)) if line.has(n, _PARTING)), len(line))
    told = range(verb, end)
    if any(line.has(n, role_words.HIM_OR_HER | _AT_HOME) for n in told):
        return False
    # *shows his work*, not *shows signs of stress*
    shows = line.has(verb, _SHOWING) and line.has(verb + 1, role_words.WHOSE)
    shows = shows or (line.has(verb, _LETTING) and line.has(end - 1, {"zien", "horen"}))
    has_the_word = line.has(verb, _TAKING) and line.phrase(end - 2, ("het", "woord"))
    # what somebody tells *dat hij gepest wordt* was told before
    speaks = line.has(verb, _SPEAKING) and not line.has(verb + 1, {"dat", "that"})
    return shows or has_the_word or speaks


_PARTING = frozenset((",", ";", ".", "(", ")"))
_AT_HOME = those("thuis home")
_TAKING = step_words.DOING | {"neemt", "voert"}
_LETTING = those("laat laten")
_SHOWING = those("toont tonen shows show")
_SPEAKING = those(
    "vertelt vertellen presenteert presenteren leidt leiden tells tell presents present leads lead"
)
