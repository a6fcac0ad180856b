"""Which part of a talk it is, by its share of the time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from prompts.deck import Deck, Phase
from store.domain.timer import Sitting, countdown
from tests.screens.classroom import family
from tui.desk.kinds.phases import part_now, themes_ahead

BEGUN = datetime(2026, 8, 25, 11, tzinfo=UTC)
DECK = Deck(
    title="",
    language="nl",
    themes=(),
    phases=(Phase(title="Begin", share=25, advice="Rustig."), Phase(title="Slot", share=75, advice="Samen.")),
)
TALK = replace(family("Liv Bosman", at="13:00"), sittings=(Sitting(started=BEGUN),))


def told(passed: float, extra: int = 0, before: float = 0) -> tuple[str, float] | None:
    """The part so many minutes after it began, and the minutes that has still."""
    sitting = replace(TALK.sittings[0], extra_minutes=extra)
    earlier = Sitting(started=BEGUN - timedelta(hours=1), ended=BEGUN - timedelta(minutes=60 - before))
    talk = replace(TALK, sittings=(*((earlier,) if before else ()), sitting))
    found = part_now(DECK, talk, countdown(sitting, 20, None), BEGUN + timedelta(minutes=passed))
    return (found.title, found.left / timedelta(minutes=1)) if found else None


@pytest.mark.parametrize(
    ("passed", "extra", "before", "part"),
    [
        (0, 0, 0, ("Begin", 5)),
        (-60, 0, 0, ("Begin", 5)),
        (4, 0, 0, ("Begin", 1)),
        (5, 0, 0, ("Slot", 15)),
        (5, 8, 0, ("Begin", 2)),
        (0, 0, 12, ("Slot", 20)),
        (20, 0, 0, None),
    ],
    ids=["begun", "a clock set back", "later", "next", "with minutes more", "taken up again", "time is up"],
)
def test_a_part_lasts_its_share_of_all_the_time_there_is(
    passed: float, extra: int, before: float, part: tuple[str, float] | None
) -> None:
    assert told(passed, extra, before) == part


def test_themes_of_this_part_and_of_the_next_are_near_and_none_is_far_once_the_time_is_up() -> None:
    titles = ("Begin", "Midden", "Slot")
    phases = tuple(
        Phase(title=each, share=share, advice="", themes=(each, "Overal"))
        for each, share in zip(titles, (25, 50, 25), strict=True)
    )
    clock = countdown(TALK.sittings[0], 20, None)
    ahead = [
        themes_ahead(replace(DECK, phases=phases), TALK, clock, BEGUN + timedelta(minutes=passed))
        for passed in (0, 5, 15, 20)
    ]
    assert ahead == [{"Slot"}, frozenset(), frozenset(), frozenset()]


def test_a_kind_without_parts_has_none_and_neither_has_a_talk_without_a_deck() -> None:
    clock = countdown(TALK.sittings[0], 20, None)
    for deck in (replace(DECK, phases=()), None):
        assert part_now(deck, TALK, clock, BEGUN) is None


@pytest.mark.parametrize(
    ("group", "advice"), [("3", "Rustig."), ("havo 4", "De leerling begint."), ("", "Rustig.")]
)
def test_where_the_pupil_leads_part_of_the_talk_the_advice_is_another_one(group: str, advice: str) -> None:
    first, last = DECK.phases
    deck = replace(DECK, phases=(replace(first, older="De leerling begint."), last))
    talk = replace(TALK, pupil=replace(TALK.pupil, group=group))
    found = part_now(deck, talk, countdown(talk.sittings[0], 20, None), BEGUN)
    assert found is not None
    assert found.advice == advice
