"""The rows of the closing, where the next line lands, and what it does there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain.board import Note
from store.domain.plan import Channel
from store.domain.talk import Arrangements, Missing, Talk
from store.domain.undo import StepName
from store.planline.reading import Part
from tui.desk import contact_moments, information_moment
from tui.desk.contact_moments import PARTS
from tui.desk.desk import Desk
from tui.desk.first_contact import named_contact, next_contact
from tui.desk.rows import stepped

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


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `record` is the id of the moment or point it stands for."""

    kind: RowKind
    record: str = ""


PLAN = Row(RowKind.PLAN)
INFORMATION = Row(RowKind.INFORMATION)


def rows_of(talk: Talk) -> tuple[Row, ...]:
    """Return all rows of a talk, from top to bottom."""
    return (
        *(Row(RowKind.MOMENT, moment.id) for moment in talk.plan.moments),
        PLAN,
        INFORMATION,
        *(Row(RowKind.LEFT, point.id) for point in talk.left_over()),
        *(Row(kind) for kind in OTHERS),
    )


# -- where the next line lands ---------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next line lands: a row, one part of the moment on it, or in place of the moment `changing`.

    `refused` is a line that could not be read: entered once more it is kept as typed.
    """

    row: Row = PLAN
    part: Part | None = None
    changing: str = ""
    refused: str = ""

    @property
    def place(self) -> str:
        """The row, as a draft remembers it."""
        return "/".join(("closing", self.row.kind, self.row.record))

    @classmethod
    def from_place(cls, place: str, talk: Talk) -> Cursor:
        """Return the cursor a draft was typed at; on the plan when that row is gone."""
        _, kind, record = (*place.split("/"), "", "")[:3]
        return cls(next((row for row in rows_of(talk) if (row.kind, row.record) == (kind, record)), PLAN))

    @property
    def on_plan(self) -> bool:
        """Whether the line is a whole plan line."""
        return self.part is None and self.row.kind in (RowKind.PLAN, RowKind.MOMENT)

    def within(self, talk: Talk) -> Cursor:
        """Return the same place; the plan when the row is no longer there."""
        return self if self.row in rows_of(talk) else self._at(PLAN)

    def at_missing(self, talk: Talk) -> Cursor:
        """Return the place where the first thing that is missing can be filled in; else the plan."""
        missing = talk.missing()
        row, part = _where(missing[0], talk) if missing else (PLAN, None)
        return replace(self._at(row), part=part)

    def stepped(self, steps: int, talk: Talk) -> Cursor:
        """Return the place so many rows down."""
        return self._at(stepped(rows_of(talk), self.row, steps))

    def beside(self, steps: int) -> Cursor:
        """Return the next part of a moment to correct, going round past the whole line."""
        if self.row.kind is not RowKind.MOMENT:
            return self
        order = (None, *PARTS)
        return replace(self, part=order[(order.index(self.part) + steps) % len(order)])

    def let_go(self) -> Cursor | None:
        """Return the place one layer up: out of a correction; None when there is none."""
        return self._at(self.row) if self.changing or self.part is not None else None

    def _at(self, row: Row) -> Cursor:
        return replace(self, row=row, part=None, changing="")


def _where(missing: Missing, talk: Talk) -> tuple[Row, Part | None]:
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


# -- what a line does ------------------------------------------------------------------
class Refusal(StrEnum):
    """Why a line did not land."""

    UNREAD = "unread"
    NO_PLAN = "no_plan"
    OTHER_PART = "other_part"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a line: where the next one lands, why this one did not, and what comes to the line."""

    cursor: Cursor
    refusal: Refusal | None = None
    line: str = ""


def enter(text: str, cursor: Cursor, talk_id: str, desk: Desk, *, yes: str) -> Outcome:
    """Do with a line, or with Enter alone, what its row is for; a good line goes on to what is still missing.

    `yes` is what turns on a row that has no text of its own.

    Raises:
        LookupError: there is no such talk.
    """
    talk = _talk(talk_id, desk)
    match cursor.row.kind:
        case RowKind.PLAN:
            return _enter_plan(text, cursor, talk, desk)
        case RowKind.MOMENT:
            return _enter_moment(text, cursor, talk, desk)
        case RowKind.INFORMATION:
            if text:
                information_moment.answer(text, talk, desk)
            elif talk.information is None:
                return Outcome(cursor)
            return _gone_on(talk_id, desk)
        case RowKind.LEFT:
            _enter_left(cursor.row.record, text, talk, desk)
            return Outcome(cursor)
    if (arrangements := _arranged(cursor.row.kind, text, talk, yes=yes)) is None:
        return Outcome(cursor, Refusal.NOBODY)
    desk.do(StepName.ARRANGED, talk.arrange(arrangements), text or None)
    return Outcome(cursor)


def remove(cursor: Cursor, talk: Talk, desk: Desk) -> bool:
    """Remove the moment of the row, or take an answer back; False when there is nothing to remove."""
    if cursor.row.kind is RowKind.MOMENT:
        contact_moments.remove(cursor.row.record, talk, desk)
        return True
    return cursor.row.kind is RowKind.INFORMATION and information_moment.take_back(talk, desk)


def _gone_on(talk_id: str, desk: Desk) -> Outcome:
    """To the first row that still needs something; else the plan line."""
    return Outcome(Cursor().at_missing(_talk(talk_id, desk)))


def _talk(talk_id: str, desk: Desk) -> Talk:
    if (talk := desk.day.talk(talk_id)) is None:
        raise LookupError(talk_id)
    return talk


def _enter_plan(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome:
    if text == NO and not talk.plan.moments:
        # to one more moment no can be said, to a plan it can't
        return Outcome(cursor, Refusal.NO_PLAN)
    if text and text != NO:
        reading = contact_moments.read(in_one_line(text), talk, desk)
        if not reading.ok and cursor.refused != reading.line:
            return Outcome(replace(cursor, refused=reading.line), Refusal.UNREAD)
        contact_moments.add(reading, talk, desk)
    return _gone_on(talk.id, desk)


def _enter_moment(text: str, cursor: Cursor, talk: Talk, desk: Desk) -> Outcome:
    """A part corrected in place, or the whole line typed anew."""
    moment = next(each for each in talk.plan.moments if each.id == cursor.row.record)
    if not text:
        return Outcome(replace(cursor, part=None, changing=moment.id), line=moment.text)
    if cursor.part is not None:
        if not contact_moments.correct(cursor.part, text, moment, talk, desk):
            return Outcome(cursor, Refusal.OTHER_PART)
    elif not cursor.changing:
        return _enter_plan(text, cursor, talk, desk)
    else:
        reading = contact_moments.read(in_one_line(text), talk, desk)
        if not reading.ok and cursor.refused != reading.line:
            return Outcome(replace(cursor, refused=reading.line), Refusal.UNREAD)
        contact_moments.put_in_place(reading, moment.id, talk, desk)
    return _gone_on(talk.id, desk)


def in_one_line(text: str) -> str:
    """Return a pasted text of several lines as the one plan line it is read as."""
    return " ".join(text.split("\n"))


def _enter_left(point_id: str, text: str, talk: Talk, desk: Desk) -> None:
    """Enter on a point without a note: what stays of it; with text typed, a note after all."""
    if (point := talk.point(point_id)) is None:
        return
    if text:
        noted = point.with_note(Note(id=desk.new_id(), text=text))
        desk.do(StepName.NOTE_ADDED, talk.change_point(noted), text)
    else:
        changed = replace(point, outlook=point.outlook.next())
        desk.do(StepName.POINT_OUTLOOK, talk.change_point(changed))


def _arranged(kind: RowKind, text: str, talk: Talk, *, yes: str) -> Arrangements | None:
    """One of the optional rows: typing sets it, `-` empties it, Enter alone turns it on or off.

    None when the text names nobody here as the first contact.
    """
    now = talk.arrangements
    value = "" if text == NO else text
    match kind:
        case RowKind.FIRST_CONTACT:
            chosen = named_contact(value, talk) if value else ("" if text else next_contact(talk))
            return None if chosen is None else replace(now, first_contact=chosen)
        case RowKind.DETAILS:
            return replace(now, details_right=not text and not now.details_right, details=value)
        case RowKind.BUDDY:
            return replace(now, buddy=_switched(text, value, now.buddy, yes))
        case RowKind.PUPIL_FILE:
            return replace(now, pupil_file=_switched(text, value, now.pupil_file, yes))
    return replace(now, reception=_switched(text, value, now.reception, yes))


def _switched(text: str, value: str, now: str, yes: str) -> str:
    return value if text else ("" if now == yes else yes)
