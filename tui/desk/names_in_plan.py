"""The names that mean pupil, parents and teacher when a plan line is read."""

from __future__ import annotations

from store.domain.school import School
from store.domain.talk import Talk
from store.planline.reading import Names


def names_of(talk: Talk, school: School) -> Names:
    """Whole and first names of the people of this talk, and of nobody else."""
    pupil = talk.pupil
    carers = [name for carer in talk.audience for name in (carer.name, carer.name.split(" ")[0]) if name]
    teacher = talk.teacher or school.teacher
    return Names(
        pupil=tuple(dict.fromkeys((pupil.full_name, pupil.first_name))),
        carers=tuple(dict.fromkeys(carers)),
        teacher=(teacher,) if teacher else (),
    )
