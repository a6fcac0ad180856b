"""One day, period or anchor by itself: what *voor*, *na*, *tussen* and *tot* are put beside."""

from __future__ import annotations

from store.planline.anchors import anchor
from store.planline.dates import day_list, numeric
from store.planline.match import Hit, longest
from store.planline.months import month, nth_in_month, school_year_part
from store.planline.reference import Scope
from store.planline.tokens import Text
from store.planline.weeks import from_now, near, week_number, weekday_later, which


def atom(x: Text, i: int, scope: Scope, *, beside: bool = False) -> Hit | None:
    """The longest of these at this place. `beside`: a preposition stands before it."""
    return longest(
        numeric(x, i, scope),
        day_list(x, i, scope),
        month(x, i, scope),
        nth_in_month(x, i, scope),
        school_year_part(x, i, scope),
        week_number(x, i, scope),
        which(x, i, scope),
        near(x, i, scope),
        from_now(x, i, scope),
        weekday_later(x, i, scope),
        anchor(x, i, scope, beside=beside),
    )
