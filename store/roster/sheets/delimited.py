"""Read delimited text, whatever its encoding, its delimiter and the quotes that were left open in it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from store.roster.problems import ProblemCode, Refusal, RosterProblem, UnusableError
from store.roster.sheets.encoding import decode
from store.roster.sheets.table import MOST_COLUMNS, MOST_LETTERS, Table, TableRow, table_row, trimmed

LONGEST_CELL = 40
"""Lines in one quoted cell; a quote that is still open after these was seldom meant as one."""
LONGEST_TEXT = 2000
"""Lines after which it never was; before, it was when it closes well and its row is as long as others."""
DELIMITERS = ("\t", ";", "|", ",")
"""In order of preference when they are as likely: a comma is the one most often found inside a cell."""
BLANKS = "  "
"""Columns set apart by two blanks or more, as text that was copied from a page has them."""
_RULE = re.compile(r"^ *-{2,}(?: +-{2,})+ *\r?$", re.MULTILINE)
"""A line of dashes below headers, each as wide as its column."""
LEAST_ROWS = 3
ONE_COLUMN = "\x1f"
"""What stands between cells where commas are only those of sentences: nothing does."""
_SEPARATOR_LINE = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)


def read_text(data: bytes, encoding: str = "") -> Table:
    """Read a delimited text, whatever its encoding and delimiter; `encoding` when it was chosen.

    Raises:
        UnusableError: it is no text, or has cells as no table has.
    """
    decoded = decode(data, encoding)
    text = decoded.text
    if "\0" in text:
        raise UnusableError(Refusal.NOT_A_TABLE)
    if named := _SEPARATOR_LINE.match(text):
        delimiter, text = named[1], text[named.end() :]
    else:
        delimiter = find_delimiter(text)
    rows: list[TableRow] = []
    problems: list[RosterProblem] = []
    if decoded.twice:
        problems.append(RosterProblem(ProblemCode.DECODED_TWICE, 1))
    quote_open = False
    for number, (cells, quote_open) in enumerate(_records(text, delimiter), 1):
        while len(cells) > MOST_COLUMNS and not cells[-1].strip():
            cells.pop()
        if len(cells) > MOST_COLUMNS or any(len(cell) > MOST_LETTERS for cell in cells):
            raise UnusableError(Refusal.NOT_A_TABLE)
        rows.append(table_row(number, cells))
        if quote_open:
            problems.append(RosterProblem(ProblemCode.QUOTE_OPEN, number))
    if _breaks_off(text, rows, quote_open=quote_open):
        rows[-1] = table_row(len(rows), map(_unquoted, rows[-1].cells))
        problems = [each for each in problems if each.row < len(rows)]
        problems.append(RosterProblem(ProblemCode.BROKEN_OFF, len(rows)))
    return Table(
        trimmed(rows),
        decoded.encoding,
        delimiter.strip(ONE_COLUMN),
        problems=tuple(problems),
        other_encodings=decoded.others,
    )


def _breaks_off(text: str, rows: list[TableRow], *, quote_open: bool) -> bool:
    """Return whether a text ends half-way: within quotes, or in a row that is shorter than all others."""
    if text.endswith(("\n", "\r")) or len(rows) < 2:
        return False
    *others, last = (len(row.cells) for row in rows)
    return quote_open or (len(others) > 1 and len(set(others)) == 1 and last < others[0])


def find_delimiter(text: str) -> str:
    """Return the delimiter that comes back as often line after line; empty for a single column."""
    if _RULE.search(text):
        return BLANKS
    start = re.sub(r'(^|[\t;|,])"(?:[^"]|"")*"', r"\1", text[: 1 << 16], flags=re.MULTILINE)
    lines = [line for line in start.splitlines() if line.strip(" ")][:200]
    steady = (each for each in DELIMITERS[:-1] if len({line.count(each) for line in lines} - {0}) == 1)
    if len(lines) > 1 and (
        found := next((each for each in steady if all(each in line for line in lines)), "")
    ):
        return found
    best, most = "", 0
    prose = [each for each in ",;" if _is_of_sentences(each, lines)]
    for delimiter in DELIMITERS:
        if delimiter in prose:
            continue
        counts = Counter(line.count(delimiter) for line in lines)
        score = max((count * times for count, times in counts.items()), default=0)
        if score > most:
            best, most = delimiter, score
    return best or _unusual_delimiter(lines) or (ONE_COLUMN if prose else "")


def _is_of_sentences(sign: str, lines: list[str]) -> bool:
    """Return whether a sign stands in few lines, and never right before a word: "Groetjes, Tom"."""
    found = [line for line in lines if sign in line]
    return 0 < len(found) * 2 < len(lines) and not any(re.search(rf"{sign}\S", line) for line in found)


def _unusual_delimiter(lines: list[str]) -> str:
    """Return the sign that stands as often in every line, or blanks that set columns apart."""
    first, rest = (lines[0], lines[1:]) if len(lines) > 1 else ("", [])
    for sign in dict.fromkeys(re.findall(r"[^\w\s'’\"().:/@+*&-]", first)):
        if all(line.count(sign) == first.count(sign) for line in rest):
            return str(sign)
    apart = [len(re.split(r" {2,}", line.strip())) for line in lines]
    rows = [count for count in apart if count > 1]
    # a title above a table, or a date below it, is one text
    alike = len(rows) >= LEAST_ROWS and len(set(rows)) == 1 and len(rows) * 2 > len(lines)
    return BLANKS if len(lines) > 1 and (len(rows) == len(lines) or alike) else ""


def _records(text: str, delimiter: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the cells of each row, and whether the row has a quote that never closes.

    A csv reader swallows the rest of the file at such a quote; here it costs one row its quoting.
    """
    lines = list(io.StringIO(text, newline=""))
    if delimiter == BLANKS:
        yield from ((cells, False) for cells in _between_blanks(lines))
        return
    delimiter = delimiter or ","
    at = width = 0
    while at < len(lines):
        lines[at] = _with_dittos(lines[at], delimiter)
        found = _record(lines[at : at + LONGEST_CELL], delimiter)
        if found is None:
            found = _record(lines[at : at + LONGEST_TEXT], delimiter, strict=True)
            found = found if found and len(found[0]) == width else None
        cells, used = found or (lines[at].rstrip("\r\n").split(delimiter), 1)
        yield cells, found is None
        width = width or len(cells)
        at += used


def _between_blanks(lines: list[str]) -> Iterator[list[str]]:
    """Yield the cells of each line, by where the columns begin in a line of dashes, else by the blanks.

    What runs on from one column into another is one text, as a title is.
    """
    rule = next((line for line in lines if _RULE.fullmatch(line.rstrip("\r\n"))), "")
    starts = [found.start() if at else 0 for at, found in enumerate(re.finditer(r"-+", rule))]
    for line in lines:
        text = line.rstrip()
        if not starts:
            yield re.split(r" {2,}", text.strip())
        elif _RULE.fullmatch(text):
            yield []
        elif any(start and text[start - 1 : start].strip() for start in starts):
            yield [text.strip()]
        else:
            yield [text[one:two].strip() for one, two in zip(starts, [*starts[1:], None], strict=True)]


def _unquoted(cell: str) -> str:
    """Return a cell without a quote before it that never closes."""
    return cell[1:] if cell.startswith('"') and cell.count('"') % 2 else cell


def _with_dittos(line: str, delimiter: str) -> str:
    """Return the first line of a row in which a quote alone in a cell is text: a ditto sign."""
    if '"' not in line:
        return line
    alone = re.compile(rf'(?<={re.escape(delimiter)})"(?={re.escape(delimiter)})')
    return alone.sub('""""', line) if line.count('"') == len(alone.findall(line)) else line


def _record(lines: list[str], delimiter: str, *, strict: bool = False) -> tuple[list[str], int] | None:
    """Return the cells of the first row and how many lines it takes; None when a quote never closes.

    A `strict` one closes right before a delimiter or the end of the row.
    """
    reader = csv.reader(lines, delimiter=delimiter, strict=strict)
    try:
        cells, used = next(reader), reader.line_num
    except csv.Error:
        return None if strict else (lines[0].rstrip("\r\n").split(delimiter), 1)
    odd = sum(line.count('"') for line in lines[:used]) % 2 == 1
    quote_open = odd and (used > 1 or _ends_in_quotes(lines[0], delimiter))
    return None if quote_open else (cells, used)


def _ends_in_quotes(line: str, delimiter: str) -> bool:
    """Return whether the last cell of a line is still within quotes."""
    last = next(csv.reader([line], delimiter=delimiter))[-1]
    return line.rstrip("\r\n").endswith(f'"{last.rstrip()}') and not line.endswith("\n")
