"""Read *zo nodig*, *mag altijd*, *als er iets is*: a contact on no day, but whenever it is needed."""

from __future__ import annotations

from store.domain import role_words
from store.planline import contact_words, purpose_words, words
from store.planline.always import ALWAYS, FAR, MAY
from store.planline.condition import begins_condition, condition
from store.planline.condition_end import stops
from store.planline.condition_words import BEFORE_HIS, IMPERATIVES, STOPS
from store.planline.exceptions import exception
from store.planline.known_names import KnownNames
from store.planline.match import Match
from store.planline.named_day import DATED, WHO_MAY, is_day, names_a_day
from store.planline.no_day import ON_DEMAND
from store.planline.people import person
from store.planline.short_codes import side
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import by_first_word

_PHRASES = (
    "zo nodig|indien nodig|wanneer nodig|waar nodig|als nodig|zodra nodig|mocht nodig|indien gewenst|"
    "op afroep|op verzoek|op aanvraag|op request|op initiatief|naar behoefte|bij behoefte|desgewenst|"
    "zn|z n|tussendoor|in between|in de tussentijd|wnr nodig|indien noodzakelijk|als het nodig is|"
    "tussendoor zo nodig|zonodig|zo vaak als nodig|zo vaak als nodig is|zo vaak nodig|as often as needed|"
    "desnoods|ad hoc|tussentijds|when needs be|as and when|as & when|as and when needed|as & when needed|"
    "as and when required|if need be|when the need arises|"
    "when in doubt|if in doubt|"
    "if needed|as needed|when needed|whenever needed|where needed|if necessary|when necessary|"
    "whenever necessary|as necessary|if required|as required|when required|if desired|"
    "feel free|on demand|on request|at request|by request|at the request"
)


_BETWEEN_TIMES = (("tussendoor",), ("in", "between"), ("tussentijds",))


_IN_TWO_TONGUES = "|".join(
    f"{when} {needed}"
    for when in ("als", "as", "indien", "wanneer", "waar", "if", "when", "where")
    for needed in ("nodig", "needed", "necessary", "required", "noodzakelijk", "gewenst")
)
_PHRASE_TABLE = by_first_word(f"{_PHRASES}|{_IN_TWO_TONGUES}")


def on_demand(line: Line, i: int, known: KnownNames) -> Match | None:
    """Read a fixed phrase for on demand, or a condition (*als er iets is*) without any day in it."""
    his = line.has(i, {"zn"}) and (line.has(i - 1, BEFORE_HIS) or person(line, i + 1, known)[0])
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
    return owner or any(names_a_day(line, j) for j in range(len(line)) if j not in (i, i + 1))


def _always(line: Line, i: int) -> Match | None:
    """Read *mag altijd*, *can always*: whenever somebody wants to; *mag* goes along behind a channel."""
    if line.has(i, MAY) and line.has(i - 1, contact_words.CHANNELS.keys() | contact_words.TALKS):
        free = line.skip(i + 1, {"ook", "gewoon", "also", "just"})
        said = next((phrase for phrase in (*ALWAYS, *_BETWEEN_TIMES) if line.phrase(free, phrase)), None)
        return Match(free + len(said), (ON_DEMAND,)) if said else None
    # *mail zeker als het niet lukt* has a condition of its own
    sure = line.has(i, {"zeker"}) and (line.token(i + 1) is None or line.has(i + 1, contact_words.CHANNELS))
    if (sure or line.has(i, {"gerust"})) and not any(names_a_day(line, j) for j in range(len(line))):
        # whoever may call without any day may call whenever they want to
        asked = any(line.has(j, MAY | IMPERATIVES) for j in range(max(0, i - 4), i))
        return Match(i + 1, (ON_DEMAND,)) if asked else None
    if line.has(i, {"whenever"}) and (line.token(i + 1) is None or stops(line, i + 1)):
        return Match(i + 1, (ON_DEMAND,))
    if i == 0 and line.has(i, {"altijd"}) and line.has(1, contact_words.CHANNELS) and line.has(2, {"bij"}):
        # *altijd bellen bij ziekte*
        return Match(i + 1, (ON_DEMAND,))
    for phrase in (each for each in ALWAYS if line.phrase(i, each)):
        if line.has(i + len(phrase), {"welkom", "welcome"}):
            return Match(i + len(phrase) + 1, (ON_DEMAND,))
        if any(line.has(j, MAY) for j in range(max(0, i - FAR), i)):
            return Match(i + len(phrase), (ON_DEMAND,))
        behind = _behind_whom(line, i + len(phrase))
        ends = phrase not in ALWAYS[:2] and (line.token(behind) is None or begins_condition(line, behind))
        if ends and not any(names_a_day(line, j) for j in range(i)):
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
    return None if may is None else line.maybe_before(may, WHO_MAY)


def then_when_needed(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the end of *daarna alleen*, *vanaf januari*, where *zo nodig* or a condition follows."""
    joint = _from_then_on(line, i, known)
    if joint is None or not any(is_day(line, n) for n in range(i)):
        return None
    if on_demand(line, joint, known) is None:
        joint = line.maybe(joint, contact_words.ALONE)
    needed = on_demand(line, joint, known)
    ends = needed is not None and (line.token(needed.end) is None or line.has(needed.end, {",", ";", "."}))
    return joint if ends else None


def _from_then_on(line: Line, i: int, known: KnownNames) -> int | None:
    """Return the place after *daarna*, *after that*; behind a comma also after *vanaf januari*."""
    if line.has(i, {"after"}) and line.has(i + 1, {"that", "this"}):
        return i + 2
    if line.has(i, words.THEN):
        return i + 1
    parted = line.has(i - 1, {",", ";", "."} | words.AND)
    if not parted or not line.has(i, words.FROM | words.AFTER):
        return None
    end = day = line.skip(i + 1, words.THE)
    while line.number(end) is not None or is_day(line, end) or line.has(end, {"dan", "then"}):
        if on_demand(line, end, known) is not None:
            break
        end += 1
    return end if end > day else None


_NOTHING_OF_HIS = (
    contact_words.CHANNELS.keys() | contact_words.TALKS | DATED | BEFORE_HIS | STOPS | words.AND | words.OR
    | purpose_words.OPENERS | purpose_words.FILLERS | contact_words.WITHOUT | contact_words.AS_WELL
)  # fmt: skip
