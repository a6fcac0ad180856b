"""Finish the word at the cursor: channels, report moments, holidays and the names of who is here."""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.domain.school_year import SchoolYear
from store.planline import words
from store.planline.reading import Names
from store.planline.tokens import plain_word, split_purpose
from store.planline.words import those

_CHANNELS = (
    "bellen mailen huisbezoek videobellen appen gesprek op_school call email home_visit video_call at_school"
)
_OTHERS = (
    "indien_nodig ouders leerling leerkracht kind vader moeder week maandag dinsdag woensdag donderdag "
    "vrijdag "
    "januari februari maart april juni juli augustus september oktober november december begin eind "
    "halverwege "
    "if_needed parents pupil teacher monday tuesday wednesday thursday friday january february march "
    "october"
)
_WORD = re.compile(r"[^\W\d_]+\Z")
_ROUND = words.BEFORE | words.AFTER | words.BETWEEN | words.UNTIL | words.FROM | words.DURING
_WITH = those("met with zonder without en and")


def complete(text: str, cursor: int, year: SchoolYear, names: Names) -> str | None:
    """Return what to insert at the cursor to finish the word that ends there; None when nothing fits.

    Never inside a word, never in the purpose, and never with nothing typed: it adds to what is there.
    """
    before = text[:cursor]
    following = text[cursor : cursor + 1]
    if split_purpose(before)[1] is not None or following.isalnum():
        return None
    match = _WORD.search(before)
    typed = match.group() if match else ""
    previous = (
        plain_word(before[: len(before) - len(typed)].split()[-1])
        if before[: -len(typed) or None].split()
        else ""
    )
    if not typed:
        return _number(previous, before, year)
    for suggestion in _suggestions(previous, year, names):
        if len(suggestion) > len(typed) and plain_word(suggestion[: len(typed)]) == plain_word(typed):
            return suggestion[len(typed) :]
    return None


def _number(previous: str, before: str, year: SchoolYear) -> str | None:
    """Return the first report that is not in the line yet, behind *rapport*."""
    if previous not in words.REPORT or not before.endswith(" "):
        return None
    return next((str(report.number) for report in year.reports), None)


def _suggestions(previous: str, year: SchoolYear, names: Names) -> Iterator[str]:
    people = [*names.pupil, *names.carers, *names.teacher]
    moments = [f"rapport {report.number}" for report in year.reports]
    moments += list(dict.fromkeys(holiday.name for holiday in year.holidays))
    moments += list(dict.fromkeys(occasion.name for occasion in year.occasions))
    moments += [f"report {report.number}" for report in year.reports]
    channels = [each.replace("_", " ") for each in _CHANNELS.split()]
    if previous in _ROUND:
        yield from moments
    if previous in _WITH:
        yield from people
    yield from channels
    yield from moments
    yield from people
    yield from (each.replace("_", " ") for each in _OTHERS.split())
