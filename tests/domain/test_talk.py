from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.domain.board import FIRST, AgendaPoint, Outlook
from store.domain.people import Carer, Presence, Pupil, Speaker, Voice
from store.domain.plan import Channel, ContactMoment, InformationMoment, Initiative, When, WhenKind
from store.domain.retention import emptied
from store.domain.talk import Arrangements, CheckedDetails, Missing, NotFinishedError, Slot, Talk, TalkState
from store.domain.text import clean
from store.domain.timer import Phase, Sitting, countdown

NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)
ON_DEMAND = When(kind=WhenKind.ON_DEMAND)
CALL = ContactMoment(id="m", text="bellen", channel=Channel.PHONE, when=ON_DEMAND)
POINT = AgendaPoint(id="p", voice=Voice.PUPIL, text="tekenen")


def talk() -> Talk:
    pupil = Pupil(id="k", first_name="Liv", carers=(Carer(id="c", name="Mark", phone="06"),))
    return Talk(id="t", slot=Slot(start=datetime(2026, 8, 25, 13)), pupil=pupil)


def running() -> Talk:
    return talk().begin(NOW, Presence(carers=("c",)))


def complete() -> Talk:
    return running().plan_moments(CALL).answer_information(InformationMoment())


def test_a_talk_is_finished_only_with_a_plan_and_an_answer() -> None:
    for unfinished in (
        running(),
        running().plan_moments(CALL),
        running().answer_information(InformationMoment()),
    ):
        with pytest.raises(NotFinishedError):
            unfinished.finish(NOW)
    assert complete().finish(NOW).state is TalkState.FINISHED


def test_what_is_missing_is_told_in_the_order_it_is_asked() -> None:
    assert running().missing() == (Missing.PLAN, Missing.INFORMATION)
    no_channel = running().plan_moments(ContactMoment(id="m", text="in november", when=ON_DEMAND))
    assert no_channel.missing() == (Missing.CHANNEL, Missing.INFORMATION)


def test_a_line_that_stays_open_needs_at_least_how_and_who_starts() -> None:
    bare = ContactMoment(id="x", text="x")
    assert complete().plan_moments(bare).missing() == (Missing.CHANNEL, Missing.STARTER)
    mail = replace(bare, channel=Channel.MAIL)
    assert complete().plan_moments(mail).missing() == (Missing.STARTER,)
    assert complete().plan_moments(replace(mail, initiative=Initiative.EITHER)).missing() == ()


def test_every_contact_moment_needs_a_way_of_contact_of_its_own() -> None:
    evening = ContactMoment(id="e", text="moeder, vanavond", when=When(kind=WhenKind.DATE, date=NOW.date()))
    assert CALL.channel is not None
    assert complete().plan_moments(evening).missing() == (Missing.CHANNEL,)
    assert complete().plan_moments(replace(evening, channel=Channel.PHONE)).missing() == ()


def test_who_keeps_up_the_contact_alone_does_so_by_any_way() -> None:
    alone = ContactMoment(id="a", text="Selma regelt het zelf", when=ON_DEMAND, initiative=Initiative.PUPIL)
    assert complete().plan_moments(alone).missing() == ()
    if_upset = replace(alone, condition="als het niet gaat")
    assert complete().plan_moments(if_upset).missing() == (Missing.CHANNEL,)
    whoever = replace(alone, initiative=Initiative.EITHER)
    assert complete().plan_moments(whoever).missing() == (Missing.CHANNEL,)


def test_what_a_carer_said_of_the_own_number_changes_nobody_elses() -> None:
    talk = complete()
    anja, peter = (
        Carer(id="a", name="Anja", phone="06-1", email="a@b.nl"),
        Carer(id="p", name="Peter", phone="06-2"),
    )
    said = talk.arrange(talk.arrangements.check(CheckedDetails(id="a", right=True, phone="06-3")))
    assert said.with_new_details(anja) == replace(anja, phone="06-3")
    assert said.with_new_details(peter) == peter
    assert not said.arrangements.details_of("p").right


def test_how_a_carer_wants_to_be_addressed_stays_as_the_class_list_has_it_until_something_is_said() -> None:
    talk, anja = complete(), Carer(id="a", name="Anja", addressed="mevrouw De Groot")
    number = talk.arrange(talk.arrangements.check(CheckedDetails(id="a", phone="06-3")))
    assert number.with_new_details(anja).addressed == "mevrouw De Groot"
    in_full = talk.arrange(talk.arrangements.check(CheckedDetails(id="a", addressed="")))
    assert in_full.with_new_details(anja).addressed == ""


def test_that_all_numbers_were_right_still_holds_for_each_carer() -> None:
    before = Arrangements(details_right=True)
    assert before.details_of("a").right
    assert not before.check(CheckedDetails(id="a")).details_of("a").right


def test_a_home_visit_needs_a_reason_agreed_together() -> None:
    visit = ContactMoment(id="h", text="huisbezoek", channel=Channel.HOME_VISIT, when=ON_DEMAND)
    assert complete().plan_moments(visit).missing() == (Missing.REASON,)


def test_who_is_there_at_the_end_made_the_plan() -> None:
    finished = complete().seat(Presence(pupil=False, carers=("c",))).finish(NOW)
    assert finished.made_with == Presence(pupil=False, carers=("c",))


def test_a_talk_set_aside_and_taken_up_again_has_two_sittings_and_all_that_was_written() -> None:
    again = running().raise_point(POINT).set_aside(NOW + timedelta(minutes=5))
    again = again.begin(NOW + timedelta(hours=1), Presence())
    assert [sitting.ended is None for sitting in again.sittings] == [False, True]
    assert again.points == (POINT,)


def test_a_finished_talk_that_is_opened_again_keeps_its_records() -> None:
    finished = complete().raise_point(POINT).finish(NOW)
    reopened = finished.reopen()
    assert reopened.state is TalkState.SET_ASIDE
    assert (reopened.points, reopened.plan.moments) == (finished.points, finished.plan.moments)


@pytest.mark.parametrize("was", [Talk.not_come, Talk.cancel])
def test_a_talk_that_did_not_take_place_is_as_it_was_once_all_that_was_typed_in_it_is_taken_back(
    was: Callable[[Talk], Talk],
) -> None:
    before = was(talk())
    begun = before.reopen().begin(NOW, Presence())
    typed = replace(begun.raise_point(POINT), lines=1)
    assert begun.is_again(before)
    assert not typed.is_again(before)
    assert typed.drop_point(POINT.id).is_again(before)


def test_a_clock_set_back_ends_a_sitting_no_earlier_than_it_began() -> None:
    (sitting,) = running().set_aside(NOW - timedelta(hours=1)).sittings
    assert sitting.ended == sitting.started


def test_a_point_kept_for_later_goes_with_its_contact_moment_or_with_the_first() -> None:
    june = When(kind=WhenKind.DATE, date=date(2027, 6, 1))
    late, early, undated = (
        ContactMoment(id="late", text="", when=june),
        ContactMoment(id="early", text="", when=replace(june, date=date(2026, 11, 1))),
        ContactMoment(id="undated", text=""),
    )
    waiting = running().raise_point(POINT.keep_for(FIRST))
    (point,) = waiting.for_later()
    assert waiting.moment_for(point) is None
    assert waiting.plan_moments(undated, late, early).moment_for(point) == early
    assert waiting.plan_moments(undated).moment_for(point) == undated
    kept = waiting.plan_moments(late, early).change_point(point.keep_for("late"))
    assert kept.moment_for(kept.points[0]) == late
    assert kept.drop_moment("late").moment_for(kept.points[0]) == early
    assert kept.change_point(point.keep_for("")).for_later() == ()


def test_a_point_that_an_older_folder_kept_for_later_still_is() -> None:
    (point,) = running().raise_point(replace(POINT, outlook=Outlook.LATER)).for_later()
    assert point.kept_for == FIRST
    assert point.keep_for("").kept_for == ""


def test_what_was_prepared_is_on_the_board_only_when_it_is_brought_up() -> None:
    slip = replace(POINT, id="slip", prepared=True)
    talk = running().raise_point(slip).raise_point(POINT)
    assert (talk.raised, talk.prepared, talk.raised_by(Speaker(slip.voice))) == ((POINT,), (slip,), (POINT,))
    assert talk.bring_up(slip).raised == (POINT, replace(slip, prepared=False))


def test_emptying_leaves_only_that_the_talk_took_place_and_with_whom() -> None:
    left = emptied(complete().raise_point(POINT).finish(NOW))
    assert (left.points, left.plan.moments, left.information, left.remark) == ((), (), None, "")
    assert left.audience == (Carer(id="c", name="Mark"),)
    assert left.sittings


def test_a_talk_ends_two_minutes_before_the_next_begins() -> None:
    clock = countdown(Sitting(started=NOW), 20, NOW + timedelta(minutes=15))
    assert clock.until == NOW + timedelta(minutes=13)


def test_a_next_start_that_can_no_longer_be_kept_takes_no_time_away() -> None:
    clock = countdown(Sitting(started=NOW), 20, NOW + timedelta(minutes=1))
    assert clock.until == NOW + timedelta(minutes=20)


@pytest.mark.parametrize(
    ("minutes", "phase"),
    [
        (0, Phase.AMPLE),
        (14.9, Phase.AMPLE),
        (15, Phase.SOON),
        (18, Phase.LAST),
        (20, Phase.OVER),
        (90, Phase.OVER),
    ],
)
def test_the_clock_changes_at_five_and_two_minutes_before_the_end(minutes: float, phase: Phase) -> None:
    assert countdown(Sitting(started=NOW), 20, None).phase(NOW + timedelta(minutes=minutes)) is phase


@given(st.integers(5, 60), st.integers(0, 30), st.integers(-600, 600), st.none() | st.integers(-60, 120))
def test_no_clock_gives_more_than_the_whole_or_less_than_nothing(
    minutes: int, extra: int, passed: int, following: int | None
) -> None:
    start = NOW + timedelta(minutes=following) if following is not None else None
    clock = countdown(Sitting(started=NOW, extra_minutes=extra), minutes, start)
    now = NOW + timedelta(minutes=passed)
    assert clock.remaining(now) <= timedelta(minutes=minutes + extra)
    assert clock.elapsed(now) >= timedelta()


@given(st.text())
def test_cleaned_text_is_clean_and_stays_as_it_is(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not set(once) & {"\x1b", "\x9b", "\x00", "\n", "\t", "\u202e", "\u2066"}


@given(st.text(alphabet="abc [](){}=<>é漢👨\u200d👩"))
def test_cleaning_takes_no_letter_bracket_or_joined_family_away(text: str) -> None:
    assert clean(text) == text
