"""The shared cases: every phrase right, none silently wrong."""

import json
from typing import Any

import pytest

from store.domain.plan import When
from store.planline.read import read_when
from tests.planline.year import DATA, DAY, YEAR

CASES = json.loads((DATA / "plan_phrases.json").read_text(encoding="utf-8"))["phrases"]
FIELDS = ("date", "start", "end", "until", "rrule", "per", "missing", "time", "code", "times", "tbd")


def shape(when: When) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in FIELDS:
        if value := getattr(when, name):
            found[name] = value if isinstance(value, str | int) else value.isoformat()
    if when.datetime:
        found["datetime"] = when.datetime.isoformat(timespec="minutes")
    if when.items:
        found["items"] = [shape(each) for each in when.items]
    if when.candidates:
        found["candidates"] = [shape(each) for each in when.candidates]
    return found


def wanted(expected: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in expected.items() if value is not None and name != "first"}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_the_phrase_is_read_as_the_cases_say(case: dict[str, Any]) -> None:
    when = read_when(case["text"], DAY, YEAR)
    assert when.kind == case["kind"]
    assert shape(when) in [wanted(each) for each in (case["expect"], *case.get("accept", []))]
    assert list(when.warn) == case.get("warn", [])
    if "first" in case["expect"]:
        assert str(when.first) == case["expect"]["first"]
