"""The formats that tables can be exported in, by name. Each is loaded only when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from store.domain.school_year import year_name
from store.export.formats import File
from store.export.tables.class_tables import TableOrder, class_tables, group_overviews
from store.language import Translator

TableExporter = Callable[[TableOrder, Translator, datetime], Iterator[File]]
"""Makes the files of one format, one by one; the instant is when, in UTC."""


def _comma_separated(order: TableOrder, t: Translator, now: datetime) -> Iterator[File]:
    """A file for each table."""
    from store.export.tables.comma_separated import csv_bytes

    for table in class_tables(order, t):
        yield File(f"{_stem(order, t)}-{table.name.lower()}", "csv", csv_bytes(table))


def _workbook(order: TableOrder, t: Translator, now: datetime) -> Iterator[File]:
    """One file with all tables."""
    from store.export.tables.workbook import workbook

    yield File(_stem(order, t), "xlsx", workbook(class_tables(order, t), now))


def _group(order: TableOrder, t: Translator, now: datetime) -> Iterator[File]:
    """What the coordinator's view reads: never with a name."""
    from store.export.tables.group_file import group_file_bytes

    groups, year = group_overviews(replace(order, names=False)), year_name(order.day)
    named = "-".join(filter(None, (t("group"), *(each.group for each in groups), year)))
    yield File(named, "json", group_file_bytes(year, order.day, groups))


def _stem(order: TableOrder, t: Translator) -> str:
    when = year_name(order.day) if order.whole_year else order.day.isoformat()
    return "-".join(filter(None, (t("start-talks"), when, "" if order.names else t("without-names"))))


TABLES: Mapping[str, TableExporter] = {"csv": _comma_separated, "xlsx": _workbook, "group": _group}
"""What tables can be exported as: to look at, to count on with, or for the view over several groups."""
