"""Words for what comes back: "elke 6 weken", "elke maand op de laatste vrijdag", "3 keer per schooljaar"."""

from __future__ import annotations

from store.domain.plan import When
from store.export.wording.days import WEEKDAYS_LONG, day_short
from store.export.wording.people import listed
from store.language import Translator, mark

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NTH = {
    "1": mark("first"),
    "2": mark("second"),
    "3": mark("third"),
    "4": mark("fourth"),
    "5": mark("fifth"),
    "-1": mark("last"),
}
PER = {
    "schoolyear": mark("per school year"),
    "year": mark("per year"),
    "month": mark("per month"),
    "week": mark("per week"),
}


def rule_words(when: When, t: Translator) -> str:
    """How often, on which days, from when and until when."""
    words = _often(when, t)
    if when.first is not None:
        words = t("{often} from {day}", often=words, day=day_short(when.first, t))
    if when.until is not None:
        words = t("{often} until {day}", often=words, day=day_short(when.until, t))
    return words


def _often(when: When, t: Translator) -> str:
    if when.times is not None:
        per = t(PER[when.per]) if when.per in PER else when.per
        return t.n("once {per}", "{count} times {per}", when.times, per=per).rstrip()
    parts = dict(part.split("=", 1) for part in when.rrule.split(";") if "=" in part)
    every = int(parts.get("INTERVAL", "1"))
    match parts.get("FREQ"):
        case "DAILY":
            words = t.n("every day", "every {count} days", every)
        case "WEEKLY":
            words = t.n("every week", "every {count} weeks", every)
        case "MONTHLY":
            words = t.n("every month", "every {count} months", every)
        case "YEARLY":
            words = t.n("every year", "every {count} years", every)
        case _:
            return when.rrule
    days = [_weekday(day, t) for day in parts.get("BYDAY", "").split(",") if day[-2:] in DAYS]
    return t("{often} on {days}", often=words, days=listed(days, t)) if days else words


def _weekday(day: str, t: Translator) -> str:
    """A day of a rule: FR is Friday, -1FR the last Friday."""
    name = t(WEEKDAYS_LONG[DAYS.index(day[-2:])])
    nth = NTH.get(day[:-2].lstrip("+"))
    return t("the {nth} {weekday}", nth=t(nth), weekday=name) if nth else name
