"""A family typed in one line: a time in front perhaps, the child, the parents behind commas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil, called
from store.domain.plan import WhenKind
from store.domain.talk import Slot, Talk, TalkState
from store.domain.text import fold
from store.domain.timetable.other_times import for_missed
from store.planline.read import read_when
from tui.desk.desk import Desk

FIRST_HOUR = 13
"""When a day begins that nobody has typed a time for."""
LONGEST_TIME = 5
"""How many words a day and a time take at most: *do 27 augustus 16 uur*."""
STEP = timedelta(minutes=5)
"""A time that is proposed is no finer."""

_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.(\d{2})(?![\d.])")
_LIKE_A_TIME = re.compile(r"\d+[:.]\d+")
_HOUR = frozenset({"uur", "u", "h"})
_IN_HOURS = re.compile(
    r"(?<![\d.:])(\d{1,2})(?:[.:](\d{2})\s?(?:uur|u|h)|\s?(?:uur|u|h)\s?(\d{2}))(?!\w)", re.I
)
"""*16 uur 20*, *16u20*, *16.20 uur*."""
_PART_OF_AN_HOUR = frozenset({"half", "kwart", "quarter", "past", "over", "voor"})
_COLON = re.compile(r"\d:\d")


@dataclass(frozen=True, slots=True)
class FrontTime:
    """What stands in front of a line: when, and what is left behind it; a time that is none is `unread`."""

    start: datetime | None
    left: str
    unread: str = ""


def front_time(text: str, desk: Desk, on: date) -> FrontTime:
    """Read a time or a day in front of a text; a time alone is `on` that day, a day alone at its end.

    The key that asked for it may have come twice.
    """
    words = _IN_HOURS.sub(_with_colon, text).lstrip("+ ").split()
    longest = 0 if _begins_with_a_name(words, desk, on) else min(LONGEST_TIME, len(words))
    for count in range(longest, 0, -1):
        if start := _when(words[:count], desk, on):
            return FrontTime(start, " ".join(words[count:]))
    unread = words[0] if words and _LIKE_A_TIME.fullmatch(words[0]) else ""
    return FrontTime(None, " ".join(words), unread)


def time_first(line: str, desk: Desk, on: date) -> str:
    """Return a line with a time that stands behind all else in front: "Jesse de Boer, oma Ans 14:40"."""
    line = _IN_HOURS.sub(_with_colon, line)
    ahead, comma, last = line.rpartition(",")
    words = last.split()
    if not words or front_time(line.partition(",")[0], desk, on).start:
        return line
    for at in range(max(len(words) - LONGEST_TIME, 0), len(words)):
        said = words[at:]
        # a weekday in front of a date says nothing more, and is no name
        weekday = read_when(said[0], on, desk.year).kind is WhenKind.DATE
        alone = len(said) == 1 or weekday or not _same_when(said, said[1:], desk, on)
        if alone and _ends_as_a_time(said) and _when(said, desk, on):
            named = words[:at]
            while named and fold(named[-1]) in _BEFORE_A_TIME:
                named.pop()
            return " ".join(each for each in (*said, ahead, comma, *named) if each).rstrip(" ,")
    return line


def _with_colon(found: re.Match[str]) -> str:
    hour, minute = found[1], found[2] or found[3]
    return f"{hour}:{minute}" if int(hour) < 24 and int(minute) < 60 else found[0]


def _ends_as_a_time(words: Sequence[str]) -> bool:
    """Return whether words end as a time does, and no name, group or day: 14:20, 3 uur, half 3."""
    last, parts = fold(words[-1]), _PART_OF_AN_HOUR & set(map(fold, words))
    return bool(_LIKE_A_TIME.fullmatch(last) or last in _HOUR or (parts and len(words) > 1))


def _begins_with_a_name(words: Sequence[str], desk: Desk, on: date) -> bool:
    """Return whether the first of several words may be a name: a day, *half* or a small word is none."""
    first = words[0] if len(words) > 1 else ""
    begins = fold(first) in _BEFORE_A_TIME | _PART_OF_AN_HOUR
    if not first.isalpha() or begins or read_when(first, on, desk.year).kind is not _NOTHING:
        return False
    return all(_same_when(words[:n], words[1:n], desk, on) for n in range(2, len(words) + 1))


_BEFORE_A_TIME = frozenset(
    ("om", "rond", "tegen", "vanaf", "ongeveer", "circa", "at", "around", "from", "about")
)
"""What leads to a time, and changes nothing of it."""


def with_time(text: str) -> str:
    """Return a text in which *13.10* is a time, and no day in October: this is where times are typed."""
    found = [each for each in _DOTTED.finditer(text) if int(each[1]) < 24 and int(each[2]) < 60]
    if not found or _COLON.search(text):
        return text
    return f"{text[: found[-1].end(1)]}:{text[found[-1].start(2) :]}"


def _when(words: list[str], desk: Desk, on: date) -> datetime | None:
    """The start these words name from the first to the last; a name behind a time is no part of it."""
    when = read_when(with_time(" ".join(words)), on, desk.year)
    in_figures = any(map(str.isdigit, words[-1])) or _ends_as_a_time(words)
    if len(words) > 1 and _same_when(words, words[:-1], desk, on):
        # the last word says nothing of it: a name, with figures in it or without
        return None
    if when.kind is WhenKind.DATETIME and in_figures:
        return when.datetime
    if when.kind is WhenKind.INCOMPLETE and when.time and in_figures:
        return datetime.combine(on, time.fromisoformat(when.time))
    if when.kind is WhenKind.DATE and when.date and read_when(words[-1], on, desk.year).kind is not _NOTHING:
        return next_start(desk, when.date)
    return None


def _same_when(words: Sequence[str], fewer: Sequence[str], desk: Desk, on: date) -> bool:
    """Return whether the words that are left out say nothing of when it is."""
    one, other = (read_when(with_time(" ".join(each)), on, desk.year) for each in (words, fewer))
    return one == other or one.kind is other.kind is _NOTHING


_NOTHING = WhenKind.ERROR


def day_to_plan(desk: Desk) -> date:
    """Return the day on which one family more comes: the one on the desk, or today where that is over."""
    return max(desk.day.date, desk.local().date())


def planned(line: str, desk: Desk, start: datetime, *, begun: bool = True) -> Talk:
    """Return the talk a line stands for: "16:20 Liv Bosman, Mark Bosman"; without a time it is at `start`.

    A name of the class list may be `begun` only, unless somebody looks who may not read how it goes on.
    """
    line = time_first(line, desk, start.date())
    head, *carers = (" ".join(part.split()) for part in line.split(","))
    typed = front_time(head, desk, start.date())
    pupil = _pupil(typed.left, [name for name in carers if name], desk, begun=begun)
    like = next((each for each in desk.day.talks if each.deck == desk.day.usual_deck != ""), None)
    slot = Slot(start=typed.start or start, minutes=like.slot.minutes if like else desk.school.minutes)
    talk = Talk(id=desk.new_id(), slot=slot, pupil=pupil, teacher=desk.whose.signed_as)
    if like is not None:
        talk = replace(talk, deck=like.deck, asks_information=like.asks_information)
    # wherever it goes later on, the family that did not come is to be called no more
    return for_missed(talk, (each for each in desk.day.talks if each.state is TalkState.NOT_COME))


def next_start(desk: Desk, on: date) -> datetime:
    """Return when the next talk could begin on a day: after the last one, and today not before now."""
    ends = [talk.slot.end for talk in desk.whose.own(SchoolDay(date=on, talks=desk.days.talks_on(on))).talks]
    now = desk.local().replace(second=0, microsecond=0)
    if now.date() == on:
        return max([*ends, now])
    first = datetime.combine(on, time()) + timedelta(hours=FIRST_HOUR)
    return max(ends, default=first)


def next_free(desk: Desk) -> datetime:
    """Return the time to propose to a family that walks in: today the first gap from now on, else the end."""
    on = day_to_plan(desk)
    now = desk.local().replace(second=0, microsecond=0)
    if on != now.date():
        return next_start(desk, on)
    since = now + (datetime.min - now) % STEP
    return next(
        (desk.whose.own(day).next_free(since, desk.school.minutes) for day in desk.days.readable([on])), since
    )


def completed(line: str, desk: Desk) -> str:
    """Return what would finish the name of the one child of the class list that begins so; else nothing."""
    typed = front_time(line, desk, day_to_plan(desk)).left if line == line.rstrip() else ""
    found = beginning_with(typed, desk)
    return found[0].full_name[len(typed) :] if found else ""


def beginning_with(typed: str, desk: Desk) -> tuple[Pupil, ...]:
    """Return the one child of the class list whose name begins so; nobody where it is none, or more."""
    found = called(typed, desk.school.pupils) if typed else ()
    begins = len(found) == 1 and fold(found[0].full_name[: len(typed)]) == fold(typed)
    return found if begins else ()


def _pupil(name: str, carers: list[str], desk: Desk, *, begun: bool) -> Pupil:
    """The one pupil of that name on the class list, with the carers named, new ones too; else a new pupil.

    A first name alone is enough where one child of the list is called so; so are the letters that one child's
    name begins with where it may be `begun`, as long as no parents are named: the name is on the screen
    before it is taken.
    """
    pupils, typed = desk.school.pupils, name.casefold()
    same = [each for each in pupils if each.full_name.casefold() == typed]
    same = same or [each for each in pupils if each.first_name.casefold() == typed]
    if begun and not same and not carers:
        same = list(beginning_with(name, desk))
    if len(same) == 1:
        if not carers:
            return same[0]
        named = {each.casefold(): each for each in carers}
        known = tuple(carer for carer in same[0].carers if named.pop(carer.name.casefold(), ""))
        new = (Carer(id=desk.new_id(), name=each) for each in named.values())
        return replace(same[0], carers=(*known, *new))
    return new_pupil(name, carers, desk)


def new_pupil(name: str, carers: list[str], desk: Desk) -> Pupil:
    """Return a pupil who is not on the class list yet, with these carers; in its group, if it has one."""
    first, _, last = name.partition(" ")
    groups = [each for each in desk.school.groups if each]
    return Pupil(
        id=desk.new_id(),
        first_name=first,
        last_name=last,
        group=groups[0] if len(groups) == 1 else "",
        seen=desk.local().date(),
        carers=tuple(Carer(id=desk.new_id(), name=each) for each in carers),
    )
