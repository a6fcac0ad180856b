"""What a line does on the board: a point, a note, an agreement, the goal, or a change of one.

Textual-free, so that the rules of the capture line can be read, and tested, by themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from store.domain.board import FIRST, AgendaPoint, Agreement, Note
from store.domain.people import Speaker, Voice
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.undo import Step, StepName
from store.export.wording.people import voice_words
from store.language import Translator
from store.planline.agreement import read_agreement
from store.planline.read import read_line
from store.planline.reading import Reading
from store.planline.whose import children_named
from tui.desk.desk import Desk
from tui.desk.rows import stepped
from tui.desk.talk.names_in_plan import names_of
from tui.desk.talk.signs import AGREEMENT, Sign, Signed, read_sign

_LEFT_OVER = frozenset(("purpose", "purpose_last", "not_used"))
"""What a line assumes of words that are no part of a contact moment."""
PUPIL = Speaker(Voice.PUPIL)
SLIP = "slip/"
"""Before the place of a line that is typed while preparing."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where the next line lands: a voice's column, under a chosen point, or in place of something."""

    speaker: Speaker = PUPIL
    chosen: str = ""
    changing: str = ""

    @property
    def place(self) -> str:
        """The target as a draft remembers it."""
        voice = ":".join(each for each in (self.speaker.voice, self.speaker.pupil_id) if each)
        return "/".join((voice, self.chosen, self.changing))

    def climbed(self, steps: int, newest: Sequence[str]) -> Target:
        """Return the target with another point or agreement chosen, the newest first, for the same voice."""
        order = ["", *newest]
        return Target(self.speaker, stepped(order, self.chosen if self.chosen in order else "", steps))

    @classmethod
    def from_place(cls, place: str, talk: Talk) -> Target:
        """Return the target a draft was typed for; the pupil's column when that makes no sense."""
        speaker, chosen, changing = (*place.split("/"), "", "", "")[:3]
        voice, _, pupil_id = speaker.partition(":")
        known = [each for each in talk.speakers if each.voice == voice]
        here = next((each for each in known if each.pupil_id == pupil_id), next(iter(known), None))
        return cls(here, chosen, changing) if here else cls(talk.speakers[0])


def newest_first(talk: Talk, steps: Sequence[Step], *, slip: bool = False) -> tuple[str, ...]:
    """Return the ids of the points and agreements on the board, and of the `slip`, the newest first."""
    points = talk.points if slip else talk.raised
    oldest_first = (*(point.id for point in points), *(each.id for each in talk.agreements))
    added = {
        touch.after.id: at
        for at, step in enumerate(steps)
        if step.name in (StepName.POINT_ADDED, StepName.AGREEMENT_ADDED)
        for touch in step.touches
        if isinstance(touch.after, (AgendaPoint, Agreement))
    }
    places = {each: at for at, each in enumerate(oldest_first)}
    return tuple(sorted(places, key=lambda each: (added.get(each, -1), places[each]), reverse=True))


def first_speaker(talk: Talk) -> Speaker:
    """Return the voice a talk begins under: that of the first child who is here, else of who else is."""
    if here := talk.children_in(talk.presence):
        return next(each for each in talk.speakers if each.pupil_id in ("", here[0].id))
    return Speaker(Voice.CARER if talk.presence.carers or talk.presence.others else Voice.TEACHER)


def next_speaker(speaker: Speaker, steps: int, talk: Talk) -> Speaker:
    """Return the voice that many columns further, going round."""
    around = talk.speakers
    return around[(around.index(speaker) + steps) % len(around)] if speaker in around else around[0]


def board_sign(line: str, talk: Talk, language: str) -> Signed:
    """Take the sign off a line of the board: of several children each has the own name as one."""
    return read_sign(line, language, talk.pupils if talk.siblings else ())


def with_whose_in_words(line: str, talk: Talk, school: School, t: Translator) -> str:
    """Return the line of an agreement with whose it is in words, where the letter of a voice says that."""
    signed = board_sign(line, talk, t.language)
    within = board_sign(signed.text, talk, t.language)
    speaker = signed.speaker or within.speaker
    if speaker is None or {signed.sign, within.sign} != {Sign.AGREEMENT, Sign.VOICE}:
        return line
    return f"{AGREEMENT} {voice_words(speaker, talk, school, t)}: {within.text}"


def moment_reading(text: str, talk: Talk, desk: Desk) -> Reading | None:
    """Return the contact moment that the whole of a `!` line reads as, with a channel and a *when*."""
    signed = read_sign(text)
    if signed.sign is not Sign.AGREEMENT or not signed.text:
        return None
    reading = read_line(signed.text, desk.day.date, desk.year, names_of(talk, desk.school))
    whole = not any(each.code in _LEFT_OVER for each in reading.assumed)
    return reading if reading.ok and whole and all(moment.channel for moment in reading.moments) else None


def take_offer(text: str, talk: Talk, desk: Desk) -> bool:
    """Make a contact moment of a `!` line that reads as one; False when it does not."""
    if (reading := moment_reading(text, talk, desk)) is None:
        return False
    moments = [replace(moment, id=desk.new_id()) for moment in reading.moments]
    desk.do(StepName.MOMENT_ADDED, talk.plan_moments(*moments), text)
    return True


def enter(
    text: str, target: Target, talk: Talk, desk: Desk, *, language: str = "", preparing: bool = False
) -> None:
    """Put a line on the board of this talk. `language` is that of the letters that stand for voices.

    What the teacher types for herself while `preparing` goes on the slip.
    """
    signed = board_sign(text, talk, language)
    if target.changing:
        _change(text, target.changing, talk, desk)
    elif signed.sign is Sign.AGREEMENT:
        _agree(signed, text, target, talk, desk)
    elif signed.sign is Sign.GOAL:
        desk.do(StepName.ARRANGED, talk.set_goal(signed.text), text)
    elif signed.sign is Sign.LATER:
        _keep_for_later(target.chosen, talk, desk)
    elif signed.speaker is None and (point := talk.point(target.chosen)) is not None:
        note = Note(id=desk.new_id(), text=signed.text)
        desk.do(StepName.NOTE_ADDED, talk.change_point(point.with_note(note)), text)
    elif signed.speaker is None and (agreement := talk.agreement(target.chosen)) is not None:
        longer = replace(agreement, text=f"{agreement.text}\n{signed.text}", by="")
        desk.do(StepName.NOTE_ADDED, talk.change_agreement(longer), text)
    elif signed.text:
        bring_in((signed.text,), signed.speaker or target.speaker, talk, desk, text, beforehand=preparing)


def put_on_slip(talk: Talk, desk: Desk) -> None:
    """Put a line that was half typed while preparing on the slip: once the talk begins its line is read."""
    draft = desk.half_typed.of(talk)
    if draft is None or not draft.place.startswith(SLIP):
        return
    desk.half_typed.type(talk, "", "")
    if text := draft.text.strip():
        bring_in((text,), Speaker(Voice.TEACHER), talk, desk, draft.text, beforehand=True)


def bring_in(
    words: Iterable[str],
    speaker: Speaker,
    talk: Talk,
    desk: Desk,
    line: str | None = None,
    *,
    beforehand: bool = False,
    step: StepName = StepName.POINT_ADDED,
) -> str:
    """Put each of these on the agenda of a speaker, as one step; return the id of the last point.

    `line` is what was typed for it, if anything. What the teacher has `beforehand` goes on the slip.
    """
    own, after, point_id = beforehand and speaker.voice is Voice.TEACHER, talk, ""
    for each in words:
        point_id = desk.new_id()
        new = AgendaPoint(id=point_id, voice=speaker.voice, text=each, prepared=own)
        after = after.raise_point(_brought_by(speaker, new, talk, desk))
    desk.do(step, after, line)
    return point_id


def _brought_by(speaker: Speaker, point: AgendaPoint, talk: Talk, desk: Desk) -> AgendaPoint:
    """The point with whom it is about: the child who brings it, else the children its words name."""
    if speaker.pupil_id:
        return replace(point, voice=speaker.voice, pupil_ids=(speaker.pupil_id,))
    words = " ".join((point.text, *(note.text for note in point.notes)))
    about = children_named(words, names_of(talk, desk.school))
    return replace(point, voice=speaker.voice, pupil_ids=about)


def read_as_agreement(words: str, agreement_id: str, talk: Talk, desk: Desk) -> Agreement:
    """Return an agreement with who does it and by when, where those can be read from its words."""
    names = names_of(talk, desk.school)
    read = read_agreement(words, desk.day.date, desk.year, names)
    return Agreement(
        id=agreement_id,
        text=words,
        who=read.who,
        side=read.side,
        when=read.when,
        when_text=read.when_text,
        pupil_ids=children_named(words, names),
    )


def _agree(signed: Signed, text: str, target: Target, talk: Talk, desk: Desk) -> None:
    """An agreement of the words behind the sign; the sign alone makes one of the chosen point."""
    if signed.text:
        new = read_as_agreement(signed.text, desk.new_id(), talk, desk)
        desk.do(StepName.AGREEMENT_ADDED, talk.agree(new), text)
    elif (point := talk.point(target.chosen)) is not None:
        words = "\n".join((point.text, *(note.text for note in point.notes)))
        new = read_as_agreement(words, desk.new_id(), talk, desk)
        new = replace(new, pupil_ids=point.pupil_ids or new.pupil_ids)
        desk.do(StepName.AGREEMENT_ADDED, talk.drop_point(point.id).agree(new), "")


def _keep_for_later(point_id: str, talk: Talk, desk: Desk) -> None:
    """Keep a point for the contact moment that comes first, or for none when it was kept already."""
    if (point := talk.point(point_id)) is not None:
        first = talk.plan.first
        kept = "" if point.kept_for else (first.id if first else FIRST)
        desk.do(StepName.POINT_OUTLOOK, talk.change_point(point.keep_for(kept)), "")


def bring_up(point_id: str, talk: Talk, desk: Desk) -> None:
    """Put a point of the slip on the board."""
    if (point := talk.point(point_id)) is not None and point.prepared:
        desk.do(StepName.POINT_ADDED, talk.bring_up(point), "")


def go_along(point_id: str, talk: Talk, desk: Desk) -> bool:
    """Let a point go along to the other parent's talk, or no longer; say which."""
    if (point := talk.point(point_id)) is None:
        return False
    desk.do(StepName.POINT_CHANGED, talk.change_point(replace(point, goes_along=not point.goes_along)))
    return not point.goes_along


def _change(text: str, record_id: str, talk: Talk, desk: Desk) -> None:
    """A point, note or agreement with other words."""
    for point in talk.points:
        if point.id == record_id:
            other = _brought_by(talk.speaker_of(point), replace(point, text=text, by=""), talk, desk)
            desk.do(StepName.POINT_CHANGED, talk.change_point(other), text)
        elif any(note.id == record_id for note in point.notes):
            notes = tuple(replace(n, text=text, by="") if n.id == record_id else n for n in point.notes)
            desk.do(StepName.POINT_CHANGED, talk.change_point(replace(point, notes=notes)), text)
    if (agreement := talk.agreement(record_id)) is not None:
        words = text.removeprefix(AGREEMENT).strip() or text
        over = talk.is_settled(agreement.id)
        new = read_as_agreement(words, desk.new_id() if over else agreement.id, talk, desk)
        # one that is over stays, with what came of it
        desk.do(StepName.AGREEMENT_CHANGED, talk.agree(new) if over else talk.change_agreement(new), text)


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
    elif talk.agreement(record_id) is not None:
        desk.do(StepName.AGREEMENT_REMOVED, talk.drop_agreement(record_id))
    else:
        return False
    return True


def turn(point_id: str, steps: int, talk: Talk, desk: Desk) -> bool:
    """Move a point to another voice; False when it is no point. The slip holds only the teacher's own."""
    if (point := talk.point(point_id)) is None:
        return False
    speaker = next_speaker(talk.speaker_of(point), steps, talk)
    moved = replace(point, prepared=point.prepared and speaker.voice is Voice.TEACHER)
    desk.do(StepName.POINT_MOVED, talk.change_point(_brought_by(speaker, moved, talk, desk)))
    return True


def for_another(agreement_id: str, talk: Talk, desk: Desk) -> bool:
    """Let an agreement be for the next of the children, or for all; False when there is only one child."""
    agreement = talk.agreement(agreement_id)
    if agreement is None or not talk.siblings:
        return False
    changed = replace(agreement, pupil_ids=talk.others_than(agreement.pupil_ids))
    desk.do(StepName.AGREEMENT_CHANGED, talk.change_agreement(changed))
    return True
