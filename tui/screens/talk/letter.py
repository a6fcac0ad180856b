"""The letter of a talk over what is on the screen: this talk's, or last year's."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.widgets import Static

from store.domain.school import School
from store.domain.talk import Talk
from store.export.telling import COVERED, SIMPLY
from store.language import Translator
from tui.keys import KEYS
from tui.screens.modal import Modal, closing
from tui.widgets.letter import Letter
from tui.widgets.safe_text import literal


class LetterScreen(Modal[None]):
    """Enter, Esc or the key that opened it goes back."""

    BINDINGS = [  # noqa: RUF012
        *closing(("read_back", "last_year"), "enter,escape"),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding(KEYS["simple"].keys, "simple", show=False),
        Binding(KEYS["say_back"].keys, "say_back", show=False),
    ]

    def __init__(self, talk: Talk, school: School, t: Translator) -> None:
        """Show the letter of this talk."""
        super().__init__()
        self._talk = talk
        self._school = school
        self._t = t

    def compose(self) -> ComposeResult:
        yield Letter(self._school, self._t, classes="paper")
        keys = self._t("pgdn: further    t: for an interpreter    enter: back")
        yield Static(literal(keys), id="letter-keys", classes="dim", markup=False)

    def on_mount(self) -> None:
        self.query_one(Letter).show(self._talk)

    def action_simple(self) -> None:
        self.query_one(Letter).tell(SIMPLY)

    def action_say_back(self) -> None:
        self.query_one(Letter).tell(COVERED)

    def action_turn(self, pages: int) -> None:
        self.query_one(Letter).turn(pages)
