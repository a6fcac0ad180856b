"""Documents and sheets as Word files, from a template whose styles a school may change."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from store.domain.text import clean
from store.export.document import Bars, Document, Heading, Item, Items, Paragraph
from store.export.paper.family_sheet import FamilySheet, Row, Section
from store.export.paper.languages import is_right_to_left
from store.export.paper.typeset import TEMPLATES
from store.export.paper.word_fit import on_one_page
from store.export.plain import bar

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.oxml.table import CT_Row, CT_Tc
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as Written
    from docx.text.run import Run

SQUARE = 20
"""Millimetres: about as in a PDF that is full."""
BESIDE = SQUARE + 4
"""Millimetres of the column they are in; its edges are kept free."""
WHOLE = 172
"""Millimetres of a line."""
BETWEEN_ROWS = 60
"""Twentieths of a point."""
LABELS = 62
"""Millimetres that stand in front of a bar."""
TITLE, TEXT, NOTE = "TableHeading", "TableText", "TableNote"
"""The styles of a chapter, of what was agreed and what is told under it: closer than in a letter."""


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file, and whether it is reckoned to be one page."""

    content: bytes
    fits: bool


def word_document(document: Document, title: str, author: str) -> bytes:
    """Write a document as Word: headings, paragraphs, lists and bars in the styles of the template."""
    from docx.shared import Mm

    file = _begun(title, author)
    for block in document:
        match block:
            case Heading(text=text, level=level):
                file.add_paragraph(_text(text), style="Title" if level == 1 else f"Heading {level}")
            case Paragraph(text=text):
                file.add_paragraph(_text(text))
            case Items(items=items):
                _list(file, items)
            case Bars(bars=bars, longest=longest):
                for each in bars:
                    drawn = f"{bar(each, longest)} {_text(each.told)}"
                    row = file.add_paragraph(f"{_text(each.label)}\t{drawn}")
                    row.paragraph_format.tab_stops.add_tab_stop(Mm(LABELS))
    return _saved(file)


def word_sheet(sheet: FamilySheet) -> WordFile:
    """Write a family's sheet as Word, the other language and the squares beside it; on one page if it can."""
    file = _begun(sheet.title, sheet.author)
    file.add_paragraph(_text(sheet.title), style="Title")
    other = sheet.frame_beside
    grid = _Grid(file, sheet)
    grid.pair(sheet.frame.above, other.above if other else ())
    for section in sheet.sections:
        grid.titles(section)
        for row in section.rows:
            grid.row(row, beside_squares=section.has_squares)
    file.add_paragraph()._p.style = TEXT
    _Grid(file, sheet).pair(sheet.frame.under, other.under if other else ())
    fits = on_one_page(file)
    _end(file)
    return WordFile(_saved(file), fits)


class _Grid:
    """A table without lines: ours, theirs, and the squares; what has no square has their room too.

    It is one table, because tables that touch become one, with the columns of the first.
    """

    def __init__(self, file: File, sheet: FamilySheet) -> None:
        """Make room for the languages of the sheet, and for squares where it has any."""
        from docx.shared import Mm

        self._sheet = sheet
        self._squares = any(section.has_squares for section in sheet.sections)
        widths = _widths(squares=self._squares, twice=sheet.beside is not None)
        self._table = file.add_table(rows=0, cols=len(widths))
        self._table.autofit = False
        self._part_rows()
        for column, width in zip(self._table.columns, widths, strict=True):
            # the cells of every row that is added take it over
            column.width = Mm(width)
        self._empty: dict[tuple[bool, bool], CT_Row] = {}

    def titles(self, section: Section) -> None:
        """The title of a chapter, with the other language beside it."""
        mine, theirs, _ = self._cells(twice=bool(section.beside), squares=section.has_squares)
        _write(_next(mine, TITLE), section.title)
        if section.beside:
            _run(_turned(_next(theirs, TITLE), self._sheet), section.beside, self._sheet)

    def row(self, row: Row, *, beside_squares: bool) -> None:
        """What was agreed, in both languages, and its squares."""
        from docx.shared import Mm

        twice = row.beside is not None
        mine, theirs, last = self._cells(twice=twice, squares=bool(row.squares) or (beside_squares and twice))
        _tell(mine, row.told)
        if row.beside is not None:
            _tell(theirs, row.beside, self._sheet)
        for square in row.squares:
            _next(last).add_run().add_picture(io.BytesIO(square.png), width=Mm(SQUARE))

    def pair(self, texts: Iterable[str], others: Iterable[str]) -> None:
        """Paragraphs of both languages side by side."""
        mine, theirs, _ = self._cells(twice=bool(others), squares=False)
        for text in texts:
            _write(_next(mine), text)
        for text in others:
            _run(_turned(_next(theirs), self._sheet), text, self._sheet)

    def _cells(self, *, twice: bool, squares: bool) -> tuple[_Cell, _Cell, _Cell]:
        """The cells of a new row: ours, theirs and the last one; ours is as wide as both where it is all."""
        from docx.table import _Cell

        row = self._row(twice=twice, squares=squares and self._squares)
        cells = [_Cell(each, self._table) for each in row.tc_lst]
        return cells[0], cells[1] if twice else cells[0], cells[-1]

    def _part_rows(self) -> None:
        """Keep what is in a row apart from the next one."""
        from docx.oxml import OxmlElement
        from docx.oxml.ns import qn

        margins, under = OxmlElement("w:tblCellMar"), OxmlElement("w:bottom")
        under.set(qn("w:w"), str(BETWEEN_ROWS))
        under.set(qn("w:type"), "dxa")
        margins.append(under)
        self._table._tbl.tblPr.append(margins)

    def _row(self, *, twice: bool, squares: bool) -> CT_Row:
        """A new row; made once of each kind, and copied from then on, which is many times quicker."""
        row: CT_Row
        if (empty := self._empty.get((twice, squares))) is not None:
            row = deepcopy(empty)
            self._table._tbl.append(row)
            return row
        row = self._table.add_row()._tr
        cells = row.tc_lst
        room = len(cells) - squares
        half = (1 if squares else room // 2) if twice else room
        _span(cells[:half])
        _span(cells[half:room])
        for cell in row.tc_lst:
            cell.p_lst[0].style = TEXT
        self._empty[twice, squares] = deepcopy(row)
        return row


def _span(cells: Sequence[CT_Tc]) -> None:
    """Make one of cells that stand beside each other; python-docx does that too, and many times slower."""
    from docx.shared import Emu

    if len(cells) > 1:
        first, *others = cells
        first.grid_span, first.width = len(cells), Emu(sum(each.width or 0 for each in cells))
        for each in others:
            each.getparent().remove(each)


def _widths(*, squares: bool, twice: bool) -> tuple[float, ...]:
    """The columns in millimetres, so that a row has halves of the line or of what squares leave of it."""
    if not twice:
        return (WHOLE - BESIDE, BESIDE) if squares else (WHOLE,)
    if not squares:
        return (WHOLE / 2, WHOLE / 2)
    return ((WHOLE - BESIDE) / 2, BESIDE / 2, WHOLE / 2 - BESIDE, BESIDE)


def _end(file: File) -> None:
    """Put a line without a height behind the last table: Word would put one there that takes a page."""
    from docx.enum.text import WD_LINE_SPACING
    from docx.shared import Pt

    last = file.add_paragraph().paragraph_format
    last.line_spacing_rule, last.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(1)
    last.space_before = last.space_after = Pt(0)


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


def _tell(cell: _Cell, item: Item, sheet: FamilySheet | None = None) -> None:
    first = _turned(_next(cell), sheet)
    if item.lead:
        _run(first, item.text[: item.lead], sheet, bold=True)
    _run(first, item.text[item.lead :], sheet)
    for under in item.under:
        _run(_turned(_next(cell, NOTE), sheet), under, sheet)


def _next(cell: _Cell, style: str = TEXT) -> Written:
    """The empty paragraph that a cell begins with, else a new one, in a style by its id."""
    from docx.text.paragraph import Paragraph

    first = cell._tc.p_lst[0]
    paragraph = cell.add_paragraph() if first.r_lst else Paragraph(first, cell)
    paragraph._p.style = style
    return paragraph


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
    parts = _LEFT_TO_RIGHT.split(text) if turned else [text]
    for at, part in enumerate(parts):
        backwards = turned and at % 2 == 0
        run = _write(paragraph, _marked(part, backwards) if turned and part else part, among_turned=turned)
        if bold:
            run.bold = run.font.cs_bold = True
        if sheet and language:
            _speak(run, sheet.voice.language if turned and not backwards else language, turned=backwards)


_LETTER = "A-Za-z0-9\u00c0-\u024f\u0400-\u04ff"
_LEFT_TO_RIGHT = re.compile(
    f"((?:[{_LETTER}+]|(?<=«)[^\u0600-\u06ff«»·])[^\u0600-\u06ff«»·]*(?:(?=»)|[{_LETTER}?!)]))"
)
"""What is not written in the letters of the other language: all that was typed, between its marks."""
_RIGHT_TO_LEFT = re.compile("[\u0600-\u06ff]")
_FROM_RIGHT, _FROM_LEFT = "\u200f", "\u200e"
"""Marks without a width that say in which order signs and digits beside them are read."""
_JOINED = "\ufeff"
"""Has no width, and no line ends beside it."""
_IN_A_NUMBER = re.compile(r"(?<=\d)-(?=\d)")


def _marked(part: str, backwards: bool) -> str:
    """A part with marks where its own letters don't tell in which order it is read: signs, a phone number."""
    if backwards:
        return part if _RIGHT_TO_LEFT.search(part) else f"{_FROM_RIGHT}{part}{_FROM_RIGHT}"
    before = "" if part[0].isalpha() else _FROM_LEFT
    # a number has none behind it: what stands between it and the next would turn round
    return f"{before}{part}" if part[-1].isalnum() else f"{before}{part}{_FROM_LEFT}"


def _write(paragraph: Written, text: str, *, among_turned: bool = False) -> Run:
    """Write a text as it is typed; a number with a hyphen stays on one line."""
    from docx.oxml import OxmlElement

    run, parts = paragraph.add_run(), _IN_A_NUMBER.split(_text(text))
    if among_turned:
        # where a mark stands before a number, a hyphen of Word's own parts its digits in other programs
        run.add_text(f"{_JOINED}-{_JOINED}".join(parts))
        return run
    for at, part in enumerate(parts):
        if at:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        run.add_text(part)
    return run


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
