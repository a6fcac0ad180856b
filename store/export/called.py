"""What talks are called to the teacher: after the deadline one is about progress, unless somebody said so."""

from __future__ import annotations

from collections.abc import Collection

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Occasion, Talk
from store.export.wording import many_words, title_words
from store.language import Translator


def talk_called(talk: Talk, school: School, t: Translator, joined: Collection[str] = ()) -> str:
    """Return what a talk is called, as a title; one of those with a pupil who `joined` is a start talk."""
    return t("Progress talk") if _about_progress(talk, school, joined) else title_words(talk.deck, t)


def talks_called(day: SchoolDay, school: School, t: Translator, joined: Collection[str] = ()) -> str:
    """Return what the talks of a day are called, as a title."""
    usual = day.usual_deck
    progress = not usual and any(_about_progress(talk, school, joined) for talk in day.talks)
    return t("Progress talks") if progress else many_words(usual, t)


def _about_progress(talk: Talk, school: School, joined: Collection[str]) -> bool:
    named = talk.deck or talk.occasion is Occasion.JOINED or talk.id in joined
    day = talk.slot.start.date()
    return not named and day >= school.year_of(day).deadline
