"""The settings by keyboard, and what moves along with the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from textual.events import Key

from store.calendar.year_file import as_toml, read_calendar
from store.domain.day import SchoolDay
from store.domain.school import School
from store.domain.school_year import Holiday, Report, SchoolYear
from store.domain.talk import Talk
from store.files.repository import Repository
from store.planline.read import read_line
from store.planline.reading import Names
from tests.screens.classroom import DAY, Visit, family, new_id, opened, reopened, three_families
from tui.desk.planning import arrange_day
from tui.desk.settings.refusal import SettingRefusal
from tui.desk.settings.settings_line import typed
from tui.desk.settings.settings_rows import Setting, SettingKind, rows_of
from tui.widgets.line_input import STAYS, LineInput
from tui.words.settings import REFUSALS, label_words

TOMORROW = date(2026, 8, 26)
PLAN = "bellen week na rapport 1"
REPORT_1 = Setting(SettingKind.REPORT, 1)


def told() -> SchoolYear:
    """The year the tests tell: region Midden, two reports."""
    school = School()
    for row, text in (
        (Setting(SettingKind.REGION), "m"),
        (REPORT_1, "29 jan"),
        (Setting(SettingKind.REPORT, 2), "25 jun"),
    ):
        school = typed(row, text, school, DAY).school
    assert school.year is not None
    return school.year


def with_plan(talk: Talk, line: str = PLAN) -> Talk:
    moments = read_line(line, DAY, told(), Names()).moments
    return talk.plan_moments(*(replace(moment, id=new_id()) for moment in moments))


async def to_settings(visit: Visit) -> None:
    await visit.to_day()
    await visit.press("i")
    assert visit.screen == "settings"


async def to_row(visit: Visit, row: Setting) -> None:
    """To the first row, and down as far as it takes."""
    steps = rows_of(visit.desk.year).index(row)
    for key in ["pageup"] * 4 + ["down"] * steps:
        visit.app.post_message(Key(key, None))
    await visit.dealt_with()
    assert visit.badge == label_words(row, visit.desk.year, visit.t)


async def change(visit: Visit, row: Setting, text: str) -> None:
    await to_row(visit, row)
    await visit.enter(text)


async def test_every_change_says_the_value_it_took_and_typing_replaces_what_was_brought_back(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, size=(120, 60)) as visit:
        t = visit.t

        def told(name: str, value: str) -> bool:
            return t("{name} is now: {value}.", name=name, value=value) in visit.text

        await to_settings(visit)
        await change(visit, Setting(SettingKind.TEACHER), "juf Sanne")
        assert told("Jouw naam", "juf Sanne")
        await to_row(visit, Setting(SettingKind.MINUTES))
        await visit.enter("")
        await visit.enter("15")
        assert visit.desk.school.minutes == 15
        assert told("Minuten per gesprek", "15")
        await to_row(visit, Setting(SettingKind.COVER))
        await visit.enter("")
        await visit.enter("1")
        # it is said once it is kept, which a busy disk may take its time for
        await visit.app.workers.wait_for_complete()
        await visit.dealt_with()
        assert told("Vanzelf afdekken", t.n("after {count} minute", "after {count} minutes", 1))
        # nor is it glued to what was refused on another row
        await change(visit, Setting(SettingKind.MINUTES), "1")
        assert visit.line == "1"
        await change(visit, Setting(SettingKind.TEACHER), "juf Els")
        assert told("Jouw naam", "juf Els")
        # undo says the value that came back, of the row that it is about
        await visit.press("ctrl+z")
        assert told("Jouw naam", "juf Sanne")
        await visit.press("ctrl+z")
        await visit.app.workers.wait_for_complete()
        await visit.dealt_with()
        assert t("{name} is now: {value}.", name="Vanzelf afdekken", value="")[:-1] in visit.text
        # a date where a week is asked is a date, and not week 16
        await change(visit, Setting(SettingKind.DEADLINE), "16 sep")
        assert visit.desk.year.deadline == date(2026, 9, 14)
        assert "ma 14 sep" in visit.notice
        await change(visit, Setting(SettingKind.MORE_DAYS_OFF), "studiedag 5 mrt")
        assert told("Studiedag", "vr 5 mrt 2027")
        await to_row(visit, Setting(SettingKind.DAY_OFF))
        await visit.enter("-")
        assert t("{name} is taken away.", name="Studiedag") in visit.text


async def tell(visit: Visit) -> None:
    """The year the tests tell, typed."""
    await change(visit, Setting(SettingKind.REGION), "m")
    await change(visit, REPORT_1, "29 jan")
    await change(visit, Setting(SettingKind.REPORT, 2), "25 jun")


async def test_what_is_typed_on_a_row_counts_at_once_and_is_there_again_tomorrow(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await visit.enter("meester Tom")
        await change(visit, Setting(SettingKind.MINUTES), "30")
        await tell(visit)
        assert "vr 29 jan 2027" in visit.text
        await visit.press("escape")
        assert visit.screen == "day"
        assert "ma 21 sep" in visit.text
        await visit.press("end", "l")
        await visit.type("morgen 14")
        await visit.kept()
    async with reopened(tmp_path) as visit:
        school = visit.desk.school
        assert (school.teacher, school.minutes, school.year) == ("meester Tom", 30, told())
        # a half-typed answer too, to a question over the page and on a row
        await visit.to_day()
        await visit.press("l")
        assert visit.app.screen.query_one(LineInput).text == ""
        await visit.press("escape", "end", "l")
        assert visit.app.screen.query_one(LineInput).text == "morgen 14"
        await visit.press("ctrl+u", "escape", "l")
        assert visit.app.screen.query_one(LineInput).text == ""
        await visit.press("escape", "i")
        await to_row(visit, REPORT_1)
        await visit.type("30 ja")
        await visit.kept()
    async with reopened(tmp_path) as visit:
        await to_settings(visit)
        assert (visit.line, visit.badge) == ("30 ja", label_words(REPORT_1, visit.desk.year, visit.t))


async def test_a_row_without_text_comes_to_the_line_and_can_be_entered_as_it_is(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await tell(visit)
        year = visit.desk.year
        await to_row(visit, Setting(SettingKind.HOLIDAY, 0))
        await visit.press("enter")
        assert visit.line == "Herfstvakantie za 17 okt 2026 – zo 25 okt 2026"
        await visit.press("enter")
        assert (visit.desk.year, visit.line) == (year, "")
        # nobody typed it: Esc puts it away again
        await visit.press("enter", "escape")
        assert (visit.screen, visit.line) == ("settings", "")
        await visit.press("escape")
        assert visit.screen == "day"


async def test_days_are_read_back_with_their_weekdays_before_they_count(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await to_row(visit, Setting(SettingKind.MORE_HOLIDAYS))
        await visit.type("herfstvakantie 10-10 t/m 18-10")
        assert "za 10 – zo 18 okt 2026" in visit.text
        assert not visit.desk.year.holidays
        await visit.press("enter")
        autumn = Holiday(name="herfstvakantie", first=date(2026, 10, 10), last=date(2026, 10, 18))
        assert list(visit.desk.year.holidays) == [autumn]


async def test_a_holiday_whose_days_cannot_be_read_is_asked_for_with_its_name_and_both_days(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await to_row(visit, Setting(SettingKind.MORE_HOLIDAYS))
        await visit.enter("herfstvakantie 17 okt tot 25 okt")
        assert visit.line == "herfstvakantie 17 okt tot 25 okt"
        assert visit.t(REFUSALS[SettingRefusal.NAME_AND_DAYS]) in visit.flat


async def test_what_cannot_be_read_stays_on_the_line_with_the_reason(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await tell(visit)
        await change(visit, REPORT_1, "do 29 jan")
        assert visit.line == "do 29 jan"
        assert "vrijdag 29 januari 2027" in visit.flat
        await visit.press("f9")
        assert (visit.screen, visit.desk.year) == ("settings", told())
        assert "Nog een keer F9: verder zonder dit" in visit.flat
        visit.clock.go_on(seconds=2)
        await visit.press("escape")
        assert (visit.screen, visit.t(STAYS) in visit.flat) == ("settings", True)
        # on purpose it leads on, and what was typed is there the next time
        await visit.press("f9")
        assert visit.screen == "day"
        await visit.press("i")
        assert (visit.line, visit.badge) == ("do 29 jan", label_words(REPORT_1, visit.desk.year, visit.t))
        assert visit.desk.year == told()


async def test_delete_and_a_minus_take_away_and_undo_brings_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await tell(visit)
        await to_row(visit, Setting(SettingKind.HOLIDAY, 1))
        await visit.press("delete")
        await change(visit, REPORT_1, "-")
        year = visit.desk.year
        assert ([each.number for each in year.reports], len(year.holidays)) == ([2], 4)
        await visit.press("ctrl+z", "ctrl+z")
        assert visit.desk.year == told()


async def test_undo_never_takes_a_pupil_who_came_meanwhile(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await visit.enter("meester Tom")
        arrange_day.add(family("Nieuw Kind", "Vader Kind", at="15:00"), visit.desk)
        await visit.press("ctrl+z")
        assert (visit.desk.school.teacher, len(visit.desk.school.pupils)) == ("juf Els", 4)


async def test_another_language_is_spoken_at_once_and_next_time(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await change(visit, Setting(SettingKind.LANGUAGE), "en")
        assert "language                English" in visit.text
        await visit.press("f9")
        assert "Tuesday 25 August 2026" in visit.text
        await visit.kept()
        assert visit.desk.repository.school(DAY).language == "en"


async def test_a_year_goes_to_a_file_and_comes_back_from_it(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await tell(visit)
        await to_row(visit, Setting(SettingKind.WRITE_FILE))
        await visit.press("enter", "enter")
        files = sorted(path.name for path in visit.exports.iterdir())
        assert files == ["school_year-2.toml", "school_year.toml"]
        assert read_calendar(visit.exports / "school_year.toml") == told()
        await change(visit, Setting(SettingKind.REGION), "z")
        await change(visit, Setting(SettingKind.READ_FILE), str(visit.exports / "school_year.toml"))
        assert visit.desk.year == told()


async def test_a_file_that_is_no_school_year_is_refused_in_one_sentence(tmp_path: Path) -> None:
    broken = tmp_path / "jaar.toml"
    broken.write_text("start = 2026-08-24\n")
    old = tmp_path / "oud.toml"
    old.write_text("start = 2025-08-25\nend = 2026-07-10\nholidays = []\n")
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        year = visit.desk.year
        for path, said in ((broken, "'end'"), (old, "maandag 25 augustus"), (tmp_path / "niets", "niets")):
            await change(visit, Setting(SettingKind.READ_FILE), str(path))
            assert visit.line == str(path)
            assert said in visit.notice
            await visit.press("ctrl+u")
        assert visit.desk.year == year


async def with_plans(tmp_path: Path, visit: Visit) -> None:
    """The same plan in a talk today and in one tomorrow, in the year the tests tell."""
    visit.desk.keep_school(replace(visit.desk.school, year=told()))
    await visit.kept()
    other = with_plan(family("Selma Aydın", "Derya Aydın", at="13:00"))
    visit.desk.repository.save(SchoolDay(date=TOMORROW, talks=(other,), revision=1))


def days_planned(repository: Repository) -> list[date | None]:
    return [
        moment.when.first_day if moment.when else None
        for day in (DAY, TOMORROW)
        for talk in repository.day(day).in_order
        for moment in talk.plan.moments
    ]


async def test_agreements_on_a_report_move_along_on_every_day_when_that_is_confirmed(tmp_path: Path) -> None:
    liv, hamit, zuzanna = three_families()
    talks = (with_plan(liv), hamit, with_plan(zuzanna, "mail indien nodig"))
    async with opened(tmp_path, talks) as visit:
        await with_plans(tmp_path, visit)
        await to_settings(visit)
        await change(visit, REPORT_1, "12 feb")
        assert visit.screen == "calendarchanges"
        assert "Liv Bosman" in visit.text
        assert "Selma Aydın" in visit.text
        assert "Zuzanna" not in visit.text
        assert visit.flat.count("ma 1 – vr 5 feb 2027 → ma 15 – vr 19 feb 2027") == 2
        await visit.press("enter")
        await visit.kept()
        assert days_planned(visit.desk.repository)[0::2] == [date(2027, 2, 15), date(2027, 2, 15)]
        await visit.press("ctrl+z", "enter")
        assert (visit.desk.year, visit.talk().plan) == (told(), talks[0].plan)


async def test_agreements_stay_where_they_are_when_moving_is_declined(tmp_path: Path) -> None:
    async with opened(tmp_path, (with_plan(three_families()[0]),)) as visit:
        await with_plans(tmp_path, visit)
        await to_settings(visit)
        await change(visit, REPORT_1, "12 feb")
        await visit.press("escape")
        await change(visit, Setting(SettingKind.REPORT, 2), "18 jun")
        assert visit.screen == "settings"
        await visit.kept()
        assert days_planned(visit.desk.repository) == [date(2027, 2, 1)] * 2
        assert visit.desk.year.reports[0].day == date(2027, 2, 12)


async def test_agreements_on_a_report_that_is_taken_away_keep_their_days_and_find_it_again(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, (with_plan(three_families()[0]),)) as visit:
        await with_plans(tmp_path, visit)
        await to_settings(visit)
        await change(visit, REPORT_1, "-")
        assert visit.screen == "calendarchanges"
        await visit.press("enter")
        await visit.kept()
        assert days_planned(visit.desk.repository) == [date(2027, 2, 1)] * 2
        await change(visit, REPORT_1, "12 feb")
        await visit.press("enter")
        await visit.kept()
        assert days_planned(visit.desk.repository) == [date(2027, 2, 15)] * 2


async def test_of_what_a_new_calendar_touches_only_what_has_a_day_to_go_to_moves(tmp_path: Path) -> None:
    liv, hamit, _ = three_families()
    calendar = tmp_path / "jaar.toml"
    year = told()
    calendar.write_text(as_toml(replace(year, reports=(Report(number=1, day=date(2027, 2, 12)),))))
    async with opened(tmp_path, (with_plan(liv), with_plan(hamit, "bellen na rapport 2"))) as visit:
        await with_plans(tmp_path, visit)
        await to_settings(visit)
        await change(visit, Setting(SettingKind.READ_FILE), str(calendar))
        assert "Hamit Yıldız" in visit.text
        assert "blijft staan" in visit.text
        await visit.press("enter")
        await visit.kept()
        moved = [date(2027, 2, 15), date(2027, 6, 28), date(2027, 2, 15)]
        assert days_planned(visit.desk.repository) == moved


async def test_a_long_name_takes_one_line_and_comes_whole_to_the_line(tmp_path: Path) -> None:
    name = "juf Els, " * 20 + "en meester Tom"
    async with opened(tmp_path, size=(60, 20)) as visit:
        await to_settings(visit)
        await visit.enter(name)
        assert sum("juf Els" in line for line in visit.text.splitlines()[:10]) == 1
        await visit.press("enter")
        assert visit.line == name


async def test_hostile_names_are_shown_as_they_are(tmp_path: Path) -> None:
    async with opened(tmp_path) as visit:
        await to_settings(visit)
        await visit.enter("[/x] [bold]juf")
        assert "[/x] [bold]juf" in visit.text
        await change(visit, Setting(SettingKind.MORE_DAYS_OFF), "[link=x]dag[/] 5 mrt")
        assert "[link=x]dag[/]" in visit.text
