"""What talks are called to the teacher: after the deadline one is about progress, unless somebody said so.

One that is held of a plan is the contact moment that was agreed on, whenever it is.
"""

from __future__ import annotations

from collections.abc import Collection

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Occasion, Talk
from store.export.wording.titles import CONTACT, many_words, title_words
from store.language import Translator


def talk_called(talk: Talk, school: School, t: Translator, joined: Collection[str] = ()) -> str:
    """Return what a talk is called, as a title; one of those with a pupil who `joined` is a start talk."""
    return t("Progress talk") if _about_progress(talk, school, joined) else title_words(deck_of(talk), t)


def talks_called(day: SchoolDay, school: School, t: Translator, joined: Collection[str] = ()) -> str:
    """Return what the talks of a day are called, as a title; of nothing else: contact moments."""
    deck = deck_of_most(day)
    progress = not deck and any(_about_progress(talk, school, joined) for talk in day.talks)
    return t("Progress talks") if progress else many_words(deck, t)


def called_otherwise(
    talk: Talk, day: SchoolDay, school: School, t: Translator, joined: Collection[str] = ()
) -> str:
    """Return what a talk of a day is called; empty where the title of the day says so for all of them."""
    alone = SchoolDay(date=day.date, talks=(talk,))
    as_the_day = talks_called(alone, school, t, joined) == talks_called(day, school, t, joined)
    return "" if as_the_day else talk_called(talk, school, t, joined)


def deck_of(talk: Talk) -> str:
    """Return the name of the deck that a talk has: of one that is held of a plan, that of contact moments."""
    return CONTACT if is_held(talk) else talk.deck


def deck_of_most(day: SchoolDay) -> str:
    """Return the name of the deck of a day: of nothing but what is held of plans, that of contact moments."""
    return CONTACT if day.talks and all(map(is_held, day.talks)) else day.usual_deck


def is_held(talk: Talk) -> bool:
    """Return whether a talk is a contact moment of another that is held, and no kind of talk of its own."""
    return talk.follows is not None and not talk.deck


def _about_progress(talk: Talk, school: School, joined: Collection[str]) -> bool:
    named = talk.deck or talk.occasion is Occasion.JOINED or talk.id in joined or talk.follows is not None
    day = talk.slot.start.date()
    return not named and day >= school.year_of(day).deadline
