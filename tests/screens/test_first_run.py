"""What is asked once, at the first run: the holidays, the reports and the teacher's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.screens.classroom import Visit, opened, reopened
from tests.screens.test_settings import told
from tui.desk.setup.first_run import to_be_asked


async def first_run(visit: Visit) -> None:
    """From the very first screen, with one family typed by hand, on to the day."""
    await visit.press("h")
    await visit.enter("13:00 Liv Bosman, Mark Bosman")
    await visit.press("f9")


async def test_the_first_run_asks_for_holidays_reports_and_name_and_then_shows_the_day(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        assert visit.screen == "firstquestions"
        await visit.enter("m", "29 jan", "25 jun", "juf Els")
        assert (visit.screen, visit.desk.year, visit.desk.school.teacher) == ("day", told(), "juf Els")
        await visit.kept()
    async with reopened(tmp_path) as visit:
        await visit.to_day()
        assert visit.screen == "day"


async def test_one_esc_skips_the_question_and_it_is_not_asked_again(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        assert "i op het dagscherm" in visit.flat
        await visit.press("escape")
        assert (visit.screen, visit.desk.year.assumed) == ("day", True)
        assert not to_be_asked(visit.desk)
        await visit.press("escape", "f9", "f9")
        assert visit.screen != "firstquestions"
    async with reopened(tmp_path) as visit:
        assert not to_be_asked(visit.desk)


async def test_a_class_read_in_from_the_command_line_is_asked_before_its_first_day(tmp_path: Path) -> None:
    async with opened(tmp_path, rehearsal=False) as visit:
        visit.desk.keep_school(replace(visit.desk.school, year=None))
        await visit.press("f9")
        assert visit.screen == "firstquestions"
        await visit.press("escape")
        assert visit.screen == "day"
        await visit.press("f8", "f9")
        assert visit.screen == "day"


async def test_f9_takes_a_half_typed_answer_along(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.type("zuid")
        await visit.press("f9")
        assert (visit.screen, visit.desk.year.region) == ("day", "Zuid")


async def test_enter_alone_passes_a_question_and_keeps_the_answers_before(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.press("enter")
        await visit.enter("29 jan")
        await visit.press("enter", "enter")
        assert visit.screen == "day"
        assert (visit.desk.year.region, [each.number for each in visit.desk.year.reports]) == ("", [1])


async def test_a_wrong_answer_stays_on_its_question_with_the_reason(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.enter("oost")
        assert (visit.screen, visit.line) == ("firstquestions", "oost")
        assert "Noord, Midden" in visit.flat
