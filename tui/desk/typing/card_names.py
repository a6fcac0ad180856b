"""Who was named on a welcome card: kept until the talk begins, with nothing of it in the talk before."""

from __future__ import annotations

from store.domain.people import Presence
from store.domain.talk import Talk
from tui.desk.desk import Desk
from tui.desk.typing.half_answer import HalfAnswer


class CardNames:
    """Remembers the names that were typed for one talk."""

    def __init__(self, desk: Desk, talk: Talk) -> None:
        """Of this talk."""
        self._talk, self._half = talk, HalfAnswer(desk, f"card/{talk.id}")

    @property
    def expected(self) -> Presence:
        """Who is expected at the table, with who was named."""
        presence = self._talk.expected
        interpreter, *others = self._half.text.split("\n")
        for name in others:
            presence = presence.welcome(name)
        return presence.interpreted(interpreter) if interpreter else presence

    def keep(self, presence: Presence) -> None:
        """Remember who of these was named, and not expected."""
        expected = self._talk.expected
        interpreter = presence.interpreter_name
        interpreter = "" if interpreter == expected.interpreter_name else interpreter
        others = [name for name in presence.others if name not in expected.others]
        self._half.type("\n".join((interpreter, *others)))

    def forget(self) -> None:
        """Forget them: they are at the table."""
        self._half.type("")
