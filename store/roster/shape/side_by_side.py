"""Blocks that stand beside each other on one sheet, below headers that come back for each of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from store.roster.cells import says_where
from store.roster.columns import CARER_FIELDS, read_columns
from store.roster.header_words import PUPIL_NAMES, Field, meaning_of
from store.roster.names import is_a_name, words
from store.roster.problems import ProblemCode, RosterProblem
from store.roster.shape.beside_a_name import header_of, header_with_head
from store.roster.shape.layout import is_of_the_school
from store.roster.sheets.table import MergedCells, Table, TableRow, column_letters
from store.roster.times import read_time

MOST_ROWS_ABOVE = 20
NAME, TIME, DAY, TEACHER, PLACE, GROUP = "Leerling", "Tijd", "Datum", "Leerkracht", "Lokaal", "Groep"
REMARK = "Opmerking"
"""The headers of what stands above the blocks, or below no header."""
LEAST = 2
_BESIDE_A_DAY = re.compile(r"(.+?)\s*(?:(\([^()]+\))|[-–|/:,]\s+(.+))")
_GROUP = re.compile(r"(?:groep|klas|group|class)?\s*([1-8]\s?[a-z]?(?:/[1-8]?[a-z]?)?)", re.IGNORECASE)
_OF_A_ROW = frozenset(
    {Field.DATE, Field.TIME, Field.END, Field.MINUTES, Field.TEACHER, Field.PLACE, Field.KIND, Field.GROUP}
)
"""What a column behind the last block has that is of all of them."""

IsDay = Callable[[str], bool]


class _Beside(NamedTuple):
    """The blocks of a sheet: the row with their headers, where each begins, and how wide they are.

    `heads` have what stands above each block: the header for it, the row it is in, a text for each block.
    """

    row: TableRow
    headers: tuple[str, ...]
    starts: tuple[int, ...]
    width: int
    heads: tuple[tuple[str, int, tuple[str, ...]], ...] = ()

    @property
    def end(self) -> int:
        """The first column behind the last block."""
        return self.starts[-1] + self.width

    def stop(self, nth: int) -> int:
        """Return the first column behind a block, by its place."""
        return self.starts[nth + 1] if nth + 1 < len(self.starts) else self.end

    def said(self, nth: int) -> tuple[str, ...]:
        """Return the headers of a block by its place, without empty ones."""
        return tuple(filter(None, self.headers[self.starts[nth] : self.stop(nth)]))


def blocks(table: Table, is_day: IsDay) -> tuple[Table, ...]:
    """Return the sheet as the blocks it is made of; a sheet that is one block, as it is.

    What stands ahead of the first one, such as times, is of all of them; days, times or teachers above the
    blocks get a column.
    """
    return tuple(block for part in _stacked(table, is_day) for block in _beside_each_other(part, is_day))


def _beside_each_other(table: Table, is_day: IsDay) -> tuple[Table, ...]:
    rows = [row for row in table.rows if not row.empty][:MOST_ROWS_ABOVE]
    found = next(filter(None, (_below_headers(row, rows[:at], is_day) for at, row in enumerate(rows))), None)
    if found is None and not any(map(_names_pupils, rows)):
        heads = (_below_heads(table, row, is_day, rows[:at]) for at, row in enumerate(rows))
        found = next(filter(None, heads), None)
    if found is None:
        return (table,)
    # on another page the same headers come back
    said = [words(cell) for cell in found.row.cells]
    rows = [row for row in table.rows if row is found.row or [words(cell) for cell in row.cells] != said]
    table = table._replace(rows=tuple(rows), problems=(*table.problems, *_told(found)))
    return tuple(_cut(table, found, nth) for nth in range(len(found.starts)))


def _stacked(table: Table, is_day: IsDay) -> list[Table]:
    """Return the parts of a sheet that stand below each other, each below a row of days of its own."""
    filled = [row for row in table.rows if not row.empty]
    pairs = [(row, after) for row, after in pairwise(filled) if _begins(row, after, is_day)]
    if len(pairs) < 2:
        return [table]
    header = pairs[0][1] if _names_pupils(pairs[0][1]) else None
    numbers = [row.number for row, _ in pairs[1:]]
    parts = [table._replace(rows=tuple(row for row in table.rows if row.number < numbers[0]))]
    for (days, after), end in zip(pairs[1:], [*numbers[1:], filled[-1].number + 1], strict=True):
        rows = [row for row in table.rows if days.number < row.number < end]
        ahead = [days]
        if header and not _names_pupils(after):
            ahead = [days._replace(number=days.number - 1), header._replace(number=days.number)]
        parts.append(table._replace(rows=(*ahead, *rows), problems=()))
    return parts


def _begins(row: TableRow, after: TableRow, is_day: IsDay) -> bool:
    """Return whether a row has days beside each other, and the next one a time or the headers below them."""
    cells = [cell for cell in row.cells[1:] if cell]
    days = len(cells) > 1 and all(_day_and_more(cell, is_day)[0] for cell in cells)
    timed = bool(after.cells[0]) and read_time(after.cells[0]) is not None
    return days and not (row.cells[0] and read_time(row.cells[0])) and (timed or _names_pupils(after))


def _names_pupils(row: TableRow) -> bool:
    """Return whether a row has the header of a column with pupils."""
    return len(row.filled) > 1 and any(meaning_of(cell).field in PUPIL_NAMES for cell in row.filled)


def _below_headers(row: TableRow, above: Sequence[TableRow], is_day: IsDay) -> _Beside | None:
    """Return the blocks of which this row has the headers: "Leerling", "Ouder" more than once."""
    split = [header_with_head(cell, is_day) for cell in row.cells]
    headers = tuple(header for header, _ in split)
    if sum(1 for cell in headers if cell and meaning_of(cell).field) < 2:
        return None
    beside = [head for _, head in split]
    numbered = tuple(re.sub(r"\s*\d+$", "", header) for header in headers)
    found = _repeated(row, headers, beside, above, is_day)
    if found is None and numbered != headers:
        # below days "Leerling 1" and "Leerling 2" are no brothers and sisters
        found = _repeated(row, numbered, beside, above, is_day)
        found = found if found and found.heads else None
    return found


def _repeated(
    row: TableRow,
    headers: tuple[str, ...],
    beside: Sequence[str],
    above: Sequence[TableRow],
    is_day: IsDay,
) -> _Beside | None:
    """Return the blocks of which the first header comes back; None where others stand behind it."""
    said = [words(header) for header in headers]
    for first in (at for at, each in enumerate(said) if each):
        starts = tuple(at for at, each in enumerate(said) if each == said[first])
        if len(starts) < 2:
            continue
        found = _Beside(row, headers, starts, starts[1] - starts[0])
        found = found._replace(heads=tuple(_heads(found, beside, above, is_day)))
        pupils = _are_of_pupils(found, above)
        if _are_alike(found) and (not any(said[:first]) or pupils):
            return found
        if pupils and _have_days(found):
            # one of them has a column more than the others
            return found._replace(width=max(at + 1 for at, each in enumerate(said) if each) - starts[-1])
    return None


def _are_alike(found: _Beside) -> bool:
    blocks = [tuple(map(words, found.said(at))) for at in range(len(found.starts))]
    least = 1 if found.heads else LEAST
    return len(blocks[0]) >= least and all(each == blocks[0] for each in blocks)


def _have_days(found: _Beside) -> bool:
    """Return whether each block has a day of its own above it."""
    return any(header == DAY and len({*texts}) == len(texts) for header, _, texts in found.heads)


def _are_of_pupils(found: _Beside, above: Sequence[TableRow]) -> bool:
    """Return whether each block has a pupil of its own, and no parents are named above them."""
    ahead = {meaning_of(header).field for header in found.headers[: found.starts[0]]}
    over = {meaning_of(cell).field for row in above for cell in row.cells[found.starts[0] :] if cell}
    meanings = [meaning_of(header) for header in found.said(0)]
    named = [each for each in meanings if each.field in PUPIL_NAMES]
    if not named or ahead & PUPIL_NAMES or over & (CARER_FIELDS | PUPIL_NAMES):
        return False
    return bool(found.heads) or any(not each.bare for each in named)


def _heads(
    found: _Beside, beside: Sequence[str], above: Sequence[TableRow], is_day: IsDay
) -> Iterator[tuple[str, int, tuple[str, ...]]]:
    """Yield what stands above each block, or with its headers: the day, the time, or the teacher."""
    rows = [(found.row.number, _texts(found, beside))]
    rows += [(row.number, _texts(found, row.cells)) for row in above]
    for number, texts in rows:
        for header, said in _said_above(texts, is_day):
            yield header, number, said


def _said_above(texts: tuple[str, ...], is_day: IsDay) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the headers for what stands above the blocks, with the texts; a day may have a room beside it."""
    split = [_day_and_more(text, is_day) for text in texts]
    days, more = (tuple(each[at] for each in split) for at in (0, 1))
    if all(days):
        yield DAY, days
        if any(more):
            yield _said_of_all(more, is_day) or REMARK, more
    elif header := _said_of_all(texts, is_day):
        yield header, texts


def _day_and_more(text: str, is_day: IsDay) -> tuple[str, str]:
    """Return a day and what stands beside it: "ma 14 sep (lokaal 3)"; empty where there is none."""
    found = _BESIDE_A_DAY.fullmatch(" ".join(text.split()))
    day, more = (found[1], (found[2] or found[3]).strip(" ()")) if found else (text, "")
    if is_day(day):
        return day, more
    # "Juf Els - ma 14 sep"
    return (more, day) if more and is_day(more) else ("", "")


def _texts(found: _Beside, cells: Sequence[str]) -> tuple[str, ...]:
    """Return the text above each block; one above more blocks is of all of these."""
    texts: list[str] = []
    for nth, start in enumerate(found.starts):
        text = next(filter(None, cells[start : found.stop(nth)]), "")
        texts.append(" ".join(text.split()) or (texts[-1] if texts else ""))
    return tuple(texts)


def _said_of_all(texts: Sequence[str], is_day: IsDay) -> str:
    """Return the header for what stands above the blocks; empty where it is none of these."""
    if all(map(is_day, texts)):
        return DAY
    if all(map(read_time, texts)):
        return TIME
    if all(map(says_where, texts)):
        return PLACE
    if all(map(_GROUP.fullmatch, texts)):
        return GROUP
    return TEACHER if all(map(_may_be_a_teacher, texts)) and len(set(texts)) > 1 else ""


def _below_heads(table: Table, row: TableRow, is_day: IsDay, above: Sequence[TableRow]) -> _Beside | None:
    """Return the blocks below days, times or teachers, each with a column or more beside that of the pupils.

    One day may stand by itself.
    """
    below = [each for each in table.rows if each.number > row.number and not each.empty]
    tests: tuple[IsDay, ...] = (
        lambda text: bool(_day_and_more(text, is_day)[0]),
        lambda text: bool(read_time(text)),
        _may_be_a_teacher,
    )
    for is_head in tests:
        starts = tuple(at for at, cell in enumerate(row.cells) if at and cell and is_head(cell))
        if not starts or not _are_timed(row, below, starts[0], is_day):
            continue
        width = starts[1] - starts[0] if len(starts) > 1 else max(map(_width, (row, *below))) - starts[0]
        found = _Beside(row, row.cells, starts, width)
        heads = tuple(" ".join(row.cells[start].split()) for start in starts)
        said = [(header, row.number, texts) for header, texts in _said_above(heads, is_day)]
        alone = len(starts) == 1 and said and said[0][0] == DAY
        if alone and above and any(map(is_day, above[-1].cells[starts[0] : starts[0] + 1])):
            # below another day it is a column of birthdays
            continue
        if said and _is_even(found) and (alone or len(said) > 1 or _is_filled(found, below)):
            more = _heads(found, (), above, is_day)
            named = _named_by_content(found, below)
            return found._replace(headers=named, heads=(*said, *more))
    return None


def _may_be_a_teacher(text: str) -> bool:
    named = is_a_name(text) and meaning_of(text).field is None
    return named and (text[:1].isupper() or is_of_the_school(text))


def _are_timed(row: TableRow, below: Sequence[TableRow], until: int, is_day: IsDay) -> bool:
    """Return whether the rows below begin with the time or the day of a talk, from the first one on."""

    def says_when(each: TableRow) -> bool:
        return any(read_time(cell) or is_day(cell) for cell in each.cells[:until] if cell)

    timed = [says_when(each) for each in below]
    return bool(timed) and timed[0] and sum(timed) * 2 > len(timed) and not says_when(row)


def _width(row: TableRow) -> int:
    return len(row.cells)


def _is_even(found: _Beside) -> bool:
    """Return whether all blocks are as wide, and have the same headers behind their first."""
    between = [
        tuple(map(words, _at(found.headers, range(start + 1, start + found.width)))) for start in found.starts
    ]
    even = all(two - one == found.width for one, two in pairwise(found.starts))
    return even and all(each == between[0] for each in between)


def _is_filled(found: _Beside, below: Sequence[TableRow]) -> bool:
    """Return whether something stands beside pupils, more than once."""
    beside = [at for start in found.starts for at in range(start + 1, start + found.width)]
    return sum(1 for row in below for cell in _at(row.cells, beside) if cell) >= LEAST


def _named_by_content(found: _Beside, below: Sequence[TableRow]) -> tuple[str, ...]:
    """Return the headers with that of pupils for each head, and one by what is below where there is none."""
    headers = list(_at(found.headers, range(found.end)))
    for nth in range(found.width):
        places = [start + nth for start in found.starts]
        cells = [cell for row in below for cell in _at(row.cells, places) if cell]
        header = headers[places[0]] if nth else NAME
        for at in places:
            headers[at] = header or header_of(cells)
    return (*headers, *found.headers[found.end :])


def _told(found: _Beside) -> Iterator[RosterProblem]:
    """Tell what the columns are taken for that stand beside pupils below no header."""
    for at in range(found.starts[0] + 1, found.starts[0] + found.width):
        header = found.headers[at]
        if header and not _at(found.row.cells, (at,))[0]:
            field = read_columns(TableRow(0, (NAME, header))).all[1].name or ""
            yield RosterProblem(ProblemCode.BY_CONTENT, found.row.number, column_letters(at), field)


def _cut(table: Table, found: _Beside, nth: int) -> Table:
    """Return one block as a sheet of its own, with what it shares with the others."""
    from store.roster.shape.grid import merged_until

    start, last = found.starts[nth], nth == len(found.starts) - 1
    width = max(len(row.cells) for row in table.rows)
    own = [at for at in range(start, found.stop(nth)) if at < width]
    behind = [at for at in range(found.end, width) if last or _is_of_a_row(found.headers[at : at + 1])]
    places = [*range(found.starts[0]), *own, *behind]
    heads = [(header, _of_the_group(header, texts[nth])) for header, _, texts in found.heads]
    ends = {number: end for (number, at), end in merged_until(table, table.rows).items() if at in own[:1]}
    rows = tuple(
        _until(_row(row, table, found, places, own, heads), ends.get(row.number, "")) for row in table.rows
    )
    new = {at: to for to, at in enumerate(places)}
    merged = tuple(
        MergedCells(
            area.top, new[area.left], area.bottom, max(to for at, to in new.items() if at <= area.right)
        )
        for area in table.merged
        if area.left in new
    )
    mistakes = frozenset((row, new[at]) for row, at in table.mistakes if at in new)
    return table._replace(
        rows=rows,
        merged=merged,
        mistakes=mistakes,
        problems=table.problems if not nth else (),
        places=tuple(places),
    )


def _until(row: TableRow, end: str) -> TableRow:
    """Return a row with the end of its talk behind the time, where its cell goes on over the next ones."""
    if not end or not read_time(row.cells[0] if row.cells else ""):
        return row
    return row._replace(cells=(f"{row.cells[0].partition('-')[0].strip()}-{end}", *row.cells[1:]))


def _of_the_group(header: str, text: str) -> str:
    """Return a group without the word for one; anything else as it is."""
    found = _GROUP.fullmatch(text) if header == GROUP else None
    return found[1] if found else text


def _is_of_a_row(header: Sequence[str]) -> bool:
    return bool(header) and meaning_of(header[0]).field in _OF_A_ROW


def _row(
    row: TableRow,
    table: Table,
    found: _Beside,
    places: Sequence[int],
    own: Sequence[int],
    heads: Sequence[tuple[str, str]],
) -> TableRow:
    """Return the cells of a row that are of one block, with the text that stands above it."""
    if row.number < found.row.number:
        if len(row.filled) == 1 and all(row.number != number for _, number, _ in found.heads):
            # a title is of all blocks
            return row._replace(cells=row.filled)
        used = {number for _, number, _ in found.heads}
        kept = range(found.starts[0]) if row.number in used else places
        return row._replace(cells=_at(row.cells, kept))
    if row.number == found.row.number:
        headers = list(found.headers)
        for at in range(found.starts[0]):
            headers[at] = _header_ahead(table, row, at)
        return row._replace(cells=(*_at(headers, places), *(header for header, _ in heads)))
    cells = _at(row.cells, places)
    if not any(_at(row.cells, own)):
        # nobody has this time in this block; a line by itself is a heading or a title
        return row._replace(cells=cells if len(row.filled) == 1 and not read_time(row.filled[0]) else ())
    return row._replace(cells=(*cells, *(text for _, text in heads)))


def _header_ahead(table: Table, row: TableRow, at: int) -> str:
    """Return the header of a column ahead of the blocks, which may stand above their row, or nowhere."""
    above = [_at(each.cells, (at,))[0] for each in table.rows if each.number <= row.number]
    headed = next((cell for cell in reversed(above) if meaning_of(cell).field), "")
    below = [
        cell for each in table.rows if each.number > row.number for cell in _at(each.cells, (at,)) if cell
    ]
    timed = sum(1 for cell in below if read_time(cell)) * 2 > len(below)
    return headed or (TIME if timed else above[-1])


def _at(cells: Sequence[str], places: Sequence[int] | range) -> tuple[str, ...]:
    return tuple(cells[at] if at < len(cells) else "" for at in places)
