"""What shows that a key came too soon after the one before it, and did nothing."""

from __future__ import annotations

from textual.message_pump import MessagePump

from tui.desk.fresh_press import WAIT


class Resting(MessagePump):
    """Tells by `resting` that no press counts, for as long as none does."""

    _rests = 0
    resting = False

    def rest(self) -> None:
        """Show for a while that no press counts."""
        self._rests += 1
        rest = self._rests
        self.resting = True
        self.show_resting()
        self.set_timer(WAIT.total_seconds(), lambda: self._rested(rest))

    def _rested(self, rest: int) -> None:
        if rest == self._rests:
            self.resting = False
            self.show_resting()

    def show_resting(self) -> None:
        """Show whether a press counts now."""
        raise NotImplementedError
