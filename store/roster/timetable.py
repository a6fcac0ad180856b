"""Make slots of rows: when a talk is, with whom, and what cannot be so."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from store.domain.people import Carer, Pupil
from store.domain.talk import DEFAULT_MINUTES
from store.roster.cells import is_a_room, read_interpreters, read_place, says_only_no
from store.roster.columns import Columns
from store.roster.dates import DateReader, FoundDate, behind_weekday
from store.roster.header_words import Field
from store.roster.names import agree, comparable
from store.roster.people.class_list import Child, Person
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.rhythm import Kept, by_their_rhythm
from store.roster.said.called_off import Off, called_off, moved
from store.roster.shape.layout import Layout
from store.roster.shape.no_child import says_no_name
from store.roster.sheets.table import TableRow
from store.roster.times import (
    LONGEST_TALK,
    TimeSpan,
    in_the_afternoon,
    length_in,
    plausible,
    read_minutes,
    read_time,
    without_remark,
)

FAR = timedelta(days=366)
"""A date further than this from the middle one of the file is a slip."""
LEAST_DATELESS = 2
"""Times without a day that are told as one, where no time has any."""
_HARDLY_BEFORE = time(8)
"""Before this hour a school hardly has a talk."""
YEARS = range(2000, 2100)
_OF_A_TALK = frozenset({Field.REMARK, Field.PARENT_POINTS, Field.PUPIL_POINTS})
"""What a family said of its talk, which no pupil has a place for."""
_MAY_BE_SECRET = re.compile(r"[/\d]|www\.|wachtwoord|passw|passcode|token", re.IGNORECASE)
"""What there is of a link, a password or a code; looking for these costs more."""
ONLINE = "online"
MOST_LEFT_OUT = 3
"""Further rows of which it is told one by one what is left out of them."""
_LENGTH_AHEAD = r"(?i)(\d{1,3}\s*(?:'|m\b|min\b\.?|minuten|minutes))\s*([^\d\s-].*)"
"""A length, and what is said behind it."""
_NUMBERED = re.compile(r"(?:^|(?<=\s))([1-9])[.)]\s+")
"""The number before a point, in a list."""


class RosterSlot(NamedTuple):
    """A talk as a row has it: local wall time, minutes (None when the row doesn't say), people as indexes.

    `siblings` are further children of the same talk. The points are what parents and pupil said
    beforehand that they want to talk about; `interpreter` is a name. `kind` is the kind of talk as written,
    and `deck` the name of it; None as long as nobody knows it. `asks_information` belongs to the kind.
    """

    row: int
    start: datetime
    minutes: int | None
    pupil: int
    carers: tuple[int, ...] = ()
    siblings: tuple[Child, ...] = ()
    teacher: str = ""
    place: str = ""
    remark: str = ""
    interpreter: str = ""
    parent_points: tuple[str, ...] = ()
    pupil_points: tuple[str, ...] = ()
    sheet: str = ""
    kind: str = ""
    deck: str | None = None
    asks_information: bool = True

    @property
    def pupils(self) -> tuple[int, ...]:
        """Every child the talk is about."""
        return (self.pupil, *(child.pupil for child in self.siblings))

    @property
    def end(self) -> datetime:
        """When it ends, as far as the row says."""
        return self.start + timedelta(minutes=self.minutes or DEFAULT_MINUTES)


class Waiting(NamedTuple):
    """A row of a pupil without a talk, and its remark."""

    row: int
    pupil: int
    remark: str = ""


class Timetable(NamedTuple):
    """The talks in the order of the file, the rows without one, and what is wrong or unsure."""

    slots: tuple[RosterSlot, ...]
    waiting: tuple[Waiting, ...]
    problems: tuple[RosterProblem, ...]
    doubts: tuple[Doubt, ...] = ()


def read_timetable(
    layout: Layout, people: Iterable[Person], dates: DateReader, afternoon: bool | None = None
) -> Timetable:
    """Return the talks of the rows of one sheet.

    A row with neither date nor time is a pupil without a talk. What can't be a talk - half a time, a date
    far from all others - is told and left out. A time that is no school's, but half a day later is, is
    taken as that and asked, unless `afternoon` says which it is.
    """
    columns, problems, doubts = layout.columns, list[RosterProblem](), list[Doubt]()
    people = list(people)
    times = _Times(columns, people, afternoon)
    slots: list[RosterSlot] = []
    waiting: list[Waiting] = []
    for person in people:
        reader = _RowReader(layout, person, dates, times, problems, doubts)
        found = reader.slot()
        if found is None:
            waiting.append(Waiting(person.row.number, person.pupil, reader.remark()))
        else:
            slots.append(found)
    problems = _day_nowhere(problems) if not slots else problems
    without = {each.row for each in waiting}
    timed = bool({Field.DATE, Field.TIME} & columns.fields)
    off = {each.row for each in layout.problems if each.code is ProblemCode.CANCELLED}
    left = [each for each in people if each.row.number in without - off]
    problems += _needing_a_talk(columns, left, timed=timed)
    doubts += times.doubts()
    slots = _near_each_other(columns, slots, problems)
    return Timetable(tuple(slots), tuple(waiting), tuple(_not_each(problems, len(people))), tuple(doubts))


def _not_each(problems: Iterable[RosterProblem], rows: int) -> Iterator[RosterProblem]:
    """Yield the problems, what a program put on most of the rows only by the first of these."""
    counted: defaultdict[str, list[RosterProblem]] = defaultdict(list)
    for each in problems:
        if each.code is ProblemCode.NOT_FOR_THE_TABLE:
            counted[each.column].append(each)
        else:
            yield each
    for first, *others in counted.values():
        most = len(others) >= MOST_LEFT_OUT and len(others) * 2 >= rows
        yield first._replace(value=f"{first.value} (+{len(others)})") if most else first
        yield from () if most else others


def _day_nowhere(problems: list[RosterProblem]) -> list[RosterProblem]:
    """Return what is wrong with a sheet without talks, where no time has a day told once."""
    dateless = [each for each in problems if each.code is ProblemCode.DATE_MISSING]
    if len(dateless) < LEAST_DATELESS:
        return problems
    told = dateless[0]._replace(code=ProblemCode.DAY_NOWHERE)
    return [told, *(each for each in problems if each not in dateless)]


def _needing_a_talk(columns: Columns, people: Iterable[Person], *, timed: bool) -> Iterator[RosterProblem]:
    """Tell of each column what people without a talk have in it that is only kept with one, once.

    In a timetable each remark is told, but one that says why there is no talk: "nog geen afspraak".
    """
    told: set[Field] = set()
    for person in people:
        for field in sorted(_OF_A_TALK - told):
            said = columns.line(person.row, field)
            why = timed and field is Field.REMARK and says_no_name(said)
            if said and not why and called_off(said) is not Off.YES and not says_only_no(said):
                told |= {field} if not timed or field is not Field.REMARK else set()
                yield RosterProblem(ProblemCode.NEEDS_TALK, person.row.number, columns.header(field), said)
        if name := _interpreter(columns, person.row):
            yield RosterProblem(
                ProblemCode.NEEDS_TALK, person.row.number, columns.header(Field.INTERPRETER), name
            )


def _interpreter(columns: Columns, row: TableRow) -> str:
    language = columns.line(row, Field.HOME_LANGUAGE)
    return read_interpreters(columns.cells(row, Field.INTERPRETER), language).name


def settle(
    slots: Sequence[RosterSlot],
    problems: list[RosterProblem],
    pupils: Sequence[Pupil],
    beside: Collection[tuple[str, int]] = (),
    kept: Collection[Kept] = (),
) -> tuple[RosterSlot, ...]:
    """Return the talks of all sheets, the very same one once, and one for the children of one family.

    What overlaps is told and kept; `beside` are the rows, by sheet, that have one time with the row above,
    `kept` the times between the talks that are nobody's.
    """
    talks = _once(by_their_rhythm(slots, kept, problems), problems)
    talks = _with_siblings(talks, pupils, beside, problems)
    problems += _overlaps(talks)
    return tuple(talks)


class _Times:
    """The times of a column, of which those on a clock of twelve hours need a half of the day."""

    def __init__(self, columns: Columns, people: Sequence[Person], afternoon: bool | None) -> None:
        self._columns = columns
        self._afternoon = afternoon
        self._sure = list(self._sure_times(people))
        spans = (read_time(columns.cell(each.row, Field.TIME)) for each in people)
        self._twelve = any(span and span.twelve and not plausible(span) for span in spans)
        self._early = self._early_ones(people)
        self._moved: list[tuple[Person, str, TimeSpan]] = []
        self._kept: list[tuple[Person, str, TimeSpan]] = []
        self._before: tuple[object, time] = (None, time())

    def read(self, person: Person, day: date, text: str) -> TimeSpan | None:
        """Return a time as a school has it."""
        span = read_time(text)
        if span is None:
            return None
        later = in_the_afternoon(span)
        if span.spoken and span.twelve and span.start.hour < 12 and plausible(later):
            span = self._spoken(person, text, span, later)
            self._before = (day, span.start)
            return span
        behind = self._before[0] == day and span.start < self._before[1] <= later.start
        behind = behind or person.row in self._early
        unsure = not span.spoken and span.start.hour < 12 and (behind or not plausible(span))
        if unsure and plausible(later) and (span.twelve or not plausible(span)):
            sure = person.row not in self._early or self._twelve
            if span.twelve and self._afternoon is not False and (sure or self._afternoon):
                self._moved.append((person, text, later))
                span = later
            else:
                self._kept.append((person, text, span))
        elif not plausible(span) and not span.spoken:
            self._kept.append((person, text, span))
        self._before = (day, span.start) if span is later else (None, time())
        return span

    def _early_ones(self, people: Sequence[Person]) -> frozenset[TableRow]:
        """Return the rows of a day with times before noon that break the order, and not half a day later.

        Where no other time shows that the clock has twelve hours, only an hour at which hardly anybody comes.
        """
        by_day: defaultdict[str, list[tuple[TableRow, TimeSpan]]] = defaultdict(list)
        for each in people:
            if span := read_time(self._columns.cell(each.row, Field.TIME)):
                by_day[self._columns.line(each.row, Field.DATE)].append((each.row, span))
        found: set[TableRow] = set()
        latest = time(12) if self._twelve else _HARDLY_BEFORE
        for of_day in by_day.values():
            early = [row for row, span in of_day if span.twelve and not span.spoken and span.start < latest]
            moved = [in_the_afternoon(span).start if row in early else span.start for row, span in of_day]
            if early and _in_turn(moved) and not _in_turn([span.start for _, span in of_day]):
                found |= {*early}
        return frozenset(found)

    def _spoken(self, person: Person, text: str, span: TimeSpan, later: TimeSpan) -> TimeSpan:
        """Return a time that was written as it is said on the half of the day that the others are on."""
        if self._afternoon is False or any(each < time(12) for each in self._sure):
            return span
        (self._moved if self._sure else self._kept).append((person, text, later if self._sure else span))
        return later if self._sure or self._afternoon else span

    def _sure_times(self, people: Sequence[Person]) -> Iterator[time]:
        """Yield the times that leave no doubt on which half of the day they are."""
        for each in people:
            span = read_time(without_remark(self._columns.cell(each.row, Field.TIME))[0])
            if span and plausible(span) and (span.start >= time(12) or not span.spoken):
                yield span.start

    def doubts(self) -> Iterator[Doubt]:
        """Yield one question for the times that were moved half a day, and one for odd ones that were not."""
        if self._moved and self._afternoon is None:
            yield self._doubt(DoubtCode.AFTERNOON, self._moved)
        if self._kept and self._afternoon is None:
            yield self._doubt(DoubtCode.ODD_HOUR, self._kept)

    def _doubt(self, code: DoubtCode, found: Sequence[tuple[Person, str, TimeSpan]]) -> Doubt:
        person, text, span = found[0]
        column = person.row.place or self._columns.header(Field.TIME) or self._columns.header(Field.DATE)
        other = span.start.replace(hour=(span.start.hour + 12) % 24)
        return Doubt(
            code, person.row.number, column, text, f"{span.start:%H:%M}", f"{other:%H:%M}", rows=len(found)
        )


def _in_turn(starts: Sequence[time]) -> bool:
    return all(one < two for one, two in itertools.pairwise(starts))


class _RowReader:
    """One row while its talk is read; it tells what is wrong with it."""

    def __init__(
        self,
        layout: Layout,
        person: Person,
        dates: DateReader,
        times: _Times,
        problems: list[RosterProblem],
        doubts: list[Doubt],
    ) -> None:
        self._columns = layout.columns
        self._sheet = layout.sheet
        self._person = person
        self._dates = dates
        self._times = times
        self._problems = problems
        self._doubts = doubts
        self._longer = False
        self._beside = without_remark(self.cell(Field.TIME))[1]

    def cell(self, field: Field) -> str:
        return self._columns.cell(self._person.row, field)

    def _line(self, field: Field) -> str:
        return self._columns.line(self._person.row, field)

    def remark(self) -> str:
        """Return the remark of the row, and what stood beside the name and the time."""
        written = self._columns.cells(self._person.row, Field.REMARK)
        beside = (self._person.remark, length_in(self._beside)[1], self._more())
        said = "; ".join(filter(None, (*written, *beside)))
        return self._for_the_table(said, Field.REMARK)

    def _kind_and_place(self) -> tuple[str, str]:
        """Return what kind of talk it is, and where: "huisbezoek" is no kind but where it is."""
        kind, place = self._line(Field.KIND), self._place()
        return (kind, place) if place or not is_a_room(kind) else ("", read_place(kind))

    def _place(self) -> str:
        """Return where the talk is: a link says that it is online."""
        written = self._line(Field.PLACE)
        place = self._for_the_table(written, Field.PLACE)
        return read_place(place) or ("" if place or not written or read_place(written) == "" else ONLINE)

    def _for_the_table(self, said: str, field: Field) -> str:
        """Return what is said without links, passwords and codes, of which each is told."""
        if not _MAY_BE_SECRET.search(said):
            return said
        from store.roster.said.not_for_the_table import without_secrets

        left, gone = without_secrets(said)
        if gone:
            self._wrong(ProblemCode.NOT_FOR_THE_TABLE, field, "; ".join(gone))
        return left

    def _points(self, field: Field) -> tuple[str, ...]:
        """Return the points in every column for them: those of mother and father may be apart."""
        cells = self._columns.cells(self._person.row, field)
        return tuple(dict.fromkeys(point for cell in cells for point in _points(cell)))

    def slot(self) -> RosterSlot | None:
        """Return the talk, when the row has a usable date and time."""
        found = self._day()
        if found is None:
            return None
        day, (clock, beside) = found[0], without_remark(found[1])
        self._beside = beside or self._beside
        if not clock:
            self._wrong(ProblemCode.TIME_MISSING, Field.TIME)
            return None
        span = self._times.read(self._person, day, clock)
        if span is None:
            self._wrong(ProblemCode.TIME_UNREADABLE, Field.TIME, clock)
            return None
        start = datetime.combine(day, span.start)
        for header, said in self._said():
            if moved(said):
                problem = RosterProblem(ProblemCode.OTHER_TIME, self._person.row.number, header, said)
                self._problems.append(problem)
        kind, place = self._kind_and_place()
        return RosterSlot(
            row=self._person.row.number,
            start=start,
            minutes=self._minutes(start, span),
            pupil=self._person.pupil,
            carers=self._person.carers,
            siblings=self._person.siblings,
            teacher=self._line(Field.TEACHER),
            place=place,
            remark=self.remark(),
            interpreter=_interpreter(self._columns, self._person.row),
            parent_points=self._points(Field.PARENT_POINTS),
            pupil_points=self._points(Field.PUPIL_POINTS),
            sheet=self._sheet,
            kind=kind,
        )

    def _said(self) -> Iterator[tuple[str, str]]:
        """Yield what is said of the talk beside its time, with the header above it."""
        cells = self._person.row.cells
        for column in self._columns.all:
            if column.field in {None, Field.REMARK} and column.at < len(cells) and cells[column.at]:
                yield self._person.row.place or column.header, " ".join(cells[column.at].split())
        if self._person.remark:
            yield self._header(Field.REMARK), " ".join(self._person.remark.split())

    def _day(self) -> tuple[date, str] | None:
        """Return the date and the time as written; either column may hold both."""
        written, clock = self.cell(Field.DATE), without_remark(self.cell(Field.TIME))[0] or self._begun()
        if not written and not clock:
            return None
        if both := self._day_of_its_own(written, clock):
            return self._plausible(both, Field.DATE, f"{written} {clock}")
        if clock and (found := self._dates.read(clock)) and read_time(without_remark(found.rest)[0]):
            # a date and time in one cell says which day; 1899 is a spreadsheet's way to have no day
            if found.day.year > 1900:
                return self._plausible(found, Field.TIME, clock)
            clock = found.rest
        if not written:
            self._wrong(ProblemCode.DATE_MISSING, Field.DATE, clock)
            return None
        if (found := self._dates.read(written)) is None:
            self._wrong(ProblemCode.DATE_UNREADABLE, Field.DATE, written)
            return None
        return self._plausible(found._replace(rest=clock or found.rest), Field.DATE, written)

    def _day_of_its_own(self, written: str, clock: str) -> FoundDate | None:
        """Return a date beside a weekday and a time, where "9.10" is no day: "10-9-2026", "do 9.10"."""
        said, day = behind_weekday(clock), self._dates.read(written)
        if not (said and day) or day.alone or day.rest or not read_time(without_remark(said[1])[0]):
            return None
        wrong = day.weekday_wrong or day.day.weekday() != said[0]
        return day._replace(rest=without_remark(said[1])[0], weekday_wrong=wrong)

    def _begun(self) -> str:
        """Return when a talk begins by when it ends and how long it takes, where both are known."""
        ended, minutes = self.cell(Field.END), read_minutes(self.cell(Field.MINUTES))
        day = self._dates.read(ended)
        if day and read_time(day.rest):
            ended = day.rest
        if not (minutes and (span := read_time(ended)) and not span.end):
            return ""
        start = datetime.combine(day.day if day else date.min, span.start) - timedelta(minutes=minutes)
        clock = f"{start.hour}:{start:%M}" if span.twelve else f"{start:%H:%M}"
        return f"{start.date()} {clock}" if day and ended == day.rest else clock

    def _plausible(self, found: FoundDate, field: Field, written: str) -> tuple[date, str] | None:
        day = found.day
        if day.year not in YEARS:
            self._wrong(ProblemCode.DATE_FAR, field, written)
            return None
        if found.turned:
            self._wrong(ProblemCode.DATE_TURNED, field, written)
        if found.weekday_wrong:
            self._doubts.append(
                Doubt(
                    DoubtCode.WEEKDAY, self._person.row.number, self._header(field), written, day.isoformat()
                )
            )
        return day, found.rest

    def _minutes(self, start: datetime, span: TimeSpan) -> int | None:
        """Return how long: until the end, else by its own cell; None, and told, when that cannot be."""
        end, field = span.end, Field.TIME
        if end is None and (written := self.cell(Field.END)):
            field, end = Field.END, self._end(written, start)
            if end is None:
                self._wrong(ProblemCode.TIME_UNREADABLE, Field.END, written)
        own = self._length(written) if (written := self.cell(Field.MINUTES)) else length_in(self._beside)[0]
        if end is not None:
            minutes = (datetime.combine(start, end) - start) // timedelta(minutes=1)
            if 1 <= minutes <= LONGEST_TALK:
                if own is not None and own != minutes:
                    self._wrong(ProblemCode.SPAN_TAKEN, Field.MINUTES, written or self._beside)
                return minutes
            self._wrong(ProblemCode.MINUTES_UNREADABLE, field, f"{start:%H:%M}-{end:%H:%M}")
        if written and own is None:
            self._wrong(ProblemCode.MINUTES_UNREADABLE, Field.MINUTES, written)
        if own and (more := read_minutes(self.cell(Field.MORE_MINUTES))):
            self._longer = True
            own += more
        return own

    def _more(self) -> str:
        """Return what is said of more time that made no talk longer: how much, or only that it is needed."""
        said = self._line(Field.MORE_MINUTES)
        left = not self._longer and not says_only_no(said) and said.strip("0")
        return f"{self._columns.header(Field.MORE_MINUTES)}: {said}" if left else ""

    def _length(self, written: str) -> int | None:
        """Return how long a talk takes; words behind it go along with the time: "40' (tolk)"."""
        if (minutes := read_minutes(written)) or not (found := re.fullmatch(_LENGTH_AHEAD, written)):
            return minutes
        if minutes := read_minutes(found[1]):
            self._beside = "; ".join(filter(None, (self._beside, found[2].strip("() "))))
        return minutes

    def _end(self, written: str, start: datetime) -> time | None:
        """Return the time a talk ends, on the half of the day that it starts on."""
        if (found := self._dates.read(written)) and read_time(found.rest):
            written = found.rest
        elif (said := behind_weekday(written)) and read_time(said[1]):
            written = said[1]
        if (span := read_time(written)) is None:
            return None
        if span.start <= start.time() and span.twelve:
            later = in_the_afternoon(span).start
            return later if later > start.time() else span.start
        return span.start

    def _header(self, field: Field) -> str:
        other = Field.DATE if field is Field.TIME else Field.TIME
        return self._person.row.place or self._columns.header(field) or self._columns.header(other)

    def _wrong(self, code: ProblemCode, field: Field, value: str = "") -> None:
        self._problems.append(RosterProblem(code, self._person.row.number, self._header(field), value))


def _points(text: str) -> tuple[str, ...]:
    """Return the points in a cell: one a line, or between semicolons, bullets, numbers; "n.v.t." is none."""
    numbers = _NUMBERED.findall(text)
    if len(numbers) > 1 and numbers == [str(n) for n in range(1, len(numbers) + 1)]:
        text = _NUMBERED.sub("\n", text)
    parts = [part for line in text.split("\n") for part in re.split(r";|(?:^|\s)[•▪◦*–-]\s", line)]
    said = (part for part in parts if any(map(str.isalnum, part)) and not says_only_no(part))
    return tuple(" ".join(part.split()).strip(" ,") for part in said)


def _near_each_other(
    columns: Columns, slots: Sequence[RosterSlot], problems: list[RosterProblem]
) -> list[RosterSlot]:
    """Return the slots without those far from the middle one."""
    if not slots:
        return []
    middle = sorted(slot.start for slot in slots)[len(slots) // 2]
    near = []
    for slot in slots:
        if abs(slot.start - middle) <= FAR:
            near.append(slot)
        else:
            problems.append(
                RosterProblem(
                    ProblemCode.DATE_FAR, slot.row, columns.header(Field.DATE), f"{slot.start:%d-%m-%Y}"
                )
            )
    return near


def _once(slots: Iterable[RosterSlot], problems: list[RosterProblem]) -> list[RosterSlot]:
    """Return the slots without a second row for the very same talk; parents on rows of their own share it."""
    seen: dict[tuple[int, datetime, frozenset[int]], RosterSlot] = {}
    for slot in slots:
        first = seen.setdefault((slot.pupil, slot.start, frozenset(slot.carers)), slot)
        if first is not slot:
            problems.append(_between(ProblemCode.REPEATED, first, slot))
    talks: dict[RosterSlot, RosterSlot] = {}
    for slot in seen.values():
        alone = slot._replace(row=0, carers=(), sheet="")
        known = talks.setdefault(alone, slot)
        if known is not slot:
            problems.append(_between(ProblemCode.REPEATED, known, slot))
        talks[alone] = known._replace(carers=tuple(dict.fromkeys((*known.carers, *slot.carers))))
    return list(talks.values())


def _with_siblings(
    slots: Iterable[RosterSlot],
    pupils: Sequence[Pupil],
    beside: Collection[tuple[str, int]],
    problems: list[RosterProblem],
) -> list[RosterSlot]:
    """Return the slots, those of brothers and sisters at one time as one talk, which is told."""
    kept: list[RosterSlot] = []
    at_once: defaultdict[tuple[datetime, str], list[int]] = defaultdict(list)
    for slot in slots:
        same_time = at_once[slot.start, slot.teacher]
        joined = (slot.sheet, slot.row) in beside
        at = next((at for at in same_time if _are_siblings(kept[at], slot, pupils, joined=joined)), None)
        if at is None:
            same_time.append(len(kept))
            kept.append(slot)
            continue
        first = kept[at]
        kept[at] = _as_one_talk(first, slot)
        names = ", ".join(pupils[each].full_name for each in kept[at].pupils)
        problems.append(_between(ProblemCode.ONE_TALK, first, slot, names))
    return kept


def _are_siblings(one: RosterSlot, other: RosterSlot, pupils: Sequence[Pupil], *, joined: bool) -> bool:
    """Return whether two rows at one time are of one family, by a parent, a birthday or cells made one."""
    if not set(one.pupils).isdisjoint(other.pupils) or one.kind != other.kind:
        return False
    if not (agree(one.minutes, other.minutes) and agree(one.place, other.place)):
        return False
    children = [pupils[each.pupil] for each in (one, other)]
    alike = len({comparable(child.infix + child.last_name) for child in children}) == 1
    alike = alike and bool(children[0].last_name)
    if one.carers and other.carers:
        mine, theirs = ([pupils[each.pupil].carers[at] for at in each.carers] for each in (one, other))
        return any(_is_parent_of_both(a, b, alike=alike) for a in mine for b in theirs)
    twins = bool(children[0].birth_date) and children[0].birth_date == children[1].birth_date
    return alike and (joined or twins)


def _is_parent_of_both(one: Carer, other: Carer, *, alike: bool) -> bool:
    """Return whether a parent on two rows is one: a first name alone is that of many."""
    if comparable(one.name) != comparable(other.name):
        return False
    reached = bool(one.phone and one.phone == other.phone) or bool(one.email and one.email == other.email)
    return alike or reached or len(one.name.split()) > 1


def _as_one_talk(one: RosterSlot, other: RosterSlot) -> RosterSlot:
    """Return the talk of two rows with the children, and what is said, of both."""
    return one._replace(
        minutes=one.minutes or other.minutes,
        place=one.place or other.place,
        siblings=(*one.siblings, Child(other.pupil, other.carers), *other.siblings),
        remark="; ".join(dict.fromkeys(filter(None, (one.remark, other.remark)))),
        interpreter=one.interpreter or other.interpreter,
        parent_points=tuple(dict.fromkeys((*one.parent_points, *other.parent_points))),
        pupil_points=tuple(dict.fromkeys((*one.pupil_points, *other.pupil_points))),
    )


def _between(code: ProblemCode, first: RosterSlot, second: RosterSlot, value: str = "") -> RosterProblem:
    """Return what is wrong with the second of two talks because of the first."""
    other = first.sheet if first.sheet != second.sheet else ""
    return RosterProblem(code, second.row, "", value, first.row, second.sheet, other)


def _overlaps(slots: Iterable[RosterSlot]) -> list[RosterProblem]:
    """Return where one teacher, or one pupil, would have to be in two talks at a time."""
    problems: list[RosterProblem] = []
    slots = list(slots)
    turns = {slot: turn for turn, slot in enumerate(slots)}
    busy: defaultdict[tuple[ProblemCode, str | int], list[RosterSlot]] = defaultdict(list)
    for slot in slots:
        busy[ProblemCode.OVERLAP, slot.teacher].append(slot)
        for pupil in slot.pupils:
            busy[ProblemCode.PUPIL_TWICE, pupil].append(slot)
    for (code, _), theirs in busy.items():
        theirs.sort(key=lambda slot: slot.start)
        last = theirs[0]
        for slot in theirs[1:]:
            both = code is ProblemCode.OVERLAP and slot.pupil == last.pupil
            if slot.start < last.end and not both:
                first, second = sorted((last, slot), key=turns.__getitem__)
                problems.append(_between(code, first, second, f"{slot.start:%H:%M}"))
            last = max(last, slot, key=lambda each: each.end)
    return problems
