"""A talk that was moved, in words."""

from __future__ import annotations

from datetime import datetime

from store.domain.talk import Talk
from store.export.wording import day_short
from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.move_talk import is_taken


def moved_words(talk: Talk, start: datetime, desk: Desk, t: Translator) -> str:
    """Return where a talk is now; on another day undo does not reach it, and the same key does."""
    elsewhere = start.date() != desk.day.date
    time = f"{start:%H:%M}"
    said = (
        t("Moved to {day} {time}.", day=day_short(start.date(), t, year=False), time=time)
        if elsewhere
        else t("Moved to {time}.", time=time)
    )
    if is_taken(talk, start, desk):
        return said + " " + t("Mind: there is another talk then.")
    return said + " " + t("On that day l moves it back.") if elsewhere else said
