"""What is asked once, at the first run: the teacher's name, the region and the reports, one by one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from store.domain.school_year import assumed_year
from tests.screens.classroom import DAY, Visit, family, opened, reopened, three_families
from tests.screens.test_kept_lines import LINES, keeping
from tests.screens.test_settings import told
from tui.desk.setup.first_run import FirstQuestion, questions_to_ask
from tui.widgets.line_input import STAYS


async def first_run(visit: Visit) -> None:
    """From the very first screen, with one family typed by hand, on to the day."""
    await visit.press("h")
    await visit.enter("13:00 Liv Bosman, Mark Bosman")
    await visit.press("f9")


async def test_name_region_and_reports_are_asked_one_by_one_and_then_the_day_is_shown(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        assert visit.screen == "firstquestions"
        assert "Hoe noemen kinderen en ouders jou?    1 van 3" in visit.text
        assert "i op het dagscherm" in visit.flat
        await visit.enter("juf Els")
        assert "2 van 3" in visit.text
        await visit.enter("Regio Midden.")
        await visit.type("29-1 en 25 jun")
        assert "rapport 1: vr 29 jan 2027    rapport 2: vr 25 jun 2027" in visit.text
        await visit.press("enter")
        assert (visit.screen, visit.desk.year, visit.desk.school.teacher) == ("day", told(), "juf Els")
        # the last answer too is said back
        assert "Rapport 1 is nu: vr 29 jan 2027. Rapport 2 is nu: vr 25 jun 2027." in visit.flat
        await visit.kept()
    async with reopened(tmp_path) as visit:
        await visit.to_day()
        assert visit.screen == "day"


async def test_esc_skips_one_question_and_none_of_them_is_asked_again(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.press("escape")
        await visit.enter("n")
        await visit.press("escape")
        assert (visit.screen, visit.desk.year.region) == ("day", "Noord")
        assert (visit.desk.school.teacher, visit.desk.year.reports) == ("", ())
        await visit.press("f9", "escape", "f8", "d")
        assert visit.screen != "firstquestions"
    async with reopened(tmp_path) as visit:
        assert questions_to_ask(visit.desk) == ()


async def test_a_class_read_in_from_the_command_line_is_asked_before_the_first_family(tmp_path: Path) -> None:
    talks = [replace(talk, teacher="") for talk in three_families()]
    async with opened(tmp_path, talks, rehearsal=False, first_run=True) as visit:
        assert visit.screen == "firstquestions"
        assert "Liv" not in visit.text
        await visit.enter("meester Tom")
        await visit.press("escape")
        await visit.press("enter")
        assert (visit.screen, visit.desk.school.teacher) == ("curtain", "meester Tom")
        await visit.to_day()
        assert visit.screen == "day"


async def test_a_key_that_came_twice_passes_no_question_by(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        visit.clock.go_on(seconds=2)
        visit.post("escape")
        visit.post("escape")
        await visit.dealt_with()
        assert "2 van 3" in visit.text
        await visit.enter("n")
        visit.post("enter")
        await visit.dealt_with()
        assert "3 van 3" in visit.text


async def test_what_is_known_already_is_not_asked(tmp_path: Path) -> None:
    named = replace(family("Liv Bosman", "Mark Bosman", at="13:00"), teacher="E. Jansen")
    async with opened(tmp_path, (named,)) as visit:
        desk = visit.desk
        desk.keep_school(replace(desk.school, teacher=""))
        assert questions_to_ask(desk) == (FirstQuestion.REGION, FirstQuestion.REPORTS)
        desk.keep_school(replace(desk.school, year=replace(told(), reports=())))
        assert questions_to_ask(desk) == (FirstQuestion.REPORTS,)
        desk.keep_school(replace(desk.school, year=assumed_year(DAY)))
        settings = desk.repository.settings()
        desk.repository.save_settings(settings.answered("school_year 2026-2027"))
        assert questions_to_ask(desk) == ()


async def test_an_answer_that_is_none_is_told_in_one_sentence_for_as_long_as_it_is_asked(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.press("escape")
        await visit.enter("oost")
        assert "Noord, Midden" in visit.flat
        await visit.press("ctrl+u", "escape")
        # what was said of one question is not said of the next
        assert "Noord, Midden" not in visit.flat
        assert visit.t("When do the reports go home?") in visit.flat


async def test_an_answer_that_can_not_be_read_stays_and_esc_does_not_take_it(
    tmp_path: Path,
) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.press("escape")
        await visit.enter("z")
        await visit.enter("eind januari")
        assert (visit.screen, visit.line) == ("firstquestions", "eind januari")
        assert "Typ de dagen zelf: 29 jan en 25 jun." in visit.flat
        await visit.press("escape")
        assert (visit.screen, visit.line) == ("firstquestions", "eind januari")
        assert (visit.t(STAYS) in visit.flat, "esc overslaan" in visit.flat) == (True, False)
        await visit.press("ctrl+u", "escape")
        assert (visit.screen, visit.desk.year.region, visit.desk.year.reports) == ("day", "Zuid", ())


async def test_f9_takes_a_half_typed_answer_along_and_skips_the_rest(tmp_path: Path) -> None:
    async with opened(tmp_path, ()) as visit:
        await first_run(visit)
        await visit.enter("juf Els")
        # one that is refused stays on the line, until F9 once more leaves it behind
        await visit.type("Zuid of Midden")
        await visit.press("f9")
        assert (visit.screen, visit.line) == ("firstquestions", "Zuid of Midden")
        assert "Nog een keer F9" in visit.flat
        await visit.press(*["backspace"] * len(" of Midden"))
        await visit.press("f9")
        assert (visit.screen, visit.desk.school.teacher, visit.desk.year.region) == ("day", "juf Els", "Zuid")
        assert questions_to_ask(visit.desk) == ()


async def test_lines_kept_as_typed_are_offered_behind_the_last_answer_and_then_it_goes_on(
    tmp_path: Path,
) -> None:
    talks = (keeping(three_families()[0], LINES[0]),)
    async with opened(tmp_path, talks, rehearsal=False, first_run=True) as visit:
        assert "1 van 2" in visit.text
        await visit.press("escape")
        await visit.enter("29 jan, 25 jun")
        assert visit.screen == "keptlines"
        await visit.press("enter")
        assert visit.screen == "curtain"
        assert not visit.talk().plan.moments[0].to_be_set
