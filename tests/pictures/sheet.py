"""The sheet of a family as a picture for the README."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pypdfium2

from store.export.paper.family_sheet import family_sheets
from store.export.paper.sheet_pages import sheet_data
from store.export.paper.typeset import Typesetter
from store.language import Translator
from tests.letters.plans import NOW, PLANS, SCHOOL

COLOURS = 32


def draw_sheet(folder: Path) -> None:
    """Keep a picture of Marinka's sheet, in Dutch and Turkish."""
    talk = next(plan for plan in PLANS if plan.name == "marinka").talk()
    school = replace(SCHOOL, reached_by="Parro, of na schooltijd 0512-123456")
    sheet = family_sheets(talk, school, Translator("nl"), NOW, "tr")[0]
    page = pypdfium2.PdfDocument(Typesetter("sheet").page(sheet_data(sheet)).pdf)[0]
    picture = page.render(scale=1.3).to_pil().quantize(COLOURS)
    folder.mkdir(parents=True, exist_ok=True)
    picture.save(folder / "sheet.png", optimize=True)
