"""Read what is said of a person: that this one comes as well, or is not there."""

from __future__ import annotations

from store.domain import role_words
from store.domain.plan import Channel
from store.planline import contact_verbs, contact_words, purpose_words, step_words, words
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import those

_AUXILIARIES = those(
    "need hoeft hoeven mag mogen komt komen is zijn kan kunnen gaat gaan wil willen will doet doen does do"
)
_STAYING = those("blijft blijven stays stay is zijn")
_THIS_ONE = those("this that it one time")
_ELSEWHERE = those("thuis weg home away")
_THERE = those(
    "bij erbij mee aanwezig aanschuiven betrokken uitgenodigd gevraagd welkom present there along involved "
    "included invited welcome"
)
_TO_BE = those("er te be hoeven need needs have to able")
_TAKING_PART = (("make", "it"), ("take", "part"), ("taking", "part"), ("sit", "in"), ("be", "there"))
_NOT_MADE = those("komen langskomen coming come attend attending join joining")


def not_there(line: Line, end: int) -> int | None:
    """Return the place after *hoeft er niet bij*, *niet erbij*, *komt niet*; None where nothing says so."""
    if line.has(end, _STAYING) and line.has(end + 1, _ELSEWHERE):
        return end + 2
    if (elsewhere := _stays_elsewhere(line, end)) is not None:
        return elsewhere
    if line.has(end, {"sits", "sit"}) and line.has(out := line.skip(end + 1, _THIS_ONE), {"out"}):
        return out + 1
    if line.has(outside := line.skip(end, _STAYING), {"erbuiten"}):
        return line.skip(outside + 1, {"laten", "houden"})
    if (kept_away := _does_not_join(line, end)) is not None:
        return kept_away
    j = line.skip(end, _AUXILIARIES)
    coming = j > end and line.has(j - 1, {"komt", "komen"})
    said = line.skip(j, {"er", "daar", "hier", "zelf", "dan", "toch", "dit", "deze", "keer"})
    this_time = j == end and line.has(said - 1, {"keer"}) and line.has(said - 2, {"dit", "deze"})
    j = said
    cannot = line.word(j).endswith("n't")
    if not cannot and not line.has(j, {"niet", "not"}):
        return None
    k = line.skip(j + 1, _TO_BE)
    if line.has(k, {"mee"}) and line.has(k + 1, {"met", "aan"}) and not _with_the_talk(line, k + 2):
        # *doet niet mee met gym*
        return None
    if line.has(k, _THERE):
        k = line.maybe(k + 1, {"te"})
        verb = line.has(k - 1, {"te"}) and (
            line.word(k).endswith("en") or line.has(k, {"zijn", "doen", "gaan"})
        )
        return k + 1 if verb else k
    if line.has(k, _NOT_MADE) and not line.has(k + 1, step_words.DONE_ALONG):
        return line.maybe(k + 1, _US)
    if any(line.phrase(k, each) for each in _TAKING_PART):
        return k + 2
    ends = line.token(j + 1) is None or line.has(j + 1, {",", ";", ":", "(", "-"})
    others = any(line.has(n, contact_words.WITH | contact_words.ALONE) for n in range(end))
    apart = ends and (others or _stands_apart(line, end)) and (j == end or this_time)
    return j + 1 if coming or apart else None


def _with_the_talk(line: Line, i: int) -> bool:
    ways = contact_words.TALKS | contact_words.CHANNELS.keys()
    return line.has(line.skip(i, words.THE | words.ARTICLES | {"dit", "ons"}), ways)


def _does_not_join(line: Line, end: int) -> int | None:
    """Return the place after *sluit niet aan*, *luistert deze keer niet mee*, where a clause ends."""
    deny = line.skip(end + 1, those("er dan toch ook dit deze keer"))
    particle = line.maybe(deny + 1, {"ook"})
    joined = line.has(end, step_words.ATTENDING) and line.has(particle, {"aan", "mee"})
    ends = line.token(particle + 1) is None or line.has(particle + 1, _PARTING | words.AND)
    return particle + 1 if joined and ends and line.has(deny, {"niet"}) else None


def _stays_elsewhere(line: Line, end: int) -> int | None:
    """Return the place after *blijft in de klas*, *wacht op de gang*, *stays outside*, where a clause ends.

    Who waits for something or somebody, or stays at the school, may be there.
    """
    if not line.has(end, _REMAINING):
        return None
    noun = line.skip(end + 2, words.THE | words.ARTICLES | contact_words.POSSESSIVES)
    token = line.token(noun)
    place = line.has(end + 1, _AT_A_PLACE) and token is not None and token.kind == "word"
    place = place and (noun > end + 2 or not line.has(end + 1, {"op", "aan", "on"}))
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS | words.MONTHS.keys() | words.WEEKDAYS.keys()
    place = place and not line.has(noun, ways | {"school"})
    waits = line.has(end, _WAITING) and line.has(end + 1, {"op"}) and role_words.role_of(line.word(noun))
    outside = line.has(end + 1, _OUTSIDE)
    at = end + 2 if outside else noun + 1
    parted = line.token(at) is None or line.has(at, _PARTING | words.AND)
    return at if parted and (outside or (place and not waits)) else None


_WAITING = those("wacht wachten waits wait")
_REMAINING = _WAITING | those("blijft blijven stays stay remains remain")
_AT_A_PLACE = those("in op bij aan at on with")
_OUTSIDE = those("buiten outside elders elsewhere beneden boven upstairs downstairs")


def _stands_apart(line: Line, end: int) -> bool:
    """Return whether one person stands behind a comma, and nobody calls: *ouders en mentor, Bas Jan niet*."""
    first = end - 2 if line.has(end - 2, {",", ";"}) else end - 3
    listed = line.has(end - 2, words.AND)
    return line.has(first, {",", ";"}) and not listed and not _calls(line)


def _calls(line: Line) -> bool:
    """Return whether somebody reaches others in the line: *vader belt, moeder niet*.

    In *bel mama, papa niet* that is whoever is told to, and the others are reached.
    """
    verbs = step_words.CONTACT_VERBS | step_words.PLURAL_VERBS
    told = {n for n in range(len(line)) if line.has(n, step_words.FIRST_PERSON) and _begins(line, n)}
    return any(line.has(n, verbs) for n in range(len(line)) if n not in told)


def _begins(line: Line, n: int) -> bool:
    """Return whether a clause begins there, with no *ik* behind it."""
    return (n == 0 or line.has(n - 1, {",", ";"})) and not line.has(n + 1, role_words.TEACHER_WORDS)


def _goes_on_behind_bij(line: Line, i: int) -> bool:
    """Return whether *bij* begins what it is about: *mailt juf bij vragen*, not *met kind bij in nov*."""
    behind = line.token(i + 1)
    small = purpose_words.SMALL | purpose_words.FILLERS | words.MONTHS.keys() | words.WEEKDAYS.keys()
    goes_on = behind is not None and behind.kind == "word" and not line.has(i + 1, small)
    return line.has(i, {"bij"}) and goes_on


def _listens_in(line: Line, end: int) -> int | None:
    """Return the place after *sits in*, *is on the line*, *hangt aan de lijn*: there, and no more."""
    at = line.skip(line.skip(end, _MAY_LISTEN), _SITTING)
    sits = at > end and line.has(at, {"in"}) and line.has(at - 1, _SITTING - {"is", "are"})
    if sits and not line.has(at + 1, words.MONTHS.keys() | words.THE | words.ARTICLES):
        at += 1
        end = at
    on = line.has(at, {"on", "aan"}) and line.has(line.skip(at + 1, words.THE), LINES)
    if on:
        return line.skip(at + 1, words.THE) + 1
    return at if sits and at == end else None


def _may_come(line: Line, end: int, verb: int, at: int) -> int | None:
    """Return the place after *mag ook komen*, *komt ook*, *is coming as well*, where that ends a clause."""
    come = line.maybe(at, _TO_COME)
    as_well = come + 2 if line.phrase(come, ("as", "well")) else line.maybe(come, {"too", "along", "ook"})
    also = as_well > come or line.has(at - 1, {"ook", "also"})
    may = verb > end + 1 and line.has(verb - 1, _TO_COME)
    comes = come > at or may or (also and line.has(verb - 1, step_words.COMING_VERBS))
    parted = line.token(as_well) is None or line.has(as_well, contact_words.WITH | words.AND | _PARTING)
    return as_well if comes and parted else None


ALSO = those("er also ook dan zelf wel gewoon")
ALSO_GLADLY = ALSO | those("graag liefst")
_AND_STAYS = those("blijft blijven stays")
_WOULD_LIKE = those("would like love to")
_WOULD = those("zou zouden")
_TO_COME = those("komen come coming")
_PARTING = contact_words.WITHOUT | {",", ";", ".", "(", "!"}
_SITTING = those("sits sit sitting listens listen listening is are hangt zit zijn")
_MAY_LISTEN = those("to may can will could just also")
LINES = those("line call phone speaker lijn telefoon")
_US = those("us them")
_TO_BE_ALONG = those("zijn zitten")
_JOINING_FRONTS = ("aan", "mee")


def interprets(line: Line, end: int) -> range:
    """Return the tokens of *tolkt*, *zal vertalen voor moeder*, *(interprets)*; none for others."""
    if line.has(end, {"als", "as"}) and line.has(at := line.skip(end + 1, words.ARTICLES), INTERPRETER):
        return range(end, at + 1)
    return _interprets(line, line.skip(end, {"(", "die", "who"}))


_BEFORE_INTERPRETING = step_words.ATTENDING | {"is", "are"}
INTERPRETER = those("tolk interpreter")


def _is_needed(line: Line, end: int) -> int | None:
    """Return the place after *tolk nodig*, *tolk Pools nodig*; of nobody else it says that they come."""
    interpreter = any(line.has(n, INTERPRETER) for n in (end - 1, end - 2))
    return end + 1 if interpreter and line.has(end, _NEEDED) else None


_NEEDED = those("nodig needed required gewenst")


def _interprets(line: Line, begin: int) -> range:
    verb = line.skip(line.skip(begin, _BEFORE_INTERPRETING), {"mee", "er", "ook"})
    if not line.has(verb, step_words.INTERPRETING):
        return range(0)
    at = line.maybe(verb + 1, {"mee"})
    whom = line.skip(at + 1, contact_words.POSSESSIVES)
    if line.has(at, {"voor", "for"}) and role_words.role_of(line.word(whom)):
        return range(begin, whom + 1)
    tongue = line.skip(at, words.THE | those("in naar van to into from"))
    token = line.token(tongue)
    unknown = token is not None and token.kind == "word" and not is_known(token.word)
    named = token is not None and (token.typed[0].isupper() or line.has(tongue - 1, words.THE))
    return range(begin, tongue + 1 if unknown and named else at)


def calls_in(line: Line, i: int) -> range:
    """Return the tokens of *belt in*, *dials in*: how somebody joins a talk that has a place of its own."""
    ends = line.token(i + 2) is None or line.has(i + 2, _CALLED_FROM)
    before = contact_words.CHANNELS.keys() - step_words.CONTACT_VERBS
    talk = any(line.has(n, contact_words.TALKS) or (n < i and line.has(n, before)) for n in range(len(line)))
    if not (talk and ends and line.has(i, _DIALLING) and line.has(i + 1, {"in"})):
        return range(0)
    where = line.token(i + 3) if line.has(i + 2, {"vanuit", "from"}) else None
    return range(i, i + 4 if where is not None and where.typed[0].isupper() else i + 2)


_CALLED_FROM = {",", ";", ".", ")", "vanuit", "from", "via", "per"}
_CALLING = step_words.CONTACT_VERBS | step_words.INFINITIVES | contact_verbs.REACHING_NOW
_DIALLING = those("dials dial dialling dialing") | {
    verb for verb in _CALLING if contact_words.CHANNELS.get(verb) in (Channel.PHONE, Channel.VIDEO)
}
WAYS_ALONE = those("telefonisch digitaal online remotely")
"""How somebody is there, in a word: *sluit online aan*, *joins online*."""


def there_in_a_way(line: Line, end: int) -> range:
    """Return the tokens that tell in which way somebody is there: *tolkt*, *belt in*; none for others."""
    if told := interprets(line, end) or calls_in(line, line.skip(end, step_words.MODALS | {"is", "'s"})):
        return told
    way = line.skip(end, step_words.ATTENDING | ALSO)
    joined = way > end and line.has(way, WAYS_ALONE) and line.has(way + 1, step_words.PARTICLES)
    return range(end, way + 2) if joined else range(0)


def ends_joining(line: Line, verb: int, at: int) -> bool:
    """Return whether a particle there ends a verb of who comes as well: *luistert 3 nov mee*."""
    behind = line.maybe(at + 1, _TO_BE_ALONG)
    ends = line.token(behind) is None or line.has(behind, words.AND | {",", ";", ".", "("})
    ends = ends or (behind > at + 1 and line.has(behind, words.DURING | words.ON))
    catches_up = line.has(at, {"bij"}) and line.has(verb, {"praat", "praten"})
    if not ends or has_the_turn(line, at) or catches_up:
        return False
    if line.has(verb, step_words.REACHING):
        return line.has(at, {"mee"})
    infinitive = line.word(at).startswith(_JOINING_FRONTS) and line.word(at).endswith("en")
    particle = line.has(at, step_words.PARTICLES - {"ook", "too"})
    return line.has(verb, step_words.ATTENDING | step_words.COMING_VERBS) and (particle or infinitive)


def has_the_turn(line: Line, i: int) -> bool:
    """Return whether *aan zet*, *aan de beurt* stands there: who takes the first step, and not who comes."""
    return line.phrase(i, ("aan", "zet")) or line.phrase(i, ("aan", "de", "beurt"))


def joins(line: Line, end: int) -> int | None:
    """Return the place after what says of the person before that this one comes as well.

    *Erbij*, *mag erbij*, *sluit aan*, *kijkt mee*, *joins*; None where nothing says so.
    """
    if told := there_in_a_way(line, end):
        behind = line.maybe(told.stop, {")"})
        return joins(line, behind) or behind
    if (coming := _listens_in(line, end) or _is_needed(line, end)) is not None:
        return coming
    verb = line.skip(line.skip(end, _WOULD_LIKE), step_words.ATTENDING | _AND_STAYS)
    verb = line.maybe(verb, _WOULD) if line.has(line.skip(verb + 1, ALSO), {"graag"}) else verb
    at = line.skip(verb, ALSO_GLADLY)
    particle = line.has(at, step_words.PARTICLES) and not _goes_on_behind_bij(line, at)
    if at > end and particle and not has_the_turn(line, at):
        return at + 1
    if line.word(end).removeprefix("mee") in step_words.DONE_ALONG and line.word(end).startswith("mee"):
        # *laat opa meebellen*
        return end + 1
    if line.has(end, step_words.REACHING) and line.has(along := line.skip(end + 1, ALSO), {"mee"}):
        # *belt ook mee* takes no first step
        return along + 1
    if verb > end and (coming := _may_come(line, end, verb, at)) is not None:
        return coming
    if verb > end and line.word(at).startswith(_JOINING_FRONTS) and line.word(at).endswith("en"):
        # *mag aanschuiven*, *wil meeluisteren*
        return at + 1
    if _sits_there(line, end):
        return end + 1
    if line.has(end, contact_words.ALONG | step_words.JOINING) and not _goes_on_behind_bij(line, end):
        return end + 1
    if line.has(verb, step_words.JOINING):
        return line.maybe(verb + 1, _US)
    talk = line.skip(at + 1, words.THE) if verb > end and line.has(at, {"bij", "at"}) else at
    if talk > at and line.has(talk, contact_words.TALKS):
        # *wil ook bij het gesprek zijn*
        return at + 1
    return _is_there(line, end)


def _sits_there(line: Line, end: int) -> bool:
    """Return whether *child there* ends a clause here; *visit gran there* is at a place."""
    ends = line.token(end + 1) is None or line.has(end + 1, {",", ";", ":"})
    reached = any(line.has(n, contact_words.CHANNELS.keys() | {"see"}) for n in (end - 2, end - 3))
    return line.has(end, {"there"}) and ends and not reached


def _is_there(line: Line, end: int) -> int | None:
    """Return the place after *is er ook*, *zal er zijn*, *will be there too*, where that ends a clause."""
    at = line.skip(end, _BEING | ALSO | _AT_IT | {"too"})
    said = {line.word(n) for n in range(end, at)}
    if said == {"there"} and (line.token(at) is None or line.has(at, {",", ";"})):
        # *mum and dad there*
        return at
    parted = line.token(at) is None or line.has(at, contact_words.WITH | contact_words.WITHOUT | {",", ";"})
    return at if parted and said & _BEING and said & _AT_IT else None


_BEING = those("is zijn are am be zal zullen will kan can 's 'll")
_AT_IT = those("er daar there")
