from __future__ import annotations

from pathlib import Path

from store.domain.settings import Settings
from store.files.repository import Repository
from tests.screens.classroom import new_id, opened
from tui.desk.setup.coaching import ENDED, Coaching, Hint, keep_coaching
from tui.words.board import COACHING

DOES = {
    Hint.LINE: ("naast Lotte",),
    Hint.VOICE: ("tab",),
    Hint.NOTE: ("up", "escape"),
    Hint.AGREEMENT: ("! juf belt",),
    Hint.ONWARD: ("f9", "escape", "escape"),
}
"""What is done by each hint, on the board and back on it."""


def test_one_hint_at_a_time_gone_after_three_uses_and_never_again() -> None:
    coaching, seen = Coaching(), []
    while (hint := coaching.next) is not None:
        seen.append(hint)
        coaching = coaching.did(hint)
    assert seen == list(Hint) * 3
    assert coaching.did(Hint.LINE) == coaching
    assert ENDED.next is None
    assert Coaching().did(Hint.LINE).next is Hint.VOICE


def test_what_was_done_is_kept_and_never_less(tmp_path: Path) -> None:
    with Repository(tmp_path, new_id=new_id) as repository:
        keep_coaching(Coaching().did(Hint.LINE), repository)
        keep_coaching(Coaching(), repository)
        assert repository.settings() == Settings(coached=("line",))
        keep_coaching(ENDED, repository)
        assert Coaching(repository.settings().coached).next is None


async def test_the_first_talk_is_coached_in_the_reserved_line_and_a_rehearsal_is_not(tmp_path: Path) -> None:
    async with opened(tmp_path / "real", rehearsal=False) as visit:
        await visit.to_board()
        assert visit.t(COACHING[Hint.LINE]) in visit.text
        await visit.enter("tekenen")
        assert visit.t(COACHING[Hint.LINE]) not in visit.text
        assert visit.t(COACHING[Hint.VOICE]) in visit.text
        # a question takes its place
        await visit.press("f2")
        assert visit.t(COACHING[Hint.VOICE]) not in visit.text
        await visit.press("escape")
        seen = []
        for _ in range(3):
            for keys in DOES.values():
                said = [each for each in Hint if visit.t(COACHING[each]) in visit.text]
                seen.append(said)
                for key in keys:
                    await (visit.enter(key) if " " in key else visit.press(key))
        # one at a time, what was done the least; three times each is enough
        assert all(len(said) <= 1 for said in seen)
        assert not any(visit.t(each) in visit.text for each in COACHING.values())
        await visit.press("f7", "enter", "enter")
        assert (visit.screen, any(visit.t(each) in visit.text for each in COACHING.values())) == (
            "talk",
            False,
        )
    async with opened(tmp_path / "rehearsal") as visit:
        await visit.to_board()
        assert not any(visit.t(each) in visit.text for each in COACHING.values())
