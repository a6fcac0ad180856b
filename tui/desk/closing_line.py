"""The rows of the closing and what a line does on each. Textual-free, as `board_work` is for the board."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain.board import Note
from store.domain.plan import Channel, ContactMoment, InformationMoment
from store.domain.talk import Arrangements, Missing, Talk
from store.domain.undo import StepName
from store.planline.read import read_line
from store.planline.reading import Part, Reading
from tui.desk.desk import Desk
from tui.desk.names_in_plan import names_of

NO = "-"
"""What stands for "none" on a row that wants an answer."""


BOARD_STEPS = frozenset(
    (
        StepName.POINT_ADDED,
        StepName.POINT_CHANGED,
        StepName.POINT_MOVED,
        StepName.POINT_REMOVED,
        StepName.NOTE_ADDED,
        StepName.AGREEMENT_ADDED,
        StepName.AGREEMENT_CHANGED,
        StepName.AGREEMENT_REMOVED,
    )
)
"""Steps whose text has its place on the board, and is undone there."""


class RowKind(StrEnum):
    """What a row of the closing is about."""

    MOMENT = "moment"
    PLAN = "plan"
    INFORMATION = "information"
    LEFT = "left"
    FIRST_CONTACT = "first_contact"
    DETAILS = "details"
    BUDDY = "buddy"
    PUPIL_FILE = "pupil_file"
    RECEPTION = "reception"


OTHERS = (RowKind.FIRST_CONTACT, RowKind.DETAILS, RowKind.BUDDY, RowKind.PUPIL_FILE, RowKind.RECEPTION)
PARTS = (Part.WHEN, Part.CHANNEL, Part.WHO, Part.INITIATIVE, Part.PURPOSE)


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `record` is the id of the moment or point it stands for."""

    kind: RowKind
    record: str = ""


PLAN = Row(RowKind.PLAN)
INFORMATION = Row(RowKind.INFORMATION)


def rows_of(talk: Talk) -> tuple[Row, ...]:
    """All rows of a talk, from top to bottom."""
    return (
        *(Row(RowKind.MOMENT, moment.id) for moment in talk.plan.moments),
        PLAN,
        INFORMATION,
        *(Row(RowKind.LEFT, point.id) for point in talk.left_over()),
        *(Row(kind) for kind in OTHERS),
    )


def where(missing: Missing, talk: Talk) -> tuple[Row, Part | None]:
    """Where what is missing can be filled in: a row, and the part of the contact moment on it."""
    moments = talk.plan.moments
    match missing:
        case Missing.INFORMATION:
            return INFORMATION, None
        case Missing.CHANNEL:
            return Row(RowKind.MOMENT, moments[0].id), Part.CHANNEL
        case Missing.REASON:
            bare = next(m for m in moments if m.channel is Channel.HOME_VISIT and not m.purpose)
            return Row(RowKind.MOMENT, bare.id), Part.PURPOSE
    return PLAN, None


def read(line: str, talk: Talk, desk: Desk) -> Reading:
    """What a plan line says."""
    return read_line(line, desk.day.date, desk.year, names_of(talk, desk.school))


def plan(reading: Reading, talk: Talk, desk: Desk, *, as_typed: bool = False) -> None:
    """Add the moments of a line; `as_typed` keeps a line that could not be read, its date to be set."""
    moments = [replace(moment, id=desk.new_id()) for moment in _kept(reading, as_typed=as_typed)]
    desk.do(StepName.MOMENT_ADDED, talk.plan_moments(*moments), reading.line)


def replan(reading: Reading, moment_id: str, talk: Talk, desk: Desk, *, as_typed: bool = False) -> None:
    """A moment typed anew: the first moment of the line takes its place, others come behind."""
    first, *others = _kept(reading, as_typed=as_typed)
    changed = talk.change_moment(replace(first, id=moment_id))
    changed = changed.plan_moments(*(replace(each, id=desk.new_id()) for each in others))
    desk.do(StepName.MOMENT_CHANGED, changed, reading.line)


def _kept(reading: Reading, *, as_typed: bool) -> tuple[ContactMoment, ...]:
    if not as_typed:
        return reading.moments
    first = reading.moments[0]
    return (replace(first, when=None, when_text=first.when_text or reading.line),)


def correct(part: Part, text: str, moment: ContactMoment, talk: Talk, desk: Desk) -> ContactMoment | None:
    """A moment with one part corrected in place; None when the text cannot be read as that part."""
    if part is Part.PURPOSE:
        return replace(moment, purpose="" if text == NO else text)
    found = read(text, talk, desk).moments[0]
    match part:
        case Part.WHEN:
            if found.when is None or not found.when.settled:
                return None
            return replace(moment, when=found.when, when_text=text)
        case Part.CHANNEL:
            return replace(moment, channel=found.channel) if found.channel else None
        case Part.WHO:
            return replace(moment, present=found.present, who=found.who) if found.who else None
    first = found.initiative or read(f"op initiatief van {text}", talk, desk).moments[0].initiative
    return replace(moment, initiative=first) if first else None


def change(moment: ContactMoment, talk: Talk, desk: Desk, line: str) -> None:
    """Put a corrected moment in its place."""
    desk.do(StepName.MOMENT_CHANGED, talk.change_moment(moment), line)


def inform(text: str, talk: Talk, desk: Desk) -> None:
    """The answer on the information moment: topic and, behind a comma, when; `-` for none."""
    topic, when = (part.strip() for part in text.partition(",")[::2])
    # without anything before the comma all of it is the topic, or it would count as none
    answer = InformationMoment(topic=topic, when=when) if topic else InformationMoment(topic=text)
    answer = InformationMoment() if text == NO else answer
    desk.do(StepName.INFORMATION_ANSWERED, talk.answer_information(answer), text)


def leave(point_id: str, text: str, talk: Talk, desk: Desk) -> None:
    """Enter on a point without a note: what stays of it; with text typed, a note after all."""
    point = talk.point(point_id)
    if point is None:
        return
    if text:
        noted = point.with_note(Note(id=desk.new_id(), text=text))
        desk.do(StepName.NOTE_ADDED, talk.change_point(noted), text)
    else:
        changed = replace(point, outlook=point.outlook.next())
        desk.do(StepName.POINT_OUTLOOK, talk.change_point(changed))


def arrange(kind: RowKind, text: str, talk: Talk, desk: Desk, *, yes: str) -> bool:
    """Enter on one of the optional rows: typing sets it, `-` empties it, Enter alone turns it on or off.

    False when the text names nobody here as the first contact.
    """
    now = talk.arrangements
    if kind is RowKind.FIRST_CONTACT:
        carers = ["", *(carer.id for carer in talk.audience)]
        names = [carer.id for carer in talk.audience if text and text.casefold() in carer.name.casefold()]
        if text and text != NO and len(names) != 1:
            return False
        at = carers.index(now.first_contact) if now.first_contact in carers else 0
        chosen = "" if text == NO else names[0] if names else carers[(at + 1) % len(carers)]
        changed = replace(now, first_contact=chosen)
    elif kind is RowKind.DETAILS:
        right = now.details_right if text else not now.details_right
        changed = replace(now, details_right=right and not text, details="" if text == NO else text)
    else:
        value = "" if text == NO else text or ("" if getattr(now, kind.value) == yes else yes)
        changed = _with_other(now, kind, value)
    desk.do(StepName.ARRANGED, talk.arrange(changed), text or None)
    return True


def _with_other(now: Arrangements, kind: RowKind, value: str) -> Arrangements:
    match kind:
        case RowKind.BUDDY:
            return replace(now, buddy=value)
        case RowKind.PUPIL_FILE:
            return replace(now, pupil_file=value)
    return replace(now, reception=value)


def drop(row: Row, talk: Talk, desk: Desk) -> bool:
    """Remove the moment of a row, or take an answer back; False when there is nothing to remove."""
    if row.kind is RowKind.MOMENT:
        desk.do(StepName.MOMENT_REMOVED, talk.drop_moment(row.record))
    elif row.kind is RowKind.INFORMATION and talk.information is not None:
        desk.do(StepName.INFORMATION_ANSWERED, talk.answer_information(None))
    else:
        return False
    return True
