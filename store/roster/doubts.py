"""What is read well but hardly can be meant: days no school has talks on, letters no name has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from store.domain.school_year import year_name
from store.roster.choices import Choices
from store.roster.problems import Doubt, DoubtCode
from store.roster.sheets.encoding import decode
from store.roster.sheets.table import Table
from store.roster.timetable import RosterSlot

_WORD = re.compile(r"[\s;,|\"]+")
MOST_NAMES = 3
"""How many words a question about letters shows."""


def doubtful_days(slots: Sequence[RosterSlot], today: date | None) -> Iterator[Doubt]:
    """Ask about talks in a weekend, all in the past, or in another school year than the others."""
    weekend = [slot for slot in slots if slot.start.weekday() > 4]
    if weekend:
        yield _about(DoubtCode.WEEKEND, weekend)
    if slots and today and all(slot.start.date() < today for slot in slots):
        yield _about(DoubtCode.PAST, slots)
    years = Counter(year_name(slot.start.date()) for slot in slots)
    if len(years) > 1:
        usual = years.most_common(1)[0][0]
        yield _about(
            DoubtCode.OTHER_YEAR,
            [slot for slot in slots if year_name(slot.start.date()) != usual],
            other=usual,
        )


def encoding_doubt(data: bytes, table: Table, choices: Choices) -> Iterator[Doubt]:
    """Ask which of two spellings is right, when the letters of a file fit more than one old encoding."""
    if choices.encoding or not table.other_encodings:
        return
    taken, other = decode(data).text, decode(data, table.other_encodings[0]).text
    pairs = {
        pair: None
        for pair in zip(_WORD.split(taken), _WORD.split(other), strict=False)
        if pair[0] != pair[1] and any(map(str.isalpha, pair[0]))
    }
    row = next((row.number for row in table.rows if any(not cell.isascii() for cell in row.cells)), 1)
    shown = list(pairs)[:MOST_NAMES]
    if shown:
        words = [", ".join(side) for side in zip(*shown, strict=True)]
        yield Doubt(
            DoubtCode.ENCODING,
            row,
            taken=words[0],
            other=words[1],
            others=(table.encoding, *table.other_encodings),
        )


def _about(code: DoubtCode, slots: Sequence[RosterSlot], other: str = "") -> Doubt:
    first = slots[0]
    return Doubt(
        code, first.row, taken=first.start.date().isoformat(), other=other, rows=len(slots), sheet=first.sheet
    )
