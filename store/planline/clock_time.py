"""A time of the clock as it was said, and whether it is sure which half of the day it is in."""

from __future__ import annotations

from dataclasses import dataclass

from store.planline import words


@dataclass(frozen=True, slots=True)
class Clock:
    """A time as it was said. `twelve` means it may be meant on a twelve-hour clock.

    `bare` means nothing was said about morning or afternoon; `about` how loosely it was said: "about"
    (*rond*) or "from" (*vanaf*). `until` is the end of a stretch of time; `code` says why it
    cannot be. A bounded time is told by its `lead`, or as `typed`.
    """

    end: int
    minutes: int
    twelve: bool = False
    bare: bool = False
    about: str = ""
    until: str = ""
    code: str = ""
    lead: str = ""
    typed: str = ""
    last: tuple[str, Clock] | None = None

    @property
    def length(self) -> int:
        """The minutes up to the end, where one was said: 30 for 15:30-16:00."""
        if not self.until:
            return 0
        hour, minute = (int(part) for part in self.until.split(":"))
        return (60 * hour + minute - self.minutes) % (12 * 60)

    def beside(self, daypart: str) -> str:
        """Return what is told beside the time: how loosely it was said, else *na het eten*."""
        return self.about or ("" if daypart in words.DAYPARTS.values() else daypart)

    def told(self, daypart: str) -> str:
        """Return a time that was only bounded: *tussen 15:00 en 16:00*, *na 15:30 na school*."""
        if self.typed and not daypart:
            return self.typed
        return " ".join(each for each in (self._bounded(daypart), self.beside(daypart)) if each)

    def _bounded(self, daypart: str) -> str:
        hour, minute = self.at(daypart)
        begin = f"{self.lead} {hour:02}:{minute:02}"
        if self.last is None:
            return begin
        joint, end = self.last
        last, minutes = end.at(daypart)
        if last < hour and last + 12 <= 23:
            last += 12
        return f"{begin} {joint} {last:02}:{minutes:02}"

    def at(self, daypart: str) -> tuple[int, int]:
        """Return hour and minute. Without a part of the day 7-12 is morning and 1-6 afternoon."""
        hour, minute = divmod(self.minutes, 60)
        if self.twelve and 1 <= hour < 12:
            evening = daypart == words.EVENING_PART
            afternoon = hour <= 6 and (
                daypart == words.AFTERNOON_PART or (self.bare and daypart != words.MORNING_PART)
            )
            if evening or afternoon:
                hour += 12
        return hour, minute

    def assumes_afternoon(self, daypart: str) -> bool:
        """Return whether the afternoon was assumed."""
        return not daypart and self.at("")[0] != self.minutes // 60


def checked_time(hour: int, minute: int, j: int, *, bare: bool, twelve: bool = True) -> Clock:
    """Return a time up to place `j`, with a code where there is no such hour or minute."""
    if hour > 23 or minute > 59:
        return Clock(j, 0, code="impossible_time")
    return Clock(j, hour * 60 + minute, twelve=twelve and 1 <= hour <= 12, bare=bare)
