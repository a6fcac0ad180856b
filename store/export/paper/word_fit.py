"""How close and how small a sheet in Word is set to stay on one page.

Word lays a file out where it is opened, and tells nobody; so it is reckoned here, with letters that are
somewhat wider than those of Word: what fits by this reckoning fits there too.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

from store.export.paper.signs import FONTS, widths_in

if TYPE_CHECKING:
    from docx.document import Document as File
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.xmlchemy import BaseOxmlElement
    from docx.shared import Length
    from docx.styles.style import ParagraphStyle
    from docx.table import Table

STEPS = ((1.0, 1.0), (0.3, 1.0), (0.3, 0.95), (0.3, 0.9), (0.3, 0.85))
"""How far apart things stand and how large they are written, in parts of what the template says."""
SIDE, NARROW = 108, 70
"""Twentieths of a point on either side of what is in a cell: as Word has it, and where it is tight."""
EDGES = (40, 37)
"""Points above and under a tight page: as on that of a PDF."""
LINE, LINE_TURNED = 1.22, 1.34
"""Of the size of its letters: a line of ours, and one with Arabic letters, which any font may lend."""
WIDTH = 0.92
"""Of our letters: those of Word, which has Calibri, are 0.87 to 0.9 of them."""
WIDEST = 1.3
"""Of its size: a sign that our fonts don't have."""
USED = 0.98
"""Of the page: the rest is for lines that Word breaks elsewhere."""
_TURNED = re.compile("[\u0600-\u06ff]")
SIZE = 11.0
"""In points, of a style that says nothing about it."""
POINT = 12700
"""What Word measures in goes so many times into a point."""


def on_one_page(file: File) -> bool:
    """Set a sheet as close and as small as it needs to be one page, and say whether it is one.

    What does not fit at the least of it, which is still read with ease, stays as it is.
    """
    rows = list(_rows(file))
    for apart, size in STEPS:
        if sum(row.height(apart, size) for row in rows) <= _room(file, apart):
            if apart < 1:
                _set(file, apart, size)
            return True
    return False


def _room(file: File, apart: float) -> float:
    """Return how high a page is between its edges, in points; less what is kept free."""
    section = file.sections[0]
    edges = EDGES if apart < 1 else ((section.top_margin or 0) / POINT, (section.bottom_margin or 0) / POINT)
    return ((section.page_height or 0) / POINT - sum(edges)) * USED


@dataclass(frozen=True, slots=True)
class _Style:
    """In points: how large it is written, and what is kept free above and under it."""

    size: float
    free: float


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph: its style, how wide the words are of each of its lines, and how high a picture in it."""

    style: _Style
    lines: tuple[tuple[float, ...], ...]
    turned: bool
    picture: float

    def height(self, room: float, apart: float, size: float) -> float:
        """Return how high it is in a column of so many points."""
        written = self.style.size * size
        lines = sum(_lines(words, room / written) for words in self.lines)
        line = written * (LINE_TURNED if self.turned else LINE)
        return max(lines * line, self.picture and self.picture + line / 4) + self.style.free * apart


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands beside each other: columns of so many points with texts, and what is free under it."""

    columns: tuple[tuple[float, tuple[_Text, ...]], ...]
    under: float

    def height(self, apart: float, size: float) -> float:
        """Return how high it is: as its highest column."""
        sides = (SIDE if apart == 1 else NARROW) / 10
        columns = (
            sum(each.height(width - sides, apart, size) for each in texts) for width, texts in self.columns
        )
        return max(columns) + self.under * apart


def _rows(file: File) -> Iterator[_Row]:
    """Read all that stands under each other on a sheet."""
    from docx.oxml.table import CT_Tbl
    from docx.table import Table

    section = file.sections[0]
    whole = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    styles = _Styles(file)
    for block in file.element.body.inner_content_elements:
        if isinstance(block, CT_Tbl):
            under = _under(Table(block, file))
            for row in block.tr_lst:
                cells = (
                    ((each.width or 0) / POINT, tuple(map(styles.text, each.p_lst))) for each in row.tc_lst
                )
                yield _Row(tuple(cells), under)
        else:
            yield _Row(((whole / POINT, (styles.text(block),)),), 0)


class _Styles:
    """The styles of a file, each read once."""

    def __init__(self, file: File) -> None:
        self._file = file
        self._known: dict[str | None, _Style] = {}

    def text(self, paragraph: CT_P) -> _Text:
        """Read a paragraph."""
        name = paragraph.style
        if name not in self._known:
            self._known[name] = self._style(name)
        typed = paragraph.text
        heights = (int(each.get("cy", "0")) / POINT for each in paragraph.iter(qn("wp:extent")))
        return _Text(
            style=self._known[name],
            lines=tuple(tuple(map(_wide, line.split(" "))) for line in typed.split("\n")),
            turned=bool(_TURNED.search(typed)),
            picture=max(heights, default=0),
        )

    def _style(self, name: str | None) -> _Style:
        from docx.enum.style import WD_STYLE_TYPE

        style = self._file.styles.get_by_id(name, WD_STYLE_TYPE.PARAGRAPH)
        above, under = (
            _said(getattr(each.paragraph_format, side) for each in _based_on(style))
            for side in ("space_before", "space_after")
        )
        return _Style(_said(each.font.size for each in _based_on(style)) or SIZE, above + under)


def _based_on(style: ParagraphStyle | None) -> Iterator[ParagraphStyle]:
    """Yield a style and those that it is based on, the nearest first."""
    from docx.styles.style import ParagraphStyle

    while style is not None:
        yield style
        base = style.base_style
        style = base if isinstance(base, ParagraphStyle) else None


def _said(lengths: Iterable[Length | None]) -> float:
    """Return the first of these that says something, in points."""
    return next((each.pt for each in lengths if each is not None), 0.0)


def _under(table: Table) -> float:
    """Return what is free under what is in a row, in points."""
    return sum(int(each.get(qn("w:w"), "0")) for each in _margins(table, "bottom")) / 20


def _margins(table: Table, side: str) -> list[BaseOxmlElement]:
    found: list[BaseOxmlElement] = table._tbl.tblPr.xpath(f"w:tblCellMar/w:{side}")
    return found


def _lines(words: tuple[float, ...], room: float) -> int:
    """Return how many lines these words fill; one that is wider than a line is broken."""
    lines, left = 0, -1.0
    for word in words:
        if word > left:
            lines += math.ceil(word / room) or 1
            left = room - (word % room if word > room else word)
        else:
            left -= word
        left -= _widths()[ord(" ")] * WIDTH
    return lines


def _wide(word: str) -> float:
    """Return how wide a word is, in parts of the size of its letters."""
    widths = _widths()
    return sum(widths.get(ord(sign), WIDEST) for sign in word) * WIDTH


@cache
def _widths() -> dict[int, float]:
    found: dict[int, float] = {}
    for name in ("NotoNaskhArabic-Regular.ttf", "NotoSans-Regular.ttf"):
        found |= widths_in((FONTS / name).read_bytes())
    return found


def _set(file: File, apart: float, size: float) -> None:
    """Set all styles of a sheet smaller, and what it holds closer."""
    from docx.oxml import OxmlElement
    from docx.shared import Pt

    section = file.sections[0]
    section.top_margin, section.bottom_margin = map(Pt, EDGES)
    styles = file.styles.element
    for each in styles.xpath("//w:rPr/w:sz | //w:rPr/w:szCs"):
        _shrink(each, "w:val", size)
    for each in styles.xpath("//w:pPr/w:spacing"):
        _shrink(each, "w:before", apart)
        _shrink(each, "w:after", apart)
    for table in file.tables:
        for under in _margins(table, "bottom"):
            _shrink(under, "w:w", apart)
            for place, side in ((under.addprevious, "w:left"), (under.addnext, "w:right")):
                made = OxmlElement(side)
                made.set(qn("w:w"), str(NARROW))
                made.set(qn("w:type"), "dxa")
                place(made)


def _shrink(element: BaseOxmlElement, name: str, part: float) -> None:
    if value := element.get(qn(name)):
        element.set(qn(name), str(int(int(value) * part)))
