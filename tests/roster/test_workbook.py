from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter

from store.roster.problems import ProblemCode, Refusal, UnusableError
from store.roster.roster import roster_from
from tests.roster.build import excel, roster_of, workbook

HEADERS: list[object] = [
    "Datum",
    "Tijd",
    "Duur",
    "Roepnaam",
    "Achternaam",
    "Groep",
    "Tolk",
    "Leerlingnummer",
    "Opmerking",
]
LIV: list[object] = [
    date(2026, 8, 25),
    time(13, 20),
    20,
    "Liv",
    "Bosman",
    3,
    True,
    1001.0,
    "=SOM(A1) [let op]\nregel 2",
]


def test_dates_times_and_whole_numbers_come_out_as_typed(tmp_path: Path) -> None:
    roster = roster_of(tmp_path, workbook({"Blad1": [HEADERS, LIV]}), "klas.xlsx")
    (pupil,), (slot,) = roster.pupils, roster.slots
    assert (pupil.group, pupil.number, pupil.interpreter) == ("3", "1001", True)
    assert (slot.start, slot.minutes) == (datetime(2026, 8, 25, 13, 20), 20)
    assert slot.remark == "=SOM(A1) [let op]\nregel 2"
    assert (roster.encoding, roster.delimiter, roster.problems) == ("", "", ())


def test_dates_and_times_without_a_format_are_read_too(tmp_path: Path) -> None:
    row: list[object] = [46259, 0.5555555555555556, 0.013888888888888888, "Liv", "Bosman"]
    (slot,) = roster_of(tmp_path, workbook({"Blad1": [HEADERS, row]}), "klas.xlsx").slots
    assert (slot.start, slot.minutes) == (datetime(2026, 8, 25, 13, 20), 20)


def test_empty_rows_and_columns_before_the_table_keep_their_numbers(tmp_path: Path) -> None:
    rows: list[list[object]] = [[], [], [None, *HEADERS], [None, "geen datum", *LIV[1:]]]
    roster = roster_of(tmp_path, workbook({"Blad1": rows}), "klas.xlsx")
    assert [(problem.row, problem.column) for problem in roster.problems] == [
        (4, "Datum"),
        (4, "Opmerking"),
    ]


def test_every_sheet_with_pupils_is_read_and_a_hidden_one_is_told(tmp_path: Path) -> None:
    noa = [date(2026, 8, 27), time(13, 20), 20, "Noa", "Hof"]
    sheets: dict[str, list[list[object]]] = {
        "Uitleg": [["hallo"]],
        "di": [HEADERS, LIV],
        "do": [HEADERS, noa],
        "weg": [HEADERS, [*LIV[:3], "Sem"]],
    }
    roster = roster_of(tmp_path, workbook(sheets, hidden=["weg"]), "klas.xlsx")
    assert [pupil.first_name for pupil in roster.pupils] == ["Liv", "Noa"]
    assert [slot.start.day for slot in roster.slots] == [25, 27]
    assert (ProblemCode.HIDDEN_SHEET, "weg") in [(each.code, each.value) for each in roster.problems]


def test_the_name_of_a_file_does_not_matter(tmp_path: Path) -> None:
    assert roster_of(tmp_path, workbook({"Blad1": [HEADERS, LIV]}), "klas.csv").pupils
    assert roster_of(tmp_path, "Roepnaam;Groep\nLiv;3\n", "klas.xlsx").pupils


def test_a_stray_cell_far_below_is_no_row(tmp_path: Path) -> None:
    below = '<row r="1048576"><c r="A1048576" t="inlineStr"><is><t> </t></is></c></row>'
    rows = [HEADERS, *([*LIV[:3], f"Kind{n}", *LIV[4:7]] for n in range(30))]
    assert len(roster_of(tmp_path, workbook({"B": rows}, extra_row=below), "klas.xlsx").pupils) == 30


def test_a_stray_cell_in_the_far_corner_does_not_take_the_program_down(tmp_path: Path) -> None:
    corner = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    with pytest.raises(UnusableError) as refused:
        roster_of(tmp_path, workbook({"Blad1": [HEADERS, LIV]}, extra_row=corner), "klas.xlsx")
    assert refused.value.refusal is Refusal.DAMAGED


@pytest.mark.parametrize("damage", ["cut", "sheet gone", "no xml", "flipped"])
def test_a_damaged_workbook_is_refused(tmp_path: Path, damage: str) -> None:
    book = workbook({"Blad1": [HEADERS, LIV]})
    if damage == "cut":
        book = book[:-200]
    elif damage == "flipped":
        book = book[:40] + bytes(255 - byte for byte in book[40:400]) + book[400:]
    else:
        book = _without_sheet(book, b"" if damage == "sheet gone" else b"<<<")
    with pytest.raises(UnusableError) as refused:
        roster_of(tmp_path, book, "klas.xlsx")
    assert refused.value.refusal in {Refusal.DAMAGED, Refusal.PACKED, Refusal.EMPTY}


def _in_old_container(part: bytes) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(576, b"\0") + part.ljust(4096, b"\0")


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_workbook_with_a_password_is_refused_as_that(tmp_path: Path, kind: str) -> None:
    start = b"\x09\x08\x10\0".ljust(20, b"\0")
    sealed = {
        "xlsx": _in_old_container("EncryptedPackage".encode("utf-16-le")),
        "xls": _in_old_container(start + b"\x86\0\0\0" + b"\x2f\0\x36\0"),
        "ods": _open_document(listed="<manifest:encryption-data/>"),
    }[kind]
    with pytest.raises(UnusableError) as refused:
        roster_of(tmp_path, sealed, f"klas.{kind}")
    assert refused.value.refusal is Refusal.PROTECTED


def test_of_hidden_rows_and_of_two_sheets_it_is_told_whom_and_which_it_is_about() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        for name, rows in (("Groep 3", ("Pim de Boer", "Lotte Smit")), ("Groep 4", ("Kim Prins",))):
            sheet = book.add_worksheet(name)
            sheet.write_row(0, 0, ["Leerling", "Datum", "Tijd"])
            for number, pupil in enumerate(rows, 1):
                sheet.write_row(number, 0, [pupil, "25-08-2026", "13:00"])
        book.get_worksheet_by_name("Groep 3").set_row(2, None, None, {"hidden": True})

    told = {each.code: each for each in roster_from(excel(fill)).problems}
    assert told[ProblemCode.HIDDEN_ROWS].value == "1 (Lotte Smit)"
    assert (told[ProblemCode.OVERLAP].sheet, told[ProblemCode.OVERLAP].other_sheet) == ("Groep 4", "Groep 3")


def test_an_open_document_sheet_is_read(tmp_path: Path) -> None:
    (slot,) = roster_of(tmp_path, _open_document(), "klas.ods").slots
    assert slot.start == datetime(2026, 8, 25, 13, 20)


def _without_sheet(book: bytes, content: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            if "sheet1" not in name:
                new.writestr(name, old.read(name))
            elif content:
                new.writestr(name, content)
    return buffer.getvalue()


def _open_document(listed: str = "") -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    text = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    header = "".join(text.format(each) for each in ("Datum", "Tijd", "Roepnaam"))
    typed = '<table:table-cell office:value-type="{0}" office:{0}-value="{1}"><text:p/></table:table-cell>'
    cells = typed.format("date", "2026-08-25") + typed.format("time", "PT13H20M00S") + text.format("Liv")
    rows = f"<table:table-row>{header}</table:table-row><table:table-row>{cells}</table:table-row>"
    content = (
        f'<office:document-content xmlns:office="{space}office:1.0" xmlns:table="{space}table:1.0"'
        f' xmlns:text="{space}text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1">'
        f"{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        manifest = f'<manifest:manifest xmlns:manifest="{space}manifest:1.0">{listed}</manifest:manifest>'
        book.writestr("META-INF/manifest.xml", manifest)
        book.writestr("content.xml", content)
    return buffer.getvalue()
