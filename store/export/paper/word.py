"""Documents and sheets as Word files, from a template whose styles a school may change."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from store.domain.text import clean
from store.export.document import Bars, Document, Heading, Item, Items, Paragraph
from store.export.paper.family_sheet import FamilySheet, Row, Section
from store.export.paper.languages import is_right_to_left
from store.export.paper.typeset import TEMPLATES
from store.export.plain import bar

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written
    from docx.text.run import Run

SQUARE = 24
"""Millimetres, as in the PDF."""
WIDE = 172 - SQUARE
"""Millimetres of a line beside a square."""


def word_document(document: Document, title: str, author: str) -> bytes:
    """Write a document as Word: headings, paragraphs, lists and bars in the styles of the template."""
    file = _begun(title, author)
    for block in document:
        match block:
            case Heading(text=text, level=level):
                file.add_paragraph(_text(text), style="Title" if level == 1 else f"Heading {level}")
            case Paragraph(text=text):
                file.add_paragraph(_text(text))
            case Items(items=items):
                _list(file, items)
            case Bars(bars=bars):
                most = max((each.count for each in bars), default=0)
                for each in bars:
                    file.add_paragraph(f"{_text(each.label)}\t{bar(each.count, most)} {each.count}")
    return _saved(file)


def word_sheet(sheet: FamilySheet) -> bytes:
    """Write a family's sheet as Word, with the other language and the squares beside it."""
    file = _begun(sheet.title, sheet.author)
    file.add_paragraph(_text(sheet.title), style="Title")
    other = sheet.frame_beside
    _pair(file, sheet, sheet.frame.above, other.above if other else ())
    for section in sheet.sections:
        _titles(file, sheet, section)
        for row in section.rows:
            _row(file, sheet, row)
    file.add_paragraph()
    _pair(file, sheet, sheet.frame.under, other.under if other else ())
    return _saved(file)


def _begun(title: str, author: str) -> File:
    import docx

    file = docx.Document(str(TEMPLATES / "letter.docx"))
    file.core_properties.title, file.core_properties.author = _text(title)[:250], _text(author)[:250]
    return file


def _saved(file: File) -> bytes:
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _list(file: File, items: Iterable[Item]) -> None:
    for item in items:
        file.add_paragraph(_text(item.text), style="List Bullet")
        for under in item.under:
            file.add_paragraph(_text(under), style="List Bullet 2")


def _titles(file: File, sheet: FamilySheet, section: Section) -> None:
    """The title of a chapter, with the other language beside it."""
    mine, *rest = _cells(file, 1 + (sheet.beside is not None))
    mine.paragraphs[0].style = file.styles["Heading 2"]
    mine.paragraphs[0].add_run(_text(section.title))
    for cell in rest:
        cell.paragraphs[0].style = file.styles["Heading 2"]
        _run(_turned(cell.paragraphs[0], sheet), section.beside, sheet)


def _row(file: File, sheet: FamilySheet, row: Row) -> None:
    """One row of a table without lines: ours, theirs, and the squares."""
    from docx.shared import Mm

    mine, *rest = _cells(file, 1 + (row.beside is not None) + bool(row.squares), squares=bool(row.squares))
    _tell(mine, row.told)
    if row.beside is not None:
        _tell(rest.pop(0), row.beside, sheet)
    for cell in rest:
        for square in row.squares:
            _next(cell).add_run().add_picture(io.BytesIO(square.png()), width=Mm(SQUARE))


def _pair(file: File, sheet: FamilySheet, texts: Iterable[str], others: Iterable[str]) -> None:
    """Paragraphs of both languages side by side."""
    mine, *rest = _cells(file, 1 + (sheet.beside is not None))
    for text in texts:
        _next(mine).add_run(_text(text))
    for cell in rest:
        for text in others:
            _run(_turned(_next(cell), sheet), text, sheet)


def _cells(file: File, count: int, *, squares: bool = False) -> tuple[_Cell, ...]:
    from docx.shared import Mm

    table = file.add_table(rows=1, cols=count)
    table.autofit = False
    columns = count - squares
    widths = [WIDE / columns] * columns + [SQUARE + 2] * squares
    for cell, width in zip(table.rows[0].cells, widths, strict=True):
        cell.width = Mm(width)
    return tuple(table.rows[0].cells)


def _tell(cell: _Cell, item: Item, sheet: FamilySheet | None = None) -> None:
    first = _turned(_next(cell), sheet)
    if item.lead:
        _run(first, item.text[: item.lead], sheet, bold=True)
    _run(first, item.text[item.lead :], sheet)
    for under in item.under:
        _run(_turned(_next(cell), sheet), under, sheet)


def _next(cell: _Cell) -> Written:
    """The empty paragraph that a cell begins with, else a new one."""
    first: Written = cell.paragraphs[0]
    return cell.add_paragraph() if first.runs else first


def _turned(paragraph: Written, sheet: FamilySheet | None) -> Written:
    """A paragraph in the direction of the other language."""
    if sheet and sheet.beside and is_right_to_left(sheet.beside.language):
        from docx.oxml import OxmlElement

        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
    return paragraph


def _run(paragraph: Written, text: str, sheet: FamilySheet | None, *, bold: bool = False) -> None:
    """Write a text in the language of its column; what is written from left to right keeps its order."""
    language = sheet.beside.language if sheet and sheet.beside else ""
    turned = bool(language) and is_right_to_left(language)
    parts = _LEFT_TO_RIGHT.split(_text(text)) if turned else [_text(text)]
    for at, part in enumerate(parts):
        run = paragraph.add_run(part)
        run.bold = run.font.cs_bold = bold or None
        if language:
            _speak(run, language, turned=turned and at % 2 == 0)


_LETTER = "A-Za-z0-9\u00c0-\u024f\u0400-\u04ff"
_LEFT_TO_RIGHT = re.compile(f"([{_LETTER}+][^\u0600-\u06ff«»]*[{_LETTER}?!)])")


def _speak(run: Run, language: str, *, turned: bool) -> None:
    """Mark in which language a piece of text is, for who hears it and for the spelling check."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = run._r.get_or_add_rPr()
    if turned:
        properties.append(OxmlElement("w:rtl"))
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:bidi" if turned else "w:val"), language)
    properties.append(spoken)


def _text(text: str) -> str:
    """Text as it is typed, without what no XML may hold."""
    return "".join(letter for letter in clean(text, lines=True) if letter not in "\ufffe\uffff")
