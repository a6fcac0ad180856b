"""A page of rows whose line lands on the current one; the arrows go over the rows, and Esc leads back."""

from __future__ import annotations

from tui.screens.line_page import LinePage
from tui.widgets.capture_line import CaptureLine

LEAP = 8
"""Rows that PgUp and PgDn go."""


class RowsPage(LinePage):
    """Goes from row to row with what was typed left on the line; Esc never takes text."""

    def step(self, rows_down: int) -> None:
        """Go so many rows down, or up where they are below zero."""

    def go_on(self) -> None:
        """Go back to where the page was asked for."""

    def on_capture_line_climbed(self, event: CaptureLine.Climbed) -> None:
        self.step(-event.steps)

    def on_capture_line_paged(self, event: CaptureLine.Paged) -> None:
        self.step(event.steps * LEAP)

    def on_capture_line_let_go(self) -> None:
        if self.line.half_typed:
            self.say_that_text_stays()
        elif self.line.text:
            self.line.clear()
        else:
            self.go_on()
