"""What a day on paper costs: `python -m tests.bench.paper`.

A day of 15 talks with two adults each, half of them with another language at home, in every format; each
round is a process of its own, so that what has to be imported counts too. Printed as parts of the aim, three
seconds for all formats together, and of one page set by typst alone.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from store.domain.day import SchoolDay
from store.domain.people import Carer
from store.domain.talk import Talk, TalkState
from store.export.formats import EXPORTERS, Order
from store.language import Translator
from tests.export.families import DAY, SCHOOL, marinka

ROUNDS = 5
TALKS = 15
AIM = 3.0
NOW = datetime(2026, 8, 25, 18, tzinfo=UTC)
LANGUAGES = ("Turks", "Arabisch", "Pools", "")


def day(state: TalkState) -> SchoolDay:
    """Fifteen talks in this state, each with everything in it."""
    return SchoolDay(date=DAY, talks=tuple(_talk(at, state) for at in range(TALKS)))


def _talk(at: int, state: TalkState) -> Talk:
    talk = marinka()
    carers = tuple(
        Carer(id=each.id, name=f"{each.name} {at}", phone=f"06-{at:08}", email=f"{each.id}{at}@example.org")
        for each in talk.audience
    )
    pupil = replace(talk.pupil, id=f"pupil-{at}", carers=carers, home_language=LANGUAGES[at % len(LANGUAGES)])
    moments = tuple(replace(each, id=f"{each.id}-{at}") for each in talk.plan.moments)
    slot = replace(talk.slot, start=talk.slot.start + timedelta(minutes=20 * at))
    plan = replace(talk.plan, moments=moments)
    return replace(talk, id=f"talk-{at}", pupil=pupil, slot=slot, plan=plan, state=state)


def main() -> None:
    """Print the medians."""
    if sys.argv[1:]:
        _one_round()
        return
    rounds = [_in_a_process() for _ in range(ROUNDS)]
    total = 0.0
    for name in rounds[0]:
        seconds, files = statistics.median(each[name][0] for each in rounds), rounds[0][name][1]
        total += seconds
        print(f"{name:12} {seconds:6.2f} s   {files:3} files   {seconds / AIM:5.0%} of the aim")
    print(f"{'together':12} {total:6.2f} s               {total / AIM:5.0%} of the aim")


def _in_a_process() -> dict[str, tuple[float, int]]:
    command = [sys.executable, "-m", "tests.bench.paper", "once"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rows = (line.split() for line in done.stdout.splitlines())
    return {name: (float(seconds), int(files)) for name, seconds, files in rows}


def _one_round() -> None:
    """Make every format once; the invitations of a day that is still to come."""
    for name, exporter in EXPORTERS.items():
        state = TalkState.PLANNED if name == "invitations" else TalkState.FINISHED
        order = Order(day(state), SCHOOL, Translator("nl"), NOW)
        begun = time.perf_counter()
        files = len(list(exporter(order)))
        print(name, time.perf_counter() - begun, files)


if __name__ == "__main__":
    main()
