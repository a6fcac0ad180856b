"""The family's sheet as a page of PDF and as a Word file."""

from __future__ import annotations

from store.export.document import Item
from store.export.paper.family_sheet import FamilySheet, Row, Section
from store.export.paper.languages import is_right_to_left
from store.export.paper.typeset import Data
from store.language import Translator


def sheet_data(sheet: FamilySheet) -> Data:
    """Return what the template `sheet` is filled with."""
    beside, frame = sheet.beside, sheet.frame_beside
    return {
        "title": sheet.title,
        "author": sheet.author,
        "language": sheet.voice.language,
        "above": sheet.frame.above,
        "under": sheet.frame.under,
        "sections": [_section(each, sheet.voice) for each in sheet.sections],
        "beside": {
            "language": beside.language,
            "rtl": is_right_to_left(beside.language),
            "above": frame.above,
            "under": frame.under,
        }
        if beside and frame
        else None,
    }


def _section(section: Section, t: Translator) -> Data:
    return {
        "title": section.title,
        "beside": section.beside,
        "rows": [_row(each, t) for each in section.rows],
    }


def _row(row: Row, t: Translator) -> Data:
    alt = t("square for the calendar of a phone: {moment}", moment=row.told.text)
    return {
        "told": _item(row.told),
        "beside": _item(row.beside) if row.beside else None,
        "codes": [{"svg": each.svg, "alt": alt} for each in row.squares],
    }


def _item(item: Item) -> Data:
    return {"lead": item.text[: item.lead], "text": item.text[item.lead :], "under": item.under}
