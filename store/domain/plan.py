"""The communication plan: contact moments, and what was read from the line each was typed as."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date as Date  # noqa: N812 - the fields below are called date and datetime
from datetime import datetime as DateTime  # noqa: N812
from enum import StrEnum

from store.domain import role_words
from store.domain.text import those


class Channel(StrEnum):
    """How people reach each other."""

    VISIT = "visit"
    PHONE = "phone"
    VIDEO = "video"
    MAIL = "mail"
    MESSAGE = "message"
    HOME_VISIT = "home_visit"


CHANNEL_CODES: Mapping[str, Channel] = {
    "b": Channel.PHONE,
    "m": Channel.MAIL,
    "a": Channel.MESSAGE,
    "v": Channel.VIDEO,
    "hb": Channel.HOME_VISIT,
    "g": Channel.VISIT,
}
REPORT_CODE, IF_NEEDED_CODE = "r", "zn"
"""In a typed line: r1 is the week after report 1."""

DIRECTED = frozenset((Channel.PHONE, Channel.VIDEO, Channel.MAIL, Channel.MESSAGE))
"""Channels by which one side reaches the other; at the others people meet."""
WRITTEN = frozenset((Channel.MAIL, Channel.MESSAGE))
"""Channels by which something is sent that can be read later."""
MEETINGS = frozenset((Channel.VISIT, Channel.HOME_VISIT))


LENGTHS = those(
    "kort korte kortjes short brief briefly quick quickly vlug snel snelle long lang lange "
    "uitgebreid uitgebreide"
)
"""How long a contact takes, in a word."""
_PLAIN = {"korte": "kort", "kortjes": "kort", "snelle": "snel", "lange": "lang", "uitgebreide": "uitgebreid"}

MANNERS = LENGTHS | those("gauw rustig gezellig fysiek live")
"""How a contact is; that is no topic."""

BY_SCREEN = those("digitale digitaal digital online virtuele virtueel virtual")
"""Before a meeting with a name of its own: it is held, but not at school."""

MANNER_PHRASES: tuple[tuple[str, ...], ...] = (
    *(
        (by, *article, loud)
        for by in ("via", "op", "on", "over")
        for article in ((), ("de",), ("the",))
        for loud in ("speaker", "speakerphone", "luidspreker")
    ),
    *(
        (very, long)
        for very in ("heel", "erg", "extra", "very")
        for long in ("kort", "korte", "short", "brief", "quick", "lang", "lange", "long")
    ),
)
"""As above, of several words: *heel kort*; *via de speaker*, so that others in the room hear it too."""

APART: tuple[tuple[str, ...], ...] = (
    ("los", "van", "elkaar"), ("apart", "van", "elkaar"), ("elk", "apart"), ("ieder", "apart"),
    ("gescheiden", "van", "elkaar"), ("elk", "afzonderlijk"), ("ieder", "afzonderlijk"),
    ("ieder", "voor", "zich"), ("apart",), ("aparte",), ("afzonderlijk",), ("afzonderlijke",),
    ("separately",), ("one", "by", "one"),
)  # fmt: skip
"""Each of those who are named by themselves."""

TURNS: tuple[tuple[str, ...], ...] = (
    ("om", "en", "om"), ("om", "de", "beurt"), ("om", "beurten"), ("omstebeurt",), ("beurtelings",),
    ("afwisselend",), ("we", "wisselen", "af"), ("we", "wisselen", "elkaar", "af"), ("in", "turn"),
    ("in", "turns"), ("by", "turns"), ("turn", "by", "turn"), ("turn", "about"),
    ("turn", "and", "turn", "about"), ("taking", "turns"), ("take", "turns"), ("we", "take", "turns"),
    ("we'll", "take", "turns"), ("alternating",), ("alternately",),
)  # fmt: skip
"""First one, then the other."""


class Initiative(StrEnum):
    """Who takes the first step."""

    TEACHER = "teacher"
    PARENTS = "parents"
    PUPIL = "pupil"
    EITHER = "either"


class WhenKind(StrEnum):
    """What kind of *when* a phrase is. The last three have no day that can be kept."""

    DATE = "date"
    DATETIME = "datetime"
    RANGE = "range"
    MULTIPLE = "multiple"
    RECURRENCE = "recurrence"
    ON_DEMAND = "on_demand"
    INCOMPLETE = "incomplete"
    AMBIGUOUS = "ambiguous"
    ERROR = "error"


_UNSETTLED = (WhenKind.INCOMPLETE, WhenKind.AMBIGUOUS, WhenKind.ERROR)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhenDays:
    """The days of a *when*: as much of it as tells on which days it is, and whether it has any.

    Times are local wall time in the school's zone, without offset. A range is inclusive on both
    sides; an open start means from today, an open end until the end of the school year. `left_out` are the
    days on which what comes back does not: *behalve in december*; `nth_school_day` is which day of school it
    is in every month, from `start` on, -1 the last one.
    """

    kind: WhenKind
    date: Date | None = None
    datetime: DateTime | None = None
    start: Date | None = None
    end: Date | None = None
    items: tuple[WhenDays, ...] = ()
    rrule: str = ""
    first: Date | None = None
    until: Date | None = None
    left_out: tuple[WhenDays, ...] = ()
    nth_school_day: int = 0

    def __hash__(self) -> int:
        # what nearly always differs: of a whole year each is looked up
        return hash((self.date, self.datetime, self.start, self.end, self.first, self.rrule))

    @property
    def settled(self) -> bool:
        """Whether a calendar could keep this, or nobody needs to."""
        return self.kind not in _UNSETTLED

    @property
    def without_day(self) -> bool:
        """Whether it comes back without a day to count from: every month, every six weeks."""
        return bool(
            self.kind is WhenKind.RECURRENCE and self.rrule and not (self.first or self.nth_school_day)
        )

    @property
    def first_day(self) -> Date | None:
        """The first day this falls on, where there is one."""
        if self.datetime is not None:
            return self.datetime.date()
        if self.items:
            return min((day for item in self.items if (day := item.first_day)), default=None)
        return self.date or self.start or self.first


@dataclass(frozen=True, slots=True, kw_only=True)
class When(WhenDays):
    """One reading of a *when*, with how it was said; which fields are filled depends on `kind`."""

    items: tuple[When, ...] = ()
    left_out: tuple[When, ...] = ()
    times: int | None = None
    per: str = ""
    missing: str = ""
    time: str = ""
    tbd: bool = False
    candidates: tuple[When, ...] = ()
    code: str = ""
    daypart: str = ""
    warn: tuple[str, ...] = ()
    anchor: str = ""

    __hash__ = WhenDays.__hash__


@dataclass(frozen=True, slots=True)
class Way:
    """How people reach each other, and what that is called or goes by: *Parro*, *teams*."""

    channel: Channel
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactMoment:
    """One agreement on contact: channel, when, who, whose initiative, what for.

    `text` is the line exactly as it was typed. `when` is None while nothing could be read from
    `when_text`: the date is still to be set. `present` holds "pupil", "parents", "teacher",
    "support"; `who` the names and roles that were typed, `beside` those of them who come as well as whoever
    is there anyway (*met vader erbij*), `without` those that were said not to be there. `starter` is who
    takes the first step as typed, where that is one person on the side that `initiative` names. `condition`
    is kept as typed (*als ze verdrietig is*), `channel_name` what the channel itself is called (*Parro*),
    `minutes` how long it takes; 0 when nobody said, and `lasting` the same as typed where it is a limit or
    only about (*hooguit 20 min*), or said in a word (*kort*). In a talk about more than one child
    `pupil_ids` are those it is for; without any it is for all of them. `by` is the teacher who wrote it
    down, where two of them did. `reason_untold` is whether `purpose` tells only who is there or why
    somebody is not (*zonder Selma (zwemles)*). `alone` is whether who starts keeps up the contact alone,
    this way or another (*Selma regelt het zelf, mail zo nodig*). `or_else` are the other ways of which it
    will be one (*bellen of mailen*).
    """

    id: str
    text: str
    channel: Channel | None = None
    when: When | None = None
    when_text: str = ""
    present: tuple[str, ...] = ()
    who: tuple[str, ...] = ()
    initiative: Initiative | None = None
    purpose: str = ""
    without: tuple[str, ...] = ()
    starter: str = ""
    condition: str = ""
    channel_name: str = ""
    minutes: int = 0
    lasting: str = ""
    pupil_ids: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    by: str = ""
    reason_untold: bool = False
    alone: bool = False
    or_else: tuple[Way, ...] = ()

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways of which it will be one, in the order in which they were said; mostly there is one."""
        return (Way(self.channel, self.channel_name), *self.or_else) if self.channel else ()

    def with_ways(self, ways: Sequence[Way]) -> ContactMoment:
        """Return the moment by one of these ways; as it is when there are none."""
        if not ways:
            return self
        first, *others = ways
        return replace(self, channel=first.channel, channel_name=first.name, or_else=tuple(others))

    @property
    def directed(self) -> bool:
        """Whether one side reaches the other, whichever way it will be."""
        return self.channel in DIRECTED and all(way.channel in DIRECTED for way in self.or_else)

    @property
    def to_be_set(self) -> bool:
        """Whether the date is still to be set."""
        return self.when is None or not self.when.settled

    @property
    def kept_up_alone(self) -> bool:
        """Whether somebody keeps up the contact alone, and no way is named: *Selma regelt het zelf*."""
        needed = self.when is not None and self.when.kind is WhenKind.ON_DEMAND
        one = self.initiative not in (None, Initiative.EITHER)
        return self.channel is None and one and needed and not self.when_text and not self.condition

    @property
    def in_turn(self) -> bool:
        """Whether first one side begins and then the other: *om en om*."""
        return self.initiative is Initiative.EITHER and tuple(self.starter.casefold().split()) in TURNS

    @property
    def each_apart(self) -> str:
        """The words by which each of the parents is met alone, where no one of them is named: *apart*."""
        named = any(role_words.one_parent(word) for who in self.who for word in who.casefold().split())
        if named or role_words.PARENTS not in self.present or self.without:
            # without the child they are apart from the child
            return ""
        told = tuple(self.purpose.casefold().replace(",", " ").split())
        size = next((len(phrase) for phrase in APART if told[: len(phrase)] == phrase), 0)
        return " ".join(self.purpose.split()[:size])

    @property
    def length_word(self) -> str:
        """How long it takes, in a word: *kort*, *heel kort*, also for *een korte evaluatie*."""
        *very, word = self.lasting.split(",")[0].split() or ("",)
        return " ".join((*very, _PLAIN.get(word.casefold(), word))) if word.casefold() in LENGTHS else ""

    @property
    def limit(self) -> str:
        """How long it takes as typed, where that is a limit or only about: *hooguit 20 min*."""
        return self.lasting.partition(",")[2].strip() if self.length_word else self.lasting

    @property
    def each_in_turn(self) -> str:
        """The words by which those of the family who are named come in turn: *mama en papa om en om*."""
        told = tuple(self.purpose.casefold().replace(",", " ").split())
        size = next((len(phrase) for phrase in TURNS if told[: len(phrase)] == phrase), 0)
        return " ".join(self.purpose.split()[:size]) if len(self.family_named) > 1 else ""

    @property
    def family_named(self) -> tuple[str, ...]:
        """Who was named as taking part, without those of the school."""
        return tuple(who for who in self.who if role_words.role_of(who.casefold()) != role_words.TEACHER)

    @property
    def own_words(self) -> str:
        """What somebody sees to alone, as typed behind who it is: *houdt haar ouders zelf op de hoogte*."""
        typed = " ".join(self.text.split())
        told = any(f"{who} {self.purpose}" in typed for who in self.who)
        return self.purpose if self.kept_up_alone and told else ""

    @property
    def elsewhere(self) -> str:
        """Where people meet, as typed, where that may not be at school: *in het buurthuis*."""
        met = (
            self.channel is Channel.VISIT
            and not self.or_else
            and self.channel_name.casefold().startswith(("in ", "op ", "buiten "))
        )
        return self.channel_name if met else ""

    @property
    def lacks_channel(self) -> bool:
        """Whether it is still to be agreed how people reach each other."""
        return self.channel is None and not self.kept_up_alone

    @property
    def lacks_starter(self) -> bool:
        """Whether it is open, and not even agreed who starts."""
        return self.to_be_set and self.initiative is None

    @property
    def lacks_reason(self) -> bool:
        """Whether it is a visit at home, and nobody said yet what for."""
        at_home = any(way.channel is Channel.HOME_VISIT for way in self.ways)
        return at_home and (self.reason_untold or not self.purpose)

    @property
    def bare(self) -> ContactMoment:
        """When, how and with whom, without anything that was typed and without a name."""
        return ContactMoment(
            id=self.id,
            text="",
            channel=self.channel,
            or_else=tuple(Way(way.channel) for way in self.or_else),
            when=self.when,
            present=self.present,
            minutes=self.minutes,
            pupil_ids=self.pupil_ids,
        )

    @property
    def told_as_typed(self) -> bool:
        """Whether nothing was read of *when*, so that the whole line stands for it, letter for letter."""
        return self.when is None and not self.when_text


@dataclass(frozen=True, slots=True, kw_only=True)
class CommunicationPlan:
    """How this family and the school keep contact; they make it together.

    `promised` are the moments as they were when the talk was finished before it was opened again, without a
    word that was typed: what is not kept any more is to leave the calendars that have it.
    """

    moments: tuple[ContactMoment, ...] = ()
    promised: tuple[ContactMoment, ...] = ()

    def promise(self) -> CommunicationPlan:
        """Return the plan that remembers when and how its moments were to be: calendars may hold them now."""
        moments = tuple(each.bare for each in self.moments)
        known = {each.id for each in moments}
        earlier = tuple(each for each in self.promised if each.id not in known)
        return replace(self, promised=(*earlier, *moments))

    @property
    def first(self) -> ContactMoment | None:
        """The contact moment that comes first; without any day the one that was made first."""
        dated = [(day, each) for each in self.moments if each.when and (day := each.when.first_day)]
        return min(dated, key=lambda each: each[0])[1] if dated else next(iter(self.moments), None)

    def moment(self, moment_id: str) -> ContactMoment | None:
        """Return the contact moment with this id; None when it is gone."""
        return next((each for each in self.moments if each.id == moment_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class InformationMoment:
    """The answer to: do you need a collective meeting? Without a topic the answer was no."""

    topic: str = ""
    when: str = ""

    @property
    def wanted(self) -> bool:
        """Whether this family would like one."""
        return bool(self.topic)
