"""The names that mean pupil, parents and teacher when a plan line is read."""

from __future__ import annotations

from store.domain.people import Pupil
from store.domain.school import School
from store.domain.talk import Talk
from store.domain.text import JOINT
from store.planline.reading import Child, Names


def names_of(talk: Talk, school: School) -> Names:
    """Whole and first names of the people of this talk, and of nobody else."""
    carers = [name for carer in talk.audience for name in (carer.name, carer.name.split(" ")[0]) if name]
    teacher = talk.teacher or school.teacher
    pupils = [name for pupil in talk.pupils for name in _names(pupil)]
    return Names(
        pupil=tuple(dict.fromkeys(pupils)),
        carers=tuple(dict.fromkeys(carers)),
        # two who have the talk together may each be named
        teacher=tuple(dict.fromkeys((teacher, *JOINT.split(teacher)))) if teacher else (),
        children=tuple(Child(each.id, _names(each)) for each in talk.pupils if talk.siblings),
    )


def _names(pupil: Pupil) -> tuple[str, ...]:
    return tuple(dict.fromkeys((pupil.full_name, pupil.first_name)))
