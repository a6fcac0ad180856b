"""A sealed folder with a class in it, in a window; what stops the app must cost nothing of it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.talk import Slot, Talk
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from store.files.sealing.key_wrapping import Cost
from store.language import Translator
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.asked import asked_before
from tests.terminal.screen import COMMAND, Terminal

DAY = date(2026, 8, 25)
LIV, HAMIT = "Liv Bosman", "Hamit Yıldız"
PASSPHRASE = "vier blauwe regenlaarzen"
CHEAP = Cost(passes=1, kib=64, lanes=1)
T = Translator("nl")
HERE = Path(__file__).parent
AS_OWNER = (sys.executable, HERE / "as_owner.py", COMMAND)


def not_saved(why: str) -> str:
    return T("NOT SAVED: {why}", why=T(why))


def joined(text: str) -> str:
    """The text without its blanks, wherever its lines were broken."""
    return "".join(text.split())


@dataclass(frozen=True, slots=True)
class Sealed:
    """The folder of one class, of which the first two families come at these times."""

    home: Path
    starts: tuple[datetime, ...] = (datetime(2026, 8, 25, 13), datetime(2026, 8, 25, 13, 20))
    minutes: int = 20
    cost: Cost = CHEAP

    def __post_init__(self) -> None:
        """Fill and seal it."""
        (self.home / "secret").write_text(PASSPHRASE)
        self.data.mkdir(mode=0o700)
        KeyFile(self.data, cost=self.cost).create(PASSPHRASE)
        self.off.write_text("0")
        pupils = [self._pupil(name) for name in (LIV, HAMIT)]
        talks = (
            Talk(id=str(uuid4()), slot=Slot(start=start, minutes=self.minutes), pupil=pupil)
            for start, pupil in zip(self.starts, pupils, strict=True)
        )
        with self.opened() as repository:
            school = School(pupils=tuple(pupils), year=assumed_year(self.day), revision=1)
            repository.save_school(self.day, school)
            repository.save(SchoolDay(date=self.day, talks=tuple(talks), revision=1))
            asked_before(repository, self.day)

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.home / "data"

    @property
    def off(self) -> Path:
        """How many seconds the clock of the computer is off, for `moved_clock`."""
        return self.home / "off"

    @property
    def day(self) -> date:
        """The day of the talks."""
        return self.starts[0].date()

    # -- the window --------------------------------------------------------------
    def window(
        self,
        *,
        now: str = "2026-08-25T12:55",
        launcher: Sequence[str | Path] = (COMMAND,),
        asked: bool = False,
        columns: int = 100,
        rows: int = 24,
        cold: bool = False,
    ) -> Terminal:
        """The command, started by a `launcher`; the passphrase is `asked` on the screen or in a file."""
        command, *arguments = launcher
        arguments += ["--data", self.data, "--now", now]
        arguments += [] if asked else ["--passphrase-file", self.home / "secret"]
        return Terminal(arguments, columns=columns, rows=rows, home=self.home, command=command, cold=cold)

    @property
    def moved_clock(self) -> tuple[str | Path, ...]:
        """Starts the command on a clock that can be moved."""
        return (sys.executable, HERE / "moved_clock.py", self.off)

    def move_clock(self, **span: float) -> None:
        """Put the clock of the computer so far off, in one go."""
        new = self.off.with_suffix(".new")
        new.write_text(str(timedelta(**span).total_seconds()))
        new.replace(self.off)

    # -- what is on the disk -----------------------------------------------------
    def opened(self) -> Repository:
        """The folder, to be changed."""
        sealer = KeyFile(self.data).unlock(PASSPHRASE)
        return Repository(self.data, new_id=lambda: str(uuid4()), sealer=sealer)

    def talk(self) -> Talk:
        """The first talk, as stored."""
        return self._reading().day(self.day).in_order[0]

    def points(self) -> list[str]:
        """What was brought up in it."""
        return [point.text for point in self.talk().points]

    def drafts(self) -> list[str]:
        """The lines that were half typed."""
        return [draft.text for draft in self._reading().drafts(self.day)]

    def files(self) -> dict[str, bytes]:
        """Every file with its bytes."""
        paths = (path for path in self.data.rglob("*") if path.is_file())
        return {str(path.relative_to(self.data)): path.read_bytes() for path in paths}

    def _reading(self) -> Repository:
        return Repository.reading(self.data, KeyFile(self.data).unlock(PASSPHRASE))

    def _pupil(self, name: str) -> Pupil:
        first, _, last = name.partition(" ")
        carer = Carer(id=str(uuid4()), name=f"Mark {last}")
        return Pupil(id=str(uuid4()), first_name=first, last_name=last, carers=(carer,))


def at_the_table(terminal: Terminal) -> Afternoon:
    """The first talk of the day has begun."""
    teacher = Afternoon(terminal, T, Privacy(()))
    teacher.next_family(LIV)
    teacher.begin()
    return teacher
