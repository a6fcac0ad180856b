"""One talk as plain text for the school's own pupil system, to be copied or pasted."""

from __future__ import annotations

from dataclasses import replace

from store.domain.school import School
from store.domain.talk import Talk
from store.export.called import talk_called
from store.export.document import Heading, Paragraph
from store.export.plain import plain_text
from store.export.sequels import sequels
from store.export.talk_text import agreed, raised, standing
from store.export.wording import company_words, day_long, not_needed_words
from store.language import Translator, mark


def pupil_text(talk: Talk, school: School, t: Translator) -> str:
    """Write all that was said and agreed, for the audience of this talk only.

    The remark of the timetable is left out: it was planning, and may speak of somebody else.
    """
    title = t(
        "{kind} with {name}, {day}",
        kind=talk_called(talk, school, t),
        name=talk.pupil.full_name,
        day=day_long(talk.slot.start.date(), t),
    )
    company = company_words(talk, t)
    own_choice = reading_along(replace(talk, siblings=()), t)
    return plain_text(
        (
            Heading(title, 1),
            *(Paragraph(each) for each in (*standing(talk, t), company, *own_choice) if each),
            *agreed(talk, school, t),
            *sequels(talk, t),
            *(Paragraph(each) for each in (not_needed_words(talk, t),) if each),
            *raised(talk, school, t),
        )
    )


def reading_along(talk: Talk, t: Translator) -> tuple[str, ...]:
    """Say of each child that is of age what it chose: whether its parents read along."""
    if not talk.audience or not talk.sittings:
        return ()
    chosen = {True: mark("{name} is 18 or older: the parents read along."),
              False: mark("{name} is 18 or older: the parents do not read along.")}  # fmt: skip
    return tuple(
        t(chosen[each.id in talk.arrangements.read_along], name=each.everyday_name) for each in talk.of_age
    )
