"""What parents fill in at home before one kind of talk: when that is held, and taking down what they tell."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING

from store.domain.board import AgendaPoint
from store.domain.kinds.parents_form import Answer, Answered, ParentsForm
from store.domain.people import Voice
from store.domain.school_year import SchoolYear, monday
from store.domain.talk import Talk
from store.domain.text import fold
from store.domain.undo import StepName
from store.language import Translator
from store.planline.holidays import named_like
from tui.desk.desk import Desk

if TYPE_CHECKING:
    from prompts.form import Entry, Form

AUTUMN = "herfst"
"""The holiday after which these talks are held."""


def form_of(deck: str, t: Translator) -> Form | None:
    """Return the form that parents fill in before such a talk; None where its kind has none, as most have."""
    if not deck:
        return None
    from prompts.form import form

    return form(t.language, deck)


def has_form(talk: Talk, t: Translator) -> bool:
    """Return whether parents fill in a form before this talk."""
    return form_of(talk.deck, t) is not None


@dataclass(frozen=True, slots=True)
class Season:
    """The week of the talks, from Monday to Friday, and the day on which the form goes home at the latest."""

    first: date
    last: date
    form_by: date


def season(form: Form, year: SchoolYear) -> Season | None:
    """Return when talks with this form are held; None while nobody told when the autumn holiday is."""
    autumn = [each for each in named_like(AUTUMN, year) if each.first >= year.start]
    if not autumn:
        return None
    back = monday(autumn[0].last) + timedelta(weeks=1)
    first = back + timedelta(weeks=form.weeks_after_autumn)
    return Season(first, first + timedelta(days=4), first - timedelta(weeks=form.weeks_ahead))


class Way(Enum):
    """How a row of the form is filled in."""

    TICK = auto()
    ANSWER = auto()
    WRITE = auto()
    RAISE = auto()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row to fill in: `id` is of the entry it is about, or of the part; `heading` stands above it."""

    way: Way
    id: str
    label: str = ""
    heading: str = ""


def rows_of(form: Form, name: str) -> tuple[FormRow, ...]:
    """Return the rows in which a form about a child of this name is filled in."""
    from prompts.form import PartKind

    rows: list[FormRow] = []
    for part in form.parts:
        found: list[FormRow] = []
        match part.kind:
            case PartKind.WORDS:
                found = [FormRow(Way.TICK, part.id), FormRow(Way.WRITE, part.id, part.own)]
            case PartKind.ANSWERS:
                found = [FormRow(Way.ANSWER, entry.id, entry.text) for entry in part.entries]
            case PartKind.LINES:
                found = [FormRow(Way.WRITE, entry.id, entry.text) for entry in part.entries]
            case PartKind.POINTS:
                found = [FormRow(Way.RAISE, part.id)]
        title = part.title.replace(form.placeholder, name)
        rows += [replace(found[0], heading=title), *found[1:]]
    return tuple(rows)


def words_of(form: Form, part_id: str) -> tuple[Entry, ...]:
    """Return what there is to tick in a part."""
    return next((part.entries for part in form.parts if part.id == part_id), ())


def begun_with(letters: str, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return what can be ticked by these first letters."""
    begins = fold(letters.strip())
    return tuple(each for each in entries if begins and fold(each.text).startswith(begins))


def all_begun_with(text: str, entries: Collection[Entry]) -> tuple[Entry, ...]:
    """Return of each part between commas the first that can be ticked by it; none where one is in own words.

    *Calm, when he is at home* is no tick: what is behind the comma belongs to it.
    """
    found = [begun_with(each, entries)[:1] for each in text.split(",") if each.strip()]
    return tuple(each for some in found for each in some) if all(found) else ()


def answer_by(letter: str, form: Form) -> Answer | None:
    """Return the answer that a letter stands for: the first one of its word."""
    found = zip(Answer, form.answers, strict=True)
    return next((answer for answer, word in found if fold(word).startswith(fold(letter))), None)


# -- taking down ---------------------------------------------------------------------
def taken_down(talk: Talk, pupil_id: str, desk: Desk) -> ParentsForm:
    """Return what was taken down about this child, to go on with."""
    return talk.form_about(pupil_id) or ParentsForm(id=desk.new_id(), pupil_id=pupil_id)


def tick(entry_id: str, talk: Talk, pupil_id: str, desk: Desk) -> None:
    """Tick a word, or take the tick away."""
    _take(taken_down(talk, pupil_id, desk).tick(entry_id), talk, desk)


def answer(entry_id: str, said: Answer | None, talk: Talk, pupil_id: str, desk: Desk) -> None:
    """Note an answer; None takes it out."""
    _take(taken_down(talk, pupil_id, desk).answer(entry_id, said), talk, desk)


def write(entry_id: str, text: str, talk: Talk, pupil_id: str, desk: Desk) -> None:
    """Note what was written in own words; an empty text takes it out."""
    _take(taken_down(talk, pupil_id, desk).write(entry_id, text), talk, desk)


def raise_points(text: str, talk: Talk, pupil_id: str, desk: Desk) -> None:
    """Put what the parents want to talk about in any case on the agenda, in their own column.

    Of a text that was pasted each line is a point.
    """
    about = (pupil_id,) if talk.siblings else ()
    for line in filter(None, map(str.strip, text.splitlines())):
        point = AgendaPoint(id=desk.new_id(), voice=Voice.CARER, text=line, pupil_ids=about)
        talk = talk.raise_point(point)
        desk.do(StepName.POINT_ADDED, talk, line)


def _take(form: ParentsForm, talk: Talk, desk: Desk) -> None:
    after = talk.take_form(form)
    if after != talk:
        desk.do(StepName.FORM_TAKEN, after)


def answered_words(answered: Answered, form: Form | None) -> str:
    """Return an answer in the words of the form; what a colleague took down otherwise stands beside it."""
    words = dict(zip(Answer, form.answers, strict=True)) if form else {each: each.value for each in Answer}
    own, other = words[answered.answer], answered.other
    by = f"{answered.other_by}: " if answered.other_by else ""
    return f"{own} · {by}{words[other]}" if other else own


# -- what stands out -----------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Outstanding:
    """What stands out on a form, in its own words: nothing of it is counted or weighed."""

    seen_as: tuple[str, ...] = ()
    glad: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    own: tuple[str, ...] = ()


def stands_out(taken: ParentsForm, form: Form) -> Outstanding:
    """Return how parents see their child, what goes well, what is worth asking about, and their own words."""
    from prompts.form import PartKind

    words = [each for part in form.parts if part.kind is PartKind.WORDS for each in part.entries]
    asked = [each for part in form.parts if part.kind is PartKind.ANSWERS for each in part.entries]
    answers = ((each, taken.answered_at(each.id)) for each in asked)
    found = [(each, answered) for each, answered in answers if answered]
    # what is so sometimes stands out neither way, and what two took down otherwise is to be asked
    plain = (Answer.YES, Answer.NO)
    said = [(each, at.answer) for each, at in found if at.answer in plain and not at.other]
    unlike = tuple(f"{each.text}: {answered_words(at, form)}" for each, at in found if at.other)
    lines = [each for part in form.parts if part.kind is PartKind.LINES for each in part.entries]
    own = [taken.written_at(part.id) for part in form.parts if part.own]
    no = form.answers[-1]

    def as_answered(entry: Entry, answer: Answer | None) -> str:
        return entry.text if answer is Answer.YES else f"{entry.text}: {no}"

    return Outstanding(
        seen_as=(*(each.text for each in words if each.id in taken.ticked), *filter(None, own)),
        glad=tuple(as_answered(*each) for each in said if each[1] == each[0].glad),
        ask=(*(as_answered(*each) for each in said if each[1] != each[0].glad), *unlike),
        own=tuple(f"{each.text}: {text}" for each in lines if (text := taken.written_at(each.id))),
    )
