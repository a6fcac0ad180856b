"""Asked once, at first run: when the holidays and reports are, and the teacher's name. One Esc skips it."""

from __future__ import annotations

from contextlib import suppress
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Static

from store.files.errors import FilesError
from store.language import Translator, mark
from tui.desk.desk import Desk
from tui.desk.setup.first_run import remember_asked
from tui.desk.setup.settings_line import ASKED, Setting, SettingKind
from tui.keys import bindings
from tui.screens.setup.settings_page import SettingsPage
from tui.widgets.safe_text import literal

HINTS = {
    SettingKind.REGION: mark("N Noord    M Midden    Z Zuid"),
    SettingKind.REPORT: mark("The day the report goes home: 29 Jan or 29-1-2027. Enter alone passes it."),
    SettingKind.TEACHER: mark("What children and parents call you: juf Els."),
}


class FirstQuestionsScreen(SettingsPage):
    """Enter goes on to the next question, and behind the last one to the day."""

    HERE = ("onward",)
    SHOWN = ("onward",)
    NAMED: ClassVar[dict[str, str]] = {"onward": mark("day")}
    BINDINGS = bindings(HERE)
    HEADINGS = False

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Begin with the region."""
        super().__init__(desk, t, ASKED[0])

    def page(self) -> ComposeResult:
        """Yield the question, what skipping means, the rows, and the line."""
        t = self.t
        yield Static(literal(t("When are the holidays?")), id="card-name")
        consequence = t(
            "With these dates an agreement like 'a week after report 1' or 'after the autumn holiday' gets "
            "its days by itself. Without them you type a date each time. You can always tell it later: "
            "the key i on the day."
        )
        yield Static(literal(consequence), classes="dim")
        yield from super().page()
        yield Static(literal(t("enter: next    esc: skip this")), classes="dim")

    def rows(self) -> tuple[Setting, ...]:
        """Return the few that are asked."""
        return ASKED

    def hint(self) -> str:
        """Return how this row is answered."""
        return self.t(HINTS[self._row.kind])

    def landed(self) -> None:
        """Go on to the next question: the answer was taken."""
        self.entered_nothing()

    def entered_nothing(self) -> None:
        """Go on to the next question; behind the last one to the day."""
        at = ASKED.index(self._row) + 1
        if at < len(ASKED):
            self._row = ASKED[at]
        else:
            self.go_on()

    def on_capture_line_let_go(self) -> None:
        """Skip what was not answered yet; it is not asked again."""
        self.go_on()

    def go_on(self) -> None:
        """Go to the day; the question does not come again, unless that can't be kept."""
        with suppress(FilesError):
            remember_asked(self.desk)
        super().go_on()
