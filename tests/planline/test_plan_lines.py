"""Whole lines by kind of fault: those that went wrong once, and more of each kind beside them.

A row says what its line means: per moment `channel | when | present | initiative | purpose`, and behind
that what else is worth holding on to (`without=vader`); or the words that the refusal must point at. Of a
line that is taken no word may be nowhere.
"""

import json
from collections import Counter
from datetime import date
from typing import Any

import pytest

from store.domain.plan import ContactMoment, Way, When
from store.planline.read import read_line
from store.planline.reading import Names, Reading
from tests.planline.lost import lost
from tests.planline.year import DATA, DAY, NAMES, YEAR, short

FILES = (
    "plan_lines.jsonl",
    "more_lines.jsonl",
    "said_lines.jsonl",
    "family_lines.jsonl",
    "teacher_lines.jsonl",
    "hurried_lines.jsonl",
    "doubtful_lines.jsonl",
    "hasty_lines.jsonl",
    "spoken_lines.jsonl",
    "classroom_lines.jsonl",
    "untidy_lines.jsonl",
    "everyday_lines.jsonl",
    "table_lines.jsonl",
    "company_lines.jsonl",
    "judged_lines.jsonl",
    "named_lines.jsonl",
    "corridor_lines.jsonl",
    "loose_lines.jsonl",
    "dutch_lines.jsonl",
    "english_lines.jsonl",
    "joined_lines.jsonl",
    "late_lines.jsonl",
    "people_lines.jsonl",
    "wished_lines.jsonl",
    "ways_lines.jsonl",
)
RIGHT, REFUSED, WRONG = "right", "refused well", "wrong"
EXTRAS = ("who", "without", "starter", "condition", "channel_name", "minutes", "lasting", "or_else")


def rows(name: str) -> list[dict[str, Any]]:
    with (DATA / name).open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def when_of(when: When | None) -> str:
    return f"{short(when)} {when.daypart}".strip() if when else ""


def as_row(moment: ContactMoment, extras: list[str]) -> str:
    parts = [
        moment.channel or "-",
        when_of(moment.when),
        " ".join(moment.present),
        moment.initiative or "-",
        moment.purpose,
    ]
    for name in extras:
        # what comes back on no certain day has a first day only in words
        value = (moment.when and moment.when.start) if name == "since" else getattr(moment, name)
        parts.append(f"{name}={', '.join(map(_one, value)) if isinstance(value, tuple) else value}")
    return " | ".join(parts).strip()


def _one(value: str | Way) -> str:
    return f"{value.channel} {value.name}".strip() if isinstance(value, Way) else value


def told(reading: Reading, expected: list[str]) -> list[str]:
    """Give the moments as rows, each with the extras that its expected row names or that it has."""
    found = []
    for place, moment in enumerate(reading.moments):
        row = expected[place] if place < len(expected) else ""
        named = [part.split("=")[0].strip() for part in row.split(" | ")[5:]]
        own = [name for name in EXTRAS[1:] if getattr(moment, name) and name not in named]
        found.append(as_row(moment, [*named, *own]))
    return found


def _names(row: dict[str, Any]) -> Names:
    """Return who is at the table: the pupil alone, one family, or nobody in particular."""
    if "on" in row:
        return Names(pupil=(row["pupil"],)) if "pupil" in row else Names()
    if "pupil" in row:
        return Names((row["pupil"],), ("Anja de Groot", "Peter Bakker"), ("Els Visser",))
    return NAMES


def outcome(row: dict[str, Any]) -> tuple[str, str]:
    """Return how a line was read, and what was read instead when that is wrong."""
    names = _names(row)
    day = date.fromisoformat(row["on"]) if "on" in row else DAY
    reading = read_line(row["line"], day, YEAR, names)
    expected = [each.strip() for each in row.get("read", [])]
    if not reading.ok:
        problem = reading.errors[0]
        place = row["line"][problem.at[0] : problem.at[1]]
        return (REFUSED, "") if row.get("refused") == place else (WRONG, f"{problem.code}: {place}")
    if gone := lost(reading):
        return WRONG, f"lost: {' '.join(gone)}"
    found = told(reading, expected)
    return (RIGHT, "") if found == expected else (WRONG, "\n    ".join(["", *found]))


def test_no_line_that_went_wrong_once_is_read_wrong() -> None:
    _assert_right(rows(FILES[0]))


@pytest.mark.share(of=5)
@pytest.mark.parametrize("part", [1, 2, 3])
@pytest.mark.parametrize("name", FILES[1:])
def test_no_line_of_its_kind_is_read_wrong(name: str, part: int) -> None:
    _assert_right(rows(name)[part - 1 :: 3])


def _assert_right(some: list[dict[str, Any]]) -> None:
    table: dict[str, Counter[str]] = {}
    wrong = []
    for row in some:
        how, instead = outcome(row)
        table.setdefault(row["kind"], Counter())[how] += 1
        if how == WRONG:
            wrong.append(f"{row['kind']} {row['line']!r}: {row.get('read') or row['refused']} but {instead}")
    print(f"\nkind  {RIGHT}  {REFUSED}  {WRONG}")
    for kind, counts in sorted(table.items()):
        print(f"{kind:4}  {counts[RIGHT]:5}  {counts[REFUSED]:12}  {counts[WRONG]:5}")
    print(f"all   {sum(c[RIGHT] for c in table.values()):5}  {sum(c[REFUSED] for c in table.values()):12}")
    assert not wrong, "\n".join(wrong)
