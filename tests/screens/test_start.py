from __future__ import annotations

import shutil
from pathlib import Path

from tests.screens.classroom import DAY, opened
from tui.way_out import WayOut

CLASS_LIST = Path(__file__).parents[1] / "roster" / "data" / "roster_groep3.csv"


async def test_the_first_run_offers_demo_import_and_by_hand(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        assert visit.screen == "start"
        assert str(tmp_path)[:20] in visit.flat
        await visit.press("d")
    assert visit.app.return_value is WayOut.DEMO


async def test_a_first_run_in_a_folder_that_is_synced_says_so(tmp_path: Path) -> None:
    async with opened(tmp_path / "OneDrive - De Regenboog", ()) as visit:
        assert "OneDrive" in visit.text
        assert (
            visit.t("The data folder is in OneDrive, which copies it; choose another with --data.")
            in visit.flat
        )
        assert "Alles blijft op deze computer" not in visit.flat


async def test_a_day_is_typed_by_hand_one_family_a_line_and_the_time_goes_on(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("h")
        await visit.enter("13:00 Liv Bosman, Mark Bosman", "Hamit Yıldız, Emre Yıldız", "15:00 Wei Chen")
        assert [(f"{talk.slot.start:%H:%M}", talk.pupil.full_name) for talk in visit.desk.day.in_order] == [
            ("13:00", "Liv Bosman"),
            ("13:20", "Hamit Yıldız"),
            ("15:00", "Wei Chen"),
        ]
        await visit.press("ctrl+z")
        assert len(visit.desk.day.talks) == 2
        await visit.press("f9", "f9")
        assert visit.screen == "day"
        assert "Hamit Yıldız" in visit.text


async def test_a_pasted_list_plans_every_family_in_it(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("h")
        await visit.paste("13:00 Liv Bosman\n13:20 Hamit Yıldız\n\n13:40 Wei Chen\n")
        await visit.press("enter")
        assert len(visit.desk.day.talks) == 3


async def test_a_class_list_is_read_in_and_the_day_opens_on_its_first_talks(tmp_path: Path) -> None:
    sheet = shutil.copy(CLASS_LIST, tmp_path)
    async with opened(tmp_path, ()) as visit:
        await visit.press("i")
        await visit.paste(str(sheet))
        await visit.press("enter")
        assert visit.desk.school.pupils == ()
        assert "Nieuwe gesprekken, di 25 aug 2026: 13:00 Liv Bosman" in visit.flat
        await visit.press("f9")
        assert visit.desk.day.date == DAY
        assert len(visit.desk.school.pupils) == 28
        await visit.press("f9")
        await visit.press("f9")
        assert visit.screen == "day"
        assert "Søren Jørgensen" in visit.text


async def test_a_file_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("i")
        await visit.enter("/nergens/[groep 3].csv")
        assert "/nergens/[groep 3].csv" in visit.flat
        assert visit.desk.school.pupils == ()


async def test_a_parent_who_is_not_on_the_class_list_is_asked_too(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("h")
        await visit.enter("13:00 Liv Bosman, Mark Bosman", "13:20 liv bosman, oma Riet, mark bosman")
        first, second = visit.desk.day.in_order
        assert [carer.name for carer in second.audience] == ["Mark Bosman", "oma Riet"]
        assert second.pupil.id == first.pupil.id


async def test_a_line_without_a_child_stays(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await visit.press("h")
        await visit.enter(", oma Riet")
        assert visit.desk.day.talks == ()
        assert ", oma Riet" in visit.text
        assert "naam van het kind" in visit.flat
