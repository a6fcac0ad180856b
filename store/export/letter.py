"""The letter to a family: what pupil and parents get, and what is read back to them."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain.people import Carer
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.year.standing import plans_before
from store.export.document import CHAPTER, Document, Heading, Paragraph
from store.export.plain import plain_lines
from store.export.talk_text import agreed, raised, reception
from store.export.telling import IN_FULL, Telling
from store.export.wording.addressing import as_addressed, as_read_by
from store.export.wording.days import Days
from store.export.wording.edges import capital
from store.export.wording.family_dates import family_day
from store.export.wording.people import carer_words, listed, present_names, teacher_words
from store.export.wording.places import where_words
from store.export.wording.sentences import written_on
from store.language import Translator


def letter(
    talk: Talk,
    school: School,
    t: Translator,
    telling: Telling = IN_FULL,
    *,
    so_far: Sequence[Talk] = (),
) -> Document:
    """Write to the audience of this talk: how we keep contact, what was agreed, what comes along.

    What everybody brought up stands behind it. Of a talk about several children each has a letter of its own:
    that of the talk as `sheet_of` gives it. Carers are called as they want to be. `so_far` are the talks
    before it, where this one is held of their plans: what is still to come of those is told too.
    """
    before = [_for_readers(each, school, t) for each in plans_before(talk, so_far)] if so_far else None
    talk = _for_readers(talk, school, t)
    return (
        *opening(talk, talk.readers, t),
        *agreed(talk, school, t, telling=telling, before=before),
        *(reception(talk, school, t) if telling.rest else ()),
        Paragraph(""),
        Paragraph(t("Kind regards, {teacher}", teacher=teacher_words(talk, school, t))),
        *_brought_up(talk, school, t),
    )


def letter_lines(
    talk: Talk,
    school: School,
    t: Translator,
    telling: Telling = IN_FULL,
    *,
    so_far: Sequence[Talk] = (),
) -> tuple[str, ...]:
    """Write the letter line by line, as it is shown."""
    return plain_lines(letter(talk, school, t, telling, so_far=so_far))


def _for_readers(talk: Talk, school: School, t: Translator) -> Talk:
    return as_addressed(as_read_by(talk, talk.readers, school, t))


def _brought_up(talk: Talk, school: School, t: Translator) -> Document:
    """What everybody brought up, under a heading of its own."""
    points = raised(talk, school, t, CHAPTER + 1)
    return (Heading(t("What we brought up"), CHAPTER), *points) if points else ()


def opening(talk: Talk, carers: Sequence[Carer], t: Translator) -> tuple[Paragraph, ...]:
    """Say to whom, of which day, and who was there: at the end, or now.

    Of a family that walked in no parent is known: it is to whoever came along.
    """
    present = talk.made_with or talk.presence
    to = [talk.pupil.everyday_name, *(carer_words(carer, t) for carer in carers)]
    if not talk.audience and talk.pupil not in talk.of_age:
        to += present.others
    day = written_on(talk)
    said_day = family_day(day, t) if t.beside else Days(t, day).day(day)
    people = present_names(present, talk, t)
    said = t("This is what we agreed on {day}.", day=said_day)
    if talk.sittings and people:
        there = t.n("{people} was there.", "{people} were there.", len(people), people=listed(people, t))
        said = f"{said} {capital(there)}"
    if where := where_words(talk, t):
        said = f"{said} {where}"
    return Paragraph(t("Dear {people},", people=listed(to, t))), Paragraph(said)
