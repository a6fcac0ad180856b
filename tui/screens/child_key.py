"""The key to the card of one child out of turn, by the first letters of a name: it lists nobody."""

from __future__ import annotations

from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.find_child import Found, find_child
from tui.desk.fresh_press import FreshPress
from tui.keys import KEYS
from tui.messages import CardAsked
from tui.screens.ask import AskScreen
from tui.screens.page import Page


class ChildKey(Page):
    """A page without a name on it, from which one child is called up."""

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Heed no key that was typed ahead of the page, or is held down."""
        super().__init__(desk, t)
        self._press = FreshPress(desk.real_now)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to lead to a child of a day without talks."""
        if action == KEYS["child"].action and not self.desk.day.talks:
            return False
        return super().check_action(action, parameters)

    def action_child(self) -> None:
        if not self.counts(self._press):
            return

        def check(letters: str) -> str:
            found = find_child(letters, self.desk.day)
            return self._why(found) if isinstance(found, Found) else ""

        def card(letters: str | None) -> None:
            if letters and not isinstance(found := find_child(letters, self.desk.day), Found):
                self.post_message(CardAsked(found.id))

        question = self.t("Which child is here?")
        # a name that is half typed for one family must not come back before the next
        ask = AskScreen(question, self.t("the first letters"), check, self.t, half=None)
        self.app.push_screen(ask, card)

    def _why(self, found: Found) -> str:
        """Say why there is no card, without a name: a family may be looking."""
        if found is Found.SEVERAL:
            return self.t("More than one name begins like that; type more letters.")
        if found is Found.TALKS:
            return self.t("There are more talks about this child; type behind the name who is here.")
        return self.t("No name today begins like that.")
