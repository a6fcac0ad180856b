"""`kill -9` of the real app while somebody types into it, on a sealed folder.

What the app itself called kept must be there; what was typed after it may be, in order and whole.
"""

from __future__ import annotations

import random
import select
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.talk import Slot, Talk
from store.files.errors import FilesError
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.language import Translator
from tests.faults.invented import DAY
from tests.faults.tally import Found, Tally, Verdict
from tests.terminal.asked import asked_before
from tests.terminal.screen import ENTER, Terminal
from tests.terminal.sealed import CHEAP

NAME = "typing into the app"
NOW = f"{DAY}T12:55"
PASSPHRASE = "zeven stille fietsen"
T = Translator("nl")


def rounds(number: int, seed: int = 1) -> Iterator[Tally]:
    """Run so many rounds; yields the tally after each."""
    chance = random.Random(seed)
    tally = Tally(NAME)
    for at in range(number):
        with tempfile.TemporaryDirectory(prefix="faults-") as name:
            folder = Path(name)
            _prepare(folder)
            lines = tuple(f"r{at}-{n} " + "woord " * chance.randint(0, 3) + "eind" for n in range(8))
            acknowledged = _killed(folder, lines, chance)
            tally.add(verdict(folder, lines, acknowledged), acknowledged)
        yield tally


def verdict(folder: Path, lines: tuple[str, ...], acknowledged: int) -> Found:
    """What is found of these lines, of which so many were called kept."""
    try:
        sealer = KeyFile(folder / "data").unlock(PASSPHRASE)
        repository = Repository.reading(folder / "data", sealer)
        found = tuple(point.text for point in repository.day(DAY).talks[0].points)
        drafts = tuple(draft.text for draft in repository.drafts(DAY))
    except FilesError as error:
        return Found(Verdict.LOST, f"{type(error).__name__} after {acknowledged} lines")
    if found != lines[: len(found)]:
        return Found(Verdict.SILENT, f"{found} was never typed like that")
    if len(found) < acknowledged:
        return Found(Verdict.LOST, f"{len(found)} lines of the {acknowledged} that were called kept")
    # a line may be half typed and have its Enter on the way: then it is in neither place yet
    if any(not any(line.startswith(draft) for line in lines[len(found) :]) for draft in drafts):
        return Found(Verdict.SILENT, f"{drafts} half typed after {len(found)} lines")
    return Found(Verdict.EXACT if len(found) == acknowledged else Verdict.ONE_MORE)


def _prepare(folder: Path) -> None:
    """A sealed folder with one family, planned."""
    carer = Carer(id=str(uuid4()), name="Anja de Groot")
    pupil = Pupil(id=str(uuid4()), first_name="Marinka", last_name="de Groot", carers=(carer,))
    talk = Talk(id=str(uuid4()), slot=Slot(start=datetime(DAY.year, DAY.month, DAY.day, 13)), pupil=pupil)
    (folder / "data").mkdir(mode=0o700)
    sealer = KeyFile(folder / "data", cost=CHEAP).create(PASSPHRASE).sealer
    with Repository(folder / "data", new_id=lambda: str(uuid4()), sealer=sealer) as repository:
        repository.save_school(DAY, School(pupils=(pupil,), year=assumed_year(DAY), revision=1))
        repository.save(SchoolDay(date=DAY, talks=(talk,), revision=1))
        asked_before(repository, DAY)
    (folder / "secret").write_text(PASSPHRASE)


def _killed(folder: Path, lines: tuple[str, ...], chance: random.Random) -> int:
    """Type, and kill it at a random moment after a random line; how many lines the screen called kept."""
    arguments: list[str | Path] = ["--data", folder / "data", "--passphrase-file", folder / "secret"]
    with Terminal([*arguments, "--now", NOW], columns=120, rows=40, home=folder) as terminal:
        terminal.shows(f"d {T('day')}")
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows("Marinka de Groot")
        terminal.look_up()
        terminal.send(ENTER)
        terminal.shows(f"F9 {T('agreements')}")
        acknowledged = chance.randint(0, 4)
        for number, line in enumerate(lines[:acknowledged], 1):
            terminal.send(line, ENTER)
            terminal.until(lambda screen, number=number: _is_kept(screen, lines[:number]), f"{line} kept")  # type: ignore[misc]
        typed = "".join(f"{line}{ENTER}" for line in lines[acknowledged:])
        # the moment of the kill is what is varied: letters at the pace of a hand, then none
        for letter in typed[: chance.randint(1, 60)]:
            terminal.send(letter)
            select.select([], [], [], chance.random() * 0.01)
        select.select([], [], [], chance.random() * 0.2)
        terminal.kill()
    return acknowledged


def _is_kept(screen: str, lines: tuple[str, ...]) -> bool:
    """Whether all of these are points of the board, and the corner says that everything is kept.

    The sign in front tells a point from a line whose Enter is still on its way.
    """
    there = all(f"· {line.split()[0]} " in screen for line in lines)
    return there and T("not yet kept") not in screen and T("kept {time}", time="")[:7] in screen
