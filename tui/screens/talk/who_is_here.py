"""Who is here, during the talk: the same digits as on the welcome card."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.domain.people import Presence
from store.domain.talk import Talk
from store.language import Translator
from tui.screens.ask import AskScreen
from tui.screens.modal import Modal, closing
from tui.widgets.people_list import PeopleList
from tui.widgets.safe_text import literal
from tui.widgets.sheet_keys import SheetKeys


def who_else(t: Translator) -> AskScreen:
    """Return the question for somebody who came along."""
    return AskScreen(t("Who else is here?"), t("grandma Fatma, for instance"), lambda _: "", t)


def switch_interpreter(people: PeopleList, t: Translator) -> None:
    """Let the interpreter leave; or ask who interprets, which may be left open."""
    if people.presence.interpreter:
        people.presence = people.presence.not_interpreted()
    else:
        question = AskScreen(t("Who interprets?"), t("a name, or just enter"), lambda _: "", t)
        people.app.push_screen(question, people.interpret)


class WhoScreen(Modal[Presence | None]):
    """Gives who is at the table, or None when Esc was pressed."""

    BINDINGS = [  # noqa: RUF012
        *closing(("who",), "enter", "done"),
        *closing((), "escape"),
    ]

    def __init__(self, talk: Talk, t: Translator) -> None:
        """Begin with who is here now."""
        super().__init__()
        self._talk = talk
        self._t = t

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(literal(self._t("Who is at the table?")), classes="sheet-title")
            yield PeopleList(self._talk, self._t)
            yield SheetKeys(self._t("w: who else    enter: OK    esc: never mind"))

    def on_mount(self) -> None:
        self.query_one(PeopleList).presence = self._talk.presence

    def on_key(self, event: events.Key) -> None:
        people = self.query_one(PeopleList)
        if event.character and event.character.isascii() and event.character.isdecimal():
            people.switch(int(event.character))
        elif event.key == "t":
            switch_interpreter(people, self._t)
        elif event.key == "w":
            self.app.push_screen(who_else(self._t), people.welcome)

    def action_done(self) -> None:
        self.dismiss(self.query_one(PeopleList).presence)
