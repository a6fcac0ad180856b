"""Collect what is wrong or unsure in the rows of one sheet, while they are read."""

from __future__ import annotations

import re

from store.roster.columns import Columns
from store.roster.header_words import Field
from store.roster.names import MANY_LOST
from store.roster.problems import Doubt, DoubtCode, ProblemCode, RosterProblem
from store.roster.sheets.encoding import still_garbled
from store.roster.sheets.table import TableRow

NEAR = 12
"""Problems back in which the same one may stand."""


class RowNotes:
    """What is told and asked of the rows of a sheet."""

    def __init__(self, columns: Columns) -> None:
        self.problems: list[RosterProblem] = []
        self.doubts: dict[Doubt, None] = {}
        self._columns = columns
        self._once: set[tuple[ProblemCode, str, str]] = set()

    def problem(
        self,
        code: ProblemCode,
        row: TableRow,
        field: Field | None = None,
        carer: int = 0,
        *,
        value: str = "",
        once: bool = False,
        kind: str = "",
    ) -> None:
        """Tell what is wrong; what a whole column has is told `once`, by the first row of each kind."""
        column = row.place or (self._columns.header(field, carer) if field else "")
        if once and (code, column, kind) in self._once:
            return
        self._once.add((code, column, kind))
        problem = RosterProblem(code, row.number, column, value)
        if problem not in self.problems[-NEAR:]:
            # a row of brothers and sisters comes by for each of them
            self.problems.append(problem)

    def ask(self, doubt: Doubt) -> None:
        """Ask a question; a row of brothers and sisters asks it only once."""
        self.doubts[doubt] = None

    def letters(self, row: TableRow, name: str) -> None:
        """Tell where a letter of a name was lost before the file came here."""
        if "\ufffd" in name or re.search(r"\w\?", name) or MANY_LOST.search(name):
            self.problem(ProblemCode.LETTER_LOST, row, value=name.strip())
        if still_garbled(name):
            value = " ".join(name.split())
            self.ask(Doubt(DoubtCode.GARBLED, row.number, value=value, taken=value))
