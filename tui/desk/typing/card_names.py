"""Who was named, or switched, on a welcome card: kept until the talk begins, and not in the talk before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from store.domain.people import Presence
from store.domain.talk import Talk
from tui.desk.desk import Desk
from tui.desk.typing.half_answer import HalfAnswer

INTERPRETER = "interpreter"
"""Stands among the ids for the interpreter of whom no name was typed."""


class CardNames:
    """Remembers the names that were typed for one talk, and who is here or not against what was expected."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        """Of this talk."""
        self._talk, self._half = talk, HalfAnswer(desk, f"card/{talk.id}")
        self._seats = HalfAnswer(desk, f"seats/{talk.id}")

    @property
    def expected(self) -> Presence:
        """Who is expected at the table, with who was named, and without who was said not to be there."""
        presence = self._talk.expected
        other = self._seats.text.split("\n")
        for who, _, switch in _seats(presence, self._talk):
            if who in other:
                presence = switch(presence)
        interpreter, *others = self._half.text.split("\n")
        for name in others:
            presence = presence.welcome(name)
        return presence.interpreted(interpreter) if interpreter else presence

    def keep(self, presence: Presence) -> None:
        """Remember who of these was named, and not expected, and whose seat is not as expected."""
        expected = self._talk.expected
        interpreter = presence.interpreter_name
        interpreter = "" if interpreter == expected.interpreter_name else interpreter
        others = [name for name in presence.others if name not in expected.others]
        self._half.type("\n".join((interpreter, *others)).rstrip("\n"))
        before = {who: here for who, here, _ in _seats(expected, self._talk)}
        other = [who for who, here, _ in _seats(presence, self._talk) if before[who] is not here]
        self._seats.type("\n".join(other))

    def forget(self) -> None:
        """Forget them: they are at the table."""
        self._half.type("")
        self._seats.type("")


def _seats(presence: Presence, talk: Talk) -> Iterator[tuple[str, bool, Callable[[Presence], Presence]]]:
    """Yield each seat by the id of whom it is for, whether it is taken, and what switches that."""
    yield talk.pupil.id, presence.pupil, Presence.toggle_pupil
    for each in talk.siblings:
        here = each.id in presence.siblings
        yield each.id, here, partial(Presence.toggle_sibling, pupil_id=each.id)
    for carer in talk.audience:
        yield carer.id, carer.id in presence.carers, partial(Presence.toggle_carer, carer_id=carer.id)
    for name in talk.expected.others:
        here = name in presence.others
        yield name, here, partial(Presence.see_off if here else Presence.welcome, name=name)
    here = presence.interpreter
    yield INTERPRETER, here, Presence.not_interpreted if here else Presence.interpreted
