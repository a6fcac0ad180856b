"""What the screen about emptying says and offers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from store.domain.day import SchoolDay
from tests.faults.invented import a_day
from tests.flows.classroom import Visit, opened
from tests.flows.test_looking_after import handed_over_long_ago

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
