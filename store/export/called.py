"""What talks are called to the teacher: after the deadline one is no start talk, unless somebody said so."""

from __future__ import annotations

from datetime import date

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Occasion, Talk
from store.export.wording import many_words, title_words
from store.language import Translator


def talk_called(talk: Talk, school: School, t: Translator) -> str:
    """Return what a talk is called, as a title."""
    named = talk.deck or talk.occasion is Occasion.JOINED
    return title_words(talk.deck, t) if named or not _late(talk.slot.start.date(), school) else t("Talk")


def talks_called(day: SchoolDay, school: School, t: Translator) -> str:
    """Return what the talks of a day are called, as a title."""
    usual = day.usual_deck
    return many_words(usual, t) if usual or not _late(day.date, school) else t("Talks")


def _late(day: date, school: School) -> bool:
    return day >= school.year_of(day).deadline
