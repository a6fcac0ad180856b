"""Codes are for whoever types them: nobody else ever reads one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from store.export.letter import letter_lines
from store.export.summary import summary_text
from store.export.telling import IN_FULL, SIMPLY
from store.export.wording.spelled_out import spelled_out
from store.language import Translator
from store.planline.read import read_line
from store.planline.reading import Names
from tests.export.families import school_day
from tests.letters.plans import DAY, SCHOOL, Plan
from tests.planline.year import YEAR
from tui.desk.talk.contact_moments import kept_moments

NL = Translator("nl")
UNTOLD = replace(YEAR, reports=())
LINES = (
    "b r1 j>o",
    "g r1+2 ouders",
    "m zn o>j",
    "b r2 31 nov j>o",
    "hb r1: thuis kijken",
    "g 12 nov zn",
    "v r2 met l",
)
CODE = re.compile(r"\br[1-9]\b|\bzn\b|\b[a-z]>[a-z]\b|(?<![\w.'-])(?:hb|[bmgv]) ")


@pytest.mark.parametrize("year", [YEAR, UNTOLD], ids=["with report dates", "without"])
def test_no_text_for_others_holds_a_code(year: object) -> None:
    calendar = YEAR if year is YEAR else UNTOLD
    names = Names(("Noor",), ("Anja de Groot",), ("juf Els",))
    readings = [read_line(line, DAY, calendar, names) for line in LINES]
    moments = [replace(each, id=f"{reading.line}") for reading in readings for each in kept_moments(reading)]
    talk = Plan("x", "Noor|de Groot", ("Anja de Groot",), ()).talk().plan_moments(*moments)
    texts = [*letter_lines(talk, SCHOOL, NL, IN_FULL), *letter_lines(talk, SCHOOL, NL, SIMPLY)]
    texts += summary_text(school_day(talk), SCHOOL, NL).split("\n")
    assert [line for line in texts if CODE.search(line)] == []
    if not calendar.reports:
        assert "We zeiden: “in de week na rapport 1”. De dag kiezen we later." in "\n".join(texts)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("r1+2", "in de week na rapport 1 en 2"),
        ("r1 en r2", "in de week na rapport 1 en 2"),
        ("b r1, m zn", "bellen in de week na rapport 1, mailen als het nodig is"),
        ("zn moeder bellen", "zn moeder bellen"),
        ("j>o in het najaar", "leerkracht → ouders in het najaar"),
        ("a call in the spring", "a call in the spring"),
        ("bellen over r12", "bellen over r12"),
    ],
)
def test_codes_are_spelled_out_and_all_else_stays_as_typed(typed: str, said: str) -> None:
    assert spelled_out(typed, NL) == said
