"""Text that means something to a terminal, a parser, a spreadsheet, a file system; by class."""

from __future__ import annotations

from collections.abc import Mapping

from tests.hostile import letters, notations
from tests.hostile.letters import BEL, CSI, ESC

SIZE = 1_000_000
"""Letters of a line that nobody types."""

KINDS = (
    "[/x]", "[vader]",
    "[@click=app.quit]klik[/]", "[bold",
    f"{ESC}]0;gekaapt{BEL}titel", f"{ESC}[31mrood{ESC}[0m",
    f"a{CSI}2Jb\x84c", "[red]rood[/red]",
    "\u202eomgekeerd\u202c\u2066los\u2069", "[]][[",
    "nul\x00bel\x07terug\x08", "$t{0}%s",
    "שלום עולם مرحبا", "\\[b]",
    "漢字" * 20, "👨‍👩‍👧‍👦 gezin 🏳️‍🌈",
    "e\u0301\u0302\u0303\u0304 ﷽", "lang" * 200,
)  # fmt: skip
"""One of each kind, for where every text is looked for on every screen.

Tests that take a share show the left ones on every screen and paste the right ones into a talk.
"""


def strings() -> tuple[str, ...]:
    """Every string once, class after class; all of them short enough to be typed or pasted."""
    return tuple(dict.fromkeys(text for texts in classes().values() for text in texts))


def huge() -> tuple[str, ...]:
    """Lines of a megabyte: one word, many words, what steers a terminal, many lines, letters apart, signs."""
    return (
        "x" * SIZE,
        "ab " * (SIZE // 3),
        (ESC + "[31m") * (SIZE // 5) + "rood",
        "regel\n" * (SIZE // 6),
        "e\u0301" * (SIZE // 2),
        "[b]12-11;=1+1," * (SIZE // 14),
    )


def classes() -> Mapping[str, tuple[str, ...]]:
    """The strings by what they mean something to."""
    return {
        "one of each": KINDS,
        "markup": tuple(letters.markup()),
        "terminal": tuple(letters.terminal()),
        "controls": tuple(letters.controls()),
        "direction": tuple(letters.direction()),
        "surrogates": tuple(letters.surrogates()),
        "invisible": tuple(letters.invisible()),
        "lines": tuple(letters.lines()),
        "tall and wide": tuple(letters.tall()),
        "names": tuple(letters.names()),
        "formulas": tuple(notations.formulas()),
        "paths": tuple(notations.paths()),
        "file names": tuple(notations.file_names()),
        "formats": tuple(notations.formats()),
        "documents": tuple(notations.documents()),
        "calendars": tuple(notations.calendars()),
        "tables": tuple(notations.tables()),
        "shells": tuple(notations.shells()),
        "encodings": tuple(notations.encodings()),
        "numbers": tuple(notations.numbers()),
        "our own signs": tuple(notations.own()),
    }
