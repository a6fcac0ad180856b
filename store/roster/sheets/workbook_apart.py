"""Read a workbook in a process of its own: a script that a workbook goes into and its sheets come out of.

It imports as little as it can: all of that comes on top of what reading takes. Its arguments are where the
libraries are, and where these packages are if the workbook may hold
what its reader does not tell.
"""

from __future__ import annotations

import io
import marshal
import sys
from datetime import date, datetime, time, timedelta

MOST_ROWS = 12_000
"""More rows than this are no class list; as in `table`, which is not imported here."""
MOST_COLUMNS = 300
SECONDS = 4
"""Of the processor, after which a workbook is given up."""
MEMORY = 2 << 30
STROKE = "\u0336"
"""As in `struck`."""
PROTECTED = 3
"""The exit code that says that a password is needed."""
Cells = list[tuple[int, int, str]]
Notes = list[tuple[int, str]]
Beside = tuple[list[int], list[int], Cells, Cells, Notes]


def as_text(cell: object) -> str:
    """Return a cell as somebody would have typed it: whole numbers without point, dates and times as ISO."""
    match cell:
        case bool():
            return "ja" if cell else "nee"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime():
            cell = _to_the_minute(cell)
            if cell.date() <= date(1900, 1, 1):
                return f"{cell:%H:%M}"
            return cell.isoformat(" ", "minutes") if cell.time() != time() else cell.date().isoformat()
        case date():
            return cell.isoformat()
        case time():
            return f"{_to_the_minute(datetime.combine(date(2000, 1, 1), cell)):%H:%M}"
        case timedelta():
            hours, minutes = divmod(round(cell.total_seconds() / 60), 60)
            return f"{hours}:{minutes:02}"
    return str(cell)


def _to_the_minute(moment: datetime) -> datetime:
    """Return a moment without the hair that a part of a day falls short of the minute."""
    return (moment + timedelta(seconds=1)).replace(second=0, microsecond=0)


def _read(data: bytes, packages: str) -> list[tuple[object, ...]]:
    """Return the sheets; see `WorkbookSheet`."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    sheets: list[tuple[object, ...]] = []
    beside = _untold(data, packages)
    with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
        for about in book.sheets_metadata:
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            if about.visible != SheetVisibleEnum.Visible:
                sheets.append((about.name, [], [], [], [], True, []))
                continue
            sheet = book.get_sheet_by_name(about.name)
            cells = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS + 1)
            rows = [[as_text(cell) for cell in row[:MOST_COLUMNS]] for row in cells]
            nothing: Beside = ([], [], [], [], [])
            rows_hidden, columns_hidden, mistakes, struck, notes = beside.get(about.name, nothing)
            for row, at, shown in mistakes:
                if row < MOST_ROWS and at < MOST_COLUMNS:
                    # where the last rows or cells are formulas without an outcome, the reader leaves them out
                    rows.extend([] for _ in range(row + 1 - len(rows)))
                    rows[row].extend("" for _ in range(at + 1 - len(rows[row])))
                    rows[row][at] = shown
            for row, at, partly in struck:
                if row < len(rows) and at < len(rows[row]):
                    rows[row][at] = partly or "".join(f"{letter}{STROKE}" for letter in rows[row][at])
            merged = [[*start, *end] for start, end in sheet.merged_cell_ranges or ()]
            sheets.append((about.name, rows, merged, rows_hidden, columns_hidden, False, notes))
    return sheets


def _untold(data: bytes, packages: str) -> dict[str, Beside]:
    """Return what the reader does not tell of each sheet; see `Untold`."""
    if not data.startswith(b"PK"):
        return _untold_in_old_excel(data)
    if not packages:
        return {}
    sys.path.insert(0, packages)
    import zipfile
    from xml.parsers.expat import ExpatError

    from store.roster.sheets.untold import untold

    try:
        return {
            name: (each.rows, each.columns, each.mistakes, each.struck, list(each.notes))
            for name, each in untold(data).items()
        }
    except (zipfile.BadZipFile, ExpatError, KeyError, ValueError, OSError, NotImplementedError):
        return {}


def _untold_in_old_excel(data: bytes) -> dict[str, Beside]:
    """Return the same of an .xls."""
    import struct

    import xlrd

    try:
        # what it finds odd in a file goes nowhere
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        return {
            sheet.name: (
                sorted(number + 1 for number, row in sheet.rowinfo_map.items() if row.hidden),
                sorted(at for at, column in sheet.colinfo_map.items() if column.hidden),
                [
                    (row, at, xlrd.error_text_from_code.get(sheet.cell_value(row, at), "#N/A"))
                    for row in range(min(sheet.nrows, MOST_ROWS))
                    for at, kind in enumerate(sheet.row_types(row))
                    if kind == xlrd.XL_CELL_ERROR
                ],
                [
                    (row, at, "")
                    for row in range(min(sheet.nrows, MOST_ROWS))
                    for at in range(min(sheet.row_len(row), MOST_COLUMNS))
                    if book.font_list[book.xf_list[sheet.cell_xf_index(row, at)].font_index].struck_out
                ],
                [(row + 1, " ".join(note.text.split())) for (row, _), note in sheet.cell_note_map.items()],
            )
            for sheet in book.sheets()
        }
    except (xlrd.XLRDError, struct.error, LookupError, ValueError, AssertionError, TypeError, AttributeError):
        return {}


def _limit() -> None:
    """Fail early on a hostile workbook where the system can, and leave no core file behind."""
    if sys.platform != "win32":
        import resource

        limits = (resource.RLIMIT_CORE, 0), (resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_CPU, SECONDS)
        for limit, most in limits:
            try:
                resource.setrlimit(limit, (most, most))
            except (ValueError, OSError):
                continue


def _main(libraries: str, packages: str) -> int:
    _limit()
    sys.path.extend(libraries.split(";" if sys.platform == "win32" else ":"))
    from python_calamine import PasswordError

    try:
        sheets = _read(sys.stdin.buffer.read(), packages)
    except PasswordError:
        return PROTECTED
    sys.stdout.buffer.write(marshal.dumps(sheets))
    return 0


if __name__ == "__main__":
    sys.exit(_main(*sys.argv[1:]))
