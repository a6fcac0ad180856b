"""A roster as lines of text, so that what should come out of a file can be written down beside it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import StrEnum

from store.domain.people import Carer, Pupil
from store.roster.choices import Choices
from store.roster.problems import UnusableError
from store.roster.roster import Roster, roster_from
from store.roster.timetable import RosterSlot

READ_ON = date(2026, 8, 20)
"""The day on which the files are read."""


class Outcome(StrEnum):
    """What became of a file."""

    RIGHT = "right"
    TOLD = "told"
    ASKED = "asked"
    REFUSED = "refused"
    WRONG = "wrong"


def lines_of(data: bytes, choices: Choices | None = None) -> list[str]:
    """Return what is read from a file, line by line, with what is told (!) and asked (?)."""
    try:
        roster = roster_from(data, choices or Choices(), today=READ_ON)
    except UnusableError as error:
        return [f"refused: {error.refusal}" + (f" ({error.value})" if error.value else "")]
    return [*_read(roster)]


def outcome_of(lines: list[str]) -> Outcome:
    """Return what became of a file that was read as these lines."""
    if lines[0].startswith("refused"):
        return Outcome.REFUSED
    if any(line.startswith("?") for line in lines):
        return Outcome.ASKED
    return Outcome.TOLD if any(line.startswith("!") for line in lines) else Outcome.RIGHT


def _read(roster: Roster) -> Iterator[str]:
    yield from map(_pupil, roster.pupils)
    yield from (_slot(roster, slot) for slot in roster.slots)
    for pause in roster.pauses:
        yield f"- {pause.day} {pause.time} {pause.text}".replace("  ", " ")
    for problem in roster.problems:
        yield " ".join(filter(None, ("!", problem.code, _place(problem.sheet, problem.row, problem.column))))
    for doubt in roster.unanswered:
        said = f"{doubt.taken} / {doubt.other}" if doubt.other else doubt.taken or " ".join(doubt.others)
        yield f"? {doubt.code} {_place(doubt.sheet, doubt.row, doubt.column)}: {said}"


def _place(sheet: str, row: int, column: str) -> str:
    return " ".join(filter(None, (sheet, str(row), column)))


def _pupil(pupil: Pupil) -> str:
    born = f"*{pupil.birth_date}" if pupil.birth_date else ""
    name = (
        " | ".join((pupil.first_name, pupil.infix, pupil.last_name)).replace("|  |", "|").removesuffix(" | ")
    )
    number, group = (
        f"{sign}{text}" if text else "" for sign, text in (("#", pupil.number), ("g", pupil.group))
    )
    more = (pupil.home_language, "tolk" if pupil.interpreter else "")
    carers = "; ".join(map(_carer, pupil.carers))
    return " ".join(filter(None, (name, number, group, born, *more, f"[{carers}]" if carers else "")))


def _carer(carer: Carer) -> str:
    contacts = (each for each in (carer.phone, carer.email) if each != carer.name)
    return " ".join(filter(None, (carer.name, *contacts)))


def _slot(roster: Roster, slot: RosterSlot) -> str:
    pupils = [roster.pupils[at].first_name for at in (slot.pupil, *(child.pupil for child in slot.siblings))]
    carers = [roster.pupils[slot.pupil].carers[at].name.split()[0] for at in slot.carers]
    points = [f"o: {each}" for each in slot.parent_points] + [f"l: {each}" for each in slot.pupil_points]
    return " ".join(
        filter(
            None,
            (
                f"{slot.start:%Y-%m-%d %H:%M}",
                f"{slot.minutes}m" if slot.minutes else "",
                "+".join(pupils),
                f"({', '.join(carers)})" if carers else "",
                slot.teacher,
                f"in {slot.place}" if slot.place else "",
                f"tolk {slot.interpreter}" if slot.interpreter else "",
                f'"{slot.remark}"' if slot.remark else "",
                *points,
            ),
        )
    )
