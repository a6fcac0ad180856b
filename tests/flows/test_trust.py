"""Who may look, what is sealed, what may go, and what is said about it (issue 3)."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from store.domain.settings import Settings
from store.files.key_file import KeyFile
from store.files.passphrase import Advice
from store.files.repository import Repository
from store.files.turn_on import readable
from tests.flows.classroom import DAY, Visit, new_id, opened
from tui.habits import HABITS
from tui.screens.passphrase_asked import ADVICE
from tui.seal_work import QUESTION, is_sealed, remember_asked, to_be_asked
from tui.upkeep import look_after

PASSPHRASE = "vier blauwe regenlaarzen"


async def worked(visit: Visit) -> None:
    """Wait for what is done beside the screen."""
    await visit.pilot.pause()
    await visit.app.workers.wait_for_complete()
    await visit.pilot.pause()
    await visit.pilot.pause()


async def seal(visit: Visit, *lines: str) -> None:
    """Type these lines on the passphrase screen."""
    for line in lines:
        await visit.enter(line)
        await worked(visit)


# -- the first run ---------------------------------------------------------------


async def test_one_esc_skips_the_passphrase_and_it_is_not_asked_again(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        assert visit.screen == "passphrase"
        assert "herstelsleutel" in visit.flat
        await visit.press("escape")
        assert visit.screen == "byhand"
        assert QUESTION in visit.desk.repository.settings().asked
        assert not to_be_asked(visit.desk.repository)


async def test_the_demo_does_not_ask(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("d")
    assert visit.app.return_value == "demo"


async def test_a_passphrase_typed_twice_seals_and_shows_a_key_that_opens(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await seal(visit, PASSPHRASE, PASSPHRASE)
        assert visit.screen == "recoverykey"
        recovery_key = next(word for word in visit.text.split() if word.count("-") == 4)
        await visit.press("f9")
        assert visit.screen == "byhand"
        await visit.enter("13:00 Liv Bosman, Mark Bosman")
        await visit.kept()
        assert readable(tmp_path / "data") == ()
    for secret in (PASSPHRASE, recovery_key):
        sealer = KeyFile(tmp_path / "data").unlock(secret)
        assert len(Repository.reading(tmp_path / "data", sealer).day(DAY).talks) == 1


async def test_two_that_differ_are_asked_again_and_nothing_is_sealed(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await seal(visit, PASSPHRASE, "iets anders")
        assert visit.t("Those two were not the same; type the new one again.") in visit.flat
        assert not KeyFile(tmp_path / "data").exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [("98765432", Advice.DIGITS), ("boterham", Advice.SHORT), ("aaaaaaaaaaaaaaa", Advice.MONOTONOUS)],
)
async def test_a_weak_passphrase_is_advised_against_and_taken(
    tmp_path: Path, typed: str, said: Advice
) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await visit.type(typed)
        assert visit.t(ADVICE[said]) in visit.flat
        assert typed not in visit.text
        await visit.press("enter")
        await seal(visit, typed)
        assert visit.screen == "recoverykey"


async def test_the_recovery_key_is_kept_anywhere_but_beside_what_it_opens(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await seal(visit, PASSPHRASE, PASSPHRASE)
        inside, outside = tmp_path / "data" / "sleutel", tmp_path / "sleutel.txt"
        await visit.paste(str(inside))
        await visit.press("enter")
        assert not inside.exists()
        await visit.paste(str(outside))
        await visit.press("enter")
        assert KeyFile(tmp_path / "data").unlock(outside.read_text())
        assert outside.stat().st_mode & 0o077 == 0


async def test_sealing_later_leaves_nothing_readable_and_the_talk_goes_on(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("voor het slot")
        await visit.press("f7")
        await visit.kept()
        await visit.to_day()
        await visit.app.ask_passphrase("seal")
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        await visit.press("f9")
        assert visit.screen == "day"
        await visit.press("home", "enter", "enter")
        await visit.enter("na het slot")
        await visit.kept()
        assert readable(tmp_path / "data") == ()
    stored = Repository.reading(tmp_path / "data", KeyFile(tmp_path / "data").unlock(PASSPHRASE)).day(DAY)
    assert [point.text for point in stored.in_order[0].points] == ["voor het slot", "na het slot"]


async def test_the_palette_of_the_day_changes_the_passphrase(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.app.ask_passphrase("seal")
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE, PASSPHRASE)
        await visit.press("f9", "ctrl+p")
        await visit.type(visit.t("change the passphrase"))
        await visit.press("enter")
        await visit.pilot.pause()
        await seal(visit, "verkeerd", "nieuw nieuw nieuw", "nieuw nieuw nieuw")
        assert KeyFile(tmp_path / "data").unlock(PASSPHRASE)
        await seal(visit, PASSPHRASE, "een andere zin", "een andere zin")
        assert visit.screen == "day"
        assert KeyFile(tmp_path / "data").unlock("een andere zin")


async def test_a_new_recovery_key_ends_the_old_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        old = visit.desk.repository.seal(PASSPHRASE).recovery_key
        await visit.to_day()
        await visit.app.ask_passphrase("renew")
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE)
        new = next(word for word in visit.text.split() if word.count("-") == 4)
        assert new != old
        assert KeyFile(tmp_path / "data").unlock(new)


# -- nobody there ------------------------------------------------------------------


async def sealed_day(visit: Visit) -> None:
    """The day of a sealed folder."""
    visit.desk.repository.seal(PASSPHRASE)
    await visit.app.look_after()
    await visit.to_day()


async def test_the_curtain_falls_after_ten_minutes_without_a_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        visit.clock.go_on(minutes=9)
        await visit.app.fall_when_idle()
        assert visit.screen == "day"
        await visit.press("down")
        visit.clock.go_on(minutes=9)
        await visit.app.fall_when_idle()
        assert visit.screen == "day"
        visit.clock.go_on(minutes=2)
        await visit.app.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"
        assert "Liv" not in visit.text
        await visit.press("enter")
        assert visit.screen == "welcome"


async def test_the_curtain_never_falls_during_a_talk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.clock.go_on(hours=2)
        await visit.app.fall_when_idle()
        assert visit.screen == "talk"


@pytest.mark.parametrize("minutes", [0, 3])
async def test_the_minutes_are_those_that_were_set(tmp_path: Path, minutes: int) -> None:
    async with opened(tmp_path) as visit:
        visit.desk.repository.save_settings(Settings(curtain_minutes=minutes))
        await visit.to_day()
        visit.clock.go_on(minutes=4)
        await visit.app.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == ("curtain" if minutes else "day")


async def test_a_clock_set_back_does_not_cover_and_counts_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        visit.clock.go_on(hours=-5)
        await visit.app.fall_when_idle()
        assert visit.screen == "day"
        visit.clock.go_on(minutes=11)
        await visit.app.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"


async def test_a_sealed_folder_opens_again_only_by_its_passphrase_and_as_it_was_left(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press("plus")
        await visit.type("half getypte naam")
        visit.clock.go_on(minutes=11)
        await visit.app.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"
        for key in ("f9", "f8", "ctrl+p", "f1", "escape", "enter", "ctrl+s"):
            await visit.press(key)
            assert visit.screen == "curtain"
            assert "Liv" not in visit.text
        await seal(visit, "verkeerd")
        assert visit.screen == "curtain"
        await seal(visit, PASSPHRASE)
        assert visit.app.screen.query_one(Input).value == "half getypte naam"


async def test_a_stick_that_was_pulled_out_locks_nobody_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        visit.clock.go_on(minutes=11)
        (tmp_path / "data").rename(tmp_path / "elsewhere")
        await visit.app.fall_when_idle()
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE)
        assert visit.screen == "day"
        (tmp_path / "elsewhere").rename(tmp_path / "data")


async def test_a_curtain_that_is_down_already_is_locked_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press("f8")
        visit.clock.go_on(minutes=11)
        await visit.app.fall_when_idle()
        await visit.pilot.pause()
        await visit.press("enter")
        assert visit.screen == "curtain"
        await seal(visit, PASSPHRASE)
        assert visit.screen == "day"


async def test_what_is_typed_unseen_can_not_be_copied(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await visit.type(PASSPHRASE)
        visit.app.screen.query_one(Input).select_all()
        await visit.press("ctrl+c")
        await visit.press("ctrl+x")
        assert visit.app.clipboard == ""


# -- handed over, and the clipboard ---------------------------------------------------


async def to_summary(visit: Visit) -> None:
    await visit.press("f9", "f9")
    assert visit.screen == "summary"


async def test_copying_a_text_hands_the_talk_over(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_summary(visit)
        await visit.press("enter")
        await visit.kept()
        assert visit.talk().handed_over is not None
        assert visit.desk.repository.day(DAY).in_order[0].handed_over is not None
        assert visit.desk.day.in_order[1].handed_over is None


async def test_stopping_after_a_copy_says_so_and_enter_clears_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_summary(visit)
        await visit.press("enter", "ctrl+q")
        assert visit.t("What you copied is still on the clipboard.") in visit.flat
        await visit.press("escape")
        assert visit.app.is_running
        assert "Liv" in visit.app.clipboard
        await visit.press("ctrl+q", "enter")
        await worked_until_ended(visit)
    assert visit.app.clipboard == ""


async def test_stopping_after_a_copy_leaves_it_only_when_asked(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_summary(visit)
        await visit.press("enter", "ctrl+q", "l")
        await worked_until_ended(visit)
    assert "Liv" in visit.app.clipboard


async def worked_until_ended(visit: Visit) -> None:
    """Stopping waits for the disk."""
    assert await asyncio.to_thread(visit.desk.settle)
    await visit.pilot.pause()


# -- backups, and what may go -----------------------------------------------------------


async def handed_over_long_ago(visit: Visit) -> None:
    """A talk with a point, copied; and seven weeks later."""
    await visit.to_board()
    await visit.enter("slaapt slecht")
    await visit.press("f7", "f9", "f9", "enter")
    await visit.kept()
    visit.clock.go_on(weeks=7)


async def test_what_is_overdue_is_told_on_the_day_and_emptied_after_a_preview(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await handed_over_long_ago(visit)
        visit.app.notices = await asyncio.to_thread(look_after, visit.desk, visit.t)
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


async def test_a_start_backs_up_once_and_tells_of_a_folder_that_is_not_there(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        repository = visit.desk.repository
        assert await asyncio.to_thread(look_after, visit.desk, visit.t) == ()
        assert len(list(repository.layout.backups.iterdir())) == 1
        repository.seal(PASSPHRASE)
        stick = tmp_path / "stick"
        repository.save_settings(Settings(backup_folder=str(stick)))
        (sentence,) = await asyncio.to_thread(look_after, visit.desk, visit.t)
        assert str(stick) in sentence
        assert not stick.exists()
        visit.app.notices = (sentence,)
        await visit.to_day()
        assert "".join(sentence.split()) in "".join(visit.text.split())
        stick.mkdir()
        assert await asyncio.to_thread(look_after, visit.desk, visit.t) == ()
        assert len(list(stick.iterdir())) == 1


async def test_nothing_unsealed_goes_to_a_stick(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        stick = tmp_path / "stick"
        stick.mkdir()
        visit.desk.repository.save_settings(Settings(backup_folder=str(stick)))
        (sentence,) = await asyncio.to_thread(look_after, visit.desk, visit.t)
        assert "wachtzin" in sentence
        assert list(stick.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "wrong", "right", "kept"),
    [
        ("minutes", "veel", "25", Settings(asked=(QUESTION,), curtain_minutes=25)),
        ("weeks", "105", "0", Settings(asked=(QUESTION,), retention_weeks=0)),
        ("folder", "/er/niet", "", Settings(asked=(QUESTION,))),
    ],
)
async def test_what_the_school_decides_is_asked_until_it_can_be(
    tmp_path: Path, name: str, wrong: str, right: str, kept: Settings
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("ctrl+p")
        await visit.type(visit.t(HABITS[name].label))
        await visit.press("enter")
        await visit.pilot.pause()
        await visit.press("ctrl+u")
        await visit.enter(wrong)
        assert visit.screen == "ask"
        await visit.press("ctrl+u")
        await visit.enter(right)
        await worked(visit)
        assert visit.screen == "day"
        assert visit.desk.repository.settings() == kept


# -- the clock ---------------------------------------------------------------------------


@pytest.mark.parametrize("hours", [-3, 3])
async def test_a_clock_that_is_set_during_a_talk_loses_nothing(tmp_path: Path, hours: int) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        await visit.enter("ervoor")
        visit.clock.go_on(hours=hours)
        await visit.enter("erna")
        clock = visit.desk.countdown(visit.talk())
        assert clock is not None
        await visit.press("f7")
        await visit.kept()
        assert [point.text for point in visit.talk().points] == ["ervoor", "erna"]
        assert all(each.ended is None or each.ended >= each.started for each in visit.talk().sittings)


async def test_a_talk_over_the_end_of_summer_time_keeps_its_length(tmp_path: Path) -> None:
    async with opened(tmp_path, wall=datetime(2026, 10, 25, 2, 50)) as visit:
        await visit.to_board()
        before = visit.desk.countdown(visit.talk())
        visit.clock.go_on(minutes=15)
        after = visit.desk.countdown(visit.talk())
        assert before is not None
        assert after is not None
        assert after.until == before.until
        assert visit.desk.local() - datetime(2026, 10, 25, 2, 5) < timedelta(seconds=1)


def test_a_folder_that_was_sealed_is_not_asked_again(tmp_path: Path) -> None:
    with Repository(tmp_path / "data", new_id=new_id) as repository:
        assert to_be_asked(repository)
        remember_asked(repository)
        assert not to_be_asked(repository)
        repository.save_settings(Settings())
        repository.seal(PASSPHRASE)
        assert is_sealed(repository)
        assert not to_be_asked(repository)
