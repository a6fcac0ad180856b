"""Say what the moment is for, where no colon says so: the stretches of purpose, as typed."""

from __future__ import annotations

from collections.abc import Sequence

from store.planline import contact_words, purpose_words, words
from store.planline.channels import topic_of
from store.planline.length_words import in_a_word
from store.planline.segment import Segment, SegmentKind, of_kind
from store.planline.tokens import Line


def purpose(line: Line, head: str, segments: Sequence[Segment], *, talks: bool = False) -> str:
    """Return the words of every stretch of purpose as typed, joined by spaces.

    `talks`: with those that name a talk and say what it is for as well, *evaluatie*.
    """
    lengths = in_a_word(line, segments)[:1]
    stretches = of_kind(segments, SegmentKind.PURPOSE, SegmentKind.MANNER)
    told = [range(each.at, each.end) for each in stretches if each not in lengths]
    if talks:
        named = (topic_of(line, each) for each in of_kind(segments, SegmentKind.TALK))
        told = sorted((*told, *filter(None, named)), key=lambda each: each.start)
    typed = (_closed(head, line.tokens[each.start].start, line.tokens[each.stop - 1].end) for each in told)
    return " ".join(each.strip(" ,;.-") for each in typed).strip()


def _closed(head: str, start: int, end: int) -> str:
    """Return the words there, with the quote or bracket beside them that makes a pair with one among them."""
    while start and _opens(head[start - 1], head[start:end]):
        start -= 1
    while end < len(head) and _closes(head[start:end], head[end]):
        end += 1
    return head[start:end]


def _opens(sign: str, told: str) -> bool:
    """Return whether a bracket is closed in what is told, where none opens: *(*, *werkt tot 5) lezen*."""
    closing = next((close for close, opening in _PAIRS.items() if opening == sign != close), None)
    return closing is not None and told.count(closing) > told.count(sign)


def _closes(told: str, sign: str) -> bool:
    opening = _PAIRS.get(sign)
    if opening is None:
        return False
    return told.count(sign) % 2 == 1 if opening == sign else told.count(opening) > told.count(sign)


_PAIRS = {
    '"': '"',
    "'": "'",
    ")": "(",
    "]": "[",
    "}": "{",
    "\u201d": "\u201c",
    "\u2019": "\u2018",
    "*": "*",
    "_": "_",
}


def opens_colon(line: Line, last: Segment) -> bool:
    """Return whether *re* or *over* stands right before the colon, and so opens what is behind it."""
    return (
        last.kind is SegmentKind.PURPOSE
        and last.end == last.at + 1
        and line.has(last.at, purpose_words.ABOUT)
    )


def tells_company_only(line: Line, segments: Sequence[Segment]) -> bool:
    """Return whether what it is for says no more than with whom, or why somebody is not there.

    *Met een onbekende*, *without anyone*, *zonder Selma (zwemles)*.
    """
    told = [n for n, each in enumerate(segments) if each.kind is SegmentKind.PURPOSE]
    return bool(told) and all(
        _tells_company(line, segments[n]) or _tells_why_not_there(line, segments[:n], segments[n])
        for n in told
    )


def _tells_why_not_there(line: Line, before: Sequence[Segment], told: Segment) -> bool:
    """Return whether *zwemles*, *die heeft zwemles* stands right behind somebody who is not there."""
    signs = [each for each in before if each.kind is SegmentKind.SIGN]
    gone = [each for each in before if each.kind is not SegmentKind.SIGN][-1:]
    if not gone or not gone[0].absent:
        return False
    begin = line.skip(gone[0].end, {",", ";", "(", "-"} | words.DASH)
    joined = any(line.has(each.at, {"(", "-"} | words.DASH) for each in signs if each.at >= gone[0].end)
    return joined or line.has(told.at, {"(", "-"} | words.DASH) or line.has(begin, _BECAUSE)


_BECAUSE = words.those(
    "want omdat die wegens vanwege ivm because since as hij zij ze he she they who heeft has"
)


def _tells_company(line: Line, segment: Segment) -> bool:
    begin = line.skip(segment.at, {"samen", "together", "along"})
    behind = range(line.skip(begin + 1, contact_words.POSSESSIVES), segment.end)
    more = any(line.has(n, purpose_words.OPENERS) or line.word(n).endswith("en") for n in behind)
    return line.has(begin, contact_words.WITH | contact_words.WITHOUT) and not more
