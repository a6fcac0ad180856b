"""Tell structure from what begins a purpose, where none goes on yet."""

from __future__ import annotations

from itertools import takewhile

from store.domain import role_words
from store.domain.plan import DIRECTED, WRITTEN, Channel
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.attendance import joins
from store.planline.channels import says_no_place
from store.planline.choice import choices
from store.planline.segment import ROOMS, SMALL_KINDS, WHENS, Segment, SegmentKind, of_kind
from store.planline.so_far import SoFar, lead
from store.planline.taking_part import takes_part
from store.planline.tokens import Line
from store.planline.typos import is_known

_ITS_OWN = words.those("zijn haar z'n zn d'r hun")


def is_structure(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether a segment is structure; words that come with it are put among `used`."""
    if segment.at in so_far.used:
        return True
    match segment.kind:
        case SegmentKind.WORD:
            return _describes(so_far, segment, place) or _ends_step(so_far, segment, place)
        case SegmentKind.PERSON:
            return not _has_something(so_far, segment) and takes_part(so_far, segment, place)
        case SegmentKind.PLACE:
            channels = _channels_around(so_far, place)
            told = not channels or segment.channel in channels or _comes_home(so_far, segment, place)
            return told or _is_a_choice(so_far, place)
        case SegmentKind.FILLER:
            if so_far.line.has(segment.at, {"terug", "back"}):
                # the end of a verb of contact: *bel even terug*
                so_far.used.add(segment.at)
            return not _opens(so_far, segment)
        case SegmentKind.TALK:
            return not _talks_about(so_far, place) or _is_a_choice(so_far, place)
        case SegmentKind.WHERE:
            return _is_there(so_far, place)
        case SegmentKind.SOON:
            return bool(segment.name or of_kind(so_far.segments, SegmentKind.ON_DEMAND))
    return True


def _comes_home(so_far: SoFar, home: Segment, place: int) -> bool:
    """Return whether people come by at home: *thuis langskomen*."""
    return home.channel is Channel.HOME_VISIT and says_no_place(_ways_around(so_far, place))


def _ways_around(so_far: SoFar, place: int) -> list[Segment]:
    """Return the ways named so far, and those to come before any word that may begin a purpose."""
    ahead = takewhile(lambda each: each.kind is not SegmentKind.WORD, so_far.segments[place:])
    ahead = takewhile(lambda each: not so_far.line.has(each.at, step_words.PASSIVE), ahead)
    return of_kind([*so_far.found, *ahead], SegmentKind.CHANNEL)


def _channels_around(so_far: SoFar, place: int) -> set[Channel | None]:
    return {each.channel for each in _ways_around(so_far, place)}


def _is_there(so_far: SoFar, place: int) -> bool:
    """Return whether a place is where people meet, and no other words follow on it."""
    meetings = {Channel.VISIT, Channel.HOME_VISIT, None}
    following = so_far.segments[place + 1 : place + 2]
    joints = contact_words.WITH | words.ON | words.DURING
    told = any(
        (each.kind is SegmentKind.WORD and not so_far.line.has(each.at, purpose_words.ABOUT))
        or (each.kind is SegmentKind.FILLER and not so_far.line.has(each.at, joints))
        for each in following
    )
    met = so_far.has_channel() or any(each.kind is SegmentKind.TALK for each in so_far.segments[place:])
    ways = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)
    # *12 nov 16.00 in lokaal 12*
    met = met or (not of_kind(so_far.segments, *ways) and is_a_room(so_far.line, so_far.segments[place]))
    return _channels_around(so_far, place) <= meetings and met and not told


def is_a_room(line: Line, where: Segment) -> bool:
    """Return whether a place is a room of the school: *lokaal 12*, *in room B2*."""
    return line.has(line.maybe(where.at, {"in"}), ROOMS)


def _is_a_choice(so_far: SoFar, place: int) -> bool:
    """Return whether *of* joins a place and a way of contact: *op school of bellen*."""
    here, both = so_far.segments[place], choices(so_far.line, so_far.segments)
    if place and here.kind is SegmentKind.PLACE and so_far.segments[place - 1].kind is SegmentKind.TALK:
        here = so_far.segments[place - 1]
    return any(here in pair and any(each.kind is not here.kind for each in pair) for pair in both)


def is_reached(so_far: SoFar, place: Segment, at: int) -> bool:
    """Return whether *naar school* tells who is reached: *moeder belt naar school*."""
    channels = _channels_around(so_far, at)
    towards = so_far.line.has(place.at, {"naar"}) and so_far.line.has(place.end - 1, role_words.ROLES.keys())
    return towards and bool(channels) and channels <= DIRECTED


def _describes(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether this is *grote* in *met grote broer*."""
    following = so_far.segments[place + 1] if place + 1 < len(so_far.segments) else None
    if so_far.line.has(segment.at, contact_words.ALONE):
        return following is not None and following.kind is not SegmentKind.WORD
    person = following is not None and following.kind is SegmentKind.PERSON
    which = contact_words.POSSESSIVES | contact_words.ANOTHER
    if following is None or not person or not so_far.line.has(segment.at, which):
        return False
    before_it = lead(so_far.line, segment.at)
    led = so_far.line.has(before_it, contact_words.WITH | contact_words.AS_WELL)
    before = next((each for each in so_far.found if each.end == before_it), None)
    listed = before is not None and before.kind is SegmentKind.PERSON and _goes_on(so_far, before, before_it)
    told = led or listed or following.absent or so_far.after_channel()
    return told or joins(so_far.line, following.end) is not None or so_far.starts(following)


def _goes_on(so_far: SoFar, person: Segment, joint: int) -> bool:
    """Return whether *en*, or a comma behind *met vader*, goes on with who is there."""
    led = so_far.line.has(lead(so_far.line, person.at), contact_words.WITH)
    return so_far.line.has(joint, words.AND) or (led and so_far.line.has(joint, {","}))


def _ends_step(so_far: SoFar, segment: Segment, place: int) -> bool:
    """Return whether this is *terug* in *vader belt mij eind sept terug*."""
    behind = so_far.segments[place + 1 :]
    last = not behind or behind[0].kind in (SegmentKind.SIGN, SegmentKind.AND)
    reached = any(step.who is not None for step in so_far.steps)
    if not (last and reached and so_far.ends_verb(segment) and so_far.found[-1].kind in WHENS):
        return False
    so_far.used.add(segment.at)
    return True


def _talks_about(so_far: SoFar, place: int) -> bool:
    """Return whether a talk is what an app or a call is about: *appje 12 nov afspraak gelukt*.

    At the door or at the school people talk: *bij het brengen do even praten*.
    """
    near = so_far.segments[place - 1] if place else None
    joined = near is not None and near.kind in (SegmentKind.CHANNEL, SegmentKind.PLACE, SegmentKind.TALK)
    ways = [each.channel for each in so_far.found if each.kind is SegmentKind.CHANNEL]
    other = near is not None and near.kind is SegmentKind.SIGN and _has_a_day(so_far, place)
    return not joined and not other and any(each is not Channel.VISIT for each in ways)


def _has_a_day(so_far: SoFar, place: int) -> bool:
    """Return whether the first day stands right behind: *moeder belt oma erbij, gesprek op 30 nov*."""
    behind = (each for each in so_far.segments[place + 1 :] if each.kind not in SMALL_KINDS)
    following = next(behind, None)
    return not so_far.has_when() and following is not None and following.kind in WHENS


def _opens(so_far: SoFar, segment: Segment) -> bool:
    """Return whether *om* begins *om opa te leren kennen*."""
    if not so_far.line.has(segment.at, {"om", "to"}):
        return False
    if so_far.line.has(segment.at, {"to"}):
        return False
    return any(so_far.line.has(j, {"te"}) for j in range(segment.at + 1, segment.at + 8))


def _has_something(so_far: SoFar, owner: Segment) -> bool:
    """Return whether behind a day stands whose thing it is about: *app vr opa z'n verjaardag*."""
    line = so_far.line
    dated = bool(so_far.found) and (so_far.found[-1].kind in WHENS or so_far.found[-1].channel in WRITTEN)
    thing = so_far.around.at(owner.end + 1)
    if not dated or thing is None or not line.has(owner.end, _ITS_OWN):
        return False
    if owner.role == role_words.PUPIL:
        # *ouders mailen Isa haar werk*
        return thing.kind is SegmentKind.WORD
    if owner.role == role_words.PARENTS and line.has(so_far.found[-1].at, step_words.CONTACT_VERBS):
        # *juf mailt moeder haar rooster*
        return False
    word = line.word(thing.at)
    return bool(word) and not is_known(word) and not word.endswith("en")
