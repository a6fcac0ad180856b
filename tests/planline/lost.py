"""Which words of a line are nowhere in what was read of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from store.planline import purpose_words, words
from store.planline.reading import Part, Reading, Span
from store.planline.typos import corrected

SMALL = (
    purpose_words.FILLERS
    | words.AND
    | words.OR
    | words.TIMES
    | {"keren"}
    | words.those("daarna daarop vervolgens erna verder dan then maar but komen maken voeren n o ah 1 1x")
    | words.those(
        "afspraak spreken af zeggen say let s he hoor doe zetten goed okee oja prima top is zeg as agreed "
        "zet schrijf neer dat alleen t prikken fijn ofzo ll so tussen between first afterwards ach ja do "
        "one want need must like d would willen yeah yep yes sure okay alright just only enkel solely bj nr "
        "nb ps todo actie action note have hebben another more either oh eh pas"
    )
)
MARKUP = re.compile(r"</?[a-z]+>")
THEREAFTER = re.compile(r"(?:(?<=, )|(?<=\band )|^)after (that|this)\b")
"""As small as *daarna*, in two words."""
HEDGING = re.compile(r"\b(of zo|zoiets|ongeveer)\b(?! \d)", re.IGNORECASE)
"""As small as *ofzo*, behind what is loose already."""
HERE = re.compile(r"\bhier(?= met\b)", re.IGNORECASE)
"""Where people talk anyhow."""
PARTING = re.compile(r"\btot dan\W*$")
PROPOSING = re.compile(
    r"^(how about|what about|what if|why don't we|(can|could|may|might|mogen|kunnen) we|(kun|kan|wil|zou) je"
    r"|expect|verwacht)\b",
    re.IGNORECASE,
)
LEADING = words.those("op bij aan met van voor tot in naar om at by with on")


def _blank(markup: re.Match[str]) -> str:
    return " " * len(markup.group())


def _unlit(word: re.Match[str], lit: Sequence[Span]) -> str:
    """Return the letters of a word that are in no span: *met* of *gesprekmet*."""
    at = {n for span in lit for n in range(span.start, span.end)}
    return "".join(word.string[n] for n in range(*word.span()) if n not in at).casefold()


def lost(reading: Reading) -> list[str]:
    """Return the words that are nowhere, and the prepositions that are missing before a purpose."""
    lit = sorted(reading.spans, key=lambda span: span.start)
    kept = " ".join(f"{moment.purpose} {moment.condition}" for moment in reading.moments).split()
    said = HERE.sub(_blank, HEDGING.sub(_blank, reading.line))
    said = THEREAFTER.sub(_blank, PARTING.sub("", PROPOSING.sub(_blank, said)))
    found = list(re.finditer(r"\w+", MARKUP.sub(_blank, said)))
    gone = [each for each in found if each.group() not in kept and _unlit(each, lit)]
    begun = {span.start for span in lit if span.part is Part.PURPOSE}
    before = {one.start() for one, other in pairwise(found) if other.start() in begun}
    return [
        each.group()
        for each in gone
        if not SMALL.intersection((word := _unlit(each, lit), corrected(word)))
        or (each.group().casefold() in LEADING and each.start() in before)
    ]
