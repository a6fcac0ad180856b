"""A page with one line that is always ready to type in; whoever leaves the page takes the line along."""

from __future__ import annotations

from tui.screens.page import Page
from tui.widgets.capture_line import CaptureLine


class LinePage(Page):
    """Hears the line, and passes on what is typed and that the page is left."""

    refused = ""
    """The line that was refused last, where the line can go to another row."""

    @property
    def line(self) -> CaptureLine:
        """The one line to type in."""
        return self.query_one(CaptureLine)

    def put_back(self, text: str) -> None:
        """Put a line that was refused back, to be mended."""
        self.line.put_back(text)
        self.refused = self.line.text

    def on_another_row(self) -> None:
        """Let what another row refused make way for what is typed on this one."""
        if self.refused and self.line.text == self.refused:
            self.line.give_way()
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
