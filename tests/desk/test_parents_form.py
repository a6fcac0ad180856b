"""When the talks with a form are: two weeks after the autumn holiday; and what stands out on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

from prompts.form import Form, PartKind, form
from store.calendar.school_holidays import REGIONS, school_year
from store.domain.kinds.parents_form import Answer, Answered, ParentsForm
from store.domain.school_year import Holiday, SchoolYear, assumed_year
from tui.desk.kinds.forms import season, stands_out


def the_form() -> Form:
    found = form("nl", "oudervertelgesprek")
    assert found is not None
    return found


def after(*holidays: Holiday, year: SchoolYear | None = None) -> tuple[date, date, date] | None:
    """First and last day of the talks and the day for the form, of a year with these holidays."""
    year = year or assumed_year(date(2026, 8, 25))
    found = season(the_form(), replace(year, holidays=holidays or year.holidays))
    return (found.first, found.last, found.form_by) if found else None


def test_in_every_region_it_is_the_week_that_begins_two_weeks_after_the_holiday() -> None:
    for region, first_year in product(REGIONS, range(2025, 2029)):
        year = school_year(region, first_year)
        autumn = next(each for each in year.holidays if "herfst" in each.name.casefold())
        back = autumn.last + timedelta(days=1)
        assert back.weekday() == 0
        first = back + timedelta(weeks=2)
        assert after(year=year) == (first, first + timedelta(days=4), back + timedelta(weeks=1)), region
    north, south = (after(year=school_year(each, 2026)) for each in ("Noord", "Zuid"))
    assert north != south


def test_a_schools_own_holiday_goes_before_that_of_its_region_and_may_end_on_a_friday() -> None:
    own = Holiday(name="Herfstvakantie", first=date(2026, 10, 5), last=date(2026, 10, 9))
    assert after(own) == (date(2026, 10, 26), date(2026, 10, 30), date(2026, 10, 19))


def test_while_nobody_told_of_a_holiday_there_is_no_date() -> None:
    assert after() is None
    assert after(Holiday(name="kerstvakantie", first=date(2026, 12, 19), last=date(2027, 1, 3))) is None


def test_of_an_answer_that_two_took_down_otherwise_both_stand_and_it_is_to_be_asked() -> None:
    found = the_form()
    asked = next(each for part in found.parts if part.kind is PartKind.ANSWERS for each in part.entries)
    said = Answered(id=asked.id, answer=Answer.YES, other=Answer.NO, other_by="meester Tom")
    taken = ParentsForm(id="f", pupil_id="p", answered=(said,))
    out = stands_out(taken, found)
    assert (out.glad, out.ask) == ((), (f"{asked.text}: ja · meester Tom: nee",))
    # whoever answers it anew has chosen
    assert stands_out(taken.answer(asked.id, Answer.YES), found).ask == ()
