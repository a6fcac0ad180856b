"""Lines kept as typed that the school's dates made clear: offered one by one, never read by themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from store.domain.plan import ContactMoment
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.domain.undo import StepName
from store.planline.calendar_changes import Offer, offers
from store.planline.read import read_line
from store.planline.reading import Reading
from tui.desk.desk import Desk
from tui.desk.talk.names_in_plan import names_of
from tui.desk.year_days import days_of_this_year


@dataclass(frozen=True, slots=True)
class KeptLine:
    """A line of one talk, on the day of that talk, with what it says now."""

    day: date
    talk: Talk
    offer: Offer

    @property
    def text(self) -> str:
        """The line, letter for letter."""
        return self.offer.moment.text

    def read(self, text: str, desk: Desk) -> Reading:
        """Read another line in the place of this one; without a text give the reading that is offered.

        Its moments are those that would be taken, with what was told apart from the line. A number is that of
        one of the choices.
        """
        offer = self.offer
        if text.isdecimal() and 1 <= int(text) <= len(offer.choices):
            offer = replace(offer, reading=offer.chosen(offer.choices[int(text) - 1]))
            text = ""
        if not text:
            return replace(offer.reading, moments=offer.taken())
        reading = read_line(text, self.day, desk.year, names_of(self.talk, desk.school))
        return replace(reading, moments=self.offer.typed_anew(reading))

    def may_be(self, text: str, desk: Desk) -> bool:
        """Return whether another line can be in its place: clear, or waiting only for a school date."""
        reading = self.read(text, desk)
        return reading.ok or {each.code for each in reading.errors} == {"unknown_anchor"}

    def becomes(self, text: str, desk: Desk) -> tuple[ContactMoment, ...]:
        """Return the moments that are read, or those of another line; what waits is kept as typed."""
        reading = self.read(text, desk)
        return reading.moments if reading.ok else (replace(reading.moments[0], when=None),)


def kept_lines(desk: Desk, before: SchoolYear, now: SchoolYear) -> tuple[KeptLine, ...]:
    """Return the lines of this school year that can be read now and could not before, by time.

    A day that can't be read is passed over: it keeps what it has.
    """
    if before == now:
        return ()
    return tuple(
        KeptLine(day.date, talk, offer)
        for day in days_of_this_year(desk)
        for talk in day.in_order
        for offer in offers(talk.plan.moments, day.date, names_of(talk, desk.school), before, now)
    )


def take(line: KeptLine, text: str, desk: Desk) -> Talk | None:
    """Put the reading in the place of the line, or that of another `text`; return the talk as it was before.

    None when the talk or its line went meanwhile.
    """
    day = next(iter(desk.days.readable([line.day])), None)
    talk = day.talk(line.talk.id) if day else None
    if talk is None or all(each.id != line.offer.moment.id for each in talk.plan.moments):
        return None
    first, *others = line.becomes(text, desk)
    new = (first, *(replace(each, id=desk.new_id()) for each in others))
    _put(line.day, _in_place(talk, line.offer.moment.id, new), desk)
    return talk


def take_back(line: KeptLine, before: Talk, desk: Desk) -> None:
    """Put the line back as it was typed, in its talk as that now is."""
    day = next(iter(desk.days.readable([line.day])), None)
    if day is not None and (talk := day.talk(line.talk.id)) is not None:
        _put(line.day, replace(talk, plan=before.plan), desk)


def _in_place(talk: Talk, moment_id: str, new: tuple[ContactMoment, ...]) -> Talk:
    moments = (each for old in talk.plan.moments for each in (new if old.id == moment_id else (old,)))
    return replace(talk, plan=replace(talk.plan, moments=tuple(moments)))


def _put(day: date, talk: Talk, desk: Desk) -> None:
    for found in desk.days.readable([day]):
        if step := found.step(desk.new_id(), StepName.MOMENT_CHANGED, talk):
            desk.keep_day(found.put(talk, step))
