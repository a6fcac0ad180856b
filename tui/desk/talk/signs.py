"""The signs a line may begin with: they say where it belongs, whatever is chosen and wherever it is typed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain.people import Pupil, Speaker, Voice, called

AGREEMENT, GOAL, LATER, SPEAKER = "!", "*", ">", ":"
NO = "-"
"""Entered alone it says none, or no."""
_BARE = frozenset((AGREEMENT, GOAL, LATER, SPEAKER, NO, "–", "—"))
"""What is no text by itself, however often and in whatever order."""

VOICES = {
    "nl": {"l": Voice.PUPIL, "o": Voice.CARER, "j": Voice.TEACHER},
    "en": {"p": Voice.PUPIL, "c": Voice.CARER, "t": Voice.TEACHER},
}
"""The letters that put a line with a voice, in front of a colon."""

_NAME = re.compile(r"([^\W\d_][\w'’.-]*(?: [^\W\d_][\w'’.-]*){0,3}):")
"""What may be a child's name, or the first letters of one, in front of a colon."""


class Sign(StrEnum):
    """What a sign makes of a line."""

    NONE = "none"
    AGREEMENT = "agreement"
    GOAL = "goal"
    LATER = "later"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Signed:
    """A line without its sign. `speaker` is whom a sign names."""

    sign: Sign
    text: str
    speaker: Speaker | None = None


def read_sign(line: str, language: str = "", children: Sequence[Pupil] = ()) -> Signed:
    """Take the sign off a line. Twice the same sign, or colon, is the start of the text itself.

    The letters of voices are those of the `language`; without one there are none. Of several `children` each
    has the own name as a sign too, or as many first letters of it as no other child has; the letter for the
    pupil is that of the child whose name begins so, else the first one's. `>` is a sign only by itself: it
    makes something of what is chosen. Signs alone are no text.
    """
    signed = _read_sign(line, language, children)
    return (
        replace(signed, text="") if all(each in _BARE or each.isspace() for each in signed.text) else signed
    )


def _read_sign(line: str, language: str, children: Sequence[Pupil]) -> Signed:
    line = once(line, AGREEMENT, GOAL, LATER)
    if line.startswith((AGREEMENT * 2, GOAL * 2, LATER * 2)):
        return Signed(Sign.NONE, line[1:])
    if line.startswith(AGREEMENT):
        return Signed(Sign.AGREEMENT, line[1:].strip())
    if line.startswith(GOAL):
        return Signed(Sign.GOAL, line[1:].strip())
    if line == LATER:
        return Signed(Sign.LATER, "")
    named = _NAME.match(line) if language else None
    speaker = _speaker(named[1], VOICES.get(language, {}), children) if named else None
    if named is None or speaker is None:
        return Signed(Sign.NONE, line)
    if line[named.end() : named.end() + 1] == SPEAKER:
        return Signed(Sign.NONE, named[1] + line[named.end() :])
    return Signed(Sign.VOICE, line[named.end() :].strip(), speaker)


def once(line: str, *signs: str) -> str:
    """Return one of these signs alone, where the line holds nothing but that: it may have come twice."""
    return next((sign for sign in signs if line and not line.strip(sign)), line)


def _speaker(typed: str, letters: Mapping[str, Voice], children: Sequence[Pupil]) -> Speaker | None:
    """Whom these letters in front of a colon stand for; nobody when they may be two children."""
    voice, found = letters.get(typed.casefold()), called(typed, children)
    if len(found) == 1 and voice in {None, Voice.PUPIL}:
        return Speaker(Voice.PUPIL, found[0].id)
    if voice is None:
        return None
    return Speaker(voice, children[0].id if children and voice is Voice.PUPIL else "")
