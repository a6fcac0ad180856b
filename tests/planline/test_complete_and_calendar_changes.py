"""What Tab finishes, and what a changed calendar would move."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from store.domain.plan import Channel, ContactMoment, Initiative, WhenKind
from store.domain.school_year import Report, SchoolYear
from store.planline.calendar_changes import Offer, moves, offers
from store.planline.complete import complete
from store.planline.read import read_line
from store.planline.reference import Reference
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
        ("bellen 12 nove", "mber"),
        ("bellen 12 nov", None),
        ("bellen in mei", None),
        ("bellen v", None),
        ("bellen vi", None),
        ("bellen vr", "ijdag"),
        ("bellen 12 nov en mai", "len"),
        ("bellen 12 nov over moe", None),
        ("bellen hoe gaat het met mo", None),
        ("bellen met mo", "eder"),
        ("bellen met P", "eter"),
        ("bellen met intern beg", "eleider"),
        ("bellen zo n", "odig"),
        ("bellen rapport 1 en rapport ", "2"),
        ("gesprek op sc", "hool"),
        ("gesprek begin ju", "ni"),
        ("b", "ellen"),
        ("", None),
        ("bellen ", None),
        ("bellen", None),
        ("bellen: ra", None),
        ("xyzz", None),
    ],
)
def test_tab_finishes_the_word_at_the_cursor(line: str, added: str | None) -> None:
    assert complete(line, len(line), Reference(DAY, YEAR), NAMES) == added


def test_tab_leaves_the_middle_of_a_word_alone() -> None:
    assert complete("bellen", 2, Reference(DAY, YEAR), NAMES) is None


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


def kept_as_typed(line: str, **parts: Any) -> ContactMoment:
    """A line that could not be read while no report had a date, as it is kept then."""
    first = read_line(line, DAY, UNTOLD, NAMES).moments[0]
    return replace(first, id="m", when=None, **parts)


def offered(moment: ContactMoment, before: SchoolYear = UNTOLD, now: SchoolYear = YEAR) -> list[Offer]:
    return list(offers([moment], DAY, NAMES, before, now))


def test_a_line_kept_as_typed_never_moves_by_itself() -> None:
    assert list(moves([kept_as_typed("bellen week na rapport 1")], DAY, UNTOLD, YEAR)) == []


def test_a_line_kept_as_typed_is_offered_with_all_its_moments_when_the_school_tells_the_dates() -> None:
    line = "bellen week na rapport 1 en 2 met vader: lezen, gesprek op school begin juni: doelen"
    (offer,) = offered(kept_as_typed(line))
    anchors = [moment.when.anchor for moment in offer.taken() if moment.when]
    assert anchors[:2] == ["report:1", "report:2"]
    assert [moment.purpose for moment in offer.taken()] == [
        moment.purpose for moment in read_line(line, DAY, YEAR, NAMES).moments
    ]
    assert offer.taken()[0].id == "m"


def test_a_line_that_can_be_more_than_one_day_now_is_offered_once_with_its_choices() -> None:
    kept = kept_as_typed("bellen na het rapport: wennen", initiative=Initiative.PARENTS)
    (offer,) = offered(kept)
    anchors = [when.anchor for when in offer.choices]
    assert anchors == ["report:1", "report:2"]
    (taken,) = replace(offer, reading=offer.chosen(offer.choices[1])).taken()
    assert taken.when == offer.choices[1]
    assert (taken.purpose, taken.initiative) == ("wennen", Initiative.PARENTS)
    assert offered(kept, before=YEAR) == []


def test_what_was_kept_of_a_line_whole_is_offered_whole() -> None:
    (offer,) = offered(ContactMoment(id="m", text="bellen week na rapport 1: wennen"))
    (taken,) = offer.taken()
    assert (taken.channel, taken.purpose, taken.text) == (
        Channel.PHONE,
        "wennen",
        "bellen week na rapport 1: wennen",
    )


def test_what_was_put_right_by_hand_stays_so_when_the_line_gets_its_date() -> None:
    kept = kept_as_typed("bellen week na rapport 1", initiative=Initiative.PARENTS, channel=Channel.MAIL)
    (taken,) = offered(kept)[0].taken()
    assert (taken.initiative, taken.channel) == (Initiative.PARENTS, Channel.MAIL)
    anew = read_line("videobellen 5 feb: lezen", DAY, YEAR, NAMES)
    (typed,) = offered(kept)[0].typed_anew(anew)
    assert (typed.initiative, typed.channel, typed.purpose) == (Initiative.PARENTS, Channel.VIDEO, "lezen")


def test_what_an_earlier_program_made_of_the_words_is_no_correction() -> None:
    kept = kept_as_typed("bellen week na rapport 1 wennen", purpose="week na rapport 1 wennen")
    assert [moment.purpose for moment in offered(kept)[0].taken()] == ["wennen"]


@pytest.mark.parametrize(
    "line", ["bellen als de indicatie er is", "bellen week na rapport 3", "bellen 12 nov"]
)
def test_a_line_to_which_the_dates_make_no_difference_is_not_offered(line: str) -> None:
    assert offered(kept_as_typed(line)) == []


def test_a_line_left_as_typed_is_not_offered_again_by_another_change() -> None:
    kept = kept_as_typed("bellen week na rapport 1")
    assert offered(kept, YEAR, moved_report(date(2027, 2, 12))) == []
    assert len(offered(kept, UNTOLD, moved_report(date(2027, 2, 12)))) == 1
