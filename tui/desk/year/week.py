"""What a week asks for, over all days of the school year, and what came of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime

from store.domain.board import Agreement
from store.domain.plan import ContactMoment, When, WhenKind
from store.domain.school_year import SchoolYear
from store.domain.talk import Talk
from store.domain.undo import Scope, Step, StepName
from store.domain.year.due import Due, with_talks
from store.domain.year.load import Week
from store.domain.year.look import look_over
from store.domain.year.sequel import Became, Sequel
from store.files.days_of_year import unhurried
from store.files.errors import FilesError
from store.planline.read import read_when
from store.planline.reading import Reading
from tui.desk.desk import Desk
from tui.desk.talk.contact_moments import read
from tui.desk.year_days import YearTalks

ONE_TIME = frozenset((WhenKind.DATE, WhenKind.DATETIME, WhenKind.RANGE))
"""What something can be moved to: one day, or one period."""


class YearWeek:
    """The list of this week. It reads the days of the year, and changes one talk at a time."""

    def __init__(self, desk: Desk) -> None:
        """Look from today, by the clock of this desk."""
        self._desk = desk
        self._outlines = YearTalks(desk, desk.days.outlines_on)
        self._talks = YearTalks(desk, desk.days.talks_on)
        self._undone: list[date] = []
        self.far = False
        """Whether what comes after the two weeks to come is listed too."""

    @property
    def today(self) -> date:
        """The day it is."""
        return self._desk.local().date()

    @property
    def year(self) -> SchoolYear:
        """The school year of today."""
        return self._desk.school.year_of(self.today)

    def look(self) -> tuple[tuple[Due[Talk], ...], tuple[Week, ...]]:
        """Return what asks for attention, and how many contact moments each week of the year has.

        Days that can't be read do not count.
        """
        with unhurried():
            due, weeks = look_over(self._outlines.of(self.today), self.today, self.year, far=self.far)
            return with_talks(due, self._talks.on), weeks

    # -- what came of it -----------------------------------------------------------
    def done(self, due: Due[Talk], text: str) -> None:
        """Note that it was done, with what came of it; today, or on the day that stands in front.

        Raises:
            FilesError: the day of its talk can't be read.
        """
        day, came_of_it = self._outcome(text)
        self._note(due, StepName.DONE, self._settled(due, Became.DONE, came_of_it, day), text)

    def _outcome(self, text: str) -> tuple[date, str]:
        """Return the day and what came of it, of "di 10 nov: het gaat beter"; without a day it was today."""
        before, colon, came_of_it = text.partition(":")
        if colon and any(map(str.isdigit, before)):
            when = read_when(before.strip(), self.year.start, self.year)
            if when.kind is WhenKind.DATE and when.date is not None and when.date <= self.today:
                return when.date, came_of_it.strip()
        return self.today, text

    def drop(self, due: Due[Talk], reason: str) -> None:
        """Note that it is off, and why.

        Raises:
            FilesError: the day of its talk can't be read.
        """
        self._note(due, StepName.DROPPED, self._settled(due, Became.DROPPED, reason), reason)

    def read(self, line: str, due: Due[Talk]) -> Reading:
        """Read the line by which something is to be moved, as it is meant today."""
        return read(line, due.talk, self._desk, self.today)

    def move(self, due: Due[Talk], reading: Reading) -> bool:
        """Move it to what the line says, and keep what it was; False when that is not one day or period.

        Raises:
            FilesError: the day of its talk can't be read.
        """
        first = reading.moments[0]
        record = due.talk.record(due.of)
        if len(reading.moments) > 1 or not _is_one_time(first.when) or record is None:
            return False
        sequel = self._sequel(due, Became.MOVED, reading.line)
        talk = due.talk
        match record:
            case Agreement() as agreement:
                sequel = replace(sequel, agreement=agreement, to=agreement.id)
                talk = talk.change_agreement(replace(agreement, when=first.when, when_text=first.when_text))
            case ContactMoment() as moment if due.once:
                sequel = replace(sequel, moment=moment, to=moment.id)
                talk = talk.change_moment(moved(moment, first, reading.line))
            case ContactMoment() as moment:
                other = replace(moved(moment, first, reading.line), id=self._desk.new_id())
                sequel = replace(sequel, moment=moment, to=other.id)
                talk = talk.plan_moments(other)
        self._note(due, StepName.PUT_OFF, talk.note_sequel(sequel), reading.line)
        return True

    def _settled(self, due: Due[Talk], became: Became, text: str, day: date | None = None) -> Talk:
        """The talk with what came of each time that the row stands for."""
        talk, sequel = due.talk, self._sequel(due, became, text, day)
        for at, time in enumerate(due.times):
            own = sequel if at == 0 else replace(sequel, id=self._desk.new_id(), due=time)
            talk = talk.note_sequel(own)
        return talk

    def _sequel(self, due: Due[Talk], became: Became, text: str, day: date | None = None) -> Sequel:
        return Sequel(
            id=self._desk.new_id(),
            of=due.of,
            became=became,
            day=day or self.today,
            noted=self._desk.now(),
            due=due.due,
            text=text,
        )

    def _note(self, due: Due[Talk], name: StepName, talk: Talk, line: str) -> None:
        self._desk.do_on(due.talk.slot.start.date(), name, talk, line)
        self._undone.clear()

    # -- the way back ----------------------------------------------------------------
    def undo(self) -> Step | None:
        """Take back what was noted last, on whatever day its talk was; None when there is nothing."""
        for day in self._noted():
            with suppress(FilesError):
                found = self._desk.days.on(day)
                if (step := found.last_step(scope=Scope.YEAR)) is not None:
                    self._desk.keep_day(found.undo(step))
                    self._undone.append(day)
                    return step
        return None

    def redo(self) -> Step | None:
        """Do again what was taken back last; None when there is nothing."""
        while self._undone:
            day = self._undone.pop()
            with suppress(FilesError):
                found = self._desk.days.on(day)
                if (step := found.last_undone(scope=Scope.YEAR)) is not None:
                    self._desk.keep_day(found.redo(step))
                    return step
        return None

    def _noted(self) -> list[date]:
        """The days on which something was noted, the one with the latest first."""
        latest: dict[date, datetime] = {}
        for talk in self._outlines.of(self.today):
            for sequel in talk.sequels:
                day = talk.slot.start.date()
                latest[day] = max(latest.get(day, sequel.noted), sequel.noted)
        return sorted(latest, key=lambda day: latest[day], reverse=True)


def moved(moment: ContactMoment, said: ContactMoment, line: str) -> ContactMoment:
    """Return a moment as a line moves it: what the line does not speak of stays as it was."""
    starts = said if said.initiative else moment
    people = said if said.who or said.without else moment
    return replace(
        moment.with_ways(said.ways),
        text=line,
        when=said.when,
        when_text=said.when_text,
        initiative=starts.initiative,
        starter=starts.starter,
        present=people.present,
        who=people.who,
        without=people.without,
        beside=people.beside,
        purpose=said.purpose or moment.purpose,
        minutes=said.minutes or moment.minutes,
        lasting=said.lasting if said.minutes else moment.lasting,
        by="",
    )


def _is_one_time(when: When | None) -> bool:
    return when is not None and when.kind in ONE_TIME and when.first_day is not None
