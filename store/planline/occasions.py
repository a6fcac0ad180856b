"""Read what a school has in its own calendar: na de toetsweek, voor kamp, in periode 1, de ouderavond."""

from __future__ import annotations

from functools import lru_cache

from store.domain.plan import When
from store.domain.school_year import Occasion
from store.planline import contact_words, purpose_words, words
from store.planline.match import Match
from store.planline.reference import Reference, exact, period, unclear, undated, wrong
from store.planline.tokens import Line, tokens
from store.planline.typos import is_known
from store.planline.words import those

_DURING = those("tijdens gedurende during")
_USUAL = those(
    "ouderavond informatieavond kijkavond inloopavond ouderavonden oudergesprekken tienminutengesprekken "
    "rapportgesprekken voortgangsgesprekken adviesgesprekken kamp schoolkamp schoolreis schoolreisje "
    "sportdag studiedag musical doorstroomtoets eindtoets cito toetsen examens avondvierdaagse camp"
)
"""What schools have in their calendar without a number behind it."""
_USUAL_ENDS = ("week", "avond", "toets", "toetsen", "viering", "kamp")
COUNTED = those("periode blok thema period block term")
"""What schools number: *periode 1*."""
_CLASSES = those("groep klas class year grade")
"""Numbered too, and no day in *groep 4 in juni*."""
_ROUND = words.BEFORE | words.AFTER | words.DURING | words.AROUND | those("op on at vanaf tot")


def occasions(line: Line, i: int, reference: Reference) -> Match | None:
    """Read one by the name it has in the calendar, the longest first; else one that has no date yet."""
    j = line.skip(line.maybe(i, _DURING), words.THE)
    if line.has(i - 1, purpose_words.ABOUT):
        return None
    ends = {name: end for name in _names(reference) if (end := _end(line, j, name)) > j}
    if not ends:
        return _without_date(line, i, j)
    name = max(ends, key=lambda each: ends[each])
    return Match(ends[name], (_when(name, reference),))


def counts_one(line: Line, i: int) -> bool:
    """Return whether the number there says which one: *periode 1*, *thema 3*."""
    if line.number(i) is None or line.has(i + 1, words.MONTHS.keys()):
        return False
    return line.has(i - 1, COUNTED | _CLASSES)


def may_be_one(word: str, reference: Reference) -> bool:
    """Return whether a word may be what a calendar has or schools usually have: *sportdag*, *toetsweek*."""
    usual = word in _USUAL or word in COUNTED or word.endswith((*_USUAL_ENDS, "dag", "feest"))
    return usual or any(_spelling(name)[:1] == (word,) for name in _names(reference))


def _names(reference: Reference) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each.name for each in reference.year.occasions))


@lru_cache(maxsize=256)
def _spelling(name: str) -> tuple[str, ...]:
    return tuple(token.plain for token in tokens(name, str))


def _end(line: Line, j: int, name: str) -> int:
    """Return the place behind this name in the line; `j` when it does not stand there."""
    spelling = _spelling(name)
    found = tuple(token.plain for token in line.tokens[j : j + len(spelling)])
    return j + len(spelling) if found == spelling else j


def _when(name: str, reference: Reference) -> When:
    """Return the one of this name that is still to come; a choice where there are several."""
    alike = [each for each in reference.year.occasions if _spelling(each.name) == _spelling(name)]
    ahead = [_days(each) for each in alike if each.last >= reference.day]
    return unclear(*ahead) if len(ahead) > 1 else ahead[0] if ahead else wrong("past")


def _days(occasion: Occasion) -> When:
    anchor = f"occasion:{occasion.name}"
    if occasion.first == occasion.last:
        return exact(occasion.first, anchor)
    return period(occasion.first, occasion.last, anchor)


def _without_date(line: Line, i: int, j: int) -> Match | None:
    """Read what a school calls so in its calendar, and that this calendar does not have (yet)."""
    beside = line.has(i - 1, _ROUND | words.PERIODS.keys()) or line.phrase(i - 2, ("r", "."))
    k = i - 1 - line.has(i - 1, words.THE)
    parted = line.has(k, words.OF) and line.has(k - 1, words.WEEK_WORDS | words.PERIODS.keys())
    beside = beside or parted
    if not beside and not line.has(i, _DURING):
        return None
    word = line.word(j)
    if word in COUNTED:
        numbered = line.number(j + 1) is not None
        return Match(j + 2, (undated(f"occasion:{line.between(j, j + 2)}"),)) if numbered else None
    ending = any(word.endswith(end) and len(word) > len(end) + 2 for end in _USUAL_ENDS)
    week_beside = line.has(i - 1, words.BEFORE | words.AFTER) and line.has(i - 2, words.WEEK_WORDS)
    if (other := _unknown_occasion(line, i, j)) is not None:
        return Match(other, (undated(f"occasion:{line.between(j, other)}"),))
    if word in _USUAL or ending or (week_beside and word.isalpha() and not is_known(word)):
        return Match(j + 1, (undated(f"occasion:{line.between(j, j + 1)}"),))
    return None


def _unknown_occasion(line: Line, i: int, j: int) -> int | None:
    """Return the place after *carnaval* in *na carnaval bellen*, *school play* in *2 days before the …*.

    Only where nothing else in the line is a day, or days are counted from it.
    """
    counted = line.has(i - 1, words.BEFORE | words.AFTER) and line.has(i - 2, words.UNITS.keys())
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS | {",", ";"}
    begins = i == 1 or line.has(i - 2, ways)
    if not counted and not (begins and line.has(i - 1, words.AFTER | _DURING)):
        return None
    end = line.maybe(j, {"school"})
    while (token := line.token(end)) is not None and token.kind == "word" and not is_known(token.word):
        end += 1
    named = end > line.maybe(j, {"school"}) and end <= j + 3
    parted = line.token(end) is None or line.has(end, ways)
    dated = words.MONTHS.keys() | words.DAY_NAMES.keys() | words.UNITS.keys()
    others = any(line.has(n, dated) or line.number(n) is not None for n in range(len(line)))
    return end if named and parted and (counted or not others) else None
