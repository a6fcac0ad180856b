"""Read where they meet: lokaal 12, in Almere, in het buurthuis, school."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Channel
from store.planline import contact_words, words
from store.planline.named_ways import named_channel
from store.planline.occasions import may_be_one
from store.planline.reference import Reference
from store.planline.segment import ROOMS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those


def place_at(line: Line, i: int, reference: Reference) -> Segment | None:
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


def is_where(line: Line, i: int) -> Segment | None:
    """Read *school* by itself, as where they meet, where no way of contact is named."""
    alone = line.has(i, {"school"}) and (i == 0 or line.has(i - 1, _PARTS))
    alone = alone and (line.token(i + 1) is None or line.has(i + 1, _PARTS))
    if not alone or any(line.has(n, contact_words.CHANNELS.keys()) for n in range(len(line))):
        return None
    return Segment(SegmentKind.PLACE, i, i + 1, channel=Channel.VISIT)


_PARTS = frozenset({",", ";", ".", "-", "/"})
