"""Tell what is discussed from a day: *rapport 1 bespreken*, *evaluate the test week* say what for."""

from __future__ import annotations

from collections.abc import Sequence

from store.domain import role_words
from store.domain.plan import When
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.match import Match
from store.planline.short_codes import short_report
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those


def is_talked_over(line: Line, i: int, days: Match) -> bool:
    """Return whether what has a day in the calendar is named there as what people go over together.

    *Na rapport 1 bespreken* tells when, and so does the code *r1*.
    """
    first = line.skip(i, words.THE | words.BOTH | words.EVERY)
    if not _all_named(days.whens) or short_report(line, i) is not None or line.number(first) is not None:
        return False
    if _goes_over(line, i) or _goes_over(line, i - 1) or _is_discussion(line, i):
        # *look at report 1*, where *at report 1* is the day
        return True
    return not line.has(first, _TELLS_WHEN) and not line.has(i - 1, _LEADS_TO_A_DAY) and is_gone_over(line, i)


def _all_named(whens: Sequence[When]) -> bool:
    """Return whether these are days of something that has a name: a report, a holiday, a camp."""
    return all(_all_named(each.candidates) if each.candidates else bool(each.anchor) for each in whens)


def is_gone_over(line: Line, i: int) -> bool:
    """Return whether a verb before what begins there, or at the end, tells that people go over it."""
    return _verb_before(line, i) or _verb_behind(line, i) or _is_discussion(line, i)


def is_going_over(line: Line, i: int) -> bool:
    """Return whether *bespreken* stands there."""
    return line.has(i, _GOING_OVER)


def _verb_before(line: Line, i: int) -> bool:
    """Return whether *we bespreken*, *discuss*, *go through the* stands right before it."""
    at = i - 1
    while line.has(at, _BETWEEN):
        at -= 1
    return line.has(at, _GOING_OVER | _ENGLISH) or _goes_over(line, at)


def _is_discussion(line: Line, i: int) -> bool:
    """Return whether *bespreking*, *evaluatie van* stands right before it, or *evaluatie* before a report."""
    of = line.maybe_before(i, {"van", "of"})
    sure = of < i or line.has(i, words.REPORT)
    return line.has(of - 1, _DISCUSSIONS) or (sure and line.has(of - 1, _EVALUATIONS))


def _goes_over(line: Line, at: int) -> bool:
    """Return whether *go over*, *look at* ends there."""
    return line.has(at - 1, _IN_TWO_WORDS.get(line.word(at), ()))


def _verb_behind(line: Line, i: int) -> bool:
    """Return whether *bespreken* ends what is said of it: *rapport 1 met ouders in feb bespreken*."""
    for at in range(i, min(len(line), i + _FAR)):
        if line.has(at, _GOING_OVER | _GONE_OVER):
            return True
        token = line.tokens[at]
        named = line.has(at - 1, contact_words.WITH) or token.value >= 0
        by = line.has(at - 1, _BY) or line.has(at, _ADVERBS)
        counted = line.number(at + 1) is not None
        parted = (token.kind == "sign" or line.has(at, words.AND)) and not counted
        if parted or (line.has(at, _WAYS) and not by) or not (named or is_known(token.word)):
            return False
    return False


_GOING_OVER = those(
    "bespreken bespreekt bespreek doorbespreken nabespreken voorbespreken doornemen doorspreken doorpraten "
    "doorlopen evalueren evalueert evalueer bekijken bekijkt nakijken inkijken toelichten uitleggen napraten "
    "nabespreekt voorbereiden"
)
_ENGLISH = those(
    "discuss discusses discussing review reviews reviewing evaluate evaluates evaluating explain explains "
    "explaining examine consider unpack debrief"
)
_DISCUSSIONS = those("bespreking nabespreking voorbespreking toelichting uitleg discussion explanation")
_EVALUATIONS = those("evaluatie evaluation review")
_GONE_OVER = those(
    "besproken nabesproken voorbesproken doorgenomen doorgesproken geevalueerd bekeken nagekeken toegelicht "
    "uitgelegd discussed reviewed evaluated explained"
)
_OVER = those("go goes going talk talks talking run runs running think")
_IN_TWO_WORDS = {
    **dict.fromkeys(("over", "through"), _OVER | those("look looks looking read reading")),
    "at": those("look looks looking"),
    "about": those("talk talks talking chat chats think"),
}
"""Verbs of going over something together, by the word that ends them."""
_BETWEEN = (
    words.THE | contact_words.POSSESSIVES | role_words.ROLES.keys()
    | those("samen even kort together briefly we wij with met")
)  # fmt: skip
_FAR = 9
"""Words between what is discussed and its verb."""
_BY = those("via per over op aan de by on door")
_ADVERBS = those("telefonisch digitaal online")
_WAYS = contact_words.CHANNELS.keys() | contact_words.TALKS | step_words.CONTACT_VERBS
_LEADS_TO_A_DAY = (
    words.BEFORE | words.AFTER | words.AROUND | words.DURING | words.UNTIL | words.THROUGH | words.FROM
    | words.OF | words.DIRECTLY | words.BETWEEN | words.WITHIN | words.WEEK_WORDS | words.PERIODS.keys()
    | words.UNITS.keys() | those("op on bij met with at by sinds since")
)  # fmt: skip
_TELLS_WHEN = _LEADS_TO_A_DAY | words.WHICH.keys() | words.NEAR_DAYS.keys() | purpose_words.VAGUE
"""What a day begins with that is told by something else: *eind periode 1*, *de week voor kamp*."""
