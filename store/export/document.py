"""What a text out of the program consists of, before it becomes Markdown, plain text or a page."""

from __future__ import annotations

from dataclasses import dataclass

CHAPTER = 3
"""The level of the headings within a talk; the talk itself is headed one level higher."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the title."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list, with what belongs under it.

    On paper the first `lead` letters stand out, so that a glance tells when or how. `key` is the id of the
    contact moment that the item tells, if it tells one.
    """

    text: str
    under: tuple[str, ...] = ()
    lead: int = 0
    key: str = ""


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled bar of a chart, in three parts one behind the other, and what it says in words.

    `done` has been, `coming` is sure to come, `perhaps` may.
    """

    label: str
    told: str
    done: int = 0
    coming: int = 0
    perhaps: int = 0

    @property
    def whole(self) -> int:
        """How long it is with all its parts."""
        return self.done + self.coming + self.perhaps


@dataclass(frozen=True, slots=True)
class Bars:
    """A bar chart."""

    bars: tuple[Bar, ...]

    @property
    def longest(self) -> int:
        """How long its longest bar is; never nothing."""
        return max((each.whole for each in self.bars), default=0) or 1


Block = Heading | Paragraph | Items | Bars
Document = tuple[Block, ...]


def title_of(document: Document) -> str:
    """Return what a document is headed with."""
    return next((block.text for block in document if isinstance(block, Heading)), "")


def section(title: str, items: tuple[Item, ...], level: int = 2) -> Document:
    """Put a heading above a list; nothing at all when the list is empty."""
    return (Heading(title, level), Items(items)) if items else ()
