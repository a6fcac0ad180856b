"""The curtain that falls by itself, and what opens it again."""

from __future__ import annotations

import functools
import gc
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from store.domain.settings import Settings
from store.domain.talk import Talk, TalkState
from tests.screens.classroom import NOON, Visit, opened, three_families
from tests.screens.trusting import PASSPHRASE, seal

BACKWARDS = "neppats neknird sdnovajr eepmok"
"""A passphrase that nothing in the tests holds as it is typed."""


def remembered(letters: str) -> Iterator[str]:
    """Tell what still holds a text with these letters in it, be it in what a library remembers."""
    gc.collect()
    for each in gc.get_objects():
        held = gc.get_referents(each)
        if isinstance(each, functools._lru_cache_wrapper):
            held += gc.get_referents(*held)
        if any(isinstance(text, str) and letters in text and text != letters for text in held):
            yield f"{type(each).__name__} {each!r:.80}"


async def sealed_day(visit: Visit) -> None:
    """The day of a sealed folder."""
    visit.desk.repository.seal(PASSPHRASE)
    await visit.app.look_after()
    await visit.to_day()


async def killed_in_a_talk(tmp_path: Path) -> Talk:
    """The first talk of the day, as it stands when the app is killed while it goes on."""
    async with opened(tmp_path) as visit:
        await visit.to_board()
        return visit.talk()


async def test_the_curtain_falls_after_ten_minutes_without_a_key(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        visit.clock.go_on(minutes=9)
        await visit.app.idle_lock.fall_when_idle()
        assert visit.screen == "day"
        await visit.press("down")
        visit.clock.go_on(minutes=9)
        await visit.app.idle_lock.fall_when_idle()
        assert visit.screen == "day"
        visit.clock.go_on(minutes=2)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"
        assert "Liv" not in visit.text
        await visit.press("enter")
        assert visit.screen == "welcome"


async def test_the_curtain_never_falls_during_a_talk(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_board()
        visit.clock.go_on(hours=2)
        await visit.app.idle_lock.fall_when_idle()
        assert visit.screen == "talk"


async def test_a_talk_that_was_going_on_when_the_app_was_killed_is_over_the_next_day(tmp_path: Path) -> None:
    killed = await killed_in_a_talk(tmp_path)
    (sitting,) = killed.sittings
    tomorrow = NOON + timedelta(days=1)
    async with opened(tmp_path / "next", (killed, *three_families()[1:]), wall=tomorrow) as visit:
        assert visit.talk().state is TalkState.SET_ASIDE
        assert visit.talk().sittings[-1].ended == sitting.started + timedelta(minutes=20)
        await visit.to_day()
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"


async def test_a_talk_that_was_going_on_when_the_app_was_killed_goes_on_the_same_day(tmp_path: Path) -> None:
    killed = await killed_in_a_talk(tmp_path)
    async with opened(tmp_path / "next", (killed, *three_families()[1:])) as visit:
        assert visit.talk().state is TalkState.RUNNING


@pytest.mark.parametrize("minutes", [0, 3])
async def test_the_minutes_are_those_that_were_set(tmp_path: Path, minutes: int) -> None:
    async with opened(tmp_path) as visit:
        visit.desk.repository.save_settings(Settings(curtain_minutes=minutes))
        await visit.to_day()
        visit.clock.go_on(minutes=4)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == ("curtain" if minutes else "day")


async def test_a_clock_set_back_does_not_cover_and_counts_anew(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        visit.clock.go_on(hours=-5)
        await visit.app.idle_lock.fall_when_idle()
        assert visit.screen == "day"
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"


async def test_a_sealed_folder_opens_again_only_by_its_passphrase_and_as_it_was_left(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press("plus")
        await visit.type("half getypte naam")
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
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


async def test_nothing_remembers_the_passphrase_that_opened_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        visit.desk.repository.seal(BACKWARDS[::-1])
        await visit.app.look_after()
        await visit.to_day()
        await visit.app.idle_lock.lock()
        await seal(visit, BACKWARDS[::-1])
        assert visit.screen == "welcome"
        await visit.app.idle_lock.lock()
        await visit.dealt_with()
        assert list(remembered(BACKWARDS[:2:-1])) == []


async def test_an_enter_before_the_passphrase_says_what_to_type(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
        await visit.press("enter")
        assert visit.screen == "curtain"
        assert visit.t("Type your passphrase first, then Enter.") in visit.flat


async def test_a_stick_that_was_pulled_out_locks_nobody_out(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        visit.clock.go_on(minutes=11)
        (tmp_path / "data").rename(tmp_path / "elsewhere")
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        await seal(visit, PASSPHRASE)
        assert visit.screen == "welcome"
        (tmp_path / "elsewhere").rename(tmp_path / "data")


async def test_a_curtain_that_is_down_already_is_locked_too(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press("f8")
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        await visit.press("enter")
        assert visit.screen == "curtain"
        await seal(visit, PASSPHRASE)
        assert visit.screen == "welcome"


@pytest.mark.parametrize("key", ["f8", ""])
async def test_a_half_typed_answer_comes_back_from_under_the_curtain_and_shows_no_names(
    tmp_path: Path, key: str
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("plus")
        await visit.type("16:20 Noor Hoekstra")
        if key:
            await visit.press(key)
        visit.clock.go_on(minutes=11)
        await visit.app.idle_lock.fall_when_idle()
        await visit.pilot.pause()
        assert visit.screen == "curtain"
        await visit.press("enter")
        assert visit.app.screen.query_one(Input).value == "16:20 Noor Hoekstra"
        assert "Liv" not in visit.text
        await visit.press("enter")
        assert "Noor Hoekstra" in visit.text
        assert visit.screen == "day"


async def test_the_palette_locks_at_once_and_the_talk_goes_on_after_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press("home", "enter", "enter")
        await visit.type("half getypt")
        await visit.press("ctrl+p")
        await visit.type(visit.t("lock now"))
        await visit.press("enter")
        await visit.pilot.pause()
        assert visit.screen == "curtain"
        await visit.press("enter", "f9")
        assert visit.screen == "curtain"
        await seal(visit, PASSPHRASE)
        assert visit.screen == "talk"
        assert "half getypt" in visit.text


@pytest.mark.parametrize("keys", ["d", "d f9", "d w", "d i"])
async def test_the_passphrase_leads_to_no_name_but_that_of_the_next_family(tmp_path: Path, keys: str) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press(*keys.split()[1:])
        await visit.app.idle_lock.lock()
        await seal(visit, PASSPHRASE)
        assert visit.screen == "welcome"
        assert "Liv" in visit.text
        assert not any(name in visit.text for name in ("Hamit", "Marinka"))


@pytest.mark.parametrize("locked", [True, False], ids=["passphrase", "Enter"])
async def test_a_day_that_was_looked_at_during_a_talk_is_not_what_the_curtain_uncovers(
    tmp_path: Path, locked: bool
) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.press("home", "enter", "enter")
        await visit.type("half getypt")
        await visit.press("f8")
        visit.clock.go_on(seconds=2)
        await visit.press("d")
        assert visit.screen == "day"
        await visit.press("f8")
        if locked:
            await visit.app.idle_lock.lock()
            await seal(visit, PASSPHRASE)
        else:
            visit.clock.go_on(seconds=2)
            await visit.press("enter")
        assert visit.screen == "talk"
        assert visit.line == "half getypt"
        assert "Hamit" not in visit.text


async def test_the_passphrase_leads_back_to_a_recovery_key_that_was_not_written_down_yet(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await sealed_day(visit)
        await visit.app.navigator.show_recovery_key("AAAA-BBBB")
        await visit.app.idle_lock.lock()
        await seal(visit, PASSPHRASE)
        assert visit.screen == "recoverykey"


async def test_what_is_typed_unseen_can_not_be_copied(tmp_path: Path) -> None:
    async with opened(tmp_path, (), asks=True) as visit:
        await visit.press("h")
        await visit.type(PASSPHRASE)
        visit.app.screen.query_one(Input).select_all()
        await visit.press("ctrl+c")
        await visit.press("ctrl+x")
        assert visit.app.clipboard == ""


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
        # its day is over, so that it comes by the list of that day
        await visit.press("d", "home", "enter", "enter")
        before = visit.desk.countdown(visit.talk())
        visit.clock.go_on(minutes=15)
        after = visit.desk.countdown(visit.talk())
        assert before is not None
        assert after is not None
        assert after.until == before.until
        assert visit.desk.local() - datetime(2026, 10, 25, 2, 5) < timedelta(seconds=5)
