"""Who is here, during the talk: the same digits as on the welcome card."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from store.domain.people import LONGEST_NAME, Presence
from store.domain.talk import Talk
from store.domain.text import fold
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.typing.half_answer import HalfAnswer
from tui.keys import KEYS
from tui.screens.ask import AskScreen
from tui.screens.modal import NEVER_MIND, Modal, closing
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.people_list import PeopleList
from tui.widgets.safe_text import literal
from tui.words.board import who_words

DIGITS = ",".join("123456789")
"""Each switches a person on and off."""
LETTERS = frozenset(KEYS[each].keys for each in ("other", "interpreter"))
"""Each asks for somebody by name, or lets an interpreter go."""


def ask_who_else(people: PeopleList, talk: Talk, desk: Desk, t: Translator) -> None:
    """Ask who came along, and list them."""
    half = HalfAnswer(desk, f"who_else/{talk.id}")
    hint = t("grandma, for instance; by name if you like")
    people.app.push_screen(
        AskScreen(t("Who else is here?"), hint, partial(_no_name, t=t), t, half=half), people.welcome
    )


def switch_interpreter(people: PeopleList, talk: Talk, desk: Desk, t: Translator) -> None:
    """Let the interpreter leave; or ask who interprets, which may stay open: who just left stands there."""
    if people.presence.interpreter:
        people.let_interpreter_go()
    else:
        half = HalfAnswer(desk, f"interpreter/{talk.id}")
        hint, wrong = t("a name, or just Enter"), partial(_no_interpreter, talk=talk, t=t)
        ask = AskScreen(t("Who interprets?"), hint, wrong, t, people.interpreter_gone, half=half)
        people.app.push_screen(ask, people.interpret)


def _no_name(answer: str, t: Translator) -> str:
    """Say what is wrong with a name that has a number in it or is too long: everybody here reads it."""
    wrong = len(answer) > LONGEST_NAME or re.search(r"\d", answer)
    return t("Only a name, please: everybody at the table reads it.") if wrong else ""


def _no_interpreter(answer: str, talk: Talk, t: Translator) -> str:
    """Say what is wrong with somebody who is to interpret: it is never the child that the talk is about."""
    child = next(
        (each for each in talk.pupils if fold(answer) in (fold(each.first_name), fold(each.full_name))), None
    )
    if child is not None:
        return t("{name} takes part as pupil; let somebody else interpret.", name=child.first_name)
    return _no_name(answer, t)


class WhoScreen(Modal[Presence | None]):
    """Gives who is at the table, or None when Esc was pressed: who was named by then stays."""

    BINDINGS = [  # noqa: RUF012
        *closing(("who",), "enter", "done"),
        *closing((), "escape"),
    ]
    TOLD = (
        (DIGITS, mark("that person is here, or not")),
        (KEYS["other"].keys, KEYS["other"].help),
        (KEYS["interpreter"].keys, KEYS["interpreter"].help),
        ("enter", mark("keep who is here now")),
        NEVER_MIND,
    )

    def __init__(self, talk: Talk, desk: Desk, t: Translator, seat: Callable[[Presence], None]) -> None:
        """Begin with who is here now; who is named takes a seat at once."""
        super().__init__()
        self._talk, self._desk, self._t = talk, desk, t
        self._seat, self._seated = seat, talk.presence

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield Static(literal(who_words(self._talk, self._t)), classes="sheet-title")
            yield PeopleList(self._talk, self._t)
            yield SheetKeys(self._t("w: who else    enter: OK    esc: never mind"))

    def hears(self, key: str) -> bool:
        """Tell whether this key does something: a digit only where it is somebody's."""
        return not key.isdecimal() or int(key) in self.query_one(PeopleList).digits

    def knows(self, letter: str) -> bool:
        """Tell whether a letter is a key of this sheet: any other is of a line for the board."""
        return letter in LETTERS

    def way_back(self) -> Callable[[], None]:
        """Return what seats again who was here, and nobody else."""
        people = self.query_one(PeopleList)
        return partial(setattr, people, "presence", people.presence)

    def on_mount(self) -> None:
        self.query_one(PeopleList).presence = self._talk.presence

    def on_key(self, event: events.Key) -> None:
        people = self.query_one(PeopleList)
        self.hush()
        if event.character and event.character.isascii() and event.character.isdecimal():
            people.switch(int(event.character))
        elif event.key == "t":
            switch_interpreter(people, self._talk, self._desk, self._t)
        elif event.key == "w":
            ask_who_else(people, self._talk, self._desk, self._t)

    def on_people_list_named(self, event: PeopleList.Named) -> None:
        named = self._seated
        self._seated = named.interpreted(event.name) if event.interprets else named.welcome(event.name)
        self._seat(self._seated)

    def action_done(self) -> None:
        self.dismiss(self.query_one(PeopleList).presence)
