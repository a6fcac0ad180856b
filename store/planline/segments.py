"""Cut a line into segments that each mean one thing: a day, a time, a channel, a person, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain import role_words
from store.domain.plan import APART, MANNERS, Channel, WhenKind
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.before_and_after import beside_another, single
from store.planline.clock import Clock, clock
from store.planline.dates import bare_day
from store.planline.duration import duration
from store.planline.match import Match, longest
from store.planline.on_demand import begins_condition, on_demand, to_be_set
from store.planline.people import UNKNOWN, KnownNames, not_there, person
from store.planline.ranges import date_range
from store.planline.recurrence import recurrence
from store.planline.reference import Reference
from store.planline.short_codes import short_channel, side
from store.planline.strangers import beside_an_unknown_word, by_an_unknown_role, stranger
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.weeks import part_of_today
from store.planline.words import those


class SegmentKind(StrEnum):
    """The kinds of segments a line has."""

    DAYS = "days"
    RECURRENCE = "recurrence"
    ON_DEMAND = "on_demand"
    TO_BE_SET = "to_be_set"
    WEEKDAY = "weekday"
    TIME = "time"
    DAYPART = "daypart"
    CHANNEL = "channel"
    PLACE = "place"
    TALK = "talk"
    PERSON = "person"
    AND = "and"
    OR = "or"
    SIGN = "sign"
    FILLER = "filler"
    WORD = "word"
    DURATION = "duration"
    PURPOSE = "purpose"
    SOON = "soon"
    MANNER = "manner"
    SIDES = "sides"


SMALL_KINDS = (SegmentKind.FILLER, SegmentKind.MANNER)
"""What stands between the words that answer a question, and answers none: *even*, *kort*."""

APART_NAME = "apart"
"""The name of the manner that each of several is met alone."""

WHENS = frozenset(
    {
        SegmentKind.DAYS,
        SegmentKind.RECURRENCE,
        SegmentKind.ON_DEMAND,
        SegmentKind.TO_BE_SET,
        SegmentKind.WEEKDAY,
        SegmentKind.TIME,
        SegmentKind.DAYPART,
    }
)
"""The segments that answer *when*."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of tokens, `at` up to `end`, and what it means.

    `stretch` marks weekdays that were told by the first and the last: *ma t/m wo*; `absent` a person who is
    said not to be there, `only` one who is there alone, `person` is where the person begins when words
    stand before. `name` is what a channel is called, `minutes` how long it takes.
    """

    kind: SegmentKind
    at: int
    end: int
    match: Match | None = None
    clock: Clock | None = None
    daypart: str = ""
    weekdays: tuple[int, ...] = ()
    stretch: bool = False
    choice: bool = False
    channel: Channel | None = None
    role: str = ""
    absent: bool = False
    only: bool = False
    person: int = -1
    person_end: int = -1
    name: str = ""
    minutes: int = 0


def of_kind(segments: Sequence[Segment], *kinds: SegmentKind) -> list[Segment]:
    """Return the segments of these kinds, in order."""
    return [segment for segment in segments if segment.kind in kinds]


_LOOSE_SHORTS = those("zo zon zat maan vrij don sun sat wed mon do di ma")
_TIGHT_SHORTS = those("zo zon zat maan vrij don sun sat wed mon")
_ANDS = words.AND | those("verder daarnaast ook")


def cut(line: Line, reference: Reference, known: KnownNames) -> tuple[Segment, ...]:
    """Cut a line into segments, in order; together they cover every token."""
    return tuple(_cut(line, reference, known))


def _cut(line: Line, reference: Reference, known: KnownNames) -> Iterator[Segment]:
    i, dated = 0, False
    segment: Segment | None = None
    while i < len(line):
        behind_when = segment is not None and segment.kind in WHENS
        segment = _short(line, i, known, behind_when) or _segment(line, i, reference, known, dated)
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


def _segment(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment:
    if (gone := _taken_away(line, i, known)) is not None:
        return gone
    if (named := _named_channel(line, i)) is not None:
        return named
    if (helper := beside_an_unknown_word(line, i, known)) is not None:
        return _somebody(line, i, helper, role_words.SUPPORT)
    role, end = person(line, i, known)
    if role and (known.certain(line, i, end) or not _timely(line, i)):
        return _somebody(line, i, end, role)
    when = _when(line, i, reference, known, dated)
    taking = duration(line, i)
    if taking is not None and (when is None or taking[0] >= when.end):
        return Segment(SegmentKind.DURATION, i, taking[0], minutes=taking[1])
    beside = _beside_routine(line, i)
    if beside is not None and (when is None or beside.end > when.end):
        return beside
    return (
        when
        or _weekdays(line, i)
        or _daypart(line, i)
        or _soon(line, i)
        or _channel(line, i, known)
        or (_somebody(line, i, end, role) if role else None)
        or (_somebody(line, i, i + 1, UNKNOWN) if stranger(line, i) or by_an_unknown_role(line, i) else None)
        or _manner(line, i)
        or _rest(line, i)
    )


def _somebody(line: Line, i: int, end: int, role: str) -> Segment:
    """Return the person, with the words behind that say whether this person is there: *hoeft er niet bij*."""
    gone, begin = not_there(line, end), _called_from(line, i, role)
    if gone is not None:
        return Segment(SegmentKind.PERSON, i, gone, role=role, absent=True, person=begin, person_end=end)
    lead = i - 1
    while line.has(lead, contact_words.POSSESSIVES | contact_words.WITH):
        lead -= 1
    behind = line.skip(end, step_words.COMING_VERBS)
    alone = line.has(behind, contact_words.ALONE) and not begins_condition(line, behind)
    only = line.has(lead, contact_words.ALONE) or alone
    said = behind + 1 if alone else end
    return Segment(SegmentKind.PERSON, i, said, role=role, only=only, person=begin, person_end=end)


def _called_from(line: Line, i: int, role: str) -> int:
    """Return where what somebody is called begins: *grote broer* is not just any brother."""
    while role == role_words.SUPPORT and line.has(i - 1, contact_words.WHICH_OF_THEM):
        i -= 1
    return i


def _taken_away(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *zonder vader*, *niet met vader*, *not with his father*; a list behind it goes along."""
    deny = line.maybe(i, {"maar", "but"})
    if line.has(deny, contact_words.WITHOUT):
        at = line.maybe(deny + 1, {"."})
    elif (outside := _outside(line, i, known)) is not None:
        return outside
    elif line.has(deny, {"niet", "not"}) and line.has(deny + 1, contact_words.WITH):
        at = deny + 2
    elif line.has(i, words.AND | {"of", "or", "nor"}) and _was_taken_away(line, i, known):
        at = i + 1
    else:
        return None
    sentence = line.has(at, {"dat"})
    at = line.skip(line.maybe(at, {"dat"}), contact_words.POSSESSIVES | contact_words.WITH)
    role, end = person(line, at, known)
    if not role and (stranger(line, at) or by_an_unknown_role(line, at)):
        role, end = UNKNOWN, at + 1
    if not role and (child := _the_child(line, deny + 1, known)) is not None:
        role, at, end = role_words.PUPIL, child, child + 1
    if not role:
        return None
    if sentence and not line.has(line.maybe(end, {"er"}), contact_words.ALONG):
        return None
    tail = line.skip(end, contact_words.ALONG | {"is"}) if not line.has(end, {"ook", "too", "also"}) else end
    begin = _called_from(line, at, role)
    return Segment(SegmentKind.PERSON, i, tail, role=role, absent=True, person=begin, person_end=end)


def _outside(line: Line, i: int, known: KnownNames) -> Segment | None:
    """Read *buiten Selma om*."""
    at = line.skip(i + 1, contact_words.POSSESSIVES)
    role, end = person(line, at, known) if line.has(i, {"buiten"}) else ("", i)
    if not role or not line.has(end, {"om"}):
        return None
    return Segment(SegmentKind.PERSON, i, end + 1, role=role, absent=True, person=at, person_end=end)


def _the_child(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place of *hem* in *zonder hem*: the pupil, unless another one person was named before."""
    at = line.maybe(i, contact_words.WITH)
    if not line.has(at, role_words.HIM_OR_HER):
        return None
    others = (person(line, n, known)[0] for n in range(i) if not line.has(n, contact_words.NAMELESS))
    return at if {role for role in others if role} <= {role_words.PUPIL} else None


def _was_taken_away(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether the person right before this place was taken away by *zonder*."""
    for at in range(max(0, i - 5), i):
        if line.has(at, contact_words.WITHOUT):
            begin = line.skip(at + 1, contact_words.POSSESSIVES | contact_words.WITH)
            role, end = person(line, begin, known)
            return bool(role) and end == i
    return False


def _timely(line: Line, i: int) -> bool:
    return line.has(i, words.MONTHS.keys() | words.WEEKDAYS.keys())


def _when(line: Line, i: int, reference: Reference, known: KnownNames, dated: bool) -> Segment | None:
    """Read the longest *when*; a dotted number behind a date is a time."""
    days = longest(
        beside_another(line, i, reference), date_range(line, i, reference), single(line, i, reference)
    ) or bare_day(line, i, reference)
    repeated, needed, unset = recurrence(line, i), on_demand(line, i, known), to_be_set(line, i)
    best = longest(repeated, days, needed, unset)
    time = clock(line, i, dated)
    if time is not None and (best is None or time.end > best.end or _rather_time(time, best, dated)):
        return Segment(SegmentKind.TIME, i, time.end, clock=time)
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
    return Segment(kind, i, _with_coming(line, best.end), match=best, daypart=part_of_today(line, i))


def _with_coming(line: Line, end: int) -> int:
    """Take *a.s.* along, which in *13 nov a.s.* says nothing more."""
    j = line.maybe(end, {"."})
    said = line.has(j, {"as", "aanstaande"}) and not line.has(
        j + 1, words.WEEKDAYS.keys() | words.UNITS.keys()
    )
    return line.maybe(j + 1, {"."}) if said else end


def _rather_time(time: Clock, best: Match, dated: bool) -> bool:
    if time.until and all(each.kind is WhenKind.ERROR for each in best.whens[0].candidates or best.whens):
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
    return Segment(SegmentKind.WEEKDAY, i, end, weekdays=tuple(days), choice=choice and len(days) > 1)


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
    if token is None or token.word not in _LOOSE_SHORTS:
        return True
    if before is not None and before.word in contact_words.WITH | contact_words.WITHOUT:
        return False
    if token.word not in _TIGHT_SHORTS:
        return True
    lead = before is not None and before.word in {"op", "on"} | words.EVERY | words.AND | words.OR
    numbered = after is not None and (after.value >= 0 or after.word == ".")
    return lead or numbered or len(line) == 1 or (token.typed[0].isupper() and j > 0)


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
    if (noon := _lunchtime(line, i)) is not None:
        told = line.between(i, noon)
        return Segment(SegmentKind.DAYPART, i, noon, daypart=told)
    if line.has(i, words.PERIODS.keys() | words.AROUND | {"laat"}):
        at = line.skip(i + 1, words.OF | words.THE)
        told = line.between(i, at + 1)
        return Segment(SegmentKind.DAYPART, i, at + 1, daypart=told) if line.has(at, words.DAYPARTS) else None
    j = i + 1 if line.has(i, {"'s", "s"}) else line.skip(i, {"in", "de", "the"})
    part = line.look(j, words.DAYPARTS)
    if part is None and line.has(j, {"morgen"}) and (j > i or line.has(i - 1, words.WEEKDAYS.keys())):
        part = words.MORNING_PART
    if part is not None:
        return Segment(SegmentKind.DAYPART, i, j + 1, daypart=part)
    return None


def _soon(line: Line, i: int) -> Segment | None:
    """Read meteen, dezelfde dag, the next day: how soon after what a condition tells."""
    at = line.skip(line.maybe(i, {"nog"}), words.THE)
    if line.has(at, words.THAT_DAY) and line.has(at + 1, words.DAYPARTS.keys() | {"dag", "day", "week"}):
        return Segment(SegmentKind.SOON, i, line.maybe(at + 2, {"nog"}))
    if line.has(i, {"straight", "right"}) and line.has(i + 1, {"away"}):
        return Segment(SegmentKind.SOON, i, i + 2)
    return Segment(SegmentKind.SOON, i, i + 1) if line.has(i, words.AT_ONCE) else None


def _lunchtime(line: Line, i: int) -> int | None:
    """Return the place after what is called by no time of the clock: *tussen de middag*, *lunchtime*."""
    if line.phrase(i, ("tussen", "de", "middag")):
        return i + 3
    return i + 1 if line.has(i, {"lunchtime", "lunchtijd"}) else None


_ROUTINES = those(
    "schooltijd school avondeten eten lunch lunchpauze ontbijt middageten pauze bedtijd werk werktijd "
    "etenstijd lunchtijd zwemles bso overblijf dinner breakfast work bedtime break sport training "
    "middagpauze speelkwartier"
)
"""What a day is divided by at home and at school."""
_PAUSES = those("lunch lunchpauze pauze break middagpauze speelkwartier overblijf")
_BESIDE = words.BEFORE | words.AFTER | those("onder rond tijdens around during tegen")


def _beside_routine(line: Line, i: int) -> Segment | None:
    """Read na schooltijd, rond het avondeten, kwartier voor school begint: a part of the day, as typed."""
    j = i
    lead = duration(line, i, before=True)
    if lead is not None:
        j = lead[0]
    elif line.has(i, words.DIRECTLY):
        j = i + 1
    pausing = line.has(j, {"in"}) and line.has(line.skip(j + 1, words.THE | {"kleine", "grote"}), _PAUSES)
    if not line.has(j, _BESIDE) and not pausing:
        return None
    at = line.skip(j + 1, words.THE | {"kleine", "grote"})
    if not line.has(at, _ROUTINES) or line.has(at + 1, {"year", "week", "day"}):
        return None
    end = line.skip(at + 1, those("begint start uitgaat aangaat begins starts"))
    if line.has(end, {"uit"}) and line.has(end + 1, {"is", "gaat"}):
        end += 2
    told = " ".join(token.typed for token in line.tokens[i:end])
    return Segment(SegmentKind.DAYPART, i, end, daypart=told)


def _between_people(line: Line, i: int, known: KnownNames) -> bool:
    """Return whether people stand right before and behind: *ik spreek moeder*."""
    near = (person(line, at, known) for at in range(max(0, i - 3), i))
    before = line.has(i - 1, {"wij", "we"}) or any(role and end == i for role, end in near)
    behind = line.skip(i + 1, contact_words.POSSESSIVES | contact_words.WITH)
    return before and bool(person(line, behind, known)[0])


def _together_with_us(line: Line, i: int) -> bool:
    """Return whether *we* and *elkaar* or *samen* stand beside it: *zitten we samen*, *we zien elkaar*."""
    ours = {"wij", "we"}
    beside = line.has(i + 1, ours) or line.has(i - 1, ours)
    return beside and any(line.has(n, {"elkaar", "samen", "together"}) for n in range(i + 1, i + 4))


def _channel(line: Line, i: int, known: KnownNames) -> Segment | None:
    meeting = line.skip(i + 1, words.ARTICLES)
    ends = line.token(meeting + 1) is None or line.has(meeting + 1, {",", ";"})
    if line.has(i, {"voor", "for"}) and (meeting > i + 1 or ends):
        # *langskomen voor een praatje*
        said = _way(line, meeting, known)
        return replace(said, at=i) if said and said.kind is not SegmentKind.PLACE else None
    return _way(line, i, known)


def _way(line: Line, i: int, known: KnownNames) -> Segment | None:
    for size in (3, 2, 1):
        phrase = tuple(line.word(i + n) for n in range(size))
        if (channel := contact_words.PHRASES.get(phrase)) is not None:
            return Segment(SegmentKind.CHANNEL, i, i + size, channel=channel)
        alone = line.has(i - 1, {"zelf"}) or line.has(i + size, {"zelf"})
        told = phrase == ("online",) and _of_a_thing(line, i)
        if not alone and not told and (channel := contact_words.PLACES.get(phrase)) is not None:
            return Segment(SegmentKind.PLACE, i, i + size, channel=channel)
    plain = line.word(i).replace("'", "")
    channel = (
        line.look(i, contact_words.CHANNELS) or contact_words.CHANNELS.get(plain) or _by_its_ending(plain)
    )
    if line.has(i, {"digitaal", "video"}) and _of_a_thing(line, i):
        channel = None
    if line.has(i, {"app"}) and _of_a_thing(line, i) and _of_a_thing(line, i - 2):
        # *huiswerk app uitleggen*
        channel = None
    if (
        (line.has(i, {"bel"}) and line.has(i - 1, {"de", "een"}))
        or calls_in(line, i)
        or _fronts_a_word(line, i)
    ):
        channel = None
    if channel is not None:
        return Segment(SegmentKind.CHANNEL, i, line.maybe(i + 1, {"."}), channel=channel)
    j = i
    if line.number(i) is not None and line.has(i + 1, words.DASH):
        j = i + 2
    if line.has(i, {"meet", "catch", "meeting"}) and line.has(i + 1, {"up"}):
        return Segment(SegmentKind.TALK, i, i + 2)
    if line.has(i, step_words.MEETING_VERBS) and (
        _between_people(line, i, known) or _together_with_us(line, i)
    ):
        return Segment(SegmentKind.TALK, i, i + 1)
    talk = j == i and (line.has(j, contact_words.TALKS) or _behind_a_particle(line.word(j)) in _TALKING)
    if talk or line.word(j).endswith(contact_words.TALK_END):
        return Segment(SegmentKind.TALK, i, j + 1)
    return None


_MADE = words.those("van voor maken maakt kijken bekijken opnemen of for make")


def _of_a_thing(line: Line, i: int) -> bool:
    """Return whether the word behind says what is digital: *digitaal portfolio*, *video van de les*."""
    token = line.token(i + 1)
    unknown = token is not None and token.kind == "word" and not is_known(token.word)
    return unknown or line.has(i + 1, _MADE)


def _fronts_a_word(line: Line, i: int) -> bool:
    """Return whether it is the front of another word: *mail-adres*, and no *bel-afspraak*."""
    joined = line.glued(i + 1) and line.glued(i + 2) and line.has(i + 1, {"-"})
    whole = f"{line.word(i)}{line.word(i + 2)}"
    meeting = whole in contact_words.CHANNELS or whole.endswith(contact_words.MEETING_ENDS)
    return joined and bool(line.word(i + 2)) and not meeting and line.word(i) != "e"


def calls_in(line: Line, i: int) -> bool:
    """Return whether *belt in* tells how somebody joins a talk that has a place of its own."""
    ends = line.token(i + 2) is None or line.has(i + 2, {",", ";", "."})
    talk = any(line.has(n, contact_words.TALKS) for n in range(len(line)))
    return talk and ends and line.has(i, {"belt", "bellen", "calls", "dials"}) and line.has(i + 1, {"in"})


def _by_its_ending(word: str) -> Channel | None:
    """Return the channel of a compound: *spraakberichtje*, *weekmail*."""
    for end in contact_words.MEETING_ENDS:
        if (channel := contact_words.CHANNELS.get(word.removesuffix(end))) is not None and word.endswith(end):
            return channel
    if word.startswith("langs") and word.endswith("en") and len(word) > len("langsen"):
        # *langswippen*, *langsfietsen*: to drop in, by whatever verb
        return Channel.VISIT
    if (verb := _behind_a_particle(word)) in step_words.CONTACT_VERBS | step_words.INFINITIVES:
        return contact_words.CHANNELS.get(verb)
    return next(
        (found for end, found in contact_words.ENDINGS.items() if word.endswith(end) and word != end), None
    )


def _behind_a_particle(word: str) -> str:
    """Return the verb of *nabellen*, *bijpraten*; empty when it begins with no particle."""
    begun = next((each for each in contact_words.PARTICLES if word.startswith(each)), None)
    return word.removeprefix(begun) if begun else ""


_TALKING = words.those("praten kletsen babbelen")
"""To sit together and talk, behind a particle too; *bespreken* says what for."""

_NAMED_FIRST = frozenset(name[0] for name in contact_words.NAMED)
_LONGEST_NAME = max(map(len, contact_words.NAMED))


_SHORT_APP = 4
"""Letters of a word in *-app* that names no app: *knapp*, *snapp* are slips."""

_WRITTEN_IN = words.those("schrift boek boekje map mapje agenda notebook diary")


def _is_written_in(line: Line, i: int) -> bool:
    """Return whether somebody writes in it: *schrijft in haar schrift*."""
    lead = i - 1
    while line.has(lead, contact_words.POSSESSIVES):
        lead -= 1
    writing = any(line.has(n, step_words.WRITING) for n in range(len(line)))
    return writing and line.has(lead, {"in", "via"})


def _named_channel(line: Line, i: int) -> Segment | None:
    """Read a channel that keeps its own name: Parro, heen-en-weerschrift, bij het ophalen, inloopochtend."""
    if line.word(i).startswith("inloop") and line.word(i) not in contact_words.CHANNELS:
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=Channel.VISIT, name=line.between(i, i + 1))
    if (app := line.word(i)).endswith("app") and len(app) > _SHORT_APP and app not in contact_words.CHANNELS:
        name = line.between(i, i + 1)
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=Channel.MESSAGE, name=name)
    if line.has(i, _WRITTEN_IN) and _is_written_in(line, i):
        name = line.between(i, i + 1)
        return Segment(SegmentKind.CHANNEL, i, i + 1, channel=Channel.MESSAGE, name=name)
    if line.word(i) not in _NAMED_FIRST:
        return None
    for size in range(_LONGEST_NAME, 0, -1):
        phrase = tuple(line.word(i + n) for n in range(size))
        if (channel := contact_words.NAMED.get(phrase)) is not None:
            if phrase[-1].endswith("brief") and _is_somebody_elses(line, i + size):
                return None
            name = line.between(i, i + size)
            return Segment(SegmentKind.CHANNEL, i, i + size, channel=channel, name=name)
    return None


def _is_somebody_elses(line: Line, i: int) -> bool:
    """Return whether a letter is no way of contact: *brief van jeugdzorg*, *brief call*."""
    sender = line.skip(i + 1, contact_words.POSSESSIVES)
    sent = line.has(i, {"van", "from"}) and line.look(sender, role_words.ROLES) != role_words.TEACHER
    return sent or line.has(i, contact_words.CHANNELS.keys() | contact_words.TALKS)


_WHETHER = those("het hij zij ze er dat alles hem haar we")
"""Behind *of* these make a question that is the purpose: *bellen 3 feb of het beter gaat*."""


def _asks_of_somebody(line: Line, i: int) -> bool:
    """Return whether *of opa het heeft opgehaald* stands behind a day: a question, and no other day."""
    dated = line.has(i - 1, words.MONTHS.keys() | words.WEEKDAYS.keys()) or line.number(i - 1) is not None
    dated = dated or line.has(i - 1, {"weten"})
    who = line.skip(i + 1, contact_words.POSSESSIVES)
    behind = line.token(who + 1)
    somebody = line.has(who, role_words.ROLES.keys()) and behind is not None and behind.kind == "word"
    return dated and somebody and not line.has(who + 1, step_words.CONTACT_VERBS)


def _called_before(line: Line, i: int) -> bool:
    """Return whether only small words part this place from a call: *bel me even terug*."""
    at = i - 1
    while line.has(at, purpose_words.FILLERS | role_words.TEACHER_WORDS):
        at -= 1
    while line.has(at, {"maar", "dan"}):
        at -= 1
    return line.has(at, step_words.CONTACT_VERBS | step_words.PARENTS_AND_OBJECT)


_AS_AGREED = words.those("agreed discussed said afgesproken besproken gezegd")
_BEHIND_AGREEING = (
    {",", "dan", "then", "en", "we", "op", "in"} | purpose_words.PUTTING_DOWN_TOGETHER
    | contact_words.CHANNELS.keys() | contact_words.TALKS | words.MONTHS.keys() | words.WEEKDAYS.keys()
)  # fmt: skip


def _says_nothing(line: Line, i: int) -> bool:
    """Return whether *doe maar*, *we zeggen*, *hè* stands there."""
    agreed, as_said = line.has(i, _AS_AGREED), line.has(i, {"as", "zoals"})
    if (agreed and line.has(i - 1, {"as", "zoals"})) or (as_said and line.has(i + 1, _AS_AGREED)):
        return True
    if line.has(i, {"he", "hoor"}):
        return line.token(i + 1) is None or line.has(i + 1, {",", ".", "?"})
    if line.has(i, purpose_words.AGREEING) and (i == 0 or (i == 1 and line.has(0, {"is"}))):
        return line.number(i + 1) is not None or line.has(i + 1, _BEHIND_AGREEING)
    if line.has(i, purpose_words.PUTTING_DOWN_TOGETHER) and line.has(i + 1, {"we", "wij"}):
        return True
    if line.has(i, purpose_words.PUTTING_DOWN) or line.has(i, {"maar"}):
        verb = i - 1 if line.has(i, {"maar"}) else i
        begins = verb == 0 or line.has(verb - 1, {",", ";"})
        return begins and line.has(verb, purpose_words.PUTTING_DOWN) and line.has(verb + 1, {"maar"})
    return line.has(i, {"zeggen", "say"}) and line.has(i - 1, {"we", "wij", "let's", "lets", "us"})


_APART_BEGINS = frozenset(phrase[0] for phrase in APART)


def _manner(line: Line, i: int) -> Segment | None:
    """Read *kort*, *los van elkaar*: how the contact is."""
    if line.has(i, MANNERS):
        return Segment(SegmentKind.MANNER, i, i + 1)
    if not line.has(i, _APART_BEGINS):
        return None
    apart = next((phrase for phrase in APART if line.phrase(i, phrase)), None)
    return Segment(SegmentKind.MANNER, i, i + len(apart), name=APART_NAME) if apart else None


def _rest(line: Line, i: int) -> Segment:
    if line.has(i, _ANDS) or (line.has(i, {"maar", "wel", "but"}) and line.has(i + 1, contact_words.WITH)):
        return Segment(SegmentKind.AND, i, i + 1)
    if line.has(i, {"maar"}) and line.has(i - 1, contact_words.CHANNELS.keys() | {"dan"}):
        return Segment(SegmentKind.FILLER, i, i + 1)
    if _says_nothing(line, i):
        return Segment(SegmentKind.FILLER, i, i + 1)
    if line.has(i, {"of"}) and (line.has(i + 1, _WHETHER) or _asks_of_somebody(line, i)):
        return Segment(SegmentKind.WORD, i, i + 1)
    if line.has(i, {"terug", "back"}) and _called_before(line, i):
        return Segment(SegmentKind.FILLER, i, i + 1)
    if line.has(i, {"komen", "come"}) and line.has(i - 1, contact_words.TALKS):
        return Segment(SegmentKind.FILLER, i, i + 1)
    if line.has(i, words.OR):
        return Segment(SegmentKind.OR, i, i + 1, name=line.word(i))
    if (line.number(i) == 1 or line.has(i, {"n", "'n"})) and line.has(i + 1, words.TIMES):
        return Segment(SegmentKind.FILLER, i, i + 2)
    if line.number(i) == 1 and line.has(i + 1, contact_words.CHANNELS.keys() | contact_words.TALKS):
        return Segment(SegmentKind.FILLER, i, i + 1)
    token = line.tokens[i]
    if token.kind == "sign":
        return Segment(SegmentKind.SIGN, i, i + 1)
    if token.word in purpose_words.FILLERS:
        return Segment(SegmentKind.FILLER, i, i + 1)
    return Segment(SegmentKind.WORD, i, i + 1)
