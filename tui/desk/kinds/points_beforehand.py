"""What parents or child send before a talk of any kind: a note or a mail, of which each line is a point.

What a mail has around its points is left out, and told: who it is to, who it is from, what it answers. That
is known by where it stands and how it looks, and by the names of this talk.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from store.domain.text import fold
from store.planline.reading import Names

BULLETS = "-–—•·*"
"""What stands in front of a line of a list."""
QUOTE = ">"
"""What stands in front of a line of the mail that is answered."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_REACHED = re.compile(r"[+(]?\d[\d\s()./-]{6,}|\S+@\S+|(?:https?://|www\.)\S+")
_DELIMITER = re.compile(r"--\s*")
_ASIDE = re.compile(r"\([^()]*\)")
_SHORT, _FEW, _JOINING = 5, 3, 3
"""Words of a line that greets or ends a mail; of one that does so without a sign; letters between names."""


class Pasted(NamedTuple):
    """What was pasted: its points, what of it is none, and all of its lines."""

    points: tuple[str, ...]
    left_out: tuple[str, ...]
    whole: tuple[str, ...]


class _Line(NamedTuple):
    """A line with something on it: whether it is one of a list, and whether a blank line is above it."""

    text: str
    listed: bool
    apart: bool


def is_list(text: str) -> bool:
    """Return whether each of several lines begins with what lists it: then that is no sign of ours."""
    lines = _lines(text)
    return len(lines) > 1 and all(each.listed for each in lines)


def pasted(text: str, names: Names) -> Pasted:
    """Take a note or a mail apart; a text of nothing but a greeting is a point all the same."""
    own, quoted = _answer_apart(text)
    own, footer = _footer_apart(own)
    lines, first = _lines(own), 0
    last = _end(lines, names)
    if _greets(lines[:last], names, signed=last < len(lines)):
        first = 1
        # who greeted whom may sign by a name that nobody told us
        last = min(last, _end(lines, names, greeted=True))
    whole = tuple(each.text for each in _lines(text))
    points = tuple(each.text for each in lines[first:last])
    around = (*lines[:first], *lines[last:])
    left_out = (*(each.text for each in around), *footer, *quoted)
    return Pasted(points, left_out, whole) if points else Pasted(whole, (), whole)


def _lines(text: str) -> list[_Line]:
    found: list[_Line] = []
    apart = True
    for line in map(str.strip, text.splitlines()):
        if words := line.lstrip(BULLETS).strip():
            found.append(_Line(words, line[0] in BULLETS, apart))
        apart = not line
    return found


# -- the mail that is answered -----------------------------------------------------------
def _answer_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without the mail it answers and what says whose that was; all of it where it is all quoted."""
    lines = text.splitlines()
    quoted = [line.lstrip().startswith(QUOTE) for line in lines]
    said = [at for at, line in enumerate(lines) if line.strip()]
    leads = {at for at in said if lines[at].rstrip().endswith(":") and _next_is(quoted, said, at)}
    rest = [at for at in said if not quoted[at] and at not in leads]
    if not any(quoted):
        return text, ()
    if not rest:
        bare = (line.lstrip().lstrip(f"{QUOTE} ") for at, line in enumerate(lines) if at not in leads)
        return "\n".join(bare), tuple(lines[at].strip() for at in sorted(leads))
    kept = (line for at, line in enumerate(lines) if not quoted[at] and at not in leads)
    return "\n".join(kept), tuple(lines[at].strip() for at in said if quoted[at] or at in leads)


def _footer_apart(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without what stands below the line that mails have above the same footer each time."""
    lines = text.splitlines()
    at = next((at for at, line in enumerate(lines) if at and _DELIMITER.fullmatch(line)), len(lines))
    return "\n".join(lines[:at]), tuple(line.strip() for line in lines[at + 1 :] if line.strip())


def _next_is(quoted: Sequence[bool], said: Sequence[int], at: int) -> bool:
    """Whether the line behind this one is quoted."""
    return next((quoted[each] for each in said if each > at), False)


# -- to whom, and from whom ---------------------------------------------------------------
def _greets(lines: Sequence[_Line], names: Names, *, signed: bool) -> bool:
    """Whether the first line says to whom it is: short, and by name or with a sign and apart."""
    if not lines or lines[0].listed or not _words_up_to(lines[0].text, _SHORT):
        return False
    first, alone = lines[0].text, len(lines) > 1 and lines[1].apart
    named = bool(_folded(first) & _folded(*names.teacher))
    signs = first[-1] in ",!"
    return (signs and (named or alone or signed)) or (named and alone and first[-1].isalpha())


def _end(lines: Sequence[_Line], names: Names, *, greeted: bool = False) -> int:
    """Where the points end: behind it stands who it is from, and the words before that."""
    known, end = _folded(*names.carers, *names.pupil), len(lines)
    at = end
    while at > 0 and not lines[at - 1].listed and _signs(lines[at - 1].text, known):
        at -= 1
    if any(not _REACHED.fullmatch(each.text) for each in lines[at:]):
        return at - 1 if at > 1 and _parts(lines[at - 1]) else at
    if lines and _parts_and_signs(lines[-1], known, greeted=greeted):
        return end - 1
    by_another = greeted and end > 2 and _parts(lines[-2]) and _capitals_only(lines[-1].text)
    return end - 2 if by_another else end


def _parts(line: _Line) -> bool:
    """Whether a line takes leave: short with a comma behind it, or shorter and apart."""
    if line.listed or not _words_up_to(line.text, _SHORT):
        return False
    ends = line.text[-1]
    return ends == "," or (line.apart and ends not in "?:;" and _words_up_to(line.text, _FEW))


def _parts_and_signs(line: _Line, known: frozenset[str], *, greeted: bool) -> bool:
    """Whether a line takes leave and signs at once: *Groetjes, Anja*; *Groetjes Anja*."""
    if line.listed:
        return False
    leave, comma, signed = line.text.partition(",")
    if comma and signed.strip():
        by_name = _signs(signed, known) or (greeted and _capitals_only(signed))
        return _words_up_to(leave, _SHORT) and by_name
    words = _words(line.text)
    at = next((at for at, word in enumerate(words) if fold(word) in known), 0)
    apart = line.apart or (greeted and line.text[0].isupper())
    return apart and 0 < at <= _FEW and _signs(" ".join(words[at:]), known) and line.text[-1] not in "?:;"


def _signs(text: str, known: frozenset[str]) -> bool:
    """Whether a line is nobody's point but who wrote it: known names, a number, an address."""
    if _REACHED.fullmatch(text.strip()):
        return True
    words = _words(_ASIDE.sub(" ", text))
    named = [fold(word) in known for word in words]
    joined = all(is_name or len(word) <= _JOINING for is_name, word in zip(named, words, strict=True))
    return named[:1] == [True] and joined and text.strip()[-1] not in "?:;"


def _capitals_only(text: str) -> bool:
    """Whether each of a few words has a capital, or joins two that have."""
    words = _words(text)
    short = all(word[0].isupper() or len(word) <= _JOINING for word in words)
    return 0 < len(words) <= _FEW and words[0][0].isupper() and short


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _words_up_to(text: str, most: int) -> bool:
    return 0 < len(text.split()) <= most


def _folded(*texts: str) -> frozenset[str]:
    return frozenset(fold(word) for text in texts for word in _words(text))
