"""The doors of the grammar: a whole line, its *when* alone, and the next suggestion."""

from __future__ import annotations

from datetime import date

from store.domain.plan import ContactMoment, When, WhenKind
from store.domain.school_year import SchoolYear
from store.planline.reading import Assumption as Assumption
from store.planline.reading import Names as Names
from store.planline.reading import Part as Part
from store.planline.reading import Problem as Problem
from store.planline.reading import Reading as Reading
from store.planline.reading import Span as Span


def read_line(line: str, day: date, year: SchoolYear, names: Names) -> Reading:
    """Read one plan line as typed on `day` in this school year.

    A line with several dates gives one moment per date or period; a recurrence is one moment.
    """
    when = When(kind=WhenKind.ERROR, code="no_when")
    moment = ContactMoment(id="", text=line, when=when)
    return Reading(line, (moment,), (Problem("no_when", at=(0, len(line))),))


def read_when(text: str, day: date, year: SchoolYear) -> When:
    """Read the date part alone; several dates come back as one `multiple`."""
    moments = read_line(text, day, year, Names()).moments
    whens = tuple(moment.when for moment in moments if moment.when is not None)
    return whens[0] if len(whens) == 1 else When(kind=WhenKind.MULTIPLE, items=whens)


def complete(line: str, cursor: int, year: SchoolYear, names: Names) -> str | None:
    """What Tab would insert at the cursor to finish the word there; None when nothing fits."""
    return None
