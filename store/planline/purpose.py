"""What no rule took: it becomes the purpose, unless it may have meant a day after all."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from store.planline import roles, words
from store.planline.dates import month_at
from store.planline.on_demand import STARTERS
from store.planline.reading import Problem
from store.planline.segments import WHENS, Kind, Piece
from store.planline.tokens import Text
from store.planline.words import those

_DATE_WORDS = (
    words.MONTHS.keys() | (words.WEEKDAYS.keys() - those(
        "zo do di ma zon zat don vrij maan sun sat wed"
    ))
    | words.UNITS.keys() | words.WEEK_WORDS | words.PERIODS.keys() - those("vroeg start late")
    | words.HOLIDAYS.keys() | words.HOLIDAY_WORDS | words.REPORT | words.HABITS.keys() | words.RHYTHMS.keys()
    | words.NEAR_DAYS.keys() | words.TODAY_PARTS.keys() | words.WEEKEND | words.SCHOOL_WEEK
    | words.SCHOOL_DAY | words.SEASONS | words.PUBLIC_STEMS.keys() | words.WHICH.keys()
    - {"as", "this", "dit"} | words.EVERY | words.DAYPARTS.keys()
)  # fmt: skip
_NEGATIONS = those("niet geen nooit behalve uitgezonderd tenzij not no never except unless")
_AFTERWARDS = those("eerder later erna ervoor daarvoor daarna earlier niet not")
_DATELIKE = frozenset({Kind.DAYS, Kind.TIME, Kind.RULE, Kind.WEEKDAY, Kind.PART})
_DATE_SIGNS = frozenset("/±~<>=%") | words.DASH

_LEADS = those("zijn haar hun mijn ons onze his her their our om te het nog eerst for voor")
_TAILS = those("het zelf er weer mee also ook us ons")
"""Words that mean nothing alone, but belong to the words of a purpose beside them."""


def refused(x: Text, pieces: Sequence[Piece], used: Collection[int]) -> Problem | None:
    """The first word that may have meant a day and was not read, or turns the day beside it around."""
    dated = any(piece.kind in WHENS for piece in pieces)
    for place, piece in enumerate(pieces):
        if piece.kind in _DATELIKE:
            continue
        if piece.kind is Kind.WORD and piece.at not in used:
            if _means_a_day(x, piece.at):
                return _unread(x, piece.at, piece.at)
            if dated and (x.has(piece.at, _NEGATIONS) or _conditional(x, pieces, place)):
                return _unread(x, piece.at, piece.at)
        if piece.kind is Kind.SIGN and _digits(x, piece.at):
            return _unread(x, piece.at, piece.at)
        if (turned := _turns(x, pieces, place, used)) is not None:
            return _unread(x, turned, turned)
    return None


def _means_a_day(x: Text, i: int) -> bool:
    return _digits(x, i) or x.has(i, _DATE_WORDS)


def _digits(x: Text, i: int) -> bool:
    token = x.token(i)
    return token is not None and any(c.isnumeric() for c in token.typed)


def _conditional(x: Text, pieces: Sequence[Piece], place: int) -> bool:
    """*Zodra rapport 1 binnen is*, or an unknown abbreviation before a day: the day is not the answer."""
    following = pieces[place + 1 :]
    if "." in x.tokens[pieces[place].at].typed:
        return bool(following) and following[0].kind in _DATELIKE
    if not x.has(pieces[place].at, STARTERS):
        return False
    comma = next((n for n, each in enumerate(following) if x.has(each.at, {","})), len(following))
    return any(each.kind in _DATELIKE for each in following[:comma])


def _turns(x: Text, pieces: Sequence[Piece], place: int, used: Collection[int]) -> int | None:
    """A word that changes what the day beside it means: *niet*, *rond*, *na*, *of later*."""
    piece = pieces[place]
    if piece.kind not in (Kind.WORD, Kind.FILLER, Kind.SIGN, Kind.OR, Kind.PERSON) or piece.at in used:
        return None
    if piece.kind is Kind.PERSON and not (x.has(piece.at, roles.RISKY) and not piece.absent):
        return None
    after = next((p for p in pieces[place + 1 :] if not _skippable(x, p)), None)
    before = pieces[place - 1] if place else None
    beside = after is not None and after.kind in _DATELIKE
    if piece.kind is Kind.SIGN:
        near = before is not None and before.kind in _DATELIKE
        return piece.at if x.has(piece.at, _DATE_SIGNS) and beside and (near or place == 0) else None
    if piece.kind is Kind.OR:
        said = before is not None and before.kind in _DATELIKE
        return piece.at if said and not (after is not None and after.kind in WHENS) else None
    bare = after is not None and month_at(x, after.at) is not None
    if bare and piece.kind is Kind.WORD and pieces[place + 1] is after and after.end == after.at + 1:
        return piece.at
    if beside and x.has(piece.at, roles.RISKY):
        return piece.at
    if before is not None and before.kind in _DATELIKE and x.has(piece.at, _AFTERWARDS):
        return piece.at
    return None


def _skippable(x: Text, piece: Piece) -> bool:
    return piece.kind is Kind.FILLER and not x.has(piece.at, roles.RISKY)


def _unread(x: Text, first: int, last: int) -> Problem:
    start, end = x.tokens[first], x.tokens[last]
    return Problem("unread", (("word", start.typed),), (start.start, end.end))


def purpose(x: Text, head: str, pieces: Sequence[Piece], used: Collection[int]) -> str:
    """The leftover words as typed, runs of them joined by spaces; *over* and *om* stay with what follows."""
    runs: list[tuple[int, int]] = []
    run: list[Piece] = []
    for piece in (*pieces, None):
        joined = piece is not None and piece.kind in (
            Kind.WORD,
            Kind.FILLER,
            Kind.SIGN,
            Kind.AND,
            Kind.OR,
            Kind.PLACE,
        )
        if joined and piece is not None and piece.at not in used:
            run.append(piece)
            continue
        if any(_carries(each) for each in run):
            runs.append(_trimmed(x, run))
        run = []
    return " ".join(head[x.tokens[a].start : x.tokens[b - 1].end] for a, b in runs).strip(" ,;.-")


def _carries(piece: Piece) -> bool:
    return piece.kind in (Kind.WORD, Kind.PLACE)


def _trimmed(x: Text, run: list[Piece]) -> tuple[int, int]:
    """From the first word that carries meaning, with the preposition that leads it, to the last."""
    first = next(n for n, piece in enumerate(run) if _carries(piece))
    last = max(n for n, piece in enumerate(run) if _carries(piece))
    while first and x.has(run[first - 1].at, _LEADS):
        first -= 1
    while last + 1 < len(run) and x.has(run[last + 1].at, _TAILS):
        last += 1
    return run[first].at, run[last].end
