"""Other times for the talks of a day in words: what a line will do, what it did, and why it can't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from store.domain.talk import Talk, TalkState
from store.domain.timetable.other_times import LONGEST, SHORTEST, Rearranged, Refused
from store.export.wording.days import day_short
from store.export.wording.people import carer_words, first_names_words, listed
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.planning.timetable_line import Apart, Asked, Elsewhere, Outcome, TimetableLine, in_the_way, met

REFUSED: dict[Refused, str] = {
    Refused.GOING_ON: mark("A talk is going on then."),
    Refused.LENGTH: mark("A talk lasts {shortest} to {longest} minutes."),
    Refused.OTHER_DAY: mark("That would be on another day."),
    Refused.FIRST: mark("No talk comes before this one; type the time at which it begins."),
    Refused.NOBODY: mark("No planned talk on this day with that name to swap with."),
    Refused.SITTING: mark("That talk was begun already."),
    Refused.SIBLINGS: mark("First give each child a talk of its own, by s."),
    Refused.PARENTS: mark("Which parent comes apart? Type a first name: apart 14:20 Peter"),
    Refused.ONE_PARENT: mark("Only one parent is invited to this talk."),
    Refused.LENGTH_THERE: mark("Move it first; that day, the same key changes how long it takes."),
    Refused.SAME: mark("That is how it is already."),
}
SCHOOL_DAYS = 5
"""Days of a week that there is school."""
NAMED = 3
"""How many of those who go along are told by name."""


def refused_words(reason: Refused, t: Translator) -> str:
    """Return why a day can't be arranged like that."""
    return t(REFUSED[reason], shortest=SHORTEST, longest=LONGEST)


@dataclass(frozen=True, slots=True)
class Sight:
    """Whose desk it is, and whether other children may be named: not where a family may look on."""

    desk: Desk
    t: Translator
    others: bool


def outcome_words(line: TimetableLine, found: Outcome, talk: Talk, sight: Sight) -> str:
    """Return what becomes of the day by a line: when this talk is, and who else gets another time."""
    desk, t = sight.desk, sight.t
    match found:
        case Refused():
            return refused_words(found, t)
        case Elsewhere(start):
            said = moment_words(start, desk.day.date, t)
            again = t("{when}; the talk that was missed stays there", when=said)
            told = again if talk.state is TalkState.NOT_COME else said
            taken = taken_words(met(talk.move(start), desk), sight)
            return " ".join(filter(None, (told + ".", no_school_words(start.date(), desk, t), taken)))
        case Apart(parts):
            return " ".join((_apart_words(parts, t), taken_words(met(parts[1], desk), sight))).strip()
    return _rearranged_words(line, found, sight)


def moment_words(start: datetime, on: date, t: Translator) -> str:
    """Return a time, with its day where that is another one than the day on the screen."""
    if start.date() == on:
        return f"{start:%H:%M}"
    return t("{day} at {time}", day=day_short(start.date(), t, year=False), time=f"{start:%H:%M}")


def no_school_words(on: date, desk: Desk, t: Translator) -> str:
    """Return that there is no school on a day; nothing where there is."""
    # who plans in the last days of a holiday does so all along
    as_ever = on.weekday() < SCHOOL_DAYS and not desk.year.is_school_day(desk.day.date)
    return "" if as_ever or desk.year.is_school_day(on) else t("Note: there is no school that day.")


def taken_words(others: Sequence[Talk], sight: Sight) -> str:
    """Return who else is planned at that time; nothing where nobody is."""
    t = sight.t
    if not others:
        return ""
    if not sight.others:
        return t("Note: there is another talk at that time.")
    names = listed([f"{first_names_words(each.pupils, t)} ({each.slot.start:%H:%M})" for each in others], t)
    return t.n(
        "Note: then {names} is planned too.", "Note: then {names} are planned too.", len(others), names=names
    )


def _rearranged_words(line: TimetableLine, found: Rearranged, sight: Sight) -> str:
    slot, t = found.talk.slot, sight.t
    said = t("{start}–{end}, {minutes} min", start=f"{slot.start:%H:%M}", end=f"{slot.end:%H:%M}",
             minutes=slot.minutes)  # fmt: skip
    if line.asked is Asked.INTERPRETER:
        said = t("{when}, with an interpreter", when=said)
    shown = found.others if sight.others else ()
    along = [f"{first_names_words(each.pupils, t)} {each.slot.start:%H:%M}" for each in shown]
    if len(along) > NAMED:
        more = t("{count} more", count=len(along) - NAMED + 1)
        along = [*along[: NAMED - 1], more]
    parts = [said + ("; " + listed(along, t) if along else "") + "."]
    if line.rest and (others := _others_after(found.talk, sight.desk)):
        parts.append(t("Those of {names} stay as they are.", names=listed(others, t)))
    if taken := in_the_way(found, sight.desk):
        parts.append(taken_words(taken, sight))
        if not line.rest and line.asked is not Asked.SWAP:
            parts.append(t("With 'rest' behind it, all after it move along."))
    return " ".join(parts)


def _others_after(talk: Talk, desk: Desk) -> list[str]:
    """Return the teachers whose talks come later too, and do not go along: by name, each once."""
    own = desk.whose.beside(talk, desk.day)
    later = (each for each in desk.day.coming if each.slot.start >= talk.slot.start and not own.talk(each.id))
    return list(dict.fromkeys(each.teacher for each in later if each.teacher))


def _apart_words(parts: tuple[Talk, ...], t: Translator) -> str:
    told = (
        t("{time} with {people}", time=f"{each.slot.start:%H:%M}",
          people=listed([carer_words(carer, t) for carer in each.audience], t))
        for each in parts
    )  # fmt: skip
    return "; ".join(told) + "."
