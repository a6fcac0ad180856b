"""Contact moments per week of the year as bars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from store.domain.year.load import Week
from store.export.document import Bars
from store.export.load import load_bar, perhaps_words
from store.export.plain import bar
from store.export.wording.days import day_short
from store.language import Translator
from tui.widgets.safe_text import joined

WIDEST = 20


def week_bars(weeks: Iterable[Week], t: Translator, today: date | None = None) -> list[Content]:
    """Return a bar for each week that has any, with its words; the week of `today` stands out."""
    told = [week for week in weeks if week.any]
    bars = Bars(tuple(load_bar(week, t) for week in told))
    lines = []
    for week, each in zip(told, bars.bars, strict=True):
        number = t("week {number}", number=week.number)
        label = number.ljust(9) + day_short(week.monday, t, year=False).ljust(11)
        here = today is not None and 0 <= (today - week.monday).days < 7
        drawn = bar(each, bars.longest, WIDEST)
        lines.append(joined((label, "bold" if here else "$quiet"), (drawn, "$accent"), f" {each.told}"))
    return [*lines, *(joined((words, "$quiet")) for words in (perhaps_words(told, t),) if words)]
