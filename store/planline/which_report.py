"""Read reports: rapport 1, het tweede rapport, rapport 1 en 2, beide rapporten, elk rapport."""

from __future__ import annotations

from store.domain.plan import When
from store.domain.school_year import Report
from store.planline import contact_words, purpose_words, step_words, words
from store.planline.match import Match
from store.planline.months import ordinal
from store.planline.reference import Reference, exact, unclear, undated, wrong
from store.planline.short_codes import short_report
from store.planline.tokens import Line
from store.planline.typos import is_known


def reports(line: Line, i: int, reference: Reference) -> Match | None:
    """Read rapport 1 · 1e en 2e rapport · rapport 1 en 2 · het rapport (which one?) · elk rapport."""
    if line.has(i - 1, purpose_words.ABOUT) or _is_talked_about(line, i) or is_a_thing(line, i):
        return None
    if (short := _short(line, i, reference)) is not None:
        return short
    j = line.skip(i, words.THE)
    if line.has(j, words.BOTH | words.EVERY):
        j = line.skip(j + 1, words.THE)
        return Match(j + 1, _all_reports(reference)) if line.has(j, words.REPORT) else None
    numbers, end = _ordinals(line, j)
    if numbers and line.has(end, words.REPORT):
        return Match(end + 1, tuple(report_day(number, reference) for number in numbers))
    if numbers and _goes_on_with_reports(line, i, end, reference):
        return Match(end, tuple(report_day(number, reference) for number in numbers))
    if not line.has(j, words.REPORT):
        return None
    numbers, end = _numbers(line, j + 1)
    if numbers:
        return Match(end, tuple(report_day(number, reference) for number in numbers))
    ahead = [each for each in _sorted(reference) if each.day >= reference.day]
    if not ahead:
        return Match(j + 1, (wrong("past") if reference.year.reports else undated(),))
    return Match(j + 1, (unclear(*(report_day(each.number, reference) for each in ahead)),))


def _goes_on_with_reports(line: Line, i: int, end: int, reference: Reference) -> bool:
    """Return whether *na de 2e* stands behind *na het 1e rapport*: the second report, and no day."""
    before = any(line.has(n, words.REPORT) or short_report(line, n) for n in range(i))
    before = before or (reference.then is not None and reference.then.anchor.startswith("report:"))
    others = words.UNITS.keys() | words.MONTHS.keys() | words.WEEKDAYS.keys() | contact_words.TALKS
    return before and line.has(i - 1, words.BEFORE | words.AFTER) and not line.has(end, others)


def _is_talked_about(line: Line, i: int) -> bool:
    """Return whether *rapport 1 wordt*, *is report 2* stands there: what is done with it, and no day."""
    begin = line.skip(i, words.THE | words.BOTH)
    number, end = ordinal(line, begin), begin
    end = line.skip(begin if number is None else begin + 1, words.REPORT)
    if end == begin or line.has(i - 1, words.BEFORE | words.AFTER):
        return False
    while line.number(end) is not None or (line.has(end, words.AND) and line.number(end + 1) is not None):
        end += 1
    turned = line.has(i - 1, _PASSIVE)
    return turned or line.has(end, _PASSIVE | step_words.MODALS - {"to"})


def is_a_thing(line: Line, i: int) -> bool:
    """Return whether a report without its number is sent or talked about: *mail report to dad 12 nov*.

    So it is behind *about*, whatever stands between (*the dyslexia report*), and where another day is told.
    """
    at = line.skip(i, words.THE)
    if not line.has(at, words.REPORT) or _numbers(line, at + 1)[0]:
        return False
    lead = i - 1
    while line.has(lead, words.THE | contact_words.POSSESSIVES):
        lead -= 1
    before = (lead, lead - 1 if not is_known(line.word(lead)) else lead)
    if any(line.has(n, purpose_words.ABOUT) for n in before):
        return True
    others = (n for n in range(len(line)) if not i <= n <= at)
    return not line.has(lead, _BESIDE) and any(_tells_a_day(line, n) for n in others)


def _tells_a_day(line: Line, n: int) -> bool:
    numbered = line.has(n, words.REPORT) and line.number(n + 1) is not None
    return numbered or line.has(n, words.MONTHS.keys() | words.DAY_NAMES.keys() | words.NEAR_DAYS.keys())


_BESIDE = (
    words.BEFORE | words.AFTER | words.AROUND | words.UNTIL | words.FROM | words.BETWEEN | words.DURING
    | words.AND | words.OR | words.EVERY | words.ORDINALS.keys() | words.WHICH.keys() | words.BOTH
    | {"op", "on", "bij", "at", "by", "van", "of", "met", "with", "tegen", "/", ","}
)  # fmt: skip
"""Before a report these make a day of it, or one of several."""
_PASSIVE = step_words.PASSIVE - {"get", "be", "being", "word"}


def _short(line: Line, i: int, reference: Reference) -> Match | None:
    """Read r1 · r1+2 · r1 en r2."""
    numbers: list[int] = []
    j = end = i
    while (number := short_report(line, j)) is not None or (numbers and _also(line, j)):
        numbers.append(number if number is not None else line.number(j) or 0)
        end = j + (2 if number is not None else 1)
        j = line.skip(end, words.LIST_JOINTS)
        if j == end:
            break
    return Match(end, tuple(report_day(each, reference) for each in numbers)) if numbers else None


def _also(line: Line, j: int) -> bool:
    """Return whether a number goes on with the reports: *r1+2*."""
    return line.digits(j) == 1 and not _is_something_else(line, j + 1)


def _sorted(reference: Reference) -> list[Report]:
    return sorted(reference.year.reports, key=lambda each: each.day)


def _all_reports(reference: Reference) -> tuple[When, ...]:
    ahead = [report_day(each.number, reference) for each in _sorted(reference) if each.day >= reference.day]
    return tuple(ahead) or (undated(),)


def report_day(number: int, reference: Reference) -> When:
    """Return the day of the report of this number, or that the calendar has none yet."""
    if number == words.LAST and reference.year.reports:
        number = _sorted(reference)[-1].number
    found = next((each.day for each in reference.year.reports if each.number == number), None)
    anchor = f"report:{number}"
    return exact(found, anchor) if found else undated(anchor if number > 0 else "")


def _ordinals(line: Line, j: int) -> tuple[list[int], int]:
    numbers: list[int] = []
    while (nth := ordinal(line, j)) is not None:
        numbers.append(nth)
        j += 1
        following = line.skip(line.skip(j, words.LIST_JOINTS), words.THE)
        if not line.has(j, words.LIST_JOINTS) or ordinal(line, following) is None:
            break
        j = following
    return numbers, j


def _numbers(line: Line, j: int) -> tuple[list[int], int]:
    numbers: list[int] = []
    while True:
        number = line.number(j) if line.digits(j) == 1 else line.look(j, words.NUMBERS)
        if number is None or (line.has(j, words.ARTICLES) and numbers) or _is_something_else(line, j + 1):
            return numbers, j
        numbers.append(number)
        following = line.skip(line.skip(j + 1, words.LIST_JOINTS), words.REPORT)
        if not line.has(j + 1, words.LIST_JOINTS):
            return numbers, j + 1
        if (line.number(following) if line.digits(following) == 1 else None) is None:
            return numbers, j + 1
        if _is_something_else(line, following + 1):
            return numbers, j + 1
        j = following


def _is_something_else(line: Line, j: int) -> bool:
    """Return whether the number before this place is a day, an hour or a count: rapport 1 en 2 november."""
    others = words.MONTHS.keys() | words.UNITS.keys() | words.HOUR_WORDS | words.TIMES | words.AM_PM.keys()
    return line.has(j, others) or line.joins_numbers(j, {":", ".", "-"})
