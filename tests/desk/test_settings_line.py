"""What a line does on each row of the settings."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date

import pytest

from store.calendar.year_file import as_toml, parsed
from store.domain.school import School
from store.domain.school_year import Holiday, Occasion, Reception, Report, SchoolYear, assumed_year
from store.domain.settings import Settings
from store.language import Translator
from tui.desk.settings.preferences import PREFERENCES
from tui.desk.settings.refusal import RefusedError
from tui.desk.settings.settings_line import confirmed_year, from_file, removed, typed
from tui.desk.settings.settings_rows import PASSPHRASE, Setting, SettingKind, rows_of
from tui.words.settings import HINTS, MINDS, REFUSALS, editable_words, value_words

DAY = date(2026, 8, 25)
NEW = School(year=assumed_year(DAY))


def after(*steps: tuple[SettingKind | Setting, str], school: School = NEW) -> School:
    """The school after these lines, each on its row."""
    for row, text in steps:
        where = row if isinstance(row, Setting) else Setting(row)
        school = typed(where, text, school, DAY).school
    return school


def year_of(school: School) -> SchoolYear:
    assert school.year is not None
    return school.year


TOLD = after(
    (SettingKind.REGION, "m"),
    (Setting(SettingKind.REPORT, 1), "29 jan"),
    (Setting(SettingKind.REPORT, 2), "25 jun"),
    (SettingKind.RECEPTION, "wo 16 sep 16:00"),
    (SettingKind.MORE_DAYS_OFF, "studiedag 5 mrt"),
    (SettingKind.MORE_OCCASIONS, "periode 1: 31 aug t/m 20 nov"),
    (SettingKind.MORE_OCCASIONS, "ouderavond op di 17 nov"),
)


def refused(row: SettingKind | Setting, text: str, school: School = TOLD) -> str:
    with pytest.raises(RefusedError) as error:
        typed(row if isinstance(row, Setting) else Setting(row), text, school, DAY)
    return error.value.code


@pytest.mark.parametrize(
    "text", ["n of m", "regio", "Texel en Limburg", "zee", "li", "Noord-Brabant of Zeeland", "Holland"]
)
def test_what_is_no_region_or_province_is_refused(text: str) -> None:
    assert refused(SettingKind.REGION, text) == "region"


@pytest.mark.parametrize(
    ("text", "region"),
    [
        ("limburg", "Zuid"),
        ("provincie Limburg", "Zuid"),
        ("Zuid-Holland", "Midden"),
        ("noord holland", "Noord"),
        ("Fryslân", "Noord"),
        ("gron", "Noord"),
        ("Zeewolde", "Midden"),
        ("gemeente Hattem", "Noord"),
        ("berg en dal", "Zuid"),
    ],
)
def test_a_province_in_one_region_or_a_place_told_apart_says_the_region(text: str, region: str) -> None:
    assert year_of(after((SettingKind.REGION, text))).region == region


@pytest.mark.parametrize("text", ["Utrecht", "Noord-Brabant", "brabant", "gelderland", "flevo"])
def test_a_province_in_several_regions_asks_which_place(text: str) -> None:
    assert refused(SettingKind.REGION, text) == "split_province"


@pytest.mark.parametrize("text", ["m", "M", "mid", "Midden", "Regio Midden.", "(midden)", "middle"])
def test_a_region_fills_in_the_year_and_its_holidays(text: str) -> None:
    year = year_of(after((SettingKind.REGION, text)))
    assert (year.region, year.start, year.end) == ("Midden", date(2026, 8, 31), date(2027, 7, 16))
    assert Holiday(name="Herfstvakantie", first=date(2026, 10, 17), last=date(2026, 10, 25)) in year.holidays
    assert any(each.name == "Koningsdag" for each in year.public_holidays)


def test_another_region_keeps_reports_own_days_off_and_the_deadline() -> None:
    year = year_of(after((SettingKind.DEADLINE, "5"), (SettingKind.REGION, "z"), school=TOLD))
    assert (year.region, year.deadline_week, len(year.days_off)) == ("Zuid", 5, 1)
    assert [report.day for report in year.reports] == [date(2027, 1, 29), date(2027, 6, 25)]


def test_no_region_leaves_the_holidays_and_says_so() -> None:
    changed = typed(Setting(SettingKind.REGION), "-", TOLD, DAY)
    assert (year_of(changed.school).region, changed.mind) == ("", "no_region")
    assert year_of(changed.school).holidays == year_of(TOLD).holidays


def test_a_region_in_a_year_nobody_knows_yet_is_kept_and_says_so() -> None:
    far = date(2044, 8, 30)
    changed = typed(Setting(SettingKind.REGION), "n", School(), far)
    assert (year_of(changed.school).region, changed.mind) == ("Noord", "year_unknown")
    assert year_of(changed.school).holidays == ()


def test_the_first_thing_told_brings_the_public_holidays_along() -> None:
    assert NEW.year is not None
    assert NEW.year.assumed
    year = year_of(after((Setting(SettingKind.REPORT, 1), "29 jan")))
    assert not year.assumed
    assert [each for each in year.public_holidays if each.name == "Koningsdag"]
    assert not confirmed_year(School(), DAY).holidays


def test_a_report_on_a_day_without_school_is_kept_with_a_word() -> None:
    changed = typed(Setting(SettingKind.REPORT, 1), "zo 31 jan", TOLD, DAY)
    assert (changed.mind, changed.day) == ("no_school", date(2027, 1, 31))
    assert typed(Setting(SettingKind.REPORT, 1), "ma 1 feb", TOLD, DAY).mind is None


def test_a_holiday_keeps_its_name_with_other_days_and_its_days_with_another_name() -> None:
    autumn = Setting(SettingKind.HOLIDAY, 0)
    assert year_of(after((autumn, "10 okt - 18 okt"), school=TOLD)).holidays[0] == Holiday(
        name="Herfstvakantie", first=date(2026, 10, 10), last=date(2026, 10, 18)
    )
    assert year_of(after((autumn, "bladervakantie"), school=TOLD)).holidays[0] == Holiday(
        name="bladervakantie", first=date(2026, 10, 17), last=date(2026, 10, 25)
    )


def test_a_holiday_that_is_added_or_moved_stands_in_order_of_time_and_is_followed() -> None:
    added = typed(Setting(SettingKind.MORE_HOLIDAYS), "carnaval 8 feb t/m 12 feb", TOLD, DAY).school
    assert [each.name for each in year_of(added).holidays][2:4] == ["carnaval", "Voorjaarsvakantie"]
    moved = typed(Setting(SettingKind.HOLIDAY, 2), "carnaval 1 mrt - 5 mrt", added, DAY)
    assert moved.row == Setting(SettingKind.HOLIDAY, 3)


def test_a_minus_takes_away_a_report_a_holiday_and_a_day_off() -> None:
    school = after(
        (Setting(SettingKind.REPORT, 2), "-"),
        (Setting(SettingKind.HOLIDAY, 0), "-"),
        (Setting(SettingKind.DAY_OFF, 0), "-"),
        school=TOLD,
    )
    year = year_of(school)
    assert year.reports == (Report(number=1, day=date(2027, 1, 29)),)
    assert year.holidays[0].name == "Kerstvakantie"
    assert year.days_off == ()


def test_what_cannot_be_without_a_value_gets_the_usual_one() -> None:
    school = after(
        (SettingKind.MINUTES, "30 minuten"),
        (SettingKind.DEADLINE, "week 3"),
        (SettingKind.TEACHER, "meester Tom"),
    )
    assert (school.minutes, year_of(school).deadline_week, school.teacher) == (30, 3, "meester Tom")
    school = after(
        (SettingKind.MINUTES, "-"), (SettingKind.DEADLINE, "-"), (SettingKind.TEACHER, "-"), school=school
    )
    assert (school.minutes, year_of(school).deadline_week, school.teacher) == (20, 4, "")


@pytest.mark.parametrize(
    "text", ["4", "week 4", "14 sep", "vóór 14 september", "wk 38", "uiterlijk ma 14-9-26"]
)
def test_the_week_of_the_start_talks_is_a_school_week_or_a_day_or_a_week_of_the_calendar(text: str) -> None:
    assert year_of(after((SettingKind.DEADLINE, text))).deadline == date(2026, 9, 14)


@pytest.mark.parametrize(
    ("row", "text", "code"),
    [
        (SettingKind.TEACHER, "een regel van een mail " * 4, "name"),
        (SettingKind.MINUTES, "0", "minutes"),
        (SettingKind.MINUTES, "2000", "minutes"),
        (SettingKind.MINUTES, "20 of 30", "minutes"),
        (SettingKind.MINUTES, "x9", "minutes"),
        (SettingKind.MINUTES, "juf 25 minuten", "minutes"),
        (SettingKind.MINUTES, "-9", "minutes"),
        (SettingKind.DEADLINE, "4 maanden", "week"),
        (SettingKind.LANGUAGE, "fries", "language"),
        (SettingKind.REGION, "oost", "region"),
        (SettingKind.DEADLINE, "0", "week"),
        (SettingKind.DEADLINE, "vier", "week"),
        (SettingKind.DEADLINE, "week 60", "week"),
        (SettingKind.MINUTES, "20 sep", "minutes"),
        (SettingKind.START, "-", "needed"),
        (SettingKind.END, "-", "needed"),
        (SettingKind.END, "30 aug", "reversed_year"),
        (SettingKind.START, "1 mrt", "report_outside"),
        (Setting(SettingKind.REPORT, 1), "20 jul", "outside"),
        (Setting(SettingKind.REPORT, 1), "morgen", "unread"),
        (SettingKind.MORE_HOLIDAYS, "herfstvakantie", "name_and_days"),
        (SettingKind.MORE_DAYS_OFF, "5 mrt", "name_and_days"),
        (SettingKind.MORE_DAYS_OFF, "-", "nothing"),
        (SettingKind.READ_FILE, "-", "nothing"),
    ],
)
def test_what_cannot_be_is_refused_with_a_reason(row: SettingKind | Setting, text: str, code: str) -> None:
    assert refused(row, text) == code
    assert code in REFUSALS


def test_whatever_is_told_reads_back_from_its_file() -> None:
    import tomllib

    assert parsed(tomllib.loads(as_toml(year_of(TOLD)))) == TOLD.year


def test_a_file_of_another_year_is_refused_and_one_of_this_year_brings_its_zone() -> None:
    year = year_of(TOLD)
    zoned = replace(year, zone="America/Curacao")
    assert from_file(zoned, School(), DAY).zone == "America/Curacao"
    with pytest.raises(RefusedError) as error:
        from_file(year, School(), date(2027, 8, 30))
    assert error.value.code == "other_year"


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_stands_on_a_row_can_be_typed_again(language: str) -> None:
    t = Translator(language)
    for row in rows_of(year_of(TOLD)):
        if row.kind in (*PREFERENCES, *PASSPHRASE):
            continue
        if text := editable_words(row, TOLD, year_of(TOLD), Settings(), t):
            again = typed(row, text, TOLD, DAY)
            assert (row, again.row) == (row, row)
            said = value_words(row, again.school, year_of(again.school), Settings(), t)
            assert said == value_words(row, TOLD, year_of(TOLD), Settings(), t)


def test_every_row_says_how_it_is_typed() -> None:
    rows = (*rows_of(year_of(TOLD), sealed=False), *rows_of(year_of(TOLD), sealed=True))
    assert {row.kind for row in rows} == set(HINTS)
    assert set(MINDS) == {"no_region", "year_unknown", "no_school", "was_read"}


def test_what_the_school_has_in_its_own_calendar_is_a_name_that_may_be_numbered_and_its_days() -> None:
    evening = Occasion(name="ouderavond", first=date(2026, 11, 17), last=date(2026, 11, 17))
    period = Occasion(name="periode 1", first=date(2026, 8, 31), last=date(2026, 11, 20))
    assert year_of(TOLD).occasions == (period, evening)
    moved = after((Setting(SettingKind.OCCASION, 1), "19 nov"), school=TOLD)
    assert year_of(moved).occasions[1].first == date(2026, 11, 19)
    assert year_of(removed(Setting(SettingKind.OCCASION, 0), TOLD, DAY).school).occasions == (evening,)
    assert year_of(after((SettingKind.REGION, "z"), school=TOLD)).occasions == (period, evening)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("toetsweek", "name_and_days"),
        ("18 t/m 22 jan", "name_and_days"),
        ("toetsweek 18 22 jan", "name_and_days"),
        ("toetsweek in januari", "name_and_days"),
        ("kamp 28 aug 2027", "occasion_outside"),
        ("kamp 31 juni", "impossible"),
        ("semester 1 31 aug t/m 30 jun", "long"),
    ],
)
def test_a_date_of_the_school_that_is_none_is_refused(text: str, code: str) -> None:
    assert refused(SettingKind.MORE_OCCASIONS, text) == code


def test_a_year_that_leaves_a_date_of_the_school_outside_is_refused() -> None:
    without = removed(Setting(SettingKind.RECEPTION), TOLD, DAY).school
    assert refused(SettingKind.START, "20 nov", without) == "occasion_outside"


def test_the_reception_is_a_day_with_or_without_a_time_of_everybody_or_of_one_group() -> None:
    everybody = Reception(day=date(2026, 9, 16), time="16:00")
    assert year_of(TOLD).receptions == (everybody,)
    assert [row.group for row in rows_of(year_of(TOLD)) if row.kind is SettingKind.RECEPTION] == [""]
    both = rows_of(year_of(TOLD), groups=("3", "4"))
    assert [row.group for row in both if row.kind is SettingKind.RECEPTION] == ["", "3", "4"]
    own = after((Setting(SettingKind.RECEPTION, group="4"), "17-9 om half vijf"), school=TOLD)
    assert own.reception_of("3") == everybody
    assert own.reception_of("4") == Reception(day=date(2026, 9, 17), time="16:30", group="4")
    assert after((SettingKind.REGION, "z"), school=own).year.receptions == year_of(own).receptions  # type: ignore[union-attr]
    assert parsed(tomllib.loads(as_toml(year_of(own)))) == year_of(own)
    gone = removed(Setting(SettingKind.RECEPTION), own, DAY).school
    assert (gone.reception_of("3"), gone.reception_of("4")) == (None, own.reception_of("4"))
    assert typed(Setting(SettingKind.RECEPTION), "20 sep", TOLD, DAY).mind == "no_school"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("16 sep 25:00", "unread"),
        ("16:00", "unread"),
        ("groep 3 16 sep", "unread"),
        ("31 sep 16:00", "impossible"),
        ("ma 16 sep", "weekday"),
        ("20 jul", "outside"),
        ("[/bold] 16 sep", "unread"),
        ("9" * 400, "unread"),
    ],
)
def test_a_reception_that_is_no_day_is_refused(text: str, code: str) -> None:
    assert refused(SettingKind.RECEPTION, text) == code


def test_a_year_that_leaves_the_reception_outside_is_refused() -> None:
    assert refused(SettingKind.START, "17 sep") == "reception_outside"


def test_removing_the_last_of_a_list_leaves_the_cursor_where_one_is_added() -> None:
    assert removed(Setting(SettingKind.DAY_OFF, 0), TOLD, DAY).row == Setting(SettingKind.MORE_DAYS_OFF)
