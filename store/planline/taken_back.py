"""Find where somebody corrects themselves in a line: *bellen, o nee appen*, *call mum, sorry dad*."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import purpose_words, words
from store.planline.reading import LineProblem
from store.planline.segment import WHENS, Segment, SegmentKind
from store.planline.tokens import Line
from store.planline.words import those

_WAYS = frozenset({SegmentKind.CHANNEL, SegmentKind.TALK, SegmentKind.PLACE})
_ANSWERS = (_WAYS, frozenset({SegmentKind.PERSON}), WHENS, frozenset({SegmentKind.DURATION}))
"""What answers one question: how, with whom, when, how long."""
_CORRECTING = (
    ("o", "nee"), ("oh", "nee"), ("oh", "no"), ("ik", "bedoel"), ("i", "mean"), ("toch", "maar"),
    ("toch", "liever"), ("beter", "gezegd"), ("or", "rather"), ("i", "meant"), ("ik", "bedoelde"),
    *((order, "that") for order in ("make", "scratch", "scrap", "strike")),
    ("make", "it"), ("maak", "daar"), ("maak", "er"), ("actually",), ("eigenlijk",),
    *((word,) for word in sorted(those(
        "nee bedoel mean eh ehm uh uhm er erm um sorry pardon wacht wait oeps oops foutje "
        "correctie correction"
    ))),
)  # fmt: skip
"""What stands between what was said first and what is meant."""


_SIGNS = words.DASH | {",", "."}


def find_correction(line: Line, segments: Sequence[Segment]) -> LineProblem | None:
    """Return the words of a correction, where the same question is answered in front of them and behind.

    Which of the two holds is clear to whoever hears it; a plan says it once.
    """
    i = 0
    while i < len(line):
        end = _behind(line, i)
        if end > i and _corrects(line, segments, i, end):
            at = line.tokens[i].start, line.tokens[end - 1].end
            return LineProblem("unread", (("word", line.between(i, end)), ("why", "corrects")), at)
        i = max(end, i + 1)
    return None


def _behind(line: Line, i: int) -> int:
    """Return the place after the words of a correction there, signs between them too."""
    end = at = i
    while said := next((phrase for phrase in _CORRECTING if line.phrase(at, phrase)), ()):
        end = at + len(said)
        at = line.skip(end, _SIGNS)
    return end


def _corrects(line: Line, segments: Sequence[Segment], i: int, end: int) -> bool:
    """Return whether what stands behind answers what was answered before."""
    small = purpose_words.FILLERS | _SIGNS
    if line.has(i, {"wacht", "wait"}) and line.has(end, {"op", "met", "for", "with"}):
        return False
    at = line.skip(end, small)
    meant = next((each for each in segments if each.at <= at < each.end), None)
    if any(each.at < i < each.end or each.at < end < each.end for each in segments):
        # *als er iets is*
        return False
    kinds = next((each for each in _ANSWERS if meant is not None and meant.kind in each), frozenset())
    before = [each for each in segments if each.end <= i and each.kind is not SegmentKind.SIGN]
    # *is er vader bij* corrects nothing, *call mum er dad* does
    told = before[-1:] if line.has(i, {"er"}) else before
    return any(each.kind in kinds for each in told)
