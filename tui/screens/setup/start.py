"""The very first screen: look around with a demo, read a file in, make a timetable, or type a day by hand."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Static

from tui.keys import KEYS, bindings
from tui.messages import ByHandAsked, DemoAsked, ImportAsked, TimetableAsked
from tui.screens.page import Page
from tui.widgets.safe_text import joined, literal
from tui.words.folder_place import folder_place_words

CHOICES = ("demo", "import", "timetable", "by_hand")


class StartScreen(Page):
    """Nothing has been kept yet."""

    HERE = CHOICES
    SHOWN = ("quit",)
    BINDINGS = bindings(CHOICES)

    def page(self) -> ComposeResult:
        """Yield a welcome and the choices."""
        t = self.t
        yield Static(literal(t("Welcome to Startgesprek")), id="card-name")
        yield Static(
            literal(t("Company during the talks with pupil and parents. How shall we begin?")), classes="dim"
        )
        rows: list[str | tuple[str, str]] = [""]
        for each in CHOICES:
            rows += [(f"\n{KEYS[each].shown}   ", "$accent"), t(KEYS[each].help), "\n"]
        yield Static(joined(*rows), id="choices")
        folder = self.desk.repository.folder
        if elsewhere := folder_place_words(folder, t):
            yield Static(literal(f"{folder}\n{elsewhere}"), classes="warned")
        else:
            yield Static(
                literal(t("Everything stays on this computer, in {folder}.", folder=folder)), classes="dim"
            )

    def action_demo(self) -> None:
        self.post_message(DemoAsked())

    def action_import_file(self) -> None:
        self.post_message(ImportAsked())

    def action_timetable(self) -> None:
        self.post_message(TimetableAsked())

    def action_by_hand(self) -> None:
        self.post_message(ByHandAsked())
