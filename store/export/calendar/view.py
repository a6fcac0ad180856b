"""For whom a calendar is written."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from store.domain.school import School
from store.domain.school_year import SchoolYear
from store.language import Translator

NAMESPACE = UUID("6f0d0f1e-3a57-4d0e-9b57-1f6f3f0f8a11")
"""What a moment's UID is made from, together with its id: the same moment keeps its UID for ever."""


@dataclass(frozen=True, slots=True)
class View:
    """For whom the file is: the teacher, or one family; and whether pupils are named in it."""

    school: School
    year: SchoolYear
    t: Translator
    family: bool
    names: bool


def off(title: str, t: Translator) -> str:
    """Say in the title of an event that it is off: not every calendar looks at the status of an event."""
    return t("Off: {what}", what=title)
