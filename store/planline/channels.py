"""Find the ways of contact: by words that name one, places that imply one, and talks that say neither."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.domain import role_words
from store.domain.plan import MEETINGS, WRITTEN, Channel, Way
from store.planline import contact_words, step_words, words
from store.planline.choice import Joint, joined, joint_between
from store.planline.first_step import place_before
from store.planline.reading import Assumption
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.talks import three_way
from store.planline.tokens import Line


@dataclass(frozen=True, slots=True)
class Channels:
    """The ways of contact that were named, one mostly; if a talk word says what for; which tokens said it.

    Each of `ways` are those of which it will be one: *bellen of mailen*.
    """

    ways: tuple[tuple[Way, ...], ...] = ()
    topic: bool = False
    tokens: frozenset[int] = frozenset()
    assumed: tuple[Assumption, ...] = ()
    at: tuple[int, int] | None = None


def find_channels(line: Line, segments: Sequence[Segment]) -> Channels:
    """Find the channel of a line. A talk without a place is a visit, and that is an assumption."""
    places = of_kind(segments, SegmentKind.PLACE)
    talks = of_kind(segments, SegmentKind.TALK)
    topic = any(topic_of(line, segment) for segment in talks)
    where = next((each.name for each in of_kind(segments, SegmentKind.WHERE) if each.name), "")
    named = of_kind(segments, SegmentKind.CHANNEL)
    if says_no_place(named) and any(each.channel is Channel.HOME_VISIT for each in places):
        named = []
    apart = [each for each in talks if named and _is_apart_from_writing(line, segments, each, named)]
    named = [*apart, *named]
    if said := named or places:
        ways = _with_where(_ways(line, segments, said), where)
        channels = {way.channel for choice in ways for way in choice}
        same = [place for place in places if place.channel in channels]
        return Channels(ways, topic, _tokens(same), (), _at(line, said))
    if talks and _teacher_comes(line, segments, talks):
        return Channels(((Way(Channel.HOME_VISIT, where),),), topic, frozenset(), (), _at(line, talks))
    if talks:
        assumed = () if where else (Assumption("visit"),)
        return Channels(((Way(Channel.VISIT, where),),), topic, frozenset(), assumed, _at(line, talks))
    if where:
        return Channels(((Way(Channel.VISIT, where),),), topic)
    return Channels()


def _is_apart_from_writing(
    line: Line, segments: Sequence[Segment], talk: Segment, ways: Sequence[Segment]
) -> bool:
    """Return whether *gesprek in nov, moeder mailt* tells of a talk and of a mail; nobody writes a talk."""
    written = all(each.channel in WRITTEN and line.has(each.at, step_words.CONTACT_VERBS) for each in ways)
    between = (each.kind for each in segments if talk.end <= each.at < ways[0].at)
    return written and talk.end <= ways[0].at and SegmentKind.SIGN in between


def says_no_place(ways: Sequence[Segment]) -> bool:
    """Return whether people only come by, and nothing says where: *langskomen*, which may be at home."""
    return bool(ways) and all(each.channel is Channel.VISIT and not each.name for each in ways)


def _teacher_comes(line: Line, segments: Sequence[Segment], talks: Sequence[Segment]) -> bool:
    """Return whether *juf komt langs*, *kom ik op bezoek* stands there, which she does where they live."""
    told = [each for each in talks if not line.has(each.at, step_words.COMING_VERBS)]
    if not told or not all(line.has(each.end - 1, _DROPPING_IN) for each in told):
        return False
    people = [each for each in of_kind(segments, SegmentKind.PERSON) if not each.absent]
    ours = {n for each in people if each.role == role_words.TEACHER for n in (each.at, each.end - 1)}
    ours |= {n for n in range(len(line)) if line.has(n, {"ik"})}
    led = {n for n in ours if line.has(place_before(line, n), step_words.TOWARDS_SOMEBODY)}
    verbs = [n for n in range(len(line)) if line.has(n, step_words.COMING_VERBS | {"kom"})]
    return any({n - 1, line.skip(n + 1, contact_words.POSSESSIVES)} & (ours - led) for n in verbs)


_DROPPING_IN = words.those("langs bezoek")

Choice = tuple[Way, ...]


def _with_where(ways: tuple[Choice, ...], where: str) -> tuple[Choice, ...]:
    """Give the first meeting the place where it is; else the first way of contact without a name."""
    told = [way for choice in ways for way in choice if not way.name]
    met = next((way for way in told if way.channel in MEETINGS), next(iter(told), None))
    if not where or met is None:
        return ways
    there = Way(met.channel, where)
    return tuple(tuple(there if way is met else way for way in choice) for choice in ways)


@dataclass(frozen=True, slots=True)
class _Told:
    """The words of one way of contact, in order: *app via Parro*; and the joint before them."""

    segments: tuple[Segment, ...]
    joint: Joint = Joint.APART


def _ways(line: Line, segments: Sequence[Segment], said: Sequence[Segment]) -> tuple[Choice, ...]:
    """Put what was said together to ways of contact, and those with *of* between to a choice."""
    meetings = {each for pair in joined(line, segments) for each in pair if each not in said}
    found: list[_Told] = []
    for each in sorted({*said, *meetings}, key=lambda each: each.at):
        last = found[-1] if found else None
        if last is not None and _is_one_way(line, last.segments[-1], each):
            found[-1] = _Told((*last.segments, each), last.joint)
        else:
            between = joint_between(line, segments, last.segments[-1], each) if last else Joint.APART
            found.append(_Told((each,), between))
    if [each.joint for each in found[1:]] == [Joint.APART] and _is_call_by_screen(said):
        found = [_Told(tuple(said))]
    return _each_once(_to_choose(found, _by_one_service(line, found)))


def _is_call_by_screen(said: Sequence[Segment]) -> bool:
    return {each.channel for each in said} == {*_CALLS}


def _is_one_way(line: Line, one: Segment, other: Segment) -> bool:
    """Return whether both tell of one way: *app via Parro*, *bellen via teams*, *whatsapp video*."""
    if any(line.has(n, _JOINTS) for n in range(one.end, other.at)):
        return False
    channels = {one.channel, other.channel}
    alike = len(channels) == 1 or channels == {*_CALLS}
    return alike or _carries(line, one, other) or _goes_by_screen(line, one, other)


def _carries(line: Line, one: Segment, other: Segment) -> bool:
    """Return whether a call or a mail goes by an app: *whatsapp video*, *bellen via Parro*."""
    app, call = (one, other) if one.channel is Channel.MESSAGE else (other, one)
    by = line.has(line.maybe_before(app.at, words.THE) - 1, _BY)
    named = by and bool(app.name)
    mail = call.channel is Channel.MAIL and named
    named = named or line.has(app.end - 1, contact_words.APPS) or (by and line.has(app.end - 1, {"app"}))
    joined = by or (app is one and one.end == other.at)
    carried = mail or (call.channel in _CALLS and named)
    return app.channel is Channel.MESSAGE and joined and carried


def _goes_by_screen(line: Line, one: Segment, other: Segment) -> bool:
    """Return whether a message goes by what people call with as well: *appen via teams*."""
    by = line.has(line.maybe_before(other.at, words.THE) - 1, _BY) and bool(_service(line, other))
    return one.channel is Channel.MESSAGE and other.channel is Channel.VIDEO and by


def _way(line: Line, told: _Told) -> Way:
    """Return the way that these words name, and what it is called or goes by."""
    first, last = told.segments[0], told.segments[-1]
    written = first is not last and _goes_by_screen(line, first, last)
    carried = [first] if written else [each for each in told.segments if each.channel in _CARRIED]
    carriers = [each for each in told.segments if carried and not written and each not in carried]
    channels = {each.channel for each in carried or told.segments}
    channel = Channel.VIDEO if channels == {*_CALLS} else (carried or [first])[0].channel or Channel.VISIT
    name = next((each.name for each in told.segments if each.name), "")
    name = name or " ".join(line.between(each.end - 1, each.end) for each in carriers)
    return Way(channel, name or next((by for each in told.segments if (by := _service(line, each))), ""))


def _by_one_service(line: Line, found: Sequence[_Told]) -> list[Way]:
    """Return the ways, each with its name; a service may be that of all: *bellen of appen via signal*."""
    ways = [_way(line, each) for each in found]
    end = len(found)
    while end:
        begin = end - 1
        while found[begin].joint in _LISTED and (begin < end - 1 or found[begin].joint in _CLOSING):
            begin -= 1
        if _goes_by(line, found[end - 1], -1):
            _share(ways, range(end - 1, begin - 1, -1), found[end - 1].segments[-1])
        elif _goes_by(line, found[begin], 0):
            _share(ways, range(begin, end), found[begin].segments[0])
        end = begin
    return ways


def _goes_by(line: Line, told: _Told, place: int) -> bool:
    """Return whether the first or the last word tells by which service: *via whatsapp bellen*."""
    several, service = len(told.segments) > 1, told.segments[place]
    led = line.has(line.maybe_before(service.at, words.THE) - 1, _BY) or line.has(service.at, _BY)
    return several and led


def _share(ways: list[Way], places: range, service: Segment) -> None:
    """Give the name of the first of these ways to each that follows, as far as the service can be theirs.

    Mail goes by no service that is not named right beside it.
    """
    able = _CALLS if service.channel is Channel.VIDEO else (*_CALLS, Channel.MESSAGE)
    for one, other in pairwise(places):
        if ways[other].name or ways[one].channel not in able or ways[other].channel not in able:
            return
        ways[other] = Way(ways[other].channel, ways[one].name)


def _to_choose(found: Sequence[_Told], ways: Sequence[Way]) -> list[Choice]:
    """Put the ways together of which it will be one: *bellen, mailen of appen*."""
    choices: list[list[Way]] = []
    before = Joint.APART
    for told, way in zip(reversed(found), reversed(ways), strict=True):
        if before in _EITHER:
            choices[0].insert(0, way)
            before = Joint.OR if told.joint is Joint.COMMA else told.joint
        else:
            choices.insert(0, [way])
            before = told.joint
    return [tuple(each) for each in choices]


def _each_once(ways: Sequence[Choice]) -> tuple[Choice, ...]:
    """Leave out a way that was said before, unless it goes by another service this time."""
    found: list[list[Way]] = []
    for choice in ways:
        new: list[Way] = []
        for way in choice:
            named = [each for told in (*found, new) for each in told if each.channel is way.channel]
            if not named or (way.name and all(each.name not in ("", way.name) for each in named)):
                new.append(way)
        found += [new] if new else []
    return tuple(tuple(each) for each in found)


def _service(line: Line, said: Segment) -> str:
    """Return by which service it goes, as typed: *videobellen via teams*, *gesprek op zoom*.

    A word that is a verb as well is a service behind *via* and the like.
    """
    begin = said.at
    while begin < said.end and line.has(begin, _BY | words.THE):
        begin += 1
    led = begin > said.at or line.has(line.maybe_before(begin, words.THE) - 1, _BY | _WITH)
    typed = line.between(begin, said.end).rstrip(".")
    return (
        typed
        if led and line.has(said.end - 1 - line.has(said.end - 1, {"."}), contact_words.SERVICES)
        else ""
    )


_CALLS = (Channel.PHONE, Channel.VIDEO)
_CARRIED = (*_CALLS, Channel.MAIL)
_CLOSING = (Joint.AND, Joint.OR)
_LISTED = (*_CLOSING, Joint.COMMA)
_EITHER = (Joint.OR, Joint.OR_ELSE)
_JOINTS = words.AND | words.OR | words.AFTERWARDS | {",", ";", "."}
_BY = words.those("via op on over per by through")
_WITH = words.those("met with using in")


def topic_of(line: Line, segment: Segment) -> range:
    """Return the tokens that tell what a talk is for: *evaluatie*, *voortgangsgesprek*; none for others."""
    word = line.word(segment.end - 1)
    if three_way(line, segment.at) > segment.at:
        return range(segment.at, segment.end)
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
