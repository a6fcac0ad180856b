"""The closing in words: what a row or a part is called, and why a line did not land."""

from __future__ import annotations

from store.language import Translator, mark
from store.planline.reading import Part
from tui.desk.closing_line import Cursor, Refusal, RowKind

LABELS = {
    RowKind.FIRST_CONTACT: mark("first contact"),
    RowKind.DETAILS: mark("number and mail"),
    RowKind.BUDDY: mark("buddy"),
    RowKind.PUPIL_FILE: mark("pupil file"),
    RowKind.RECEPTION: mark("reception"),
}
BADGES = {
    RowKind.PLAN: mark("contact"),
    RowKind.MOMENT: mark("contact"),
    RowKind.INFORMATION: mark("information moment"),
    RowKind.LEFT: mark("note"),
    **LABELS,
}
PARTS = {
    Part.WHEN: mark("when"),
    Part.CHANNEL: mark("how"),
    Part.WHO: mark("with whom"),
    Part.INITIATIVE: mark("who begins"),
    Part.PURPOSE: mark("what for"),
}
REFUSALS = {
    Refusal.UNREAD: mark("Enter again keeps it as typed, date to be set."),
    Refusal.NO_PLAN: mark("A plan needs a word: 'mail if needed' is enough."),
    Refusal.OTHER_PART: mark("That could not be read as: {part}."),
    Refusal.NOBODY: mark("That is nobody who is invited here; Enter alone chooses."),
}


def badge_words(cursor: Cursor, t: Translator) -> str:
    """Return where the next line lands."""
    if cursor.part is not None:
        return t(PARTS[cursor.part])
    return t("change") if cursor.changing else t(BADGES[cursor.row.kind])


def refusal_words(refusal: Refusal, cursor: Cursor, t: Translator) -> str:
    """Return why a line did not land at this place, and what to do."""
    return t(REFUSALS[refusal], part=t(PARTS[cursor.part]) if cursor.part else "")
