"""A talk begins: who is at the table, what waited on the slip, what a child brings along."""

from __future__ import annotations

from dataclasses import replace

from store.domain.people import Carer, Presence, Pupil
from store.domain.role_words import PARENTS, may_be_parent, role_of
from store.domain.talk import Talk
from store.domain.text import caseless, fold
from tui.desk import class_list
from tui.desk.desk import Desk
from tui.desk.talk import course
from tui.desk.year.other_talks import brought_along


def begin_talk(talk_id: str, presence: Presence, desk: Desk) -> bool:
    """Begin a talk of the day, or take it up again, with who sits down; False where there is no such talk.

    A line half typed while preparing goes on the slip, and what its child may bring up with the other parent
    too is on the board.
    """
    from tui.desk.talk.board_line import put_on_slip

    if (talk := desk.day.talk(talk_id)) is None:
        return False
    put_on_slip(talk, desk)
    talk = desk.as_it_is(talk)
    presence = seated(talk, presence, desk)
    talk = desk.as_it_is(talk)
    course.begin(talk, presence, desk, brought_along(talk, desk))
    return True


def seated(talk: Talk, presence: Presence, desk: Desk) -> Presence:
    """Return who is at the table, with those who were named as carers where they are some.

    Who has the name of a carer of the talk is that one. Of a talk with nobody invited, as with a family that
    walks in, they become the carers, on the class list too, but for who is called something else: a
    grandmother, a neighbour.
    """
    if not talk.audience and (parents := [name for name in presence.others if may_be_parent(name)]):
        carers = tuple(Carer(id=desk.new_id(), name=_own_name(name)) for name in parents)
        class_list.change_family(_with_carers(talk, carers), desk)
        talk = desk.as_it_is(talk)
    ids = {caseless(carer.name): carer.id for carer in talk.audience}
    known = [ids.get(caseless(_own_name(name)), "") for name in presence.others]
    return replace(
        presence,
        carers=tuple(dict.fromkeys((*presence.carers, *filter(None, known)))),
        others=tuple(name for name, carer in zip(presence.others, known, strict=True) if not carer),
    )


def _own_name(name: str) -> str:
    """The name without what the parent is to the child; that alone where nothing else was given."""
    first, _, rest = name.partition(" ")
    return rest if rest and role_of(fold(first)) == PARENTS else name


def _with_carers(talk: Talk, carers: tuple[Carer, ...]) -> Talk:
    def brought_up(pupil: Pupil) -> Pupil:
        return replace(pupil, carers=carers)

    return replace(talk, pupil=brought_up(talk.pupil), siblings=tuple(map(brought_up, talk.siblings)))
