"""Whose talks are whose, where colleagues share a class: of the day on the desk, and of its school year."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Protocol

from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import year_name
from store.domain.talk import Talk
from store.domain.timetable.whose import colleagues_in, own_day, signed_as, whose, with_one_teacher
from tui.desk.stored_days import StoredDays


class Year(Protocol):
    """What is on the desk, and what was kept of other days."""

    day: SchoolDay
    days: StoredDays
    school: School


class WhoseTalks:
    """Tells the teacher's own talks from those of colleagues, by whom the talks of this school year name."""

    def __init__(self, year: Year) -> None:
        """Look at what is on the desk each time; at the other days of the year once."""
        self._year = year
        self._teachers: tuple[str, ...] | None = None

    @property
    def own_day(self) -> SchoolDay:
        """The day without the talks of a colleague who has this class too."""
        return self.own(self._year.day)

    def own(self, day: SchoolDay) -> SchoolDay:
        """Return a day without the talks of a colleague who has this class too, to look at."""
        return own_day(day, self._year.school.teacher, self._others(day))

    def beside(self, talk: Talk, day: SchoolDay) -> SchoolDay:
        """Return a day with those of its talks that are of who has this one: the others go on elsewhere."""
        both = day if day.talk(talk.id) else replace(day, talks=(*day.talks, talk))
        if (same := with_one_teacher(both.talks, talk, self._year.school.teacher)) is not None:
            return replace(day, talks=tuple(each for each in same if day.talk(each.id)))
        own = self.own(both)
        own = own if own.talk(talk.id) else own_day(both, talk.teacher)
        return replace(day, talks=tuple(each for each in day.talks if own.talk(each.id)))

    def colleagues(self, talks: Collection[Talk]) -> dict[str, str]:
        """Return which of these talks name a colleague, alone or beside the teacher: the words, by id."""
        return whose(talks, self._year.school.teacher, self._all_others())

    @property
    def signed_as(self) -> str:
        """What the teacher is called in a new talk: as the talks there are have it."""
        return signed_as(self._named(), self._year.school.teacher, self._year.school.colleagues)

    def _others(self, day: SchoolDay) -> tuple[str, ...]:
        """The colleagues who have this class too, as far as they matter for a day."""
        if {each.teacher for each in day.talks if each.teacher} <= {self._year.school.teacher}:
            # as on nearly all days: then the others need not be read
            return self._year.school.colleagues
        return self._all_others()

    def _all_others(self) -> tuple[str, ...]:
        return (*self._year.school.colleagues, *colleagues_in(self._named(), self._year.school.teacher))

    def _named(self) -> tuple[str, ...]:
        """Whom the talks of the school year name, each talk once."""
        if self._teachers is None:
            days, today = self._year.days, self._year.day.date
            others = (on for on in days.dates() if on != today and year_name(on) == year_name(today))
            self._teachers = tuple(each.teacher for on in others for each in days.outlines_on(on))
        return (*(each.teacher for each in self._year.day.talks), *self._teachers)
