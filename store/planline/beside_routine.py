"""Read a part of the day told by what happens then: na schooltijd, voordat de zwemles begint."""

from __future__ import annotations

from store.planline import contact_words, purpose_words, words
from store.planline.duration import duration
from store.planline.segment import Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

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


def beside_routine(line: Line, i: int) -> Segment | None:
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
