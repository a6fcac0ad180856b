"""What became of a plan, in the calendar: read by icalendar, and by vobject, which shares no code with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]
from icalendar import Calendar

from store.domain.day import SchoolDay
from store.domain.overview.topics import InformationDecision
from store.domain.people import Presence
from store.domain.plan import CommunicationPlan, InformationMoment, When, WhenKind
from store.domain.school import School
from store.domain.school_year import Reception
from store.domain.talk import Talk, TalkState
from store.domain.year.sequel import Became, Followed, Sequel
from store.domain.year.standing import held_in, with_what_was_held
from store.export.calendar.book import calendar, events_to_scan
from store.export.formats import EXPORTERS, Order
from store.language import Translator
from store.planline.read import read_line
from tests.export.families import SCHOOL, liv, marinka
from tests.planline.year import DAY, NAMES, YEAR

NOW = datetime(2026, 8, 25, 12, tzinfo=UTC)
NL = Translator("nl")


def planned(*lines: str) -> Talk:
    """A finished talk with these moments, whose revision is 3."""
    moments = [moment for line in lines for moment in read_line(line, DAY, YEAR, NAMES).moments]
    talk = liv().plan_moments(*(replace(each, id=f"m{n}") for n, each in enumerate(moments)))
    return replace(talk, state=TalkState.FINISHED, revision=3)


def came(talk: Talk, became: Became, due: date, **more: Any) -> Talk:
    """The talk once something came of its first moment."""
    sequel = Sequel(id="s", of="m0", became=became, day=due, noted=NOW, due=due, **more)
    return replace(talk.note_sequel(sequel), revision=4)


def done(due: date, day: date, to: str = "") -> Sequel:
    """That the first moment was done on a day, of the time that was due."""
    return Sequel(id="s", of="m0", became=Became.DONE, day=day, noted=NOW, due=due, to=to)


def events(talk: Talk, **asked: Any) -> list[Any]:
    """The events as vobject reads them."""
    content = calendar([talk], SCHOOL, YEAR, NL, NOW, **asked)
    assert len(Calendar.from_ical(content).walk("VEVENT")) == content.count(b"BEGIN:VEVENT")
    return list(vobject.readOne(content.decode()).vevent_list)


def test_the_teacher_sees_which_parent_a_moment_is_with_where_they_come_apart() -> None:
    together = planned("juf belt 12 nov")
    apart = replace(together, pupil=replace(together.pupil, carers=together.pupil.carers[:1]))
    told = [each.summary.value for one in (together, apart) for each in events(one, names=True)]
    assert told == ["Liv · Bellen: ouders", "Liv · Bellen: Mark Bosman"]
    (nameless,) = events(apart)
    assert nameless.summary.value == "Bellen: ouders"


def test_what_was_dropped_is_a_cancelled_event_under_the_same_uid_in_a_later_version() -> None:
    before = planned("bellen 12 nov")
    after = came(before, Became.DROPPED, date(2026, 11, 12), text="niet meer nodig")
    (was,), (now,) = events(before), events(after)
    assert was.uid.value == now.uid.value
    assert int(was.sequence.value) < int(now.sequence.value)
    assert (was.status.value, now.status.value) == ("CONFIRMED", "CANCELLED")
    assert now.summary.value.startswith("Vervalt: ")
    assert now.dtstart.value == was.dtstart.value
    assert "niet meer nodig" not in now.serialize()


def test_what_was_moved_keeps_its_uid_and_has_the_new_day() -> None:
    before = planned("bellen 12 nov")
    (old,) = before.plan.moments
    when = read_line("bellen 17 nov 15:30", DAY, YEAR, NAMES).moments[0].when
    moved = came(before, Became.MOVED, date(2026, 11, 12), to="m0", moment=old)
    moved = moved.change_moment(replace(old, when=when))
    (was,), (now,) = events(before), events(moved)
    assert was.uid.value == now.uid.value
    assert now.status.value == "CONFIRMED"
    assert now.dtstart.value.date() == date(2026, 11, 17)


def test_of_what_comes_back_only_the_dropped_time_goes() -> None:
    before = planned("mail elke vrijdag in november met ouders")
    day = date(2026, 11, 13)

    def days(talk: Talk) -> list[date]:
        (event,) = events(talk)
        return [each.date() for each in event.getrruleset(addRDate=True)]

    assert day in days(before)
    assert days(came(before, Became.DROPPED, day)) == [each for each in days(before) if each != day]
    first = days(before)[0]
    assert days(came(before, Became.DROPPED, first)) == days(before)[1:]


def test_of_several_days_only_the_moved_one_is_cancelled() -> None:
    first, second = events(came(planned("bellen 12 nov en 9 mrt"), Became.MOVED, date(2026, 11, 12), to="m9"))
    assert (first.status.value, second.status.value) == ("CANCELLED", "CONFIRMED")


@pytest.mark.parametrize("line", ["huisbezoek in februari", "bellen 8-12 februari", "bellen 10 feb 15:30"])
@pytest.mark.parametrize("family", [True, False])
def test_what_was_held_early_is_on_the_day_that_it_was(line: str, family: bool) -> None:
    before, early = planned(line), date(2027, 1, 14)
    follows = Followed(day=DAY, talk=before.id, moment="m0")
    held = replace(before, id="held", follows=follows, revision=1).move(datetime(2027, 1, 14, 15, 30))
    (was,) = events(before, family=family)
    (now,) = events(with_what_was_held(before, held_in([held])), family=family)
    ticked = replace(before, revision=4).note_sequel(done(date(2027, 2, 1), early))
    (noted,) = events(ticked, family=family)
    for each in (now, noted):
        assert each.uid.value == was.uid.value
        assert int(each.sequence.value) > int(was.sequence.value)
        assert (each.dtstart.value, each.dtend.value) == (early, date(2027, 1, 15))
        assert each.status.value == "CONFIRMED"
        assert "februari" not in each.serialize()
    assert events_to_scan(ticked, SCHOOL, NL, NOW) == {}


def test_what_is_held_no_more_is_told_to_calendars_after_what_they_were_told_before() -> None:
    before = planned("huisbezoek 10 februari")
    held = replace(
        before,
        id="held",
        follows=Followed(day=DAY, talk=before.id, moment="m0"),
        revision=5,
        made_with=Presence(),
    )
    again = replace(held.reopen(), revision=8)
    settled = replace(before, revision=before.revision + 1).note_sequel(
        done(date(2027, 2, 10), date(2027, 2, 12))
    )
    events_then = [
        events(with_what_was_held(plan, held_in(talks)))[0]
        for plan, talks in ((before, ()), (before, (held,)), (before, (again,)), (settled, (again,)))
    ]
    told = [int(each.sequence.value) for each in events_then]
    assert told == sorted(set(told))
    # one that never was finished changed nothing
    assert not held_in([replace(again, made_with=None)])


def test_what_was_held_late_is_on_its_day_and_what_is_only_noted_late_stays_where_it_was() -> None:
    before, late = planned("huisbezoek in februari"), date(2027, 3, 4)
    (was,) = events(before)
    (held,) = events(before.note_sequel(done(date(2027, 2, 1), late, to="held")))
    (noted,) = events(before.note_sequel(done(date(2027, 2, 1), late)))
    assert held.dtstart.value == late
    assert noted.dtstart.value == was.dtstart.value


def test_of_what_comes_back_the_time_that_was_held_early_is_on_its_own_day_and_the_rest_stays() -> None:
    before = planned("mail elke vrijdag in november met ouders")
    day, early = date(2026, 11, 13), date(2026, 11, 11)
    weekly, own = events(replace(before.note_sequel(done(day, early)), revision=4))
    left = [each.date() for each in weekly.getrruleset(addRDate=True)]
    assert left == [date(2026, 11, each) for each in (6, 20, 27)]
    assert own.dtstart.value == early
    assert own.uid.value != weekly.uid.value


def test_of_several_days_only_the_one_that_was_done_early_goes_to_another_day() -> None:
    days = (When(kind=WhenKind.DATE, date=each) for each in (date(2026, 11, 12), date(2027, 3, 9)))
    (call,) = planned("bellen 12 nov").plan.moments
    before = planned().plan_moments(replace(call, when=When(kind=WhenKind.MULTIPLE, items=tuple(days))))
    first, second = events(before.note_sequel(done(date(2027, 3, 9), date(2027, 3, 2))))
    assert (first.dtstart.value, second.dtstart.value) == (date(2026, 11, 12), date(2027, 3, 2))


def test_what_was_dropped_is_not_scanned_from_paper() -> None:
    dropped = came(planned("bellen 12 nov"), Became.DROPPED, date(2026, 11, 12))
    assert events_to_scan(dropped, SCHOOL, NL, NOW) == {}


def test_the_teachers_own_calendar_names_the_child_unless_it_is_to_be_nameless() -> None:
    day = SchoolDay(date=DAY, talks=(planned("bellen 12 nov met ouders"),))

    def titles(**asked: Any) -> list[str]:
        files = EXPORTERS["ics"](Order(day, SCHOOL, NL, NOW, **asked))
        return [vobject.readOne(file.content.decode()).vevent.summary.value for file in files]

    assert titles() == ["Liv · Bellen: ouders", "Bellen: juf Els"]
    assert titles(nameless=True) == ["Bellen: ouders", "Bellen: juf Els"]
    assert titles(names=True) == ["Liv · Bellen: ouders", "Liv · Bellen: juf Els"]


def test_who_comes_beside_is_named_only_to_the_teacher_and_stands_last() -> None:
    talk = planned("gesprek 2 feb met ouders, IB'er en oma")

    def title(**asked: Any) -> str:
        (event,) = events(talk, **asked)
        return str(event.summary.value)

    assert title(names=True) == "Liv · Op school: ouders, de IB'er en oma"
    assert title() == "Op school: ouders en iemand die helpt"
    assert title(family=True, names=True) == "Liv · Op school: juf Els en iemand die helpt"


def test_the_reception_of_the_group_is_in_the_teachers_calendar_once_and_in_every_familys() -> None:
    first = Reception(day=date(2026, 9, 16), time="16:00", group="3")
    school = replace(SCHOOL, year=replace(YEAR, receptions=(first,)))
    day = SchoolDay(date=DAY, talks=(planned("bellen 12 nov"), replace(marinka(), id="other")))
    for file in EXPORTERS["ics"](Order(day, school, NL, NOW)):
        (event,) = (
            each
            for each in vobject.readOne(file.content.decode()).vevent_list
            if each.summary.value == "Nieuwjaarsreceptie"
        )
        assert event.dtstart.value.replace(tzinfo=None) == datetime(2026, 9, 16, 16)
    later = Reception(day=date(2026, 9, 17), group="3")
    moved = replace(school, revision=9, year=replace(YEAR, receptions=(later,)))

    def uid(now: School) -> str:
        events = vobject.readOne(calendar([marinka()], now, YEAR, NL, NOW, family=True).decode()).vevent_list
        return next(str(each.uid.value) for each in events if "receptie" in each.summary.value)

    assert uid(school) == uid(moved)


def test_what_is_taken_out_of_a_plan_that_was_taken_home_is_cancelled_without_its_words() -> None:
    finished = planned("bellen 12 nov over lezen met oma Truus", "mail 3 dec")
    agreed = finished.reopen().drop_moment("m0")
    was, (kept, gone) = events(finished), events(agreed)
    assert [each.uid.value for each in was] == [gone.uid.value, kept.uid.value]
    assert (kept.status.value, gone.status.value) == ("CONFIRMED", "CANCELLED")
    assert gone.dtstart.value == date(2026, 11, 12)
    assert not any(word in gone.serialize() for word in ("lezen", "Truus"))
    assert [each.status.value for each in events(finished.reopen())] == ["CONFIRMED", "CONFIRMED"]


def test_of_two_days_that_became_one_the_other_is_cancelled() -> None:
    one, other = planned("bellen 12 nov", "bellen 9 mrt").plan.moments
    assert one.when
    assert other.when
    both = replace(one, when=When(kind=WhenKind.MULTIPLE, items=(one.when, other.when)))
    finished = replace(planned(), plan=CommunicationPlan(moments=(both,)))
    found = events(finished.reopen().change_moment(one))
    told = {each.uid.value: each.status.value for each in found}
    assert sorted(told.values()) == ["CANCELLED", "CANCELLED", "CONFIRMED"]
    assert all(told[each.uid.value] == "CANCELLED" for each in events(finished))


DECIDED = InformationDecision(
    id="d", wordings=("Lezen",), text="groep 3, 17 nov", group="groep 3", day=date(2026, 11, 17)
)


def meetings(school: School, *, family: bool) -> list[tuple[str, str]]:
    content = calendar([marinka()], school, YEAR, NL, NOW, family=family)
    return [
        (each.summary.value, each.status.value)
        for each in vobject.readOne(content.decode()).vevent_list
        if "nformatie" in each.summary.value or "receptie" in each.summary.value
    ]


@pytest.mark.parametrize("family", [True, False])
@pytest.mark.parametrize(
    "changed",
    [
        replace(DECIDED, text="", group="", day=None),
        replace(DECIDED, text="nog te bepalen", group="", day=None),
        replace(DECIDED, text="groep 4, 17 nov", group="groep 4"),
    ],
    ids=["taken away", "without a day", "for another group"],
)
def test_an_information_moment_that_is_off_is_cancelled(changed: InformationDecision, family: bool) -> None:
    other = replace(marinka().pupil, id="other", group="4")
    decided = replace(SCHOOL, pupils=(marinka().pupil, other)).decide(DECIDED)
    assert meetings(decided, family=family) == [("Informatiemoment", "CONFIRMED")]
    off = decided.decide(changed).following(decided)
    assert meetings(off, family=family) == [("Vervalt: Informatiemoment", "CANCELLED")]
    again = replace(off, decisions=decided.decisions).following(off)
    assert meetings(again, family=family) == [("Informatiemoment", "CONFIRMED")]


def test_a_family_that_wishes_for_something_else_is_rid_of_what_it_was_told_and_the_teacher_is_not() -> None:
    school, told = SCHOOL.decide(DECIDED), marinka()

    def found(talk: Talk, *, family: bool = True) -> list[tuple[str, str, int, str]]:
        known = vobject.readOne(calendar([talk], school, YEAR, NL, NOW, family=family).decode()).vevent_list
        meetings = [each for each in known if "nformatie" in each.summary.value]
        return [(e.uid.value, e.status.value, int(e.sequence.value), e.serialize()) for e in meetings]

    ((uid, was, version, text),) = found(told)
    assert (was, "ezen" in text) == ("CONFIRMED", True)
    for answer in (InformationMoment(topic="slapen"), InformationMoment(), None):
        other = told.reopen().answer_information(answer, school.announced_to(told))
        other = replace(other, revision=told.revision + 1)
        ((same, now, later, text),) = found(other)
        assert (same, now, later > version) == (uid, "CANCELLED", True)
        # in the words of other families it is told to none
        assert "ezen" not in text
        assert not found(other, family=False)
        again = other.answer_information(told.information, school.announced_to(other))
        assert [each[1] for each in found(again)] == ["CONFIRMED"]


def test_a_child_that_changed_group_has_what_is_decided_for_the_new_one() -> None:
    child = marinka().pupil
    listed = (replace(child, group="4"), replace(child, id="other"))
    year = replace(YEAR, receptions=(Reception(day=date(2026, 9, 16), group="3"),))
    school = replace(SCHOOL, pupils=listed, year=year)
    assert meetings(school.decide(DECIDED), family=True) == [
        ("Vervalt: Nieuwjaarsreceptie", "CANCELLED"),
        ("Vervalt: Informatiemoment", "CANCELLED"),
    ]
    fourth = replace(DECIDED, text="groep 4, 24 nov", group="groep 4", day=date(2026, 11, 24))
    both = replace(year, receptions=(*year.receptions, Reception(day=date(2026, 9, 17), group="4")))
    assert meetings(replace(school.decide(fourth), year=both), family=True) == [
        ("Nieuwjaarsreceptie", "CONFIRMED"),
        ("Informatiemoment", "CONFIRMED"),
    ]


@pytest.mark.parametrize("family", [True, False])
def test_a_reception_that_is_off_is_cancelled_and_another_day_is_only_a_change(family: bool) -> None:
    def on(*days: int) -> School:
        receptions = tuple(Reception(day=date(2026, 9, day), group="3") for day in days)
        return replace(SCHOOL, year=replace(YEAR, receptions=receptions))

    assert meetings(on(17).following(on(16)), family=family) == [("Nieuwjaarsreceptie", "CONFIRMED")]
    assert meetings(on().following(on(16)), family=family) == [("Vervalt: Nieuwjaarsreceptie", "CANCELLED")]
