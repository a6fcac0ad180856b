"""Read from one day to another: tussen 9 en 13 nov, van 9 nov tot 20 nov, t/m maart, vanaf 1 maart."""

from __future__ import annotations

from store.domain.plan import When
from store.planline import contact_words, words
from store.planline.before_and_after import beside_another, open_beside
from store.planline.match import Match, longest
from store.planline.one_when import single, without_edges
from store.planline.reference import DAY, Reference, edges, exact, period, unclear, wrong
from store.planline.tokens import Line
from store.planline.week_before_or_after import week_beside_anchor
from store.planline.words import those

_TO = words.THROUGH | words.UNTIL | words.DASH | {"to"}
_SCHOOL_MOMENTS = ("report:", "holiday:", "public_holiday:", "occasion:")


def date_range(line: Line, i: int, reference: Reference) -> Match | None:
    """Read the longest stretch of days at this place."""
    return longest(
        _last_of_them(line, i, reference),
        _between(line, i, reference),
        _from_to(line, i, reference),
        _until(line, i, reference),
        _beside_then(line, i, reference),
        _beside_weekday(line, i, reference),
    )


def _beside_weekday(line: Line, i: int, reference: Reference) -> Match | None:
    """Read by Friday, tot vrijdag, before Friday, uiterlijk vrijdag: the coming one, where nothing follows.

    On that day itself either may be meant.
    """
    latest = _at_the_latest(line, i)
    by = latest > i or line.has(i, words.UNTIL | {"by"} | words.BEFORE | words.AT_LAST)
    at = line.skip(latest if latest > i else i + 1, {"by", "on", "op"})
    weekday = line.look(at, words.WEEKDAYS) if by else None
    if weekday is None or not _ends_there(line, at + 1):
        return None
    # *spullen voor vrijdag* may be what for
    loose = line.has(i, words.BEFORE) and i > 0 and not line.has(i - 1, contact_words.HOW_OR_WITH_WHOM)
    # *mail every friday, reply by sunday*: each week again
    loose = loose or not any(line.has(n, _WAYS) for n in range(len(line)))
    if loose or any(line.has(n, _COMING_BACK) for n in range(len(line))):
        return None
    today = [reference.day] if reference.day.weekday() == weekday else []
    before = line.has(i, words.BEFORE)
    days = [*today, reference.next_weekday(weekday)]
    whens = [period(None, day - DAY if before else day) for day in days]
    return Match(at + 1, (whens[0] if len(whens) == 1 else unclear(*whens),))


def _ends_there(line: Line, n: int) -> bool:
    """Return whether the clause ends there, or goes on with how and with whom."""
    behind = line.token(n)
    return behind is None or behind.kind == "sign" or line.has(n, contact_words.HOW_OR_WITH_WHOM)


def _beside_then(line: Line, i: int, reference: Reference) -> Match | None:
    """Read tot dan, vóór die tijd, from then on: beside when the moment before it in the line is."""
    end = _then(line, i + 1)
    if end is None or not line.has(i, words.UNTIL | words.BEFORE | words.FROM | words.AFTER):
        return None
    ends = edges(reference.then) if reference.then is not None else None
    if ends is None:
        return Match(end, (wrong("unread"),))
    if line.has(i, words.FROM | words.AFTER):
        return Match(end, (period(ends[1] + DAY, None),))
    return Match(end, (period(None, ends[0] - (DAY if line.has(i, words.BEFORE) else 0 * DAY)),))


def _then(line: Line, i: int) -> int | None:
    """Return the place after *dan*, *die tijd*, *then*: when something else is."""
    if line.has(i, {"dan", "then"}):
        return line.maybe(i + 1, {"on", "toe"})
    if line.has(i, {"that"}) and line.has(i - 1, words.AFTER) and line.has(i + 1, words.EVERY | {","}):
        return i + 1
    if line.has(i, {"die", "dat", "that"}) and line.has(i + 1, _SUCH_TIMES):
        return i + 2
    return None


_SUCH_TIMES = those("tijd dag datum moment time day date point")


def _between(line: Line, i: int, reference: Reference) -> Match | None:
    """Read tussen 9 en 13 november, tussen herfst- en kerstvakantie, between reports 1 and 2."""
    if not line.has(i, words.BETWEEN):
        return None
    now = line.has(i + 1, {"nu", "now"})
    first = Match(i + 2, (exact(reference.day),)) if now else single(line, i + 1, reference, beside=True)
    if first is None:
        return None
    if len(first.whens) == 2:
        return Match(first.end, (_enclosed(*first.whens, reference),), notes=first.notes)
    second = single(line, first.end + 1, reference, beside=True) if line.has(first.end, words.AND) else None
    if second is None or len(first.whens) != 1 or len(second.whens) != 1:
        return None
    both = _enclosed(first.whens[0], second.whens[0], reference)
    return Match(second.end, (both,), notes=first.notes + second.notes)


def _enclosed(first: When, last: When, reference: Reference) -> When:
    """Return what is between: two anchors without their own days, two dates with them."""
    start = open_beside(first, 1, reference) if _is_anchor(first) else first
    end = open_beside(last, -1, reference) if _is_anchor(last) else last
    return spanned(start, end, _joined(first, last))


def _is_anchor(when: When) -> bool:
    return when.anchor.startswith(_SCHOOL_MOMENTS)


def _joined(*whens: When) -> str:
    return ",".join(dict.fromkeys(when.anchor for when in whens if when.anchor))


def spanned(first: When, last: When, anchor: str = "") -> When:
    """Return the days from the beginning of the first to the end of the last."""
    for when in (first, last):
        if not when.settled:
            return when
    start, end = first.date or first.start, last.date or last.end
    if start is None or end is None:
        return wrong("unread")
    return wrong("reversed_range") if start > end else period(start, end, anchor)


def _from_to(line: Line, i: int, reference: Reference) -> Match | None:
    """Read van 9 nov tot 20 nov, november t/m januari, vanaf 12 nov, na de herfst tot de kerst."""
    begins = _begins(line, i)
    since = begins or line.has(i, {"van"})
    week = week_beside_anchor(line, i + 1, reference) if since else None
    start = longest(single(line, i + 1 if since else i, reference, beside=since), week)
    if start is None and since and line.has(i + 1, {"nu", "now"}):
        start = Match(i + 2, (exact(reference.day),))
    if start is None or len(start.whens) != 1:
        return None
    first = start.whens[0]
    if since and any(line.has(j, _TO) for j in range(i + 1, start.end)):
        return start
    end = _end(line, start.end, reference, first, dashes=not since)
    if end is None:
        return _only_from(start, first, whole=start is week) if begins else None
    precise = since and first.date is not None
    return Match(end.end, end.whens, dotted=start.dotted, precise=precise, notes=start.notes + end.notes)


def _begins(line: Line, i: int) -> bool:
    """Return whether *vanaf* stands there, or *per* as in *per 1 januari elke maand*."""
    if not line.has(i, {"per"}):
        return line.has(i, words.FROM)
    dated = line.has(i + 1, words.MONTHS.keys()) or line.number(i + 1) is not None
    return dated and any(line.has(n, _COMING_BACK) for n in range(len(line)))


def _only_from(match: Match, first: When, *, whole: bool) -> Match:
    """Return what begins on a day or `whole` week; for a holiday its beginning or its end may be meant."""
    ends = edges(first)
    if ends is None:
        return Match(match.end, (without_edges(first),), dotted=match.dotted)
    if first.anchor.startswith("holiday:") and not whole:
        return Match(match.end, (unclear(period(ends[0], None), period(ends[1] + DAY, None)),))
    return Match(
        match.end, (period(ends[0], None, first.anchor),), dotted=match.dotted,
        precise=first.date is not None, notes=match.notes,
    )  # fmt: skip


def _end(line: Line, j: int, reference: Reference, first: When, *, dashes: bool) -> Match | None:
    """Read what a range runs to; the match holds the range itself."""
    through = line.has(j, words.THROUGH) or (line.has(j, words.UNTIL) and line.has(j + 1, words.AND))
    dash = line.has(j, words.DASH) and not (
        line.glued(j) and line.glued(j + 1) and line.number(j + 1) is not None
    )
    if not (through or (dash and dashes) or line.has(j, words.UNTIL | {"to"})):
        return None
    k = line.skip(j, words.THROUGH | words.DASH | words.UNTIL | {"to", "en", "and", "met", "including"})
    through, k = through or _whole_end(line, k), k + _is_part(line, k)
    match = single(line, k, reference, beside=True)
    if match is None or len(match.whens) != 1:
        return None
    last = (_feast(line, k, reference) if through else None) or match.whens[0]
    anchored = _joined(first, last)
    if through or dash or (last.date is not None and not _is_anchor(last)):
        return Match(match.end, (spanned(first, last, anchored),), notes=match.notes)
    before = spanned(first, open_beside(last, -1, reference), anchored)
    if _is_anchor(last):
        return Match(match.end, (before,), notes=match.notes)
    return Match(match.end, (unclear(before, spanned(first, last, anchored)),), notes=match.notes)


def _until(line: Line, i: int, reference: Reference) -> Match | None:
    """Read tot de kerst, t/m maart, uiterlijk 12 nov, by 12 November: open at the start."""
    latest = _at_the_latest(line, i)
    through = line.has(i, words.THROUGH | {"by"}) or (line.has(i, words.UNTIL) and line.has(i + 1, words.AND))
    through = through or latest > i or line.phrase(i, ("up", "to", "and"))
    if not through and not line.has(i, words.UNTIL):
        return _not_later(line, i, reference)
    k = line.skip(
        latest, words.THROUGH | words.UNTIL | {"up", "to", "by", "en", "and", "met", "aan", "including"}
    )
    k = line.skip(k, {"on", "op"}) if latest > i else k
    through, k = through or _whole_end(line, k), k + _is_part(line, k)
    counted = beside_another(line, k, reference) if latest > i or line.has(i, words.AT_LAST) else None
    match = longest(single(line, k, reference, beside=True), counted)
    if match is None or len(match.whens) != 1:
        return None
    when = (_feast(line, k, reference) if through else None) or match.whens[0]
    ends = edges(when)
    if when.candidates and not through and not any(each.date for each in when.candidates):
        return Match(match.end, (open_beside(when, -1, reference),), notes=match.notes)
    if ends is None:
        return Match(match.end, (without_edges(when),))
    if through or (when.date is not None and not _is_anchor(when)):
        end = _at_the_latest(line, match.end)
        return Match(end, (period(None, ends[1], when.anchor),), notes=match.notes)
    return Match(match.end, (open_beside(when, -1, reference),), notes=match.notes)


def _last_of_them(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *last one in March*, *laatste keer op 20 nov*, *ending in May* behind what comes back."""
    at = line.skip(i, words.THE)
    ordinal = line.has(at, {"last", "laatste"})
    if not (ordinal or line.has(i, _ENDING)) or not any(line.has(n, _COMING_BACK) for n in range(i)):
        return None
    led = line.maybe(at + 1, _ONE_OF_THEM) if ordinal else i + 1
    day = line.skip(led, {"in", "op", "on", "is"})
    match = single(line, day, reference, beside=True) if day > led else None
    ends = edges(match.whens[0]) if match is not None and len(match.whens) == 1 else None
    return Match(match.end, (period(None, ends[1]),), notes=match.notes) if match and ends else None


_ENDING = those("ending ends eindigt eindigend")
_ONE_OF_THEM = those(
    "one keer maal time call talk mail text meeting gesprek appje telefoontje belletje mailtje"
)
_WAYS = contact_words.CHANNELS.keys() | contact_words.TALKS
_COMING_BACK = words.EVERY | words.FREQUENCIES.keys() | words.HABITS.keys()


def _is_part(line: Line, k: int) -> bool:
    """Return whether *the* stands there before a part of a month: *to the end of November*."""
    return line.has(k, words.THE) and line.has(k + 1, words.PERIODS.keys())


def _whole_end(line: Line, k: int) -> bool:
    """Return whether *eind november*, *the end of the month* stands there: what runs to it ends with it."""
    return line.look(line.skip(k, words.THE), words.PERIODS) == words.END


def _at_the_latest(line: Line, i: int) -> int:
    """Return the place after *op z'n laatst*, *at the latest*; the same place where that is not said."""
    said = next((phrase for phrase in _LATEST if line.phrase(i, phrase)), ())
    if said:
        return i + len(said)
    his = line.has(i, {"op"}) and line.has(i + 1, {"z'n", "zn", "zijn", "het"})
    return i + 3 if his and line.has(i + 2, {"laatst"}) else i


_LATEST = (
    ("at", "the", "latest"), ("no", "later", "than"), ("not", "later", "than"), ("ten", "laatste"),
    ("at", "latest"), ("latest",),
)  # fmt: skip


def _feast(line: Line, i: int, reference: Reference) -> When | None:
    """Return the last day of Christmas in *t/m kerst*, which is the feast and not the holiday around it."""
    at = line.skip(i, words.THE)
    whole = line.has(line.maybe(at + 1, {"-"}), words.HOLIDAY_WORDS)
    feast = words.HOLIDAYS.get(line.word(at)) == "kerst" and line.has(at, words.BARE_HOLIDAYS)
    return reference.dated(12, 26) if feast and not whole else None


def _not_later(line: Line, i: int, reference: Reference) -> Match | None:
    """Read *eind nov op z'n laatst*, *12 Nov at the latest*: where the bound stands behind its day."""
    if not any(line.has(n, {"laatst", "latest"}) for n in range(i + 1, len(line))):
        return None
    match = single(line, i, reference)
    ends = edges(match.whens[0]) if match is not None and len(match.whens) == 1 else None
    if match is None or ends is None or _at_the_latest(line, match.end) == match.end:
        return None
    return Match(_at_the_latest(line, match.end), (period(None, ends[1]),), notes=match.notes)
