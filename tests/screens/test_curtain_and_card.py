from __future__ import annotations

from pathlib import Path

import pytest
from textual.events import Key

from store.domain.talk import TalkState
from tests.screens.classroom import family, opened, reopened, three_families
from tui.widgets.line_input import LineInput


async def test_the_curtain_shows_a_clock_and_no_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        assert visit.screen == "curtain"
        assert not any(name in visit.text for name in ("Liv", "Hamit", "Zuzanna", "Bosman"))


async def test_only_enter_lifts_the_curtain_and_only_a_letter_goes_to_the_names(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("a", "space", "escape", "tab", "up", "f2", "f7", "n", "u", "f9", "ctrl+y")
        assert visit.screen == "curtain"
        await visit.press("d")
        assert visit.screen == "day"


@pytest.mark.parametrize("held", ["enter", "d"])
async def test_a_key_that_is_held_down_lifts_no_curtain(tmp_path: Path, held: str) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.post("f7")
        for _ in range(100):
            visit.clock.go_on(milliseconds=30)
            visit.post(held)
            await visit.dealt_with()
        assert visit.screen == "curtain"
        await visit.press(held)
        assert visit.screen != "curtain"


async def test_nothing_typed_ahead_of_the_curtain_lifts_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        for key in ("f7", "enter", "d", "slash", "f9", "enter"):
            visit.post(key)
        await visit.dealt_with()
        assert visit.screen == "curtain"


async def test_a_family_out_of_turn_is_found_by_a_few_letters_and_nobody_is_listed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("slash")
        await visit.enter("x")
        assert visit.t("No name today begins like that.") in visit.flat
        assert not any(name in visit.text for name in ("Liv", "Hamit", "Zuzanna"))
        await visit.press("ctrl+u")
        await visit.enter("/zuz")
        assert visit.screen == "welcome"
        assert "Zuzanna" in visit.text
        await visit.press("escape")
        assert visit.screen == "curtain"


async def test_enter_on_the_curtain_leads_to_the_card_of_the_next_family_only(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        assert visit.screen == "welcome"
        assert "Liv Bosman" in visit.text
        assert "Hamit" not in visit.text


async def test_what_is_typed_ahead_of_the_board_lands_on_its_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        visit.clock.go_on(seconds=1.5)
        visit.app.post_message(Key("enter", "\r"))
        await visit.type("een nota van de tante")
        assert visit.line == "een nota van de tante"
        assert visit.talk().state is TalkState.RUNNING
        assert not visit.talk().presence.interpreter


@pytest.mark.parametrize("letters", ["", "een nota van de tante"])
async def test_enter_that_is_held_or_typed_ahead_stops_at_the_card(tmp_path: Path, letters: str) -> None:
    async with opened(tmp_path) as visit:
        visit.clock.go_on(seconds=2)
        for _ in range(60):
            visit.clock.go_on(milliseconds=33)
            visit.post("enter")
            await visit.dealt_with()
        await visit.type(letters)
        assert (visit.screen, visit.talk().state) == ("welcome", TalkState.PLANNED)
        assert "✓ tolk" not in visit.flat
        # and the key line says that nothing counts yet
        assert visit.text.splitlines()[-1].startswith("… ↵")
        await visit.press("enter")
        assert visit.screen == "talk"


async def test_the_first_curtain_is_deaf_too_to_what_was_typed_while_it_came(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        for key in ("enter", "d", "enter", "enter", "slash"):
            visit.post(key)
            visit.clock.go_on(milliseconds=400)
            await visit.dealt_with()
        assert visit.screen == "curtain"


async def test_enter_behind_a_name_or_a_preview_does_nothing_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("w")
        await visit.type("oma")
        for _ in range(3):
            visit.clock.go_on(milliseconds=400)
            visit.post("enter")
            await visit.dealt_with()
        assert visit.screen == "welcome"
        await visit.press("escape", "d", "f9", "v")
        for _ in range(5):
            visit.clock.go_on(milliseconds=400)
            visit.post("enter")
            await visit.dealt_with()
        assert not visit.clipboard.text


@pytest.mark.parametrize("sentence", ["wil graag naast Lotte", "vindt rekenen leuk", "tekent graag"])
async def test_a_sentence_typed_on_the_card_makes_nobody_of_its_letters(
    tmp_path: Path, sentence: str
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        visit.clock.go_on(seconds=2)
        for letter in sentence:
            visit.clock.go_on(milliseconds=150)
            visit.post(letter if letter != " " else "space")
        visit.clock.go_on(milliseconds=150)
        visit.post("enter")
        await visit.dealt_with()
        # it stands there to be seen: neither a name at the table nor a point
        assert visit.app.screen.query_one(LineInput).text == sentence[1:]
        assert not visit.desk.day.talks[0].points
        # and what was meant is taken by an Enter that comes behind the question whether it was
        assert f"Bedoel je '{sentence[1:]}'?" in visit.flat
        visit.clock.go_on(seconds=1)
        await visit.press("enter")
        assert not any(line.text for line in visit.app.screen.query(LineInput))


@pytest.mark.parametrize(
    ("typed", "here"),
    [("woma Riet", "oma Riet"), ("wFatma van hiernaast", "Fatma van hiernaast"), ("tMehmet", "Mehmet")],
)
async def test_a_name_typed_in_one_go_behind_its_letter_is_taken_at_once(
    tmp_path: Path, typed: str, here: str
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        visit.clock.go_on(seconds=2)
        for letter in typed:
            visit.clock.go_on(milliseconds=100)
            visit.post(letter if letter != " " else "space")
        visit.clock.go_on(milliseconds=100)
        visit.post("enter")
        await visit.dealt_with()
        assert here in visit.text
        assert not visit.app.screen.query(LineInput)


async def test_the_number_that_a_sentence_begins_with_sends_nobody_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        for sentence in ("3 keer per week", "2x gebeld"):
            visit.clock.go_on(seconds=2)
            for letter in sentence:
                visit.clock.go_on(milliseconds=150)
                visit.post(letter if letter != " " else "space")
            await visit.dealt_with()
            assert "·  Eline" not in visit.text, sentence
            assert "·  Mark" not in visit.text, sentence
        # on purpose it still does
        visit.clock.go_on(seconds=2)
        await visit.press("3")
        assert "3  ·" in visit.text


async def test_who_was_named_or_sent_out_on_the_card_is_so_behind_the_curtain_and_after_a_false_start(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("n")
        visit.clock.go_on(seconds=1.5)
        await visit.press("n")
        assert visit.talk().state is TalkState.NOT_COME
        await visit.press("slash")
        await visit.enter("liv")
        await visit.press("2", "w")
        await visit.enter("oma Riet")
        await visit.press("f8", "slash")
        await visit.enter("liv")
        for times in range(2):
            assert "2  ·" in visit.text, times
            assert "✓  oma Riet" in visit.text, times
            if not times:
                await visit.press("enter")
                visit.clock.go_on(seconds=2)
                await visit.press("ctrl+z")
                assert visit.screen == "welcome"
        assert visit.talk().state is TalkState.NOT_COME


async def test_digits_switch_people_on_and_off_pupil_first(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("1", "3", "7", "enter")
        mark = visit.talk().audience[0].id
        assert not visit.talk().presence.pupil
        assert visit.talk().presence.carers == (mark,)


async def test_an_interpreter_who_is_expected_is_there_until_switched_off(tmp_path: Path) -> None:
    long = "Maximiliaan-Alexander Bosman van Oldenbarneveldt tot Stoutenburg en Zwartewaal"
    ours = family(long, "Mark Bosman", at="13:00", language="Nederlands")
    async with opened(tmp_path, (ours, *three_families()[1:])) as visit:
        await visit.to_card()
        lines = visit.text.splitlines()
        at = next(at for at, line in enumerate(lines) if line.startswith("  1  ✓  Max"))
        assert lines[at + 1] == "        Zwartewaal", "a long name hangs under itself"
        assert "· tolk" in visit.flat
        assert "Nederlands" not in visit.flat
        await visit.press("escape")
        await visit.to_day()
        await visit.press("end", "enter")
        assert "✓ tolk (Pools)" in visit.flat
        await visit.press("t")
        assert "· tolk (Pools)" in visit.flat
        await visit.press("t")
        assert visit.t("Who interprets?") in visit.flat
        await visit.press("escape")
        assert "· tolk (Pools)" in visit.flat
        await visit.press("t")
        await visit.enter("")
        assert "✓ tolk (Pools)" in visit.flat
        await visit.press("enter")
        here = visit.desk.day.in_order[2].presence
        assert (here.interpreter, here.interpreter_name) == (True, "")


async def test_an_interpreter_has_a_name_once_it_is_given_on_the_card_or_during_the_talk(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("t")
        # the child has a voice of its own
        for child in ("liv", "Liv Bosman"):
            await visit.enter(child)
            refused = visit.t("{name} takes part as pupil; let somebody else interpret.", name="Liv")
            assert refused in visit.flat, child
            await visit.press("ctrl+u")
        await visit.enter("Halina Nowak")
        assert "✓ Halina Nowak als tolk" in visit.flat
        # who was let go by mistake is back with Enter
        await visit.press("t")
        assert "Halina" not in visit.flat
        await visit.press("t", "enter")
        assert "✓ Halina Nowak als tolk" in visit.flat
        await visit.press("enter")
        assert "Liv, M. Bosman, E. Kuipers en Halina Nowak als tolk" in visit.flat
        await visit.press("f3", "t", "enter")
        assert "als tolk" not in visit.flat
        assert visit.talk().presence.interpreter_name == ""
        await visit.press("f3", "t")
        await visit.enter("oma Fatma")
        # and typing puts somebody else in the place of who was let go
        await visit.press("t", "t")
        await visit.enter("oma Riet")
        await visit.press("enter")
        assert "oma Riet als tolk" in visit.flat


async def test_somebody_who_came_along_is_welcomed_by_name(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("w")
        await visit.enter("oma Fatma")
        assert "✓ oma Fatma" in visit.flat
        await visit.press("enter")
        assert visit.talk().presence.others == ("oma Fatma",)


@pytest.mark.parametrize("key", ["w", "f3", "ctrl+o"])
async def test_the_key_that_adds_somebody_during_the_talk_does_so_on_the_card(
    key: str, tmp_path: Path
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press(key)
        await visit.enter("oma Hatice")
        assert "oma Hatice" in visit.text


async def test_the_remark_is_hidden_until_asked_for_and_shown_as_it_was_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        assert "[oma]" not in visit.text
        await visit.press("o")
        assert "komt met [oma] =1+1" in visit.text
        await visit.press("o")
        assert "[oma]" not in visit.text


async def test_preparing_keeps_the_clock_off_and_the_slip_off_the_card(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("v")
        await visit.enter("lezen thuis")
        assert visit.t("the clock is off") in visit.text
        assert visit.raised() == [("teacher", "lezen thuis")]
        assert (visit.talk().state, visit.talk().sittings) == (TalkState.PLANNED, ())
        await visit.press("escape")
        assert visit.screen == "welcome"
        assert "lezen thuis" not in visit.text


@pytest.mark.parametrize("key", ["f7", "f8", "f9"])
async def test_no_family_reads_what_was_prepared_not_half_typed_nor_by_undo(tmp_path: Path, key: str) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("v")
        await visit.enter("lezen thuis")
        await visit.type("pas op met vad")
        await visit.press(key)
        if visit.screen == "curtain":
            await visit.to_card()
        await visit.press("enter")
        assert (visit.screen, visit.line) == ("talk", "")
        assert [point.text for point in visit.talk().prepared] == ["lezen thuis", "pas op met vad"]
        await visit.enter("een punt")
        for _ in range(2):
            visit.clock.go_on(seconds=2)
            await visit.press("ctrl+z")
            assert "lezen" not in visit.text
            assert "pas op" not in visit.text
            await visit.press("ctrl+u")
        assert (visit.screen, visit.talk().state) == ("welcome", TalkState.PLANNED)
        await visit.press("v", "ctrl+z")
        assert visit.line == "pas op met vad"


@pytest.mark.parametrize("key", ["f7", "f9", "escape"])
async def test_every_way_out_of_preparing_leads_back_to_the_card(tmp_path: Path, key: str) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("v", key)
        assert visit.screen == "welcome"
        assert visit.talk().state is TalkState.PLANNED


async def test_not_come_on_the_card_can_be_taken_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("n")
        visit.clock.go_on(seconds=1)
        await visit.press("n")
        assert (visit.talk().state, visit.screen) == (TalkState.NOT_COME, "curtain")
        await visit.press("slash")
        await visit.enter("liv")
        # it may have come after all, and reads its card
        assert "niet gekomen" not in visit.text
        await visit.press("u")
        assert visit.talk().state is TalkState.PLANNED


async def test_a_third_press_of_the_letter_brings_back_no_family_that_did_not_come(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        for _ in range(3):
            visit.clock.go_on(seconds=1)
            await visit.press("n")
        assert (visit.talk().state, visit.screen) == (TalkState.NOT_COME, "curtain")


async def test_a_talk_that_was_set_aside_as_the_last_is_called_up_by_its_first_letters(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        for _ in visit.desk.day.talks:
            await visit.to_board()
            await visit.press("f7")
        visit.clock.go_on(seconds=2)
        await visit.press("enter", "enter")
        assert visit.screen == "nobodyleft"
        visit.clock.go_on(seconds=2)
        await visit.press("slash")
        await visit.enter("liv")
        assert "Verder met Liv" in visit.text


async def test_behind_a_family_that_does_not_come_the_next_one_is_greeted(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("a")
        visit.clock.go_on(seconds=1)
        await visit.press("a")
        assert visit.talk().state is TalkState.CANCELLED
        await visit.press("enter")
        assert "Hamit" in visit.text


async def test_a_word_typed_on_the_curtain_shows_no_names(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        for word in ("dat", "dus nu", "de juf"):
            visit.clock.go_on(seconds=2)
            for letter in word:
                visit.post(letter)
                await visit.dealt_with()
            assert visit.screen == "curtain", word
            assert "Een woord doet hier niets" in visit.text
        visit.clock.go_on(seconds=2)
        for letter in "dj":
            visit.post(letter)
            visit.clock.go_on(seconds=1.5)
            await visit.dealt_with()
        assert visit.screen == "curtain", "typed slowly"
        # two keys that were pressed at a go are no word
        visit.clock.go_on(seconds=2)
        for letter in "dw":
            visit.post(letter)
            await visit.dealt_with()
        assert visit.screen == "week"


async def test_a_name_typed_on_the_card_sends_nobody_away(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        for letter in ("a", "n", "n", "a"):
            visit.clock.go_on(seconds=2)
            visit.post(letter if letter != "n" else "i")
            visit.post(letter)
            await visit.dealt_with()
        # nor does the word count as the first of two, or show what is not for the family
        for word in ("naam", "oma"):
            visit.clock.go_on(seconds=2)
            for letter in word:
                visit.post(letter)
            await visit.dealt_with()
            assert "Een woord doet hier niets" in visit.text
            assert "komt met" not in visit.text
            visit.clock.go_on(seconds=2)
            await visit.press(word[0])
            assert (visit.talk().state, visit.screen) == (TalkState.PLANNED, "welcome")
        assert "komt met" in visit.text
        await visit.press("n")
        said = visit.t("Once more {letter}: this talk does not take place now.", letter="n")
        assert said in visit.text
        await visit.press("enter")
        assert visit.talk().state is TalkState.RUNNING


@pytest.mark.parametrize("word", ["binnen", "aan"])
async def test_a_word_that_is_spelt_out_on_the_card_sends_nobody_away(tmp_path: Path, word: str) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        for letter in word:
            visit.clock.go_on(seconds=1.2)
            visit.post(letter)
            await visit.dealt_with()
        assert visit.talk().state is TalkState.PLANNED
        # on purpose it is still done, also when another key was pressed just before
        if visit.screen == "curtain":
            await visit.to_card()
        await visit.press("o", "n")
        for _ in range(2):
            visit.clock.go_on(seconds=1.5)
            await visit.press("n")
        assert (visit.talk().state, visit.screen) == (TalkState.NOT_COME, "curtain")
        visit.clock.go_on(seconds=5)
        await visit.press("x")
        assert visit.talk().state is TalkState.NOT_COME


async def test_a_talk_that_the_program_broke_off_is_the_first_to_go_on_with(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("slaapt slecht")
    async with reopened(tmp_path) as visit:
        assert visit.talk().state is TalkState.SET_ASIDE
        await visit.press("enter")
        assert visit.t("On with {name}", name="Liv Bosman") in visit.text
        await visit.press("escape")
        await visit.press("slash")
        await visit.enter("hamit")
        await visit.press("enter", "f7")
        await visit.press("enter")
        assert "Zuzanna" in visit.text


async def test_a_talk_that_goes_on_is_behind_the_curtain_not_the_next_card(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("half get")
        await visit.press("f8")
        assert visit.screen == "curtain"
        assert "half" not in visit.text
        await visit.press("enter")
        assert (visit.screen, visit.line) == ("talk", "half get")


async def test_who_is_here_is_asked_again_when_a_talk_goes_on_after_it_was_set_aside(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("2", "enter", "f7", "d", "home", "enter")
        assert visit.screen == "welcome"
        assert visit.talk().state is TalkState.SET_ASIDE
        await visit.press("2", "enter")
        assert visit.talk().state is TalkState.RUNNING
        assert set(visit.talk().presence.carers) == {carer.id for carer in visit.talk().audience}
        assert len(visit.talk().sittings) == 2
