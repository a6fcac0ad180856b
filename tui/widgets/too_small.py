"""A readable notice over the whole screen while the window is too small to work in."""

from __future__ import annotations

from textual.widgets import Static

from store.language import Translator

WIDTH, HEIGHT = 60, 20
"""The smallest window everything fits in, in columns and rows."""


class TooSmall(Static):
    """Shown by the page's breakpoints; what lies under it keeps its focus and its text."""

    def __init__(self, t: Translator) -> None:
        """Word the notice."""
        super().__init__(
            t("Please make the window larger: at least {width} by {height}.", width=WIDTH, height=HEIGHT),
            markup=False,
        )
