"""Finish the word at the cursor: channels, report moments, holidays, roles and the names of who is here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from store.domain.school_year import SchoolYear
from store.planline import contact_words, purpose_words, words
from store.planline.clauses import clauses
from store.planline.known_names import UNKNOWN, KnownNames
from store.planline.person_slips import line_of
from store.planline.reading import Names
from store.planline.reference import Reference
from store.planline.segment import Segment, SegmentKind
from store.planline.segments import cut
from store.planline.structure import find_structure
from store.planline.tokens import Line, plain_word, split_purpose
from store.planline.typos import is_known

_CHANNELS = (
    "bellen mailen huisbezoek videobellen appen gesprek op_school call email home_visit video_call at_school"
)
_ROLES = (
    "ouders leerling leerkracht kind vader moeder oma opa tolk intern_begeleider logopedist mentor meester "
    "parents pupil teacher mother father"
)
_WHENS = (
    "zo_nodig indien_nodig week volgende_week maandag dinsdag woensdag donderdag vrijdag "
    "januari februari maart april juni juli augustus september oktober november december begin eind "
    "halverwege "
    "if_needed next_week monday tuesday wednesday thursday friday january february march october"
)
_WORD = re.compile(r"[^\W\d_]+\Z")
_ROUND = words.BEFORE | words.AFTER | words.BETWEEN | words.UNTIL | words.FROM | words.DURING
_LIST = words.AND | {","}
_HOW = (SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE)
_UNREAD = (SegmentKind.PURPOSE, SegmentKind.WORD, SegmentKind.FILLER, SegmentKind.AND)


def complete(text: str, cursor: int, reference: Reference, names: Names) -> str | None:
    """Return what to insert at the cursor to finish the word that ends there; None when nothing fits.

    Never inside a word, never in the purpose, never behind a word that is whole, and never with nothing
    typed: it adds to what is there. After a channel it offers no second one. What would stand there is read
    as part of the plan, or it is not offered.
    """
    before = text[:cursor]
    if split_purpose(before)[1] is not None or text[cursor : cursor + 1].isalnum():
        return None
    match = _WORD.search(before)
    typed = match.group() if match else ""
    head = before[: len(before) - len(typed)]
    previous = _last_word(head)
    year, here = reference.year, _Here(reference, KnownNames.of(names))
    if not typed:
        return _number(previous, before, year)
    likely = not head.strip() or previous in contact_words.WITH | contact_words.WITHOUT
    certain = len(typed) > 1
    fits = [_tail(before, typed, each) for tier in _tiers("", (), year, names) for each in tier]
    # in the middle of a line one letter may become too many words, unless it goes on with some: *zo n*
    if not any(fit and (certain or likely or fit[0]) for fit in fits):
        return None
    found = here.segments(head)
    if found is None or here.is_whole(before):
        return None
    first = ""
    for tier in _tiers(previous, found, year, names):
        tails = sorted((fit for each in tier if (fit := _tail(before, typed, each))), key=lambda fit: -fit[0])
        for tail in dict.fromkeys(tail for _, tail in tails):
            if tail == first or here.segments(before + tail) is None:
                continue
            if certain:
                return tail
            if first:
                # one letter that may become either says nothing yet
                return None
            first = tail
        if first and likely:
            break
    return first or None


@dataclass(frozen=True, slots=True)
class _Here:
    """What the line says up to a place, for who is here and this school year."""

    reference: Reference
    known: KnownNames

    def segments(self, head: str) -> Sequence[Segment] | None:
        """Return the segments of the last clause; None where a purpose has begun."""
        line, found = _last_clause(head.rstrip(), self.reference, self.known)
        begun = any(each.kind is SegmentKind.PURPOSE for each in found)
        return None if begun and not _only_small(line, found) else found

    def is_whole(self, before: str) -> bool:
        """Return whether the last word means something as it stands: *mei* is not begun *meivakantie*."""
        line, found = _last_clause(before, self.reference, self.known)
        long = bool(line.tokens) and len(line.tokens[-1].typed) > 2
        told = (each for each in found[-1:] if each.kind not in _UNREAD and each.role != UNKNOWN)
        return long and any(not _hangs_on_the_unknown(each) for each in told)


def _hangs_on_the_unknown(segment: Segment) -> bool:
    """Return whether it ends in what no calendar has: *na herf* may become *na herfstvakantie*."""
    return segment.match is not None and any(each.code == "unknown_anchor" for each in segment.match.whens)


@lru_cache(maxsize=32)
def _last_clause(head: str, reference: Reference, known: KnownNames) -> tuple[Line, Sequence[Segment]]:
    """Return the last clause of what is typed, which stays the same for every letter of the next word."""
    line = line_of(head, known)
    if not len(line):
        return line, ()
    whole = cut(line, reference, known)
    last = clauses(line, whole, known)[-1].line
    segments = whole if last == line else cut(last, reference, known)
    return last, find_structure(last, segments, known).segments


def _only_small(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether what looks like a purpose may be the beginning of something: *na*, *week na*."""
    last = segments[-1]
    places = range(last.at, last.end)
    known = all(line.tokens[i].value >= 0 or is_known(line.tokens[i].word) for i in places)
    return (
        last.kind is SegmentKind.PURPOSE and known and not line.has(last.at, purpose_words.OPENERS - _ROUND)
    )


def _last_word(head: str) -> str:
    parts = head.split()
    return plain_word(parts[-1]) if parts else ""


def _number(previous: str, before: str, year: SchoolYear) -> str | None:
    """Return the first report that is not in the line yet, behind *rapport*."""
    if previous not in words.REPORT or not before.endswith(" "):
        return None
    told = re.findall(r"[0-9]+", before)
    return next((str(each.number) for each in year.reports if str(each.number) not in told), None)


def _tail(before: str, typed: str, suggestion: str) -> tuple[int, str] | None:
    """Return how many of its words stand there already (*zo n*), and what is still to be typed of it."""
    for words_back in range(suggestion.count(" "), -1, -1):
        front = " ".join(suggestion.split(" ")[:words_back])
        begun = f"{front} {typed}" if front else typed
        if front and plain_word(before[-len(begun) :]) != plain_word(begun):
            continue
        fits = plain_word(suggestion[: len(begun)]) == plain_word(begun)
        if fits and len(suggestion) > len(begun):
            return words_back, suggestion[len(begun) :]
    return None


def _tiers(
    previous: str, found: Sequence[Segment], year: SchoolYear, names: Names
) -> Iterator[Sequence[str]]:
    """Yield what may stand here, the likeliest first."""
    people = [*names.pupil, *names.carers, *names.teacher]
    moments = [f"rapport {report.number}" for report in year.reports]
    moments += [each.name for each in year.holidays] + [each.name for each in year.occasions]
    moments += [f"report {report.number}" for report in year.reports]
    roles = _phrases(_ROLES)
    if previous in _ROUND:
        yield moments
    if previous in contact_words.WITH | contact_words.WITHOUT:
        yield people
        yield roles
    how = {each.kind for each in found if each.kind in _HOW}
    if not how or previous in _LIST or previous.endswith(","):
        yield _phrases(_CHANNELS)
    elif how == {SegmentKind.TALK}:
        yield _phrases("op_school at_school")
    yield people
    yield moments
    yield roles
    yield _phrases(_WHENS)


def _phrases(text: str) -> list[str]:
    return [each.replace("_", " ") for each in text.split()]
