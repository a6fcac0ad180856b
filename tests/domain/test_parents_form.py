"""What parents told by their form: per child, undone as any other step, gone with the child."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from store.domain.access import named_in
from store.domain.day import SchoolDay
from store.domain.kinds.parents_form import Answer, Answered, ParentsForm
from store.domain.retention import emptied
from store.domain.siblings import joined, sheet_of, without
from store.domain.talk import Talk
from store.domain.undo import RecordKind, Step, StepName, redone, touches, undone
from tests.screens.classroom import family

FORM = ParentsForm(id="f", pupil_id="p")


def talk(pupil_id: str = "p", form: ParentsForm = FORM) -> Talk:
    made = family("Liv Bosman", "Mark Bosman", at="13:00")
    return replace(made, pupil=replace(made.pupil, id=pupil_id)).take_form(form.tick("cheerful"))


def test_an_answer_takes_the_place_of_another_and_an_empty_form_is_none() -> None:
    form = FORM.answer("school", Answer.NO).answer("school", Answer.YES).write("own", "zingt").tick("calm")
    assert (form.answered, form.written_at("own"), form.ticked) == (
        (Answered(id="school", answer=Answer.YES),),
        "zingt",
        ("calm",),
    )
    with_it = talk().take_form(form)
    assert with_it.forms == (form,)
    assert with_it.begun, "an import leaves it alone"
    empty = form.answer("school", None).write("own", "").tick("calm")
    assert with_it.take_form(empty).forms == ()


def test_each_step_of_taking_it_down_is_undone_and_done_again() -> None:
    before = talk()
    after = before.take_form(before.forms[0].answer("school", Answer.YES))
    step = Step(id="s", name=StepName.FORM_TAKEN, talk=after.id, touches=touches(before, after))
    assert [touch.kind for touch in step.touches] == [RecordKind.PARENTS_FORM]
    assert undone(after, step) == before
    assert redone(before, step) == after


def test_of_several_children_each_has_the_own_form_and_it_goes_with_the_child() -> None:
    both = joined(talk(), talk("q", ParentsForm(id="g", pupil_id="q")))
    assert [form.pupil_id for form in both.forms] == ["p", "q"]
    assert [form.pupil_id for form in sheet_of(both, "q").forms] == ["q"]
    left = without(both, {"p"})
    assert left is not None
    assert [form.pupil_id for form in left.forms] == ["q"]
    assert emptied(both).forms == ()


def test_a_name_of_another_child_on_it_is_found() -> None:
    other = replace(family("Bas Mulder", at="13:20").pupil, id="x")
    told = talk(form=FORM.write("own", "speelt met Bas"))
    assert named_in(other, [SchoolDay(date=date(2026, 8, 25), talks=(told,))]) == (told,)
