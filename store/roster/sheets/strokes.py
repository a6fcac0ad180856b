"""Find in the parts of a workbook which formats and which pieces of text are struck through."""

from __future__ import annotations

from xml.parsers import expat

STROKE = "\u0336"
"""As in `struck`."""
_FALSE = {"0", "false"}


def struck_styles(xml: bytes) -> frozenset[int]:
    """Return the formats of cells, by number, with a font that is struck through."""
    if b"<strike" not in xml:
        return frozenset()
    found = _Styles()
    _parse(xml, found.start, found.end)
    return frozenset(at for at, font in enumerate(found.cells) if font in found.fonts)


def struck_texts(xml: bytes) -> dict[int, str]:
    """Return the texts, by number, that are struck through in part, with strokes behind those letters."""
    if b"<strike" not in xml:
        return {}
    found = _Texts()
    _parse(xml, found.start, found.end, found.text)
    return found.texts


class _Styles:
    """The fonts that are struck through, and the font of each format."""

    def __init__(self) -> None:
        self.fonts: set[int] = set()
        self.cells: list[int] = []
        self._font = -1
        self._within = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name in {"fonts", "cellXfs"}:
            self._within = name
        elif name == "font" and self._within == "fonts":
            self._font += 1
        elif name == "strike" and self._within == "fonts" and attributes.get("val") not in _FALSE:
            self.fonts.add(self._font)
        elif name == "xf" and self._within == "cellXfs":
            self.cells.append(int(attributes.get("fontId", 0)))

    def end(self, name: str) -> None:
        if name == self._within:
            self._within = ""


class _Texts:
    """The texts so far, and the one that is being read."""

    def __init__(self) -> None:
        self.texts: dict[int, str] = {}
        self._number = -1
        self._said: list[str] = []
        self._struck = self._is_text = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "si":
                self._number += 1
                self._said = []
            case "r":
                self._struck = False
            case "strike":
                self._struck = attributes.get("val") not in _FALSE
            case "t":
                self._is_text = True

    def end(self, name: str) -> None:
        if name == "t":
            self._is_text = False
        elif name == "si":
            text = "".join(self._said)
            if STROKE in text:
                self.texts[self._number] = text
            self._struck = False

    def text(self, written: str) -> None:
        if self._is_text:
            self._said += [f"{letter}{STROKE}" if self._struck else letter for letter in written]


def _parse(xml: bytes, start: object, end: object, text: object = None) -> None:
    parser = expat.ParserCreate()
    parser.StartElementHandler = start  # type: ignore[assignment]
    parser.EndElementHandler = end  # type: ignore[assignment]
    parser.CharacterDataHandler = text  # type: ignore[assignment]
    parser.Parse(xml, True)
