"""Tell what stands in the place of a name and is none: "teamoverleg", "volgt nog", "opruimen lokaal"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from store.domain.text import fold
from store.roster.asides import call_name, one_for_another, two_beside_a_dash
from store.roster.blanks import NOT_YET
from store.roster.header_words import Field, says_parent
from store.roster.names import (
    company,
    ends_in_infix,
    is_a_name,
    is_infix,
    several,
    split_name,
    without_preface,
    words,
)
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.shape.layout import Layout, is_blocked, is_last_name_of_somebody, is_of_the_school
from store.roster.shape.teachers import ADDRESSED
from store.roster.sheets.table import TableRow

MOST_IN_SMALL_LETTERS = 2
"""How many times as many names in small letters as with capitals make a list that is written so."""
_IN_NO_NAME = r"[<>=~^|\\%$#_→⇒]|--"
"""Signs that are in nobody's name."""
_ABOUT_A_CHILD = (Field.NUMBER, Field.GROUP, Field.BIRTH_DATE, Field.CARER, Field.PHONE, Field.EMAIL)
_OF_THE_SCHOOL = re.compile(r"(?:overleg|vergadering|meeting)$", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_DAY = re.compile(r"[^\W\d_]{3,}dag", re.IGNORECASE)
"""A day for something: "studiedag"; as a last name it has a first name beside it."""
_FAMILY = re.compile(r"fam(?:ilie|ily)?\b", re.IGNORECASE)
MOST_WORDS = 4
MOST_SINGLE = 6
"""First names alone in one list that are asked about; more of them are a way to write."""


LONGEST_SHORT = 2
"""Letters of what may stand in small letters behind a name: "jr"."""


class _Named(NamedTuple):
    row: TableRow
    name: str
    place: str
    bare: bool


def without_strangers(layout: Layout, turned: Collection[str] = ()) -> tuple[Layout, tuple[Doubt, ...]]:
    """Return a sheet without the rows that are about no child, which is told, and what is to be asked.

    Among names with capitals one that is not written as a name is asked about: one without any capital is
    left out as long as nobody says that it is a pupil's, the others are taken. `turned` are those of which
    the other was said.
    """
    told, rest = list[_Named](), list[_Named]()
    for each in _named(layout):
        (told if says_no_name(each.name) else rest).append(each)
    odd = [each for each in rest if not _is_written_as_a_name(each.name) and not _is_known(layout, each.row)]
    usual = sum(1 for each in rest if _is_written_as_a_name(each.name))
    odd = odd if usual and len(odd) <= usual * MOST_IN_SMALL_LETTERS else []
    odd += [each for each in rest if each not in odd and _names_others(each.name)]
    odd += [each for each in rest if each not in odd and re.search(_IN_NO_NAME, each.name)]
    odd += [each for each in rest if each not in odd and _may_keep_a_time(layout, each)]
    odd += _single(layout, [each for each in rest if each not in odd])
    left_out = list(_left_out(odd, turned))
    out = {id(each.row) for each in (*told, *left_out)}
    problems = [
        RosterProblem(ProblemCode.NO_PUPIL, each.row.number, each.row.place, each.name) for each in told
    ]
    # behind a text that is no name may stand who the talk is about
    problems += [
        RosterProblem(ProblemCode.NO_PUPIL, each.row.number, value=_on_one_line(each.row))
        for each in left_out
        if layout.columns.line(each.row, Field.REMARK)
    ]
    kept = tuple(row for row in layout.rows if id(row) not in out)
    layout = layout._replace(rows=kept, problems=(*layout.problems, *problems))
    return layout, tuple(_asked(odd, turned))


def says_no_name(text: str) -> bool:
    """Return whether a text says by itself that it is nobody's name: "geen gesprek", "MR-vergadering"."""
    parts = text.split()
    if not parts:
        return False
    if is_blocked(text) or (len(parts) == 1 and _DAY.fullmatch(text)):
        return True
    if len(parts) < MOST_WORDS and any(map(_OF_THE_SCHOOL.search, (parts[0], parts[-1]))):
        return True
    in_small = not any(letter.isupper() for letter in text)
    return fold(parts[0]) in NOT_YET or (in_small and any(part in NOT_YET for part in parts))


def _named(layout: Layout) -> Iterator[_Named]:
    """Yield the rows that have their name in one column, with it."""
    columns = layout.columns
    for row in layout.rows:
        whole, first = (columns.line(row, each) for each in (Field.NAME, Field.FIRST_NAME))
        if columns.line(row, Field.LAST_NAME) or (whole and first):
            continue
        written = without_preface(whole or first)
        if two_beside_a_dash(written) or one_for_another(written):
            # which of them is the child is asked when it is read
            continue
        name = company(call_name(written)[0])[0]
        if name and is_a_name(name):
            # what can be no name is told when it is read
            place = columns.header(Field.NAME) or columns.header(Field.FIRST_NAME)
            yield _Named(row, name, place, bare=name == written)


def _names_others(name: str) -> bool:
    """Return whether a name is of a family, of somebody grown-up, or of who works at a school."""
    said = words(name)
    grown = _FAMILY.match(name) or re.match(ADDRESSED, name)
    return bool(grown) or is_of_the_school(name) or (bool(said) and says_parent(said[0]))


def _may_keep_a_time(layout: Layout, named: _Named) -> bool:
    """Return whether one may be a break, nothing else being known: "Lunch, Bo", not "Vrij, Lotte de"."""
    sure = _is_known(layout, named.row) or ends_in_infix(named.name)
    return is_last_name_of_somebody(named.name) and not sure


def _single(layout: Layout, names: Collection[_Named]) -> list[_Named]:
    """Return the names without a last name in a list where most have one, and of which nothing else is known.

    Where names stand together in one cell, first names are a way to write.
    """
    lasts = layout.columns.find(Field.LAST_NAME)
    if layout.columns.find(Field.NAME) is lasts or any(len(several(each.name)) > 1 for each in names):
        return []
    parts = {id(each): split_name(each.name) for each in names}
    single = [each for each in names if not parts[id(each)].last]
    others = sum(len(each.last.strip(".")) > 1 for each in parts.values())
    others += sum(1 for row in layout.rows if lasts and layout.columns.cell(row, Field.LAST_NAME))
    few = len(single) <= min(others, MOST_SINGLE)
    told = () if layout.columns.row else (Field.REMARK,)
    return [
        each
        for each in single
        if few and each.bare and is_a_name(each.name) and not _is_known(layout, each.row, told)
    ]


def _is_known(layout: Layout, row: TableRow, more: Collection[Field] = ()) -> bool:
    """Return whether a row has what a child has: a number, a group, parents."""
    columns = layout.columns
    return any(
        each.field in (*_ABOUT_A_CHILD, *more) and each.at < len(row.cells) and row.cells[each.at]
        for each in columns.all
    )


def _is_written_as_a_name(name: str) -> bool:
    """Return whether a name begins and ends with a word with a capital, infixes and short forms aside."""
    bare = _IN_BRACKETS.sub(" ", name)
    parts = [part for part in re.split(r"[\s,]+", bare) if part and not is_infix(part.casefold())]
    parts = [part for part in parts if not part.islower() or len(part.strip(".")) > LONGEST_SHORT] or parts
    if not parts:
        # "Ben" is an infix as well
        return bare.strip()[:1].isupper() and len(bare.split()) == 1
    return not (parts[0].islower() or parts[-1].islower())


def _on_one_line(row: TableRow) -> str:
    return " ".join(" ".join(row.filled).split())


def _is_left_out(name: str) -> bool:
    return not any(letter.isupper() for letter in name)


def _left_out(odd: Collection[_Named], turned: Collection[str]) -> Iterator[_Named]:
    for each in odd:
        if _is_left_out(each.name) is not (each.name in turned):
            yield each


def _asked(odd: Collection[_Named], turned: Collection[str]) -> Iterator[Doubt]:
    """Yield a question for each text that may be no name, once."""
    for name in dict.fromkeys(each.name for each in odd if each.name not in turned):
        rows = [each for each in odd if each.name == name]
        code = DoubtCode.NO_CHILD if _is_left_out(name) else DoubtCode.A_CHILD
        place = rows[0].row.place or rows[0].place
        yield Doubt(code, rows[0].row.number, place, name, rows=len(rows))
