"""Text of users on the screen: literal, never markup (DESIGN §5)."""

from __future__ import annotations

from textual.content import Content

NEWLINE_SIGN = "␤"
"""Stands in a one-line field for a line break of a pasted text, until the line is entered."""


def literal(text: str, style: str = "") -> Content:
    """The text exactly as it is, in one style."""
    return Content.styled(text, style) if style else Content(text)


def joined(*parts: str | tuple[str, str]) -> Content:
    """Pieces of text, each literal, some with a style."""
    return Content.assemble(*parts)


def in_one_line(text: str) -> str:
    """A text of several lines as it stands in a one-line field; nothing is left out."""
    return NEWLINE_SIGN.join(text.splitlines())


def in_lines(line: str) -> str:
    """The opposite of `in_one_line`, without empty lines at either end."""
    return "\n".join(part.strip() for part in line.split(NEWLINE_SIGN)).strip("\n")
