"""Read that a day is still to be set (*ntb*, *nog niet bekend*), or is too vague to keep (*binnenkort*)."""

from __future__ import annotations

from store.planline import contact_words, words
from store.planline.match import Match
from store.planline.named_day import is_dated
from store.planline.no_day import SOME_TIME, TO_BE_SET
from store.planline.tokens import Line
from store.planline.typos import is_known
from store.planline.words import by_first_word, those

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


_LATER_TABLE = by_first_word(_LATER)
_VAGUE_TABLE = by_first_word(_VAGUE)


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
            told = _is_a_quick_one(line, i) or (when is SOME_TIME and _tells_of_something(line, i, phrase))
            if line.phrase(i, phrase) and not told:
                return Match(i + len(phrase), (when,))
    return None


def _tells_of_something(line: Line, i: int, phrase: tuple[str, ...]) -> bool:
    """Return whether *snel* in *12 nov snel moe*, *soon tired* tells of what it is about, behind a day."""
    behind = line.token(i + 1)
    unknown = behind is not None and behind.kind == "word" and not is_known(behind.word)
    dated = i > 0 and (line.number(i - 1) is not None or line.has(i - 1, words.MONTHS.keys()))
    return len(phrase) == 1 and unknown and dated


def _is_a_quick_one(line: Line, i: int) -> bool:
    """Return whether *snel belletje*, *snel bellen in nov* stands there: a short one, and not soon."""
    noun = line.skip(i + 1, {"even", "ff"})
    ways = contact_words.CHANNELS.keys() | contact_words.TALKS
    small = line.word(noun).endswith("je")
    return line.has(i, {"snel"}) and line.has(noun, ways) and (small or is_dated(line))
