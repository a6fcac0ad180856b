"""What is said of a key that leads on elsewhere, and of letters behind a key that led to a line."""

from __future__ import annotations

from pathlib import Path

from tests.screens.classroom import Visit, opened


async def say_on(visit: Visit, *keys: str) -> list[str]:
    """The keys of these after which no word was said."""
    silent = []
    for key in keys:
        await visit.press(key)
        if f"{key.upper()} doet hier niets" not in visit.flat:
            silent.append(f"{visit.screen}: {key}")
    return silent


async def test_a_key_that_leads_on_elsewhere_says_that_it_does_nothing_here_and_not_on_the_curtain(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("f9")
        assert "doet hier niets" not in visit.text, "the curtain shows a clock"
        await visit.to_day()
        silent = await say_on(visit, "f2", "f5")
        await visit.press("f8")
        await visit.to_card()
        silent += await say_on(visit, "f2", "f4", "f9")
        await visit.press("enter", "f3")
        silent += await say_on(visit, "f2", "f9")
        await visit.press("w")
        silent += await say_on(visit, "f9")
        await visit.press("escape", "escape", "f9")
        silent += await say_on(visit, "f2")
        assert silent == []


async def spell(visit: Visit, word: str, gap: float) -> None:
    """Type a word, with so many seconds before each letter."""
    for letter in word:
        visit.clock.go_on(seconds=gap)
        visit.post(letter)
        await visit.dealt_with()


async def test_a_word_of_which_the_first_letter_was_a_key_seats_nobody_by_the_rest_of_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        for gap in (0, 0.3, 0.6):
            await visit.press("f3", "t", "enter", "t")
            visit.clock.go_on(seconds=5)
            await spell(visit, "toch", gap)
            visit.clock.go_on(seconds=5)
            visit.post("enter")
            await visit.dealt_with()
            assert "Bedoel je 'och'? Enter neemt het nu, ctrl+u wist het." in visit.flat
            # a second one right behind it is no answer
            visit.post("enter")
            await visit.dealt_with()
            await visit.press("ctrl+u", "escape", "enter")
            assert (visit.screen, visit.talk().presence.interpreter) == ("talk", False)


async def test_a_name_behind_a_key_is_taken_once_it_was_said_to_be_meant(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f3")
        visit.clock.go_on(seconds=5)
        await spell(visit, "wjan", 0.2)
        visit.post("enter")
        await visit.dealt_with()
        visit.clock.go_on(seconds=2)
        visit.post("enter")
        await visit.dealt_with()
        assert visit.talk().presence.others == ("jan",)
        visit.clock.go_on(seconds=5)
        await spell(visit, "wopa", 0.2)
        visit.post("enter")
        await visit.dealt_with()
        assert visit.talk().presence.others == ("jan", "opa"), "a word for somebody begins a name"


async def test_no_example_names_a_family_while_one_is_in_the_room(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("w")
        assert "oma, bijvoorbeeld" in visit.flat
        await visit.press("escape", "+")
        assert "voornaam achternaam" in visit.flat
