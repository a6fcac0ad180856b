"""What Tab finishes, and what a changed calendar would move."""

from dataclasses import replace
from datetime import date

import pytest

from store.domain.plan import Channel, ContactMoment, WhenKind
from store.domain.school_year import Report, SchoolYear
from store.planline.calendar_changes import moves
from store.planline.read import complete, read_line, read_when
from tests.planline.year import DAY, NAMES, YEAR


@pytest.mark.parametrize(
    ("line", "added"),
    [
        ("be", "llen"),
        ("huis", "bezoek"),
        ("bellen week na ra", "pport 1"),
        ("bellen na de her", "fstvakantie"),
        ("bellen na rapport ", "1"),
        ("bellen met Ham", "it Yıldız"),
        ("bellen met an", "ja de Groot"),
        ("bellen 12 nov", "ember"),
        ("", None),
        ("bellen ", None),
        ("bellen", None),
        ("bellen: ra", None),
        ("xyzz", None),
    ],
)
def test_tab_finishes_the_word_at_the_cursor(line: str, added: str | None) -> None:
    assert complete(line, len(line), YEAR, NAMES) == added


def test_tab_leaves_the_middle_of_a_word_alone() -> None:
    assert complete("bellen", 2, YEAR, NAMES) is None


def moved_report(day: date) -> SchoolYear:
    return replace(YEAR, reports=(Report(number=1, day=day), YEAR.reports[1]))


def test_a_moved_report_lists_only_the_moments_that_hang_on_it() -> None:
    lines = ("bellen week na rapport 1 en 2", "bellen 12 nov", "bellen na de herfstvakantie")
    moments = [moment for line in lines for moment in read_line(line, DAY, YEAR, NAMES).moments]
    found = list(moves(moments, DAY, YEAR, moved_report(date(2027, 2, 12))))
    assert [move.moment for move in found] == moments[:1]
    assert [moment.when for moment in found[0].confirmed()] == [found[0].when]
    assert found[0].when.start == date(2027, 2, 15)


def test_a_report_that_is_gone_is_listed_with_the_reason() -> None:
    moments = read_line("bellen na rapport 2", DAY, YEAR, NAMES).moments
    found = list(moves(moments, DAY, YEAR, replace(YEAR, reports=YEAR.reports[:1])))
    assert [(move.when.kind, move.possible) for move in found] == [(WhenKind.ERROR, False)]


def test_the_same_calendar_moves_nothing() -> None:
    moments = read_line("bellen week na rapport 1 en 2", DAY, YEAR, NAMES).moments
    assert list(moves(moments, DAY, YEAR, YEAR)) == []


def test_two_moments_on_the_same_report_each_keep_their_own_distance() -> None:
    moments = read_line("bellen na rapport 1 en 2 weken na rapport 1", DAY, YEAR, NAMES).moments
    found = list(moves(moments, DAY, YEAR, moved_report(date(2027, 2, 12))))
    assert [move.when.first_day for move in found] == [date(2027, 2, 15), date(2027, 2, 26)]


def test_of_two_moments_on_the_same_report_the_one_that_is_left_keeps_its_own_distance() -> None:
    moments = read_line("bellen na rapport 1 en 2 weken na rapport 1", DAY, YEAR, NAMES).moments[1:]
    found = list(moves(moments, DAY, YEAR, moved_report(date(2027, 2, 12))))
    assert [move.when.first_day for move in found] == [date(2027, 2, 26)]


def test_a_report_that_comes_back_on_another_day_moves_what_hung_on_it() -> None:
    moments = read_line("bellen week na rapport 1 en 2", DAY, YEAR, NAMES).moments
    without = replace(YEAR, reports=YEAR.reports[1:])
    found = list(moves(moments, DAY, without, moved_report(date(2027, 2, 12))))
    assert [(move.moment, move.when.start) for move in found] == [(moments[0], date(2027, 2, 15))]


def test_a_moment_left_where_it_was_is_not_asked_about_again_by_another_change() -> None:
    moments = read_line("bellen week na rapport 1 en 2", DAY, YEAR, NAMES).moments
    declined = moved_report(date(2027, 2, 12))
    other = replace(declined, reports=(declined.reports[0], Report(number=2, day=date(2027, 6, 11))))
    assert [move.moment for move in moves(moments, DAY, declined, other)] == [moments[1]]


UNTOLD = replace(YEAR, reports=())


def kept_as_typed(when_text: str) -> ContactMoment:
    return ContactMoment(id="m", text=f"bellen {when_text}", channel=Channel.PHONE, when_text=when_text)


def test_a_line_kept_as_typed_gets_its_day_when_the_school_tells_it() -> None:
    found = list(moves([kept_as_typed("week na rapport 1")], DAY, UNTOLD, YEAR))
    assert [move.confirmed()[0].when for move in found] == [read_when("week na rapport 1", DAY, YEAR)]


def test_a_line_kept_as_typed_that_names_two_reports_becomes_two_moments() -> None:
    (found,) = moves([kept_as_typed("week na rapport 1 en 2")], DAY, UNTOLD, YEAR)
    assert [moment.when.anchor for moment in found.confirmed() if moment.when] == ["report:1", "report:2"]


def test_a_line_that_can_not_be_read_either_way_stays_as_typed() -> None:
    assert list(moves([kept_as_typed("als de indicatie er is")], DAY, UNTOLD, YEAR)) == []
    assert list(moves([kept_as_typed("week na rapport 3")], DAY, UNTOLD, YEAR)) == []
