"""Read *bij twijfel*, *in case of doubt*, *na elke toets*: what brings people to a contact."""

from __future__ import annotations

from store.domain.plan import MANNERS, WRITTEN
from store.planline import contact_words, step_words, words
from store.planline.condition_end import is_a_talk_at_the_end, may_call, stops, takes_step
from store.planline.condition_words import PLAN_VERBS
from store.planline.first_step import place_before
from store.planline.known_names import KnownNames
from store.planline.match import Match
from store.planline.named_day import BEFORE_A_DAY, DATED, is_dated
from store.planline.no_day import ON_DEMAND
from store.planline.people import person
from store.planline.tokens import Line
from store.planline.words import those


def place_of_case(line: Line, i: int) -> int:
    """Return the place of what happens behind *bij*, *in case of* or *in* before an emergency; else `i`."""
    if line.has(i, {"bij"}):
        # *waarom hij er niet bij is*
        if _comes_back(line, i):
            return i + 2
        return i if line.has(i + 1, {"is", "was", "ben", "bent", "waren"} | words.AND) else i + 1
    if line.phrase(i, ("in", "case", "of")) or line.phrase(i, ("in", "geval", "van")):
        return line.maybe(i + 3, {"a", "an"})
    if _comes_back(line, i):
        return i + 2
    at = line.skip(i + 1, words.ARTICLES)
    return at if line.has(i, {"in"}) and line.has(at, _EMERGENCIES) else i


def _comes_back(line: Line, i: int) -> bool:
    """Return whether *na elke toets*, *bij elke driftbui* stands there: whenever that is."""
    beside = line.has(i, words.BEFORE | words.AFTER | {"bij"}) and line.has(i + 1, words.EVERY)
    token = line.token(i + 2)
    thing = token is not None and token.kind == "word" and line.look(i + 2, words.NUMBERS) is None
    return beside and thing and not line.has(i + 2, _IN_A_CALENDAR)


_IN_A_CALENDAR = (
    words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.REPORT | words.WEEKEND | words.PUBLIC_STEMS.keys()
)


_LIGHTLY = MANNERS | {"even", "eventjes", "just"}
_EMERGENCIES = those(
    "emergency emergencies noodgeval noodgevallen noodsituatie noodsituaties uitzonderingen doubt"
)


def _behind_what_happens(line: Line, j: int, known: KnownNames, *, comes_back: bool) -> int | None:
    """Return the place after a word that belongs to what happens; None where that ends."""
    token = line.token(j)
    if line.number(j) is not None and line.has(j - 1, _MORE_THAN) and line.has(j + 1, _COUNTED):
        # *bij meer dan 2 dagen ziek*
        return j + 2
    if token is None or token.value >= 0 or line.has(j, DATED | PLAN_VERBS):
        return None
    role, end = person(line, j, known)
    if role and comes_back and _sent_to(line, j):
        return None
    if role and line.has(place_before(line, j), _LEADING):
        # *na ieder gesprek met de ggz mailt moeder*
        return end
    if (
        takes_step(line, j, known)
        or may_call(line, j, known)
        or (role and (comes_back or line.has(j + 1, step_words.SUBJECT_VERBS)))
    ):
        return None
    lead = line.has(j - 1, contact_words.WITH | {"over", "van", "om", "bij", "tussen", "about", "en"})
    return None if role and not lead and line.has(end, PLAN_VERBS) else j + 1


def _sent_to(line: Line, j: int) -> bool:
    """Return whether somebody gets what was named before: *mail na elke toets / aan beide ouders*."""
    lead = place_before(line, j)
    sent = any(line.look(n, contact_words.CHANNELS) in WRITTEN for n in range(lead))
    return sent and line.has(lead, {"aan", "naar", "to"})


_LEADING = (contact_words.WITH - {"samen"}) | those("aan van bij over tegen tussen of to about")


def in_case_of(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read *bij twijfel*, *bij zorgen om het lezen*, *bij 3x ziek*: what brings people to it.

    What is there has a name, an article or a place; what happens has none of them.
    """
    first = place_of_case(line, i)
    if line.number(first) is not None and line.has(first + 1, words.TIMES):
        first += 2
    elif line.has(first, {"een"}) and not is_dated(line):
        # *bij een valpartij*, with no day beside it, brings people to it as well
        first += 1
    token = line.token(first)
    if token is None or token.kind != "word" or token.typed[0].isupper() or person(line, first, known)[0]:
        return None
    comes_back = _comes_back(line, i)
    meeting = () if comes_back else contact_words.CHANNELS.keys() | contact_words.TALKS
    if line.has(first, _PLACES | DATED | words.THE | words.HOLIDAYS.keys()) or line.has(first, meeting):
        return None
    j = first + 1
    while j < len(line) and j - i <= 10 and not line.has(j, _ENDS_CASE) and not stops(line, j):
        behind = _behind_what_happens(line, j, known, comes_back=comes_back)
        if behind is None or is_a_talk_at_the_end(line, j):
            break
        j = behind
    if comes_back and person(line, j, known)[0]:
        lead = place_before(line, j)
        j = max(lead if _sent_to(line, j) else lead + 1, first + 1)
        while j - 1 > first and line.has(j - 1, _LIGHTLY):
            j -= 1
    token = line.token(j)
    dated = token is not None and (token.value >= 0 or line.has(j, DATED))
    while dated and j - 1 > first and line.has(j - 1, BEFORE_A_DAY):
        j -= 1
    if line.has(j, contact_words.CHANNELS.keys() | contact_words.TALKS):
        # *bij ziekte / een kort mailtje*
        noun = j
        while noun - 1 > first and line.has(noun - 1, MANNERS):
            noun -= 1
        j = noun - 1 if noun - 1 > first and line.has(noun - 1, words.ARTICLES) else j
    return Match(j, (ON_DEMAND,))


_MORE_THAN = those("dan than minstens minimaal least")
_COUNTED = words.TIMES | words.UNITS.keys()


_ENDS_CASE = those("en anders otherwise")


_PLACES = those(
    "school kantoor balie deur hek poort plein klas lokaal tafel elkaars jullie u de het den mijn "
    "vragenlijst "
    "voorbaat deze gelegenheid ons hem hen jullie mij jou elkaar elk elke ieder iedere een zijn haar hun "
    "mijn onze ophalen "
    "brengen halen huis thuis voorkeur deze die dit dat wie welke"
)
