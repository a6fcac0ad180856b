"""What a child lets go along reaches only the talks about that child with another parent, and once."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from store.domain.board import AgendaPoint, Note
from store.domain.people import Carer, Pupil, Voice
from store.domain.talk import Slot, Talk
from store.domain.year.going_along import going_along

MOTHER, FATHER = (Carer(id=each, name=each) for each in ("mother", "father"))


def talk(talk_id: str, carer: Carer, *points: AgendaPoint, sibling: bool = False) -> Talk:
    """A talk about Liv with one parent, or about her and her brother."""
    liv, jan = (Pupil(id=each, first_name=each, carers=(carer,)) for each in ("liv", "jan"))
    slot = Slot(start=datetime(2026, 8, 25, 13))
    return Talk(id=talk_id, slot=slot, pupil=liv, siblings=(jan,) if sibling else (), points=points)


def said(text: str, *whose: str, **more: object) -> AgendaPoint:
    """A point of a child that may go along."""
    point = AgendaPoint(id=text, voice=Voice.PUPIL, text=text, pupil_ids=whose, goes_along=True)
    return replace(point, **more)  # type: ignore[arg-type]


def texts(to: Talk, *talks: Talk) -> list[tuple[str, tuple[str, ...]]]:
    return [(point.text, point.pupil_ids) for point in going_along(to, (*talks, to))]


def test_only_what_the_child_itself_said_may_go_along_does_without_notes_and_once() -> None:
    note = Note(id="n", text="van mama")
    one = talk(
        "1", MOTHER, said("spelen", notes=(note,), later="x"), said("geheim", goes_along=False),
        said("van mama", voice=Voice.CARER), said("briefje", prepared=True), said("bekend"),
    )  # fmt: skip
    there = said("bekend", goes_along=False)
    (found,) = going_along(talk("2", FATHER, there), (one, replace(one, id="3")))
    assert (found.text, found.notes, found.later, found.goes_along) == ("spelen", (), "", False)
    assert texts(talk("4", MOTHER), one) == [], "a later talk with the same parent is not the other one"


def test_of_siblings_each_childs_own_goes_along_to_the_talk_about_that_child() -> None:
    both = talk("1", MOTHER, said("tekenen", "liv"), said("voetbal", "jan"), sibling=True)
    assert texts(talk("2", FATHER), both) == [("tekenen", ())]
    assert texts(talk("3", FATHER, sibling=True), both) == [("tekenen", ("liv",)), ("voetbal", ("jan",))]
    alone = talk("4", MOTHER, said("zwemmen"))
    assert texts(talk("5", FATHER, sibling=True), alone) == [("zwemmen", ("liv",))]


def test_a_number_of_the_one_parent_does_not_go_along_to_the_other() -> None:
    one = talk("1", MOTHER, said("mama bellen op 06-12345678 na 09-11-2026"))
    assert texts(talk("2", FATHER), one) == [("mama bellen op … na 09-11-2026", ())]
    there = said("mama bellen op … na 09-11-2026", goes_along=False)
    assert texts(talk("2", FATHER, there), one) == []
