from __future__ import annotations

from pathlib import Path

from tests.screens.classroom import Visit, opened
from tui.widgets.line_input import LineInput

HEADER = "Datum;Tijd;Roepnaam;Achternaam;Ouder 1;Ouder 2\n"
LIV = "25-08-2026;13:00;Liv;Bosman;Mark Bosman;Eline Kuipers\n"
HAMIT = "25-08-2026;13:20;Hamit;Yıldız;Emre Yıldız;\n"


def files(folder: Path) -> dict[Path, bytes]:
    found = (path for part in ("20*/days", "20*/previous", "20*") for path in folder.glob(f"{part}/*"))
    return {path: path.read_bytes() for path in found if path.is_file()}


async def look_at(visit: Visit, text: str, folder: Path) -> None:
    path = folder / "rooster.csv"
    path.write_text(text, "utf-8")
    await visit.press("b")
    await visit.paste(str(path))
    await visit.press("enter")


async def test_from_the_day_a_file_is_looked_at_stored_and_taken_back_as_one_step(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.kept()
        before = files(tmp_path / "data")
        moved = HEADER + LIV.replace("13:00", "15:00") + HAMIT.replace("25-08", "26-08")
        new = "26-08-2026;14:00;Søren;Jørgensen;Ane\n"
        await look_at(visit, moved + new, tmp_path)
        assert visit.screen == "rosterpreview"
        assert "Verzet: Liv Bosman, di 25 aug 13:00 → di 25 aug 15:00" in visit.flat
        assert "Verzet: Hamit Yıldız, di 25 aug 13:20 → wo 26 aug 13:20" in visit.flat
        assert "Nieuw op de klassenlijst: Søren Jørgensen" in visit.flat
        assert "nog wel gepland: Zuzanna Wójcik (di 25 aug 14:00)" in visit.flat
        assert files(tmp_path / "data") == before
        await visit.press("v")
        assert "Achternaam → achternaam" in visit.text
        assert "wo 26 aug 2026 14:00-14:20 Søren Jørgensen Ane" in visit.flat
        await visit.press("f9", "f9")
        assert visit.screen == "day"
        assert (after := files(tmp_path / "data")) != before
        assert "15:00   Liv Bosman" in visit.text
        await visit.press("a", "u")
        assert "15:00   Liv Bosman" in visit.text
        # a key that came twice takes no whole file back
        visit.post("u")
        await visit.dealt_with()
        assert "15:00   Liv Bosman" in visit.text
        visit.clock.go_on(seconds=2)
        # nor does one more step back, before it is said what goes then
        await visit.press("u")
        assert "15:00   Liv Bosman" in visit.text
        assert "Nog eens u haalt ook dat weg" in visit.flat
        visit.clock.go_on(seconds=2)
        await visit.press("u")
        assert "13:00   Liv Bosman" in visit.text
        assert "alles is weer zoals ervoor" in visit.flat
        await visit.kept()
        assert files(tmp_path / "data") == before
        await visit.press("r")
        assert "15:00   Liv Bosman" in visit.text
        assert "alles staat er weer zoals na het inlezen" in visit.flat
        assert files(tmp_path / "data") == after


async def test_no_stores_nothing_and_an_import_that_was_worked_with_stays(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await look_at(visit, HEADER + LIV.replace("13:00", "12:40") + HAMIT, tmp_path)
        await visit.press("escape")
        assert "Er is niets bewaard" in visit.flat
        assert visit.talk().slot.start.hour == 13
        await visit.press("enter")
        await look_at_again(visit, tmp_path)
        await visit.press("f9", "f9")
        assert visit.talk().slot.start.hour == 12
        await visit.press("enter", "enter")
        await visit.enter("naast Lotte zitten")
        await visit.press("f7", "d", "u")
        assert visit.raised() == [("pupil", "naast Lotte zitten")]
        assert visit.talk().slot.start.hour == 12


async def look_at_again(visit: Visit, folder: Path) -> None:
    await visit.paste(str(folder / "rooster.csv"))
    await visit.press("enter")


async def test_a_question_is_answered_with_a_key_and_a_column_gets_another_meaning(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 60)) as visit:
        await visit.to_day()
        text = "Datum;Tijd;Roepnaam;Achternaam;Kleur\n" + "05-10-2026;13:00;Liv;Bosman;Mark\n"
        await look_at(visit, text + "06-10-2026;3:00;Zuzana;Wójcik;Ewa\n", tmp_path)
        assert "Zuzana Wójcik lijkt op Zuzanna Wójcik" in visit.flat
        assert "Nieuw op de klassenlijst: Zuzana Wójcik" in visit.flat
        await visit.press("enter")
        assert "Nieuw op de klassenlijst" not in visit.flat
        assert "hele naam Zuzanna Wójcik → Zuzana Wójcik" in visit.flat
        assert "15:00" in visit.flat
        await visit.press("enter")
        assert "3:00 Zuzana" in visit.flat or "06 okt 03:00" in visit.flat or "di 6 okt 03:00" in visit.flat
        await visit.press("u", "v", "up", "down", "down", "down", "down", "left")
        assert "Kleur → mail" in visit.flat
        await visit.press("u")
        assert "Kleur → overgeslagen" in visit.flat


async def test_a_pasted_table_is_looked_at_like_a_file(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("b")
        await visit.paste(HEADER.replace(";", "\t") + "26-08-2026\t9:00\tSem\tKok\tAns\t\n")
        await visit.press("enter")
        assert "Nieuw op de klassenlijst: Sem Kok" in visit.flat


async def test_the_palette_reads_a_file_in_from_the_week_and_the_summary_but_not_beside_a_family(
    tmp_path: Path,
) -> None:
    async def looked_for(visit: Visit) -> str:
        await visit.press("ctrl+p", *"inlezen", "enter")
        return visit.screen

    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("w")
        assert await looked_for(visit) == "import"
        await visit.press("escape", "f9")
        assert await looked_for(visit) == "import"
        await visit.press("escape", "enter", "enter")
        assert visit.screen == "talk"
        assert await looked_for(visit) == "palette"


async def test_a_file_that_was_put_right_is_remembered_for_the_next_of_its_kind_and_can_be_forgotten(
    tmp_path: Path,
) -> None:
    odd = "Datum;Tijd;Roepnaam;Achternaam;Kleur\n"
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await look_at(visit, odd + "05-10-2026;13:00;Liv;Bosman;Mark\n", tmp_path)
        assert "vorige keer" not in visit.flat
        await visit.press("v", "up", "up", *["down"] * 4, *["left"] * 3)
        assert "Kleur → ouder 2" in visit.flat
        await visit.press("f9", "f9")
        await look_at(visit, odd + "06-10-2026;13:00;Sem;Kok;Karin\n", tmp_path)
        assert "Gelezen zoals de vorige keer" in visit.flat
        await visit.press("v")
        assert "Kleur → ouder 2" in visit.flat
        await visit.press("x")
        assert "Kleur → overgeslagen" in visit.flat
        await visit.press("escape", "escape")
        await look_at(visit, odd + "06-10-2026;13:00;Sem;Kok;Karin\n", tmp_path)
        assert "vorige keer" not in visit.flat


async def test_the_question_that_is_chosen_stays_in_sight_and_no_key_falls_off_the_line(
    tmp_path: Path,
) -> None:
    rows = "".join(f"25-08-2026;13:00;Kind{n};Achternaam{n};Ouder{n};\n" for n in range(12))
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await look_at(visit, HEADER + rows, tmp_path)
        for _ in range(10):
            await visit.press("down")
            assert "▸" in visit.text
        await visit.press("enter", "v", "right", "v")
        assert "u: ongedaan" in visit.text


async def test_who_is_to_interpret_stands_among_who_is_expected(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 60)) as visit:
        await visit.to_day()
        text = "Datum;Tijd;Leerling;Ouder;Tolk\n05-10-2026;13:00;Liv Bosman;Mark;Samir\n"
        await look_at(visit, text, tmp_path)
        await visit.press("v")
        assert "13:00-13:20 Liv Bosman Mark · Samir als tolk" in visit.flat


async def test_a_column_passes_by_the_readings_that_leave_no_pupil(tmp_path: Path) -> None:
    async with opened(tmp_path, size=(120, 60)) as visit:
        await visit.to_day()
        await look_at(visit, "Datum;Tijd;Leerling\n05-10-2026;13:00;Liv Bosman\n", tmp_path)
        await visit.press("v", "down", "down", "right")
        assert "Leerling → roepnaam" in visit.flat
        assert "geen leerling in" not in visit.flat
        # the second is the next that can be, not the first again
        await visit.press("right", "left")
        assert "Leerling → roepnaam" in visit.flat


async def test_headers_are_taken_from_the_next_row_that_can_be_theirs_or_it_is_said_that_none_is(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, size=(120, 60)) as visit:
        await visit.to_day()
        row = "05-10-2026;13:00;Liv Bosman\n"
        twice = "Datum;Tijd;Leerling\nDatum;Tijd;Naam\n" + row
        await look_at(visit, "Datum;Tijd;Leerling\n" + row, tmp_path)
        await visit.press("v", *["down"] * 3, "right")
        assert "de kopjes staan in rij 1" in visit.flat
        assert "geen leerling in" in visit.flat
        assert "u: ongedaan" not in visit.flat
        await visit.press("escape", "ctrl+u")
        (tmp_path / "rooster.csv").write_text(twice, "utf-8")
        await look_at_again(visit, tmp_path)
        await visit.press("v", *["down"] * 3, "right")
        assert "de kopjes staan in rij 2" in visit.flat


async def test_f9_takes_a_half_typed_path_along_and_one_that_is_refused_stays_for_the_next_time(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await visit.to_day()
        await visit.press("b")
        await visit.type("/nergens/klas.csv")
        await visit.press("f9")
        assert "Er is geen bestand /nergens/klas.csv" in visit.flat
        assert "Nog een keer F9" in visit.flat
        visit.clock.go_on(seconds=2)
        await visit.press("f9")
        assert visit.screen == "day"
        await visit.press("b")
        assert visit.app.screen.query_one(LineInput).text == "/nergens/klas.csv"
        (tmp_path / "klas.csv").write_text(HEADER + "25-08-2026;13:00;Sem;Kok;Karin;\n")
        await visit.press("ctrl+u")
        await visit.type(str(tmp_path / "klas.csv"))
        await visit.press("f9")
        assert visit.screen == "rosterpreview"
