"""The class list goes along with how a child and its parents are named in a talk."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from store.domain.talk import Talk
from store.domain.undo import StepName
from tui.desk.desk import Desk


def change_family(talk: Talk, desk: Desk) -> None:
    """Put this talk on the day with its child as it is now; the class list goes along."""
    listed = desk.school.pupil(talk.pupil.id)
    known = {carer.id for carer in listed.carers} if listed else set()
    carers = tuple(carer.id for carer in talk.audience if carer.id not in known)
    step = desk.day.step(desk.new_id(), StepName.FAMILY, talk)
    if step is not None:
        step = replace(step, newcomer=listed is None, new_carers=carers)
        desk.keep_day(desk.day.put(talk, step))
        follow_names(talk, desk)


def follow_names(talk: Talk | None, desk: Desk, gone: Collection[str] = ()) -> None:
    """Let the child of a talk be on the class list as it is called in it, without who are `gone`."""
    if talk is not None and (school := desk.school.naming(talk, gone)) != desk.school:
        desk.keep_school(school)
