"""The sheet that one adult takes home: the letter as paper, told a second time where the family needs it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from store.domain.people import Carer
from store.domain.school import School
from store.domain.siblings import sheets
from store.domain.talk import Talk, TalkState
from store.domain.year.standing import plans_before
from store.export.calendar.book import events_to_scan
from store.export.document import CHAPTER, Document, Heading, Item, Items, Paragraph, section
from store.export.letter import opening
from store.export.paper.languages import beside_voice
from store.export.paper.qr import Square, square
from store.export.talk_text import agreed, reception
from store.export.telling import IN_FULL, SIMPLY, Telling
from store.export.wording.addressing import as_addressed, as_read_by
from store.export.wording.edges import as_written, between_marks, capital
from store.export.wording.people import carer_words, teacher_words
from store.language import Translator

Squares = Mapping[str, tuple[Square, ...]]
"""What can be scanned of each contact moment, by its id."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that was agreed, the same in the other language, and what a phone can scan of it.

    What reads the same in both is told once, and so is what somebody typed: it is never translated.
    """

    told: Item
    beside: Item | None = None
    squares: tuple[Square, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the sheet, with its title in the other language where that is another one."""

    title: str
    beside: str
    rows: tuple[Row, ...]

    @property
    def has_squares(self) -> bool:
        """Say whether any of it can be scanned."""
        return any(row.squares for row in self.rows)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the agreements: above them, and under them."""

    above: tuple[str, ...]
    under: tuple[str, ...]

    def other_than(self, frame: Frame) -> Frame:
        """Return what reads otherwise than in this one."""
        return Frame(
            () if self.above == frame.above else self.above, () if self.under == frame.under else self.under
        )


@dataclass(frozen=True, slots=True)
class FamilySheet:
    """A sheet for one adult about one child; `beside` is the voice of the other column, if there is one."""

    talk: Talk
    carer: Carer | None
    title: str
    author: str
    voice: Translator
    beside: Translator | None
    frame: Frame
    frame_beside: Frame | None
    sections: tuple[Section, ...] = field(default=())


def has_agreements(talk: Talk) -> bool:
    """Say whether there is anything to take home of a talk."""
    agreed_on = talk.plan.moments or talk.agreements or talk.goal or talk.information
    return talk.state is not TalkState.CANCELLED and bool(agreed_on)


@dataclass(frozen=True, slots=True)
class _Source:
    """What a sheet is made from: the talk as an adult may have it, in one voice or two, with its squares.

    `before` are the talks before it with what is still to come of their plans, where those are known.
    """

    talk: Talk
    before: Sequence[Talk] | None
    carer: Carer | None
    school: School
    t: Translator
    beside: Translator | None
    squares: Squares


def family_sheets(
    talk: Talk,
    school: School,
    t: Translator,
    now: datetime,
    language: str = "",
    so_far: Sequence[Talk] = (),
) -> tuple[FamilySheet, ...]:
    """Make the sheets of a talk: of each child one for each adult, with no other's number or address.

    From 16 the pupil has a sheet too, and says from 18 whether the adults have one.
    `language` is told beside ours whatever is spoken at home, `so_far` are the talks before one that is held
    of their plans. What the parents say together with the school is on both of their sheets; who came apart
    has a talk apart.
    """
    found: list[FamilySheet] = []
    for each in sheets(talk):
        beside, before = beside_voice(each, t, language), plans_before(each, so_far)
        squares: dict[str, tuple[Square, ...]] = {}
        for one in (each, *before):
            squares |= _squares(one, school, t, now)
        # an older pupil first, with a sheet of the own
        own = (None,) if each.own_sheet or not each.readers else ()
        for carer in (*own, *each.readers):
            told, *earlier = (_for_one(one, carer, school, t) for one in (each, *before))
            called = next((known for known in told.audience if carer and known.id == carer.id), None)
            known = earlier if so_far else None
            found.append(_sheet(each, _Source(told, known, called, school, t, beside, squares)))
    return tuple(found)


def _for_one(talk: Talk, carer: Carer | None, school: School, t: Translator) -> Talk:
    """The talk as this adult may have it."""
    return as_addressed(as_read_by(talk, [carer] if carer else [], school, t))


def _squares(talk: Talk, school: School, t: Translator, now: datetime) -> Squares:
    events = events_to_scan(talk, school, t, now)
    return {key: tuple(map(square, each)) for key, each in events.items()}


def _sheet(talk: Talk, source: _Source) -> FamilySheet:
    frame = _frame(source, source.t)
    return FamilySheet(
        talk=talk,
        carer=source.carer,
        title=talk.pupil.everyday_name,
        author=teacher_words(talk, source.school, source.t),
        voice=source.t,
        beside=source.beside,
        frame=frame,
        frame_beside=_frame(source, source.beside).other_than(frame) if source.beside else None,
        sections=tuple(_sections(source)),
    )


def _frame(source: _Source, t: Translator) -> Frame:
    """The greeting and the day; under it the name of the teacher, and what the squares are for."""
    talk, carer = source.talk, source.carer
    scan = t("Point the camera of a phone at a square: the moment goes into its calendar.")
    under = (
        scan if source.squares else "",
        t("Between “ ” stands what was typed at the talk, word for word.") if t.beside else "",
        t("Kind regards, {teacher}", teacher=teacher_words(talk, source.school, t)),
    )
    above = (each.text for each in opening(talk, [carer] if carer else [], t))
    return Frame(tuple(above), tuple(each for each in under if each))


_END = (Heading(""), Heading(""))
"""Behind the last chapter."""


def _sections(source: _Source) -> Iterator[Section]:
    """Pair the chapters of the letter with those of the simple one in the other language."""
    beside = source.beside
    told = _chapters(source, source.t, IN_FULL)
    again = _chapters(source, beside, SIMPLY) if beside else told
    title, title_beside = "", ""
    rows: list[Row] = []
    for block, other in (*zip(told, again, strict=True), _END):
        if not (isinstance(block, Heading) and isinstance(other, Heading)):
            pairs = zip(_items(block), _items(other), strict=True)
            rows += (
                Row(*_told(one, two, beside), squares=source.squares.get(one.key, ())) for one, two in pairs
            )
            continue
        if rows:
            yield Section(title, title_beside, tuple(rows))
        title, title_beside = block.text, other.text if beside and other != block else ""
        rows = []


def _told(one: Item, two: Item, beside: Translator | None) -> tuple[Item, Item | None]:
    """What stands on both sides; once, between the marks, where the other side is the typed words again."""
    if beside is None or two == one:
        return one, None
    again = two.text == between_marks(one.text, beside) and not (one.under or two.under)
    return (two, None) if again else (one, two)


def _chapters(source: _Source, t: Translator, telling: Telling) -> Document:
    talk, school = source.talk, source.school
    return (
        *agreed(talk, school, t, telling=telling, before=source.before),
        *reception(talk, school, t),
        *_reached(source, t),
    )


def _items(block: object) -> tuple[Item, ...]:
    match block:
        case Items(items=items):
            return items
        case Paragraph(text=text):
            return (Item(text),)
    raise ValueError(block)


def _reached(source: _Source, t: Translator) -> Document:
    """Say how the teacher is reached, and how the school reaches this adult; nobody else's number."""
    talk, carer, school = source.talk, source.carer, source.school
    lines: list[str] = []
    if school.reached_by:
        teacher, by = teacher_words(talk, school, t), as_written(school.reached_by, t)
        lines.append(capital(t("{teacher} can be reached by: {details}", teacher=teacher, details=by)))
    known = talk.with_new_details(carer) if carer else None
    # a number with spaces in it stays on one line
    phone = known.phone.replace(" ", "\u00a0") if known else ""
    details = " · ".join(each for each in (phone, known.email) if each) if known else ""
    if known and details:
        name = carer_words(known, t)
        lines.append(t("The school reaches {name} by: {details}", name=name, details=details))
    return section(t("How we reach each other"), tuple(Item(each) for each in lines), CHAPTER)
