"""Find which field each column holds, in the words of Dutch and English school systems."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from store.roster.names import words
from store.roster.read_table import TableRow


class Field(StrEnum):
    """The fields a column can hold. The last six are of a carer, and come back for every carer."""

    NUMBER = "number"
    FIRST_NAME = "first_name"
    INFIX = "infix"
    LAST_NAME = "last_name"
    NAME = "name"
    GROUP = "group"
    BIRTH_DATE = "birth_date"
    HOME_LANGUAGE = "home_language"
    INTERPRETER = "interpreter"
    DATE = "date"
    TIME = "time"
    END = "end"
    MINUTES = "minutes"
    TEACHER = "teacher"
    REMARK = "remark"
    CARER = "carer_name"
    CARER_FIRST = "carer_first_name"
    CARER_INFIX = "carer_infix"
    CARER_LAST = "carer_last_name"
    PHONE = "carer_phone"
    EMAIL = "carer_email"


CARER_NAMES = frozenset({Field.CARER, Field.CARER_FIRST, Field.CARER_INFIX, Field.CARER_LAST})
CARER_FIELDS = CARER_NAMES | {Field.PHONE, Field.EMAIL}
LONGEST_HEADER = 80
LONGEST_CELL = 300
"""Letters of a cell that can be a header at all, an explanation between brackets included."""
PUPIL_NAMES = frozenset({Field.FIRST_NAME, Field.LAST_NAME, Field.NAME})

_VOCABULARY = {
    "carer": "ouder ouders verzorger verzorgers verzorgende verzorgster voogd papa mama parent parents carer "
    "carers guardian guardians contactpersoon",
    "father": "vader father",
    "mother": "moeder mother",
    "pupil": "leerling leerlingen kind kinderen pupil pupils student students child",
    "whole": "naam namen name names volledige fullname",
    "called": "roepnaam nickname",
    "first": "voornaam voornamen firstname givenname givennames forename first given",
    "infix": "tussenvoegsel tussenvoegsels tussenv voorvoegsel voorvoegsels tv tvs infix prefix",
    "last": "achternaam achternamen familienaam geslachtsnaam lastname surname familyname last family",
    "id": "leerlingnummer leerlingnr llnr llnummer stamnummer stamnr studentnummer studentnr leerlingid "
    "leerlingcode pupilnumber studentnumber pupilid studentid",
    "group": "groep klas stamgroep basisgroep lesgroep group class grade",
    "birth": "geboortedatum gebdatum geboortedag geboren gebdat birthdate birthday dob born",
    "birthword": "geboorte birth",
    "language": "thuistaal moedertaal taal homelanguage language",
    "home": "thuis home",
    "interpreter": "tolk interpreter",
    "date": "datum date",
    "day": "dag day",
    "time": "tijd tijdstip tijden aanvang aanvangstijd begintijd starttijd begin start time times starttime "
    "from",
    "end": "eind einde eindtijd tot end endtime until",
    "minutes": "duur lengte minuten minuut min duration length minutes",
    "teacher": "leerkracht leerkrachten leraar mentor docent groepsleerkracht teacher begeleider",
    "remark": "opmerking opmerkingen notitie notities bijzonderheid bijzonderheden toelichting memo remark "
    "remarks note notes comment comments",
    "phone": "telefoon telefoonnummer tel telefoonnr mobiel mobielnummer gsm phone telephone mobile cell "
    "phonenumber",
    "mail": "email emailadres emailaddress mail mailadres",
    "of": "van uur",
    "": "de het der of the en and e ste st nd rd nr nummer number adres address gesprek gesprekken gespreks "
    "startgesprek kennismakingsgesprek talk nodig needed",
}
_MEANINGS = {word: meaning for meaning, said in _VOCABULARY.items() for word in said.split()}
_FIELDS = {
    frozenset(meaning.split()): field
    for field, several in {
        Field.NUMBER: ("id",),
        Field.FIRST_NAME: ("called", "first", "pupil first", "pupil called", "first whole", "called whole"),
        Field.INFIX: ("infix", "pupil infix", "infix last"),
        Field.LAST_NAME: ("last", "pupil last", "last whole", "pupil last whole"),
        Field.NAME: ("whole", "pupil", "pupil whole", "first last", "called last", "called infix last",
                     "first infix last", "pupil first last", "pupil called last"),
        Field.GROUP: ("group",),
        Field.BIRTH_DATE: ("birth", "birthword date", "pupil birth", "pupil birthword date"),
        Field.HOME_LANGUAGE: ("language", "home language"),
        Field.INTERPRETER: ("interpreter",),
        Field.DATE: ("date", "date time", "day"),
        Field.TIME: ("time", "of"),
        Field.END: ("end", "time end"),
        Field.MINUTES: ("minutes", "minutes time"),
        Field.TEACHER: ("teacher", "teacher whole"),
        Field.REMARK: ("remark",),
        Field.CARER: ("carer", "carer whole"),
        Field.CARER_FIRST: ("carer first", "carer called"),
        Field.CARER_INFIX: ("carer infix",),
        Field.CARER_LAST: ("carer last",),
        Field.PHONE: ("phone", "carer phone"),
        Field.EMAIL: ("mail", "carer mail"),
    }.items()
    for meaning in several
}  # fmt: skip
_LESSER = frozenset({"first", "day"})
"""Words that give way to another column for the same field: a calling name, a real date."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its place from 0, its header as written, its field, and of which carer (1, 2, …)."""

    at: int
    header: str
    field: Field | None = None
    carer: int = 0
    duplicate: bool = False

    @property
    def name(self) -> str | None:
        """The field as it is called outside: "first_name", "carer_2_phone"."""
        if self.field is None:
            return None
        return self.field.replace("carer_", f"carer_{self.carer}_") if self.carer else str(self.field)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table, and the row that their headers are in."""

    row: int
    all: tuple[Column, ...]

    def find(self, field: Field, carer: int = 0) -> Column | None:
        """Return the column that holds this field."""
        return next((each for each in self.all if each.field is field and each.carer == carer), None)

    def cell(self, row: TableRow, field: Field, carer: int = 0) -> str:
        """Return what a row has in this field; empty where the file or the row has no such cell."""
        column = self.find(field, carer)
        return row.cells[column.at] if column and column.at < len(row.cells) else ""

    def header(self, field: Field, carer: int = 0) -> str:
        """Return what the file calls this field, empty when it has none."""
        column = self.find(field, carer)
        return column.header if column else ""

    @property
    def fields(self) -> frozenset[Field]:
        """All fields the file has."""
        return frozenset(column.field for column in self.all if column.field)

    @property
    def carers(self) -> tuple[int, ...]:
        """The numbers of the carers the file has columns for."""
        return tuple(sorted({column.carer for column in self.all if column.carer}))

    @property
    def usable(self) -> bool:
        """True when pupils can be read by them."""
        return bool(self.fields & PUPIL_NAMES)


def find_columns(rows: Iterable[TableRow]) -> Columns | None:
    """Return the columns of a table, from the header row: of the first rows the one with most known headers.

    A title above the table is passed over. None when no row names a pupil's column.
    """
    best: Columns | None = None
    for row in [row for row in rows if not row.empty][:20]:
        columns = read_columns(row)
        if columns.usable and (best is None or _known(columns) > _known(best)):
            best = columns
    return best


def read_columns(row: TableRow) -> Columns:
    """Return the columns that a row of headers stands for.

    A second column for the same field stays unused. Phone and mail without a number belong to the
    carers in the order these are named.
    """
    headers = [" ".join(cell.split()) for cell in row.cells]
    meanings = _numbered([_meaning(header) for header in headers])
    strong = {(each.field, each.carer) for each in meanings if not each.lesser}
    seen: set[tuple[Field | None, str]] = set()
    columns: list[Column] = []
    for at, (header, meaning) in enumerate(zip(headers, meanings, strict=True)):
        place = (meaning.field, meaning.carer)
        duplicate = meaning.field is not None and place in seen
        if duplicate or (meaning.lesser and place in strong):
            columns.append(Column(at, header, duplicate=duplicate))
            continue
        columns.append(Column(at, header, meaning.field, int(meaning.carer or 0)))
        seen.add(place)
    return Columns(row.number, tuple(columns))


class _Meaning(NamedTuple):
    """A header's field and, for a carer's column, whose: a number, "father", "mother", "#" and a count."""

    field: Field | None
    carer: str = ""
    lesser: bool = False


def _numbered(meanings: Sequence[_Meaning]) -> list[_Meaning]:
    """Return the same with every carer's column numbered, in the order the carers are named in."""
    whose = _named_by_place(_counted(meanings))
    numbers = {each.carer: int(each.carer) for each in whose if each.carer.isdigit()}
    for each in whose:
        if each.carer and each.carer not in numbers:
            numbers[each.carer] = next(n for n in count(1) if n not in numbers.values())
    return [each._replace(carer=str(numbers[each.carer])) if each.carer else each for each in whose]


def _counted(meanings: Iterable[_Meaning]) -> Iterator[_Meaning]:
    """Count the columns of a carer that do not say whose they are, each field by itself: "#1", "#2"."""
    counts: Counter[Field] = Counter()
    for meaning in meanings:
        if meaning.field in CARER_FIELDS and not meaning.carer:
            counts[meaning.field] += 1
            yield meaning._replace(carer=f"#{counts[meaning.field]}")
        else:
            yield meaning


def _named_by_place(meanings: Iterable[_Meaning]) -> list[_Meaning]:
    """Give the first counted phone and mail to the carer named first, the second to the second."""
    given = list(meanings)
    named = list(dict.fromkeys(each.carer for each in given if each.field in CARER_NAMES))
    whose = {f"#{nth}": carer for nth, carer in enumerate(named, 1)}
    return [
        each if each.field in CARER_NAMES else each._replace(carer=whose.get(each.carer, each.carer))
        for each in given
    ]


def _known(columns: Columns) -> int:
    return sum(1 for column in columns.all if column.field)


def _meaning(header: str) -> _Meaning:
    """Return what one header says; what stands between brackets may be left out."""
    if len(header) > LONGEST_CELL:
        return _Meaning(None)
    for text in (header, re.sub(r"[(\[].*?[)\]]", " ", header)):
        said = words(text)
        digits = {word for word in said if word.isdigit()}
        found = _words_in("".join(word for word in said if not word.isdigit()))
        parents = found & {"father", "mother"}
        meaning = (found - parents - {"", "of"} or found & {"of"}) | ({"carer"} if parents else set())
        field = _FIELDS.get(frozenset(meaning))
        if field is None or len(digits) > 1 or len(parents) > 1:
            continue
        if digits and (field not in CARER_FIELDS or digits.isdisjoint("123456789")):
            continue
        return _Meaning(field, next(iter(digits | parents), ""), bool(meaning & _LESSER))
    return _Meaning(None)


def _words_in(squashed: str) -> frozenset[str]:
    """Return the meanings of a header's words, however it is spaced; empty when one is unknown.

    Of several ways to cut it up the one with the fewest words counts.
    """
    if len(squashed) > LONGEST_HEADER:
        return frozenset()
    reached: dict[int, tuple[str, ...]] = {0: ()}
    for at in range(len(squashed)):
        for end in range(at + 1, len(squashed) + 1) if at in reached else ():
            meaning = _MEANINGS.get(squashed[at:end])
            if meaning is not None and (end not in reached or len(reached[at]) + 1 < len(reached[end])):
                reached[end] = (*reached[at], meaning)
    return frozenset(reached.get(len(squashed), ()))
