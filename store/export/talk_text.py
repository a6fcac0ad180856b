"""What one talk says, in pieces: read back to the family, copied to the pupil system, summed up by day.

Everything here takes the talk alone, and a talk knows only its own audience.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from store.domain.board import AgendaPoint, Agreement
from store.domain.occurrences import periods_of
from store.domain.plan import ContactMoment, When, WhenKind
from store.domain.school import School
from store.domain.talk import Arrangements, Talk, TalkState
from store.domain.year.sequel import Became
from store.domain.year.standing import standing_agreements, standing_moments
from store.export.document import CHAPTER, Document, Heading, Item, Items, Paragraph, section
from store.export.sequels import called, came_of, not_any_more
from store.export.telling import IN_FULL, Telling
from store.export.wording.days import Days, day_long
from store.export.wording.edges import as_written, capital, full_stop
from store.export.wording.family_dates import family_day
from store.export.wording.people import carer_words, told_by, voice_words
from store.export.wording.sentences import written_on
from store.export.wording.states import missing_words, state_words
from store.export.wording.when_phrases import when_as_said
from store.language import Translator, mark


def agreed(
    talk: Talk,
    school: School,
    t: Translator,
    telling: Telling = IN_FULL,
    before: Sequence[Talk] | None = None,
) -> Document:
    """Tell how we keep contact and what goes along, the goal, what was agreed, and the rest, as it stands.

    What was dropped since is left out. `before` are earlier talks with what still holds of them, where those
    are known: that stands behind what is of this one.
    """
    moments = _moments(talk, school, t, telling)
    earlier = None
    if before is not None:
        earlier = [(written_on(each), _moments(each, school, t, telling)) for each in before]
    agreements = (
        *_items(_agreements(talk, school, t, telling)),
        *_still(((written_on(each), _agreements(each, school, t, telling)) for each in before or ()), t),
    )
    goals = _still(((written_on(each), _goal(each, t)) for each in before or ()), t)
    return (
        *_contact(moments, talk, t, earlier),
        *_in_chapters(agreements, (), talk, school, t, telling, goals),
    )


def _moments(talk: Talk, school: School, t: Translator, telling: Telling) -> tuple[Item, ...]:
    """The contact moments that still stand."""
    return tuple(
        _with_what_came(_moment(each, talk, school, t, telling), each, talk, school, t, telling)
        for each in standing_moments(talk)
    )


def _agreements(talk: Talk, school: School, t: Translator, telling: Telling) -> tuple[Item, ...]:
    """The agreements that still stand."""
    return tuple(
        _with_what_came(_agreement(each, talk, school, t, telling), each, talk, school, t, telling)
        for each in standing_agreements(talk)
    )


def agreed_and_came(talk: Talk, school: School, t: Translator) -> Document:
    """Tell what was agreed, as `agreed` does, and under each what came of it; what was dropped by itself."""
    moments = {each.id: _moment(each, talk, school, t, IN_FULL) for each in talk.plan.moments}
    agreements = {each.id: _agreement(each, talk, school, t, IN_FULL) for each in talk.agreements}
    off = {each.id for each in talk.plan.moments if talk.is_off(each)}
    off |= {each.id for each in talk.agreements if talk.off(each.id)}

    def told(items: Mapping[str, Item], *, dropped: bool) -> tuple[Item, ...]:
        return tuple(
            replace(item, under=(*item.under, *came_of(record, talk, t)))
            for key, item in items.items()
            if (key in off) is dropped and (record := talk.record(key))
        )

    dropped = not_any_more((*told(moments, dropped=True), *told(agreements, dropped=True)), t)
    return (
        *_contact(told(moments, dropped=False), talk, t),
        *_in_chapters(_items(told(agreements, dropped=False)), dropped, talk, school, t, IN_FULL),
        *called(talk, t),
    )


def _items(items: tuple[Item, ...]) -> Document:
    return (Items(items),) if items else ()


def _goal(talk: Talk, t: Translator) -> tuple[Item, ...]:
    return (Item(as_written(talk.goal, t)),) if talk.goal else ()


def _chapter(title: str, blocks: Document) -> Document:
    return (Heading(title, CHAPTER), *blocks) if blocks else ()


def _in_chapters(
    agreements: Document,
    dropped: Document,
    talk: Talk,
    school: School,
    t: Translator,
    telling: Telling,
    goal_before: Document = (),
) -> Document:
    waiting = tuple(_point(each, t) for each in talk.for_later() if _along(each, talk) is None)
    return (
        *_chapter(t("What we want to reach together"), (*_items(_goal(talk, t)), *goal_before)),
        *_chapter(t("Agreed"), agreements),
        *dropped,
        *section(t("Kept for later"), waiting, CHAPTER),
        *(_settled(talk, school, t, telling) if telling.rest else ()),
    )


def _settled(talk: Talk, school: School, t: Translator, telling: Telling) -> Document:
    return (
        *section(t("Information moment"), _information(talk, school, t), CHAPTER),
        *section(t("And also"), _arrangements(talk, t, telling), CHAPTER),
    )


def raised(talk: Talk, school: School, t: Translator, level: int = CHAPTER) -> Document:
    """Tell the points of each voice with their notes; a voice that brought nothing is left out."""
    blocks: Document = ()
    for speaker in talk.speakers:
        points = tuple(_point(point, t) for point in talk.raised_by(speaker))
        blocks += section(capital(voice_words(speaker, talk, school, t)), points, level)
    return blocks


def standing(talk: Talk, t: Translator) -> tuple[str, ...]:
    """Say how a talk stands that is not finished, and what it still needs once it has begun."""
    match talk.state:
        case TalkState.FINISHED:
            return ()
        case TalkState.RUNNING | TalkState.SET_ASIDE:
            return tuple(
                each
                for each in (state_words(talk.state, t), missing_words(talk.missing(), t, talk.without_plan))
                if each
            )
    return (state_words(talk.state, t),)


def _contact(
    moments: tuple[Item, ...],
    talk: Talk,
    t: Translator,
    before: Sequence[tuple[date, tuple[Item, ...]]] | None = None,
) -> Document:
    """The plan, or that there is none: not any more, or not one of its own; behind it those before."""
    title = Heading(t("How we keep in touch"), CHAPTER)
    own: Document = (title, *_items(moments))
    earlier = _still(before or (), t)
    if moments or earlier:
        return (*own, *earlier)
    if talk.plan.moments or (talk.follows is not None and before is not None):
        return (title, Paragraph(t("Nothing is planned any more.")))
    if talk.follows is not None:
        day = _said_day(talk.follows.day, t)
        return (title, Paragraph(t("What we agreed on {day} stays as it is.", day=day)))
    return (title, Paragraph(t("There is no plan yet.")))


def _still(before: Iterable[tuple[date, tuple[Item, ...]]], t: Translator) -> Document:
    """Tell what still holds of what was agreed on each of these days."""
    return tuple(
        block
        for day, items in before
        if items
        for block in (
            Paragraph(t("Of what we agreed on {day} this still holds:", day=_said_day(day, t))),
            Items(items),
        )
    )


def _said_day(day: date, t: Translator) -> str:
    return family_day(day, t) if t.beside else day_long(day, t)


def _along(point: AgendaPoint, talk: Talk) -> str | None:
    """The id of the contact moment that a point goes with; None where there is none, or it was dropped."""
    moment = talk.moment_for(point)
    return None if moment is None or talk.is_off(moment) else moment.id


def _moment(moment: ContactMoment, talk: Talk, school: School, t: Translator, telling: Telling) -> Item:
    """Tell a contact moment, with the points that are kept for it."""
    told = telling.moment(moment, talk, school, t)
    along = (as_written(each.text, t) for each in talk.for_later() if _along(each, talk) == moment.id)
    more = (t("Then we also talk about: {text}", text=each) for each in along)
    return replace(told, text=told_by(told.text, moment.by), under=(*told.under, *more), key=moment.id)


def _with_what_came(
    item: Item,
    record: ContactMoment | Agreement,
    talk: Talk,
    school: School,
    t: Translator,
    telling: Telling,
) -> Item:
    """Say when it was to be first, and when it was done; of what comes back on which days it is not."""
    if not telling.rest:
        return item
    item = replace(item, under=(*item.under, *_moved(record, talk, t)))
    comes_back = record.when is not None and record.when.kind is WhenKind.RECURRENCE
    done = {each.day for each in talk.sequels_of(record.id) if each.became is Became.DONE}
    days = sorted(filter(None, talk.off(record.id))) if comes_back else sorted(done)
    if not days:
        return item
    told = ", ".join(_one_of_them(day, record, talk, school, t) for day in days)
    words = t("but not: {days}", days=told) if comes_back else t("done on {day}", day=told)
    return replace(item, under=(*item.under, full_stop(capital(words))))


def _one_of_them(
    day: date, record: ContactMoment | Agreement, talk: Talk, school: School, t: Translator
) -> str:
    """Say which time it is: its day, or the days within which it comes where it has none of its own."""
    if isinstance(record, ContactMoment) and record.when and record.when.without_day:
        periods = periods_of(record.when, talk.slot.start.date(), school.year_of(written_on(talk)))
        if within := next((each for each in periods if each.first == day), None):
            days = When(kind=WhenKind.RANGE, start=within.first, end=within.last)
            return when_as_said(replace(record, when=days, condition=""), written_on(talk), t)
    return family_day(day, t) if t.beside else Days(t, written_on(talk)).day(day)


def _moved(record: ContactMoment | Agreement, talk: Talk, t: Translator) -> tuple[str, ...]:
    """Say when a moment was to be that was moved since it was agreed on; nothing where it had no day."""
    moves = [each for each in talk.sequels_of(record.id) if each.to == record.id and each.moment]
    first = min(moves, key=lambda each: each.noted).moment if moves else None
    if first is None or first.to_be_set:
        return ()
    when = when_as_said(first, written_on(talk), t)
    return (full_stop(t("Moved; first it was: {when}", when=when)),)


def _agreement(agreement: Agreement, talk: Talk, school: School, t: Translator, telling: Telling) -> Item:
    told = telling.agreement(agreement, talk, school, t)
    return replace(told, text=told_by(told.text, agreement.by))


def _point(point: AgendaPoint, t: Translator) -> Item:
    notes = tuple(told_by(as_written(note.text, t), note.by) for note in point.notes)
    return Item(told_by(as_written(point.text, t), point.by), notes)


def reception(talk: Talk, school: School, t: Translator) -> Document:
    """Tell when the group has its new-year reception; nothing where no day is known, or it was before."""
    found = school.reception_of(school.group_of(talk))
    comes = found is not None and found.day >= written_on(talk)
    told = (Item(_day_and_time(found.day, found.time, t)),) if found and comes else ()
    return section(t("New-year reception"), told, CHAPTER)


def _day_and_time(day: date, time: str, t: Translator) -> str:
    """Say in a sentence when something is."""
    words = family_day(day, t) if t.beside else day_long(day, t)
    if not time:
        return t("It is on {day}.", day=words)
    return t("It is on {day} at {time}.", day=words, time=time)


def _information(talk: Talk, school: School, t: Translator) -> tuple[Item, ...]:
    answer = talk.information
    if answer is None or not answer.wanted:
        return ()
    topic = f"{answer.topic} ({answer.when})" if answer.when else answer.topic
    # who is of age and reads alone is no parent
    alone = bool(talk.audience) and not talk.readers
    told = as_written(topic, t)
    of_parents = t("Your parents would like one, on: {topic}", topic=told)
    wish = of_parents if alone else t("You would like one, on: {topic}", topic=told)
    decision = school.decision_for(talk)
    if decision is None:
        return (Item(wish),)
    if decision.day is None:
        return (Item(wish, (t("Decided: {text}", text=as_written(decision.text, t)),)),)
    group = t("It is for: {group}", group=as_written(decision.group, t)) if decision.group else ""
    when = _day_and_time(decision.day, decision.time, t)
    return (Item(wish, tuple(filter(None, (when, group))), key=decision.id),)


def _arrangements(talk: Talk, t: Translator, telling: Telling) -> tuple[Item, ...]:
    rest = talk.arrangements
    named = (carer_words(carer, t) for carer in talk.audience if carer.id == rest.first_contact)
    first = next(named, rest.other_contact)
    right = bool(talk.audience) and all(rest.details_of(carer.id).right for carer in talk.audience)
    found = (
        t(telling.first_contact, name=first) if first else "",
        t("Support in keeping in touch: {text}", text=as_written(rest.support, t)) if rest.support else "",
        t("Phone number and e-mail address are right.") if right else "",
        t("Phone or e-mail: {text}", text=as_written(rest.details, t)) if rest.details else "",
        _answer(rest.pupil_file, t("You would like to see the pupil file."), mark("Pupil file: {text}"), t),
        _answer(
            rest.reception,
            t("You are coming to the new-year reception."),
            mark("New-year reception: {text}"),
            t,
        ),
        *_buddy(rest, t),
    )
    return tuple(Item(each) for each in found if each)


def _buddy(rest: Arrangements, t: Translator) -> tuple[str, ...]:
    """Tell what this family and others can mean for each other, and that it may be listed."""
    offers, needs = as_written(rest.buddy_offers, t), as_written(rest.buddy_needs, t)
    return (
        t("You can help another family with: {text}", text=offers) if rest.buddy_offers else "",
        t("You could use help with: {text}", text=needs) if rest.buddy_needs else "",
        t("This may be on the list of buddies.") if rest.buddy_shared else "",
        t("Buddy: {text}", text=as_written(rest.buddy, t)) if rest.buddy else "",
    )


def _answer(text: str, yes: str, other: str, t: Translator) -> str:
    """Tell an answer: a bare yes as the sentence it stands for, anything else in its own words."""
    if text.strip(" .!").casefold() in {"yes", (t.beside or t)("yes").casefold()}:
        return yes
    return t(other, text=as_written(text, t)) if text else ""
