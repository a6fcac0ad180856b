"""A timetable of one's own on its screen: from a class list to planned talks, and back as one step."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from store.domain.talk import Talk, TalkState
from store.files.repository import Repository
from tests.screens.classroom import NOON, Visit, opened, reopened, three_families
from tui.widgets.foot.key_line import KeyLine

LIST = (
    "Roepnaam;Achternaam;Ouder 1;Ouder 2\n"
    "Liv;Bosman;Mark Bosman;Eline Kuipers\n"
    "Sem;Kok;Anja Kok;Piet Kok\n"
    "Noa;Visser;Bart Visser;\n"
    "Ans;Kok;Anja Kok;Piet Kok\n"
    "Wei;Chen;Li Chen;\n"
)


async def with_class_list(visit: Visit, folder: Path) -> None:
    (folder / "klas.csv").write_text(LIST, "utf-8")
    await visit.press("i")
    await visit.paste(str(folder / "klas.csv"))
    await visit.press("enter", "f9")


def stored(folder: Path, *days: date) -> list[Talk]:
    repository = Repository.reading(folder / "data")
    return [talk for day in days or repository.dates() for talk in repository.day(day).in_order]


def files(folder: Path) -> dict[Path, bytes]:
    found = (path for part in ("20*/days", "20*/previous", "20*") for path in folder.glob(f"data/{part}/*"))
    return {path: path.read_bytes() for path in found if path.is_file()}


async def test_a_class_list_becomes_a_timetable_that_is_stored_and_taken_back_as_one_step(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, ()) as visit:
        await with_class_list(visit, tmp_path)
        assert "Op het dagscherm maakt de toets m er een rooster van" in visit.flat
        await visit.press("f9", "f9", "m")
        assert "5 kinderen hebben nog geen gesprek" in visit.flat
        await visit.enter("26 aug 9.00 en 27 aug")
        assert "do 27 aug ▸ Van, tot 09:00" in visit.flat
        await visit.enter("13.00 tot 15.00", "20", "10 min na 2")
        assert (visit.badge, visit.line) == ("13:00", "")
        await visit.press("enter")
        await visit.enter("sem")
        assert "Ans Kok" in visit.flat
        await visit.press("enter")
        assert "Ans Kok zelfde ouders als Sem" in visit.flat
        await visit.enter("no thuis")
        assert "typ erachter waarom" in visit.flat
        assert visit.line == "no thuis"
        await visit.enter(": moestuin")
        assert "13:00 Noa Visser 60 min, thuis: moestuin" in visit.flat
        await visit.press("up", "up", "up")
        await visit.enter("samen", "qqq")
        assert "Er is geen kind qqq" in visit.flat
        assert "13:20 Sem Kok en Ans Kok, in één gesprek 40 min" in visit.flat
        assert stored(tmp_path) == []
        # what one row refused is not glued to what another gets
        await visit.press("down", "z")
        assert (visit.line, "geen kind" in visit.flat) == ("z", False)
        await visit.press("backspace", "escape")
        assert "m gaat verder met het rooster dat je begon" in visit.flat
        await visit.press("m")
        await visit.enter("rest")
        await visit.kept()
        before = files(tmp_path)
        await visit.press("f9")
        assert visit.screen == "day"
        assert "4 gesprekken gepland" in visit.flat
        planned = [(f"{each.slot.start:%d %H:%M}", len(each.pupils)) for each in stored(tmp_path)]
        assert planned == [("26 13:00", 1), ("26 13:20", 2), ("26 14:10", 1), ("27 13:00", 1)]
        assert visit.desk.school.proposal is None
        visit.clock.go_on(seconds=2)
        await visit.press("u")
        await visit.kept()
        assert files(tmp_path) == before
        # a day that has no talks any more has no key that opens one
        visit.app.screen.query_one(KeyLine).hush()
        await visit.dealt_with()
        assert "b bestand m rooster + erbij w week" in visit.flat
        await visit.press("m")
        assert "13:20 Sem Kok en Ans Kok, in één gesprek" in visit.flat


async def test_a_timetable_that_is_being_made_is_there_again_after_a_stop(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.press("d", "m")
        await visit.enter("25 aug 16.00", "", "", "", "Jip Jansen, Ada Jansen", "Tom Bos, Ria Bos")
        assert "16:00 Jip Jansen" in visit.flat
        await visit.press("up")
        for line, said in (
            ("samen jip", "andere ouders"),
            ("zz", "Er is geen kind zz"),
            ("apart", "Er komt dan één kind."),
            ("300 min", "5 tot 240 minuten"),
        ):
            await visit.enter(line)
            assert said in visit.flat
            await visit.press("ctrl+u")
        await visit.press("home", "pageup")
        await visit.enter("x")
        assert "x is geen soort gesprek" in visit.flat
        await visit.press("ctrl+u", "down")
        for line, said in (("32 aug", "is hier geen dag"), ("24 aug", "is al geweest")):
            await visit.enter(line)
            assert said in visit.flat
            await visit.press("ctrl+u")
        await visit.press("down")
        await visit.enter("25:00")
        assert "25:00 is geen tijd" in visit.flat
        # what was refused before it comes back is not glued to what another row gets either
        await visit.press("f8", "d", "m")
        assert (visit.line, "25:00 is geen tijd" in visit.flat) == ("25:00", True)
        await visit.press("down", "z")
        assert visit.line == "z"
        # Esc takes no text; the curtain or a closed window leaves all of it as it is
        await visit.press("ctrl+u", "pagedown", "escape", "m", "ctrl+z", "ctrl+z")
        assert "Jip Jansen" not in visit.flat
        await visit.enter("Jip Jansen, Ada Jansen")
        await visit.type("Tom Bos, Ri")
        await visit.kept()
    async with reopened(tmp_path, wall=NOON) as visit:
        await visit.press("d", "m")
        assert "16:00 Jip Jansen" in visit.flat
        assert visit.line == "Tom Bos, Ri"
        await visit.type("a Bos")
        await visit.press("enter", "ctrl+z")
        assert "Tom Bos" not in visit.flat
        assert visit.notice == "Teruggedraaid. 16:20: vrij"
        await visit.enter("Tom Bos, Ria Bos")
        await visit.press("f9")
        assert [each.pupil.full_name for each in stored(tmp_path)][-2:] == ["Jip Jansen", "Tom Bos"]
        assert visit.desk.school.pupils[-2].carers[0].name == "Ada Jansen"


async def test_who_had_a_start_talk_gets_a_time_for_another_kind_as_long_as_that_takes(
    tmp_path: Path,
) -> None:
    held = [replace(each, state=TalkState.FINISHED) for each in three_families()[:2]]
    autumn = "oudervertelgesprek"
    async with opened(tmp_path, held) as visit:
        pupils = tuple(each.pupil for each in held)
        visit.desk.keep_school(replace(visit.desk.school, pupils=pupils))
        await visit.press("d", "m")
        assert "↑ gaat naar een ander soort" in visit.flat
        await visit.press("up")
        await visit.enter("kennis")
        assert "Kennismakingsgesprek" in visit.flat
        assert "Lengte 25 min" in visit.flat
        await visit.press("up")
        await visit.enter("ouder")
        assert "2 kinderen hebben dit gesprek nog niet" in visit.flat
        assert "De beste tijd is" in visit.flat
        await visit.enter("9 nov 13.00", "", "", "", "rest")
        await visit.press("f9")
    talks = [each for each in stored(tmp_path) if each.deck]
    assert [(each.deck, each.slot.minutes, each.asks_information) for each in talks] == [
        (autumn, 20, False)
    ] * 2
    assert sorted(each.pupil.id for each in talks) == sorted(each.id for each in pupils)


async def test_a_child_that_has_its_talk_is_told_so_and_not_that_there_is_none_of_that_name(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, three_families()[:1]) as visit:
        visit.desk.keep_school(replace(visit.desk.school, pupils=(visit.talk().pupil,)))
        await visit.press("d", "m")
        await visit.enter("9 nov 13.00", "", "", "", "liv")
        assert "Liv Bosman heeft dit gesprek al" in visit.flat
        await visit.press("ctrl+u")
        await visit.enter("qq")
        assert "Er is geen kind qq" in visit.flat
