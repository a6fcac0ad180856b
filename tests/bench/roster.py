"""What reading a file in costs, beside what it costs at least: `python -m tests.bench.roster`.

Thirty rows into a new folder against the start-up of `--version`, in turns and each in a process of its own,
as processor time and by the clock; the aim is a tenth of a second beyond it. Then a thousand rows as the
app looks at them, stored already or not, against the csv module that only cuts them up; the aim is a second.
Last the same with every first name written otherwise.
"""

from __future__ import annotations

import csv
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from uuid import uuid4

from store.files.repository import Repository
from store.language import Translator
from tui.desk.roster.last_import import store_with_way_back
from tui.desk.roster.roster_look import RosterLook
from tui.words.roster.look import look_lines

ROUNDS = 15
TODAY = date(2026, 8, 20)
HEADER = (
    "Datum;Tijd;Duur;Leerlingnummer;Roepnaam;Achternaam;Groep;Ouder 1;Telefoon 1;Ouder 2;E-mail 2;Opmerking\n"
)


def table(rows: int) -> str:
    """Make a timetable of so many talks, twelve a day on the days from Monday to Thursday."""
    made = [HEADER]
    for row in range(rows):
        on, turn = divmod(row, 12)
        day = date(2026, 8, 24) + timedelta(days=on // 4 * 7 + on % 4)
        clock = f"{13 + turn // 3}:{turn % 3 * 20:02}"
        who = f"Kind{row};Achternaam{row % 97};{3 + row % 6};Ouder {row};06-1234{row:04}"
        made.append(f"{day:%d-%m-%Y};{clock};20;{10000 + row};{who};Tweede {row};o{row}@example.org;\n")
    return "".join(made)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as name:
        thirty_rows(Path(name))
        thousand_rows(Path(name))


def thirty_rows(home: Path) -> None:
    """Both commands in turns; the first round fills the caches and is not counted."""
    path = home / "dertig.csv"
    path.write_text(table(30), "utf-8")
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    env["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")
    figures: dict[str, list[tuple[float, float]]] = {"--version": [], "30 rows": []}
    for turn in range(ROUNDS + 1):
        commands = {
            "--version": ["--version"],
            "30 rows": [
                "roster",
                str(path),
                "--yes",
                "--data",
                str(home / f"data{turn}"),
                "--now",
                "2026-08-20T12",
            ],
        }
        for name, command in commands.items():
            found = spent([sys.executable, "-m", "tui", *command], env)
            figures[name] += [found] if turn else []
    for at, what in enumerate(("processor", "clock")):
        floor, ours = (statistics.median(each[at] for each in figures[name]) for name in figures)
        least = [min(each[at] for each in figures[name]) for name in figures]
        print(
            f"30 rows stored    {what:<9} {ours:4.0f} ms   --version {floor:4.0f} ms   "
            f"beyond {ours - floor:4.0f} ms   times {ours / floor:.1f}   least {least[1] - least[0]:4.0f} ms"
        )


def spent(command: list[str], env: dict[str, str]) -> tuple[float, float]:
    """Milliseconds of processor, and by the clock, that a command takes."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=True)
    clock, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used * 1000, clock * 1000


def thousand_rows(home: Path) -> None:
    """A look at a thousand rows that are new, and again once they are stored."""
    data, t = table(1000).encode(), Translator()
    with Repository(home / "duizend", new_id=lambda: str(uuid4())) as repository:

        def look() -> RosterLook:
            found = RosterLook(data, repository, lambda: str(uuid4()), TODAY)
            "\n".join(look_lines(found.looked, t))
            return found

        floor = median(lambda: list(csv.reader(io.StringIO(data.decode()), delimiter=";")))
        for name in ("1000 rows, new", "1000 rows, known"):
            ours = median(look)
            print(f"{name:<17} {ours:4.0f} ms   cut up {floor:4.1f} ms   times {ours / floor:.0f}")
            store_with_way_back(repository, look().looked)
        data = data.replace(b";Kind", b";Kint")
        print(f"1000 rows, renamed {median(look):3.0f} ms")


def median(work: Callable[[], object]) -> float:
    """Milliseconds of processor that some work takes, the middle one of five."""
    found = []
    for _ in range(5):
        begun = time.process_time()
        work()
        found.append((time.process_time() - begun) * 1000)
    return statistics.median(found)


if __name__ == "__main__":
    main()
