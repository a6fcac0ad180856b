"""What the screen about emptying says and offers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.domain.day import SchoolDay
from tests.faults.invented import a_day
from tests.screens.classroom import Visit, opened
from tests.screens.test_looking_after import handed_over_long_ago
from tui.keys import KEYS

NEXT = date(2026, 8, 26)


def a_damaged_day(visit: Visit, folder: Path) -> None:
    visit.desk.repository.save(SchoolDay(date=NEXT, talks=a_day(1, NEXT).talks))
    (folder / "2026-2027" / "days" / NEXT.isoformat()).write_bytes(b"junk")


async def test_days_that_cannot_be_read_are_counted_before_anything_is_emptied(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        told = visit.t.n(
            "{count} day can't be read and was not looked at. Stop; 'startgesprek check' names it.",
            "{count} days can't be read and were not looked at. Stop; 'startgesprek check' names them.",
            1,
        )
        await handed_over_long_ago(visit)
        await visit.press("escape", "e")
        assert told not in visit.flat
        a_damaged_day(visit, tmp_path / "data")
        await visit.press("escape", "e")
        assert told in visit.flat


async def test_with_nothing_to_empty_only_the_way_back_is_offered(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("e")
        assert visit.t("There is nothing to be emptied.") in visit.flat
        assert visit.t("Empty talks that were handed over?") not in visit.flat
        keys = visit.text.splitlines()[-1]
        assert visit.t("back") in keys
        assert visit.t("empty") not in keys
        await visit.press("f1")
        assert visit.t(KEYS["back"].help) in visit.flat
        assert visit.t(KEYS["empty"].help) not in visit.flat
        await visit.press("escape", "enter")
        assert visit.t("There is nothing to be emptied.") in visit.flat
        await visit.press("escape")
        assert visit.screen == "day"
