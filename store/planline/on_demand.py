"""Read a *when* without a day: on demand (*zo nodig*, *als er iets is*) and still to be set (*ntb*)."""

from __future__ import annotations

from store.domain.plan import When, WhenKind
from store.planline import words
from store.planline.match import Match
from store.planline.tokens import Line
from store.planline.words import those

ON_DEMAND = When(kind=WhenKind.ON_DEMAND)
TO_BE_SET = When(kind=WhenKind.INCOMPLETE, missing="date", tbd=True)
SOME_TIME = When(kind=WhenKind.INCOMPLETE, missing="date")

_PHRASES = (
    "zo nodig|indien nodig|wanneer nodig|waar nodig|als nodig|zodra nodig|mocht nodig|indien gewenst|"
    "op afroep|op verzoek|op aanvraag|op request|op initiatief|naar behoefte|bij behoefte|desgewenst|"
    "bij bijzonderheden|bij vragen|bij zorgen|bij problemen|bij noodzaak|bij ziekte|ad hoc|"
    "if needed|as needed|when needed|whenever needed|where needed|if necessary|when necessary|"
    "whenever necessary|as necessary|if required|as required|when required|if desired|"
    "on demand|on request|at request|by request|at the request"
)
_LATER = (
    "ntb|nntb|nader te bepalen|nog te bepalen|later te bepalen|te bepalen|nader af te spreken|"
    "nog af te spreken|later af te spreken|nader afspreken|nog afspreken|later afspreken|nog plannen|"
    "nog te plannen|nog in te plannen|later plannen|volgt nog|volgt later|volgt|tbd|tba|tbc|"
    "to be decided|to be determined|to be arranged|to be set|to be confirmed|to be announced|to be agreed|"
    "still to be set|to follow|in overleg|in goed overleg|nog onbekend|nog niet bekend|spreken we later af|"
    "spreken we nog af|"
    "prikken we later|prikken we nog|nog prikken|later prikken|nog vaststellen|nog vast te stellen"
)
_VAGUE = (
    "binnenkort|zsm|zo snel mogelijk|zo spoedig mogelijk|zo vroeg mogelijk|asap|as soon as possible|soon|"
    "op korte termijn|snel|een keer|ooit|some time|sometime"
)
STARTERS = those("als indien wanneer zodra mocht mochten if when whenever once")
_NEEDS = those(
    "nodig is zijn speelt speelde gewenst wenselijk wil willen wenst wensen bijzonderheden vragen vraag "
    "zorgen problemen heeft hebben loopt lukt gaat gebeurt maakt voelt vraagt vindt vinden opvalt "
    "blijkt wordt needed necessary required up wants want wish wishes anything something questions "
    "concerns problems is are has have happens arises arise feels asks worries desired"
)
_DATED = (
    words.MONTHS.keys() | words.WEEKDAYS.keys() | words.UNITS.keys() | words.PERIODS.keys() | words.REPORT
    | words.NEAR_DAYS.keys() | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.EVERY | words.WEEK_WORDS
)  # fmt: skip


def _table(text: str) -> dict[str, list[tuple[str, ...]]]:
    """Return the phrases by their first word, longest first."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in sorted((tuple(each.split()) for each in text.split("|")), key=len, reverse=True):
        table.setdefault(phrase[0], []).append(phrase)
    return table


_PHRASE_TABLE, _LATER_TABLE, _VAGUE_TABLE = _table(_PHRASES), _table(_LATER), _table(_VAGUE)


def on_demand(line: Line, i: int) -> Match | None:
    """Read a fixed phrase for on demand, or a condition (*als er iets is*) without any day in it."""
    for phrase in _PHRASE_TABLE.get(line.word(i), ()):
        if line.phrase(i, phrase):
            return Match(i + len(phrase), (ON_DEMAND,))
    return _condition(line, i)


def _condition(line: Line, i: int) -> Match | None:
    """Read from *als* to the last word of need before a comma; with a day or a number in it, it is none."""
    if not line.has(i, STARTERS):
        return None
    end, j = None, i + 1
    while j < len(line) and j - i <= 12 and not line.has(j, {",", ";", "(", "-"}):
        token = line.token(j)
        if token is None or token.value >= 0 or line.has(j, _DATED - {"is"}):
            break
        if line.has(j, _NEEDS):
            end = j + 1
        j += 1
    return Match(end, (ON_DEMAND,)) if end is not None else None


def to_be_set(line: Line, i: int) -> Match | None:
    """Read still to be set: ntb, nader te bepalen, datum volgt; or too vague to keep: binnenkort, zsm."""
    for table, when in ((_LATER_TABLE, TO_BE_SET), (_VAGUE_TABLE, SOME_TIME)):
        for phrase in table.get(line.word(i), ()):
            if line.phrase(i, phrase):
                return Match(i + len(phrase), (when,))
    return None
