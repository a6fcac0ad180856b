"""When a form was begun and sent, which says nothing of when a talk is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from store.roster.columns import Column, Columns
from store.roster.dates import DateReader, Order
from store.roster.header_words import Field, says_when_it_was_sent
from store.roster.sheets.table import Table, TableRow
from store.roster.times import read_time

_WHEN = frozenset({Field.DATE, Field.TIME})
LONGEST = timedelta(days=1)
"""Time that somebody has a form open."""


def without_when_filled_in(table: Table, columns: Columns, dates: DateReader) -> Columns:
    """Leave out the days and times on which each form was begun, a little before it was sent."""
    sent = [each for each in columns.all if says_when_it_was_sent(each.header)]
    rows = [row for row in table.rows if row.number > columns.row and len(row.filled) > 1]
    for column in columns.all if sent else ():
        if column.field in _WHEN and any(_began(rows, column, each, dates) for each in sent):
            columns = columns.read_otherwise(column, Column(column.at, column.header, filled_in=True))
    return columns


def _began(rows: list[TableRow], begun: Column, sent: Column, dates: DateReader) -> bool:
    """Return whether each moment of one column is right before that of the other, and all have been."""
    pairs = [
        [_moment(row.cells[each.at] if each.at < len(row.cells) else "", dates) for each in (begun, sent)]
        for row in rows
    ]
    return bool(pairs) and all(
        first and last and timedelta() <= last - first <= LONGEST and _has_been(first, dates)
        for first, last in pairs
    )


def _has_been(moment: datetime, dates: DateReader) -> bool:
    return dates.today is None or moment.date() <= dates.today


def _moment(text: str, dates: DateReader) -> datetime | None:
    """Return the moment in a cell, in whatever order its day and month are."""
    return next(_moments(text, dates), None)


def _moments(text: str, dates: DateReader) -> Iterator[datetime]:
    for order in (dates.order, Order.MONTH_FIRST):
        found = dates._replace(order=order).read(text)
        if found and not found.turned and (span := read_time(found.rest)):
            yield datetime.combine(found.day, span.start)
