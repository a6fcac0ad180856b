"""A page with one line that is always ready to type in; whoever leaves the page takes the line along."""

from __future__ import annotations

from store.language import Translator
from tui.desk.desk import Desk
from tui.desk.typing.left_behind import LeftBehind
from tui.keys import KEYS
from tui.screens.page import Page
from tui.widgets.capture_line import CaptureLine
from tui.widgets.foot.key_line import KeyLine
from tui.widgets.line_input import STAYS, LineInput


class LinePage(Page):
    """Hears the line, and passes on what is typed and that the page is left."""

    refused = ""
    """The line that was refused last, where the line can go to another row."""

    @property
    def line(self) -> CaptureLine:
        """The one line to type in."""
        return self.query_one(CaptureLine)

    @property
    def takes_all(self) -> bool:
        """Whether what a line does is told only once it is taken: so it is with points and settings."""
        return True

    def __init__(self, desk: Desk, t: Translator) -> None:
        """Begin with nothing refused."""
        super().__init__(desk, t)
        self._left_behind = LeftBehind(desk.real_now)

    def put_back(self, text: str) -> None:
        """Put a line that was refused back, to be mended."""
        self.line.put_back(text)
        self.refused = self.line.text

    def insists(self, line: str) -> bool:
        """Return whether the key that leads on was pressed once more, alone, on a line that it refused."""
        return self._left_behind.insists(line)

    def say_that_it_stays(self) -> None:
        """Say, behind why the line was refused, how to go on without it."""
        said, key = self.query_one(KeyLine).said, KEYS["onward"].shown
        self.say(f"{said} {self.t('{key} once more goes on without it.', key=key)}".lstrip())

    def say_that_text_stays(self) -> None:
        """Say why Esc leads nowhere: it never takes text."""
        self.say(self.t(STAYS))

    def on_another_row(self) -> None:
        """Let what another row refused make way for what is typed on this one."""
        if self.refused and self.line.text == self.refused:
            self.line.give_way()
            self.hush()

    def on_line_input_cleared(self, event: LineInput.Cleared) -> None:
        # why it was refused says nothing more
        if self.refused and not event.line.value:
            self.refused = ""
            self.hush()

    def typed(self, text: str) -> None:
        """Do what is to be done with every change of the half-typed line."""

    def leave(self, text: str) -> None:
        """Go on to what comes next, taking the half-typed line along."""

    def on_capture_line_typed(self, event: CaptureLine.Typed) -> None:
        self.typed(event.text)

    def on_capture_line_left(self, event: CaptureLine.Left) -> None:
        self.leave(event.text)

    def action_onward(self) -> None:
        # from the palette: the line itself takes the key
        self.leave(self.line.take())
