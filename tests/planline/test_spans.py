"""What is lit in the typed line: per part exactly what was understood."""

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.planline.read import read_line
from store.planline.reading import Names, Part
from tests.planline.year import DATA, DAY, NAMES, YEAR

LINES = [
    json.loads(row)["line"]
    for name in ("plan_lines.jsonl", "more_lines.jsonl", "family_lines.jsonl")
    for row in (DATA / name).read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "b r1+2 j>o: bijzonderheden?",
            [("channel", "b"), ("when", "r1+2"), ("initiative", "j>o"), ("purpose", "bijzonderheden?")],
        ),
        (
            "bellen op 12 nov met ouders en tante Hatice erbij: lezen",
            [("channel", "bellen"), ("when", "op 12 nov"), ("who", "met ouders en tante Hatice erbij"),
             ("purpose", "lezen")],
        ),
        (
            "moeder neemt zelf contact op als ze verdrietig is, bellen",
            [("who", "moeder"), ("initiative", "neemt zelf contact op"),
             ("condition", "als ze verdrietig is"), ("channel", "bellen")],
        ),
        (
            "graag even bellen do 12 nov 15.30-16.00 zonder vader",
            [("channel", "bellen"), ("when", "do 12 nov 15.30-16.00"), ("who", "zonder vader")],
        ),
        (
            "moeder belt juf 12 nov, komt langs in mrt",
            [("who", "moeder"), ("channel", "belt"), ("who", "juf"), ("when", "12 nov"), ("who", "komt"),
             ("channel", "langs"), ("when", "in mrt")],
        ),
        ("lekker bellen 12 nov: lezen", [("channel", "bellen"), ("when", "12 nov"), ("purpose", "lezen")]),
        (
            "gesprek 12 nov oma sluit aan over lezen",
            [("channel", "gesprek"), ("when", "12 nov"), ("who", "oma sluit aan"), ("purpose", "over lezen")],
        ),
        ("bellen in nov en mrt", [("channel", "bellen"), ("when", "in nov en mrt")]),
        ("bellen, wablief, 12 nov", [("channel", "bellen"), ("purpose", "wablief"), ("when", "12 nov")]),
    ],
)  # fmt: skip
def test_each_part_is_lit_where_it_was_typed(line: str, parts: list[tuple[str, str]]) -> None:
    spans = read_line(line, DAY, YEAR, NAMES).spans
    assert [(span.part.value, line[span.start : span.end]) for span in spans] == parts


@given(st.one_of(st.sampled_from(LINES), st.text(max_size=60)))
def test_what_is_lit_is_in_order_and_never_twice(line: str) -> None:
    spans = read_line(line, DAY, YEAR, NAMES).spans
    for one, other in pairwise(spans):
        assert one.end <= other.start
    for span in spans:
        lit = line[span.start : span.end]
        assert lit
        assert lit == lit.strip()


def test_a_part_is_lit_wherever_it_was_read() -> None:
    dark = []
    for line in LINES:
        reading = read_line(line, DAY, YEAR, Names(("Marinka de Groot", "Hamit Yıldız", "Selma", "Bas Jan")))
        told = {
            Part.WHEN: any(moment.when_text for moment in reading.moments),
            Part.CHANNEL: any(moment.channel for moment in reading.moments),
            Part.PURPOSE: any(moment.purpose for moment in reading.moments),
        }
        lit = {span.part for span in reading.spans}
        elsewhere = "evaluatie" in line or Part.CONDITION in lit
        if reading.ok and not elsewhere:
            dark += [(line, part) for part, found in told.items() if found and part not in lit]
    assert not dark
