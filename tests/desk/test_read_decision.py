"""For which group a meeting is, and when, as a teacher types it."""

from datetime import date

import pytest

from store.domain.overview.topics import Meeting
from tui.desk.settings.typed_dates import NoDayError
from tui.desk.year.information import read_decision

JANUARY = date(2027, 1, 20)


def at(group: str, day: date, time: str = "") -> Meeting:
    return Meeting(group=group, day=day, time=time)


@pytest.mark.parametrize(
    ("typed", "meetings"),
    [
        ("groep 3, wo 20 jan 19:30", (at("groep 3", JANUARY, "19:30"),)),
        ("20 januari 19:30 groep 3", (at("groep 3", JANUARY, "19:30"),)),
        ("op 20 jan om 19.30 voor groep 3 en 4", (at("groep 3 en 4", JANUARY, "19:30"),)),
        (
            "20 jan groep 3a, 8 okt groep 3b",
            (at("groep 3a", JANUARY), at("groep 3b", date(2026, 10, 8))),
        ),
        ("20 jan", (at("", JANUARY),)),
        ("nog niet", ()),
    ],
)
def test_the_group_stands_before_the_day_or_behind_it(typed: str, meetings: tuple[Meeting, ...]) -> None:
    assert read_decision(typed, 2026) == meetings


@pytest.mark.parametrize("typed", ["32 jan groep 3", "20 jan of 27 jan", "20 jan groep 3 of 27 jan"])
def test_a_day_that_can_not_be_or_two_of_them_is_asked_about(typed: str) -> None:
    with pytest.raises(NoDayError):
        read_decision(typed, 2026)
