"""The form that parents fill in at home, in words: who has one, when the talks are, what stands out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from store.domain.talk import Talk
from store.export.wording.days import day_short
from store.export.wording.people import listed
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.kinds.decks import Decks
from tui.desk.kinds.forms import (
    FormRow,
    Outstanding,
    Way,
    all_begun_with,
    answered_words,
    begun_with,
    form_of,
    rows_of,
    season,
    stands_out,
    words_of,
)

if TYPE_CHECKING:
    from prompts.form import Form


def no_form_words(t: Translator) -> str:
    """Say why there is no form before a talk of another kind."""
    from prompts.form import form

    decks = Decks()
    found = (decks.deck(t.language, name) for name in decks.names(t.language) if form(t.language, name))
    kinds = [deck.said for deck in found if deck]
    return t(
        "A form beforehand belongs to {kinds} alone: any other talk begins with what child and parents bring"
        " up themselves, not with a list of questions.",
        kinds=listed(kinds, t),
    )


def season_words(deck: str, desk: Desk, t: Translator) -> str:
    """Say when talks of this kind are held, and when their form goes home; empty where there is no form."""
    form = form_of(deck, t)
    if form is None:
        return ""
    found = season(form, desk.year)
    if found is None:
        return t.n(
            "Its time is a week after the autumn holiday.",
            "Its time is {count} weeks after the autumn holiday.",
            form.weeks_after_autumn,
        )
    first, last, by = (day_short(day, t, year=False) for day in (found.first, found.last, found.form_by))
    if found.form_by < desk.local().date():
        return t("Its time is {first} to {last}; print the form from ctrl+p.", first=first, last=last)
    return t(
        "Its time is {first} to {last}; the form goes home by {by}, printed from ctrl+p.",
        first=first,
        last=last,
        by=by,
    )


def row_label_words(row: FormRow, t: Translator) -> str:
    """Say what is filled in on a row of the form."""
    match row.way:
        case Way.TICK:
            return t("what fits")
        case Way.RAISE:
            return t("onto the agenda, for the parents")
    return row.label


def row_value_words(row: FormRow, form: Form, talk: Talk, pupil_id: str) -> str:
    """Say what was taken down on a row; of what is on the agenda the board tells."""
    if (taken := talk.form_about(pupil_id)) is None:
        return ""
    match row.way:
        case Way.TICK:
            return " · ".join(each.text for each in words_of(form, row.id) if each.id in taken.ticked)
        case Way.ANSWER:
            said = taken.answered_at(row.id)
            return answered_words(said, form) if said else ""
        case Way.WRITE:
            return " ".join(taken.written_at(row.id).split())
    return ""


def row_help_words(row: FormRow, typed: str, form: Form, t: Translator) -> str:
    """Say what a row takes: letters that answer, words that can be ticked, or own words."""
    match row.way:
        case Way.ANSWER:
            return t("{answers} · - takes it out", answers=" · ".join(form.answers))
        case Way.TICK:
            words = words_of(form, row.id)
            found = begun_with(typed.rpartition(",")[2], words) if typed else words
            if typed.strip(" ,") and not all_begun_with(typed.rstrip(" ,"), words):
                return t("None of the words begins so; Enter keeps it as your own.")
            return " · ".join(each.text for each in found)
        case Way.RAISE:
            return t("What you want to talk about in any case stands on the agenda.")
    return t("In your own words; empty takes it out.")


def outstanding_words(form: Form, talk: Talk, pupil_id: str, t: Translator) -> tuple[tuple[str, str], ...]:
    """Return what stands out on a form: what it is, and what they filled in, in their order."""
    found = stands_out(taken, form) if (taken := talk.form_about(pupil_id)) else Outstanding()
    told = (
        (t("How you know {name}", name=_name(talk, pupil_id)), found.seen_as),
        (t("Goes well"), found.glad),
        (t("To talk about together"), found.ask),
        (t("Likes and dislikes"), found.own),
    )
    return tuple((title, " · ".join(said)) for title, said in told if said)


def filled_in_words(talk: Talk, t: Translator) -> Iterator[str]:
    """Tell all that was taken down of the forms of a talk, line by line; by its id where the form is gone."""
    form = form_of(talk.deck, t)
    for taken in talk.forms:
        if form is None:
            yield from taken.ticked
            yield from (f"{each.id}: {answered_words(each, None)}" for each in taken.answered)
            yield from (f"{each.id}: {each.text}" for each in taken.written)
            continue
        for row in rows_of(form, _name(talk, taken.pupil_id)):
            if value := row_value_words(row, form, talk, taken.pupil_id):
                yield f"{row.label or row.heading}: {value}"


def _name(talk: Talk, pupil_id: str) -> str:
    pupil = next((each for each in talk.pupils if each.id == pupil_id), talk.pupil)
    return pupil.everyday_name
