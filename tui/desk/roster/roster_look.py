"""A look at a file before it is stored: what it would change, and every reading of it that can be chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from store.files.repository import Repository
from store.roster.choices import EVERY_TEACHER, Choices
from store.roster.clashes import Clash
from store.roster.dates import DateReader, Order
from store.roster.header_words import Field
from store.roster.merging.likeness import Near
from store.roster.problems import Doubt, DoubtCode, Refusal, UnusableError
from store.roster.remembered import choices_for, reading_of
from store.roster.roster import roster_from
from store.roster.sheets.encoding import OLD
from tui.desk.roster.roster_import import Imported, forget_reading, look, readings_of

OF_A_CARER = (Field.RELATION, Field.CARER, Field.PHONE, Field.EMAIL)
"""The fields of a parent that a column can be given, for the first and the second one."""
FIELDS = (
    "",
    *(each.value for each in Field if not each.startswith("carer_") and each is not Field.SIBLING),
    *(each.replace("carer_", f"carer_{number}_") for number in (1, 2) for each in OF_A_CARER),
)
"""What a column can be said to hold, by name; empty when it is left out."""


MOST_ROWS = 10
"""How many rows are tried one after the other as that of the headers."""


class Answers(NamedTuple):
    """What was said so far about the file, and about who is who."""

    choices: Choices = Choices()
    same: frozenset[Near] = frozenset()


class RosterLook:
    """One file, looked at again with every answer; nothing of it is stored."""

    def __init__(self, data: bytes, repository: Repository, new_id: Callable[[], str], today: date) -> None:
        """Look at it as it seems to be meant, or as one of its kind was put right before.

        Raises:
            UnusableError: there is nothing in it to use.
            FilesError: a stored file can't be read.
        """
        self._data, self._repository, self._new_id, self._today = data, repository, new_id, today
        choices = choices_for(data, readings_of(repository), today)
        self.as_before = choices != Choices()
        self._answers: list[Answers] = [Answers(choices)]
        self.looked = self._look(self._answers[0])

    @property
    def questions(self) -> tuple[Doubt | Near | Clash, ...]:
        """What is still to be decided."""
        return (*self.looked.near, *self.looked.clashes, *self.looked.roster.doubts)

    @property
    def answered(self) -> bool:
        """Whether anything was said that can be taken back."""
        return len(self._answers) > 1

    def answer(self, question: Doubt | Near) -> bool:
        """Take the other reading of a question; say whether there is one.

        Raises:
            UnusableError: read like that there is nothing in it to use; all stays as it was.
            FilesError: a stored file can't be read.
        """
        now = self._answers[-1]
        if isinstance(question, Near):
            return self._go_on(now._replace(same=now.same | {question}))
        choices = _other(question, now.choices)
        return choices is not None and self._go_on(now._replace(choices=choices))

    def give_column(self, at: int, steps: int) -> bool:
        """Let a column, by its place from 0, hold the next field, or one before, that leaves pupils to read.

        Raises:
            UnusableError: there is none.
            FilesError: as for `answer`.
        """
        held = next((each.name for each in self.looked.roster.columns.all if each.at == at), "") or ""
        found = FIELDS.index(held) if held in FIELDS else 0
        ahead = range(1, len(FIELDS))
        return _first_usable(
            partial(self.name_column, at, FIELDS[(found + steps * far) % len(FIELDS)]) for far in ahead
        )

    def name_column(self, at: int, name: str) -> bool:
        """Let a column, by its place from 0, hold the field of this name; with "" it is left out.

        Raises:
            UnusableError, FilesError: as for `answer`.
        """
        now = self._answers[-1]
        fields = {**now.choices.fields, at: name}
        return self._go_on(now._replace(choices=now.choices._replace(fields=fields)))

    def header_row(self, steps: int) -> bool:
        """Take the headers from the next row that can be theirs, or the one before.

        Raises:
            UnusableError: there is none.
            FilesError: as for `answer`.
        """
        now, way = self.looked.roster.columns.row, 1 if steps > 0 else -1
        ahead = range(now + steps, now + steps + way * MOST_ROWS, way)
        return _first_usable(partial(self.name_header_row, row) for row in ahead if row > 0)

    def name_header_row(self, row: int) -> bool:
        """Take the headers from this row, counted from 1.

        Raises:
            UnusableError: no headers are found there; all stays as it was.
            FilesError: as for `answer`.
        """
        now = self._answers[-1]
        answers = now._replace(choices=now.choices._replace(header_row=row))
        looked = self._look(answers)
        if looked.roster.columns.row != row:
            raise UnusableError(Refusal.NO_PUPILS, "")
        return self._keep(answers, looked)

    def encoding(self, steps: int) -> bool:
        """Read the letters in the next encoding, or the one before; False for what is no plain text.

        Raises:
            UnusableError, FilesError: as for `answer`.
        """
        roster, now = self.looked.roster, self._answers[-1]
        if not roster.encoding:
            return False
        names = ("utf-8", *OLD)
        at = names.index(roster.encoding) if roster.encoding in names else 0
        chosen = names[(at + steps) % len(names)]
        return self._go_on(now._replace(choices=now.choices._replace(encoding=chosen)))

    def back(self) -> bool:
        """Take the last answer back; say whether there was one.

        Raises:
            FilesError: a stored file can't be read.
        """
        if not self.answered:
            return False
        self._answers.pop()
        self.looked = self._look(self._answers[-1])
        return True

    def afresh(self) -> None:
        """Read it by itself, and forget how files of its kind were put right.

        Raises:
            FilesError: a stored file can't be read or written.
        """
        looked = self._look(Answers())
        forget_reading(self._data, self._repository)
        self._answers, self.looked, self.as_before = [Answers()], looked, False

    def remember(self) -> None:
        """Keep how this file was put right, for the next one of its kind.

        Raises:
            FilesError: the settings can't be read or written.
        """
        choices = self._answers[-1].choices
        reading = reading_of(self._data, choices, self.looked.roster)
        if reading is None:
            return
        settings = self._repository.settings()
        plain = choices == Choices()
        after = settings.not_reading(reading.headers) if plain else settings.reading(reading)
        if after != settings:
            self._repository.save_settings(after)

    def _go_on(self, answers: Answers) -> bool:
        return self._keep(answers, self._look(answers))

    def _keep(self, answers: Answers, looked: Imported) -> bool:
        self._answers.append(answers)
        self.looked = looked
        return True

    def _look(self, answers: Answers) -> Imported:
        roster = roster_from(self._data, answers.choices, today=self._today)
        looked = look(
            roster, self._repository, self._new_id, today=self._today, same=answers.same.__contains__
        )
        return looked._replace(as_before=self.as_before)


def _first_usable(ways: Iterable[Callable[[], bool]]) -> bool:
    """Go the first of these ways that leaves something to use.

    Raises:
        UnusableError: none does.
        FilesError: a stored file can't be read.
    """
    error = UnusableError(Refusal.NO_PUPILS, "")
    for way in ways:
        try:
            return way()
        except UnusableError as refused:
            error = refused
    raise error


_TURNED = frozenset(
    {
        DoubtCode.A_CHILD,
        DoubtCode.NO_CHILD,
        DoubtCode.ONE_CHILD,
        DoubtCode.FIRST_OR_LAST,
        DoubtCode.CALLED_OFF,
        DoubtCode.IN_BRACKETS,
        DoubtCode.GONE,
        DoubtCode.PART_OF_HOUR,
        DoubtCode.SEVERAL_TIMES,
    }
)
"""The questions of what is the one thing or the other."""


def _other(doubt: Doubt, choices: Choices) -> Choices | None:
    """Return the choices with the other answer to a question; None where only the file can be mended."""
    match doubt.code:
        case DoubtCode.DAY_OR_MONTH | DoubtCode.YEAR_OR_DAY:
            return _in_order(doubt, choices)
        case DoubtCode.AFTERNOON:
            return choices._replace(afternoon=False)
        case DoubtCode.ODD_HOUR:
            return choices._replace(afternoon=True)
        case DoubtCode.ROW_CUT if doubt.other:
            return choices._replace(turned=choices.turned | {doubt.value})
        case code if code in _TURNED:
            return choices._replace(turned=choices.turned | {doubt.value})
    return _with_columns(doubt, choices) or _with_next(doubt, choices)


def _with_columns(doubt: Doubt, choices: Choices) -> Choices | None:
    """Return the choices with columns that hold what a question says they may; None for any other one."""
    match doubt.code:
        case DoubtCode.CALL_NAME if doubt.others:
            return choices._replace(fields={**choices.fields, int(doubt.others[0]): "carer_1_name"})
        case DoubtCode.LEFT_OUT:
            return choices._replace(fields={**choices.fields, int(doubt.others[0]): doubt.taken})
        case DoubtCode.WHICH_CHILD:
            child, parent = map(int, doubt.others)
            return choices._replace(fields={**choices.fields, child: "name", parent: "carer_1_name"})
    return None


def _with_next(doubt: Doubt, choices: Choices) -> Choices | None:
    """Return the choices with the next of all answers to a question; None for any other one."""
    match doubt.code:
        case DoubtCode.ENCODING:
            return choices._replace(encoding=_next(doubt.others, doubt.others[0]))
        case DoubtCode.WHICH_TEACHER | DoubtCode.WHOSE_TALKS:
            return choices._replace(teacher=_next((*doubt.others, EVERY_TEACHER), doubt.taken))
        case DoubtCode.WHICH_DAY:
            return choices._replace(days={**choices.days, doubt.sheet: _next(doubt.others, doubt.taken)})
        case DoubtCode.WHICH_TIME:
            return choices._replace(times={**choices.times, doubt.value: _next(doubt.others, doubt.taken)})
        case DoubtCode.IN_SHORT:
            return choices._replace(called={**choices.called, doubt.value: _next(doubt.others, doubt.taken)})
    return None


def _in_order(doubt: Doubt, choices: Choices) -> Choices | None:
    """Return the choices with the order of dates in which the example is its other day."""
    for order in Order:
        found = DateReader(order).read(doubt.value)
        if found and found.day.isoformat() == doubt.other:
            return choices._replace(order=order)
    return None


def has_other(doubt: Doubt) -> bool:
    """Return whether a question has another answer that can be chosen here."""
    return _other(doubt, Choices()) is not None


def _next(values: Sequence[str], taken: str) -> str:
    at = values.index(taken) if taken in values else -1
    return values[(at + 1) % len(values)]
