"""The last line of a sheet: the keys that do something there."""

from __future__ import annotations

from textual.widgets import Static

from tui.keys import RESTING
from tui.widgets.resting import Resting
from tui.widgets.safe_text import literal


class SheetKeys(Resting, Static):
    """Keys in words; behind them the sign that a key came too soon, where one did."""

    def __init__(self, keys: str = "", *, id: str | None = None) -> None:
        """Show these keys."""
        super().__init__(literal(keys), id=id, classes="dim", markup=False)
        self._keys = keys

    def show(self, keys: str) -> None:
        """Show these keys from now on."""
        self._keys = keys
        self.show_resting()

    def show_resting(self) -> None:
        """Show the keys, and the sign behind them while no press counts."""
        self.update(literal(f"{self._keys}  {RESTING}" if self.resting else self._keys))
