"""Which back-up question comes next. Pure: what was asked lives with the caller, as long as the talk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Set
from random import Random

from prompts.deck import Age, Deck, Depth, Occasion, Question, Theme

LIGHT = 2
"""So many questions of a talk are light, where the deck has them."""

BEGIN, FURTHER = 4, 2
"""A talk begins with so many themes of a deck, and each question goes so many further."""

_LATER = {Depth.OPENING, Depth.DEEPENING, Depth.BACK}


def next_question(
    deck: Deck,
    voice: str,
    ages: Set[Age],
    asked: Collection[Question],
    random: Random,
    *,
    within: Collection[Theme] = (),
    ahead: Collection[str] = (),
    late: bool = False,
    occasion: Occasion = Occasion.NEW,
) -> Question | None:
    """Choose a question for this voice that was not asked in this talk.

    The first ones of a talk are light where the deck has such; those after them come from the themes a talk
    begins with, and from more of them each time: light before deep. When the voice has none left, one for
    anyone at the table; never one meant for another voice, because the badge says who is spoken to.

    Args:
        deck: the questions to choose from.
        voice: the badge's voice.
        ages: the pupil's age, or what it may be.
        asked: the questions shown in this talk so far.
        random: the source of chance.
        within: the themes that were asked for; none for all that come up by themselves.
        ahead: the titles of themes that belong to a part of the talk still far off: they come last.
        late: whether the time is nearly up, so that first comes whether there is something else.
        occasion: what the talk comes upon; the themes that are there for it go first.

    Returns:
        The question, or None when there is none left.
    """
    themes = [each for each in deck.themes if (each in within if within else each.comes_up(occasion))]
    fresh = [
        each
        for theme in themes
        for each in theme.questions
        if each not in asked and each.suits(ages) and each.fits(occasion)
    ]
    far = {each for theme in themes if theme.title in ahead and not within for each in theme.questions}
    own = [each for each in fresh if each.voice == voice]
    anyone = [each for each in fresh if each.voice is None]
    if late and not within and not any(each.makes_room for each in asked):
        for choice in (own, anyone):
            if last := [each for each in choice if each.makes_room]:
                return random.choice(last)
    begun = themes if within else themes[: BEGIN + FURTHER * len(asked)]
    special = [theme for theme in themes if occasion in theme.when]
    choice = [each for each in own if each not in far] or own or anyone
    if not choice:
        return None
    lightest = _lightest(choice, [*special, *begun], len(asked))
    return random.choice(_in(special, lightest) or lightest)


def _in(themes: Iterable[Theme], choice: Iterable[Question]) -> list[Question]:
    """Those of the questions that are of one of these themes."""
    theirs = {each for theme in themes for each in theme.questions}
    return [each for each in choice if each in theirs]


def _lightest(choice: list[Question], begun: list[Theme], turn: int) -> list[Question]:
    """Those of the questions whose turn it is: as light, and of as early themes, as there are."""
    now = {Depth.OPENING} if turn < LIGHT else _LATER
    steps = (
        _in(begun, [each for each in choice if each.depth in now]),
        [each for each in choice if each.depth in now],
        _in(begun, [each for each in choice if each.depth in _LATER]),
        [each for each in choice if each.depth in _LATER],
    )
    return next(filter(None, steps), choice)
