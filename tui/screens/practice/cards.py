"""The cards, one after the other: each is covered until who it is for sits in front of it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.fresh_press import FreshPress
from tui.desk.practice.practice import Practice
from tui.keys import bindings
from tui.messages import CardsRead
from tui.screens.practice.practice_page import PracticePage
from tui.widgets.safe_text import literal
from tui.words.practice import card_lines, for_whom_words, whose_words


class CardsScreen(PracticePage):
    """Enter shows the card, and covers it again; a key that is held does neither."""

    HERE = ("turn_card", "card_before")
    SHOWN = ("turn_card", "card_before", "curtain")
    BINDINGS = bindings(HERE)

    def __init__(self, desk: Desk, t: Translator, practice: Practice) -> None:
        """Show the cards that were dealt."""
        super().__init__(desk, t, practice)
        self._open = False
        self._press = FreshPress(desk.real_now)

    def page(self) -> ComposeResult:
        """Yield whose card it is, and the card."""
        yield Static(id="whose", classes="dim", markup=False)
        yield Static(id="card-name", markup=False)
        yield Static(id="card-lines", markup=False)

    def on_mount(self) -> None:
        # the key that led here may still be down
        self.rest()

    def key_labels(self) -> list[tuple[str, str]]:
        """Return the keys: the first turns the card, and says which way."""
        (face, _), *others = super().key_labels()
        return [(face, self.t("cover it") if self._open else self.t("read it")), *others]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Refuse to go back before the first card."""
        if action == "card_before" and not self._open and not self.practice.card:
            return False
        return super().check_action(action, parameters)

    def show(self) -> None:
        """Show the card, or whom it is for."""
        t, whose = self.t, whose_words(self.practice, self.practice.card, self.t)
        total = len(self.practice.dealt)
        title, lines = card_lines(self.practice, self.practice.card, t)
        if self._open:
            head, name, text = whose, title, "\n\n".join(lines)
        else:
            head, name = t("Card {number} of {total}", number=self.practice.card + 1, total=total), whose
            text = for_whom_words(self.practice, self.practice.card, t)
        self.query_one("#whose", Static).update(literal(head))
        self.query_one("#card-name", Static).update(literal(name))
        self.query_one("#card-lines", Static).update(literal(text))
        self.show_keys()

    def action_turn_card(self) -> None:
        if not self.counts(self._press):
            return
        if not self._open:
            self._open = True
        elif self.practice.card + 1 < len(self.practice.dealt):
            self.practice.card, self._open = self.practice.card + 1, False
        else:
            self.post_message(CardsRead())
            return
        self.show()

    def action_card_before(self) -> None:
        if self._open:
            self._open = False
        elif self.practice.card:
            self.practice.card -= 1
        self.show()
