"""The school year and the day that the cases assume."""

from datetime import date
from pathlib import Path

from store.calendar.year_file import read_calendar
from store.domain.plan import When, WhenKind
from store.planline.reading import Names

DATA = Path(__file__).parent / "data"
YEAR = read_calendar(DATA / "school_year.toml")
DAY = date(2026, 8, 25)
NAMES = Names(
    pupil=("Hamit Yıldız", "Selma", "Bas Jan", "Kirsten", "Marinka"),
    carers=("Anja de Groot", "Peter"),
    teacher=("Els",),
)


def short(when: When | None) -> str:
    """A *when* on one line, so that tables stay readable."""
    assert when is not None
    match when.kind:
        case WhenKind.DATE:
            return str(when.date)
        case WhenKind.DATETIME:
            return when.datetime.isoformat(timespec="minutes") if when.datetime else ""
        case WhenKind.RANGE:
            clock = f" {when.time}" if when.time else ""
            return f"{when.start or ''}..{when.end or ''}{clock}"
        case WhenKind.RECURRENCE:
            told = when.rrule or f"{when.times}x/{when.per}"
            told += f" school day {when.nth_school_day} since {when.start}" if when.nth_school_day else ""
            since = f" from {when.first}" if when.first else ""
            until = f" until {when.until}" if when.until else ""
            less = f" not {', '.join(short(each) for each in when.left_out)}" if when.left_out else ""
            return f"{told}{since}{until}" + (f" at {when.time}" if when.time else "") + less
        case WhenKind.ERROR:
            return f"error {when.code}"
        case WhenKind.AMBIGUOUS:
            return " or ".join(short(each) for each in when.candidates)
        case WhenKind.MULTIPLE:
            return " + ".join(short(each) for each in when.items)
    return when.kind.value
