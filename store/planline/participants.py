"""Find who takes part: who was named, and who is taken for granted when nobody was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from store.planline import contact_words, words
from store.planline.people import UNKNOWN, KnownNames, person
from store.planline.reading import Assumption
from store.planline.segments import Segment, SegmentKind
from store.planline.tokens import Line


@dataclass(frozen=True, slots=True)
class Participants:
    """Roles in the order they are told in, the names and roles as typed, and what was assumed."""

    present: tuple[str, ...]
    who: tuple[str, ...]
    assumed: tuple[Assumption, ...] = ()


def find_participants(line: Line, segments: Sequence[Segment], known: KnownNames) -> Participants:
    """Return who was named, and the teacher; the parents too, when nobody was or somebody comes *erbij*."""
    named: set[str] = set()
    absent: set[str] = set()
    typed: list[str] = []
    along = True
    strangers: list[str] = []
    for at, end, role, gone in _people(line, segments, known):
        word = " ".join(token.typed for token in line.tokens[at:end])
        if gone:
            absent.add(role)
            continue
        if not line.has(at, contact_words.TEACHER_WORDS):
            typed.append(word)
        if role == UNKNOWN:
            strangers.append(word)
            along = False
            continue
        named.add(role)
        if role != contact_words.TEACHER and not (role == contact_words.PUPIL and _comes_along(line, end)):
            along = False
    assumed = [Assumption("unknown_person", (("name", name),)) for name in strangers]
    if along and contact_words.PARENTS not in absent:
        assumed.append(
            Assumption("with_parents" if named - {contact_words.TEACHER} else "parents_and_teacher")
        )
        named.add(contact_words.PARENTS)
    named = (named | {contact_words.TEACHER}) - (absent - {contact_words.TEACHER})
    return Participants(
        tuple(r for r in contact_words.PARTICIPANTS if r in named),
        tuple(dict.fromkeys(typed)),
        tuple(assumed),
    )


def _people(line: Line, segments: Sequence[Segment], known: KnownNames) -> list[tuple[int, int, str, bool]]:
    """Return (from, to, role, absent) of everybody named, also in a condition (*als ouders dat willen*)."""
    found = []
    for segment in segments:
        if segment.kind is SegmentKind.PERSON:
            start = line.skip(segment.at, contact_words.WITHOUT | words.THE) if segment.absent else segment.at
            gone = segment.absent or line.has(segment.end, {"niet", "not"})
            found.append((start, segment.end, segment.role, gone))
        elif segment.kind is SegmentKind.ON_DEMAND:
            i = segment.at
            while i < segment.end:
                role, end = person(line, i, known)
                if role:
                    found.append((i, end, role, False))
                i = end if role else i + 1
    return found


def _comes_along(line: Line, end: int) -> bool:
    """Return whether somebody comes as well, beside those who come anyway: *kind erbij*."""
    return line.has(end, {"is"} | contact_words.ALONG) or (
        line.has(end, {"er"}) and line.has(end + 1, {"ook", "bij"})
    )
