"""Draw the six screens and a sheet for the README: `python -m tests.pictures [FOLDER] [WIDTH HEIGHT]`."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from textual.pilot import Pilot

from store.calendar.year_file import read_calendar
from store.files.repository import Repository
from store.files.writer import Kept, NotKept, Writer
from store.language import Translator
from tests.pictures.sheet import draw_sheet
from tests.roster.build import taken_in
from tui.app import Startgesprek
from tui.desk.desk import Desk
from tui.messages import DiskTold
from tui.way_out import WayOut

HERE = Path(__file__).parent
CASES = HERE.parent / "roster" / "data"
CALENDAR = HERE.parent / "planline" / "data" / "school_year.toml"
DAY = date(2026, 8, 25)
POINTS = (
    ("Wat ik wil vertellen: ik heb leren zwemmen", "naast Lotte zitten"),
    ("slaapt slecht sinds de verhuizing", "wanneer is het handig om te bellen?"),
    ("lezen thuis, een kwartiertje", "wat ik zo fijn vind: je hielp gisteren meteen mee opruimen"),
)
PLANS = (
    "juf belt ouders week na rapport 1 en 2: nog bijzonderheden?",
    "evaluatie op school begin juni, kind erbij: doelen gehaald?",
)


async def draw(folder: Path, size: tuple[int, int]) -> None:
    """Walk through one talk and keep a picture of each of the six screens."""
    began = datetime.now(UTC)
    start = datetime(2026, 8, 25, 11, 40, tzinfo=UTC)
    ahead = [timedelta()]

    def now() -> datetime:
        return start + (datetime.now(UTC) - began) + ahead[0]

    with (
        tempfile.TemporaryDirectory() as data,
        Repository(Path(data) / "data", new_id=lambda: str(uuid4())) as repository,
    ):
        taken_in(CASES / "roster_groep3.csv", repository, lambda: str(uuid4()), today=DAY)
        school = repository.school(DAY)
        year = read_calendar(CALENDAR)
        school = replace(school, teacher="juf Els", year=year, revision=school.revision + 1)
        repository.save_school(DAY, school)

        def tell(result: Kept | NotKept) -> None:
            app.post_message(DiskTold(result))

        writer = Writer(repository, tell)
        day = repository.day(DAY)
        desk = Desk(repository, writer, day, school, now=now, new_id=lambda: str(uuid4()))
        app = Startgesprek(desk, Translator("nl"), Path(data) / "export")
        # nobody types a word here
        app.keys.glance = 0
        async with app.run_test(size=size) as pilot:
            for at in range(2):
                await _talk(pilot, at, ahead)
            ahead[0] += timedelta(seconds=2)
            _keep(app, folder, "curtain")
            await pilot.press("enter")
            await pilot.pause()
            _keep(app, folder, "welcome")
            # at once it would count as held
            ahead[0] += timedelta(seconds=2)
            await pilot.press("enter")
            await pilot.pause()
            for lines in POINTS:
                for line in lines:
                    await _type(pilot, line)
                await pilot.press("tab")
            await pilot.press("up")
            await _type(pilot, "oma vangt op na school")
            await _type(pilot, "! na de herfst een ander tafelgroepje")
            ahead[0] += timedelta(minutes=9)
            await pilot.press("tab", "f2")
            await _write(pilot, "komt graag een keer voorlezen")
            await pilot.pause(1.1)
            _keep(app, folder, "talk")
            await pilot.press("f9")
            await _type(pilot, PLANS[0])
            await _write(pilot, PLANS[1])
            await pilot.pause()
            _keep(app, folder, "closing")
            await pilot.press("enter")
            await pilot.pause()
            await _type(pilot, "-")
            await _type(pilot, "-")
            await _onward(pilot)
            ahead[0] += timedelta(seconds=2)
            await _onward(pilot)
            ahead[0] += timedelta(seconds=2)
            await pilot.press("d")
            await pilot.pause()
            _keep(app, folder, "day")
            await _onward(pilot)
            _keep(app, folder, "summary")
        desk.close()


async def _talk(pilot: Pilot[WayOut], at: int, ahead: list[timedelta]) -> None:
    """One earlier family, in short; a curtain is lifted once it was seen to fall."""
    ahead[0] += timedelta(seconds=2)
    await pilot.press("enter")
    await pilot.pause()
    ahead[0] += timedelta(seconds=2)
    await pilot.press("enter")
    await pilot.pause()
    await _type(pilot, "fijne vakantie gehad")
    await pilot.press("f9")
    await pilot.pause()
    await _type(pilot, "juf belt ouders in november: hoe gaat het?")
    await _type(pilot, "-")
    await _type(pilot, "-" if at else "lezen thuis, na de herfst")
    await _onward(pilot)
    ahead[0] += timedelta(seconds=2)
    await _onward(pilot)


async def _onward(pilot: Pilot[WayOut]) -> None:
    await pilot.press("f9")
    await pilot.pause()
    await pilot.pause()


async def _type(pilot: Pilot[WayOut], text: str) -> None:
    await _write(pilot, text)
    await pilot.press("enter")
    await pilot.pause()


async def _write(pilot: Pilot[WayOut], text: str) -> None:
    for letter in text:
        await pilot.press("space" if letter == " " else letter)


def _keep(app: Startgesprek, folder: Path, name: str) -> None:
    """The screen as it is now, as an SVG of the app itself."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.svg").write_text(app.export_screenshot(title="startgesprek"), encoding="utf-8")


if __name__ == "__main__":
    given = sys.argv[1:]
    columns, rows = (int(given[1]), int(given[2])) if len(given) > 2 else (80, 24)
    where = Path(given[0]) if given else HERE
    asyncio.run(draw(where, (columns, rows)))
    draw_sheet(where)
