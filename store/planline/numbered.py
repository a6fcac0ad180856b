"""Tell what a school numbers from a day: *groep 4-5*, *chapter 3.1*, *blz 10/11*."""

from __future__ import annotations

from store.planline import purpose_words
from store.planline.tokens import Line
from store.planline.words import those

_NUMBERED = those(
    "groep group groepen groups grp klas class year years jaren blok block thema unit units hoofdstuk "
    "hoofdstukken chapter chapters paragraaf section blz bladzijde bladzijden pagina page pages pag niveau "
    "level levels opgave opgaven opdracht exercise exercises som sommen kern avi werkboek workbook tafel"
)
_JOINED = frozenset("-/.")


def numbered(line: Line, i: int) -> int | None:
    """Return the place after *4-5*, *3.1* behind what they number; in what it is about also after others.

    There only two numbers that follow on each other are rather so many of something than a day.
    """
    if not line.joins_numbers(i + 1, _JOINED) or line.number(i) is None or not line.glued(i + 2):
        return None
    return i + 3 if line.has(i - 1, _NUMBERED) or _counts_on(line, i) else None


def _counts_on(line: Line, i: int) -> bool:
    """Return whether *11-12* stands behind one thing that is talked about: *over blok 11-12*."""
    follows = (line.number(i + 2) or 0) - (line.number(i) or 0) == 1
    thing = line.token(i - 1)
    return (
        follows
        and line.word(i + 1) != "."
        and thing is not None
        and thing.kind == "word"
        and line.has(i - 2, purpose_words.ABOUT)
    )
