from __future__ import annotations

from pathlib import Path

import pytest

from prompts.loader import load
from store.domain.talk import TalkState
from tests.screens.classroom import family, opened, reopened
from tui.desk.talk import course


async def test_an_exclamation_mark_makes_an_agreement_and_the_badge_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("! ander tafelgroepje")
        assert visit.badge == visit.t("agreement")
        await visit.press("enter")
        assert [each.text for each in visit.talk().agreements] == ["ander tafelgroepje"]
        assert visit.talk().points == ()


async def test_an_exclamation_mark_alone_is_no_agreement_and_stays_on_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("!")
        assert visit.talk().agreements == ()
        await visit.enter(" toch")
        assert [each.text for each in visit.talk().agreements] == ["toch"]


async def test_escape_takes_one_layer_away_and_never_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("punt")
        await visit.press("f2", "up")
        await visit.type("half")
        await visit.press("escape")
        assert visit.question
        assert visit.badge != visit.t("note")
        await visit.press("escape")
        assert visit.question == ""
        await visit.press("escape", "escape")
        assert (visit.screen, visit.line) == ("talk", "half")


async def test_a_question_is_hidden_until_asked_for_another_one_follows_and_a_line_ends_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        assert visit.question == ""
        seen = set()
        for _ in range(4):
            await visit.press("f2")
            seen.add(visit.question)
            assert visit.question[-20:] in visit.text
        assert len(seen) == 4
        await visit.enter("oma komt vaak")
        assert visit.question == ""


async def test_asking_for_questions_leaves_no_trace_on_the_disk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("oma komt vaak")

        def kept() -> dict[Path, bytes]:
            return {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

        before = kept()
        for key in ("f2", "f2", "tab", "f2", "escape"):
            await visit.press(key)
        assert kept() == before


async def test_letters_of_a_theme_ask_for_it_and_stay_until_something_else_is_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("een")
        await visit.press("f2")
        assert visit.line == "een"
        titles = {each.title: each for each in load(visit.t.language).themes}
        for _ in range(3):
            await visit.press("f2")
            assert visit.question.split("  ")[-1] in {
                each.text for each in titles["Een gewone dag"].questions
            }
        assert visit.line == "een"
        await visit.enter("oma komt vaak")
        assert [each.text for each in visit.talk().raised] == ["oma komt vaak"]


async def test_letters_of_a_theme_are_no_point_unless_enter_is_pressed_twice(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("een")
        await visit.press("f2", "f2", "enter")
        assert (visit.line, visit.talk().raised) == ("een", ())
        await visit.press("enter")
        assert [each.text for each in visit.talk().raised] == ["een"]
        await visit.type("een")
        await visit.press("f2", "f2", "f9")
        assert [each.text for each in visit.talk().raised] == ["een"]


async def test_who_is_here_can_be_changed_during_the_talk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("half")
        await visit.press("f3", "3", "enter")
        assert len(visit.talk().presence.carers) == 1
        assert visit.line == "half"
        await visit.press("f3", "1", "escape")
        assert visit.talk().presence.pupil


async def test_f4_and_a_digit_give_that_many_minutes_more(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        assert "13:15" in visit.text
        await visit.press("f4", "5")
        assert "13:20" in visit.text
        await visit.press("f4", "x")
        assert visit.talk().sittings[-1].extra_minutes == 5
        assert visit.line == ""


async def test_undo_takes_minutes_back_in_the_order_in_which_things_were_done(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("voor de minuten")
        await visit.press("f4", "5", "f4", "3")
        await visit.enter("erna")
        seen = []
        for _ in range(4):
            await visit.press("ctrl+z")
            seen.append((visit.talk().sittings[-1].extra_minutes, len(visit.talk().points), visit.line))
        assert seen == [(8, 1, "erna"), (5, 1, "erna"), (0, 1, "erna"), (0, 0, "voor de minuten")]


async def test_the_clock_changes_its_words_and_shape_towards_the_end_and_never_cuts_off(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        t = visit.t
        await visit.to_board()
        seen = []
        for minutes, words in (
            (0, f"Welkom tot 12:58  ·  {t('{left} min left, until {until}', left=20, until='13:15')}"),
            (16, t("{left} min left, time for agreements", left=4)),
            (2.5, t("{left} min left, winding up", left=2)),
            (1.9, t("until {until}", until="13:15")),
            (2.6, t("until {until}", until="13:15")),
        ):
            visit.clock.go_on(minutes=minutes)
            await visit.enter("nog een punt")
            head = visit.text.splitlines()[1]
            assert words in head
            seen.append(set(head[-8:]))
        assert len({frozenset(shape) for shape in seen}) == 4
        assert seen[3] == seen[4]
        # guests never read how long it is over; the teacher does, where she gives more
        over = t.n("{count} minute over", "{count} minutes over", 3)
        assert over not in visit.text
        await visit.press("f4")
        assert over in visit.text
        await visit.press("escape")
        assert visit.talk().state is TalkState.RUNNING


async def test_f7_sets_aside_and_keeps_everything(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("punt")
        await visit.press("f7")
        assert (visit.screen, visit.talk().state) == ("curtain", TalkState.SET_ASIDE)
        assert visit.raised() == [("pupil", "punt")]
        assert visit.talk().sittings[-1].ended is not None


@pytest.mark.parametrize("way", ["f7", "quit", "f8"])
async def test_a_half_typed_line_is_there_again_whatever_came_between(tmp_path: Path, way: str) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("nog niet a")
        if way != "quit":
            await visit.press(way)
            if way == "f7":
                await visit.press("d", "home", "enter")
            await visit.press("enter")
            assert "nog niet a" in visit.text
            return
        await visit.press("ctrl+q")
    async with reopened(tmp_path) as visit:
        assert visit.talk().state is TalkState.SET_ASIDE
        await visit.press("d", "home", "enter", "enter")
        assert "nog niet a" in visit.text


async def test_a_line_half_typed_on_the_closing_stands_on_the_board_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_closing("een punt")
        await visit.type("half plan")
        await visit.press("f7", "slash")
        await visit.enter("liv")
        await visit.press("v")
        assert (visit.screen, visit.line) == ("talk", "half plan")
        await visit.enter(" erbij")
        assert [text for _, text in visit.raised()] == ["een punt", "half plan erbij"]


async def test_a_half_typed_line_goes_along_to_the_closing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("bijna klaar")
        await visit.press("f9")
        assert visit.screen == "closing"
        assert visit.raised() == [("pupil", "bijna klaar")]


async def test_a_paste_of_several_lines_keeps_all_of_them(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.paste("eerste regel\r\ntweede regel\nderde\tregel\n")
        await visit.press("enter")
        assert visit.raised() == [("pupil", "eerste regel\ntweede regel\nderde regel")]
        assert "derde regel" in visit.text


async def test_ctrl_backspace_takes_the_word_to_the_left(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("een twee drie")
        await visit.press("ctrl+backspace")
        assert visit.line == "een twee"


async def test_a_talk_begun_by_mistake_is_not_begun_once_undo_has_nothing_else_to_take_back(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("punt")
        await visit.hold("ctrl+z")
        await visit.press("ctrl+u")
        # held, it goes no further: on the card letters mean something else
        course.more_time(visit.talk(), 5, visit.desk)
        await visit.hold("ctrl+z")
        assert visit.screen == "talk"
        await visit.press("ctrl+z")
        assert (visit.screen, visit.talk().state, visit.talk().sittings) == ("welcome", TalkState.PLANNED, ())
        await visit.press("enter", "f7")
        await visit.press("slash")
        await visit.enter("liv")
        await visit.press("u")
        assert visit.talk().state is TalkState.PLANNED


async def test_added_minutes_are_taken_back_by_a_nought(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f4", "5")
        await visit.press("f4", "3")
        assert visit.talk().sittings[-1].extra_minutes == 8
        await visit.press("f4", "0")
        assert visit.talk().sittings[-1].extra_minutes == 0


async def test_somebody_who_walks_in_late_is_added_during_the_talk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f3", "w")
        # everybody reads who is here
        for no_name in ("oma, 06-12345678", "een regel van een mail " * 4):
            await visit.enter(no_name)
            assert visit.t("Only a name, please: everybody at the table reads it.") in visit.flat, no_name
            await visit.press("ctrl+u")
        await visit.enter("oma Fatma")
        await visit.press("enter")
        assert visit.talk().presence.others == ("oma Fatma",)


async def test_a_parent_who_walks_in_is_whom_the_talk_is_with_and_a_grandmother_is_there_too(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, (family("Noor Hoekstra", at="13:00"),)) as visit:
        await visit.to_card()
        await visit.press("w")
        await visit.enter("moeder Wietske Hoekstra")
        await visit.press("w")
        await visit.enter("oma Riet")
        await visit.press("enter")
        (mother,) = visit.talk().audience
        assert (mother.name, visit.talk().presence.carers) == ("Wietske Hoekstra", (mother.id,))
        assert visit.talk().presence.others == ("oma Riet",)
        listed = visit.desk.school.pupil(visit.talk().pupil.id)
        assert listed is not None
        assert listed.carers == (mother,)
        # her number can be noted, and who is named twice comes once
        await visit.press("f3", "w")
        await visit.enter("Moeder Wietske hoekstra")
        await visit.press("enter")
        assert visit.talk().presence.others == ("oma Riet",)
        await visit.press("f9", "pagedown", "down", "down")
        assert visit.t("{name}: are number and mail right?", name=mother.name) in visit.flat
        await visit.enter("06-00001234")
        assert visit.talk().with_new_details(mother).phone == "06-00001234"


async def test_typing_begins_under_a_voice_that_is_at_the_table(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_card()
        await visit.press("1", "enter")
        await visit.enter("slaapt slecht")
        assert visit.raised() == [("carer", "slaapt slecht")]


async def test_the_keys_that_matter_stand_there_from_the_first_moment_and_with_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        tab, take = f"⇥ {visit.t('who')}", f"↵ {visit.t('take')}"
        assert tab in visit.text.splitlines()[-1]
        # of an empty board there is nothing to put a note under
        assert f"↑ {visit.t('note')}" not in visit.text
        await visit.type("voet")
        assert " ".join(visit.text.splitlines()[-1].split()).startswith(f"{take} {tab}")
        await visit.enter("bal")
        await visit.press("up", "right")
        assert " ".join(visit.text.splitlines()[-1].split()).startswith(f"↵ {visit.t('change')} esc")


async def test_a_sentence_typed_on_the_sheet_of_who_is_here_sends_no_interpreter_away(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f3", "t")
        await visit.press("enter", "enter")
        assert visit.talk().presence.interpreter
        for words in ("toch leuk", "hallo daar"):
            visit.clock.go_on(seconds=2)
            await visit.press("f3")
            for letter in words.replace(" ", ""):
                visit.post(letter)
            await visit.dealt_with()
            assert "Een woord doet hier niets" in visit.flat
            visit.clock.go_on(seconds=2)
            await visit.press("enter")
            assert visit.talk().presence.interpreter
