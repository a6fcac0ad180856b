"""The school year in a file: read, refused with the key and its value, written back."""

import tomllib
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from store.calendar.year_file import UnusableCalendarError, as_toml, parsed, read_calendar
from store.domain.school_year import Holiday, Occasion, Report, SchoolYear
from tests.planline.year import DATA

LEAST: dict[str, Any] = {"start": date(2026, 8, 24), "end": date(2027, 7, 16)}


def problems(document: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(UnusableCalendarError) as caught:
        parsed(document)
    return [(each.key, each.code) for each in caught.value.problems]


def test_the_shared_school_year_is_read() -> None:
    year = read_calendar(DATA / "school_year.toml")
    assert (year.start, year.end) == (date(2026, 8, 24), date(2027, 7, 16))
    assert [each.name for each in year.holidays][:2] == ["herfstvakantie", "kerstvakantie"]
    assert year.reports == (
        Report(number=1, day=date(2027, 1, 29)),
        Report(number=2, day=date(2027, 6, 25)),
    )
    assert (year.zone, year.deadline_week) == ("Europe/Amsterdam", 4)


def test_public_holidays_left_out_come_from_the_public_calendar() -> None:
    names = {each.name: each.first for each in parsed(LEAST).public_holidays}
    assert names["Tweede paasdag"] == date(2027, 3, 29)
    assert names["Bevrijdingsdag"] == date(2027, 5, 5)


def test_an_empty_list_of_public_holidays_stays_empty() -> None:
    assert parsed({**LEAST, "public_holidays": []}).public_holidays == ()


def test_a_region_gives_the_school_holidays_that_are_left_out() -> None:
    year = parsed({**LEAST, "region": "midden"})
    assert year.region == "Midden"
    assert "Herfstvakantie" in [each.name for each in year.holidays]
    assert parsed({**LEAST, "region": "Midden", "holidays": []}).holidays == ()


def test_every_optional_key_is_read() -> None:
    day = {"name": "studiedag", "first": date(2026, 11, 9), "last": date(2026, 11, 9)}
    year = parsed({**LEAST, "version": 1, "zone": "America/Curacao", "deadline_week": 5, "days_off": [day]})
    assert (year.zone, year.deadline_week) == ("America/Curacao", 5)
    assert year.days_off == (Holiday(name="studiedag", first=date(2026, 11, 9), last=date(2026, 11, 9)),)


def test_the_dates_of_the_school_are_read_and_written_back() -> None:
    kept = [
        {"name": "toetsweek", "first": date(2027, 1, 18), "last": date(2027, 1, 22)},
        {"name": 'ouderavond "klas"', "date": date(2026, 11, 17)},
    ]
    year = parsed({**LEAST, "occasions": kept})
    assert year.occasions == (
        Occasion(name="toetsweek", first=date(2027, 1, 18), last=date(2027, 1, 22)),
        Occasion(name='ouderavond "klas"', first=date(2026, 11, 17), last=date(2026, 11, 17)),
    )
    assert parsed(tomllib.loads(as_toml(year))) == year


def test_receptions_are_read_and_written_back() -> None:
    rows = [
        {"date": date(2026, 9, 16), "time": "16:00"},
        {"date": date(2026, 9, 17), "time": time(16, 30), "group": '3 "maan"'},
        {"date": date(2026, 9, 18), "group": "4"},
    ]
    year = parsed({**LEAST, "receptions": rows})
    assert [(each.time, each.group) for each in year.receptions] == [
        ("16:00", ""), ("16:30", '3 "maan"'), ("", "4"),
    ]  # fmt: skip
    assert parsed(tomllib.loads(as_toml(year))) == year


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"start": "24 aug"}, ("start", "no_date")),
        ({"end": date(2026, 8, 1)}, ("end", "end_before_start")),
        ({"end": date(2028, 8, 1)}, ("end", "too_long")),
        ({"version": 2}, ("version", "newer_version")),
        ({"receptions": "16 sep"}, ("receptions", "no_list")),
        ({"receptions": [3]}, ("receptions 1", "no_table")),
        ({"receptions": [{"date": date(2026, 9, 16), "time": "vier"}]}, ("receptions 1 time", "no_time")),
        ({"receptions": [{"date": date(2028, 9, 16)}]}, ("receptions 1", "outside_year")),
        ({"region": "Oost"}, ("region", "unknown_region")),
        ({"zone": "Mars/Olympus"}, ("zone", "unknown_zone")),
        ({"zone": 3}, ("zone", "unknown_zone")),
        ({"deadline_week": "4"}, ("deadline_week", "no_week")),
        ({"deadline_week": True}, ("deadline_week", "no_week")),
        ({"holidays": {}}, ("holidays", "no_list")),
        ({"holidays": [3]}, ("holidays 1", "no_table")),
        ({"holidays": [{"name": "", "first": date(2026, 10, 1)}]}, ("holidays 1 name", "no_name")),
        ({"holidays": [{"name": "herfst"}]}, ("holidays 1 first", "missing")),
        (
            {"days_off": [{"name": "x", "first": date(2026, 10, 2), "last": date(2026, 10, 1)}]},
            ("days_off 1 last", "end_before_start"),
        ),
        ({"occasions": {}}, ("occasions", "no_list")),
        ({"occasions": [{"name": "kamp"}]}, ("occasions 1 first", "missing")),
        ({"occasions": [{"name": "kamp", "date": date(2028, 5, 1)}]}, ("occasions 1", "outside_year")),
        ({"reports": []}, ("reports", "no_table")),
        ({"reports": {"een": date(2027, 1, 29)}}, ("reports een", "no_number")),
        ({"reports": {"1": date(2028, 1, 29)}}, ("reports 1", "outside_year")),
    ],
)
def test_what_cannot_be_used_is_told_by_key(change: dict[str, Any], expected: tuple[str, str]) -> None:
    assert expected in problems({**LEAST, **change})


def test_all_problems_are_told_at_once() -> None:
    assert len(problems({"region": "Oost", "deadline_week": 0})) == 4


def test_a_file_that_is_no_toml_says_so(tmp_path: Path) -> None:
    path = tmp_path / "year.toml"
    for content, code in ((b"start = ", "not_toml"), (b"\xff\xfe\x00", "not_text")):
        path.write_bytes(content)
        with pytest.raises(UnusableCalendarError) as caught:
            read_calendar(path)
        assert caught.value.problems[0].code == code


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    odd = Holiday(name='dag "van"\\ de \n[meester]', first=date(2026, 11, 9), last=date(2026, 11, 10))
    years = [
        read_calendar(DATA / "school_year.toml"),
        parsed({**LEAST, "region": "Zuid"}),
        SchoolYear(start=date(2026, 8, 24), end=date(2027, 7, 16), days_off=(odd,)),
    ]
    path = tmp_path / "year.toml"
    for year in years:
        path.write_text(as_toml(year), encoding="utf-8")
        assert read_calendar(path) == year
