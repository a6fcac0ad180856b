"""What happens to the half-typed line, the sentence and the chosen row when a talk leaves its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.domain.talk import TalkState
from store.files.repository import Repository
from tests.screens.classroom import Visit, opened
from tui.screens.day.day import DayScreen


def chosen(visit: Visit) -> str:
    """The first name of the child whose row is chosen; empty when there is none."""
    assert isinstance(visit.app.screen, DayScreen)
    talk = visit.app.screen.chosen()
    return talk.pupil.first_name if talk else ""


async def test_a_half_typed_line_goes_along_with_its_talk_to_another_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("dit is de halve regel")
        await visit.press("f7", "d", "home", "l")
        await visit.enter("27-8 15:40")
        await visit.press("pagedown", "home", "enter", "enter")
        assert visit.desk.day.date == date(2026, 8, 27)
        assert (visit.screen, visit.line) == ("talk", "dit is de halve regel")
        await visit.kept()
    stored = Repository.reading(tmp_path / "data")
    assert stored.drafts(date(2026, 8, 25)) == ()


async def test_a_half_typed_line_stays_when_its_talk_moves_within_the_day(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("dit is de halve regel")
        await visit.press("f7", "d", "home", "l")
        await visit.enter("16:20")
        await visit.press("end", "enter", "enter")
        assert (visit.screen, visit.line) == ("talk", "dit is de halve regel")


async def test_a_line_typed_after_a_move_leaves_the_one_that_went_along_alone(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("van Liv")
        await visit.press("f7", "d", "home", "l")
        await visit.enter("27-8 15:40")
        await visit.press("home", "enter", "enter")
        await visit.type("van Hamit")
        await visit.kept()
    stored = Repository.reading(tmp_path / "data")
    assert [draft.text for draft in stored.drafts(date(2026, 8, 25))] == ["van Hamit"]
    assert [draft.text for draft in stored.drafts(date(2026, 8, 27))] == ["van Liv"]


async def test_a_move_to_another_day_says_which_day_and_how_to_come_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "l")
        await visit.enter("27-8 15:40")
        assert "do 27 aug om 15:40. De toets u draait dat terug." in visit.text
        await visit.press("home", "l")
        await visit.enter("27-8 15:50")
        assert "do 27 aug om 15:50. Let op: dan is Liv (15:40) ook gepland." in visit.flat


async def test_after_a_move_to_another_day_the_next_row_is_chosen_and_after_the_last_the_last(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("home", "down", "l")
        await visit.enter("27-8 15:40")
        assert chosen(visit) == "Zuzanna"
        await visit.press("l")
        await visit.enter("27-8 16:40")
        assert chosen(visit) == "Liv"
        await visit.press("a")
        assert visit.talk().state is TalkState.CANCELLED


async def test_a_row_stays_chosen_when_a_family_more_is_taken_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("plus")
        await visit.enter("16:20 Noor Vos")
        await visit.press("end")
        assert chosen(visit) == "Noor"
        await visit.press("u")
        assert chosen(visit) == "Zuzanna"
