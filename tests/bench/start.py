"""First paint and memory against a bare Textual app, and what Enter costs: `python -m tests.bench.start`.

All from outside, through a pseudo-terminal, in the same run and in turns: the bare app is the smallest
that shows a word, so the ratios say what is ours. The first picture stands before Textual is loaded; the
app itself is there when it has painted the same again. Then, in the running app, how long it takes from Enter
to the mark that the line is kept, and from a letter to its draft on the disk.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from uuid import uuid4

from store.files.repository import Repository
from store.language import Translator
from tests.roster.build import taken_in
from tests.terminal.asked import asked_before
from tests.terminal.screen import COMMAND, CTRL_Q, ENTER, Terminal

DAY = date(2026, 8, 25)
CLASS_LIST = Path(__file__).parents[1] / "roster" / "data" / "roster_groep3.csv"
BARE = """\
from textual.app import App
from textual.widgets import Static
class Bare(App):
    def compose(self):
        yield Static("bare app")
Bare().run()
"""
BARE_APP = "bare Textual app"


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--lines", type=int, default=40)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with Repository(home / "data", new_id=lambda: str(uuid4())) as repository:
            taken_in(CLASS_LIST, repository, lambda: str(uuid4()), today=DAY)
            asked_before(repository, DAY)
        starts(home, given.runs)
        keys(home, given.lines)


def starts(home: Path, runs: int) -> None:
    """Both apps in turns; the first round fills the caches and is not counted."""
    bare_file = home / "bare.py"
    bare_file.write_text(BARE, "utf-8")
    ours = our_command(home)
    apps: dict[str, tuple[list[str | Path], str, int]] = {
        BARE_APP: ([sys.executable, bare_file], "bare app", 1),
        "first picture": (ours, Translator()("onward"), 1),
        "the app itself": (ours, Translator()("onward"), 2),
    }
    paints: dict[str, list[float]] = {name: [] for name in apps}
    sizes: dict[str, list[float]] = {name: [] for name in apps}
    for run in range(runs + 1):
        for name, (command, text, times) in apps.items():
            paint, size = started(command, text, times, home)
            if run:
                paints[name].append(paint)
                sizes[name].append(size)
    for name in apps:
        print(
            f"{name:<18} first paint {statistics.median(paints[name]):6.0f} ms "
            f"[{min(paints[name]):.0f} .. {max(paints[name]):.0f}]   "
            f"memory {statistics.median(sizes[name]):5.1f} MB"
        )
    for name in apps:
        paint, size = (
            statistics.median(of[name]) / statistics.median(of[BARE_APP]) for of in (paints, sizes)
        )
        print(f"{name:<18} first paint {paint:6.2f}   memory {size:.2f}   times bare (medians of {runs})")


def our_command(home: Path) -> list[str | Path]:
    return [COMMAND, "--data", home / "data", "--now", "2026-08-25T12:55"]


def started(command: list[str | Path], text: str, times: int, home: Path) -> tuple[float, float]:
    """Milliseconds until the text was painted so many times, and resident megabytes then."""
    begun = time.perf_counter()
    with Terminal(command[1:], columns=80, rows=24, home=home, command=command[0], cold=True) as window:
        while window.output.count(text.encode()) < times:
            window.wait_for_output()
        return (time.perf_counter() - begun) * 1000, resident(window.pid)


def resident(pid: int) -> float:
    """Resident megabytes of a process, from Linux's /proc."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:"))


def keys(home: Path, lines: int) -> None:
    """From Enter to the line in the stored day, and from a letter to its draft in the stored file."""
    reading = Repository.reading(home / "data")
    t = Translator()
    kept, drafts = [], []
    with Terminal(our_command(home)[1:], columns=80, rows=24, home=home, cold=True) as window:
        window.shows(f"↵ {t('onward')}")
        window.look_up()
        window.send(ENTER)
        window.shows(t("Welcome, {name}", name="Liv Bosman"))
        window.look_up()
        window.send(ENTER)
        window.shows(f"F9 {t('agreements')}")
        for number in range(lines):
            text = f"regel {number}"
            window.send(text)
            drafts.append(waited(window, partial(is_draft, reading, text)))
            window.send(ENTER)
            kept.append(waited(window, partial(is_kept, reading, text, t("not yet kept"))))
        window.send(CTRL_Q)
        window.ended()
    for name, found in (("Enter to the kept mark", kept), ("letter to its draft on the disk", drafts)):
        middle, worst = statistics.median(found), max(found)
        print(f"{name:<34} median {middle:5.0f} ms   worst {worst:5.0f} ms   n {len(found)}")


def is_draft(reading: Repository, text: str, _: str) -> bool:
    """Whether this half-typed line is on the disk."""
    return any(draft.text == text for draft in reading.drafts(DAY))


def is_kept(reading: Repository, text: str, not_yet: str, screen: str) -> bool:
    """Whether this point is on the board, marked as kept, and indeed on the disk."""
    if f"· {text}" not in screen or not_yet in screen:
        return False
    return any(point.text == text for talk in reading.day(DAY).talks for point in talk.points)


def waited(window: Terminal, holds: Callable[[str], bool]) -> float:
    """Milliseconds until something holds; looked at whenever something is painted and 20 times a second."""
    begun = time.perf_counter()
    window.until(holds, "what was typed, on the disk")
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    main()
