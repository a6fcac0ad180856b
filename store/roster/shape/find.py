"""Find how a sheet is laid out, and in which order its dates are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from store.domain.text import those
from store.roster.blanks import says_nobody
from store.roster.by_cells.against_header import (
    which_child,
    with_families_as_names,
    with_people_among_numbers,
    without_contradictions,
)
from store.roster.by_cells.at_every_talk import without_who_invites
from store.roster.by_cells.cells_below import is_unknown
from store.roster.by_cells.dates_in_digits import with_dates_apart
from store.roster.by_cells.filled_columns import with_filled_columns
from store.roster.by_cells.filled_in import without_when_filled_in
from store.roster.by_cells.given_names import with_given_names
from store.roster.by_cells.numbers_apart import with_numbers_apart
from store.roster.by_cells.unnamed_kinds import with_unnamed_kinds
from store.roster.by_cells.who_comes import with_who_comes
from store.roster.by_cells.who_signed_up import with_who_signed_up
from store.roster.cells import is_a_room, is_error, read_answer, says_where
from store.roster.choices import Choices
from store.roster.columns import (
    CARER_NAMES,
    MOST_HEADER_ROWS,
    Column,
    Columns,
    find_columns,
    header_row,
    read_columns,
)
from store.roster.dates import DateReader, FoundDate, Order, Proof, prove_order
from store.roster.header_words import (
    PUPIL_NAMES,
    Field,
    meaning_of,
    parent_said,
    says_family,
    says_invited,
    says_when_it_was_sent,
)
from store.roster.names import has_capitals, is_a_name, several, split_name, words
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.said.rows_called_off import without_called_off
from store.roster.shape.above.group import with_group
from store.roster.shape.above.of_all_talks import with_said_above
from store.roster.shape.below_each_other import lists_below
from store.roster.shape.in_brackets import children_in_brackets
from store.roster.shape.layout import (
    Layout,
    Week,
    day_of_sheet,
    is_of_the_school,
    week_named,
    whole_date,
)
from store.roster.shape.listed import read_list
from store.roster.shape.no_child import without_strangers
from store.roster.shape.numbered_times import with_times_ahead, with_times_of_numbers
from store.roster.shape.packed_cells import unpacked
from store.roster.shape.side_by_side import blocks
from store.roster.shape.teachers import of_one_teacher, with_teachers
from store.roster.shape.unknown_columns import maybe_of_parents, reached_by_content, wished
from store.roster.shape.upright import upright
from store.roster.shape.weeks.by_week import dated_by_week, with_weekdays
from store.roster.shape.weeks.weeks_below import weeks_below
from store.roster.shared_cell.labelled import parent_behind, with_roles_behind
from store.roster.sheets.table import Table, TableRow, column_letters
from store.roster.times import read_time, without_remark
from store.roster.titles import names_in_titles, says_it_is_a_talk, who_booked
from store.roster.whole_rows.changed_times import with_what_was_changed
from store.roster.whole_rows.cut_rows import with_cut_rows
from store.roster.whole_rows.days_in_headers import with_days_of_headers
from store.roster.whole_rows.loose_commas import with_whole_names
from store.roster.whole_rows.parents_apart import with_a_row_each
from store.roster.whole_rows.talks_numbered import with_talks_numbered

YEAR_AHEAD = timedelta(days=366)
"""Further ahead no talk is planned: a date below an unknown header is another one then."""
_ENGLISH = those(
    "date time name student parent first last birth start customer timestamp grade dob teacher end"
)
_WHEN = frozenset({Field.DATE, Field.TIME})
SHORTEST_NUMBER = 2
"""Digits that the count of a row has as well."""
_AS_NUMBER = re.compile(r"(?<![\d.,:])\d{1,2}[.,]\d{1,2}(?![\d.,])")
_TITLES = those("subject onderwerp titel title summary betreft omschrijving")
_DUTCH = those(
    "datum tijd naam leerling ouder geboortedatum voornaam roepnaam achternaam begintijd klas groep"
)


class Found(NamedTuple):
    """A sheet's layout, how its dates are to be read, and the columns to show people."""

    layout: Layout
    dates: DateReader
    births: DateReader
    doubts: tuple[Doubt, ...]
    shown: Columns
    last_first: bool = False


def find_layouts(
    tables: Sequence[Table], choices: Choices, today: date | None, zone: str
) -> tuple[Found, ...]:
    """Return the sheets, or blocks of a sheet, that name pupils, in their order.

    A list without headers only counts when no sheet has any.
    """
    plain = DateReader(Order.DAY_FIRST, today, zone, _coming_week(today))

    def is_day(text: str) -> bool:
        orders = (Order.DAY_FIRST, Order.MONTH_FIRST)
        return any(whole_date(text, plain._replace(order=order)) for order in orders)

    tables = with_times_of_numbers(tables)
    # a header row that somebody chose is of all the sheet
    lists = (
        tables
        if choices.header_row
        else [each for table in tables for week in weeks_below(table) for each in lists_below(week)]
    )
    parts = [(table, part) for table in lists for part in blocks(_one_time_each(table, is_day), is_day)]
    read = [(table, found) for table, part in parts if (found := _with_headers(part, choices, today, zone))]
    if not read:
        read = _alike(
            [(table, found) for table, part in parts if (found := _guessed(part, choices, today, zone))]
        )
    known = [
        _of_children(found._replace(layout=_with_said_above(found.layout, table)), choices)
        for table, found in read
    ]
    layouts, whose = of_one_teacher([found.layout for found in known], choices.teacher)
    known = [found._replace(layout=layout) for found, layout in zip(known, layouts, strict=True)]
    if whose:
        known[0] = known[0]._replace(doubts=(*known[0].doubts, *whose))
    return tuple(known)


def _one_time_each(table: Table, is_day: Callable[[str], bool]) -> Table:
    """Return a sheet with its answers, days and changed times in columns as a list has them."""
    return with_what_was_changed(with_days_of_headers(unpacked(_without_errors(table)), is_day))


def _with_said_above(layout: Layout, table: Table) -> Layout:
    return with_said_above(with_group(layout, table), table)


def _alike(read: list[tuple[Table, Found]]) -> list[tuple[Table, Found]]:
    """Return the sheets without headers that are as the first one is, which is asked once."""
    first, *others = [[column.name for column in found.shown.all] for _, found in read] or [[]]
    kept = (
        [read[0], *(each for each, names in zip(read[1:], others, strict=True) if names == first)]
        if read
        else []
    )
    return kept[:1] + [
        (
            table,
            found._replace(
                doubts=tuple(each for each in found.doubts if each.code is not DoubtCode.NO_HEADERS)
            ),
        )
        for table, found in kept[1:]
    ]


def _of_children(found: Found, choices: Choices) -> Found:
    layout, off = without_called_off(found.layout, choices.turned)
    layout, doubts = without_strangers(layout, choices.turned)
    return found._replace(layout=layout, doubts=(*found.doubts, *off, *doubts))


def _with_headers(table: Table, choices: Choices, today: date | None, zone: str) -> Found | None:
    """Return a sheet that is a list below headers, or a grid."""
    table = with_talks_numbered(with_a_row_each(table), choices.turned)
    columns = _columns(table, choices)
    if (turned := upright(table, columns.known if columns else 0)) is not table:
        table, columns = turned, _columns(turned, choices)
    if columns is None and (
        named := _titled(table) or children_in_brackets(table, choices.fields) or _unnamed_pupils(table)
    ):
        table, columns = named
    plain = DateReader(choices.order or Order.DAY_FIRST, today, zone)
    week = week_named(table, plain)
    plain = plain._replace(week=week.first if week else _coming_week(today))
    if not choices.header_row and (columns is None or Field.TIME not in columns.fields):
        usable = columns is not None and bool(
            columns.fields & {Field.DATE, Field.FIRST_NAME, Field.LAST_NAME}
        )
        if not usable and (grid := _grid(table, columns, plain, choices)):
            return _weekdays_told(grid, table, week)
    if columns is None:
        return None
    table, columns, told, asked = _by_cells(with_dates_apart(table, columns), columns, plain, choices)
    english = _english(table, columns)
    dates, birth, doubts = _orders(table, columns, choices, today, english=english)
    talk_dates = DateReader(dates, today, zone, plain.week)
    columns, problems = _without_what_is_no_talk(table, _without_counts(table, columns), talk_dates)
    layout = read_list(table, columns, talk_dates, choices.day_of(table.sheet))
    layout = layout._replace(problems=(*layout.problems, *told, *problems))
    name = columns.find(Field.NAME)
    births = DateReader(birth, None, zone)
    whose = any(each.code is DoubtCode.WHICH_CHILD for each in asked)
    others = () if whose else maybe_of_parents(table, columns)
    doubts = (*table.doubts, *asked, *doubts, *others, *wished(table, columns))
    found = Found(layout, talk_dates, births, doubts, columns, bool(name and name.last_first))
    return _weekdays_told(found, table, week)


def _by_cells(
    table: Table, columns: Columns, plain: DateReader, choices: Choices
) -> tuple[Table, Columns, tuple[RosterProblem, ...], tuple[Doubt, ...]]:
    """Return a list with whole rows and columns known by their cells too, what is told and what is asked."""
    columns = with_filled_columns(table, with_families_as_names(columns))
    table = without_who_invites(table, columns)
    table, cut = with_cut_rows(with_whole_names(table, columns), columns, plain, choices.turned)
    table, columns = with_numbers_apart(with_given_names(table, columns), columns)
    table, columns = with_who_comes(table, with_who_signed_up(table, columns))
    columns = without_when_filled_in(table, columns, plain)
    table, columns, clock, hours = _with_clock_times(table, columns, plain, choices)
    columns = without_contradictions(table, columns, plain, choices.fields)
    columns = with_people_among_numbers(table, columns, choices.fields)
    columns, whose = which_child(table, columns, choices.fields)
    columns, unnamed = with_unnamed_kinds(table, columns)
    table = dated_by_week(table, columns, plain)
    table = with_weekdays(table, columns)
    columns = with_teachers(table, _without_families(table, _without_answers(table, columns)))
    columns = _with_places(table, _with_parents(table, _with_teachers(table, columns)))
    columns, reached = reached_by_content(table, columns)
    columns, by_content = _by_content(table, _with_numbers(table, columns), plain)
    return table, columns, (*clock, *unnamed, *reached, *by_content), (*cut, *hours, *whose)


def _with_clock_times(
    table: Table, columns: Columns, dates: DateReader, choices: Choices
) -> tuple[Table, Columns, tuple[RosterProblem, ...], tuple[Doubt, ...]]:
    """Return the sheet with times that were kept as numbers as they are on a clock."""
    if not _has_numbers(table):
        return table, columns, (), ()
    from store.roster.by_cells.hours_as_numbers import with_clock_times

    return with_clock_times(table, columns, dates, choices.turned)


def _has_numbers(table: Table) -> bool:
    return any(_AS_NUMBER.search(cell) for row in table.rows for cell in row.cells)


def _coming_week(today: date | None) -> date | None:
    """Return the Monday that comes, or today if it is one: a list of weekdays is of one week of school."""
    return today + timedelta(days=-today.weekday() % 7) if today else None


def _weekdays_told(found: Found, table: Table, week: Week | None) -> Found:
    """Return the same with what is to be said of weekdays without a date; outside this week it is asked."""
    columns = [each for each in found.shown.all if each.field in {Field.DATE, Field.TIME}]
    places = {each.at: each.header for each in columns} if found.layout.kind == "list" else None
    days = {each.at for each in columns if each.field is Field.DATE}

    def dated(row: TableRow) -> bool:
        cells = ((at, row.cells[at]) for at in places or () if at < len(row.cells))
        read = ((at, found.dates.read(cell)) for at, cell in cells)
        return any(day and not day.alone and (day.certain or at in days) for at, day in read)

    alone = [
        (row.number, (places or {}).get(at, ""), cell, day.day)
        for row in table.rows
        if not dated(row)
        for at, cell in enumerate(row.cells)
        if (places is None or at in places or len(row.filled) == 1)
        and (day := found.dates.read(cell))
        and day.alone
    ]
    named = day_of_sheet(table.sheet, found.dates)
    if not alone and named and named.alone and not any(map(dated, table.rows)):
        alone = [(table.rows[0].number, "", table.sheet, named.day)]
    if not alone:
        return found
    outside = (each for each in alone if week and each[-1] > week.last)
    row, header, cell, taken = next(outside, alone[0])
    if week and week.sure and all(each[-1] <= week.last for each in alone):
        told = RosterProblem(ProblemCode.WEEKDAY_PLACED, row, header, cell)
        return found._replace(layout=found.layout._replace(problems=(*found.layout.problems, told)))
    asked = Doubt(DoubtCode.WEEKDAY_ALONE, row, header, cell, taken.isoformat(), rows=len(alone))
    return found._replace(doubts=(*found.doubts, asked))


def _titled(table: Table) -> tuple[Table, Columns] | None:
    """Return a list of events, as a calendar exports them, with the names that are in their titles."""
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        at = next(
            (at for at, cell in enumerate(row.cells) if words(cell) and words(cell)[0] in _TITLES), None
        )
        columns = None if at is None else read_columns(row, {at: Field.NAME})
        if at is None or columns is None or not columns.fields & _WHEN:
            continue
        below = [each for each in table.rows if each.number > row.number and at < len(each.cells)]
        titles = [each.cells[at] for each in below]
        names = names_in_titles(titles)
        booked = who_booked(titles)
        doubts = (
            (Doubt(DoubtCode.BOOKED_BY, below[0].number, row.cells[at], titles[0], booked, rows=len(below)),)
            if booked
            else ()
        )
        named = {
            each.number: each._replace(cells=(*each.cells[:at], name, *each.cells[at + 1 :]))
            for each, name in zip(below, names, strict=True)
        }
        rows = tuple(named.get(each.number, each) for each in table.rows)
        return table._replace(rows=rows, doubts=doubts), columns
    return None


def _unnamed_pupils(table: Table) -> tuple[Table, Columns] | None:
    """Return a list with days and times of which the first column has names below no header."""
    for row in [row for row in table.rows if not row.empty][:MOST_HEADER_ROWS]:
        columns = read_columns(row)
        names = [each.cell(0) for each in table.rows if each.number > row.number and not each.empty]
        named = bool(names) and all(is_a_name(name) and has_capitals(name) for name in names)
        if named and not row.cell(0) and columns.fields >= _WHEN:
            return table, columns.as_chosen({0: Field.NAME})
    return None


def _grid(table: Table, columns: Columns | None, dates: DateReader, choices: Choices) -> Found | None:
    from store.roster.shape.grid import MOST_ROWS_ABOVE, read_grid

    table = with_times_ahead(table)
    rows = [row for row in table.rows if not row.empty]
    heads = [cell for row in rows[:MOST_ROWS_ABOVE] for cell in row.cells]
    heads += [row.cells[0] for row in rows[MOST_ROWS_ABOVE:] if row.cells]
    proof = prove_order(heads, english=_has_halves(table), today=dates.today, talks=True)
    if proof.proven and not choices.order:
        dates = dates._replace(order=proof.order)
    if _has_numbers(table):
        from store.roster.by_cells.hours_as_numbers import with_clock_margin

        table = with_clock_margin(table)
    grid = read_grid(table, dates, choices, teachers=columns is None)
    return Found(grid, dates, dates, (), grid.columns) if grid else None


def _guessed(table: Table, choices: Choices, today: date | None, zone: str) -> Found | None:
    dates = DateReader(Order.DAY_FIRST, today, zone)
    week = week_named(table, dates)
    dates = dates._replace(week=week.first if week else _coming_week(today))
    from store.roster.shape.without_headers import guess_columns, told_in_sentences

    headers = header_row(table.rows)
    known = read_columns(headers) if headers else None
    if headers:
        table = table._replace(rows=tuple(row for row in table.rows if row.number > headers.number))
    guessed = guess_columns(table, dates)
    if guessed is None or _lacks_days(guessed[0], guessed[1], dates):
        guessed = told_in_sentences(table, dates) or guessed
    if guessed is None or (choices.fields and headers):
        return None
    table, columns, doubt = guessed
    if known:
        columns = _with_known(columns, known)
        if not columns.usable:
            return None
        doubt = doubt._replace(others=tuple(each.name or "" for each in columns.all))
    columns = columns.as_chosen(choices.fields)
    doubts = () if choices.fields else (doubt,)
    layout = read_list(with_weekdays(table, columns), columns, dates, choices.day_of(table.sheet))
    found = Found(layout, dates, dates, doubts, columns)
    return _weekdays_told(found, table, week)


def _lacks_days(table: Table, columns: Columns, dates: DateReader) -> bool:
    """Return whether no day is known of the times there are, be it that these stand within sentences."""
    if not columns.fields & _WHEN:
        return True
    if Field.DATE in columns.fields:
        return False
    listed = read_list(table, columns, dates)
    return not any(listed.columns.cell(row, Field.DATE) for row in listed.rows)


def _with_known(guessed: Columns, known: Columns) -> Columns:
    """Return columns as guessed, but for those of which the header is known: names are the pupils' then."""
    fields = known.fields
    taken: list[Column] = []
    for at, column in enumerate(known.all):
        found = guessed.all[at] if at < len(guessed.all) else column
        named = found.field in {*PUPIL_NAMES, Field.CARER} and not any(
            each.field is Field.NAME for each in taken
        )
        if column.field or column.header == "":
            taken.append(column)
        elif named:
            taken.append(column._replace(field=Field.NAME))
        else:
            taken.append(column._replace(field=found.field if found.field in _WHEN - fields else None))
    return Columns(known.row, tuple(taken))


def _columns(table: Table, choices: Choices) -> Columns | None:
    if not choices.header_row:
        return find_columns(table.rows, choices.fields)
    row = next((row for row in table.rows if row.number == choices.header_row), None)
    columns = read_columns(row, choices.fields) if row else None
    return columns if columns and columns.usable else None


def _orders(
    table: Table, columns: Columns, choices: Choices, today: date | None, *, english: bool
) -> tuple[Order, Order, tuple[Doubt, ...]]:
    """Return the order of the dates of talks and that of dates of birth, and what is to be asked of them.

    A column that proves nothing by itself is written as one that does.
    """
    if choices.order:
        return choices.order, choices.order, ()
    rows = [row for row in table.rows if row.number > columns.row]
    width = max((len(row.cells) for row in rows), default=0)
    proofs: dict[int, Proof] = {}
    for at in range(width):
        fields = {each.field for each in columns.all if each.at == at}
        talks = not fields & {Field.BIRTH_DATE} and bool(fields & {Field.DATE, Field.TIME})
        proofs[at] = prove_order(_cells(rows, at), english=english, today=today, talks=talks)
    proven = next((each.order for each in proofs.values() if each.proven), None)
    found: dict[Field, Order] = {}
    doubts: list[Doubt] = []
    for column in columns.all:
        if column.field not in {Field.DATE, Field.TIME, Field.BIRTH_DATE} or column.at not in proofs:
            continue
        proof = proofs[column.at]
        if proof.other and proven and Order.YEAR_FIRST not in {proof.order, proof.other}:
            proof = Proof(proven)
        if proof.seen:
            found.setdefault(
                Field.BIRTH_DATE if column.field is Field.BIRTH_DATE else Field.DATE, proof.order
            )
        if proof.other:
            doubts.append(_order_doubt(rows, column.at, column.header, proof))
    talk = found.get(Field.DATE, Order.DAY_FIRST)
    return talk, found.get(Field.BIRTH_DATE, talk), tuple(doubts)


def _order_doubt(rows: Sequence[TableRow], at: int, header: str, proof: Proof) -> Doubt:
    """Return the question in which order a column's dates are written, by one that would be another day."""
    row = next(row for row in rows if at < len(row.cells) and row.cells[at] == proof.example)
    taken, other = (
        found.day.isoformat() if (found := DateReader(order).read(proof.example)) else ""
        for order in (proof.order, proof.other or proof.order)
    )
    years = Order.YEAR_FIRST in {proof.order, proof.other}
    code = DoubtCode.YEAR_OR_DAY if years else DoubtCode.DAY_OR_MONTH
    count = sum(1 for _ in _cells(rows, at))
    return Doubt(code, row.number, header, proof.example, taken, other, rows=count)


def _by_content(
    table: Table, columns: Columns, dates: DateReader
) -> tuple[Columns, tuple[RosterProblem, ...]]:
    """Take a column below an unknown header for when the talks are, where all of its cells say so."""
    rows = [row for row in table.rows if row.number > columns.row]
    columns = _with_times_beside(rows, _with_unnamed_days(rows, columns, dates), dates)
    several: tuple[RosterProblem, ...] = ()
    for column in columns.all:
        wanted = {Field.DATE, Field.TIME} - columns.fields
        if column.field or not column.header or column.duplicate or _is_when_filled_in(column):
            continue
        cells = list(_cells(rows, column.at))
        field = _when(cells, dates, timed=Field.TIME not in wanted) if cells and wanted else None
        if field in wanted and _of_several(columns, column):
            # which of these it became may stand in a column of its own
            asked = any(each.code is DoubtCode.SEVERAL_TIMES for each in table.doubts)
            told = RosterProblem(ProblemCode.CHOICES, columns.row, column.header)
            several = several or (() if asked else (told,))
            continue
        if field in wanted:
            taken = column._replace(field=field)
            columns = columns.read_otherwise(column, taken)
            told = RosterProblem(ProblemCode.BY_CONTENT, columns.row, column.header, str(field))
            return _with_days_elsewhere(rows, columns, taken, dates, (told,))
    return columns, several


def _with_days_elsewhere(
    rows: Sequence[TableRow],
    columns: Columns,
    taken: Column,
    dates: DateReader,
    told: tuple[RosterProblem, ...],
) -> tuple[Columns, tuple[RosterProblem, ...]]:
    """Take further columns for when the talks are where each row has only one: a column for each teacher."""
    dated = {row.number for row in rows if taken.at < len(row.cells) and row.cells[taken.at]}
    for column in filter(is_unknown, columns.all):
        own = {row.number for row in rows if column.at < len(row.cells) and row.cells[column.at]}
        days = own and dated.isdisjoint(own) and _when([*_cells(rows, column.at)], dates, timed=False)
        if days is taken.field is Field.DATE:
            columns = columns.read_otherwise(column, column._replace(field=Field.DATE, also=True))
            told = (*told, RosterProblem(ProblemCode.BY_CONTENT, columns.row, column.header, Field.DATE))
            dated |= own
    return columns, told


def _is_when_filled_in(column: Column) -> bool:
    return column.filled_in or says_when_it_was_sent(column.header)


def _with_unnamed_days(rows: Sequence[TableRow], columns: Columns, dates: DateReader) -> Columns:
    """Take a column below no header that has nothing but days for those of the times beside it."""
    if Field.DATE in columns.fields or Field.TIME not in columns.fields:
        return columns
    for column in columns.all:
        cells = list(_cells(rows, column.at))
        if not (column.field or column.header) and cells and all(whole_date(cell, dates) for cell in cells):
            return columns.as_chosen({column.at: Field.DATE})
    return columns


def _with_times_beside(rows: Sequence[TableRow], columns: Columns, dates: DateReader) -> Columns:
    """Take a second column of days, each with a time, for the times: "Dag en tijd" beside "Datum"."""
    day = columns.find(Field.DATE)
    if day is None or Field.TIME in columns.fields or any(_timed(_cells(rows, day.at), dates)):
        return columns
    for column in columns.all:
        unread = not column.field and column.header and not _is_when_filled_in(column)
        timed = [*_timed(_cells(rows, column.at), dates)] if unread else []
        # the row of a free place may say something else
        if timed and sum(timed) * 3 >= len(timed) * 2:
            return columns.as_chosen({column.at: Field.TIME})
    return columns


def _timed(cells: Iterable[str], dates: DateReader) -> Iterator[bool]:
    """Yield of each cell whether a time stands behind a day in it."""
    for cell in cells:
        found = dates.read(cell)
        yield bool(found and _is_timed(found))


def _is_timed(found: FoundDate) -> bool:
    """Return whether a time stands behind a day, with words behind that perhaps: "om 13u met mama"."""
    return read_time(without_remark(found.rest)[0]) is not None


def _of_several(columns: Columns, column: Column) -> bool:
    """Return whether a column is one of several that are only numbered: "Voorkeur 1", "Voorkeur 2"."""

    def bare(header: str) -> str:
        return "".join(word for word in words(header) if not word.isdigit())

    return sum(bare(each.header) == bare(column.header) for each in columns.all) > 1


def _when(cells: Sequence[str], dates: DateReader, *, timed: bool) -> Field | None:
    """Return whether these are days with a time, but for a slip here and there, or all times.

    A bare number is neither.
    Where the times have a column of their own, days to come are enough.
    """
    for order in (dates.order, Order.MONTH_FIRST):
        found = [dates._replace(order=order).read(cell) for cell in cells]
        moments = sum(1 for each in found if each and _is_timed(each))
        if moments * 3 >= len(cells) * 2 and any(each and each.certain for each in found):
            return Field.DATE
        if timed and dates.today and all(each and _to_come(each, dates.today) for each in found):
            return Field.DATE
    return Field.TIME if all(not cell.isdigit() and read_time(cell) for cell in cells) else None


def _to_come(found: FoundDate, today: date) -> bool:
    return not found.rest and today <= found.day <= today + YEAR_AHEAD


def _without_answers(table: Table, columns: Columns) -> Columns:
    """Leave out a column that seems to name parents, and says no names but whether they came, or when."""
    rows = [row for row in table.rows if row.number > columns.row]
    wrong = {
        column.at
        for column in columns.all
        if column.field in {Field.CARER, Field.WITH}
        and (cells := list(_cells(rows, column.at)))
        and not _names_people(column.header, cells)
    }
    kept = (each._replace(field=None, carer=0) if each.at in wrong else each for each in columns.all)
    return replace(columns, all=tuple(kept)) if wrong else columns


def _names_people(header: str, cells: Sequence[str]) -> bool:
    """Return whether cells are people; whom one says are invited may be how it stands with that."""
    if all(read_answer(cell) is not None for cell in cells):
        return False
    names = sum(is_a_name(cell) and has_capitals(cell) and len(cell.split()) > 1 for cell in cells)
    return names * 2 > len(cells) or not says_invited(header)


def _with_teachers(table: Table, columns: Columns) -> Columns:
    """Take who a talk is with for the teachers where most are: "juf Els" is no parent."""
    column = next((each for each in columns.all if each.field in {Field.CARER, Field.WITH}), None)
    if column is None or meaning_of(column.header).field is not Field.WITH or Field.TEACHER in columns.fields:
        return columns
    cells = list(_cells([row for row in table.rows if row.number > columns.row], column.at))
    if sum(map(is_of_the_school, cells)) * 2 <= len(cells):
        return columns
    return columns.as_chosen({column.at: Field.TEACHER})


def _with_parents(table: Table, columns: Columns) -> Columns:
    """Take who a talk is with for the parents, where most are named; one name on all rows is a teacher's."""
    column = columns.find(Field.WITH)
    if column is None or CARER_NAMES & columns.fields:
        return columns
    cells = list(_cells([row for row in table.rows if row.number > columns.row], column.at))
    cells = [cell for cell in cells if not says_nobody(cell)]
    named = sum(with_roles_behind(cell) != cell or bool(parent_behind(cell)) for cell in cells)
    names = sum(map(_are_people, cells)) if len({*cells}) > 1 else 0
    whole = sum(is_a_name(cell) and has_capitals(cell) and len(cell.split()) > 1 for cell in cells)
    if max(named, names, whole) * 2 <= len(cells):
        return columns
    teacher = len(cells) > 2 and len({*cells}) == 1 and not named and Field.TEACHER not in columns.fields
    return columns.as_chosen({column.at: Field.TEACHER if teacher else "carer_1_name"})


def _are_people(cell: str) -> bool:
    """Return whether a cell names people and does not say which parents: "Bea en Jan"."""
    names = several(cell)
    return all(is_a_name(name) and has_capitals(name) for name in names) and not parent_said(cell)


def _with_places(table: Table, columns: Columns) -> Columns:
    """Take a column for where the talks are that says nothing else: "Plaats" may be where a child lives."""
    if Field.PLACE in columns.fields or not columns.fields & _WHEN:
        return columns
    rows = [row for row in table.rows if row.number > columns.row]
    unknown = (each for each in columns.all if not each.field and each.header and not each.duplicate)
    for column in unknown:
        cells = list(_cells(rows, column.at))
        if cells and all(map(says_where, cells)) and _may_be_of_talks(column.header):
            return columns.as_chosen({column.at: Field.PLACE})
    return columns


def _may_be_of_talks(header: str) -> bool:
    """Return whether a header of places may be of talks, and not of where somebody lives or works."""
    # "Hoe": said of a time or a date, it is no place where anybody lives
    of_talks = says_it_is_a_talk(header) or meaning_of(header).field in _WHEN
    return of_talks or "plaats" in words(header) or is_a_room(header)


def _without_families(table: Table, columns: Columns) -> Columns:
    """Leave out a column of families that has no names, or stands beside names that are whole without it."""
    family, named = columns.find(Field.LAST_NAME), columns.find(Field.NAME)
    if family is None or not says_family(family.header):
        return columns
    rows = [row for row in table.rows if row.number > columns.row]
    whole = list(_cells(rows, named.at)) if named else []
    whole_names = sum(bool(split_name(each).last) for each in whole if len(several(each)) == 1)
    families = list(_cells(rows, family.at))
    names = sum(is_a_name(each) and each != each.lower() for each in families)
    if whole_names * 2 > len(whole) or names * 2 <= len(families):
        return columns.without(Field.LAST_NAME)
    return columns


def _without_what_is_no_talk(
    table: Table, columns: Columns, dates: DateReader
) -> tuple[Columns, list[RosterProblem]]:
    """Leave out dates that have no time anywhere: when somebody came to the school, not when a talk is."""
    column = columns.find(Field.DATE)
    if {Field.END, Field.MINUTES} <= columns.fields:
        return columns, []
    if not _WHEN & columns.fields and (end := columns.find(Field.END)):
        return columns, [RosterProblem(ProblemCode.ONLY_ENDS, columns.row, end.header)]
    if column is None or Field.TIME in columns.fields:
        return columns, []
    rows = [row for row in table.rows if row.number > columns.row]
    read = [found for cell in _cells(rows, column.at) if (found := dates.read(cell))]
    if not read or (any(map(_is_timed, read)) and not _midnight(read)):
        return columns, []
    start = {"start", "inschrijf", "inschrijving", "startdatum"} & set(
        words(column.header.replace("datum", " datum"))
    )
    problems = [] if start else [RosterProblem(ProblemCode.ONLY_DATES, columns.row, column.header)]
    return columns.without(Field.DATE), problems


def _midnight(read: Iterable[object]) -> bool:
    return all(getattr(each, "rest", "") in {"00:00", "0:00", "00:00:00", ""} for each in read)


def _with_numbers(table: Table, columns: Columns) -> Columns:
    """Take a column that is only called a number for the pupils' own, where it does not count the rows.

    A child that comes more than once has the same number each time.
    """
    unknown = (each for each in columns.all if each.field is None)
    column = next((each for each in unknown if _is_a_number(each.header)), None)
    if column is None or Field.NUMBER in columns.fields:
        return columns
    rows = [row for row in table.rows if row.number > columns.row]
    cells = list(_cells(rows, column.at))
    names = [columns.find(each) for each in PUPIL_NAMES]
    whose = {
        tuple(
            row.cells[at] for at in (column.at, *(each.at for each in names if each)) if at < len(row.cells)
        )
        for row in rows
        if column.at < len(row.cells) and row.cells[column.at]
    }
    wide = all(len(cell) > SHORTEST_NUMBER for cell in cells)
    padded = any(cell.startswith("0") and len(cell) >= SHORTEST_NUMBER for cell in cells)
    counted = [int(cell) for cell in cells if cell.isdigit()] == [*range(1, len(cells) + 1)]
    own = bool(cells) and all(map(str.isdigit, cells)) and len({each[0] for each in whose}) == len(whose)
    own = own and (wide or padded) and not counted
    taken = column._replace(field=Field.NUMBER)
    return columns.read_otherwise(column, taken) if own else columns


def _is_a_number(header: str) -> bool:
    """Say whether a header says that it is a number, and not of what."""
    return words(header.replace("#", " nr ")) in {("nr",), ("nummer",), ("number",)}


def _without_counts(table: Table, columns: Columns) -> Columns:
    """Leave out a number that only counts the rows."""
    column = columns.find(Field.NUMBER)
    if column is None or words(column.header) != ("id",):
        return columns
    numbers = list(_cells([row for row in table.rows if row.number > columns.row], column.at))
    return (
        columns.without(Field.NUMBER) if numbers == [str(n) for n in range(1, len(numbers) + 1)] else columns
    )


def _without_errors(table: Table) -> Table:
    """Return the sheet with what a spreadsheet shows for a failed formula taken out, and told."""
    wrong = {
        (row.number, at): cell for row in table.rows for at, cell in enumerate(row.cells) if is_error(cell)
    }
    if not wrong:
        return table
    rows = tuple(
        row._replace(
            cells=tuple("" if (row.number, at) in wrong else each for at, each in enumerate(row.cells))
        )
        for row in table.rows
    )
    told = (
        RosterProblem(ProblemCode.ERROR_VALUE, row, column_letters(at), cell)
        for (row, at), cell in wrong.items()
    )
    return table._replace(rows=rows, problems=(*table.problems, *told), mistakes=frozenset(wrong))


def _english(table: Table, columns: Columns) -> bool:
    """Return whether a file was made in English, in which a month may come before the day."""
    said = {word for column in columns.all for word in words(column.header)}
    return _has_halves(table) or bool(said & _ENGLISH and not said & _DUTCH)


def _has_halves(table: Table) -> bool:
    """Return whether times are written on the clock of twelve hours, with the half of the day."""
    return any(
        cell[-2:].upper() in {"AM", "PM"}
        for row in table.rows[:50]
        for cell in row.cells
        if cell[:1].isdigit()
    )


def _cells(rows: Iterable[TableRow], at: int) -> Iterable[str]:
    return (row.cells[at] for row in rows if at < len(row.cells) and row.cells[at])
