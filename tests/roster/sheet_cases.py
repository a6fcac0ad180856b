"""Workbooks in which the names of the sheets say the day, the group or the teacher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import xlsxwriter

from tests.roster.build import excel, workbook

_HEADS = ["Tijd", "Leerling"]
_PIM, _SEM = ["14:00", "Pim de Boer"], ["14:00", "Sem Vos"]
_MOMENT = ["Leerling", "Datum", "Tijd"]


def sheets() -> Iterator[tuple[str, bytes]]:
    """Yield each workbook: its name, and what is in it."""
    for name, made in _made():
        yield f"{name}.xlsx", workbook(made)
    yield "days over pupils and rooms, merged.xlsx", excel(_merged)
    yield "a parent on each row, the child merged.xlsx", excel(_a_parent_on_each_row)
    yield "twins below one time, merged.xlsx", excel(_twins)


def _twins(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Datum", "Tijd", "Leerling"])
    for first, (clock, *children) in enumerate(
        [("13:00", "Jort Bloem", "Jet Bloem"), ("13:20", "Guus Tak", "Bo Wit")]
    ):
        top = first * 2 + 1
        sheet.merge_range(top, 0, top + 1, 0, "25-08-2026")
        sheet.merge_range(top, 1, top + 1, 1, clock)
        sheet.write_column(top, 2, children)


def _a_parent_on_each_row(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Leerling", "Datum", "Tijd", "Ouder", "Mobiel"])
    for at, cell in enumerate(["Hugo Prins", "25-08-2026", "13:00"]):
        sheet.merge_range(1, at, 2, at, cell)
    sheet.write_row(1, 3, ["Lot Adema", "06-00012001"])
    sheet.write_row(2, 3, ["Fred Prins", "06-00012002"])
    sheet.write_row(3, 0, ["Aisha Omar", "25-08-2026", "13:30", "Sahra Omar", "06-00012003"])


def _merged(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Rooster")
    sheet.merge_range(0, 0, 0, 4, "Startgesprekken groep 5")
    sheet.merge_range(1, 0, 2, 0, "Tijd")
    sheet.merge_range(1, 1, 1, 2, "ma 14 sep")
    sheet.merge_range(1, 3, 1, 4, "di 15 sep")
    sheet.write_row(2, 1, ["Kind", "Lokaal", "Kind", "Lokaal"])
    sheet.write_row(3, 0, ["14:00", "Pim Bos", "lokaal 3", "Aya Kok", "lokaal 4"])
    sheet.write_row(4, 0, ["14:20", "", "lokaal 3", "Sem Vos", "lokaal 4"])
    sheet.merge_range(4, 1, 5, 1, "Bo Dam")
    sheet.write(5, 0, "14:40")
    sheet.write_row(6, 0, ["15:00", "", "", "Roos Pol", "lokaal 4"])


def _made() -> Iterator[tuple[str, dict[str, Sequence[Sequence[object]]]]]:
    yield "sheets with a date", {"14-09": [_HEADS, _PIM], "15 september": [_HEADS, _SEM]}
    yield (
        "sheets with a day and more",
        {"Dag 1 (14-9-2026)": [_HEADS, _PIM], "Gesprekken di 15 sep": [_HEADS, _SEM]},
    )
    yield "sheets with a weekday", {"maandag": [_HEADS, _PIM], "Dinsdagmiddag": [_HEADS, _SEM]}
    yield (
        "sheets with a weekday in a week",
        {"ma": [["Week 38"], _HEADS, _PIM], "di": [["Week 38"], _HEADS, _SEM]},
    )
    yield (
        "sheets with a weekday, no headers",
        {
            "Ma": [_PIM, ["14:20", "Aya Kok"]],
            "Di": [_SEM, ["14:20", "Bo Dam"]],
            "Uitleg": [["Kom op tijd"]],
        },
    )
    yield (
        "sheets with two groups",
        {
            "3A": [_MOMENT, ["Pim de Boer", "14-9-2026", "14:00"]],
            "3B": [_MOMENT, ["Sem Vos", "14-9-2026", "14:00"]],
        },
    )
    yield (
        "sheets with two groups, one after the other",
        {
            "5": [_MOMENT, ["Pim de Boer", "14-9-2026", "14:00"]],
            "5-6": [_MOMENT, ["Sem Vos", "14-9-2026", "14:20"]],
        },
    )
    yield (
        "sheets with two teachers",
        {
            "juf Els": [_MOMENT, ["Pim de Boer", "14-9-2026", "14:00"]],
            "meester Tom": [_MOMENT, ["Sem Vos", "14-9-2026", "14:00"]],
        },
    )
