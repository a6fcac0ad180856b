"""Tell where a condition ends, and what is to happen then begins: *als ze ziek is / mailt vader*."""

from __future__ import annotations

from store.domain.plan import MANNERS
from store.planline import contact_words, step_words, words
from store.planline.always import MAY
from store.planline.condition_words import (
    BEFORE_HIS,
    ENGLISH_STARTERS,
    EVEN,
    IMPERATIVES,
    MEETING,
    NEEDS,
    PLAN_VERBS,
    STARTERS,
    STOPS,
    WHO,
)
from store.planline.known_names import KnownNames
from store.planline.named_day import BEFORE_A_DAY, is_day
from store.planline.people import person
from store.planline.short_codes import side
from store.planline.talks import talk_at
from store.planline.tokens import Line
from store.planline.words import those


def forbids(line: Line, j: int, first: int) -> bool:
    """Return whether *niet bellen*, *geen gesprek* stands there: what does not happen is no condition."""
    if j <= first + 1 or not line.has(j, words.NEGATIONS):
        return False
    contact = line.has(j + 1, contact_words.CHANNELS.keys() | contact_words.TALKS)
    ends = line.token(j + 2) is None or stops(line, j + 2) or line.has(j + 2, {"anders", "otherwise"})
    return line.has(j + 1, step_words.INFINITIVES) or (contact and ends)


def they_call(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether *they email*, *we meet* stands there: what follows on an English condition."""
    if not line.has(j, WHO | {"i", "i'll", "we'll"}):
        return False
    verb = line.skip(j + 1, step_words.MODALS - {"to"})
    verbs = step_words.CONTACT_VERBS | step_words.INFINITIVES | {"give", "drop", "send"}
    come = (line.word(verb), line.word(verb + 1)) in contact_words.PHRASES
    return line.has(verb, verbs) or come or talk_at(line, verb, known) is not None


def at_once(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether *meteen bellen*, *meteen oma bellen* stands there: what follows on the condition."""
    _, end = person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)
    return line.has(j, words.AT_ONCE) and (line.has(j + 1, PLAN_VERBS) or line.has(end, PLAN_VERBS))


def contact_behind(line: Line, j: int) -> bool:
    """Return whether the way of contact begins: *… vallen / bel dan opa*, *… baan heeft / gesprek*."""
    if line.has(j, IMPERATIVES) and line.has(j + 1, {"dan", "then"}):
        return True
    if line.has(j, {"dan", "then"}) and line.has(j + 1, PLAN_VERBS | step_words.FIRST_PERSON):
        return True
    if _is_wanted(line, j):
        return False
    if line.has(j - 1, NEEDS) and line.has(j, words.ARTICLES):
        return line.has(j + 1, contact_words.TALKS | contact_words.CHANNELS.keys())
    if _dated_contact(line, j) or _ends_in_a_talk(line, j):
        return True
    talk = line.has(j, contact_words.TALKS - {"spreken", "praten", "kletsen"}) and not line.hyphen(j - 1)
    ends = line.token(j + 1) is None or line.phrase(j + 1, ("op", "school"))
    bare = ends and not line.has(j - 1, _BEFORE_A_THING)
    return talk and (bare or line.has(j - 1, NEEDS))


def _ends_in_a_talk(line: Line, j: int) -> bool:
    """Return whether *als het tegenzit / een gesprek op school* ends so: Dutch ends a condition in a verb."""
    begun = next((n for n in range(j - 1, -1, -1) if line.has(n, STARTERS)), None)
    dutch = begun is not None and not line.has(begun, ENGLISH_STARTERS)
    return dutch and line.word(j - 1).endswith(("t", "en", "is")) and is_a_talk_at_the_end(line, j)


def is_a_talk_at_the_end(line: Line, j: int) -> bool:
    """Return whether *een kort gesprek*, *een gesprek op school* stands there and ends what is said."""
    noun = line.skip(j + 1, {*MANNERS, "extra"})
    end = noun + 3 if line.phrase(noun + 1, ("op", "school")) else noun + 1
    ends = line.token(end) is None or stops(line, end) or line.has(end, contact_words.WITH)
    return ends and line.has(j, words.ARTICLES) and line.has(noun, contact_words.TALKS)


def _dated_contact(line: Line, j: int) -> bool:
    """Return whether a contact with its day follows: *als dat niet helpt / een gesprek in januari*.

    A Dutch condition keeps its verb for its end, and would not end in a day; an English one may (*if he needs
    a meeting in May*), but what *and if* or *if that* begins has the contact behind it.
    """
    begun = next((n for n in range(j - 1, -1, -1) if line.has(n, STARTERS)), j)
    joined = line.has(line.maybe_before(begun, {","}) - 1, words.AND)
    whole = joined or points_back(line, begun) or (line.has(begun + 1, _IT) and _has_not(line, begun, j))
    if (line.has(begun, ENGLISH_STARTERS) and not whole) or line.has(j - 1, _BEFORE_A_THING):
        return False
    at = line.maybe(j, {"dan", "then"})
    noun = line.skip(at, words.ARTICLES | MANNERS)
    if line.has(at, words.ARTICLES) and not line.has(noun, MEETING):
        # *een extra gesprek*
        noun += 1
    day = next((n for n in range(noun + 1, min(len(line), noun + 8)) if is_day(line, n)), len(line))
    closing = line.has(len(line) - 1, NEEDS | step_words.MODALS | step_words.INFINITIVES)
    led = line.skip(noun + 1, BEFORE_A_DAY | words.THE) == day or line.has(noun + 1, contact_words.WITH)
    return line.has(noun, MEETING) and day < len(line) and led and not closing


def _is_wanted(line: Line, j: int) -> bool:
    """Return whether *a meeting* in *if he wants a meeting* is what somebody wants; Dutch has that first."""
    begun = next((n for n in range(j - 1, -1, -1) if line.has(n, STARTERS)), j)
    verb = line.maybe_before(j, words.ARTICLES) - 1
    return line.has(begun, ENGLISH_STARTERS) and line.has(verb, _WANTED)


_WANTED = those("want wants wish wishes need needs has have asks")


def _has_not(line: Line, i: int, j: int) -> bool:
    """Return whether what stands there denies: *it doesn't get better*."""
    return any(line.has(n, words.NEGATIONS) or line.word(n).endswith("n't") for n in range(i, j))


_IT = those("it it's things")
_WHAT_WAS_SAID = those("dat dit that this")


def points_back(line: Line, i: int) -> bool:
    """Return whether *als dat niet helpt*, *if that fails* begins here: it is about what comes before."""
    begun = line.maybe(i, contact_words.ALONE | EVEN)
    return line.has(begun, STARTERS) and line.has(begun + 1, _WHAT_WAS_SAID)


def fails_before(line: Line, i: int, end: int) -> bool:
    """Return whether *als dat niet helpt* stands there: what follows comes instead of what was before."""
    return points_back(line, i) and _has_not(line, i, end)


_BEFORE_A_THING = (
    words.THE | words.ARTICLES | contact_words.POSSESSIVES | BEFORE_HIS | words.BEFORE | words.AFTER
)


def next_clause(line: Line, j: int, known: KnownNames) -> bool:
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
    day = line.skip(end + 1, words.DURING | words.EVERY | words.ON)
    apart = line.has(end + 1, STARTERS) or is_day(line, day)
    if role and reaches and (apart or not line.has(j - 1, _JOINED_ON)):
        return True
    if line.has(j, step_words.FIRST_PERSON) and line.has(j + 1, {"ik", "i"}):
        return True
    if line.has(j - 1, NEEDS) and may_call(line, j, known):
        # *als hij verdrietig is / mag u altijd bellen*
        return True
    if takes_step(line, j, known) and (line.has(j - 1, NEEDS) or _sounds_alarm(line, j, known)):
        return True
    if not line.has(j, step_words.CONTACT_VERBS):
        return False
    who = line.has(j + 1, WHO) or person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)[0]
    return bool(who) and not person(line, j - 1, known)[0]


def may_call(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether *mag u altijd bellen*, *kan vader mij appen* stands there, behind a condition."""
    if not line.has(j, MAY):
        return False
    role, end = person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)
    return bool(role) and any(line.has(n, PLAN_VERBS) for n in range(end, end + 4))


def _sounds_alarm(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether *trekt opa aan de bel* stands there."""
    _, end = person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)
    return line.phrase(line.skip(end, step_words.SELF), ("aan", "de", "bel"))


def takes_step(line: Line, j: int, known: KnownNames) -> bool:
    """Return whether a verb of taking steps and its subject stand there: *laat moeder het weten*."""
    verb = line.has(j, step_words.BEFORE_THEIR_SUBJECT | {"neemt"})
    return verb and bool(person(line, line.skip(j + 1, contact_words.POSSESSIVES), known)[0])


_JOINED_ON = words.AND | STARTERS | those("dat that of")


def stops(line: Line, j: int) -> bool:
    """Return whether a condition ends before this place: at a comma, at j>o, or at how (*per mail*)."""
    by = line.has(j, _BY) and line.has(line.skip(j + 1, words.THE), _SENT_BY)
    by = by and not any(line.has(n, contact_words.CHANNELS.keys()) for n in range(j))
    stops = line.has(j, STOPS) and not line.hyphen(j)
    return stops or by or side(line, j) is not None


_BY = those("per via by")
_SENT_BY = contact_words.CHANNELS.keys() - step_words.CONTACT_VERBS
