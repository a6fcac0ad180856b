"""Whole lines as people type them, and all that is read from them."""

import csv

import pytest

from store.planline.read import read_line
from tests.planline.year import DATA, DAY, NAMES, YEAR, short

with (DATA / "lines.tsv").open(encoding="utf-8", newline="") as file:
    LINES = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.mark.parametrize("expected", LINES, ids=[row["line"] for row in LINES])
def test_the_line_is_read(expected: dict[str, str]) -> None:
    reading = read_line(expected["line"], DAY, YEAR, NAMES)
    assert reading.ok, reading.errors
    moment = reading.moments[0]
    assert {
        "line": moment.text,
        "channel": moment.channel or "",
        "when": " | ".join(short(each.when) for each in reading.moments),
        "present": " ".join(moment.present),
        "initiative": moment.initiative or "",
        "purpose": moment.purpose,
    } == expected


def test_there_are_enough_of_them() -> None:
    assert len(LINES) >= 60
