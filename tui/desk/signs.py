"""The signs a line may begin with: they say where it belongs, whatever is chosen and wherever it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from store.domain.people import Voice

AGREEMENT, GOAL, LATER, SPEAKER = "!", "*", ">", ":"

VOICES = {
    "nl": {"l": Voice.PUPIL, "o": Voice.CARER, "j": Voice.TEACHER},
    "en": {"p": Voice.PUPIL, "c": Voice.CARER, "t": Voice.TEACHER},
}
"""The letters that put a line with a voice, in front of a colon."""


class Sign(StrEnum):
    """What a sign makes of a line."""

    NONE = "none"
    AGREEMENT = "agreement"
    GOAL = "goal"
    LATER = "later"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Signed:
    """A line without its sign. `voice` is the one that a sign names."""

    sign: Sign
    text: str
    voice: Voice | None = None


def read_sign(line: str, language: str = "") -> Signed:
    """Take the sign off a line. Twice the same sign, or colon, is the start of the text itself.

    The letters of voices are those of the `language`; without one there are none. `>` is a sign only by
    itself: it makes something of what is chosen, and of no text.
    """
    if line.startswith((AGREEMENT * 2, GOAL * 2, LATER * 2)):
        return Signed(Sign.NONE, line[1:])
    if line.startswith(AGREEMENT):
        return Signed(Sign.AGREEMENT, line[1:].strip())
    if line.startswith(GOAL):
        return Signed(Sign.GOAL, line[1:].strip())
    if line == LATER:
        return Signed(Sign.LATER, "")
    voice = VOICES.get(language, {}).get(line[:1].casefold())
    if voice is None or line[1:2] != SPEAKER:
        return Signed(Sign.NONE, line)
    if line[2:3] == SPEAKER:
        return Signed(Sign.NONE, line[0] + line[2:])
    return Signed(Sign.VOICE, line[2:].strip(), voice)
