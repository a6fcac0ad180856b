"""The letter of a talk over what is on the screen: this talk's, or last year's."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding

from store.domain.school import School
from store.domain.talk import Talk
from store.export.telling import COVERED, IN_FULL, SIMPLY, Telling
from store.language import Translator, mark
from tui.keys import KEYS
from tui.screens.modal import GO_BACK, PAGES, Modal, closing, with_next
from tui.widgets.foot.sheet_keys import SheetKeys
from tui.widgets.letter import Letter


class LetterScreen(Modal[None]):
    """Enter, Esc or the key that opened it goes back."""

    BINDINGS = [  # noqa: RUF012
        *closing(("read_back", "last_year"), "enter,escape"),
        Binding("space,pagedown", "turn(1)", show=False),
        Binding("pageup", "turn(-1)", show=False),
        Binding("tab", "another(1)", show=False),
        Binding("shift+tab", "another(-1)", show=False),
        Binding(KEYS["simple"].keys, "simple", show=False),
        Binding(KEYS["say_back"].keys, "say_back", show=False),
    ]
    TOLD = (
        (KEYS["simple"].keys, KEYS["simple"].help),
        (KEYS["say_back"].keys, KEYS["say_back"].help),
        ("tab,shift+tab", mark("the other child")),
        *PAGES,
        GO_BACK,
    )

    def __init__(
        self, talks: Sequence[Talk], school: School, t: Translator, so_far: Sequence[Talk] = ()
    ) -> None:
        """Show the letters of these, one at a time: of a talk about several children each has one.

        `so_far` are the talks before one that is held of their plans.
        """
        super().__init__()
        self._so_far = so_far
        self._talks = deque(talks)
        self._school = school
        self._t = t

    def hears(self, key: str) -> bool:
        """Tell whether this key does something: of one child there is no other."""
        return "tab" not in key or len(self._talks) > 1

    def compose(self) -> ComposeResult:
        yield Letter(self._school, self._t, classes="paper")
        yield SheetKeys("", self._t("pgdn: further"), id="letter-keys")

    def on_mount(self) -> None:
        self._show()

    def _show(self) -> None:
        self.query_one(Letter).begin(self._talks[0], self._so_far)
        self._show_keys()

    def _show_keys(self) -> None:
        """Show the keys; told otherwise than in full, the one that leads back stands in front."""
        telling = self.query_one(Letter).telling
        keys = self._t("t: for an interpreter    enter: back")
        if telling is not IN_FULL:
            back = KEYS["simple" if telling is SIMPLY else "say_back"].shown
            keys = self._t("{key}: in full    enter: back", key=back)
        keys = with_next(keys, [each.pupil.first_name for each in self._talks], self._t)
        self.query_one(SheetKeys).show(keys)

    def action_another(self, steps: int) -> None:
        """Show the letter of another child."""
        if len(self._talks) > 1:
            self._talks.rotate(-steps)
            self._show()

    def action_simple(self) -> None:
        self._tell(SIMPLY)

    def action_say_back(self) -> None:
        self._tell(COVERED)

    def _tell(self, telling: Telling) -> None:
        self.query_one(Letter).tell(telling)
        self._show_keys()

    def action_turn(self, pages: int) -> None:
        self.query_one(Letter).turn(pages)
