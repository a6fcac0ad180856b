"""A document as pages of PDF: the day's summary for the teacher."""

from __future__ import annotations

from store.export.document import Block, Document, Heading, Items, Paragraph, title_of
from store.export.paper.typeset import Data
from store.language import Translator


def document_data(document: Document, author: str, t: Translator) -> Data:
    """Return what the template `document` is filled with."""
    return {
        "title": title_of(document),
        "author": author,
        "language": t.language,
        "blocks": [_block(each) for each in document],
    }


def _block(block: Block) -> Data:
    match block:
        case Heading(text=text, level=level):
            return {"kind": "heading", "text": text, "level": level}
        case Paragraph(text=text):
            return {"kind": "paragraph", "text": text}
        case Items(items=items):
            return {"kind": "items", "items": [{"text": each.text, "under": each.under} for each in items]}
    bars = [
        {
            "label": each.label,
            "told": each.told,
            "done": each.done / block.longest,
            "coming": each.coming / block.longest,
            "perhaps": each.perhaps / block.longest,
        }
        for each in block.bars
    ]
    return {"kind": "bars", "bars": bars}
