"""Read school holidays, days off and public holidays: herfst- en kerstvakantie, tweede paasdag."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from store.domain.plan import When
from store.domain.school_year import Holiday, SchoolYear
from store.planline import words
from store.planline.match import Match
from store.planline.reference import OUTSIDE, Reference, exact, period, unclear, undated, wrong
from store.planline.tokens import Line, plain_word


def holidays(line: Line, i: int, reference: Reference, *, beside: bool) -> Match | None:
    """Read de herfstvakantie · kerst vakantie · herfst- en kerstvakantie · autumn holiday · de vakantie."""
    j = line.skip(i, words.THE)
    found: list[When] = []
    while True:
        one = _holiday(line, j, reference, beside=beside)
        if one is None:
            return None
        when, end, whole = one
        found.append(when)
        k = line.skip(end, {"-"})
        if not whole and not line.has(k, words.LIST_JOINTS):
            return None
        after = line.skip(line.skip(k, words.LIST_JOINTS), words.THE)
        if not line.has(k, words.LIST_JOINTS) or _holiday(line, after, reference, beside=beside) is None:
            return Match(end, tuple(found))
        j = after


class _NamedHoliday(NamedTuple):
    """A holiday at some place in the line, the place after it, and whether it was named in full."""

    when: When
    end: int
    whole: bool = True


def _holiday(line: Line, j: int, reference: Reference, *, beside: bool) -> _NamedHoliday | None:
    return (
        _by_own_name(line, j, reference)
        or _half_term(line, j, reference)
        or _some_holiday(line, j, reference)
        or _in_two_words(line, j, reference, beside=beside)
        or _in_one_word(line, j, reference, beside=beside)
    )


def _by_own_name(line: Line, j: int, reference: Reference) -> _NamedHoliday | None:
    """Read a holiday or a day off as the school's own list calls it."""
    for size in (3, 2, 1):
        name = " ".join(_plain(line, j + n) for n in range(size))
        for each in (*reference.year.holidays, *reference.year.days_off):
            if plain_word(each.name) == name:
                return _NamedHoliday(_as_when(_all_named(each.name, reference), reference), j + size)
    return None


def _half_term(line: Line, j: int, reference: Reference) -> _NamedHoliday | None:
    """Read *half term*, *October half-term*: by its month or season, else a choice of those to come."""
    key = line.look(j, _HALF_TERMS)
    begin = j + 1 if key else j
    end = line.maybe(begin + 1, words.DASH)
    if not (line.has(begin, {"half"}) and line.has(end, {"term"})) and not line.has(begin, {"halfterm"}):
        return None
    end = begin + 1 if line.has(begin, {"halfterm"}) else end + 1
    if key:
        return _NamedHoliday(_as_when(_by_stem(key, reference), reference, line.between(j, end)), end)
    several = (_as_when(_by_stem(each, reference), reference) for each in dict.fromkeys(_HALF_TERMS.values()))
    ahead = [each for each in several if each.settled]
    return _NamedHoliday(unclear(*ahead) if len(ahead) > 1 else (ahead or [undated("half term")])[0], end)


_HALF_TERMS = {
    **dict.fromkeys(words.those("october oct autumn fall"), "herfst"),
    **dict.fromkeys(words.those("february feb spring"), "voorjaar"),
    **dict.fromkeys(words.those("may"), "mei"),
}
"""What tells which half term is meant; the one without any may be each of them."""


def _some_holiday(line: Line, j: int, reference: Reference) -> _NamedHoliday | None:
    """Read *de vakantie*, without saying which, as a choice of the next two."""
    if not line.has(j, words.HOLIDAY_WORDS - {"break", "vak"}):
        return None
    if line.has(j - 1, words.HOLIDAY_FRONTS.keys()):
        return None
    ahead = [each for each in reference.year.holidays if each.last >= reference.day]
    whens = [_as_when([each], reference) for each in ahead[:2]]
    return _NamedHoliday(unclear(*whens) if whens else undated(), j + 1)


def _in_two_words(line: Line, j: int, reference: Reference, *, beside: bool) -> _NamedHoliday | None:
    """Read *kerst vakantie*, or the first half of *herfst- en kerstvakantie*."""
    front = line.look(j, words.HOLIDAY_FRONTS)
    if front is None:
        return None
    end = line.skip(j + 1, {"-"})
    when = _as_when(_by_stem(front, reference), reference, line.between(j, end + 1))
    if line.has(end, words.HOLIDAY_WORDS):
        return _NamedHoliday(when, line.maybe(end + 1, {"."}))
    if not line.has(end, words.AND):
        return None
    hyphened = end > j + 1
    joined = beside and not line.has(j, words.MONTHS.keys())
    if hyphened or (joined and _full_name(line, line.skip(end + 1, words.THE))):
        return _NamedHoliday(when, end, whole=False)
    return None


def _in_one_word(line: Line, j: int, reference: Reference, *, beside: bool) -> _NamedHoliday | None:
    """Read *kerstvakantie*; *kerst* only `beside` a preposition, for it is a feast as well."""
    key = line.look(j, words.HOLIDAYS)
    if key is None or (line.has(j, words.BARE_HOLIDAYS) and not beside):
        return None
    when = _as_when(_by_stem(key, reference), reference, line.word(j))
    return _NamedHoliday(when, line.maybe(j + 1, {"."}))


def _full_name(line: Line, j: int) -> bool:
    front = line.has(j, words.HOLIDAY_FRONTS.keys()) and line.has(
        line.skip(j + 1, {"-"}), words.HOLIDAY_WORDS
    )
    return front or line.has(j, words.HOLIDAYS.keys())


def _plain(line: Line, i: int) -> str:
    token = line.token(i)
    return token.plain if token is not None else ""


def _by_stem(key: str, reference: Reference) -> list[Holiday]:
    return named_like(key, reference.year)


def named_like(key: str, year: SchoolYear) -> list[Holiday]:
    """Return the holidays of a year that may be meant by a word as *herfst*, in order of time."""
    stems = words.HOLIDAY_STEMS[key]
    found = (each for each in year.holidays if any(stem in plain_word(each.name) for stem in stems))
    return sorted(found, key=lambda each: each.first)


def _all_named(name: str, reference: Reference) -> list[Holiday]:
    everything = (*reference.year.holidays, *reference.year.days_off)
    return [each for each in everything if plain_word(each.name) == plain_word(name)]


def _as_when(found: Iterable[Holiday], reference: Reference, name: str = "") -> When:
    """Return the first of these that is still to come; past when none is. There may be none of this name."""
    listed = sorted(found, key=lambda each: each.first)
    if not listed:
        return undated(f"holiday:{name}" if name else "")
    ahead = [each for each in listed if each.last >= reference.day]
    if not ahead:
        return wrong("past")
    one = ahead[0]
    return period(one.first, one.last, f"holiday:{one.name}")


# -- public holidays -------------------------------------------------------------
def public_holiday(line: Line, i: int, reference: Reference) -> Match | None:
    """Read Pasen, Koningsdag, tweede paasdag: by the name in the school year's list, or by its usual word."""
    j = line.skip(i, words.THE)
    for size in (3, 2, 1):
        name = " ".join(_spelt(line, j + n) for n in range(size))
        named = [each for each in reference.year.public_holidays if plain_word(each.name) == name]
        if named:
            return Match(j + size, (_public_holiday_when(named, named[0].name, reference),))
    fixed = line.look(j, words.FIXED_HOLIDAYS)
    if fixed is not None:
        return Match(j + 1, (reference.dated(*fixed),))
    stems = line.look(j, words.PUBLIC_STEMS)
    if stems is None:
        return None
    matching = [
        each for each in reference.year.public_holidays if any(s in plain_word(each.name) for s in stems)
    ]
    token = line.token(j)
    return Match(j + 1, (_public_holiday_when(matching, token.word if token else "", reference),))


def _spelt(line: Line, i: int) -> str:
    """Return the word there; *2e* counts as *tweede*."""
    token = line.token(i)
    if token is None:
        return ""
    if token.kind == "ordinal":
        return next((word for word, number in words.ORDINALS.items() if number == token.value), "")
    return token.word


def _public_holiday_when(found: list[Holiday], name: str, reference: Reference) -> When:
    in_year = sorted(
        (each for each in found if each.last >= reference.year.start), key=lambda each: each.first
    )
    if not in_year:
        return undated(f"public_holiday:{name}")
    ahead = [each for each in in_year if each.last >= reference.day and each.first <= reference.year.end]
    if not ahead:
        return wrong("past" if in_year[0].last < reference.day else OUTSIDE)
    first = ahead[0].first
    last = max((each.last for each in ahead if (each.last - first).days < 7), default=first)
    key = f"public_holiday:{name}"
    return exact(first, key) if first == last else period(first, last, key)
