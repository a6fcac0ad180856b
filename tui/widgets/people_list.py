"""Who sits at the table: a digit for each, pupil first, and a letter for an interpreter."""

from __future__ import annotations

from textual.reactive import reactive
from textual.widgets import Static

from store.domain.people import Presence
from store.domain.talk import Talk
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
        people = [(self._talk.pupil.full_name, presence.pupil)]
        people += [(carer.name, carer.id in presence.carers) for carer in self._talk.audience]
        people += [(name, True) for name in presence.others]
        rows = [(str(digit), name, here) for digit, (name, here) in enumerate(people, 1)]
        interpreter = self._t("interpreter")
        if self._talk.pupil.home_language:
            interpreter += f" ({self._talk.pupil.home_language})"
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

    def switch(self, digit: int) -> None:
        """Switch the person with this digit on or off; a digit of nobody does nothing."""
        presence, carers = self.presence, self._talk.audience
        if digit == 1:
            self.presence = presence.toggle_pupil()
        elif 2 <= digit <= len(carers) + 1:
            self.presence = presence.toggle_carer(carers[digit - 2].id)
        elif len(carers) + 1 < digit <= len(carers) + 1 + len(presence.others):
            self.presence = presence.see_off(presence.others[digit - len(carers) - 2])
