"""What did not write a page reads it: its text, its fonts, where each letter stands, its squares."""

from __future__ import annotations

import io
from dataclasses import dataclass
from email import message_from_bytes
from email.policy import default
from typing import Any

import docx
import pypdf
import pypdfium2
import zxingcpp
from icalendar import Calendar

from store.export.formats import File
from store.export.paper.family_sheet import FamilySheet
from store.export.paper.sheet_pages import sheet_data
from store.export.paper.typeset import Typesetter
from tests.export.reader import read_page

PARTS = ("}t", "}p", "}br", "}noBreakHyphen")
NO_WIDTH = "\u200b\u00ad\u2066\u2069\ufffe"


@dataclass(frozen=True)
class Read:
    """A PDF as two readers see it."""

    text: str
    pages: int
    fonts: frozenset[str]
    embedded: bool
    tagged: bool
    language: str
    outside: str
    smallest: float


def read_pdf(content: bytes) -> Read:
    """Open a PDF twice: its structure by one reader, its letters and where they stand by another."""
    file = pypdf.PdfReader(io.BytesIO(content))
    root: Any = file.trailer["/Root"]
    fonts = [each for page in file.pages for each in _fonts(page)]
    document = pypdfium2.PdfDocument(content)
    pages = [document[at].get_textpage() for at in range(len(document))]
    return Read(
        text=_plain("\n".join(page.get_text_range() for page in pages)),
        pages=len(file.pages),
        fonts=frozenset(str(font["/BaseFont"]).partition("+")[2] for font in fonts),
        embedded=all(
            "/FontFile2" in _descriptor(font) or "/FontFile3" in _descriptor(font) for font in fonts
        ),
        tagged=bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root,
        language=str(root["/Lang"]),
        outside="".join(_outside(document[at], page) for at, page in enumerate(pages)),
        smallest=min(
            pypdfium2.raw.FPDFText_GetFontSize(page.raw, at)
            for page in pages
            for at in range(page.count_chars())
            if pypdfium2.raw.FPDFText_GetUnicode(page.raw, at) > 32
        ),
    )


def read_word(content: bytes) -> str:
    """Read all text of a Word file, of its tables too, in order; without marks that have no width."""
    body = docx.Document(io.BytesIO(content)).element.body
    parts = (
        each.text if each.tag.endswith("}t") else "-" if each.tag.endswith("}noBreakHyphen") else "\n"
        for each in body.iter()
        if each.tag.endswith(PARTS)
    )
    text = "".join(filter(None, parts)).translate(dict.fromkeys(map(ord, "\u200e\u200f\ufeff")))
    return " ".join(text.split())


def text_of(file: File) -> str:
    """What a reader of this file sees."""
    match file.suffix:
        case "pdf":
            read = read_pdf(file.content)
            assert read.outside == ""
            return read.text
        case "docx":
            return read_word(file.content)
        case "md":
            return read_page(file.content.decode()).text
        case "eml":
            mail = message_from_bytes(file.content, policy=default)
            return f"{mail['Subject']} {mail.get_content()}"
        case "ics":
            events = Calendar.from_ical(file.content).walk("VEVENT")
            return " ".join(f"{each['SUMMARY']} {each.get('DESCRIPTION', '')}" for each in events)
    return file.content.decode()


def scanned(content: bytes) -> list[Any]:
    """Hold a camera before the first page: the event of each square on it."""
    picture = pypdfium2.PdfDocument(content)[0].render(scale=3).to_pil()
    found = sorted(zxingcpp.read_barcodes(picture), key=lambda each: each.position.top_left.y)
    return [Calendar.from_ical(each.text) for each in found]


def pdf_of(sheet: FamilySheet) -> bytes:
    """The page of a sheet."""
    return Typesetter("sheet").page(sheet_data(sheet)).pdf


def _plain(text: str) -> str:
    """Text without what has no width, in one line."""
    return " ".join("".join(letter for letter in text if letter not in NO_WIDTH).split())


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def _descriptor(font: Any) -> Any:
    return font["/DescendantFonts"][0].get_object()["/FontDescriptor"]


def _outside(page: Any, text: Any) -> str:
    """The letters that stand outside what a printer can print: half a centimetre from the edge."""
    width, height = page.get_size()
    margin = 14
    found = ""
    for at in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(at)
        if right > left and not (
            margin < left and right < width - margin and margin < bottom and top < height - margin
        ):
            found += text.get_text_range(at, 1)
    return found
