"""Read a *when* without a day: on demand (*zo nodig*, *als er iets is*) and still to be set (*ntb*)."""

from __future__ import annotations

from dataclasses import replace

from store.domain import role_words
from store.domain.plan import MANNERS, When, WhenKind
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.always import ALWAYS, FAR, MAY
from store.planline.clock import clock
from store.planline.exceptions import exception
from store.planline.first_step import place_before
from store.planline.match import Match
from store.planline.people import KnownNames, person
from store.planline.reference import wrong
from store.planline.short_codes import side
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import by_first_word, those

ON_DEMAND = When(kind=WhenKind.ON_DEMAND)
TO_BE_SET = When(kind=WhenKind.INCOMPLETE, missing="date", tbd=True)
SOME_TIME = When(kind=WhenKind.INCOMPLETE, missing="date")

_PHRASES = (
    "zo nodig|indien nodig|wanneer nodig|waar nodig|als nodig|zodra nodig|mocht nodig|indien gewenst|"
    "op afroep|op verzoek|op aanvraag|op request|op initiatief|naar behoefte|bij behoefte|desgewenst|"
    "zn|z n|tussendoor|in between|in de tussentijd|wnr nodig|indien noodzakelijk|als het nodig is|"
    "tussendoor zo nodig|zonodig|"
    "desnoods|ad hoc|tussentijds|when needs be|as and when|as & when|as and when needed|as & when needed|"
    "as and when required|if need be|when the need arises|"
    "when in doubt|if in doubt|"
    "if needed|as needed|when needed|whenever needed|where needed|if necessary|when necessary|"
    "whenever necessary|as necessary|if required|as required|when required|if desired|"
    "feel free|on demand|on request|at request|by request|at the request"
)
_LATER = (
    "ntb|nntb|nader te bepalen|nog te bepalen|later te bepalen|te bepalen|nader af te spreken|"
    "nog af te spreken|later af te spreken|nader afspreken|nog afspreken|later afspreken|nog plannen|"
    "nog te plannen|nog in te plannen|later plannen|volgt nog|volgt later|volgt|tbd|tba|tbc|"
    "to be decided|to be determined|to be arranged|to be set|to be confirmed|to be announced|to be agreed|"
    "still to be set|to be fixed|to follow|in overleg|in goed overleg|nog onbekend|nog niet bekend|"
    "spreken we later af|spreken we nog af|"
    "prikken we later|prikken we nog|nog prikken|later prikken|nog vaststellen|nog vast te stellen"
)
_VAGUE = (
    "binnenkort|zsm|zo snel mogelijk|zo spoedig mogelijk|zo vroeg mogelijk|asap|as soon as possible|soon|"
    "op korte termijn|een dezer dagen|one of these days|snel|een keer|ooit|some time|sometime"
)
LIMITS = those("mits tenzij zolang unless provided")
"""What begins a condition that takes something off a day: alone it says nothing of *when*."""
STARTERS = those("als indien wanneer wnr zodra mocht mochten if when whenever once") | LIMITS
_SUBJECTS = those(
    "ze zij hij het er u je jij we wij ik dat dit iets iemand men de een zijn haar hun mijn onze he "
    "she it its they there he's she's it's they're there's anything something someone you i we the a his her "
    "nothing everything nobody niets niks alles niemand their my our his's things school thuis daar nodig "
    "t 't this that"
)
_BEFORE_HIS = contact_words.WITH | those("in van over naar op aan voor om uit bij")
"""Behind these *zn* is short for *zijn*: *met zn drieen*."""
_NEEDS = those(
    "nodig is zijn speelt speelde gewenst wenselijk wil willen wenst wensen bijzonderheden vragen vraag "
    "zorgen problemen heeft hebben loopt lukt gaat gebeurt maakt voelt vraagt vindt vinden opvalt "
    "blijkt wordt needed necessary required up wants want wish wishes anything something questions "
    "concerns problems is are has have happens arises arise feels asks worries desired"
)
_DATED = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.PERIODS.keys() | words.REPORT
    | words.NEAR_DAYS.keys() | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.EVERY | words.WEEK_WORDS
    | words.FREQUENCIES.keys()
)  # fmt: skip


_PHRASE_TABLE = by_first_word(_PHRASES)
_LATER_TABLE = by_first_word(_LATER)
_VAGUE_TABLE = by_first_word(_VAGUE)


def on_demand(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read a fixed phrase for on demand, or a condition (*als er iets is*) without any day in it."""
    his = line.has(i, {"zn"}) and (line.has(i - 1, _BEFORE_HIS) or person(line, i + 1, known)[0])
    for phrase in () if his or _is_about_his(line, i) else _PHRASE_TABLE.get(line.word(i), ()):
        if line.phrase(i, phrase):
            return Match(i + len(phrase), (ON_DEMAND,))
    return _always(line, i) or exception(line, i, known) or condition(line, i, known)


def _is_about_his(line: Line, i: int) -> bool:
    """Say whether *zn* is *zijn*: *mailt zn weektaak elke ma*, *foto van opa zn verjaardag*.

    So it is where another *when* is said, or right behind whose it is.
    """
    thing = line.token(i + 1)
    if not line.has(i, {"zn"}) or thing is None or thing.kind != "word":
        return False
    report = line.has(i + 1, words.REPORT) and line.number(i + 2) is None
    if (line.has(i + 1, _NOTHING_OF_HIS) and not report) or side(line, i + 1) is not None:
        return False
    before = line.token(i - 1)
    owner = before is not None and before.kind == "word"
    owner = owner and (line.has(i - 1, role_words.ROLES.keys()) or not is_known(line.word(i - 1)))
    return owner or any(_names_a_day(line, j) for j in range(len(line)) if j not in (i, i + 1))


def _always(line: Line, i: int) -> Match | None:
    """Read *mag altijd*, *can always*: whenever somebody wants to; *mag* goes along behind a channel."""
    if line.has(i, MAY) and line.has(i - 1, contact_words.CHANNELS.keys() | contact_words.TALKS):
        said = next((phrase for phrase in ALWAYS if line.phrase(i + 1, phrase)), None)
        return Match(i + 1 + len(said), (ON_DEMAND,)) if said else None
    if line.has(i, {"gerust"}) and not any(_names_a_day(line, j) for j in range(len(line))):
        # whoever may call without any day may call whenever they want to
        asked = any(line.has(j, MAY | _IMPERATIVES) for j in range(max(0, i - 4), i))
        return Match(i + 1, (ON_DEMAND,)) if asked else None
    if line.has(i, {"whenever"}) and (line.token(i + 1) is None or _stops(line, i + 1)):
        return Match(i + 1, (ON_DEMAND,))
    for phrase in ALWAYS:
        if line.phrase(i, phrase) and line.has(i + len(phrase), {"welkom", "welcome"}):
            return Match(i + len(phrase) + 1, (ON_DEMAND,))
        if line.phrase(i, phrase) and any(line.has(j, MAY) for j in range(max(0, i - FAR), i)):
            return Match(i + len(phrase), (ON_DEMAND,))
        ends = phrase not in ALWAYS[:2] and line.token(_behind_whom(line, i + len(phrase))) is None
        if ends and line.phrase(i, phrase) and not any(_names_a_day(line, j) for j in range(i)):
            # *give us a ring any time*: at the end nothing else tells when
            return Match(i + len(phrase), (ON_DEMAND,))
    return None


def _behind_whom(line: Line, i: int) -> int:
    """Return the place behind who is spoken to: *text me any time / mum*."""
    who = line.maybe(i, {","})
    return line.maybe(who, role_words.ROLES.keys()) if line.token(who) is not None else i


def who_may_always(line: Line, i: int) -> int | None:
    """Return where *u mag* of *u mag altijd* begins: whoever is told so, before what they may."""
    always = line.maybe(i, MAY)
    if not any(line.phrase(always, phrase) for phrase in ALWAYS):
        return None
    may = next((j for j in range(always - 1, max(-1, always - FAR), -1) if line.has(j, MAY)), None)
    return None if may is None else line.maybe_before(may, _WHO_MAY)


_WHO_MAY = role_words.ROLES.keys() | role_words.TEACHER_WORDS | those("we wij je ze they we")


def begins_condition(line: Line, i: int) -> bool:
    """Return whether *als*, *bij*, *alleen als* or *heeft u* stands there: words that begin a condition."""
    at = line.maybe(i, contact_words.ALONE | _EVEN)
    begun = line.has(at, STARTERS) or _case(line, at) > at or _should(line, i) or _tells_the_order(line, i)
    begun = begun or _tells_which_days(line, i)
    begun = begun or until_it_is_so(line, i) or _as_soon_as(line, i)
    return begun or end_of_question(line, i) is not None


_EVEN = those("ook zelfs even pas")
"""Before *als* these say that a contact is then as well: *elke week, ook als er niets is*."""


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


IN_ORDER = those("nadat voordat")
"""What begins a condition of order."""
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
    end = next((n for n in range(who, len(line)) if _stops(line, n)), len(line))
    told = range(who, min(end, who + _LONGEST_UNTIL))
    dated = next((n for n in told if _is_day(line, n) or line.has(n, _MEETING | _PLAN_VERBS)), told.stop)
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
    if line.has(i, _NO_QUESTION) or not (line.has(i + 1, _ASKED) or subject.typed[:1].isupper()):
        return None
    for j in range(i + 2, min(len(line), i + 12)):
        if line.has(j, {"dan", "then"}) or (line.has(j, {","}) and line.has(i, _ASKING)):
            tells = line.token(j + 1) is not None and not line.has(j - 1, words.AND)
            return j if tells else None
        token = line.token(j)
        if token is None or token.value >= 0 or _names_a_day(line, j) or line.has(j, _STOPS):
            return None
    return None


def tells_when_needed(line: Line, i: int, size: int) -> bool:
    """Return whether so many words say more than *zo nodig*: *als ze vastloopt*, *if worried*."""
    if not begins_condition(line, i):
        return False
    if size == 2 and line.has(i, _BARE):
        return not line.has(i + 1, _NEEDS)
    return size > (1 if _case(line, i) > i else 2)


def condition(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read *als ze vastloopt* or *bij twijfel*, up to a comma; with a day or a number in it, it is none."""
    if (asked := end_of_question(line, i)) is not None:
        return Match(asked, (ON_DEMAND,))
    if line.has(i, {"once"}) and line.has(i + 1, words.PER):
        return None
    if line.has(i, contact_words.ALONE | _EVEN):
        return condition(line, i + 1, known) if begins_condition(line, i) else None
    if _case(line, i) > i:
        return _with_clauses_behind(line, _in_case_of(line, i, known), known)
    begun = line.has(i, STARTERS) or _tells_the_order(line, i) or _should(line, i)
    begun = begun or _tells_which_days(line, i)
    if not begun and not until_it_is_so(line, i) and not _as_soon_as(line, i):
        return None
    if line.has(i, _BARE | LIMITS) and not _names_a_day(line, i + 1) and _is_last(line, i + 1):
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
    return report and line.has(i, {"zodra", "once"}) and not _is_dated(line)


def _case(line: Line, i: int) -> int:
    """Return the place of what happens behind *bij*, *in case of* or *in* before an emergency; else `i`."""
    if line.has(i, {"bij"}):
        # *waarom hij er niet bij is*
        return i if line.has(i + 1, {"is", "was", "ben", "bent", "waren"}) else i + 1
    if line.phrase(i, ("in", "case", "of")) or line.phrase(i, ("in", "geval", "van")):
        return line.maybe(i + 3, {"a", "an"})
    if _comes_back(line, i):
        return i + 2
    at = line.skip(i + 1, words.ARTICLES)
    return at if line.has(i, {"in"}) and line.has(at, _EMERGENCIES) else i


def _comes_back(line: Line, i: int) -> bool:
    """Return whether *na elke toets*, *before every match* stands there: whenever that is."""
    beside = line.has(i, words.BEFORE | words.AFTER) and line.has(i + 1, words.EVERY)
    token = line.token(i + 2)
    thing = token is not None and token.kind == "word" and line.look(i + 2, words.NUMBERS) is None
    return beside and thing and not line.has(i + 2, _IN_A_CALENDAR)


_IN_A_CALENDAR = (
    words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.REPORT | words.WEEKEND | words.PUBLIC_STEMS.keys()
)


_EMERGENCIES = those(
    "emergency emergencies noodgeval noodgevallen noodsituatie noodsituaties uitzonderingen doubt"
)


def _should(line: Line, i: int) -> bool:
    """Return whether *should anything come up* begins here."""
    begins = i == 0 or line.has(i - 1, words.AND | {",", ";", "."})
    return begins and line.has(i, {"should"}) and line.has(i + 1, _SUBJECTS)


def _clause(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read *als ze vastloopt* word by word."""
    when, first = _when_of(line, i), _behind_starter(line, i)
    said, end = _has_subject(line, first, known) or _are_subject(line, first), None
    # a name may hold a month: *als Bas Jan ziek is*
    named = person(line, first, known)[1] if said else first
    j = named if named > first + 1 else first
    english = line.has(i, _ENGLISH_STARTERS | words.UNTIL | {"after", "before"})
    while j < len(line) and j - i <= 14 and not _stops(line, j):
        if (number := _number_within(line, j)) is not None:
            j, end = number, end and number
            continue
        if end is not None and j > first + 1 and clock(line, j, False) is not None:
            break
        token = line.token(j)
        if dated := _day_within(line, i, j) or (said and _day_told_on_condition(line, i, j)):
            j = end = dated
            continue
        if token is None or token.value >= 0 or _names_a_day(line, j):
            if (apart := _before_day(line, first, j)) is not None:
                return Match(apart, (when,))
            return Match(end, (when,)) if end is not None and not said else None
        clause = _next_clause(line, j, known) or _next_clause(line, _behind_article(line, j), known)
        if j > first + (end is not None) and (clause or _contact_behind(line, j)):
            # whatever stands before somebody who calls then: *zodra medicijnen veranderen / mailt moeder*
            end = j if end is None else end
            break
        if end is not None and ((english and _they_call(line, j)) or _forbids(line, j, first)):
            break
        noun = line.has(j - 1, words.ARTICLES)
        if line.has(j, step_words.INFINITIVES - _IN_CONDITIONS) and end is not None and not noun:
            break
        if end is not None and _at_once(line, j, known):
            break
        said = said or (english and line.has(j - 1, _MORE_FOLLOWS))
        if (said and j > first) or line.has(j, _NEEDS):
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
    if line.number(j) is None or not line.has(lead - 1, _MEASURES) or _names_a_day(line, j + 1):
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
    if line.has(j, words.REPORT) and line.number(j + 1) is not None and not _names_a_day(line, j):
        return j + 2
    led = line.has(j - 1, words.DURING | words.BEFORE | words.AFTER | {"op", "on", "in"})
    if not (led and j > i + 2) or not any(_names_a_day(line, n) for n in range(i)):
        return None
    if line.has(i - 1, words.AND) and any(line.has(n, _MEETING) for n in range(i, len(line))):
        # *mailen in okt en als hij een gesprek in januari wil* does not say what happens then
        return None
    end = j
    while line.number(end) is not None or _names_a_day(line, end):
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
    if i or comma is None or not line.has(lead - 1, _BEFORE_A_DAY | {"by"}):
        return 0
    ways = any(line.has(n, _MEETING | step_words.CONTACT_VERBS) for n in range(i, comma))
    if ways or _before_day(line, i + 1, j) is not None:
        return 0
    calls = any(line.has(n, _PLAN_VERBS | step_words.FIRST_PERSON) for n in range(comma, len(line)))
    end = j
    while end < comma and (
        _names_a_day(line, end) or line.has(end, words.HOLIDAY_WORDS) or _dates(line, end)
    ):
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
    while end < len(line) and not _stops(line, end) and line.word(end).isalpha():
        end += 1
    verb, unknown = line.word(end - 1), end > first + 1 and not is_known(line.word(first))
    if not unknown or (is_known(verb) and verb not in purpose_words.JUDGING):
        return False
    several = line.word(first).endswith(("en", "s")) and verb.endswith("en")
    ends = line.token(end) is None or _stops(line, end)
    return several or (ends and verb.endswith("t"))


_IN_CONDITIONS = those("zoeken melden contact bereiken reach")
"""Infinitives that a condition may end in: *als ik moeder niet kan bereiken*."""
_ENGLISH_STARTERS = those("should if when whenever once unless provided")
_MORE_FOLLOWS = those("is are was gets has have isn't aren't")
"""Behind these an English condition goes on: *when baby is born*."""


def _forbids(line: Line, j: int, first: int) -> bool:
    """Return whether *niet bellen*, *geen gesprek* stands there: what does not happen is no condition."""
    if j <= first + 1 or not line.has(j, words.NEGATIONS):
        return False
    contact = line.has(j + 1, contact_words.CHANNELS.keys() | contact_words.TALKS)
    ends = line.token(j + 2) is None or _stops(line, j + 2) or line.has(j + 2, {"anders", "otherwise"})
    return line.has(j + 1, step_words.INFINITIVES) or (contact and ends)


def _they_call(line: Line, j: int) -> bool:
    """Return whether *they email*, *I'll ring* stands there: what follows on an English condition."""
    verb = line.skip(j + 1, step_words.MODALS - {"to"})
    verbs = step_words.CONTACT_VERBS | step_words.INFINITIVES | {"give", "drop", "send"}
    return line.has(j, _WHO | {"i", "i'll", "we'll"}) and line.has(verb, verbs)


def _at_once(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether *meteen bellen*, *meteen oma bellen* stands there: what follows on the condition."""
    _, end = person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)
    return line.has(j, words.AT_ONCE) and (line.has(j + 1, _PLAN_VERBS) or line.has(end, _PLAN_VERBS))


_ASKED = role_words.ROLES.keys() | those(
    "u je jij jullie ze zij hij het er we wij ik iemand iets dat dit t you she he they it there"
)
_ASKING = those(
    "heeft hebt hebben heb wil wilt willen is zijn ben bent gaat gaan loopt lopen lukt komt komen merkt "
    "merken ziet zien maakt maken zit zitten voelt blijft wordt krijgt mist speelt twijfelt should had"
)
"""Verbs that ask on what condition: *heeft u vragen, bel gerust*."""

_BARE = those("if when whenever indien")
"""Behind these one word may be the whole condition: *if worried*."""


def _is_last(line: Line, j: int) -> bool:
    token = line.token(j)
    ends = line.token(j + 1) is None or _stops(line, j + 1)
    return token is not None and token.kind == "word" and ends


def _before_day(line: Line, first: int, j: int) -> int | None:
    """Return the end of a condition that a day stands behind: *als het lukt op 12 nov*."""
    day = j
    while j > first and line.has(j - 1, words.AT | words.DURING | words.THE | {"op", "on"}):
        j -= 1
    behind = line.skip(day, _DATED | words.THE)
    while line.number(behind) is not None or line.has(behind, _DATED):
        behind += 1
    parted = line.token(behind) is None or _stops(line, behind) or line.has(behind, _PLAN_VERBS)
    told = _tells_the_order(line, first - 1) and parted and not line.has(j - 1, step_words.HE_OR_SHE)
    return j if j > first and (told or line.has(j - 1, _NEEDS)) else None


_WORDS_TOO = those("is do di ma zo zon zat maan vrij don sun sat late early vroeg")
"""Days in short, and the like, that are words of their own in a condition: *als moeder vrij is*."""


def _may_do(line: Line, j: int) -> bool:
    """Return whether *may* in *if she may be ill* is a verb, and no month: who does so stands before it."""
    token, subject, verb = line.token(j), line.token(j - 1), line.token(j + 1)
    if token is None or token.typed != "may" or subject is None or verb is None or verb.kind != "word":
        return False
    somebody = line.has(j - 1, _WHO_MAY | step_words.HE_OR_SHE | {"i", "it", "that", "there", "we", "you"})
    return somebody or (subject.kind == "word" and subject.typed[0].isupper())


def _names_a_day(line: Line, j: int) -> bool:
    if line.has(j, {"may"}) and _may_do(line, j):
        return False
    joined = line.hyphen(j - 1) or line.hyphen(j + 1)
    if joined or (line.has(j, words.UNITS.keys()) and _any_of_them(line, j)):
        return False
    if line.has(j, _THINGS_TOO):
        # *als het rapport tegenvalt*, *tenzij vakantie*; *na rapport 1* is a day
        at = j - 1
        while line.has(at, words.THE | words.WHICH.keys() | words.UNITS.keys()):
            at -= 1
        return line.has(at, _BEFORE_A_DAY)
    return line.has(j, _DATED - _WORDS_TOO) or (line.has(j, _DATED) and line.number(j + 1) is not None)


_THINGS_TOO = words.REPORT | words.HOLIDAY_WORDS


def _behind_what_happens(line: Line, j: int, known: KnownNames, *, comes_back: bool) -> int | None:
    """Return the place after a word that belongs to what happens; None where that ends."""
    token = line.token(j)
    if line.number(j) is not None and line.has(j - 1, _MORE_THAN) and line.has(j + 1, _COUNTED):
        # *bij meer dan 2 dagen ziek*
        return j + 2
    if token is None or token.value >= 0 or line.has(j, _DATED | _PLAN_VERBS):
        return None
    role, end = person(line, j, known)
    if role and line.has(place_before(line, j), _LEADING):
        # *na ieder gesprek met de ggz mailt moeder*
        return end
    if _takes_step(line, j, known) or (role and (comes_back or line.has(j + 1, step_words.SUBJECT_VERBS))):
        return None
    lead = line.has(j - 1, contact_words.WITH | {"over", "van", "om", "bij", "tussen", "about", "en"})
    return None if role and not lead and line.has(end, _PLAN_VERBS) else j + 1


_LEADING = (contact_words.WITH - {"samen"}) | those("aan van bij over tegen tussen of to about")


def _any_of_them(line: Line, j: int) -> bool:
    """Return whether it is no day or week in particular: *een zware week*, *a rough day*, *misses a day*."""
    indefinite = line.has(j - 2, words.ARTICLES) and not line.has(j - 1, _DATED)
    counted = words.BEFORE | words.AFTER | words.WITHIN | words.PER | {"over"}
    indefinite = indefinite or (line.has(j - 1, words.ARTICLES) and not line.has(j - 2, counted))
    return indefinite and not line.has(j + 1, words.BEFORE | words.AFTER)


def _contact_behind(line: Line, j: int) -> bool:
    """Return whether the way of contact begins: *… vallen / bel dan opa*, *… baan heeft / gesprek*."""
    if line.has(j, _IMPERATIVES) and line.has(j + 1, {"dan", "then"}):
        return True
    if line.has(j, {"dan", "then"}) and line.has(j + 1, _PLAN_VERBS | step_words.FIRST_PERSON):
        return True
    if _is_wanted(line, j):
        return False
    if line.has(j - 1, _NEEDS) and line.has(j, words.ARTICLES):
        return line.has(j + 1, contact_words.TALKS | contact_words.CHANNELS.keys())
    if _dated_contact(line, j) or _ends_in_a_talk(line, j):
        return True
    talk = line.has(j, contact_words.TALKS - {"spreken", "praten", "kletsen"}) and not line.hyphen(j - 1)
    ends = line.token(j + 1) is None or line.phrase(j + 1, ("op", "school"))
    bare = ends and not line.has(j - 1, _BEFORE_A_THING)
    return talk and (bare or line.has(j - 1, _NEEDS))


def _ends_in_a_talk(line: Line, j: int) -> bool:
    """Return whether *als het tegenzit / een gesprek op school* ends so: Dutch ends a condition in a verb."""
    begun = next((n for n in range(j - 1, -1, -1) if line.has(n, STARTERS)), None)
    dutch = begun is not None and not line.has(begun, _ENGLISH_STARTERS)
    return dutch and line.word(j - 1).endswith(("t", "en", "is")) and _is_a_talk_at_the_end(line, j)


def _is_a_talk_at_the_end(line: Line, j: int) -> bool:
    """Return whether *een kort gesprek*, *een gesprek op school* stands there and ends what is said."""
    noun = line.skip(j + 1, {*MANNERS, "extra"})
    end = noun + 3 if line.phrase(noun + 1, ("op", "school")) else noun + 1
    ends = line.token(end) is None or _stops(line, end) or line.has(end, contact_words.WITH)
    return ends and line.has(j, words.ARTICLES) and line.has(noun, contact_words.TALKS)


def _dated_contact(line: Line, j: int) -> bool:
    """Return whether a contact with its day follows: *als dat niet helpt / een gesprek in januari*.

    A Dutch condition keeps its verb for its end, and would not end in a day; an English one may (*if he needs
    a meeting in May*), but what *and if* or *if that* begins has the contact behind it.
    """
    begun = next((n for n in range(j - 1, -1, -1) if line.has(n, STARTERS)), j)
    joined = line.has(line.maybe_before(begun, {","}) - 1, words.AND)
    whole = joined or points_back(line, begun) or (line.has(begun + 1, _IT) and _has_not(line, begun, j))
    if (line.has(begun, _ENGLISH_STARTERS) and not whole) or line.has(j - 1, _BEFORE_A_THING):
        return False
    at = line.maybe(j, {"dan", "then"})
    noun = line.skip(at, words.ARTICLES | MANNERS)
    if line.has(at, words.ARTICLES) and not line.has(noun, _MEETING):
        # *een extra gesprek*
        noun += 1
    day = next((n for n in range(noun + 1, min(len(line), noun + 8)) if _is_day(line, n)), len(line))
    closing = line.has(len(line) - 1, _NEEDS | step_words.MODALS | step_words.INFINITIVES)
    led = line.skip(noun + 1, _BEFORE_A_DAY | words.THE) == day or line.has(noun + 1, contact_words.WITH)
    return line.has(noun, _MEETING) and day < len(line) and led and not closing


def _is_wanted(line: Line, j: int) -> bool:
    """Return whether *a meeting* in *if he wants a meeting* is what somebody wants; Dutch has that first."""
    begun = next((n for n in range(j - 1, -1, -1) if line.has(n, STARTERS)), j)
    verb = line.maybe_before(j, words.ARTICLES) - 1
    return line.has(begun, _ENGLISH_STARTERS) and line.has(verb, _WANTED)


_WANTED = those("want wants wish wishes need needs has have asks")


def _is_day(line: Line, n: int) -> bool:
    return line.number(n) is not None or line.has(n, _DATED)


def _has_not(line: Line, i: int, j: int) -> bool:
    """Return whether what stands there denies: *it doesn't get better*."""
    return any(line.has(n, words.NEGATIONS) or line.word(n).endswith("n't") for n in range(i, j))


_IT = those("it it's things")
_WHAT_WAS_SAID = those("dat dit that this")
_MEETING = contact_words.TALKS | contact_words.CHANNELS.keys()


def points_back(line: Line, i: int) -> bool:
    """Return whether *als dat niet helpt*, *if that fails* begins here: it is about what comes before."""
    begun = line.maybe(i, contact_words.ALONE | _EVEN)
    return line.has(begun, STARTERS) and line.has(begun + 1, _WHAT_WAS_SAID)


def fails_before(line: Line, i: int, end: int) -> bool:
    """Return whether *als dat niet helpt* stands there: what follows comes instead of what was before."""
    return points_back(line, i) and _has_not(line, i, end)


def then_when_needed(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the end of *daarna alleen*, *after that*, where *zo nodig* or a condition follows."""
    after = line.has(i, {"after"}) and line.has(i + 1, {"that", "this"})
    said = after or line.has(i, words.THEN)
    if not said or not any(_is_day(line, n) for n in range(i)):
        return None
    joint = i + 2 if after else i + 1
    if on_demand(line, joint, known) is None:
        joint = line.maybe(joint, contact_words.ALONE)
    needed = on_demand(line, joint, known)
    ends = needed is not None and (line.token(needed.end) is None or line.has(needed.end, {",", ";", "."}))
    return joint if ends else None


_BEFORE_A_THING = (
    words.THE | words.ARTICLES | contact_words.POSSESSIVES | _BEFORE_HIS | words.BEFORE | words.AFTER
)
_IMPERATIVES = those("bel mail app stuur call text ring")


def _next_clause(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether a verb of contact and its subject stand there: *als ze ziek is / mailt vader*.

    In English, and in haste, the subject stands first: *whenever she's worried / mum texts*.
    """
    role, end = person(line, j, known)
    reaches = line.has(end, step_words.CONTACT_VERBS) or (
        line.has(end, step_words.MODALS - {"gaat", "gaan", "to"})
        and line.has(end + 1, step_words.INFINITIVES)
    )
    reaches = reaches or (line.has(end, {"lets", "laat", "let"}) and line.has(end + 2, {"know", "weten"}))
    # *als hij ziek is en / juf belt als hij valt*, *en / juf belt in nov*
    day = line.skip(end + 1, words.DURING | words.EVERY | {"op", "on"})
    apart = line.has(end + 1, STARTERS) or _is_day(line, day)
    if role and reaches and (apart or not line.has(j - 1, _JOINED_ON)):
        return True
    if line.has(j, step_words.FIRST_PERSON) and line.has(j + 1, {"ik", "i"}):
        return True
    if line.has(j, MAY) and line.has(j - 1, _NEEDS):
        # *als hij verdrietig is / mag u altijd bellen*
        whom = person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)
        return bool(whom[0]) and any(line.has(n, _PLAN_VERBS) for n in range(whom[1], whom[1] + 4))
    if _takes_step(line, j, known) and (line.has(j - 1, _NEEDS) or _sounds_alarm(line, j, known)):
        return True
    if not line.has(j, step_words.CONTACT_VERBS):
        return False
    who = line.has(j + 1, _WHO) or person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)[0]
    return bool(who) and not person(line, j - 1, known)[0]


def _sounds_alarm(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether *trekt opa aan de bel* stands there."""
    _, end = person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)
    return line.phrase(line.skip(end, step_words.SELF), ("aan", "de", "bel"))


def _takes_step(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether a verb of taking steps and its subject stand there: *laat moeder het weten*."""
    verb = line.has(j, step_words.BEFORE_THEIR_SUBJECT | {"neemt"})
    return verb and bool(person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)[0])


_JOINED_ON = words.AND | STARTERS | those("dat that of")
_WHO = those("ze zij hij we wij jullie he she we they")


def _has_subject(line: Line, j: int, known: KnownNames) -> bool:
    subject = line.word(j).removesuffix("'s") in _SUBJECTS
    return subject or line.has(j, _SUBJECTS | words.REPORT) or bool(person(line, j, known)[0])


def _in_case_of(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read *bij twijfel*, *bij zorgen om het lezen*, *bij 3x ziek*: what brings people to it.

    What is there has a name, an article or a place; what happens has none of them.
    """
    first = _case(line, i)
    if line.number(first) is not None and line.has(first + 1, words.TIMES):
        first += 2
    elif line.has(first, {"een"}) and not _is_dated(line):
        # *bij een valpartij*, with no day beside it, brings people to it as well
        first += 1
    token = line.token(first)
    if token is None or token.kind != "word" or token.typed[0].isupper() or person(line, first, known)[0]:
        return None
    comes_back = _comes_back(line, i)
    meeting = () if comes_back else contact_words.CHANNELS.keys() | contact_words.TALKS
    if line.has(first, _PLACES | _DATED | words.THE | words.HOLIDAYS.keys()) or line.has(first, meeting):
        return None
    j = first + 1
    while j < len(line) and j - i <= 10 and not line.has(j, _ENDS_CASE) and not _stops(line, j):
        behind = _behind_what_happens(line, j, known, comes_back=comes_back)
        if behind is None or _is_a_talk_at_the_end(line, j):
            break
        j = behind
    if comes_back and person(line, j, known)[0]:
        j = max(place_before(line, j) + 1, first + 1)
    token = line.token(j)
    dated = token is not None and (token.value >= 0 or line.has(j, _DATED))
    while dated and j - 1 > first and line.has(j - 1, _BEFORE_A_DAY):
        j -= 1
    return Match(j, (ON_DEMAND,))


_BEFORE_A_DAY = (
    words.BEFORE | words.AFTER | words.DURING | words.AT | words.FROM | words.UNTIL | those("op on the de")
)


_MORE_THAN = those("dan than minstens minimaal least")
_COUNTED = words.TIMES | words.UNITS.keys()


def _is_dated(line: Line) -> bool:
    """Return whether any day is named; *dezelfde dag* says only how soon."""
    return any(_names_a_day(line, j) and not line.has(j - 1, words.THAT_DAY) for j in range(len(line)))


_ENDS_CASE = those("en anders otherwise")
_PLAN_VERBS = step_words.INFINITIVES | contact_words.CHANNELS.keys() | step_words.CONTACT_VERBS


def _stops(line: Line, j: int) -> bool:
    """Return whether a condition ends before this place: at a comma, at j>o, or at how (*per mail*)."""
    by = line.has(j, _BY) and line.has(line.skip(j + 1, words.THE), _SENT_BY)
    by = by and not any(line.has(n, contact_words.CHANNELS.keys()) for n in range(j))
    stops = line.has(j, _STOPS) and not line.hyphen(j)
    return stops or by or side(line, j) is not None


_BY = those("per via by")
_SENT_BY = contact_words.CHANNELS.keys() - step_words.CONTACT_VERBS


_NO_QUESTION = _PLAN_VERBS | _DATED | STARTERS | (purpose_words.FILLERS - _ASKING)
_STOPS = {",", ";", "(", ")", "-", "\u2013"}
_NOTHING_OF_HIS = (
    contact_words.CHANNELS.keys() | contact_words.TALKS | _DATED | _BEFORE_HIS | _STOPS | words.AND | words.OR
    | purpose_words.OPENERS | purpose_words.FILLERS | contact_words.WITHOUT | contact_words.AS_WELL
)  # fmt: skip
_PLACES = those(
    "school kantoor balie deur hek poort plein klas lokaal tafel elkaars jullie u de het den mijn "
    "vragenlijst "
    "voorbaat deze gelegenheid ons hem hen jullie mij jou elkaar elk elke ieder iedere een zijn haar hun "
    "mijn onze ophalen "
    "brengen halen huis thuis voorkeur deze die dit dat wie welke"
)


_SETTLED = those(
    "afgesproken bekend gepland ingepland vastgesteld bepaald geprikt duidelijk zeker vast gekozen besloten "
    "ingevuld datum dag tijd moment afspraak"
)


def _settled(line: Line, i: int) -> int | None:
    """Return the place after what is not settled yet, at the end of the line: *afgesproken*, *een datum*."""
    at = line.skip(i, words.THE | words.ARTICLES)
    ends = line.token(at + 1) is None or line.has(at + 1, {",", ";", ".", "-"})
    return at + 1 if line.has(at, _SETTLED) and ends else None


def to_be_set(line: Line, i: int) -> Match | None:
    """Read still to be set: ntb, nader te bepalen, datum volgt; or too vague to keep: binnenkort, zsm."""
    yet = line.skip(line.maybe(i, {"dag", "datum", "tijd", "moment"}), {"is", "weten", "we"})
    if line.has(yet, {"nog"}) and line.has(yet + 1, {"niet", "geen"}):
        end = _settled(line, yet + 2) or (yet + 2 if line.has(yet - 1, {"we"}) else None)
        return Match(end, (TO_BE_SET,)) if end else None
    for table, when in ((_LATER_TABLE, TO_BE_SET), (_VAGUE_TABLE, SOME_TIME)):
        for phrase in table.get(line.word(i), ()):
            if line.phrase(i, phrase) and not _is_a_quick_one(line, i):
                return Match(i + len(phrase), (when,))
    return None


def _is_a_quick_one(line: Line, i: int) -> bool:
    """Return whether *snel belletje*, *snel bellen in nov* stands there: a short one, and not soon."""
    noun = line.skip(i + 1, {"even", "ff"})
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    small = line.word(noun).endswith("je")
    return line.has(i, {"snel"}) and line.has(noun, ways) and (small or _is_dated(line))
