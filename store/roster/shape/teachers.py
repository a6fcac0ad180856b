"""Whose talks a list has, where it names more than one teacher."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.roster.choices import EVERY_TEACHER
from store.roster.header_words import Field
from store.roster.problems import Doubt, DoubtCode
from store.roster.shape.layout import Layout

_BETWEEN = re.compile(r"\s*(?:[/&+\n]|\s(?:en|and)\s)\s*")


def of_one_teacher(layouts: Sequence[Layout], chosen: str) -> tuple[list[Layout], tuple[Doubt, ...]]:
    """Return the sheets with the rows of the teacher who was chosen, or all of them and whose they may be.

    Who has no teacher in the row, or more than one, is everybody's.
    """
    named = [(layout, _teachers(layout)) for layout in layouts]
    found = dict.fromkeys(each for _, rows in named for teachers in rows for each in teachers)
    if len({frozenset(teachers) for _, rows in named for teachers in rows if teachers}) < 2:
        return list(layouts), ()
    if chosen in found:
        kept = [
            layout._replace(
                rows=tuple(
                    row
                    for row, teachers in zip(layout.rows, rows, strict=True)
                    if not teachers or chosen in teachers
                )
            )
            for layout, rows in named
        ]
        return kept, ()
    if chosen == EVERY_TEACHER:
        return list(layouts), ()
    names = ", ".join(found)
    row = next(layout.rows[0].number for layout, rows in named if any(rows))
    column = next(layout.columns.header(Field.TEACHER) for layout, rows in named if any(rows))
    return list(layouts), tuple(
        Doubt(DoubtCode.WHOSE_TALKS, row, column, names, each, others=tuple(found)) for each in found
    )


def _teachers(layout: Layout) -> list[tuple[str, ...]]:
    """Return the teachers in each row of a list with talks; of a grid it was asked before."""
    if layout.kind != "list" or not layout.columns.fields & {Field.DATE, Field.TIME}:
        return [() for _ in layout.rows]
    cells = (layout.columns.line(row, Field.TEACHER) for row in layout.rows)
    return [tuple(filter(None, _BETWEEN.split(cell))) for cell in cells]
