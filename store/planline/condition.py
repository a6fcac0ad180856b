"""Read on what condition a contact is: *als ze vastloopt*, *heeft u vragen*, *nadat ze getest is*."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import When
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.clock import clock
from store.planline.condition_end import at_once, contact_behind, forbids, next_clause, stops, they_call
from store.planline.condition_words import (
    ASKED,
    ASKING,
    BARE,
    ENGLISH_STARTERS,
    EVEN,
    IN_ORDER,
    LIMITS,
    MEETING,
    NEEDS,
    PLAN_VERBS,
    SOONER,
    STARTERS,
    STOPS,
    SUBJECTS,
)
from store.planline.in_case_of import in_case_of, place_of_case
from store.planline.known_names import KnownNames
from store.planline.match import Match
from store.planline.named_day import BEFORE_A_DAY, DATED, is_dated, is_day, names_a_day
from store.planline.no_day import ON_DEMAND
from store.planline.people import person
from store.planline.reference import wrong
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those


def begins_condition(line: Line, i: int) -> bool:
    """Return whether *als*, *bij*, *alleen als* or *heeft u* stands there: words that begin a condition."""
    at = line.maybe(i, contact_words.ALONE | EVEN)
    begun = (
        line.has(at, STARTERS)
        or place_of_case(line, at) > at
        or _should(line, i)
        or _tells_the_order(line, i)
    )
    begun = begun or _tells_which_days(line, i) or behind_sooner(line, i) > i
    begun = begun or until_it_is_so(line, i) or _as_soon_as(line, i)
    return begun or end_of_question(line, i) is not None


def behind_sooner(line: Line, i: int) -> int:
    """Return the place of *als* in *of eerder als er iets is*, *later if that suits*; else the same one."""
    sooner = line.maybe(i, words.OR)
    return sooner + 1 if line.has(sooner, SOONER) and line.has(sooner + 1, STARTERS - LIMITS) else i


def _tells_which_days(line: Line, i: int) -> bool:
    """Return whether *dat Sara bij moeder is* follows on *op de dinsdagen*: only those of them it is."""
    each = line.has(i - 1, words.DAY_NAMES.keys()) and line.has(i - 2, words.EVERY)
    return line.has(i, {"dat", "waarop"}) and (each or line.has(i - 1, words.HABITS.keys()))


def _tells_the_order(line: Line, i: int) -> bool:
    """Return whether *nadat*, *after she has* stands there: something comes to be before or behind that."""
    if line.has(i, IN_ORDER):
        return line.token(i + 1) is not None
    who = line.skip(i + 1, words.THE | contact_words.POSSESSIVES)
    pronoun = line.has(i + 1, step_words.HE_OR_SHE | {"i", "we"})
    does = pronoun or (line.has(who, role_words.ROLES.keys()) and line.has(who + 1, _HAS_DONE))
    return line.has(i, {"after", "before"}) and does and line.token(who + 1) is not None


_HAS_DONE = those("has have is are had goes comes")


def _as_soon_as(line: Line, i: int) -> bool:
    """Return whether *as soon as she is back* begins here; *as soon as possible* is no condition."""
    return line.phrase(i, ("as", "soon", "as")) and not line.has(i + 3, {"possible", "you", "we"})


def until_it_is_so(line: Line, i: int) -> bool:
    """Return whether *tot hij beter is*, *until the report is done* stands there: how long it goes on."""
    if not line.has(i, words.UNTIL | {"totdat"}):
        return False
    subject = line.maybe(i + 1, {"dat"})
    who = line.skip(subject, words.THE | words.ARTICLES | contact_words.POSSESSIVES)
    end = next((n for n in range(who, len(line)) if stops(line, n)), len(line))
    told = range(who, min(end, who + _LONGEST_UNTIL))
    dated = next((n for n in told if is_day(line, n) or line.has(n, MEETING | PLAN_VERBS)), told.stop)
    return any(line.has(n, _IS_SO) for n in range(who + 1, dated))


_LONGEST_UNTIL = 8
_IS_SO = those(
    "is are has have gets feels settles zijn heeft hebben gaat gaan komt kan kunnen lukt loopt zit weet weten"
)
"""Verbs of *until he is better*, *tot het weer gaat*."""


def end_of_question(line: Line, i: int) -> int | None:
    """Return where *heeft u vragen*, *loopt het vast* ends: a condition that is asked, with *dan* behind it.

    Where a comma stands instead, a verb of being or wanting begins it.
    """
    begins = i == 0 or line.has(i - 1, words.AND | {",", ";", ".", ":"})
    token, subject = line.token(i), line.token(i + 1)
    if not begins or token is None or token.kind != "word" or subject is None:
        return None
    if line.has(i, _NO_QUESTION) or not (line.has(i + 1, ASKED) or subject.typed[:1].isupper()):
        return None
    for j in range(i + 2, min(len(line), i + 12)):
        if line.has(j, {"dan", "then"}) or (line.has(j, {","}) and line.has(i, ASKING)):
            tells = line.token(j + 1) is not None and not line.has(j - 1, words.AND)
            return j if tells else None
        token = line.token(j)
        if token is None or token.value >= 0 or names_a_day(line, j) or line.has(j, STOPS):
            return None
    return None


def tells_when_needed(line: Line, i: int, size: int) -> bool:
    """Return whether so many words say more than *zo nodig*: *als ze vastloopt*, *if worried*."""
    if not begins_condition(line, i):
        return False
    if size == 2 and line.has(i, BARE):
        return not line.has(i + 1, NEEDS)
    return size > (1 if place_of_case(line, i) > i else 2)


def condition(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read *als ze vastloopt* or *bij twijfel*, up to a comma; with a day or a number in it, it is none."""
    if (asked := end_of_question(line, i)) is not None:
        return Match(asked, (ON_DEMAND,))
    if line.has(i, {"once"}) and line.has(i + 1, words.PER):
        return None
    if line.has(i, contact_words.ALONE | EVEN):
        return condition(line, i + 1, known) if begins_condition(line, i) else None
    if place_of_case(line, i) > i:
        return _with_clauses_behind(line, in_case_of(line, i, known), known)
    if (starter := behind_sooner(line, i)) > i:
        return condition(line, starter, known)
    begun = line.has(i, STARTERS) or _tells_the_order(line, i) or _should(line, i)
    begun = begun or _tells_which_days(line, i)
    if not begun and not until_it_is_so(line, i) and not _as_soon_as(line, i):
        return None
    if line.has(i, BARE | LIMITS) and not names_a_day(line, i + 1) and _is_last(line, i + 1):
        return Match(i + 2, (wrong("no_when") if line.has(i, LIMITS) else ON_DEMAND,))
    return None if _awaits_a_report(line, i) else _with_clauses_behind(line, _clause(line, i, known), known)


def _with_clauses_behind(line: Line, told: Match | None, known: KnownNames) -> Match | None:
    """Take *, ook als hij het niet wil*, *, tenzij het weekend is* along, where no contact follows on it."""
    if told is None or not line.has(told.end, {","}):
        return told
    begin = line.skip(told.end + 1, _MORE_CLAUSES)
    if not line.has(begin, STARTERS):
        return told
    more = _with_clauses_behind(line, _clause(line, begin, known), known)
    if more is None:
        return told
    narrows = line.has(begin, LIMITS) or any(line.has(n, _NARROWING) for n in range(told.end, begin))
    parted = line.has(more.end, {","}) and narrows
    ends = line.token(more.end) is None or line.has(more.end, {".", ")", ";"})
    return replace(told, end=more.end) if ends or parted else told


_NARROWING = contact_words.ALONE | those(
    "ook zelfs zeker vooral juist helemaal maar but even also especially behalve except niet not"
)
"""What stands before a second clause that tells more of the first one: *ook als*, *vooral als*, *even if*."""
_MORE_CLAUSES = words.AND | words.OR | _NARROWING


def _awaits_a_report(line: Line, i: int) -> bool:
    """Return whether *zodra rapport 1 binnen is* stands there with no day beside it: it may be a day."""
    report = line.has(line.skip(i + 1, words.THE), words.REPORT)
    return report and line.has(i, {"zodra", "once"}) and not is_dated(line)


def _should(line: Line, i: int) -> bool:
    """Return whether *should anything come up* begins here."""
    begins = i == 0 or line.has(i - 1, words.AND | {",", ";", "."})
    return begins and line.has(i, {"should"}) and line.has(i + 1, SUBJECTS)


def _clause(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read *als ze vastloopt* word by word."""
    when, first = _when_of(line, i), _behind_starter(line, i)
    said = _has_subject(line, first, known) or _are_subject(line, first) or _goes_on(line, i)
    end = None
    # a name may hold a month: *als Bas Jan ziek is*
    named = person(line, first, known)[1] if said else first
    j = named if named > first + 1 else first
    english = line.has(i, ENGLISH_STARTERS | words.UNTIL | {"after", "before"})
    while j < len(line) and j - i <= 14 and not stops(line, j):
        if (number := _number_within(line, j)) is not None:
            j, end = number, end and number
            continue
        if end is not None and j > first + 1 and clock(line, j, False) is not None:
            break
        token = line.token(j)
        if dated := _day_within(line, i, j) or (said and _day_told_on_condition(line, i, j)):
            j = end = dated
            continue
        if token is None or token.value >= 0 or names_a_day(line, j):
            if (apart := _before_day(line, first, j)) is not None:
                return Match(apart, (when,))
            return Match(end, (when,)) if end is not None and not said else None
        clause = next_clause(line, j, known) or next_clause(line, _behind_article(line, j), known)
        if j > first + (end is not None) and (clause or contact_behind(line, j)):
            # whatever stands before somebody who calls then: *zodra medicijnen veranderen / mailt moeder*
            end = j if end is None else end
            break
        if end is not None and ((english and they_call(line, j, known)) or forbids(line, j, first)):
            break
        noun = line.has(j - 1, words.ARTICLES)
        if line.has(j, step_words.INFINITIVES - _IN_CONDITIONS) and end is not None and not noun:
            break
        if end is not None and at_once(line, j, known):
            break
        said = said or (english and line.has(j - 1, _MORE_FOLLOWS))
        if (said and j > first) or line.has(j, NEEDS):
            end = j + 1
        j += 1
    return Match(end, (when,)) if end is not None else None


def _number_within(line: Line, j: int) -> int | None:
    """Return the place after a number that is no day: *3 keer*, *two days*, *below 40%*."""
    counted = line.number(j) is not None or line.look(j, words.NUMBERS) is not None
    one = not line.has(j, words.ARTICLES) or line.has(j - 1, words.WITHIN | {"for"})
    if counted and one and line.has(j + 1, words.TIMES | words.UNITS.keys()):
        return j + 2
    lead = line.maybe_before(j, words.ARTICLES)
    if line.number(j) is None or not line.has(lead - 1, _MEASURES) or names_a_day(line, j + 1):
        return None
    return line.maybe(j + 1, {"%"})


_MEASURES = those("below under above over than dan onder boven minder meer")


def _behind_article(line: Line, j: int) -> int:
    """Return the place of somebody behind *the*, *her*, who belong to that person: *the teacher rings*."""
    return line.skip(j, words.THE | words.ARTICLES | role_words.WHOSE)


def _day_within(line: Line, i: int, j: int) -> int | None:
    """Return the place after a day that belongs to the condition, where the contact has its day before that.

    *Als rapport 1 tegenvalt*, *bellen 12 nov als vader terug is van zijn werk in mei*.
    """
    if line.has(j, words.REPORT) and line.number(j + 1) is not None and not names_a_day(line, j):
        return j + 2
    led = line.has(j - 1, words.DURING | words.BEFORE | words.AFTER | {"op", "on", "in"})
    if not (led and j > i + 2) or not any(names_a_day(line, n) for n in range(i)):
        return None
    if line.has(i - 1, words.AND) and any(line.has(n, MEETING) for n in range(i, len(line))):
        # *mailen in okt en als hij een gesprek in januari wil* does not say what happens then
        return None
    end = j
    while line.number(end) is not None or names_a_day(line, end):
        end += 1
    return end if end > j else None


def _when_of(line: Line, i: int) -> When:
    """Return when a contact is on that condition: what takes something off a day tells none itself."""
    told = any(_day_told_on_condition(line, i, n) for n in range(i + 2, len(line)))
    limits = line.has(i, LIMITS) or until_it_is_so(line, i)
    return wrong("no_when") if limits and not told else ON_DEMAND


def _behind_starter(line: Line, i: int) -> int:
    """Return the place after *als*, *zolang als*, *provided that*, *if both*."""
    if _as_soon_as(line, i):
        return i + 3
    at = line.maybe(i + 1, {"als", "dat", "that"}) if line.has(i, {"zolang", "provided"}) else i + 1
    return line.maybe(at, {"both", "beide", "zowel"})


def _day_told_on_condition(line: Line, i: int, j: int) -> int:
    """Return the place after a day in *als Sem na de herfstvakantie nog niet leest, belt juf vader*.

    It is when that will have happened; what happens then stands behind the comma. Elsewhere it is 0.
    """
    lead = line.maybe_before(j, words.THE)
    comma = next((n for n in range(j, len(line)) if line.has(n, {","})), None)
    if i or comma is None or not line.has(lead - 1, BEFORE_A_DAY | {"by"}):
        return 0
    ways = any(line.has(n, MEETING | step_words.CONTACT_VERBS) for n in range(i, comma))
    if ways or _before_day(line, i + 1, j) is not None:
        return 0
    calls = any(line.has(n, PLAN_VERBS | step_words.FIRST_PERSON) for n in range(comma, len(line)))
    end = j
    while end < comma and (names_a_day(line, end) or line.has(end, words.HOLIDAY_WORDS) or _dates(line, end)):
        end += 1
    return end if calls and end > j else 0


def _dates(line: Line, j: int) -> bool:
    """Return whether a number stands there beside its month: *1 nov*, *nov 1*."""
    token = line.token(j)
    beside = line.has(j + 1, words.MONTHS.keys()) or line.has(j - 1, words.MONTHS.keys())
    return token is not None and token.value >= 0 and beside


def _are_subject(line: Line, first: int) -> bool:
    """Return whether *toetsen tegenvallen*, *gym wegvalt* stands there: what nobody knows, and its verb."""
    end = first
    while end < len(line) and not stops(line, end) and line.word(end).isalpha():
        end += 1
    verb, unknown = line.word(end - 1), end > first + 1 and not is_known(line.word(first))
    if not unknown or (is_known(verb) and verb not in purpose_words.JUDGING):
        return False
    several = line.word(first).endswith(("en", "s")) and verb.endswith("en")
    ends = line.token(end) is None or stops(line, end)
    return several or (ends and verb.endswith("t"))


def _goes_on(line: Line, i: int) -> bool:
    """Return whether several words stand behind *if*, which then tell who or what: *if grades slip*."""
    words_there = all(line.word(n)[:1].isalpha() and not stops(line, n) for n in (i + 1, i + 2))
    return line.has(i, {"if", "whenever", "when"}) and words_there and not line.has(i + 1, NEEDS)


_IN_CONDITIONS = those("zoeken melden contact bereiken reach")
"""Infinitives that a condition may end in: *als ik moeder niet kan bereiken*."""


_MORE_FOLLOWS = those("is are was gets has have isn't aren't")
"""Behind these an English condition goes on: *when baby is born*."""


def _is_last(line: Line, j: int) -> bool:
    token = line.token(j)
    ends = line.token(j + 1) is None or stops(line, j + 1)
    return token is not None and token.kind == "word" and ends


def _before_day(line: Line, first: int, j: int) -> int | None:
    """Return the end of a condition that a day stands behind: *als het lukt op 12 nov*."""
    day = j
    while j > first and line.has(j - 1, words.AT | words.DURING | words.THE | words.ON):
        j -= 1
    behind = line.skip(day, DATED | words.THE)
    while line.number(behind) is not None or line.has(behind, DATED):
        behind += 1
    parted = line.token(behind) is None or stops(line, behind) or line.has(behind, PLAN_VERBS)
    told = _tells_the_order(line, first - 1) and parted and not line.has(j - 1, step_words.HE_OR_SHE)
    return j if j > first and (told or line.has(j - 1, NEEDS)) else None


def _has_subject(line: Line, j: int, known: KnownNames) -> bool:
    subject = line.word(j).removesuffix("'s") in SUBJECTS
    return subject or line.has(j, SUBJECTS | words.REPORT) or bool(person(line, j, known)[0])


_NO_QUESTION = PLAN_VERBS | DATED | STARTERS | (purpose_words.FILLERS - ASKING)
