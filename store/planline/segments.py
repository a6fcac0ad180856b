"""Cut a line into segments that each mean one thing: a day, a time, a channel, a person, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from store.domain import role_words
from store.planline import contact_words, step_words, words
from store.planline.about_so_often import OFTEN_NAME, about_so_often
from store.planline.absence import called_from, taken_away
from store.planline.attendance import not_there
from store.planline.beside_routine import beside_routine
from store.planline.condition import begins_condition
from store.planline.daypart_at import daypart_at, how_soon_at
from store.planline.duration import duration
from store.planline.for_whom import FOR, TOWARDS, for_whom, on_behalf
from store.planline.how_soon import with_how_soon
from store.planline.in_order import in_order_to
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.match import Match
from store.planline.name_or_day import is_surely_somebody
from store.planline.named_ways import carrier_of_somebody, named_channel
from store.planline.no_answer import with_no_answer
from store.planline.no_day import ON_DEMAND
from store.planline.on_demand import then_when_needed
from store.planline.one_of_several import one_of_several
from store.planline.part_of_each import part_of_each
from store.planline.people import person
from store.planline.place_at import is_where, place_at
from store.planline.preferred import as_wished
from store.planline.recurrence import recurrence
from store.planline.reference import Reference
from store.planline.segment import WHENS, Segment, SegmentKind, of_kind
from store.planline.short_codes import short_channel, side
from store.planline.small_words import manner, rest, says_all_is_well, says_see_you, takes_leave
from store.planline.strangers import (
    beside_an_unknown_word,
    between_people,
    by_an_unknown_role,
    stranger,
    works_with_us,
)
from store.planline.time_of_all import with_time_of_all
from store.planline.tokens import Line
from store.planline.tongue import in_english
from store.planline.ways import other_way, way_of_contact
from store.planline.weekday_at import weekdays_at
from store.planline.when_at import when_at
from store.planline.whether import asks_whether


@lru_cache(maxsize=128)
def cut(line: Line, reference: Reference, known: KnownNames) -> tuple[Segment, ...]:
    """Cut a line into segments, in order; together they cover every token.

    It is remembered: while a line is typed, what finishes it asks for what its reading asked for.
    """
    wished = list(as_wished(line, list(_cut(line, reference, known))))
    told = with_time_of_all(line, with_how_soon(line, wished))
    return tuple(_with_what_it_is_for(line, with_no_answer(line, told)))


def _with_what_it_is_for(line: Line, segments: list[Segment]) -> Iterator[Segment]:
    """Take what stands in *om gesprek in jan te plannen* for words, behind a contact that has its day."""
    about = range(0)
    for n, each in enumerate(segments):
        end = in_order_to(line, each.at) if each.end == each.at + 1 else each.at
        told = [other for other in segments[n:] if other.at < end]
        if told and _is_planned(segments[:n], told):
            about = range(each.end, end)
        yield _as_word(each) if each.at in about and each.kind in _ANSWERING else each


def _is_planned(before: Sequence[Segment], told: Sequence[Segment]) -> bool:
    """Return whether a contact has its day already, or another one is told about."""
    ways = (SegmentKind.CHANNEL, SegmentKind.TALK)
    return bool(of_kind(before, *ways)) and bool(of_kind(before, *WHENS) or of_kind(told, *ways))


def _as_word(segment: Segment) -> Segment:
    return Segment(SegmentKind.WORD, segment.at, segment.end)


_ANSWERING = (*WHENS, SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE, SegmentKind.AND)


def _cut(line: Line, reference: Reference, known: KnownNames) -> Iterator[Segment]:
    i, dated = 0, False
    segment: Segment | None = None
    while i < len(line):
        behind_when = segment is not None and segment.kind in WHENS
        short = _short(line, i, known, behind_when) or _afterwards(line, i, known) or _saying(line, i)
        segment = short or _segment(line, i, reference, known, dated)
        if segment.kind in (SegmentKind.DAYS, SegmentKind.TIME):
            dated = segment.kind is SegmentKind.DAYS
        yield segment
        i = segment.end


def _short(line: Line, i: int, known: KnownNames, behind_when: bool) -> Segment | None:
    """Read a short code: a letter for a channel, or j>o."""
    if side(line, i) is not None:
        return Segment(SegmentKind.SIDES, i, i + 3)
    channel = short_channel(line, i, known, dated=behind_when)
    return Segment(SegmentKind.CHANNEL, i, i + 1, channel=channel) if channel is not None else None


def _saying(line: Line, i: int) -> Segment | None:
    """Read *geen bericht is goed bericht* as words, which deny nothing."""
    end = says_all_is_well(line, i)
    return Segment(SegmentKind.WORD, i, end) if end is not None else None


def _afterwards(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *daarna alleen*, *after that* before *zo nodig*: it joins a moment on demand to the one before."""
    joint = then_when_needed(line, i, known)
    return Segment(SegmentKind.AND, i, joint) if joint is not None else None


def _segment(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment:
    if (whole := taken_away(line, i, known) or carrier_of_somebody(line, i, known)) is not None:
        return whole
    if (instead := other_way(line, i, known)) is not None:
        return Segment(SegmentKind.NOT_TAKEN, i, instead)
    if (fronted := one_of_several(line, i) or _fronted(line, i, reference, known, dated)) is not None:
        return fronted
    if (apart := _parting(line, i, reference, known, dated) or _go_between(line, i, known)) is not None:
        return apart
    if (told := named_channel(line, i)) is not None:
        return told
    if (there := is_where(line, i) or _whether(line, i, known) or _meant_for(line, i, known)) is not None:
        return there
    if (helper := beside_an_unknown_word(line, i, known)) is not None:
        return _somebody(line, i, helper, role_words.SUPPORT)
    role, end = person(line, i, known)
    if not role and (listed := between_people(line, i, known)) is not None:
        return _somebody(line, i, listed, UNKNOWN)
    if role and (is_surely_somebody(line, i, end, known) or not _timely(line, i)):
        return _somebody(line, i, end, role)
    when = _part_of_each(line, i) or _often(line, i) or when_at(line, i, reference, known, dated)
    taking = duration(line, i)
    if taking is not None and (when is None or taking.end >= when.end):
        typed = line.between(i, taking.end) if taking.bounded else ""
        return Segment(SegmentKind.DURATION, i, taking.end, minutes=taking.minutes, name=typed)
    beside = beside_routine(line, i)
    if beside is not None and (when is None or beside.end > when.end):
        return beside
    return (
        when
        or weekdays_at(line, i)
        or daypart_at(line, i)
        or how_soon_at(line, i)
        or way_of_contact(line, i, known)
        or (_somebody(line, i, end, role) if role else None)
        or _stranger(line, i)
        or place_at(line, i, reference)
        or manner(line, i)
        or rest(line, i)
    )


def _stranger(line: Line, i: int) -> Segment | None:
    """Read somebody whom nobody told us about, by a name or a role: *Anja de Groot*, *de diëtist*."""
    end = stranger(line, i) or (i + 1 if by_an_unknown_role(line, i) else None)
    if end is None:
        return None
    return _somebody(line, i, end, role_words.SUPPORT if works_with_us(line, end) else UNKNOWN)


def _go_between(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *via Selma*, *namens moeder*: how it gets there or for whom, and nobody who takes part."""
    who = line.skip(i + 1, contact_words.POSSESSIVES)
    if (whose := on_behalf(line, i, known)) is not None:
        return Segment(SegmentKind.MANNER, i, whose)
    english = in_english(line) or line.has(i - 1, {"chat", "chats"})
    if line.has(i, {"over"}) and line.has(i + 1, contact_words.APPS) and english:
        # in Dutch *over whatsapp* is what it is about
        return Segment(SegmentKind.FILLER, i, i + 1)
    if not line.has(i, {"via", "through"}):
        return None
    role, end = person(line, who, known)
    behind = line.token(end)
    goes_on = behind is not None and behind.kind == "word" and line.has(end, contact_words.CHANNELS.keys())
    interprets = line.has(end - 1, {"tolk", "interpreter", "vertaler"})
    found = role and not goes_on and not interprets
    return Segment(SegmentKind.MANNER, i, end) if found else None


def _fronted(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment | None:
    """Read *zo rond 12 nov*, *later this week*: a word in front of a day that says nothing more."""
    over = line.has(i, {"over"}) and line.has(i + 1, {"the"}) and line.has(i + 2, words.HOLIDAY_FRONTS)
    over = over or (line.has(i, {"later"}) and line.look(i + 1, words.WHICH) == words.THIS)
    counted = line.number(i + 2) is not None or line.look(i + 2, words.NUMBERS) is not None
    if line.has(i, words.AFTER) and line.has(i + 1, words.EVERY) and counted:
        # *na elke 6 weken* comes back as *elke 6 weken* does
        back = recurrence(line, i + 1)
        return Segment(SegmentKind.RECURRENCE, i, back.end, match=back) if back is not None else None
    # *ongeveer half nov* is loose anyhow
    over = over or (
        line.has(i, {"ongeveer", "ong"}) and line.has(i + 1, words.PERIODS) and line.has(i + 2, words.MONTHS)
    )
    if not over and not (line.has(i, {"zo", "round"}) and line.has(i + 1, words.AROUND)):
        return None
    about = _segment(line, i + 1, reference, known, dated)
    return replace(about, at=i) if about.kind in WHENS else rest(line, i)


def _parting(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment | None:
    """Read *tot dan!*, *tot 12 nov op school!*: what is said on parting, with the day it may tell."""
    if (parted := takes_leave(line, i)) is not None:
        return Segment(SegmentKind.FILLER, i, parted)
    if not says_see_you(line, i) or line.token(i + 1) is None:
        return None
    day = _segment(line, i + 1, reference, known, dated)
    return replace(day, at=i) if day.kind is SegmentKind.DAYS else rest(line, i)


def _whether(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *of* before a question as a word, which begins what it is about."""
    return Segment(SegmentKind.WORD, i, i + 1) if asks_whether(line, i, known) else None


def _meant_for(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *voor papa*, *alleen voor Sanne*: who it is for takes part, or is what it is about."""
    kind = for_whom(line, i, known) if line.has(i, FOR) else None
    if kind is not SegmentKind.PERSON:
        return Segment(kind, i, i + 1) if kind is not None else None
    begin = line.skip(i + 1, contact_words.POSSESSIVES)
    role, end = person(line, begin, known)
    return replace(_somebody(line, begin, end, role), at=i)


def _somebody(line: Line, i: int, end: int, role: str) -> Segment:
    """Return the person, with the words behind that say whether this person is there: *hoeft er niet bij*."""
    gone, begin = not_there(line, end), called_from(line, i, role)
    if gone is not None:
        return Segment(SegmentKind.PERSON, i, gone, role=role, absent=True, person=begin, person_end=end)
    lead = i - 1
    while line.has(lead, contact_words.POSSESSIVES | contact_words.WITH):
        lead -= 1
    lead = lead - 1 if line.has(lead, TOWARDS) and line.has(lead - 1, contact_words.ALONE) else lead
    behind = line.skip(end, step_words.COMING_VERBS)
    alone = line.has(behind, contact_words.ALONE) and not begins_condition(line, behind)
    # *oma alleen het laatste stukje erbij* is there for no more than that
    alone = alone and not line.has(line.skip(behind + 1, words.THE), words.ORDINALS.keys())
    # *call me only on fridays*
    only = line.has(lead, contact_words.ALONE) or (alone and not line.has(i, role_words.TEACHER_WORDS))
    said = behind + 1 if alone else end
    if (by_oneself := _by_oneself(line, behind)) is not None:
        only, said = True, by_oneself
    return Segment(SegmentKind.PERSON, i, said, role=role, only=only, person=begin, person_end=end)


def _by_oneself(line: Line, i: int) -> int | None:
    """Return the place after *alone*, *on her own*, *by himself*: who is there is so alone."""
    own = line.skip(i + 1, contact_words.POSSESSIVES)
    if line.has(i, {"alone"}):
        end = i + 1
    elif line.has(i, {"on"}) and line.has(own, {"own"}):
        end = own + 1
    elif line.has(i, {"by"}) and line.has(i + 1, step_words.SELF):
        end = i + 2
    else:
        return None
    return None if line.has(end, step_words.CONTACT_VERBS) else end


def _part_of_each(line: Line, i: int) -> Segment | None:
    part = part_of_each(line, i)
    return Segment(SegmentKind.DAYPART, i, part[0], daypart=part[1]) if part is not None else None


def _often(line: Line, i: int) -> Segment | None:
    end = about_so_often(line, i)
    if end is None:
        return None
    return Segment(SegmentKind.ON_DEMAND, i, end, match=Match(end, (ON_DEMAND,)), name=OFTEN_NAME)


def _timely(line: Line, i: int) -> bool:
    return line.has(i, words.MONTHS.keys() | words.WEEKDAYS.keys())
