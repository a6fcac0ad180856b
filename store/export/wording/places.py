"""Where a talk is, in words: in a room, or at home as was agreed together."""

from __future__ import annotations

from store.domain.talk import Talk
from store.domain.timetable.talk_format import is_home
from store.export.wording.edges import as_written
from store.language import Translator


def where_words(talk: Talk, t: Translator) -> str:
    """Tell a family where a talk is, and why it is at home; nothing where that goes without saying."""
    if not is_home(talk.place):
        return t("Where: {place}.", place=as_written(talk.place.rstrip("."), t)) if talk.place else ""
    if talk.place_reason:
        reason = as_written(talk.place_reason.rstrip("."), t)
        return t("Where: at your home, as we agreed: {reason}.", reason=reason)
    return t("Where: at your home.")
