"""Two families in a sealed folder: one with parents who live apart, one that names the other child."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from store.domain.board import AgendaPoint
from store.domain.people import Carer, Pupil, Voice
from store.domain.talk import Slot, Talk, TalkState
from store.files.repository import Repository
from store.files.sealing.key_file import KeyFile
from tests.sealing.test_sealing import SECRET
from tui.commands.line import run

MOTHER = Carer(id="m", name="Rania Haddad", phone="06-1")
FATHER = Carer(id="f", name="Karim al-Khatib", email="karim@example.org")
YOUSEF = Pupil(id="y", first_name="Yousef", infix="al-", last_name="Khatib", carers=(MOTHER, FATHER))
LIV = Pupil(id="l", first_name="Liv", last_name="Bosman", number="12")
HANDED = datetime(2026, 8, 25, 15, tzinfo=UTC)


def talk(name: str, hour: int, pupil: Pupil, *carers: Carer, text: str = "") -> Talk:
    point = AgendaPoint(id=f"{name}-p", voice=Voice.CARER, text=text or f"gezegd-{name}")
    return Talk(
        id=name,
        slot=Slot(start=datetime(2026, 8, 25, hour)),
        pupil=replace(pupil, carers=carers),
        points=(point,),
        state=TalkState.FINISHED,
    )


WITH_MOTHER = talk("moeder", 13, YOUSEF, MOTHER)
WITH_FATHER = talk("vader", 14, YOUSEF, FATHER)
LIVS = talk("liv", 15, LIV, text="naast yousef zitten")


def command(folder: Path, *arguments: str, now: str | None = "2026-08-26T09:00", language: str = "en") -> int:
    clock = ["--now", now] if now else []
    return run(["--data", str(folder), "--language", language, *clock, *arguments])


def number(path: Path) -> int:
    """What stands behind the name when there are more files."""
    return int(path.stem.split("-")[6:][0]) if len(path.stem.split("-")) > 6 else 1


def opened(folder: Path) -> Repository:
    return Repository.reading(folder, KeyFile(folder).unlock(SECRET))
