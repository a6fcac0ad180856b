"""The school year in, as a file that a school writes by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from store.calendar.year_file import UnusableCalendarError, as_toml, parsed, read_calendar
from store.domain.text import clean
from tests.hostile.command import json_lines, judged
from tests.hostile.families import DAY, school_of
from tests.hostile.judge import Record, Way, one_line

KEYS = ("version", "region", "zone", "deadline_week", "holidays", "days_off", "occasions", "reports", "start")
MONSTERS = (
    "a = " + "[" * 20_000,
    "start = " + "9" * 5_000,
    "start = 0001-01-01\nend = 0001-12-31",
    "start = 9999-01-01\nend = 9999-12-31",
    'start = 2026-08-24\nend = 2027-07-16\nzone = "../../etc/passwd"',
)


def ways() -> Iterator[Way]:
    """By name, by key, and raw."""
    yield Way("calendar, names", _names)
    yield Way("calendar, every key", _keys)
    yield Way("calendar, raw", _raw, share=8)


def _names(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """Out and in again, with holidays called so: exact when they are clean, and cleaned when not."""
    path = folder / "year.toml"
    names = [each for text in texts if (each := one_line(text))]
    for kept in (names, [text for text in texts if clean(text).strip() and _is_utf8(text)]):
        year = school_of(kept).year
        assert year is not None
        path.write_text(as_toml(year), "utf-8", newline="")
        for wrote, read in zip(year.holidays, read_calendar(path).holidays, strict=True):
            record.same("name", wrote.name, clean(wrote.name, lines=True).strip(), read.name)
            record.harmless("name", wrote.name, read.name)


def _is_utf8(text: str) -> bool:
    return text.encode("utf-8", "replace").decode() == text


def _keys(record: Record, folder: Path, texts: Sequence[str]) -> None:
    sound: dict[str, object] = {"start": DAY, "end": DAY.replace(year=2027), "public_holidays": []}
    for text in texts:
        for document in (*({**sound, key: text} for key in KEYS), {**sound, "reports": {text: text}}):
            with record.attempt("key", text):
                _refused(document)


def _refused(document: Mapping[str, object]) -> bool:
    try:
        parsed(document)
    except UnusableCalendarError:
        return True
    return False


def _raw(record: Record, folder: Path, texts: Sequence[str]) -> None:
    """A file of nothing else, and with the text behind a key and as a key, told by the command."""
    path = folder / "year.toml"
    arguments = ["plan", "bellen", "--on", "2026-08-25", "--json", "--calendar", str(path)]
    for text in texts:
        raw = text.encode("utf-8", "surrogatepass")
        report = f"start = 2026-08-24\nend = 2027-07-16\n[reports]\n{json.dumps(text)} = 1"
        for content in (raw, b"start = " + raw, report.encode()):
            path.write_bytes(content)
            json_lines(record, "raw", text, judged(record, "raw", text, arguments, folder))
    for monster in MONSTERS:
        path.write_text(monster)
        judged(record, "raw", monster, arguments, folder)
