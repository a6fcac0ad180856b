from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from itertools import count

from store.domain import retention
from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.draft import Draft
from store.domain.people import Carer, Presence, Pupil, Speaker, Voice, same_carers
from store.domain.plan import Channel, CommunicationPlan, ContactMoment, InformationMoment, Initiative
from store.domain.progress import progress
from store.domain.school import School
from store.domain.siblings import NotJoined, apart, joined, not_joined, sheet_of, without
from store.domain.talk import CheckedDetails, Missing, Slot, Talk, TalkState
from store.domain.undo import Scope, StepName

NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)


def child(name: str, *carers: str) -> Talk:
    """A planned talk about a child, whose carers have ids of their own as in the class list."""
    at = {"Daan": (13, 0), "Sanne": (13, 20), "Noor": (13, 40)}[name]
    pupil = Pupil(
        id=name.lower(),
        first_name=name,
        infix="de",
        last_name="Wit",
        carers=tuple(Carer(id=f"{name}-{each}", name=each) for each in carers),
    )
    return Talk(id=f"talk-{at}", slot=Slot(start=datetime(2026, 8, 25, *at)), pupil=pupil)


DAAN, SANNE = child("Daan", "Anja de Wit", "Piet de Wit"), child("Sanne", "Anja de Wit", "Piet de Wit")


def call(name: str, *ids: str, **fields: object) -> ContactMoment:
    moment = ContactMoment(
        id=name, text=name, channel=Channel.PHONE, initiative=Initiative.TEACHER, pupil_ids=ids
    )
    return replace(moment, **fields)  # type: ignore[arg-type]


def twins() -> Talk:
    """Both at the table, with something of each and something shared."""
    talk = joined(DAAN, SANNE)
    talk = replace(
        talk,
        points=(
            AgendaPoint(id="d", voice=Voice.PUPIL, text="van Daan", pupil_ids=("daan",)),
            AgendaPoint(id="s", voice=Voice.PUPIL, text="van Sanne", pupil_ids=("sanne",), later="r2"),
            AgendaPoint(id="o", voice=Voice.CARER, text="van allebei", later="r2"),
        ),
        plan=CommunicationPlan(moments=(call("r1"), call("r2", "sanne"), call("r3", "daan"))),
        information=InformationMoment(),
    )
    talk = talk.arrange(
        talk.arrangements.check(CheckedDetails(id="Daan-Anja de Wit", right=True, phone="06-1"))
    )
    return talk.begin(NOW, replace(talk.invited, carers=("Daan-Anja de Wit",)))


def test_two_talks_in_a_row_become_one_from_the_first_start_to_the_last_end() -> None:
    both = joined(SANNE, DAAN)
    assert both.id == SANNE.id
    assert [pupil.first_name for pupil in both.pupils] == ["Daan", "Sanne"]
    assert (both.slot.start, both.slot.minutes) == (DAAN.slot.start, 40)
    assert both.invited == Presence(carers=("Daan-Anja de Wit", "Daan-Piet de Wit"), siblings=("sanne",))


def test_only_planned_talks_with_the_same_carers_become_one() -> None:
    assert not_joined(DAAN, SANNE) is None
    assert not_joined(DAAN, DAAN) is NotJoined.SAME
    assert not_joined(DAAN, SANNE.begin(NOW, Presence())) is NotJoined.BEGUN
    assert not_joined(DAAN, child("Noor", "Anja de Wit")) is NotJoined.OTHER_CARERS


def test_carers_are_the_same_people_by_id_or_by_name() -> None:
    anja, piet = Carer(id="1", name="Anja de Wit"), Carer(id="2", name="Piet de Wit")
    other_row = (Carer(id="8", name="piet  de Wit"), Carer(id="9", name="Anja De Wit"))
    assert same_carers((anja, piet), other_row)
    assert same_carers((anja, piet), (replace(piet, name="P. de Wit"), anja))
    assert not same_carers((anja, piet), other_row[:1])


def test_each_child_has_a_voice_and_so_have_parents_and_teacher() -> None:
    talk = twins()
    assert [each.pupil_id or each.voice for each in talk.speakers] == ["daan", "sanne", "carer", "teacher"]
    assert [p.id for p in talk.raised_by(Speaker(Voice.PUPIL, "sanne"))] == ["s"]
    assert DAAN.speakers == tuple(map(Speaker, Voice))


def test_a_sheet_has_the_own_points_and_moments_and_the_shared_ones() -> None:
    sheet = sheet_of(twins(), "daan")
    assert [point.id for point in sheet.points] == ["d", "o"]
    assert [moment.id for moment in sheet.plan.moments] == ["r1", "r3"]
    assert not sheet.for_later()
    other = sheet_of(twins(), "sanne")
    assert [moment.id for moment in other.plan.moments] == ["r1", "r2"]
    assert [point.id for point in other.for_later()] == ["s", "o"]


def test_on_a_sheet_the_carers_are_those_of_that_childs_row() -> None:
    sheet = sheet_of(twins(), "sanne")
    anja = sheet.audience[0]
    assert (anja.id, sheet.with_new_details(anja).phone) == ("Sanne-Anja de Wit", "06-1")
    assert sheet.presence == Presence(carers=("Sanne-Anja de Wit",), siblings=("daan",))


def test_a_carer_is_addressed_the_same_in_the_row_of_each_child() -> None:
    said = CheckedDetails(id="Daan-Anja de Wit", addressed="Anja")
    talk = twins().arrange(twins().arrangements.check(said))
    school = School(pupils=talk.pupils).addressing(talk)
    assert [each.addressed for pupil in school.pupils for each in pupil.carers] == ["Anja", "", "Anja", ""]


def test_a_talk_without_a_moment_for_each_child_still_misses_a_plan() -> None:
    talk = replace(twins(), plan=CommunicationPlan(moments=(call("r2", "sanne"),)))
    assert Missing.PLAN in talk.missing()
    assert [pupil.first_name for pupil in talk.without_plan] == ["Daan"]
    assert Missing.PLAN not in twins().missing()


def test_forgetting_one_child_keeps_what_is_the_others() -> None:
    day = SchoolDay(date=NOW.date(), talks=(twins(),))
    (left,) = retention.without_pupils(day, {"daan"}).talks
    assert (left.pupil.first_name, left.siblings) == ("Sanne", ())
    assert [point.id for point in left.points] == ["s", "o"]
    assert [moment.id for moment in left.plan.moments] == ["r1", "r2"]
    assert "daan" not in repr(left).lower()
    assert not retention.without_pupils(day, {"daan", "sanne"}).talks
    assert without(twins(), {"noor"}) == twins()


def test_who_is_forgotten_is_no_longer_among_the_people_of_a_shared_moment() -> None:
    moment = call("r1", who=("Daan", "oma"), present=("pupil", "support", "teacher"))
    talk = replace(twins(), plan=CommunicationPlan(moments=(moment,)))
    left = without(talk, {"daan"})
    assert left
    assert (left.plan.moments[0].who, left.plan.moments[0].present) == (("oma",), ("support", "teacher"))


def test_progress_counts_both_children_and_no_talk_of_another_kind_that_is_still_to_come() -> None:
    finished = replace(twins(), state=TalkState.FINISHED)
    school = School(pupils=(DAAN.pupil, SANNE.pupil, child("Noor").pupil))
    found = progress(school, [finished], "")
    assert (found.done, found.pupils) == (2, 3)
    ouder, held = "oudervertelgesprek", TalkState.FINISHED

    def of_kind(deck: str, on: datetime, state: TalkState, of: Talk = twins()) -> Talk:  # noqa: B008
        return replace(of, id=f"{deck}{on}", deck=deck, slot=Slot(start=on), state=state, follows=None)

    def done(*talks: Talk) -> list[int]:
        return [progress(school, (finished, *talks), deck).done for deck in ("", ouder)]

    autumn = of_kind(ouder, datetime(2026, 11, 3, 13), TalkState.PLANNED)
    assert done(autumn) == [2, 0]
    assert done(replace(autumn, state=held)) == [2, 2]
    # who has no start talk but is visited in those weeks was talked with; in November that was no start
    noor = child("Noor")
    visited = of_kind("kennismakingsgesprek", datetime(2026, 9, 3, 13), held, noor)
    assert done(autumn, visited) == [3, 0]
    assert done(autumn, of_kind(ouder, datetime(2026, 11, 3, 13), held, noor)) == [2, 1]
    both = of_kind("kennismakingsgesprek", datetime(2026, 8, 27, 13), held)
    assert done(both, of_kind("", datetime(2026, 8, 28, 13), TalkState.PLANNED, DAAN), autumn) == [1, 0]


def test_a_talk_is_handed_over_once_the_text_of_each_child_is() -> None:
    once = twins().hand_over(NOW, "daan")
    assert (once.handed_over, once.is_copied("daan"), once.is_copied("sanne")) == (None, True, False)
    assert once.hand_over(NOW, "sanne").handed_over == NOW
    assert SchoolDay(date=NOW.date(), talks=(once,)).put(once.set_goal("lezen")).talks[0].copied == ()


def test_joining_is_undone_as_one_step_with_what_was_prepared() -> None:
    daan = DAAN.raise_point(AgendaPoint(id="p", voice=Voice.TEACHER, text="slip", prepared=True))
    before = SchoolDay(date=NOW.date(), talks=(daan, SANNE))
    day = before.join(daan, SANNE, "step")
    assert len(day.talks) == 1
    assert day.talks[0].points[0].pupil_ids == ("daan",)
    step = day.last_step(scope=Scope.STATE)
    assert step
    assert step.name is StepName.JOINED
    undone = day.undo(step)
    assert {replace(each, revision=0) for each in undone.talks} == set(before.talks)
    assert not undone.steps
    begun = day.put(day.talks[0].begin(NOW, Presence()))
    assert begun.last_step(scope=Scope.STATE) is None


def test_taking_apart_gives_each_child_a_talk_and_is_undone_as_one_step() -> None:
    ids = (f"new-{n}" for n in count())
    both = joined(DAAN, SANNE)
    day = SchoolDay(date=NOW.date(), talks=(both,))
    parts = apart(both, 20, lambda: next(ids))
    day = day.take_apart(both, parts, "step")
    assert [
        (each.pupil.first_name, f"{each.slot.start:%H:%M}", each.slot.minutes) for each in day.in_order
    ] == [
        ("Daan", "13:00", 20),
        ("Sanne", "13:20", 20),
    ]
    assert day.in_order[1].audience == SANNE.audience
    step = day.last_step(scope=Scope.STATE)
    assert step
    assert [replace(each, revision=0) for each in day.undo(step).talks] == [both]


def test_a_half_typed_line_is_no_word_of_the_sibling_whose_voice_it_is_not() -> None:
    sheet = sheet_of(twins(), "sanne")
    places = {"pupil:daan//": False, "pupil:sanne//": True, "carer//": True}
    for place, stays in places.items():
        draft = Draft(talk=sheet.id, number=1, place=place, text="half")
        assert retention.stays(draft, sheet, {"daan"}) is stays
