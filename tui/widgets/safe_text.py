"""Text of users on the screen: literal, never markup."""

from __future__ import annotations

from textual.content import Content

from store.domain.text import clean

NEWLINE_SIGN = "␤"
"""Stands in a one-line field for a line break of a pasted text, until the line is entered."""


def literal(text: str, style: str = "") -> Content:
    """Return the text as it is, in one style, without what steers a terminal."""
    text = clean(text, lines=True)
    return Content.styled(text, style) if style else Content(text)


def joined(*parts: str | tuple[str, str]) -> Content:
    """Join pieces of text, each literal, some with a style."""
    return Content.assemble(
        *(
            clean(part, lines=True) if isinstance(part, str) else (clean(part[0], lines=True), part[1])
            for part in parts
        )
    )


def in_one_line(text: str) -> str:
    """Return a text of several lines as it stands in a one-line field; nothing is left out."""
    return NEWLINE_SIGN.join(clean(text, lines=True).splitlines())


def in_lines(line: str) -> str:
    """Undo `in_one_line`, and leave out empty lines at either end."""
    return "\n".join(part.strip() for part in line.split(NEWLINE_SIGN)).strip("\n")
