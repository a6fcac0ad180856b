"""Files in which something is struck through or noted, each format in its own way."""

from __future__ import annotations

from collections.abc import Iterator

import xlsxwriter

from tests.roster.build import excel, open_document

_NOTED = (
    ("Datum", "Tijd", "Leerling"),
    ("25-08-2026", "13:00", "Milan Mos"),
    ("25-08-2026", "13:20", "Aya Kok"),
)
_NOTES = {"Milan Mos": "vader mag niet bellen", "13:20": "komt 10 min\nlater"}


def struck() -> Iterator[tuple[str, bytes]]:
    """Yield each file: its name, and what is in it."""
    yield "struck through.xlsx", excel(_workbook)
    yield "struck through in a grid.xlsx", excel(_grid)
    yield "notes on cells.xlsx", excel(_noted)
    yield "notes on cells.ods", open_document(_NOTED, notes=_NOTES)
    yield (
        "struck through.html",
        b"<table><tr><th>Leerling</th><th>Datum</th><th>Tijd</th></tr>"
        b"<tr><td>Milan Mos</td><td>25-08-2026</td><td><s>13:00</s> 13:10</td></tr>"
        b"<tr style='text-decoration: line-through'><td>Aya<br>Kok</td><td>25-08-2026</td><td>13:20</td></tr>"
        b"<tr><td><del>Finn Dam</del> Bo Wit</td><td>25-08-2026</td><td>13:40</td></tr></table>",
    )
    yield "struck through.xml", _spreadsheet_xml()
    yield "struck through.ods", _open_document()
    gone = "".join(f"{letter}\u0336" for letter in "13:20 Aya Kok")
    yield (
        "struck through in a chat.txt",
        f"dinsdag 25 augustus 2026\n13:00 Milan Mos\n{gone}\n13:40 Finn Dam\n".encode(),
    )


def _noted(book: xlsxwriter.Workbook) -> None:
    """A workbook with notes on a name and a time."""
    sheet = book.add_worksheet()
    for at, row in enumerate(_NOTED):
        sheet.write_row(at, 0, row)
    sheet.write_comment("C2", _NOTES["Milan Mos"])
    sheet.write_comment("B3", _NOTES["13:20"], {"author": "Els"})


def _workbook(book: xlsxwriter.Workbook) -> None:
    """A workbook with struck rows, a parent, a part of a name, of a time, and a day."""
    gone = book.add_format({"font_strikeout": True})
    sheet = book.add_worksheet()
    rows: list[tuple[tuple[str, bool], ...]] = [
        (("Tijd", False), ("Leerling", False), ("Ouder", False), ("Telefoon", False)),
        (("dinsdag 25 augustus 2026", False),),
        (("13:00", False), ("Milan Mos", False), ("Joke", True), ("06-00000001", False)),
        (("13:20", True), ("Aya Kok", True), ("Nour", True)),
        (("13:40", False), ("Finn Dam", True), ("Eva", False)),
        (("14:00", True), ("Bo Wit", False), ("Kim", False)),
        (("woensdag 26 augustus 2026", True),),
        (("13:00", False), ("Roos Vos", False), ("Ria", False)),
    ]
    for at, row in enumerate(rows):
        for column, (text, struck_out) in enumerate(row):
            sheet.write(at, column, text, gone if struck_out else None)
    sheet.write(8, 0, "13:20")
    sheet.write_rich_string(8, 1, gone, "Sem Pol", " Lars Pol")
    sheet.write_rich_string(9, 0, gone, "13:40", " 13:50")
    sheet.write(9, 1, "Isa Bos")


def _grid(book: xlsxwriter.Workbook) -> None:
    gone = book.add_format({"font_strikeout": True})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Tijd", "di 25-08-2026", "do 27-08-2026"])
    sheet.write_row(1, 0, ["13:00", "Milan Mos"])
    sheet.write(1, 2, "Aya Kok", gone)
    sheet.write_row(2, 0, ["13:20", "Finn Dam", "Bo Wit"])


def _spreadsheet_xml() -> bytes:
    rows = [
        ("Leerling", "Datum", "Tijd"),
        ("Milan Mos", "25-08-2026", "13:00"),
        ("Aya Kok", "25-08-2026", "13:20"),
    ]
    lines = []
    for row in rows:
        style = ' ss:StyleID="s2"' if row[0] == "Aya Kok" else ' ss:StyleID="s1"'
        cells = "".join(f'<Cell{style}><Data ss:Type="String">{cell}</Data></Cell>' for cell in row)
        lines.append(f"<Row>{cells}</Row>")
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles><Style ss:ID="s1"><Font/></Style>'
        '<Style ss:ID="s2"><Font ss:StrikeThrough="1"/></Style></Styles>'
        f'<Worksheet ss:Name="Blad1"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


def _open_document() -> bytes:
    struck_out = (
        '<style:style style:name="ce2" style:family="table-cell">'
        '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    )
    rows = [
        ("Leerling", "Datum", "Tijd"),
        ("Milan Mos", "25-08-2026", "13:00"),
        ("Aya Kok", "25-08-2026", "13:20"),
    ]
    return open_document(rows, cells={2: ' table:style-name="ce2"'}, styles=struck_out)
