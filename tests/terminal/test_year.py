"""A whole school year of one family, in a real terminal opened five times; sealed from autumn on."""

from __future__ import annotations

import subprocess
from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import vobject  # type: ignore[import-untyped]

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.school import School
from store.domain.school_year import assumed_year
from store.domain.talk import Slot, Talk
from store.files.repository import Repository
from store.files.sealing.seal_folder import seal_folder
from store.language import Translator
from tests.faults.trust import CHEAP
from tests.terminal.afternoon import Afternoon, Privacy
from tests.terminal.asked import asked_before
from tests.terminal.screen import COMMAND, CTRL_Q, ENTER, F9, Terminal
from tests.terminal.sealed import DAY, PASSPHRASE
from tui.desk.fresh_press import WAIT

pytestmark = pytest.mark.terminal
NL = Translator("nl")


class Year:
    """The folder of one family, and windows on it through the year."""

    def __init__(self, home: Path) -> None:
        """Plan Liv's talk."""
        self.home = home
        self.options: list[str | Path] = ["--data", home / "data"]
        (home / "data").mkdir(mode=0o700)
        mark = Carer(id=str(uuid4()), name="Mark Bosman")
        liv = Pupil(id=str(uuid4()), first_name="Liv", last_name="Bosman", carers=(mark,))
        talk = Talk(id=str(uuid4()), slot=Slot(start=datetime(2026, 8, 25, 13)), pupil=liv)
        with Repository(home / "data", new_id=lambda: str(uuid4())) as repository:
            repository.save_school(DAY, School(pupils=(liv,), year=assumed_year(DAY), revision=1))
            repository.save(SchoolDay(date=DAY, talks=(talk,), revision=1))
            asked_before(repository, DAY)

    def seal(self) -> None:
        """Set a passphrase; from now on nothing in the folder can be read without it."""
        data = self.home / "data"
        (self.home / "secret").write_text(PASSPHRASE)
        self.options += ["--passphrase-file", self.home / "secret"]
        seal_folder(data, PASSPHRASE, cost=CHEAP)
        assert [path for path in data.rglob("*") if path.is_file() and b"Bosman" in path.read_bytes()] == []

    def window(self, now: str) -> Terminal:
        """The app at this moment."""
        arguments = [*self.options, "--now", now]
        return Terminal(arguments, columns=100, rows=30, home=self.home)

    def command(self, *arguments: str | Path) -> str:
        """What a command prints in July."""
        argv = [COMMAND, *arguments, *self.options, "--now", "2027-07-12T15:00"]
        done = subprocess.run(argv, capture_output=True, text=True, encoding="utf-8", check=True, timeout=60)
        return done.stdout

    def events(self, name: str) -> list[Any]:
        """The events of the teacher's calendar, exported anew."""
        self.command("export", "--day", str(DAY), "--to", self.home / name, "--format", "ics")
        (mine,) = (self.home / name).glob("startgesprekken-*.ics")
        return list(vobject.readOne(mine.read_text("utf-8")).vevent_list)


def to_week(terminal: Terminal) -> None:
    """From the curtain to this week, and so long there that a key counts."""
    terminal.shows("↵")
    terminal.look_up()
    terminal.send("d")
    terminal.shows("w week")
    terminal.send("w")
    terminal.shows("esc dag", "g gesprek nu")
    terminal.rest(WAIT.total_seconds())


def stop(terminal: Terminal) -> None:
    terminal.send(CTRL_Q)
    assert terminal.ended() == 0


@pytest.mark.share(of=2)
def test_a_plan_lives_from_august_to_july(tmp_path: Path) -> None:
    year = Year(tmp_path)
    with year.window("2026-08-25T12:55") as terminal:
        teacher = Afternoon(terminal, NL, Privacy(()))
        teacher.next_family("Liv Bosman")
        teacher.begin()
        plans = ("huisbezoek 10 februari: hoe gaat het thuis", "gesprek op school 12 mei: doelen gehaald")
        teacher.close_with("juf belt 10 november: slaapt ze beter", *plans)
        stop(terminal)
    uids = {event.uid.value for event in year.events("augustus")}
    assert len(uids) == 3
    year.seal()

    with year.window("2026-11-09T16:00") as terminal:
        to_week(terminal)
        terminal.shows("di 10 nov", "slaapt ze beter")
        terminal.send("l")
        terminal.shows("Naar welke dag of week?")
        terminal.send("17 nov 15:30", ENTER)
        terminal.shows("di 17 nov 15:30", "Liv Bosman: verzet.")
        stop(terminal)
    with year.window("2026-11-17T16:00") as terminal:
        to_week(terminal)
        terminal.send("d")
        terminal.shows("wat kwam eruit?")
        terminal.glance()
        terminal.send("ze slaapt door", ENTER)
        terminal.shows("Liv Bosman: gedaan.", "Er vraagt nu niets om aandacht.")
        stop(terminal)

    with year.window("2027-02-10T16:00") as terminal:
        teacher = Afternoon(terminal, NL, Privacy(()))
        to_week(terminal)
        terminal.shows("hoe gaat het thuis")
        terminal.send("g")
        teacher.on_the_card("Liv")
        teacher.begin()
        terminal.send(F9)
        terminal.shows("Zo houden we contact", "Afgesproken op di 25 aug 2026")
        teacher.type_line("juf belt 20 mei: logeerpartij")
        terminal.send(F9)
        teacher.read_back("juf belt 20 mei: logeerpartij")
        terminal.send(F9)
        teacher.behind_the_curtain()
        stop(terminal)

    with year.window("2027-05-11T16:00") as terminal:
        to_week(terminal)
        screen = terminal.shows("doelen gehaald", "logeerpartij")
        assert "hoe gaat het thuis" not in screen
        terminal.send("x")
        terminal.shows("waarom vervalt het?")
        terminal.glance()
        terminal.send("ze zijn op reis", ENTER)
        terminal.lacks("doelen gehaald")
        stop(terminal)

    told = year.command("summary", "--day", str(DAY))
    for words in (
        "(was di 10 nov 2026): 17 nov 15:30",
        "17 nov 2026: ze slaapt door",
        "Vervallen op di 11 mei 2027: ze zijn op reis",
    ):
        assert words in told
    assert "logeerpartij" in year.command("week", "--on", "2027-05-20")
    now = {event.summary.value: event for event in year.events("juli")}
    assert {event.uid.value for event in now.values()} == uids
    assert [event.status.value for event in now.values()] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert next(iter(now.values())).dtstart.value.date() == date(2026, 11, 17)
