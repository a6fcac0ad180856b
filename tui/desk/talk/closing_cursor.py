"""The rows of the closing, and where on them the next line lands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from store.domain.plan import ContactMoment
from store.domain.talk import Missing, Talk
from store.planline.reading import Part
from tui.desk.rows import stepped
from tui.desk.talk.contact_moments import PARTS


class RowKind(StrEnum):
    """What a row of the closing is about."""

    MOMENT = "moment"
    PLAN = "plan"
    INFORMATION = "information"
    GOAL = "goal"
    AGREEMENT = "agreement"
    LATER = "later"
    REST = "rest"
    FIRST_CONTACT = "first_contact"
    SUPPORT = "support"
    DETAILS = "details"
    ADDRESSED = "addressed"
    BUDDY_OFFERS = "buddy_offers"
    BUDDY_NEEDS = "buddy_needs"
    BUDDY_SHARED = "buddy_shared"
    BUDDY = "buddy"
    PUPIL_FILE = "pupil_file"
    RECEPTION = "reception"
    READ_ALONG = "read_along"


@dataclass(frozen=True, slots=True)
class Row:
    """A row; `record` is the id of the moment, agreement, point or carer it stands for."""

    kind: RowKind
    record: str = ""


COVERED = frozenset((RowKind.DETAILS, RowKind.FIRST_CONTACT, RowKind.SUPPORT))
"""The rows on which a number or an address stands only while it is asked for."""
PLAN = Row(RowKind.PLAN)
INFORMATION = Row(RowKind.INFORMATION)
GOAL = Row(RowKind.GOAL)
REST = Row(RowKind.REST)


def rows_of(talk: Talk, *, rest_open: bool = False) -> tuple[Row, ...]:
    """Return all rows of a talk, from top to bottom; the rest is one row until it is opened."""
    return (
        *(Row(RowKind.MOMENT, moment.id) for moment in talk.plan.moments),
        PLAN,
        *((INFORMATION,) if (talk.asks_information and talk.follows is None) or talk.information else ()),
        *((GOAL,) if talk.goal else ()),
        *(Row(RowKind.AGREEMENT, agreement.id) for agreement in talk.agreements),
        *(Row(RowKind.LATER, point.id) for point in talk.for_later()),
        *(Row(RowKind.READ_ALONG, pupil.id) for pupil in talk.of_age if talk.audience),
        *(rest_of(talk) if rest_open else (REST,)),
    )


def rest_of(talk: Talk) -> tuple[Row, ...]:
    """Return the rows that stand behind one key; consent is asked only for what was said."""
    said = talk.arrangements
    return (
        Row(RowKind.FIRST_CONTACT),
        Row(RowKind.SUPPORT),
        *(Row(RowKind.DETAILS, carer.id) for carer in talk.carers_here),
        *(Row(RowKind.ADDRESSED, carer.id) for carer in talk.carers_here),
        Row(RowKind.BUDDY_OFFERS),
        Row(RowKind.BUDDY_NEEDS),
        *((Row(RowKind.BUDDY_SHARED),) if said.buddy_offers or said.buddy_needs else ()),
        *((Row(RowKind.BUDDY),) if said.buddy else ()),
        Row(RowKind.PUPIL_FILE),
        Row(RowKind.RECEPTION),
    )


def moment_of(row: Row, talk: Talk) -> ContactMoment | None:
    """Return the contact moment of a row; None on every other row."""
    return next((each for each in talk.plan.moments if each.id == row.record), None)


def lacking(moment: ContactMoment) -> Part | None:
    """Return the part that a contact moment still needs before the talk can end; None when it needs none."""
    if moment.lacks_channel:
        return Part.CHANNEL
    if moment.lacks_starter:
        return Part.INITIATIVE
    return Part.PURPOSE if moment.lacks_reason else None


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next line lands: a row, one part of the moment on it, or in place of the record `changing`.

    `asked` are the moments of the line before of which the next line may say who starts. The rest of the
    rows stands there when it is `rest_open`; `shown` is whether the number on the row was asked for.
    """

    row: Row = PLAN
    part: Part | None = None
    changing: str = ""
    asked: tuple[str, ...] = ()
    rest_open: bool = False
    shown: bool = False

    @property
    def place(self) -> str:
        """The place, as a draft remembers it."""
        within = (self.part or "", self.changing) if self.part or self.changing else ()
        return "/".join(("closing", self.row.kind, self.row.record, *within))

    @classmethod
    def from_place(cls, place: str, talk: Talk) -> Cursor:
        """Return the cursor a draft was typed at; on the plan when that row is gone."""
        _, kind, record, part, changing = (*place.split("/"), "", "", "", "")[:5]
        row = next(
            (each for each in rows_of(talk, rest_open=True) if (each.kind, each.record) == (kind, record)),
            PLAN,
        )
        return cls(
            row,
            Part(part) if part in set(Part) and row.kind is RowKind.MOMENT else None,
            changing if changing == row.record else "",
            rest_open=row in rest_of(talk),
        )

    @property
    def on_contact(self) -> bool:
        """Whether the line is in the section of how we keep contact."""
        return self.row.kind in (RowKind.PLAN, RowKind.MOMENT)

    @property
    def on_plan(self) -> bool:
        """Whether the line may be a whole plan line: also in place of the answer to who starts."""
        return self.on_contact and (self.part is None or bool(self.asked))

    def within(self, talk: Talk) -> Cursor:
        """Return the same place; the plan when the row is no longer there."""
        return self if self.row in rows_of(talk, rest_open=self.rest_open) else self.at(PLAN)

    def at(self, row: Row, part: Part | None = None) -> Cursor:
        """Return this row, or a part of it, with nothing of what was going on elsewhere."""
        return replace(self, row=row, part=part, changing="", asked=(), shown=False)

    def at_missing(self, talk: Talk) -> Cursor:
        """Return the place where the first thing that is missing can be filled in; else the plan."""
        missing = talk.missing()
        return self.at(*_where(missing[0], talk)) if missing else self.at(PLAN)

    def at_contact(self, talk: Talk) -> Cursor:
        """Return the place where a contact moment still needs something; else that of one more."""
        bare = next((each for each in talk.plan.moments if lacking(each) is not None), None)
        return self.at(PLAN) if bare is None else self.at(Row(RowKind.MOMENT, bare.id), lacking(bare))

    def asking(self, ids: tuple[str, ...]) -> Cursor:
        """Return the place where the next line says who starts these moments."""
        return replace(self.at(Row(RowKind.MOMENT, ids[-1]), Part.INITIATIVE), asked=ids)

    def stepped(self, steps: int, talk: Talk) -> Cursor:
        """Return the place so many rows down."""
        return self.at(stepped(rows_of(talk, rest_open=self.rest_open), self.row, steps))

    def beside(self, steps: int) -> Cursor:
        """Return the next part of a moment, going round past the whole line; or show the number."""
        if self.row.kind in COVERED:
            return replace(self, shown=not self.shown)
        if self.row.kind is not RowKind.MOMENT:
            return self
        order = (None, *PARTS)
        return self.at(self.row, order[(order.index(self.part) + steps) % len(order)])

    def with_rest(self, talk: Talk) -> Cursor:
        """Open the rest and stand on its first row."""
        return replace(self.at(rest_of(talk)[0]), rest_open=True)

    def without_rest(self, talk: Talk) -> Cursor:
        """Close the rest; whoever stood there stands on the plan."""
        closed = replace(self, rest_open=False)
        return closed.at(PLAN) if self.row in rest_of(talk) else closed

    def let_go(self, talk: Talk) -> Cursor | None:
        """Return the place one layer up, in the end the plan; None when this is it."""
        if self.asked:
            return self.at(PLAN)
        if self.changing or self.part is not None:
            return self.at(self.row)
        if self.rest_open:
            return self.without_rest(talk)
        return None if self.row == PLAN else self.at(PLAN)


def _where(missing: Missing, talk: Talk) -> tuple[Row, Part | None]:
    """Where what is missing can be filled in: a row, and the part of the contact moment on it."""
    match missing:
        case Missing.PLAN:
            return PLAN, None
        case Missing.INFORMATION:
            return INFORMATION, None
    # all that one moment needs before the next one
    bare = next(each for each in talk.plan.moments if lacking(each) is not None)
    return Row(RowKind.MOMENT, bare.id), lacking(bare)
