"""A timetable that is made here: who comes after whom, and the times that follow from that."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import count, pairwise

from hypothesis import given
from hypothesis import strategies as st

from store.domain.day import SchoolDay
from store.domain.people import Carer, Pupil
from store.domain.talk import Slot, Talk
from store.domain.timetable.proposal import Lengths, Place, Proposal

DAY, NEXT = date(2026, 8, 25), date(2026, 8, 26)
ONE = datetime(2026, 8, 25, 13)
LENGTHS = Lengths(20, 60)
PARENTS = (Carer(id="m", name="Anja Kok"), Carer(id="v", name="Piet Kok"))


def pupil(name: str, *carers: Carer) -> Pupil:
    return Pupil(id=name, first_name=name, carers=carers or (Carer(id=f"{name}c", name=f"ouder {name}"),))


LIST = (pupil("liv"), pupil("sem", *PARENTS), pupil("noa"), pupil("ans", *PARENTS))


def two_days(**changes: object) -> Proposal:
    return replace(Proposal(days=(ONE, ONE + timedelta(days=1))), **changes).with_room(LIST)  # type: ignore[arg-type]


def times(proposal: Proposal, *days: SchoolDay) -> list[str]:
    return [
        f"{slot.start:%d %H:%M} {slot.minutes}" if slot else "-"
        for slot in proposal.slots({day.date: day for day in days}, LENGTHS)
    ]


def test_every_pupil_has_room_and_the_days_share_them() -> None:
    assert times(two_days()) == ["25 13:00 20", "25 13:20 20", "26 13:00 20", "26 13:20 20"]


def test_a_day_with_an_end_takes_what_fits_and_a_pause_comes_after_so_many() -> None:
    until = two_days(until="13:50", pause=15, pause_after=1, minutes=15)
    assert times(until) == ["25 13:00 15", "25 13:30 15", "26 13:00 15", "26 13:30 15"]
    assert times(two_days(until="13:30")) == ["25 13:00 20", "26 13:00 20", "-", "-"]


def test_what_is_planned_already_stays_where_it_is() -> None:
    other = Talk(id="t", slot=Slot(start=ONE + timedelta(minutes=10)), pupil=pupil("x"))
    assert times(two_days(), SchoolDay(date=DAY, talks=(other,)))[:2] == ["25 13:30 20", "25 13:50 20"]


def test_siblings_come_one_after_the_other_or_in_one_talk_of_their_time_together() -> None:
    filled = two_days().filled(LIST)
    assert [each.pupils for each in filled.places] == [("liv",), ("sem",), ("ans",), ("noa",)]
    joined = filled.put(1, ("sem", "ans")).with_room(LIST)
    assert [each.pupils for each in joined.places] == [("liv",), ("sem", "ans"), (), ("noa",)]
    assert times(joined)[1] == "25 13:20 40"


def test_a_home_visit_takes_an_hour_and_those_after_it_move() -> None:
    filled = two_days().filled(LIST)
    home = filled.change(0, Place(pupils=("liv",), where="thuis", reason="de tuin"))
    assert times(home)[:2] == ["25 13:00 60", "25 14:00 20"]
    ids = count()
    talks = home.talks(
        {}, LIST, teacher="juf Els", lengths=LENGTHS, asks_information=True, new_id=lambda: f"t{next(ids)}"
    )
    assert [(each.pupil.id, each.slot.minutes, each.place_reason) for each in talks][:2] == [
        ("liv", 60, "de tuin"), ("sem", 20, ""),
    ]  # fmt: skip
    assert home.without({"liv"}).places[0] == Place()


def test_who_comes_in_the_place_of_another_gives_the_own_one_for_it() -> None:
    filled = two_days().filled(LIST).put(0, ("noa",))
    assert [each.pupils for each in filled.places] == [("noa",), ("sem",), ("ans",), ("liv",)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["put", "join", "remove", "pause", "fill"]), st.integers(0, 9), st.integers(0, 3)
        ),
        max_size=50,
    )
)
def test_whatever_is_done_nobody_is_lost_or_comes_twice(steps: list[tuple[str, int, int]]) -> None:
    proposal = two_days()
    for what, at, who in steps:
        at %= len(proposal.places)
        match what:
            case "put":
                proposal = proposal.put(at, (LIST[who].id,))
            case "join":
                proposal = proposal.put(at, ("sem", "ans"))
            case "remove":
                proposal = proposal.remove(at)
            case "pause":
                proposal = proposal.insert(at, Place(minutes=10))
            case "fill":
                proposal = proposal.filled(LIST)
        proposal = proposal.with_room(LIST)
        placed = [one for each in proposal.places for one in each.pupils]
        waiting = [each.id for each in proposal.waiting(LIST)]
        assert sorted(placed + waiting) == sorted(each.id for each in LIST)
        assert sum(each.is_free for each in proposal.places) >= len(waiting)
        slots = [slot for slot in proposal.slots({}, LENGTHS) if slot]
        assert all(one.end <= other.start for one, other in pairwise(slots))
