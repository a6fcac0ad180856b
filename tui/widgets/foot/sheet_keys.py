"""The last line of a sheet: the keys that do something there."""

from __future__ import annotations

from rich.cells import cell_len
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.keys import GAP, RESTING
from tui.widgets.foot.resting import Resting
from tui.widgets.safe_text import literal


class SheetKeys(Resting, Static):
    """Keys in words; behind them the sign that a key came too soon, where one did."""

    def __init__(self, keys: str = "", turning: str = "", *, id: str | None = None) -> None:
        """Show these keys; the one for `turning` only where the sheet is longer than its room."""
        super().__init__(literal(keys), id=id, classes="dim", markup=False)
        self._keys, self._turning, self._turns = keys, turning, True

    def show(self, keys: str, *, turns: bool = True) -> None:
        """Show these keys from now on; that for turning only where it `turns`."""
        self._keys, self._turns = keys, turns
        self.show_resting()
        self._look_again()

    def on_mount(self) -> None:
        """Look how much room there is, once it is known."""
        self._look_again()

    def on_resize(self) -> None:
        """Other room."""
        self._look_again()

    def _look_again(self) -> None:
        if self._turning:
            self.call_after_refresh(self.show_resting)

    def show_resting(self) -> None:
        """Show the keys, and the sign behind them while no press counts."""
        longer = (
            self._turns
            and self._turning
            and any(part.max_scroll_y for part in self.screen.query(VerticalScroll))
        )
        keys = GAP.join(filter(None, (self._keys, self._turning if longer else "")))
        if longer and self.size.width and cell_len(keys) > self.size.width:
            # the bar at the side tells as well that there is more
            keys = self._keys
        self.update(literal(f"{keys}  {RESTING}" if self.resting else keys))
