"""Which back-up question comes next. Pure: what was asked lives with the caller, as long as the talk."""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import date
from random import Random

from prompts.deck import Band, Deck, Question

OLDER_FROM = 8
"""The age a pupil reaches in the calendar year in which group 5 begins."""

FIRST_OLDER_GROUP = 5

BEGIN, FURTHER = 4, 2
"""A talk begins with so many themes of a deck, and each question goes so many further."""

_YOUNGER_WORDS = re.compile(r"(?<![a-z])(peuter|kleuter)", re.IGNORECASE)
_OLDER_WORDS = re.compile(r"(?<![a-z])(vmbo|mavo|havo|vwo|gymnasium|atheneum|brugklas|mbo)", re.IGNORECASE)
_PRIMARY = re.compile(
    r"(?:groep|group|gr\.?)?\s*[1-8]\s*[a-z]?(?:\s*[/+&-]\s*[1-8]\s*[a-z]?)*", re.IGNORECASE
)


def next_question(
    deck: Deck, voice: str, band: Band | None, asked: Collection[str], random: Random
) -> Question | None:
    """Choose a question for this voice that was not asked in this talk.

    The first of a talk is a light opener where the deck has one; those after it come from the themes a talk
    begins with, and from more of them each time: light before deep. When the voice has none left, one for
    anyone at the table; never one meant for another voice, because the badge says who is spoken to.

    Args:
        deck: the questions to choose from.
        voice: the badge's voice, as the deck spells it.
        band: the pupil's age, None when unknown.
        asked: ids of the questions shown in this talk so far.
        random: the source of chance.

    Returns:
        The question, or None when there is none left.
    """
    fresh = [each for each in deck.questions if each.id not in asked and each.suits(band)]
    choice = [each for each in fresh if each.voice == voice] or [each for each in fresh if each.voice is None]
    begun = {each.id for theme in deck.themes[: BEGIN + FURTHER * len(asked)] for each in theme.questions}
    light = [each for each in choice if (each.id in begun if asked else each.opener)]
    return random.choice(light or choice) if choice else None


def band_of(group: str, birth_date: date | None, on: date) -> Band | None:
    """Say roughly how old a pupil is, for choosing questions.

    The birth date says it best and is counted per school year, so that nobody changes half-way.
    Without one the name of the group is read: "3", "groep 5b", "1/2", "kleuters", "havo 4".

    Args:
        group: the name of the group, as the school writes it.
        birth_date: the pupil's, where known.
        on: the day of the talk.

    Returns:
        The band, or None when neither tells: "4/5", "Vlinders".
    """
    if birth_date is not None:
        # the turn of the school year is also in the store, which the decks know nothing of
        began = on.year if on.month >= 8 else on.year - 1
        return Band.OLDER if began - birth_date.year >= OLDER_FROM else Band.YOUNGER
    if _OLDER_WORDS.search(group):
        return Band.OLDER
    if _YOUNGER_WORDS.search(group):
        return Band.YOUNGER
    if not _PRIMARY.fullmatch(group.strip()):
        return None
    older = {int(digit) >= FIRST_OLDER_GROUP for digit in re.findall("[1-8]", group)}
    if len(older) > 1:
        return None
    return Band.OLDER if True in older else Band.YOUNGER
