"""Lines kept as typed are offered one by one once the school's dates are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from store.domain.day import SchoolDay
from store.domain.plan import Channel, ContactMoment, Initiative
from store.domain.talk import Talk
from tests.screens.classroom import DAY, Visit, family, new_id, opened, three_families
from tests.screens.test_settings import REPORT_1, TOMORROW, change, to_settings
from tui.desk.settings.settings_rows import Setting, SettingKind

LINES = ("bellen week na rapport 1: wennen", "mailen na rapport 1 met vader", "appen na rapport 1")


def keeping(talk: Talk, *lines: str) -> Talk:
    """The talk with these lines as they were typed, none of them understood."""
    return talk.plan_moments(*(ContactMoment(id=new_id(), text=line) for line in lines))


def planned(visit: Visit, day: date = DAY) -> list[tuple[str, date | None]]:
    """Of each moment on that day its line, and its first day if it has one."""
    (found,) = visit.desk.days.readable([day])
    moments = [moment for talk in found.in_order for moment in talk.plan.moments]
    return [(moment.text, moment.when.first_day if moment.when else None) for moment in moments]


async def with_lines(visit: Visit) -> None:
    """Two lines in a talk today and one in a talk tomorrow; then the report gets its date."""
    other = keeping(family("Selma Aydın", "Derya Aydın", at="13:00"), LINES[2])
    visit.desk.repository.save(SchoolDay(date=TOMORROW, talks=(other,), revision=1))
    await to_settings(visit)
    await change(visit, REPORT_1, "29 jan")


async def test_enter_takes_the_reading_esc_leaves_the_line_and_a_new_line_takes_its_place(
    tmp_path: Path,
) -> None:
    liv, hamit, _ = three_families()
    async with opened(tmp_path, (keeping(liv, *LINES[:2]), hamit)) as visit:
        await with_lines(visit)
        assert visit.screen == "keptlines"
        assert all(each in visit.flat for each in ("Liv Bosman", LINES[0], "1 van 3", "ma 1 – vr 5 feb 2027"))
        assert "Selma" not in visit.text
        await visit.press("enter")
        assert LINES[1] in visit.text
        await visit.press("escape")
        assert all(each in visit.flat for each in ("Selma Aydın", LINES[2], "3 van 3"))
        await visit.type("videobellen 12 feb: hoe gaat het")
        assert "12 feb 2027 · videobellen" in visit.flat
        await visit.press("enter")
        assert visit.screen == "settings"
        assert "2 regels hebben nu een datum." in visit.flat
        assert planned(visit) == [(LINES[0], date(2027, 2, 1)), (LINES[1], None)]
        assert planned(visit, TOMORROW) == [("videobellen 12 feb: hoe gaat het", date(2027, 2, 12))]
        await change(visit, REPORT_1, "5 feb")
        await visit.press("enter")
        assert visit.screen == "settings"
        assert planned(visit)[1] == (LINES[1], None)


async def test_every_decision_can_be_taken_back_at_once_and_from_the_settings(tmp_path: Path) -> None:
    async with opened(tmp_path, (keeping(three_families()[0], *LINES[:2]),)) as visit:
        await with_lines(visit)
        await visit.press("enter", "ctrl+z")
        assert "1 van 3" in visit.flat
        assert planned(visit) == [(line, None) for line in LINES[:2]]
        await visit.press("enter", "enter", "enter", "ctrl+z")
        assert planned(visit) == [(line, None) for line in LINES[:2]]
        assert planned(visit, TOMORROW) == [(LINES[2], None)]
        assert visit.desk.year.reports
        await visit.press("ctrl+z")
        assert not visit.desk.year.reports


async def test_a_new_line_that_says_no_day_stays_on_the_line_and_no_esc_takes_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, (keeping(three_families()[0], LINES[0]),)) as visit:
        await to_settings(visit)
        await change(visit, REPORT_1, "29 jan")
        await visit.enter("bellen ergens eind")
        await visit.press("escape")
        assert visit.screen == "keptlines"
        assert ("ctrl+u: leegmaken" in visit.flat, "esc:" in visit.flat) == (True, False)
        await visit.press("ctrl+u", "escape")
        assert (visit.screen, planned(visit)) == ("settings", [(LINES[0], None)])


async def test_a_new_line_that_waits_for_another_date_is_kept_as_typed_in_its_turn(tmp_path: Path) -> None:
    async with opened(tmp_path, (keeping(three_families()[0], LINES[0]),)) as visit:
        await to_settings(visit)
        await change(visit, REPORT_1, "29 jan")
        await visit.type("bellen week na de toetsweek")
        assert "Toetsweek heeft nog geen datum" in visit.flat
        await visit.press("enter")
        assert planned(visit) == [("bellen week na de toetsweek", None)]
        await change(visit, Setting(SettingKind.MORE_OCCASIONS), "toetsweek 18 t/m 22 jan")
        await visit.press("enter")
        assert planned(visit) == [("bellen week na de toetsweek", date(2027, 1, 25))]


async def test_what_was_told_at_the_table_by_hand_stays_with_the_line(tmp_path: Path) -> None:
    talk = keeping(three_families()[0], LINES[0])
    mail = replace(talk.plan.moments[0], channel=Channel.MAIL, initiative=Initiative.PARENTS)
    async with opened(tmp_path, (talk.change_moment(mail),)) as visit:
        await to_settings(visit)
        await change(visit, REPORT_1, "29 jan")
        assert "mailen" in visit.flat
        await visit.press("enter")
        (moment,) = visit.talk().plan.moments
        assert (moment.id, moment.channel, moment.initiative, moment.purpose) == (
            mail.id,
            Channel.MAIL,
            Initiative.PARENTS,
            "wennen",
        )


async def test_only_their_own_lines_are_offered_at_the_table_never_another_familys(tmp_path: Path) -> None:
    liv, hamit, _ = three_families()
    async with opened(tmp_path, (keeping(liv, LINES[1]), keeping(hamit, LINES[0]))) as visit:
        await visit.to_board()
        visit.app.run_worker(visit.app.navigator.show_settings(None))
        await visit.dealt_with()
        visit.desk.keep_day(visit.desk.day.put(hamit))
        await change(visit, REPORT_1, "29 jan")
        assert visit.screen == "keptlines"
        await visit.press("escape", "ctrl+z")
        visit.desk.keep_day(visit.desk.day.put(keeping(hamit, LINES[0])))
        await change(visit, REPORT_1, "29 jan")
        assert (visit.screen, visit.line) == ("settings", "29 jan")
        assert "Hamit" not in visit.text
        assert not visit.desk.year.reports


async def test_a_line_that_can_be_more_than_one_day_now_is_offered_and_a_number_says_which(
    tmp_path: Path,
) -> None:
    line = "bellen na het rapport: wennen"
    async with opened(tmp_path, (keeping(three_families()[0], line),)) as visit:
        await to_settings(visit)
        await change(visit, REPORT_1, "29 jan")
        # as long as only one report has a date there is nothing to choose
        assert "→ vanaf ma 1 feb 2027 · bellen" in visit.flat
        await visit.press("escape")
        await change(visit, Setting(SettingKind.REPORT, 2), "25 jun")
        assert "1  vanaf ma 1 feb 2027" in visit.text
        await visit.press("enter")
        assert "Typ het nummer" in visit.flat
        await visit.type("2")
        assert "vanaf ma 28 jun 2027 · bellen" in visit.flat
        await visit.press("enter")
        assert (visit.screen, planned(visit)) == ("settings", [(line, date(2027, 6, 28))])
