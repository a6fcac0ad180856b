"""Find what happens otherwise: *als het goed gaat mailen, anders bellen in nov*."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import contact_words, words
from store.planline.condition_words import LIMITS, STARTERS
from store.planline.reading import LineProblem
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def find_otherwise(line: Line, segments: Sequence[Segment]) -> LineProblem | None:
    """Return *anders* behind a condition where another contact follows: that one is not on the same terms."""
    begun = next((each for each in of_kind(segments, SegmentKind.ON_DEMAND) if _asks(line, each)), None)
    ways = of_kind(segments, SegmentKind.CHANNEL, SegmentKind.TALK)
    behind = range(begun.end, len(line)) if begun is not None and len(ways) > 1 else range(0)
    for n in behind:
        led = line.has(n - 1, words.AND | words.OR | {",", ";"})
        beside = any(each.at == n + 1 or (each.end == n and n + 1 == len(line)) for each in ways)
        if line.has(n, words.OTHERWISE) and (beside or (led and any(each.at > n for each in ways))):
            at = line.tokens[n].start, line.tokens[n].end
            return LineProblem("unread", (("word", line.typed(at)), ("why", "otherwise")), at)
    return None


def _asks(line: Line, needed: Segment) -> bool:
    """Return whether *als*, *only if* begins it; *bij ziekte* names what happens."""
    return line.has(line.maybe(needed.at, contact_words.ALONE), STARTERS - LIMITS)
