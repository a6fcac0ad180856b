"""A document as plain text: for a terminal, a school's pupil system, a clipboard."""

from __future__ import annotations

from store.domain.text import clean
from store.export.document import Bar, Bars, Block, Document, Heading, Item, Items, Paragraph

BULLET = "· "
UNDER = "  "
BLOCKS = "▒█░"
"""What has been, what is sure to come, what may."""
WIDEST = 40
RULES = {1: "=", 2: "-"}
"""What a title and a chapter are underlined with."""
LONGEST_RULE = 48
"""A longer line would be broken in two where it is read, in the narrowest window too."""


def plain_lines(document: Document) -> tuple[str, ...]:
    """Write the document line by line, with an empty line before each heading, and behind a list.

    What people typed stands in it literally, without anything that could steer a terminal.
    """
    lines: list[str] = []
    for before, block in zip((None, *document), document, strict=False):
        behind = isinstance(before, Items) and isinstance(block, Paragraph) and block.text
        if lines and (behind or isinstance(block, Heading)):
            lines.append("")
        lines += _block(block)
    return tuple(lines)


def plain_text(document: Document) -> str:
    """Write the document as one text that ends with a line break."""
    return "".join(f"{line}\n" for line in plain_lines(document))


def bar(each: Bar, longest: int, widest: int = WIDEST) -> str:
    """Draw a bar of one block per moment, made smaller when the longest would be too wide."""
    parts = zip(BLOCKS, (each.done, each.coming, each.perhaps), strict=True)
    if longest <= widest:
        return "".join(block * count for block, count in parts)
    return "".join(block * max(1, round(count * widest / longest)) for block, count in parts if count)


def _block(block: Block) -> list[str]:
    match block:
        case Heading(text=text, level=level):
            title = _text(text, "", "")
            rule = RULES.get(level, "") * min(max(map(len, title)), LONGEST_RULE)
            return [*title, rule] if rule else title
        case Paragraph(text=text):
            return _text(text, "", "")
        case Items(items=items):
            return [line for item in items for line in _item(item)]
    return _bars(block)


def _item(item: Item) -> list[str]:
    lines = _text(item.text, BULLET, UNDER)
    for under in item.under:
        lines += _text(under, UNDER + BULLET, UNDER * 2)
    return lines


def _bars(block: Bars) -> list[str]:
    width = max((len(each.label) for each in block.bars), default=0)
    return [f"{each.label:<{width}}  {bar(each, block.longest)} {each.told}" for each in block.bars]


def _text(text: str, first: str, following: str) -> list[str]:
    """All lines of a text, the first after one prefix and the others after another."""
    lines = clean(text, lines=True).split("\n")
    return [f"{following if at else first}{line}".rstrip() for at, line in enumerate(lines)]
