"""A list whose room changes with what stands beside it: the chosen row stays in sight."""

from __future__ import annotations

from textual.widgets import OptionList


class OptionsInSight(OptionList):
    """Looks after its chosen row where it gets more or fewer lines."""

    def on_resize(self) -> None:
        self.scroll_to_highlight()
