"""Who sits at the table: a digit for each, the children first, and a letter for an interpreter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual.reactive import reactive
from textual.widgets import Static

from store.domain.people import Presence
from store.domain.talk import Talk
from store.export.wording import carer_words, interpreter_words
from store.language import Translator
from tui.widgets.safe_text import joined


class PeopleList(Static):
    """One line a person; the digit in front switches that person on and off."""

    presence: reactive[Presence] = reactive(Presence(), layout=True)

    def __init__(self, talk: Talk, t: Translator) -> None:
        """List the people of this talk."""
        super().__init__(markup=False)
        self._talk = talk
        self._t = t

    def watch_presence(self, presence: Presence) -> None:
        """Show who is here now."""
        children = self._talk.children_in(presence)
        people = [(pupil.full_name, pupil in children) for pupil in self._talk.pupils]
        people += [
            (carer_words(carer, self._t), carer.id in presence.carers) for carer in self._talk.audience
        ]
        people += [(name, True) for name in presence.others]
        rows = [(str(digit), name, here) for digit, (name, here) in enumerate(people, 1)]
        interpreter = interpreter_words(presence, self._t) or self._t("interpreter")
        if language := next((each.home_language for each in self._talk.pupils if each.home_language), ""):
            interpreter += f" ({language})"
        rows.append(("t", interpreter, presence.interpreter))
        parts: list[str | tuple[str, str]] = []
        for key, name, here in rows:
            parts += [
                (f"{key}  ", "$accent"),
                ("✓  " if here else "·  "),
                (name, "" if here else "$quiet"),
                "\n",
            ]
        self.update(joined(*parts[:-1]))

    def welcome(self, name: str | None) -> None:
        """Add somebody by this name; nobody when none was given."""
        if name:
            self.presence = self.presence.welcome(name)

    def interpret(self, name: str | None) -> None:
        """Add an interpreter, who may have no name; nobody when the question was left."""
        if name is not None:
            self.presence = self.presence.interpreted(name)

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
