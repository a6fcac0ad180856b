"""Contact moments as a teacher types them: a whole line, a line typed anew, one part corrected."""

from __future__ import annotations

from dataclasses import replace

from store.domain.plan import ContactMoment
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.planline.read import read_line
from store.planline.reading import Part, Reading
from tui.desk.desk import Desk
from tui.desk.names_in_plan import names_of

PARTS = (Part.WHEN, Part.CHANNEL, Part.WHO, Part.INITIATIVE, Part.PURPOSE)
"""The parts of a moment that can be corrected by themselves, in the order in which they are read."""


def read(line: str, talk: Talk, desk: Desk) -> Reading:
    """Read a plan line as it is meant at the table of this talk."""
    return read_line(line, desk.day.date, desk.year, names_of(talk, desk.school))


def add(reading: Reading, talk: Talk, desk: Desk) -> None:
    """Add the moments of a line; one that could not be read is kept as typed, its date to be set."""
    moments = [replace(moment, id=desk.new_id()) for moment in _kept(reading)]
    desk.do(StepName.MOMENT_ADDED, talk.plan_moments(*moments), reading.line)


def put_in_place(reading: Reading, moment_id: str, talk: Talk, desk: Desk) -> None:
    """Put the first moment of a line in the place of this one; further ones of the line come behind."""
    first, *others = _kept(reading)
    changed = talk.change_moment(replace(first, id=moment_id))
    changed = changed.plan_moments(*(replace(each, id=desk.new_id()) for each in others))
    desk.do(StepName.MOMENT_CHANGED, changed, reading.line)


def _kept(reading: Reading) -> tuple[ContactMoment, ...]:
    if reading.ok:
        return reading.moments
    first = reading.moments[0]
    return (replace(first, when=None, when_text=first.when_text or reading.line),)


def correct(part: Part, text: str, moment: ContactMoment, talk: Talk, desk: Desk) -> bool:
    """Put this text in the place of one part of a moment; False when it can't be read as that part."""
    if (corrected := _corrected(part, text, moment, talk, desk)) is None:
        return False
    desk.do(StepName.MOMENT_CHANGED, talk.change_moment(corrected), text)
    return True


def _corrected(part: Part, text: str, moment: ContactMoment, talk: Talk, desk: Desk) -> ContactMoment | None:
    if part is Part.PURPOSE:
        return replace(moment, purpose="" if text == "-" else text)
    found = read(text, talk, desk).moments[0]
    match part:
        case Part.WHEN:
            if found.when is None or not found.when.settled:
                return None
            return replace(moment, when=found.when, when_text=text, condition=found.condition)
        case Part.CHANNEL:
            changed = replace(moment, channel=found.channel, channel_name=found.channel_name)
            return changed if found.channel else None
        case Part.WHO:
            changed = replace(moment, present=found.present, who=found.who, without=found.without)
            return changed if found.who or found.without else None
    first = found if found.initiative else read(f"op initiatief van {text}", talk, desk).moments[0]
    changed = replace(moment, initiative=first.initiative, starter=first.starter)
    return changed if first.initiative else None


def remove(moment_id: str, talk: Talk, desk: Desk) -> None:
    """Take a moment off the plan."""
    desk.do(StepName.MOMENT_REMOVED, talk.drop_moment(moment_id))
