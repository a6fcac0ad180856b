"""An invented class with talks today, to look around with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil, Voice
from store.domain.school import School
from store.domain.school_year import DEFAULT_ZONE, Report, SchoolYear, assumed_year
from store.domain.talk import DEFAULT_MINUTES, Slot, Talk
from store.files.repository import Repository
from tui.desk.new_id import new_id

FAMILIES = (
    ("Noor", "", "Hoekstra", ("Wietske Hoekstra", "Jelle Hoekstra"), "", False),
    ("Elif", "", "Demir", ("Aylin Demir",), "Turks", False),
    ("Tobias", "van der", "Laan", ("Carolien van der Laan", "Geert Smit"), "", False),
    ("Jaylen", "", "Martina", ("Rochelle Martina",), "Papiaments", False),
    ("Oliwia", "", "Nowak", ("Marta Nowak", "Piotr Nowak"), "Pools", True),
    ("Sam", "de", "Bruin", ("Inge de Bruin", "Kim de Bruin"), "", False),
)


def furnish(folder: Path, instant: datetime) -> None:
    """Put a class in this folder with a day that begins about now; `instant` is in UTC."""
    zone = ZoneInfo(DEFAULT_ZONE)
    now = instant.astimezone(zone).replace(tzinfo=None, second=0, microsecond=0)
    today = now.date()
    start = min(now + timedelta(minutes=5 - now.minute % 5), datetime.combine(today, time(21, 0)))
    talks = tuple(_talk(at, start + timedelta(minutes=DEFAULT_MINUTES * at)) for at in range(len(FAMILIES)))
    pupils = tuple(talk.pupil for talk in talks)
    school = School(pupils=pupils, teacher="juf Els", year=invented_year(today), revision=1)
    with Repository(folder, new_id=new_id) as repository:
        repository.save_school(today, school)
        repository.save(SchoolDay(date=today, talks=talks, revision=1))


def invented_year(today: date) -> SchoolYear:
    """Return the school year of this day with two reports, so that a plan can hang on them."""
    year = assumed_year(today)
    reports = (date(year.end.year, 1, 29), date(year.end.year, 6, 25))
    return replace(year, reports=tuple(Report(number=n, day=day) for n, day in enumerate(reports, 1)))


def _talk(at: int, start: datetime) -> Talk:
    first, infix, last, carers, language, interpreter = FAMILIES[at]
    pupil = Pupil(
        id=new_id(),
        first_name=first,
        infix=infix,
        last_name=last,
        group="3",
        home_language=language,
        interpreter=interpreter,
        carers=tuple(
            Carer(id=new_id(), name=name, phone=f"06-000020{at}{n}") for n, name in enumerate(carers)
        ),
    )
    talk = Talk(id=new_id(), slot=Slot(start=start), pupil=pupil, teacher="juf Els")
    if at == 0:
        point = AgendaPoint(id=new_id(), voice=Voice.TEACHER, text="lezen thuis", prepared=True)
        talk = talk.raise_point(point)
    return talk
