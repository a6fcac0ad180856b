from __future__ import annotations

from pathlib import Path

import pytest

from store.domain.plan import Channel
from store.domain.talk import Talk, TalkState
from tests.screens.classroom import opened, reopened
from tui.desk.desk import Desk
from tui.screens.talk.talk import TalkScreen


async def test_a_line_lands_in_the_column_of_its_badge(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("tekenen")
        await visit.press("tab")
        await visit.enter("slaapt slecht")
        await visit.press("tab")
        await visit.enter("lezen thuis")
        assert visit.raised() == [
            ("pupil", "tekenen"),
            ("carer", "slaapt slecht"),
            ("teacher", "lezen thuis"),
        ]


async def test_tab_changes_the_voice_with_text_typed_and_shift_tab_goes_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("wanneer bel")
        before = visit.badge
        await visit.press("tab")
        assert (visit.line, visit.badge == before) == ("wanneer bel", False)
        await visit.press("shift+tab", "shift+tab")
        await visit.enter("len")
        assert visit.raised() == [("teacher", "wanneer bellen")]


async def test_an_empty_enter_and_blanks_do_nothing(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        revision = visit.desk.day.revision
        await visit.press("enter", "space", "enter")
        assert visit.desk.day.revision == revision


async def test_up_chooses_the_newest_point_of_any_voice_and_the_next_line_is_a_note_under_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("eerste")
        await visit.press("tab")
        await visit.enter("tweede")
        await visit.press("shift+tab", "up")
        assert visit.badge == visit.t("note")
        await visit.enter("een notitie", "weer een punt")
        first, second, third = visit.talk().points
        assert [note.text for note in second.notes] == ["een notitie"]
        assert (first.notes, third.text, third.voice.value) == ((), "weer een punt", "pupil")


async def test_right_edits_the_chosen_point_and_left_its_last_note(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("zwemen")
        await visit.press("up")
        await visit.enter("op zatterdag")
        await visit.press("up", "right")
        assert visit.line == "zwemen"
        await visit.press("ctrl+u")
        await visit.enter("zwemmen")
        await visit.press("up", "left")
        assert visit.line == "op zatterdag"
        await visit.press("ctrl+u")
        await visit.enter("op zaterdag")
        point = visit.talk().points[0]
        assert (point.text, [note.text for note in point.notes]) == ("zwemmen", ["op zaterdag"])


async def test_tab_moves_a_chosen_point_to_another_voice_when_nothing_is_typed(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("tekenen")
        await visit.press("up", "tab")
        assert visit.raised() == [("carer", "tekenen")]
        await visit.press("ctrl+z")
        assert visit.raised() == [("pupil", "tekenen")]


async def test_delete_removes_the_chosen_point_with_its_notes_and_undo_brings_both_back(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("tekenen")
        await visit.press("up")
        await visit.enter("strips")
        before = visit.talk().points
        await visit.press("up", "delete")
        assert visit.talk().points == ()
        await visit.press("ctrl+z")
        assert visit.talk().points == before
        assert visit.line == ""


async def test_delete_with_text_typed_removes_no_point(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("tekenen")
        await visit.press("up")
        await visit.type("abc")
        await visit.press("home", "delete")
        assert (visit.line, len(visit.talk().points)) == ("bc", 1)


async def test_undo_of_an_added_point_puts_its_text_back_in_the_line(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("verkeerde kolom")
        await visit.press("ctrl+z")
        assert (visit.talk().points, visit.line) == ((), "verkeerde kolom")
        assert "verkeerde kolom" in visit.text.splitlines()[-1]


async def test_undo_never_crosses_into_another_talk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("van Liv")
        await visit.press("f7")
        await visit.to_board()
        await visit.press("ctrl+z", "ctrl+z")
        assert visit.raised() == [("pupil", "van Liv")]


async def test_an_exclamation_mark_makes_an_agreement_and_the_badge_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("! ander tafelgroepje")
        assert visit.badge == visit.t("agreement")
        await visit.press("enter")
        assert [each.text for each in visit.talk().agreements] == ["ander tafelgroepje"]
        assert visit.talk().points == ()


async def test_an_agreement_that_reads_as_channel_and_time_is_a_contact_moment(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.type("! bellen in november: slaapt het beter")
        assert visit.badge == visit.t("contact moment")
        await visit.press("enter")
        (moment,) = visit.talk().plan.moments
        assert (moment.channel, moment.purpose) == (Channel.PHONE, "slaapt het beter")
        assert visit.talk().agreements == ()


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


async def test_the_clock_changes_its_words_and_shape_towards_the_end_and_never_cuts_off(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        t = visit.t
        await visit.to_board()
        seen = []
        for minutes, words in (
            (0, t("{left} min left, until {until}", left=20, until="13:15")),
            (16, t("{left} min left, time for agreements", left=4)),
            (2.5, t("{left} min left, round off", left=2)),
            (1.9, t("time is up")),
            (2.6, t.n("{count} minute over", "{count} minutes over", 3)),
        ):
            visit.clock.go_on(minutes=minutes)
            await visit.enter("nog een punt")
            head = visit.text.splitlines()[2]
            assert words in head
            seen.append(set(head[-8:]))
        assert len({frozenset(shape) for shape in seen}) == 4
        assert seen[3] == seen[4]
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
                await visit.press("f9", "home", "enter")
            await visit.press("enter")
            assert "nog niet a" in visit.text
            return
        await visit.press("ctrl+q")
    async with reopened(tmp_path) as visit:
        assert visit.talk().state is TalkState.SET_ASIDE
        await visit.press("f9", "home", "enter", "enter")
        assert "nog niet a" in visit.text


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


async def test_a_letter_is_kept_once_and_a_change_is_shown_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, shown = [], []
    type_, show = Desk.type, TalkScreen.show

    def counted_type(desk: Desk, talk: Talk, place: str, text: str) -> None:
        kept.append(text)
        type_(desk, talk, place, text)

    def counted_show(screen: TalkScreen) -> None:
        shown.append(screen.line.text)
        show(screen)

    monkeypatch.setattr(Desk, "type", counted_type)
    monkeypatch.setattr(TalkScreen, "show", counted_show)
    async with opened(tmp_path) as visit:
        await visit.to_board()
        kept.clear()
        await visit.type("ab")
        assert kept == ["a", "ab"]
        shown.clear()
        await visit.press("enter")
        assert kept == ["a", "ab", ""]
        assert len(shown) == 1
        await visit.press("up", "tab")
        assert len(shown) == 3


async def test_a_letter_on_the_closing_is_kept_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = []
    type_ = Desk.type

    def counted(desk: Desk, talk: Talk, place: str, text: str) -> None:
        kept.append((place, text))
        type_(desk, talk, place, text)

    async with opened(tmp_path) as visit:
        await visit.to_closing()
        monkeypatch.setattr(Desk, "type", counted)
        await visit.type("b")
        assert kept == [("closing/plan/", "b")]
