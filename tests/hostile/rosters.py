"""Class lists and timetables in: every column of a csv and of a workbook, and files of nothing else."""

from __future__ import annotations

import csv
import io
import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from store.files.repository import Repository
from store.roster.asides import call_name, without_aside
from store.roster.blanks import says_nobody
from store.roster.cells import read_answer, says_none
from store.roster.dates import DateReader, Order
from store.roster.names import infix_behind
from store.roster.said.not_for_the_table import without_secrets
from store.roster.sheets.delimited import LONGEST_CELL
from store.roster.sheets.empty_values import is_empty_value
from store.roster.sheets.encoding import decode
from store.roster.sheets.struck import without_struck
from store.roster.times import read_minutes, read_time
from tests.hostile.command import NOON, judged
from tests.hostile.families import DAY
from tests.hostile.judge import Harm, Record, Way, batches, one_line, squeezed
from tests.roster.build import workbook

Rows = Sequence[Sequence[str]]

COLUMNS = (
    "Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Groep", "Geboortedatum", "Thuistaal",
    "Tolk", "Datum", "Tijd", "Duur", "Leerkracht", "Opmerking", "Ouder 1", "Telefoon 1", "E-mail 1",
)  # fmt: skip
SOUND = (
    "", "", "", "Bosman", "3", "2019-11-12", "Nederlands", "nee",
    "2026-08-25", "13:00", "20", "juf Els", "", "Mark Bosman", "06-00001000", "mark@example.org",
)  # fmt: skip


def _date_in_any_order(text: str) -> object:
    """What the file as a whole may prove to be a date."""
    return next((found for order in Order if (found := DateReader(order).read(text))), None)


def _time_or_date(text: str) -> object:
    return read_time(text) or _date_in_any_order(text)


def _none_said(text: str) -> object:
    return True if says_none(text) else None


def _nobody_said(text: str) -> object:
    return True if says_nobody(text) else None


UNDERSTOOD: dict[str, Callable[[str], object]] = {
    "Geboortedatum": _date_in_any_order,
    "Tolk": read_answer,
    "Datum": _date_in_any_order,
    "Tijd": _time_or_date,
    "Duur": read_minutes,
    "Groep": _nobody_said,
    "Thuistaal": _nobody_said,
    "Leerkracht": _nobody_said,
    "Ouder 1": _nobody_said,
    "Telefoon 1": _none_said,
    "E-mail 1": _none_said,
    "Opmerking": _nobody_said,
}
"""Columns of which what could be read is stored as what it means."""
QUOTED = 18
"""Letters of a cell that a sentence about it repeats for certain."""

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile("_(x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how rows are written, and what such a file can hold of a text."""

    suffix: str
    write: Callable[[Rows], bytes]
    holds: Callable[[str], str]


def ways() -> Iterator[Way]:
    """Each column and the headers of both kinds of file, and files in which nothing is quoted."""
    # there are more columns than steps, and each begins one further: together they take all texts
    for form, share in ((Format("csv", _csv, _in_utf8), 2), (Format("xlsx", _xlsx, _out_of_xml), 3)):
        for turn, column in enumerate(COLUMNS):
            go = partial(_column, form, column)
            yield Way(f"{form.suffix} column {column}", go, share, turn=turn)
        yield Way(f"{form.suffix} headers", partial(_headers, form), share=3)
    yield Way("csv, nothing quoted", _unquoted, share=4)


def _csv(rows: Rows) -> bytes:
    """As a spreadsheet saves them; half signs as the bytes they would have been."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerows(rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "surrogatepass")


def _in_utf8(text: str) -> str:
    # what was decoded twice is put right
    return decode(text.encode("utf-8", "surrogatepass"), "utf-8").text.removeprefix("\ufeff")


def _xlsx(rows: Rows) -> bytes:
    """As Excel saves them, with what looks like an escaped sign escaped."""
    cells = [[_ESCAPED.sub(r"_x005F_\1", _in_xml(cell)) for cell in row] for row in rows]
    return workbook({"Blad1": cells})


def _in_xml(text: str) -> str:
    """What XML can hold; every program that writes a workbook leaves the rest out."""
    return _NO_XML.sub("", text)


def _out_of_xml(text: str) -> str:
    """What is read of that: what another program had decoded twice is put right."""
    return _in_utf8(_in_xml(text))


def _column(form: Format, column: str, record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A row per text, in one file: each is stored, or told about in its row."""
    # a file with a NUL in it is refused whole, in a sentence: see `_unquoted`
    texts = [text for text in texts if "\0" not in text]
    rows = [[*SOUND] for _ in texts]
    for at, (row, text) in enumerate(zip(rows, texts, strict=True)):
        # everybody is somebody else, at another time, so that each row is a pupil of its own
        row[0], row[1], row[9] = str(at + 1), f"Liv{at}", f"{8 + at // 60 % 12}:{at % 60:02}"
        row[COLUMNS.index(column)] = text
    path = folder / f"klas.{form.suffix}"
    path.write_bytes(form.write([COLUMNS, *rows]))
    arguments = ["roster", "--data", "data", "--now", NOON, str(path)]
    if (told := _told(record, column, [*arguments, "--check", "--json"], folder)) is None:
        return
    judged(record, column, "", [*arguments, "--yes"], folder)
    about: defaultdict[int, str] = defaultdict(str)
    for problem in (*told["problems"], *told["doubts"]):
        about[problem["row"]] += squeezed(problem["message"])
    stored = _stored(folder / "data")
    for at, text in enumerate(texts):
        wanted = one_line(form.holds(text)).strip("\ufeff ")
        if column in UNDERSTOOD and UNDERSTOOD[column](wanted) is not None:
            continue
        if is_empty_value(wanted):
            continue
        left, struck = without_struck(wanted)
        if squeezed(struck)[:QUOTED] not in about[at + 2]:
            record.add(Harm.LOST, column, struck)
        left, secrets = without_secrets(left) if column == "Opmerking" else (left, ())
        if any(squeezed(each)[:QUOTED] not in about[at + 2] for each in secrets):
            record.add(Harm.LOST, column, text)
        wanted = "" if secrets else wanted
        about_it = squeezed(left or wanted)[:QUOTED] in about[at + 2]
        if not (about_it or stored & _whole(left or wanted, at) or _is_in_parts(column, wanted, at, stored)):
            record.add(Harm.LOST, column, text)


def _whole(text: str, at: int) -> set[str]:
    """As what it may be stored in one, of the row at this place."""
    bare = squeezed(text)
    last, _, infix = bare.partition(",")
    names = {f"Liv{at}{bare}Bosman", f"{bare}Bosman", f"Liv{at}{bare}", f"Liv{at}{infix}{last}"}
    return {bare, bare.rstrip(";"), *names}


def _is_in_parts(column: str, text: str, at: int, stored: set[str]) -> bool:
    """Whether it is stored in parts, each of them where it belongs."""
    for name, beside in (call_name(text)[::2], without_aside(text)):
        # what stands between quotes or brackets, or behind a sign, is no part of the name, and is a remark
        if beside and {f"{squeezed(name)}Bosman", squeezed(beside)} <= stored:
            return True
    if (turned := infix_behind(text)) and f"Liv{at}{squeezed(''.join(turned))}" in stored:
        # an infix behind the name goes before it
        return True
    if not column.startswith("Ouder"):
        return False
    address = next((each for each in text.split() if "@" in each), "")
    if address in stored and squeezed(text.replace(address, "")) in stored:
        # an address beside the name is that of the parent
        return True
    # who is named twice in a cell is one parent
    return {squeezed(one) for one in text.split(",")} <= stored


def _told(record: Record, where: str, arguments: Sequence[str], folder: Path) -> dict[str, Any] | None:
    """What `--json` says of a file; a refusal of the whole of it is a loss."""
    answer = judged(record, where, "", arguments, folder)
    if answer is None or answer.code:
        record.add(Harm.LOST, where, "", answer.err if answer else "")
        return None
    told: dict[str, Any] = json.loads(answer.out)
    return told


def _stored(folder: Path) -> set[str]:
    """Every text that came to be stored, without blanks."""
    repository = Repository.reading(folder)
    found = {""}
    for pupil in repository.school(DAY).pupils:
        found |= {pupil.number, pupil.full_name, pupil.group, pupil.home_language}
        found |= {each for carer in pupil.carers for each in (carer.name, carer.phone, carer.email)}
    for talk in repository.day(DAY).talks:
        found |= {talk.remark, talk.teacher, talk.presence.interpreter_name}
    return {squeezed(each) for each in found}


def _headers(form: Format, record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Columns that are called so: used or left out, and told."""
    # a first row of more lines than a cell may have is no header
    texts = [text for text in texts if "\0" not in text and text.count("\n") < LONGEST_CELL]
    for number, some in enumerate(batches(texts, 24)):
        path = folder / f"kop{number}.{form.suffix}"
        path.write_bytes(form.write([["Roepnaam", *some], ["Liv", *("x" for _ in some)]]))
        arguments = ["roster", "--data", "data", "--check", str(path)]
        judged(record, "headers", "", arguments, folder)
        if (told := _told(record, "headers", [*arguments, "--json"], folder)) is None:
            continue
        known = {re.sub(r"\(\d+\)$", "", squeezed(each)) for each in told["columns"]}
        known |= {squeezed(each) for each in told["columns"]} | {""}
        for text in some:
            if squeezed(one_line(form.holds(text)).strip("\ufeff ")) not in known:
                record.add(Harm.LOST, "headers", text)


def _unquoted(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Files that no program would write: the text just stands there, or is all there is."""
    path = folder / "klas.csv"
    for text in texts:
        raw = text.encode("utf-8", "surrogatepass")
        row = b"Roepnaam;Achternaam\n" + raw + b";Bosman\n"
        for content in (raw, row, b"\xff\xfe" + raw, row.replace(b"a", b"\xe9")):
            path.write_bytes(content)
            judged(record, "unquoted", text, ["roster", "--data", "data", "--check", str(path)], folder)
