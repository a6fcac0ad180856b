"""Handing over, the clipboard, what may go after its time, and what the school decides."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest

from store.domain.settings import Settings
from store.domain.talk import TalkState
from store.files.deletion.erase import overdue
from tests.screens.classroom import DAY, Visit, opened
from tests.screens.trusting import PASSPHRASE, to_row, worked
from tui.desk.settings.settings_rows import SettingKind
from tui.desk.setup.passphrase import QUESTION
from tui.desk.setup.upkeep import look
from tui.words.upkeep import waiting_words


async def to_summary(visit: Visit) -> None:
    await visit.to_day()
    if visit.screen == "firstquestions":
        await visit.press("escape")
    await visit.press("f9")
    assert visit.screen == "summary"


async def test_copying_a_text_hands_the_talk_over(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.press("f7")
        await to_summary(visit)
        await visit.press("enter")
        await visit.kept()
        assert visit.talk().handed_over is not None
        assert visit.desk.repository.day(DAY).in_order[0].handed_over is not None
        assert visit.desk.day.in_order[1].handed_over is None


async def test_what_is_written_after_the_copy_is_to_be_copied_again_and_never_emptied(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("slaapt slecht", "! elke week mailen")
        await visit.press("f7")
        await to_summary(visit)
        await visit.press("enter")
        assert f"{visit.t('set aside')} " in visit.text
        assert visit.t("handed over") in visit.text
        await visit.kept()
        repository, weeks = visit.desk.repository, timedelta(weeks=7)
        assert overdue(repository, visit.clock() + weeks, 0) == ()
        await visit.press("escape", "home", "enter", "enter", "f9")
        await visit.enter("juf belt zo nodig", "-", "-")
        await visit.finish()
        await to_summary(visit)
        assert (visit.screen, visit.talk().state) == ("summary", TalkState.FINISHED)
        assert visit.t("not yet handed over") in visit.text
        await visit.kept()
        assert overdue(repository, visit.clock() + weeks, 0) == ()
        await visit.press("enter")
        assert visit.t("not yet handed over") not in visit.text
        await visit.kept()
        assert len(overdue(repository, visit.clock() + weeks, 6)) == 1


async def test_stopping_after_a_copy_says_so_and_enter_clears_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_summary(visit)
        await visit.press("enter", "ctrl+q")
        assert visit.t("What you copied is still on the clipboard.") in visit.flat
        await visit.press("escape")
        assert visit.app.is_running
        assert "Liv" in visit.clipboard.text
        await visit.press("ctrl+q", "enter")
        await worked_until_ended(visit)
    assert visit.clipboard.text == ""


async def test_stopping_after_a_copy_leaves_it_only_when_asked(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_summary(visit)
        await visit.press("enter", "ctrl+q", "l")
        await worked_until_ended(visit)
    assert "Liv" in visit.clipboard.text


async def test_stopping_behind_a_lock_speaks_of_the_clipboard_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        visit.desk.repository.seal(PASSPHRASE)
        await visit.app.look_after()
        await to_summary(visit)
        await visit.press("enter")
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        await visit.press("ctrl+q")
        assert visit.t("What you copied is still on the clipboard.") in visit.flat
        assert "Liv" not in visit.text
        await visit.press("escape", "escape", "enter")
        assert visit.screen == "curtain"
        await visit.press("ctrl+q", "enter")
        await worked_until_ended(visit)
    assert visit.clipboard.text == ""


async def worked_until_ended(visit: Visit) -> None:
    """Stopping waits for the disk."""
    assert await asyncio.to_thread(visit.desk.wait_for_disk)
    await visit.pilot.pause()


# -- what may go -----------------------------------------------------------


async def handed_over_long_ago(visit: Visit) -> None:
    """A finished talk with a point, copied; and seven weeks later."""
    await visit.to_closing("slaapt slecht")
    await visit.enter("juf belt zo nodig", "-", "-")
    await visit.finish()
    await to_summary(visit)
    await visit.press("enter")
    assert visit.talk().state is TalkState.FINISHED
    await visit.kept()
    visit.clock.go_on(weeks=7)


async def test_what_is_overdue_is_told_on_the_day_and_emptied_after_a_preview(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await handed_over_long_ago(visit)
        visit.app.backups.notices = waiting_words(await asyncio.to_thread(look, visit.desk), visit.t)
        await visit.press("escape")
        told = visit.t.n(
            "{count} talk was handed over {weeks} weeks ago or longer: e shows what can be emptied.",
            "{count} talks were handed over {weeks} weeks ago or longer: e shows what can be emptied.",
            1,
            weeks=6,
        )
        assert told in visit.flat
        await visit.press("e")
        assert visit.screen == "purge"
        assert visit.talk().points
        assert "SSD" in visit.text
        await visit.press("escape")
        assert visit.screen == "day"
        assert visit.talk().points
        await visit.press("e", "enter")
        await worked(visit)
        assert visit.screen == "day"
        assert not visit.talk().points
        assert told not in visit.flat
    for path in (tmp_path / "data").rglob("*"):
        if path.is_file() and path.parent.name != "backups":
            assert b"slaapt slecht" not in path.read_bytes()


async def test_emptying_takes_away_only_what_was_told_about_it(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    async with opened(tmp_path, rehearsal=False) as visit:
        await handed_over_long_ago(visit)
        visit.desk.repository.save_settings(Settings(backup_folder=str(stick), asked=(QUESTION,)))
        await visit.app.look_after()
        backup, *more = visit.app.backups.notices
        assert len(more) == 1
        assert str(stick) in backup
        await visit.press("escape", "e", "enter")
        await worked(visit)
        assert not visit.talk().points
        assert visit.app.backups.notices == (backup,)
        assert "".join(backup.split()) in "".join(visit.text.split())


@pytest.mark.parametrize(
    ("row", "wrong", "right", "kept"),
    [
        (SettingKind.COVER, "veel", "25", Settings(asked=(QUESTION,), curtain_minutes=25)),
        (SettingKind.KEEPING, "105", "0", Settings(asked=(QUESTION,), retention_weeks=0)),
        (SettingKind.BACKUP_FOLDER, "/er/niet", "-", Settings(asked=(QUESTION,))),
        (SettingKind.BACKUPS, "0", "99", Settings(asked=(QUESTION,), backups=99)),
        (SettingKind.BACKUPS, "100", "1", Settings(asked=(QUESTION,), backups=1)),
    ],
)
async def test_what_the_school_decides_is_asked_until_it_can_be(
    tmp_path: Path, row: SettingKind, wrong: str, right: str, kept: Settings
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await to_row(visit, row)
        await visit.enter(wrong)
        assert (visit.screen, visit.line) == ("settings", wrong)
        await visit.press("ctrl+u")
        await visit.enter(right)
        await worked(visit)
        assert visit.line == ""
        assert visit.desk.repository.settings() == kept


async def test_settings_that_were_damaged_are_told_until_their_file_is_thrown_away(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        repository = visit.desk.repository
        for file in (tmp_path / "data/settings", tmp_path / "data/settings.damaged-1"):
            if file.name == "settings":
                file.write_bytes(b"junk")
            else:
                repository.save_settings(Settings(asked=(QUESTION,)))
            (said,) = waiting_words(look(visit.desk), visit.t)
            assert str(file) in said
            assert "ctrl+p" in said
        file.unlink()
        assert waiting_words(look(visit.desk), visit.t) == ()
