"""Paper from the read-back: made, opened where that can be, and never where something copies it unasked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from stat import S_IMODE

import pytest

from store.domain.day import SchoolDay
from store.domain.plan import CommunicationPlan, InformationMoment
from store.domain.settings import Settings
from store.domain.year.sequel import Followed
from tests.export.paper.readers import read_pdf
from tests.screens.classroom import DAY, Visit, family, new_id, opened
from tests.screens.test_closing import complete
from tests.screens.test_week import finished
from tui.desk.printing import Printing

SHEETS = ("2026-08-25-1300-blad-1.pdf", "2026-08-25-1300-blad-2.pdf")


async def ready(visit: Visit) -> None:
    """Stand at the read-back of the first family, with a key that counts."""
    await complete(visit)
    await visit.to_read_back()
    visit.clock.go_on(seconds=2)


async def printed(visit: Visit) -> None:
    """Press the key for paper on purpose, and wait till that is done."""
    visit.clock.go_on(seconds=2)
    await visit.press("p")
    await visit.app.workers.wait_for_complete()
    await visit.dealt_with()


async def test_paper_of_a_talk_that_is_opened_again_tells_what_was_held_since(tmp_path: Path) -> None:
    august = finished(family("Liv Bosman", "Mark Bosman", at="13:00"), "huisbezoek in februari: thuis")
    due = Followed(day=DAY, talk=august.id, moment=august.plan.moments[0].id)
    held = replace(august, id=new_id(), follows=due, plan=CommunicationPlan())
    held = held.move(datetime(2027, 1, 14, 15))
    august = august.answer_information(InformationMoment())
    async with opened(tmp_path, (august,), wall=datetime(2027, 6, 1, 16)) as visit:
        visit.desk.repository.save(SchoolDay(date=date(2027, 1, 14), talks=(held,), revision=1))
        await visit.press("d", "home", "enter", "enter")
        await visit.press("f5")
        assert "Gedaan op donderdag 14 januari 2027." in visit.flat
        await visit.press("escape", "f9")
        assert "Gedaan op do 14 jan 2027" in visit.flat
        await visit.to_read_back()
        assert "Gedaan op donderdag 14 januari 2027." in visit.flat
        await printed(visit)
        (sheet,) = visit.exports.glob("*.pdf")
        assert "Gedaan op donderdag 14 januari 2027." in " ".join(read_pdf(sheet.read_bytes()).text.split())


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


async def test_a_key_makes_a_sheet_for_each_adult_again_in_its_place_and_in_another_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as visit:
        await ready(visit)
        assert "papier" in visit.text.splitlines()[-1]
        await printed(visit)
        assert files(visit.exports) == list(SHEETS)
        assert "2 bladen staan klaar in" in visit.flat
        first = visit.exports / SHEETS[0]
        assert S_IMODE(first.stat().st_mode) == 0o600
        assert "slaapt het beter" in read_pdf(first.read_bytes()).text
        shown: list[Path] = []

        def show(path: Path) -> Printing:
            shown.append(path)
            return (Printing.DIALOG, Printing.VIEWER)[len(shown) % 2]

        monkeypatch.setattr(visit.app, "_prints", show)
        await visit.press("l", "l")
        assert "Op het blad ook: Turks." in visit.flat
        await printed(visit)
        assert files(visit.exports) == list(SHEETS)
        assert [path.name for path in shown] == list(SHEETS)
        assert "2 bladen zijn geopend" in visit.flat
        assert "Telefonla konuşuruz." in read_pdf(first.read_bytes()).text
        first.write_bytes(b"van iemand anders")
        await printed(visit)
        assert first.read_bytes() == b"van iemand anders"
        assert files(visit.exports) == sorted((*SHEETS, "2026-08-25-1300-blad-1-2.pdf"))


async def test_a_folder_that_something_copies_is_asked_about_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(tmp_path) as visit:
        cloud = tmp_path / "OneDrive - De Regenboog"
        monkeypatch.setattr(visit.app.navigator, "exports", cloud)
        await ready(visit)
        await printed(visit)
        assert "OneDrive" in visit.flat
        for _ in range(20):
            visit.clock.go_on(milliseconds=50)
            visit.post("p")
            await visit.dealt_with()
        await visit.app.workers.wait_for_complete()
        assert files(cloud) == [], "a key that is held agrees to nothing"
        await printed(visit)
        assert files(cloud) == list(SHEETS)


async def test_where_a_folder_was_chosen_the_paper_is_ready_when_the_talk_is_done(tmp_path: Path) -> None:
    chosen = tmp_path / "OneDrive" / "papier"
    async with opened(tmp_path) as visit:
        visit.desk.repository.save_settings(Settings(paper_folder=str(chosen)))
        await ready(visit)
        await visit.press("f9")
        await visit.app.workers.wait_for_complete()
        assert visit.screen == "curtain"
        assert files(chosen) == list(SHEETS)


async def test_without_one_nothing_is_written_and_what_the_disk_refuses_is_said(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await ready(visit)
        visit.exports.parent.mkdir(parents=True, exist_ok=True)
        visit.exports.write_text("hier staat al iets")
        await printed(visit)
        assert "Het papier kon niet worden gemaakt" in visit.flat
        visit.exports.unlink()
        visit.clock.go_on(seconds=2)
        await visit.press("f9")
        await visit.app.workers.wait_for_complete()
        assert visit.screen == "curtain"
        assert files(visit.exports) == []


async def test_three_keys_lead_from_the_last_goodbye_to_the_pasted_text(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        for talk in visit.desk.day.in_order[1:]:
            visit.desk.day = visit.desk.day.put(replace(talk.cancel()), None)
        await ready(visit)
        await visit.press("f9")
        assert visit.screen == "curtain"
        for key in ("d", "f9", "enter"):
            await visit.press(key)
        assert "slaapt het beter" in visit.clipboard.text
        assert "Informatiemoment: niet nodig" in visit.clipboard.text
