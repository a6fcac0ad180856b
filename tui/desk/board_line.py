"""What a line does on the board: a point, a note, an agreement, a contact moment, or a change of one.

Textual-free, so that the rules of the capture line can be read, and tested, by themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.people import Voice
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.planline.read import read_line
from store.planline.reading import Reading
from tui.desk.desk import Desk
from tui.desk.names_in_plan import names_of
from tui.desk.rows import stepped

AGREEMENT = "!"


@dataclass(frozen=True, slots=True)
class Target:
    """Where the next line lands: a voice's column, under a chosen point, or in place of something."""

    voice: Voice = Voice.PUPIL
    chosen: str = ""
    changing: str = ""

    @property
    def place(self) -> str:
        """The target as a draft remembers it."""
        return "/".join((self.voice, self.chosen, self.changing))

    def climbed(self, steps: int, talk: Talk) -> Target:
        """Return the target with another point chosen, for the same voice.

        Upwards the newest of any voice comes first, then older ones; downwards from nothing chosen the
        agreements, the newest first.
        """
        order = [*(each.id for each in talk.agreements), "", *(each.id for each in reversed(talk.points))]
        return Target(self.voice, stepped(order, self.chosen if self.chosen in order else "", steps))

    @classmethod
    def from_place(cls, place: str) -> Target:
        """Return the target a draft was typed for; the pupil's column when that makes no sense."""
        voice, chosen, changing = (*place.split("/"), "", "", "")[:3]
        return cls(Voice(voice), chosen, changing) if voice in set(Voice) else cls()


def moment_reading(text: str, talk: Talk, desk: Desk) -> Reading | None:
    """Return the contact moment that a `!` line reads as, if channel and *when* are there and clear."""
    if not text.startswith(AGREEMENT) or not (line := text[1:].strip()):
        return None
    reading = read_line(line, desk.day.date, desk.year, names_of(talk, desk.school))
    return reading if reading.ok and all(moment.channel for moment in reading.moments) else None


def enter(text: str, target: Target, talk: Talk, desk: Desk) -> None:
    """Put a line on the board of this talk."""
    if target.changing:
        _change(text, target.changing, talk, desk)
    elif text.startswith(AGREEMENT):
        _agree(text, talk, desk)
    elif (point := talk.point(target.chosen)) is not None:
        note = Note(id=desk.new_id(), text=text)
        desk.do(StepName.NOTE_ADDED, talk.change_point(point.with_note(note)), text)
    elif (agreement := _agreement(talk, target.chosen)) is not None:
        longer = replace(agreement, text=f"{agreement.text}\n{text}")
        desk.do(StepName.NOTE_ADDED, talk.change_agreement(longer), text)
    else:
        new = AgendaPoint(id=desk.new_id(), voice=target.voice, text=text)
        desk.do(StepName.POINT_ADDED, talk.raise_point(new), text)


def _agree(text: str, talk: Talk, desk: Desk) -> None:
    """An agreement, or the contact moment it reads as."""
    if (reading := moment_reading(text, talk, desk)) is not None:
        moments = [replace(moment, id=desk.new_id()) for moment in reading.moments]
        desk.do(StepName.MOMENT_ADDED, talk.plan_moments(*moments), text)
    elif words := text[1:].strip():
        desk.do(StepName.AGREEMENT_ADDED, talk.agree(Agreement(id=desk.new_id(), text=words)), text)


def _change(text: str, record_id: str, talk: Talk, desk: Desk) -> None:
    """A point, note or agreement with other words."""
    for point in talk.points:
        if point.id == record_id:
            desk.do(StepName.POINT_CHANGED, talk.change_point(replace(point, text=text)), text)
        elif any(note.id == record_id for note in point.notes):
            notes = tuple(replace(n, text=text) if n.id == record_id else n for n in point.notes)
            desk.do(StepName.POINT_CHANGED, talk.change_point(replace(point, notes=notes)), text)
    if (agreement := _agreement(talk, record_id)) is not None:
        words = text.removeprefix(AGREEMENT).strip() or text
        changed = talk.change_agreement(replace(agreement, text=words))
        desk.do(StepName.AGREEMENT_CHANGED, changed, text)


def text_of(record_id: str, talk: Talk) -> str:
    """Return the words of a point, note or agreement; empty when it is gone."""
    words = {point.id: point.text for point in talk.points}
    words |= {note.id: note.text for point in talk.points for note in point.notes}
    words |= {agreement.id: agreement.text for agreement in talk.agreements}
    return words.get(record_id, "")


def remove(record_id: str, talk: Talk, desk: Desk) -> bool:
    """Take a point or agreement off; False when there is none with this id."""
    if talk.point(record_id) is not None:
        desk.do(StepName.POINT_REMOVED, talk.drop_point(record_id))
    elif _agreement(talk, record_id) is not None:
        desk.do(StepName.AGREEMENT_REMOVED, talk.drop_agreement(record_id))
    else:
        return False
    return True


def turn(point_id: str, steps: int, talk: Talk, desk: Desk) -> bool:
    """Move a point to another voice; False when it is no point."""
    if (point := talk.point(point_id)) is None:
        return False
    desk.do(StepName.POINT_MOVED, talk.change_point(replace(point, voice=point.voice.next(steps))))
    return True


def _agreement(talk: Talk, agreement_id: str) -> Agreement | None:
    return next((each for each in talk.agreements if each.id == agreement_id), None)
