"""Whose talks a list has, where it names more than one teacher."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from store.domain.timetable.whose import may_be_one_teacher
from store.roster.choices import EVERY_TEACHER
from store.roster.header_words import PUPIL_NAMES, Field
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.shape.layout import Layout

_BETWEEN = re.compile(r"\s*(?:[/&+\n]|\s(?:en|and)\s)\s*")


def of_one_teacher(layouts: Sequence[Layout], chosen: str) -> tuple[list[Layout], tuple[Doubt, ...]]:
    """Return the sheets with the rows of the teacher who was chosen, or all of them, and whose they may be.

    Who has no teacher in the row, or more than one, is everybody's.
    """
    named = [(layout, _teachers(layout)) for layout in layouts]
    called = _called(each for _, rows in named for teachers in rows for each in teachers)
    whose = [[frozenset(called[each] for each in teachers) for teachers in rows] for _, rows in named]
    if len({teachers for rows in whose for teachers in rows if teachers}) < 2:
        return list(layouts), ()
    others = tuple(dict.fromkeys(called.values()))
    own = [each for each in others if may_be_one_teacher(each, chosen)]
    taken = chosen if chosen in others else own[0] if len(own) == 1 else EVERY_TEACHER
    row = next(layout.rows[0].number for layout, rows in named if any(rows))
    column = next(layout.columns.header(Field.TEACHER) for layout, rows in named if any(rows))
    answered = taken != EVERY_TEACHER or chosen == EVERY_TEACHER
    doubt = Doubt(DoubtCode.WHOSE_TALKS, row, column, taken=taken, others=others, answered=answered)
    if taken != EVERY_TEACHER:
        layouts = [_only(layout, rows, taken) for layout, rows in zip(layouts, whose, strict=True)]
    return list(layouts), (doubt,)


def _called(names: Iterable[str]) -> dict[str, str]:
    """Return what each teacher is called at most by the names there are: "Els" as the only "juf Els"."""
    found = dict.fromkeys(names)
    longest: list[str] = []
    called: dict[str, str] = {}
    for name in sorted(found, key=len, reverse=True):
        same = [each for each in longest if may_be_one_teacher(each, name)]
        called[name] = same[0] if len(same) == 1 else name
        if len(same) != 1:
            longest.append(name)
    return {name: called[name] for name in found}


def _only(layout: Layout, whose: Sequence[frozenset[str]], teacher: str) -> Layout:
    """Return a sheet with the rows of one teacher; the others are told by name."""
    kept, problems = [], []
    for row, teachers in zip(layout.rows, whose, strict=True):
        if not teachers or teacher in teachers:
            kept.append(row)
            continue
        named = (layout.columns.line(row, field) for field in Field if field in PUPIL_NAMES)
        pupil, column = " ".join(filter(None, named)), layout.columns.header(Field.TEACHER)
        problems.append(RosterProblem(ProblemCode.OTHER_TEACHER, row.number, column, pupil))
    return layout._replace(rows=tuple(kept), problems=(*layout.problems, *problems))


def _teachers(layout: Layout) -> list[tuple[str, ...]]:
    """Return the teachers in each row of a list with talks; of a grid it was asked before."""
    if layout.kind != "list" or not layout.columns.fields & {Field.DATE, Field.TIME}:
        return [() for _ in layout.rows]
    cells = (layout.columns.line(row, Field.TEACHER) for row in layout.rows)
    return [tuple(filter(None, _BETWEEN.split(cell))) for cell in cells]
