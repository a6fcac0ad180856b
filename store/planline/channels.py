"""By which channel: the words that name one, places that imply one, and talks that say neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.domain.plan import Channel
from store.planline import roles
from store.planline.reading import Assumption
from store.planline.segments import Segment, SegmentKind
from store.planline.tokens import Line


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels that were named, one mostly; what talk word says what for; which tokens said it."""

    named: tuple[Channel, ...] = ()
    topic: str = ""
    tokens: frozenset[int] = frozenset()
    assumed: tuple[Assumption, ...] = ()
    at: tuple[int, int] | None = None


def find_channels(line: Line, segments: Sequence[Segment]) -> Channels:
    """The channel of a line. A talk without a place is a visit, and that is an assumption (issue 4)."""
    named = [segment for segment in segments if segment.kind is SegmentKind.CHANNEL]
    places = [segment for segment in segments if segment.kind is SegmentKind.PLACE]
    talks = [segment for segment in segments if segment.kind is SegmentKind.TALK]
    topic = " ".join(_topic(line, segment) for segment in talks).strip()
    if named:
        channels = tuple(dict.fromkeys(p.channel for p in named if p.channel))
        if set(channels) == {Channel.PHONE, Channel.VIDEO}:
            channels = (Channel.VIDEO,)
        same = [p for p in places if p.channel in channels]
        return Channels(channels, topic, _tokens(same), (), _at(line, named))
    if places:
        channels = tuple(dict.fromkeys(p.channel for p in places if p.channel))
        return Channels(channels, topic, _tokens(places), (), _at(line, places))
    if talks:
        return Channels((Channel.VISIT,), topic, frozenset(), (Assumption("visit"),), _at(line, talks))
    return Channels()


def _topic(line: Line, segment: Segment) -> str:
    """*Evaluatie*, *voortgangsgesprek*: a talk word that tells what for, where no colon does."""
    word = line.word(segment.end - 1)
    compound = word.endswith(roles.TALK_END) and word not in roles.TALKS
    if not compound and word not in roles.TALK_TOPICS:
        return ""
    return "".join(token.typed for token in line.tokens[segment.at : segment.end])


def _tokens(segments: Sequence[Segment]) -> frozenset[int]:
    return frozenset(i for segment in segments for i in range(segment.at, segment.end))


def _at(line: Line, segments: Sequence[Segment]) -> tuple[int, int]:
    return line.tokens[segments[0].at].start, line.tokens[segments[-1].end - 1].end
