"""What spares a screen the second time that Textual looks through all styles for it."""

from __future__ import annotations

from textual.events import ScreenResume
from textual.message_pump import MessagePump


class StyledOnce(MessagePump):
    """Comes with the styles its parts were given one by one; is styled anew only when it comes back."""

    _came = False

    def on_screen_resume(self, event: ScreenResume) -> None:
        event.refresh_styles &= self._came
        self._came = True
