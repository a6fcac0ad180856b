"""The situation that was chosen or drawn: what all at the table may know, before the cards are dealt."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.language import mark
from tui.keys import bindings
from tui.messages import CardsDealt, SituationsAsked
from tui.screens.practice.practice_page import PracticePage
from tui.widgets.safe_text import joined, literal
from tui.words.practice import family_words, pace_words


class SceneScreen(PracticePage):
    """All may look: what is on the cards is not here, nor the name of the situation, which may tell."""

    HERE = ("deal", "another", "kind", "pace", "back")
    SHOWN = HERE
    NAMED: ClassVar[dict[str, str]] = {"back": mark("all situations")}
    SHORT: ClassVar[dict[str, str]] = {"back": mark("situations"), "another": mark("draw")}
    BINDINGS = bindings(HERE)

    def page(self) -> ComposeResult:
        """Yield whose talk it is, what is known of it, and the pace of the clock."""
        yield Static(literal(self.t("Practise a talk")), id="card-name")
        yield Static(id="family", markup=False)
        yield Static(id="known", markup=False)
        yield Static(id="pace", classes="dim", markup=False)

    def show(self) -> None:
        """Show the situation as it now is."""
        practice = self.practice
        self.query_one("#family", Static).update(literal(family_words(practice, self.t)))
        known = ("\n".join(practice.scene.known), "\n\n", (self.t("This much all may know."), "$quiet"))
        self.query_one("#known", Static).update(joined(*known))
        self.query_one("#pace", Static).update(literal(pace_words(practice, self.t)))

    def action_deal(self) -> None:
        self.post_message(CardsDealt())

    def action_another(self) -> None:
        self.practice.draw()
        self.show()

    def action_kind(self) -> None:
        self.practice.next_kind()
        self.show()

    def action_pace(self) -> None:
        self.practice.clock.next_pace()
        self.show()

    def action_back(self) -> None:
        self.post_message(SituationsAsked())
