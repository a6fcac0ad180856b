"""Where a talk is, in words: in a room, or at home as was agreed together."""

from __future__ import annotations

from store.domain.talk import Talk
from store.domain.timetable.talk_format import is_home
from store.language import Translator


def where_words(talk: Talk, t: Translator, *, why: bool = False) -> str:
    """Tell a family where a talk is, and `why` it is at home; nothing where that goes without saying."""
    if not is_home(talk.place):
        return t("Where: {place}.", place=talk.place.rstrip(".")) if talk.place else ""
    if talk.place_reason and why:
        return t("Where: at your home, as we agreed: {reason}.", reason=talk.place_reason.rstrip("."))
    return t("Where: at your home.")
