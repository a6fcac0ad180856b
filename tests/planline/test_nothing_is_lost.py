"""Every word of a line that is taken is lit as a part or stands in the purpose; small words alone may go."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from store.planline import purpose_words, words
from store.planline.read import Names, read_line
from store.planline.reading import Part, Reading
from tests.planline.test_plan_lines import FILES, rows
from tests.planline.year import DAY, NAMES, YEAR

SMALL = (
    purpose_words.FILLERS
    | words.AND
    | words.OR
    | words.TIMES
    | words.those("daarna daarop vervolgens erna verder dan then maar komen n 1 1x")
    | words.those(
        "afspraak spreken af zeggen say let s he hoor doe zetten goed okee oja prima top is zeg as agreed "
        "zet schrijf neer dat alleen t prikken fijn ofzo ll so tussen between first afterwards ach ja do "
        "just only enkel"
    )
)
MARKUP = re.compile(r"</?[a-z]+>")
THEREAFTER = re.compile(r"(?<=, )after (that|this)\b")
"""As small as *daarna*, in two words."""
PARTING = re.compile(r"\btot dan\W*$")
LEADING = words.those("op bij aan met van voor tot in naar om at by with on")
CHANNELS = words.those("bellen mailen gesprek huisbezoek videobellen appen call")
WHENS = (
    "12 nov",
    "begin juni",
    "in november",
    "week na rapport 1",
    "elke vrijdag",
    "vrijdagmiddag",
    "zo nodig",
)
PEOPLE = (
    "met ouders",
    "met oma erbij",
    "kind erbij",
    "zonder vader",
    "juf belt",
    "op school",
    "tolk erbij",
    "",
)
PURPOSES = ("doelen gehaald", "over lezen thuis", "hoe het gaat", "om opa te leren kennen", "rekenen", "")


def _blank(markup: re.Match[str]) -> str:
    return " " * len(markup.group())


def lost(reading: Reading) -> list[str]:
    """Return the words that are nowhere, and the prepositions that are missing before a purpose."""
    lit = sorted(reading.spans, key=lambda span: span.start)
    kept = " ".join(f"{moment.purpose} {moment.condition}" for moment in reading.moments).split()
    said = THEREAFTER.sub(_blank, PARTING.sub("", reading.line))
    found = list(re.finditer(r"\w+", MARKUP.sub(_blank, said)))
    gone = [
        each
        for each in found
        if each.group() not in kept
        and not any(span.start <= each.start() and each.end() <= span.end for span in lit)
    ]
    begun = {span.start for span in lit if span.part is Part.PURPOSE}
    before = {one.start() for one, other in pairwise(found) if other.start() in begun}
    return [
        each.group()
        for each in gone
        if each.group().casefold() not in SMALL
        or (each.group().casefold() in LEADING and each.start() in before)
    ]


def slips(word: str) -> st.SearchStrategy[str]:
    """A word with one slip of the fingers: a letter twice, left out, or swapped with the next."""
    at = st.integers(0, max(0, len(word) - 2))
    kinds = st.sampled_from(("twice", "out", "swap"))

    def slip(kind: str, n: int) -> str:
        match kind:
            case "twice":
                return word[: n + 1] + word[n:]
            case "out":
                return word[:n] + word[n + 1 :]
        return word[:n] + word[n + 1 : n + 2] + word[n] + word[n + 2 :]

    return st.builds(slip, kinds, at)


@st.composite
def lines(draw: st.DrawFn) -> str:
    parts = [sorted(CHANNELS), WHENS, PEOPLE]
    order = draw(st.permutations([draw(st.sampled_from(each)) for each in parts]))
    typed = " ".join((*order, draw(st.sampled_from(PURPOSES)))).split()
    at = draw(st.integers(0, len(typed) - 1))
    if typed[at].isalpha():
        typed[at] = draw(slips(typed[at]))
    return " ".join(typed)


@settings(max_examples=300)
@given(lines())
def test_no_word_of_a_line_with_a_slip_is_lost(line: str) -> None:
    reading = read_line(line, DAY, YEAR, NAMES)
    assert not reading.ok or not lost(reading), (line, lost(reading))


def test_no_word_of_what_teachers_type_is_lost() -> None:
    wrong = []
    for name in FILES:
        for row in rows(name):
            day = date.fromisoformat(row["on"]) if "on" in row else DAY
            names = Names(pupil=(row["pupil"],)) if "pupil" in row else NAMES
            reading = read_line(row["line"], day, YEAR, names)
            if reading.ok and (gone := lost(reading)):
                wrong.append((row["line"], gone))
    assert not wrong
