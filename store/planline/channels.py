"""Find the channel: by the words that name one, places that imply one, and talks that say neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.domain.plan import Channel
from store.planline import contact_words, words
from store.planline.choice import MEETINGS, choices
from store.planline.reading import Assumption
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


@dataclass(frozen=True, slots=True)
class Channels:
    """The channels that were named, one mostly; if a talk word says what for; which tokens said it."""

    named: tuple[Channel, ...] = ()
    topic: bool = False
    tokens: frozenset[int] = frozenset()
    assumed: tuple[Assumption, ...] = ()
    at: tuple[int, int] | None = None
    name: str = ""


def find_channels(line: Line, segments: Sequence[Segment]) -> Channels:
    """Find the channel of a line. A talk without a place is a visit, and that is an assumption."""
    places = of_kind(segments, SegmentKind.PLACE)
    talks = of_kind(segments, SegmentKind.TALK)
    topic = any(topic_of(line, segment) for segment in talks)
    if said := of_kind(segments, SegmentKind.CHANNEL) or places:
        carriers = _carriers(line, said)
        by = [each for each in said if each not in carriers]
        channels = tuple(dict.fromkeys(each.channel for each in by if each.channel))
        if (choice := next(choices(line, segments), None)) is not None:
            meeting = any(each.kind in MEETINGS for each in choice)
            channels = tuple(dict.fromkeys((*channels, Channel.VISIT) if meeting else channels))
        elif set(channels) == {Channel.PHONE, Channel.VIDEO}:
            channels = (Channel.VIDEO,)
        same = [place for place in places if place.channel in channels]
        name = next((each.name for each in (*said, *of_kind(segments, SegmentKind.WHERE)) if each.name), "")
        name = name or " ".join(each.name or line.between(each.end - 1, each.end) for each in carriers)
        name = name or next((app for each in by if (app := _service(line, each))), "")
        return Channels(channels, topic, _tokens(same), (), _at(line, said), name)
    if talks:
        where = next((each.name for each in of_kind(segments, SegmentKind.WHERE)), "")
        assumed = () if where else (Assumption("visit"),)
        return Channels((Channel.VISIT,), topic, frozenset(), assumed, _at(line, talks), where)
    return Channels()


def _carriers(line: Line, said: Sequence[Segment]) -> list[Segment]:
    """Return the app that a call or a mail goes by: *whatsapp video*, *bellen via Parro*."""
    found = []
    for one, other in pairwise(said):
        app, call = (one, other) if one.channel is Channel.MESSAGE else (other, one)
        between = range(one.end, other.at)
        by = line.has(line.maybe_before(app.at, words.THE) - 1, _BY)
        joined = not any(line.has(n, _JOINTS) for n in between) and (by or (app is one and not between))
        named = by and bool(app.name)
        named = named or line.has(app.end - 1, _APPS) or (by and line.has(app.end - 1, {"app"}))
        mail = call.channel is Channel.MAIL and by and bool(app.name)
        if (mail or (call.channel in _CALLS and named)) and app.channel is Channel.MESSAGE and joined:
            found.append(app)
    others = {each.channel for each in said if each not in found}
    return found if others <= {*_CALLS, Channel.MAIL} else []


def _service(line: Line, said: Segment) -> str:
    """Return by which service it goes, as typed: *videobellen via teams*, *gesprek op zoom*.

    A word that is a verb as well is a service behind *via* and the like.
    """
    begin = said.at
    while begin < said.end and line.has(begin, _BY | words.THE):
        begin += 1
    led = begin > said.at or line.has(line.maybe_before(begin, words.THE) - 1, _BY | _WITH)
    typed = line.between(begin, said.end).rstrip(".")
    return typed if led and line.has(said.end - 1 - line.has(said.end - 1, {"."}), _SERVICES) else ""


_JOINTS = words.AND | words.OR | words.AFTERWARDS | {",", ";", "."}
_APPS = words.those("whatsapp signal telegram messenger")
_BY = words.those("via op on over per by through")
_WITH = words.those("met with using in")
_SERVICES = _APPS | words.those("teams zoom skype facetime meet webex jitsi whereby hangouts hangout")
_CALLS = (Channel.PHONE, Channel.VIDEO)


def topic_of(line: Line, segment: Segment) -> range:
    """Return the tokens that tell what a talk is for: *evaluatie*, *voortgangsgesprek*; none for others."""
    word = line.word(segment.end - 1)
    if word in contact_words.TALKS or word in contact_words.TALK_TOPICS:
        return range(segment.end - (word in contact_words.TALK_TOPICS), segment.end)
    parts = [line.word(n) for n in range(segment.at, segment.end) if not line.hyphen(n)]
    if "-".join(parts) not in contact_words.TALK_TOPICS and not word.endswith(contact_words.TALK_END):
        return range(0)
    return range(segment.at, segment.end)


def _tokens(segments: Sequence[Segment]) -> frozenset[int]:
    return frozenset(i for segment in segments for i in range(segment.at, segment.end))


def _at(line: Line, segments: Sequence[Segment]) -> tuple[int, int]:
    return line.tokens[segments[0].at].start, line.tokens[segments[-1].end - 1].end
