"""A document as Markdown (CommonMark). Text is escaped, so that every reader shows it literally."""

from __future__ import annotations

import re

from store.domain.text import clean
from store.export.document import Block, Document, Heading, Item, Items, Paragraph
from store.export.plain import bar

_ANYWHERE = re.compile(r"[\\`*_\[\]<>&|~$]|:(?=//)|(?<=www)\.|@", re.IGNORECASE)
_CLOSING = re.compile(r"(?<= )#+$")
_AT_START = re.compile(r"^([#+\-=]|\d+(?=[.)]))")


def markdown(document: Document) -> str:
    """Write the document as Markdown that ends with a line break."""
    return "\n\n".join(_block(block) for block in document) + "\n"


def escaped(text: str, indent: str = "") -> str:
    """Escape a text, so that it means nothing to Markdown but itself.

    Its line breaks stay; later lines get the `indent`.
    """
    lines = [_line(line) for line in clean(text, lines=True).strip("\n").split("\n")]
    return f"\\\n{indent}".join(lines)


def _line(line: str) -> str:
    line = _ANYWHERE.sub(_backslashed, line.strip())
    line = _AT_START.sub(lambda found: f"{found[1]}\\" if found[1].isdigit() else f"\\{found[1]}", line)
    # An empty line would end the paragraph, so that the rest of the text fell out of its list item.
    return line or "&nbsp;"


def _backslashed(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            title = escaped(" ".join(clean(text).split()))
            return f"{'#' * level} {_CLOSING.sub(_backslashed, title)}"
        case Paragraph(text=text):
            return escaped(text)
        case Items(items=items):
            return "\n".join(_item(item) for item in items)
    return "\n".join(
        f"- {escaped(each.label)}: {bar(each, block.longest)} {escaped(each.told)}" for each in block.bars
    )


def _item(item: Item) -> str:
    lines = [f"- {escaped(item.text, '  ')}", *(f"  - {escaped(under, '    ')}" for under in item.under)]
    return "\n".join(lines)
