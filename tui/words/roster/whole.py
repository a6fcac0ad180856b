"""What was stored in one go, taken back or done again, in words."""

from __future__ import annotations

from store.language import Translator, mark
from tui.desk.roster.last_import import Whole

TAKEN_BACK = {
    Whole.FILE: mark("Undone: reading in that file; all is as it was before."),
    Whole.TIMETABLE: mark("Undone: the timetable that was made; m goes on with it."),
    Whole.COLLEAGUE: mark("Undone: what came from a colleague; all is as it was before it."),
}
DONE_AGAIN = {
    Whole.FILE: mark("Read in again: all is as it was after reading it."),
    Whole.TIMETABLE: mark("The timetable stands again as it was made."),
    Whole.COLLEAGUE: mark("What came from a colleague is there again."),
}


def taken_back_words(what: Whole, key: str, t: Translator) -> str:
    """Say what was taken back, and which `key` brings it back."""
    return t("{what} {key} brings it back.", what=t(TAKEN_BACK[what]), key=key)


def done_again_words(what: Whole, t: Translator) -> str:
    """Say what is there again."""
    return t(DONE_AGAIN[what])
