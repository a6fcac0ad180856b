"""Keys that come faster than their answer, and letters that have no shape of their own."""

from __future__ import annotations

from pathlib import Path

from textual.events import Key

from tests.app.scenes import families
from tests.screens.classroom import Visit, opened
from tui.keys import RESTING
from tui.widgets.line_input import LineInput


def burst(visit: Visit, *keys: str) -> None:
    """Keys with nothing in between."""
    for key in keys:
        visit.app.screen.post_message(Key(key, key if len(key) == 1 else None))


async def test_a_second_key_on_a_question_does_not_answer_it_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f4")
        burst(visit, "3", "4", "5")
        await visit.pilot.pause()
        assert visit.screen == "talk"
        sitting = visit.talk().sitting
        assert sitting is not None
        assert sitting.extra_minutes == 3


async def test_a_letter_that_came_twice_counts_once_and_is_on_no_line_that_it_led_to(tmp_path: Path) -> None:
    async with opened(tmp_path, families()) as visit:

        async def twice(key: str) -> None:
            visit.clock.go_on(seconds=2)
            visit.post(key)
            visit.post(key)
            await visit.dealt_with()

        await twice("d")
        await twice("s")
        assert [len(talk.pupils) for talk in visit.desk.day.in_order] == [2, 1, 1]
        await twice("l")
        assert visit.screen == "ask"
        assert visit.app.screen.query_one(LineInput).text == ""
        assert RESTING.strip() in visit.text
        visit.clock.go_on(seconds=2)
        await visit.type("ruil")
        assert visit.app.screen.query_one(LineInput).text == "ruil"
        await visit.press("ctrl+u", "escape", "f8")
        await visit.to_card()
        await twice("1")
        await twice("enter")
        assert not visit.talk().presence.pupil
        await visit.press("f4")
        await twice("5")
        assert (visit.screen, visit.line) == ("talk", "")
        await visit.press("f3")
        await twice("3")
        await visit.press("enter")
        assert len(visit.talk().presence.carers) == 1


async def test_a_word_typed_at_once_behind_the_letter_that_opened_its_line_is_whole(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        visit.clock.go_on(seconds=2)
        for letter in "ttante":
            visit.post(letter)
        await visit.dealt_with()
        await visit.press("enter")
        assert "tante als tolk" in visit.text


async def test_a_word_whose_letters_led_to_another_page_puts_back_nothing_of_the_one_before(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        for word in ("wie", "even", "week", "welkom"):
            await visit.to_day()
            before = visit.desk.day
            visit.clock.go_on(seconds=2)
            for letter in word:
                visit.post(letter)
                await visit.dealt_with()
            assert visit.app.is_running
            assert visit.desk.day is before
            assert "Een woord doet hier niets" in visit.text
            await visit.press("escape", "f8")


async def test_the_digit_of_nobody_does_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        before = visit.text
        await visit.press("0", "9")
        assert visit.text == before


async def test_joiners_are_typed_as_well_as_pasted(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("👨\u200d👩\u200d👧", "می\u200cخواهم")
        assert [text for _, text in visit.raised()] == ["👨\u200d👩\u200d👧", "می\u200cخواهم"]
