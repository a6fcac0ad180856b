"""Contact moments per week of the year as bars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from store.domain.year.load import Week
from store.export.wording import day_short
from store.language import Translator
from tui.widgets.safe_text import joined

BAR = "█"
WIDEST = 30


def week_bars(weeks: Iterable[Week], t: Translator, today: date | None = None) -> list[Content]:
    """Return a bar for each week that has any; the week of `today` stands out."""
    lines = []
    for week in weeks:
        if not week.count:
            continue
        number = t("week {number}", number=week.number)
        label = number.ljust(9) + day_short(week.monday, t, year=False).ljust(11)
        here = today is not None and 0 <= (today - week.monday).days < 7
        bar = BAR * min(week.count, WIDEST)
        lines.append(joined((label, "bold" if here else "$quiet"), (bar, "$accent"), f" {week.count}"))
    return lines
