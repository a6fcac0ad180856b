"""Cut a line into segments that each mean one thing: a day, a time, a channel, a person, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from store.domain import role_words
from store.domain.occurrences import DAYS
from store.domain.plan import Channel, WhenKind
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.about_so_often import OFTEN_NAME, about_so_often
from store.planline.absence import called_from, taken_away
from store.planline.always import may_always
from store.planline.attendance import not_there
from store.planline.before_and_after import beside_another
from store.planline.both_sides import both_sides
from store.planline.clock import Clock, clock
from store.planline.condition import begins_condition
from store.planline.dates import bare_day
from store.planline.duration import duration
from store.planline.for_whom import FOR, TOWARDS, for_whom, on_behalf
from store.planline.how_soon import with_how_soon
from store.planline.in_order import in_order_to
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.match import Match, longest
from store.planline.name_or_day import is_surely_somebody
from store.planline.named_ways import carrier_of_somebody, named_channel
from store.planline.no_answer import with_no_answer
from store.planline.no_day import ON_DEMAND
from store.planline.numbered import numbered
from store.planline.occasions import counts_one, may_be_one
from store.planline.on_demand import on_demand, then_when_needed
from store.planline.one_of_several import one_of_several
from store.planline.one_when import single
from store.planline.part_of_each import part_of_each
from store.planline.people import person
from store.planline.preferred import as_wished
from store.planline.ranges import date_range
from store.planline.recurrence import recurrence, recurring
from store.planline.reference import Reference
from store.planline.segment import ROOMS, WHENS, Segment, SegmentKind, of_kind
from store.planline.short_codes import short_channel, side
from store.planline.small_words import manner, rest, says_all_is_well, says_see_you, takes_leave
from store.planline.strangers import (
    beside_an_unknown_word,
    between_people,
    by_an_unknown_role,
    stranger,
    works_with_us,
)
from store.planline.talked_over import is_talked_over
from store.planline.time_of_all import with_time_of_all
from store.planline.to_be_set import to_be_set
from store.planline.tokens import Line
from store.planline.tongue import in_english, may_be_a_day
from store.planline.typos import is_known, words_in
from store.planline.ways import other_way, way_of_contact
from store.planline.weeks import part_of_today
from store.planline.whether import asks_whether
from store.planline.words import those

_LOOSE_SHORTS = those("zo zon zat maan vrij don sun sat wed mon do di ma")
_TIGHT_SHORTS = those("zo zon zat maan vrij don sun sat wed mon")


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
    if (there := _is_where(line, i) or _whether(line, i, known) or _meant_for(line, i, known)) is not None:
        return there
    if (helper := beside_an_unknown_word(line, i, known)) is not None:
        return _somebody(line, i, helper, role_words.SUPPORT)
    role, end = person(line, i, known)
    if not role and (listed := between_people(line, i, known)) is not None:
        return _somebody(line, i, listed, UNKNOWN)
    if role and (is_surely_somebody(line, i, end, known) or not _timely(line, i)):
        return _somebody(line, i, end, role)
    when = _part_of_each(line, i) or _often(line, i) or _when(line, i, reference, known, dated)
    taking = duration(line, i)
    if taking is not None and (when is None or taking.end >= when.end):
        typed = line.between(i, taking.end) if taking.bounded else ""
        return Segment(SegmentKind.DURATION, i, taking.end, minutes=taking.minutes, name=typed)
    beside = _beside_routine(line, i)
    if beside is not None and (when is None or beside.end > when.end):
        return beside
    return (
        when
        or _weekdays(line, i)
        or _daypart(line, i)
        or _soon(line, i)
        or way_of_contact(line, i, known)
        or (_somebody(line, i, end, role) if role else None)
        or _stranger(line, i)
        or _where(line, i, reference)
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


def _where(line: Line, i: int, reference: Reference) -> Segment | None:
    """Read *lokaal 12*, *in lokaal B2*, and *in Almere* behind a visit: the place as it was typed."""
    at = line.maybe(i, {"in"})
    token, room = line.token(at), line.token(at + 1)
    if token is None or token.kind != "word":
        return None
    more = line.glued(at + 2) and (line.number(at + 2) is not None or len(line.word(at + 2)) == 1)
    short = more and room is not None and len(room.typed) == 1
    if line.has(at, ROOMS) and room is not None and (room.value >= 0 or room.typed[0].isupper() or short):
        end = at + 3 if more and line.tokens[at + 2].kind != "sign" else at + 2
        return Segment(SegmentKind.WHERE, i, end, name=line.between(at, end))
    if (place := _elsewhere(line, i, reference)) is not None:
        return Segment(SegmentKind.WHERE, i, place, name=line.between(i, place))
    visit = any(line.has(n, {"thuis", "huisbezoek", "hb"}) for n in range(i))
    town = visit and at > i and token.typed[0].isupper() and not is_known(token.word)
    return Segment(SegmentKind.WHERE, i, at + 1, name=line.between(i, at + 1)) if town else None


def _elsewhere(line: Line, i: int, reference: Reference) -> int | None:
    """Return the place after *in het buurthuis*, *op kantoor*, *buiten school*, where a clause ends."""
    noun = line.skip(i + 1, words.THE) if line.has(i, {"in", "op"}) else i + 1
    token = line.token(noun)
    if not line.has(i, {"in", "op", "buiten"}) or token is None or token.kind != "word":
        return None
    work = line.has(noun, {"werk", "kantoor"}) and line.has(i, {"op"})
    outside = line.has(noun, {"school"}) and line.has(i, {"buiten"})
    named = noun > i + 1 and not is_known(token.word) and not token.typed.endswith("en")
    # *in het Turks* is how people talk
    tongue = token.typed[0].isupper() and line.has(noun - 1, {"het"})
    named = named and not tongue and not may_be_one(token.word, reference)
    named = named and named_channel(line, noun) is None
    named = named or (line.has(i, {"op"}) and noun > i + 1 and line.has(noun, _HOUSES))
    ends = (
        line.token(noun + 1) is None or line.has(noun + 1, _ENDS_PLACE) or line.number(noun + 1) is not None
    )
    host = line.skip(noun + 2, contact_words.POSSESSIVES) if line.has(noun + 1, {"bij", "at"}) else noun
    if named and host > noun and role_words.role_of(line.word(host)):
        # *in de tuin bij oma*
        return host + 1
    return noun + 1 if ends and (work or outside or named) else None


_ENDS_PLACE = (
    words.EVERY
    | contact_words.WITH
    | contact_words.WITHOUT
    | words.MONTHS.keys()
    | words.WEEKDAYS.keys()
    | words.PERIODS.keys()
    | words.AND
    | words.AT
    | {",", ";", ".", "op", "in"}
)
_HOUSES = those("bso opvang kinderopvang kdv cjg ggd ggz wijkteam")
"""Who helps, by the house where they are: *op de bso*."""


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


def _is_where(line: Line, i: int) -> Segment | None:
    """Read *school* by itself, as where they meet, where no way of contact is named."""
    alone = line.has(i, {"school"}) and (i == 0 or line.has(i - 1, _PARTS))
    alone = alone and (line.token(i + 1) is None or line.has(i + 1, _PARTS))
    if not alone or any(line.has(n, contact_words.CHANNELS.keys()) for n in range(len(line))):
        return None
    return Segment(SegmentKind.PLACE, i, i + 1, channel=Channel.VISIT)


_PARTS = frozenset({",", ";", ".", "-", "/"})


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


def _when(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment | None:
    """Read the longest *when*; a dotted number behind a date is a time."""
    needed = on_demand(line, i, known)
    if dated and _opens_what_for(line, i):
        return None
    if counts_one(line, i):
        return None
    if (which := numbered(line, i)) is not None:
        return Segment(SegmentKind.WORD, i, which)
    if _begins_no_day(line, i, reference):
        return Segment(SegmentKind.ON_DEMAND, i, needed.end, match=needed) if needed is not None else None
    days = longest(
        beside_another(line, i, reference),
        both_sides(line, i, reference),
        date_range(line, i, reference),
        single(line, i, reference),
    ) or bare_day(line, i, reference)
    if days is not None and (is_talked_over(line, i, days) or _may_be_hours(line, i, days)):
        return Segment(SegmentKind.WORD, i, days.end)
    repeated, unset = recurrence(line, i), to_be_set(line, i)
    best = longest(repeated, days, needed, unset)
    time = clock(line, i, dated)
    if time is not None and (best is None or time.end > best.end or _rather_time(time, best, dated)):
        return Segment(SegmentKind.TIME, i, _with_onwards(line, i, time.end), clock=time)
    if best is None:
        return None
    if best is repeated:
        kind = SegmentKind.RECURRENCE
        if best.whens[0].kind is WhenKind.AMBIGUOUS:
            kind = SegmentKind.DAYS
    elif best is days:
        kind = SegmentKind.DAYS
    else:
        kind = SegmentKind.ON_DEMAND if best is needed else SegmentKind.TO_BE_SET
    if kind is not SegmentKind.DAYS:
        return Segment(kind, i, best.end, match=best)
    end = _with_onwards(line, i, _with_coming(line, best.end))
    return Segment(kind, i, end, match=best, daypart=part_of_today(line, i))


def _may_be_hours(line: Line, i: int, days: Match) -> bool:
    """Return whether *3-4* stands behind *12 nov,*: from three to four, or a second day."""
    first, last = line.number(i), line.number(i + 2)
    dashed = line.has(i + 1, words.DASH) and days.end == i + 3
    behind = line.has(i - 1, {","}) and line.has(i - 2, words.MONTHS.keys())
    return dashed and behind and first is not None and last is not None and first < last <= _NOON


_NOON = 12


def _opens_what_for(line: Line, i: int) -> bool:
    """Return whether *about the holidays* stands behind a day: what it is about, and not around them."""
    holiday = line.skip(i + 1, words.THE | contact_words.POSSESSIVES)
    return line.has(i, {"about"}) and line.has(
        holiday, words.HOLIDAY_WORDS | words.HOLIDAYS.keys() | words.HOLIDAY_FRONTS.keys()
    )


_NO_DAYS = (
    role_words.ROLES.keys() | contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS | {"met", "with"}
) - words_in(words)


def _begins_no_day(line: Line, i: int, reference: Reference) -> bool:
    """Return whether no day can begin with this word, and so need not be looked for: *ouders*, *bellen*."""
    if not line.has(i, _NO_DAYS):
        return False
    year = reference.year
    named = [*(each.name for each in year.occasions), *(each.name for each in year.days_off)]
    return not any(name.casefold().startswith(line.word(i)) for name in named)


def _with_onwards(line: Line, i: int, end: int) -> int:
    """Take *onwards* along, which in *from 15.30 onwards* says nothing more."""
    return line.maybe(end, {"onwards", "onward"} if line.has(i, words.FROM) else frozenset())


def _with_coming(line: Line, end: int) -> int:
    """Take *a.s.* along, which in *13 nov a.s.* says nothing more."""
    j = line.maybe(end, {"."})
    said = line.has(j, {"as", "aanstaande"}) and not line.has(
        j + 1, words.WEEKDAYS.keys() | words.UNITS.keys()
    )
    return line.maybe(j + 1, {"."}) if said else end


def _rather_time(time: Clock, best: Match, dated: bool) -> bool:
    wrong = all(each.kind is WhenKind.ERROR for each in best.whens[0].candidates or best.whens)
    if wrong and (time.until or (time.last and time.end >= best.end)):
        # *tussen 12.30 en 13.00* are no days
        return True
    if time.end < best.end or not best.dotted or time.code:
        return False
    return dated or best.whens[0].kind is WhenKind.ERROR


def _weekdays(line: Line, i: int) -> Segment | None:
    """Read dinsdag · di en do · ma of wo · ma t/m wo. Shorts that are ordinary words too need company."""
    if (through := _through(line, i)) is not None:
        return through
    days: list[int] = []
    choice, j, end = False, i, i
    while (day := line.look(j, words.WEEKDAYS)) is not None and _is_weekday(line, j):
        days.append(day)
        end = line.maybe(j + 1, {"."})
        if line.has(end, {"-"}) and line.glued(end) and line.has(end + 1, words.DAYPARTS.keys()):
            end += 1
            break
        j = line.skip(end, {",", "/"} | words.AND | words.OR)
        if j == end:
            break
        choice = choice or line.has(end, words.OR)
        if line.number(j + 1) is not None:
            break
    if not days:
        return None
    if not choice and (may_always(line) or line.has(end, words.PARTS_OF_DAYS)):
        back = Match(end, (recurring(words.WEEK, 1, ",".join(DAYS[day] for day in days)),))
        return Segment(SegmentKind.RECURRENCE, i, end, match=back)
    name = "" if any(line.has(n, words.OR - {"/"}) for n in range(i, end)) else "/"
    return Segment(
        SegmentKind.WEEKDAY, i, end, weekdays=tuple(days), choice=choice and len(days) > 1, name=name
    )


def _through(line: Line, i: int) -> Segment | None:
    """Read ma t/m wo, van maandag tot en met woensdag, Mon-Wed: days of one week, first to last."""
    at = line.maybe(i, words.FROM | {"van"})
    first = line.look(at, words.WEEKDAYS)
    j = line.maybe(at + 1, {"."})
    k = line.skip(j, words.THROUGH | words.DASH)
    if k == j and line.has(j, words.UNTIL) and line.has(j + 1, words.AND):
        k = line.maybe(j + 2, {"met"})
    last = line.look(k, words.WEEKDAYS)
    if first is None or last is None or k == j or last <= first or not _is_weekday(line, at):
        return None
    return Segment(
        SegmentKind.WEEKDAY, i, line.maybe(k + 1, {"."}), weekdays=tuple(range(first, last + 1)), stretch=True
    )


def _is_weekday(line: Line, j: int) -> bool:
    token, before, after = line.token(j), line.token(j - 1), line.token(j + 1)
    if token is None or not may_be_a_day(line, j):
        return False
    if token.word not in _LOOSE_SHORTS:
        return True
    if before is not None and before.word in contact_words.WITH | contact_words.WITHOUT:
        return False
    if token.word not in _TIGHT_SHORTS:
        return True
    lead = before is not None and before.word in words.ON | words.EVERY | words.AND | words.OR
    lead = lead or (token.word in _SURE_SHORTS and line.has(j - 1, _BEFORE_A_SHORT) and _ends_there(line, j))
    lead = lead or (line.has(j - 1, contact_words.CHANNELS) and line.has(j + 1, words.AT | words.AFTER))
    numbered = after is not None and (after.value >= 0 or after.word == ".")
    return lead or numbered or len(line) == 1 or (token.typed[0].isupper() and j > 0)


_SURE_SHORTS = those("mon wed")
_BEFORE_A_SHORT = role_words.ROLES.keys() | contact_words.CHANNELS.keys() | those("them next this from")


def _ends_there(line: Line, j: int) -> bool:
    """Return whether a day may end behind this place: *call mum mon, dad tue*."""
    behind = line.token(j + 1)
    parting = (
        purpose_words.ABOUT
        | {",", ";", ".", "&", "+", "-"}
        | words.AND
        | words.OR
        | words.AT
        | words.BEFORE
        | words.AFTER
    )
    parts = words.DAYPARTS.keys() | words.AM_PM.keys() | _BEHIND_A_DAY.keys()
    return behind is None or line.has(j + 1, parting | parts)


def _late_or_early(line: Line, i: int) -> str:
    """Return *'s avonds laat* for *vanavond laat*: the day itself is told by its date."""
    part = line.look(i - 1, words.TODAY_PARTS) or line.look(i - 1, words.DAYPARTS) or ""
    english = line.has(i, {"late", "early"})
    said = line.between(i, i + 1)
    return f"{said} in the {part}" if english else f"{words.IN_DUTCH[part]} {said}"


def _daypart(line: Line, i: int) -> Segment | None:
    """Read 's middags, in de avond, tomorrow morning, na schooltijd, tussen de middag."""
    late = line.has(i, {"laat", "vroeg", "late", "early"})
    if late and line.has(i - 1, words.DAYPARTS.keys() | words.TODAY_PARTS.keys()):
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=_late_or_early(line, i))
    if line.phrase(i, ("first", "thing")):
        return Segment(SegmentKind.DAYPART, i, i + 2, daypart=line.between(i, i + 2))
    if line.has(i, words.WEEKEND) and line.has(i - 1, words.EVERY):
        told = "in the weekend" if line.has(i - 1, {"every", "each"}) else "in het weekend"
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=told)
    if (noon := _lunchtime(line, i)) is not None:
        told = line.called(i, noon)
        return Segment(SegmentKind.DAYPART, i, noon, daypart=told)
    if line.phrase(i, ("in", "de", "loop")):
        at = line.skip(i + 3, words.OF | words.THE)
        if line.has(at, words.DAYPARTS):
            return Segment(SegmentKind.DAYPART, i, at + 1, daypart=line.between(i, at + 1))
    if line.has(i, {"vooravond"}) and not line.has(i + 1, words.OF - {"in"}):
        return Segment(SegmentKind.DAYPART, i, i + 1, daypart=line.between(i, i + 1))
    if line.has(i, words.PERIODS.keys() | words.AROUND | {"laat"}):
        at = line.skip(i + 1, words.OF | words.THE | {"op"})
        told = line.between(i, at + 1)
        ends = line.has(at, words.DAYPARTS) or (line.has(i, words.PERIODS) and line.has(at, {"dag", "day"}))
        return Segment(SegmentKind.DAYPART, i, at + 1, daypart=told) if ends else None
    return _half_of_day(line, i)


def _half_of_day(line: Line, i: int) -> Segment | None:
    """Read *'s middags*, *in de avond*, *do av*, *fri pm*."""
    j = i + 1 if line.has(i, {"'s", "s"}) else line.skip(i, {"in", "de", "the"})
    part = line.look(j, words.DAYPARTS)
    named = line.has(i - 1, words.MONTHS.keys()) and line.has(i, words.AM_PM)
    if named or line.has(i - 1, words.WEEKDAYS.keys() | words.NEAR_DAYS.keys()):
        part = line.look(i, _BEHIND_A_DAY) or part
    if line.has(i, {"'s"}):
        part = line.look(j, _SHORT_PARTS) or part
    if part is None and line.has(j, {"morgen"}) and (j > i or line.has(i - 1, words.WEEKDAYS.keys())):
        part = words.MORNING_PART
    return Segment(SegmentKind.DAYPART, i, j + 1, daypart=part) if part is not None else None


_SHORT_PARTS = {"ocht": words.MORNING_PART, "mid": words.AFTERNOON_PART, "av": words.EVENING_PART}
"""Parts of the day cut short: *do av*, *'s av*."""
_BEHIND_A_DAY = {
    "am": words.MORNING_PART,
    "pm": words.AFTERNOON_PART,
    **dict.fromkeys(("eve", "night"), words.EVENING_PART),
    **_SHORT_PARTS,
}
"""Behind a day these are a part of it: *fri pm*."""


def _soon(line: Line, i: int) -> Segment | None:
    """Read meteen, dezelfde dag, the next day: how soon after what a condition tells."""
    at = line.skip(line.maybe(i, {"nog"}), words.THE | {"that", "very"})
    if line.has(at, words.THAT_DAY) and line.has(at + 1, words.DAYPARTS.keys() | {"dag", "day", "week"}):
        return Segment(SegmentKind.SOON, i, line.maybe(at + 2, {"nog"}))
    if line.has(i, {"straight", "right"}) and line.has(i + 1, {"away"}):
        return Segment(SegmentKind.SOON, i, i + 2)
    return Segment(SegmentKind.SOON, i, i + 1) if line.has(i, words.AT_ONCE) else None


def _lunchtime(line: Line, i: int) -> int | None:
    """Return the place after what is called by no time of the clock: *tussen de middag*, *lunchtime*."""
    if line.phrase(i, ("tussen", "de", "middag")):
        return i + 3
    if line.has(i, words.AT) and line.has(i + 1, {"dawn", "dusk", "sunrise", "sunset"}):
        return i + 2
    return i + 1 if line.has(i, {"lunchtime", "lunchtijd"}) else None


_ROUTINES = those(
    "schooltijd school avondeten eten lunch lunchpauze ontbijt middageten pauze bedtijd werk werktijd "
    "etenstijd lunchtijd zwemles bso overblijf dinner breakfast work bedtime break sport training "
    "middagpauze speelkwartier bel bell tea teatime avondmaaltijd"
)
"""What a day is divided by at home and at school."""
_PAUSES = those("lunch break speelkwartier overblijf")
_BESIDE = words.BEFORE | words.AFTER | those("onder rond tijdens around during tegen")


def _beside_what_happens(line: Line, i: int) -> int | None:
    """Return the place after *voordat de zwemles begint*, where something says how long before that."""
    if not line.has(i, {"voordat", "nadat"}) or not any(_is_dated(line, n) for n in range(i)):
        return None
    ends = purpose_words.ABOUT | words.AND | contact_words.CHANNELS.keys() | {",", ";", ".", "("}
    far = range(i + 3, min(len(line), i + _LONGEST_CLAUSE))
    end = next(
        (n for n in far if line.has(n, ends) or _is_dated(line, n)), min(len(line), i + _LONGEST_CLAUSE)
    )
    return end if end > i + _SHORTEST_CLAUSE else None


_SHORTEST_CLAUSE, _LONGEST_CLAUSE = 2, 9
"""Words of *voordat hij komt* and the like."""


def _is_dated(line: Line, n: int) -> bool:
    return line.number(n) is not None or line.has(n, words.MONTHS.keys() | words.WEEKDAYS.keys())


def _is_a_lesson(line: Line, at: int, i: int) -> bool:
    """Return whether *les*, *gymles* stands there behind *na*, or behind a time: *8.15 voor de les*."""
    lesson = line.word(at).endswith("les") and (line.has(at, {"les"}) or not is_known(line.word(at)))
    timed = line.number(i - 1) is not None or line.has(i - 1, words.HOUR_WORDS)
    return (
        lesson and line.has(at - 1, words.THE | words.ORDINALS.keys()) and (line.has(i, words.AFTER) or timed)
    )


def _is_a_pause(line: Line, at: int) -> bool:
    """Return whether *pauze*, *ochtendpauze*, *lunch* stands there."""
    return line.has(at, _PAUSES) or line.word(at).endswith("pauze")


def _beside_routine(line: Line, i: int) -> Segment | None:
    """Read na schooltijd, rond het avondeten, kwartier voor school begint: a part of the day, as typed."""
    j = i
    lead = duration(line, i, before=True)
    if lead is not None:
        j = lead.end
    elif line.has(i, words.DIRECTLY):
        j = i + 1
    pausing = line.has(j, {"in"}) and _is_a_pause(line, line.skip(j + 1, words.THE | {"kleine", "grote"}))
    if j > i and (clause := _beside_what_happens(line, j)) is not None:
        return Segment(SegmentKind.DAYPART, i, clause, daypart=line.between(i, clause))
    if not line.has(j, _BESIDE) and not pausing:
        return None
    at = line.skip(j + 1, words.THE | {"kleine", "grote"} | words.ORDINALS.keys())
    if not (line.has(at, _ROUTINES) or _is_a_pause(line, at) or _is_a_lesson(line, at, i)) or line.has(
        at + 1, {"year", "week", "day"}
    ):
        return None
    if line.has(at, {"bel", "bell"}) and not line.has(at - 1, words.THE):
        return None
    end = line.skip(at + 1, those("begint start uitgaat aangaat begins starts"))
    if line.has(end, {"uit"}) and line.has(end + 1, {"is", "gaat"}):
        end += 2
    told = " ".join(token.typed for token in line.tokens[i:end])
    return Segment(SegmentKind.DAYPART, i, end, daypart=told)
