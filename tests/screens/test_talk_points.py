"""The points of a talk with their notes: added, chosen, changed, moved, removed, brought back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.screens.classroom import opened, reopened
from tui.widgets.agenda_board import in_sight
from tui.widgets.safe_text import literal


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
        assert "verkeerde kolom" in visit.notice


async def test_undo_and_redo_that_are_held_down_go_one_step(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("een", "twee", "drie")
        await visit.hold("ctrl+z")
        assert [text for _, text in visit.raised()] == ["een", "twee"]
        # pressed again after a glance it goes on
        visit.clock.go_on(seconds=0.5)
        visit.post("ctrl+z")
        await visit.dealt_with()
        assert [text for _, text in visit.raised()] == ["een"]
        await visit.hold("ctrl+b")
        assert [text for _, text in visit.raised()] == ["een", "twee"]
        # a key that is held comes again after half a second, and then at once
        visit.clock.go_on(seconds=1.5)
        visit.post("ctrl+z")
        await visit.dealt_with()
        visit.clock.go_on(seconds=0.5)
        await visit.hold("ctrl+z")
        assert [text for _, text in visit.raised()] == ["een"]


async def test_undo_after_undo_glues_nothing_and_redo_brings_all_of_it_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("tab")
        await visit.enter(*(f"punt {number}" for number in range(6)))
        await visit.press("up")
        await visit.enter("een notitie")
        await visit.press("tab")
        await visit.enter("! eten mee")
        before = visit.talk()
        await visit.press(*["ctrl+z"] * 12)
        assert (visit.screen, visit.talk().points, visit.talk().agreements) == ("talk", (), ())
        assert (visit.line, visit.badge) == ("punt 0", "Ouders")
        assert "De toets ctrl+b haalt het terug" in visit.flat or "niets" in visit.flat
        await visit.press(*["ctrl+b"] * 12)
        assert (visit.talk().points, visit.talk().agreements) == (before.points, before.agreements)
        assert visit.line == ""
        await visit.kept()
        await visit.press("ctrl+z", "ctrl+z", "f8")
    async with reopened(tmp_path) as visit:
        await visit.to_board()
        assert visit.line == "een notitie"
        await visit.press("ctrl+b", "ctrl+b")
        assert (visit.talk().points, visit.talk().agreements) == (before.points, before.agreements)


async def test_undo_leaves_what_is_half_typed_alone(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("eerste", "tweede")
        await visit.type("half")
        await visit.press("ctrl+z")
        assert ([text for _, text in visit.raised()], visit.line) == (["eerste"], "half")
        await visit.press("ctrl+b")
        assert ([text for _, text in visit.raised()], visit.line) == (["eerste", "tweede"], "half")


async def test_an_undone_note_typed_on_is_a_note_again(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("tekenen")
        await visit.press("up")
        await visit.enter("strips")
        await visit.press("ctrl+z")
        await visit.type(" elke dag")
        await visit.press("enter")
        assert [note.text for note in visit.talk().points[0].notes] == ["strips elke dag"]


async def test_undo_never_crosses_into_another_talk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("van Liv")
        await visit.press("f7")
        await visit.to_board()
        await visit.press("ctrl+z", "ctrl+z")
        assert visit.raised() == [("pupil", "van Liv")]


@pytest.mark.parametrize(
    ("chosen", "room", "shown"),
    [
        (None, 9, "a1 a2 b1 b2 b3 c1 d1 d2"),
        (None, 6, "… c1 d1 d2"),
        (2, 6, "… c1 d1 d2"),
        (1, 6, "… b1 b2 b3 c1 …"),
        (0, 6, "a1 a2 b1 b2 b3 …"),
        (None, 1, "d2"),
    ],
)
def test_points_are_in_sight_whole_and_the_chosen_one_with_them(
    chosen: int | None, room: int, shown: str
) -> None:
    told = [
        [literal(f"{name}{at + 1}") for at in range(rows)]
        for name, rows in (("a", 2), ("b", 3), ("c", 1), ("d", 2))
    ]
    assert " ".join(line.plain for line in in_sight(told, chosen, room)) == shown
