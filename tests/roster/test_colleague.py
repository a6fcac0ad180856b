"""What a colleague of the same class has comes in without loss, and only once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from store.domain.board import AgendaPoint
from store.domain.day import SchoolDay
from store.domain.kinds.parents_form import Answer, Answered, ParentsForm
from store.domain.people import Carer, Presence, Pupil, Voice
from store.domain.school import School
from store.domain.talk import CheckedDetails, Slot, Talk, TalkState
from store.domain.timetable.whose import colleagues_in, own_day, signed_as, whose
from store.roster.together.colleague import Brought, merge_colleague

DAY = date(2026, 8, 25)
ONE = datetime(2026, 8, 25, 13)
NOW = datetime(2026, 8, 25, 11, tzinfo=UTC)
IDS = count()


def new_id() -> str:
    return f"new{next(IDS)}"


def class_of(owner: str, teacher: str, *talks: tuple[str, int, str]) -> tuple[School, SchoolDay]:
    """The same three children as another folder has them: with ids of its own."""
    pupils = {
        name: Pupil(
            id=f"{owner}{name}", first_name=name, last_name="Kok", group="3",
            carers=(Carer(id=f"{owner}{name}c", name=f"Ouder {name}", phone="06-1" if owner == "b" else ""),),
        )
        for name in ("Liv", "Sem", "Noa")
    }  # fmt: skip
    found = (
        Talk(
            id=f"{owner}{name}{at}",
            slot=Slot(start=ONE + timedelta(minutes=at)),
            pupil=pupils[name],
            teacher=who,
        )
        for name, at, who in talks
    )
    school = School(pupils=tuple(pupils.values()), teacher=teacher)
    return school, SchoolDay(date=DAY, talks=tuple(found))


ELS = class_of("a", "juf Els", ("Liv", 0, "juf Els"), ("Sem", 20, "juf Els en meester Tom"))
TOM = class_of("b", "meester Tom", ("Noa", 0, "meester Tom"), ("Sem", 20, "juf Els en meester Tom"))


def written(day: SchoolDay, name: str, text: str) -> SchoolDay:
    talk = next(each for each in day.talks if each.pupil.first_name == name)
    point = AgendaPoint(id=new_id(), voice=Voice.CARER, text=text)
    begun = talk.begin(NOW, Presence(carers=(talk.audience[0].id,)))
    return day.put(replace(begun.set_aside(NOW), points=(*talk.points, point)))


def merged(theirs: SchoolDay, ours: SchoolDay) -> Brought:
    return merge_colleague(TOM[0], [theirs], ELS[0], {DAY: ours}, new_id)


def texts(day: SchoolDay) -> list[tuple[str, str, str]]:
    return sorted(
        (each.pupil.first_name, each.teacher, point.text) for each in day.talks for point in each.points
    )


def after(brought: Brought, ours: SchoolDay) -> SchoolDay:
    return next((day for day in brought.writes if day.date == DAY), ours)


def test_talks_of_the_colleague_come_beside_ours_with_our_people_in_them() -> None:
    brought = merged(written(TOM[1], "Noa", "voetbal"), ELS[1])
    day = after(brought, ELS[1])
    assert [(each.pupil.id, each.teacher) for each in brought.new] == [("aNoa", "meester Tom")]
    assert brought.new[0].presence.carers == ("aNoac",)
    assert (brought.same, brought.both, brought.pupils) == (1, (), ())
    assert [each.carers[0].phone for each in brought.school.pupils] == ["06-1"] * 3
    assert texts(day) == [("Noa", "meester Tom", "voetbal")]


def test_what_only_the_colleague_wrote_in_a_talk_together_is_in_ours() -> None:
    brought = merged(written(TOM[1], "Sem", "bang"), ELS[1])
    assert [each.id for each in brought.filled] == ["aSem20"]
    assert texts(after(brought, ELS[1])) == [("Sem", "juf Els en meester Tom", "bang")]


def test_what_both_wrote_in_a_talk_is_in_one_talk_by_the_name_of_each() -> None:
    ours = written(ELS[1], "Sem", "rekenen")
    ours = ours.put(replace(ours.talks[1].set_goal("lezen"), remark="zacht praten"))
    theirs = written(TOM[1], "Sem", "bang")
    theirs = theirs.put(replace(theirs.talks[1].set_goal("slapen"), remark="trap op"))
    brought = merged(theirs, ours)
    day = after(brought, ours)
    assert len(brought.both) == 1
    assert [each.pupil.first_name for each in day.talks] == ["Liv", "Sem", "Noa"]
    sem = day.talks[1]
    assert [(each.text, each.by) for each in sem.points] == [("rekenen", "juf Els"), ("bang", "meester Tom")]
    assert (sem.goal, sem.remark) == ("lezen · meester Tom: slapen", "zacht praten · meester Tom: trap op")
    # and what she has comes to him without anything twice, and back again
    back = merge_colleague(brought.school, [day], TOM[0], {DAY: theirs}, new_id)
    his = after(back, theirs)
    assert [each.pupil.first_name for each in his.talks] == ["Noa", "Sem", "Liv"]
    assert [(each.text, each.by) for each in his.talks[1].points] == [
        ("bang", "meester Tom"), ("rekenen", "juf Els"),
    ]  # fmt: skip
    assert his.talks[1].goal == "slapen · juf Els: lezen"
    assert not merge_colleague(back.school, [his], brought.school, {DAY: day}, new_id).changed


def told(
    whose: tuple[School, SchoolDay], first: str, school: Answer, addressed: str
) -> tuple[School, SchoolDay]:
    """The talk about Sem with both parents: who is called first, an answer on the form, a name in letters."""
    ours, day = whose[0], written(whose[1], "Sem", f"wat {addressed} zei")
    talk = day.talks[1]
    mother, father = talk.audience[0], Carer(id=f"{talk.pupil.id}f", name="Vader Sem")
    sem = replace(talk.pupil, carers=(mother, father))
    chosen = {"mother": mother.id, "father": father.id}.get(first, "")
    said = replace(
        talk.arrangements,
        first_contact=chosen,
        other_contact="" if chosen else first,
        checked=(CheckedDetails(id=mother.id, addressed=addressed),),
    )
    form = ParentsForm(id=f"form of {sem.id}", pupil_id=sem.id).answer("school", school)
    talk = replace(talk, pupil=sem, arrangements=said).take_form(form.answer("calm", Answer.YES))
    pupils = tuple(sem if each.id == sem.id else each for each in ours.pupils)
    return replace(ours, pupils=pupils), day.put(talk)


def test_who_is_called_first_and_what_a_form_says_stand_beside_each_other_where_the_two_differ() -> None:
    ours, our_day = told(ELS, "mother", Answer.YES, "Ine")
    for first, both, back_there in (
        ("father", "Ouder Sem · meester Tom: Vader Sem", "Vader Sem · juf Els: Ouder Sem"),
        ("oma Bep", "Ouder Sem · meester Tom: oma Bep", "oma Bep · juf Els: Ouder Sem"),
        ("mother", "", ""),
    ):
        theirs, their_day = told(TOM, first, Answer.NO, "mevrouw Kok")
        brought = merge_colleague(theirs, [their_day], ours, {DAY: our_day}, new_id)
        day = after(brought, our_day)
        talk = day.talks[1]
        assert talk.arrangements.other_contact == both
        assert bool(talk.arrangements.first_contact) is not bool(both)
        (form,) = talk.forms
        assert form.answered_at("school") == Answered(
            id="school", answer=Answer.YES, other=Answer.NO, other_by="meester Tom"
        )
        assert form.answered_at("calm") == Answered(id="calm", answer=Answer.YES)
        assert talk.remark == "meester Tom: mevrouw Kok"
        assert talk.arrangements.details_of(talk.audience[0].id).addressed == "Ine"
        # back again, and once more: nothing comes twice
        back = merge_colleague(brought.school, [day], theirs, {DAY: their_day}, new_id)
        his = after(back, their_day)
        assert his.talks[1].arrangements.other_contact == back_there
        answered = his.talks[1].forms[0].answered_at("school")
        assert answered is not None
        assert answered.answer is Answer.NO
        assert not merge_colleague(back.school, [his], brought.school, {DAY: day}, new_id).changed


def test_what_the_colleague_changed_since_then_comes_in_its_place_and_what_she_changed_stays() -> None:
    theirs = written(written(TOM[1], "Sem", "bnag"), "Sem", "fiets")
    ours = written(ELS[1], "Sem", "rekenen")
    day = after(merged(theirs, ours), ours)
    mine, bang, fiets = day.talks[1].points
    day = day.put(day.talks[1].change_point(replace(fiets, text="op de fiets", by="")))
    mended = theirs.put(theirs.talks[1].change_point(replace(theirs.talks[1].points[0], text="bang")))
    again = after(merged(mended, day), day)
    assert [each.text for each in again.talks[1].points] == ["rekenen", "bang", "op de fiets", "fiets"]
    assert (mine.by, bang.by) == ("juf Els", "meester Tom")


def test_a_time_the_colleague_planned_otherwise_is_told_and_ours_stays() -> None:
    moved = TOM[1].put(TOM[1].talks[1].move(ONE + timedelta(hours=2)))
    brought = merged(moved, ELS[1])
    assert [each.ours.slot.start for each in brought.elsewhere] == [ONE + timedelta(minutes=20)]
    assert len(after(brought, ELS[1]).talks) == 3


NAMES = st.lists(st.tuples(st.sampled_from(["Liv", "Sem", "Noa"]), st.sampled_from("abc")), max_size=6)


@given(NAMES, NAMES, NAMES)
def test_nothing_of_either_is_lost_and_merging_again_changes_nothing(
    mine: list[tuple[str, str]], theirs: list[tuple[str, str]], later: list[tuple[str, str]]
) -> None:
    ours, their_day = ELS[1], TOM[1]
    for name, text in mine:
        ours = written(ours, name, text) if name != "Noa" else ours
    for name, text in theirs:
        their_day = written(their_day, name, text) if name != "Liv" else their_day
    said = {(name, text) for name, text in mine if name != "Noa"}
    said |= {(name, text) for name, text in theirs if name != "Liv"}
    brought = merged(their_day, ours)
    day = after(brought, ours)
    assert {(name, text) for name, _, text in texts(day)} == said
    again = merge_colleague(TOM[0], [their_day], brought.school, {DAY: day}, new_id)
    assert (again.changed, len(day.talks)) == (False, len({each.id for each in day.talks}))
    for name, text in later:
        their_day = written(their_day, name, text) if name != "Liv" else their_day
    last = merge_colleague(TOM[0], [their_day], brought.school, {DAY: day}, new_id)
    said |= {(name, text) for name, text in later if name != "Liv"}
    assert {(name, text) for name, _, text in texts(after(last, day))} == said


def test_each_teacher_has_a_list_of_the_own_talks_and_of_those_together() -> None:
    day = SchoolDay(date=DAY, talks=(*ELS[1].talks, TOM[1].talks[0]))
    for teacher, names in (
        ("juf Els", ["Liv", "Sem"]), ("Els", ["Liv", "Sem"]), ("meester Tom", ["Sem", "Noa"]),
        ("mevrouw Jansen", ["Liv", "Sem", "Noa"]), ("", ["Liv", "Sem", "Noa"]),
    ):  # fmt: skip
        assert [each.pupil.first_name for each in own_day(day, teacher).talks] == names
    assert sorted(whose(day.talks, "juf Els").values()) == ["juf Els en meester Tom", "meester Tom"]
    assert len(whose(day.talks, "")) == len(day.talks), "whose desk it is, nobody said"
    assert whose(ELS[1].talks, "").keys() == {"aSem20"}


def test_a_day_that_names_only_the_colleague_is_not_ones_own() -> None:
    named = ("juf Els", "juf Anna", "juf Els en juf Anna")
    annas = SchoolDay(date=DAY, talks=tuple(replace(each, teacher="juf Anna") for each in ELS[1].talks))
    assert own_day(annas, "juf Els", colleagues_in(named, "juf Els")).talks == ()
    assert own_day(annas, "juf Els", ("juf Anna",)).talks == ()
    # who is nobody else's by name is one's own, as the school calls her
    assert own_day(annas, "Els", colleagues_in(("juf Anna",), "Els")).talks == annas.talks
    assert signed_as(("juf Anna", "", "juf Anna"), "Els", ()) == "juf Anna"
    assert signed_as(("juf Anna",), "Els", ("juf Anna",)) == signed_as(named, "Els", ()) == "Els"


def test_a_talk_that_goes_on_at_the_colleagues_is_set_aside_here_and_a_parent_who_is_new_is_in_it() -> None:
    noa = next(each for each in TOM[1].talks if each.pupil.first_name == "Noa")
    oma = Carer(id="oma", name="Oma Truus")
    known = replace(noa.pupil, carers=(*noa.pupil.carers, oma))
    day = TOM[1].put(replace(noa, pupil=known).begin(NOW, Presence(carers=("oma",))))
    theirs = replace(TOM[0], pupils=(*TOM[0].pupils[:2], known))
    ours = ELS[1].put(replace(ELS[1].talks[0], id="n", pupil=ELS[0].pupils[2]))
    found = merge_colleague(theirs, [day], ELS[0], {DAY: ours}, new_id)
    (talk,) = found.filled
    assert (talk.id, talk.state, talk.sittings[0].ended is None) == ("n", TalkState.SET_ASIDE, False)
    assert [each.name for each in talk.audience] == ["Ouder Noa", "Oma Truus"]
