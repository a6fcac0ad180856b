"""Files and records to test with."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time
from itertools import count
from pathlib import Path
from types import MappingProxyType
from xml.sax.saxutils import escape

import xlsxwriter

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.talk import Talk
from store.files.repository import Repository
from store.roster.merge import Merged, different, merge
from store.roster.merging.likeness import Same
from store.roster.roster import Roster, read_roster
from tui.desk.roster.roster_import import Imported, look, store

CASE = Path(__file__).parent / "data" / "roster_groep3.csv"
TODAY = date(2026, 8, 25)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

HEADER = "Datum;Tijd;Duur;Leerlingnummer;Roepnaam;Achternaam;Groep;Ouder 1;Telefoon 1;Ouder 2;Opmerking\n"
LIV = "25-08-2026;13:00;20;1;Liv;Bosman;3;Mark;06-00000001;Eline;oma komt mee\n"
NOA = "25-08-2026;13:20;20;;Noa;Hof;3;Ilse;06-00000002;;\n"
RANIA = "25-08-2026;15:40;20;;Yousef;Khatib;3;Rania;06-00000003;;\n"
SAMIR = "01-09-2026;18:30;20;;Yousef;Khatib;3;Samir;06-00000003;;\n"


def roster_of(folder: Path, text: str | bytes, name: str = "klas.csv") -> Roster:
    """Read a roster from a file with this text in it."""
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_roster(path)


class Shelf:
    """A school and its days, imported into again and again."""

    def __init__(self) -> None:
        self.school = School()
        self.days: dict[date, SchoolDay] = {}
        self.new_id: Callable[[], str] = map("id{}".format, count(1)).__next__

    def take(self, roster: Roster, same: Same = different) -> Merged:
        """Merge a roster and keep the result, as an import does."""
        merged = merge(roster, self.school, self.days, self.new_id, today=TODAY, same=same)
        self.school = merged.school
        for day in merged.writes:
            self.days[day.date] = day
        return merged


def look_at(path: Path, repository: Repository, new_id: Callable[[], str], *, today: date) -> Imported:
    """What a file would change."""
    repository.finish_moves()
    return look(read_roster(path, today=today), repository, new_id, today=today)


def taken_in(path: Path, repository: Repository, new_id: Callable[[], str], *, today: date) -> Imported:
    """What a file changed that somebody looked at and said yes to, as the command stores it."""
    return store(look_at(path, repository, new_id, today=today), repository)


def everyone(shelf: Shelf) -> list[Talk]:
    return [talk for day in shelf.days.values() for talk in day.in_order]


def talk_of(shelf: Shelf, name: str) -> Talk:
    return next(talk for talk in everyone(shelf) if name in talk.pupil.full_name)


def excel(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    """A workbook as Excel writes it, with what `fill` puts in it."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        fill(book)
    return buffer.getvalue()


def open_document(
    rows: Sequence[Sequence[str]],
    *,
    lines: Mapping[int, str] = MappingProxyType({}),
    cells: Mapping[int, str] = MappingProxyType({}),
    notes: Mapping[str, str] = MappingProxyType({}),
    styles: str = "",
) -> bytes:
    """A small ods file; `lines` and `cells` are the attributes of rows, and of their cells, by place.

    `notes` are on cells, by the text in these.
    """
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    written = ""
    for number, row in enumerate(rows):
        inside = "".join(
            f'<table:table-cell{cells.get(number, "")} office:value-type="string">'
            f"{_annotation(notes.get(cell, ''))}<text:p>{cell}</text:p></table:table-cell>"
            for cell in row
        )
        written += f"<table:table-row{lines.get(number, '')}>{inside}</table:table-row>"
    spaces = "".join(f' xmlns:{name}="{space}{name}:1.0"' for name in ("office", "table", "style", "text"))
    spaces += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    content = (
        f"<office:document-content{spaces}><office:automatic-styles>{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="Blad1">{written}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{space}manifest:1.0"/>')
        packed.writestr("content.xml", content)
    return buffer.getvalue()


def _annotation(note: str) -> str:
    said = "".join(f"<text:p><text:span>{line}</text:span></text:p>" for line in note.split("\n"))
    return f"<office:annotation><dc:creator>Els</dc:creator>{said}</office:annotation>" if note else ""


def workbook(
    sheets: Mapping[str, Sequence[Sequence[object]]], *, extra_row: str = "", hidden: Iterable[str] = ()
) -> bytes:
    """A small xlsx file; dates and times are stored as Excel does, as styled numbers."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types">{_TYPES}</Types>')
        book.writestr("_rels/.rels", _relations({"rId1": ("officeDocument", "xl/workbook.xml")}))
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"'
            f"{' state=' + chr(34) + 'hidden' + chr(34) if name in set(hidden) else ''}/>"
            for n, name in enumerate(sheets, 1)
        )
        book.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{listed}</sheets></workbook>',
        )
        targets = {f"rId{n}": ("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)}
        book.writestr("xl/_rels/workbook.xml.rels", _relations(targets | {"rId99": ("styles", "styles.xml")}))
        book.writestr("xl/styles.xml", _STYLES)
        for n, rows in enumerate(sheets.values(), 1):
            cells = "".join(_row(number, row) for number, row in enumerate(rows, 1))
            book.writestr(
                f"xl/worksheets/sheet{n}.xml",
                f'<worksheet xmlns="{MAIN}"><sheetData>{cells}{extra_row}</sheetData></worksheet>',
            )
    return buffer.getvalue()


_TYPES = (
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
)
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/>'
    "</cellXfs></styleSheet>"
)


def _relations(targets: Mapping[str, tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for key, (kind, target) in targets.items()
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{listed}</Relationships>'


def _row(number: int, cells: Iterable[object]) -> str:
    return f'<row r="{number}">{"".join(_cell(n, number, each) for n, each in enumerate(cells))}</row>'


def _cell(column: int, row: int, value: object) -> str:
    at = f'r="{chr(ord("A") + column)}{row}"'
    match value:
        case None:
            return ""
        case bool():
            return f'<c {at} t="b"><v>{int(value)}</v></c>'
        case int() | float():
            return f"<c {at}><v>{value}</v></c>"
        case datetime():
            raise TypeError(value)
        case date():
            return f'<c {at} s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
        case time():
            return f'<c {at} s="2"><v>{(value.hour * 60 + value.minute) / 1440}</v></c>'
    return f'<c {at} t="inlineStr"><is><t xml:space="preserve">{escape(str(value))}</t></is></c>'
