"""A colleague's data read in from the day: looked at, stored, taken back; and each teacher's own list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.people import Presence, Voice
from store.domain.school import School
from store.domain.talk import Talk
from store.files.backups import archive
from store.files.paths import Layout
from store.files.repository import Repository
from tests.screens.classroom import DAY, NOON, family, new_id, opened
from tests.screens.trusting import PASSPHRASE, seal

NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)
TOMORROW = date(2026, 8, 26)
TOM, BOTH = "meester Tom", "juf Els en meester Tom"


def written(talk: Talk, text: str) -> Talk:
    point = AgendaPoint(id=new_id(), voice=Voice.CARER, text=text)
    return replace(talk.begin(NOW, Presence()).set_aside(NOW), points=(point,))


def of_tom(folder: Path) -> Path:
    """A backup of what meester Tom has of the same class: a talk of his own, and one together."""
    own = written(replace(family("Noa Visser", "Bart Visser", at="13:00"), teacher=TOM), "voetbal")
    together = replace(family("Hamit Yıldız", "Emre Yıldız", at="13:20"), teacher=BOTH)
    with Repository(folder / "tom", new_id=new_id) as repository:
        school = School(pupils=(own.pupil, together.pupil), teacher=TOM, revision=1)
        repository.save_school(DAY, school)
        repository.save(SchoolDay(date=DAY, talks=(own, written(together, "bang")), revision=1))
    held = archive.collect(Layout(folder / "tom"), NOW)
    path = folder / "tom.backup"
    path.write_bytes(archive.to_bytes(held))
    return path


def files(folder: Path) -> dict[Path, bytes]:
    found = (path for part in ("20*/days", "20*/previous", "20*") for path in folder.glob(f"data/{part}/*"))
    return {path: path.read_bytes() for path in found if path.is_file()}


async def test_a_backup_of_a_colleague_is_looked_at_merged_and_taken_back_as_one_step(tmp_path: Path) -> None:
    liv = family("Liv Bosman", "Mark Bosman", at="14:00")
    hamit = written(replace(family("Hamit Yıldız", "Emre Yıldız", at="13:20"), teacher=BOTH), "rekenen")
    async with opened(tmp_path, (liv, hamit)) as visit:
        await visit.press("d", "b")
        await visit.paste(str(of_tom(tmp_path)))
        before = files(tmp_path)
        await visit.press("enter")
        assert visit.screen == "colleague"
        assert "Gesprekken van meester Tom: Noa Visser (di 25 aug 13:00)" in visit.flat
        assert (
            "Jullie schreven allebei in het gesprek met Hamit Yıldız (di 25 aug 13:20): het is één"
            in visit.flat
        )
        assert "Nieuw op de klassenlijst: Noa Visser" in visit.flat
        assert files(tmp_path) == before
        await visit.press("f9", "f9")
        assert visit.screen == "day"
        texts = [(point.text, point.by) for talk in visit.desk.day.in_order for point in talk.points]
        assert texts == [("voetbal", ""), ("rekenen", "juf Els"), ("bang", TOM)]
        # hers are on the list; those of the colleague bear his name, and Enter on the curtain passes them
        assert "Noa Visser meester Tom" in visit.flat
        assert [talk.pupil.first_name for talk in visit.desk.whose.own_day.coming] == ["Liv"]
        await visit.press("f9")
        assert "Noa Visser (meester Tom): nog afmaken met" in visit.flat
        assert "Hamit Yıldız (juf Els en meester Tom): nog afmaken met" in visit.flat
        assert "13:00 Noa Visser (meester Tom)" in visit.flat
        await visit.press("escape")
        visit.clock.go_on(seconds=2)
        await visit.press("u")
        assert "wat van een collega kwam" in visit.flat
        assert files(tmp_path) == before
        await visit.press("b")
        await visit.paste(str(tmp_path / "tom"))
        await visit.press("enter", "escape")
        assert "Er is niets bewaard" in visit.flat
        assert NOON.date() == visit.desk.day.date


async def test_a_day_of_the_colleague_alone_is_not_the_teachers_own(tmp_path: Path) -> None:
    els = replace(family("Liv Bosman", "Mark Bosman", at="13:00"), teacher="juf Els")
    anna = replace(family("Noa Visser", "Bart Visser", at="14:00"), teacher="juf Anna")
    async with opened(tmp_path, (els,)) as visit:
        visit.desk.keep_day(SchoolDay(date=TOMORROW).put(anna.move(datetime(2026, 8, 26, 14))))
        await visit.to_day()
        # a colleague's talk goes on elsewhere: it is in nobody's way, and stays where it is
        visit.desk.keep_day(visit.desk.day.put(replace(anna, id="b").move(datetime(2026, 8, 25, 13, 10))))
        await visit.press("home", "l")
        await visit.type("+15 rest")
        assert "Noa" not in visit.flat.partition("13:40")[0].rpartition("Liv")[2]
        assert "Die van juf Anna blijven staan." in visit.flat
        await visit.press("enter")
        assert [f"{each.slot.start:%H:%M}" for each in visit.desk.day.in_order] == ["13:00", "13:10"]
        # nor does it move for, or stand in the way of, a talk that becomes another kind
        await visit.press("home", "k")
        await visit.enter("60 rest")
        slots = [(f"{each.slot.start:%H:%M}", each.slot.minutes) for each in visit.desk.day.in_order]
        assert slots == [("13:00", 60), ("13:10", 20)]
        await visit.press("pagedown")
        assert "Noa Visser juf Anna" in visit.flat
        assert visit.desk.whose.own_day.next_up is None
        # a family that she adds is hers, also at that time
        await visit.press("plus")
        await visit.enter("14:00 Wei Chen")
        assert [each.teacher for each in visit.desk.whose.own_day.talks] == [visit.desk.school.teacher]


async def test_a_sealed_backup_of_a_colleague_asks_its_passphrase(tmp_path: Path) -> None:
    of_tom(tmp_path)
    with Repository(tmp_path / "tom", new_id=new_id) as repository:
        repository.seal(PASSPHRASE)
    path = tmp_path / "tom.backup"
    path.write_bytes(archive.to_bytes(archive.collect(Layout(tmp_path / "tom"), NOW)))
    async with opened(tmp_path, ()) as visit:
        await visit.press("i")
        await visit.paste(str(path))
        await visit.press("enter")
        assert "een eigen wachtzin" in visit.flat
        await seal(visit, "iets anders")
        assert "Dat is niet de wachtzin van deze reservekopie" in visit.flat
        await visit.press("escape")
        assert "Er is niets bewaard" in visit.flat
        await visit.paste(str(tmp_path / "tom"))
        await visit.press("enter")
        await seal(visit, PASSPHRASE)
        assert "Gesprekken van meester Tom" in visit.flat
        await visit.press("f9", "f9")
        assert [talk.pupil.first_name for talk in visit.desk.day.in_order] == ["Noa", "Hamit"]
