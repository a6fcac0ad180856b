"""What one talk says, in pieces: read back to the family, copied to the pupil system, summed up by day.

Everything here takes the talk alone, and a talk knows only its own audience.
"""

from __future__ import annotations

from store.domain.board import AgendaPoint
from store.domain.people import Voice
from store.domain.school import School
from store.domain.talk import Talk, TalkState
from store.export.document import Document, Heading, Item, Items, Paragraph, section
from store.export.wording import (
    missing_words,
    moment_sentence,
    outlook_words,
    present_words,
    state_words,
    voice_words,
)
from store.language import Translator


def agreed(talk: Talk, school: School, t: Translator, level: int = 3) -> Document:
    """Tell how we keep contact, what was agreed, what stays, and the rest of the closing."""
    return (
        *_contact(talk, school, t, level),
        *section(t("Agreed"), tuple(Item(each.text) for each in talk.agreements), level),
        *section(t("Kept for later"), tuple(_point(each) for each in talk.for_later()), level),
        *section(t("Information moment"), _information(talk), level),
        *section(t("And also"), _arrangements(talk, t), level),
    )


def raised(talk: Talk, t: Translator, level: int = 3) -> Document:
    """Tell the points of each voice with their notes; a voice that brought nothing is left out."""
    blocks: Document = ()
    for voice in Voice:
        points = tuple(_point(point, outlook_words(point.outlook, t)) for point in talk.raised_by(voice))
        blocks += section(voice_words(voice, talk, t), points, level)
    return blocks


def standing(talk: Talk, t: Translator) -> tuple[str, ...]:
    """Say how a talk stands that is not finished, and what it still needs once it has begun."""
    match talk.state:
        case TalkState.FINISHED:
            return ()
        case TalkState.RUNNING | TalkState.SET_ASIDE:
            return tuple(
                each for each in (state_words(talk.state, t), missing_words(talk.missing(), t)) if each
            )
    return (state_words(talk.state, t),)


def _contact(talk: Talk, school: School, t: Translator, level: int) -> Document:
    """The plan, and who made it: who was here at the end, or is here now."""
    title = Heading(t("How we keep in touch"), level)
    if not talk.plan.moments:
        return (title, Paragraph(t("There is no plan yet.")))
    people = present_words(talk.made_with or talk.presence, talk, t)
    return (
        title,
        *((Paragraph(t("Made together with {people}.", people=people)),) if people else ()),
        Items(tuple(Item(moment_sentence(moment, talk, school, t)) for moment in talk.plan.moments)),
    )


def _point(point: AgendaPoint, outlook: str = "") -> Item:
    text = f"{point.text} ({outlook})" if outlook else point.text
    return Item(text, tuple(note.text for note in point.notes))


def _information(talk: Talk) -> tuple[Item, ...]:
    answer = talk.information
    if answer is None or not answer.wanted:
        return ()
    return (Item(f"{answer.topic} ({answer.when})" if answer.when else answer.topic),)


def _arrangements(talk: Talk, t: Translator) -> tuple[Item, ...]:
    rest = talk.arrangements
    named = (carer.name for carer in talk.audience if carer.id == rest.first_contact)
    first = next(named, rest.other_contact)
    right = bool(talk.audience) and all(rest.details_of(carer.id).right for carer in talk.audience)
    found = (
        t("First contact: {name}", name=first) if first else "",
        t("Phone number and e-mail address are right.") if right else "",
        t("Phone or e-mail: {text}", text=rest.details) if rest.details else "",
        t("Pupil file: {text}", text=rest.pupil_file) if rest.pupil_file else "",
        t("New-year reception: {text}", text=rest.reception) if rest.reception else "",
        t("Buddy: {text}", text=rest.buddy) if rest.buddy else "",
    )
    return tuple(Item(each) for each in found if each)
