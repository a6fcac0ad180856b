"""The talks about the same child with the other parent: on this day, or on another one of the school year."""

from __future__ import annotations

from store.domain.board import AgendaPoint
from store.domain.talk import Talk
from store.domain.year.going_along import going_along, with_others
from tui.desk.desk import Desk
from tui.desk.year_days import talks_of_year


def may_go_along(talk: Talk, desk: Desk) -> bool:
    """Return whether somebody who is no party to this talk could be told of it in another one."""
    return _not_invited(talk, desk) or bool(with_others(talk, desk.day.talks))


def brought_along(talk: Talk, desk: Desk) -> tuple[AgendaPoint, ...]:
    """Return what a child said to one parent and may be brought up in this talk; of a held talk too."""
    # most talks are with everybody there is, and need no look at other days
    talks = talks_of_year(desk, desk.day.date) if _not_invited(talk, desk) else desk.day.talks
    return going_along(talk, talks)


def _not_invited(talk: Talk, desk: Desk) -> bool:
    """Whether the class list knows a carer of one of these children with whom this talk is not."""
    known = {carer.id for each in talk.pupils for carer in (desk.school.pupil(each.id) or each).carers}
    return not known <= {carer.id for each in talk.pupils for carer in each.carers}
