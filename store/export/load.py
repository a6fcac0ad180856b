"""How full a week of the year is, as a bar and in words."""

from __future__ import annotations

from collections.abc import Iterable

from store.domain.year.load import Week
from store.export.document import Bar
from store.export.wording.days import day_short
from store.language import Translator


def load_bar(week: Week, t: Translator) -> Bar:
    """Return the bar of a week."""
    label = t("week {number}, {day}", number=week.number, day=day_short(week.monday, t))
    return Bar(label, load_words(week, t), week.done, week.count - week.done, week.perhaps)


def load_words(week: Week, t: Translator) -> str:
    """Say how many contact moments are in a week, how many have been, how many more there may be."""
    if not week.count:
        return t("perhaps {count}", count=week.perhaps) if week.perhaps else "0"
    told = str(week.count)
    if week.done:
        held = t("{count} held", count=week.done)
        told = held if week.done == week.count else f"{told} ({held})"
    return t("{told}, perhaps {count} more", told=told, count=week.perhaps) if week.perhaps else told


def perhaps_words(weeks: Iterable[Week], t: Translator) -> str:
    """Explain what is perhaps in a week; nothing where none is."""
    if not any(week.perhaps for week in weeks):
        return ""
    return t("Perhaps: it is for a longer period, so it may come in another week of it.")
