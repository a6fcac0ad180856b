"""How long reading a line takes, and beside dateparser what it reads: `python -m tests.bench.planline`."""

from __future__ import annotations

import importlib
import json
import random
import sys
import time
from datetime import datetime
from importlib.util import find_spec
from typing import Any

from store.domain import role_words
from store.planline import contact_words, purpose_words, typos, words
from store.planline.complete import complete
from store.planline.read import read_line, read_when
from store.planline.reference import Reference
from store.planline.tokens import tokens
from tests.planline.test_cases import shape, wanted
from tests.planline.year import DATA, DAY, NAMES, YEAR

LINES = 4_000
AIM = 16.0
PARTS = sorted({*words.MONTHS, *words.WEEKDAYS, *words.UNITS, *words.ORDINALS, *words.WHICH, *words.NUMBERS,
                *words.HOLIDAYS, *words.PERIODS, *words.EVERY, *contact_words.CHANNELS, *role_words.ROLES,
                *purpose_words.FILLERS, *purpose_words.RISKY, *"0123456789.:,-/'()", *map(str, range(60)),
                "15:30", "12-11", "novmber"})  # fmt: skip


def timed(lines: list[str]) -> list[tuple[float, str]]:
    """Milliseconds of processor time per line, slowest first.

    Time on the clock would also count what else the machine was doing: one interrupted line of 20,000 then
    looks slow. Nothing is remembered of a line's words, so that mending spelling mistakes counts each time.
    """
    found = []
    for line in lines:
        typos.corrected.cache_clear()
        start = time.process_time()
        read_line(line, DAY, YEAR, NAMES)
        complete(line, len(line), Reference(DAY, YEAR), NAMES)
        found.append(((time.process_time() - start) * 1000, line))
    return sorted(found, reverse=True)


def live(lines: list[str]) -> list[tuple[float, str]]:
    """Milliseconds of processor time per key when lines are typed letter by letter, slowest first."""
    found = []
    for typed in (line[:end] for line in lines for end in range(1, len(line) + 1)):
        start = time.process_time()
        read_line(typed, DAY, YEAR, NAMES)
        complete(typed, len(typed), Reference(DAY, YEAR), NAMES)
        found.append(((time.process_time() - start) * 1000, typed))
    return sorted(found, reverse=True)


def floor(lines: list[str]) -> list[tuple[float, str]]:
    """The same keys when the line is only cut into words: what reading it costs at least."""
    found = []
    for typed in (line[:end] for line in lines for end in range(1, len(line) + 1)):
        start = time.process_time()
        tokens(typed, str)
        found.append(((time.process_time() - start) * 1000, typed))
    return sorted(found, reverse=True)


def told(name: str, found: list[tuple[float, str]]) -> None:
    """One row of percentiles."""
    marks = [found[int(len(found) * (1 - part))][0] for part in (0.5, 0.9, 0.99, 0.999)]
    row = "  ".join(f"{mark:6.2f}" for mark in (*marks, found[0][0]))
    print(f"{name:14} {len(found):6}  {row}   {found[0][1][:50]!r}")


def invented(count: int) -> list[str]:
    """Lines of random words of the grammar: the worst that can be typed."""
    dice = random.Random(4)
    return [" ".join(dice.choices(PARTS, k=dice.randint(0, 14))) for _ in range(count)]


def beside_dateparser(cases: list[dict[str, Any]]) -> None:
    """Right, refused and silently wrong of the cases, and of the same phrases read by dateparser in Dutch."""
    if find_spec("dateparser") is None:
        print("dateparser is not installed: no table beside it")
        return
    dateparser = importlib.import_module("dateparser")
    options = {"RELATIVE_BASE": datetime(2026, 8, 25, 9), "PREFER_DATES_FROM": "future", "DATE_ORDER": "DMY"}
    score = {"startgesprek": [0, 0, 0], "dateparser": [0, 0, 0]}
    for case in cases:
        accepted = [wanted(each) for each in (case["expect"], *case.get("accept", []))]
        when = read_when(case["text"], DAY, YEAR)
        right = when.kind == case["kind"] and shape(when) in accepted
        score["startgesprek"][0 if right else 2 if when.settled else 1] += 1
        parsed = dateparser.parse(case["text"], languages=["nl"], settings=options)
        dates = [each.get("datetime") or each.get("date") for each in accepted]
        read = parsed.isoformat(timespec="minutes") if parsed else ""
        right = any(date and read.startswith(date) for date in dates)
        score["dateparser"][0 if right else 2 if parsed else 1] += 1
    print(f"\n{'cases':14} {'right':>6} {'refused':>8} {'silently wrong':>15}")
    for name, (right, refused, silent) in score.items():
        print(f"{name:14} {right:6} {refused:8} {silent:15}")


def main() -> None:
    """Print both tables."""
    cases = json.loads((DATA / "plan_phrases.json").read_text(encoding="utf-8"))["phrases"]
    rows = (DATA / "lines.tsv").read_text(encoding="utf-8").splitlines()[1:]
    whole = [row.split("\t")[0] for row in rows]
    start = time.perf_counter()
    read_line("bellen 12 novmber over een maand", DAY, YEAR, NAMES)
    print(f"first line {(time.perf_counter() - start) * 1000:.1f} ms, pendulum {'pendulum' in sys.modules}")
    print(f"{'cpu ms':14} {'lines':>6}     p50     p90     p99   p99.9     max   slowest")
    told("a key: floor", floor(whole))
    typing = live(whole)
    told("a key: live", typing)
    late = sum(1 for milliseconds, _ in typing if milliseconds > AIM)
    print(f"{'':14} {late} of {len(typing)} keys take longer than {AIM:.0f} ms")
    told("cases", timed([case["text"] for case in cases] * 5))
    told("whole lines", timed(whole * 5))
    told("random words", timed(invented(LINES)))
    beside_dateparser(cases)


if __name__ == "__main__":
    main()
