"""Who sits at the table: a digit for each, the children first, and a letter for an interpreter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.domain.people import Presence
from store.domain.talk import Talk
from store.export.paper.languages import needs_interpreting
from store.export.wording.people import carer_words, interpreter_words
from store.language import Translator
from tui.widgets.hanging_indent import hanging
from tui.widgets.safe_text import joined, literal


class PeopleList(Widget):
    """One line a person; the digit in front switches that person on and off."""

    presence: reactive[Presence] = reactive(Presence(), layout=True)

    @dataclass
    class Named(Message):
        """Somebody was named who is here too, or who interprets."""

        name: str
        interprets: bool = False

    def __init__(self, talk: Talk, t: Translator) -> None:
        """List the people of this talk."""
        super().__init__()
        self._talk = talk
        self._t = t
        self.interpreter_gone = ""
        """Who interpreted and was let go; empty where nobody was, or without a name."""

    def render(self) -> Content:
        """Paint who is here now; a name of more lines hangs under itself."""
        width = max(self.size.width, 20)
        lines: list[Content] = []
        for key, name, here in self._rows(self.presence):
            sign = "✓  " if here else "·  "
            lead, said = f"{key}  {sign}", literal(name, "" if here else "$quiet")
            first, *more = hanging(" " * len(lead), said, width)
            lines += [joined((key, "$accent"), "  ", sign) + first[len(lead) :], *more]
        return Content("\n").join(lines)

    def _rows(self, presence: Presence) -> Iterator[tuple[str, str, bool]]:
        """Yield the key, the name and whether they are here, of each who may sit at the table."""
        children = self._talk.children_in(presence)
        people = [(pupil.full_name, pupil in children) for pupil in self._talk.pupils]
        people += [
            (carer_words(carer, self._t), carer.id in presence.carers) for carer in self._talk.audience
        ]
        people += [(name, True) for name in presence.others]
        yield from ((str(digit), name, here) for digit, (name, here) in enumerate(people, 1))
        interpreter = interpreter_words(presence, self._t) or self._t("interpreter")
        spoken = (each.home_language for each in self._talk.pupils if each.home_language)
        if language := next((each for each in spoken if needs_interpreting(each, self._t)), ""):
            interpreter += f" ({language})"
        yield "t", interpreter, presence.interpreter

    def welcome(self, name: str | None) -> None:
        """Add somebody by this name; nobody when none was given."""
        if name:
            self.presence = self.presence.welcome(name)
            self.post_message(self.Named(name))

    def let_interpreter_go(self) -> None:
        """Let the interpreter leave, whose name is offered when somebody interprets after all."""
        self.interpreter_gone = self.presence.interpreter_name
        self.presence = self.presence.not_interpreted()

    def interpret(self, name: str | None) -> None:
        """Add an interpreter, who may have no name; nobody when the question was left."""
        if name is not None:
            self.presence = self.presence.interpreted(name)
            if name:
                self.post_message(self.Named(name, interprets=True))

    @property
    def digits(self) -> range:
        """The digits that are somebody's."""
        return range(1, len(self._switches) + 1)

    def switch(self, digit: int) -> None:
        """Switch the person with this digit on or off; a digit of nobody does nothing."""
        if digit in self.digits:
            self.presence = self._switches[digit - 1]()

    @property
    def _switches(self) -> tuple[Callable[[], Presence], ...]:
        """What switches each person, in the order of the digits."""
        presence, talk = self.presence, self._talk
        return (
            presence.toggle_pupil,
            *(partial(presence.toggle_sibling, pupil.id) for pupil in talk.siblings),
            *(partial(presence.toggle_carer, carer.id) for carer in talk.audience),
            *(partial(presence.see_off, name) for name in presence.others),
        )
