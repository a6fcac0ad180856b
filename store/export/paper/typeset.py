"""Set pages with typst, from templates that are files, in fonts that are shipped."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from store.domain.text import clean
from store.export.paper.signs import FONTS, missing_signs, shipped_signs, texts_in

TEMPLATES = Path(__file__).parent / "templates"

Data = Mapping[str, object]
"""What a template is filled with: text, lists and mappings of it."""

MARK = b"startgesprek"
"""Stands in every page, as a keyword, so that it is known for ours."""


_PAGE = re.compile(rb"/Type\s*/Page\b")
"""Begins each page of a PDF as typst writes it."""


@dataclass(frozen=True, slots=True)
class Page:
    """A PDF, of how many pages, and the signs in it that no shipped font has: each of them is a box."""

    pdf: bytes
    missing: str
    pages: int = 1


class Typesetter:
    """Fills one template again and again; the fonts are read once, and no others are used."""

    def __init__(self, template: str) -> None:
        """Set pages by this template."""
        import typst

        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
        self._compiler = typst.Compiler(TEMPLATES / f"{template}.typ", root=TEMPLATES, font_paths=fonts)
        self._signs = shipped_signs()

    def page(self, data: Data) -> Page:
        """Return the pages as a tagged PDF with its fonts in it. What was typed stands in it literally."""
        from typst import TypstError

        filled = literal(data)
        inputs = {"data": json.dumps(filled)}
        try:
            made = self._compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["ua-1"])
        except TypstError:
            # the standard for who hears a page forbids a sign without a shape; the page stays tagged
            made = self._compiler.compile(format="pdf", sys_inputs=inputs)
        if not isinstance(made, bytes):
            raise TypeError(made)
        return Page(made, missing_signs(texts_in(filled), self._signs), len(_PAGE.findall(made)))


def literal(value: object) -> object:
    """Return what a template is filled with, without what could turn the reading order round."""
    match value:
        case str():
            return clean(value, lines=True)
        case Mapping():
            return {key: literal(each) for key, each in value.items()}
        case list() | tuple():
            return [literal(each) for each in value]
    return value
