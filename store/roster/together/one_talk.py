"""Two versions of one talk, ours and a colleague's, become one that holds all that either wrote."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import timedelta
from typing import Any, NamedTuple, TypeVar

from store.domain.board import AgendaPoint, Agreement, Note
from store.domain.kinds.parents_form import Answered, ParentsForm, Written
from store.domain.people import Presence
from store.domain.plan import ContactMoment, InformationMoment
from store.domain.talk import Arrangements, CheckedDetails, Talk, TalkState
from store.domain.text import those
from store.domain.timer import Sitting

Record = TypeVar("Record")
_Records = Sequence[AgendaPoint | Note | Agreement | ContactMoment]
Written_ = TypeVar("Written_", AgendaPoint, Note, Agreement, ContactMoment)

BETWEEN = " · "
"""What stands between two texts where there is room for one."""
_FURTHEST = (
    TalkState.RUNNING,
    TalkState.FINISHED,
    TalkState.SET_ASIDE,
    TalkState.NOT_COME,
    TalkState.CANCELLED,
    TalkState.PLANNED,
)
"""Of two states the one that stays, the first one first."""


class Writers(NamedTuple):
    """The two teachers by name, as far as they are known, and what gives an id that is never used again."""

    ours: str
    theirs: str
    new_id: Callable[[], str]


def with_ids(record: Record, ids: Mapping[str, str]) -> Record:
    """Return a record in which every id is the one that we have for it."""
    found: Any = record
    if isinstance(found, str):
        found = ids.get(found, found)
    elif isinstance(found, tuple):
        found = tuple(with_ids(each, ids) for each in found)
    elif is_dataclass(found) and not isinstance(found, type):
        found = replace(
            found, **{each.name: with_ids(getattr(found, each.name), ids) for each in fields(found)}
        )
    return found  # type: ignore[no-any-return]


def told_by(talk: Talk, name: str) -> Talk:
    """Return a talk in which every text bears who wrote it; this teacher where it bears nobody yet."""

    def by(record: Written_) -> Written_:
        return record if record.by or not name else replace(record, by=name)

    return replace(
        talk,
        points=tuple(by(replace(each, notes=tuple(map(by, each.notes)))) for each in talk.points),
        agreements=tuple(map(by, talk.agreements)),
        plan=replace(talk.plan, moments=tuple(map(by, talk.plan.moments))),
    )


def no_longer_running(talk: Talk) -> Talk:
    """Return a talk as it is here: one that goes on at a colleague's was set aside, when it was to end."""
    if (sitting := talk.sitting) is None:
        return talk
    minutes = talk.slot.minutes + sitting.extra_minutes
    return talk.set_aside(sitting.started + timedelta(minutes=minutes))


def as_one(ours: Talk, theirs: Talk, writers: Writers, elsewhere: Collection[str] = ()) -> Talk:
    """Return ours with all that theirs holds and it does not; the same again changes nothing.

    Where there is room for one thing only, ours stays, but texts stand beside each other. Who sits in another
    talk of ours, by id in `elsewhere`, comes into this one no more.
    """
    theirs = with_ids(theirs, _same_texts(ours, theirs))
    held_there = bool(theirs.sittings) and not ours.sittings
    how = theirs if held_there else ours
    known = {carer.id for carer in ours.audience}
    more = tuple(each for each in theirs.audience if each.id not in known and each.id not in elsewhere)
    arrangements, left = _arranged(ours, theirs, writers)
    both = replace(
        ours,
        slot=how.slot,
        pupil=replace(ours.pupil, carers=(*ours.audience, *more)) if more else ours.pupil,
        teacher=_led_by(ours, theirs),
        remark=_texts(ours.remark, BETWEEN.join((*_remarks(ours, theirs, writers), *left)), writers),
        place=how.place or ours.place or theirs.place,
        place_reason=_texts(ours.place_reason, theirs.place_reason, writers),
        deck=how.deck,
        asks_information=how.asks_information,
        occasion=how.occasion or ours.occasion or theirs.occasion,
        state=min(ours.state, theirs.state, key=_FURTHEST.index),
        presence=_present(ours, theirs),
        made_with=_both_present(ours.made_with, theirs.made_with),
        sittings=_sittings(ours, theirs),
        points=_union(ours.points, theirs.points, writers),
        agreements=_union(ours.agreements, theirs.agreements, writers),
        plan=replace(
            ours.plan,
            moments=_union(ours.plan.moments, theirs.plan.moments, writers),
            promised=_more(ours.plan.promised, theirs.plan.promised),
        ),
        information=_answered(ours.information, theirs.information, writers),
        arrangements=arrangements,
        forms=_forms(ours.forms, theirs.forms, writers),
        followed_up=ours.followed_up or theirs.followed_up,
        sequels=_more(ours.sequels, theirs.sequels),
        follows=ours.follows or theirs.follows,
        again=ours.again or theirs.again,
    )  # fmt: skip
    return both if both == ours else replace(both, lines=max(ours.lines, theirs.lines))


# -- what stands in a list ---------------------------------------------------------------
def _same_texts(ours: Talk, theirs: Talk) -> dict[str, str]:
    """The ids of ours, by those of theirs that say the same, letter for letter, in the same place."""
    found: dict[str, str] = {}
    lists: tuple[tuple[_Records, _Records], ...] = (
        (ours.points, theirs.points),
        (ours.agreements, theirs.agreements),
        (ours.plan.moments, theirs.plan.moments),
    )
    for mine, its in lists:
        known = {_said(each): each.id for each in reversed(mine)}
        here = {each.id for each in mine}
        found |= {each.id: known[_said(each)] for each in its if _said(each) in known and each.id not in here}
    return found


def _said(record: AgendaPoint | Note | Agreement | ContactMoment) -> tuple[str, str]:
    return (record.voice.value if isinstance(record, AgendaPoint) else "", record.text)


def _union(
    ours: tuple[Written_, ...], theirs: tuple[Written_, ...], writers: Writers
) -> tuple[Written_, ...]:
    """Ours, and what theirs has beside it; of what came from them before, the way they have it now."""
    found = list(ours)
    for each in theirs:
        at = next((at for at, known in enumerate(found) if known.id == each.id), None)
        if at is None:
            found.append(each)
            continue
        known = found[at]
        if known.text != each.text and writers.theirs and known.by == writers.theirs:
            found[at] = _with_notes(each, known, writers)
            continue
        found[at] = _with_notes(known, each, writers)
        ours_before = bool(writers.ours) and each.by == writers.ours
        if not ours_before and all(_said(one) != _said(each) for one in found):
            # both have other words for it by now
            found.append(_anew(each, writers.new_id()))
    return tuple(found)


def _anew(record: Written_, new_id: str) -> Written_:
    """A record beside the one it was; the notes are with that."""
    if isinstance(record, AgendaPoint):
        return replace(record, id=new_id, notes=())
    return replace(record, id=new_id)


def _with_notes(record: Written_, other: Written_, writers: Writers) -> Written_:
    """A point with what stands under the same one of the other; anything else as it is."""
    if not (isinstance(record, AgendaPoint) and isinstance(other, AgendaPoint)):
        return record
    known = {note.text: note.id for note in reversed(record.notes)}
    here = {note.id for note in record.notes}
    notes = tuple(
        replace(note, id=known[note.text]) if note.text in known and note.id not in here else note
        for note in other.notes
    )
    return replace(
        record,
        notes=_union(record.notes, notes, writers),
        later=record.later or other.later,
        prepared=record.prepared and other.prepared,
        goes_along=record.goes_along or other.goes_along,
    )


def _more(ours: tuple[Any, ...], theirs: tuple[Any, ...]) -> tuple[Any, ...]:
    known = {each.id for each in ours}
    return (*ours, *(each for each in theirs if each.id not in known))


# -- where there is room for one ------------------------------------------------------------
def _beside(ours: str, theirs: str) -> str:
    """Both names, once where they are the same."""
    known = ours.split(BETWEEN)
    return BETWEEN.join(
        filter(None, (*known, *(each for each in theirs.split(BETWEEN) if each not in known)))
    )


def _texts(ours: str, theirs: str, writers: Writers, *, named: bool = True) -> str:
    """Both texts beside each other, theirs by its teacher; once where they are the same."""
    if not ours or ours == theirs:
        return theirs or ours
    known = {_bare(part, writers) for part in ours.split(BETWEEN)}
    found = [ours]
    for part in theirs.split(BETWEEN):
        if part and (bare := _bare(part, writers)) not in known:
            by = f"{writers.theirs}: " if named and writers.theirs and bare == part else ""
            found.append(by + part)
    return BETWEEN.join(found)


def _bare(part: str, writers: Writers) -> str:
    for name in filter(None, (writers.ours, writers.theirs)):
        part = part.removeprefix(f"{name}: ")
    return part


def _led_by(ours: Talk, theirs: Talk) -> str:
    """Who leads the talk: who held it; the two teachers, where both did and neither names the other."""
    one, other = ours.teacher, theirs.teacher
    if not one or other in one or not theirs.sittings:
        return one
    if not ours.sittings or one in other:
        return other
    return f"{one}, {other}"


def _sittings(ours: Talk, theirs: Talk) -> tuple[Sitting, ...]:
    more = (each for each in theirs.sittings if each not in ours.sittings)
    return tuple(sorted((*ours.sittings, *more), key=lambda each: each.started))


def _answered(
    ours: InformationMoment | None, theirs: InformationMoment | None, writers: Writers
) -> InformationMoment | None:
    if ours is None or theirs is None:
        return ours or theirs
    # the wish is the family's, whoever wrote it down
    return InformationMoment(
        topic=_texts(ours.topic, theirs.topic, writers, named=False),
        when=_texts(ours.when, theirs.when, writers, named=False),
    )


def _present(ours: Talk, theirs: Talk) -> Presence:
    """Who is at the table: of two that were held all who were in either."""
    mine, its = ours.presence, theirs.presence
    if not ours.sittings:
        return its if theirs.sittings or mine == Presence() else mine
    return _both_present(mine, its if theirs.sittings else None) or mine


def _both_present(mine: Presence | None, its: Presence | None) -> Presence | None:
    if mine is None or its is None:
        return mine or its
    return Presence(
        pupil=mine.pupil or its.pupil,
        carers=tuple(dict.fromkeys((*mine.carers, *its.carers))),
        interpreter=mine.interpreter or its.interpreter,
        others=tuple(dict.fromkeys((*mine.others, *its.others))),
        siblings=tuple(dict.fromkeys((*mine.siblings, *its.siblings))),
        interpreter_name=_beside(mine.interpreter_name, its.interpreter_name),
    )


_TEXTS = those("details buddy buddy_offers buddy_needs pupil_file reception goal support")
"""What is typed at the end of a talk and stands in one line each."""


def _arranged(our_talk: Talk, their_talk: Talk, writers: Writers) -> tuple[Arrangements, tuple[str, ...]]:
    """Both together, and the numbers, addresses and names there was no room for."""
    ours, theirs, left = our_talk.arrangements, their_talk.arrangements, list[str]()
    known = {each.id for each in ours.checked}
    checked = [_checked(each, theirs.details_of(each.id), left) for each in ours.checked]
    checked += [each for each in theirs.checked if each.id not in known]
    texts = {name: _texts(getattr(ours, name), getattr(theirs, name), writers) for name in _TEXTS}
    offering = [each for each in (ours, theirs) if each.buddy_offers or each.buddy_needs]
    found = replace(
        ours,
        **texts,
        **_first_contact(our_talk, their_talk, writers),
        checked=tuple(checked),
        details_right=ours.details_right or theirs.details_right,
        buddy_shared=bool(offering) and all(each.buddy_shared for each in offering),
        sheet_language=ours.sheet_language or theirs.sheet_language,
        read_along=tuple(dict.fromkeys((*ours.read_along, *theirs.read_along))),
    )
    by = f"{writers.theirs}: " if writers.theirs else ""
    return found, tuple(by + each for each in left)


def _first_contact(ours: Talk, theirs: Talk, writers: Writers) -> dict[str, str]:
    """Who is called first: where the two say somebody else, both by name."""

    def named(talk: Talk) -> str:
        said, carers = talk.arrangements, (*ours.audience, *theirs.audience)
        return next((each.name for each in carers if each.id == said.first_contact), said.other_contact)

    mine, its = named(ours), named(theirs)
    both = _texts(mine, its, writers)
    how = ours.arrangements if both == mine else theirs.arrangements if both == its else None
    if how is None:
        return {"first_contact": "", "other_contact": both}
    return {"first_contact": how.first_contact, "other_contact": how.other_contact}


def _remarks(ours: Talk, theirs: Talk, writers: Writers) -> list[str]:
    """What theirs remarks; not that ours was told otherwise, which came from us."""
    own = {said for each in ours.arrangements.checked for said in (each.phone, each.email, each.addressed)}
    return [each for each in theirs.remark.split(BETWEEN) if each and _bare(each, writers) not in own]


def _checked(ours: CheckedDetails, theirs: CheckedDetails, left: list[str]) -> CheckedDetails:
    pairs = (
        (ours.phone, theirs.phone),
        (ours.email, theirs.email),
        (ours.addressed, theirs.addressed),
    )
    left += [its for mine, its in pairs if mine and its and mine != its]
    return replace(
        ours,
        right=ours.right or theirs.right,
        phone=ours.phone or theirs.phone,
        email=ours.email or theirs.email,
        addressed=theirs.addressed if ours.addressed is None else ours.addressed,
    )


def _forms(
    ours: tuple[ParentsForm, ...], theirs: tuple[ParentsForm, ...], writers: Writers
) -> tuple[ParentsForm, ...]:
    """What was taken down of the parents' form of each child, by whichever teacher."""
    its = {form.pupil_id: form for form in theirs}
    found = [_form(form, its.pop(form.pupil_id, form), writers) for form in ours]
    return (*found, *its.values())


def _form(ours: ParentsForm, theirs: ParentsForm, writers: Writers) -> ParentsForm:
    both = dict.fromkeys(each.id for each in (*ours.answered, *theirs.answered))
    answered = (_either(ours.answered_at(each), theirs.answered_at(each), writers) for each in both)
    entries = dict.fromkeys(each.id for each in (*ours.written, *theirs.written))
    written = ((each, _texts(ours.written_at(each), theirs.written_at(each), writers)) for each in entries)
    return replace(
        ours,
        ticked=tuple(dict.fromkeys((*ours.ticked, *theirs.ticked))),
        answered=tuple(each for each in answered if each),
        written=tuple(Written(id=each, text=text) for each, text in written),
    )


def _either(ours: Answered | None, theirs: Answered | None, writers: Writers) -> Answered | None:
    """What was answered; where the two took down something else, theirs beside it by their name."""
    if ours is None or theirs is None:
        return ours or theirs
    known = (ours.answer, ours.other)
    new = next((each for each in (theirs.answer, theirs.other) if each and each not in known), None)
    return ours if new is None else replace(ours, other=new, other_by=writers.theirs)
